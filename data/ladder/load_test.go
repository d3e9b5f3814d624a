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
		{"[short forms]\nmanager", "line 2: \"manager\" has no |"},
		{"[short forms]\nnurse | rn\n[jobs]\n | nurse; rn", "line 4: \"rn\" is a short form already"},
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
	if r := l.Read("Grand Wrangler"); r != (Reading{data.Standing{Track: data.Individual, Level: data.Lead, Field: "engineering"}, "Grand Wrangler", false}) {
		t.Errorf("got %+v", r)
	}
	if r := l.Read("Estrino de teamo"); r != (Reading{data.Standing{Track: data.Management, Level: data.ManagerLevel, Field: data.UnknownField}, "Estrino de teamo", false}) {
		t.Errorf("got %+v", r)
	}
}

func TestAShortFormStandsForItsWordsInTitlesAndInLists(t *testing.T) {
	l, err := Load(fstest.MapFS{"en.txt": {Data: []byte("head: last\n[short forms]\nboard of wrangling | bow\nwrangling | wrg; w'ing\n[short forms at the end]\nwrangler | wrg\n" +
		"[jobs]\nmanagement lead | head of bow\n | wrangler\n[leads]\nmanagement manager > individual mid > management director | boss\n[people]\nwrangling\n[of]\nof")}})
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range map[string]string{
		"Head of Board of Wrangling": "management lead", "Head of BoW": "management lead", "Wrg": "individual mid", "Wrg. of Cats": "individual mid",
		"Wrg Boss": "management director", "Wrg., Boss": "management manager", "Wrg.'s Boss": "management manager",
	} {
		if r := l.Read(title); string(r.Track)+" "+string(r.Level) != want {
			t.Errorf("%q is %s %s because of %q, want %s", title, r.Track, r.Level, r.Why, want)
		}
	}
	if r := l.Read("the Wrg. Boss"); r.Why != "Wrg. Boss" {
		t.Errorf("%q decides", r.Why)
	}
}

func TestHowWordsStandTogetherIsSaidByTheList(t *testing.T) {
	l, err := Load(fstest.MapFS{
		"en.txt": {Data: []byte("head: last\n[jobs]\n | clerk")},
		"zh.txt": {Data: []byte("head: last\nblanks: no\nsame signs: 经經\nletters: 匠\n[likely endings]\n匠\n[leads]\nmanagement manager > individual mid > management manager | 经理")},
		"ko.txt": {Data: []byte("head: last\nblanks: some\nletters: 가-힣\n[leads]\nmanagement manager > individual mid > management manager | 장\n[people]\n팀\n[jobs]\n | 기사\n[former]\n전\n[hoped]\n지망")},
		"ar.txt": {Data: []byte("head: first\nletters: ء-ي\njoined articles: ال\njoined and: و\n[jobs]\nmanagement director | مدير\n | كاتب\n[and]\nو")},
		"ru.txt": {Data: []byte("head: first\nletters: а-я А-Я\n[likely endings]\nник\n[qualifying endings]\nый")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range map[string]string{
		"经理": "management manager", "經理": "management manager", "木匠": "individual mid",
		"팀장": "management manager", "냉장": "unknown unknown", "전기사": "individual unknown", "운전 기사": "individual mid", "기사 지망": "individual entry",
		"المدير": "management director", "كاتب ومدير": "management director",
		"морозный охотник": "individual mid", "морозный клад": "unknown unknown",
	} {
		if r := l.Read(title); string(r.Track)+" "+string(r.Level) != want {
			t.Errorf("%q is %s %s, want %s", title, r.Track, r.Level, want)
		}
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
