package people

import (
	"math"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// careers shows the two careers on one axis, with where theirs is known from.
func (p *pane) careers() fyne.CanvasObject {
	w, d, today := p.v.words, p.shown, p.v.frame.Today()
	lanes, marks := axis(d, today)
	if len(lanes) == 0 {
		return nil
	}
	lanes[0].Label = p.firstName()
	if len(lanes) > 1 {
		lanes[1].Label = w.T("people.you")
	}
	column := widgets.Column(4, widgets.NewTimeAxis(lanes, marks, yearOf(today)))
	for i := range d.roles {
		column.Add(widgets.NewText(source(w, &d.roles[i], today), look.Small))
	}
	return widgets.NewCard(column)
}

// firstName returns what the person is called for short.
func (p *pane) firstName() string {
	person := &p.shown.person
	if p.v.frame.NamesHidden() {
		return p.name()
	}
	if person.Given != "" && strings.Contains(person.Name, person.Given) {
		return person.Given
	}
	first, _, _ := strings.Cut(person.Name, " ")
	return first
}

// source says where a role is known from: "Product Designer, Brightwater: LinkedIn connections, seen
// 3 May 2024 to 30 June 2026."
func source(w *words.Words, r *data.Role, today data.Day) string {
	span := w.Span(r.From, r.To)
	args := words.Args{"Role": roleName(r), "Source": w.Source(r.Source), "Span": span,
		"First": w.Date(r.FirstSeen, today), "Last": w.Date(r.LastSeen, today), "Seen": w.Day(r.LastSeen, today)}
	switch {
	case r.Dated():
		return w.T("people.source_dated", args)
	case r.FirstSeen == 0:
		return w.T("people.source_plain", args)
	case r.Source == data.Stated:
		return w.T("people.source_noted", args)
	case r.FirstSeen == r.LastSeen:
		return w.T("people.source_seen_once", args)
	}
	return w.T("people.source_seen", args)
}

func roleName(r *data.Role) string {
	if r.Title == "" || r.Employer == "" {
		return r.Title + r.Employer
	}
	return r.Title + ", " + r.Employer
}

// axis returns the lanes of both careers, theirs first, and the spans in which they met. A career
// without a role that has a place in time has no lane.
func axis(d *dossier, today data.Day) (lanes []widgets.Lane, marks []widgets.Span) {
	theirs, mine := bars(d.roles, today, look.Blue), bars(d.mine, today, look.Claret)
	if len(theirs) == 0 {
		return nil, nil // my own career alone says nothing of them
	}
	lanes = append(lanes, widgets.Lane{Bars: theirs})
	if mine = since(mine, beginning(d, theirs, today)); len(mine) > 0 {
		lanes = append(lanes, widgets.Lane{Bars: mine})
	}
	for _, t := range d.ties {
		if !t.Derived || t.Kind != data.Coworker {
			continue
		}
		if s, ok := together(d, t, today); ok {
			marks = append(marks, s)
		}
	}
	return lanes, marks
}

// earlier is how many years before their first role the axis begins at the earliest.
const earlier = 15

// beginning returns where the axis begins at the earliest: a long career of my own before theirs would
// leave no room for theirs. What we share is always on it.
func beginning(d *dossier, theirs []widgets.Bar, today data.Day) float64 {
	first := math.Inf(1)
	for _, b := range theirs {
		first = min(first, b.From-earlier)
	}
	for _, t := range d.ties {
		if r := d.role(t.Mine); t.Derived && r != nil {
			if b, ok := barOf(r, today); ok {
				first = min(first, b.From)
			}
		}
	}
	return first
}

// since returns what lies after a year of bars; one that began before it fades there.
func since(bars []widgets.Bar, year float64) []widgets.Bar {
	var kept []widgets.Bar
	for _, b := range bars {
		if b.To <= year {
			continue
		}
		if b.From < year {
			b.From, b.FadeFrom = year, true
		}
		kept = append(kept, b)
	}
	return kept
}

// together returns the time in which a tie of coworkers held, as far as its two roles show it.
func together(d *dossier, t data.Tie, today data.Day) (widgets.Span, bool) {
	mine, theirs := d.role(t.Mine), d.role(t.Theirs)
	if mine == nil || theirs == nil {
		return widgets.Span{}, false
	}
	a, ok1 := barOf(mine, today)
	b, ok2 := barOf(theirs, today)
	s := widgets.Span{From: max(a.From, b.From), To: min(a.To, b.To)}
	if !t.Since.IsZero() {
		s.From = yearOf(t.Since.Earliest())
	}
	if !t.Until.IsZero() {
		s.To = yearOf(t.Until.Latest() + 1)
	}
	return s, ok1 && ok2 && s.To > s.From
}

func bars(roles []data.Role, today data.Day, tone look.Tone) []widgets.Bar {
	var list []widgets.Bar
	for i := range roles {
		if b, ok := barOf(&roles[i], today); ok {
			b.Tone = tone
			b.To = handOver(roles, &roles[i], b.To)
			list = append(list, b)
		}
	}
	return list
}

// handOver returns where the bar of a role ends that would end in a year: where the next role begins, when
// both days are written as the same month or the same year.
func handOver(roles []data.Role, r *data.Role, end float64) float64 {
	for i := range roles {
		next := roles[i].From.Earliest()
		if next > r.From.Earliest() && next >= r.To.Earliest() && next <= r.To.Latest() {
			end = min(end, yearOf(next))
		}
	}
	return end
}

// shortBar is how long a role is drawn of which one day is known, in years. An end that is not known
// reaches out from there, as far as its label needs.
const shortBar = 1.0 / 12

// barOf returns where a role lies in time; false when nothing is known of that. An end that is not
// known lies where the role was seen last, and fades.
func barOf(r *data.Role, today data.Day) (widgets.Bar, bool) {
	b := widgets.Bar{Label: label(r), From: math.NaN(), To: math.NaN()}
	switch {
	case r.From.Earliest() != 0:
		b.From = yearOf(r.From.Earliest())
	case r.FirstSeen != 0:
		b.From, b.FadeFrom = yearOf(r.FirstSeen), true
	}
	switch {
	case r.To.Latest() != 0:
		b.To = yearOf(r.To.Latest() + 1)
	case r.Current:
		b.To = yearOf(today)
	case r.LastSeen != 0:
		b.To, b.FadeTo = yearOf(r.LastSeen), true
	}
	switch from, to := !math.IsNaN(b.From), !math.IsNaN(b.To); {
	case !from && !to:
		return b, false
	case !from:
		b.From, b.FadeFrom = b.To-shortBar, true
	case !to:
		b.To, b.FadeTo = b.From+shortBar, true
	}
	switch short := b.To-b.From < shortBar; {
	case short && b.FadeFrom:
		b.From = b.To - shortBar
	case short:
		b.To = b.From + shortBar
	}
	return b, true
}

func label(r *data.Role) string {
	if r.Title == "" || r.Employer == "" {
		return r.Title + r.Employer
	}
	return r.Employer + " · " + r.Title
}

// yearOf returns a day as a year with its fraction.
func yearOf(d data.Day) float64 {
	year, _, _ := d.Date()
	return float64(year) + float64(d-data.NewDay(year, time.January, 1))/365.25
}
