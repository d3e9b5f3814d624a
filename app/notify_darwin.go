package app

import (
	"context"

	"fyne.io/fyne/v2"

	"peerage/app/remind"
)

// notifierFor returns the notifier of a window: on macOS the toolkit's, which shows the program's own
// name and icon once it is bundled and signed.
func notifierFor(a fyne.App, _ remind.Notifier) remind.Notifier { return fyneNotifier{a} }

type fyneNotifier struct{ app fyne.App }

// Notify shows a note. The toolkit reports no failure.
func (n fyneNotifier) Notify(_ context.Context, note remind.Note) error {
	note = remind.Clean(note)
	fyne.Do(func() { n.app.SendNotification(fyne.NewNotification(note.Title, note.Body)) })
	return nil
}
