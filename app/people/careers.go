package people

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
)

// careers shows their career beside mine, or beside that of somebody they are compared with, and each
// role with where it is known from.
func (p *pane) careers() fyne.CanvasObject {
	w, d, today := p.v.words, p.shown, p.v.frame.Today()
	column := widgets.Column(look.SmallGap)
	if lanes, marks := axis(d, today); len(lanes) > 0 {
		lanes[0].Label = p.short(&d.person)
		if len(lanes) > 1 {
			lanes[1].Label = w.T("people.you")
			if d.other != nil {
				lanes[1].Label = p.short(&d.other.person)
			}
		}
		column.Add(widgets.NewTimeAxis(lanes, marks, yearOf(today)))
	}
	if d.other != nil {
		column.Add(widgets.NewText(p.shared(), look.Body))
	}
	if len(d.roles) == 0 {
		column.Add(widgets.NewText(w.T("people.no_roles"), look.Body.In(look.ColorNameDimmed)))
	}
	for i := range d.roles {
		column.Add(p.roleLine(d.roles[i]))
	}
	buttons := []fyne.CanvasObject{widgets.NewQuiet(w.T("role.add"), p.addRole)}
	if len(d.roles) > 0 {
		buttons = append(buttons, widgets.NewQuiet(w.T("people.compare"), p.compare))
	}
	if d.other != nil {
		buttons = append(buttons, widgets.NewQuiet(w.T("people.compare_me"), func() { p.compareWith(data.Me) }))
	}
	column.Add(widgets.Flush(buttons...))
	return widgets.NewCard(column)
}

// roleLine shows one role, to be edited, ended and removed.
func (p *pane) roleLine(r data.Role) fyne.CanvasObject {
	w, career := p.v.words, p.career()
	facts := w.RoleFacts(&r, p.v.frame.Today())
	content := widgets.NewRuns(look.Second, widgets.Run{Text: roleName(&r), Color: look.ColorNameInk}, widgets.Run{Text: "  " + facts})
	actions := []action{{w.T("people.edit"), func() { career.Edit(r) }}}
	if r.Current {
		actions = append(actions, action{w.T("role.end"), func() { career.End(r) }})
	}
	return newLine(p.v, content, append(actions, action{w.T("people.remove"), func() { career.Remove(r) }})...)
}

// career returns the career of the person shown, to be changed.
func (p *pane) career() parts.Career {
	return parts.Career{Frame: p.v.frame, Store: p.v.store, Keeper: p.v.keeper, Person: p.shown.person.ID, Name: p.name()}
}

func (p *pane) addRole() {
	p.noteFocus()
	p.career().Add()
}

// short returns what a person is called for short.
func (p *pane) short(person *data.Person) string {
	if p.v.frame.NamesHidden() {
		return p.v.called(person.Name)
	}
	if short := person.Short(); short != "" {
		return short
	}
	first, _, _ := strings.Cut(person.Name, " ")
	return first
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
	theirs := bars(d.roles, today, look.Blue)
	if len(theirs) == 0 {
		return nil, nil // my own career alone says nothing of them
	}
	beside := bars(d.mine, today, look.Claret)
	if d.other != nil {
		beside = bars(d.other.roles, today, look.Blue)
	}
	beside = since(beside, beginning(d, theirs, today))
	lanes = append(lanes, widgets.Lane{Bars: theirs})
	if len(beside) > 0 {
		lanes = append(lanes, widgets.Lane{Bars: beside})
	}
	return lanes, meetings(d, today)
}

// meetings returns the spans in which the two careers met.
func meetings(d *dossier, today data.Day) []widgets.Span {
	var marks []widgets.Span
	if d.other != nil {
		for _, m := range encounters(d, today) {
			marks = append(marks, m.span)
		}
		return marks
	}
	for _, t := range d.ties {
		if !t.Derived || t.Kind != data.Coworker {
			continue
		}
		if s, ok := together(d, t, today); ok {
			marks = append(marks, s)
		}
	}
	return marks
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

// bars returns the roles that have a place in time, in a tone: claret for mine. Of others, what they rose
// to is brass.
func bars(roles []data.Role, today data.Day, tone look.Tone) []widgets.Bar {
	var list []widgets.Bar
	for i := range roles {
		if b, ok := barOf(&roles[i], today); ok {
			b.Tone = tone
			if tone != look.Claret && risen(roles, &roles[i]) {
				b.Tone, b.Strong = look.Brass, true
			}
			b.To = handOver(roles, &roles[i], b.To)
			b.Earliest = seenBefore(roles, &roles[i])
			list = append(list, b)
		}
	}
	return list
}

// risen reports whether a role is one in management after one that was not.
func risen(roles []data.Role, r *data.Role) bool {
	return r.Standing.Track == data.Management && slices.ContainsFunc(roles, func(o data.Role) bool {
		return o.Standing.Track == data.Individual && begun(&o) != 0 && begun(&o) < begun(r)
	})
}

// begun returns the first day on which a role is known to have been held, 0 for none.
func begun(r *data.Role) data.Day { return cmp.Or(r.From.Earliest(), r.FirstSeen) }

// seenBefore returns, for a role that is only known from being seen, the last day before it on which
// another was held: it has begun since then. It is 0 where there is none.
func seenBefore(roles []data.Role, r *data.Role) float64 {
	last := data.Day(0)
	for i := range roles {
		o := &roles[i]
		if day := max(o.LastSeen, o.From.Latest()); r.From.IsZero() && day < r.FirstSeen {
			last = max(last, day)
		}
	}
	if last == 0 {
		return 0
	}
	return yearOf(last)
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
// known lies where the role was seen last, and fades. A role that ends before it begins is a point at its beginning.
func barOf(r *data.Role, today data.Day) (widgets.Bar, bool) {
	b := widgets.Bar{Label: label(r), From: math.NaN(), To: math.NaN()}
	if from := r.From.Earliest(); from != 0 && r.To.Latest() != 0 && r.To.Latest() < from {
		b.From, b.To, b.Point = yearOf(from), yearOf(from), true
		return b, true
	}
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
