package today

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// small puts the nudge into the content and remembers that it was shown. What it says the rest of the day
// need not say again.
func (l *loading) small(ctx context.Context, c *content, day *briefing.Day, n *data.Suggestion) error {
	if n == nil {
		return nil
	}
	if err := briefing.Shown(ctx, l.store, n, l.today); err != nil {
		return err
	}
	day.Without(n)
	c.small = []row{l.suggested(small, n)}
	return nil
}

// suggested says a nudge in words.
func (l *loading) suggested(s section, n *data.Suggestion) row {
	called := l.veiled(n)
	r := row{section: s, person: l.person(n.Person, n.Name, nil), nudge: n, detail: n.Detail}
	r.head = l.words.NudgeTitle(&called, l.today)
	r.why = []widgets.Run{{Text: l.words.NudgeReason(&called, l.today)}}
	return r
}

// veiled returns a nudge with names, and what the user wrote, as the screen may show them.
func (l *loading) veiled(n *data.Suggestion) data.Suggestion {
	shown := n.Called(func(name string) string { return parts.Called(name, l.hidden) })
	shown.What, shown.Detail.Text = l.veil.Over(n.What), l.veil.Over(n.Detail.Text)
	shown.Gave = l.veil.OverExchanged(n.Gave)
	if n.Contact != nil {
		contact := *n.Contact
		contact.Text = l.veil.Over(contact.Text)
		shown.Contact = &contact
	}
	if shown.Occasion != nil {
		o := *shown.Occasion
		o.Text = l.veil.Over(o.Text)
		shown.Occasion = &o
	}
	return shown
}

// smallThing returns the card of the nudge.
func (v *view) smallThing(r row) fyne.CanvasObject {
	w := v.frame.Words()
	called := v.called(r.nudge).Called(cutName)
	do := widgets.NewPrimary(w.NudgeDo(&called, v.frame.Today()), func() { v.doNudge(r) })
	later := widgets.NewButton(w.T("today.another_time"), func() { v.anotherTime(r) })
	l := v.newLine(r, titled(r), do, later)
	v.lines = append(v.lines, l)
	const around = 10 // above and below the buttons
	return widgets.NewBareCard(widgets.Column(0, l.PressRow, widgets.Hairline(), widgets.Inset(look.RowInset-look.Hairline, around, widgets.Flow(look.SmallGap, do, later))))
}

// longestName is how much of a name stands on a button, in characters.
const longestName = 20

// cutName cuts a name that would make a button wider than its card.
func cutName(name string) string {
	if runes := []rune(name); len(runes) > longestName {
		return strings.TrimSpace(string(runes[:longestName-1])) + "…"
	}
	return name
}

// called returns a nudge with the names as the screen may show them.
func (v *view) called(n *data.Suggestion) data.Suggestion {
	return n.Called(func(name string) string { return parts.Called(name, v.frame.NamesHidden()) })
}

// occasions puts the coming days of people into the content, at most so many.
func (l *loading) occasions(c *content, all []data.Occasion) {
	for i := range all[:min(len(all), occasionsShown)] {
		o := &all[i]
		r := row{section: occasion, person: l.person(o.Person, o.Name, nil), marked: o}
		shown := *o
		shown.Name, shown.Text = r.person.Name, l.veil.Over(shown.Text)
		r.head = l.words.Occasion(shown, l.today)
		if o.Day == l.today {
			r.nudge = briefing.Celebration(o)
		}
		c.marked = append(c.marked, r)
	}
	if more := len(all) - len(c.marked); more > 0 {
		c.days = words.Capital(l.words.N("today.more_occasions", more))
	}
}

// newOccasion returns the line of somebody's day; on the day itself there is a way to write.
func (v *view) newOccasion(r row) *line {
	who := widgets.NewAvatar(widgets.SmallAvatar)
	who.Set(r.person.Initials, parts.Tone(r.person.ID, false))
	said := widgets.NewText(r.head, look.Body)
	if r.nudge == nil {
		return v.newLine(r, widgets.Sides(look.SmallGap, who, said, nil))
	}
	write := widgets.NewButton(v.frame.Words().T("today.write"), func() { v.doNudge(r) })
	return v.newLine(r, widgets.Sides(look.SmallGap, who, said, write), write)
}

// doNudge does what a nudge suggests: it opens what there is to write or to note, and what comes of it is one
// operation.
func (v *view) doNudge(r row) {
	n, today := r.nudge, v.frame.Today()
	if n == nil {
		return
	}
	done := func(tx *store.Tx) error { return briefing.Answered(tx, n, today, true) }
	switch {
	case n.Kind == data.NudgeAsk:
		detail := n.Detail
		detail.AskOn = 0
		parts.LogAlso(v.frame, v.store, short(n.What), func(tx *store.Tx) error {
			if err := tx.SaveDetail(&detail); err != nil {
				return err
			}
			return done(tx)
		}, r.person)
	case n.Move != nil:
		v.congratulateOn(*n.Move, done)
	case n.Kind == data.NudgeThank:
		v.send(n, func(tx *store.Tx) error {
			if err := tx.Thank(n.Link, today); err != nil {
				return err
			}
			return done(tx)
		})
	default:
		v.send(n, done)
	}
}

// congratulateOn opens the dialog for a few words on a move of which only the move is known.
func (v *view) congratulateOn(m data.Move, done func(*store.Tx) error) {
	var moved briefing.Moved
	v.frame.Tasks().Go(func(ctx context.Context) (err error) {
		moved, err = briefing.About(ctx, v.store, m, v.frame.Today())
		return err
	}, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		parts.Congratulate(v.frame, v.store, v.rules.Keeper, moved, done)
	})
}

// send opens the dialog for the words of a nudge.
func (v *view) send(n *data.Suggestion, also func(*store.Tx) error) {
	parts.SendNudge(v.frame, v.store, *n, also, nil)
}

// anotherTime dismisses a nudge, or an occasion.
func (v *view) anotherTime(r row) {
	n, today := r.nudge, v.frame.Today()
	if n == nil {
		return
	}
	w := v.frame.Words()
	v.write(w.T("operation.another_time", words.Args{"Name": r.person.Name}), w.T("toast.another_time"), func(tx *store.Tx) error {
		return briefing.Answered(tx, n, today, false)
	})
}
