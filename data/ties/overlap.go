package ties

import (
	"cmp"

	"peerage/data"
)

// overlap is the time that two bounds have in common.
type overlap struct{ a, b *bounds }

func (o overlap) startFirst() data.Day { return max(o.a.startFirst, o.b.startFirst) }
func (o overlap) startLast() data.Day  { return max(o.a.startLast, o.b.startLast) }
func (o overlap) endFirst() data.Day   { return min(o.a.endFirst, o.b.endFirst) }
func (o overlap) endLast() data.Day    { return min(o.a.endLast, o.b.endLast) }

// bothStarted reports whether both starts are stated.
func (o overlap) bothStarted() bool { return !o.a.from.IsZero() && !o.b.from.IsZero() }

// inner is the number of days from the last possible start to the first possible end; it is negative
// when no common day is proven.
func (o overlap) inner() int64 { return int64(o.endFirst()) - int64(o.startLast()) }

// outer is the number of days from the first possible start to the last possible end; it is negative
// when there was no common day, and the further below 0 the further apart the two lie.
func (o overlap) outer() int64 { return int64(o.endLast()) - int64(o.startFirst()) }

// since returns the later start in the precision it was stated in, or zero when a start is unknown.
// Of 2018 and 2018-03 the year is the later one, since only it is true in either case.
func (o overlap) since() data.PartialDay {
	if !o.bothStarted() {
		return data.PartialDay{}
	}
	x, y := o.a.from, o.b.from
	if cmp.Or(cmp.Compare(x.Latest(), y.Latest()), cmp.Compare(x.Earliest(), y.Earliest())) < 0 {
		return y
	}
	return x
}

// until returns the earlier end in the precision it was stated in, or zero when it is unknown. An
// unknown end does not matter when it is proven to lie beyond the other.
func (o overlap) until() data.PartialDay {
	x, y := o.a.to, o.b.to
	switch {
	case x.IsZero() && y.IsZero():
		return data.PartialDay{}
	case x.IsZero():
		return endWithin(y, o.a)
	case y.IsZero():
		return endWithin(x, o.b)
	case cmp.Or(cmp.Compare(x.Earliest(), y.Earliest()), cmp.Compare(x.Latest(), y.Latest())) > 0:
		return y
	}
	return x
}

func endWithin(end data.PartialDay, other *bounds) data.PartialDay {
	if end.Latest() > other.endFirst {
		return data.PartialDay{}
	}
	return end
}

// beginsBefore orders overlaps by their start; of equal ones the first has the better known start.
func (o overlap) beginsBefore(p overlap) bool {
	if c := cmp.Or(cmp.Compare(o.startLast(), p.startLast()), cmp.Compare(o.startFirst(), p.startFirst())); c != 0 {
		return c < 0
	}
	mine, other := o.since(), p.since()
	if mine.IsZero() || other.IsZero() {
		return other.IsZero() && !mine.IsZero()
	}
	return cmp.Or(cmp.Compare(mine.Earliest(), other.Earliest()), cmp.Compare(mine.Latest(), other.Latest())) < 0
}

// endsAfter orders overlaps by their end; of equal ones the last has the better known end.
func (o overlap) endsAfter(p overlap) bool {
	if c := cmp.Or(cmp.Compare(o.endFirst(), p.endFirst()), cmp.Compare(o.endLast(), p.endLast())); c != 0 {
		return c > 0
	}
	mine, other := o.until(), p.until()
	if mine.IsZero() || other.IsZero() {
		return other.IsZero() && !mine.IsZero()
	}
	return cmp.Or(cmp.Compare(mine.Latest(), other.Latest()), cmp.Compare(mine.Earliest(), other.Earliest())) > 0
}

// period is a run of days, both ends included.
type period struct{ first, last data.Day }

// months counts the whole months of the period: 1 January to 31 December are twelve.
func (p period) months() int {
	y0, m0, _ := p.first.Date()
	y1, m1, _ := p.last.Date()
	n := (y1-y0)*12 + int(m1-m0) + 1
	for n > 0 && p.first.AddMonths(n) > p.last+1 {
		n--
	}
	return n
}
