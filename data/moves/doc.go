// Package moves finds in a career when somebody changed employer, title, level or track.
//
// # What is known of a role
//
// A role begins and ends between two days. A partial day gives both. A role that was only seen began by
// the day it was first seen, and ended between the day it was last seen and the day a source named it no
// more. Where a sighting contradicts the role's own dates, the dates win. A role of which no day is
// known at all takes no part, for a move needs a day, and neither does one that lies in the future.
//
// Roles of one post that meet in time are one: what the user stated and what was seen of it, or an
// employer that was renamed. The same post is the same title at the same employer; organisations that
// are the same are one employer, however they are written.
//
// # Who takes over from whom
//
// Every role takes over from at most one and hands over to at most one. A new role takes over from
//
//   - the last role at the same employer, if that ended about then or is still open;
//   - else a role that ended about then;
//   - else, if nothing was going on, the role that ended last. A gap is one move, not two;
//   - else a role that went on for a while and then ended, while the new one outlasted it. The move is
//     on the day the first one ended, for until then the new one was a side role.
//
// About then means within three months, for people keep a job for their notice and write months roughly.
//
// A role that lies wholly within another is a side role, such as a seat on a board or a course that
// somebody taught, and makes no move. One begun beside a role that still goes on makes at most a new
// employer: whoever keeps leading a company does not leave management by giving lessons, and whoever
// sits on a board is not promoted by it. Two roles known from the same day on make no move either. A role
// that the user stated as current goes on only until a source names another one at a different employer,
// because sources name the main occupation.
//
// # What a move is
//
//   - into management, out of it: from the one track to the other. An unknown track is neither;
//   - promotion: a higher level at the same employer on the same track, and in one profession as far as the
//     titles say;
//   - new employer: two employers that are both said and not the same. What names no organisation counts
//     as an employer of its own (from Acme to self-employed), but from one such text to another there is
//     no new employer. A source that names an employer no more tells of none;
//   - new title: two titles that are both said and not the same, beside any of these;
//   - retired: the new role says so. It stands alone: the other kinds would be news of an employment;
//   - left: no role is held any more, the last one is known to have ended, and none follows, or one at another
//     employer follows that began only after a source had named none. That a source has not spoken of
//     somebody again is no leaving, and neither is a blank after which they are where they were. Between
//     roles that have dates, a gap is a gap.
//
// A title that is not said cuts nothing in two: what somebody was called before holds until the next title is
// said. Where they were at a new employer by then, they went there first, and from the one title to the other
// later, which is no promotion.
//
// Equal forms are never a move, and a succession that is none of these is not told.
//
// # The day of a move
//
// A move lies in the narrowest interval that is proven: the new role's own start, bounded by the last day
// that the old role is known and the first day that the new one is. Where the two overlap, the start of
// the new one stands as it is stated.
package moves
