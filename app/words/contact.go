package words

import (
	"strings"

	"peerage/data"
)

// Why says why a check-in is due: how often, how late, and what was said last. "Every six weeks, nine
// days over. Coffee on 2 October: her move to Lisbon." last is nil when there was no contact yet.
func (w *Words) Why(c data.CheckIn, last *data.Interaction, today data.Day) string {
	why := Capital(w.T("reach.rhythm", Args{"Every": w.Every(c.Rhythm.Ideal), "When": w.when(c, today)}))
	if last == nil || last.ID == 0 {
		return why + " " + w.T("reach.no_contact")
	}
	return why + " " + w.Contact(last, today)
}

// when says how a check-in stands to today: "due today", "nine days over".
func (w *Words) when(c data.CheckIn, today data.Day) string {
	switch days := int(today - c.Natural); {
	case days == 0:
		return w.T("reach.due_today")
	case days > 0:
		return w.N("reach.over", days)
	default:
		return w.T("reach.due", Args{"Day": w.Day(c.Due, today)})
	}
}

// longestQuote is how much of what was said a line repeats, in characters.
const longestQuote = 160

// Contact says in what way and when people were last in touch, and what was said: "Coffee on 2
// October: her move to Lisbon."
func (w *Words) Contact(i *data.Interaction, today data.Day) string {
	text := strings.Join(strings.Fields(visible(i.Text)), " ")
	if runes := []rune(text); len(runes) > longestQuote {
		text = strings.TrimSpace(string(runes[:longestQuote])) + "…"
	}
	kind, day := w.InteractionKind(i.Kind), w.Day(i.Day, today)
	if i.Kind == data.OtherKind {
		kind = w.T("reach.contact")
	}
	if text == "" {
		return Capital(w.T("reach.last", Args{"Kind": kind, "Day": day}))
	}
	return Capital(w.T("reach.last_said", Args{"Kind": kind, "Day": day, "Text": strings.TrimRight(text, ".")}))
}

// Due says when the next check-in is: "due today", "nine days over", "due on 3 December".
func (w *Words) Due(c data.CheckIn, today data.Day) string { return w.when(c, today) }

// Capacity says that the rhythms ask for more check-ins a week than the user gives.
func (w *Words) Capacity(asked float64, given int) string {
	return w.T("today.over_capacity", Args{"Asked": w.Number(int(asked + 0.5)), "Given": w.Number(given)})
}

// CheckIn is the title of a check-in in a calendar.
func (w *Words) CheckIn(name string) string {
	return w.T("calendar.check_in", Args{"Name": strings.Join(strings.Fields(visible(name)), " ")})
}

// CalendarName is the name of the calendar of check-ins.
func (w *Words) CalendarName() string { return w.T("calendar.name") }

// ReminderTitle says how many check-ins have fallen due.
func (w *Words) ReminderTitle(n int) string { return w.N("remind.title", n) }

// ReminderNames names some of those who are due, and counts the rest.
func (w *Words) ReminderNames(shown []string, more int) string {
	switch {
	case len(shown) == 0:
		return w.N("remind.unnamed", more)
	case more == 0:
		return w.List(shown)
	}
	return w.List(append(append([]string{}, shown...), w.N("remind.more", more)))
}
