package parts

import (
	"context"
	"slices"
	"strings"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// Introductions is what can be done with the introductions in which a person has a part: each of its
// methods asks what there is to ask, and writes it as one operation.
type Introductions struct {
	Frame  page.Frame
	Store  *store.Store
	Person PersonRowData
}

// Add asks who made whom known.
func (n Introductions) Add() {
	n.ask(data.Introduction{By: data.Someone{Person: n.Person.ID}, Known: [2]data.Someone{{Person: data.Me}}})
}

// Edit asks what an introduction is to be.
func (n Introductions) Edit(i data.Introduction) { n.ask(i) }

// Remove removes an introduction at once; undo brings it back.
func (n Introductions) Remove(i data.Introduction) {
	Change(n.Frame, n.Store, n.operation(), n.Frame.Words().T("introductions.removed"), func(tx *store.Tx) error {
		return tx.DeleteIntroduction(i.ID)
	})
}

func (n Introductions) operation() string {
	return n.Frame.Words().T("operation.introduction", words.Args{"Name": n.Person.Name})
}

// casting says who has which part in an introduction, seen from a person: one of the keys below.
type casting string

const (
	theyToMe     casting = "they_to_me"    // they made me known to somebody
	iToThem      casting = "i_to_them"     // I made them known to somebody
	usByOther    casting = "us_by_other"   // somebody made us known to each other
	theyToOthers casting = "they_others"   // they made two others known
	themByOther  casting = "them_by_other" // somebody made them known to another
)

var castings = []casting{theyToMe, iToThem, usByOther, theyToOthers, themByOther}

var castingWords = map[casting]string{
	theyToMe: "introductions.they_to_me", iToThem: "introductions.i_to_them", usByOther: "introductions.us_by_other",
	theyToOthers: "introductions.they_to_others", themByOther: "introductions.them_by_other",
}

// castOf returns how the parts of an introduction stand to a person.
func castOf(i *data.Introduction, person data.ID) casting {
	withMe := i.Known[0].Person == data.Me || i.Known[1].Person == data.Me
	switch {
	case i.By.Person == data.Me:
		return iToThem
	case i.By.Person == person && withMe:
		return theyToMe
	case i.By.Person == person:
		return theyToOthers
	case withMe:
		return usByOther
	}
	return themByOther
}

// introductionForm asks for everything of an introduction.
type introductionForm struct {
	writing
	Introductions
	edited       data.Introduction
	how          *widgets.Choice
	by, whom, to *PersonPicker
	day          *widgets.DayEntry
	note         *widgets.Entry
}

func (n Introductions) ask(i data.Introduction) {
	w := n.Frame.Words()
	f := &introductionForm{writing: writing{frame: n.Frame, store: n.Store}, Introductions: n, edited: i}
	f.build()
	title := w.T("introductions.add")
	if i.ID != 0 {
		title = w.T("introductions.edit_title")
	}
	f.open(title, f.submit)
	f.recast()
	n.Frame.Window().Canvas().Focus(f.how)
}

func (f *introductionForm) build() {
	w := f.Frame.Words()
	var options []widgets.Option
	for _, c := range castings {
		options = append(options, widgets.Option{Key: string(c), Text: w.T(castingWords[c], words.Args{"Name": f.Person.Name})})
	}
	f.how = widgets.NewChoice(options, string(castOf(&f.edited, f.Person.ID)), func(string) { f.recast() })
	f.by, f.whom, f.to = f.newPicker(), f.newPicker(), f.newPicker()
	f.by.Choose(f.rows(f.edited.By)...)
	f.whom.Choose(f.rows(f.edited.Known[0])...)
	f.to.Choose(f.rows(f.edited.Known[1])...)
	if len(f.to.Chosen()) == 0 {
		f.to.Choose(f.rows(f.edited.Known[0])...)
	}
	f.day = widgets.NewDayEntry(w.T("form.day_hint"), f.edited.Day)
	f.note = widgets.NewEntry("")
	f.note.SetText(f.edited.Note)
	f.fields = map[string]*widgets.Field{
		"by":         widgets.NewRequiredField(w.T("introductions.by"), "", f.by),
		"whom":       widgets.NewRequiredField(w.T("introductions.whom"), "", f.whom),
		"to":         widgets.NewRequiredField(w.T("introductions.to"), "", f.to),
		"introduced": widgets.NewField(w.T("introductions.how"), "", f.how),
		"day":        widgets.NewField(w.T("log.day"), w.T("introductions.day_hint"), f.day),
		"notes":      widgets.NewField(w.T("people.note"), "", f.note),
	}
	a := f.fields
	f.body = widgets.Column(look.FormGap, a["introduced"], a["by"], a["whom"], a["to"], widgets.Columns(150, look.FormGap, a["day"], a["notes"]))
}

// newPicker returns a picker of one person other than the one the form is about.
func (f *introductionForm) newPicker() *PersonPicker {
	w := f.Frame.Words()
	find := Finder(f.Store, w, f.Frame.NamesHidden())
	return NewOnePersonPicker(f.Frame.Tasks(), w.T("log.with_whom"), func(ctx context.Context, query string) ([]PersonRowData, error) {
		found, err := find(ctx, query)
		return slices.DeleteFunc(found, func(d PersonRowData) bool { return d.ID == f.Person.ID }), err
	}, f.Frame.Fail)
}

// rows returns somebody as a picker has them; nobody for the person the form is about, and for Me.
func (f *introductionForm) rows(s data.Someone) []PersonRowData {
	if s.Person == data.Me || s.Person == f.Person.ID || s.Name == "" {
		return nil
	}
	return []PersonRowData{{ID: s.Person, Name: Called(s.Name, f.Frame.NamesHidden()), Initials: Initials(Called(s.Name, f.Frame.NamesHidden()))}}
}

// recast shows the fields of those whom the casting leaves open.
func (f *introductionForm) recast() {
	cast := casting(f.how.Key())
	widgets.See(f.fields["by"], cast == usByOther || cast == themByOther)
	widgets.See(f.fields["whom"], cast == theyToOthers)
	widgets.See(f.fields["to"], cast != usByOther)
	f.mark(nil)
}

// chosen returns who is chosen in a picker. Somebody who was removed has only a name, which the
// introduction keeps.
func (f *introductionForm) chosen(p *PersonPicker) data.Someone {
	people := p.People()
	if len(people) == 0 {
		return data.Someone{}
	}
	row := people[0]
	for _, s := range []data.Someone{f.edited.By, f.edited.Known[0], f.edited.Known[1]} {
		if row.ID == 0 && s.Person == 0 && Called(s.Name, f.Frame.NamesHidden()) == row.Name {
			return s
		}
	}
	return data.Someone{Person: row.ID}
}

// read returns the introduction as the form has it.
func (f *introductionForm) read() (data.Introduction, error) {
	i, me, them := f.edited, data.Someone{Person: data.Me}, data.Someone{Person: f.Person.ID}
	switch to := f.chosen(f.to); casting(f.how.Key()) {
	case theyToMe:
		i.By, i.Known = them, [2]data.Someone{me, to}
	case iToThem:
		i.By, i.Known = me, [2]data.Someone{them, to}
	case usByOther:
		i.By, i.Known = f.chosen(f.by), [2]data.Someone{me, them}
	case theyToOthers:
		i.By, i.Known = them, [2]data.Someone{f.chosen(f.whom), to}
	default:
		i.By, i.Known = f.chosen(f.by), [2]data.Someone{them, to}
	}
	i.Note = strings.TrimSpace(f.note.Text)
	var err error
	i.Day, err = dayOf(f.day, "day")
	return i, err
}

func (f *introductionForm) submit() bool {
	i, err := f.read()
	if err == nil {
		err = i.Validate(f.Frame.Today())
	}
	return f.save(err, f.operation(), f.Frame.Words().T("introductions.saved"), func(tx *store.Tx) error {
		for _, s := range []data.Someone{i.By, i.Known[0], i.Known[1]} {
			if s.Person == 0 {
				continue
			}
			if _, err := tx.Person(s.Person); err != nil {
				return err
			}
		}
		return tx.SaveIntroduction(&i)
	})
}
