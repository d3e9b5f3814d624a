package organisations

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// section says where in the pane a line stands.
type section int

const (
	now section = iota
	before
	introducers
	waysIn
)

// line is one line of the pane: a heading, a person, or what shows the rest of a section.
type line struct {
	section section
	heading string
	more    string
	person  parts.PersonRowData
}

// few is how many people a section shows until the user asks for all. One that has hardly more is shown
// whole.
const (
	few    = 6
	hardly = 2
)

// linesOf returns what the pane shows of an organisation; whole names the sections shown whole.
func linesOf(v *view, o *briefing.Organisation, whole map[section]bool) []line {
	w, today := v.words, v.frame.Today()
	lines := v.waysIn(o)
	lines = append(lines, cut(w, now, w.N("organisations.now", len(o.Now)), whole, len(o.Now), func(i int) parts.PersonRowData {
		return v.person(&o.Now[i], w.WithContact(stay(w, &o.Now[i], today), o.Now[i].Last, today))
	})...)
	elsewhere := fromElsewhere(o)
	lines = append(lines, cut(w, introducers, w.T("organisations.introducers"), whole, len(elsewhere), func(i int) parts.PersonRowData {
		p := &elsewhere[i]
		return v.person(&p.Acquaintance, w.WithContact(v.reason(p), p.Last, today))
	})...)
	return append(lines, cut(w, before, w.N("organisations.before", len(o.Before)), whole, len(o.Before), func(i int) parts.PersonRowData {
		p := &o.Before[i]
		said := stay(w, p, today)
		if work := parts.Work(p.Row.Title, p.Row.Organisation); work != "" {
			said = join(w, said, w.T("organisations.today", words.Args{"Work": work}))
		}
		return v.person(p, said)
	})...)
}

// fromElsewhere returns those who could introduce me and are not there themselves: whoever is there now stands
// among those already.
func fromElsewhere(o *briefing.Organisation) []briefing.Introducer {
	return slices.DeleteFunc(slices.Clone(o.Introducers), func(p briefing.Introducer) bool { return p.Reason == briefing.ThereNow })
}

// cut returns the lines of a section of n people.
func cut(w *words.Words, s section, heading string, whole map[section]bool, n int, person func(i int) parts.PersonRowData) []line {
	if n == 0 {
		return nil
	}
	lines := []line{{section: s, heading: heading}}
	shown := n
	if !whole[s] && n > few+hardly {
		shown = few
	}
	for i := range shown {
		lines = append(lines, line{section: s, person: person(i)})
	}
	switch {
	case shown < n:
		lines = append(lines, line{section: s, more: w.N("organisations.all", n-shown)})
	case n > few+hardly:
		lines = append(lines, line{section: s, more: w.T("organisations.fewer")})
	}
	return lines
}

// chipsShown is how many chips stand behind a name.
const chipsShown = 2

// person returns a person as a line shows them.
func (v *view) person(p *briefing.Acquaintance, second string) parts.PersonRowData {
	w := v.words
	d := parts.PersonRowData{ID: p.Row.ID, Name: v.called(p.Row.Name), Initials: parts.Initials(v.called(p.Row.Name)), Second: second,
		Due: p.Due != 0 && p.Due <= v.frame.Today(), Risen: p.Risen}
	if p.Risen {
		// What the headline says of tie and level need not be said again.
		ties := slices.DeleteFunc(slices.Clone(p.Ties), func(t data.Tie) bool { return t.Kind == data.Peer })
		headline := w.T("people.perhaps_risen")
		if data.SurelyFormerPeers(p.Ties) {
			headline = w.T("people.risen")
		}
		d.Chips = append([]parts.ChipData{{Text: headline, Tone: look.Brass}}, parts.Chips(w, ties, chipsShown-1)...)
		return d
	}
	d.Chips = parts.Chips(w, p.Ties, chipsShown)
	if level := p.Role.Standing.Level; p.Role.Standing.Track == data.Management && level != data.UnknownLevel {
		d.Chips = append(d.Chips, parts.ChipData{Text: w.Level(level), Tone: look.Plain})
	}
	return d
}

// stay says what somebody does or did at the organisation, and when.
func stay(w *words.Words, p *briefing.Acquaintance, today data.Day) string {
	said := w.Stay(p.Role.Title, p.Role.From, p.Until)
	if !p.Since.IsZero() && p.Since.Earliest() < p.Role.From.Earliest() {
		said = w.T("list.more", words.Args{"List": said, "Item": w.T("organisations.there_since", words.Args{"Day": w.Partial(p.Since)})})
	}
	if !p.Role.Current && p.Until.IsZero() && p.Role.LastSeen != 0 {
		return join(w, said, w.T("organisations.seen", words.Args{"Day": w.Day(p.Role.LastSeen, today)}))
	}
	return said
}

// join puts two parts of a line beside each other; either may be empty.
func join(w *words.Words, a, b string) string {
	if a == "" || b == "" {
		return words.Capital(a + b)
	}
	return w.T("known.line", words.Args{"Line": a, "More": b})
}

// reason says why somebody who is not there could introduce me.
func (v *view) reason(p *briefing.Introducer) string {
	w := v.words
	if p.Reason == briefing.ThereBefore {
		if said := w.Stay(p.Role.Title, p.Role.From, p.Until); said != "" {
			return w.T("organisations.intro_before", words.Args{"Stay": said})
		}
		return w.T("organisations.intro_before_unknown")
	}
	args := words.Args{"Name": v.called(p.With.Name), "Employer": p.Employer, "Span": w.Span(p.Together.Since, p.Together.Until)}
	switch {
	case p.Together.Sure != data.Certain:
		return w.T("organisations.intro_beside_unsure", args)
	case args["Span"] == "":
		return w.T("organisations.intro_beside", args)
	}
	return w.T("organisations.intro_beside_span", args)
}

// lineRow shows any line: rows of a list are all of one height.
type lineRow struct {
	widgets.Composite
	person              *parts.PersonRow
	heading, more       *widgets.Line
	headingBox, moreBox *fyne.Container
}

// headingBelow is the room between a heading and its card; headingTop is what is empty above it in its row.
const headingBelow = look.SmallGap - 2

var headingTop = look.RowHeight - headingBelow - look.Label.Height - look.Hairline

func newLineRow() *lineRow {
	r := &lineRow{person: parts.NewPersonRow(), heading: widgets.NewLine("", look.Label), more: widgets.NewLine("", look.Name.In(look.ColorNameClaret))}
	r.headingBox = container.NewBorder(nil, container.New(layout.NewCustomPaddedLayout(0, headingBelow, 0, 0), r.heading), nil, nil)
	r.moreBox = widgets.Inset(look.RowInset, (look.RowHeight-look.Hairline-look.Name.Height)/2, r.more)
	r.Compose(r, container.NewStack(r.person, r.headingBox, r.moreBox))
	return r
}

func (r *lineRow) set(l line) {
	r.person.Hidden, r.headingBox.Hidden, r.moreBox.Hidden = l.heading != "" || l.more != "", l.heading == "", l.more == ""
	switch {
	case l.heading != "":
		r.heading.SetText(l.heading)
	case l.more != "":
		r.more.SetText(l.more)
	default:
		r.person.Set(l.person)
	}
	r.Relayout()
}

// fill shows a line in a row that has come into sight.
func (p *pane) fill(i int, o fyne.CanvasObject) {
	if i < len(p.lines) {
		o.(*lineRow).set(p.lines[i])
	}
}
