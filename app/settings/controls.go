package settings

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/store"
)

// labelled is a line of a card: what is set, a hint below, and the control at the right.
func labelled(label, hint string, control fyne.CanvasObject) fyne.CanvasObject {
	lines := widgets.Column(0, widgets.NewText(label, look.Body))
	if hint != "" {
		lines.Add(widgets.NewText(hint, look.Second))
	}
	return widgets.Sides(look.Gap, nil, lines, control)
}

// segments are buttons beside each other of which one is on: a choice of few.
type segments struct {
	object  *fyne.Container
	keys    []string
	buttons []*widgets.Button
}

// newSegments returns segments; chosen is told the key of the one that is pressed.
func newSegments(chosen func(key string), options ...widgets.Option) *segments {
	s := &segments{object: widgets.Row(4)}
	for _, o := range options {
		b := widgets.NewButton(o.Text, func() {
			s.set(o.Key)
			chosen(o.Key)
		})
		s.keys, s.buttons = append(s.keys, o.Key), append(s.buttons, b)
		s.object.Add(b)
	}
	return s
}

// set shows which one is on, without telling.
func (s *segments) set(key string) {
	for i, b := range s.buttons {
		b.SetChosen(s.keys[i] == key)
	}
}

// typed is a field whose text is saved once typing rests, or with Enter.
type typed struct {
	entry *widgets.Entry
	tasks page.Tasks
	save  func(text string) bool // false when the text is refused

	dirty bool // typed and not saved
	stop  func()
}

// typingPause is how long typing must rest before what is typed is saved.
const typingPause = 900 * time.Millisecond

// newTyped returns a field and has it saved when the page closes.
func (v *view) newTyped(placeholder string, save func(text string) bool) *typed {
	t := &typed{entry: widgets.NewEntry(placeholder), tasks: v.frame.Tasks(), save: save, stop: func() {}}
	t.entry.OnChanged = func(string) {
		t.dirty = true
		t.stop()
		t.stop = t.tasks.After(typingPause, t.commit)
	}
	t.entry.OnSubmitted = func(string) { t.commit() }
	v.typed = append(v.typed, t)
	return t
}

// commit saves what is typed, if anything is.
func (t *typed) commit() {
	t.stop()
	if t.dirty {
		t.dirty = false // what is kept may be shown, and may differ from what was typed by a blank
		t.dirty = !t.save(t.entry.Text)
	}
}

// set shows a text unless another is being typed.
func (t *typed) set(text string) {
	if t.dirty || t.entry.Text == text {
		return
	}
	changed := t.entry.OnChanged
	t.entry.OnChanged = nil
	t.entry.SetText(text)
	t.entry.OnChanged = changed
}

// write saves something under a name; said is shown with Undo afterwards unless it is "".
func (v *view) write(name, said string, change func(*store.Tx) error) {
	v.frame.Tasks().Go(func(ctx context.Context) error { return v.store.Write(ctx, name, change) }, func(err error) {
		switch {
		case err != nil:
			v.frame.Fail(err)
			v.load() // the controls show what holds, not what was wished
		case said != "":
			v.frame.Toast(said, true)
		}
	})
}

// prefer saves a changed preference, or marks the field that is refused and returns false.
func (v *view) prefer(fields map[string]*widgets.Field, edit func(*data.Preferences)) bool {
	if v.state == nil {
		return false
	}
	before := v.state.preferences
	now := before
	edit(&now)
	if !parts.MarkInvalid(v.frame.Words(), fields, now.Validate()) {
		return false
	}
	v.state.preferences = now // what is set next builds on it, though this is still being written
	had := before.Settings()
	v.write(v.frame.Words().T("operation.settings"), "", func(tx *store.Tx) error {
		for name, value := range now.Settings() {
			if had[name] == value {
				continue
			}
			if err := tx.Set(name, value); err != nil {
				return err
			}
		}
		return nil
	})
	return true
}

// setOn shows whether something is on, in segments of yes and no.
func (s *segments) setOn(on bool) {
	if on {
		s.set(yes)
	} else {
		s.set(no)
	}
}

// sentences puts each sentence on a line of its own.
func sentences(c *fyne.Container, said []string) {
	var lines []fyne.CanvasObject
	for _, line := range said {
		lines = append(lines, widgets.NewText(line, look.Second))
	}
	refill(c, lines...)
}

// refill replaces what is in a container.
func refill(c *fyne.Container, objects ...fyne.CanvasObject) {
	c.Objects = objects
	c.Refresh()
}
