package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"peerage/app/look"
)

func TestADialogStartsInItsFirstFieldAndGivesTheFocusBack(t *testing.T) {
	before, field := NewEntry(""), NewEntry("")
	w := show(t, Column(0, before), 800, 600)
	w.Canvas().Focus(before)
	d := NewDialog(w, "Log", Column(8, NewText("What was said.", look.Body), NewField("Text", "", field))).Confirm("Save", func() bool { return true }).Cancel("Cancel")
	d.Show()
	if w.Canvas().Focused() != fyne.Focusable(field) {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
	press(w, fyne.KeyEscape)
	if d.Open() || w.Canvas().Focused() != fyne.Focusable(before) || w.Canvas().OnTypedKey() != nil {
		t.Errorf("open %v, the focus is on %T", d.Open(), w.Canvas().Focused())
	}
}

func TestEnterConfirmsAndARefusedFieldKeepsTheDialogOpen(t *testing.T) {
	w := show(t, Column(0), 800, 600)
	entry := NewEntry("")
	closed, saved := 0, ""
	d := NewDialog(w, "Add", NewField("Name", "", entry)).Confirm("Save", func() bool {
		saved = entry.Text
		return entry.Text != ""
	})
	d.OnClosed = func() { closed++ }
	d.Show()
	press(w, fyne.KeyReturn)
	if !d.Open() || closed != 0 {
		t.Fatal("an empty name was taken")
	}
	test.Type(entry, "Ana")
	press(w, fyne.KeyReturn)
	if d.Open() || saved != "Ana" || closed != 1 {
		t.Errorf("open %v, saved %q, closed %d times", d.Open(), saved, closed)
	}
	d.Close()
	if closed != 1 {
		t.Error("closing twice told twice")
	}
}

func TestAFormWithANoteIsConfirmedWithEnterAndItsModifier(t *testing.T) {
	w := show(t, Column(0), 800, 600)
	note, saved := NewNoteEntry("Note", 2), ""
	d := NewDialog(w, "Log", NewField("Note", "", note)).Confirm("Save", func() bool { saved = note.Text; return true }).ConfirmKey("Ctrl Enter")
	d.Show()
	test.Type(note, "Lisbon")
	press(w, fyne.KeyReturn)
	if !d.Open() || d.confirm.Key != "Ctrl Enter" {
		t.Fatalf("open %v, the button says %q", d.Open(), d.confirm.Key)
	}
	note.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if d.Open() || saved != "Lisbon\n" {
		t.Errorf("open %v, saved %q", d.Open(), saved)
	}
	d = NewDialog(w, "Add", NewField("Name", "", NewEntry(""))).Confirm("Save", func() bool { return true }).ConfirmKey("Ctrl Enter")
	if d.confirm.Key != "" {
		t.Error("where Enter is enough another key is shown")
	}
}

// hearing is a window whose canvas hears shortcuts, which that of the toolkit's test driver does not.
type hearing struct {
	fyne.Window
	canvas hearingCanvas
}

func (w *hearing) Canvas() fyne.Canvas { return &w.canvas }

type hearingCanvas struct {
	fyne.Canvas
	fyne.ShortcutHandler
}

func (c *hearingCanvas) AddShortcut(s fyne.Shortcut, f func(fyne.Shortcut)) {
	c.ShortcutHandler.AddShortcut(s, f)
}

func (c *hearingCanvas) RemoveShortcut(s fyne.Shortcut) { c.ShortcutHandler.RemoveShortcut(s) }

func TestEnterAndItsModifierConfirmWhereverTheFocusIs(t *testing.T) {
	plain := show(t, Column(0), 800, 600)
	w := &hearing{Window: plain, canvas: hearingCanvas{Canvas: plain.Canvas()}}
	choice, saved := NewChoice([]Option{{"1", "One"}, {"2", "Two"}}, "1", nil), ""
	dialog := func(title string) *Dialog {
		return NewDialog(w, title, Column(0, NewNoteEntry("Note", 2), choice)).Confirm("Save", func() bool { saved += title; return true })
	}
	confirm := func() {
		w.canvas.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	}
	first := dialog("first")
	first.Show()
	w.Canvas().Focus(choice)
	second := dialog("second")
	second.Show()
	w.Canvas().Unfocus()
	confirm()
	if second.Open() || !first.Open() || saved != "second" {
		t.Fatalf("the second is open: %v; saved %q", second.Open(), saved)
	}
	choice.Tapped(nil)
	confirm()
	if !first.Open() {
		t.Error("the dialog was confirmed while a menu lay over it")
	}
	w.Canvas().Overlays().Top().Hide()
	confirm()
	if first.Open() || saved != "secondfirst" {
		t.Errorf("open %v, saved %q", first.Open(), saved)
	}
	confirm()
	if saved != "secondfirst" {
		t.Errorf("without a dialog it saved %q", saved)
	}
}

func TestADialogWithoutFieldsStartsOnItsButton(t *testing.T) {
	w := show(t, Column(0), 800, 600)
	done := false
	d := NewDialog(w, "Delete?", NewText("Ana Souza goes.", look.Body)).Confirm("Delete", func() bool { done = true; return true }).Cancel("Keep")
	d.Show()
	press(w, fyne.KeySpace)
	if !done {
		t.Error("Space on the button did nothing")
	}
}

func TestADialogOverADialogClosesAlone(t *testing.T) {
	w := show(t, Column(0), 800, 600)
	first := NewDialog(w, "First", NewEntry("")).Cancel("Close")
	second := NewDialog(w, "Second", NewEntry("")).Cancel("Close")
	first.Show()
	second.Show()
	press(w, fyne.KeyEscape)
	if second.Open() || !first.Open() {
		t.Errorf("first open %v, second open %v", first.Open(), second.Open())
	}
	press(w, fyne.KeyEscape)
	if first.Open() {
		t.Error("the first stays open")
	}
}

func TestADialogScrollsToWhatHasTheFocus(t *testing.T) {
	w := show(t, Column(0), 600, 400)
	rows := Column(4)
	for range 20 {
		rows.Add(NewEntry(""))
	}
	last := NewEntry("")
	field := NewField("Last", "What comes last.", last)
	offered := NewCard(NewText("Somebody", look.Body))
	offered.Hide()
	below := Column(4, field, offered)
	rows.Add(below)
	d := NewDialog(w, "Long", rows).Confirm("Save", func() bool { return true })
	d.Show()
	inSight := func(o fyne.CanvasObject) bool {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		top, from := at(o).Y, at(d.scroll).Y
		return top >= from && top+o.Size().Height <= from+d.scroll.Size().Height
	}
	w.Canvas().Focus(last)
	if !inSight(field) {
		t.Error("the field that has the focus is out of sight")
	}
	offered.Show()
	below.Refresh()
	rows.Refresh()
	d.Relayout()
	if !inSight(below) {
		t.Error("what is offered below the field is out of sight")
	}
	first := rows.Objects[0].(*Entry)
	w.Canvas().Focus(first)
	if !inSight(first) || d.scroll.Offset.Y > 2*look.Gap {
		t.Errorf("the first field is out of sight, %v down", d.scroll.Offset.Y)
	}
}

func TestATallDialogStaysInTheWindow(t *testing.T) {
	w := show(t, Column(0), 600, 400)
	rows := Column(4)
	for range 60 {
		rows.Add(NewEntry(""))
	}
	d := NewDialog(w, "Long", rows).Confirm("Save", func() bool { return true })
	d.Show()
	box := d.overlay.content.(*fyne.Container).Objects[1]
	bottom := d.confirm.Size().Height + fyne.CurrentApp().Driver().AbsolutePositionForObject(d.confirm).Y
	if box.Size().Height > 400 || bottom > 400 {
		t.Errorf("the dialog is %v high, its button ends at %v", box.Size().Height, bottom)
	}
}
