package people

import (
	"context"
	"strings"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

func (p *pane) joinCircle() { openJoin(p.v, p.group()) }

func (p *pane) leave(c data.Circle) {
	g, w := p.group(), p.v.words
	p.v.change(g.operation(w), w.T("people.left_circle", words.Args{"Name": g.name, "Circle": c.Name}), func(tx *store.Tx) error {
		return g.each(tx, func(id data.ID) error { return tx.LeaveCircle(id, c.ID) })
	})
}

// openJoin asks for the circle to put people into: one there is, or a new one by its name.
func openJoin(v *view, g group) {
	var circles []data.Circle
	v.frame.Tasks().Go(func(ctx context.Context) (err error) {
		circles, err = v.store.Circles(ctx)
		return err
	}, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		askJoin(v, g, circles)
	})
}

func askJoin(v *view, g group, circles []data.Circle) {
	w, today := v.words, v.frame.Today()
	name := widgets.NewEntry(w.T("people.circle_hint"))
	there := widgets.Flow(6)
	for _, c := range circles {
		there.Add(widgets.NewToggleChip(c.Name, false, func(bool) { name.SetText(c.Name) }))
	}
	name.OnChanged = func(text string) {
		for i, o := range there.Objects {
			o.(*widgets.PressChip).SetOn(strings.EqualFold(strings.TrimSpace(text), circles[i].Name))
		}
	}
	f := newForm(v, map[string]*widgets.Field{"circle": widgets.NewRequiredField(w.T("people.circle"), w.T("people.circle_new"), name)})
	body := widgets.Column(look.FormGap, f.fields["circle"], there)
	there.Hidden = len(circles) == 0
	f.open(w.T("people.add_circle"), body, func() bool {
		c := data.Circle{Name: strings.TrimSpace(name.Text)}
		return f.save(c.Validate(), g.operation(w), g.saved(w), func(tx *store.Tx) error {
			return g.each(tx, func(id data.ID) error { return tx.JoinCircle(id, c.Name, today) })
		})
	})
}

// openCircle asks for the name of a circle and the rhythm it sets.
func openCircle(v *view, c data.Circle) {
	w := v.words
	before := words.Args{"Circle": c.Name}
	name := widgets.NewEntry("")
	name.SetText(c.Name)
	rf := newRhythmForm(w, c.Rhythm, w.T("people.circle_none"))
	f := newForm(v, rf.fields)
	f.fields["circle"] = widgets.NewRequiredField(w.T("people.circle_name"), "", name)
	body := widgets.Column(look.FormGap, f.fields["circle"], rf.body, widgets.NewText(w.T("people.circle_rhythm"), look.Small))
	save := func() bool {
		var err error
		edited := c
		edited.Name = strings.TrimSpace(name.Text)
		if edited.Rhythm, err = rf.rhythm(); err == nil {
			err = edited.Validate()
		}
		return f.save(err, w.T("operation.circle", before), w.T("people.circle_saved", words.Args{"Circle": edited.Name}),
			func(tx *store.Tx) error { return tx.SaveCircle(&edited) })
	}
	f.dialog = parts.NewForm(v.frame, w.T("people.circle_edit"), body, save)
	f.dialog.Extra(widgets.NewQuiet(w.T("people.circle_delete"), func() {
		f.dialog.Close()
		v.change(w.T("operation.circle", before), w.T("people.circle_deleted", before), func(tx *store.Tx) error { return tx.DeleteCircle(c.ID) })
	}))
	f.dialog.Show()
}
