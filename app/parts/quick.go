package parts

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/store"
)

// LogLine notes contact in one line. What it understands of the line stands below while it is typed.
type LogLine struct {
	frame  page.Frame
	store  *store.Store
	load   func(context.Context) (*intake.Quick, error)
	loader *page.Loader[*intake.Quick]
	quick  *intake.Quick // nil until the people are loaded
	said   *intake.Understood
	// chosen are the people whom the user chose where a name fits several, by the name as it is written.
	chosen map[string]data.Someone

	entry  *widgets.Entry
	field  *widgets.Field
	shown  *fyne.Container
	asked  []*widgets.Button // the candidates of the first name that is not settled
	dialog *widgets.Dialog
}

// The measures of the dialog: its width, the room for what was understood, and that of its labels.
const (
	logLineWidth  float32 = 600
	logLineHeight float32 = 208
	logLineLabel  float32 = 104
)

// LogContactLine opens the dialog that notes contact in one line. load reads whom a line may name; it
// runs off the window's thread.
func LogContactLine(frame page.Frame, s *store.Store, load func(context.Context) (*intake.Quick, error)) *LogLine {
	w := frame.Words()
	l := &LogLine{frame: frame, store: s, load: load, loader: page.NewLoader[*intake.Quick](frame.Tasks(), frame.Fail), chosen: map[string]data.Someone{}}
	l.entry = widgets.NewEntry(w.T("line.hint"))
	l.entry.OnChanged = func(string) { l.read() }
	l.field = widgets.NewField(w.T("line.line"), "", l.entry)
	l.shown = widgets.Column(look.SmallGap)
	room := widgets.Fixed(0, logLineHeight, container.NewVScroll(l.shown))
	l.dialog = NewForm(frame, w.T("action.log"), widgets.Column(formGap, l.field, room), l.save)
	l.dialog.Width = logLineWidth
	l.dialog.Extra(widgets.NewQuiet(w.T("line.fields"), func() {
		l.dialog.Close()
		l.inFields()
	}))
	l.dialog.OnClosed = l.loader.Stop
	l.dialog.Show()
	l.read()
	l.loader.Load(load, func(q *intake.Quick) {
		l.quick = q
		l.read()
	})
	return l
}

// inFields goes on in the dialog that has a field for each thing, with what was understood so far.
func (l *LogLine) inFields() {
	i := data.Interaction{Kind: data.Coffee, Day: l.frame.Today()}
	var people []PersonRowData
	if l.said != nil && strings.TrimSpace(l.entry.Text) != "" {
		i.Kind, i.Day, i.Text = l.said.Kind, l.said.Day, l.said.Text
		for _, p := range l.said.People {
			if p.Chosen != 0 {
				people = append(people, PersonRowData{ID: p.Chosen, Name: l.called(p.Name), Initials: Initials(p.Name)})
			}
		}
	}
	openLogging(l.frame, l.store, i, people)
}

func (l *LogLine) called(name string) string { return Called(name, l.frame.NamesHidden()) }

// read understands the line anew and shows it.
func (l *LogLine) read() {
	l.field.SetError("")
	l.said = nil
	if l.quick != nil {
		l.said = l.quick.Understand(l.entry.Text)
		for i := range l.said.People {
			p := &l.said.People[i]
			if s, ok := l.chosen[p.Said]; ok && p.Chosen == 0 && slices.ContainsFunc(p.Candidates, func(c data.Someone) bool { return c.Person == s.Person }) {
				p.Chosen, p.Name = s.Person, s.Name
			}
		}
	}
	l.show()
}

// show says what was understood.
func (l *LogLine) show() {
	w := l.frame.Words()
	l.asked = nil
	rows := []fyne.CanvasObject{widgets.NewText(w.T("line.example"), look.Second)}
	if l.said != nil && strings.TrimSpace(l.entry.Text) != "" {
		rows = l.understood(w)
	}
	l.shown.Objects = rows
	l.shown.Refresh()
}

// understood returns a row for each thing that was understood.
func (l *LogLine) understood(w *words.Words) []fyne.CanvasObject {
	u, today := l.said, l.frame.Today()
	var who []string
	for _, p := range u.People {
		if p.Chosen != 0 {
			who = append(who, l.called(p.Name))
		}
	}
	rows := []fyne.CanvasObject{l.row(w.T("line.when"), w.T("line.kind_and_day", words.Args{
		"Kind": words.Capital(w.InteractionKind(u.Kind)), "Day": w.LongDate(u.Day)}))}
	if len(who) > 0 {
		rows = append(rows, l.row(w.T("line.with"), w.List(who)))
	}
	for _, p := range u.People {
		if p.Chosen == 0 {
			rows = append(rows, l.ask(p))
		}
	}
	for _, name := range u.Unknown {
		rows = append(rows, l.unknown(name))
	}
	for _, p := range u.Promises {
		rows = append(rows, l.row(w.T("line.promise"), w.PromisedBy(p.By, l.personAt(p.With), p.What, p.Due, today)))
	}
	for _, e := range u.Exchanges {
		rows = append(rows, l.row(w.T("line.exchange"), w.Given(e.Kind, e.By, l.personAt(e.With))))
	}
	for _, t := range u.Thanked() {
		rows = append(rows, l.row(w.T("line.exchange"), w.ThankedFor(t.Title)))
	}
	if len(u.Circles) > 0 {
		rows = append(rows, l.row(w.T("line.circle"), w.List(u.Circles)))
	}
	for _, day := range u.Unread {
		rows = append(rows, l.row(w.T("line.unread"), w.T("line.no_such_day", words.Args{"Day": day})))
	}
	return rows
}

// personAt names one of those who took part: as they are called, or as they are written while it is not
// settled who is meant.
func (l *LogLine) personAt(i int) string {
	p := l.said.People[i]
	if p.Chosen == 0 {
		return p.Said
	}
	return l.called(p.Name)
}

func (l *LogLine) row(label, text string) fyne.CanvasObject {
	return l.labelled(label, widgets.NewText(text, look.Body))
}

func (l *LogLine) labelled(label string, content fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Sides(look.SmallGap, widgets.Fixed(logLineLabel, 0, widgets.NewLine(label, look.Second)), content, nil)
}

// ask offers the people whom a name fits.
func (l *LogLine) ask(p intake.UnderstoodPerson) fyne.CanvasObject {
	w := l.frame.Words()
	which := widgets.Flow(look.SmallGap)
	var buttons []*widgets.Button
	for _, c := range p.Candidates {
		b := widgets.NewButton(l.called(c.Name), func() {
			l.chosen[p.Said] = c
			l.read()
			l.frame.Window().Canvas().Focus(l.entry)
		})
		buttons = append(buttons, b)
		which.Add(b)
	}
	if l.asked == nil {
		l.asked = buttons
	}
	return l.labelled(w.T("line.which", words.Args{"Name": p.Said}), which)
}

// unknown offers to add somebody whom nobody is called.
func (l *LogLine) unknown(name string) fyne.CanvasObject {
	w := l.frame.Words()
	add := widgets.NewButton(w.T("line.add", words.Args{"Name": name}), func() { l.add(name) })
	return l.labelled(w.T("line.unknown"), widgets.Sides(look.SmallGap, nil,
		widgets.NewText(w.T("line.nobody_called", words.Args{"Name": name}), look.Body), add))
}

// add adds somebody, and reads the line again with them.
func (l *LogLine) add(name string) {
	w := l.frame.Words()
	var fresh *intake.Quick
	l.frame.Tasks().Go(func(ctx context.Context) error {
		p := data.Person{Name: name}
		if err := p.Validate(); err != nil {
			return err
		}
		err := l.store.Write(ctx, w.T("operation.add", words.Args{"Name": name}), func(tx *store.Tx) error { return tx.SavePerson(&p) })
		if err != nil {
			return err
		}
		fresh, err = l.load(ctx)
		return err
	}, func(err error) {
		if err != nil {
			l.frame.Fail(err)
			return
		}
		l.quick = fresh
		l.read()
		l.frame.Window().Canvas().Focus(l.entry)
	})
}

// save notes what was understood. While a name is not settled it asks, with the likeliest person first.
func (l *LogLine) save() bool {
	w := l.frame.Words()
	switch {
	case l.said == nil:
		return false
	case len(l.asked) > 0:
		l.frame.Window().Canvas().Focus(l.asked[0])
		return false
	case len(l.said.People) == 0:
		l.field.SetError(w.Invalid(&data.Invalid{Field: "people", Reason: data.Missing}))
		return false
	}
	u := l.said
	var called []string
	for _, p := range u.People {
		called = append(called, l.called(p.Name))
	}
	who := words.Args{"Names": w.List(called)}
	l.frame.Tasks().Go(func(ctx context.Context) error {
		return l.store.Write(ctx, w.T("operation.log", who), func(tx *store.Tx) error {
			_, err := intake.SaveUnderstood(tx, u)
			return err
		})
	}, func(err error) {
		if err != nil {
			l.frame.Fail(err)
			return
		}
		l.frame.Toast(w.T("toast.logged", who), true)
	})
	return true
}
