package words

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"peerage/assets"
	"peerage/data"
)

// withPrompts returns English words with the sentences of nudges.
func withPrompts(t *testing.T) *Words {
	t.Helper()
	w, err := english(t).WithPrompts(assets.Prompts())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// written lists the cases that are done by writing.
var written = []data.NudgeCase{data.ThankWon, data.ThankClosed, data.ThankRunning, data.OfferTrouble, data.OfferGave, data.CelebrateBirthday,
	data.CelebrateYears, data.CelebrateOwn, data.ShareField, data.InviteGroup, data.CoffeeFar, data.CoffeeFormer}

// wholeSuggestion has everything that the sentences of a case may name.
func wholeSuggestion(c data.NudgeCase) data.Suggestion {
	omar := data.Someone{Person: 4, Name: "Omar Haddad"}
	return data.Suggestion{Case: c, Person: 3, Name: "Deniz Aydin", Given: "Deniz", What: "Platform project", Place: "Lisbon",
		Others: []data.Someone{omar}, Thanked: []data.Someone{omar}, First: data.NewDay(2026, 6, 3), Last: data.NewDay(2026, 9, 14),
		Contact:  &data.Interaction{ID: 1, Kind: data.Coffee, Day: data.NewDay(2026, 10, 2), Text: "burnt out"},
		Move:     &data.Move{Kinds: []data.MoveKind{data.NewEmployer}, To: data.Post{Title: "Engineer", Employer: "Zenith"}},
		Occasion: &data.Occasion{Name: "Deniz Aydin", Kind: data.Birthday, Day: data.NewDay(2026, 11, 22)},
		Gave:     &data.Exchanged{Received: []data.Gift{{Kind: data.Advice}, {Kind: data.Advice}}}}
}

func TestEveryCaseOfANudgeHasItsSentences(t *testing.T) {
	w, today := withPrompts(t), data.NewDay(2026, 11, 22)
	said := 0
	for _, c := range data.NudgeCases {
		s := wholeSuggestion(c)
		parts := []string{w.NudgeTitle(&s, today), w.prompt(&s, promptReason, today), w.NudgeDo(&s, today)}
		if strings.HasPrefix(string(c), string(data.NudgeThank)) {
			parts = append(parts, w.NudgeReason(&s, today))
			said++
		}
		if slices.Contains(written, c) {
			subject, text, noted := w.NudgeLetter(&s, "Kim", today)
			parts = append(parts, subject, text, noted)
			said += 3
		}
		said += 3
		for _, p := range parts {
			if p == "" || strings.ContainsAny(p, "⟦⟧{}") || strings.Contains(p, "  ") {
				t.Errorf("%s says %q", c, p)
			}
		}
	}
	if said != len(w.prompts) {
		t.Errorf("%d of %d sentences are used", said, len(w.prompts))
	}
}

func TestEveryPlaceholderOfANudgeExists(t *testing.T) {
	b, err := fs.ReadFile(assets.Prompts(), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(b) {
		t.Fatal("en.json is no JSON")
	}
	w, s := withPrompts(t), wholeSuggestion(data.ThankWon)
	known := w.told(&s, data.NewDay(2026, 11, 22))
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`{{([^}]*)}}`).FindAllStringSubmatch(string(b), -1) {
		name, dotted := strings.CutPrefix(m[1], ".")
		if _, ok := known[name]; !ok || !dotted {
			t.Errorf("%s stands for nothing", m[0])
		}
		used[name] = true
	}
	for name := range known {
		if !used[name] {
			t.Errorf("nothing is said with %s", name)
		}
	}
}

func TestANudgeSaysWhatAndWhy(t *testing.T) {
	w, today := withPrompts(t), data.NewDay(2026, 11, 22)
	s := wholeSuggestion(data.ThankWon)
	if got := w.NudgeTitle(&s, today); got != "Thank Deniz Aydin for “Platform project”" {
		t.Error(got)
	}
	if got := w.NudgeReason(&s, today); got != "It came through Deniz Aydin and Omar Haddad on 3 June and was won on 14 September. Omar Haddad has heard from you, Deniz has not." {
		t.Error(got)
	}
	s.Thanked = nil
	if got := w.NudgeReason(&s, today); strings.Contains(got, "heard from you") {
		t.Error(got)
	}
	s = wholeSuggestion(data.OfferTrouble)
	if got := w.NudgeReason(&data.Suggestion{Case: data.OfferTrouble, Contact: s.Contact}, today); !strings.HasPrefix(got, "Coffee on 2 October: burnt out. ") {
		t.Error(got)
	}
	_, text, _ := w.NudgeLetter(&s, "Kim", today)
	if !strings.HasPrefix(text, "Dear Deniz,\n\n") || !strings.HasSuffix(text, "\n\nKim") {
		t.Errorf("%q", text)
	}
}

func TestNudgesAreSaidInTheLanguageOfTheRestAndElseInEnglish(t *testing.T) {
	translations := fstest.MapFS{"en.json": {Data: []byte(`{"list.last": "{{.List}} and {{.Item}}"}`)}, "de.json": {Data: []byte(`{"list.last": "{{.List}} und {{.Item}}"}`)}}
	prompts := fstest.MapFS{
		"en.json": {Data: []byte(`{"thank_won.title": "Thank {{.Name}}", "thank_won.do": "Thank"}`)},
		"de.json": {Data: []byte(`{"thank_won.title": "{{.Name}} danken"}`)},
	}
	w, err := Load(translations, "de-CH")
	if err != nil {
		t.Fatal(err)
	}
	if w, err = w.WithPrompts(prompts); err != nil {
		t.Fatal(err)
	}
	s := data.Suggestion{Case: data.ThankWon, Name: "Deniz", Contact: &data.Interaction{}}
	if got := []string{w.prompt(&s, promptTitle, 0), w.prompt(&s, promptDo, 0)}; !slices.Equal(got, []string{"Deniz danken", "Thank"}) {
		t.Errorf("%q", got)
	}
	disguised, err := Load(assets.Translations(), Pseudo)
	if err != nil {
		t.Fatal(err)
	}
	if disguised, err = disguised.WithPrompts(assets.Prompts()); err != nil {
		t.Fatal(err)
	}
	if got := disguised.NudgeDo(&s, 0); !strings.HasPrefix(got, "⟦") || strings.Contains(got, "Thank") {
		t.Errorf("the pseudo-language says %q", got)
	}
}

func TestWhatStrangersWriteStaysOnOneLineInANudge(t *testing.T) {
	w, today := withPrompts(t), data.NewDay(2026, 11, 22)
	for _, c := range data.NudgeCases {
		s := wholeSuggestion(c)
		hostile := "A\u202egro\n<b>{{.Name}}" + strings.Repeat("x", 10_000)
		s.Name, s.What, s.Place, s.Contact.Text = "A\u202egro\n<b>", hostile, "Lis\nbon", hostile
		for _, text := range []string{w.NudgeTitle(&s, today), w.NudgeReason(&s, today)} {
			if strings.ContainsAny(text, "\n\u202e") || len([]rune(text)) > 700 {
				t.Errorf("%s says %q", c, text)
			}
		}
	}
}
