package parts

import (
	"strings"

	"peerage/app/look"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// tiesShown is how many ties stand behind a name; the person's page has them all.
const tiesShown = 2

// RowOf returns what a list shows of a person. ties are theirs, in the order they should be shown;
// with hidden, names are initials.
func RowOf(w *words.Words, row *store.Row, ties []data.Tie, due, hidden bool) PersonRowData {
	d := PersonRowData{ID: row.ID, Name: Called(row.Name, hidden), Second: Work(row.Title, row.Organisation),
		Initials: Initials(row.Name), Chips: Chips(w, ties, tiesShown), Due: due}
	return d
}

// Called returns a name as the screen shows it: initials while names are hidden.
func Called(name string, hidden bool) string {
	if !hidden {
		return name
	}
	if i := Initials(name); i != "" {
		return strings.Join(strings.Split(i, ""), ". ") + "."
	}
	return "…"
}

// Work joins title and organisation as the second line of a row does.
func Work(title, organisation string) string {
	if title == "" || organisation == "" {
		return title + organisation
	}
	return title + ", " + organisation
}

// Chips returns the ties as chips, each kind once, at most limit of them.
func Chips(w *words.Words, ties []data.Tie, limit int) []ChipData {
	var chips []ChipData
	had := map[data.TieKind]bool{}
	for _, t := range ties {
		if had[t.Kind] || len(chips) == limit {
			continue
		}
		had[t.Kind] = true
		chips = append(chips, ChipData{w.Tie(t.Kind, t.Current), TieTone(t.Kind)})
	}
	return chips
}

// TieTone returns the tone of a tie: green for those who worked side by side, plain for the same
// place at other times, claret for what the user stated.
func TieTone(kind data.TieKind) look.Tone {
	switch kind {
	case data.Coworker:
		return look.Green
	case data.Alumni:
		return look.Plain
	}
	return look.Claret
}
