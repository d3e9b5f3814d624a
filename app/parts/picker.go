package parts

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
)

// Search finds people for what is typed, the best first. It runs off the window's thread.
type Search func(ctx context.Context, query string) ([]PersonRowData, error)

// PersonPicker lets one or several people be chosen by typing a part of their name. Those who are
// chosen stand above the field as chips; pressing one takes it away.
type PersonPicker struct {
	widgets.Composite
	// OnChanged is told of each change that the user makes.
	OnChanged func(people []data.ID)

	search Search
	one    bool
	loader *page.Loader[[]PersonRowData]
	chosen []PersonRowData
	found  []PersonRowData

	chips *fyne.Container
	entry *widgets.SearchEntry
	list  *widgets.List
	below *fyne.Container
	high  float32       // when it was shown last
	left  *widgets.Text // says that what is typed names nobody yet
}

var _ widgets.Unsettled = (*PersonPicker)(nil)

// NewPersonPicker returns a picker of several people. placeholder stands in the empty field; fail is
// told when a search goes wrong.
func NewPersonPicker(tasks page.Tasks, placeholder string, search Search, fail func(error)) *PersonPicker {
	p := &PersonPicker{search: search, loader: page.NewLoader[[]PersonRowData](tasks, fail)}
	p.chips = widgets.Flow(6)
	p.entry = widgets.NewSearchEntry(placeholder, p.typed)
	p.list = widgets.NewList(
		func() int { return len(p.found) },
		func() fyne.CanvasObject { return NewPersonRow() },
		func(i int, row fyne.CanvasObject) {
			if i < len(p.found) {
				row.(*PersonRow).Set(p.found[i])
			}
		})
	p.entry.OnDown = func() { p.list.Step(1) }
	p.entry.OnUp = func() { p.list.Step(-1) }
	p.list.OnTapped, p.list.OnOpened = p.pick, p.pick
	p.below = widgets.Fixed(0, 0, widgets.NewBareCard(p.list))
	p.left = widgets.NewText("", look.Small.In(look.ColorNameClaret))
	p.left.Hide()
	p.Compose(p, widgets.Column(look.SmallGap, p.chips, p.entry, p.left, p.below))
	p.show()
	return p
}

// NewOnePersonPicker returns a picker of one person: choosing another replaces the first.
func NewOnePersonPicker(tasks page.Tasks, placeholder string, search Search, fail func(error)) *PersonPicker {
	p := NewPersonPicker(tasks, placeholder, search, fail)
	p.one = true
	return p
}

// Chosen returns the people chosen, in the order in which they were.
func (p *PersonPicker) Chosen() []data.ID {
	ids := make([]data.ID, len(p.chosen))
	for i, c := range p.chosen {
		ids[i] = c.ID
	}
	return ids
}

// People returns the people chosen as they are shown, in the same order.
func (p *PersonPicker) People() []PersonRowData { return slices.Clone(p.chosen) }

// Choose sets who is chosen without telling OnChanged.
func (p *PersonPicker) Choose(people ...PersonRowData) {
	p.chosen = slices.Clone(people)
	p.show()
}

// Settle is described at widgets.Unsettled: a name that is typed and not chosen says nothing of who it is.
func (p *PersonPicker) Settle(why string) bool {
	if strings.TrimSpace(p.entry.Text) == "" {
		return true
	}
	p.left.SetText(why)
	p.left.Show()
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.entry); c != nil {
		c.Focus(p.entry)
	}
	return false
}

// typed looks for what is in the field.
func (p *PersonPicker) typed(query string) {
	p.left.Hide()
	if strings.TrimSpace(query) == "" {
		p.loader.Stop()
		p.offer(nil)
		return
	}
	p.loader.Load(func(ctx context.Context) ([]PersonRowData, error) { return p.search(ctx, query) }, p.offer)
}

// suggestions is how many people are offered at once.
const suggestions = 5

func (p *PersonPicker) offer(found []PersonRowData) {
	p.found = p.found[:0]
	for _, f := range found {
		taken := slices.ContainsFunc(p.chosen, func(c PersonRowData) bool { return c.ID == f.ID })
		if !taken && len(p.found) < suggestions {
			p.found = append(p.found, f)
		}
	}
	// While something is typed, Enter picks what is suggested, or does nothing; else it belongs to the form.
	p.entry.OnOpen = nil
	if strings.TrimSpace(p.entry.Text) != "" {
		p.entry.OnOpen = p.list.Open
	}
	p.list.Select(-1)
	p.show()
}

func (p *PersonPicker) pick(i int) {
	if i >= len(p.found) {
		return
	}
	person := p.found[i]
	if p.one {
		p.chosen = nil
	}
	p.chosen = append(p.chosen, person)
	p.entry.SetText("") // ends the search as well
	p.changed()
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.entry); c != nil {
		c.Focus(p.entry)
	}
}

func (p *PersonPicker) remove(id data.ID) {
	p.chosen = slices.DeleteFunc(p.chosen, func(c PersonRowData) bool { return c.ID == id })
	p.changed()
}

func (p *PersonPicker) changed() {
	p.show()
	if p.OnChanged != nil {
		p.OnChanged(p.Chosen())
	}
}

func (p *PersonPicker) show() {
	p.chips.Objects = nil
	for _, c := range p.chosen {
		p.chips.Add(widgets.NewRemovableChip(c.Name, func() { p.remove(c.ID) }))
	}
	p.chips.Hidden = len(p.chosen) == 0
	p.below.Hidden = len(p.found) == 0
	widgets.SetFixed(p.below, 0, float32(len(p.found))*look.RowHeight+2*look.Hairline)
	p.list.Reload()
	p.Relayout()
	if high := p.MinSize().Height; high != p.high {
		p.high = high
		widgets.Grown(p)
	}
}
