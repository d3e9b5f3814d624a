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
// seen, and on none between them.
//
// # Coworkers and alumni
//
// Two roles at one organisation are judged by the first of these that applies:
//
//   - both are proven on a common day: coworkers, certain;
//   - even the outermost bounds do not meet: alumni, certain;
//   - the outermost bounds meet, and all that is in doubt are parts of stated days (both in 2018), or
//     the time between two sightings: coworkers, likely;
//   - an end of theirs is unknown, and the two connected within my time there: coworkers, likely;
//   - both have dates, and an end is unknown: coworkers, possible;
//   - mine has no dates, and the two connected within their time there: coworkers, possible. The
//     connection says where they were and leaves open whether I was there too, and I can always add
//     the dates of my own job;
//   - anything else: alumni, possible.
//
// A connection counts as within somebody's time only if both ends of that time are known or it lasts
// today; in a time without an end every day would lie. Alumni are never likely: whoever may well have
// been there at the same time is a likely coworker instead.
//
// # One tie for each kind and organisation
//
// Somebody promoted inside an organisation has several roles there and one employment. Whether a tie
// is certain is decided by single roles, so that no doubt about the days between two roles is ever
// counted as proof. Alumni ties are decided by whole employments: a promotion out of a shared time
// does not make two coworkers alumni as well, but a provably separate second stint does.
package ties
