package words

import (
	"time"

	"peerage/data"
)

// MoveKind names a kind of move, as a chip or within a list: "into management".
func (w *Words) MoveKind(k data.MoveKind) string { return named(w, moveKinds, k) }

// MoveStatus says what the user made of a move: "confirmed".
func (w *Words) MoveStatus(s data.MoveStatus) string { return named(w, moveStatuses, s) }

// Post says a role in short: "Engineering Manager at Zenith". It is "" for a post of which nothing is
// said.
func (w *Words) Post(p data.Post) string {
	if p.Title == "" || p.Employer == "" {
		return oneLine(p.Title + p.Employer)
	}
	return oneLine(w.T("move.post", Args{"Title": p.Title, "Organisation": p.Employer}))
}

// Move says in a sentence without a full stop what a person does since a move: "Rosa Oliveira is now
// Engineering Manager at Zenith".
func (w *Words) Move(name string, m *data.Move) string {
	args := Args{"Name": oneLine(name), "Post": w.Post(m.To), "Organisation": oneLine(m.From.Employer)}
	switch {
	case m.Is(data.Retired):
		return w.T("move.retired", args)
	case m.Is(data.Left) && m.From.Employer == "":
		return w.T("move.left_post", Args{"Name": args["Name"], "Post": w.Post(m.From)})
	case m.Is(data.Left):
		return w.T("move.left", args)
	case m.Is(data.OutOfManagement):
		return w.T("move.out", args)
	}
	return w.T("move.now", args)
}

// MoveShort says in a few words what a person does since a move: "Engineering Manager at Zenith", "Left
// Zenith".
func (w *Words) MoveShort(m *data.Move) string {
	switch {
	case m.Is(data.Retired):
		return w.T("move.short_retired")
	case m.Is(data.Left) && m.From.Employer == "":
		return w.T("move.short_left_post", Args{"Post": w.Post(m.From)})
	case m.Is(data.Left):
		return w.T("move.short_left", Args{"Organisation": oneLine(m.From.Employer)})
	}
	return w.Post(m.To)
}

// MoveSince says since when something has been so that a move between two days brought: "since April
// 2026", "since 2026", "since 2026 at the latest".
func (w *Words) MoveSince(after, by data.Day) string {
	when, sure := w.about(after, by)
	since := w.T("day.since", Args{"Day": when})
	if sure {
		return since
	}
	return w.T("move.at_latest", Args{"When": since})
}

// about says when a move between two days was, in as few words as a glance needs: the month where both days
// are in it, else the year of the second. It is not sure where the move may have been more than a year
// earlier.
func (w *Words) about(after, by data.Day) (when string, sure bool) {
	year, month, _ := by.Date()
	y, m, _ := after.Date()
	if y == year && m == month {
		return w.Partial(data.PartialDay{Year: year, Month: month}), true
	}
	return w.Partial(data.PartialDay{Year: year}), after != 0 && y >= year-1
}

// MoveAlone says what happened in a move where it is clear to whom: "Now Engineering Manager at Zenith."
func (w *Words) MoveAlone(m *data.Move) string {
	args := Args{"Post": w.Post(m.To), "Organisation": oneLine(m.From.Employer)}
	switch {
	case m.Is(data.Retired):
		return w.T("move.alone_retired")
	case m.Is(data.Left) && m.From.Employer == "":
		return w.T("move.alone_left_post", Args{"Post": w.Post(m.From)})
	case m.Is(data.Left):
		return w.T("move.alone_left", args)
	case m.Is(data.OutOfManagement):
		return w.T("move.alone_out", args)
	}
	return w.T("move.alone_now", args)
}

// Before says what a person did until a move, and about when that was: "Senior Software Engineer at Zenith
// until April 2026.", "Management Accountant until 2026."
func (w *Words) Before(m *data.Move, today data.Day) string {
	post := w.Post(m.From)
	if m.From.Title != "" && m.From.Employer == m.To.Employer {
		post = oneLine(m.From.Title)
	}
	if m.After == m.By {
		return w.T("move.before", Args{"Post": post, "By": w.Date(m.By, today)})
	}
	when, sure := w.about(m.After, m.By)
	if !sure {
		when = w.T("move.at_latest", Args{"When": when})
	}
	return w.T("move.before", Args{"Post": post, "By": when})
}

// fewMonths is how far apart the bounds of a move are, in days, where their months say enough.
const fewMonths = 92

// MoveDay says when a move was, as exactly as it is known: "On 3 April.", "In April 2026.", "In 2026.",
// "Between 3 April and 20 April.", "Between November 2025 and November 2026."
func (w *Words) MoveDay(m *data.Move, today data.Day) string {
	year, month, _ := m.By.Date()
	y, mo, _ := m.After.Date()
	between := Args{"After": w.Date(m.After, today), "By": w.Date(m.By, today)}
	switch {
	case m.After == m.By:
		return w.T("move.day_on", Args{"Day": Capital(w.Day(m.By, today))})
	case data.WholeMonth(m.After, m.By):
		return w.T("move.day_in", Args{"When": w.Partial(data.PartialDay{Year: year, Month: month})})
	case m.After == data.NewDay(year, time.January, 1) && m.By == data.NewDay(year, time.December, 31):
		return w.T("move.day_in", Args{"When": w.Partial(data.PartialDay{Year: year})})
	case m.By-m.After > fewMonths:
		between = Args{"After": w.Partial(data.PartialDay{Year: y, Month: mo}), "By": w.Partial(data.PartialDay{Year: year, Month: month})}
	case y != year: // both years, where they differ
		between = Args{"After": w.Date(m.After, 0), "By": w.Date(m.By, 0)}
	}
	return w.T("move.day_between", between)
}

// MoveMonth says in short when a move was, for a narrow column: "Apr 2026", and "by Nov 2026" where it may
// have been earlier than in that month.
func (w *Words) MoveMonth(m *data.Move) string {
	month := w.ShortDate(m.By, 0)
	if y, mo, _ := m.After.Date(); m.After != m.By && !data.WholeMonth(m.After, m.By) && w.ShortDate(data.NewDay(y, mo, 1), 0) != month {
		return w.T("move.by_month", Args{"Month": month})
	}
	return month
}

// Together says how two people know each other, by a tie and the organisation it was at, which a tie that
// the user stated, or a project shows, has none of: "You were peers at Halden Bank, 2016 to 2020."
func (w *Words) Together(t data.Tie, organisation string) string {
	since, until := data.PartialDay{Year: t.Since.Year}, data.PartialDay{Year: t.Until.Year}
	args := Args{"Organisation": oneLine(organisation), "Span": w.Span(since, until), "Tie": Capital(w.Tie(t.Kind, t.Current))}
	dated := args["Span"] != ""
	switch {
	case !t.Derived && dated:
		return w.T("move.stated_span", args)
	case !t.Derived:
		return w.T("move.stated", args)
	case t.Kind == data.Collaborator && dated:
		return w.T("move.part_of_span", Args{"Project": oneLine(t.Note), "Span": args["Span"]})
	case t.Kind == data.Collaborator:
		return w.T("move.part_of", Args{"Project": oneLine(t.Note)})
	case t.Kind == data.Alumni:
		return w.T("move.alumni", args)
	case t.Kind == data.Peer && t.Sure == data.Possible && dated:
		return w.T("move.peers_possible_span", args)
	case t.Kind == data.Peer && t.Sure == data.Possible:
		return w.T("move.peers_possible", args)
	case t.Kind == data.Peer && t.Current:
		return w.T("move.peers_now", args)
	case t.Kind == data.Peer:
		return w.T("move.peers", args)
	case t.Current:
		return w.T("move.coworkers_now", args)
	case !proven(t) && dated:
		return w.T("move.perhaps_coworkers_span", args)
	case !proven(t):
		return w.T("move.perhaps_coworkers", args)
	case dated:
		return w.T("move.coworkers_span", args)
	}
	return w.T("move.coworkers", args)
}

// proven reports whether a tie is known to be so: the user said it, or the careers leave no doubt.
func proven(t data.Tie) bool { return !t.Derived || t.Confirmed || t.Sure == data.Certain }

// became says what a move brought somebody: "Rosa Oliveira became Engineering Manager at Zenith".
func (w *Words) became(name string, m *data.Move) string {
	args := Args{"Name": name, "Post": w.Post(m.To), "Organisation": oneLine(m.To.Employer)}
	switch {
	case m.Is(data.Retired):
		return w.T("milestone.retired", args)
	case m.Is(data.NewEmployer) && !m.Is(data.IntoManagement) && m.To.Employer != "":
		return w.T("milestone.joined", args)
	}
	return w.T("milestone.became", args)
}

// ReadAs says what a title was taken for and by which of its words: "“Manager” says: in management,
// manager."
func (w *Words) ReadAs(why string, s data.Standing) string {
	if why == "" {
		return w.T("move.read_plain", Args{"Standing": w.Standing(s)})
	}
	return w.T("move.read", Args{"Words": oneLine(why), "Standing": w.Standing(s)})
}

var moveKinds = map[data.MoveKind]string{
	data.IntoManagement: "move.kind_into", data.OutOfManagement: "move.kind_out", data.Promotion: "move.kind_promotion",
	data.NewEmployer: "move.kind_employer", data.NewTitle: "move.kind_title", data.Left: "move.kind_left", data.Retired: "move.kind_retired",
}

var moveStatuses = map[data.MoveStatus]string{
	data.MoveNew: "move.new", data.MoveConfirmed: "move.confirmed", data.MoveDismissed: "move.dismissed",
	data.MoveCongratulated: "move.congratulated",
}
