package words

import "peerage/data"

// PromiseWhen says how a promise stands to today: "due on 3 December", "nine days late", "kept, three
// days late", "let go yesterday".
func (w *Words) PromiseWhen(p *data.Promise, today data.Day) string {
	state := p.On(today)
	settled := Args{"State": w.PromiseState(state), "Day": w.Day(p.Settled, today)}
	switch {
	case state == data.PromiseLate:
		return w.N("promise.days_late", int(today-p.Due))
	case state == data.PromiseOpen && p.Due == 0:
		return w.T("promise.no_day")
	case state == data.PromiseOpen:
		return w.T("promise.due", Args{"Day": w.Day(p.Due, today)})
	case p.Settled == 0:
		return w.PromiseState(state)
	case state == data.PromiseKept && p.Due != 0 && p.Settled > p.Due:
		return w.T("promise.kept_late", Args{"Late": w.N("promise.days_late", int(p.Settled-p.Due))})
	}
	return w.T("promise.settled_on", settled)
}

// Promised says who promised what: "You promised Ana: send the slides", "Ana promised you: an
// introduction to Kim".
func (w *Words) Promised(by data.Side, name, what string) string {
	args := Args{"Name": oneLine(name), "What": oneLine(what)}
	if by == data.Mine {
		return w.T("promise.you_promised", args)
	}
	return w.T("promise.they_promised", args)
}

// Introduction says who made whom known: "Ana introduced you to Omar Khalil in 2022". called writes
// names as they may be shown; Me is called you.
func (w *Words) Introduction(i *data.Introduction, called func(string) string) string {
	one, other := i.Known[0], i.Known[1]
	if other.Person == data.Me {
		one, other = other, one
	}
	call := func(s data.Someone) string { return called(oneLine(s.Name)) }
	args := Args{"By": call(i.By), "One": call(one), "Other": call(other)}
	said := ""
	switch {
	case i.By.Person == data.Me:
		said = w.T("introduced.by_you", args)
	case one.Person == data.Me:
		said = w.T("introduced.you", args)
	default:
		said = w.T("introduced.others", args)
	}
	when := Args{"Said": said, "Day": w.Partial(i.Day)}
	switch {
	case i.Day.IsZero():
		return said
	case i.Day.Day == 0:
		return w.T("introduced.in", when)
	}
	return w.T("introduced.on", when)
}
