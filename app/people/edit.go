package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// personForm adds a person or edits one.
type personForm struct {
	*form
	edited data.Person // without an ID someone new
	role   data.Role   // the role held now, without an ID when none is known

	name, others, employer, title, place *widgets.Entry
	met, notes                           *widgets.Entry
	since, birthday                      *widgets.DayEntry
	private, confidant                   *widgets.PressChip
	contacts                             []*contactField
	contactList                          *fyne.Container
	photo                                *photoField
	body                                 *fyne.Container
}

// openPersonForm opens the form on a person, or for someone new with nil.
func openPersonForm(v *view, d *dossier) {
	p := &personForm{}
	title := v.words.T("action.add")
	if d != nil {
		p.edited = d.person
		title = v.words.T("operation.edit", words.Args{"Name": v.called(d.person.Name)})
		if r := data.Present(d.roles); r != nil {
			p.role = *r
		}
	}
	p.build(v)
	p.dialog = parts.NewForm(v.frame, title, p.body, p.submit)
	p.dialog.Width = formWidth
	p.dialog.Show()
}

const formWidth float32 = 560

func entryOf(text string) *widgets.Entry {
	e := widgets.NewEntry("")
	e.SetText(text)
	return e
}

func noteOf(text string, rows int) *widgets.Entry {
	e := widgets.NewNoteEntry("", rows)
	e.SetText(text)
	return e
}

func (p *personForm) build(v *view) {
	w, person := v.words, &p.edited
	p.name, p.employer, p.title, p.place = entryOf(person.Name), entryOf(p.role.Employer), entryOf(p.role.Title), entryOf(person.Place)
	p.others = noteOf(strings.Join(person.OtherNames, "\n"), 2)
	p.met, p.notes = noteOf(person.HowMet, 2), noteOf(person.Notes, 4)
	p.since = widgets.NewDayEntry(w.T("people.since_hint"), p.role.From)
	p.birthday = widgets.NewDayEntry(w.T("people.birthday_hint"), person.Birthday)
	p.birthday.Reads = w.ReadDay
	p.private = widgets.NewToggleChip(w.T("people.keep_private"), person.Private, func(bool) {})
	p.confidant = widgets.NewToggleChip(w.T("people.make_confidant"), person.Confidant, func(on bool) {
		if on { // whoever is one is private too
			p.private.SetOn(true)
		}
	})
	p.form = newForm(v, map[string]*widgets.Field{
		"name":         widgets.NewRequiredField(w.T("people.name"), "", p.name),
		"other_names":  widgets.NewField(w.T("people.other_names"), w.T("people.one_a_line"), p.others),
		"organisation": widgets.NewField(w.T("people.organisation"), "", p.employer),
		"title":        widgets.NewField(w.T("people.title"), "", p.title),
		"from":         widgets.NewField(w.T("people.since"), "", p.since),
		"place":        widgets.NewField(w.T("people.place"), "", p.place),
		"birthday":     widgets.NewField(w.T("people.birthday"), w.T("people.birthday_help"), p.birthday),
		"how_met":      widgets.NewField(w.T("people.how_you_met"), "", p.met),
		"notes":        widgets.NewField(w.T("people.notes"), "", p.notes),
	})
	p.photo = newPhotoField(v, person)
	p.fields["photo"] = p.photo.field
	p.contactList = widgets.Column(look.SmallGap)
	for _, c := range person.Contacts {
		p.addContact(c)
	}
	f := p.fields
	another := widgets.NewQuiet(w.T("people.add_contact"), func() {
		p.addContact(data.ContactPoint{Kind: data.Email})
		p.relayout()
	})
	p.body = widgets.Column(look.FormGap, f["name"],
		widgets.Columns(150, look.FormGap, f["title"], f["organisation"]),
		widgets.Columns(150, look.FormGap, f["from"], f["place"]),
		widgets.NewField(w.T("people.reach"), "", widgets.Column(look.SmallGap, p.contactList, widgets.Flush(another))),
		f["how_met"], f["notes"],
		widgets.Columns(150, look.FormGap, f["birthday"], f["other_names"]), p.photo.field,
		widgets.Flow(look.SmallGap, p.private, p.confidant), widgets.NewText(w.T("people.private_help"), look.Small))
}

// relayout gives the fields their places after one has come or gone.
func (p *personForm) relayout() {
	p.contactList.Refresh()
	for _, f := range p.fields {
		f.Relayout()
	}
	p.body.Refresh()
}

// contactField is one contact point of the form.
type contactField struct {
	point   data.ContactPoint
	kind    *widgets.Choice
	value   *widgets.Entry
	problem *widgets.Text // what is wrong with it
	object  fyne.CanvasObject
}

func (p *personForm) addContact(c data.ContactPoint) {
	w := p.v.words
	var kinds []widgets.Option
	for _, k := range data.ContactKinds {
		kinds = append(kinds, widgets.Option{Key: string(k), Text: words.Capital(w.ContactKind(k))})
	}
	f := &contactField{point: c, kind: widgets.NewChoice(kinds, string(c.Kind), nil), value: entryOf(c.Value)}
	remove := widgets.NewQuiet(w.T("people.remove"), func() { p.removeContact(f) })
	f.problem = widgets.NewText("", look.Small.In(look.ColorNameClaret))
	f.problem.Hide()
	f.object = widgets.Column(5, widgets.Sides(look.SmallGap, f.kind, f.value, remove), f.problem)
	p.contacts = append(p.contacts, f)
	p.contactList.Add(f.object)
}

func (p *personForm) removeContact(f *contactField) {
	for i, c := range p.contacts {
		if c == f {
			p.contacts = append(p.contacts[:i:i], p.contacts[i+1:]...)
			break
		}
	}
	p.contactList.Remove(f.object)
	p.relayout()
}

// read returns the person and the role as the form has them, and what is wrong with them.
func (p *personForm) read() (data.Person, data.Role, error) {
	person, role := p.edited, p.role
	person.Name, person.Place = strings.TrimSpace(p.name.Text), strings.TrimSpace(p.place.Text)
	if person.Name != p.edited.Name {
		person.Given, person.Family = "", "" // the parts of the name before
	}
	person.HowMet, person.Notes = strings.TrimSpace(p.met.Text), strings.TrimSpace(p.notes.Text)
	person.Private, person.OtherNames, person.Photo = p.private.On(), nil, p.photo.file
	person.Confidant = p.confidant.On()
	for _, n := range strings.Split(p.others.Text, "\n") {
		if n = names.Clean(n); n != "" {
			person.OtherNames = append(person.OtherNames, n)
		}
	}
	role.Employer, role.Title = names.Clean(p.employer.Text), names.Clean(p.title.Text)
	var err, wrong error
	if person.Birthday, err = p.birthday.Day("birthday"); err != nil {
		wrong = err
	}
	if role.From, err = p.since.Day("from"); err != nil && wrong == nil {
		wrong = err
	}
	var contacts error
	if person.Contacts, contacts = p.readContacts(); wrong == nil {
		wrong = contacts
	}
	if err := person.Validate(); err != nil {
		wrong = err
	}
	if role.Employer != "" || role.Title != "" || !role.From.IsZero() {
		if err := role.Validate(); err != nil && wrong == nil {
			wrong = err
		}
	}
	return person, role, wrong
}

// readContacts returns the contact points; empty ones do not count. Each that is refused says why.
func (p *personForm) readContacts() (points []data.ContactPoint, wrong error) {
	for _, f := range p.contacts {
		c := f.point
		c.Kind, c.Value = data.ContactKind(f.kind.Key()), strings.TrimSpace(f.value.Text)
		if c.Kind == data.LinkedIn {
			c.Value = slugOf(c.Value)
		}
		said := ""
		if c.Value != "" {
			points = append(points, c)
			if err, refused := c.Validate().(*data.Invalid); refused {
				said, wrong = p.v.words.Invalid(err), err
			}
		}
		f.problem.SetText(said)
		see(f.problem, said != "")
	}
	return points, wrong
}

func (p *personForm) submit() bool {
	person, role, err := p.read()
	v, w := p.v, p.v.words
	name := words.Args{"Name": v.called(names.Clean(person.Name))}
	operation, said := w.T("operation.edit", name), w.T("people.saved", name)
	added := person.ID == 0
	if added {
		operation, said = w.T("operation.add", name), w.T("people.added", name)
	}
	if err == nil {
		p.dialog.OnClosed = func() {
			if added && person.ID != 0 {
				v.visit(person.ID)
				v.bring(true)
			}
		}
	}
	p.save(err, operation, said, func(tx *store.Tx) error {
		if !added {
			if _, err := tx.Person(person.ID); err != nil {
				return err
			}
		}
		if err := tx.SavePerson(&person); err != nil {
			return err
		}
		return p.saveRole(tx, person.ID, role)
	})
	p.relayout()
	return false
}

// saveRole makes the role held now what the form says. A role that an import knows is kept as past,
// and the user's word stands beside it, as of today where no first day is given.
func (p *personForm) saveRole(tx *store.Tx, person data.ID, role data.Role) error {
	before, today := p.role, p.v.frame.Today()
	if role.Employer == before.Employer && role.Title == before.Title && role.From == before.From {
		return nil
	}
	empty := role.Employer == "" && role.Title == ""
	switch {
	case before.ID != 0 && before.Source != data.Stated:
		before.Current = false
		if err := tx.SaveRole(&before); err != nil {
			return err
		}
		role.ID = 0
	case before.ID != 0 && empty:
		if err := tx.DeleteRole(before.ID); err != nil {
			return err
		}
	}
	if !empty {
		role.Person, role.Source, role.Current, role.To = person, data.Stated, true, data.PartialDay{}
		role.FirstSeen, role.LastSeen = today, today
		if !role.From.IsZero() {
			role.FirstSeen, role.LastSeen = 0, 0
		}
		return p.v.keeper.SaveRole(tx, &role, today)
	}
	return p.v.keeper.Refresh(tx, today, person)
}
