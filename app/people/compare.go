package people

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// compared is somebody whose career stands beside that of the person shown.
type compared struct {
	person data.Person
	roles  []data.Role
}

// loadOther puts somebody's career beside the person's. Somebody who is no more leaves my own there.
func (d *dossier) loadOther(ctx context.Context, s *store.Store, id data.ID) error {
	other := &compared{}
	var err error
	if other.person, err = s.Person(ctx, id); errors.Is(err, data.ErrNotFound) {
		return nil
	}
	if err == nil {
		other.roles, err = s.Roles(ctx, id)
	}
	if err == nil {
		d.other = other
	}
	return err
}

// compare asks whose career to show beside that of the person shown.
func (p *pane) compare() {
	p.noteFocus()
	v, w, shown := p.v, p.v.words, p.shown.person.ID
	find := parts.Finder(v.store, w, v.frame.NamesHidden())
	others := func(ctx context.Context, query string) ([]parts.PersonRowData, error) {
		found, err := find(ctx, query)
		return slices.DeleteFunc(found, func(d parts.PersonRowData) bool { return d.ID == shown }), err
	}
	var dialog *widgets.Dialog
	picker := parts.NewOnePersonPicker(v.frame.Tasks(), w.T("log.with_whom"), others, v.frame.Fail)
	picker.OnChanged = func(chosen []data.ID) {
		if len(chosen) > 0 {
			dialog.Close()
			p.compareWith(chosen[0])
		}
	}
	dialog = widgets.NewDialog(v.frame.Window(), w.T("people.compare_title", words.Args{"Name": p.name()}), picker).Cancel(w.T("form.cancel"))
	dialog.Show()
}

// compareWith shows somebody's career beside that of the person shown; mine with data.Me.
func (p *pane) compareWith(id data.ID) {
	p.beside = id
	p.load()
}

// shared says where and when the two who are compared were at one organisation.
func (p *pane) shared() string {
	w, d := p.v.words, p.shown
	pair := w.List([]string{p.short(&d.person), p.short(&d.other.person)})
	var said []string
	for _, m := range encounters(d, p.v.frame.Today()) {
		said = append(said, w.T("people.both_at", words.Args{"Names": pair, "Organisation": m.organisation, "Span": w.Span(m.from, m.to)}))
	}
	if said == nil {
		return w.T("people.never_met", words.Args{"Names": pair})
	}
	return strings.Join(said, " ")
}

// stretch is a time of which both ends are known, as they are written, and as the widest days; to is zero
// while it lasts.
type stretch struct {
	from, to    data.PartialDay
	first, last data.Day
}

// stretchOf returns when a role is known to have been held, as its dates or those who saw it say.
func stretchOf(r *data.Role, today data.Day) (stretch, bool) {
	s := stretch{r.From, r.To, r.From.Earliest(), r.To.Latest()}
	if s.first == 0 {
		s.from, s.first = data.Whole(r.FirstSeen), r.FirstSeen
	}
	switch {
	case s.last != 0:
	case r.Current:
		s.last = today
	default:
		s.to, s.last = data.Whole(r.LastSeen), r.LastSeen
	}
	return s, s.first != 0 && s.first <= s.last
}

// encounter is a time in which the two who are compared were at one organisation.
type encounter struct {
	stretch
	id           data.ID
	organisation string
	span         widgets.Span
}

// breather is how many days may lie between two roles at an organisation that are one time there.
const breather = 62

// encounters returns the times in which the two who are compared were at one organisation, in order.
func encounters(d *dossier, today data.Day) []encounter {
	var all []encounter
	for i := range d.roles {
		for j := range d.other.roles {
			a, b := &d.roles[i], &d.other.roles[j]
			x, ok1 := stretchOf(a, today)
			y, ok2 := stretchOf(b, today)
			if a.Organisation == 0 || a.Organisation != b.Organisation || !ok1 || !ok2 || max(x.first, y.first) > min(x.last, y.last) {
				continue
			}
			if y.first > x.first {
				x.from, x.first = y.from, y.first
			}
			if y.last < x.last || y.last == x.last && x.to.IsZero() {
				x.to, x.last = y.to, y.last
			}
			all = append(all, encounter{stretch: x, id: a.Organisation, organisation: a.Employer})
		}
	}
	slices.SortFunc(all, func(a, b encounter) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last))
	})
	var whole []encounter
	for _, e := range all {
		last := len(whole) - 1
		switch {
		case last < 0 || whole[last].id != e.id || e.first > whole[last].last+breather:
			whole = append(whole, e)
		case e.last > whole[last].last:
			whole[last].to, whole[last].last = e.to, e.last
		}
	}
	slices.SortStableFunc(whole, func(a, b encounter) int { return cmp.Compare(a.first, b.first) })
	for i := range whole {
		whole[i].span = widgets.Span{From: yearOf(whole[i].first), To: yearOf(whole[i].last + 1)}
	}
	return whole
}
