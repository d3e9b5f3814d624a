package briefing

import (
	"slices"
	"strconv"
	"strings"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// shares: who is in the field of somebody who gave me something useful lately, for those near.
func (g *gatherer) shares() ([]option, error) {
	exchanges, err := g.store.Exchanges(g.ctx, store.ExchangeFilter{Since: g.today - gotLately})
	if err != nil {
		return nil, err
	}
	passed := map[string]bool{} // what I gave to whom, by its words
	given := func(p data.ID, text string) string { return strconv.FormatInt(int64(p), 10) + " " + names.Fold(text) }
	for _, e := range exchanges {
		if e.Kind == data.Resource && e.By == data.Mine {
			passed[given(e.Person, e.Text)] = true
		}
	}
	got := slices.DeleteFunc(exchanges, func(e data.Exchange) bool {
		return e.Kind != data.Resource || e.By != data.Theirs || strings.TrimSpace(e.Text) == "" || e.Day > g.today
	})
	givers := make([]data.ID, len(got))
	for i := range got {
		givers[i] = got[i].Person
	}
	near, err := g.sameField(givers)
	if err != nil {
		return nil, err
	}
	known, err := g.store.Known(g.ctx, givers, g.today)
	var all []option
	for _, e := range got {
		var from []data.Someone
		if k, ok := known[e.Person]; ok {
			from = []data.Someone{{Person: e.Person, Name: k.Name}}
		}
		for _, id := range near[e.Person] {
			if id != e.Person && !passed[given(id, e.Text)] {
				all = append(all, option{Suggestion: data.Suggestion{Case: data.ShareField, Person: id, Subject: e.UUID, What: e.Text, First: e.Day,
					Others: from}, weight: int(e.Day)})
			}
		}
	}
	return all, err
}

// sameField returns, for each of the people given, who is near and in the field that they are in today.
func (g *gatherer) sameField(people []data.ID) (map[data.ID][]data.ID, error) {
	roles, err := g.store.RolesOf(g.ctx, people, nil)
	if err != nil {
		return nil, err
	}
	same := map[data.ID][]data.ID{}
	in := map[data.Field][]data.ID{}
	for i := range roles {
		person, field := roles[i].Person, roles[i].Standing.Field
		if _, found := same[person]; found || !roles[i].Current || field == data.UnknownField || field == "" {
			continue
		}
		if _, asked := in[field]; !asked {
			if in[field], err = g.store.NearInField(g.ctx, field, g.today-nearWithin); err != nil {
				return nil, err
			}
		}
		same[person] = in[field]
	}
	return same, nil
}

func (g *gatherer) someone(people ...data.ID) ([]data.Someone, error) {
	known, err := g.store.Known(g.ctx, people, g.today)
	var all []data.Someone
	for _, id := range people {
		if k, ok := known[id]; ok {
			all = append(all, data.Someone{Person: id, Name: k.Name})
		}
	}
	return all, err
}

// largestCircle is how many people a circle has at most in which somebody is missed.
const largestCircle = 40

// invitations: whoever of a circle was not there when the others of it last met, in a group.
func (g *gatherer) invitations() ([]option, error) {
	circles, err := g.store.Companies(g.ctx, largestCircle)
	if err != nil || len(circles) == 0 {
		return nil, err
	}
	recent, err := g.recent()
	var all []option
	for _, c := range circles {
		met, there := lastMeeting(c, recent, g.today-metLately)
		if met == nil {
			continue
		}
		for _, id := range c.People {
			if !slices.Contains(there, id) {
				all = append(all, option{Suggestion: data.Suggestion{Case: data.InviteGroup, Person: id, Subject: met.UUID, What: c.Name,
					First: met.Day, Others: unnamed(there)}, weight: int(met.Day)})
			}
		}
	}
	return all, err
}

// lastMeeting returns the newest contact since a day at which two or more of a circle were together, and who
// of it was there; nil when there was none. What is only written is no meeting.
func lastMeeting(c store.Company, recent []data.Interaction, since data.Day) (*data.Interaction, []data.ID) {
	for i := range recent {
		met := &recent[i]
		if met.Day < since || len(met.People) < 2 || met.Kind == data.Message || met.Kind == data.Mail {
			continue
		}
		there := slices.DeleteFunc(slices.Clone(met.People), func(id data.ID) bool { return !slices.Contains(c.People, id) })
		if len(there) > 1 {
			return met, there
		}
	}
	return nil, nil
}

func unnamed(people []data.ID) []data.Someone {
	all := make([]data.Someone, len(people))
	for i, id := range people {
		all[i].Person = id
	}
	return all
}

// completeInvitation names those who were there.
func (g *gatherer) completeInvitation(n *data.Suggestion) (err error) {
	var there []data.ID
	for _, o := range n.Others {
		there = append(there, o.Person)
	}
	n.Others, err = g.someone(there...)
	return err
}

// silentTaken is how many of those there was no contact with for long are looked at.
const silentTaken = 100

// coffees: those far away, or coworkers once, with whom there was no contact for long; those first with whom
// there was some not so long ago.
func (g *gatherer) coffees() ([]option, error) {
	silent, err := g.store.Silent(g.ctx, g.today-silentFor, silentTaken)
	if err != nil || len(silent) == 0 {
		return nil, err
	}
	me, err := g.store.Person(g.ctx, data.Me)
	if err != nil {
		return nil, err
	}
	people := make([]data.ID, len(silent))
	for i := range silent {
		people[i] = silent[i].Person
	}
	known, err := g.store.Known(g.ctx, people, g.today)
	var all []option
	for i, p := range silent {
		n := option{Suggestion: data.Suggestion{Case: data.CoffeeFormer, Person: p.Person}, weight: -i}
		switch {
		case elsewhere(known[p.Person].Place, me.Place):
			n.Case = data.CoffeeFar
		case !p.Former:
			continue
		}
		all = append(all, n)
	}
	return all, err
}

// elsewhere reports whether two places are known to differ. What stands behind the first comma, a region
// or a country, is often left out.
func elsewhere(a, b string) bool {
	town := func(s string) string {
		before, _, _ := strings.Cut(s, ",")
		return names.Fold(before)
	}
	return town(a) != "" && town(b) != "" && town(a) != town(b)
}
