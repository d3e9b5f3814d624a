package opportunities

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
)

// chain is the part of the form that asks whom an opportunity came through, in order.
type chain struct {
	widgets.Composite
	form   *form
	links  []*link
	picker *parts.PersonPicker
	rows   *fyne.Container
}

// link is one of the chain, with what they did and how we stood to each other then.
type link struct {
	data.Link
	chosen bool // the tie was chosen, or kept before: no other is suggested for another day

	part, tie *widgets.Choice
	former    *widgets.PressChip
	thanked   *widgets.DayEntry
	field     *widgets.Field // around thanked
}

func newChain(f *form, links []data.Link) *chain {
	w := f.v.words
	c := &chain{form: f, rows: widgets.Column(look.SmallGap)}
	c.picker = parts.NewOnePersonPicker(f.v.frame.Tasks(), w.T("opportunities.chain_add"), parts.Finder(f.v.store, w, f.v.frame.NamesHidden()), f.v.frame.Fail)
	c.picker.OnChanged = c.picked
	c.Compose(c, widgets.Column(look.SmallGap, c.rows, c.picker))
	for _, l := range links {
		c.links = append(c.links, c.newLink(l, true))
	}
	c.show()
	return c
}

// newLink returns a link to a person as they stood to me on a day.
func (v *view) newLink(ctx context.Context, person data.ID, day data.Day) (data.Link, error) {
	l := data.Link{Someone: data.Someone{Person: person}, Part: data.ToldOf}
	p, err := v.store.Person(ctx, person)
	if err != nil {
		return l, err
	}
	l.Name = p.Name
	l.Tie, l.Former, err = briefing.TieAt(ctx, v.store, person, day)
	return l, err
}

// picked takes the person who was found into the chain, at its end; one who stands in it already is named.
func (c *chain) picked(people []data.ID) {
	if len(people) == 0 {
		return
	}
	person, f := people[0], c.form
	c.picker.Choose()
	var l data.Link
	f.v.frame.Tasks().Go(func(ctx context.Context) (err error) {
		l, err = f.v.newLink(ctx, person, c.heard())
		return err
	}, func(err error) {
		switch {
		case err != nil:
			f.v.frame.Fail(err)
		case slices.ContainsFunc(c.links, func(has *link) bool { return has.Person == person }):
			f.fields["chain"].SetError(f.v.words.T("opportunities.chain_has", words.Args{"Name": parts.Called(names.Clean(l.Name), f.v.frame.NamesHidden())}))
			f.relayout()
		default:
			f.fields["chain"].SetError("")
			c.add(l)
		}
	})
}

// heard returns the day that is typed for hearing of it, today while that is none.
func (c *chain) heard() data.Day {
	if day, err := parts.NeededDay(c.form.heard, "heard"); err == nil {
		return day
	}
	return c.form.v.frame.Today()
}

// add puts one at the end of the chain, with a tie that is only suggested.
func (c *chain) add(l data.Link) {
	c.links = append(c.links, c.newLink(l, false))
	c.show()
	c.form.relayout()
}

// newLink returns the fields for one of the chain.
func (c *chain) newLink(l data.Link, chosen bool) *link {
	w := c.form.v.words
	var partsOf, ties []widgets.Option
	for _, p := range data.Parts {
		partsOf = append(partsOf, widgets.Option{Key: string(p), Text: words.Capital(w.Part(p))})
	}
	ties = append(ties, widgets.Option{Text: w.T("opportunities.no_tie")})
	for _, kind := range slices.Concat(data.DerivedTies, data.StatedTies) {
		ties = append(ties, widgets.Option{Key: string(kind), Text: words.Capital(w.Tie(kind, true))})
	}
	made := &link{Link: l, chosen: chosen}
	made.part = widgets.NewChoice(partsOf, string(l.Part), nil)
	made.tie = widgets.NewChoice(ties, string(l.Tie), func(key string) {
		made.chosen = true
		widgets.See(made.former, key != "")
		c.form.relayout()
	})
	made.former = widgets.NewToggleChip(w.T("opportunities.ended"), l.Former, func(bool) { made.chosen = true })
	made.former.Hidden = l.Tie == ""
	made.thanked = widgets.NewDayEntry(w.T("opportunities.not_thanked"), data.PartialDay{})
	if l.Thanked != 0 {
		made.thanked.SetText(l.Thanked.String())
	}
	made.field = widgets.NewField(w.T("opportunities.thanked_on"), "", made.thanked)
	return made
}

// show shows the chain as it is now.
func (c *chain) show() {
	c.rows.Objects = nil
	for i, l := range c.links {
		c.rows.Add(c.row(i, l))
	}
	c.rows.Hidden = len(c.links) == 0
	c.Relayout()
}

// row shows one of the chain: who, what to do with them, and the fields.
func (c *chain) row(i int, l *link) fyne.CanvasObject {
	w := c.form.v.words
	name := parts.Called(names.Clean(l.Name), c.form.v.frame.NamesHidden())
	act := func(text string, able bool, do func()) fyne.CanvasObject {
		b := widgets.NewQuiet(text, do)
		if !able {
			b.Disable()
		}
		return b
	}
	head := widgets.Sides(look.SmallGap, nil, widgets.NewLine(name, look.Name), widgets.Row(4,
		act(w.T("opportunities.earlier"), i > 0, func() { c.swap(i, i-1) }),
		act(w.T("opportunities.later"), i+1 < len(c.links), func() { c.swap(i, i+1) }),
		act(w.T("opportunities.leave_out"), true, func() { c.drop(i) })))
	return widgets.NewCard(widgets.Column(look.SmallGap, head, widgets.Columns(130, look.SmallGap,
		widgets.NewField(w.T("opportunities.part"), "", l.part),
		widgets.Column(look.SmallGap, widgets.NewField(w.T("opportunities.tie"), "", l.tie), widgets.Flow(0, l.former)), l.field)))
}

func (c *chain) swap(i, j int) {
	c.links[i], c.links[j] = c.links[j], c.links[i]
	c.show()
	c.form.relayout()
}

func (c *chain) drop(i int) {
	c.links = slices.Delete(c.links, i, i+1)
	c.form.fields["chain"].SetError("")
	c.show()
	c.form.relayout()
}

// redate suggests the ties of another day, where none was chosen.
func (c *chain) redate() {
	day, err := parts.NeededDay(c.form.heard, "heard")
	if err != nil {
		return
	}
	for _, l := range c.links {
		if l.chosen || l.Person == 0 {
			continue
		}
		var now data.Link
		c.form.v.frame.Tasks().Go(func(ctx context.Context) (err error) {
			now, err = c.form.v.newLink(ctx, l.Person, day)
			return err
		}, func(err error) {
			if err != nil || l.chosen {
				c.form.v.frame.Fail(err)
				return
			}
			l.tie.SetKey(string(now.Tie))
			l.former.SetOn(now.Former)
			l.former.Hidden = now.Tie == ""
			c.form.relayout()
		})
	}
}

// read returns the chain as it is typed. It marks the first day of thanks that is refused.
func (c *chain) read(heard, today data.Day) ([]data.Link, error) {
	var out []data.Link
	var wrong error
	for _, l := range c.links {
		now := l.Link
		now.Part, now.Tie = data.Part(l.part.Key()), data.TieKind(l.tie.Key())
		now.Former = now.Tie != "" && l.former.On()
		err := l.readThanked(&now, heard, today)
		if wrong != nil {
			err = nil
		}
		if !parts.MarkInvalid(c.form.v.words, map[string]*widgets.Field{"thanked": l.field}, err) {
			wrong = err
		}
		out = append(out, now)
	}
	return out, wrong
}

// readThanked reads the day of thanks, which may be none.
func (l *link) readThanked(now *data.Link, heard, today data.Day) error {
	now.Thanked = 0
	if l.thanked.Text == "" {
		return nil
	}
	day, err := parts.NeededDay(l.thanked, "thanked")
	switch {
	case err != nil:
		return err
	case day > today:
		return &data.Invalid{Field: "thanked", Reason: data.InFuture}
	case day < heard && day == l.Thanked: // what is new is the day it was heard of
		return &data.Invalid{Field: "heard", Reason: data.BeforeHeard}
	case day < heard:
		return &data.Invalid{Field: "thanked", Reason: data.BeforeHeard}
	}
	now.Thanked = day
	return nil
}
