package words

import (
	"strings"
	"testing"
	"testing/fstest"

	"peerage/assets"
)

// english returns the words of the program in English.
func english(t testing.TB) *Words { return load(t, "en") }

func load(t testing.TB, languages ...string) *Words {
	t.Helper()
	w, err := Load(assets.Translations(), languages...)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// folder is a made-up folder of translations.
func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return fsys
}

var threeLanguages = folder(map[string]string{
	"en.json":    `{"a.hello": "Hello {{.Name}}", "a.people": {"one": "{{.N}} person", "other": "{{.N}} people"}, "a.only": "English {{.N}}", "a.files": {"one": "one file", "other": "{{.N}} files"}, "number.group": ","}`,
	"pl.json":    `{"a.hello": "Cześć {{.Name}}", "a.people": {"one": "{{.N}} osoba", "few": "{{.N}} osoby", "many": "{{.N}} osób", "other": "{{.N}} osoby"}, "number.group": " "}`,
	"pt-BR.json": `{"a.hello": "Oi {{.Name}}"}`,
})

func TestTheLanguageThatFitsBestIsSpoken(t *testing.T) {
	for _, c := range []struct{ wanted, language, hello string }{
		{"en", "en", "Hello Ana"}, {"en-GB", "en", "Hello Ana"}, {"pl", "pl", "Cześć Ana"}, {"pl-PL", "pl", "Cześć Ana"},
		{"pt-BR", "pt-BR", "Oi Ana"}, {"pt", "pt-BR", "Oi Ana"}, {"ja", "en", "Hello Ana"}, {"", "en", "Hello Ana"},
		{"not a tag", "en", "Hello Ana"}, {"ja pl", "pl", "Cześć Ana"}, {"qps", Pseudo, "⟦Ĥééľľôô Ana⟧"},
	} {
		w, err := Load(threeLanguages, strings.Fields(c.wanted)...)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.T("a.hello", Args{"Name": "Ana"}); w.Language() != c.language || got != c.hello {
			t.Errorf("for %q: %s %q, want %s %q", c.wanted, w.Language(), got, c.language, c.hello)
		}
	}
}

func TestEachLanguageHasItsOwnPlurals(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 0, "0 people"}, {"en", 1, "1 person"}, {"en", 2, "2 people"}, {"en", 12345, "12,345 people"},
		{"pl", 1, "1 osoba"}, {"pl", 3, "3 osoby"}, {"pl", 5, "5 osób"}, {"pl", 22, "22 osoby"}, {"pl", 12345, "12 345 osób"},
	} {
		w, err := Load(threeLanguages, c.language)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second time from memory
			if got := w.N("a.people", c.n); got != c.want {
				t.Errorf("%s %d: %q, want %q", c.language, c.n, got, c.want)
			}
		}
	}
}

func TestWhatIsNotTranslatedIsSaidInEnglish(t *testing.T) {
	w, err := Load(threeLanguages, "pl")
	if err != nil {
		t.Fatal(err)
	}
	if got := w.N("a.only", 3); got != "English 3" {
		t.Errorf("got %q", got)
	}
	// 22 is "few" in Polish: the English message is put into the plural of English.
	if got := w.N("a.files", 22); got != "22 files" {
		t.Errorf("got %q", got)
	}
}

func TestWhatIsMissingShowsInBrackets(t *testing.T) {
	w := english(t)
	if got := w.T("no.such"); got != "⟦no.such⟧" {
		t.Errorf("an unknown id gave %q", got)
	}
	if got := w.N("no.such", 2); got != "⟦no.such⟧" {
		t.Errorf("an unknown id with a count gave %q", got)
	}
	if got := w.T("day.on"); got != "on ⟦Day⟧" {
		t.Errorf("a missing value gave %q", got)
	}
	if got := w.T("day.on", Args{"Day": nil}); got != "on ⟦Day⟧" {
		t.Errorf("a nil value gave %q", got)
	}
}

func TestArgumentsAreDataAndNeverPlaceholders(t *testing.T) {
	w := english(t)
	if got := w.T("day.span", Args{"Since": "{{.Until}}", "Until": "<b>\"%s"}); got != "{{.Until}} to <b>\"%s" {
		t.Errorf("got %q", got)
	}
}

func TestABrokenFolderIsRefused(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"no English":           {"de.json": `{}`},
		"no JSON":              {"en.json": `{`},
		"a broken translation": {"en.json": `{"a.b": "x"}`, "de.json": `{`},
	} {
		if w, err := Load(folder(files), "de"); err == nil {
			t.Errorf("%s: loaded %v", name, w.Language())
		}
	}
}

func TestThePseudoLanguageIsLongerAccentedAndMarked(t *testing.T) {
	en, qps := english(t), load(t, Pseudo)
	plain, disguised := 0, 0
	for id, text := range en.texts {
		for form, p := range text.forms {
			other := qps.texts[id].forms[form]
			if len(other.pieces) != len(p.pieces) {
				t.Fatalf("%s: the placeholders differ", id)
			}
			for i := range p.pieces {
				if other.pieces[i].name != p.pieces[i].name {
					t.Errorf("%s: the placeholder %s became %s", id, p.pieces[i].name, other.pieces[i].name)
				}
			}
			before, after := p.fill(en, nil, nil), other.fill(qps, nil, nil)
			if !strings.HasPrefix(after, "⟦") || !strings.HasSuffix(after, "⟧") || before == after {
				t.Errorf("%s: %q became %q", id, before, after)
			}
			plain, disguised = plain+len([]rune(before)), disguised+len([]rune(after))
		}
	}
	if ratio := float64(disguised) / float64(plain); ratio < 1.3 || ratio > 1.6 {
		t.Errorf("the pseudo-language is %.2f times as long as English", ratio)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b, "en-GB")
	}
}

func BenchmarkAMessageWithoutArguments(b *testing.B) {
	w := english(b)
	for b.Loop() {
		w.T("day.today")
	}
}

func BenchmarkAMessageWithArguments(b *testing.B) {
	w := english(b)
	for b.Loop() {
		w.T("day.span", Args{"Since": "July 2016", "Until": "February 2020"})
	}
}

func BenchmarkAMessageWithACount(b *testing.B) {
	w := english(b)
	for b.Loop() {
		w.N("length.months", 7)
	}
}
