package people

import (
	"slices"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// explainAlike says in sentences what makes two people peers or colleagues.
func explainAlike(w *words.Words, d *dossier, t data.Tie, mine, theirs *data.Role, today data.Day) []widgets.Run {
	dimmed := func(s string) widgets.Run { return widgets.Run{Text: " " + s, Color: look.ColorNameDimmed} }
	if t.ByProfession() && (mine.Organisation == 0 || mine.Organisation != theirs.Organisation) {
		why := w.T("people.present_titles")
		if t.Confirmed {
			why = w.T("people.said_by_you")
		}
		return []widgets.Run{{Text: byProfession(w, t, mine, theirs)}, dimmed(why)}
	}
	told := d.told(t)
	said := alike(w, t, mine, theirs, !told)
	if told {
		return emphasised(said, theirs.Employer)
	}
	return append(emphasised(said, theirs.Employer), dimmed(evidence(w, d, t, mine, theirs, today)))
}

// told reports whether the tie of coworkers or alumni beside which t stands says already when it held
// and how sure it is.
func (d *dossier) told(t data.Tie) bool {
	return slices.ContainsFunc(d.ties, func(o data.Tie) bool {
		return o.Derived && (o.Kind == data.Coworker || o.Kind == data.Alumni) && o.Mine == t.Mine && o.Theirs == t.Theirs &&
			o.Since == t.Since && o.Until == t.Until && o.Sure == t.Sure && o.Confirmed == t.Confirmed
	})
}

// alike says what two people were to each other at an organisation, with mark for its name. When it
// held is said only where both ends are known or it lasts.
func alike(w *words.Words, t data.Tie, mine, theirs *data.Role, dated bool) string {
	args := words.Args{"Organisation": mark, "Mine": mine.Title, "Theirs": theirs.Title, "Profession": w.Field(theirs.Standing.Field)}
	if t.Current || !t.Until.IsZero() {
		args["Span"] = w.Span(t.Since, t.Until)
	}
	dated = dated && args["Span"] != nil && args["Span"] != ""
	untitled, same := mine.Title == "" || theirs.Title == "", mine.Title == theirs.Title
	switch {
	case t.Kind == data.Colleague && dated:
		return w.T("people.colleagues_span", args)
	case t.Kind == data.Colleague:
		return w.T("people.colleagues", args)
	case t.Sure == data.Possible:
		return perhapsPeers(w, args, dated, same, untitled)
	case untitled && dated:
		return w.T("people.peers_span", args)
	case untitled:
		return w.T("people.peers", args)
	case same && dated:
		return w.T("people.peers_span_same", args)
	case same:
		return w.T("people.peers_same", args)
	case dated:
		return w.T("people.peers_span_titles", args)
	}
	return w.T("people.peers_titles", args)
}

// perhapsPeers says of two people that they may have been peers.
func perhapsPeers(w *words.Words, args words.Args, dated, same, untitled bool) string {
	switch {
	case untitled && dated:
		return w.T("people.perhaps_peers_span", args)
	case untitled:
		return w.T("people.perhaps_peers", args)
	case same && dated:
		return w.T("people.perhaps_peers_span_same", args)
	case same:
		return w.T("people.perhaps_peers_same", args)
	case dated:
		return w.T("people.perhaps_peers_span_titles", args)
	}
	return w.T("people.perhaps_peers_titles", args)
}

// byProfession says what two people are to each other wherever they are.
func byProfession(w *words.Words, t data.Tie, mine, theirs *data.Role) string {
	args := words.Args{"Mine": mine.Title, "Theirs": theirs.Title, "Profession": w.Field(theirs.Standing.Field)}
	switch {
	case t.Kind == data.Colleague:
		return w.T("people.colleagues_profession", args)
	case mine.Title == "" || theirs.Title == "":
		return w.T("people.peers_profession", args)
	case mine.Title == theirs.Title:
		return w.T("people.peers_profession_same", args)
	}
	return w.T("people.peers_profession_titles", args)
}
