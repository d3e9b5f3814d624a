// Package doors says who opened doors for me: through which ties opportunities came, what came of them,
// and whom I have not thanked.
//
// # What counts as whose
//
// An opportunity that was for me came through everybody in its chain: each of them opened that door, and
// is to be thanked for it, once. One that was for somebody else I passed on; nobody opened a door for me
// with it, and it is told apart. Whoever was removed keeps their place in the account by the name that was
// left, and can be thanked no more.
//
// Wherever amounts are compared, an opportunity weighs Whole, however many people it came through, and
// they share its weight. So the widths of a picture add up to the same in every column, and are
// proportional to opportunities.
//
// # Strong and weak ties
//
// What one does not know yet, the people one sees every day mostly do not know either; news comes from
// those one seldom sees, who move in other circles. Mark Granovetter measured this by the frequency of
// contact at the time of the news (The Strength of Weak Ties, American Journal of Sociology 78, 1973; Getting
// a Job, 1974): of those who heard of a job through a contact, five in six saw that contact less than
// twice a week, and over a quarter once a year or less.
//
// A tie is weak here when there were fewer than two days of contact in the year up to the day the
// opportunity was heard of, that day included, unless the tie as it was then says otherwise: whoever was
// a mentor, a friend, family, a manager or report, a partner or an advisor then, or a coworker or peer
// then, or worked with me on something, wherever they were employed, is no weak tie, whether contact was noted
// or not: we worked side by side. A tie that had ended by then says nothing of the kind: former coworkers and
// collaborators whom one seldom hears of are the weak ties that bring most.
//
// How often one spoke is only known where contact was noted, of anybody, from a year before on. Of what is
// older than that, and of people who were removed, the tie alone has to tell: weak is one of no kind, of
// the same place at other times, or of the profession.
package doors
