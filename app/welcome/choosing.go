package welcome

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// pick is what the user has decided about someone who is proposed.
type pick struct {
	off    bool // not to be kept up with
	rhythm data.Rhythm
}

// choosing proposes people with a rhythm each, to be accepted in one stroke.
type choosing struct {
	view    *view
	content *content
	header  *widgets.Header
	accept  *widgets.Button
	lines   []*line
	at      int // the line that the keys act on
	object  *fyne.Container
}

func newChoosing(v *view, c *content) *choosing {
	w := v.frame.Words()
	ch := &choosing{view: v, content: c}
	ch.accept = widgets.NewPrimary("", v.accept).WithKey(w.T("key.enter"))
	ch.header = widgets.NewHeader(w.T("welcome.whom"), "", widgets.NewButton(w.T("welcome.not_now"), v.leave), ch.accept)
	scroll := widgets.Scroll(widgets.Inset(look.PageInset, 0, widgets.Column(look.Gap, append(ch.sections(), widgets.Fixed(1, 2, widgets.Row(0)))...)))
	ch.object = container.New(pinned{}, widgets.Inset(look.PageInset, 20, ch.header), scroll)
	ch.recount()
	ch.setCurrent(0)
	return ch
}

// sections returns the proposals, grouped by why they are made.
func (ch *choosing) sections() []fyne.CanvasObject {
	w := ch.view.frame.Words()
	titles := [groups]string{named: w.T("welcome.named"), current: w.T("welcome.current"), former: w.T("welcome.former")}
	var sections []fyne.CanvasObject
	for g := range groups {
		var rows []*widgets.PressRow
		for _, p := range ch.content.proposals {
			if p.group != g {
				continue
			}
			rows = append(rows, ch.newLine(p).PressRow)
		}
		if len(rows) > 0 {
			sections = append(sections, widgets.NewSection(titles[g], widgets.NewPressRows(rows)))
		}
	}
	return sections
}

func (ch *choosing) newLine(p proposal) *line {
	v := ch.view
	if v.picks[p.person.ID] == nil {
		v.picks[p.person.ID] = &pick{rhythm: p.rhythm}
	}
	chosen, i := v.picks[p.person.ID], len(ch.lines)
	often := widgets.NewChoice(options(v.frame.Words(), chosen.rhythm), strconv.Itoa(chosen.rhythm.Ideal), func(key string) {
		chosen.rhythm = rhythmOf(key, p.rhythm)
		ch.recount()
	})
	l := newLine(p, !chosen.off, often, v.accept)
	l.toggled = func(on bool) {
		chosen.off = !on
		ch.recount()
	}
	l.OnReached = func() { ch.setCurrent(i) }
	ch.lines = append(ch.lines, l)
	return l
}

// options are the rhythms to choose from, and the one that holds where it is none of them.
func options(w *words.Words, holds data.Rhythm) []widgets.Option {
	var list []widgets.Option
	option := func(r data.Rhythm) widgets.Option {
		return widgets.Option{Key: strconv.Itoa(r.Ideal), Text: words.Capital(w.Every(r.Ideal))}
	}
	known := false
	for _, r := range rhythms {
		list = append(list, option(r))
		known = known || r.Ideal == holds.Ideal
	}
	if !known {
		list = append(list, option(holds))
	}
	return list
}

// rhythmOf returns the rhythm of an option; proposed is the one that was an option besides the usual.
func rhythmOf(key string, proposed data.Rhythm) data.Rhythm {
	for _, r := range append([]data.Rhythm{proposed}, rhythms...) {
		if strconv.Itoa(r.Ideal) == key {
			return r
		}
	}
	return proposed
}

// chosen returns the cadences that are checked now.
func (ch *choosing) chosen() []data.Cadence {
	var list []data.Cadence
	for _, l := range ch.lines {
		if p := ch.view.picks[l.proposal.person.ID]; !p.off {
			list = append(list, data.Cadence{Person: l.proposal.person.ID, Rhythm: p.rhythm})
		}
	}
	return list
}

// recount says what the choice amounts to.
func (ch *choosing) recount() {
	w, list := ch.view.frame.Words(), ch.chosen()
	var chosen []data.Rhythm
	for _, c := range list {
		chosen = append(chosen, c.Rhythm)
	}
	ch.header.Set(w.T("welcome.whom"), amount(w, chosen, ch.content.asked, ch.content.given))
	if len(list) == 0 {
		ch.accept.SetText(w.T("welcome.keep_up"))
		ch.accept.Disable()
	} else {
		ch.accept.SetText(w.N("welcome.keep_up_with", len(list)))
		ch.accept.Enable()
	}
	ch.header.Relayout()
	ch.object.Refresh()
}

func (ch *choosing) setCurrent(i int) {
	ch.at = i
	for j, l := range ch.lines {
		l.SetCurrent(i == j)
	}
}

// goTo makes a person's row the current one, where it is still proposed.
func (ch *choosing) goTo(person data.ID) {
	for i, l := range ch.lines {
		if l.proposal.person.ID == person {
			ch.setCurrent(i)
		}
	}
}

// step moves to another row, as the arrow keys do.
func (ch *choosing) step(by int) {
	ch.follow()
	ch.setCurrent(max(min(ch.at+by, len(ch.lines)-1), 0))
	ch.view.frame.Window().Canvas().Focus(ch.lines[ch.at].PressRow)
	widgets.Reveal(ch.lines[ch.at].PressRow)
}

// follow makes the line with the focus the current one, when it came to the rhythm in it.
func (ch *choosing) follow() {
	focused := ch.view.frame.Window().Canvas().Focused()
	for i, l := range ch.lines {
		if l.Holds(focused) {
			ch.setCurrent(i)
		}
	}
}

// turn chooses a rhythm that comes more or less often for the current row.
func (ch *choosing) turn(key fyne.KeyName) {
	ch.follow()
	ch.lines[ch.at].often.TypedKey(&fyne.KeyEvent{Name: key})
}

// turnAll checks everyone, or nobody when everyone is checked.
func (ch *choosing) turnAll() {
	on := len(ch.chosen()) < len(ch.lines)
	for _, l := range ch.lines {
		ch.view.picks[l.proposal.person.ID].off = !on
		l.box.set(on)
	}
	ch.recount()
}

func (ch *choosing) keys() []page.Key {
	w, t := ch.view.frame.Words(), ch.view.frame.Tasks()
	return []page.Key{
		{Name: fyne.KeyReturn, Label: w.T("welcome.keep_up"), Do: ch.view.accept},
		{Name: fyne.KeyEnter, Label: w.T("welcome.keep_up"), Do: ch.view.accept},
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { ch.step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { ch.step(-1) }},
		{Name: fyne.KeySpace, Label: w.T("welcome.key_check"), Do: func() { ch.lines[ch.at].toggle() }},
		{Name: fyne.KeyLeft, Label: w.T("welcome.key_oftener"), Do: func() { ch.turn(fyne.KeyUp) }},
		{Name: fyne.KeyRight, Label: w.T("welcome.key_seldomer"), Do: func() { ch.turn(fyne.KeyDown) }},
		{Name: fyne.KeyA, Label: w.T("welcome.key_all"), Do: parts.Letter(t, ch.turnAll)},
		{Name: fyne.KeyN, Label: w.T("welcome.not_now"), Do: parts.Letter(t, ch.view.leave)},
	}
}

// pinned keeps the first object at the top, as high as it needs to be, and gives the second the rest.
type pinned struct{}

func (pinned) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, rest := objects[0], objects[1]
	top.Resize(fyne.NewSize(size.Width, top.Size().Height))
	height := top.MinSize().Height
	top.Move(fyne.Position{})
	top.Resize(fyne.NewSize(size.Width, height))
	rest.Move(fyne.NewPos(0, height))
	rest.Resize(fyne.NewSize(size.Width, max(size.Height-height, 0)))
}

func (pinned) MinSize(objects []fyne.CanvasObject) fyne.Size {
	top, rest := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(top.Width, rest.Width), top.Height+rest.Height)
}
