package rising

import (
	"slices"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// correction asks what the roles on the two sides of a move truly are.
type correction struct {
	view   *view
	change change
	after  *standing // nil where nothing is known after the move
	before *standing
	wrong  bool // the role before was read wrong, too
}

// standing is a role with the choices of track and level.
type standing struct {
	post         data.Post
	track, level *widgets.Choice
	object       *widgets.Field
}

// correct opens the dialog that corrects what titles were taken for.
func (v *view) correct(c change) {
	w := v.words
	e := &correction{view: v, change: c}
	m := &c.moved.Move
	e.before = e.choices(w.T("rising.correct_before", words.Args{"Post": w.Post(m.From)}), m.From)
	form := widgets.Column(look.Gap)
	if m.To.Role == 0 {
		e.wrong = true
		form.Add(e.before.object)
	} else {
		e.after = e.choices(w.T("rising.correct_after", words.Args{"Post": w.Post(m.To)}), m.To)
		form.Add(e.after.object)
		e.before.object.Hide()
		also := widgets.NewToggleChip(w.T("rising.correct_also"), false, func(on bool) {
			e.wrong = on
			e.before.object.Hidden = !on
			form.Refresh()
		})
		form.Add(widgets.Flow(0, also))
		form.Add(e.before.object)
	}
	parts.NewForm(v.frame, w.T("rising.correct_title", v.called(c)), form, e.save).Show()
}

// choices returns the choices for one role, set to what its title was taken for.
func (e *correction) choices(label string, post data.Post) *standing {
	w := e.view.words
	var tracks, levels []widgets.Option
	for _, t := range data.Tracks {
		tracks = append(tracks, widgets.Option{Key: string(t), Text: words.Capital(w.Track(t))})
	}
	for _, l := range append(slices.Clone(data.Levels), data.UnknownLevel) {
		levels = append(levels, widgets.Option{Key: string(l), Text: words.Capital(w.Level(l))})
	}
	s := &standing{post: post,
		track: widgets.NewChoice(tracks, string(post.Standing.Track), nil), level: widgets.NewChoice(levels, string(post.Standing.Level), nil)}
	s.object = widgets.NewField(label, "", widgets.Columns(150, look.FormGap, s.track, s.level))
	return s
}

// said returns what the user made of the role.
func (s *standing) said() data.Standing {
	said := s.post.Standing
	said.Track, said.Level = data.Track(s.track.Key()), data.Level(s.level.Key())
	return said
}

// save keeps what the titles mean and confirms the move as it then is, in one write.
func (e *correction) save() bool {
	v, w, today := e.view, e.view.words, e.view.frame.Today()
	m := e.change.moved.Move
	ruled := []*standing{}
	if e.after != nil {
		ruled = append(ruled, e.after)
	}
	if e.wrong {
		ruled = append(ruled, e.before)
	}
	said := make([]data.Standing, len(ruled))
	for i, s := range ruled {
		said[i] = s.said()
	}
	v.write(w.T("operation.correct", v.called(e.change)), w.T("toast.corrected", v.called(e.change)), func(tx *store.Tx) error {
		for i, s := range ruled {
			role := data.Role{ID: s.post.Role, Person: m.Person, Employer: s.post.Employer, Title: s.post.Title}
			if err := v.keeper.Rule(tx, role, said[i], true, today); err != nil {
				return err
			}
		}
		now, err := sameMove(tx, m)
		if err != nil {
			return err
		}
		return v.keeper.Judge(tx, data.MoveConfirmed, today, now)
	})
	return true
}

// sameMove returns the move between the same two posts as the titles now have it. Where they make no move
// any more, it is the one that was read.
func sameMove(tx *store.Tx, m data.Move) (data.Move, error) {
	all, err := tx.Moves(store.MoveFilter{Person: m.Person})
	for _, now := range all {
		if now.From.Form == m.From.Form && now.To.Form == m.To.Form {
			return now, err
		}
	}
	return m, err
}
