package words

import (
	"strings"

	"peerage/data"
)

// ReminderTitle says how many check-ins and promises have fallen due; at least one of either.
func (w *Words) ReminderTitle(checkIns, promises int) string {
	due := w.N("remind.promises_due", promises)
	switch {
	case promises == 0:
		return w.N("remind.title", checkIns)
	case checkIns == 0:
		return Capital(due)
	}
	return w.T("list.more", Args{"List": w.N("remind.title", checkIns), "Item": due})
}

// ReminderPromises names some of those with whom a promise is due, and counts the rest.
func (w *Words) ReminderPromises(shown []string, more int) string {
	if len(shown) == 0 {
		return w.N("remind.promises_unnamed", more)
	}
	return w.T("remind.promises_with", Args{"Names": w.ReminderNames(shown, more)})
}

// ReminderNames names some of those who are due, and counts the rest.
func (w *Words) ReminderNames(shown []string, more int) string {
	if len(shown) == 0 {
		return w.N("remind.unnamed", more)
	}
	var items []string
	for _, name := range shown {
		items = append(items, oneLine(name))
	}
	if more > 0 {
		items = append(items, w.N("remind.more", more))
	}
	return w.List(items)
}

// ReminderCheckIn is the title and the body of a reminder of a check-in at an hour, in minutes after midnight. The
// name is "" for somebody who is not to be named; said is what else may be told, "" for nothing.
func (w *Words) ReminderCheckIn(name string, at int, said string) (title, body string) {
	title = w.T("remind.check_in_unnamed")
	if name != "" {
		title = w.T("remind.check_in", Args{"Name": oneLine(name)})
	}
	return title, join(w.T("remind.at", Args{"Time": data.Clock(at)}), said)
}

// ReminderPromise is the title and the body of a reminder of a promise, as ReminderCheckIn.
func (w *Words) ReminderPromise(by data.Side, name string, due, today data.Day, said string) (title, body string) {
	named := Args{"Name": oneLine(name)}
	switch {
	case by == data.Mine && name == "":
		title = w.T("remind.promise_mine_unnamed")
	case by == data.Mine:
		title = w.T("remind.promise_mine", named)
	case name == "":
		title = w.T("remind.promise_theirs_unnamed")
	default:
		title = w.T("remind.promise_theirs", named)
	}
	when := w.PromiseWhen(&data.Promise{Due: due, State: data.PromiseOpen}, today)
	return title, join(w.Sentence(Capital(when)), said)
}

// ReminderSaid tells what was promised, "" for nothing, and what contact there was last, nil for none.
func (w *Words) ReminderSaid(what string, last *data.Interaction, today data.Day) string {
	contact := ""
	if last != nil {
		contact = w.Contact(last, today)
	}
	return join(w.Sentence(Capital(quote(what))), contact)
}

// join puts sentences behind each other.
func join(one, other string) string { return strings.TrimSpace(one + " " + other) }
