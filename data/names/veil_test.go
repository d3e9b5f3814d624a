package names_test

import (
	"strings"
	"testing"

	"peerage/data/names"
)

func TestAVeilKeepsEveryNameOutOfATextAndNothingElse(t *testing.T) {
	var v names.Veil
	for _, name := range []string{"Ana Souza", "José Álvarez", "Jan van der Berg", "Raj Patel, PhD", "Mark O'Neill (ex-Google)", "Jean-Luc Picard",
		"Do An", "X Y", "李雷", "山田 太郎", "김민수", "प्रियंका श्रीवास्तव", "محمد خليل", ""} {
		v.Add(name)
	}
	for _, c := range []struct{ text, want string }{
		{"Coffee with Ana Souza.", "Coffee with [AnaSouza]."},
		{"Ana's talk; Souza, and Anabel too", "[Ana]'s talk; [Souza], and Anabel too"},
		{"JOSE ALVAREZ and jose alvarez, Jose's", "[JOSEALVAREZ] and [josealvarez], [Jose]'s"},
		{"Bei der Arbeit mit Jan van der Berg, dann Bergs Vortrag", "Bei der Arbeit mit [JanvanderBerg], dann [Berg]s Vortrag"},
		{"Raj's PhD at Google", "[Raj]'s PhD at Google"},
		{"mark the page for Mark", "mark the page for [Mark]"},
		{"O’Neill and Jean Luc", "O’[Neill] and [Jean] [Luc]"},
		{"do an intro", "do an intro"},
		{"Plan X, then Y", "Plan X, then Y"},
		{"和李雷喝咖啡", "和[李雷]喝咖啡"},
		{"山田さんと太郎", "[山田]さんと[太郎]"},
		{"김민수와 커피", "[김민수]와 커피"},
		{"प्रियंका से बात", "[प्रियंका] से बात"},
		{"قهوة مع محمد", "قهوة مع [محمد]"},
		{"Ana. Raj", "[Ana]. [Raj]"},
		{"", ""},
	} {
		got := v.Over(c.text, func(name string) string { return "[" + strings.ReplaceAll(name, " ", "") + "]" })
		if got != c.want {
			t.Errorf("%q → %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTheFullStopBehindAnInitialIsWrittenOnce(t *testing.T) {
	var v names.Veil
	v.Add("Ana Souza")
	if got := v.Over("Met Ana. Then Souza…", func(name string) string { return name[:1] + "." }); got != "Met A. Then S.…" {
		t.Errorf("shows %q", got)
	}
}

func TestNoVeilLeavesATextAsItIs(t *testing.T) {
	var v names.Veil
	if got := v.Over("Ana", func(string) string { return "" }); got != "Ana" {
		t.Errorf("shows %q", got)
	}
}

func FuzzAVeilLosesNothingOfATextButNames(f *testing.F) {
	f.Add("Ana Souza", "Met Ana. Souza’s 李雷")
	f.Add("李 雷", "李雷\xff")
	f.Fuzz(func(t *testing.T, name, text string) {
		var v names.Veil
		v.Add(name)
		if got := v.Over(text, func(name string) string { return name }); got != text {
			t.Errorf("with %q, %q → %q", name, text, got)
		}
	})
}
