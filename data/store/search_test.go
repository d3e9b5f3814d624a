package store_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/names"
	"peerage/data/store"
)

// search returns the names that words find, in the order of the answer.
func search(t testing.TB, s *store.Store, words string) []string {
	t.Helper()
	return filtered(t, s, store.Filter{Words: words})
}

func filtered(t testing.TB, s *store.Store, f store.Filter) []string {
	t.Helper()
	rows, err := s.People(ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	found := []string{}
	for _, r := range rows {
		found = append(found, r.Name)
	}
	return found
}

// acquaintances is a small network to search.
func acquaintances(t testing.TB) *store.Store {
	t.Helper()
	s := datatest.Open(t)
	datatest.Person(t, s, "José Núñez", datatest.Role("Halden AS", "Engineer", "2010", "2014"), datatest.Role("Citadel", "Head of Data", "2015", ""))
	datatest.Person(t, s, "Łukasz Wiśniewski", datatest.Notes("Met in Halden; knows Ana"))
	datatest.Person(t, s, "田中太郎", datatest.Role("三井物産", "部長", "2020", ""))
	datatest.Person(t, s, "Ana O'Neill", datatest.Contact(data.Email, "ana@work.example"), datatest.Contact(data.LinkedIn, "ana-on"))
	datatest.Person(t, s, "Diana Prince")
	datatest.Person(t, s, "محمد الحسن", datatest.Notes("ﬁrst 100%_ of"))
	return s
}

func TestSearchFindsWhatPeopleType(t *testing.T) {
	s := acquaintances(t)
	for words, want := range map[string][]string{
		"":             {"Ana O'Neill", "Diana Prince", "José Núñez", "Łukasz Wiśniewski", "محمد الحسن", "田中太郎"},
		"un":           {"José Núñez"},                                       // two letters within
		"NUNEZ":        {"José Núñez"},                                       // case and accents
		"núñez jose":   {"José Núñez"},                                       // any order
		"lukasz":       {"Łukasz Wiśniewski"},                                // a letter Unicode does not take apart
		"太":            {"田中太郎"},                                             // one character of Chinese
		"物":            {"田中太郎"},                                             // in the employer's name
		"a":            {"Ana O'Neill"},                                      // one letter begins a name
		"p":            {"Diana Prince"},                                     // not only the first
		"ana":          {"Ana O'Neill", "Diana Prince", "Łukasz Wiśniewski"}, // begins a name, in a name, in notes
		"halden":       {"José Núñez", "Łukasz Wiśniewski"},                  // a past employer, a note
		"engineer":     {"José Núñez"},                                       // a past title
		"head núñ":     {"José Núñez"},
		"oneill":       {"Ana O'Neill"},
		"o'neill":      {"Ana O'Neill"},
		"work.example": {"Ana O'Neill"},
		"first 100":    {"محمد الحسن"},
		"الحس":         {"محمد الحسن"},
		"%":            {"Ana O'Neill", "Diana Prince", "José Núñez", "Łukasz Wiśniewski", "محمد الحسن", "田中太郎"}, // no letter, no word
		"xyz":          {},
		"ana xyz":      {},
	} {
		if got := search(t, s, words); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", words, got, want)
		}
	}
}

func TestARowShowsTheRoleHeldNow(t *testing.T) {
	s := acquaintances(t)
	rows, err := s.People(ctx, store.Filter{Words: "o"})
	if err != nil || len(rows) != 1 || rows[0].Profile != "ana-on" || rows[0].Title != "" || rows[0].UUID == "" {
		t.Errorf("%+v, %v", rows, err)
	}
	jose, err := s.People(ctx, store.Filter{Words: "nunez"})
	if err != nil || jose[0].Title != "Head of Data" || jose[0].Organisation != "Citadel" {
		t.Errorf("%+v, %v", jose[0], err)
	}
	// Of several held now it is the one that Present chooses.
	random := rand.New(rand.NewPCG(1, 1))
	begin := []string{"", "2015", "2016", "2016-01", "2016-01-01", "2016-02", "2016-02-03"}
	for n := range 60 {
		id := datatest.Person(t, s, fmt.Sprint("Zoe ", n))
		for i := range 3 {
			datatest.Write(t, s, func(tx *store.Tx) error {
				return datatest.Role(fmt.Sprint("Org", n, i), "T", begin[random.IntN(len(begin))], "")(t, tx, id)
			})
		}
		roles, err := s.Roles(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := s.People(ctx, store.Filter{People: []data.ID{id}})
		if err != nil || len(rows) != 1 || rows[0].Organisation != data.Present(roles).Employer {
			t.Errorf("%+v, %v, want %+v", rows, err, data.Present(roles))
		}
	}
}

// sharp is a letter by itself with a sharp behind it.
var sharp = regexp.MustCompile(`(^|[^\pL\pNd])([A-Za-z])#`)

// lonely is an & by itself, or several, with the blanks around it.
var lonely = regexp.MustCompile(`( |^)&( &)*( |$)`)

func unspaced(text string) string { return strings.ReplaceAll(text, " ", "") }

// folded returns the form in which texts are searched.
func folded(text string) string { return names.Fold(sharp.ReplaceAllString(text, "$1$2 sharp ")) }

// fitting says by reading everything afresh whom text should find.
func fitting(t testing.TB, s *store.Store, text string) map[string]bool {
	t.Helper()
	alone := func(w string) bool { return len(w) == 1 || len([]rune(w)) == 1 && w < "\u2e80" }
	var words, dotted []string
	for _, typed := range strings.Fields(lonely.ReplaceAllStringFunc(strings.Join(strings.Fields(text), " "), unspaced)) {
		parts := strings.Fields(folded(typed))
		switch short := len(parts) > 1 && slices.ContainsFunc(parts, alone); {
		case short && strings.ContainsAny(typed, "+＋&＆#"):
			words = append(words, " "+strings.Join(parts, " "))
		case short:
			dotted = append(dotted, strings.Join(parts, " "))
		default:
			words = append(words, parts...)
		}
	}
	if fit := having(t, s, words, dotted, alone); len(fit) > 0 {
		return fit
	}
	for i, w := range words {
		if alone(w) {
			words[i] = " " + w
		}
	}
	return having(t, s, words, dotted, alone)
}

// having says who has words, of which those that stand alone begin names, and dotted ones.
func having(t testing.TB, s *store.Store, words, dotted []string, alone func(string) bool) map[string]bool {
	t.Helper()
	fit := map[string]bool{}
	for _, row := range store.Texts(t, s, `SELECT name || char(0) || other_names || char(0) || place || ' ' || how_met || ' ' || notes || ' ' ||
		coalesce((SELECT group_concat(employer || ' ' || title, ' ') FROM role WHERE person_id = p.id), '') || ' ' ||
		coalesce((SELECT group_concat(value, ' ') FROM contact_point WHERE person_id = p.id AND kind <> 'linkedin'), '')
		FROM person p WHERE id > 1`) {
		name, more, _ := strings.Cut(row, "\x00")
		others, rest, _ := strings.Cut(more, "\x00")
		called, rest := " "+folded(name)+" "+folded(others), " "+folded(rest)
		has := func(w string) bool {
			return strings.Contains(called, " "+w) || !alone(w) && (strings.Contains(called, w) || strings.Contains(rest, w))
		}
		lacks := func(w string) bool { return !has(w) }
		all := !slices.ContainsFunc(words, lacks)
		for _, d := range dotted {
			all = all && (has(" "+d) || !slices.ContainsFunc(strings.Fields(d), lacks))
		}
		if all {
			fit[name] = true
		}
	}
	return fit
}

func TestTypingOnGivesWhatAFreshSearchGives(t *testing.T) {
	s := network(t, 1000)
	fresh := datatest.OpenIn(t, folder(s))
	random := rand.New(rand.NewPCG(5, 6))
	text := ""
	for n := range 600 {
		script := scripts[random.IntN(len(scripts))]
		switch runes := []rune(text); {
		case random.IntN(4) == 0 && len(runes) > 0:
			text = string(runes[:len(runes)-1])
		case random.IntN(12) == 0 || len(runes) > 14:
			text = ""
		case random.IntN(6) == 0:
			text += " "
		default:
			word := []rune(script.words[random.IntN(len(script.words))] + script.given[0])
			text += string(word[random.IntN(len(word))])
			if random.IntN(3) == 0 {
				text = string(word[:1+random.IntN(len(word))])
			}
		}
		typed := search(t, s, text)
		search(t, fresh, "an") // so that nothing is left to narrow
		if asked := search(t, fresh, text); !slices.Equal(typed, asked) {
			t.Fatalf("%q finds %d as typed and %d afresh", text, len(typed), len(asked))
		}
		if n%20 == 0 {
			got := map[string]bool{}
			for _, name := range typed {
				got[name] = true
			}
			if want := fitting(t, s, text); !reflect.DeepEqual(got, want) {
				t.Fatalf("%q finds people of %d names, want %d", text, len(got), len(want))
			}
		}
	}
}

func TestSearchSeesEveryChange(t *testing.T) {
	s := acquaintances(t)
	other := datatest.OpenIn(t, folder(s))
	random := rand.New(rand.NewPCG(8, 9))
	check := func(when string) {
		t.Helper()
		for _, words := range []string{"an", "ana", "halden", "a", "太", "", "long", "line"} {
			fresh := datatest.OpenIn(t, folder(s))
			got, want := rows(t, s, words), rows(t, fresh, words)
			closeStore(t, fresh)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s %q finds\n%v\nwant\n%v", when, words, got, want)
			}
		}
	}
	for range 15 {
		octets := make([]byte, 40)
		for i := range octets {
			octets[i] = byte(random.Uint32())
		}
		play(t, s, octets)
		check("after a write")
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		check("after undo")
		play(t, other, octets)
		poll(t, s)
		check("after another's write")
	}
}

func rows(t testing.TB, s *store.Store, words string) []store.Row {
	t.Helper()
	found, err := s.People(ctx, store.Filter{Words: words})
	if err != nil {
		t.Fatal(err)
	}
	var all []store.Row
	for _, r := range found {
		all = append(all, *r)
	}
	return all
}

func TestSoManyAreAddedThatTheIndexIsReadAnew(t *testing.T) {
	s := acquaintances(t)
	for n := range 30 {
		datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddImported(slices.Repeat([]store.Imported{{Name: "Bo"}}, 60)) })
		if got := search(t, s, "bo"); len(got) != 60*(n+1) {
			t.Fatalf("%d are found of %d", len(got), 60*(n+1))
		}
	}
}

func TestFiltersNarrowEachOtherAndTheWords(t *testing.T) {
	s := acquaintances(t)
	ana, diana := id(t, s, "Ana"), id(t, s, "Diana")
	datatest.Write(t, s, func(tx *store.Tx) error {
		if err := tx.JoinCircle(diana, "Close", 0); err != nil {
			return err
		}
		return tx.SaveTie(&data.Tie{Person: ana, Kind: data.Friend, Current: true, Sure: data.Certain})
	})
	in := store.Filter{Circle: 1, Words: "an"}
	if got := filtered(t, s, in); !slices.Equal(got, []string{"Diana Prince"}) {
		t.Errorf("in the circle: %q", got)
	}
	// The circle changes between two keystrokes.
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.JoinCircle(ana, "close", 0) })
	in.Words = "ana"
	if got := filtered(t, s, in); !slices.Equal(got, []string{"Ana O'Neill", "Diana Prince"}) {
		t.Errorf("in the circle after somebody joined: %q", got)
	}
	in.Tie = data.Friend
	if got := filtered(t, s, in); !slices.Equal(got, []string{"Ana O'Neill"}) {
		t.Errorf("friends in the circle: %q", got)
	}
	in.FormerTie = true
	if got := filtered(t, s, in); len(got) != 0 {
		t.Errorf("former friends in the circle: %q", got)
	}
	if got := filtered(t, s, store.Filter{Organisation: 2}); !slices.Equal(got, []string{"José Núñez"}) {
		t.Errorf("at the Citadel: %q", got)
	}
	some := []data.ID{diana}
	if got := filtered(t, s, store.Filter{People: some, Words: "an"}); !slices.Equal(got, []string{"Diana Prince"}) {
		t.Errorf("of those: %q", got)
	}
	some[0] = ana
	if got := filtered(t, s, store.Filter{People: some, Words: "ana"}); !slices.Equal(got, []string{"Ana O'Neill"}) {
		t.Errorf("of others in the same list: %q", got)
	}
	if got := filtered(t, s, store.Filter{People: []data.ID{}}); len(got) != 0 {
		t.Errorf("of nobody: %q", got)
	}
}

// id returns the person whose name begins with the word.
func id(t testing.TB, s *store.Store, word string) data.ID {
	t.Helper()
	found, err := s.People(ctx, store.Filter{Words: word})
	if err != nil || len(found) == 0 {
		t.Fatalf("nobody is called %s: %v", word, err)
	}
	return found[0].ID
}

func FuzzSearch(f *testing.F) {
	f.Add("an", "ana n")
	f.Add("田太", "\xff\x00")
	f.Add("0\x01", "\x01")
	f.Add("c+", "c++ c")
	f.Add("c#", "a+h&m")
	f.Add("j.p", "j.p.mo & k a.b")
	s := acquaintances(f)
	programmers(f, s)
	f.Fuzz(func(t *testing.T, first, then string) {
		search(t, s, first)
		typed := search(t, s, then)
		search(t, s, "x")
		if asked := search(t, s, then); !slices.Equal(typed, asked) {
			t.Errorf("%q finds %q after %q and %q afresh", then, typed, first, asked)
		}
		got := map[string]bool{}
		for _, name := range typed {
			got[name] = true
		}
		if want := fitting(t, s, then); !reflect.DeepEqual(got, want) {
			t.Errorf("%q finds %v, want %v", then, got, want)
		}
	})
}

func TestAnAnswerInMemoryIsTheSameAsOneThatWasWaitedFor(t *testing.T) {
	s := datatest.Open(t)
	for _, name := range []string{"Ana Souza", "Anders Berg", "Tomasz Nowak", "李雷"} {
		datatest.Person(t, s, name)
	}
	if _, _, ok := s.Instant(store.Filter{Words: "an"}); ok {
		t.Error("an answer came before anyone was read")
	}
	for _, words := range []string{"", "a", "an", "ana", "李", "nobody", "an"} {
		want := search(t, s, words)
		rows, all, ok := s.Instant(store.Filter{Words: words})
		var got []string
		for _, r := range rows {
			got = append(got, r.Name)
		}
		if !ok || all != 4 || !slices.Equal(got, want) {
			t.Errorf("%q: %v of %d, %v; waited for: %v", words, got, all, ok, want)
		}
	}
	datatest.Person(t, s, "Anna Lind")
	if rows, _, ok := s.Instant(store.Filter{Words: "an"}); ok {
		t.Errorf("after a change the old answer came: %v", rows)
	}
	// What is shown beside the list asks for others meanwhile.
	for range 3 {
		if _, err := s.People(ctx, store.Filter{People: []data.ID{2}}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.People(ctx, store.Filter{Words: "an"}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.People(ctx, store.Filter{People: []data.ID{3}}); err != nil {
			t.Fatal(err)
		}
		if rows, _, ok := s.Instant(store.Filter{Words: "ana"}); !ok || len(rows) == 0 {
			t.Error("a question about others makes the next letter wait")
		}
	}
	if _, _, ok := s.Instant(store.Filter{Words: "an", Tie: data.Coworker}); ok {
		t.Error("an answer came to a question that only the file can answer")
	}
}

func TestASearchInPartsFindsTheSameInTheSameOrder(t *testing.T) {
	whole, parts := network(t, 600), network(t, 600)
	for _, words := range keystrokes() {
		want := search(t, whole, words)
		func() {
			defer store.SearchApart(50)()
			if got := search(t, parts, words); !slices.Equal(got, want) {
				t.Errorf("%q: %d found in parts, %d in one go", words, len(got), len(want))
			}
		}()
	}
}
