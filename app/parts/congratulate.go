package parts

import (
	"context"

	"peerage/app/page"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/careers"
	"peerage/data/store"
)

// Congratulate opens the dialog for a few words to someone who has moved, and notes that they were
// congratulated. What also does is written along with it.
func Congratulate(frame page.Frame, s *store.Store, keeper *careers.Keeper, m briefing.Moved, also ...func(*store.Tx) error) {
	var l Missive
	frame.Tasks().Go(func(ctx context.Context) (err error) {
		l, err = congratulation(ctx, frame, s, &m)
		return err
	}, func(err error) {
		if err != nil {
			frame.Fail(err)
			return
		}
		today := frame.Today()
		l.Also = func(tx *store.Tx) error {
			for _, do := range also {
				if err := do(tx); err != nil {
					return err
				}
			}
			return keeper.Judge(tx, data.MoveCongratulated, today, m.Move)
		}
		Send(frame, s, l)
	})
}

// congratulation makes the words.
func congratulation(ctx context.Context, frame page.Frame, s *store.Store, m *briefing.Moved) (Missive, error) {
	p, err := s.Person(ctx, m.Person)
	if err != nil {
		return Missive{}, err
	}
	me, err := s.Person(ctx, data.Me)
	if err != nil {
		return Missive{}, err
	}
	w, hidden := frame.Words(), frame.NamesHidden()
	told := words.Congratulation{Given: Called(p.Familiar(), hidden), Mine: me.Familiar(), Move: &m.Move}
	told.Tie, _ = m.Met()
	if told.Tie.Theirs != 0 {
		roles, err := s.Roles(ctx, m.Person)
		if err != nil {
			return Missive{}, err
		}
		for i := range roles {
			if roles[i].ID == told.Tie.Theirs {
				told.Organisation = roles[i].Employer
			}
		}
	}
	called := words.Args{"Name": Called(m.Name, hidden)}
	return Missive{
		Person: m.Person, Name: Called(m.Name, hidden), Given: p.Familiar(), Act: w.T("congratulate.act"),
		Subject: w.Subject(told), Text: w.Message(told), Noted: w.Congratulated(&m.Move),
		Operation: w.T("operation.congratulate", called), Said: w.T("toast.congratulated", called), Copied: w.T("toast.congratulated_copied", called),
	}, nil
}
