package words

import (
	"strings"
	"testing"

	"peerage/data"
)

func TestTheSentenceOnOpportunitiesSaysWhatIsLeftToDo(t *testing.T) {
	w := english(t)
	for want, c := range map[string]Came{
		"Eleven since 2022 came through nine people. Two are open, one person is not thanked yet.":       {Since: 2022, Came: 11, Through: 11, People: 9, Open: 2, Unthanked: 1},
		"One in 2024 came through one person. One is open, two people are not thanked yet.":              {Year: 2024, Came: 1, Through: 1, People: 1, Open: 1, Unthanked: 2},
		"Eleven came since 2022, eight of them through nine people. None is open, everybody is thanked.": {Since: 2022, Came: 11, Through: 8, People: 9},
		"Two came since 2022, through nobody. None is open.":                                             {Since: 2022, Came: 2},
		"No opportunity came to you in this time.":                                                       {},
	} {
		if got := w.Came(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWeakTiesAreSaidAsAShare(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		came, weak, without int
		want                string
	}{
		{8, 4, 4, "Half of what came to you came from people you speak to less than twice a year. Four of them have no rhythm yet."},
		{8, 8, 0, "All of what came to you came from people you speak to less than twice a year."},
		{11, 5, 1, "Five of the eleven that came to you came from people you speak to less than twice a year. One of them has no rhythm yet."},
		{3, 0, 0, "What came to you came from people close to you, or whom you were often in touch with."},
		{0, 0, 0, ""},
	} {
		if got := w.WeakTies(c.came, c.weak, c.without); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestWhatSomebodyOpenedIsSaidWithWhatCameOfIt(t *testing.T) {
	w := english(t)
	for want, n := range map[string][2]int{"three, two of them won": {3, 2}, "two": {2, 0}, "one, and won": {1, 1}, "two, both won": {2, 2}, "four, all of them won": {4, 4}} {
		if got := w.Opened(n[0], n[1]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := w.MostCame(w.Ties(data.Coworker, false), 5, 2); got != "Former coworkers brought most: five, two of them won." {
		t.Errorf("%q", got)
	}
}

func TestEveryTieHasAWordForMany(t *testing.T) {
	w := english(t)
	seen := map[string]bool{}
	for _, kind := range data.TieKinds {
		for _, current := range []bool{true, false} {
			said := w.Ties(kind, current)
			if strings.Contains(said, "⟦") || said == "" || seen[said] && kind != data.Alumni {
				t.Errorf("%s, current %v: %q", kind, current, said)
			}
			seen[said] = true
		}
	}
}
