package names

import "testing"

func TestReorderedNamesHaveTheSameWordsInAnotherOrder(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Eastmere University", "University of Eastmere", true},
		{"University of Eastmere", "The Eastmere University", true},
		{"Universität für Musik Eastmere", "Eastmere Universität Musik", true},
		{"Universidad de Eastmere", "Eastmere Universidad", true},
		{"Maple & Finch", "Finch and Maple", true},
		{"University of Eastmere", "University Eastmere", false},
		{"Eastmere University", "Eastmere University", false},
		{"Eastmere", "The Eastmere", false},
		{"Eastmere University", "University of Westmere", false},
		{"Eastmere Eastmere University", "University University Eastmere", false},
		{"", "", false},
	} {
		if got := Reordered(test.a, test.b); got != test.want {
			t.Errorf("Reordered(%q, %q) = %v", test.a, test.b, got)
		}
		if got := Reordered(test.b, test.a); got != test.want {
			t.Errorf("Reordered(%q, %q) = %v", test.b, test.a, got)
		}
	}
}
