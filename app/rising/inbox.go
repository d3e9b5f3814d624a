package rising

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// inbox is what changed: the list of moves that wait for a word, and the one that is selected beside it.
type inbox struct {
	v    *view
	rows []change
	at   int // which is selected

	sides   *beside
	bar     fyne.CanvasObject // above the detail where it stands in place of the list
	back    *widgets.Button   // to the list, where the detail stands in its place
	list    *widgets.List
	rest    *widgets.Button // confirms all that is plain
	foot    *fyne.Container
	detail  *fyne.Container
	buttons []fyne.Focusable // of the detail
	both    fyne.CanvasObject
	empty   fyne.CanvasObject // everything that changed was looked at
	unmoved fyne.CanvasObject // nothing has changed yet
	object  *fyne.Container

	gone map[moveName]bool // what has left the list since the filter was set, for undo to bring back
}

func newInbox(v *view) *inbox {
	w := v.words
	b := &inbox{v: v}
	b.list = widgets.NewList(func() int { return len(b.rows) }, func() fyne.CanvasObject { return parts.NewPersonRow() }, func(i int, o fyne.CanvasObject) {
		if i < len(b.rows) {
			o.(*parts.PersonRow).Set(b.rows[i].person)
		}
	})
	b.list.OnSelected, b.list.OnTapped, b.list.OnOpened = b.selected, b.tapped, b.opened
	b.back = widgets.NewQuiet(w.T("rising.back"), func() { b.bring(false) }).WithIcon(theme.NavigateBackIcon())
	b.rest = widgets.NewButton("", v.confirmRest).WithKey(string(restKey))
	b.foot = container.NewBorder(widgets.Hairline(), nil, nil, nil, widgets.Inset(look.RowInset, look.SmallGap, b.rest))
	b.detail = container.NewStack()
	b.list.AtTop, b.list.AtBottom = true, true
	left := widgets.NewBareCard(container.NewBorder(nil, b.foot, nil, nil, b.list))
	b.sides = &beside{turned: func(narrow bool) { widgets.See(b.bar, narrow) }}
	b.bar = widgets.Inset(-4, 0, widgets.Row(0, b.back))
	b.bar.Hide()
	b.both = container.New(b.sides, left, container.New(&above{top: b.bar}, b.bar, b.detail))
	b.empty = widgets.NewEmptyState(theme.ConfirmIcon(), w.T("rising.empty"),
		widgets.NewPrimary(w.T("action.import"), func() { v.frame.Open(page.Importing()) }),
		widgets.NewButton(w.T("rising.see_managers"), func() { v.turn(managing) }))
	b.unmoved = widgets.NewEmptyState(theme.HistoryIcon(), w.T("rising.unmoved"),
		widgets.NewPrimary(w.T("action.import"), func() { v.frame.Open(page.Importing()) }))
	b.object = container.NewStack(b.both, b.empty, b.unmoved)
	b.foot.Hide()
	b.both.Hide()
	b.empty.Hide()
	b.unmoved.Hide()
	return b
}

// show shows what waits now. A move that comes back, because its verdict was undone, is selected; else
// what was selected stays so, or what has come in its place is.
func (b *inbox) show(c *content) {
	rows := c.inbox
	back := b.returned(rows)
	if b.at < len(b.rows) {
		was := b.rows[b.at].name()
		if i := slices.IndexFunc(rows, func(c change) bool { return c.name() == was }); i >= 0 {
			b.at = i
		}
	}
	b.rows = rows
	if back >= 0 {
		b.at = back
	}
	b.at = max(min(b.at, len(rows)-1), 0)
	b.sides.front = b.sides.front && len(rows) > 0
	widgets.See(b.both, len(rows) > 0)
	widgets.See(b.empty, len(rows) == 0 && !c.unmoved)
	widgets.See(b.unmoved, c.unmoved)
	b.showRest()
	b.list.Reload()
	b.list.Select(b.at)
	b.fill()
	b.object.Refresh()
}

// returned notes which moves have left the list, and returns the first that has come back into it, -1
// when none has.
func (b *inbox) returned(rows []change) int {
	back := -1
	now := make(map[moveName]bool, len(rows))
	for i := range rows {
		name := rows[i].name()
		now[name] = true
		if b.gone[name] && back < 0 {
			back = i
		}
		delete(b.gone, name)
	}
	for i := range b.rows {
		if name := b.rows[i].name(); b.gone != nil && !now[name] {
			b.gone[name] = true
		}
	}
	if b.gone == nil {
		b.gone = map[moveName]bool{}
	}
	return back
}

// forget makes the next rows those of another filter, among which none has left or come back.
func (b *inbox) forget() { b.gone = nil }

// fewPlain is from how many plain moves on they may be confirmed at once.
const fewPlain = 2

// showRest offers to confirm all that is plain, where that saves work.
func (b *inbox) showRest() {
	plain := 0
	for i := range b.rows {
		if b.rows[i].moved.Plain() {
			plain++
		}
	}
	text := b.v.words.N("rising.confirm_other", plain)
	if plain == len(b.rows) {
		text = b.v.words.N("rising.confirm_all", plain)
	}
	b.rest.SetText(text)
	b.foot.Hidden = plain < fewPlain
	b.list.AtBottom = b.foot.Hidden
}

func (b *inbox) selected(i int) {
	if i >= len(b.rows) {
		return
	}
	b.at = i
	b.fill()
}

// tapped selects a move, and shows it where there is room for the list or the detail only.
func (b *inbox) tapped(i int) {
	b.list.Select(i)
	b.selected(i)
	b.bring(true)
}

// opened shows the move that is selected where it is not in sight, else the person.
func (b *inbox) opened(i int) {
	switch {
	case i >= len(b.rows):
	case b.sides.narrow && !b.sides.front:
		b.bring(true)
	default:
		b.v.person(b.rows[i].moved.Person)
	}
}

// bring puts the detail or the list in front, where there is room for one of them only, and the focus on it.
func (b *inbox) bring(detail bool) {
	b.sides.front = detail
	b.both.Refresh()
	b.v.Focus()
}

// covers reports whether the detail stands in place of the list.
func (b *inbox) covers() bool { return b.sides.narrow && b.sides.front }

// on returns what does something with the move that is selected.
func (b *inbox) on(do func(change)) func() {
	return func() {
		if b.at < len(b.rows) {
			do(b.rows[b.at])
		}
	}
}

// holds reports whether a button of the detail, or of what is said in its place, has the focus, or had it.
func (b *inbox) holds(focused fyne.Focusable) bool {
	return focused == fyne.Focusable(b.rest) || focused == fyne.Focusable(b.back) || slices.Contains(b.buttons, focused) ||
		widgets.Holds(b.empty, focused) || widgets.Holds(b.unmoved, focused)
}

// fill shows the move that is selected.
func (b *inbox) fill() {
	b.detail.Objects, b.buttons = nil, nil
	if b.at < len(b.rows) {
		c := b.rows[b.at]
		b.detail.Objects = []fyne.CanvasObject{widgets.Scroll(b.about(c, b.v.content.detail(&c)))}
	}
	b.detail.Refresh()
}

// about shows one move: what it is, what can be done with it, before and after, and why the program
// thinks so.
func (b *inbox) about(c change, d detail) fyne.CanvasObject {
	w := b.v.words
	tone := look.Plain
	if c.moved.Rose() {
		tone = look.Brass
	}
	avatar := widgets.NewAvatar(widgets.LargeAvatar)
	avatar.Set(c.person.Initials, parts.Tone(c.person.ID, c.person.Risen))
	chips := widgets.Flow(6)
	for _, kind := range c.moved.Kinds {
		chips.Add(widgets.NewChip(w.MoveKind(kind), look.Plain))
	}
	for _, t := range parts.Chips(w, c.moved.Ties, tiesShown) {
		chips.Add(widgets.NewChip(t.Text, t.Tone))
	}
	head := widgets.Sides(14, avatar, widgets.Column(6, widgets.NewText(d.head, look.Heading), chips), nil)
	facts := widgets.Column(6, fact(w.T("rising.when"), d.when))
	if d.met != "" {
		facts.Add(fact(w.T("rising.how"), d.met))
	}
	return widgets.Column(14, widgets.NewToneCard(tone, head), b.actions(c),
		widgets.Columns(200, look.SmallGap, sideCard(w.T("rising.before"), d.before), sideCard(w.T("rising.after"), d.after)), facts)
}

// How many ties are named: in the detail, and in a row.
const (
	tiesShown = 3
	rowTies   = 2
)

// sideCard shows what someone did on one side of a move.
func sideCard(label string, s side) fyne.CanvasObject {
	column := widgets.Column(3, widgets.NewSectionLabel(label), widgets.NewText(s.post, look.Name))
	if s.read != "" {
		column.Add(widgets.NewText(s.read, look.Second))
	}
	return widgets.NewCard(column)
}

const factWidth float32 = 92

// fact is a line of the detail: what it tells of, and what it says.
func fact(label, said string) fyne.CanvasObject {
	return widgets.Sides(look.SmallGap, widgets.Fixed(factWidth, 0, widgets.NewLine(label, look.Second)), widgets.NewText(said, look.Body), nil)
}

// actions returns the buttons for a move: first what is most likely wanted.
func (b *inbox) actions(c change) fyne.CanvasObject {
	w, v := b.v.words, b.v
	button := func(text string, key fyne.KeyName, do func(change)) *widgets.Button {
		made := widgets.NewButton(text, func() { do(c) }).WithKey(string(key))
		b.buttons = append(b.buttons, made)
		return made
	}
	row := widgets.Flow(look.SmallGap)
	var first *widgets.Button
	if !c.moved.LeftAlone {
		first = button(w.T("congratulate.act"), congratulateKey, v.congratulate)
		row.Add(first)
	}
	confirm := button(w.T("rising.confirm"), confirmKey, v.confirm)
	if first == nil || c.moved.Plain() {
		first = confirm
	}
	first.Kind = widgets.Primary
	for _, b := range []*widgets.Button{confirm, button(w.T("rising.correct"), correctKey, v.correct), button(w.T("move.not_so"), notSoKey, v.notSo),
		button(w.T("rising.open"), openKey, func(c change) { v.person(c.moved.Person) })} {
		row.Add(b)
	}
	return row
}
