package parts

import (
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
		Initials: Initials(Called(row.Name, hidden)), Chips: Chips(w, ties, tiesShown), Due: due}
	return d
}

// Risen returns what a list shows of someone who was a peer once and is in management now: in brass, and
// with the word for it before their ties.
func Risen(w *words.Words, d PersonRowData) PersonRowData {
	d.Risen = true
	d.Chips = append([]ChipData{{w.T("list.risen"), look.Brass}}, d.Chips...)
	return d
}

// Work joins title and organisation as the second line of a row does.
func Work(title, organisation string) string {
	if title == "" || organisation == "" {
		return title + organisation
	}
	return title + ", " + organisation
}

// Chips returns the foremost ties as chips, at most limit of them.
func Chips(w *words.Words, ties []data.Tie, limit int) []ChipData {
	var chips []ChipData
	for _, t := range data.Foremost(ties, limit) {
		chips = append(chips, ChipData{w.Tie(t.Kind, t.Current), TieTone(t.Kind)})
	}
	return chips
}

// TieTone returns the tone of a tie: green for those who worked side by side, blue for peers and
// colleagues, plain for the same place at other times, claret for what the user stated.
func TieTone(kind data.TieKind) look.Tone {
	switch kind {
	case data.Coworker, data.Collaborator:
		return look.Green
	case data.Peer, data.Colleague:
		return look.Blue
	case data.Alumni:
		return look.Plain
	}
	return look.Claret
}
