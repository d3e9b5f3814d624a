package words

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"peerage/assets"
	"peerage/data"
)

// asking returns English words with the questions.
func asking(t *testing.T) *Words {
	t.Helper()
	w, err := english(t).WithQuestions(assets.Questions())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestThereAreQuestionsOfEveryKindAndNoOther(t *testing.T) {
	w := asking(t)
	for _, kind := range data.QuestionKinds {
		if len(w.questions[kind]) < 2 {
			t.Errorf("%s: only %q", kind, w.questions[kind])
		}
	}
	if len(w.questions) != len(data.QuestionKinds) {
		t.Errorf("there are questions of %d kinds, and %d kinds", len(w.questions), len(data.QuestionKinds))
	}
}

func TestQuestionsTakeTurns(t *testing.T) {
	w := asking(t)
	seen := map[string]bool{}
	for turn := -3; turn < 9; turn++ {
		q := w.Question(data.Question{Kind: data.AskOfAnybody, Turn: turn})
		if q == "" {
			t.Errorf("turn %d asks nothing", turn)
		}
		seen[q] = true
	}
	if len(seen) != len(w.questions[data.AskOfAnybody]) {
		t.Errorf("of %d questions %d came", len(w.questions[data.AskOfAnybody]), len(seen))
	}
	if q := w.Question(data.Question{Kind: "gossip"}); q != "" {
		t.Errorf("asked %q", q)
	}
	if q := english(t).Question(data.Question{Kind: data.AskOfAnybody}); q != "" {
		t.Errorf("words without questions ask %q", q)
	}
}

func TestAQuestionThatIsNotTranslatedIsAskedInEnglish(t *testing.T) {
	source, err := fs.ReadFile(assets.Questions(), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	german, err := Load(fstest.MapFS{"en.json": {Data: []byte(`{"a.b": "c"}`)}, "de.json": {Data: []byte(`{"a.b": "c"}`)}}, "de")
	if err != nil {
		t.Fatal(err)
	}
	w, err := german.WithQuestions(fstest.MapFS{"en.json": {Data: source}, "de.json": {Data: []byte(`{"first.first": "Wie kamst du dazu?"}`)}})
	if err != nil {
		t.Fatal(err)
	}
	if q := w.Question(data.Question{Kind: data.AskAtFirst}); q != "Wie kamst du dazu?" {
		t.Errorf("asked %q", q)
	}
	if q := w.Question(data.Question{Kind: data.AskAfterLong}); q != asking(t).Question(data.Question{Kind: data.AskAfterLong}) {
		t.Errorf("asked %q", q)
	}
}
