package remind

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"peerage/data"
)

var phrases = Phrases{
	Title: func(checkIns, promises int) string {
		if promises > 0 {
			return fmt.Sprint(checkIns, " due, ", promises, " promised")
		}
		return fmt.Sprint(checkIns, " due")
	},
	Names: func(shown []string, more int) string { return fmt.Sprintf("%s +%d", strings.Join(shown, ", "), more) },
	Promises: func(shown []string, more int) string {
		return fmt.Sprintf("promises %s +%d", strings.Join(shown, ", "), more)
	},
	CheckIn: func(name string, at int, said string) (title, body string) {
		return "Check in: " + name, strings.TrimSpace(data.Clock(at) + " " + said)
	},
	Promise: func(by data.Side, name string, due, today data.Day, said string) (title, body string) {
		return fmt.Sprintf("Promise of %s: %s", by, name), strings.TrimSpace(fmt.Sprint(int(today-due), " days late ", said))
	},
}

func TestOneNoteNamesThreePeopleAndCountsTheRest(t *testing.T) {
	for _, c := range []struct {
		due         []Due
		title, body string
	}{
		{[]Due{{Name: "Ana"}}, "1 due", "Ana +0"},
		{[]Due{{Name: "Ana"}, {Name: "Raj"}, {Name: "李"}}, "3 due", "Ana, Raj, 李 +0"},
		{[]Due{{Name: "A"}, {Name: "B"}, {Name: "C"}, {Name: "D"}, {Name: "E"}}, "5 due", "A, B, C +2"},
		{[]Due{{Name: "A"}, {Name: "Secret", Private: true}, {Name: "B"}}, "3 due", "A, B +1"},
		{[]Due{{Name: "Secret", Private: true}}, "1 due", " +1"},
		{[]Due{{Name: " \n "}, {Name: "Ana\nSouza"}}, "2 due", "Ana Souza +1"},
		{[]Due{{Name: "Ana"}, {Name: "Raj", Promise: true}, {Name: "Secret", Private: true, Promise: true}}, "1 due, 2 promised", "Ana +0 · promises Raj +1"},
		{[]Due{{Person: 1, Name: "Ana", Promise: true}, {Name: "Raj", Promise: true}, {Person: 1, Name: "Ana", Promise: true}}, "0 due, 3 promised", "promises Ana, Raj +0"},
		{[]Due{{Name: "Ana", Promise: true}, {Person: 1, Name: "Secret", Private: true, Promise: true}, {Person: 1, Name: "Secret", Private: true, Promise: true}}, "0 due, 3 promised", "promises Ana +1"},
		{[]Due{{Person: 1, Name: "Secret", Private: true, Promise: true}, {Person: 1, Name: "Secret", Private: true, Promise: true}}, "0 due, 2 promised", "promises  +2"},
		{[]Due{{Name: "Ana", Promise: true}, {Name: "Ana", Promise: true}}, "0 due, 2 promised", "promises Ana, Ana +0"},
	} {
		for i := range c.due { // those without a number are different people
			c.due[i].Person, c.due[i].At = cmp.Or(c.due[i].Person, data.ID(i+10)), data.AllDay
		}
		if got := Compose(c.due, phrases, 0, ""); got.Title != c.title || got.Body != c.body || (len(c.due) > 1) != (got.Link == "") {
			t.Errorf("%v became %q", c.due, got)
		}
	}
}

func TestANoteAboutOneThingSaysWhatItIs(t *testing.T) {
	today := data.NewDay(2026, 11, 22)
	for _, c := range []struct {
		due         Due
		title, body string
	}{
		{Due{Name: "Ana", At: 15 * 60, Day: today}, "Check in: Ana", "15:00 told"},
		{Due{Name: "Secret", Private: true, At: 15 * 60, Day: today}, "Check in: ", "15:00 told"},
		{Due{Name: "Ana", At: 15 * 60, Day: today - 1}, "1 due", "Ana +0 · told"}, // the hour is over
		{Due{Name: "Ana", At: data.AllDay, Day: today - 9}, "1 due", "Ana +0 · told"},
		{Due{Name: "Ana", At: data.AllDay, Day: today - 2, Promise: true, By: data.Mine}, "Promise of me: Ana", "2 days late told"},
		{Due{Name: "Secret", Private: true, At: data.AllDay, Day: today, Promise: true, By: data.Theirs}, "Promise of them: ", "0 days late told"},
		{Due{Name: strings.Repeat("x", 5000), At: 0, Day: today}, "Check in: " + strings.Repeat("x", maxName-1) + "…", "00:00 told"},
	} {
		c.due.PersonUUID = "42"
		if got, want := Compose([]Due{c.due}, phrases, today, "told"), (Note{c.title, c.body, "peerage:person/42"}); got != want {
			t.Errorf("%+v became %q, want %q", c.due, got, want)
		}
	}
}

func TestALongNameDoesNotCrowdOutTheOthers(t *testing.T) {
	got := Compose([]Due{{Person: 2, Name: strings.Repeat("x", 5000)}, {Person: 3, Name: "Ana"}}, phrases, 0, "")
	if want := strings.Repeat("x", maxName-1) + "…, Ana +0"; got.Body != want {
		t.Errorf("the body is %q", got.Body)
	}
}
