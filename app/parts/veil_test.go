package parts

import (
	"testing"

	"peerage/data"
)

func TestWhatIsWrittenBesideAPersonNamesThemByTheirInitials(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Ana Souza", "Coffee with Ana Souza.", "Coffee with A. S."},
		{"Ana Souza", "Ana's talk; Souza, and Anabel too", "A.'s talk; S., and Anabel too"},
		{"Ana Souza", "Met Ana.", "Met A."},
		{"Jan van der Berg", "Bei der Arbeit mit Jan van der Berg", "Bei der Arbeit mit J. B."},
		{"李雷", "和李雷喝咖啡", "和李.喝咖啡"},
		{"प्रियंका श्रीवास्तव", "प्रियंका से बात", "प्रि. से बात"},
		{"X Y", "Plan X and plan Y", "Plan X and plan Y"},
		{"", "Anything", "Anything"},
	} {
		if got := Veil(c.text, c.name, true); got != c.want {
			t.Errorf("of %q, %q → %q, want %q", c.name, c.text, got, c.want)
		}
		if got := Veil(c.text, c.name, false); got != c.text {
			t.Errorf("%q is changed to %q though names are shown", c.text, got)
		}
	}
}

func TestEveryNameOfAPersonIsVeiled(t *testing.T) {
	p := &data.Person{Name: "Robert Smith", Given: "Robert", OtherNames: []string{"Bob", "Robert Jones"}}
	if got := VeilOf("Bob Jones, whom Smith calls Robert", p, true); got != "B. J., whom S. calls R." {
		t.Errorf("shows %q", got)
	}
}
