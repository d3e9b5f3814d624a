package ladder

import (
	"strings"
	"testing"
	"testing/fstest"

	"peerage/data"
)

func TestAMistakeInAWordListIsNamedWithFileAndLine(t *testing.T) {
	for _, test := range []struct{ list, want string }{
		{"head: last\n[jobs]\nexecutve | ceo", `line 3: "executve" is no track, level or profession`},
		{"[leads]\nmanagement manager | manager", "line 2: \"management manager\" are not three readings"},
		{"\n[tasks]\n", "line 2: [tasks] is no section"},
		{"head: middle", "line 1: \"head: middle\" is no setting"},
		{"[jobs]\nnurse", "line 2: \"nurse\" has no |"},
		{"[things]\n;", "line 2: \";\" has no spelling"},
		{"[things]\n!!", "line 2: \"!!\" has no words"},
		{"[fields]\nmagic | wand", "line 2: \"magic\" is no profession"},
		{"[forms of people]\neur euse", "has no >"},
		{"[leads]\nmanager > mid > manager | chief\n[jobs]\n | chief", "line 4: \"chief\" is in [leads] and in [jobs]"},
		{"\xff", "is not UTF-8"},
	} {
		_, err := Load(fstest.MapFS{"en.txt": {Data: []byte(test.list)}})
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "en.txt") {
			t.Errorf("%q: %v, want %s", test.list, err, test.want)
		}
	}
}

func TestWithoutEnglishNothingIsLoaded(t *testing.T) {
	if _, err := Load(fstest.MapFS{"de.txt": {Data: []byte("head: last")}}); err == nil || !strings.Contains(err.Error(), "en.txt") {
		t.Errorf("got %v", err)
	}
}

func TestAWordAddedToAListIsUnderstood(t *testing.T) {
	l, err := Load(fstest.MapFS{
		"en.txt": {Data: []byte("head: last\n[jobs]\nengineering | wrangler\n[grades]\nlead | grand")},
		"eo.txt": {Data: []byte("head: first\n[forms of people]\no > ino\n[leads]\nunknown > individual mid > management manager | estro\n[people]\nteamo\n[of]\nde")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if r := l.Read("Grand Wrangler"); r != (Reading{data.Standing{Track: data.Individual, Level: data.Lead, Field: "engineering"}, "Wrangler", false}) {
		t.Errorf("got %+v", r)
	}
	if r := l.Read("Estrino de teamo"); r != (Reading{data.Standing{Track: data.Management, Level: data.ManagerLevel, Field: data.UnknownField}, "Estrino de teamo", false}) {
		t.Errorf("got %+v", r)
	}
}

func TestTheLanguagesOfThePlanAreOnBoard(t *testing.T) {
	have := map[string]bool{}
	for _, language := range ladder(t).languages {
		have[language.name] = true
	}
	for _, name := range strings.Fields("en de fr es pt it nl sv da no pl tr ru ja zh ar ko") {
		if !have[name] {
			t.Errorf("%s is missing", name)
		}
	}
}
