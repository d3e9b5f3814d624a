package data_test

import (
	"testing"

	"peerage/data"
)

func gifts(kind data.ExchangeKind, days ...int) []data.Gift {
	var list []data.Gift
	for _, day := range days {
		list = append(list, data.Gift{Kind: kind, Day: data.PartialDay{Year: 2026, Month: 11, Day: day}})
	}
	return list
}

func TestAPatternNeedsTwiceAsMuchAndTwoThingsMore(t *testing.T) {
	for _, c := range []struct {
		name            string
		given, received []data.Gift
		want            data.Pattern
	}{
		{"nothing", nil, nil, data.TooLittle},
		{"one thing", gifts(data.Help, 1), nil, data.TooLittle},
		{"one each", gifts(data.Help, 1), gifts(data.Advice, 2), data.BothWays},
		{"two to one", gifts(data.Help, 1, 2), gifts(data.Advice, 2), data.BothWays},
		{"two to none", gifts(data.Help, 1, 2), nil, data.MostlyGiven},
		{"three to one", gifts(data.Help, 1, 2, 3), gifts(data.Advice, 2), data.MostlyGiven},
		{"three to two", gifts(data.Help, 1, 2, 3), gifts(data.Advice, 2, 2), data.BothWays},
		{"one to three", gifts(data.Help, 1), gifts(data.Advice, 1, 2, 3), data.MostlyReceived},
		{"a dozen endorsements of a day", gifts(data.Help, 1), gifts(data.Endorsement, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), data.BothWays},
	} {
		e := data.Exchanged{Given: c.given, Received: c.received}
		if got := e.Pattern(); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

func TestSharesStayBetweenNothingAndTheWholeAndKeepTheirOrder(t *testing.T) {
	for given := range 12 {
		for received := range 12 {
			e := data.Exchanged{Given: gifts(data.Help, make([]int, given)...), Received: gifts(data.Advice, make([]int, received)...)}
			a, b := e.Shares()
			if a < 0 || b < 0 || a > 1 || b > 1 || (a > b) != (given > received) || (a == 0) != (given == 0) {
				t.Errorf("%d and %d are drawn as %v and %v", given, received, a, b)
			}
		}
	}
	once := data.Exchanged{Given: gifts(data.Help, 1)}
	if a, _ := once.Shares(); a >= 0.5 {
		t.Errorf("a single thing is drawn as %v", a)
	}
}

func TestAPeriodEndsTodayAndBeginsWhereItSays(t *testing.T) {
	today := data.NewDay(2026, 11, 22)
	for p, want := range map[data.Period]data.Day{
		data.ThisYear: data.NewDay(2026, 1, 1), data.TwelveMonths: data.NewDay(2025, 11, 23), data.Always: 0,
	} {
		if got := p.Since(today); got != want {
			t.Errorf("%s begins on %v, not %v", p, got, want)
		}
	}
}
