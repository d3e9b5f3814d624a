// Package today is the screen of the day: who has risen, whom to reach and why, what to ask about, and
// who comes next.
package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// view is the screen.
type view struct {
	frame  page.Frame
	store  *store.Store
	keeper *careers.Keeper
	loader *page.Loader[*content]

	header   *widgets.Header
	sections *fyne.Container
	object   fyne.CanvasObject

	content *content
	lines   []*line // of all sections, from top to bottom
	at      int     // the current one
	inSight bool    // the page has come into sight, so that it may take the focus
}

var (
	_ page.Page    = (*view)(nil)
	_ page.Keyed   = (*view)(nil)
	_ page.Focuser = (*view)(nil)
	_ page.Closer  = (*view)(nil)
)

// New returns the screen of today. find and log open what finds people and actions, and what logs
// contact with anyone.
func New(frame page.Frame, s *store.Store, keeper *careers.Keeper, find, log func()) page.Page {
	w := frame.Words()
	v := &view{frame: frame, store: s, keeper: keeper, loader: page.NewLoader[*content](frame.Tasks(), frame.Fail), sections: widgets.Column(look.Gap)}
	v.header = widgets.NewHeader(w.LongDate(frame.Today()), "",
		widgets.NewButton(w.T("today.find"), find).WithKey(parts.Chord(w, fyne.KeyK)), widgets.NewPrimary(w.T("today.log"), log).WithKey(parts.Chord(w, fyne.KeyL)))
	v.object = widgets.Page(v.header, v.sections)
	v.load()
	return v
}

// Object returns what is shown.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Close gives up what is being loaded.
func (v *view) Close() { v.loader.Stop() }

// Changed shows the day anew when something that stands on it has changed, or when it is another day.
func (v *view) Changed(c data.Change) {
	if v.content == nil || v.content.day != v.frame.Today() {
		v.load()
		return
	}
	for _, k := range []data.Kind{data.People, data.Ties, data.Moves, data.Circles, data.Interactions, data.Details, data.Cadences, data.Settings} {
		if c.Touches(k) {
			v.load()
			return
		}
	}
}

func (v *view) load() {
	l := &loading{store: v.store, words: v.frame.Words(), today: v.frame.Today(), hidden: v.frame.NamesHidden()}
	v.loader.Load(l.content, v.show)
}

// show puts a day on the screen. The row that was the current one stays so, or else the one that has
// come in its place.
func (v *view) show(c *content) {
	var was *line
	if v.at < len(v.lines) {
		was = v.lines[v.at]
	}
	mine := v.hasFocus()
	v.content, v.lines = c, nil
	v.header.Set(v.frame.Words().LongDate(c.day), c.sentence)
	v.sections.Objects = v.build(c)
	v.sections.Refresh()
	v.object.Refresh()
	v.at = max(min(v.at, len(v.lines)-1), 0)
	for i, l := range v.lines {
		l.OnReached = func() { v.setCurrent(i) }
		if was != nil && l.row.same(was.row) {
			v.at = i
		}
	}
	v.setCurrent(v.at)
	if mine {
		v.Focus()
	}
}

// build returns the sections of a day.
func (v *view) build(c *content) []fyne.CanvasObject {
	w := v.frame.Words()
	sections := v.news(c)
	switch {
	case len(c.reach) > 0:
		sections = append(sections, widgets.NewSection(w.T("today.reach_out"), v.card(c.reach, v.newReach)))
	case c.rhythms == 0:
		sections = append(sections, v.withoutRhythms())
	case len(c.ask)+len(c.rising)+len(c.marked)+c.waiting == 0:
		sections = append(sections, widgets.NewCard(widgets.NewText(w.T("today.quiet"), look.Body)))
	}
	if len(c.ask) > 0 {
		section := widgets.NewSection(w.T("today.ask_about"), v.card(c.ask, v.newAsk))
		if c.more != "" {
			section.Add(widgets.NewLine(c.more, look.Small))
		}
		sections = append(sections, section)
	}
	if len(c.coming) > 0 {
		sections = append(sections, widgets.NewSection(w.T("today.coming_up"), v.card(c.coming, v.newComing)))
	}
	return sections
}

// withoutRhythms says what to do while nobody has a rhythm.
func (v *view) withoutRhythms() fyne.CanvasObject {
	w := v.frame.Words()
	return widgets.NewCard(widgets.Inset(0, 30, widgets.NewEmptyState(theme.AccountIcon(), w.T("today.empty"),
		widgets.NewPrimary(w.T("action.keep_up"), func() { v.frame.Open(page.Welcome()) }),
		widgets.NewButton(w.T("rail.import"), func() { v.frame.Open(page.Importing()) }))))
}

// card returns the card of a section, and adds its lines to those of the page.
func (v *view) card(rows []row, create func(row) *line) fyne.CanvasObject {
	var lines []*line
	for _, r := range rows {
		lines = append(lines, create(r))
	}
	v.lines = append(v.lines, lines...)
	return newCard(lines)
}

func (v *view) newReach(r row) *line {
	w := v.frame.Words()
	var l *line
	snooze := widgets.NewButton(w.T("today.snooze"), func() { v.snooze(l) })
	log := widgets.NewButton(w.T("today.log"), func() { v.log(r) })
	l = v.newLine(r, parts.NewPersonLine(r.person, r.why, snooze, log), snooze, log)
	l.snooze = snooze
	return l
}

func (v *view) newAsk(r row) *line {
	done := widgets.NewButton(v.frame.Words().T("today.asked"), func() { v.asked(r) })
	return v.newLine(r, parts.NewPersonLine(r.person, r.why, done), done)
}

// dayWidth is the width in which the day of what is coming stands.
const dayWidth float32 = 184

func (v *view) newComing(r row) *line {
	avatar := widgets.NewAvatar(widgets.SmallAvatar)
	avatar.Set(r.person.Initials, parts.Tone(r.person.ID, false))
	who := widgets.Sides(look.SmallGap, avatar, widgets.NewLine(r.person.Name, look.Body), widgets.NewWholeLine(r.person.Second, look.Second))
	return v.newLine(r, widgets.Sides(look.SmallGap, widgets.Fixed(dayWidth, 0, widgets.NewText(r.day, look.Second)), who, nil))
}
