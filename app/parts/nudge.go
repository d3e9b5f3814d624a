package parts

import (
	"context"

	"peerage/app/page"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// SendNudge opens the dialog for the words of a nudge. also is written along with the contact. instead, which may
// be nil, is a way to do it without words.
func SendNudge(frame page.Frame, s *store.Store, n data.Suggestion, also func(*store.Tx) error, instead *Instead) {
	var me, them data.Person
	frame.Tasks().Go(func(ctx context.Context) (err error) {
		if me, err = s.Person(ctx, data.Me); err == nil {
			them, err = s.Person(ctx, n.Person)
		}
		return err
	}, func(err error) {
		if err != nil {
			frame.Fail(err)
			return
		}
		n.Given = them.Familiar()
		w, today := frame.Words(), frame.Today()
		shown := n.Called(func(name string) string { return Called(name, frame.NamesHidden()) })
		m := Missive{Person: n.Person, Name: shown.Name, Given: n.Given, Act: w.NudgeDo(&shown, today), Also: also, Instead: instead}
		m.Subject, m.Text, m.Noted = w.NudgeLetter(&shown, me.Familiar(), today)
		args := words.Args{"Name": shown.Name}
		m.Operation, m.Said, m.Copied = w.T("operation.write", args), w.T("toast.written", args), w.T("toast.written_copied", args)
		Send(frame, s, m)
	})
}
