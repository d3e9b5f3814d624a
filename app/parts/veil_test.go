package parts_test

import (
	"slices"
	"testing"

	"peerage/app/parts"
	"peerage/data"
	"peerage/data/datatest"
)

func TestWhatWasWrittenNamesEverybodyByInitialsWhileNamesAreHidden(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza")
	datatest.Person(t, s, "Jan van der Berg")
	datatest.Person(t, s, "李雷")
	for _, c := range []struct{ text, want string }{
		{"Coffee with Ana Souza.", "Coffee with A. S."},
		{"Bei der Arbeit mit Jan van der Berg: Anas Vortrag", "Bei der Arbeit mit J. B.: A.s Vortrag"},
		{"和李雷喝咖啡", "和李.喝咖啡"},
		{"Anything", "Anything"},
	} {
		for hidden, want := range map[bool]string{true: c.want, false: c.text} {
			veil, err := parts.LoadVeil(t.Context(), s, hidden)
			if err != nil {
				t.Fatal(err)
			}
			if got := veil.Over(c.text); got != want {
				t.Errorf("hidden %v: %q → %q, want %q", hidden, c.text, got, want)
			}
		}
	}
}

func TestTopicsToAvoidAreVeiledInACopy(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza")
	veil, err := parts.LoadVeil(t.Context(), s, true)
	if err != nil {
		t.Fatal(err)
	}
	b := data.Boundary{NoContact: true, Avoid: []string{"Ana's move"}}
	got := veil.OverBoundary(b)
	if !got.NoContact || !slices.Equal(got.Avoid, []string{"A.'s move"}) || b.Avoid[0] != "Ana's move" {
		t.Errorf("shows %+v of %+v", got, b)
	}
}
