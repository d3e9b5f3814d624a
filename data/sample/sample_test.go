package sample_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"peerage/data"
	"peerage/data/sample"
)

// authored is the folder of the network that ships with Peerage.
var authored = os.DirFS(filepath.Join("..", "..", "assets", "demo"))

// days are the todays the network is laid out around: every day of a leap year, and the odd ones of
// others.
func days() []data.Day {
	var all []data.Day
	for d := data.NewDay(2028, 1, 1); d <= data.NewDay(2028, 12, 31); d++ {
		all = append(all, d)
	}
	for _, year := range []int{2026, 2027, 2031, 2040, 2100} {
		all = append(all, data.NewDay(year, 1, 1), data.NewDay(year, 2, 28), data.NewDay(year, 3, 1),
			data.NewDay(year, 4, 30), data.NewDay(year, 8, 31), data.NewDay(year, 12, 31))
	}
	return all
}

// loaded keeps what was laid out already; no test changes it.
var loaded = map[data.Day]*sample.Network{}

func load(t *testing.T, today data.Day) *sample.Network {
	t.Helper()
	if n, ok := loaded[today]; ok {
		return n
	}
	n, err := sample.Load(authored, today)
	if err != nil {
		t.Fatalf("around %v: %v", today, err)
	}
	loaded[today] = n
	return n
}

var aDay = data.NewDay(2026, 11, 22)

func TestEveryNounIsValidAndNothingLiesAheadWhateverDayItIs(t *testing.T) {
	for _, today := range days() {
		n := load(t, today)
		checkCareer(t, today, n.Me.Name, n.MyRoles)
		for i := range n.People {
			checkMember(t, today, &n.People[i])
		}
		for _, c := range n.Circles {
			if err := c.Validate(); err != nil {
				t.Errorf("%v: circle %s: %v", today, c.Name, err)
			}
		}
		for _, in := range n.Interactions {
			whole := in.Interaction
			for _, m := range in.Members {
				whole.People = append(whole.People, data.ID(m)+2)
			}
			if err := whole.Validate(today); err != nil || whole.Text == "" {
				t.Errorf("%v: interaction %q: %v", today, in.Text, err)
			}
		}
	}
}

func checkMember(t *testing.T, today data.Day, m *sample.Member) {
	t.Helper()
	checkCareer(t, today, m.Person.Name, m.Roles)
	errs := []error{m.Person.Validate()}
	for i := range m.Ties {
		errs = append(errs, m.Ties[i].Validate())
	}
	for i := range m.Details {
		errs = append(errs, m.Details[i].Validate())
	}
	if m.Rhythm != (data.Rhythm{}) {
		errs = append(errs, m.Rhythm.Validate())
	}
	for _, err := range errs {
		if err != nil {
			t.Errorf("%v: %s: %v", today, m.Person.Name, err)
		}
	}
	if m.Person.Connected > today || m.CadenceSet > today || m.CadenceSet == 0 {
		t.Errorf("%v: %s: connected %v, cadence set %v", today, m.Person.Name, m.Person.Connected, m.CadenceSet)
	}
}

func checkCareer(t *testing.T, today data.Day, name string, roles []data.Role) {
	t.Helper()
	if len(roles) < 1 || len(roles) > 5 {
		t.Errorf("%s has %d roles", name, len(roles))
	}
	for i := range roles {
		r := &roles[i]
		if err := r.Validate(); err != nil {
			t.Errorf("%v: %s, %s: %v", today, name, r.Title, err)
		}
		if r.From.IsZero() || r.From.Earliest() > today || r.To.Earliest() > today {
			t.Errorf("%v: %s, %s: from %v to %v", today, name, r.Title, r.From, r.To)
		}
		if r.Current != r.To.IsZero() || r.Source != data.FromSampleData {
			t.Errorf("%v: %s, %s: current %v, source %s", today, name, r.Title, r.Current, r.Source)
		}
		if i > 0 && r.From.Latest() < roles[i-1].From.Earliest() {
			t.Errorf("%v: the career of %s runs backwards at %s", today, name, r.Title)
		}
	}
}

func TestTheNetworkHasTheSizeAndTheStoriesThatAreShown(t *testing.T) {
	n := load(t, aDay)
	if len(n.People) < 140 || len(n.People) > 160 {
		t.Errorf("%d people, want about 150", len(n.People))
	}
	if len(n.Stories) < 20 {
		t.Errorf("%d stories, want at least 20", len(n.Stories))
	}
	titles := map[string]bool{}
	for _, s := range n.Stories {
		if len(s.Members) == 0 || titles[s.Title] {
			t.Errorf("the story %q has nobody, or is told twice", s.Title)
		}
		titles[s.Title] = true
		if !slices.ContainsFunc(n.Interactions, func(in sample.Interaction) bool {
			return slices.ContainsFunc(in.Members, func(m int) bool { return slices.Contains(s.Members, m) })
		}) {
			t.Errorf("nothing happens in the story %q", s.Title)
		}
	}
	details, kinds := 0, map[data.InteractionKind]bool{}
	for _, m := range n.People {
		details += len(m.Details)
	}
	for _, in := range n.Interactions {
		kinds[in.Kind] = true
	}
	if details < 60 || len(kinds) != len(data.InteractionKinds) {
		t.Errorf("%d details, kinds of interaction %v", details, kinds)
	}
}

func TestICameThroughFourEmployersToBrightwater(t *testing.T) {
	n := load(t, aDay)
	var got []string
	for _, r := range n.MyRoles {
		got = append(got, r.Employer+" "+r.From.String()+" "+r.To.String())
	}
	want := []string{"Northwind Systems 2012-09 2016-06", "Halden Bank 2016-07 2020-02", "Kestrel Labs 2020-03 2023-07", "Brightwater GmbH 2023-08 "}
	if !slices.Equal(got, want) {
		t.Errorf("my roles are %q, want %q", got, want)
	}
}

func TestNamesAreWrittenInManyScripts(t *testing.T) {
	n := load(t, aDay)
	least := map[string]int{"Arabic": 3, "Devanagari": 3, "Han": 6, "Hangul": 2, "Cyrillic": 2, "Hebrew": 2, "Greek": 1, "Latin": 100}
	for script, want := range least {
		have := 0
		for _, m := range n.People {
			first := []rune(m.Person.Name)[0]
			if !unicode.Is(unicode.Scripts[script], first) {
				continue
			}
			have++
			if script != "Latin" && !slices.ContainsFunc(m.Person.OtherNames, isLatin) {
				t.Errorf("%s has no name in Latin letters", m.Person.Name)
			}
		}
		if have < want {
			t.Errorf("%d names in %s, want at least %d", have, script, want)
		}
	}
}

func isLatin(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
}

func TestOnlyTheTwoDanielsShareAName(t *testing.T) {
	n := load(t, aDay)
	count := map[string]int{n.Me.Name: 1}
	for _, m := range n.People {
		for _, name := range append([]string{m.Person.Name}, m.Person.OtherNames...) {
			count[name]++
		}
		if m.Person.Given == "" || m.Person.Family == "" {
			t.Errorf("%s lacks a given or a family name", m.Person.Name)
		}
	}
	for name, c := range count {
		if want := map[bool]int{true: 2, false: 1}[name == "Daniel Weber"]; c != want {
			t.Errorf("%d people are called %s, want %d", c, name, want)
		}
	}
}

func TestNoTextIsWrittenTwice(t *testing.T) {
	n := load(t, aDay)
	seen := map[string]string{}
	once := func(who, text string) {
		if before, twice := seen[text]; twice && text != "" {
			t.Errorf("%s and %s both have %q", before, who, text)
		}
		seen[text] = who
	}
	for _, m := range n.People {
		once(m.Person.Name, m.Person.HowMet)
		once(m.Person.Name, m.Person.Notes)
		for _, d := range m.Details {
			once(m.Person.Name, d.Text)
		}
		if m.Person.HowMet == "" {
			t.Errorf("nobody knows how I met %s", m.Person.Name)
		}
	}
	for _, in := range n.Interactions {
		once(n.People[in.Members[0]].Person.Name, in.Text)
	}
	for _, o := range n.Opportunities {
		once(o.Title, o.Notes)
		once(o.Title, o.Worth)
	}
	for _, i := range n.Introductions {
		once("an introduction", i.Note)
	}
	for _, p := range n.Projects {
		once(p.Name, p.Outcome)
	}
	for _, p := range n.Promises {
		once(n.People[p.Member].Person.Name, p.What)
	}
	for _, e := range n.Exchanges {
		once(n.People[e.Member].Person.Name, e.Text)
	}
	for _, m := range n.Milestones {
		once(n.People[m.Member].Person.Name, m.Text)
	}
}

func TestAddressesAreInventedAndBelongToOnePersonEach(t *testing.T) {
	n := load(t, aDay)
	people := []data.Person{n.Me}
	for _, m := range n.People {
		people = append(people, m.Person)
	}
	seen := map[string]bool{}
	for _, p := range people {
		for _, c := range p.Contacts {
			if seen[c.Value] {
				t.Errorf("%s: %s belongs to somebody else too", p.Name, c.Value)
			}
			seen[c.Value] = true
			if c.Kind == data.Email && !regexp.MustCompile(`^[a-z.]+@example\.(org|com|net)$`).MatchString(c.Value) {
				t.Errorf("%s: the address %s might be somebody's", p.Name, c.Value)
			}
			if c.Kind == data.LinkedIn && !regexp.MustCompile(`^[a-z-]+$`).MatchString(c.Value) {
				t.Errorf("%s: %s is no slug", p.Name, c.Value)
			}
		}
	}
}

func TestEveryOrganisationIsSomebodysEmployer(t *testing.T) {
	n := load(t, aDay)
	employs := map[string]bool{}
	for _, m := range n.People {
		for _, r := range m.Roles {
			employs[r.Employer] = true
		}
	}
	for _, o := range n.Organisations {
		if !employs[o.Name] {
			t.Errorf("nobody ever worked at %s", o.Name)
		}
	}
}

// TestTextsNameNoMonthOfTheirOwn keeps notes right all year: a month stands in them only as {month -7m}.
func TestTextsNameNoMonthOfTheirOwn(t *testing.T) {
	names, err := fs.Glob(authored, "*.json")
	if err != nil || len(names) < 5 {
		t.Fatalf("files %v, %v", names, err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(authored, name)
		if err != nil {
			t.Fatal(err)
		}
		for m := time.January; m <= time.December; m++ {
			if at := regexp.MustCompile(`.{0,30}\b` + m.String() + `\b`).Find(text); at != nil {
				t.Errorf("%s: …%s", name, at)
			}
		}
	}
}
