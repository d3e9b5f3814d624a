package organisations

import (
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/store"
)

// picker lets one organisation be chosen by typing a part of a name. The one that is chosen stands above
// the field as a chip.
type picker struct {
	widgets.Composite
	v      *view
	not    data.ID // the one that is not offered
	chosen *store.OrganisationRow
	found  []*store.OrganisationRow

	chips *fyne.Container
	entry *widgets.SearchEntry
	list  *widgets.List
	below *fyne.Container
	none  *widgets.Text // says that nothing is found
}

func newPicker(v *view, not data.ID) *picker {
	p := &picker{v: v, not: not, chips: widgets.Flow(6)}
	p.entry = widgets.NewSearchEntry(v.words.T("organisations.search"), p.typed)
	p.list = widgets.NewList(func() int { return len(p.found) }, func() fyne.CanvasObject { return newRow() }, func(i int, o fyne.CanvasObject) {
		if i < len(p.found) {
			o.(*row).set(v.words, p.found[i])
		}
	})
	p.entry.OnDown, p.entry.OnUp = func() { p.list.Step(1) }, func() { p.list.Step(-1) }
	p.list.OnTapped, p.list.OnOpened = p.pick, p.pick
	p.below = widgets.Fixed(0, 0, widgets.NewBareCard(p.list))
	p.none = widgets.NewText(v.words.T("list.none_found"), look.Second)
	p.none.Hide()
	p.Compose(p, widgets.Column(look.SmallGap, p.chips, p.entry, p.below, p.none))
	p.show()
	return p
}

// suggestions is how many organisations are offered at once.
const suggestions = 4

func (p *picker) typed(query string) {
	p.found = nil
	if strings.TrimSpace(query) != "" {
		for _, o := range p.v.list.directory.Find(query) {
			if o.ID != p.not && len(p.found) < suggestions {
				p.found = append(p.found, o)
			}
		}
	}
	// While something is typed, Enter picks what is suggested, or does nothing; else it belongs to the form.
	p.entry.OnOpen = nil
	if strings.TrimSpace(query) != "" {
		p.entry.OnOpen = p.list.Open
	}
	p.none.Hidden = p.entry.OnOpen == nil || len(p.found) > 0
	p.list.Select(-1)
	p.show()
}

func (p *picker) pick(i int) {
	if i >= len(p.found) {
		return
	}
	p.chosen = p.found[i]
	p.entry.SetText("")
	p.v.frame.Window().Canvas().Focus(p.entry)
}

func (p *picker) show() {
	p.chips.Objects = nil
	if p.chosen != nil {
		p.chips.Add(widgets.NewRemovableChip(p.chosen.Name, func() {
			p.chosen = nil
			p.show()
		}))
	}
	p.chips.Hidden = p.chosen == nil
	p.below.Hidden = len(p.found) == 0
	widgets.SetFixed(p.below, 0, float32(len(p.found))*look.RowHeight+2*look.Hairline)
	p.list.Reload()
	p.Relayout()
}
