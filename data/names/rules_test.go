package names

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadNamesTheLineThatIsWrong(t *testing.T) {
	const forms, none, remarks, titles = "gmbh | DE | end | GmbH\n", "[whole]\nfreelance\n", "yc *\n", "[short forms]\nsenior | sr\n"
	for _, test := range []struct{ forms, none, remarks, titles, want string }{
		{forms + "sa | FR | end", none, remarks, titles, "legalforms.txt line 2"},
		{forms + "# comment\n\nsa | France | end | SA", none, remarks, titles, "legalforms.txt line 4"},
		{forms + "sa | FR | behind | SA", none, remarks, titles, "legalforms.txt line 2"},
		{forms + "sa | FR | weak | SA", none, remarks, titles, "legalforms.txt line 2"},
		{forms + " | FR | end | SA", none, remarks, titles, "legalforms.txt line 2"},
		{forms + "sa | FR | end | SA;", none, remarks, titles, "legalforms.txt line 2"},
		{forms + "other | AT | end | G.m.b.H.", none, remarks, titles, "legalforms.txt line 2"},
		{forms + "\xff", none, remarks, titles, "not UTF-8"},
		{forms, "freelance", remarks, titles, "none.txt line 1"},
		{forms, none + "*\n", remarks, titles, "none.txt line 3"},
		{forms, none + "[unheard]\nx\n", remarks, titles, "none.txt line 4"},
		{forms, none, remarks + "* by", titles, "remarks.txt line 2"},
		{forms, none, remarks, "senior | sr", "titles.txt line 1"},
		{forms, none, remarks, titles + "senior\n", "titles.txt line 3"},
		{forms, none, remarks, titles + "senior | ;\n", "titles.txt line 3"},
		{forms, none, remarks, titles + "sister | Sr.\n", "titles.txt line 3"},
		{forms, none, remarks, titles + "[and]\nand; ;\n", "titles.txt line 4"},
		{forms, none, remarks, titles + "[genders]\n-er\n", "titles.txt line 4"},
		{forms, none, remarks, titles + "[genders]\n-er | erin\n", "titles.txt line 4"},
		{forms, none, remarks, titles + "[genders]\n-er | -erin; \n", "titles.txt line 4"},
		{forms, none, remarks, titles + "[genders]\n-er | -erin\n-or | -erin\n", "titles.txt line 5"},
		{forms, none, remarks, titles + "[unheard]\nx\n", "titles.txt line 4"},
	} {
		_, err := Load(fstest.MapFS{"legalforms.txt": {Data: []byte(test.forms)}, "none.txt": {Data: []byte(test.none)}, "remarks.txt": {Data: []byte(test.remarks)}, "titles.txt": {Data: []byte(test.titles)}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q, %q, %q, %q: %v, want %q", test.forms, test.none, test.remarks, test.titles, err, test.want)
		}
	}
}

func TestLoadNeedsAllFiles(t *testing.T) {
	for _, missing := range []string{"legalforms.txt", "none.txt", "remarks.txt", "titles.txt"} {
		files := fstest.MapFS{"legalforms.txt": {}, "none.txt": {}, "remarks.txt": {}, "titles.txt": {}}
		if _, err := Load(files); err != nil {
			t.Error(err)
		}
		delete(files, missing)
		if _, err := Load(files); err == nil {
			t.Errorf("%s is missing, and nobody minds", missing)
		}
	}
}
