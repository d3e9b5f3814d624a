package names

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadNamesTheLineThatIsWrong(t *testing.T) {
	const forms, none = "gmbh | DE | end | GmbH\n", "[whole]\nfreelance\n"
	for _, test := range []struct{ forms, none, want string }{
		{forms + "sa | FR | end", none, "legalforms.txt line 2"},
		{forms + "# comment\n\nsa | France | end | SA", none, "legalforms.txt line 4"},
		{forms + "sa | FR | behind | SA", none, "legalforms.txt line 2"},
		{forms + "sa | FR | weak | SA", none, "legalforms.txt line 2"},
		{forms + " | FR | end | SA", none, "legalforms.txt line 2"},
		{forms + "sa | FR | end | SA;", none, "legalforms.txt line 2"},
		{forms + "other | AT | end | G.m.b.H.", none, "legalforms.txt line 2"},
		{forms + "\xff", none, "not UTF-8"},
		{forms, "freelance", "none.txt line 1"},
		{forms, none + "*\n", "none.txt line 3"},
		{forms, none + "[unheard]\nx\n", "none.txt line 4"},
	} {
		_, err := Load(fstest.MapFS{"legalforms.txt": {Data: []byte(test.forms)}, "none.txt": {Data: []byte(test.none)}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q, %q: %v, want %q", test.forms, test.none, err, test.want)
		}
	}
}

func TestLoadNeedsBothFiles(t *testing.T) {
	if _, err := Load(fstest.MapFS{"legalforms.txt": {}}); err == nil {
		t.Error("none.txt is missing, and nobody minds")
	}
}
