package people

import (
	"context"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// reach lists how the person is reached and what else is known of them; nil when nothing is.
func (p *pane) reach() fyne.CanvasObject {
	w, person := p.v.words, &p.shown.person
	var rows []fyne.CanvasObject
	add := func(label string, content fyne.CanvasObject) {
		rows = append(rows, widgets.Sides(12, widgets.Fixed(labelWidth, 0, widgets.NewText(words.Capital(label), look.Second)), content, nil))
	}
	for _, c := range parts.Preferred(person.Contacts, p.shown.boundary.Channel) {
		label := w.ContactKind(c.Kind)
		if c.Label != "" {
			label = p.veil(c.Label)
		}
		add(label, p.contact(c))
	}
	if len(person.OtherNames) > 0 && !p.v.frame.NamesHidden() {
		names := widgets.Column(0) // a line of its own for each: they may be in other scripts
		for _, n := range person.OtherNames {
			names.Add(widgets.NewLine(n, look.Body))
		}
		add(w.T("people.other_names"), names)
	}
	if rows == nil {
		return nil
	}
	return widgets.NewRows(rows...)
}

const labelWidth float32 = 86

// contact shows a contact point, to be opened where it can be. An address says whom it reaches, so it is hidden
// with the names.
func (p *pane) contact(c data.ContactPoint) fyne.CanvasObject {
	target, shown := parts.LinkOf(c), c.Value
	if p.v.frame.NamesHidden() {
		shown = p.v.words.T("people.contact_hidden")
	}
	if target == nil {
		return widgets.NewLine(shown, look.Body)
	}
	return widgets.Flush(widgets.NewQuiet(shown, func() {
		p.v.frame.Tasks().Go(func(ctx context.Context) error { return parts.Open(ctx, target) }, func(err error) {
			if err != nil {
				p.v.frame.Toast(p.v.words.T("people.not_opened"), false)
			}
		})
	}))
}

// slugOf returns the slug of a LinkedIn profile, typed as the slug itself or as the address of the
// profile.
func slugOf(typed string) string {
	slug := strings.TrimSpace(typed)
	if _, after, found := strings.Cut(slug, "linkedin.com/in/"); found {
		slug = after
	}
	slug, _, _ = strings.Cut(slug, "?")
	slug, _, _ = strings.Cut(slug, "#")
	slug, _, _ = strings.Cut(slug, "/")
	if decoded, err := url.PathUnescape(slug); err == nil {
		slug = decoded
	}
	return strings.ToLower(slug)
}

// notes shows the user's notes, a paragraph each; nil when there are none.
func (p *pane) notes() fyne.CanvasObject {
	text := p.veil(strings.TrimSpace(p.shown.person.Notes))
	if text == "" {
		return nil
	}
	column := widgets.Column(look.SmallGap)
	for _, paragraph := range strings.Split(text, "\n\n") {
		column.Add(widgets.NewText(paragraph, look.Body))
	}
	return widgets.NewCard(column)
}
