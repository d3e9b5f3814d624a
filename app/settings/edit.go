package settings

import (
	"strconv"
	"strings"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// circleForm asks for a circle's name and rhythm.
type circleForm struct {
	view                 *view
	circle               data.Circle
	name, ideal, longest *widgets.Entry
	fields               map[string]*widgets.Field
}

// editCircle opens the form of a circle; one without an ID is added.
func (v *view) editCircle(c data.Circle) {
	w := v.frame.Words()
	f := &circleForm{view: v, circle: c, name: widgets.NewEntry(w.T("people.circle_hint")), ideal: widgets.NewEntry(""), longest: widgets.NewEntry("")}
	f.name.SetText(c.Name)
	if c.Rhythm != (data.Rhythm{}) {
		f.ideal.SetText(strconv.Itoa(c.Rhythm.Ideal))
		f.longest.SetText(strconv.Itoa(c.Rhythm.Longest))
	}
	name := widgets.NewRequiredField(w.T("people.circle_name"), "", f.name)
	ideal, longest := widgets.NewField(w.T("people.ideal"), "", f.ideal), widgets.NewField(w.T("people.longest"), "", f.longest)
	f.fields = map[string]*widgets.Field{"circle": name, "ideal": ideal, "longest": longest}
	heading := w.T("settings.add_circle")
	if c.ID != 0 {
		heading = w.T("people.circle_edit")
	}
	body := widgets.Column(look.FormGap, name, widgets.Columns(160, look.FormGap, ideal, longest),
		widgets.NewText(w.T("settings.circle_optional"), look.Small), widgets.NewText(w.T("people.circle_rhythm"), look.Small))
	parts.NewForm(v.frame, heading, body, f.save).Show()
}

// save writes the circle, or marks the field that is refused and returns false.
func (f *circleForm) save() bool {
	c, w := f.circle, f.view.frame.Words()
	c.Name, c.Rhythm = strings.TrimSpace(f.name.Text), data.Rhythm{Ideal: count(f.ideal.Text), Longest: count(f.longest.Text)}
	err := c.Validate()
	if err == nil && f.taken(c) {
		err = &data.Invalid{Field: "circle", Reason: data.Taken}
	}
	if !parts.MarkInvalid(w, f.fields, err) {
		return false
	}
	named := words.Args{"Circle": c.Name}
	f.view.write(w.T("operation.circle", named), w.T("people.circle_saved", named), func(tx *store.Tx) error { return tx.SaveCircle(&c) })
	return true
}

// taken reports whether another circle has the name.
func (f *circleForm) taken(c data.Circle) bool {
	if f.view.state == nil {
		return false
	}
	for _, other := range f.view.state.circles {
		if other.ID != c.ID && strings.EqualFold(other.Name, c.Name) {
			return true
		}
	}
	return false
}

// count reads a number that must be positive: 0 for nothing, -1 for what is no such number.
func count(text string) int {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 {
		return -1
	}
	return n
}
