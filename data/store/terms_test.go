package store_test

import (
	"reflect"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// programmers adds people who are found by short names with signs.
func programmers(t testing.TB, s *store.Store) {
	t.Helper()
	datatest.Person(t, s, "Pia Plus", datatest.Role("Halden AS", "Senior C++ Engineer", "2020", ""))
	datatest.Person(t, s, "Sam Sharp", datatest.Role("Citadel", "C#/.NET Developer", "2020", ""))
	datatest.Person(t, s, "Rita Dahl", datatest.Role("AT&T", "Head of R&D", "2020", ""))
	datatest.Person(t, s, "Carl Cook", datatest.Role("H&M", "C Developer and Plus Size Buyer", "2020", ""), datatest.Notes("Google+ fan, PO#12, writes in C."))
	datatest.Person(t, s, "Jo Park", datatest.Role("J.P. Morgan", "R & D", "2020", ""), datatest.Contact(data.Email, "k.a@x.example"))
	datatest.Person(t, s, "Jane Smith", datatest.Role("U.S. Bank", "Clerk", "2020", ""))
}

func TestShortNamesWithSignsAreFound(t *testing.T) {
	s := acquaintances(t)
	programmers(t, s)
	for words, want := range map[string][]string{
		"c++":             {"Pia Plus"},
		"C+":              {"Pia Plus"},
		"c++ engineer":    {"Pia Plus"},
		"engineer c++":    {"Pia Plus"},
		"c＋＋":             {"Pia Plus"},
		"c#":              {"Sam Sharp"},
		"c# citadel":      {"Sam Sharp"},
		"c#/.net":         {"Sam Sharp"},
		"r&d":             {"Jo Park", "Rita Dahl"},
		"r & d":           {"Jo Park", "Rita Dahl"},
		"j.p. morgan":     {"Jo Park"},
		"j.p.":            {"Jo Park"},
		"morgan j.p":      {"Jo Park"},
		"u.s.":            {"Jane Smith"},
		"U.S. bank clerk": {"Jane Smith"},
		"j.smith":         {"Jane Smith"},
		"s.jane":          {"Jane Smith"},
		"k.a@x.example":   {"Jo Park"},
		"p.j":             {"Jo Park"},
		"u.p.":            {},
		"R&D head":        {"Rita Dahl"},
		"at&t":            {"Rita Dahl"},
		"h&m":             {"Carl Cook"},
		"po#12":           {"Carl Cook"},
		"google+":         {"Carl Cook"},
		"c":               {"Carl Cook"}, // a letter alone begins a name still
		"b++":             {},
		"c+++":            {},
		"d&r":             {},
		"o#":              {},
		"plus plus":       {"Pia Plus", "Carl Cook"},
		"sharp":           {"Sam Sharp"},
		"developer sharp": {"Sam Sharp"},
	} {
		if got := search(t, s, words); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", words, got, want)
		}
	}
	// As they are typed, and deleted again.
	for _, word := range []string{"c++ eng", "c#/.n", "r&d", "at&t", "c+ c#", "j.p. mor", "j.smi", "r & d", "j.s", "k.a@x"} {
		for i := range 2 * len(word) {
			text := word[:min(i+1, 2*len(word)-1-i)]
			got := map[string]bool{}
			for _, name := range search(t, s, text) {
				got[name] = true
			}
			if want := fitting(t, s, text); !reflect.DeepEqual(got, want) {
				t.Errorf("%q finds %v, want %v", text, got, want)
			}
		}
	}
}

func TestNoListIsEmptyOnTheWayToOneThatIsNot(t *testing.T) {
	s := datatest.Open(t)
	programmers(t, s)
	datatest.Person(t, s, "Sean O'Brien", datatest.Role("3M", "Node.js Developer", "2020", ""))
	datatest.Person(t, s, "Jean-Luc Roy", datatest.Role("E.ON", "Analyst, Level 3", "2020", ""), datatest.Contact(data.Email, "jl+news@poe.example"))
	for _, word := range []string{
		"c++ engineer", "c#/.net", ".net", "r&d", "R & D", "at&t", "h&m", "node.js dev", "o'brien", "jean-luc", "halden engineer", "3m",
		"e.on", "level 3", "jl+news@poe.example", "k.a@x.example", "j.p. morgan", "f developer",
	} {
		for i := range len(word) {
			if text := word[:i+1]; len(search(t, s, text)) == 0 {
				t.Errorf("%q finds nobody", text)
			}
		}
	}
	if got := search(t, s, "citadel e"); len(got) > 0 {
		t.Errorf("%q have no word that begins so", got)
	}
}

func TestWhatIsTypedIsFoundByWhatItIsCalled(t *testing.T) {
	for typed, want := range map[string][]string{
		"c#":        {"C# Guild"},
		"c++":       {"Guild of C++"},
		"h&m":       {"H&M"},
		"h & m":     {"H&M"},
		"j.p":       {"J.P. Morgan", "Piano Jam"},
		"guild":     {"C# Guild", "Guild of C++"},
		"m":         {"H&M", "J.P. Morgan", "Hamburg and Mainz", "Piano Jam"},
		"mainz ham": {"Hamburg and Mainz"},
		"#":         {"C# Guild", "Guild of C++", "H&M", "J.P. Morgan", "Hamburg and Mainz", "Piano Jam"},
	} {
		wanted, found := store.ReadTyped(typed), []string{}
		for _, name := range []string{"C# Guild", "Guild of C++", "H&M", "J.P. Morgan", "Hamburg and Mainz", "Piano Jam"} {
			if wanted.In(store.Searched(name)) {
				found = append(found, name)
			}
		}
		if !slices.Equal(found, want) || wanted.None() != (typed == "#") {
			t.Errorf("%q finds %q, want %q", typed, found, want)
		}
	}
}
