package settings

import (
	"strconv"
	"strings"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

const formGap float32 = 12

// roleForm asks for a role of the user's own.
type roleForm struct {
	view            *view
	role            data.Role
	title, employer *widgets.Entry
	from, to        *widgets.DayEntry
	fields          map[string]*widgets.Field
}

// editRole opens the form of a role; one without an ID is added.
func (v *view) editRole(r data.Role) {
	w := v.frame.Words()
	f := &roleForm{view: v, role: r, title: widgets.NewEntry(""), employer: widgets.NewEntry(""),
		from: widgets.NewDayEntry(w.T("form.day_hint"), r.From), to: widgets.NewDayEntry(w.T("form.day_hint"), r.To)}
	f.title.SetText(r.Title)
	f.employer.SetText(r.Employer)
	title, employer := widgets.NewField(w.T("people.title"), "", f.title), widgets.NewField(w.T("people.organisation"), "", f.employer)
	from := widgets.NewField(w.T("settings.role_from"), w.T("people.since_hint"), f.from)
	to := widgets.NewField(w.T("snooze.until"), w.T("settings.role_to_hint"), f.to)
	f.fields = map[string]*widgets.Field{"title": title, "organisation": employer, "from": from, "to": to}
	heading := w.T("settings.add_role")
	if r.ID != 0 {
		heading = w.T("settings.edit_role")
	}
	body := widgets.Column(formGap, title, employer, widgets.Columns(160, formGap, from, to))
	parts.NewForm(v.frame, heading, body, f.save).Show()
}

// save writes the role, or marks the field that is refused and returns false. What the user has edited
// is stated by them from then on, so that no import changes it.
func (f *roleForm) save() bool {
	r := f.role
	r.Title, r.Employer, r.Source = names.Clean(f.title.Text), names.Clean(f.employer.Text), data.Stated
	var err error
	if r.From, err = f.from.Day("from"); err == nil {
		r.To, err = f.to.Day("to")
	}
	r.Current = r.To.IsZero()
	if err == nil {
		err = r.Validate()
	}
	if !parts.MarkInvalid(f.view.frame.Words(), f.fields, err) {
		return false
	}
	f.view.saveRole(r)
	return true
}

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
	body := widgets.Column(formGap, name, widgets.Columns(160, formGap, ideal, longest),
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
