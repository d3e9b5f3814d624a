package command

import (
	"slices"
	"strings"

	"peerage/app/words"
	"peerage/data"
)

// describe writes everything about a person for people to read.
func (r *runner) describe(p *shownJSON) {
	w := r.Words
	name := p.Name
	if name == "" && p.me {
		name = w.T("people.you")
	}
	r.say(name)
	if now := listed(p.Title, p.Organisation); now != "" {
		r.say(now)
	}
	if p.Headline != "" {
		headline := w.T("people.perhaps_risen")
		if slices.ContainsFunc(p.Ties, func(t tieJSON) bool { return t.Kind == data.Peer && !t.Current && t.Sure != data.Possible }) {
			headline = w.T("people.risen")
		}
		r.say(words.Capital(headline))
	}
	r.section("", r.facts(p))
	r.section("people.known", r.tieRows(p.Ties))
	var rows [][]string
	for _, role := range p.Roles {
		rows = append(rows, []string{w.Span(role.From, role.To), role.Title, role.Organisation})
	}
	r.section("command.section_career", rows)
	rows = nil
	for _, i := range p.Interactions {
		kind := w.InteractionKind(i.Kind)
		if len(i.With) > 0 {
			kind = w.T("command.contact_with", words.Args{"Kind": kind, "Names": w.List(i.With)})
		}
		rows = append(rows, []string{w.Date(i.Day, r.today), kind, i.Text})
	}
	r.section("command.section_contact", rows)
	rows = nil
	for _, d := range p.Details {
		ask := ""
		if d.AskOn != 0 {
			ask = w.T("command.ask_on", words.Args{"Day": w.Day(d.AskOn, r.today)})
		}
		rows = append(rows, []string{d.Text, ask})
	}
	r.section("command.section_details", rows)
	r.describeBounds(p)
	r.describeCare(p)
	if p.Notes != "" {
		r.heading("people.notes")
		for _, line := range strings.Split(p.Notes, "\n") {
			r.say("  " + line)
		}
	}
}

// section writes rows under a heading, nothing when there are none. The last column, which holds what
// people wrote, is not cut.
func (r *runner) section(heading string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	if heading == "" {
		r.say("")
	} else {
		r.heading(heading)
	}
	r.table("  ", rows)
}

// facts lists in two columns what is known of a person besides career and contact.
func (r *runner) facts(p *shownJSON) [][]string {
	w := r.Words
	var rows [][]string
	add := func(id, value string) {
		if value != "" {
			rows = append(rows, []string{w.T(id), value})
		}
	}
	if p.due != nil {
		add("command.fact_rhythm", listed(w.Every(p.Cadence.Ideal), w.Due(*p.due, r.today)))
	}
	if p.PausedUntil > r.today {
		add("command.fact_paused", w.Date(p.PausedUntil, r.today))
	}
	add("command.fact_boundary", w.Boundary(p.boundary))
	add("settings.circles", listed(p.Circles...))
	add("command.fact_other_names", listed(p.OtherNames...))
	add("command.fact_place", p.Place)
	add("people.birthday", w.Partial(p.Birthday))
	add("people.how_you_met", p.HowMet)
	if p.LinkedIn != "" {
		rows = append(rows, []string{w.ContactKind(data.LinkedIn), p.LinkedIn})
	}
	for _, c := range p.Contacts {
		rows = append(rows, []string{words.Capital(w.ContactKind(c.Kind)), listed(c.Value, c.Label)})
	}
	add("command.fact_connected", w.Date(p.Connected, r.today))
	if p.Confidant {
		rows = append(rows, []string{words.Capital(w.T("people.confidant")), ""})
	}
	if p.Private {
		rows = append(rows, []string{w.T("command.fact_private"), ""})
	}
	return rows
}

// tieRows says how Me and a person stand to each other, with the evidence.
func (r *runner) tieRows(ties []tieJSON) [][]string {
	w := r.Words
	var rows [][]string
	for _, t := range ties {
		employer, months, sure := "", "", w.Sureness(t.Sure)
		if t.Theirs != nil && !t.alone {
			employer = t.Theirs.Organisation
		}
		if t.Project != "" {
			employer = t.Project
		}
		if t.Months != nil {
			months = w.Months(*t.Months)
		}
		if !t.Derived {
			sure = w.Source(data.Stated)
		}
		rows = append(rows, []string{w.Tie(t.Kind, t.Current), employer, w.Span(t.Since, t.Until), months, sure})
	}
	return rows
}
