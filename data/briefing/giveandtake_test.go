package briefing_test

import (
	"fmt"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

// told writes what each side gave as "kind text day", for comparison.
func named(gifts []data.Gift) []string {
	var list []string
	for _, g := range gifts {
		about := g.Text
		for _, o := range g.Others {
			about = o.Name
		}
		list = append(list, fmt.Sprintf("%s %s %s", g.Kind, about, g.Day))
	}
	return list
}

func TestWhatWasGivenAndReceivedIsGatheredForAPeriod(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana",
		datatest.Exchange(data.Mine, data.Feedback, "2026-05-19", "her talk"),
		datatest.Exchange(data.Theirs, data.Advice, "2025-03-01", "the offer"),
		datatest.Exchange(data.Theirs, data.AnIntroduction, "2026-02-03", "told in one line as well"))
	omar, kim := datatest.Person(t, s, "Omar"), datatest.Person(t, s, "Kim", datatest.Exchange(data.Mine, data.Help, "2026-01-01", ""))
	datatest.Introduction(t, s, ana, data.Me, omar, "2026-02-03")
	datatest.Introduction(t, s, data.Me, kim, ana, "2026-06")
	datatest.Introduction(t, s, ana, omar, kim, "2026-07")  // not between the two of us
	datatest.Introduction(t, s, kim, data.Me, ana, "2020")  // by somebody else
	datatest.Introduction(t, s, data.Me, ana, omar, "")     // some time
	datatest.Introduction(t, s, data.Me, ana, omar, "2025") // perhaps within twelve months
	through := func(who data.ID) []data.Link {
		return []data.Link{{Someone: data.Someone{Person: who}, Part: data.ToldOf}}
	}
	datatest.Opportunity(t, s, data.Opportunity{Title: "Staff Engineer", Steps: datatest.Steps(t, "heard 2026-04-01, won 2026-08-01"), Chain: through(ana)})
	datatest.Opportunity(t, s, data.Opportunity{Title: "Design lead", Steps: datatest.Steps(t, "heard 2026-09-01"), For: data.Someone{Person: ana}, Chain: through(kim)})
	datatest.Opportunity(t, s, data.Opportunity{Title: "For Kim, through Ana", Steps: datatest.Steps(t, "heard 2026-10-01"), For: data.Someone{Person: kim}, Chain: through(ana)})

	for _, c := range []struct {
		period          data.Period
		given, received []string
	}{
		{data.ThisYear,
			[]string{"opportunity Design lead 2026-09-01", "introduction Kim 2026-06", "feedback her talk 2026-05-19"},
			[]string{"opportunity Staff Engineer 2026-04-01", "introduction Omar 2026-02-03"}},
		{data.TwelveMonths,
			[]string{"opportunity Design lead 2026-09-01", "introduction Kim 2026-06", "feedback her talk 2026-05-19", "introduction Omar 2025"},
			[]string{"opportunity Staff Engineer 2026-04-01", "introduction Omar 2026-02-03"}},
		{data.Always,
			[]string{"opportunity Design lead 2026-09-01", "introduction Kim 2026-06", "feedback her talk 2026-05-19", "introduction Omar 2025", "introduction Omar "},
			[]string{"opportunity Staff Engineer 2026-04-01", "introduction Omar 2026-02-03", "advice the offer 2025-03-01"}},
	} {
		e, err := briefing.GiveAndTake(t.Context(), s, ana, c.period.Since(today), today)
		if err != nil {
			t.Fatal(err)
		}
		if got := named(e.Given); !slices.Equal(got, c.given) {
			t.Errorf("%s, given: %q", c.period, got)
		}
		if got := named(e.Received); !slices.Equal(got, c.received) {
			t.Errorf("%s, received: %q", c.period, got)
		}
	}
}

func TestAnIntroductionOutlivesWhomItMadeKnown(t *testing.T) {
	s := datatest.Open(t)
	ana, omar := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Omar Khalil")
	datatest.Introduction(t, s, ana, data.Me, omar, "2026-02-03")
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeletePerson(omar) })
	e, err := briefing.GiveAndTake(t.Context(), s, ana, 0, today)
	if err != nil || len(e.Received) != 1 || len(e.Received[0].Others) != 1 || e.Received[0].Others[0].Name != "Omar Khalil" {
		t.Errorf("%+v, %v", e, err)
	}
}
