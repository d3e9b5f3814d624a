package organisations

import (
	"testing"

	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestTheWayInLeadsOverThoseIKnow(t *testing.T) {
	x := newScreen(t)
	s := x.store
	ana := datatest.Person(t, s, "Ana Souza", datatest.Tie(data.Friend))
	raj := datatest.Person(t, s, "Raj Patel", datatest.Role("Vantage", "Director", "2020", ""))
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveIntroduction(&data.Introduction{By: data.Someone{Person: raj}, Known: [2]data.Someone{{Person: ana}, {Name: "Somebody gone"}},
			Day: data.PartialDay{Year: 2022, Month: 5}})
	})
	x.show(page.Organisations())
	x.view().show(x.organisation("Vantage"))
	x.wants("Way in", "Ana Souza", "Raj Patel introduced Ana Souza to Somebody gone in May 2022 · Works there now as Director")
	x.wantsNo("Another way")
	x.wantsNo("In your network, with no contact noted yet · Works there now as Director")
	x.tap("Ana Souza")
	if len(x.Opened) == 0 || x.Opened[len(x.Opened)-1] != page.Person(ana) {
		t.Errorf("opened %v", x.Opened)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveBoundary(data.Boundary{Person: ana, NoContact: true})
	})
	x.wantsNo("Way in")
}

func TestTheSentenceNamesWhomTheWayInNames(t *testing.T) {
	x := newScreen(t)
	s := x.store
	datatest.Me(t, s, datatest.Role("Kestrel", "Engineer", "2012", "2014"), datatest.Role("Orbita", "Engineer", "2015", ""))
	datatest.Person(t, s, "Adaeze Obi", datatest.Role("Vantage", "Buyer", "2012", "2016"), datatest.Tie(data.Friend), datatest.Interaction(data.Coffee, "2026-11-01", ""),
		datatest.Interaction(data.Coffee, "2026-10-01", ""))
	datatest.Person(t, s, "Pádraig Byrne", datatest.Role("Kestrel", "Engineer", "2012", "2014"), datatest.Role("Vantage", "Director", "2020", ""))
	x.show(page.Organisations())
	x.view().show(x.organisation("Vantage"))
	first := ways(x.view().pane.shown)[0][0].Name
	x.wants(first + " could introduce you.")
	x.wants("Who could introduce you", "Was there: Buyer, 2012 to 2016")
	for _, l := range x.view().pane.lines {
		if l.section == introducers && l.person.Name == "Pádraig Byrne" {
			t.Errorf("%q stands among those who could introduce me, and is there", l.person.Name)
		}
	}
}

func TestTheWayInLeadsOverOneOfThoseIAmConnectedWith(t *testing.T) {
	x := newScreen(t)
	for _, name := range []string{"Lars Quinn", "Mia Stone", "Nils Berg", "Oda Falk"} {
		datatest.Person(t, x.store, name, datatest.Role("Globex", "Engineer", "2020", ""), datatest.Connected("2021-05-04"))
	}
	x.show(page.Organisations())
	x.view().show(x.organisation("Globex"))
	x.wants("Way in", "Lars Quinn", "You are connected since 2021 · Works there now as Engineer")
	x.wantsNo("Another way")
}

func TestWhereIAmMyselfNoWayInIsShown(t *testing.T) {
	x := newScreen(t)
	datatest.Me(t, x.store, datatest.Role("Vantage", "Engineer", "2019", ""))
	datatest.Person(t, x.store, "Raj Patel", datatest.Role("Vantage", "Director", "2020", ""), datatest.Tie(data.Friend))
	x.show(page.Organisations())
	x.view().show(x.organisation("Vantage"))
	x.wants("Raj Patel")
	x.wantsNo("Way in")
}
