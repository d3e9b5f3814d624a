package doors

import (
	"cmp"
	"slices"

	"peerage/data"
)

// Period is a stretch of days in which opportunities were heard of; both ends belong to it, and 0 leaves
// an end open.
type Period struct{ From, To data.Day }

// Year returns the period of a calendar year.
func Year(y int) Period { return Period{data.NewDay(y, 1, 1), data.NewDay(y, 12, 31)} }

// Holds reports whether a day lies in the period.
func (p Period) Holds(d data.Day) bool { return d >= p.From && (p.To == 0 || d <= p.To) }

// Account is who opened doors for me in a period, and what came of it.
type Account struct {
	Since   data.Day // when the first of what came to me was heard of, 0 when nothing was
	Came    int      // opportunities that came to me
	Open    int      // of those, how many have no outcome yet
	Won     int      // and how many led to something
	Through int      // how many of them came through anybody
	Weak    int      // how many of them came through at least one weak tie

	Openers  []Opener           // who opened doors, who opened most first
	Ways     []Way              // the ties through which doors opened, as the flow groups them
	Thanks   []Thanks           // what I have not thanked for, what was heard of last first
	PassedOn []data.Opportunity // what I passed on to others, what was heard of last first
	Flow     Flow
}

// Opener is somebody who opened doors for me.
type Opener struct {
	data.Someone
	Opened    int       // how many doors
	Won       int       // how many of them led to something
	Unthanked []data.ID // links for which they are not thanked; none for somebody who was removed
	// Last is the day the last of them was heard of; the tie is as it was then.
	Last     data.Day
	Tie      data.TieKind // "" when none is known
	Former   bool
	Weak     bool
	Contacts int // days of contact in the year up to then
}

// Thanks is a word of thanks that is due.
type Thanks struct {
	Opportunity data.ID
	Title       string
	Heard       data.Day
	Link        data.Link
}

// link is one of a chain, with what follows from the time.
type link struct {
	data.Link
	weak     bool
	contacts int
}

// door is an opportunity that came to me.
type door struct {
	*data.Opportunity
	chain []link
}

// identity tells people apart: by their ID, or by the name that is left of somebody who was removed.
func identity(s data.Someone) data.Someone {
	if s.Person != 0 {
		s.Name = ""
	}
	return s
}

// Read takes the account of a period. contacts are the days of contact with each person, each day once
// and in order. The account does not depend on the order of the opportunities.
func Read(all []data.Opportunity, contacts map[data.ID][]data.Day, in Period) *Account {
	a := &Account{}
	var came []door
	for i := range all {
		o := &all[i]
		switch {
		case !in.Holds(o.HeardOn()):
		case o.Mine():
			came = append(came, opened(o, contacts))
		default:
			a.PassedOn = append(a.PassedOn, *o)
		}
	}
	slices.SortFunc(came, func(x, y door) int { return lastFirst(x.Opportunity, y.Opportunity) })
	slices.SortFunc(a.PassedOn, func(x, y data.Opportunity) int { return lastFirst(&x, &y) })
	openers := map[data.Someone]*Opener{}
	for i := range came {
		a.count(&came[i])
		a.credit(&came[i], openers)
	}
	for _, o := range openers {
		a.Openers = append(a.Openers, *o)
	}
	slices.SortFunc(a.Openers, compareOpeners)
	a.Flow = flow(came, a.Openers)
	a.Ways = a.Flow.Ways
	return a
}

// lastFirst orders opportunities by the day they were heard of, the last first.
func lastFirst(x, y *data.Opportunity) int {
	return cmp.Or(cmp.Compare(y.HeardOn(), x.HeardOn()), cmp.Compare(y.ID, x.ID))
}

// opened says of each in the chain of an opportunity how strong the tie was.
func opened(o *data.Opportunity, contacts map[data.ID][]data.Day) door {
	d := door{Opportunity: o, chain: make([]link, len(o.Chain))}
	for i, l := range o.Chain {
		n := 0
		if l.Person != 0 {
			n = contactsBefore(contacts[l.Person], o.HeardOn())
		}
		d.chain[i] = link{l, Weak(l, n), n}
	}
	return d
}

// count takes an opportunity into the sums.
func (a *Account) count(d *door) {
	a.Came++
	if a.Since == 0 || d.HeardOn() < a.Since {
		a.Since = d.HeardOn()
	}
	if !d.Stage().Closed() {
		a.Open++
	}
	if d.Stage() == data.Won {
		a.Won++
	}
	if len(d.chain) > 0 {
		a.Through++
	}
	if slices.ContainsFunc(d.chain, func(l link) bool { return l.weak }) {
		a.Weak++
	}
}

// credit gives everybody in a chain what is theirs. Doors come in their order, what was heard of last
// first.
func (a *Account) credit(d *door, openers map[data.Someone]*Opener) {
	counted := map[data.Someone]bool{} // two who were removed may have had one name
	for i := range d.chain {
		l := &d.chain[i]
		who := identity(l.Someone)
		o := openers[who]
		if o == nil {
			o = &Opener{Someone: l.Someone, Last: d.HeardOn(), Tie: l.Tie, Former: l.Former, Weak: l.weak, Contacts: l.contacts}
			openers[who] = o
		}
		if !counted[who] {
			counted[who] = true
			o.Opened++
			if d.Stage() == data.Won {
				o.Won++
			}
		}
		if l.Thanked == 0 && l.Person != 0 {
			o.Unthanked = append(o.Unthanked, l.ID)
			a.Thanks = append(a.Thanks, Thanks{d.ID, d.Title, d.HeardOn(), l.Link})
		}
	}
}

// compareOpeners puts first who opened most doors, then whose led to something, and the latest.
func compareOpeners(a, b Opener) int {
	return cmp.Or(cmp.Compare(b.Opened, a.Opened), cmp.Compare(b.Won, a.Won), cmp.Compare(b.Last, a.Last),
		cmp.Compare(a.Name, b.Name), cmp.Compare(a.Person, b.Person))
}
