package parts

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// insisting is a form of a role that keeps what is unusual only if the user insists: the first time it
// says so at the fields, and its button asks whether to keep it all the same.
type insisting struct {
	career Career
	asked  asked
	fields map[string]*widgets.Field
	body   *fyne.Container
	dialog *widgets.Dialog
	width  float32      // of the dialog, 0 for the usual one
	button string       // what the button says while nothing is unusual
	doubts []data.Doubt // what was said to be unusual
	read   func() (data.Role, error)
	write  func(*store.Tx, *data.Role) error
	saving bool
}

// open shows the form.
func (f *insisting) open(title string) {
	w := f.career.Frame.Words()
	f.dialog = widgets.NewDialog(f.career.Frame.Window(), title, f.body).Confirm(f.button, f.save).Cancel(w.T("form.cancel"))
	f.dialog.Width = f.width
	f.dialog.Show()
}

// changed takes back what was said to be unusual: another value may not be.
func (f *insisting) changed() {
	if f.doubts != nil {
		f.say(nil)
	}
}

// say says at the fields what is unusual.
func (f *insisting) say(doubts []data.Doubt) {
	w := f.career.Frame.Words()
	f.doubts = doubts
	for name, field := range f.fields {
		text := ""
		for _, d := range doubts {
			if d.Field == name {
				text = w.Doubt(d)
			}
		}
		field.SetError(text)
	}
	f.dialog.SetConfirm(f.button)
	if len(doubts) > 0 {
		f.dialog.SetConfirm(w.T("role.keep"))
	}
	f.relayout()
}

// relayout gives the fields their places after what stands below one has changed.
func (f *insisting) relayout() {
	for _, field := range f.fields {
		field.Relayout()
	}
	f.body.Refresh()
}

// save writes the role, marks the field that is refused, or says what is unusual. It always returns
// false: the dialog closes once the role is written.
func (f *insisting) save() bool {
	c := f.career
	r, err := f.read()
	if err == nil {
		err = r.Validate()
	}
	switch {
	case f.saving:
		return false
	case !MarkInvalid(c.Frame.Words(), f.fields, err):
		f.relayout()
		return false
	}
	if doubts := r.Doubts(f.asked.others, c.Frame.Today()); len(doubts) > 0 && !slices.Equal(doubts, f.doubts) {
		f.say(doubts)
		return false
	}
	f.saving = true
	c.Frame.Tasks().Go(func(ctx context.Context) error {
		return c.Store.Write(ctx, c.operation(), func(tx *store.Tx) error { return f.write(tx, &r) })
	}, func(err error) {
		f.saving = false
		if err != nil {
			c.Frame.Fail(err)
			return
		}
		f.dialog.Close()
		c.Frame.Toast(c.saved(), true)
	})
	return false
}

// dayOf returns what is typed for a field; a day without its year is none here.
func dayOf(e *widgets.DayEntry, field string) (data.PartialDay, error) {
	day, err := e.Day(field)
	if err == nil && !day.IsZero() && day.Year == 0 {
		err = &data.Invalid{Field: field, Reason: data.NotADay}
	}
	return day, err
}

// openEnd opens the form that ends a role.
func openEnd(c Career, role data.Role, a asked) {
	w := c.Frame.Words()
	to := widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(c.Frame.Today()))
	f := &insisting{career: c, asked: a, button: w.T("role.end_now"),
		fields: map[string]*widgets.Field{"to": widgets.NewField(w.T("snooze.until"), w.T("role.end_hint"), to)}}
	f.body = widgets.Column(look.FormGap, f.fields["to"])
	to.OnChanged = func(string) { f.changed() }
	f.read = func() (data.Role, error) {
		r := role
		var err error
		r.To, err = dayOf(to, "to")
		r.Current = false
		return r, err
	}
	f.write = func(tx *store.Tx, r *data.Role) error { return c.Keeper.StateRole(tx, r, c.Frame.Today()) }
	f.open(w.T("role.end_title", words.Args{"Role": Work(role.Title, role.Employer)}))
}

// roleForm asks for everything of a role.
type roleForm struct {
	insisting
	role            data.Role
	title, employer *widgets.Entry
	offered         *fyne.Container // organisations that what is typed may mean
	from, to        *widgets.DayEntry
	held            *widgets.PressChip
	track, level    *widgets.Choice
	byTitle         *fyne.Container // the way back to what the title says
	reading         data.Standing   // what the title says
	ruled           bool            // the user chose track or level
}

// roleWidth is the width of the form.
const roleWidth float32 = 520

// openRole opens the form of a role; one without an ID is added.
func openRole(c Career, role data.Role, a asked) {
	w := c.Frame.Words()
	f := &roleForm{insisting: insisting{career: c, asked: a, button: w.T("form.save"), width: roleWidth}, role: role, ruled: role.Ruled}
	f.build()
	f.insisting.read, f.insisting.write = f.read, f.write
	f.retitled()
	heading := w.T("role.add")
	if role.ID != 0 {
		heading = w.T("role.edit")
	}
	f.open(heading)
}

func (f *roleForm) build() {
	w, r := f.career.Frame.Words(), &f.role
	f.title, f.employer = widgets.NewEntry(""), widgets.NewEntry("")
	f.title.SetText(r.Title)
	f.employer.SetText(r.Employer)
	f.offered = widgets.Flow(6)
	f.offered.Hide()
	f.from, f.to = widgets.NewDayEntry(w.T("form.day_hint"), r.From), widgets.NewDayEntry(w.T("form.day_hint"), r.To)
	f.held = widgets.NewToggleChip(w.T("role.held"), r.Current, f.toggled)
	var tracks, levels []widgets.Option
	for _, t := range data.Tracks {
		tracks = append(tracks, widgets.Option{Key: string(t), Text: words.Capital(w.Track(t))})
	}
	for _, l := range append(slices.Clone(data.Levels), data.UnknownLevel) {
		levels = append(levels, widgets.Option{Key: string(l), Text: words.Capital(w.Level(l))})
	}
	f.track = widgets.NewChoice(tracks, string(r.Standing.Track), func(string) { f.judged() })
	f.level = widgets.NewChoice(levels, string(r.Standing.Level), func(string) { f.judged() })
	f.byTitle = widgets.Flow(0, widgets.NewQuiet(w.T("role.by_title"), func() {
		f.ruled = false
		f.retitled()
	}))
	f.fields = map[string]*widgets.Field{
		"title":        widgets.NewField(w.T("people.title"), "", f.title),
		"organisation": widgets.NewField(w.T("people.organisation"), "", f.employer),
		"from":         widgets.NewField(w.T("settings.role_from"), w.T("people.since_hint"), f.from),
		"to":           widgets.NewField(w.T("snooze.until"), w.T("settings.role_to_hint"), f.to),
		"track":        widgets.NewField(w.T("role.track"), "", f.track),
		"level":        widgets.NewField(w.T("role.level"), "", f.level),
	}
	f.title.OnChanged = func(string) { f.changed(); f.retitled() }
	f.employer.OnChanged = func(string) { f.changed(); f.offer() }
	f.from.OnChanged = func(string) { f.changed(); f.begins() }
	f.to.OnChanged = func(text string) {
		f.changed()
		if strings.TrimSpace(text) != "" {
			f.held.SetOn(false)
		}
	}
	f.body = widgets.Column(look.FormGap, f.fields["title"], widgets.Column(look.SmallGap, f.fields["organisation"], f.offered),
		widgets.Columns(160, look.FormGap, f.fields["from"], f.fields["to"]), widgets.Flow(0, f.held),
		widgets.Columns(160, look.FormGap, f.fields["track"], f.fields["level"]), f.byTitle)
}

// toggled empties the end of a role that is held now.
func (f *roleForm) toggled(on bool) {
	f.changed()
	if on {
		f.to.SetText("")
		f.begins()
	}
}

// begins says of a role that begins in the future that it is not held now.
func (f *roleForm) begins() {
	w := f.career.Frame.Words()
	hint := w.T("people.since_hint")
	if from, err := dayOf(f.from, "from"); err == nil && from.Earliest() > f.career.Frame.Today() {
		f.held.SetOn(false)
		hint = w.T("role.later")
	}
	f.fields["from"].SetHint(hint)
	f.relayout()
}

// offerAtMost is how many organisations are offered at once.
const offerAtMost = 4

// offer offers the organisations that what is typed may mean. Pressing one, or Down in the field for the
// first of them, takes it.
func (f *roleForm) offer() {
	f.offered.Objects = nil
	f.employer.OnKey = nil
	take := func(name string) {
		f.employer.SetText(name)
		f.career.Frame.Window().Canvas().Focus(f.employer)
	}
	found := f.asked.known.Complete(f.employer.Text, offerAtMost)
	for _, name := range found {
		f.offered.Add(widgets.NewToggleChip(name, false, func(bool) { take(name) }))
	}
	if len(found) > 0 {
		f.employer.OnKey = func(key fyne.KeyName) bool {
			if key == fyne.KeyDown {
				take(found[0])
			}
			return key == fyne.KeyDown
		}
	}
	f.offered.Hidden = len(found) == 0
	f.relayout()
}

// retitled reads the title anew, and shows where it stands unless the user has said so.
func (f *roleForm) retitled() {
	w := f.career.Frame.Words()
	title := strings.TrimSpace(f.title.Text)
	standing, why := f.asked.read(title)
	f.reading = standing
	hint := ""
	if title != "" {
		hint = w.ReadAs(why, standing)
	}
	f.fields["title"].SetHint(hint)
	if !f.ruled {
		f.track.SetKey(string(standing.Track))
		f.level.SetKey(string(standing.Level))
	}
	f.judged()
}

// judged notes whether the user stands by a track or level of their own.
func (f *roleForm) judged() {
	f.ruled = f.track.Key() != string(f.reading.Track) || f.level.Key() != string(f.reading.Level)
	f.byTitle.Hidden = !f.ruled
	f.relayout()
}

// read returns the role as the form has it.
func (f *roleForm) read() (data.Role, error) {
	r := f.role
	r.Employer, r.Title = strings.TrimSpace(f.employer.Text), strings.TrimSpace(f.title.Text)
	var err error
	if r.From, err = dayOf(f.from, "from"); err == nil {
		r.To, err = dayOf(f.to, "to")
	}
	r.Current = f.held.On() && r.To.IsZero()
	return r, err
}

// write writes the role, and what the user says of its title.
func (f *roleForm) write(tx *store.Tx, r *data.Role) error {
	k, today := f.career.Keeper, f.career.Frame.Today()
	said := data.Standing{Track: data.Track(f.track.Key()), Level: data.Level(f.level.Key()), Field: f.reading.Field}
	if err := k.StateRole(tx, r, today); err != nil {
		return err
	}
	again := r.Title != f.role.Title || r.Employer != f.role.Employer || said.Track != f.role.Standing.Track || said.Level != f.role.Standing.Level
	if f.ruled && (again || !f.role.Ruled) || !f.ruled && f.role.Ruled {
		return k.Rule(tx, *r, said, f.ruled, today)
	}
	return nil
}
