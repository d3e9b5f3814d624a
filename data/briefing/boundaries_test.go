package briefing_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

// asking returns who stands in each of the lists that ask for contact.
func asking(t *testing.T, s *store.Store, place data.ID) map[string][]data.ID {
	t.Helper()
	lists := map[string][]data.ID{}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	p := data.DefaultPreferences()
	p.PerDay = 50
	d := day(t, s, p)
	for _, r := range d.Reach {
		lists["today"] = append(lists["today"], r.Person)
	}
	for _, a := range d.Ask {
		lists["ask"] = append(lists["ask"], a.Person)
	}
	for _, promise := range d.Promises {
		lists["promised by "+string(promise.By)] = append(lists["promised by "+string(promise.By)], promise.Person)
	}
	for _, o := range d.Occasions {
		lists["today's occasions"] = append(lists["today's occasions"], o.Person)
	}
	for _, m := range d.News.Risen {
		lists["today's news"] = append(lists["today's news"], m.Person)
	}
	if n := suggested(t, s, today); n != nil {
		lists["one small thing"] = append(lists["one small thing"], n.Person)
	}
	due, err := briefing.DueDays(t.Context(), s, p, today)
	check(err)
	for id, c := range due {
		if c.Due <= today {
			lists["due"] = append(lists["due"], id)
		}
	}
	occasions, err := briefing.Occasions(t.Context(), s, today, 60)
	check(err)
	for _, o := range occasions {
		lists["occasions"] = append(lists["occasions"], o.Person)
	}
	proposed, err := briefing.Propose(t.Context(), s, today)
	check(err)
	for _, p := range proposed {
		lists["proposed"] = append(lists["proposed"], p.Person)
	}
	at, err := briefing.At(t.Context(), s, place, today)
	check(err)
	for _, i := range at.Introducers {
		lists["introducers"] = append(lists["introducers"], i.Row.ID)
	}
	moves, err := briefing.Moves(t.Context(), s, today)
	check(err)
	for _, m := range moves {
		if !m.LeftAlone {
			lists["congratulations"] = append(lists["congratulations"], m.Person)
		}
	}
	return lists
}

// someone is a person in everything that could ask for contact: what of it, the numbers choose.
func someone(random *rand.Rand) []datatest.Part {
	all := []datatest.Part{
		datatest.Cadence(30, 40, "2026-01-01"), datatest.Circle("Close"), datatest.Tie(data.Mentor), datatest.Birthday("1986-12-01"),
		datatest.Milestone("the marathon", "--11-28"), datatest.Detail("the exam", "2026-11-20"), datatest.Promise(data.Theirs, "an introduction", "2026-10-01", "2026-11-20"),
		datatest.Promise(data.Mine, "the slides", "2026-10-01", "2026-11-21"),
		datatest.Interaction(data.Coffee, "2026-08-01", "her thesis"),
		datatest.Role("Halden", "Senior Engineer", "2016-07", "2020-03"), datatest.Role("Zenith", "Engineer", "2020-04", "2026-09-30"),
		datatest.Role("Zenith", "Engineering Manager", "2026-10-01", ""),
	}
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:4+random.IntN(len(all)-3)]
}

func TestWhoeverIsToBeLeftAloneStandsInNothingThatAsksForContact(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	had := map[string]bool{}
	for range 12 {
		n := newNetwork(t)
		datatest.Write(t, n.Store, func(tx *store.Tx) error {
			return tx.SaveCircle(&data.Circle{Name: "Close", Rhythm: data.Rhythm{Ideal: 30, Longest: 40}})
		})
		n.person("Tenant", datatest.Role("Zenith", "Engineer", "2020", ""))
		var people []data.ID
		for i := range 12 {
			people = append(people, n.person(fmt.Sprint("P", i), someone(random)...))
		}
		n.refresh()
		for _, id := range people[:6] {
			n.judge(data.MoveConfirmed, id)
		}
		zenith := datatest.Employer(t, n.Store, "Zenith")
		for list, ids := range asking(t, n.Store, zenith) {
			had[list] = had[list] || len(ids) > 0
		}
		alone, away := map[data.ID]bool{}, map[data.ID]bool{}
		datatest.Write(t, n.Store, func(tx *store.Tx) error {
			for i, id := range people {
				var err error
				switch random.IntN(3) {
				case 0:
					err = tx.SaveBoundary(data.Boundary{Person: id, NoContact: true, Avoid: []string{"money"}})
				case 1:
					away[id] = true
					err = tx.Pause(id, today+data.Day(1+i))
				default:
					continue
				}
				if err != nil {
					return err
				}
				alone[id] = true
			}
			return nil
		})
		for list, ids := range asking(t, n.Store, zenith) {
			for _, id := range ids {
				// My word to somebody who is paused holds.
				if alone[id] && !(away[id] && list == "promised by me") {
					t.Errorf("%d is to be left alone and stands in %s", id, list)
				}
			}
		}
	}
	for _, list := range []string{"today", "ask", "promised by me", "promised by them", "today's occasions", "one small thing", "due", "occasions", "today's news", "proposed", "introducers", "congratulations"} {
		if !had[list] {
			t.Errorf("nobody stands in %s, boundaries or not", list)
		}
	}
}
