// Package meeting is the screen before one meets somebody, or several at once: who they are now, what is open,
// and what to talk about, on one page that can be printed.
package meeting

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/sheet"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// view is the screen.
type view struct {
	frame   page.Frame
	store   *store.Store
	printer Printer
	people  []data.ID
	loader  *page.Loader[*sheet.Sheet]
	shown   *sheet.Sheet // nil until it is loaded, and when nobody is there any more

	print  *widgets.Button
	place  *fyne.Container
	object fyne.CanvasObject
}

var (
	_ page.Page   = (*view)(nil)
	_ page.Keyed  = (*view)(nil)
	_ page.Closer = (*view)(nil)
)

// New returns the page on those whom a route names.
func New(frame page.Frame, s *store.Store, printer Printer, route page.Route) page.Page {
	v := &view{frame: frame, store: s, printer: printer, people: route.Met(), loader: page.NewLoader[*sheet.Sheet](frame.Tasks(), frame.Fail)}
	v.place = container.NewStack()
	v.object = v.place
	v.load()
	return v
}

// Object is described at page.Page.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Close is described at page.Closer.
func (v *view) Close() { v.loader.Stop() }

// Changed is described at page.Page: what helps before a meeting follows from nearly everything.
func (v *view) Changed(data.Change) { v.load() }

func (v *view) load() {
	s, people, today, hidden := v.store, v.people, v.frame.Today(), v.frame.NamesHidden()
	w := v.frame.Words()
	v.loader.Load(func(ctx context.Context) (*sheet.Sheet, error) {
		m, err := briefing.Before(ctx, s, people, today)
		if errors.Is(err, data.ErrNotFound) {
			return nil, nil // gone: that is an answer, and undo may bring them back
		}
		if err != nil {
			return nil, err
		}
		veil, err := parts.LoadVeil(ctx, s, hidden)
		if err != nil {
			return nil, err
		}
		m = m.Reworded(veil.Over)
		return sheet.Of(w, m, func(name string) string { return parts.Called(name, hidden) }, today), nil
	}, v.show)
}

// show puts a sheet on the screen.
func (v *view) show(s *sheet.Sheet) {
	v.shown = s
	if s == nil {
		v.place.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.AccountIcon(), v.frame.Words().T("meeting.gone"))}
	} else {
		v.place.Objects = []fyne.CanvasObject{widgets.Page(v.sections(s)...)}
	}
	v.place.Refresh()
}

// sections returns what stands on the page, from top to bottom.
func (v *view) sections(s *sheet.Sheet) []fyne.CanvasObject {
	w := v.frame.Words()
	v.print = widgets.NewPrimary(w.T("meeting.print"), v.toPrinter).WithKey("P")
	all := []fyne.CanvasObject{widgets.NewHeader(s.Title, s.Sentence, widgets.NewButton(w.T("meeting.back"), v.frame.Back), v.print)}
	if len(s.Common) > 0 {
		all = append(all, columns(s.Common))
	}
	for i := range s.People {
		p := &s.People[i]
		all = append(all, v.header(p), columns(slices.DeleteFunc(slices.Clone(p.Sections), isAvoid)))
	}
	return all
}

// isAvoid reports whether a section says what is better left alone, which stands in the head.
func isAvoid(s sheet.Section) bool { return s.Kind == sheet.Avoid }

// header is the top of what is said of one person, with what opens their page. What is better left alone stands
// there too, so that it is read before anything else.
func (v *view) header(p *sheet.Person) fyne.CanvasObject {
	w := v.frame.Words()
	d := parts.PersonRowData{ID: p.ID, Name: p.Name, Second: p.Now, Initials: parts.Initials(p.Name), Risen: p.Risen}
	if p.Headline != "" {
		tone := look.Plain
		if p.Risen {
			tone = look.Brass
		}
		d.Chips = []parts.ChipData{{Text: p.Headline, Tone: tone}}
	}
	head := parts.NewPersonHeader(d, nil,
		widgets.NewButton(w.T("meeting.open"), func() { v.frame.Open(page.Person(p.ID)) }),
		widgets.NewButton(w.T("today.log"), func() { v.log(p) }))
	if i := slices.IndexFunc(p.Sections, isAvoid); i >= 0 {
		return widgets.Column(look.SmallGap, head, v.avoid(p.Sections[i]))
	}
	return head
}

// avoid says what is better left alone, in one paragraph.
func (v *view) avoid(s sheet.Section) fyne.CanvasObject {
	w := v.frame.Words()
	said := ""
	for _, l := range s.Lines {
		item := strings.TrimSpace(l.Text + " " + l.Note)
		if said != "" {
			item = w.T("list.more", words.Args{"List": said, "Item": item})
		}
		said = item
	}
	return widgets.NewToneCard(look.Claret, widgets.NewRuns(look.Body, widgets.Run{Text: w.T("meeting.avoid", words.Args{"Heading": s.Heading, "Topics": said})}))
}

// log notes contact with one of those met.
func (v *view) log(p *sheet.Person) {
	parts.LogContact(v.frame, v.store, parts.PersonRowData{ID: p.ID, Name: p.Name, Second: p.Now, Initials: parts.Initials(p.Name), Risen: p.Risen})
}

// logOnly notes contact where there is one person.
func (v *view) logOnly() {
	if v.shown != nil && len(v.shown.People) == 1 {
		v.log(&v.shown.People[0])
	}
}

// leastColumn is the width below which the two columns stand below each other.
const leastColumn float32 = 400

// left are the sections of the left column: what there was. The right one has what there is to do.
var left = map[sheet.Kind]bool{sheet.Known: true, sheet.Lately: true, sheet.Given: true, sheet.Projects: true, sheet.Notes: true, sheet.Among: true}

// columns puts sections into two columns; one that would stay empty leaves its room to the other.
func columns(sections []sheet.Section) fyne.CanvasObject {
	one, other := widgets.Column(look.Gap), widgets.Column(look.Gap)
	for _, s := range sections {
		to := other
		if left[s.Kind] {
			to = one
		}
		to.Add(widgets.NewSection(s.Heading, card(s)))
	}
	switch {
	case len(one.Objects) == 0:
		return other
	case len(other.Objects) == 0:
		return one
	}
	return widgets.Columns(leastColumn, look.Gap, one, other)
}

// card shows the lines of a section.
func card(s sheet.Section) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(s.Lines))
	for i, l := range s.Lines {
		row := widgets.Column(0, widgets.NewText(l.Text, look.Body))
		if l.Note != "" {
			style := look.Second
			if l.Due {
				style = style.In(look.ColorNameClaret)
			}
			row.Add(widgets.NewText(l.Note, style))
		}
		rows[i] = row
	}
	return widgets.NewRows(rows...)
}
