package people

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

const tickSize float32 = 20

func newTick() *widgets.Icon {
	return widgets.NewIcon(theme.CheckButtonIcon(), tickSize, look.ColorNameDimmed)
}

// choose shows whether the row's person is chosen, while people are being chosen.
func (r *row) choose(choosing, chosen bool) {
	if r.box.Visible() != choosing {
		see(r.box, choosing)
		r.Relayout()
	}
	if chosen {
		r.tick.Set(theme.CheckButtonCheckedIcon(), look.ColorNameClaret)
	} else {
		r.tick.Set(theme.CheckButtonIcon(), look.ColorNameDimmed)
	}
}

// showFoot shows what can be done with the list below it.
func (l *list) showFoot() {
	w := l.v.words
	l.foot.Objects = nil
	if l.chosen == nil {
		l.foot.Add(widgets.Sides(look.SmallGap, widgets.NewQuiet(w.T("action.add"), l.v.Add), nil, widgets.NewQuiet(w.T("people.choose"), l.startChoosing)))
		l.foot.Refresh()
		return
	}
	circle := widgets.NewButton(w.T("people.bulk_circle"), func() { openJoin(l.v, l.group()) })
	rhythm := widgets.NewButton(w.T("people.bulk_rhythm"), func() { openRhythm(l.v, l.group(), data.Rhythm{}) })
	meet := widgets.NewButton(w.T("meeting.button"), func() { l.v.frame.Open(page.Meeting(l.group().people...)) })
	if len(l.chosen) == 0 {
		circle.Disable()
		rhythm.Disable()
	}
	if n := len(l.chosen); n == 0 || n > briefing.MostMet {
		meet.Disable()
	}
	l.foot.Add(widgets.Column(4,
		widgets.Sides(look.SmallGap, nil, widgets.Inset(4, 0, widgets.NewLine(w.N("people.chosen", len(l.chosen)), look.Name)), widgets.NewQuiet(w.T("people.done"), l.stopChoosing)),
		widgets.Flow(6, widgets.NewButton(w.T("people.choose_all"), l.chooseAll), circle, rhythm, meet)))
	l.foot.Refresh()
	l.object.Refresh()
}

func (l *list) startChoosing() { l.setChosen(map[data.ID]bool{}) }

func (l *list) stopChoosing() { l.setChosen(nil) }

// chooseAll chooses everyone whom search and filters leave.
func (l *list) chooseAll() {
	all := make(map[data.ID]bool, len(l.found.rows))
	for _, r := range l.found.rows {
		all[r.ID] = true
	}
	l.setChosen(all)
}

func (l *list) toggle(id data.ID) {
	if l.chosen[id] {
		delete(l.chosen, id)
	} else {
		l.chosen[id] = true
	}
	l.setChosen(l.chosen)
}

func (l *list) setChosen(chosen map[data.ID]bool) {
	l.chosen = chosen
	l.showFoot()
	l.object.Refresh()
	l.list.Reload()
}

func (l *list) group() group {
	g := group{people: make([]data.ID, 0, len(l.chosen))}
	for id := range l.chosen {
		g.people = append(g.people, id)
	}
	slices.Sort(g.people)
	return g
}

// group is who an operation is about: one person, who is called by name, or several.
type group struct {
	people []data.ID
	name   string // as it may be shown, "" for several
}

// operation names the operation that edits the group.
func (g group) operation(w *words.Words) string {
	if g.name != "" {
		return w.T("operation.edit", words.Args{"Name": g.name})
	}
	return w.N("operation.edit_people", len(g.people))
}

// saved says that the group was edited.
func (g group) saved(w *words.Words) string {
	if g.name != "" {
		return w.T("people.saved", words.Args{"Name": g.name})
	}
	return w.N("people.saved_people", len(g.people))
}

// each calls do for those of the group who are still there: while a dialog is open, someone may be
// removed elsewhere. It fails only when nobody is left.
func (g group) each(tx *store.Tx, do func(data.ID) error) error {
	left := 0
	for _, id := range g.people {
		_, err := tx.Person(id)
		if errors.Is(err, data.ErrNotFound) {
			continue
		}
		if err == nil {
			err = do(id)
		}
		if err != nil {
			return err
		}
		left++
	}
	if left == 0 {
		return data.ErrNotFound
	}
	return nil
}
