package names

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadNamesTheLineThatIsWrong(t *testing.T) {
	const forms, none, titles = "gmbh | DE | end | GmbH\n", "[whole]\nfreelance\n", "[short forms]\nsenior | sr\n"
	for _, test := range []struct{ forms, none, titles, want string }{
		{forms + "sa | FR | end", none, titles, "legalforms.txt line 2"},
		{forms + "# comment\n\nsa | France | end | SA", none, titles, "legalforms.txt line 4"},
		{forms + "sa | FR | behind | SA", none, titles, "legalforms.txt line 2"},
		{forms + "sa | FR | weak | SA", none, titles, "legalforms.txt line 2"},
		{forms + " | FR | end | SA", none, titles, "legalforms.txt line 2"},
		{forms + "sa | FR | end | SA;", none, titles, "legalforms.txt line 2"},
		{forms + "other | AT | end | G.m.b.H.", none, titles, "legalforms.txt line 2"},
		{forms + "\xff", none, titles, "not UTF-8"},
		{forms, "freelance", titles, "none.txt line 1"},
		{forms, none + "*\n", titles, "none.txt line 3"},
		{forms, none + "[unheard]\nx\n", titles, "none.txt line 4"},
		{forms, none, "senior | sr", "titles.txt line 1"},
		{forms, none, titles + "senior\n", "titles.txt line 3"},
		{forms, none, titles + "senior | ;\n", "titles.txt line 3"},
		{forms, none, titles + "sister | Sr.\n", "titles.txt line 3"},
		{forms, none, titles + "[and]\nand; ;\n", "titles.txt line 4"},
		{forms, none, titles + "[unheard]\nx\n", "titles.txt line 4"},
	} {
		_, err := Load(fstest.MapFS{"legalforms.txt": {Data: []byte(test.forms)}, "none.txt": {Data: []byte(test.none)}, "titles.txt": {Data: []byte(test.titles)}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q, %q, %q: %v, want %q", test.forms, test.none, test.titles, err, test.want)
		}
	}
}

func TestLoadNeedsAllFiles(t *testing.T) {
	for _, missing := range []string{"legalforms.txt", "none.txt", "titles.txt"} {
		files := fstest.MapFS{"legalforms.txt": {}, "none.txt": {}, "titles.txt": {}}
		if _, err := Load(files); err != nil {
			t.Error(err)
		}
		delete(files, missing)
		if _, err := Load(files); err == nil {
			t.Errorf("%s is missing, and nobody minds", missing)
		}
	}
}
