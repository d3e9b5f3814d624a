package briefing

import (
	"slices"

	"peerage/data"
)

// Reworded returns the meeting with everything that the user wrote in free words changed, such as to keep names out
// of it. The names themselves stay, as does who is private.
func (m *Meeting) Reworded(change func(text string) string) *Meeting {
	reworded := *m
	reworded.People = slices.Clone(m.People)
	for i := range reworded.People {
		reworded.People[i].reword(change)
	}
	reworded.Among = each(m.Among, func(k *Knowing) {
		if k.Introduction != nil {
			introduction := *k.Introduction
			introduction.Note = change(introduction.Note)
			k.Introduction = &introduction
		}
	})
	return &reworded
}

// reword changes what the user wrote, in copies of the lists it stands in.
func (b *Brief) reword(change func(string) string) {
	b.Person.HowMet, b.Person.Notes = change(b.Person.HowMet), change(b.Person.Notes)
	b.Ties = each(b.Ties, func(t *data.Tie) { t.Note = change(t.Note) })
	b.Last = each(b.Last, func(c *data.Interaction) { c.Text = change(c.Text) })
	b.Promises = each(b.Promises, func(p *data.Promise) { p.What = change(p.What) })
	b.Details = each(b.Details, func(d *data.Detail) { d.Text = change(d.Text) })
	b.Boundary.Avoid = each(b.Boundary.Avoid, func(topic *string) { *topic = change(*topic) })
	b.Occasions = each(b.Occasions, func(o *data.Occasion) {
		if o.Kind == data.OwnOccasion {
			o.Text = change(o.Text)
		}
	})
	b.Projects = each(b.Projects, func(p *data.Project) { p.Name, p.Outcome = change(p.Name), change(p.Outcome) })
	b.Introductions = each(b.Introductions, func(i *data.Introduction) { i.Note = change(i.Note) })
	gift := func(g *data.Gift) { g.Text = change(g.Text) }
	b.Exchanged = &data.Exchanged{Person: b.Exchanged.Person, Given: each(b.Exchanged.Given, gift), Received: each(b.Exchanged.Received, gift)}
}

// each returns a copy of a list with each of its members changed.
func each[T any](list []T, change func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		change(&list[i])
	}
	return list
}
