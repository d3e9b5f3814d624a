package organisations

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// pane is the right half of the screen: whom one knows at one organisation.
type pane struct {
	v            *view
	organisation data.ID                // which is or will be shown, 0 for none
	shown        *briefing.Organisation // what is shown; nil for none
	whole        map[section]bool       // sections that are shown whole
	lines        []line
	loader       *page.Loader[*briefing.Organisation]

	more   *widgets.Button
	name   *widgets.Button // renames
	silent bool            // letters go to the list of all
	left   fyne.Focusable  // what had the focus before a dialog took it
	bar    *fyne.Container // the way back, at a narrow width
	list   *widgets.List
	place  *fyne.Container
	object *fyne.Container
}

func newPane(v *view) *pane {
	p := &pane{v: v, whole: map[section]bool{}, loader: page.NewLoader[*briefing.Organisation](v.frame.Tasks(), v.frame.Fail), place: container.NewStack()}
	back := widgets.NewQuiet(v.words.T("organisations.back"), v.back).WithIcon(theme.NavigateBackIcon())
	p.bar = widgets.Inset(look.PageInset-4, 8, widgets.Sides(0, back, nil, nil))
	p.bar.Hide()
	p.list = widgets.NewList(func() int { return len(p.lines) }, func() fyne.CanvasObject { return newLineRow() }, p.fill)
	p.list.Inert = func(i int) bool { return i < len(p.lines) && p.lines[i].heading != "" }
	p.list.Carded = func(i int) bool { return !p.list.Inert(i) }
	p.list.Lead = headingTop
	p.list.OnTapped, p.list.OnOpened = p.opened, p.opened
	p.object = container.New(layout.NewBorderLayout(p.bar, nil, nil, nil), p.bar, p.place)
	p.say(v.words.T("organisations.none_shown"))
	return p
}

func (p *pane) narrow(narrow bool) { widgets.See(p.bar, narrow) }

// show shows an organisation. Whatever was shown before stays in sight until the answer is there.
func (p *pane) show(id data.ID) {
	if id == p.organisation {
		return
	}
	p.organisation, p.whole = id, map[section]bool{}
	p.load()
}

func (p *pane) load() {
	id, s, today := p.organisation, p.v.store, p.v.frame.Today()
	if id == 0 {
		return
	}
	p.loader.Load(func(ctx context.Context) (*briefing.Organisation, error) {
		o, err := briefing.At(ctx, s, id, today)
		if errors.Is(err, data.ErrNotFound) {
			return nil, nil // gone: that is an answer, and undo may bring it back
		}
		if err == nil {
			err = o.Lead(ctx, s, today)
		}
		return o, err
	}, p.build)
}

// say shows a sentence in place of an organisation.
func (p *pane) say(sentence string) {
	p.shown, p.more, p.name = nil, nil, nil
	p.place.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.HomeIcon(), sentence)}
	p.place.Refresh()
}

// build shows an organisation. The list of the one that is shown already keeps its place.
func (p *pane) build(o *briefing.Organisation) {
	if o == nil {
		p.say(p.v.words.T("organisations.gone"))
		return
	}
	same := p.shown != nil && p.shown.ID == o.ID
	p.shown = o
	p.lines = linesOf(p.v, o, p.whole)
	head := container.New(layout.NewCustomPaddedLayout(20, look.Gap, look.PageInset, look.PageInset), p.header())
	p.place.Objects = []fyne.CanvasObject{container.NewBorder(head, nil, nil, nil, p.body())}
	p.place.Refresh()
	p.list.Reload()
	if !same {
		p.list.Select(-1)
		p.list.ScrollToTop()
	}
	p.keepFocus()
}

// body is the list of people, or what to read where there is nobody.
func (p *pane) body() fyne.CanvasObject {
	if len(p.lines) == 0 {
		return widgets.Inset(look.PageInset, look.Gap, widgets.NewText(p.v.words.T("organisations.nobody_there"), look.Body.In(look.ColorNameDimmed)))
	}
	return widgets.Inset(look.PageInset, 0, p.list)
}

// header is the top of the pane: the name, a sentence on whom one knows, and the other names.
func (p *pane) header() fyne.CanvasObject {
	w, o := p.v.words, p.shown
	p.more = widgets.NewButton(w.T("organisations.more"), func() { p.openMore(p.more) })
	p.name = widgets.NewButton(w.T("organisations.rename"), p.rename).WithKey("R")
	p.name.SetSilent(p.silent)
	column := widgets.Column(3, widgets.NewHeader(o.Name, w.Known(p.known()), p.more, p.name))
	if len(o.Aliases) > 0 {
		column.Add(widgets.NewLine(w.T("organisations.written", words.Args{"Names": strings.Join(o.Aliases, ", ")}), look.Small))
	}
	return column
}

// hush says whether letters go to the list of all, and not to the organisation shown: then its keys are
// not shown.
func (p *pane) hush(silent bool) {
	p.silent = silent
	if p.name != nil {
		p.name.SetSilent(silent)
	}
}

// known says whom one knows there, in numbers.
func (p *pane) known() words.Known {
	o := p.shown
	k := words.Known{Organisation: o.Name, Now: len(o.Now), Before: len(o.Before), InManagement: o.InManagement, There: len(o.Mine) > 0}
	switch {
	case len(o.Introducers) == 0:
	case len(ways(o)) > 0: // the sentence names whom the way in names
		k.Introducer = p.v.called(ways(o)[0][0].Name)
	default:
		k.Introducer = p.v.called(o.Introducers[0].Row.Name)
	}
	for i := range o.Mine {
		r := &o.Mine[i]
		k.Here = k.Here || r.Current
		if i == 0 || !r.From.IsZero() && r.From.Earliest() < k.Mine[0].Earliest() {
			k.Mine[0] = r.From
		}
		if i == 0 {
			k.Mine[1] = r.To
		}
	}
	return k
}

// openMore opens the menu of what is done more rarely.
func (p *pane) openMore(below fyne.CanvasObject) {
	w := p.v.words
	p.noteFocus()
	parts.OpenMenu(p.v.frame.Window(), below,
		parts.KeyedItem(w.T("organisations.merge"), fyne.KeyM, p.merge), parts.KeyedItem(w.T("organisations.alias"), fyne.KeyA, p.alias),
		parts.KeyedItem(w.T("organisations.split"), fyne.KeyS, p.divide))
}

// opened goes to the person of a line, or shows a section whole.
func (p *pane) opened(i int) {
	if i >= len(p.lines) {
		return
	}
	switch l := p.lines[i]; {
	case l.heading != "":
	case l.more != "":
		p.whole[l.section] = !p.whole[l.section]
		p.lines = linesOf(p.v, p.shown, p.whole)
		p.list.Reload()
	default:
		p.v.frame.Open(page.Person(l.person.ID))
	}
}

// focus puts the focus onto the people.
func (p *pane) focus() {
	c := p.v.frame.Window().Canvas()
	if len(p.lines) == 0 {
		c.Unfocus()
		return
	}
	c.Focus(p.list)
	if p.list.Selected() < 0 {
		p.list.Step(1)
	}
}

// noteFocus remembers what has the focus before a dialog takes it.
func (p *pane) noteFocus() { p.left = p.v.frame.Window().Canvas().Focused() }

// keepFocus gives the focus to the top of the pane when it was on a button that has just been replaced.
// While a dialog lies over the pane, that is where the focus returns to.
func (p *pane) keepFocus() {
	c := p.v.frame.Window().Canvas()
	focused := c.Focused()
	if c.Overlays().Top() != nil {
		focused = p.left
	}
	if _, button := focused.(*widgets.Button); button {
		p.left = p.more
		c.Focus(p.more)
	}
}
