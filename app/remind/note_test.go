package remind

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"peerage/data"
)

var phrases = Phrases{
	Title: func(checkIns, promises int) string {
		if promises > 0 {
			return fmt.Sprint(checkIns, " due, ", promises, " promised")
		}
		return fmt.Sprint(checkIns, " due")
	},
	Names: func(shown []string, more int) string { return fmt.Sprintf("%s +%d", strings.Join(shown, ", "), more) },
	Promises: func(shown []string, more int) string {
		return fmt.Sprintf("promises %s +%d", strings.Join(shown, ", "), more)
	},
}

func TestOneNoteNamesThreePeopleAndCountsTheRest(t *testing.T) {
	for _, c := range []struct {
		due  []Due
		want Note
	}{
		{[]Due{{Name: "Ana"}}, Note{"1 due", "Ana +0"}},
		{[]Due{{Name: "Ana"}, {Name: "Raj"}, {Name: "李"}}, Note{"3 due", "Ana, Raj, 李 +0"}},
		{[]Due{{Name: "A"}, {Name: "B"}, {Name: "C"}, {Name: "D"}, {Name: "E"}}, Note{"5 due", "A, B, C +2"}},
		{[]Due{{Name: "A"}, {Name: "Secret", Private: true}, {Name: "B"}}, Note{"3 due", "A, B +1"}},
		{[]Due{{Name: "Secret", Private: true}}, Note{"1 due", " +1"}},
		{[]Due{{Name: " \n "}, {Name: "Ana\nSouza"}}, Note{"2 due", "Ana Souza +1"}},
		{[]Due{{Name: "Ana"}, {Name: "Raj", Promise: true}, {Name: "Secret", Private: true, Promise: true}}, Note{"1 due, 2 promised", "Ana +0 · promises Raj +1"}},
		{[]Due{{Name: "Secret", Private: true, Promise: true}}, Note{"0 due, 1 promised", "promises  +1"}},
		{[]Due{{Person: 1, Name: "Ana", Promise: true}, {Name: "Raj", Promise: true}, {Person: 1, Name: "Ana", Promise: true}}, Note{"0 due, 3 promised", "promises Ana, Raj +0"}},
		{[]Due{{Name: "Ana", Promise: true}, {Person: 1, Name: "Secret", Private: true, Promise: true}, {Person: 1, Name: "Secret", Private: true, Promise: true}}, Note{"0 due, 3 promised", "promises Ana +1"}},
		{[]Due{{Person: 1, Name: "Secret", Private: true, Promise: true}, {Person: 1, Name: "Secret", Private: true, Promise: true}}, Note{"0 due, 2 promised", "promises  +2"}},
		{[]Due{{Name: "Ana", Promise: true}, {Name: "Ana", Promise: true}}, Note{"0 due, 2 promised", "promises Ana, Ana +0"}},
	} {
		for i := range c.due { // those without a number are different people
			c.due[i].Person = cmp.Or(c.due[i].Person, data.ID(i+10))
		}
		if got := Compose(c.due, phrases); got != c.want {
			t.Errorf("%v became %q, want %q", c.due, got, c.want)
		}
	}
}

func TestALongNameDoesNotCrowdOutTheOthers(t *testing.T) {
	got := Compose([]Due{{Person: 2, Name: strings.Repeat("x", 5000)}, {Person: 3, Name: "Ana"}}, phrases)
	if want := strings.Repeat("x", maxName-1) + "…, Ana +0"; got.Body != want {
		t.Errorf("the body is %q", got.Body)
	}
}

func TestACutDoesNotPartWhatBelongsTogether(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"abcdef", "abcdef"}, {"abcdefg", "abcde…"}, {"abcd efg", "abcd…"},
		{"abcde\u0301fg", "abcd…"},                                        // e with its accent
		{"abc👩\u200D💻fg", "abc…"},                                         // one emoji of three code points
		{"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "a\u0301\u0301…"}, // marks without end
		{"李小龙李小龙", "李小龙李小龙"},
	} {
		if got := cut(c.in, 6); got != c.want {
			t.Errorf("%q is cut to %q, want %q", c.in, got, c.want)
		}
	}
}

// hostile are names as strangers write them.
var hostile = []string{
	"$(calc)", "`calc`", `"; calc`, "”; calc; “", "\"@\nStart-Process calc\n@\"", "]]>]]]]>><x/>", "]]$>", "<b>Ann</b> & Co", "Ann\r\nEve",
	"A\x00nn\x1b[31m", "\xff\xfe", "\u202Egnp.exe", "\u2066x", "\u200Fمحمد", "👩\u200D💻", "a\u00A0b", "-h", "--action=x", " - -", "\\", `\"`, "=cmd",
	"\uFEFF\uFFFE\uFDD0\U0010FFFF", strings.Repeat("<", 5000), "\U000E0067\U0001FFFE", "O'Brien, O’Neill",
}

// checkSafe fails for anything the notification service of goos would take for more than a character.
func checkSafe(t *testing.T, goos, in string) {
	t.Helper()
	n := Safe(goos, Note{Title: in, Body: in})
	for _, s := range []string{n.Title, n.Body} {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\x1b\r\n\u2028\u202E\u2066\uFEFF") || strings.HasPrefix(s, "-") {
			t.Errorf("%s: %q became %q", goos, in, s)
		}
	}
	if utf8.RuneCountInString(n.Title) > maxTitle || utf8.RuneCountInString(n.Body) > maxBody*len("&#34;") {
		t.Errorf("%s: %.40q became %d and %d octets", goos, in, len(n.Title), len(n.Body))
	}
	switch goos {
	case "linux":
		if strings.ContainsAny(n.Body, `<>"'`) {
			t.Errorf("the body has markup: %q", n.Body)
		}
	case "windows":
		if strings.ContainsAny(n.Title+n.Body, "$`\"'‘’‚‛“”„‟") || strings.Contains(n.Title, "]]>") || strings.Contains(n.Body, "]]>") {
			t.Errorf("PowerShell or XML would read %q", n)
		}
	case "darwin":
		quoted := fmt.Sprintf("%q", n.Body)
		if strings.Contains(strings.NewReplacer(`\\`, "", `\"`, "").Replace(quoted), `\`) {
			t.Errorf("AppleScript does not know %s", quoted)
		}
	}
}

var systems = []string{"linux", "windows", "darwin"}

func TestHostileNamesAreSafeOnEverySystem(t *testing.T) {
	for _, goos := range systems {
		for _, in := range hostile {
			checkSafe(t, goos, in)
		}
	}
}

func FuzzAnyTextIsSafeOnEverySystem(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, goos := range systems {
			checkSafe(t, goos, s)
		}
	})
}

func TestOrdinaryNamesStayAsTheyAre(t *testing.T) {
	for _, c := range []struct{ goos, in, title, body string }{
		{"linux", "AT&T <Acme & Co>", "AT&T <Acme & Co>", "AT&amp;T &lt;Acme &amp; Co&gt;"},
		{"linux", "Ana, Jürgen Weiß, 李小龙 and 4 more", "Ana, Jürgen Weiß, 李小龙 and 4 more", "Ana, Jürgen Weiß, 李小龙 and 4 more"},
		{"linux", "👩\u200D💻 \u200Fمحمد", "👩\u200D💻 \u200Fمحمد", "👩\u200D💻 \u200Fمحمد"},
		{"windows", "O'Brien & Ann-Marie (Acme)", "OʼBrien & Ann-Marie (Acme)", "OʼBrien & Ann-Marie (Acme)"},
		{"darwin", `Pat "Pip" O’Brien` + "\u00A0👩\u200D💻", `Pat "Pip" O’Brien 👩💻`, `Pat "Pip" O’Brien 👩💻`},
	} {
		if got := Safe(c.goos, Note{c.in, c.in}); got != (Note{c.title, c.body}) {
			t.Errorf("%s: %q became %q", c.goos, c.in, got)
		}
	}
}
