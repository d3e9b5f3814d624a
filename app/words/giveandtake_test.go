package words

import (
	"strings"
	"testing"

	"peerage/data"
)

// asIs writes names as they are.
func asIs(name string) string { return name }

func TestGiveAndTakeIsSaidInWordsAndNeverCounted(t *testing.T) {
	w := english(t)
	of := func(kind data.ExchangeKind, n int, text string) []data.Gift {
		list := make([]data.Gift, n)
		for i := range list {
			list[i] = data.Gift{Kind: kind, Text: text, Day: data.PartialDay{Year: 2000 + i}}
		}
		return list
	}
	to := func(others ...string) []data.Gift {
		g := data.Gift{Kind: data.AnIntroduction}
		for _, o := range others {
			g.Others = append(g.Others, data.Someone{Name: o})
		}
		return []data.Gift{g}
	}
	join := func(lists ...[]data.Gift) (all []data.Gift) {
		for _, l := range lists {
			all = append(all, l...)
		}
		return all
	}
	for _, c := range []struct {
		want            string
		period          data.Period
		given, received []data.Gift
	}{
		{"", data.ThisYear, nil, nil},
		{"This year Ana introduced you twice; you gave feedback (her talk).", data.ThisYear, of(data.Feedback, 1, "her talk"), of(data.AnIntroduction, 2, "")},
		{"This year Ana introduced you to Omar Khalil.", data.ThisYear, nil, to("Omar Khalil")},
		{"In the last twelve months you introduced Ana to Kim.", data.TwelveMonths, to("Kim"), nil},
		{"Over the years you helped several times, gave advice twice and said thanks.", data.Always,
			join(of(data.Help, 4, "moving"), of(data.Advice, 2, "the offer"), of(data.Thanks, 1, "")), nil},
		{"This year Ana often helped you.", data.ThisYear, nil, of(data.Help, 9, "")},
		{"This year Ana brought you an opportunity (Staff Engineer).", data.ThisYear, nil, of(data.AnOpening, 1, "Staff Engineer")},
		{"This year Ana helped you, gave you advice, thanked you and more.", data.ThisYear, nil,
			join(of(data.Help, 1, ""), of(data.Advice, 1, ""), of(data.Thanks, 1, ""), of(data.Referral, 1, ""), of(data.Resource, 1, ""))},
		{"This year Ana shared something useful with you (…).", data.ThisYear, nil, of(data.Resource, 1, "\u202e…\x00\n")},
		{"", data.ThisYear, of("gossip", 2, ""), nil},
	} {
		if got := w.GiveAndTake("Ana", c.period, &data.Exchanged{Given: c.given, Received: c.received}, asIs); got != c.want {
			t.Errorf("said %q, not %q", got, c.want)
		}
	}
}

func TestEndorsementsOfOneDayAreSaidOnce(t *testing.T) {
	e := data.Exchanged{Received: []data.Gift{{Kind: data.Endorsement, Text: "Go"}, {Kind: data.Endorsement, Text: "SQL"}, {Kind: data.Endorsement, Text: "Bash"}}}
	if got := english(t).GiveAndTake("Ana", data.Always, &e, asIs); got != "Over the years Ana endorsed you." {
		t.Error(got)
	}
}

func TestNamesOfOthersAreWrittenAsTheyMayBeShown(t *testing.T) {
	w := english(t)
	g := data.Gift{Kind: data.AnIntroduction, Others: []data.Someone{{Name: "Omar Khalil"}}, Text: "over lunch"}
	initials := func(string) string { return "O. K." }
	if got := w.GiveAndTake("A. S.", data.ThisYear, &data.Exchanged{Received: []data.Gift{g}}, initials); got != "This year A. S. introduced you to O. K." {
		t.Error(got)
	}
	if got := w.Gift(&g, initials); got != "Introduction to O. K.: over lunch" {
		t.Error(got)
	}
}

func TestAGiftIsSaidByItsKindAndWhatItWas(t *testing.T) {
	w := english(t)
	for want, g := range map[string]data.Gift{
		"Feedback: her talk":          {Kind: data.Feedback, Text: "her talk"},
		"Advice":                      {Kind: data.Advice},
		"Opportunity: Staff Engineer": {Kind: data.AnOpening, Text: "Staff Engineer"},
		"Introduction":                {Kind: data.AnIntroduction},
	} {
		if got := w.Gift(&g, asIs); got != want {
			t.Errorf("said %q, not %q", got, want)
		}
	}
}

func TestEveryKindHasADeedOnBothSides(t *testing.T) {
	w := english(t)
	for _, k := range append([]data.ExchangeKind{data.AnOpening}, data.ExchangeKinds...) {
		for _, e := range []data.Exchanged{{Given: []data.Gift{{Kind: k}}}, {Received: []data.Gift{{Kind: k}}}} {
			if got := w.GiveAndTake("Ana", data.Always, &e, asIs); got == "" || strings.ContainsAny(got, "⟦{") {
				t.Errorf("%s: %q", k, got)
			}
		}
	}
}

func TestAPatternIsSaidOfItsPeriod(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		pattern data.Pattern
		period  data.Period
		want    string
	}{
		{data.TooLittle, data.ThisYear, ""},
		{data.BothWays, data.Always, "It goes both ways."},
		{data.MostlyGiven, data.ThisYear, "Lately you mostly give."},
		{data.MostlyGiven, data.Always, "All in all you mostly give."},
		{data.MostlyReceived, data.TwelveMonths, "Lately you mostly receive."},
		{data.MostlyReceived, data.Always, "All in all you mostly receive."},
	} {
		if got := w.Pattern(c.pattern, c.period); got != c.want {
			t.Errorf("%s over %s: %q", c.pattern, c.period, got)
		}
	}
}
