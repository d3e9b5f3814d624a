package people

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
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

// loadWays looks for ways to somebody strange to me, or to whoever the user asked about. That I know them is
// no way.
func (d *dossier) loadWays(ctx context.Context, s *store.Store, asked bool, today data.Day) (err error) {
	if !asked && !d.strange() {
		return nil
	}
	d.ways, err = briefing.WaysToPerson(ctx, s, d.person.ID, today)
	d.ways = slices.DeleteFunc(d.ways, briefing.Way.Direct)
	return err
}

// ways shows by whom the person can be reached; nil where there is nothing to say.
func (p *pane) ways() fyne.CanvasObject {
	w, d := p.v.words, p.shown
	if len(d.ways) == 0 {
		if !p.seek.ways {
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
		column.Add(flush(widgets.NewQuiet(w.N("people.other_ways", more), func() {
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
