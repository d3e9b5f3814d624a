package briefing_test

import (
	"fmt"
	"strings"
	"testing"

	"peerage/assets"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/nudges"
	"peerage/data/store"
)

// suggested returns the nudge of a day.
func suggested(t *testing.T, s *store.Store, day data.Day) *data.Suggestion {
	t.Helper()
	trouble, err := nudges.Load(assets.Prompts())
	if err != nil {
		t.Fatal(err)
	}
	d, err := briefing.Today(t.Context(), s, data.DefaultPreferences(), day)
	if err != nil {
		t.Fatal(err)
	}
	n, err := briefing.Suggest(t.Context(), s, trouble, d)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// short says a nudge in a few words.
func short(n *data.Suggestion) string {
	if n == nil {
		return ""
	}
	return fmt.Sprint(n.Case, " ", n.Name)
}

func place(town string) datatest.Part {
	return func(_ testing.TB, tx *store.Tx, id data.ID) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Place = town
		return tx.SavePerson(&p)
	}
}

// moved adds a role that was moved to, or with "" away from, with its verdict.
func moved(kind data.MoveKind, to, day string, status data.MoveStatus) datatest.Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		on := datatest.Day(t, day)
		from := data.Role{Person: id, Employer: "Halden Bank", Title: "Engineer", To: data.Whole(on), Source: data.Stated}
		if err := tx.SaveRole(&from); err != nil {
			return err
		}
		m := data.Move{Person: id, Kinds: []data.MoveKind{kind}, From: data.Post{Role: from.ID, Employer: "Halden Bank", Title: "Engineer", Form: "halden|engineer"},
			After: on, By: on, Status: status}
		if to != "" {
			r := data.Role{Person: id, Employer: "Zenith", Title: to, From: data.Whole(on), Source: data.Stated, Current: true}
			if err := tx.SaveRole(&r); err != nil {
				return err
			}
			m.To = data.Post{Role: r.ID, Employer: "Zenith", Title: to, Form: "zenith|" + to}
		}
		return tx.AddMoves([]data.Move{m})
	}
}

func thanked(on data.Day, people ...data.ID) []data.Link {
	var chain []data.Link
	for _, id := range people {
		chain = append(chain, data.Link{Someone: data.Someone{Person: id}, Part: data.ToldOf, Thanked: on})
	}
	return chain
}

func TestEveryKindOfNudgeIsFound(t *testing.T) {
	for want, build := range map[string]func(s *store.Store){
		"thank_won Deniz": func(s *store.Store) {
			deniz, omar := datatest.Person(t, s, "Deniz"), datatest.Person(t, s, "Omar")
			datatest.Opportunity(t, s, data.Opportunity{Title: "Won", Steps: datatest.Steps(t, "heard 2026-06-03, won 2026-09-14"),
				Chain: append(thanked(today, omar), data.Link{Someone: data.Someone{Person: deniz}, Part: data.Referred})})
			datatest.Opportunity(t, s, data.Opportunity{Title: "Lost later", Steps: datatest.Steps(t, "heard 2026-06-03, lost 2026-10-14"), Chain: thanked(0, omar)})
		},
		"thank_closed Omar": func(s *store.Store) {
			omar := datatest.Person(t, s, "Omar")
			datatest.Opportunity(t, s, data.Opportunity{Title: "Lost", Steps: datatest.Steps(t, "heard 2026-11-21, lost 2026-11-22"), Chain: thanked(0, omar)})
		},
		"thank_running Omar": func(s *store.Store) {
			omar := datatest.Person(t, s, "Omar")
			datatest.Opportunity(t, s, data.Opportunity{Title: "Open", Steps: datatest.Steps(t, "heard 2026-11-15"), Chain: thanked(0, omar)})
		},
		"ask_detail Raj": func(s *store.Store) { datatest.Person(t, s, "Raj", datatest.Detail("Lisbon", "2026-11-20")) },
		"offer_trouble Kim": func(s *store.Store) {
			datatest.Person(t, s, "Kim", datatest.Interaction(data.Coffee, "2026-11-01", "She is burnt out"))
		},
		"offer_gave Ana": func(s *store.Store) {
			datatest.Person(t, s, "Ana", datatest.Exchange(data.Theirs, data.Advice, "2026-05-01", ""), datatest.Exchange(data.Theirs, data.Referral, "2026-06-01", ""))
		},
		"celebrate_birthday Ana": func(s *store.Store) { datatest.Person(t, s, "Ana", datatest.Birthday("1980-11-22")) },
		"celebrate_own Ana":      func(s *store.Store) { datatest.Person(t, s, "Ana", datatest.Milestone("ten years sober", "--11-22")) },
		"celebrate_move Ana": func(s *store.Store) {
			datatest.Person(t, s, "Ana", moved(data.NewEmployer, "Engineer", "2026-10-01", data.MoveConfirmed))
		},
		"share_field Raj": func(s *store.Store) {
			engineer := func(_ testing.TB, tx *store.Tx, id data.ID) error {
				return tx.SaveRole(&data.Role{Person: id, Employer: "Acme", Title: "Engineer", Source: data.Stated, Current: true,
					Standing: data.Standing{Track: data.Individual, Level: data.Mid, Field: "engineering"}})
			}
			datatest.Person(t, s, "Ana", engineer, datatest.Exchange(data.Theirs, data.Resource, "2026-11-10", "a talk on queues"))
			datatest.Person(t, s, "Raj", engineer, datatest.Tie(data.Friend))
			datatest.Person(t, s, "Kim", datatest.Tie(data.Friend))
		},
		"invite_group Kim": func(s *store.Store) {
			ana, raj := datatest.Person(t, s, "Ana", datatest.Circle("Writers")), datatest.Person(t, s, "Raj", datatest.Circle("Writers"))
			datatest.Person(t, s, "Kim", datatest.Circle("Writers"))
			datatest.Write(t, s, func(tx *store.Tx) error {
				return tx.SaveInteraction(&data.Interaction{Kind: data.Meal, Day: today - 5, People: []data.ID{ana, raj}})
			})
		},
		"coffee_far Ana": func(s *store.Store) {
			datatest.Me(t, s, place("Berlin, Germany"))
			datatest.Person(t, s, "Bob", place("Berlin"), datatest.Interaction(data.Coffee, "2025-11-01", ""))
			datatest.Person(t, s, "Ana", place("Lisbon"), datatest.Interaction(data.Coffee, "2025-10-01", ""))
		},
		"coffee_former Ana": func(s *store.Store) { datatest.Person(t, s, "Ana", formerly(30)) },
		"farewell_left Ana": func(s *store.Store) {
			datatest.Person(t, s, "Ana", datatest.Tie(data.Friend), moved(data.Left, "", "2026-11-01", data.MoveNew))
		},
		"farewell_retired Ana": func(s *store.Store) {
			datatest.Person(t, s, "Ana", datatest.Tie(data.Friend), moved(data.Retired, "", "2026-11-01", data.MoveConfirmed))
		},
		"": func(s *store.Store) {
			datatest.Person(t, s, "Ana", place("Lisbon"), datatest.Interaction(data.Coffee, "2026-11-01", "all is well"))
			datatest.Person(t, s, "Stranger", moved(data.Left, "", "2026-11-01", data.MoveNew))
			datatest.Person(t, s, "Old", formerly(3))
			heard := datatest.Person(t, s, "Raj", datatest.Birthday("1980-11-23"), datatest.Detail("later", "2026-12-01"))
			datatest.Opportunity(t, s, data.Opportunity{Title: "New", Steps: datatest.Steps(t, "heard 2026-11-20"), Chain: thanked(0, heard)})
			datatest.Person(t, s, "Kim", datatest.Interaction(data.Coffee, "2026-09-01", "She is burnt out"), datatest.Exchange(data.Theirs, data.Advice, "2026-05-01", ""))
		},
	} {
		s := datatest.Open(t)
		build(s)
		if got := short(suggested(t, s, today)); got != want {
			t.Errorf("suggested %q, want %q", got, want)
		}
	}
}

// formerly adds a tie of coworkers who were side by side for so many months and are no more.
func formerly(months int) datatest.Part {
	return func(_ testing.TB, tx *store.Tx, id data.ID) error {
		return tx.SaveTie(&data.Tie{Person: id, Kind: data.Coworker, Derived: true, Months: months, Sure: data.Certain})
	}
}

func TestANudgeSaysWhoElseItCameThrough(t *testing.T) {
	s := datatest.Open(t)
	deniz, omar := datatest.Person(t, s, "Deniz Aydin"), datatest.Person(t, s, "Omar Haddad")
	datatest.Opportunity(t, s, data.Opportunity{Title: "Platform project", Steps: datatest.Steps(t, "heard 2026-06-03, won 2026-09-14"),
		Chain: append(thanked(today, omar), data.Link{Someone: data.Someone{Person: deniz}, Part: data.Referred})})
	n := suggested(t, s, today)
	if n.What != "Platform project" || n.First != datatest.Day(t, "2026-06-03") || n.Last != datatest.Day(t, "2026-09-14") ||
		len(n.Others) != 1 || n.Others[0].Name != "Omar Haddad" || len(n.Thanked) != 1 || n.Link == 0 {
		t.Errorf("%+v", n)
	}
}

func TestWhoeverIsToBeLeftAloneGetsNoNudge(t *testing.T) {
	s := datatest.Open(t)
	for i, part := range []datatest.Part{datatest.Boundary(data.Boundary{NoContact: true}), paused(today + 1)} {
		id := datatest.Person(t, s, fmt.Sprint("Quiet ", i), part, place("Lisbon"), datatest.Birthday("1980-11-22"), datatest.Tie(data.Friend),
			datatest.Interaction(data.Coffee, "2025-11-01", ""), datatest.Interaction(data.Call, "2026-11-01", "burnt out"),
			datatest.Exchange(data.Theirs, data.Advice, "2026-05-01", ""), datatest.Exchange(data.Theirs, data.Referral, "2026-06-01", ""),
			moved(data.Retired, "", "2026-11-01", data.MoveConfirmed), datatest.Detail("Lisbon", "2026-11-20"))
		datatest.Opportunity(t, s, data.Opportunity{Title: "Won", Steps: datatest.Steps(t, "heard 2026-06-03, won 2026-09-14"), Chain: thanked(0, id)})
	}
	if n := suggested(t, s, today); n != nil {
		t.Fatalf("suggested %q", short(n))
	}
}

func TestAShownNudgeStaysForTheDayAndDoesNotComeAgain(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Raj", datatest.Detail("Lisbon: how was it?", "2026-11-20"), datatest.Detail("Another", "2026-11-21"))
	first := suggested(t, s, today)
	for range 2 {
		if err := briefing.Shown(t.Context(), s, first, today); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Claim(t.Context(), today-1, []string{"nudge:nonsense", "nudge:2026-11-21:ask:nobody:1"}); err != nil {
		t.Fatal(err)
	}
	datatest.Person(t, s, "Ana", datatest.Birthday("1980-11-22"))
	if n := suggested(t, s, today); n == nil || n.Subject != first.Subject {
		t.Errorf("later on the day it is %q", short(n))
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return briefing.Answered(tx, first, today, false) })
	if n := suggested(t, s, today); n != nil {
		t.Errorf("after the answer it is %q", short(n))
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := suggested(t, s, today); n == nil || n.Subject != first.Subject {
		t.Errorf("after undo it is %q", short(n))
	}
	for day := today + 1; day <= today+61; day++ {
		n := suggested(t, s, day)
		if n != nil && n.Subject == first.Subject && n.Person == first.Person && day <= today+60 {
			t.Fatalf("it comes again on %s", day)
		}
		if n != nil {
			if err := briefing.Shown(t.Context(), s, n, day); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n := suggested(t, s, today+61); n == nil || n.Subject != first.Subject {
		t.Errorf("after 60 days it is %q", short(n))
	}
}

func TestAnswersToTheListOfOccasionsSayNothingAboutNudges(t *testing.T) {
	s := datatest.Open(t)
	for _, day := range []string{"--11-19", "--11-20", "--11-21"} {
		id := datatest.Person(t, s, "Born "+day, datatest.Birthday(day))
		on := datatest.Day(t, "2026"+day[1:])
		o := data.Occasion{Kind: data.Birthday, Person: id, Name: "Born"}
		datatest.Write(t, s, func(tx *store.Tx) error { return briefing.Answered(tx, briefing.Celebration(&o), on, false) })
	}
	datatest.Person(t, s, "Ana", datatest.Birthday("--11-22"))
	n := suggested(t, s, today)
	if short(n) != "celebrate_birthday Ana" {
		t.Fatalf("suggested %q", short(n))
	}
	// What was shown counts, also when it is answered after midnight.
	if err := briefing.Shown(t.Context(), s, n, today); err != nil {
		t.Fatal(err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return briefing.Answered(tx, n, today+1, false) })
	datatest.Person(t, s, "Raj", datatest.Detail("Lisbon", "2026-11-20"))
	datatest.Person(t, s, "Kim", datatest.Birthday("--11-24"))
	if got := short(suggested(t, s, today+2)); got != "ask_detail Raj" {
		t.Errorf("after a celebration was dismissed: %q", got)
	}
}

func TestANudgeSaysNothingThatTheDaySaysAnyway(t *testing.T) {
	s := datatest.Open(t)
	id := datatest.Person(t, s, "Raj", datatest.Cadence(30, 60, "2026-01-01"), datatest.Detail("Lisbon", "2026-11-20"))
	d, err := briefing.Today(t.Context(), s, data.DefaultPreferences(), today)
	if err != nil || len(d.Reach) != 1 || d.Reach[0].Person != id {
		t.Fatalf("%+v, %v", d, err)
	}
	if n := suggested(t, s, today); n != nil {
		t.Fatalf("suggested %q", short(n))
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return formerly(20)(t, tx, id) })
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveBoundary(data.Boundary{Person: id, Avoid: []string{"politics"}})
	})
	if d, err = briefing.Today(t.Context(), s, data.DefaultPreferences(), today); err != nil || strings.Join(d.Reach[0].Bounds.Avoid, " ") != "politics" {
		t.Errorf("%+v, %v", d.Reach, err)
	}
}

func TestWhatWaitsIsWhomToReachAndPromisesThatAreDueOrLate(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Promise(data.Theirs, "late", "2026-11-01", "2026-11-10"))
	datatest.Person(t, s, "Raj", datatest.Promise(data.Mine, "today", "2026-11-01", "2026-11-22"), datatest.Promise(data.Mine, "tomorrow", "2026-11-01", "2026-11-23"))
	d, err := briefing.Today(t.Context(), s, data.DefaultPreferences(), today)
	if err != nil || d.Waits() != 3 || len(d.Promises) != 3 {
		t.Errorf("%d wait, %v: %+v", d.Waits(), err, d.Promises)
	}
}

func TestPromisesAreRemindedOfThreeDaysAheadMineFirst(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Promise(data.Theirs, "an introduction", "2026-11-01", "2026-11-10"), datatest.Promise(data.Mine, "the rubric", "2026-11-01", "2026-11-25"),
		datatest.Promise(data.Mine, "much later", "2026-11-01", "2026-11-26"), datatest.Promise(data.Mine, "some day", "2026-11-01", ""))
	datatest.Person(t, s, "Quiet", datatest.Boundary(data.Boundary{NoContact: true}), datatest.Promise(data.Theirs, "not to be asked for", "2026-11-01", "2026-11-10"),
		datatest.Promise(data.Mine, "not to be said", "2026-11-01", "2026-11-22"))
	datatest.Person(t, s, "Away", paused(today+3), datatest.Promise(data.Theirs, "not to be asked for yet", "2026-11-01", "2026-11-10"),
		datatest.Promise(data.Mine, "what holds", "2026-11-01", "2026-11-22"))
	d, err := briefing.Today(t.Context(), s, data.DefaultPreferences(), today)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range d.Promises {
		got = append(got, p.Name+": "+p.What)
	}
	if want := "Away: what holds, Ana: the rubric, Ana: an introduction"; strings.Join(got, ", ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
