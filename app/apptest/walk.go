package apptest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"peerage/app/widgets"
)

// Texts returns the texts that o shows, in the order in which they are drawn. A paragraph or an
// elided line is one text, whole.
func Texts(o fyne.CanvasObject) []string {
	var out []string
	walk(o, func(o fyne.CanvasObject) bool {
		text, whole := shownText(o)
		if text != "" {
			out = append(out, text)
		}
		return !whole
	})
	return out
}

// Shows reports whether one of the texts that o shows contains text.
func Shows(o fyne.CanvasObject, text string) bool {
	for _, t := range Texts(o) {
		if strings.Contains(t, text) {
			return true
		}
	}
	return false
}

// See fails the test unless o shows each of the texts.
func See(t testing.TB, o fyne.CanvasObject, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !Shows(o, text) {
			t.Errorf("%q is not shown; there is %q", text, Texts(o))
		}
	}
}

// SeeNot fails the test when o shows one of the texts.
func SeeNot(t testing.TB, o fyne.CanvasObject, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if Shows(o, text) {
			t.Errorf("%q is shown; there is %q", text, Texts(o))
		}
	}
}

// shownText returns the text of o, and whether that is all there is in it.
func shownText(o fyne.CanvasObject) (text string, whole bool) {
	switch o := o.(type) {
	case *widgets.Line:
		return o.Text(), true
	case *widgets.Text:
		return o.AccessibilityLabel(), true
	case *widgets.Chip:
		return o.AccessibilityLabel(), true
	case *widgets.PressChip:
		return o.AccessibilityLabel(), true
	case *widgets.Button:
		return o.Text, true
	case *widgets.Choice:
		return o.AccessibilityLabel(), true
	case *widgets.Stacks:
		return o.AccessibilityLabel(), true
	case *widgets.TimeAxis:
		return o.AccessibilityLabel(), true
	case *widget.Label:
		return o.Text, true
	case *canvas.Text:
		return o.Text, true
	}
	if e := entry(o); e != nil {
		if e.Text != "" {
			return e.Text, true
		}
		return e.PlaceHolder, true
	}
	return "", false
}

func entry(o fyne.CanvasObject) *widget.Entry {
	switch o := o.(type) {
	case *widget.Entry:
		return o
	case *widgets.Entry:
		return &o.Entry
	case *widgets.SearchEntry:
		return &o.Entry.Entry
	case *widgets.DayEntry:
		return &o.Entry.Entry
	}
	return nil
}

// walk visits what can be seen of o, itself first; visit returns whether to look inside.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject) bool) {
	if o == nil || !o.Visible() || !visit(o) {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

// find returns the first object that fits, and of those within each other the innermost. It looks in
// what lies over o's window first, as a person does.
func find(o fyne.CanvasObject, fits func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.Overlays().Top() != nil {
		if found := within(c.Overlays().Top(), fits); found != nil {
			return found
		}
	}
	return within(o, fits)
}

func within(o fyne.CanvasObject, fits func(fyne.CanvasObject) bool) fyne.CanvasObject {
	var found fyne.CanvasObject
	walk(o, func(x fyne.CanvasObject) bool {
		if found == nil && x != o && fits(x) {
			found = x
		}
		return found == nil
	})
	switch {
	case found == nil && fits(o):
		return o
	case found == nil:
		return nil
	}
	return within(found, fits)
}

// Tap taps the first thing to tap that shows exactly this text: a button, a chip, or the row a name
// stands in. It fails the test when there is none, or when it is disabled.
func Tap(t testing.TB, o fyne.CanvasObject, text string) {
	t.Helper()
	found := find(o, func(o fyne.CanvasObject) bool {
		_, ok := o.(fyne.Tappable)
		if d, is := o.(fyne.Disableable); !ok || is && d.Disabled() {
			return false
		}
		for _, s := range Texts(o) {
			if s == text {
				return true
			}
		}
		return false
	})
	if found == nil {
		t.Fatalf("nothing to tap shows %q; there is %q", text, Texts(o))
	}
	found.(fyne.Tappable).Tapped(&fyne.PointEvent{})
}

// Type replaces what is in the first field that shows a placeholder or text, as typing does.
func Type(t testing.TB, o fyne.CanvasObject, shown, text string) {
	t.Helper()
	found := find(o, func(o fyne.CanvasObject) bool {
		e := entry(o)
		return e != nil && (e.PlaceHolder == shown || e.Text == shown)
	})
	if found == nil {
		t.Fatalf("no field shows %q; there is %q", shown, Texts(o))
	}
	entry(found).SetText("")
	test.Type(found.(fyne.Focusable), text)
}

// Key presses a key where the focus is, else on the page.
func Key(w fyne.Window, name fyne.KeyName) {
	ev := &fyne.KeyEvent{Name: name}
	switch c := w.Canvas(); {
	case c.Focused() != nil:
		c.Focused().TypedKey(ev)
	case c.OnTypedKey() != nil:
		c.OnTypedKey()(ev)
	}
}
