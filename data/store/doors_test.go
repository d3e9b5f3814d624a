package store_test

import (
	"errors"
	"reflect"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// door writes an opportunity that came through people, in order.
func door(t *testing.T, s *store.Store, title string, heard data.Day, through ...data.ID) data.Opportunity {
	t.Helper()
	o := data.Opportunity{Title: title, Kind: data.ProjectWork, For: data.Someone{Person: data.Me},
		Steps: []data.Step{{Stage: data.Heard, Day: heard}}}
	for _, id := range through {
		o.Chain = append(o.Chain, data.Link{Someone: data.Someone{Person: id}, Part: data.ToldOf, Tie: data.Peer})
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	return o
}

func chainOf(t *testing.T, s *store.Store, id data.ID) []data.Link {
	t.Helper()
	o, err := s.Opportunity(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return o.Chain
}

func TestAnOpportunityComesBackAsItWasSaved(t *testing.T) {
	s := datatest.Open(t)
	ana, raj := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Raj")
	o := door(t, s, "Orbita: platform project", 739900, ana, raj)
	o.Employer, o.Worth, o.Notes = "Orbita", "four months", "through\nthe back door"
	o.Steps = append(o.Steps, data.Step{Stage: data.Won, Day: 739910})
	o.Chain[0], o.Chain[1] = o.Chain[1], o.Chain[0]
	o.Chain[0].Part, o.Chain[0].Thanked, o.Chain[1].Former = data.Referred, 739911, true
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	o.For.Name, o.Chain[0].Name, o.Chain[1].Name = "", "Raj", "Ana"
	if got, err := s.Opportunity(ctx, o.ID); err != nil || !reflect.DeepEqual(got, o) {
		t.Errorf("Opportunity = %+v, %v\nwant %+v", got, err, o)
	}
	earlier := door(t, s, "Earlier", 739800, raj)
	if all, err := s.OpportunitiesOf(ctx, raj); err != nil || len(all) != 2 || all[0].ID != o.ID || all[1].ID != earlier.ID {
		t.Errorf("OpportunitiesOf = %+v, %v", all, err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeleteOpportunity(o.ID) })
	if _, err := s.Opportunity(ctx, o.ID); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("after removal: %v", err)
	}
}

func TestHistoryKeepsTheNameOfWhoWasRemoved(t *testing.T) {
	s := datatest.Open(t)
	ana, raj, kim := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Raj"), datatest.Person(t, s, "Kim")
	o := door(t, s, "Orbita", 739900, ana, raj)
	met := data.Introduction{By: data.Someone{Person: ana}, Known: [2]data.Someone{{Person: data.Me}, {Person: kim}}}
	project := data.Project{Name: "Eastmere Days", Kind: data.EventTogether, People: []data.Someone{{Person: ana}, {Person: raj}}}
	said := data.Interaction{Kind: data.Coffee, Day: 739900, People: []data.ID{ana}}
	promise := data.Promise{Person: raj, By: data.Theirs, What: "intro", Made: 739900, State: data.PromiseOpen}
	datatest.Write(t, s, func(tx *store.Tx) error {
		err := errors.Join(tx.SaveIntroduction(&met), tx.SaveProject(&project), tx.SaveInteraction(&said))
		promise.Interaction = said.ID
		return errors.Join(err, tx.SavePromise(&promise))
	})
	before := store.Dump(t, s, "operation")
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeletePerson(ana) })
	if chain := chainOf(t, s, o.ID); len(chain) != 2 || chain[0].Person != 0 || chain[0].Name != "Ana" || chain[1].Name != "Raj" {
		t.Errorf("chain = %+v", chain)
	}
	if got, err := s.IntroductionsOf(ctx, kim); err != nil || len(got) != 1 || got[0].By != (data.Someone{Name: "Ana"}) || got[0].Known[1].Name != "Kim" {
		t.Errorf("introductions = %+v, %v", got, err)
	}
	if got, err := s.ProjectsOf(ctx, raj); err != nil || len(got) != 1 || got[0].People[0] != (data.Someone{Name: "Ana"}) {
		t.Errorf("projects = %+v, %v", got, err)
	}
	if got, err := s.Promises(ctx, store.PromiseFilter{Person: raj}); err != nil || len(got) != 1 || got[0].Interaction != 0 {
		t.Errorf("promise = %+v, %v", got, err)
	}
	if _, err := s.Undo(ctx); err != nil || store.Dump(t, s, "operation") != before {
		t.Errorf("undo of a removal left another file, %v", err)
	}
}

func TestWhoBecomesOneStandsInAChainOnce(t *testing.T) {
	s := datatest.Open(t)
	keep, drop, other := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Ana S."), datatest.Person(t, s, "Raj")
	both, one := door(t, s, "Both", 739900, drop, other, keep), door(t, s, "One", 739900, drop)
	self := data.Introduction{By: data.Someone{Person: keep}, Known: [2]data.Someone{{Person: drop}, {Person: other}}}
	real := data.Introduction{By: data.Someone{Person: drop}, Known: [2]data.Someone{{Person: data.Me}, {Person: other}}}
	promise := data.Promise{Person: keep, By: data.Mine, What: "deck", Made: 739900, State: data.PromiseOpen}
	same := promise
	same.Person = drop
	datatest.Write(t, s, func(tx *store.Tx) error {
		return errors.Join(tx.Thank(both.Chain[0].ID, 739905), tx.SaveIntroduction(&self), tx.SaveIntroduction(&real), tx.SavePromise(&promise), tx.SavePromise(&same),
			tx.SaveBoundary(data.Boundary{Person: keep, Avoid: []string{"money"}}),
			tx.SaveBoundary(data.Boundary{Person: drop, Avoid: []string{"money", "health"}, Channel: data.Phone, From: 10, NoContact: true}))
	})
	before := store.Dump(t, s, "operation")
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.MergePeople(keep, drop) })
	if chain := chainOf(t, s, both.ID); len(chain) != 2 || chain[0].Person != other || chain[1].Person != keep || chain[1].Thanked != 739905 {
		t.Errorf("chain of both = %+v", chain)
	}
	if chain := chainOf(t, s, one.ID); len(chain) != 1 || chain[0].Person != keep {
		t.Errorf("chain of one = %+v", chain)
	}
	if got, err := s.Introductions(ctx); err != nil || len(got) != 1 || got[0].By.Person != keep {
		t.Errorf("introductions = %+v, %v", got, err)
	}
	if got, err := s.Promises(ctx, store.PromiseFilter{Person: keep}); err != nil || len(got) != 1 {
		t.Errorf("promises = %+v, %v", got, err)
	}
	want := data.Boundary{Person: keep, NoContact: true, Avoid: []string{"money", "health"}, Channel: data.Phone, From: 10}
	if got, err := s.Boundary(ctx, keep); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("boundary = %+v, %v", got, err)
	}
	if _, err := s.Undo(ctx); err != nil || store.Dump(t, s, "operation") != before {
		t.Errorf("undo of a merge left another file, %v", err)
	}
}

func TestPromisesComeInTheOrderTheyPress(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana")
	var ids []data.ID
	for _, p := range []data.Promise{
		{What: "some day", State: data.PromiseOpen}, {What: "tomorrow", Due: 739943, State: data.PromiseOpen},
		{What: "yesterday", Due: 739941, State: data.PromiseOpen}, {What: "kept", Due: 739930, State: data.PromiseKept, Settled: 739931},
	} {
		p.Person, p.By, p.Made = ana, data.Mine, 739900
		datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePromise(&p) })
		ids = append(ids, p.ID)
	}
	check := func(f store.PromiseFilter, want ...int) {
		t.Helper()
		got, err := s.Promises(ctx, f)
		if err != nil || len(got) != len(want) {
			t.Fatalf("Promises(%+v) = %+v, %v", f, got, err)
		}
		for i, w := range want {
			if got[i].ID != ids[w] {
				t.Errorf("Promises(%+v)[%d] = %s", f, i, got[i].What)
			}
		}
	}
	check(store.PromiseFilter{Person: ana}, 2, 1, 0, 3)
	check(store.PromiseFilter{Open: true}, 2, 1, 0)
	check(store.PromiseFilter{Open: true, By: 739942}, 2)
}

func TestWhatAFileGaveAndTheUserRemovedDoesNotComeBack(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana")
	add := func() (added bool) {
		e := data.Exchange{Person: ana, Kind: data.Recommendation, By: data.Theirs, Day: 739000, Text: "A joy", Source: data.FromLinkedIn}
		datatest.Write(t, s, func(tx *store.Tx) (err error) {
			added, err = tx.AddSeenExchange(&e)
			return err
		})
		return added
	}
	if !add() || add() {
		t.Error("the same recommendation is not added once")
	}
	all, err := s.Exchanges(ctx, store.ExchangeFilter{Person: ana})
	if err != nil || len(all) != 1 {
		t.Fatalf("Exchanges = %+v, %v", all, err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeleteExchange(all[0].ID) })
	if all, err := s.Exchanges(ctx, store.ExchangeFilter{}); err != nil || len(all) != 0 || add() {
		t.Errorf("a removed recommendation came back: %+v, %v", all, err)
	}
}

func TestWhoMustNotBeContactedHasNoRhythm(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"))
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SaveBoundary(data.Boundary{Person: ana, NoContact: true}) })
	if got, err := s.Rhythms(ctx, datatest.Day(t, datatest.Today)); err != nil || len(got) != 0 {
		t.Errorf("Rhythms = %+v, %v", got, err)
	}
}

func TestTheFileKnowsWhoIsToBeLeftAlone(t *testing.T) {
	s := datatest.Open(t)
	today := datatest.Day(t, datatest.Today)
	free, near := datatest.Person(t, s, "Free"), datatest.Person(t, s, "Near", datatest.Tie(data.Friend))
	shut := datatest.Person(t, s, "Shut", datatest.Boundary(data.Boundary{NoContact: true}))
	away, back := datatest.Person(t, s, "Away"), datatest.Person(t, s, "Back")
	datatest.Write(t, s, func(tx *store.Tx) error { return errors.Join(tx.Pause(away, today+1), tx.Pause(back, today)) })
	all := []data.ID{data.Me, free, near, shut, away, back}
	got, err := s.Known(ctx, all, today)
	if err != nil || len(got) != 5 || got[free].Near || !got[near].Near || got[back].LeftAlone || !got[away].LeftAlone || !got[shut].LeftAlone {
		t.Errorf("Known = %+v, %v", got, err)
	}
	alone, err := s.LeftAlone(ctx, today)
	if want := map[data.ID]bool{shut: true, away: true}; err != nil || !reflect.DeepEqual(alone, want) {
		t.Errorf("LeftAlone = %v, %v", alone, err)
	}
	if alone, err := s.LeftAlone(ctx, today+1); err != nil || len(alone) != 1 {
		t.Errorf("LeftAlone the day after = %v, %v", alone, err)
	}
}

func TestAConfidantIsPrivate(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana")
	p, err := s.Person(ctx, ana)
	if err != nil {
		t.Fatal(err)
	}
	p.Confidant = true
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
	if private, err := s.PrivatePeople(ctx); err != nil || !private[ana] {
		t.Errorf("PrivatePeople = %v, %v", private, err)
	}
	if got, err := s.Confidants(ctx); err != nil || !reflect.DeepEqual(got, []data.ID{ana}) {
		t.Errorf("Confidants = %v, %v", got, err)
	}
}
