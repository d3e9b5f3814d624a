// Package ties derives from two careers how their owners stand to each other.
//
// # What is known of a role
//
// Neither end of a role is a single day. Its start lies between a first and a last day, and so does
// its end: a partial day gives both bounds, an unknown end gives neither. A snapshot adds that the
// role was held on the day it was seen, and a current role is seen today; where a sighting
// contradicts the role's own dates, the dates win, because profiles are left stale more often than
// dates are invented. A role with dates of its own is held throughout between its last possible
// start and its first possible end. A role known from snapshots only is proven on the days it was
// seen, and on none between them. Where its end is not stated, it lies before the first day on which a
// source spoke of the person and named the role no more; and it began after the last day on which a source
// had spoken of the person, but not of the role yet. That narrows a stated start too, unless the two
// contradict each other. A role that the user stated is not bounded so, and bounds no other: nobody states
// all their jobs at once.
//
// # Coworkers and alumni
//
// Two roles at one organisation are judged by the first of these that applies:
//
//   - both are proven on a common day: coworkers, certain;
//   - even the outermost bounds do not meet: alumni, certain;
//   - the outermost bounds meet, and all that is in doubt are parts of stated days (both in 2018), or
//     the time between two sightings: coworkers, likely;
//   - an end of theirs is unknown, and the two connected within my time there, on a day on which they may
//     have been there: coworkers, likely;
//   - both have dates, and an end is unknown: coworkers, possible;
//   - mine has no dates, and the two connected within their time there: coworkers, possible. The
//     connection says where they were and leaves open whether I was there too, and I can always add
//     the dates of my own job;
//   - anything else: alumni, possible.
//
// A connection counts as within somebody's time only if both ends of that time are known or it lasts
// today; in a time without an end every day would lie. Careers never make likely alumni: whoever may well
// have been there at the same time is a likely coworker instead.
//
// # Colleagues and peers
//
// What people were to each other hangs on what their titles say. Of unknown profession nobody is a
// colleague, and of unknown track or level nobody is a peer.
//
// Colleagues at an organisation had roles in one profession there. The rules above judge those roles
// alone, as coworkers or, where the two are alumni, as alumni, and of both the surer one counts. Those
// who are colleagues at no organisation, and whose present roles are in one profession, are colleagues
// by profession alone. That is the weakest tie: possible, and told last.
//
// Peers are coworkers whose roles, while they met, were on one track and at most one level apart. Each
// of them may have risen meanwhile, as long as they stayed within a step of each other; when one rose
// out of reach, that day ended it. A peer tie is as sure as the roles are of having met, but possible
// at best when a role without dates was seen at other times only: then its title was read on a day that
// says little of what they were to each other. Colleagues, be it by profession or at an organisation
// that both may have left, are peers today by profession when their present roles are in one profession,
// on one track and at most one level apart, and they are not peers today at an organisation.
//
// A former peer is one whose peer tie is over; by profession alone nobody becomes one.
//
// # What the user says
//
// A tie that the user denied is gone, and with it what rests on it: on coworkers the peers and
// colleagues at that time and place, on alumni the colleagues there, on the last colleague tie the peers
// by profession. In the place of denied coworkers come alumni, who are likely, for both were there; in that of
// any other tie comes nothing. A tie that the user confirmed is certain as long as the
// careers show it.
//
// # One tie for each kind and organisation
//
// Somebody promoted inside an organisation has several roles there and one employment. Whether a tie
// is certain is decided by single roles, so that no doubt about the days between two roles is ever
// counted as proof. Alumni ties are decided by whole employments: a promotion out of a shared time
// does not make two coworkers alumni as well, but a provably separate second stint does.
package ties
