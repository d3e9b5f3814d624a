package rising

import (
	"context"
	"slices"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// filter says whose careers are shown. The zero filter is everyone's.
type filter struct {
	tie    data.TieKind
	former bool   // with tie: only ties that are over
	circle string // its name
}

// holds reports whether someone with these ties, in these circles, passes.
func (f filter) holds(ties []data.Tie, circles []string) bool {
	if f.circle != "" && !slices.Contains(circles, f.circle) {
		return false
	}
	return f.tie == "" || slices.ContainsFunc(ties, func(t data.Tie) bool { return t.Kind == f.tie && !(f.former && t.Current) })
}

// showFilters puts a chip for each part of the filter above the view, and the one that adds more.
func (v *view) showFilters() {
	w, f := v.words, v.filter
	v.chips.Objects = nil
	if f.tie != "" {
		v.chips.Add(widgets.NewRemovableChip(w.Tie(f.tie, !f.former), func() { v.setFilter(filter{circle: f.circle}) }))
	}
	if f.circle != "" {
		v.chips.Add(widgets.NewRemovableChip(f.circle, func() { v.setFilter(filter{tie: f.tie, former: f.former}) }))
	}
	var add *widgets.PressChip
	add = widgets.NewToggleChip(w.T("people.add_filter"), false, func(bool) {
		add.SetOn(false)
		v.askFilter()
	})
	v.chips.Add(add)
	v.chips.Refresh()
}

func (v *view) setFilter(f filter) {
	v.filter = f
	v.inbox.forget()
	v.showFilters()
	v.load()
}

// askFilter opens the dialog of filters.
func (v *view) askFilter() {
	var circles []data.Circle
	v.frame.Tasks().Go(func(ctx context.Context) (err error) {
		circles, err = v.store.Circles(ctx)
		return err
	}, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		v.openFilter(circles)
	})
}

func (v *view) openFilter(known []data.Circle) {
	w := v.words
	ties := []widgets.Option{{Text: w.T("people.any_tie")}}
	for _, kind := range slices.Concat(data.DerivedTies, data.StatedTies) {
		ties = append(ties, widgets.Option{Key: string(kind), Text: words.Capital(w.Tie(kind, true))})
	}
	circles := []widgets.Option{{Text: w.T("people.any_circle")}}
	for _, c := range known {
		circles = append(circles, widgets.Option{Key: c.Name, Text: c.Name})
	}
	tie := widgets.NewChoice(ties, string(v.filter.tie), nil)
	former := widgets.NewToggleChip(w.T("people.only_former"), v.filter.former, func(bool) {})
	circle := widgets.NewChoice(circles, v.filter.circle, nil)
	form := widgets.Column(look.FormGap,
		widgets.NewField(w.T("people.known"), "", widgets.Column(6, tie, widgets.Flow(0, former))),
		widgets.NewField(w.T("people.filter_circle"), "", circle))
	widgets.NewDialog(v.frame.Window(), w.T("people.filter_title"), form).Confirm(w.T("people.filter_show"), func() bool {
		f := filter{tie: data.TieKind(tie.Key()), circle: circle.Key()}
		f.former = f.tie != "" && former.On()
		v.setFilter(f)
		return true
	}).Cancel(w.T("form.cancel")).Show()
}
