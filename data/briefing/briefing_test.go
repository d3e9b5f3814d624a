package briefing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

var today = data.NewDay(2026, 11, 22)

// private and paused are parts of a person that datatest has not.
func private(t testing.TB, tx *store.Tx, id data.ID) error {
	p, err := tx.Person(id)
	if err != nil {
		return err
	}
	p.Private = true
	return tx.SavePerson(&p)
}

func paused(until data.Day) datatest.Part {
	return func(_ testing.TB, tx *store.Tx, id data.ID) error { return tx.Pause(id, until) }
}

func held(k data.Cadence) datatest.Part {
	return func(_ testing.TB, tx *store.Tx, id data.ID) error {
		k.Person = id
		return tx.SaveCadence(k)
	}
}

func day(t *testing.T, s *store.Store, p data.Preferences) *briefing.Day {
	t.Helper()
	d, err := briefing.Today(t.Context(), s, p, today)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func names(d *briefing.Day) string {
	var list []string
	for _, r := range d.Reach {
		list = append(list, r.Name)
	}
	return strings.Join(list, " ")
}

func TestWhoIsToBeReachedToday(t *testing.T) {
	monthly := data.Rhythm{Ideal: 30, Longest: 45}
	long := datatest.Interaction(data.Coffee, "2026-10-01", "her new job")
	for _, c := range []struct {
		name  string
		parts []datatest.Part
		due   bool
	}{
		{"without a rhythm", []datatest.Part{long}, false},
		{"due by a rhythm of their own", []datatest.Part{datatest.Cadence(30, 45, "2026-01-01"), long}, true},
		{"met last week", []datatest.Part{datatest.Cadence(30, 45, "2026-01-01"), datatest.Interaction(data.Call, "2026-11-15", "")}, false},
		{"met last week, logged before an older talk", []datatest.Part{datatest.Cadence(30, 45, "2026-01-01"), datatest.Interaction(data.Call, "2026-11-15", ""), long}, false},
		{"snoozed to next week", []datatest.Part{held(data.Cadence{Rhythm: monthly, Set: today - 300, Snoozed: today + 7}), long}, false},
		{"snoozed to today", []datatest.Part{held(data.Cadence{Rhythm: monthly, Set: today - 300, Snoozed: today}), long}, true},
		{"skipped yesterday", []datatest.Part{held(data.Cadence{Rhythm: monthly, Set: today - 300, Skipped: today - 1}), long}, false},
		{"paused until next year", []datatest.Part{datatest.Cadence(30, 45, "2026-01-01"), long, paused(today + 50)}, false},
		{"paused until today", []datatest.Part{datatest.Cadence(30, 45, "2026-01-01"), long, paused(today)}, true},
		{"in a circle with a rhythm", []datatest.Part{datatest.Circle("Monthly"), long}, true},
		{"in a circle, with a slower rhythm of their own", []datatest.Part{datatest.Circle("Monthly"), datatest.Cadence(365, 400, "2026-01-01"), long}, false},
		{"in a circle, snoozed", []datatest.Part{datatest.Circle("Monthly"), held(data.Cadence{Snoozed: today + 3}), long}, false},
		{"in a circle without a rhythm", []datatest.Part{datatest.Circle("Choir"), long}, false},
		{"private", []datatest.Part{datatest.Cadence(30, 45, "2026-01-01"), long, private}, true},
	} {
		s := datatest.Open(t)
		datatest.Write(t, s, func(tx *store.Tx) error {
			return tx.SaveCircle(&data.Circle{Name: "Monthly", Rhythm: monthly})
		})
		datatest.Person(t, s, "Ana", c.parts...)
		d := day(t, s, data.DefaultPreferences())
		if got := len(d.Reach) == 1; got != c.due {
			t.Errorf("%s: due %v, want %v: %+v", c.name, got, c.due, d)
		}
	}
}

func TestALineOfTodayHoldsWhatHelpsToMakeContact(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Cadence(30, 45, "2026-01-01"), datatest.Interaction(data.Call, "2026-09-01", "older"),
		datatest.Interaction(data.Coffee, "2026-10-01", "her new job"), datatest.Tie(data.Mentor), datatest.Detail("the marathon", "2026-11-20"),
		datatest.Detail("later", "2026-12-20"), datatest.Detail("never", ""))
	bob := datatest.Person(t, s, "Bob", datatest.Detail("the house", "2026-11-22"))
	d := day(t, s, data.DefaultPreferences())
	if len(d.Reach) != 1 || d.Overdue != 1 || d.Rhythms != 1 || d.Waiting != 0 {
		t.Fatalf("%+v", d)
	}
	r := d.Reach[0]
	if r.Person != ana || r.UUID == "" || r.Overdue != int(today-data.NewDay(2026, 10, 1))-45 || r.Last == nil || r.Last.Text != "her new job" ||
		len(r.Ties) != 1 || r.Ties[0].Kind != data.Mentor || len(r.Ask) != 1 || r.Ask[0].Text != "the marathon" {
		t.Errorf("%+v", r)
	}
	if len(d.Ask) != 1 || d.Ask[0].Person != bob {
		t.Errorf("to ask of others: %+v", d.Ask)
	}
}

func TestADayHoldsNoMoreThanItsCapAndTheRestWaits(t *testing.T) {
	s := datatest.Open(t)
	for i := range 7 {
		datatest.Person(t, s, fmt.Sprint("P", i), datatest.Cadence(30, 40+i, "2026-01-01"), datatest.Interaction(data.Call, "2026-10-10", ""))
	}
	closest := datatest.Person(t, s, "Closest", datatest.Cadence(30, 40, "2026-01-01"), datatest.Interaction(data.Call, "2026-10-10", ""), datatest.Tie(data.Friend))
	p := data.DefaultPreferences()
	d := day(t, s, p)
	if names(d) != "Closest P0 P1" || d.Waiting != 5 || d.Reach[0].Person != closest {
		t.Errorf("%s, %d wait", names(d), d.Waiting)
	}
	if d.Overdue != 4 { // 43 days ago, of longest intervals from 40 to 46 days
		t.Errorf("%d overdue", d.Overdue)
	}
	p.PerDay = 8
	if d := day(t, s, p); len(d.Reach) != 8 || d.Waiting != 0 {
		t.Errorf("with room for all: %s, %d wait", names(d), d.Waiting)
	}
	p.Weekdays = [7]bool{1: true}
	if d := day(t, s, p); len(d.Reach) != 0 || d.Waiting != 8 {
		t.Errorf("on a free Sunday: %s, %d wait", names(d), d.Waiting)
	}
}

func TestEverybodyWithARhythmHasOneDueDay(t *testing.T) {
	s := datatest.Open(t)
	var ids []data.ID
	for i := range 20 {
		ids = append(ids, datatest.Person(t, s, fmt.Sprint("P", i), datatest.Cadence(30, 60, "2026-11-22")))
	}
	datatest.Person(t, s, "Bob")
	due, err := briefing.DueDays(t.Context(), s, data.DefaultPreferences(), today)
	if err != nil || len(due) != len(ids) {
		t.Fatalf("%d due days, %v", len(due), err)
	}
	perDay := map[data.Day]int{}
	for _, id := range ids {
		c := due[id]
		perDay[c.Due]++
		if c.Due < today || c.Due > today+31 || perDay[c.Due] > 3 {
			t.Errorf("%+v", c)
		}
	}
	if len(perDay) < 10 {
		t.Errorf("twenty rhythms set on one day fall on %d days", len(perDay))
	}
}

func TestTheRhythmThatHoldsIsTheirOwnOrTheCirclesShortest(t *testing.T) {
	s := datatest.Open(t)
	datatest.Write(t, s, func(tx *store.Tx) error {
		for _, c := range []data.Circle{{Name: "Monthly", Rhythm: data.Rhythm{Ideal: 30, Longest: 45}}, {Name: "Yearly", Rhythm: data.Rhythm{Ideal: 365, Longest: 400}}} {
			if err := tx.SaveCircle(&c); err != nil {
				return err
			}
		}
		return nil
	})
	ana := datatest.Person(t, s, "Ana", datatest.Circle("Yearly"), datatest.Circle("Monthly"))
	bob := datatest.Person(t, s, "Bob", datatest.Circle("Monthly"), datatest.Cadence(90, 120, "2026-01-01"))
	eve := datatest.Person(t, s, "Eve")
	for id, want := range map[data.ID]data.Rhythm{ana: {Ideal: 30, Longest: 45}, bob: {Ideal: 90, Longest: 120}, eve: {}} {
		if got, err := briefing.RhythmOf(t.Context(), s, id, today); err != nil || got != want {
			t.Errorf("%d: %v, %v, want %v", id, got, err, want)
		}
	}
}

// derived adds a coworker tie as careers show it.
func derived(sure data.Sureness, months int, current bool) datatest.Part {
	return func(_ testing.TB, tx *store.Tx, id data.ID) error {
		return tx.SaveTie(&data.Tie{Person: id, Kind: data.Coworker, Derived: true, Months: months, Sure: sure, Current: current})
	}
}

func TestThoseWithTheStrongestTiesAreProposed(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Nobody")
	datatest.Person(t, s, "Alumna", func(_ testing.TB, tx *store.Tx, id data.ID) error {
		return tx.SaveTie(&data.Tie{Person: id, Kind: data.Alumni, Derived: true, Months: -1, Sure: data.Certain})
	})
	datatest.Person(t, s, "Secret", datatest.Tie(data.Mentor), private)
	datatest.Person(t, s, "Paused", datatest.Tie(data.Mentor), paused(today+100))
	datatest.Person(t, s, "Kept", datatest.Tie(data.Mentor), datatest.Cadence(30, 60, "2026-01-01"))
	datatest.Person(t, s, "Mentor", datatest.Tie(data.Mentor))
	datatest.Person(t, s, "Once", func(_ testing.TB, tx *store.Tx, id data.ID) error {
		return tx.SaveTie(&data.Tie{Person: id, Kind: data.Client, Until: data.PartialDay{Year: 2015}, Months: -1, Sure: data.Certain})
	})
	datatest.Person(t, s, "Beside", derived(data.Certain, 12, true))
	datatest.Person(t, s, "Former", derived(data.Certain, 60, false))
	datatest.Person(t, s, "Long", derived(data.Certain, 90, false))
	datatest.Person(t, s, "Likely", derived(data.Likely, -1, false))
	of := func(tie data.Tie) datatest.Part {
		return func(_ testing.TB, tx *store.Tx, id data.ID) error {
			tie.Person, tie.Derived = id, true
			return tx.SaveTie(&tie)
		}
	}
	datatest.Person(t, s, "Peer", derived(data.Certain, 60, false), of(data.Tie{Kind: data.Peer, Months: 30, Sure: data.Certain}))
	datatest.Person(t, s, "Profession", of(data.Tie{Kind: data.Peer, Current: true, Months: -1, Sure: data.Possible}),
		of(data.Tie{Kind: data.Colleague, Current: true, Months: -1, Sure: data.Possible}))
	list, err := briefing.Propose(t.Context(), s, today)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range list {
		got = append(got, fmt.Sprintf("%s %d/%d", p.Name, p.Rhythm.Ideal, p.Rhythm.Longest))
	}
	want := []string{"Mentor 42/70", "Beside 42/70", "Peer 182/270", "Long 182/270", "Former 182/270", "Likely 182/270", "Once 182/270"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNoMoreThanThirtyAreProposed(t *testing.T) {
	s := datatest.Open(t)
	for i := range 40 {
		parts := []datatest.Part{derived(data.Certain, i, false)}
		if i == 39 {
			parts = append(parts, private)
		}
		datatest.Person(t, s, fmt.Sprintf("P%02d", i), parts...)
	}
	list, err := briefing.Propose(t.Context(), s, today)
	if err != nil || len(list) != 30 || list[0].Name != "P38" || list[29].Name != "P09" {
		t.Errorf("%d proposed, %v: %+v", len(list), err, list)
	}
}

func TestContactNotedForALaterDayIsNotYetTheLast(t *testing.T) {
	s := datatest.Open(t)
	id := datatest.Person(t, s, "Ana", datatest.Interaction(data.Coffee, "2026-10-01", "her new job"), datatest.Interaction(data.Call, "2026-12-01", "settled in"))
	for by, want := range map[string]string{"2026-11-22": "her new job", "2026-12-01": "settled in", "2026-09-30": ""} {
		last, err := s.LastInteractions(t.Context(), []data.ID{id}, datatest.Day(t, by))
		if err != nil {
			t.Fatal(err)
		}
		if got := last[id].Text; got != want {
			t.Errorf("by %s the last contact is %q, not %q", by, got, want)
		}
	}
}
