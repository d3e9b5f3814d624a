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

// Logging asks what contact there was, and notes it, with what was promised, given or to be remembered
// then.
type Logging struct {
	writing
	people *PersonPicker
	kind   *widgets.Choice
	day    *widgets.DayEntry
	text   *widgets.Entry
	along  *along
	avoid  *avoiding
	edited data.Interaction // the interaction that is changed; without an ID a new one
	also   func(*store.Tx) error
}

// LogContact opens the dialog that notes contact with people, who may be changed there.
func LogContact(frame page.Frame, s *store.Store, people ...PersonRowData) *Logging {
	i := data.Interaction{Kind: data.Coffee, Day: frame.Today()}
	return openLogging(frame, s, i, aside{}, people)
}

// LogAlso opens the dialog with a text to begin with; what also does is written along with the contact.
func LogAlso(frame page.Frame, s *store.Store, text string, also func(*store.Tx) error, people ...PersonRowData) {
	i := data.Interaction{Kind: data.Message, Day: frame.Today(), Text: text}
	openLogging(frame, s, i, aside{}, people).also = also
}

// EditContact opens the dialog on contact that was noted before.
func EditContact(frame page.Frame, s *store.Store, i data.Interaction, people []PersonRowData) *Logging {
	return openLogging(frame, s, i, aside{}, people)
}

func openLogging(frame page.Frame, s *store.Store, i data.Interaction, noted aside, people []PersonRowData) *Logging {
	w := frame.Words()
	l := &Logging{writing: writing{frame: frame, store: s, fields: map[string]*widgets.Field{}}, edited: i}
	l.people = NewPersonPicker(frame.Tasks(), w.T("log.with_whom"), Finder(s, w, frame.NamesHidden()), frame.Fail)
	l.people.Choose(people...)
	var kinds []widgets.Option
	for _, k := range data.InteractionKinds {
		kinds = append(kinds, widgets.Option{Key: string(k), Text: words.Capital(w.InteractionKind(k))})
	}
	l.kind = widgets.NewChoice(kinds, string(i.Kind), nil)
	l.day = widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(i.Day))
	l.text = widgets.NewNoteEntry(w.T("log.text_hint"), 4)
	l.text.SetText(i.Text)
	l.fields["people"] = widgets.NewRequiredField(w.T("log.people"), "", l.people)
	l.fields["kind"] = widgets.NewField(w.T("log.kind"), "", l.kind)
	l.fields["day"] = widgets.NewRequiredField(w.T("log.day"), "", l.day)
	l.fields["text"] = widgets.NewField(w.T("log.text"), "", l.text)
	title := w.T("action.log")
	if i.ID != 0 {
		title = w.T("log.edit_title")
	}
	l.along = newAlong(frame, l.people.People, noted)
	l.along.after = l.relayout
	l.avoid = newAvoiding(frame, s)
	l.people.OnChanged = func([]data.ID) {
		l.along.changed()
		l.avoid.show(l.people.People(), l.relayout)
	}
	l.body = widgets.Column(look.FormGap, l.fields["people"], l.avoid.text, widgets.Columns(120, look.FormGap, l.fields["kind"], l.fields["day"]), l.fields["text"], l.along.object)
	l.open(title, l.save)
	l.avoid.show(people, l.relayout)
	if len(people) > 0 {
		frame.Window().Canvas().Focus(l.text)
	}
	return l
}

// save notes the interaction, with what was noted along, or marks the field that is refused.
func (l *Logging) save() bool {
	i, w := l.edited, l.frame.Words()
	day, err := WholeDay(l.day, "day")
	i.Kind, i.Day, i.Text, i.People = data.InteractionKind(l.kind.Key()), day, strings.TrimSpace(l.text.Text), l.people.Chosen()
	if err == nil {
		err = i.Validate(l.frame.Today())
	}
	var noted aside
	if err == nil {
		noted, err = l.along.read(i.Day, l.frame.Today())
	}
	var called []string
	for _, p := range l.people.People() {
		called = append(called, p.Name)
	}
	who := words.Args{"Names": w.List(called)}
	return l.writing.save(err, w.T("operation.log", who), w.T("toast.logged", who), func(tx *store.Tx) error {
		for _, id := range i.People {
			if _, err := tx.Person(id); err != nil {
				return err
			}
		}
		if err := tx.SaveInteraction(&i); err != nil {
			return err
		}
		if l.also != nil {
			if err := l.also(tx); err != nil {
				return err
			}
		}
		return noted.save(tx, &i, l.frame.Today())
	})
}

// relayout gives the fields their places after some have come.
func (l *Logging) relayout() {
	l.along.object.Refresh()
	l.writing.relayout()
}

// Finder returns a search for people by what is typed, for pickers.
func Finder(s *store.Store, w *words.Words, hidden bool) Search {
	return func(ctx context.Context, query string) ([]PersonRowData, error) {
		rows, err := s.People(ctx, store.Filter{Words: query})
		if err != nil {
			return nil, err
		}
		rows = rows[:min(len(rows), foundAtMost)]
		var list []PersonRowData
		for _, row := range rows {
			ties, err := s.TieKinds(ctx, []data.ID{row.ID})
			if err != nil {
				return nil, err
			}
			list = append(list, RowOf(w, row, ties[row.ID], false, hidden))
		}
		return list, nil
	}
}

// foundAtMost is how many people a picker offers.
const foundAtMost = 8

// MarkInvalid shows err at the field it names, clears the others, and reports whether there was
// nothing to show. An error that names no field of the form is shown at the first it can be.
func MarkInvalid(w *words.Words, fields map[string]*widgets.Field, err error) bool {
	invalid, _ := err.(*data.Invalid)
	for name, f := range fields {
		text := ""
		if invalid != nil && invalid.Field == name {
			text = w.Invalid(invalid)
			if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
				widgets.Focus(c, f.Control)
			}
		}
		f.SetError(text)
	}
	return err == nil
}
