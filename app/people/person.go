package people

import (
	"context"
	"errors"
	"slices"
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

// pane is the right half of the screen: the page of one person.
type pane struct {
	v      *view
	person data.ID  // who is or will be shown, 0 for nobody
	shown  *dossier // what is shown; nil for nobody
	all    bool     // all that happened is shown
	beside data.ID  // whose career stands beside theirs
	opened careShown
	seek   sought
	loader *page.Loader[*dossier]
	settle func() // gives up waiting to look for ways

	wayLoader *page.Loader[[]briefing.Way]

	remember *widgets.Entry // outlives the page around it, so that nothing typed is lost
	log      *widgets.Button
	meet     *widgets.Button // says what helps before meeting them
	silent   bool            // letters go to the list or into a field
	left     fyne.Focusable  // what had the focus before a dialog took it
	bar      *fyne.Container // the way back, at a narrow width
	column   *fyne.Container // the sections
	scroll   fyne.CanvasObject
	place    *fyne.Container
	object   *fyne.Container
}

func newPane(v *view) *pane {
	p := &pane{v: v, loader: page.NewLoader[*dossier](v.frame.Tasks(), v.frame.Fail), settle: func() {},
		wayLoader: page.NewLoader[[]briefing.Way](v.frame.Tasks(), v.frame.Fail), place: container.NewStack()}
	back := widgets.NewQuiet(v.words.T("people.back"), v.back).WithIcon(theme.NavigateBackIcon())
	p.bar = widgets.Inset(look.PageInset-4, 8, widgets.Sides(0, back, nil, nil))
	p.bar.Hide()
	p.object = container.New(layout.NewBorderLayout(p.bar, nil, nil, nil), p.bar, p.place)
	return p
}

func (p *pane) narrow(narrow bool) { see(p.bar, narrow) }

// show shows a person. Whoever was shown before stays in sight until the answer is there.
func (p *pane) show(id data.ID) {
	if id == p.person {
		return
	}
	p.person, p.all, p.beside, p.opened, p.seek = id, false, data.Me, careShown{}, sought{}
	p.remember = nil
	if id == 0 {
		p.shown = nil
		p.say(p.v.words.T("people.nobody_shown"))
		return
	}
	p.load()
}

func (p *pane) load() {
	if p.person == 0 {
		return
	}
	v, id, all, beside, today, hidden := p.v, p.person, p.all, p.beside, p.v.frame.Today(), p.v.frame.NamesHidden()
	p.loader.Load(func(ctx context.Context) (*dossier, error) {
		d, err := loadDossier(ctx, v.store, id, all, today)
		if errors.Is(err, data.ErrNotFound) {
			return nil, nil // gone: that is an answer, and undo may bring them back
		}
		if err == nil && beside != data.Me {
			err = d.loadOther(ctx, v.store, beside)
		}
		if err == nil {
			d.veil, err = parts.LoadVeil(ctx, v.store, hidden)
		}
		return d, err
	}, p.arrived)
}

// changed loads the person anew when a change may be about them. Ties and organisations follow from
// my own career as well, and the day of a check-in from everyone's.
func (p *pane) changed(c data.Change) {
	for _, k := range []data.Kind{data.Ties, data.Moves, data.Organisations, data.Cadences, data.Circles, data.Interactions, data.Settings, data.Introductions, data.Opportunities, data.Boundaries} {
		if c.Touches(k) {
			p.load()
			return
		}
	}
	if slices.Contains(c.People, p.person) || slices.Contains(c.People, data.Me) || slices.Contains(c.People, p.beside) {
		p.load()
	}
}

// say shows a sentence in place of a person.
func (p *pane) say(sentence string) {
	p.column, p.log = nil, nil
	p.place.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.AccountIcon(), sentence)}
	p.place.Refresh()
}

// build shows a dossier. The page of the person who is shown already keeps its place.
func (p *pane) build(d *dossier) {
	if d == nil {
		p.shown = nil
		p.say(p.v.words.T("people.gone"))
		return
	}
	same := p.shown != nil && p.shown.person.ID == d.person.ID && p.column != nil
	p.shown = d
	if d.other == nil {
		p.beside = data.Me
	}
	if p.remember == nil {
		p.remember = p.newRemember()
	}
	sections := p.sections()
	if !same {
		p.column = widgets.Column(look.Gap, sections...)
		p.scroll = widgets.Scroll(widgets.Inset(look.PageInset, 20, p.column))
		p.place.Objects = []fyne.CanvasObject{p.scroll}
		p.place.Refresh()
		return
	}
	p.column.Objects = sections
	p.column.Refresh() // gives the new sections their width, on which their height depends
	p.scroll.Refresh()
	p.keepFocus()
}

// keepFocus gives the focus to the top of the page when it was on something that has just been
// replaced. While a dialog lies over the page, that is where the focus returns to.
func (p *pane) keepFocus() {
	c := p.v.frame.Window().Canvas()
	focused := c.Focused()
	if c.Overlays().Top() != nil {
		focused = p.left
	}
	switch focused {
	case nil, p.v.list.search, p.v.list.list, p.remember:
	default:
		p.left = p.log
		c.Focus(p.log)
	}
}

// noteFocus remembers what has the focus before a dialog takes it.
func (p *pane) noteFocus() { p.left = p.v.frame.Window().Canvas().Focused() }

// focus puts the focus onto the page.
func (p *pane) focus() {
	if p.log != nil {
		p.v.frame.Window().Canvas().Focus(p.log)
	} else {
		p.v.frame.Window().Canvas().Unfocus()
	}
}

// leastColumn is the width below which the two columns of the page stand below each other.
const leastColumn float32 = 280

// sections returns what stands on the page, from top to bottom.
func (p *pane) sections() []fyne.CanvasObject {
	w := p.v.words
	left, right := widgets.Column(look.Gap), widgets.Column(look.Gap)
	add := func(to *fyne.Container, heading string, content fyne.CanvasObject) {
		if content != nil {
			to.Add(widgets.NewSection(heading, content))
		}
	}
	top := widgets.Column(look.Gap, p.header())
	add(top, w.T("people.known"), p.known())
	add(top, w.T("people.ways", words.Args{"Name": p.short(&p.shown.person)}), p.ways())
	add(top, w.T("people.careers"), p.careers())
	add(left, w.T("people.rhythm_heading"), p.keeping())
	add(left, w.T("people.lately"), p.lately())
	add(left, w.T("introductions.heading"), p.introductions())
	add(left, w.T("people.notes"), p.notes())
	add(right, w.T("promises.heading"), p.promises())
	add(right, w.T("people.remember"), p.details())
	add(right, w.T("dates.heading"), p.dates())
	add(right, w.T("together.heading"), p.together())
	add(right, w.T("given.heading"), p.giveAndTake())
	add(right, w.T("people.reach"), p.reach())
	for _, m := range p.shown.merges {
		right.Add(p.mergedWith(m))
	}
	return append(top.Objects, widgets.Columns(leastColumn, look.Gap, left, right))
}

// name returns the name of the person shown, as it may be shown.
func (p *pane) name() string { return p.v.called(p.shown.person.Name) }

// veil returns what the user wrote, as it may be shown.
func (p *pane) veil(text string) string { return p.shown.veil.Over(text) }

func (p *pane) group() group { return group{[]data.ID{p.shown.person.ID}, p.name()} }

// rowData returns the person shown as lists show them.
func (p *pane) rowData() parts.PersonRowData {
	d := p.shown
	return parts.PersonRowData{ID: d.person.ID, Name: p.name(), Initials: parts.Initials(p.name()), Second: p.sentence()}
}

// header is the top of the page.
func (p *pane) header() fyne.CanvasObject {
	w := p.v.words
	d := p.rowData()
	d.Chips = parts.Chips(w, p.shown.ties, 3)
	if level := p.level(); level != "" {
		d.Chips = append([]parts.ChipData{{Text: level, Tone: look.Plain}}, d.Chips...)
	}
	if d.Risen = p.shown.risen(); d.Risen {
		d.Chips = append([]parts.ChipData{{Text: w.Track(data.Management), Tone: look.Brass}}, d.Chips...)
	}
	d.Chips = append(p.discretion(), d.Chips...)
	photo := p.shown.person.Photo
	if p.v.frame.NamesHidden() {
		photo = nil
	}
	var more *widgets.Button
	more = widgets.NewButton(w.T("people.more"), func() { p.openMore(more) })
	p.log = widgets.NewPrimary(w.T("today.log"), p.logContact).WithKey("L")
	p.meet = widgets.NewButton(w.T("meeting.button"), p.openMeeting).WithKey("B")
	p.hush(p.silent)
	return parts.NewPersonHeader(d, photo, p.addButton(), more, p.meet, p.log)
}

// hush says whether letters go elsewhere, and not to the person shown: then its keys are not shown.
func (p *pane) hush(silent bool) {
	p.silent = silent
	for _, b := range []*widgets.Button{p.log, p.meet} {
		if b != nil {
			b.SetSilent(silent)
		}
	}
}

// level names the level of the person's present title, from manager on and where the title does not name
// it itself: "director" beside Head of Data. It is "" where there is nothing to say.
func (p *pane) level() string {
	r := data.Present(p.shown.roles)
	if r == nil || r.Standing.Level.Rank() < data.ManagerLevel.Rank() {
		return ""
	}
	level := p.v.words.Level(r.Standing.Level)
	if strings.Contains(strings.ToLower(r.Title), strings.ToLower(level)) {
		return ""
	}
	return level
}

// sentence says who the person is now.
func (p *pane) sentence() string {
	w, person := p.v.words, &p.shown.person
	now := w.Now(data.Present(p.shown.roles), person.Place)
	if today := p.v.frame.Today(); person.PausedUntil > today {
		now = strings.TrimSpace(now + " " + w.T("people.paused", words.Args{"Day": w.Date(person.PausedUntil, today)}))
	}
	return strings.TrimSpace(now + " " + w.Boundary(p.shown.veil.OverBoundary(p.shown.boundary)))
}

// openMore opens the menu of what is done more rarely.
func (p *pane) openMore(below fyne.CanvasObject) {
	w := p.v.words
	items := append([]*fyne.MenuItem{parts.KeyedItem(w.T("people.edit"), fyne.KeyE, p.edit), fyne.NewMenuItemSeparator()}, p.rhythmItems()...)
	items = append(items, fyne.NewMenuItemSeparator(), parts.KeyedItem(p.confideLabel(), fyne.KeyF, p.confide), fyne.NewMenuItem(w.T("people.find_way"), p.findWays),
		fyne.NewMenuItem(w.T("people.merge"), p.merge), fyne.NewMenuItem(w.T("people.delete"), p.delete))
	p.v.menu(below, items...)
}

func (p *pane) logContact() {
	if p.shown != nil {
		p.noteFocus()
		parts.LogContact(p.v.frame, p.v.store, p.rowData())
	}
}

func (p *pane) edit() {
	if p.shown != nil {
		p.noteFocus()
		openPersonForm(p.v, p.shown)
	}
}
