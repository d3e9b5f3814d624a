package doors

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"peerage/data"
)

var today = data.NewDay(2026, 11, 22)

// someone returns a link to a person, who stood to me in a tie.
func someone(id data.ID, tie data.TieKind, former bool) data.Link {
	return data.Link{ID: 1000 + id, Someone: data.Someone{Person: id, Name: fmt.Sprintf("Person %d", id)}, Part: data.ToldOf, Tie: tie, Former: former}
}

// opportunity returns one for me that was heard of on a day, and is at a stage since then.
func opportunity(id data.ID, heard data.Day, stage data.Stage, chain ...data.Link) data.Opportunity {
	o := data.Opportunity{ID: id, Title: fmt.Sprintf("Opportunity %d", id), Kind: data.JobOffer, For: data.Someone{Person: data.Me}, Chain: chain}
	o.Steps = []data.Step{{Stage: data.Heard, Day: heard}}
	if stage != data.Heard {
		o.Steps = append(o.Steps, data.Step{Stage: stage, Day: heard + 30})
	}
	return o
}

func TestATieIsWeakWhereContactIsRareAndNothingCloseHolds(t *testing.T) {
	for _, c := range []struct {
		tie      data.TieKind
		former   bool
		contacts int
		want     bool
	}{
		{"", false, 0, true}, {"", false, 1, true}, {"", false, 2, false},
		{data.Coworker, false, 0, false}, {data.Coworker, true, 1, true}, {data.Coworker, true, 2, false},
		{data.Peer, false, 0, false}, {data.Colleague, false, 0, true}, {data.Collaborator, false, 0, false},
		{data.Collaborator, true, 1, true}, {data.Collaborator, true, Unnoted, false}, {data.Alumni, false, 1, true},
		{"", false, Unnoted, true}, {data.Alumni, false, Unnoted, true}, {data.Coworker, true, Unnoted, false}, {data.Recruit, false, Unnoted, false},
		{data.Friend, false, 0, false}, {data.Friend, true, 0, true}, {data.Recruit, false, 0, true}, {data.Family, false, 0, false},
	} {
		if got := Weak(data.Link{Tie: c.tie, Former: c.former}, c.contacts); got != c.want {
			t.Errorf("%s, former %v, %d contacts: weak is %v", c.tie, c.former, c.contacts, got)
		}
	}
}

func TestContactCountsInTheYearUpToTheDayItWasHeardOf(t *testing.T) {
	days := []data.Day{today - 400, today - 365, today - 364, today - 10, today, today + 1}
	for _, c := range []struct {
		since  data.Day
		person data.ID
		want   int
	}{{today - 400, 2, 3}, {today - 364, 2, 3}, {today - 363, 2, Unnoted}, {0, 2, Unnoted}, {today - 400, 3, 0}, {today - 400, 0, Unnoted}} {
		contacts := Contacts{c.since, map[data.ID][]data.Day{2: days}}
		if got := contacts.before(c.person, today); got != c.want {
			t.Errorf("noted since %v, %d days with %d count, want %d", c.since, got, c.person, c.want)
		}
	}
}

func day(s string) data.PartialDay {
	p, err := data.ParsePartialDay(s)
	if err != nil {
		panic(err)
	}
	return p
}

func TestTheTieOnADayIsTheOneThatHeldThen(t *testing.T) {
	coworker := data.Tie{Kind: data.Coworker, Derived: true, Since: day("2016-07"), Until: day("2020-02"), Sure: data.Certain}
	peer := data.Tie{Kind: data.Peer, Derived: true, Since: day("2018"), Until: day("2020-02"), Sure: data.Certain}
	mentor := data.Tie{Kind: data.Mentor, Since: day("2021"), Current: true}
	alumni := data.Tie{Kind: data.Alumni, Derived: true, Since: day("2012"), Sure: data.Certain}
	perhaps := data.Tie{Kind: data.Peer, Derived: true, Since: day("2010"), Until: day("2012"), Sure: data.Possible}
	trade := data.Tie{Kind: data.Colleague, Derived: true, Current: true, Months: -1, Sure: data.Possible}
	friend := data.Tie{Kind: data.Friend} // once, nobody knows when
	for _, c := range []struct {
		name   string
		on     string
		ties   []data.Tie
		want   data.TieKind
		former bool
	}{
		{"before they met", "2016-06-30", []data.Tie{coworker}, "", false},
		{"on the first day", "2016-07-01", []data.Tie{coworker}, data.Coworker, false},
		{"on the last day", "2020-02-29", []data.Tie{coworker}, data.Coworker, false},
		{"after it", "2020-03-01", []data.Tie{coworker}, data.Coworker, true},
		{"peers before coworkers", "2019-01-01", []data.Tie{coworker, peer}, data.Peer, false},
		{"before the promotion", "2017-12-31", []data.Tie{coworker, peer}, data.Coworker, false},
		{"stated first", "2022-01-01", []data.Tie{coworker, peer, mentor}, data.Mentor, false},
		{"what lasts before what was", "2019-01-01", []data.Tie{friend, coworker}, data.Coworker, false},
		{"what was before the same place", "2022-01-01", []data.Tie{alumni, coworker}, data.Coworker, true},
		{"the same place before a mere possibility", "2022-01-01", []data.Tie{perhaps, alumni}, data.Alumni, false},
		{"the profession last", "2022-01-01", []data.Tie{trade, perhaps}, data.Peer, true},
		{"the profession alone", "2022-01-01", []data.Tie{trade}, data.Colleague, false},
		{"nothing", "2022-01-01", nil, "", false},
	} {
		on := day(c.on).Earliest()
		for range 4 {
			rand.Shuffle(len(c.ties), func(i, j int) { c.ties[i], c.ties[j] = c.ties[j], c.ties[i] })
			if kind, former := TieOn(c.ties, on); kind != c.want || former != c.former {
				t.Errorf("%s: %s, former %v", c.name, kind, former)
			}
		}
	}
}

func TestTheAccountAnswersWhoOpenedDoors(t *testing.T) {
	removed := data.Link{ID: 7, Someone: data.Someone{Name: "Sara Holm"}, Part: data.Advised}
	thanked := someone(2, data.Coworker, true)
	thanked.Thanked = today
	elsewhere := opportunity(5, today-50, data.Won, someone(9, data.Friend, false))
	elsewhere.For = data.Someone{Person: 3, Name: "Person 3"}
	all := []data.Opportunity{
		opportunity(1, today-900, data.Won, someone(3, data.Peer, false), thanked),
		opportunity(2, today-100, data.Passed, someone(2, data.Coworker, true)),
		opportunity(3, today-20, data.Heard, removed),
		opportunity(4, today-2000, data.Lost),
		elsewhere,
	}
	contacts := Contacts{today - 1400, map[data.ID][]data.Day{2: {today - 950, today - 901, today - 300}}}
	a := Read(all, contacts, Period{})
	if a.Came != 4 || a.Open != 1 || a.Won != 1 || a.Through != 3 || a.Weak != 2 || a.Since != today-2000 {
		t.Errorf("%+v", a)
	}
	if len(a.Openers) != 3 {
		t.Fatalf("%+v", a.Openers)
	}
	if o := a.Openers[0]; o.Person != 2 || o.Opened != 2 || o.Won != 1 || o.Last != today-100 || !o.Weak || o.Contacts != 1 || len(o.Unthanked) != 1 {
		t.Errorf("first: %+v", o)
	}
	if o := a.Openers[1]; o.Person != 3 || o.Won != 1 || o.Weak || o.Tie != data.Peer {
		t.Errorf("second: %+v", o)
	}
	if o := a.Openers[2]; o.Name != "Sara Holm" || o.Unthanked != nil {
		t.Errorf("somebody who was removed: %+v", o)
	}
	if len(a.Thanks) != 2 || a.Thanks[0].Opportunity != 2 || a.Thanks[1].Link.Person != 3 {
		t.Errorf("not thanked for: %+v", a.Thanks)
	}
	if len(a.PassedOn) != 1 || a.PassedOn[0].ID != 5 {
		t.Errorf("passed on: %+v", a.PassedOn)
	}
	if y, _, _ := (today - 20).Date(); Read(all, contacts, Year(y)).Came != 2 || Read(all, contacts, Period{From: today - 30}).Came != 1 {
		t.Error("a period holds other opportunities than those heard of in it")
	}
	if empty := Read(nil, Contacts{}, Period{}); empty.Came != 0 || len(empty.Flow.Strands) != 0 || empty.Since != 0 {
		t.Errorf("nothing came: %+v", empty)
	}
}

// network returns n opportunities through people of all ties, with chains of up to four, and the contact
// there was with them.
func network(r *rand.Rand, n, people int) ([]data.Opportunity, Contacts) {
	contacts := Contacts{today - 2500, map[data.ID][]data.Day{}}
	for id := data.ID(2); id < data.ID(2+people); id++ {
		for d := today - data.Day(r.IntN(3000)); d < today; d += data.Day(10 + r.IntN(600)) {
			contacts.Days[id] = append(contacts.Days[id], d)
		}
	}
	var all []data.Opportunity
	for i := range n {
		var chain []data.Link
		for range r.IntN(5) {
			l := someone(data.ID(2+r.IntN(people)), append(data.TieKinds, "")[r.IntN(len(data.TieKinds)+1)], r.IntN(2) == 0)
			if r.IntN(9) == 0 {
				l.Person = 0
			}
			if r.IntN(2) == 0 {
				l.Thanked = today
			}
			if !slices.ContainsFunc(chain, func(c data.Link) bool { return c.ID == l.ID }) {
				chain = append(chain, l)
			}
		}
		o := opportunity(data.ID(1+i), today-data.Day(r.IntN(3000)), data.Stages[r.IntN(len(data.Stages))], chain...)
		if r.IntN(8) == 0 {
			o.For = data.Someone{Person: 2, Name: "Person 2"}
		}
		all = append(all, o)
	}
	return all, contacts
}

func TestTheColumnsOfTheFlowAddUpAndNobodyIsLost(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		all, contacts := network(r, r.IntN(60), 1+r.IntN(40))
		a := Read(all, contacts, Period{})
		f := &a.Flow
		if len(a.PassedOn)+a.Came != len(all) {
			t.Fatalf("%d: %d came and %d were passed on, of %d", seed, a.Came, len(a.PassedOn), len(all))
		}
		ways, who, what, ends := map[int]int{}, map[int]int{}, map[int]int{}, map[int]int{}
		for _, s := range f.Strands {
			ways[s.Way] += s.Weight
			who[s.Who] += s.Weight
			what[s.What] += s.Weight
			ends[s.Outcome] += s.Weight
		}
		for name, column := range map[string]map[int]int{"ways": ways, "people": who, "opportunities": what, "outcomes": ends} {
			sum := 0
			for _, weight := range column {
				sum += weight
			}
			if sum != Whole*a.Came {
				t.Errorf("%d: the %s weigh %d, not %d", seed, name, sum, Whole*a.Came)
			}
		}
		for i := range f.What {
			if what[i] != Whole {
				t.Errorf("%d: an opportunity weighs %d", seed, what[i])
			}
		}
		for i, o := range f.Outcomes {
			if ends[i] != Whole*o.Came {
				t.Errorf("%d: %s weighs %d for %d opportunities", seed, o.Stage, ends[i], o.Came)
			}
		}
		checkNobodyLost(t, a)
		if len(f.Ways) > MostWays || rows(len(f.Who), f.MoreWho) > MostRows || rows(len(f.What), f.MoreWhat) > MostRows || f.MoreWho == 1 || f.MoreWhat == 1 {
			t.Errorf("%d: %d ways, %d and %d people, %d and %d opportunities", seed, len(f.Ways), len(f.Who), f.MoreWho, len(f.What), f.MoreWhat)
		}
	}
}

func rows(shown, more int) int {
	if more > 0 {
		return shown + 1
	}
	return shown
}

func checkNobodyLost(t *testing.T, a *Account) {
	t.Helper()
	openers, own := len(a.Openers), 0
	if a.Through < a.Came {
		own = 1
	}
	if f := &a.Flow; len(f.Who)+f.MoreWho != openers+own || len(f.What)+f.MoreWhat != a.Came {
		t.Errorf("%d and %d of %d people, %d and %d of %d opportunities", len(f.Who), f.MoreWho, openers+own, len(f.What), f.MoreWhat, a.Came)
	}
	seen := map[data.Someone]bool{}
	unthanked := 0
	for _, o := range a.Openers {
		if seen[identity(o.Someone)] {
			t.Errorf("%+v is listed twice", o.Someone)
		}
		seen[identity(o.Someone)] = true
		unthanked += len(o.Unthanked)
	}
	if unthanked != len(a.Thanks) {
		t.Errorf("%d words of thanks are due, %d of them to somebody", len(a.Thanks), unthanked)
	}
}

func TestTheFlowDoesNotDependOnTheOrderOfWhatIsRead(t *testing.T) {
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 2))
		all, contacts := network(r, 40, 25)
		want := Read(all, contacts, Period{})
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := Read(all, contacts, Period{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("%d: shuffled, the account is %+v, not %+v", seed, got, want)
		}
	}
}

func TestTiesWithoutRoomBecomeOtherOnesAndWeakTiesStayApart(t *testing.T) {
	var all []data.Opportunity
	contacts := Contacts{today - 400, map[data.ID][]data.Day{}}
	for i, kind := range data.TieKinds {
		id := data.ID(2 + i)
		contacts.Days[id] = []data.Day{today - 20, today - 10}
		all = append(all, opportunity(id, today, data.Won, someone(id, kind, false)))
	}
	all = append(all, opportunity(90, today, data.Won, someone(90, data.Coworker, true)), opportunity(91, today, data.Won))
	ways := Read(all, contacts, Period{}).Ways
	var kinds []WayKind
	for _, w := range ways {
		kinds = append(kinds, w.Kind)
	}
	if want := []WayKind{ByTie, ByTie, ByTie, OtherTies, WeakTies, OnMyOwn}; !slices.Equal(kinds, want) {
		t.Errorf("%v, want %v", kinds, want)
	}
	if ways[3].Came != len(data.TieKinds)-3 || ways[4].Won != 1 || ways[5].Came != 1 {
		t.Errorf("%+v", ways)
	}
}

func TestTheTiesThatBroughtMostAreThoseThatBroughtMoreThanOthers(t *testing.T) {
	friend, manager := someone(2, data.Friend, false), someone(3, data.Manager, false)
	weak := func(id data.ID) data.Link { return someone(id, data.Coworker, true) }
	for _, c := range []struct {
		chains [][]data.Link
		want   WayKind
		tie    data.TieKind
	}{
		{[][]data.Link{{friend}, {friend}, {manager}}, ByTie, data.Friend},
		{[][]data.Link{{friend}, {friend}, {manager}, {manager}}, "", ""},
		{[][]data.Link{{weak(4)}, {weak(5)}, {friend}}, WeakTies, ""},
		{[][]data.Link{nil, nil, nil, {friend}, {friend}}, ByTie, data.Friend},
		{[][]data.Link{{friend}}, "", ""},
		{nil, "", ""},
	} {
		var all []data.Opportunity
		for i, chain := range c.chains {
			all = append(all, opportunity(data.ID(1+i), today, data.Lost, chain...))
		}
		best := Read(all, Contacts{Since: 1}, Period{}).Best()
		if best == nil {
			best = &Way{}
		}
		if best.Kind != c.want || best.Tie != c.tie {
			t.Errorf("%v: %+v", c.chains, best)
		}
	}
}

// crossings counts how many pairs of strands cross between two columns.
func crossings(strands []Strand, from, to func(Strand) int) int {
	n := 0
	for i, a := range strands {
		for _, b := range strands[i+1:] {
			if (from(a)-from(b))*(to(a)-to(b)) < 0 {
				n++
			}
		}
	}
	return n
}

func TestWhatNeedNotCrossDoesNot(t *testing.T) {
	ties := []data.TieKind{data.Coworker, data.Peer, data.Friend}
	ends := []data.Stage{data.Lost, data.Won, data.Passed}
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 3))
		var all []data.Opportunity
		for i := range 8 {
			all = append(all, opportunity(data.ID(1+i), today-data.Day(r.IntN(300)), ends[i%3], someone(data.ID(2+i), ties[i%3], false)))
		}
		s := Read(all, Contacts{}, Period{}).Flow.Strands
		n := crossings(s, func(s Strand) int { return s.Way }, func(s Strand) int { return s.Who }) +
			crossings(s, func(s Strand) int { return s.Who }, func(s Strand) int { return s.What }) +
			crossings(s, func(s Strand) int { return s.What }, func(s Strand) int { return s.Outcome })
		if n > 0 {
			t.Errorf("%d: %d cross", seed, n)
		}
	}
}

// BenchmarkRead takes the account of 500 opportunities among 10,000 people.
func BenchmarkRead(b *testing.B) {
	all, contacts := network(rand.New(rand.NewPCG(1, 1)), 500, 10_000)
	for b.Loop() {
		Read(all, contacts, Period{})
	}
}
