package words

import "peerage/data"

// GiveAndTake says what a person and I gave each other over a period: "This year Ana introduced you
// twice; you gave feedback (her talk)." It counts nothing that is more than two, and is "" where there
// was nothing. called writes the names of others as they may be shown.
func (w *Words) GiveAndTake(name string, period data.Period, e *data.Exchanged, called func(string) string) string {
	name = oneLine(name)
	theirs, mine := w.deeds(theirDeeds, name, e.Received, called), w.deeds(myDeeds, name, e.Given, called)
	args := Args{"Name": name, "Theirs": theirs, "Mine": mine}
	said := ""
	switch {
	case theirs != "" && mine != "":
		said = w.T("given.both", args)
	case theirs != "":
		said = w.T("given.theirs", args)
	case mine != "":
		said = w.T("given.mine", args)
	default:
		return ""
	}
	return w.T(givenOver[period], Args{"Said": said})
}

// Pattern says how giving and taking went over a period: "Lately you mostly give."; "" where there is
// no pattern to speak of.
func (w *Words) Pattern(p data.Pattern, period data.Period) string {
	switch {
	case p == data.BothWays:
		return w.T("given.both_ways")
	case p == data.MostlyGiven && period == data.Always:
		return w.T("given.always_give")
	case p == data.MostlyGiven:
		return w.T("given.lately_give")
	case p == data.MostlyReceived && period == data.Always:
		return w.T("given.always_receive")
	case p == data.MostlyReceived:
		return w.T("given.lately_receive")
	}
	return ""
}

// Period names a period to choose from: "This year".
func (w *Words) Period(p data.Period) string { return named(w, periods, p) }

// Gift says one thing that was given, without who gave it: "Feedback: her talk", "Introduction to Omar
// Khalil: over lunch", "Opportunity: Staff Engineer".
func (w *Words) Gift(g *data.Gift, called func(string) string) string {
	kind := named(w, exchangeKinds, g.Kind)
	if g.Kind == data.AnOpening {
		kind = w.T("given.opening")
	}
	if others := w.others(g, called); others != "" {
		kind = w.T("given.introduction_to", Args{"Other": others})
	}
	if g.Text == "" {
		return Capital(kind)
	}
	return Capital(w.T("given.kind_text", Args{"Kind": kind, "Text": quote(g.Text)}))
}

// kindsSaid is how many kinds of things the sentence names for each side, the newest first.
const kindsSaid = 3

// deeds says what one side did: "introduced you twice and gave you advice". It is "" for nothing.
func (w *Words) deeds(deeds map[data.ExchangeKind]string, name string, gifts []data.Gift, called func(string) string) string {
	var kinds []data.ExchangeKind
	of := map[data.ExchangeKind][]data.Gift{}
	for _, g := range gifts {
		if _, known := deeds[g.Kind]; !known {
			continue // a newer file brought it
		}
		if of[g.Kind] == nil {
			kinds = append(kinds, g.Kind)
		}
		of[g.Kind] = append(of[g.Kind], g)
	}
	var said []string
	for _, k := range kinds[:min(len(kinds), kindsSaid)] {
		said = append(said, w.deed(w.T(deeds[k], Args{"Name": name}), of[k], called))
	}
	if len(kinds) > kindsSaid {
		said = append(said, w.T("given.and_more"))
	}
	return w.List(said)
}

// deed says what was done, with what it was about where it was done once, and how often where it was
// done again.
func (w *Words) deed(did string, gifts []data.Gift, called func(string) string) string {
	args := Args{"Did": did}
	switch n := data.Times(gifts); {
	case n > severalTimes:
		return w.T("given.often", args)
	case n > 2:
		return w.T("given.several", args)
	case n == 2:
		return w.T("given.twice", args)
	case len(gifts) > 1:
		return did
	}
	if others := w.others(&gifts[0], called); others != "" {
		return w.T("given.to_other", Args{"Did": did, "Other": others})
	}
	if text := cutShort(oneLine(gifts[0].Text), longestSubject); text != "" {
		return w.T("given.about", Args{"Did": did, "Text": text})
	}
	return did
}

const (
	severalTimes   = 5  // more is often
	longestSubject = 60 // characters of what a gift was about that a sentence repeats
)

// others names whom an introduction made known besides the one it was made for.
func (w *Words) others(g *data.Gift, called func(string) string) string {
	var list []string
	for _, o := range g.Others {
		if name := oneLine(o.Name); name != "" {
			list = append(list, called(name))
		}
	}
	return w.List(list)
}

var theirDeeds = map[data.ExchangeKind]string{
	data.Help: "given.they_helped", data.Advice: "given.they_advised", data.Feedback: "given.they_fed_back", data.Thanks: "given.they_thanked",
	data.AnIntroduction: "given.they_introduced", data.Referral: "given.they_referred", data.Resource: "given.they_shared",
	data.Recommendation: "given.they_recommended", data.Endorsement: "given.they_endorsed", data.AnOpening: "given.they_opened",
}

var myDeeds = map[data.ExchangeKind]string{
	data.Help: "given.you_helped", data.Advice: "given.you_advised", data.Feedback: "given.you_fed_back", data.Thanks: "given.you_thanked",
	data.AnIntroduction: "given.you_introduced", data.Referral: "given.you_referred", data.Resource: "given.you_shared",
	data.Recommendation: "given.you_recommended", data.Endorsement: "given.you_endorsed", data.AnOpening: "given.you_opened",
}

var periods = map[data.Period]string{
	data.ThisYear: "given.period_year", data.TwelveMonths: "given.period_twelve", data.Always: "given.period_always",
}

var givenOver = map[data.Period]string{
	data.ThisYear: "given.over_year", data.TwelveMonths: "given.over_twelve", data.Always: "given.over_always",
}
