package opportunities

import (
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func (x *screen) flow() *flow { return x.page.manners[1].(*flow) }

// labels returns what stands in a column of the picture.
func (x *screen) labels(column int) []string {
	var all []string
	for _, n := range x.flow().drawn.columns[column].Nodes {
		all = append(all, n.Label)
	}
	return all
}

// doors is a network in which a friend and a stranger opened doors for me, and I passed one on to the friend.
func doorsOpened(t *testing.T) (x *screen, omar, ingrid data.ID) {
	t.Helper()
	x = newScreen(t)
	x.person("Zoe", datatest.Interaction(data.Coffee, "2020-01-01", "")) // since when contact is noted
	omar, ingrid = x.person("Omar Khalil"), x.person("Ingrid Olsen")
	x.opportunity("Platform project", data.Won, omar)
	x.opportunity("Advisory board", data.Heard, ingrid)
	x.write(func(tx *store.Tx) error {
		for _, o := range x.all() {
			for i := range o.Chain {
				if o.Chain[i].Person == omar {
					o.Chain[i].Tie, o.Employer = data.Friend, "Orbita"
				}
			}
			if err := tx.SaveOpportunity(&o); err != nil {
				return err
			}
		}
		return nil
	})
	passed := data.Opportunity{Title: "Data lead", Kind: data.JobOffer, For: data.Someone{Person: omar},
		Steps: []data.Step{{Stage: data.Heard, Day: sunday - 400}, {Stage: data.Won, Day: sunday - 300}}}
	x.write(func(tx *store.Tx) error { return tx.SaveOpportunity(&passed) })
	return x, omar, ingrid
}

func TestTheFlowShowsWhoOpenedDoorsThroughWhichTies(t *testing.T) {
	x, _, _ := doorsOpened(t)
	x.show(page.Opportunities()).key(fyne.Key2)
	x.sees("through", "friends", "weak ties", "Omar Khalil", "Ingrid Olsen", "Orbita: Platform project", "Advisory board", "won, 1", "open, 1",
		"Who opened doors", "One, and won; friend", "One; no contact noted in the year before",
		"Half of what came to you came from people you speak to less than twice a year. One of them has no rhythm yet.",
		"What you passed on", "To Omar Khalil: Data lead, won on 26 January")
	if got := x.labels(doorColumn); len(got) != 2 {
		t.Errorf("what was passed on is in the picture: %q", got)
	}
}

func TestOneYearIsLookedAtAlone(t *testing.T) {
	x, _, _ := doorsOpened(t)
	x.show(page.Opportunities()).key(fyne.Key2)
	x.flow().look("2025")
	x.sees("No opportunity came to you in this time.", "What you passed on")
	x.seesNot("Omar Khalil told", "Who opened doors")
	x.flow().look("2026")
	x.sees("Two in 2026 came through two people. One is open, two people are not thanked yet.")
	x.seesNot("What you passed on")
	x.flow().look(every)
	x.sees("What you passed on", "Who opened doors")
}

func TestThanksAreNotedFromThePictureAndTakenBack(t *testing.T) {
	x, omar, ingrid := doorsOpened(t)
	x.show(page.Opportunities()).key(fyne.Key2, fyne.KeyT)
	x.thanked()
	x.said("Omar Khalil is thanked.")
	thanked := func() (people []data.ID) {
		for _, o := range x.all() {
			for _, l := range o.Chain {
				if l.Thanked == sunday {
					people = append(people, l.Person)
				}
			}
		}
		return people
	}
	if got := thanked(); len(got) != 1 || got[0] != omar {
		t.Errorf("thanked %v", got)
	}
	x.undo()
	if got := thanked(); len(got) != 0 {
		t.Errorf("after undo %v are thanked", got)
	}
	x.flow().picture.OnActed(whoColumn, 1)
	x.thanked()
	if got := thanked(); len(got) != 1 || got[0] != ingrid {
		t.Errorf("thanked %v", got)
	}
	apptest.Tap(t, x.flow().insight.left, "thank")
	x.thanked()
	if got := thanked(); len(got) != 2 {
		t.Errorf("thanked %v", got)
	}
	x.seesNot("not thanked")
}

func TestPeopleAndOpportunitiesOpenFromThePicture(t *testing.T) {
	x, omar, ingrid := doorsOpened(t)
	x.show(page.Opportunities()).key(fyne.Key2, fyne.KeyReturn)
	x.opened(page.Person(omar))
	x.key(fyne.KeyDown, fyne.KeyReturn)
	x.opened(page.Person(omar), page.Person(ingrid))
	x.tap("Choose one")
	x.opened(page.Person(omar), page.Person(ingrid), page.Person(ingrid))
	x.key(fyne.KeyRight)
	if x.page.manner().chosen() != x.flow().drawn.account.Flow.What[1].ID {
		t.Errorf("%d is chosen", x.page.manner().chosen())
	}
	x.key(fyne.KeyReturn)
	if x.page.detail.id != x.flow().drawn.account.Flow.What[1].ID {
		t.Errorf("%d is shown", x.page.detail.id)
	}
	x.key(fyne.KeyEscape)
	x.flow().open(outcomeColumn, 0)
	if x.page.manner() != manner(x.list()) || len(x.list().rows) == 0 {
		t.Error("an outcome does not lead to the list")
	}
}

func TestSeveralWithoutARhythmAreOfferedToChooseFrom(t *testing.T) {
	x, _, _ := doorsOpened(t)
	kwame := x.person("Kwame Mensah")
	x.opportunity("Talk", data.Lost, kwame)
	x.show(page.Opportunities()).key(fyne.Key2)
	x.tap("Choose one")
	x.sees("Kwame Mensah", "Ingrid Olsen")
	x.key(fyne.KeyEscape)
	x.write(func(tx *store.Tx) error {
		return tx.SaveCadence(data.Cadence{Person: kwame, Rhythm: data.Rhythm{Ideal: 90, Longest: 180}, Set: sunday})
	})
	x.sees("One of them has no rhythm yet.")
}

func TestManyAreFoldedAndHiddenNamesStayHidden(t *testing.T) {
	x := newScreen(t)
	for i := range 30 {
		x.opportunity("Job "+string(rune('a'+i%26)), data.Won, x.person("Person "+string(rune('A'+i%26))+" Number"))
	}
	x.Frame.Hidden = true
	x.show(page.Opportunities()).key(fyne.Key2)
	x.sees("19 more", "P. N.", "Show 25 more")
	x.seesNot("Person A Number")
	x.tap("Show 25 more")
	x.seesNot("Show 25 more")
}

func TestAnEmptyNetworkHasNoFlow(t *testing.T) {
	x := newScreen(t)
	x.show(page.Opportunities()).key(fyne.Key2, fyne.KeyDown, fyne.KeyT)
	if len(x.Errors) > 0 || len(x.Toasts) > 0 {
		t.Errorf("%v %v", x.Errors, x.Toasts)
	}
	x.opportunity("Found alone", data.Heard)
	x.sees("on your own", "you", "Found alone")
}
