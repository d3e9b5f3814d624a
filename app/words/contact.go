package words

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data"
)

// Why says why a check-in is due: how often, how late, and what was said last. "Every six weeks, nine
// days over. Coffee on 2 October: her move to Lisbon." last is nil when there was no contact yet.
func (w *Words) Why(c data.CheckIn, last *data.Interaction, today data.Day) string {
	why := Capital(w.T("reach.rhythm", Args{"Every": w.Every(c.Rhythm.Ideal), "When": w.Due(c, today)}))
	if last == nil || last.ID == 0 {
		return why + " " + w.T("reach.no_contact")
	}
	return why + " " + w.Contact(last, today)
}

// Due says how the next check-in stands to today: "due today", "nine days over", "due on 3 December", "due
// tomorrow at 15:00".
func (w *Words) Due(c data.CheckIn, today data.Day) string {
	switch days := int(today - c.Natural); {
	case c.Agreed && c.At != data.AllDay:
		return w.T("reach.agreed_at", Args{"Day": w.Day(c.Due, today), "Time": data.Clock(c.At)})
	case c.Agreed:
		return w.T("reach.agreed", Args{"Day": w.Day(c.Due, today)})
	case c.Late(today):
		return w.N("reach.over", days)
	case days >= 0:
		return w.T("reach.due_today")
	default:
		return w.T("reach.due", Args{"Day": w.Day(c.Due, today)})
	}
}

// Contact says in what way and when people were last in touch, and what was said: "Coffee on 2
// October: her move to Lisbon." A text that begins with the way is not told it again: "On 2 October:
// coffee at the river."
func (w *Words) Contact(i *data.Interaction, today data.Day) string {
	text := quote(i.Text)
	kind, day := w.InteractionKind(i.Kind), w.Day(i.Day, today)
	if i.Kind == data.OtherKind {
		kind = w.T("reach.contact")
	}
	switch {
	case text == "":
		return Capital(w.T("reach.last", Args{"Kind": kind, "Day": day}))
	case beginsWith(text, kind):
		return Capital(w.Sentence(w.T("reach.said_day", Args{"Day": day, "Text": text})))
	}
	return Capital(w.Sentence(w.T("reach.last_said", Args{"Kind": kind, "Day": day, "Text": text})))
}

// longestQuote is how much of what was said a line repeats, in characters.
const longestQuote = 160

// quote returns the beginning of what a person wrote, on one line, cut between words where there are
// any.
func quote(s string) string { return cutShort(oneLine(s), longestQuote) }

// beginsWith reports whether a text begins with a word or words, whatever their case.
func beginsWith(text, word string) bool {
	rest := text
	for _, want := range word {
		have, size := utf8.DecodeRuneInString(rest)
		if unicode.ToLower(have) != unicode.ToLower(want) {
			return false
		}
		rest = rest[size:]
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

// Sentence returns a text, which may be somebody's own, ended as a sentence where it does not end as one
// already, in whatever script; "" for nothing.
func (w *Words) Sentence(text string) string {
	text = strings.TrimSpace(text)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, func(r rune) bool { return unicode.In(r, unicode.Pe, unicode.Pf) || r == '"' }))
	if text == "" || stops(last) {
		return text
	}
	return w.T("reach.sentence", Args{"Text": text})
}

// stops reports whether a character ends a sentence.
func stops(r rune) bool { return r == '…' || unicode.Is(unicode.STerm, r) }

// Capacity says that the rhythms ask for more check-ins a week than the user gives.
func (w *Words) Capacity(asked float64, given int) string {
	// Rounded up, because ten and a half where ten are given are more than ten.
	return w.T("today.over_capacity", Args{"Asked": int(math.Ceil(asked - 1e-9)), "Given": given})
}

// Room says how many check-ins a week the rhythms ask for, and how many the user gives.
func (w *Words) Room(asked float64, given int) string {
	return w.N("agenda.capacity", int(math.Ceil(asked-1e-9)), Args{"Given": w.Count(given)})
}

// CheckIn is the title of a check-in in a calendar.
func (w *Words) CheckIn(name string) string {
	return w.T("calendar.check_in", Args{"Name": oneLine(name)})
}

// PromiseWith is the title of a promise in a calendar that does not say what it is.
func (w *Words) PromiseWith(name string) string {
	return w.T("calendar.promise", Args{"Name": oneLine(name)})
}

// MilestoneOf is the title of a milestone in a calendar that does not say what it is.
func (w *Words) MilestoneOf(name string) string {
	return w.T("calendar.milestone", Args{"Name": oneLine(name)})
}

// CalendarWhy says in a calendar why there is a check-in, so that it is true on whichever day it is read:
// "Every six weeks, asked for since 3 November 2026. Last in touch on 2 October 2026." With the last
// contact it says what was said: "Every six weeks. Coffee on 2 October 2026: her move to Lisbon."
func (w *Words) CalendarWhy(c data.CheckIn, last *data.Interaction) string {
	every, why := Capital(w.Every(c.Rhythm.Ideal)), ""
	if c.Late(c.Due) {
		why = w.T("calendar.since", Args{"Every": every, "Day": w.Date(c.Natural, 0)})
	} else {
		why = w.T("calendar.every", Args{"Every": every})
	}
	switch {
	case last != nil:
		return why + " " + w.Contact(last, 0)
	case c.Last == 0:
		return why + " " + w.T("reach.no_contact")
	}
	return why + " " + w.T("calendar.last", Args{"Day": w.Date(c.Last, 0)})
}

// CalendarName is the name of the calendar.
func (w *Words) CalendarName() string { return w.T("calendar.name") }
