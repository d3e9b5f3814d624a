package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a field, unseen, and hears the mouse wheel in its place: the toolkit's field takes
// every turn, so that a page would stop scrolling where the pointer comes to a field.
type wheel struct {
	widget.BaseWidget
	entry *Entry
	text  *container.Scroll // of the text in the field, may be nil
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(e *Entry, parts []fyne.CanvasObject) *wheel {
	w := &wheel{entry: e}
	for _, o := range parts {
		if s, ok := o.(*container.Scroll); ok {
			w.text = s
		}
	}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls the text in the field while there is more of it that way, else the page.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	if w.text != nil && w.more(ev.Scrolled.DY) {
		w.text.Scrolled(ev)
		return
	}
	if page := scrollAround(w.entry.self); page != nil {
		page.Scrolled(ev)
	}
}

// more reports whether a note goes on, above for a positive turn and else below.
func (w *wheel) more(turn float32) bool {
	if !w.entry.MultiLine || w.text.Content == nil {
		return false
	}
	if turn > 0 {
		return w.text.Offset.Y > 0
	}
	return w.text.Offset.Y+w.text.Size().Height < w.text.Content.Size().Height
}

// CreateRenderer is called by the toolkit.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
