package sample_test

import (
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/sample"
)

func TestElevenDoorsOpenedInFourYearsWhateverDayItIs(t *testing.T) {
	for _, today := range days() {
		n := load(t, today)
		through, unthanked := map[int]bool{}, []string{}
		mine, open, passedOn := 0, 0, 0
		kinds := map[data.OpportunityKind]bool{}
		outcomes := map[data.Stage]int{}
		for _, o := range n.Opportunities {
			checkSteps(t, today, o)
			kinds[o.Kind] = true
			for i, m := range o.Through {
				if o.Chain[i].Thanked == 0 {
					unthanked = append(unthanked, n.People[m].Person.Name)
				}
				if o.Beneficiary == sample.Myself {
					through[m] = true
				}
			}
			switch {
			case o.Beneficiary != sample.Myself:
				passedOn++
				continue
			case o.Stage().Closed():
				outcomes[o.Stage()]++
			default:
				open++
			}
			mine++
		}
		if mine != 11 || len(through) != 9 || open != 2 || passedOn != 2 || !slices.Equal(unthanked, []string{"Deniz Demir"}) {
			t.Errorf("%v: %d opportunities through %d people, %d open, %d more passed on, not thanked %q",
				today, mine, len(through), open, passedOn, unthanked)
		}
		if len(outcomes) != 3 || outcomes[data.Won] < 3 || len(kinds) != len(data.OpportunityKinds) {
			t.Errorf("%v: outcomes %v, kinds %v", today, outcomes, kinds)
		}
	}
}

func checkSteps(t *testing.T, today data.Day, o sample.Opportunity) {
	t.Helper()
	if o.HeardOn() < today.AddMonths(-48) || len(o.Chain) == 0 || len(o.Chain) != len(o.Through) || o.Notes == "" {
		t.Errorf("%v: %s: heard on %v, chain %v", today, o.Title, o.HeardOn(), o.Chain)
	}
	if o.Employer != "" && strings.Contains(o.Title, strings.Fields(o.Employer)[0]) {
		t.Errorf("%s at %s names its organisation twice", o.Title, o.Employer)
	}
	for i, s := range o.Steps {
		if s.Day > today || i > 0 && s.Day <= o.Steps[i-1].Day {
			t.Errorf("%v: %s: steps %v", today, o.Title, o.Steps)
		}
	}
	for _, l := range o.Chain {
		if l.Thanked > today || l.Thanked != 0 && l.Thanked < o.HeardOn() {
			t.Errorf("%v: %s: thanked on %v", today, o.Title, l.Thanked)
		}
	}
}

// TestTiesOfChainsHeldAtTheTime compares what a chain says of former and present coworkers and peers with
// the careers of both: they worked at one place, and together until then, or not any more.
func TestTiesOfChainsHeldAtTheTime(t *testing.T) {
	for _, today := range days() {
		n := load(t, today)
		for _, o := range n.Opportunities {
			for i, l := range o.Chain {
				m := &n.People[o.Through[i]]
				if l.Tie != data.Coworker && l.Tie != data.Peer {
					continue
				}
				ever, then := workedTogether(n, m, o.HeardOn(), today)
				if !ever || then == l.Former {
					t.Errorf("%v: %s: %s was %s (former: %v), but worked with me: %v, and then: %v", today, o.Title, m.Person.Name, l.Tie, l.Former, ever, then)
				}
			}
		}
	}
}

// workedTogether reports whether somebody worked where I did at the same time before a day, and on it.
func workedTogether(n *sample.Network, m *sample.Member, day, today data.Day) (ever, then bool) {
	for i := range m.Roles {
		for j := range n.MyRoles {
			theirs, mine := &m.Roles[i], &n.MyRoles[j]
			from, until := max(theirs.From.Latest(), mine.From.Latest()), min(end(theirs, today), end(mine, today))
			if theirs.Employer == mine.Employer && from <= until && from <= day {
				ever = true
				then = then || day <= until
			}
		}
	}
	return ever, then
}

func TestPromisesStandInEveryStateAndBothWays(t *testing.T) {
	for _, today := range days() {
		states := map[data.PromiseState]map[data.Side]int{}
		soon, all := 0, load(t, today).Promises
		for _, p := range all {
			state := p.On(today)
			if states[state] == nil {
				states[state] = map[data.Side]int{}
			}
			states[state][p.By]++
			if state == data.PromiseOpen && p.Due != 0 && p.Due <= today+7 {
				soon++
			}
			if p.Made > today || p.Settled > today || p.Settled != 0 && p.Settled < p.Made || p.Due != 0 && p.Due < p.Made {
				t.Errorf("%v: %q is made on %v, due %v, settled %v", today, p.What, p.Made, p.Due, p.Settled)
			}
		}
		if len(all) != 10 || len(states) != 4 || len(states[data.PromiseOpen]) != 2 || len(states[data.PromiseLate]) != 2 ||
			len(states[data.PromiseKept]) != 2 || soon != 2 {
			t.Errorf("%v: %d promises, %v, %d due within a week", today, len(all), states, soon)
		}
	}
}

func TestGivingAndTakingIsSpreadOverThreeYears(t *testing.T) {
	for _, today := range days() {
		perYear, sides, kinds := map[data.Day]int{}, map[data.Side]int{}, map[data.ExchangeKind]bool{}
		all := load(t, today).Exchanges
		for _, e := range all {
			if e.Day > today || e.Day < today.AddMonths(-36) {
				t.Errorf("%v: %q on %v", today, e.Text, e.Day)
			}
			perYear[(today-e.Day)/366]++
			sides[e.By]++
			kinds[e.Kind] = true
			if file := e.Kind == data.Recommendation || e.Kind == data.Endorsement; file != (e.Source == data.FromLinkedIn) {
				t.Errorf("%q comes from %s", e.Text, e.Source)
			}
		}
		if len(all) < 38 || len(all) > 42 || perYear[0] < 12 || perYear[1] < 8 || perYear[2] < 6 || sides[data.Mine] < 15 || sides[data.Theirs] < 15 || len(kinds) < 8 {
			t.Errorf("%v: %d exchanges, by years ago %v, %v, kinds %v", today, len(all), perYear, sides, kinds)
		}
	}
}

func TestIntroductionsAndProjectsLieBehind(t *testing.T) {
	for _, today := range days() {
		n := load(t, today)
		if len(n.Introductions) < 8 || len(n.Projects) != 4 {
			t.Errorf("%v: %d introductions, %d projects", today, len(n.Introductions), len(n.Projects))
		}
		for _, i := range n.Introductions {
			if i.Day.IsZero() || i.Day.Earliest() > today || i.Note == "" {
				t.Errorf("%v: an introduction on %v: %s", today, i.Day, i.Note)
			}
		}
		kinds := map[data.ProjectKind]int{}
		for _, p := range n.Projects {
			kinds[p.Kind]++
			if len(p.Members) < 3 || len(p.Members) > 6 || p.From.IsZero() || p.From.Earliest() > today || p.To.Earliest() > today || p.Outcome == "" {
				t.Errorf("%v: %s from %v to %v with %d people", today, p.Name, p.From, p.To, len(p.Members))
			}
		}
		if kinds[data.WorkTogether] != 2 || kinds[data.EventTogether] != 2 {
			t.Errorf("%v: kinds of project %v", today, kinds)
		}
	}
}

func TestSomeWantToBeLeftAloneAndTwoAreConfidants(t *testing.T) {
	n := load(t, aDay)
	bounded, silent, confidants := 0, 0, 0
	for _, m := range n.People {
		if !m.Boundary.IsZero() {
			bounded++
		}
		if m.Boundary.NoContact {
			silent++
			if rhythm(t, n, &m).Ideal != 0 {
				t.Errorf("%s is not to be contacted and has a rhythm", m.Person.Name)
			}
		}
		if m.Person.Confidant {
			confidants++
			if !m.Person.Private {
				t.Errorf("%s is a confidant and not private", m.Person.Name)
			}
		}
	}
	if bounded != 4 || silent != 1 || confidants != 2 {
		t.Errorf("%d boundaries, %d without contact, %d confidants", bounded, silent, confidants)
	}
}

func TestSomethingIsCelebratedWithinTheWeekOnAnyDay(t *testing.T) {
	for _, today := range days() {
		n := load(t, today)
		own, birthdays := 0, 0
		for _, m := range n.Milestones {
			if comes(m.On, m.Yearly, today) {
				own++
			}
		}
		for _, m := range n.People {
			if b := m.Person.Birthday; b.Day != 0 && comes(b, true, today) {
				birthdays++
			}
		}
		if len(n.Milestones) != 5 || own < 1 || birthdays < 2 {
			t.Errorf("%v: %d milestones, %d of them and %d birthdays within a week", today, len(n.Milestones), own, birthdays)
		}
	}
}

// comes reports whether a day, or one of its anniversaries, lies within the week from today.
func comes(on data.PartialDay, yearly bool, today data.Day) bool {
	for d := today; d <= today+7; d++ {
		p := data.Whole(d)
		if p.Month == on.Month && p.Day == on.Day && (p.Year == on.Year || yearly) {
			return true
		}
	}
	return false
}
