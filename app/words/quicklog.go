package words

import "peerage/data"

// Noted says what kind of contact there was, with whom and when: "Coffee with Ana and Raj yesterday."
func (w *Words) Noted(kind data.InteractionKind, called []string, day, today data.Day) string {
	what := w.InteractionKind(kind)
	if kind == data.OtherKind {
		what = w.T("reach.contact")
	}
	return Capital(w.T("quick.contact", Args{"Kind": what, "Names": w.List(called), "Day": w.Day(day, today)}))
}

// PromisedBy says who promised what by when: "Ana promised: intro to Kim, due on 27 November." due is 0 when
// no day was named.
func (w *Words) PromisedBy(by data.Side, name, what string, due, today data.Day) string {
	args := Args{"Name": oneLine(name), "What": quote(what), "Day": w.Day(due, today)}
	switch {
	case by == data.Mine && due == 0:
		return w.T("quick.i_promised", args)
	case by == data.Mine:
		return w.T("quick.i_promised_by", args)
	case due == 0:
		return w.T("quick.they_promised", args)
	}
	return w.T("quick.they_promised_by", args)
}

// ThankedFor says for which opportunity a line thanks somebody: "Thanked for Platform job".
func (w *Words) ThankedFor(title string) string {
	return w.T("quick.thanked_for", Args{"Title": oneLine(title)})
}

// UnreadDay says why a day that a line names is not taken: it lies ahead, where contact has been, or it is none.
func (w *Words) UnreadDay(written string, ahead bool) string {
	if ahead {
		return w.T("quick.day_ahead", Args{"Value": oneLine(written)})
	}
	return w.T("quick.no_day", Args{"Value": oneLine(written)})
}

// Given says what was given or received: "Given: advice, Ana.", "Received: introduction to Kim Lee, Ana." by is
// who gave it; to is who was made known by an introduction, "" when nobody is named.
func (w *Words) Given(kind data.ExchangeKind, by data.Side, name, to string) string {
	args := Args{"Kind": w.ExchangeKind(kind), "Name": oneLine(name)}
	if to != "" {
		args["Kind"] = w.T("given.introduction_to", Args{"Other": oneLine(to)})
	}
	if by == data.Mine {
		return w.T("quick.given", args)
	}
	return w.T("quick.received", args)
}
