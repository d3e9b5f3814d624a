package people

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// filter says who is in the list, besides what is searched for. The zero filter is everyone, by name.
type filter struct {
	circle       data.ID
	circleName   string
	tie          data.TieKind
	former       bool // with tie: only ties that are over
	organisation data.ID
	employer     string // the organisation's name
	due          dueFilter
	dueFirst     bool // the order
}

// narrows reports whether the filter leaves anyone out.
func (f filter) narrows() bool {
	f.dueFirst = false
	return f != filter{}
}

// dueFilter narrows a list to those who are due.
type dueFilter string

const (
	dueNow   dueFilter = "now"
	overdue  dueFilter = "overdue"
	thisWeek dueFilter = "week" // today and the six days after it
)

func (f dueFilter) holds(c data.CheckIn, today data.Day) bool {
	switch f {
	case dueNow:
		return c.Due <= today
	case overdue:
		return c.Overdue > 0
	}
	return c.Due <= today+6
}

func (f dueFilter) say(w *words.Words) string {
	switch f {
	case dueNow:
		return w.T("people.due_now")
	case overdue:
		return w.T("people.overdue")
	}
	return w.T("people.due_week")
}

// showFilters puts a chip for each part of the filter above the list, and the one that adds more.
func (l *list) showFilters() {
	w, f := l.v.words, l.filter
	l.chips.Objects = nil
	chip := func(set bool, text string, without func(*filter)) {
		if set {
			l.chips.Add(widgets.NewRemovableChip(text, func() {
				f := l.filter
				without(&f)
				l.setFilter(f)
			}))
		}
	}
	chip(f.tie != "", w.Tie(f.tie, !f.former), func(f *filter) { f.tie, f.former = "", false })
	chip(f.circle != 0, f.circleName, func(f *filter) { f.circle, f.circleName = 0, "" })
	chip(f.organisation != 0, f.employer, func(f *filter) { f.organisation, f.employer = 0, "" })
	chip(f.due != "", f.due.say(w), func(f *filter) { f.due = "" })
	chip(f.dueFirst, w.T("people.due_first"), func(f *filter) { f.dueFirst = false })
	var add *widgets.PressChip
	add = widgets.NewToggleChip(w.T("people.add_filter"), false, func(bool) {
		add.SetOn(false)
		l.askFilter()
	})
	l.chips.Add(add)
	l.head.Refresh()
}

// offered is how many organisations a filter offers; the search finds all of them.
const offered = 60

// filterChoices is what a filter can be made of.
type filterChoices struct {
	circles       []data.Circle
	organisations []data.Organisation
}

// askFilter opens the dialog of filters.
func (l *list) askFilter() {
	v := l.v
	var c filterChoices
	v.frame.Tasks().Go(func(ctx context.Context) (err error) {
		if c.circles, err = v.store.Circles(ctx); err != nil {
			return err
		}
		c.organisations, err = v.store.Organisations(ctx, offered)
		return err
	}, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		l.openFilters(c)
	})
}

func (l *list) openFilters(c filterChoices) {
	w, f := l.v.words, l.filter
	circles, employers := []widgets.Option{{Key: "0", Text: w.T("people.any_circle")}}, []widgets.Option{{Key: "0", Text: w.T("people.any_organisation")}}
	names := map[string]string{}
	add := func(list *[]widgets.Option, id data.ID, name string, prefix string) {
		key := strconv.FormatInt(int64(id), 10)
		names[prefix+key] = name
		*list = append(*list, widgets.Option{Key: key, Text: name})
	}
	for _, x := range c.circles {
		add(&circles, x.ID, x.Name, "c")
	}
	for _, x := range c.organisations {
		add(&employers, x.ID, x.Name, "o")
	}
	circle := widgets.NewChoice(circles, strconv.FormatInt(int64(f.circle), 10), nil)
	employer := widgets.NewChoice(employers, strconv.FormatInt(int64(f.organisation), 10), nil)
	tie := widgets.NewChoice(tieOptions(w, slices.Concat(data.DerivedTies, data.StatedTies), w.T("people.any_tie")), string(f.tie), nil)
	former := widgets.NewToggleChip(w.T("people.only_former"), f.former, func(bool) {})
	due := widgets.NewChoice([]widgets.Option{{Key: "", Text: w.T("people.due_or_not")}, {Key: string(dueNow), Text: words.Capital(dueNow.say(w))},
		{Key: string(overdue), Text: words.Capital(overdue.say(w))}, {Key: string(thisWeek), Text: words.Capital(thisWeek.say(w))}}, string(f.due), nil)
	order := widgets.NewChoice([]widgets.Option{{Key: "name", Text: w.T("people.by_name")}, {Key: "due", Text: words.Capital(w.T("people.due_first"))}}, orderKey(f), nil)
	form := widgets.Column(formGap,
		widgets.NewField(w.T("people.known"), "", widgets.Column(look.SmallGap, tie, widgets.Flow(0, former))),
		widgets.NewField(w.T("people.filter_circle"), "", circle),
		widgets.NewField(w.T("people.filter_organisation"), "", employer),
		widgets.Columns(150, formGap, widgets.NewField(w.T("people.filter_due"), "", due), widgets.NewField(w.T("people.filter_order"), "", order)))
	widgets.NewDialog(l.v.frame.Window(), w.T("people.filter_title"), form).Confirm(w.T("people.filter_show"), func() bool {
		f := filter{tie: data.TieKind(tie.Key()), due: dueFilter(due.Key()), dueFirst: order.Key() == "due"}
		f.former = f.tie != "" && former.On()
		f.circle, f.organisation = idOf(circle.Key()), idOf(employer.Key())
		f.circleName, f.employer = names["c"+circle.Key()], names["o"+employer.Key()]
		l.setFilter(f)
		return true
	}).Cancel(w.T("form.cancel")).Show()
}

func orderKey(f filter) string {
	if f.dueFirst {
		return "due"
	}
	return "name"
}

func idOf(key string) data.ID {
	id, _ := strconv.ParseInt(key, 10, 64) // the keys of choices are written above
	return data.ID(id)
}

// tieOptions lists ties to choose from, after an option that stands for none.
func tieOptions(w *words.Words, kinds []data.TieKind, none string) []widgets.Option {
	var options []widgets.Option
	if none != "" {
		options = append(options, widgets.Option{Text: none})
	}
	for _, k := range kinds {
		options = append(options, widgets.Option{Key: string(k), Text: words.Capital(w.Tie(k, true))})
	}
	return options
}

var _ fyne.Layout = (*split)(nil)
