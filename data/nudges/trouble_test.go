package nudges

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"peerage/assets"
)

func load(t *testing.T) *Trouble {
	t.Helper()
	trouble, err := Load(assets.Prompts())
	if err != nil {
		t.Fatal(err)
	}
	return trouble
}

func TestWordsOfTroubleAreFoundInManyLanguages(t *testing.T) {
	trouble := load(t)
	for _, text := range []string{
		"She is burnt out, and thinks of leaving", "Laid off in March.", "His father passed away", "is going through a divorce",
		"Er ist völlig überlastet", "Kündigung zum Jahresende", "está agotada con el proyecto", "elle est au chômage", "ha perso il lavoro",
		"foi demitida ontem", "ze is overspannen", "är sjukskriven sedan maj", "er sygemeldt", "er sykmeldt", "straciła pracę",
		"işten çıkarıldı", "потеряла работу", "先月リストラされた", "她最近失业了", "فقدت وظيفتها الشهر الماضي", "요즘 번아웃이 심하다",
	} {
		if !trouble.In(text) {
			t.Errorf("%q tells of no trouble", text)
		}
	}
}

func TestWhatIsWellOrOverTellsOfNoTrouble(t *testing.T) {
	trouble := load(t)
	for _, text := range []string{
		"", "her move to Lisbon", "looking for a data lead", "He reviewed your talk", "new job at Acme, very happy",
		"no longer overwhelmed", "back at work after surgery", "ist nicht mehr krankgeschrieben", "ya no está en paro", "もう大丈夫、手術も終わった",
		"hasta mañana", "met by accident at the hospital’s IT department", "fired up about the launch", "diagnose the outage", "Dafür sorgen wir", "Operation Neustart", "per ongeluk ontmoet", "We talked about the cancerous growth of meetings", "新しい仕事の話", strings.Repeat("all is well. ", 1000) + "burnout",
	} {
		if trouble.In(text) {
			t.Errorf("%q tells of trouble", text)
		}
	}
}

func TestEveryListHasWordsAndNoneStandsTwice(t *testing.T) {
	files, err := fs.Glob(assets.Prompts(), "trouble/*.txt")
	if err != nil || len(files) < 17 {
		t.Fatal(len(files), err)
	}
	for _, name := range files {
		b, err := fs.ReadFile(assets.Prompts(), name)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for line := range strings.Lines(string(b)) {
			line = strings.TrimSpace(line)
			if line == "" || seen[line] || line != strings.ToLower(line) && !strings.HasPrefix(line, "#") {
				t.Errorf("%s: %q is empty, stands twice or has capitals", name, line)
			}
			seen[line] = true
		}
		if len(seen) < 20 {
			t.Errorf("%s has %d lines", name, len(seen))
		}
	}
}

func TestWithoutListsNothingIsLoaded(t *testing.T) {
	if _, err := Load(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is read as word lists")
	}
}

func FuzzTextOfStrangersNeverStopsTheSearch(f *testing.F) {
	trouble, err := Load(assets.Prompts())
	if err != nil {
		f.Fatal(err)
	}
	f.Add("burnt \x00out\xff\u202e")
	f.Fuzz(func(t *testing.T, text string) {
		if trouble.In(text) && strings.TrimSpace(text) == "" {
			t.Error("blanks tell of trouble")
		}
	})
}
