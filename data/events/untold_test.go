package events_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/names"
	"peerage/data/store"
)

func TestATextThatTellsOfSomebodyPrivateStaysAtHome(t *testing.T) {
	for _, test := range []struct {
		says, text string
		want       string // what is left of it
	}{
		{"nobody private", "her new job", "her new job"},
		{"a confidant by name", "CONF  ÍDANT’s move", ""},
		{"by another name", "dinner at the Old Bear’s", ""},
		{"by the first name alone", "about Conf", ""},
		{"part of a word", "a conference, and the bearings", "a conference, and the bearings"},
		{"in another script", "和王小明喝咖啡", ""},
		{"whoever it is about", "Ana and her namesake", "Ana and her namesake"},
	} {
		s := datatest.Open(t)
		datatest.Person(t, s, "Conf Idant", datatest.Confidant(), func(t testing.TB, tx *store.Tx, id data.ID) error {
			p, err := tx.Person(id)
			p.OtherNames = []string{"Old Bear"}
			if err != nil {
				return err
			}
			return tx.SavePerson(&p)
		})
		datatest.Person(t, s, "王小明", private)
		datatest.Person(t, s, "Ana Lima", private)
		datatest.Person(t, s, "Ana Souza", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", test.text),
			datatest.Promise(data.Mine, test.text, "2026-11-01", "2026-11-25"), datatest.Milestone(test.text, "2026-12-05"))
		want := fmt.Sprintf("2026-11-25 me Ana Souza: %[1]s\n2026-12-01 Check in: Ana Souza every 30 days; last: %[1]s\n2026-12-05 Ana Souza own 0 %[1]s", test.want)
		if test.want == "" {
			want = "2026-11-25 Promise: Ana Souza\n2026-12-01 Check in: Ana Souza every 30 days; last: 2026-11-01\n2026-12-05 Milestone: Ana Souza"
		}
		if got := told(t, s, saying(), today); got != want {
			t.Errorf("%s: %s\nwant\n%s", test.says, got, want)
		}
	}
}

func TestWhatWasSaidWhileSomebodyPrivateWasThereStaysAtHome(t *testing.T) {
	s := datatest.Open(t)
	secret := datatest.Person(t, s, "Secret", private)
	ana := datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"))
	datatest.Write(t, s, func(tx *store.Tx) error {
		met := data.Interaction{Kind: data.Coffee, Day: datatest.Day(t, "2026-11-01"), Text: "his illness", People: []data.ID{ana, secret}}
		if err := tx.SaveInteraction(&met); err != nil {
			return err
		}
		return tx.SavePromise(&data.Promise{Person: ana, By: data.Mine, What: "visit him", Made: met.Day, Due: today + 3, State: data.PromiseOpen, Interaction: met.ID})
	})
	want := "2026-11-25 Promise: Ana\n2026-12-01 Check in: Ana every 30 days; last: 2026-11-01"
	if got := told(t, s, saying(), today); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// called are names in several scripts, none of which stands in another or in the sentences of the events.
var called = []string{"Conf Idant", "Zoë O'Neill", "Łukasz Żak", "Анна Ким", "Άννα Μελά", "王小明", "たなか はなこ", "김민수", "דוד לוי", "أحمد ناصر", "สมชาย", "Ümit Yıldız", "Jean-Luc d’Arc", "🙂🙃"}

// disguised writes a name as somebody might.
func disguised(r *rand.Rand, name string) string {
	switch r.IntN(5) {
	case 0:
		return strings.ToUpper(name)
	case 1:
		return "“" + strings.ReplaceAll(name, " ", "  ") + "”,"
	case 2:
		return name + "’s"
	case 3:
		return "@" + strings.ReplaceAll(name, " ", "_")
	}
	return name
}

func TestNoOctetOfTheCalendarNamesAnybodyPrivate(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 1))
	told, kept := 0, 0
	for range 20 {
		s := datatest.Open(t)
		hidden := map[int]bool{}
		var ids []data.ID
		for i, name := range called {
			hidden[i] = r.IntN(3) == 0
			parts := []datatest.Part{datatest.Cadence(1+r.IntN(60), 90, "2026-01-01"), born("1980-12-24")}
			if hidden[i] {
				parts = append(parts, []datatest.Part{private, datatest.Confidant()}[r.IntN(2)])
			}
			ids = append(ids, datatest.Person(t, s, name, parts...))
		}
		text := func() string {
			return "tea with " + disguised(r, called[r.IntN(len(called))]) + " and then " + []string{"work", disguised(r, called[r.IntN(len(called))])}[r.IntN(2)]
		}
		datatest.Write(t, s, func(tx *store.Tx) error {
			for range 20 {
				who := ids[r.IntN(len(ids))]
				met := data.Interaction{Kind: data.Coffee, Day: today - data.Day(r.IntN(90)), Text: text(), People: []data.ID{who}}
				if other := ids[r.IntN(len(ids))]; other != who {
					met.People = append(met.People, other)
				}
				if err := tx.SaveInteraction(&met); err != nil {
					return err
				}
				if err := tx.SavePromise(&data.Promise{Person: who, By: data.Mine, What: text(), Made: met.Day, Due: today + 3, State: data.PromiseOpen, Interaction: met.ID}); err != nil {
					return err
				}
				if err := tx.SaveMilestone(&data.Milestone{Person: who, Text: text(), On: data.Whole(today + 9)}); err != nil {
					return err
				}
			}
			return nil
		})
		got := file(t, s, saying(), today)
		told += strings.Count(got, "tea with")
		for i, name := range called {
			found := strings.Contains(" "+names.Fold(got)+" ", names.Fold(name)) && names.Fold(name) != "" || strings.Contains(got, name)
			switch {
			case hidden[i] && found:
				t.Fatalf("%s stands in\n%s", name, got)
			case hidden[i]:
				kept++
			case !found:
				t.Fatalf("%s stands not in\n%s", name, got)
			}
		}
	}
	if told < 100 || kept < 60 {
		t.Errorf("the cases are too much alike: %d texts told, %d names kept", told, kept)
	}
}
