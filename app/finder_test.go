package app

import (
	"slices"
	"testing"

	"peerage/app/words"
	"peerage/assets"
	"peerage/data/briefing"
	"peerage/data/datatest"
)

func TestTheFinderFindsOrganisationsByNameAndByQuestion(t *testing.T) {
	w, err := words.Load(assets.Translations(), "en")
	if err != nil {
		t.Fatal(err)
	}
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
	if !hasWords("José Müller", "mull jo") || hasWords("José Müller", "jo halden") {
		t.Error("a name has words that it has not, or has them not")
	}
}
