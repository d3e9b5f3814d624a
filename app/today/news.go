package today

import (
	"context"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// news puts into the content what a day says of careers: who has risen, and what else has changed.
func (l *loading) news(ctx context.Context, c *content, news briefing.News) error {
	for _, m := range news.Risen {
		r, err := l.rising(ctx, m)
		if err != nil {
			return err
		}
		c.rising = append(c.rising, r)
	}
	switch {
	case news.More > 0 && len(c.rising) > 0:
		c.changes = words.Capital(l.words.N("today.more_changes", news.More))
	case news.More > 0:
		c.changes = words.Capital(l.words.N("today.changes", news.More))
	}
	return nil
}

// rising says who has risen, how we know each other, and what they did before.
func (l *loading) rising(ctx context.Context, m briefing.Moved) (row, error) {
	r := row{section: rising, person: l.person(m.Person, m.Name, nil), moved: m}
	r.person.Risen = true
	r.head = l.words.Move(r.person.Name, &m.Move)
	said := l.words.Before(&m.Move, l.today)
	if t, ok := m.Met(); ok {
		employer, err := employerOf(ctx, l.store, t)
		if err != nil {
			return r, err
		}
		said = l.words.Together(t, employer) + " " + said
	}
	r.why = []widgets.Run{{Text: said}}
	return r, nil
}

// employerOf returns the organisation that a tie was at, "" for one that the user stated.
func employerOf(ctx context.Context, s *store.Store, t data.Tie) (string, error) {
	if t.Theirs == 0 {
		return "", nil
	}
	roles, err := s.Roles(ctx, t.Person)
	for i := range roles {
		if roles[i].ID == t.Theirs {
			return roles[i].Employer, err
		}
	}
	return "", err
}

// countRisen says how many have moved up, and whether all of them are sure to have been peers.
func (l *loading) countRisen(risen []briefing.Moved) string {
	for i := range risen {
		if !risen[i].SurelyPeer() {
			return l.words.N("today.count_risen", len(risen))
		}
	}
	return l.words.N("today.count_peers_risen", len(risen))
}

// news returns what stands at the top of a day: who has risen, and the way to what else has changed. It is
// nil where there is neither.
func (v *view) news(c *content) fyne.CanvasObject {
	cards := widgets.Column(look.SmallGap)
	for _, r := range c.rising {
		l := v.newRising(r)
		v.lines = append(v.lines, l)
		cards.Add(widgets.NewTonePressCard(look.Brass, l.PressRow))
	}
	if c.changes != "" {
		const inset = 4 // of the words of such a button
		cards.Add(widgets.Inset(-inset, 0, widgets.Row(0, widgets.NewQuiet(c.changes, v.seeChanges))))
	}
	if len(cards.Objects) == 0 {
		return nil
	}
	return cards
}

// newRising returns the line of someone who has risen.
func (v *view) newRising(r row) *line {
	w := v.frame.Words()
	no := widgets.NewButton(w.T("move.not_so"), func() { v.notSo(r) })
	yes := widgets.NewPrimary(w.T("congratulate.act"), func() { v.congratulate(r) })
	return v.newLine(r, parts.NewPersonLine(headed(r), r.why, no, yes), no, yes)
}

// headed returns the person of a row with what the row says in the place of their name.
func headed(r row) parts.PersonRowData {
	d := r.person
	d.Name = r.head
	return d
}

// seeChanges goes to all that has changed.
func (v *view) seeChanges() { v.frame.Open(page.Moves()) }

// notSo dismisses a move that a title was misread for.
func (v *view) notSo(r row) {
	if r.section != rising {
		return
	}
	w, today := v.frame.Words(), v.frame.Today()
	called := words.Args{"Name": parts.Called(r.moved.Name, v.frame.NamesHidden())}
	v.write(w.T("operation.not_so", called), w.T("toast.not_so", called), func(tx *store.Tx) error {
		return v.rules.Keeper.Judge(tx, data.MoveDismissed, today, r.moved.Move)
	})
}

// congratulate opens the dialog for a few words to someone who has risen.
func (v *view) congratulate(r row) {
	if r.section == rising {
		parts.Congratulate(v.frame, v.store, v.rules.Keeper, r.moved)
	}
}
