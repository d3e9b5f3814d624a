// Package datatest is what tests of other rooms need: a store in a temporary folder, a fixed clock,
// and builders that write people with their roles, the contact there was and the doors they opened.
package datatest

import (
	"context"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/store"
)

// Today is the day that the clock of Open shows.
const Today = "2026-11-22"

// Open returns an empty store in a temporary folder, which is closed and removed after the test. Its
// clock stands at noon of Today.
func Open(t testing.TB) *store.Store {
	t.Helper()
	return OpenIn(t, t.TempDir())
}

// OpenIn opens the store in folder dir and closes it after the test. A test that opens the same folder
// several times sees what several processes would.
func OpenIn(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(dir, Clock(Day(t, Today)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// Clock returns a clock that stands at noon of the day, UTC.
func Clock(day data.Day) func() time.Time {
	return func() time.Time { return day.Time().Add(12 * time.Hour) }
}

// Day reads a day written as 2026-11-22.
func Day(t testing.TB, s string) data.Day {
	t.Helper()
	d, err := data.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Partial reads a day of which parts may be missing: 2016, 2016-06 or 2016-06-30, "" for unknown.
func Partial(t testing.TB, s string) data.PartialDay {
	t.Helper()
	p, err := data.ParsePartialDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Write changes the store as one operation named after the test.
func Write(t testing.TB, s *store.Store, change func(*store.Tx) error) {
	t.Helper()
	if err := s.Write(context.Background(), t.Name(), change); err != nil {
		t.Fatal(err)
	}
}

// Part adds something to a person who is being built.
type Part func(testing.TB, *store.Tx, data.ID) error

// Person writes a person of that name with all parts, in one operation, and returns who it is.
func Person(t testing.TB, s *store.Store, name string, parts ...Part) data.ID {
	t.Helper()
	p := data.Person{Name: name}
	Write(t, s, func(tx *store.Tx) error {
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		return add(t, tx, p.ID, parts)
	})
	return p.ID
}

// Me writes parts of the user's own.
func Me(t testing.TB, s *store.Store, parts ...Part) {
	t.Helper()
	Write(t, s, func(tx *store.Tx) error { return add(t, tx, data.Me, parts) })
}

func add(t testing.TB, tx *store.Tx, id data.ID, parts []Part) error {
	t.Helper()
	for _, part := range parts {
		if err := part(t, tx, id); err != nil {
			return err
		}
	}
	return nil
}

// Role adds a stated role; from and to are partial days, and an empty to is a role held now. The
// employer is an organisation of its own, told apart by its name as it is written.
func Role(employer, title, from, to string) Part {
	return func(t testing.TB, tx *store.Tx, person data.ID) error {
		t.Helper()
		organisation, err := Organisation(tx, employer)
		if err != nil {
			return err
		}
		return tx.SaveRole(&data.Role{Person: person, Organisation: organisation, Employer: employer, Title: title,
			From: Partial(t, from), To: Partial(t, to), Source: data.Stated, Current: to == ""})
	}
}

// Organisation returns the organisation written like that, which it adds where it is missing, with the
// text itself for its normal form.
func Organisation(tx *store.Tx, written string) (data.ID, error) {
	known, err := tx.OrganisationNames()
	if err != nil {
		return 0, err
	}
	for _, n := range known {
		if n.Written == written {
			return n.Organisation, nil
		}
	}
	id, err := tx.AddOrganisation(written, written)
	if err != nil {
		return 0, err
	}
	return id, tx.NameOrganisation(id, written, false)
}

// Employer returns the organisation that a text stands for.
func Employer(t testing.TB, s *store.Store, written string) data.ID {
	t.Helper()
	known, err := s.OrganisationNames(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range known {
		if n.Written == written {
			return n.Organisation
		}
	}
	t.Fatalf("%q stands for no organisation", written)
	return 0
}

// Contact adds a way to reach the person.
func Contact(kind data.ContactKind, value string) Part {
	return edit(func(p *data.Person) { p.Contacts = append(p.Contacts, data.ContactPoint{Kind: kind, Value: value}) })
}

// Notes sets the person's notes.
func Notes(text string) Part { return edit(func(p *data.Person) { p.Notes = text }) }

// Connected sets the day the connection was made.
func Connected(day string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		d := Day(t, day)
		return edit(func(p *data.Person) { p.Connected = d })(t, tx, id)
	}
}

func edit(change func(*data.Person)) Part {
	return func(_ testing.TB, tx *store.Tx, id data.ID) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		change(&p)
		return tx.SavePerson(&p)
	}
}

// Interaction adds contact with the person alone.
func Interaction(kind data.InteractionKind, day, text string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		return tx.SaveInteraction(&data.Interaction{Kind: kind, Day: Day(t, day), Text: text, People: []data.ID{id}})
	}
}

// Circle puts the person into a circle, which is made where it is missing.
func Circle(name string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		return tx.JoinCircle(id, name, Day(t, Today))
	}
}

// Cadence gives the person a rhythm of their own, in days, set on the day given.
func Cadence(ideal, longest int, set string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		return tx.SaveCadence(data.Cadence{Person: id, Rhythm: data.Rhythm{Ideal: ideal, Longest: longest}, Set: Day(t, set)})
	}
}

// Tie states how the person stands to Me.
func Tie(kind data.TieKind) Part {
	return func(_ testing.TB, tx *store.Tx, id data.ID) error {
		return tx.SaveTie(&data.Tie{Person: id, Kind: kind, Current: true, Months: -1, Sure: data.Certain})
	}
}

// Detail adds something to remember; askOn is the day to ask about it, "" when there is none.
func Detail(text, askOn string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		d := data.Detail{Person: id, Text: text}
		if askOn != "" {
			d.AskOn = Day(t, askOn)
		}
		return tx.SaveDetail(&d)
	}
}
