// Package today is the screen of the day: who has risen, whom to reach and why, what was promised, one small
// thing, and what comes next.
package today

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/nudges"
	"peerage/data/store"
)

// view is the screen.
type view struct {
	frame  page.Frame
	store  *store.Store
	rules  Rules
	loader *page.Loader[*content]

	header   *widgets.Header
	sections *fyne.Container
	object   fyne.CanvasObject

	empty   fyne.CanvasObject // says what to do while nobody has a rhythm; nil when somebody has
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

// Rules are the rules that the day stands on, with their word lists.
type Rules struct {
	Keeper  *careers.Keeper
	Trouble *nudges.Trouble
}

// New returns the screen of today. find and log open what finds people and actions, and what logs
// contact with anyone.
func New(frame page.Frame, s *store.Store, rules Rules, find, log func()) page.Page {
	w := frame.Words()
	v := &view{frame: frame, store: s, rules: rules, loader: page.NewLoader[*content](frame.Tasks(), frame.Fail), sections: widgets.Column(look.Gap)}
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
	if slices.ContainsFunc(stands, c.Touches) {
		v.load()
	}
}

// stands lists what the day stands on.
var stands = []data.Kind{data.People, data.Roles, data.Ties, data.Moves, data.Circles, data.Interactions, data.Details, data.Cadences, data.Settings,
	data.Opportunities, data.Promises, data.Exchanges, data.Boundaries, data.Milestones, data.Nudges}

func (v *view) load() {
	l := &loading{store: v.store, trouble: v.rules.Trouble, words: v.frame.Words(), today: v.frame.Today(), hidden: v.frame.NamesHidden()}
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
	v.content, v.lines, v.empty = c, nil, nil
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
	var sections []fyne.CanvasObject
	if news := v.news(c); news != nil {
		sections = append(sections, news)
	}
	switch {
	case len(c.reach) > 0:
		sections = append(sections, widgets.NewSection(w.T("today.reach_out"), v.card(c.reach, v.newReach)))
	case c.rhythms == 0:
		v.empty = v.withoutRhythms()
		sections = append(sections, v.empty)
	case len(c.rising)+len(c.promises)+len(c.ask)+len(c.small)+len(c.marked)+c.waiting == 0:
		sections = append(sections, widgets.NewCard(widgets.NewText(w.T("today.quiet"), look.Body)))
	}
	if besides := v.besides(c); besides != nil {
		sections = append(sections, besides)
	}
	if len(c.coming) > 0 {
		sections = append(sections, widgets.NewSection(w.T("today.coming_up"), v.card(c.coming, v.newComing)))
	}
	return sections
}

// columnWidth is the width of a column below which the two stand below each other.
const columnWidth float32 = 420

// besides returns what was promised and is to be asked about, beside the small thing and the days of people;
// nil where there is nothing.
func (v *view) besides(c *content) fyne.CanvasObject {
	w := v.frame.Words()
	left, right := widgets.Column(look.Gap), widgets.Column(look.Gap)
	add := func(to *fyne.Container, label, more string, rows []row, create func(row) *line) {
		if len(rows) == 0 {
			return
		}
		section := widgets.NewSection(label, v.card(rows, create))
		if more != "" {
			section.Add(widgets.NewLine(more, look.Small))
		}
		to.Add(section)
	}
	add(left, w.T("today.promises"), c.further, c.promises, v.newPromise)
	add(left, w.T("today.ask_about"), c.more, c.ask, v.newAsk)
	if len(c.small) > 0 {
		right.Add(widgets.NewSection(w.T("today.small_thing"), v.smallThing(c.small[0])))
	}
	add(right, w.T("today.occasions"), c.days, c.marked, v.newOccasion)
	switch {
	case len(left.Objects) == 0 && len(right.Objects) == 0:
		return nil
	case len(left.Objects) == 0:
		return right
	case len(right.Objects) == 0:
		return left
	}
	return widgets.Columns(columnWidth, look.Gap, left, right)
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
