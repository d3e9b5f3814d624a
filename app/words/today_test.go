package words

import (
	"strings"
	"testing"

	"peerage/data"
)

func TestAPromiseOfTheDaySaysWhatAndForWhom(t *testing.T) {
	w, today := english(t), data.NewDay(2026, 11, 22)
	for _, c := range []struct {
		p           data.Promise
		title, said string
	}{
		{data.Promise{By: data.Mine, What: "send Priya Raman the hiring rubric", Made: today - 5, Due: today + 1, State: data.PromiseOpen}, "Send Priya Raman the hiring rubric", "You said so on Tuesday, due tomorrow."},
		{data.Promise{By: data.Mine, What: "call Priya back", Made: today, State: data.PromiseOpen}, "For Priya Raman: call Priya back", "You said so today, no day named."},
		{data.Promise{By: data.Mine, What: "the hiring\nrubric", Made: today - 12, Due: today, State: data.PromiseOpen}, "For Priya Raman: the hiring rubric", "You said so on 10 November, due today."},
		{data.Promise{By: data.Theirs, What: "an introduction to Kim", Made: today - 1, Due: today + 3, State: data.PromiseOpen}, "Priya Raman: an introduction to Kim", "Offered yesterday, due on Wednesday."},
		{data.Promise{By: data.Theirs, What: "slides", Made: today, Due: today - 9, State: data.PromiseOpen}, "Priya Raman: slides", "Offered today, nine days late."},
	} {
		if title, said := w.PromiseTitle(&c.p, "Priya Raman"), w.PromiseSaid(&c.p, today); title != c.title || said != c.said {
			t.Errorf("%q %q, want %q %q", title, said, c.title, c.said)
		}
	}
	baker := data.Promise{By: data.Mine, What: "bring banana bread"}
	if got := w.PromiseTitle(&baker, "ana"); got != "For ana: bring banana bread" {
		t.Errorf("a name within a word counts: %q", got)
	}
	long := data.Promise{By: data.Mine, What: strings.Repeat("word ", 3000)}
	if got := w.PromiseTitle(&long, ""); len([]rune(got)) > 220 {
		t.Errorf("a title of %d characters", len([]rune(got)))
	}
}
