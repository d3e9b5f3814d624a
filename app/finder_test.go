package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestTheFinderFindsOrganisationsByNameAndByQuestion(t *testing.T) {
	w := apptest.English(t)
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Role("Halden Bank", "Engineer", "2018", ""), datatest.Role("Crédit Nord", "Engineer", "2010", "2018"))
	known, err := briefing.LoadDirectory(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	f := &finder{shell: &shell{words: w}, known: known}
	for query, want := range map[string][]string{
		"hal": {"Who do I know at Halden Bank 1 now"}, "CREDIT": {"Who do I know at Crédit Nord 1 before"}, "who do I know at hal": {"Who do I know at Halden Bank 1 now"},
		"": nil, "who do i know at": nil, "know": nil,
	} {
		var got []string
		for _, x := range f.organisations(query) {
			got = append(got, x.action+" "+x.key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
	for _, c := range []struct {
		name, query string
		has         bool
	}{
		{"José Müller", "mull jo", true}, {"José Müller", "jo halden", false}, {"C# platform", "platform c#", true}, {"Claims platform", "c#", false}, {"Claims platform", "c", true},
	} {
		if hasWords(c.name, c.query) != c.has {
			t.Errorf("%q in %q: %v", c.query, c.name, !c.has)
		}
	}
}

func TestTheKeysOfWhoeverIsFoundWorkAtOnceThoughASearchHadTheFocus(t *testing.T) {
	for _, size := range []fyne.Size{wide, fyne.NewSize(800, 600)} {
		h := open(t, size, "Ana Souza", "Raj Patel")
		found := func() {
			t.Helper()
			h.press(fyne.Key2, modifier)
			if _, field := h.window.Canvas().Focused().(*widgets.SearchEntry); !field {
				h.press(fyne.KeyF, modifier)
			}
			h.find()
			h.finder.entry.SetText("Ana")
			h.press(fyne.KeyReturn, 0)
			if h.route != page.Person(2) || h.window.Canvas().Focused() != nil {
				t.Errorf("%v: at %v the focus is on %T", size, h.route, h.window.Canvas().Focused())
			}
			h.press(fyne.KeyL, 0)
			if !h.shows("Log contact") {
				t.Errorf("%v: their key is not heard", size)
			}
			h.press(fyne.KeyEscape, 0)
		}
		found()
		h.press(fyne.KeyF, modifier) // the list comes before the person, who is still where one is
		found()
	}
}

func TestTheFinderFindsOpportunitiesByTitle(t *testing.T) {
	h := open(t, wide)
	o := data.Opportunity{Title: "Lead, Plattform", Kind: data.JobOffer, For: data.Someone{Person: data.Me}, Steps: []data.Step{{Stage: data.Heard, Day: sunday}}}
	datatest.Write(t, h.store, func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	h.find()
	h.finder.entry.SetText("platt lead")
	if !h.shows("Opportunity: Lead, Plattform") || !h.shows("heard of today") {
		t.Fatal("it is not found")
	}
	h.press(fyne.KeyReturn, 0)
	if h.route != page.Opportunity(o.ID) {
		t.Errorf("opened %v", h.route)
	}
	for _, query := range []string{"", "  ", "plattform of others"} {
		if found, err := h.finder.opportunities(t.Context(), query); err != nil || len(found) > 0 {
			t.Errorf("%q finds %d, %v", query, len(found), err)
		}
	}
}

func TestAnOpportunityIsAddedFromAnywhereAndFromAPersonsPageOneReturnsThere(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	h.press(fyne.KeyO, modifier)
	h.on(page.OpportunitiesScreen)
	if !h.shows("Add an opportunity") {
		t.Error("the form is not open")
	}
	h.press(fyne.KeyEscape, 0)
	ana := page.Person(2)
	h.Open(ana)
	h.Open(page.OpportunityThrough(2))
	if !h.shows("Ana Souza") || !h.shows("Tie at that time") {
		t.Error("Ana does not stand in the chain")
	}
	for _, r := range "Lead" {
		h.window.Canvas().Focused().TypedRune(r)
	}
	h.press(fyne.KeyReturn, 0)
	if h.route != ana || h.toast.Text() != "Lead is added." {
		t.Errorf("at %v it says %q", h.route, h.toast.Text())
	}
	h.press(fyne.KeyZ, modifier)
	if all, err := h.store.Opportunities(t.Context()); err != nil || len(all) > 0 {
		t.Errorf("after undo %v, %v", all, err)
	}
}
