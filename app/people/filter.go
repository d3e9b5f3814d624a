package people

import (
	"context"
	"slices"
	"strconv"
	"strings"

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
	track        data.Track
	level        data.Level
	orHigher     bool // with level: that one and all above it
	risen        bool // only former peers who are in management now
	confidants   bool // only those to turn to in trouble
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

// orHigher is the end of the key of a choice that stands for a level and all above it.
const orHigher = "+"

// levelKey returns the key of the choice that stands for what the filter says of levels.
func (f filter) levelKey() string {
	if f.orHigher {
		return string(f.level) + orHigher
	}
	return string(f.level)
}

func (f filter) sayLevel(w *words.Words) string {
	if f.orHigher {
		return w.T("people.or_higher", words.Args{"Level": w.Level(f.level)})
	}
	return w.Level(f.level)
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
	chip(f.risen, w.T("people.risen_peers"), func(f *filter) { f.risen = false })
	chip(f.track != "", w.Track(f.track), func(f *filter) { f.track = "" })
	chip(f.level != "", f.sayLevel(w), func(f *filter) { f.level, f.orHigher = "", false })
	chip(f.confidants, w.T("people.confidants"), func(f *filter) { f.confidants = false })
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

// filterForm asks for the parts of a filter.
type filterForm struct {
	circle, employer, tie, track, level, due, order *widgets.Choice
	former, risen, confidants                       *widgets.PressChip
	names                                           map[string]string // of circles and organisations, by prefixed key
	body                                            *fyne.Container
}

func (l *list) openFilters(c filterChoices) {
	w, form := l.v.words, newFilterForm(l.v.words, l.filter, c)
	widgets.NewDialog(l.v.frame.Window(), w.T("people.filter_title"), form.body).Confirm(w.T("people.filter_show"), func() bool {
		l.setFilter(form.filter())
		return true
	}).Cancel(w.T("form.cancel")).Show()
}

func newFilterForm(w *words.Words, f filter, c filterChoices) *filterForm {
	o := &filterForm{names: map[string]string{}}
	circles, employers := []widgets.Option{{Key: "0", Text: w.T("people.any_circle")}}, []widgets.Option{{Key: "0", Text: w.T("people.any_organisation")}}
	add := func(list *[]widgets.Option, id data.ID, name string, prefix string) {
		key := strconv.FormatInt(int64(id), 10)
		o.names[prefix+key] = name
		*list = append(*list, widgets.Option{Key: key, Text: name})
	}
	for _, x := range c.circles {
		add(&circles, x.ID, x.Name, "c")
	}
	for _, x := range c.organisations {
		add(&employers, x.ID, x.Name, "o")
	}
	o.circle = widgets.NewChoice(circles, strconv.FormatInt(int64(f.circle), 10), nil)
	o.employer = widgets.NewChoice(employers, strconv.FormatInt(int64(f.organisation), 10), nil)
	o.tie = widgets.NewChoice(tieOptions(w, slices.Concat(data.DerivedTies, data.StatedTies), w.T("people.any_tie")), string(f.tie), nil)
	o.former = widgets.NewToggleChip(w.T("people.only_former"), f.former, func(bool) {})
	o.risen = widgets.NewToggleChip(w.T("people.risen_peers"), f.risen, func(bool) {})
	o.confidants = widgets.NewToggleChip(w.T("people.confidants"), f.confidants, func(bool) {})
	o.track = widgets.NewChoice(trackOptions(w), string(f.track), nil)
	o.level = widgets.NewChoice(levelOptions(w), f.levelKey(), nil)
	o.due = widgets.NewChoice([]widgets.Option{{Key: "", Text: w.T("people.due_or_not")}, {Key: string(dueNow), Text: words.Capital(dueNow.say(w))},
		{Key: string(overdue), Text: words.Capital(overdue.say(w))}, {Key: string(thisWeek), Text: words.Capital(thisWeek.say(w))}}, string(f.due), nil)
	o.order = widgets.NewChoice([]widgets.Option{{Key: "name", Text: w.T("people.by_name")}, {Key: "due", Text: words.Capital(w.T("people.due_first"))}}, orderKey(f), nil)
	o.body = widgets.Column(look.FormGap,
		widgets.NewField(w.T("people.known"), "", widgets.Column(look.SmallGap, o.tie, widgets.Flow(look.SmallGap, o.former, o.risen, o.confidants))),
		widgets.Columns(150, look.FormGap, widgets.NewField(w.T("role.track"), "", o.track), widgets.NewField(w.T("role.level"), "", o.level)),
		widgets.NewField(w.T("people.filter_circle"), "", o.circle),
		widgets.NewField(w.T("people.filter_organisation"), "", o.employer),
		widgets.Columns(150, look.FormGap, widgets.NewField(w.T("people.filter_due"), "", o.due), widgets.NewField(w.T("people.filter_order"), "", o.order)))
	return o
}

// filter returns what is chosen.
func (o *filterForm) filter() filter {
	f := filter{tie: data.TieKind(o.tie.Key()), due: dueFilter(o.due.Key()), dueFirst: o.order.Key() == "due", risen: o.risen.On(), confidants: o.confidants.On(), track: data.Track(o.track.Key())}
	f.former = f.tie != "" && o.former.On()
	level, higher := strings.CutSuffix(o.level.Key(), orHigher)
	f.level, f.orHigher = data.Level(level), higher
	f.circle, f.organisation = idOf(o.circle.Key()), idOf(o.employer.Key())
	f.circleName, f.employer = o.names["c"+o.circle.Key()], o.names["o"+o.employer.Key()]
	return f
}

func trackOptions(w *words.Words) []widgets.Option {
	options := []widgets.Option{{Text: w.T("people.any_track")}}
	for _, t := range []data.Track{data.Management, data.Individual} {
		options = append(options, widgets.Option{Key: string(t), Text: words.Capital(w.Track(t))})
	}
	return options
}

func levelOptions(w *words.Words) []widgets.Option {
	options := []widgets.Option{{Text: w.T("people.any_level")}}
	for _, level := range data.Levels {
		options = append(options, widgets.Option{Key: string(level), Text: words.Capital(w.Level(level))})
		if level == data.ManagerLevel {
			f := filter{level: level, orHigher: true}
			options = append(options, widgets.Option{Key: f.levelKey(), Text: words.Capital(f.sayLevel(w))})
		}
	}
	return options
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
