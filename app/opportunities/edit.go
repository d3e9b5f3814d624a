package opportunities

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/names"
	"peerage/data/store"
)

// form asks for everything of an opportunity. A title is enough: without more it was heard of today, for me.
type form struct {
	v      *view
	before data.Opportunity // without an ID it is added
	steps  []data.Step      // as they were; of a new one, heard of today
	known  *careers.Known

	title, organisation, worth *widgets.Entry
	notes                      *widgets.Entry
	kind, stage                *widgets.Choice
	heard, day                 *widgets.DayEntry
	offered                    *fyne.Container // organisations that what is typed may mean
	whom                       *parts.PersonPicker
	chain                      *chain

	fields map[string]*widgets.Field
	body   *fyne.Container
	dialog *widgets.Dialog
	saving bool
	over   bool // it is closed, or could not be opened
}

const formWidth float32 = 580

// Add opens the form for a new opportunity.
func (v *view) Add() { v.ask(blank(), 0, nil) }

// edit opens the form on an opportunity.
func (v *view) edit(e *entry) { v.ask(e.Opportunity, 0, nil) }

// addThrough opens the form for a new opportunity that came through a person, and goes back to where one
// came from when it closes.
func (v *view) addThrough(person data.ID) { v.ask(blank(), person, v.frame.Back) }

// blank is an opportunity of which nothing is known yet.
func blank() data.Opportunity {
	return data.Opportunity{Kind: data.JobOffer, For: data.Someone{Person: data.Me}}
}

// ask loads what the form needs, and opens it. closed, which may be nil, is told when it is gone.
func (v *view) ask(o data.Opportunity, through data.ID, closed func()) {
	if v.form != nil && !v.form.over {
		return // a key was pressed twice while it loads
	}
	f := &form{v: v, before: o, steps: slices.Clone(o.Steps)}
	v.form = f
	if len(f.steps) == 0 {
		f.steps = []data.Step{{Stage: data.Heard, Day: v.frame.Today()}}
	}
	var link data.Link
	v.frame.Tasks().Go(func(ctx context.Context) error {
		all, err := v.store.Organisations(ctx, 0)
		if err != nil {
			return err
		}
		f.known = careers.NewKnown(all)
		if through != 0 {
			link, err = v.newLink(ctx, through, v.frame.Today())
		}
		return err
	}, func(err error) {
		if err != nil {
			f.over = true
			v.frame.Fail(err)
			if closed != nil {
				closed()
			}
			return
		}
		f.open(closed)
		if through != 0 {
			f.chain.add(link)
		}
	})
}

// open shows the form.
func (f *form) open(closed func()) {
	w := f.v.words
	f.build()
	f.arrange()
	title := w.T("action.add_opportunity")
	if f.before.ID != 0 {
		title = w.T("opportunities.edit_title")
	}
	f.dialog = parts.NewForm(f.v.frame, title, f.body, f.save)
	f.dialog.Width = formWidth
	f.dialog.OnClosed = func() {
		f.over = true
		f.v.Focus() // what had the focus before may have been made anew
		if closed != nil {
			closed()
		}
	}
	f.dialog.Show()
}

func (f *form) build() {
	w, o := f.v.words, &f.before
	entry := func(text string) *widgets.Entry {
		e := widgets.NewEntry("")
		e.SetText(text)
		return e
	}
	f.title, f.organisation, f.worth = entry(o.Title), entry(o.Employer), entry(o.Worth)
	f.notes = widgets.NewNoteEntry("", 3)
	f.notes.SetText(o.Notes)
	f.offered = widgets.Flow(6)
	f.offered.Hide()
	f.organisation.OnChanged = func(string) { f.offer() }
	f.kind = widgets.NewChoice(kindOptions(w), string(o.Kind), nil)
	var stages []widgets.Option
	for _, s := range data.Stages {
		stages = append(stages, widgets.Option{Key: string(s), Text: words.Capital(w.Stage(s))})
	}
	last := f.steps[len(f.steps)-1]
	f.stage = widgets.NewChoice(stages, string(last.Stage), func(string) { f.staged() })
	f.heard = widgets.NewDayEntry(w.T("opportunities.day_hint"), data.Whole(f.steps[0].Day))
	f.day = widgets.NewDayEntry(w.T("opportunities.day_hint"), data.Whole(last.Day))
	f.whom = parts.NewOnePersonPicker(f.v.frame.Tasks(), w.T("opportunities.for_hint"), parts.Finder(f.v.store, w, f.v.frame.NamesHidden()), f.v.frame.Fail)
	if !o.Mine() {
		f.whom.Choose(parts.PersonRowData{ID: o.For.Person, Name: parts.Called(names.Clean(o.For.Name), f.v.frame.NamesHidden())})
	}
	f.whom.OnChanged = func([]data.ID) { f.relayout() }
	f.chain = newChain(f, o.Chain)
	f.heard.OnChanged = func(string) { f.chain.redate() }
}

// arrange puts the fields below each other.
func (f *form) arrange() {
	w, hint := f.v.words, ""
	if f.before.ID == 0 {
		hint = w.T("opportunities.title_hint")
	}
	f.fields = map[string]*widgets.Field{
		"opportunity":      widgets.NewRequiredField(w.T("opportunities.title"), hint, f.title),
		"opportunity_kind": widgets.NewField(w.T("opportunities.kind"), "", f.kind),
		"heard":            widgets.NewRequiredField(w.T("opportunities.heard"), "", f.heard),
		"stage":            widgets.NewField(w.T("opportunities.stage"), "", f.stage),
		"stage_day":        widgets.NewRequiredField(w.T("opportunities.stage_day"), "", f.day),
		"organisation":     widgets.NewField(w.T("people.organisation"), "", f.organisation),
		"for":              widgets.NewField(w.T("opportunities.for"), "", f.whom),
		"chain":            widgets.NewField(w.T("opportunities.chain"), w.T("opportunities.chain_hint"), f.chain),
		"worth":            widgets.NewField(w.T("opportunities.worth"), w.T("opportunities.worth_hint"), f.worth),
		"notes":            widgets.NewField(w.T("opportunities.notes"), "", f.notes),
	}
	f.body = widgets.Column(look.FormGap, f.fields["opportunity"],
		widgets.Columns(140, look.FormGap, f.fields["opportunity_kind"], f.fields["heard"], f.fields["stage"]), f.fields["stage_day"],
		widgets.Column(look.SmallGap, f.fields["organisation"], f.offered),
		f.fields["chain"], f.fields["for"], f.fields["worth"], f.fields["notes"])
	f.staged()
}

// relayout gives the fields their places after what one of them holds has changed.
func (f *form) relayout() {
	for _, field := range f.fields {
		field.Relayout()
	}
	f.body.Refresh()
	if f.dialog != nil {
		f.dialog.Relayout()
	}
}

// staged asks for the day of the stage, where that is another than the day it was heard of.
func (f *form) staged() {
	last := f.steps[len(f.steps)-1]
	same := f.stage.Key() == string(last.Stage)
	f.fields["stage_day"].Hidden = same && len(f.steps) == 1
	day := f.v.frame.Today()
	if same {
		day = last.Day
	}
	f.day.SetText(day.String())
	label := "opportunities.stage_day"
	if data.Stage(f.stage.Key()).Closed() {
		label = "opportunities.outcome_day"
	}
	f.fields["stage_day"].SetLabel(f.v.words.T(label))
	f.relayout()
}

// offerAtMost is how many organisations are offered at once.
const offerAtMost = 4

// offer offers the organisations that what is typed may mean. Pressing one, or Down in the field for the
// first of them, takes it.
func (f *form) offer() {
	f.offered.Objects = nil
	f.organisation.OnKey = nil
	take := func(name string) {
		f.organisation.SetText(name)
		f.v.frame.Window().Canvas().Focus(f.organisation)
	}
	found := f.known.Complete(f.organisation.Text, offerAtMost)
	for _, name := range found {
		f.offered.Add(widgets.NewToggleChip(name, false, func(bool) { take(name) }))
	}
	if len(found) > 0 {
		f.organisation.OnKey = func(key fyne.KeyName) bool {
			if key == fyne.KeyDown {
				take(found[0])
			}
			return key == fyne.KeyDown
		}
	}
	f.offered.Hidden = len(found) == 0
	f.relayout()
}

// read returns the opportunity as the form has it, or what is wrong with it.
func (f *form) read() (data.Opportunity, error) {
	o, today := f.before, f.v.frame.Today()
	o.Title, o.Worth, o.Notes = strings.TrimSpace(f.title.Text), strings.TrimSpace(f.worth.Text), strings.TrimSpace(f.notes.Text)
	o.Kind, o.Employer = data.OpportunityKind(f.kind.Key()), strings.TrimSpace(f.organisation.Text)
	switch chosen := f.whom.Chosen(); {
	case len(chosen) == 0:
		o.For = data.Someone{Person: data.Me}
	case chosen[0] != o.For.Person:
		o.For = data.Someone{Person: chosen[0]}
	}
	if o.Title == "" { // said before anything else, because it stands first
		return o, &data.Invalid{Field: "opportunity", Reason: data.Missing}
	}
	heard, err := parts.NeededDay(f.heard, "heard")
	if err != nil {
		return o, err
	}
	if heard > today {
		return o, &data.Invalid{Field: "heard", Reason: data.InFuture}
	}
	if o.Steps, err = f.readSteps(heard); err != nil {
		return o, err
	}
	if o.Chain, err = f.chain.read(heard, today); err != nil {
		return o, err
	}
	return o, o.Validate(today)
}

// readSteps returns the stages with the days that are typed.
func (f *form) readSteps(heard data.Day) ([]data.Step, error) {
	steps := slices.Clone(f.steps)
	steps[0].Day = heard
	for _, s := range steps[1:] {
		if s.Day < heard && (s != steps[len(steps)-1] || f.day.Text == s.Day.String()) { // what is new is the day it was heard of
			return nil, &data.Invalid{Field: "heard", Reason: data.BeforeHeard}
		}
	}
	if f.fields["stage_day"].Hidden {
		return steps, nil
	}
	day, err := parts.NeededDay(f.day, "stage_day")
	if stage := data.Stage(f.stage.Key()); stage != steps[len(steps)-1].Stage {
		return append(steps, data.Step{Stage: stage, Day: day}), err
	}
	steps[len(steps)-1].Day = day
	return steps, err
}

// save writes the opportunity, or marks the field that is refused. It always returns false: the dialog
// closes once the opportunity is written.
func (f *form) save() bool {
	o, err := f.read()
	fine := parts.MarkInvalid(f.v.words, f.fields, err)
	f.relayout()
	if !fine || f.saving {
		return false
	}
	f.saving = true
	v, w, added := f.v, f.v.words, o.ID == 0
	args := words.Args{"Title": names.Clean(o.Title)}
	operation, said := w.T("operation.edit_opportunity", args), w.T("toast.opportunity_saved", args)
	if added {
		operation, said = w.T("operation.add_opportunity", args), w.T("toast.opportunity_added", args)
	}
	v.frame.Tasks().Go(func(ctx context.Context) error {
		return v.store.Write(ctx, operation, func(tx *store.Tx) error { return f.write(tx, &o) })
	}, func(err error) {
		f.saving = false
		if err != nil {
			v.frame.Fail(err)
			return
		}
		if added {
			v.choose(o.ID)
		}
		f.dialog.Close()
		v.frame.Toast(said, true)
	})
	return false
}

// write writes the opportunity, linked to the organisation that its employer's name stands for. What was
// changed elsewhere while the form was open is data.ErrChanged: the form has all of an opportunity, and would
// take that back.
func (f *form) write(tx *store.Tx, o *data.Opportunity) (err error) {
	if o.ID != 0 {
		now, err := tx.Opportunity(o.ID)
		switch {
		case err != nil:
			return err
		case !reflect.DeepEqual(now, f.before):
			return data.ErrChanged
		}
	}
	switch {
	case o.Employer == "":
		o.Organisation = 0
	case o.Organisation == 0 || o.Employer != f.before.Employer:
		if o.Organisation, err = careers.Bearer(tx, f.v.keeper.Rules, o.Employer); err != nil {
			return err
		}
	}
	return tx.SaveOpportunity(o)
}
