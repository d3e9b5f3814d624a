package briefing_test

import (
	"errors"
	"fmt"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/doors"
	"peerage/data/store"
)

// heard writes an opportunity for me that was heard of on a day, through people as they stood to me then.
func (n *network) heard(title, day string, stage data.Stage, through ...data.ID) data.Opportunity {
	n.t.Helper()
	on := datatest.Day(n.t, day)
	o := data.Opportunity{Title: title, Kind: data.JobOffer, For: data.Someone{Person: data.Me}, Steps: []data.Step{{Stage: data.Heard, Day: on}}}
	if stage != data.Heard {
		o.Steps = append(o.Steps, data.Step{Stage: stage, Day: on + 20})
	}
	for _, id := range through {
		kind, former, err := briefing.TieAt(n.t.Context(), n.Store, id, on)
		if err != nil {
			n.t.Fatal(err)
		}
		o.Chain = append(o.Chain, data.Link{Someone: data.Someone{Person: id}, Part: data.ToldOf, Tie: kind, Former: former})
	}
	datatest.Write(n.t, n.Store, func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	return o
}

func (n *network) doors(in doors.Period) *briefing.Doors {
	n.t.Helper()
	d, err := briefing.LoadDoors(n.t.Context(), n.Store, in, today)
	if err != nil {
		n.t.Fatal(err)
	}
	return d
}

func TestTheTieIsSuggestedAsItWasOnTheDay(t *testing.T) {
	n := newNetwork(t)
	omar := n.person("Omar", datatest.Role("Halden", "Accountant", "2017", "2020-02"))
	n.refresh()
	for day, want := range map[string]string{"2016-01-01": " false", "2018-05-01": "peer false", "2024-05-01": "peer true"} {
		kind, former, err := briefing.TieAt(t.Context(), n.Store, omar, datatest.Day(t, day))
		if got := fmt.Sprint(kind, " ", former); err != nil || got != want {
			t.Errorf("on %s: %q, %v, want %q", day, got, err, want)
		}
	}
}

func TestDoorsAreToldWithWhatKeepsUsInTouch(t *testing.T) {
	n := newNetwork(t)
	n.person("Zoe", datatest.Interaction(data.Coffee, "2022-01-01", "")) // since when contact is noted
	omar := n.person("Omar", datatest.Role("Halden", "Accountant", "2017", "2020-02"))
	rosa := n.person("Rosa", datatest.Tie(data.Recruit), datatest.Cadence(30, 60, "2025-01-01"))
	kim := n.person("Kim", datatest.Interaction(data.Coffee, "2026-02-01", ""), datatest.Interaction(data.Coffee, "2026-03-01", ""))
	raj := n.person("Raj")
	away := n.person("Away")
	datatest.Write(t, n.Store, func(tx *store.Tx) error {
		return errors.Join(tx.SaveBoundary(data.Boundary{Person: raj, NoContact: true}), tx.Pause(away, today+30))
	})
	n.refresh()
	n.heard("Data lead", "2024-05-01", data.Won, omar, rosa)
	n.heard("Platform project", "2026-04-01", data.Heard, kim)
	n.heard("Talk", "2026-05-01", data.Passed, raj)
	n.heard("Order", "2026-06-01", data.Heard, away)

	d := n.doors(doors.Period{})
	if d.Came != 4 || d.Weak != 3 || len(d.Thanks) != 4 || d.Unthanked() != 4 || len(d.Openers) != 5 || fmt.Sprint(d.Years) != "[2026 2024]" {
		t.Errorf("%+v of the years %v", d.Account, d.Years)
	}
	if len(d.NoRhythm) != 1 || d.NoRhythm[0].Name != "Omar" {
		t.Errorf("without a rhythm: %+v", d.NoRhythm)
	}
	if d.Employer[omar] != "Halden" || d.Employer[rosa] != "" {
		t.Errorf("shared employers: %v", d.Employer)
	}
	if d := n.doors(doors.Year(2024)); d.Came != 1 || len(d.Openers) != 2 || len(d.Years) != 2 {
		t.Errorf("in 2024: %+v", d.Account)
	}
}

func TestWithoutContactNotedTheTieTellsWhetherItWasWeak(t *testing.T) {
	n := newNetwork(t)
	omar := n.person("Omar", datatest.Role("Halden", "Accountant", "2017", "2020-02"))
	n.refresh()
	n.heard("Data lead", "2024-05-01", data.Won, omar)
	n.heard("Talk", "2024-05-01", data.Won, n.person("Kim", datatest.Interaction(data.Coffee, "2024-03-01", "")))
	if d := n.doors(doors.Period{}); d.Weak != 1 || d.Ways[0].Tie != data.Peer || !d.Ways[0].Former {
		t.Errorf("%+v", d.Account)
	}
}

func TestWhoWasRemovedKeepsTheirPlaceAndIsNotToBeThanked(t *testing.T) {
	n := newNetwork(t)
	omar := n.person("Omar")
	n.heard("Data lead", "2024-05-01", data.Won, omar)
	datatest.Write(t, n.Store, func(tx *store.Tx) error { return tx.DeletePerson(omar) })
	d := n.doors(doors.Period{})
	if len(d.Openers) != 1 || d.Openers[0].Name != "Omar" || d.Openers[0].Person != 0 || len(d.Thanks) != 0 || len(d.NoRhythm) != 0 {
		t.Errorf("%+v, without a rhythm %v", d.Account, d.NoRhythm)
	}
}

// BenchmarkDoors loads the account of 500 opportunities that came through 1,000 of 10,000 people.
func BenchmarkDoors(b *testing.B) {
	s := datatest.Open(b)
	datatest.Write(b, s, func(tx *store.Tx) error {
		var people []data.ID
		for i := range 10_000 {
			p := data.Person{Name: fmt.Sprintf("Person %d", i)}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			people = append(people, p.ID)
			talk := data.Interaction{Kind: data.Coffee, Day: today - data.Day(i%900), People: []data.ID{p.ID}}
			if err := tx.SaveInteraction(&talk); err != nil {
				return err
			}
		}
		for i := range 500 {
			o := data.Opportunity{Title: fmt.Sprintf("Opportunity %d", i), Kind: data.JobOffer, For: data.Someone{Person: data.Me},
				Steps: []data.Step{{Stage: data.Heard, Day: today - data.Day(2000-4*i)}}}
			for j := range 2 {
				o.Chain = append(o.Chain, data.Link{Someone: data.Someone{Person: people[20*i+j]}, Part: data.ToldOf, Tie: data.Coworker, Former: true})
			}
			if err := tx.SaveOpportunity(&o); err != nil {
				return err
			}
		}
		return nil
	})
	for b.Loop() {
		if _, err := briefing.LoadDoors(b.Context(), s, doors.Period{}, today); err != nil {
			b.Fatal(err)
		}
	}
}
