package briefing_test

import (
	"testing"

	"peerage/data"
	"peerage/data/briefing"
)

func TestWhatWasNotedOfAnIntroductionIsRewordedInACopy(t *testing.T) {
	made := data.Introduction{By: data.Someone{Name: "Rosa"}, Note: "at Ana's party"}
	m := &briefing.Meeting{
		People: []briefing.Brief{{Introductions: []data.Introduction{made}, Exchanged: &data.Exchanged{}}},
		Among:  []briefing.Knowing{{Introduction: &made}, {Employer: "Halden"}},
	}
	got := m.Reworded(func(string) string { return "…" })
	if of := got.People[0].Introductions[0]; of.Note != "…" || of.By.Name != "Rosa" {
		t.Errorf("a person's is %+v", of)
	}
	if among := got.Among[0].Introduction; among.Note != "…" || got.Among[1].Employer != "Halden" {
		t.Errorf("among them it is %+v", among)
	}
	if m.People[0].Introductions[0].Note != made.Note || made.Note == "…" {
		t.Error("what it was made from is changed")
	}
}
