package parts

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// avoiding says in a form which topics to avoid with those whom it is about, and how they like to be
// reached. It is hidden while there is nothing to say.
type avoiding struct {
	frame  page.Frame
	store  *store.Store
	loader *page.Loader[string]
	text   *widgets.Text
}

func newAvoiding(frame page.Frame, s *store.Store) *avoiding {
	a := &avoiding{frame: frame, store: s, loader: page.NewLoader[string](frame.Tasks(), frame.Fail), text: newBoundaryText("")}
	a.text.Hide()
	return a
}

// show says it of the people given, by the names they are shown with, and then calls done.
func (a *avoiding) show(people []PersonRowData, done func()) {
	w, hidden := a.frame.Words(), a.frame.NamesHidden()
	a.loader.Load(func(ctx context.Context) (string, error) {
		veil, err := LoadVeil(ctx, a.store, hidden)
		if err != nil {
			return "", err
		}
		var said []string
		for _, p := range people {
			b, err := a.store.Boundary(ctx, p.ID)
			if err != nil {
				return "", err
			}
			of := w.Boundary(veil.OverBoundary(b))
			if of != "" && len(people) > 1 {
				of = w.T("boundary.of", words.Args{"Name": p.Name, "Boundary": of})
			}
			if of != "" {
				said = append(said, of)
			}
		}
		return strings.Join(said, " "), nil
	}, func(said string) {
		a.text.SetText(said)
		widgets.See(a.text, said != "")
		done()
	})
}

func newBoundaryText(said string) *widgets.Text {
	return widgets.NewText(said, look.Second.In(look.ColorNameClaret))
}

// below puts what is to be heeded of a person above a form for words to them.
func below(w *words.Words, b data.Boundary, form ...fyne.CanvasObject) *fyne.Container {
	if said := w.Boundary(b); said != "" {
		form = append([]fyne.CanvasObject{newBoundaryText(said)}, form...)
	}
	return widgets.Column(look.FormGap, form...)
}
