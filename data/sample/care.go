package sample

import (
	"fmt"
	"strconv"
	"strings"

	"peerage/data"
)

// Promise is a promise between the user and a member. Its Person is 0.
type Promise struct {
	data.Promise
	Member int // an index into the network's People
}

// Exchange is something that the user and a member gave each other. Its Person is 0.
type Exchange struct {
	data.Exchange
	Member int // an index into the network's People
}

// Milestone is a day in a member's life. Its Person is 0.
type Milestone struct {
	data.Milestone
	Member int // an index into the network's People
}

func (l *layout) addPromise(at entry, r row) {
	if len(r) < 4 {
		l.check(at, fmt.Errorf("the promise %q needs a person, who promised, what and when", r))
		return
	}
	l.width(at, "promise", r, 7)
	out := Promise{Member: l.someone(at, r[0]), Promise: data.Promise{
		By: data.Side(r[1]), What: l.text(at, r[2]), Made: l.day(at, r[3]), Due: l.day(at, r.column(4)),
		State: data.PromiseState(r.column(5)), Settled: l.day(at, r.column(6)),
	}}
	if out.State == "" {
		out.State = data.PromiseOpen
	}
	if (out.State == data.PromiseOpen) != (out.Settled == 0) {
		l.check(at, fmt.Errorf("the promise %q is open, or settled on a day", out.What))
	}
	whole := out.Promise
	whole.Person = stand(out.Member).Person
	l.check(at, whole.Validate(l.today))
	l.network.Promises = append(l.network.Promises, out)
}

func (l *layout) addExchange(at entry, r row) {
	if len(r) != 5 {
		l.check(at, fmt.Errorf("the exchange %q needs a day, a person, who gave, what kind and what", r))
		return
	}
	out := Exchange{Member: l.someone(at, r[1]), Exchange: data.Exchange{
		Day: l.day(at, r[0]), By: data.Side(r[2]), Kind: data.ExchangeKind(r[3]), Text: l.text(at, r[4]), Source: data.Stated,
	}}
	if out.Kind == data.Recommendation || out.Kind == data.Endorsement {
		out.Source = data.FromLinkedIn
	}
	whole := out.Exchange
	whole.Person = stand(out.Member).Person
	l.check(at, whole.Validate(l.today))
	l.check(at, missing("text", out.Text))
	l.network.Exchanges = append(l.network.Exchanges, out)
}

func (l *layout) addMilestone(at entry, r row) {
	l.width(at, "milestone", r, 4)
	out := Milestone{Member: l.someone(at, r.column(0)), Milestone: data.Milestone{Text: l.text(at, r.column(1))}}
	switch r.column(3) {
	case "yearly":
		out.Yearly = true
	case "":
	default:
		l.check(at, fmt.Errorf("%q is not the word yearly", r.column(3)))
	}
	if on := r.column(2); strings.HasPrefix(on, "--") {
		var err error
		out.On, err = data.ParsePartialDay(on)
		l.check(at, err)
		out.Yearly = true
	} else if day := l.day(at, on); day != 0 {
		out.On = data.Whole(day)
	}
	l.check(at, out.Validate())
	l.network.Milestones = append(l.network.Milestones, out)
}

// boundary builds what a person wants left alone; nil is nothing.
func (l *layout) boundary(at entry, b *boundary) data.Boundary {
	if b == nil {
		return data.Boundary{}
	}
	out := data.Boundary{NoContact: b.NoContact, Channel: data.ContactKind(b.Channel)}
	for _, topic := range b.Avoid {
		out.Avoid = append(out.Avoid, l.text(at, topic))
	}
	if b.Hours != "" {
		from, to, _ := strings.Cut(b.Hours, "-")
		var wrong [2]error
		out.From, wrong[0] = hour(from)
		out.To, wrong[1] = hour(to)
		if wrong[0] != nil || wrong[1] != nil {
			l.check(at, fmt.Errorf("%q are no hours of the form 10-18, 10- or -18", b.Hours))
		}
	}
	l.check(at, out.Validate())
	if out.IsZero() {
		l.check(at, fmt.Errorf("the boundary says nothing"))
	}
	return out
}

func hour(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	return strconv.Atoi(s)
}
