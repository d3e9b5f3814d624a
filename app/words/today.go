package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data"
)

// PromiseTitle says what was promised, and between whom: "For Priya Raman: the hiring rubric", or where the
// promise names them itself in full "Send Priya Raman the hiring rubric"; of theirs "Raj Patel: an introduction
// to Kim". A first name alone does not tell which of two people is meant.
func (w *Words) PromiseTitle(p *data.Promise, name string) string {
	name = oneLine(name)
	args := Args{"Name": name, "What": quote(p.What)}
	switch {
	case p.By == data.Theirs:
		return w.T("today.promise_theirs", args)
	case holdsName(oneLine(p.What), name):
		return Capital(quote(p.What))
	}
	return w.T("today.promise_mine", args)
}

// holdsName reports whether a text holds a name as whole words.
func holdsName(text, name string) bool {
	edge := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }
	for name != "" {
		before, after, found := strings.Cut(text, name)
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		switch {
		case !found:
			return false
		case (before == "" || edge(last)) && (after == "" || edge(next)):
			return true
		}
		text = after
	}
	return false
}

// PromiseSaid says when it was promised, and when it is due: "You said so on Tuesday, due tomorrow.",
// "Offered on 12 November, three days late."
func (w *Words) PromiseSaid(p *data.Promise, today data.Day) string {
	args := Args{"Made": w.lately(p.Made, today), "When": w.PromiseWhen(p, today)}
	if p.On(today) == data.PromiseOpen && p.Due != 0 {
		args["When"] = w.T("promise.due", Args{"Day": w.Coming(p.Due, today)})
	}
	if p.By == data.Theirs {
		return w.T("today.promise_offered", args)
	}
	return w.T("today.promise_said", args)
}

// lately says when a day up to today was, by its weekday while that is clear: "on Tuesday", "yesterday".
func (w *Words) lately(d, today data.Day) string {
	if d < today-1 && d > today-weekAhead {
		return w.T("day.on", Args{"Day": w.Weekday(d.Weekday())})
	}
	return w.Day(d, today)
}
