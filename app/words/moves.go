package words

import "peerage/data"

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

// Before says what a person did until a move, and when that was: "Senior Software Engineer at Zenith
// until April 2026."
func (w *Words) Before(m *data.Move, today data.Day) string {
	args := Args{"Post": w.Post(m.From), "After": w.Date(m.After, today), "By": w.Date(m.By, today)}
	if m.From.Title != "" && m.From.Employer == m.To.Employer {
		args["Post"] = oneLine(m.From.Title)
	}
	switch {
	case m.After == m.By:
		return w.T("move.before_on", args)
	case wholeMonth(m.After, m.By):
		year, month, _ := m.By.Date()
		args["By"] = w.Partial(data.PartialDay{Year: year, Month: month})
		return w.T("move.before_in", args)
	}
	return w.T("move.before_between", args)
}

// wholeMonth reports whether two days are the first and the last of one month.
func wholeMonth(first, last data.Day) bool {
	_, _, day := first.Date()
	return day == 1 && first.AddMonths(1)-1 == last
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
