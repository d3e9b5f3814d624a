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
	writing
	load   func(context.Context) (*intake.Quick, error)
	loader *page.Loader[*intake.Quick]
	quick  *intake.Quick // nil until the people are loaded
	said   *intake.Understood
	// chosen are the people whom the user chose where a name fits several, by the name as it is written.
	chosen map[string]data.Someone

	entry *widgets.Entry
	field *widgets.Field
	shown *fyne.Container
	asked []*widgets.Button // the candidates of the first name that is not settled
	adds  []*widgets.Button // each adds somebody whom nobody is called
	avoid *avoiding
	told  []data.ID // those of whom avoid speaks
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
	l := &LogLine{writing: writing{frame: frame, store: s}, load: load, loader: page.NewLoader[*intake.Quick](frame.Tasks(), frame.Fail), chosen: map[string]data.Someone{}}
	l.entry = widgets.NewEntry(w.T("line.hint"))
	l.entry.OnChanged = func(string) { l.read() }
	l.field = widgets.NewField(w.T("line.line"), "", l.entry)
	l.shown = widgets.Column(look.SmallGap)
	l.fields = map[string]*widgets.Field{"line": l.field}
	l.body = widgets.Column(look.FormGap, l.field, widgets.Fixed(0, logLineHeight, container.NewVScroll(l.shown)))
	l.dialog = NewForm(frame, w.T("action.log"), l.body, l.save)
	l.dialog.Width = logLineWidth
	l.dialog.Extra(widgets.NewQuiet(w.T("line.fields"), func() {
		l.dialog.Close()
		l.inFields()
	}))
	l.avoid = newAvoiding(frame, s)
	l.dialog.OnClosed = func() {
		l.loader.Stop()
		l.avoid.loader.Stop()
	}
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
	var noted aside
	var people []PersonRowData
	if l.written() {
		i.Kind, i.Day, i.Text = l.said.Kind, l.said.Day, l.said.Text
		noted = asideOf(l.said)
		people = l.settled()
	}
	openLogging(l.frame, l.store, i, noted, people)
}

// written reports whether there is a line of which something was understood.
func (l *LogLine) written() bool { return l.said != nil && strings.TrimSpace(l.entry.Text) != "" }

// settled returns those who took part and of whom it is settled who is meant, each once.
func (l *LogLine) settled() []PersonRowData {
	var people []PersonRowData
	for _, p := range l.said.People {
		if p.Chosen != 0 && !slices.ContainsFunc(people, func(other PersonRowData) bool { return other.ID == p.Chosen }) {
			people = append(people, PersonRowData{ID: p.Chosen, Name: l.called(p.Name), Initials: Initials(l.called(p.Name))})
		}
	}
	return people
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
		l.heed(l.settled())
	}
	l.show()
}

// show says what was understood.
func (l *LogLine) show() {
	w := l.frame.Words()
	l.asked, l.adds = nil, nil
	rows := []fyne.CanvasObject{widgets.NewText(w.T("line.example"), look.Second)}
	if l.written() {
		rows = l.understood(w)
	}
	l.shown.Objects = rows
	l.shown.Refresh()
}

// understood returns a row for each thing that was understood.
func (l *LogLine) understood(w *words.Words) []fyne.CanvasObject {
	u, today := l.said, l.frame.Today()
	var who []string
	for _, p := range l.settled() {
		who = append(who, p.Name)
	}
	rows := []fyne.CanvasObject{l.row(w.T("line.when"), w.T("line.kind_and_day", words.Args{
		"Kind": words.Capital(w.InteractionKind(u.Kind)), "Day": w.LongDate(u.Day)}))}
	if len(who) > 0 {
		rows = append(rows, l.row(w.T("line.with"), w.List(who)))
	}
	if l.avoid.text.Visible() {
		rows = append(rows, l.labelled("", l.avoid.text))
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
		to := ""
		if e.To.Name != "" {
			to = l.called(e.To.Name)
		}
		rows = append(rows, l.row(w.T("line.exchange"), w.Given(e.Kind, e.By, l.personAt(e.With), to)))
	}
	for _, t := range u.Thanked() {
		rows = append(rows, l.row(w.T("line.exchange"), w.ThankedFor(t.Title)))
	}
	if len(u.Circles) > 0 {
		rows = append(rows, l.row(w.T("line.circle"), w.List(u.Circles)))
	}
	for _, day := range u.Unread {
		rows = append(rows, l.row(w.T("line.unread"), w.UnreadDay(day, slices.Contains(u.Ahead, day))))
	}
	return rows
}

// heed shows what is to be heeded of those who took part, once others did than those it was said of last.
func (l *LogLine) heed(people []PersonRowData) {
	ids := make([]data.ID, len(people))
	for i, p := range people {
		ids[i] = p.ID
	}
	if !slices.Equal(ids, l.told) {
		l.told = ids
		l.avoid.show(people, l.show)
	}
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
	for _, c := range p.Candidates[:min(len(p.Candidates), foundAtMost)] {
		b := widgets.NewButton(l.distinct(c), func() {
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
	question := widgets.NewText(w.T("line.which", words.Args{"Name": p.Said}), look.Body)
	return l.labelled(w.T("line.ask"), widgets.Column(look.SmallGap, question, which))
}

// distinct names somebody so that they are told apart from others of the same name: "Ana Souza, Brightwater, last
// in touch on 2 October".
func (l *LogLine) distinct(s data.Someone) string {
	w := l.frame.Words()
	name := l.called(s.Name)
	organisation, last := l.quick.About(s.Person)
	if organisation != "" {
		name = w.T("list.more", words.Args{"List": name, "Item": organisation})
	}
	if last != 0 {
		name = w.T("list.more", words.Args{"List": name, "Item": w.T("line.last", words.Args{"Day": w.Day(last, l.frame.Today())})})
	}
	return name
}

// unknown offers to add somebody whom nobody is called.
func (l *LogLine) unknown(name string) fyne.CanvasObject {
	w := l.frame.Words()
	add := widgets.NewButton(w.T("line.add", words.Args{"Name": name}), func() { l.add(name) })
	l.adds = append(l.adds, add)
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

// save notes what was understood. While a name is not settled it asks, with the likeliest person first, and where
// nobody is known of those named it offers to add the first; what cannot be kept it says at the line, which stays as
// it was typed.
func (l *LogLine) save() bool {
	w := l.frame.Words()
	switch {
	case l.said == nil:
		return false
	case len(l.asked) > 0:
		l.frame.Window().Canvas().Focus(l.asked[0])
		return false
	case len(l.said.People) == 0 && len(l.adds) > 0:
		l.frame.Window().Canvas().Focus(l.adds[0])
		return false
	}
	u := l.said
	if err := u.Validate(); err != nil {
		l.field.SetError(w.Error(err))
		l.relayout()
		l.frame.Window().Canvas().Focus(l.entry)
		return false
	}
	var called []string
	for _, p := range l.settled() {
		called = append(called, p.Name)
	}
	who := words.Args{"Names": w.List(called)}
	return l.writing.save(nil, w.T("operation.log", who), w.T("toast.logged", who), func(tx *store.Tx) error {
		_, err := intake.SaveUnderstood(tx, u)
		return err
	})
}
