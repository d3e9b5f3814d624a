package tabular

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// mangle does to a text what a spreadsheet does that takes it for Windows-1252.
func mangle(text string) string {
	var b strings.Builder
	for i := range len(text) {
		r := rune(text[i])
		if c := text[i]; c >= 0x80 && windows1252(c) != utf8.RuneError {
			r = windows1252(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// inLatin1 does to a text what a program does that takes it for Latin-1.
func inLatin1(text string) string {
	var b strings.Builder
	for i := range len(text) {
		b.WriteRune(rune(text[i]))
	}
	return b.String()
}

func TestAMangledTextIsPutRight(t *testing.T) {
	const text = "a,b,c\nZoë,Núñez,x\n李,🙂,“Łódź” – à Évora\nplain,Á\u00a0í,y\n"
	for name, file := range map[string]string{
		"at once":     text,
		"far in":      "a,b,c\n" + strings.Repeat("1,2,3\n", 20_000) + strings.TrimPrefix(text, "a,b,c\n"),
		"to the end":  strings.TrimSuffix(text, "\n"),
		"with a mark": text,
		"by Latin-1":  text,
	} {
		mangled := mangle(file)
		if name == "by Latin-1" {
			mangled = inLatin1(file)
		}
		if name == "with a mark" {
			mangled = "\ufeff" + mangled
		}
		table, err := Open(strings.NewReader(mangled), abc)
		if err != nil {
			t.Fatal(err)
		}
		var last [][]string
		for {
			rec, err := table.Read()
			if err != nil {
				break
			}
			last = append(last, slices.Clone(rec.Values))
		}
		last = last[len(last)-3:]
		for i, want := range [][]string{{"Zoë", "Núñez", "x"}, {"李", "🙂", "“Łódź” – à Évora"}, {"plain", "Á\u00a0í", "y"}} {
			if !slices.Equal(last[i], want) {
				t.Errorf("%s: got %q, want %q", name, last[i], want)
			}
		}
		if table.Mended != 6 || table.Encoding() != UTF8 {
			t.Errorf("%s: %d mended in %s", name, table.Mended, table.Encoding())
		}
	}
}

func TestWhatOnlyLooksMangledStays(t *testing.T) {
	for _, rest := range []string{
		"Spaß…,CAFÉ–BAR,x\n",              // two are too few to tell
		"Spaß…,CAFÉ–BAR,MÃ¼ller\nö,ä,ü\n", // others are sound
		"Ã©Ã©Ã©,李,x\n",                    // what no byte stands for
		"JosÃ©,NÃºÃ±ez,x\nMÃ¼ller,Ã,é\n",  // half of it is
		"Â,Ã,Ä\n",
	} {
		table, err := Open(strings.NewReader("a,b,c\n"+rest), abc)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(rest, "\n")
		if rec, err := table.Read(); err != nil || strings.Join(rec.Values, ",") != first || table.Mended != 0 {
			t.Errorf("%q becomes %q, %v", first, rec.Values, err)
		}
	}
}

func TestAMangledHeaderIsFound(t *testing.T) {
	accepts := func(names []string) bool { return slices.Equal(names, []string{"Prénom", "Société", "Connecté"}) }
	if _, err := Open(strings.NewReader(mangle("Prénom,Société,Connecté\n")), accepts); err != nil {
		t.Error(err)
	}
}
