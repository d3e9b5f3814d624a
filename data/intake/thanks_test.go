package intake_test

import (
	"errors"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/store"
)

// opening adds an opportunity of mine, heard of on 1 October 2026 through the people given.
func opening(t testing.TB, s *store.Store, title, employer string, through ...data.ID) data.ID {
	t.Helper()
	o := data.Opportunity{Title: title, Employer: employer, Kind: data.OtherOpening, For: data.Someone{Person: data.Me}, Steps: datatest.Steps(t, "heard 2026-10-01")}
	for _, id := range through {
		o.Chain = append(o.Chain, data.Link{Someone: data.Someone{Person: id}, Part: data.ToldOf})
	}
	return datatest.Opportunity(t, s, o)
}

func TestThanksAreForTheOpportunityThatTheLineSettles(t *testing.T) {
	for _, test := range []struct {
		line string
		want []string // of the titles, each for whom
	}{
		{"thanked Raj for Platform job", []string{"Raj: Platform job"}},
		{"coffee with Raj, thanked him", nil},
		{"thanked Raj for PLATFORM-JOB", []string{"Raj: Platform job"}},
		{"thanked Raj for the offer at Zenith", []string{"Raj: Platform job"}},
		{"lunch with Raj at Zenith, thanked him", nil},
		{"thanked Raj for the intro", nil}, // there are two
		{"thanked Raj for the job", []string{"Raj: Job"}},
		{"thanked Kim for the intro", []string{"Kim: Keynote"}}, // there is one
		{"thanked Kim", nil},
		{"thanked Kim for Platform job", nil}, // names another
		{"thanked Kim for the talk at Zenith", nil},
		{"danke an Kim für die Empfehlung", []string{"Kim: Keynote"}},
		{"thanked Raj and Kim for the Keynote", []string{"Kim: Keynote"}},
		{"Kim thanked me for the Keynote", nil},
		{"helped Kim with the Keynote", nil},
		{"thanked Kim for the Keynote on 30 September", nil}, // before it was heard of
		{"thanked Ana for the lift", nil},
	} {
		s := datatest.Open(t)
		raj, kim := datatest.Person(t, s, "Raj"), datatest.Person(t, s, "Kim")
		datatest.Person(t, s, "Ana")
		opening(t, s, "Platform job", "Zenith", raj)
		opening(t, s, "Job", "", raj)
		opening(t, s, "Keynote", "Halden", kim)
		u := understand(t, s, test.line)
		var got []string
		for _, x := range u.Thanked() {
			got = append(got, x.Name+": "+x.Title)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.line, got, test.want)
		}
		saveUnderstood(t, s, u)
		all, err := s.Opportunities(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var noted []string
		for _, o := range all {
			for _, l := range o.Chain {
				if l.Thanked != 0 {
					noted = append(noted, l.Name+": "+o.Title)
				}
				if l.Thanked != 0 && l.Thanked != u.Day {
					t.Errorf("%s: thanked on %s", test.line, l.Thanked)
				}
			}
		}
		if !slices.Equal(noted, test.want) {
			t.Errorf("%s: noted %q, want %q", test.line, noted, test.want)
		}
	}
}

func TestThanksAreTakenBackWithTheContactAndNotGivenTwice(t *testing.T) {
	s := datatest.Open(t)
	raj := datatest.Person(t, s, "Raj")
	job := opening(t, s, "Platform job", "Zenith", raj)
	first, again := understand(t, s, "thanked Raj for Platform job yesterday"), understand(t, s, "thanked Raj for Platform job")
	saveUnderstood(t, s, first)
	saveUnderstood(t, s, again)
	thanked := func() data.Day {
		o, err := s.Opportunity(t.Context(), job)
		if err != nil {
			t.Fatal(err)
		}
		return o.Chain[0].Thanked
	}
	if got := thanked(); got != first.Day {
		t.Errorf("thanked on %s", got)
	}
	if got := understand(t, s, "thanked Raj for Platform job").Thanked(); len(got) > 0 {
		t.Errorf("thanked already: %v", got)
	}
	for range 2 {
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := thanked(); got != 0 {
		t.Errorf("after undo thanked on %s", got)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeleteOpportunity(job) })
	if i := saveUnderstood(t, s, first); i.ID == 0 {
		t.Error("not saved once the opportunity was removed")
	}
	if got := (&intake.Understood{}).Thanked(); got != nil {
		t.Errorf("nothing understood thanks for %v", got)
	}
	if _, err := s.Opportunity(t.Context(), job); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("it came back: %v", err)
	}
}
