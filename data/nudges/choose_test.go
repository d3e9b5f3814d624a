package nudges

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"peerage/data"
)

const start data.Day = 740_000

func of(kind data.NudgeKind, person data.ID, subject string, weight int) Candidate {
	return Candidate{Nudge: Nudge{kind, person, subject}, Weight: weight}
}

// from gathers from a fixed list.
func from(all []Candidate) func(data.NudgeKind) ([]Candidate, error) {
	return func(kind data.NudgeKind) ([]Candidate, error) {
		var some []Candidate
		for _, c := range all {
			if c.Kind == kind {
				some = append(some, c)
			}
		}
		return some, nil
	}
}

func choose(t *testing.T, h History, today data.Day, all ...Candidate) string {
	t.Helper()
	n, err := Choose(h, today, from(all))
	if err != nil {
		t.Fatal(err)
	}
	if n == nil {
		return ""
	}
	return fmt.Sprintf("%s %d %s", n.Kind, n.Person, n.Subject)
}

func answer(kind data.NudgeKind, person data.ID, subject string, day data.Day, done bool) data.NudgeAnswer {
	return data.NudgeAnswer{Kind: kind, Person: person, Subject: subject, Day: day, Done: done}
}

func TestEveryKindHasAPlaceInTheOrder(t *testing.T) {
	got, want := slices.Clone(order), slices.Clone(data.NudgeKinds)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestTheFirstKindAndTheGreatestWeightAreChosen(t *testing.T) {
	all := []Candidate{of(data.NudgeCoffee, 9, "", 50), of(data.NudgeThank, 3, "b", 1), of(data.NudgeThank, 4, "a", 2), of(data.NudgeThank, 5, "a", 2)}
	if got := choose(t, History{}, start, all...); got != "thank 4 a" {
		t.Error(got)
	}
	if got := choose(t, History{}, start); got != "" {
		t.Error(got)
	}
}

func TestMeAndWhoeverIsToBeLeftAloneAreNeverChosen(t *testing.T) {
	left := of(data.NudgeThank, 3, "", 9)
	left.Leave = true
	if got := choose(t, History{}, start, left, of(data.NudgeThank, data.Me, "", 8), of(data.NudgeThank, 0, "", 7), of(data.NudgeAsk, 5, "", 0)); got != "ask 5 " {
		t.Error(got)
	}
	shown := History{Shown: []Shown{{left.Nudge, start}}}
	if got := choose(t, shown, start, left); got != "" {
		t.Errorf("%q stays though the person is to be left alone by now", got)
	}
}

func TestWhatWasShownStaysUntilItIsAnswered(t *testing.T) {
	h := History{Shown: []Shown{{Nudge{data.NudgeCoffee, 4, ""}, start}}}
	all := []Candidate{of(data.NudgeThank, 3, "", 9), of(data.NudgeCoffee, 4, "", 0), of(data.NudgeCoffee, 6, "", 8)}
	if got := choose(t, h, start, all...); got != "coffee 4 " {
		t.Error(got)
	}
	h.Answers = append(h.Answers, answer(data.NudgeCoffee, 4, "", start, true))
	if got := choose(t, h, start, all...); got != "" {
		t.Errorf("after the answer the day suggests %q", got)
	}
	if got := choose(t, h, start+1, all...); got != "thank 3 " {
		t.Errorf("the next day suggests %q", got)
	}
}

func TestAKindThatIsDismissedSinksAndThenRests(t *testing.T) {
	all := []Candidate{of(data.NudgeThank, 3, "", 9), of(data.NudgeCoffee, 4, "", 0)}
	h := History{Answers: []data.NudgeAnswer{answer(data.NudgeThank, 11, "", start-30, false)}}
	if got := choose(t, h, start, all...); got != "coffee 4 " {
		t.Errorf("after one dismissal %q", got)
	}
	h.Answers = append(h.Answers, answer(data.NudgeThank, 12, "", start-29, true))
	if got := choose(t, h, start, all...); got != "thank 3 " {
		t.Errorf("done as often as dismissed: %q", got)
	}
	for i := range restAfter {
		h.Answers = append(h.Answers, answer(data.NudgeThank, data.ID(20+i), "", start-28, false))
	}
	if got := choose(t, h, start, all[:1]...); got != "" {
		t.Errorf("after three dismissals in a row %q", got)
	}
	if got := choose(t, h, start-28+Rests+1, all[:1]...); got != "thank 3 " {
		t.Errorf("after its rest %q", got)
	}
	h.Answers = append(h.Answers, answer(data.NudgeThank, 30, "", start-27, true))
	if got := choose(t, h, start, all[:1]...); got != "thank 3 " {
		t.Errorf("done since: %q", got)
	}
}

func TestAPersonDismissedTwiceIsLeftAloneFor60Days(t *testing.T) {
	h := History{Answers: []data.NudgeAnswer{answer(data.NudgeAsk, 3, "a", start-20, false), answer(data.NudgeOffer, 3, "", start-10, false)}}
	if got := choose(t, h, start, of(data.NudgeThank, 3, "b", 9), of(data.NudgeThank, 4, "b", 1)); got != "thank 4 b" {
		t.Error(got)
	}
	if got := choose(t, h, start-10+LeavesBe, of(data.NudgeThank, 3, "b", 9)); got != "" {
		t.Errorf("on the last of those days %q", got)
	}
	if got := choose(t, h, start-10+LeavesBe+1, of(data.NudgeThank, 3, "b", 9)); got != "thank 3 b" {
		t.Errorf("after them %q", got)
	}
}

func TestWhatHadNoNudgeInTheWeekComesFirst(t *testing.T) {
	h := History{Shown: []Shown{{Nudge{data.NudgeThank, 8, "x"}, start - 2}}}
	if got := choose(t, h, start, of(data.NudgeThank, 3, "", 9), of(data.NudgeCoffee, 4, "", 0)); got != "coffee 4 " {
		t.Error(got)
	}
}

func TestAFailureToGatherIsReturned(t *testing.T) {
	broken := errors.New("broken")
	if _, err := Choose(History{}, start, func(data.NudgeKind) ([]Candidate, error) { return nil, broken }); !errors.Is(err, broken) {
		t.Error(err)
	}
}

// days lets 300 days of random candidates and answers pass, and returns what was suggested.
func days(t *testing.T, r *rand.Rand, check func(h History, today data.Day, all []Candidate, n *Nudge)) {
	t.Helper()
	var h History
	for today := start; today < start+300; today++ {
		var all []Candidate
		for range r.IntN(30) {
			c := of(data.NudgeKinds[r.IntN(len(data.NudgeKinds))], data.ID(2+r.IntN(8)), fmt.Sprint(r.IntN(3)), r.IntN(4))
			c.Leave = r.IntN(5) == 0
			all = append(all, c)
		}
		n, err := Choose(h, today, from(all))
		if err != nil {
			t.Fatal(err)
		}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if again, _ := Choose(h, today, from(all)); (again == nil) != (n == nil) || n != nil && *again != *n {
			t.Fatalf("another order of candidates gives %v, not %v", again, n)
		}
		check(h, today, all, n)
		if n == nil {
			continue
		}
		h.Shown = append(h.Shown, Shown{*n, today})
		if r.IntN(4) > 0 {
			h.Answers = append(h.Answers, data.NudgeAnswer{ID: data.ID(len(h.Answers) + 1), Kind: n.Kind, Person: n.Person, Subject: n.Subject, Day: today, Done: r.IntN(3) == 0})
		}
		r.Shuffle(len(h.Shown), func(i, j int) { h.Shown[i], h.Shown[j] = h.Shown[j], h.Shown[i] })
	}
}

func TestOverRandomHistoriesEveryPromiseIsKept(t *testing.T) {
	suggested := 0
	for seed := range uint64(40) {
		last, week := map[Nudge]data.Day{}, []data.Day(nil)
		days(t, rand.New(rand.NewPCG(seed, 1)), func(h History, today data.Day, all []Candidate, n *Nudge) {
			if n == nil {
				return
			}
			suggested++
			fit := func(c Candidate) bool { return c.Nudge == *n && !c.Leave }
			if !slices.ContainsFunc(all, fit) {
				t.Fatalf("%v is no candidate, or touches somebody who is to be left alone", n)
			}
			if was, ok := last[*n]; ok && today-was <= Repeats {
				t.Fatalf("%v comes again after %d days", n, today-was)
			}
			last[*n] = today
			if week = append(week, today); len(week) > WeekHolds && today-week[len(week)-1-WeekHolds] < Week {
				t.Fatalf("four nudges from %s to %s", week[len(week)-1-WeekHolds], today)
			}
			if tired(h.Answers, 2, LeavesBe, today, func(a data.NudgeAnswer) bool { return a.Person == n.Person }) {
				t.Fatalf("%v is about somebody of whom two were dismissed", n)
			}
			if tired(h.Answers, restAfter, Rests, today, func(a data.NudgeAnswer) bool { return a.Kind == n.Kind }) {
				t.Fatalf("%v is of a kind of which three in a row were dismissed", n)
			}
		})
	}
	if suggested < 1000 {
		t.Errorf("only %d nudges were made", suggested)
	}
}

// tired says in its own way what dismissals lead to: the answers are in order of time here.
func tired(answers []data.NudgeAnswer, n int, days data.Day, today data.Day, fits func(data.NudgeAnswer) bool) bool {
	row, last := 0, data.Day(0)
	for _, a := range answers {
		switch {
		case !fits(a) || today-a.Day > Remembered:
		case a.Done:
			row = 0
		default:
			row, last = row+1, a.Day
		}
	}
	return row >= n && today-last <= days
}

func TestADayThatLiesBeforeNudgesKeepsThePromisesToo(t *testing.T) {
	h := History{Shown: []Shown{{Nudge{data.NudgeThank, 3, ""}, start + 1}, {Nudge{data.NudgeThank, 4, ""}, start + 3}, {Nudge{data.NudgeThank, 5, ""}, start + 5}}}
	if got := choose(t, h, start, of(data.NudgeAsk, 9, "", 0)); got != "" {
		t.Errorf("%q would be the fourth in seven days", got)
	}
	if got := choose(t, h, start-20, of(data.NudgeThank, 3, "", 0)); got != "" {
		t.Errorf("%q comes again within 60 days", got)
	}
}
