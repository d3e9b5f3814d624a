package quicklog_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/quicklog"
)

// office is a small roster: two Anas, names that are words, and other scripts.
func office() *quicklog.Roster {
	return quicklog.NewRoster([]quicklog.Person{
		{ID: 2, Name: "Ana Souza", Organisations: []string{"Acme Ltd"}},
		{ID: 3, Name: "Ana Petrović", Organisations: []string{"Northwind Labs"}},
		{ID: 4, Name: "Raj Patel"},
		{ID: 5, Name: "Will Tanaka"},
		{ID: 6, Name: "May Lindqvist"},
		{ID: 7, Name: "王小明"},
		{ID: 8, Name: "Siobhán O'Neill", OtherNames: []string{"Shiv"}},
		{ID: 9, Name: "Jean-Luc Moreau"},
		{ID: 10, Name: "Michael Stone, PhD"},
		{ID: 11, Name: "Mark Delgado"},
	}, []string{"Board Games"})
}

func people(l quicklog.Line) (ids []data.ID) {
	for _, p := range l.People {
		ids = append(ids, p.Person)
	}
	return ids
}

func TestNamesAreFoundAsPeopleWriteThem(t *testing.T) {
	words, roster, today := lexicon(t), office(), datatest.Day(t, datatest.Today)
	for line, want := range map[string][]data.ID{
		"coffee with Ana S. and raj":             {2, 4},
		"coffee with Ana from Northwind":         {3},
		"lunch with ana souza (acme)":            {2},
		"call with Ana, Ana Souza sent the deck": {2},
		"Will and May, lunch":                    {5, 6},
		"will call raj":                          {4},
		"Will called":                            {5},
		"lunch with Shiv":                        {8},
		"lunch with siobhan oneill":              {8},
		"lunch with O’Neill":                     {8},
		"lunch with Jean Luc":                    {9},
		"lunch with Mike":                        {10},
		"lunch with 王小明":                         {7},
		"和王小明喝咖啡":                                {7},
		"lunch with Mihcael Stone":               {10},
		"talked about May with Raj":              {4},
		"Raj promised an intro to Mark":          {4},
		"mark the day: coffee with raj":          {4},
		"coffee with Raj, he met Mark in May":    {4},
		"RAJ: LUNCH":                             {4},
		"Raj’s birthday party":                   {4},
		"met Mark at Raj's party":                {11},
		"coffee with Raj Miller and Ana Souz":    {2},
		"coffee without Raj":                     nil,
	} {
		if got := people(words.Read(line, today, roster)); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}

func TestSeveralOfOneNameAreCandidatesTheLikelierFirst(t *testing.T) {
	today := datatest.Day(t, datatest.Today)
	roster := quicklog.NewRoster([]quicklog.Person{
		{ID: 2, Name: "Ana Souza", Last: today - 61}, {ID: 3, Name: "Ana Petrović", Last: today - 100, Near: true}, {ID: 4, Name: "Ana Lee"},
		{ID: 5, Name: "Raj Patel", Last: today - 60}, {ID: 6, Name: "Raj Malhotra", Near: true},
		{ID: 7, Name: "Ada Byron", Near: true}, {ID: 8, Name: "Ada King", Near: true, Last: today - 200},
	}, nil)
	words := lexicon(t)
	for line, want := range map[string]struct {
		person     data.ID
		candidates []data.ID
	}{
		"lunch with Ana": {3, nil}, "lunch with Raj": {5, nil}, "lunch with Ada": {0, []data.ID{8, 7}},
	} {
		got := words.Read(line, today, roster).People
		if len(got) != 1 || got[0].Person != want.person || !slices.Equal(got[0].Candidates, want.candidates) {
			t.Errorf("%q: %+v, want %v", line, got, want)
		}
	}
}

func TestDaysOfContactLieBehindAndDuesAhead(t *testing.T) {
	words, roster := lexicon(t), office()
	sunday := datatest.Day(t, datatest.Today)
	for when, want := range map[string]string{
		"": "2026-11-22", "yesterday": "2026-11-21", "on Sunday": "2026-11-15", "today": "2026-11-22", "the day before yesterday": "2026-11-20",
		"a couple of days ago": "2026-11-20", "two weeks ago": "2026-11-08", "a month ago": "2026-10-22", "on the 3rd": "2026-11-03", "on the 30th": "2026-10-30",
		"12 Nov": "2026-11-12", "Nov 12th": "2026-11-12", "on November 12, 2025": "2025-11-12", "2026-11-12": "2026-11-12", "on 12.11.": "2026-11-12",
		"on 12.11.2025": "2025-11-12", "on 30/10": "2026-10-30", "29 Feb 2024": "2024-02-29", "Friday evening": "2026-11-20", "last Monday": "2026-11-16",
	} {
		l := words.Read("coffee with Raj "+when, sunday, roster)
		if l.Day.String() != want || len(l.Unread) > 0 || l.Kind != data.Coffee {
			t.Errorf("%q: %s %v, want %s", when, l.Day, l.Unread, want)
		}
	}
	for when, want := range map[string]string{
		"": "", "by Friday": "2026-11-27", "tomorrow": "2026-11-23", "next week": "2026-11-23", "by the end of the month": "2026-11-30", "in two weeks": "2026-12-06",
		"by 5 Dec": "2026-12-05", "by 5 Jan": "2027-01-05", "by 2027-02-01": "2027-02-01", "before the end of next week": "2026-11-27", "in 10 days": "2026-12-02",
		"until Sunday": "2026-11-29", "by the 3rd": "2026-12-03", "tonight": "2026-11-22", "by end of December": "2026-12-31", "next month": "2026-12-01", "in a month": "2026-12-22",
		"by mid-January": "2027-01-15", "by the end of the year": "2026-12-31", "Friday next week": "2026-11-27", "by 29 Feb": "2028-02-29",
	} {
		l := words.Read("coffee with Raj, he'll send the deck "+when, sunday, roster)
		if len(l.Promises) != 1 || l.Promises[0].Due.String() != want || l.Promises[0].What != "send the deck" || l.Day != sunday {
			t.Errorf("%q: %+v on %s, want %s", when, l.Promises, l.Day, want)
		}
	}
}

func TestADueWeekdayFollowsTheContact(t *testing.T) {
	l := lexicon(t).Read("call with Raj on Monday, he'll send the deck by Thursday", datatest.Day(t, datatest.Today), office())
	if l.Day.String() != "2026-11-16" || len(l.Promises) != 1 || l.Promises[0].Due.String() != "2026-11-19" {
		t.Errorf("%+v", l)
	}
}

func TestDaysThatDoNotExistOrLieAheadAreSaidAndNotGuessed(t *testing.T) {
	words, roster, today := lexicon(t), office(), datatest.Day(t, datatest.Today)
	for line, want := range map[string]string{
		"coffee with Raj on 31 Nov": "31 Nov", "coffee with Raj on 30.2.": "30.2.", "coffee with Raj on 2026-02-30": "2026-02-30",
		"coffee with Raj, he promised the deck by 31 Feb": "31 Feb", "coffee with Raj, he promised the deck by the 32nd": "32nd",
		"coffee with Raj tomorrow": "tomorrow", "lunch with Raj next week": "next week", "coffee with Raj on 04/05": "04/05", "coffee with Raj 10/3": "10/3", "Kaffee mit Raj am 31. November": "31. November",
	} {
		l := words.Read(line, today, roster)
		if ahead := strings.Contains("tomorrow next week", want); (len(l.Ahead) == 1) != ahead {
			t.Errorf("%q: %q lie ahead", line, l.Ahead)
		}
		if len(l.Unread) != 1 || !strings.Contains(l.Unread[0], want) || l.Day != today {
			t.Errorf("%q: %q on %s, want %q", line, l.Unread, l.Day, want)
		}
		for _, p := range l.Promises {
			if p.Due != 0 {
				t.Errorf("%q: due %s is a guess", line, p.Due)
			}
		}
	}
}

func TestStrangersAreHeardOfInScriptsWithoutCapitals(t *testing.T) {
	l := lexicon(t).Read("coffee with 王伟 and मीरा and Raj", datatest.Day(t, datatest.Today), office())
	if !slices.Equal(l.Unknown, []string{"王伟", "मीरा"}) || !slices.Equal(people(l), []data.ID{4}) {
		t.Errorf("%+v", l)
	}
}

func TestCirclesAreTheOnesThereAre(t *testing.T) {
	l := lexicon(t).Read("games with Raj #board-games #BoardGames #new_circle #1 #!", datatest.Day(t, datatest.Today), office())
	if !slices.Equal(l.Circles, []string{"Board Games", "new circle"}) {
		t.Errorf("%q", l.Circles)
	}
}

func TestAnIntroductionNamesBothWhereBothAreKnown(t *testing.T) {
	words, roster, today := lexicon(t), office(), datatest.Day(t, datatest.Today)
	for line, want := range map[string]quicklog.Exchange{
		"Raj introduced me to Mark over lunch":         {Kind: data.AnIntroduction, By: data.Theirs, To: 11},
		"introduced Raj to Mark by email":              {Kind: data.AnIntroduction, By: data.Mine, To: 11},
		"introduced Raj to my landlord":                {Kind: data.AnIntroduction, By: data.Mine},
		"made an intro to Mark for Raj":                {Kind: data.AnIntroduction, By: data.Mine, To: 11},
		"tea with Mark, got an intro to Mark from Raj": {Kind: data.AnIntroduction, By: data.Theirs, To: 11},
		"got an intro to Raj":                          {Kind: data.AnIntroduction, By: data.Theirs},
	} {
		l := words.Read(line, today, roster)
		if len(l.Exchanges) != 1 || l.Exchanges[0].Kind != want.Kind || l.Exchanges[0].By != want.By || l.Exchanges[0].To != want.To || l.People[l.Exchanges[0].With].Person != 4 {
			t.Errorf("%q: %+v", line, l)
		}
	}
}

// long are lines of some ten thousand characters, each hard in a way of its own.
func long() map[string]string {
	return map[string]string{
		"prose":    "coffee with Raj yesterday, he promised the deck by Friday. " + strings.Repeat("We spoke of Lisbon and the budget, and he said that it will be fine. ", 145),
		"names":    strings.Repeat("Ana ", 2500),
		"gaps":     strings.Repeat("gave ", 2000),
		"tags":     strings.Repeat("#a ", 3300),
		"lists":    strings.Repeat("and,", 2500),
		"no blank": strings.Repeat("王小明", 1100),
		"dues":     strings.Repeat("by ", 3300),
		"promises": strings.Repeat("he will send it to Raj by Friday, ", 300),
	}
}

func TestALongLineIsReadAndKeptWhole(t *testing.T) {
	words, roster, today := lexicon(t), office(), datatest.Day(t, datatest.Today)
	for name, line := range long() {
		l := words.Read(line, today, roster)
		if err := sound(l, line, today); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if name == "prose" && (l.Kind != data.Coffee || len(l.Promises) != 1 || l.Promises[0].Due.String() != "2026-11-27") {
			t.Errorf("%+v", l.Promises)
		}
	}
}

func TestWordListsThatAreWrongAreRefused(t *testing.T) {
	for _, text := range []string{"", "[]", `{"kindz": {}}`, `{"days": {"soon": ["x"]}}`, `{"times": {"some time": ["x"]}}`, `{"exchanges": [{"kind": "gold", "gives": ["x"]}]}`} {
		if _, err := quicklog.Load(fstest.MapFS{"xx.json": {Data: []byte(text)}}); err == nil {
			t.Errorf("%q is taken for a word list", text)
		}
	}
	if _, err := quicklog.Load(fstest.MapFS{}); err == nil {
		t.Error("no word list at all is taken")
	}
}

// sound reports what is wrong with a reading, whatever the line was.
func sound(l quicklog.Line, line string, today data.Day) error {
	if l.Text != strings.TrimSpace(line) || l.Day > today || l.Day < 1 || !slices.Contains(data.InteractionKinds, l.Kind) {
		return fmt.Errorf("%+v", l)
	}
	for _, p := range l.People {
		if (p.Person == 0) != (len(p.Candidates) > 1) || p.Said == "" {
			return fmt.Errorf("person %+v", p)
		}
	}
	for _, p := range l.Promises {
		promise := data.Promise{Person: 2, By: p.By, What: p.What, Made: l.Day, Due: p.Due, State: data.PromiseOpen}
		if err := promise.Validate(today); err != nil && utf8.RuneCountInString(line) < data.MaxNote {
			return fmt.Errorf("promise %+v: %w", p, err)
		}
		if p.With < 0 || p.With >= len(l.People) {
			return fmt.Errorf("promise %+v", p)
		}
	}
	for _, e := range l.Exchanges {
		if e.With < 0 || e.With >= len(l.People) || !slices.Contains(data.ExchangeKinds, e.Kind) {
			return fmt.Errorf("exchange %+v", e)
		}
	}
	return nil
}

func FuzzRead(f *testing.F) {
	words, roster, today := lexicon(f), office(), datatest.Day(f, datatest.Today)
	for _, file := range []string{"testdata/first.jsonl", "testdata/tongues.jsonl"} {
		lines, err := readLines(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, l := range lines {
			f.Add(l.Line)
		}
	}
	f.Add("coffee with \u202eAna\x00 <b>Raj</b> on 99.99.9999 by 12 . in 999 years, he'll, 999 months ago #\u0301a")
	f.Fuzz(func(t *testing.T, line string) {
		if err := sound(words.Read(line, today, roster), line, today); err != nil {
			t.Errorf("%q: %v", line, err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	words, today := lexicon(b), datatest.Day(b, datatest.Today)
	roster := crowd(10_000)
	lines := long()
	lines["one"] = "coffee with Given77 and Given901 yesterday, Given77 promised intro to Kim by Friday, thanked Given901 #design"
	for name, line := range lines {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				words.Read(line, today, roster)
			}
		})
	}
}

func BenchmarkNewRoster(b *testing.B) {
	for b.Loop() {
		crowd(10_000)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		lexicon(b)
	}
}

// crowd returns a roster of n people.
func crowd(n int) *quicklog.Roster {
	people := make([]quicklog.Person, n)
	for i := range people {
		people[i] = quicklog.Person{ID: data.ID(i + 2), Name: fmt.Sprintf("Given%d Family%d", i%2000, i), Organisations: []string{fmt.Sprintf("Organisation %d", i%500)}}
	}
	return quicklog.NewRoster(people, nil)
}
