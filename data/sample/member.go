package sample

import (
	"fmt"
	"strings"

	"peerage/data"
)

// member builds a person with what is kept about them.
func (l *layout) member(at entry, p *person) Member {
	m := Member{Person: l.person(at, p), Roles: l.roles(at, p.Roles), Circles: p.Circles, CadenceSet: l.began, Boundary: l.boundary(at, p.Boundary)}
	var err error
	m.Rhythm, err = parseRhythm(p.Every)
	l.check(at, err)
	m.Snoozed, m.Appointment = l.day(at, p.Snoozed), l.appointment(at, p.Agreed)
	for _, name := range p.Circles {
		if !l.hasCircle(name) {
			l.check(at, fmt.Errorf("no circle is called %q", name))
		}
	}
	for _, r := range p.Ties {
		m.Ties = append(m.Ties, l.tie(at, r))
	}
	for _, r := range p.Details {
		l.width(at, "detail", r, 2)
		detail := data.Detail{Text: l.text(at, r.column(0)), AskOn: l.day(at, r.column(1))}
		l.check(at, detail.Validate())
		m.Details = append(m.Details, detail)
	}
	return m
}

// appointment builds where the next check-in is to be from a row of its day and its hour.
func (l *layout) appointment(at entry, r row) data.Appointment {
	if len(r) == 0 {
		return data.Appointment{}
	}
	l.width(at, "row agreed", r, 2)
	a := data.Appointment{Day: l.day(at, r.column(0)), At: data.AllDay, Made: l.today}
	if hour := r.column(1); hour != "" {
		var err error
		a.At, err = data.ParseClock(hour)
		l.check(at, err)
	}
	if a.Day < l.today {
		l.check(at, &data.Invalid{Field: "day", Reason: data.InPast})
	}
	return a
}

// person builds the person alone.
func (l *layout) person(at entry, p *person) data.Person {
	out := data.Person{
		Name: p.Name, Given: p.Given, Family: p.Family, OtherNames: p.OtherNames,
		Place: p.Place, HowMet: l.text(at, p.Met), Notes: l.text(at, p.Notes), Private: p.Private || p.Confidant, Confidant: p.Confidant,
		Connected: l.past(at, "connected", p.Connected), PausedUntil: l.day(at, p.PausedUntil),
	}
	if given, family, ok := strings.Cut(p.Name, " "); ok && p.Given == "" && p.Family == "" && !strings.Contains(family, " ") {
		out.Given, out.Family = given, family
	}
	var err error
	out.Birthday, err = birthdayAt(p.Birthday, p.Turns, l.today)
	l.check(at, err)
	for _, c := range []data.ContactPoint{
		{Kind: data.LinkedIn, Value: p.Slug}, {Kind: data.Email, Value: p.Email}, {Kind: data.Phone, Value: p.Phone},
	} {
		if c.Value != "" {
			out.Contacts = append(out.Contacts, c)
		}
	}
	l.check(at, out.Validate())
	return out
}

// roles builds a career from rows of organisation, title, from and to.
func (l *layout) roles(at entry, rows []row) []data.Role {
	var roles []data.Role
	for _, r := range rows {
		l.width(at, "role", r, 4)
		key, until := r.column(0), r.column(3)
		employer, known := l.employer[key]
		if !known && key != "" {
			l.check(at, fmt.Errorf("no organisation has the key %q", key))
		}
		role := data.Role{
			Employer: employer, Title: r.column(1), Source: data.FromSampleData, Current: until == "",
			From: l.partial(at, r.column(2)), To: l.partial(at, until),
		}
		l.check(at, role.Validate())
		if role.From.IsZero() {
			l.check(at, &data.Invalid{Field: "from", Reason: data.Missing})
		}
		for _, d := range role.Doubts(roles, l.today) {
			l.check(at, &data.Invalid{Field: d.Field, Reason: d.Reason})
		}
		roles = append(roles, role)
	}
	return roles
}

// tie builds a stated tie from a row of kind, since, until and note.
func (l *layout) tie(at entry, r row) data.Tie {
	l.width(at, "tie", r, 4)
	until := r.column(2)
	tie := data.Tie{
		Kind: data.TieKind(r.column(0)), Since: l.partial(at, r.column(1)), Until: l.partial(at, until),
		Current: until == "", Months: -1, Sure: data.Certain, Note: l.text(at, r.column(3)),
	}
	l.check(at, tie.Validate())
	return tie
}

// width reports a row that has more columns than its kind knows.
func (l *layout) width(at entry, kind string, r row, columns int) {
	if len(r) > columns {
		l.check(at, fmt.Errorf("the %s %q has more than %d columns", kind, r, columns))
	}
}

func (l *layout) text(at entry, s string) string {
	out, err := textAt(s, l.today)
	l.check(at, err)
	return out
}

func (l *layout) day(at entry, s string) data.Day {
	d, err := dayAt(s, l.today)
	l.check(at, err)
	return d
}

// past reads a day that may not lie after today.
func (l *layout) past(at entry, field, s string) data.Day {
	d := l.day(at, s)
	if d > l.today {
		l.check(at, &data.Invalid{Field: field, Reason: data.InFuture})
	}
	return d
}

func (l *layout) partial(at entry, s string) data.PartialDay {
	p, err := partialAt(s, l.today)
	l.check(at, err)
	return p
}
