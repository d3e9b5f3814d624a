package sheet

import (
	"strings"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
)

// person says what helps before meeting one person.
func (x *writer) person(b *briefing.Brief) Person {
	p := Person{ID: b.Person.ID, Name: x.called(b.Person.Name), Now: x.now(b), Headline: words.Capital(x.TiesNamed(b.Ties)), Risen: b.Risen}
	if b.Risen {
		p.Headline = words.Capital(x.T("people.perhaps_risen"))
		if data.SurelyFormerPeers(b.Ties) {
			p.Headline = words.Capital(x.T("people.risen"))
		}
	}
	p.Sections = filled(
		Section{Known, x.T("people.known"), x.known(b)},
		Section{Lately, x.T("people.lately"), x.lately(b)},
		Section{Promises, x.T("promises.heading"), x.promises(b)},
		Section{Remember, x.T("people.remember"), x.details(b)},
		Section{Moves, x.T("sheet.moves"), x.moves(b)},
		Section{Coming, x.T("sheet.coming"), x.coming(b)},
		Section{Avoid, x.T("sheet.avoid"), x.avoid(b)},
		Section{Given, x.T("given.heading"), x.given(b)},
		Section{Projects, x.T("sheet.projects"), x.projects(b)},
		Section{Notes, x.T("people.notes"), paragraphs(b.Person.Notes)},
		Section{Questions, x.T("sheet.questions"), x.questions(b)},
	)
	return p
}

// now says who they are now: "Engineering Manager at Zenith, Porto. Prefers a call; not before ten."
func (x *writer) now(b *briefing.Brief) string {
	level := ""
	if b.Now != nil && b.Now.Standing.Level.Rank() >= data.ManagerLevel.Rank() {
		level = x.Level(b.Now.Standing.Level)
		if strings.Contains(strings.ToLower(b.Now.Title+" "+b.Now.Employer), strings.ToLower(level)) {
			level = ""
		}
	}
	said := []string{x.Now(b.Now, level, b.Person.Place)}
	if b.Boundary.NoContact {
		said = append(said, x.Sentence(x.T("boundary.no_contact")))
	}
	if b.Person.PausedUntil > x.today {
		said = append(said, x.T("people.paused", words.Args{"Day": x.Date(b.Person.PausedUntil, x.today)}))
	}
	return strings.TrimSpace(strings.Join(append(said, x.Manner(b.Boundary)), " "))
}

// tiesTold is how many ties are told; a page before a meeting is no dossier.
const tiesTold = 3

// known says how we know each other, with the evidence. Whoever were peers worked together: that is told once.
func (x *writer) known(b *briefing.Brief) []Line {
	var lines []Line
	told := map[string]bool{}
	for _, t := range data.Foremost(b.Ties, tiesTold) {
		at := ""
		for i := range b.Ties {
			if b.Ties[i].Kind == t.Kind && b.Ties[i].Mine == t.Mine && b.Ties[i].Theirs == t.Theirs {
				at = names.Clean(b.At[i])
			}
		}
		if t.ByProfession() || t.Kind == data.Coworker && told[at] {
			continue
		}
		told[at] = t.Kind == data.Peer && at != ""
		line := Line{Text: x.Together(t, at)}
		switch {
		case !t.Derived:
			line.Note = x.Sentence(brief(t.Note))
		case t.Kind != data.Collaborator:
			line.Note = words.Capital(x.Sureness(t.Sure))
		}
		lines = append(lines, line)
	}
	for i := range b.Introductions {
		lines = append(lines, Line{Text: x.Sentence(x.Introduction(&b.Introductions[i], x.called))})
	}
	if met := brief(b.Person.HowMet); met != "" {
		lines = append(lines, Line{Text: x.T("people.how_met", words.Args{"Text": x.Sentence(met)})})
	}
	return lines
}

// lately says the last contacts.
func (x *writer) lately(b *briefing.Brief) []Line {
	var lines []Line
	for i := range b.Last {
		contact := &b.Last[i]
		var others []string
		for _, id := range contact.People {
			if name := b.With[id]; name != "" && id != b.Person.ID {
				others = append(others, x.called(name))
			}
		}
		line := Line{Text: x.Contact(contact, x.today)}
		if len(others) > 0 {
			line.Note = x.T("sheet.with", words.Args{"Names": x.List(others)})
		}
		lines = append(lines, line)
	}
	return lines
}

func (x *writer) promises(b *briefing.Brief) []Line {
	var lines []Line
	for i := range b.Promises {
		p := &b.Promises[i]
		lines = append(lines, Line{Text: x.Sentence(words.Capital(x.Promised(p.By, x.short(b), brief(p.What)))), Note: words.Capital(x.PromiseWhen(p, x.today)),
			Due: p.Due != 0 && p.Due <= x.today})
	}
	return lines
}

// short returns what they are called by those who know them.
func (x *writer) short(b *briefing.Brief) string {
	short, name := names.Clean(b.Person.Short()), x.called(b.Person.Name)
	if short == "" || !strings.Contains(name, short) {
		return name
	}
	return short
}

func (x *writer) details(b *briefing.Brief) []Line {
	var lines []Line
	for _, d := range b.Details {
		line := Line{Text: brief(d.Text), Due: d.AskOn != 0 && d.AskOn <= x.today}
		switch {
		case line.Due:
			line.Note = x.T("sheet.ask_now")
		case d.AskOn != 0:
			line.Note = words.Capital(x.T("people.ask_again", words.Args{"Day": x.Day(d.AskOn, x.today)}))
		}
		lines = append(lines, line)
	}
	return lines
}

func (x *writer) moves(b *briefing.Brief) []Line {
	var lines []Line
	for i := range b.Moves {
		m := &b.Moves[i]
		line := Line{Text: x.MoveAlone(m), Note: x.Before(m, x.today)}
		if m.Status == data.MoveNew {
			line.Note = strings.TrimSpace(line.Note + " " + x.T("sheet.unconfirmed"))
		}
		lines = append(lines, line)
	}
	return lines
}

func (x *writer) coming(b *briefing.Brief) []Line {
	var lines []Line
	for _, o := range b.Occasions {
		o.Name = x.called(o.Name)
		lines = append(lines, Line{Text: x.Occasion(o, x.today)})
	}
	return lines
}

func (x *writer) avoid(b *briefing.Brief) []Line {
	var lines []Line
	for _, topic := range b.Boundary.Avoid {
		lines = append(lines, Line{Text: brief(topic)})
	}
	return lines
}

// given says what we gave each other, in a sentence; the newest of each side follow.
func (x *writer) given(b *briefing.Brief) []Line {
	said := x.GiveAndTake(x.short(b), b.Period, b.Exchanged, x.called)
	if said == "" {
		return nil
	}
	return []Line{{Text: said, Note: x.Pattern(b.Exchanged.Pattern(), b.Period)}}
}

func (x *writer) projects(b *briefing.Brief) []Line {
	var lines []Line
	for i := range b.Projects {
		p := &b.Projects[i]
		line := Line{Text: names.Clean(p.Name), Note: x.Sentence(brief(p.Outcome))}
		if span := x.Span(p.From, p.To); span != "" {
			line.Text = x.T("list.more", words.Args{"List": line.Text, "Item": span})
		}
		lines = append(lines, line)
	}
	return lines
}

func (x *writer) questions(b *briefing.Brief) []Line {
	var lines []Line
	for _, q := range b.Questions {
		if text := x.Question(q); text != "" {
			lines = append(lines, Line{Text: text})
		}
	}
	return lines
}
