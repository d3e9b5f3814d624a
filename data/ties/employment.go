package ties

import (
	"cmp"
	"math"
	"slices"

	"peerage/data"
)

// The bounds of an end of which nothing is known.
const (
	beforeAll data.Day = math.MinInt32
	afterAll  data.Day = math.MaxInt32
)

// bounds say between which days a time at an organisation started and between which it ended.
type bounds struct {
	from, to              data.PartialDay // as stated; zero when unknown
	startFirst, startLast data.Day
	endFirst, endLast     data.Day // endFirst is today at the latest: the future proves nothing
}

// employment is one role, read as bounds and sightings.
type employment struct {
	bounds
	role  *data.Role
	dated bool        // has a start or an end of its own
	seen  [3]data.Day // the days it was seen; 0 where it was not
	block int         // index of the block that the role is part of; outside when it is in none
}

// employmentOf reads role, one of all that a person had, as of today. It reports false for a role that makes
// no tie: one that has not begun, or one that ends before it starts.
func employmentOf(role *data.Role, all []data.Role, today data.Day) (employment, bool) {
	e := employment{role: role, bounds: bounds{
		startFirst: beforeAll, startLast: afterAll, endFirst: beforeAll, endLast: afterAll,
	}}
	if first := role.From.Earliest(); first != 0 {
		e.from, e.startFirst, e.startLast, e.dated = role.From, first, role.From.Latest(), true
	}
	if first := role.To.Earliest(); first != 0 {
		e.to, e.endFirst, e.endLast, e.dated = role.To, first, role.To.Latest(), true
	}
	if e.to.IsZero() && role.FirstSeen != 0 && !role.Current && role.Gone > max(e.startFirst, role.FirstSeen, role.LastSeen) {
		e.endLast = role.Gone - 1
	}
	if e.startFirst > today || e.endLast < e.startFirst {
		return e, false
	}
	e.seen = [3]data.Day{role.FirstSeen, role.LastSeen}
	if role.Current {
		e.seen[2] = today
	}
	for i, day := range e.seen {
		if day == 0 || day < e.startFirst || day > e.endLast || day > today {
			e.seen[i] = 0
			continue
		}
		e.startLast = min(e.startLast, day)
		e.endFirst = max(e.endFirst, day)
	}
	if first, _ := e.sightings(); e.seen[0] != 0 && role.Source != data.Stated {
		if begun := unnamed(all, first) + 1; begun > e.startFirst && begun <= e.startLast {
			e.startFirst = begun
		}
	}
	e.startLast = min(e.startLast, e.endLast)
	e.endFirst = min(max(e.endFirst, e.startFirst), today)
	return e, true
}

// unnamed returns the last day before another on which a source is known to have spoken of the person whose
// roles these are, and beforeAll when there is none. Of a role that was first seen later, it did not speak.
// What the user stated leaves open what else there was, and a sighting that the role's own dates contradict
// shows a profile left stale.
func unnamed(roles []data.Role, before data.Day) data.Day {
	last := beforeAll
	for i := range roles {
		r := &roles[i]
		if r.Source == data.Stated || r.FirstSeen == 0 {
			continue
		}
		end := r.To.Latest()
		for _, day := range [...]data.Day{r.FirstSeen, r.LastSeen, r.Gone} {
			stale := end != 0 && day > end && day != r.Gone
			if day != 0 && day < before && !stale {
				last = max(last, day)
			}
		}
	}
	return last
}

// provenOn reports whether the role was certainly held on day.
func (e *employment) provenOn(day data.Day) bool {
	if e.dated {
		return e.startLast <= day && day <= e.endFirst
	}
	return day != 0 && slices.Contains(e.seen[:], day)
}

// sightings returns the first and the last day on which the role was seen, and a time that contains no
// day when it never was.
func (e *employment) sightings() (first, last data.Day) {
	first, last = afterAll, beforeAll
	for _, day := range e.seen {
		if day != 0 {
			first, last = min(first, day), max(last, day)
		}
	}
	return first, last
}

// allows reports whether the role may have been held on day.
func (e *employment) allows(day data.Day) bool { return e.startFirst <= day && day <= e.endLast }

// spans reports whether day lies in the time of the role, taken as widely as its dates allow. It is
// false for a role of which one end is open.
func (e *employment) spans(day, today data.Day) bool {
	closed := !e.from.IsZero() && (!e.to.IsZero() || e.provenOn(today))
	return closed && day != 0 && e.allows(day)
}

// beganStated reports whether b began before other ended, as far as days that are stated can tell: it
// is false when that hangs on a start or an end of which nothing is known.
func (b *bounds) beganStated(other *bounds) bool {
	return b.startLast <= other.endFirst || !b.from.IsZero() && !other.to.IsZero()
}

// breather is the longest pause, in days, that leaves two roles at one organisation a single
// employment: a contract that ends on a Friday, and one that starts after the holiday weekend.
const breather = 7

// adjoins reports whether next, which does not start before b, may have followed without leaving
// the organisation in between.
func (b *bounds) adjoins(next *bounds) bool {
	return b.endLast >= next.startFirst || next.startFirst-b.endLast <= breather+1
}

// career is what one person did at one organisation.
type career struct {
	jobs   []employment // by start; the order does not depend on the order of the roles
	blocks []bounds     // of the jobs in the cohort that was chosen last
}

// choose forms the blocks of the jobs in c. Blocks formed before stay as they are, for those who
// point to them.
func (k *career) choose(c cohort) {
	k.blocks = appendBlocks(k.blocks[len(k.blocks):], k.jobs, c)
}

// appendJobs appends the roles at organisation to jobs, which is empty, and orders them.
func appendJobs(jobs []employment, organisation data.ID, roles []data.Role, today data.Day) []employment {
	for i := range roles {
		if roles[i].Organisation != organisation {
			continue
		}
		if e, ok := employmentOf(&roles[i], roles, today); ok {
			jobs = append(jobs, e)
		}
	}
	slices.SortFunc(jobs, compareEmployments)
	return jobs
}

func compareEmployments(a, b employment) int {
	return cmp.Or(cmp.Compare(a.startFirst, b.startFirst), cmp.Compare(a.startLast, b.startLast),
		cmp.Compare(a.endLast, b.endLast), cmp.Compare(a.endFirst, b.endFirst), cmp.Compare(a.role.ID, b.role.ID))
}

// seam is the longest doubt, in days, at which two roles still count as one block: a role until some
// day in June and the next from some day in July, as careers written in months say it.
const seam = 62

// outside is the block of a job that is not in the cohort chosen.
const outside = -1

// appendBlocks puts the roles in c that follow each other into blocks, whose start and end stand for all of
// them: a promotion in mid-June neither ends the time two people share nor costs it the month. Years
// are too coarse for that, as somebody may have been away for most of one, and so are unknown ends.
func appendBlocks(blocks []bounds, jobs []employment, c cohort) []bounds {
	for i := range jobs {
		next := &jobs[i]
		if !c.has(&next.role.Standing) {
			next.block = outside
			continue
		}
		if last := len(blocks) - 1; last >= 0 && blocks[last].continues(&next.bounds) {
			blocks[last].extend(&next.bounds)
		} else {
			blocks = append(blocks, next.bounds)
		}
		next.block = len(blocks) - 1
	}
	return blocks
}

// continues reports whether the role next, which does not start before b, goes on with block b.
func (b *bounds) continues(next *bounds) bool {
	both := overlap{b, next}
	switch {
	case !both.bothStarted():
		return false
	case both.inner() >= 0:
		return true
	}
	return !b.to.IsZero() && b.adjoins(next) && -both.inner() <= seam
}

func (b *bounds) extend(next *bounds) {
	b.startLast = min(b.startLast, next.startLast)
	if next.endLast > b.endLast || next.endLast == b.endLast && next.endFirst > b.endFirst {
		b.to = next.to
	}
	b.endFirst = max(b.endFirst, next.endFirst)
	b.endLast = max(b.endLast, next.endLast)
}

// stint returns the first of jobs that may have followed each other without leaving the organisation,
// and the jobs after those.
func stint(jobs []employment) (first, rest []employment) {
	whole := jobs[0].bounds
	for i := 1; i < len(jobs); i++ {
		if !whole.adjoins(&jobs[i].bounds) {
			return jobs[:i], jobs[i:]
		}
		whole.endLast = max(whole.endLast, jobs[i].endLast)
	}
	return jobs, nil
}
