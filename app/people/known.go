package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// known says how the two of us know each other, with the evidence.
func (p *pane) known() fyne.CanvasObject {
	w, d := p.v.words, p.shown
	today := p.v.frame.Today()
	column := widgets.Column(look.SmallGap)
	switch headline := headline(w, d.ties); {
	case d.risen():
		said := w.T("people.perhaps_risen")
		if data.SurelyFormerPeers(d.ties) {
			said = w.T("people.risen")
		}
		column.Add(widgets.NewText(words.Capital(said), look.Name.In(look.ColorNameBrass)))
	case headline != "":
		column.Add(widgets.NewText(headline, look.Name))
	}
	for _, t := range d.ties {
		if t.Project != 0 {
			column.Add(p.projectTie(t))
			continue
		}
		shown := t
		shown.Note = p.veil(shown.Note)
		runs := explain(w, d, shown, today)
		if t.Derived {
			column.Add(p.derivedTie(t, runs))
			continue
		}
		column.Add(newLine(p.v, widgets.NewRuns(look.Body, runs...),
			action{w.T("people.edit"), func() { p.openTie(t) }}, action{w.T("people.remove"), func() { p.removeTie(t) }}))
	}
	for _, n := range d.denied {
		column.Add(p.deniedTie(n))
	}
	for _, i := range p.introducedUs(true) {
		column.Add(i)
	}
	if d.person.Connected != 0 {
		year := data.Whole(d.person.Connected)
		column.Add(widgets.NewText(w.T("people.connected", words.Args{"Day": w.Partial(year)}), look.Body))
	}
	if d.person.HowMet != "" {
		column.Add(widgets.NewText(w.T("people.how_met", words.Args{"Text": p.veil(strings.TrimSpace(d.person.HowMet))}), look.Body))
	}
	if len(column.Objects) == 0 {
		column.Add(widgets.NewText(w.T("people.unknown_tie"), look.Body.In(look.ColorNameDimmed)))
	}
	column.Add(widgets.Flush(widgets.NewQuiet(w.T("people.state_tie"), p.stateTie)))
	return widgets.NewCard(column)
}

// headlineTies is how many ties the headline names; the sentences below name them all.
const headlineTies = 3

// headline names the ties in one line: "Former coworker, mentor".
func headline(w *words.Words, ties []data.Tie) string {
	var named []string
	for _, c := range parts.Chips(w, ties, headlineTies) {
		named = append(named, c.Text)
	}
	return words.Capital(strings.Join(named, ", "))
}

// explain says one tie in sentences: what it is, who did what, how sure it is and why.
func explain(w *words.Words, d *dossier, t data.Tie, today data.Day) []widgets.Run {
	if !t.Derived {
		return explainStated(w, t)
	}
	mine, theirs := d.role(t.Mine), d.role(t.Theirs)
	if mine == nil || theirs == nil {
		return []widgets.Run{{Text: words.Capital(w.Tie(t.Kind, t.Current)) + "."}}
	}
	if t.Kind == data.Peer || t.Kind == data.Colleague {
		return explainAlike(w, d, t, mine, theirs, today)
	}
	runs := emphasised(met(w, t), theirs.Employer)
	if s := titles(w, t, mine.Title, theirs.Title); s != "" {
		runs = append(runs, widgets.Run{Text: " " + s})
	}
	return append(runs, widgets.Run{Text: " " + evidence(w, d, t, mine, theirs, today), Color: look.ColorNameDimmed})
}

func explainStated(w *words.Words, t data.Tie) []widgets.Run {
	said := words.Capital(w.Tie(t.Kind, t.Current))
	if span := w.Span(t.Since, t.Until); span != "" {
		said = w.T("people.stated_span", words.Args{"Tie": said, "Span": span})
	} else {
		said = w.T("people.stated", words.Args{"Tie": said})
	}
	if t.Note != "" {
		said += " " + w.Sentence(t.Note)
	}
	return []widgets.Run{{Text: said}, {Text: " " + w.T("people.said_by_you"), Color: look.ColorNameDimmed}}
}

// mark stands for the organisation in a message, until the name is put in its place in bold.
const mark = "\x00"

// emphasised returns the runs of a sentence with an organisation's name at its mark.
func emphasised(sentence, organisation string) []widgets.Run {
	before, after, found := strings.Cut(sentence, mark)
	if !found {
		return []widgets.Run{{Text: sentence}}
	}
	return []widgets.Run{{Text: before}, {Text: organisation, Bold: true}, {Text: after}}
}

// met says where and when two careers met, with mark for the organisation.
func met(w *words.Words, t data.Tie) string {
	args := words.Args{"Organisation": mark, "Since": w.Partial(t.Since), "Until": w.Partial(t.Until), "Months": w.Months(t.Months)}
	if t.Kind == data.Alumni {
		if t.Sure == data.Possible {
			return w.T("people.alumni_unsure", args)
		}
		return w.T("people.alumni", args)
	}
	long := t.Months > 0
	switch since, until := !t.Since.IsZero(), !t.Until.IsZero(); {
	case since && until && long:
		return w.T("people.coworkers_span_long", args)
	case since && until:
		return w.T("people.coworkers_span", args)
	case since && t.Current && long:
		return w.T("people.coworkers_since_long", args)
	case since && t.Current:
		return w.T("people.coworkers_since", args)
	case since:
		return w.T("people.coworkers_from", args)
	case until:
		return w.T("people.coworkers_until", args)
	case t.Current:
		return w.T("people.coworkers_now", args)
	}
	return w.T("people.coworkers", args)
}

// titles says what the two did at the organisation.
func titles(w *words.Words, t data.Tie, mine, theirs string) string {
	args := words.Args{"Mine": mine, "Theirs": theirs}
	switch now := t.Current; {
	case mine == "" || theirs == "":
		return ""
	case mine == theirs && now:
		return w.T("people.same_title_now", args)
	case mine == theirs:
		return w.T("people.same_title", args)
	case now:
		return w.T("people.titles_now", args)
	}
	return w.T("people.titles", args)
}

// evidence says how sure a derived tie is, and what makes it so.
func evidence(w *words.Words, d *dossier, t data.Tie, mine, theirs *data.Role, today data.Day) string {
	connected := d.person.Connected
	args := words.Args{"Seen": w.Day(theirs.LastSeen, today), "Source": w.Source(theirs.Source), "Day": w.Day(connected, today)}
	within := connected != 0 && connected >= mine.From.Earliest() && (mine.Current || connected <= mine.To.Latest())
	switch {
	case t.Confirmed:
		return w.T("people.said_by_you")
	case t.Kind == data.Peer && t.Sure == data.Possible && theirs.FirstSeen != 0 && !theirs.Dated():
		return w.T("people.possible_titles")
	case t.Sure == data.Certain && theirs.Dated():
		return w.T("people.certain_dates")
	case t.Sure == data.Certain && t.Kind == data.Alumni && theirs.LastSeen != 0:
		return w.T("people.certain_apart", args)
	case t.Sure == data.Certain && theirs.LastSeen != 0 && theirs.Source == data.Stated:
		return w.T("people.certain_noted", args)
	case t.Sure == data.Certain && theirs.LastSeen != 0:
		return w.T("people.certain_seen", args)
	case t.Sure == data.Certain:
		return w.T("people.certain_now")
	case t.Sure == data.Likely && t.Kind == data.Alumni:
		return w.T("people.likely_denied")
	case t.Sure == data.Likely && !theirs.Dated() && within:
		return w.T("people.likely_connected", args)
	case t.Sure == data.Likely:
		return w.T("people.likely_dates")
	case theirs.Dated():
		return w.T("people.possible_end")
	}
	return w.T("people.possible_undated", args)
}

// openTie asks for a tie of the user's own; one without an ID is new.
func (p *pane) openTie(t data.Tie) {
	v, w := p.v, p.v.words
	g := p.group()
	kind := widgets.NewChoice(tieOptions(w, data.TieKinds, ""), string(t.Kind), nil)
	since := widgets.NewDayEntry(w.T("form.day_hint"), t.Since)
	until := widgets.NewDayEntry(w.T("people.until_hint"), t.Until)
	note := widgets.NewEntry("")
	note.SetText(t.Note)
	f := newForm(v, map[string]*widgets.Field{
		"tie":   widgets.NewField(w.T("people.tie_kind"), "", kind),
		"since": widgets.NewField(w.T("people.since"), "", since),
		"until": widgets.NewField(w.T("snooze.until"), "", until),
	})
	body := widgets.Column(look.FormGap, f.fields["tie"], widgets.Columns(150, look.FormGap, f.fields["since"], f.fields["until"]),
		widgets.NewField(w.T("people.note"), "", note))
	f.open(w.T("people.tie_title", words.Args{"Name": g.name}), body, func() bool {
		t.Person, t.Kind, t.Note, t.Months, t.Sure = g.people[0], data.TieKind(kind.Key()), strings.TrimSpace(note.Text), -1, data.Certain
		var err error
		if t.Since, err = since.Day("since"); err == nil {
			t.Until, err = until.Day("until")
		}
		if err == nil {
			err = t.Validate()
		}
		today := v.frame.Today()
		t.Current = t.Until.IsZero() || t.Until.Latest() >= today
		return f.save(err, g.operation(w), g.saved(w), func(tx *store.Tx) error {
			return g.each(tx, func(data.ID) error { return tx.SaveTie(&t) })
		})
	})
}

func (p *pane) stateTie() { p.openTie(data.Tie{Kind: data.Mentor}) }

func (p *pane) removeTie(t data.Tie) {
	g, w := p.group(), p.v.words
	p.v.change(g.operation(w), w.T("people.tie_removed"), func(tx *store.Tx) error { return tx.DeleteTie(t.ID) })
}
