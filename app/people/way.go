package people

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/briefing"
)

// sought is what the user has asked of the ways to the person shown.
type sought struct {
	ways bool // even to somebody I know
	all  bool // and not the best one alone
}

// strange reports whether I was never in touch with the person and have no tie to them but a profession.
func (d *dossier) strange() bool {
	return len(d.interactions) == 0 && !slices.ContainsFunc(d.ties, func(t data.Tie) bool { return !t.ByProfession() })
}

// arrived shows a dossier that was loaded anew, and looks for ways to the person once the page has settled: to
// somebody strange to me, or to whoever the user asked about. What was found before stays in sight until then.
func (p *pane) arrived(d *dossier) {
	if d != nil && p.shown != nil && p.shown.person.ID == d.person.ID {
		d.ways, d.sought = p.shown.ways, p.shown.sought
	}
	p.build(d)
	p.settle()
	p.settle = func() {}
	if d != nil && (p.seek.ways || d.strange()) {
		p.settle = p.v.frame.Tasks().After(settleTime, func() { p.lookForWays(d) })
	} else if d != nil && len(d.ways) > 0 {
		d.ways = nil
		p.build(d)
	}
}

// lookForWays looks for ways to the person of a dossier. That I know them is no way.
func (p *pane) lookForWays(d *dossier) {
	s, id, today := p.v.store, d.person.ID, p.v.frame.Today()
	p.wayLoader.Load(func(ctx context.Context) ([]briefing.Way, error) {
		ways, err := briefing.WaysToPerson(ctx, s, id, today)
		if errors.Is(err, data.ErrNotFound) {
			return nil, nil // somebody on the way was removed meanwhile, which is told as a change
		}
		return slices.DeleteFunc(ways, briefing.Way.Direct), err
	}, func(ways []briefing.Way) {
		if p.shown != d {
			return
		}
		had := len(d.ways) > 0 || d.sought && p.seek.ways
		d.ways, d.sought = ways, true
		if had || len(ways) > 0 || p.seek.ways {
			p.build(d)
		}
	})
}

// ways shows by whom the person can be reached; nil where there is nothing to say.
func (p *pane) ways() fyne.CanvasObject {
	w, d := p.v.words, p.shown
	if len(d.ways) == 0 {
		if !p.seek.ways || !d.sought {
			return nil
		}
		return widgets.NewCard(widgets.NewText(w.T("people.no_way"), look.Body.In(look.ColorNameDimmed)))
	}
	shown := d.ways
	if !p.seek.all {
		shown = d.ways[:1]
	}
	column := widgets.Column(look.SmallGap)
	for _, way := range shown {
		var rows []*widgets.PressRow
		for _, row := range parts.WayRows(w, way, p.v.called, p.v.frame.Today()) {
			press := widgets.NewPressRow(parts.NewPersonLine(row, []widgets.Run{{Text: row.Second}}), func() { p.v.frame.Open(page.Person(row.ID)) })
			press.Label = row.Name + ", " + row.Second
			rows = append(rows, press)
		}
		column.Add(widgets.NewPressRows(rows))
	}
	if more := len(d.ways) - len(shown); more > 0 {
		column.Add(widgets.Flush(widgets.NewQuiet(w.N("people.other_ways", more), func() {
			p.seek.all = true
			p.build(p.shown)
		})))
	}
	return column
}

// findWays looks for ways to the person, whether or not I know them.
func (p *pane) findWays() {
	p.seek.ways = true
	p.load()
}

// openMeeting says what helps before meeting the person.
func (p *pane) openMeeting() {
	if p.shown != nil {
		p.v.frame.Open(page.Meeting(p.shown.person.ID))
	}
}

// stop gives up what is being loaded.
func (p *pane) stop() {
	p.settle()
	p.loader.Stop()
	p.wayLoader.Stop()
}
