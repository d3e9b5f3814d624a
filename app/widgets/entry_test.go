package widgets

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"peerage/app/look"
	"peerage/data"
)

func TestKeysAFieldHasNoUseForGoOn(t *testing.T) {
	var heard []fyne.KeyName
	e := NewEntry("Name")
	w := show(t, e, 200, 60)
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { heard = append(heard, ev.Name) })
	w.Canvas().Focus(e)
	press(w, fyne.KeyEscape, fyne.KeyReturn, fyne.KeyLeft)
	if !slices.Equal(heard, []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn}) {
		t.Errorf("heard %v", heard)
	}
}

func TestANoteKeepsEnterAndGivesTabAway(t *testing.T) {
	e := NewNoteEntry("Note", 3)
	w := show(t, e, 300, 200)
	w.Canvas().Focus(e)
	test.Type(e, "a")
	press(w, fyne.KeyReturn)
	test.Type(e, "b")
	if e.Text != "a\nb" || e.AcceptsTab() {
		t.Errorf("%q, takes Tab %v", e.Text, e.AcceptsTab())
	}
}

func TestTheWheelGoesThroughAFieldThatHasNothingToScroll(t *testing.T) {
	field, note := NewEntry("Name"), NewNoteEntry("Note", 2)
	note.SetText("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight")
	page := Scroll(Column(0, NewField("Name", "", field), note, Fixed(10, 2000, NewText("below", look.Body))))
	show(t, page, 300, 200)
	around := scrollAround(field)
	turn := func(e *Entry, by float32) float32 {
		before := around.Offset.Y
		e.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
		return around.Offset.Y - before
	}
	if got := turn(field, -30); got != 30 {
		t.Errorf("over a field the page moves by %v", got)
	}
	if got := turn(note, -10); got != 0 || note.wheel.text.Offset.Y == 0 {
		t.Errorf("over a long note the page moves by %v, the note stands at %v", got, note.wheel.text.Offset.Y)
	}
	turn(note, -500)
	if got := turn(note, -30); got != 30 {
		t.Errorf("at the end of the note the page moves by %v", got)
	}
	note.SetText("one")
	if got := turn(note, 30); got != -30 {
		t.Errorf("over a short note the page moves by %v", got)
	}
}

func TestShortcutsThatAFieldDoesNotUseGoToTheWindow(t *testing.T) {
	control := func(k fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl}
	}
	for s, want := range map[fyne.Shortcut]bool{
		control(fyne.KeyK): true, control(fyne.KeyL): true, control(fyne.KeyLeft): false, control(fyne.KeyBackspace): false,
		&fyne.ShortcutPaste{}: false, &fyne.ShortcutUndo{}: false,
	} {
		if forWindow(s) != want {
			t.Errorf("%s goes to the window: %v", s.ShortcutName(), !want)
		}
	}
}

func TestAFieldShowsTheFocus(t *testing.T) {
	e := NewSearchEntry("Search", nil)
	w := show(t, e, 200, 60)
	before := e.ground.rect.StrokeWidth
	w.Canvas().Focus(e)
	if e.ground.rect.StrokeWidth != 2 || before != 1 {
		t.Errorf("border %v, with the focus %v", before, e.ground.rect.StrokeWidth)
	}
	w.Canvas().Unfocus()
	if e.ground.rect.StrokeWidth != 1 {
		t.Error("the ring stays")
	}
}

func TestTheKeysOfTheListLeaveTheSearchField(t *testing.T) {
	var did []string
	s := NewSearchEntry("Search", nil)
	note := func(what string) func() { return func() { did = append(did, what) } }
	s.OnUp, s.OnDown, s.OnOpen, s.OnEscape = note("up"), note("down"), note("open"), note("escape")
	w := show(t, s, 200, 60)
	w.Canvas().Focus(s)
	test.Type(s, "ana")
	press(w, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEscape)
	if s.Text != "" {
		t.Errorf("Escape left %q", s.Text)
	}
	press(w, fyne.KeyEscape)
	s.OnEscape = nil
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { did = append(did, string(ev.Name)) })
	press(w, fyne.KeyEscape)
	if want := []string{"down", "up", "open", "escape", "Escape"}; !slices.Equal(did, want) {
		t.Errorf("did %v, want %v", did, want)
	}
}

func TestWhatIsTypedReplacesADayThatIsProposed(t *testing.T) {
	e := NewDayEntry("", data.Whole(data.DayOf(time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC))))
	e.Replaced = true
	w := show(t, e, 200, 60)
	w.Canvas().Focus(e)
	for _, r := range "2027" {
		e.TypedRune(r)
	}
	if e.Text != "2027" {
		t.Errorf("%q", e.Text)
	}
}

func TestADayMayBeKnownInPart(t *testing.T) {
	e := NewDayEntry("2016-06", data.PartialDay{Year: 2016})
	show(t, e, 200, 60)
	if e.Text != "2016" {
		t.Errorf("shows %q", e.Text)
	}
	for text, want := range map[string]data.PartialDay{"": {}, "2016-06": {Year: 2016, Month: 6}, "--02-29": {Month: 2, Day: 29}} {
		e.SetText(text)
		if got, err := e.Day("since"); got != want || err != nil {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	for text, reason := range map[string]data.Reason{
		"last spring": data.NotADay, "30.6.2016": data.NotADay, "2016-6-30": data.NotADay, "----------": data.NotADay, "20160630": data.NotADay,
		"2015-02-29": data.NoSuchDay, "2016-13": data.NoSuchDay, " 2016-06-31 ": data.NoSuchDay, "2016-06-00": data.NoSuchDay,
	} {
		e.SetText(text)
		var invalid *data.Invalid
		if _, err := e.Day("since"); !errors.As(err, &invalid) || *invalid != (data.Invalid{Field: "since", Reason: reason}) {
			t.Errorf("the error of %q is %v", text, err)
		}
	}
}
