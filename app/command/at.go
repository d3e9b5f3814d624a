package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

// findOrganisation returns the organisation that an argument means: one of its names, or a part of a
// name that fits one organisation only. Anything else is wrong usage, with the organisations it may mean.
func (r *runner) findOrganisation(ctx context.Context, s *store.Store, arg string) (place, error) {
	p, err := loadPlaces(ctx, s)
	if err != nil {
		return place{}, err
	}
	return r.chosen(p, arg)
}

// chosen returns the one of some organisations that an argument means.
func (r *runner) chosen(p *places, arg string) (place, error) {
	fit := p.called(arg)
	if len(fit) == 0 {
		fit = p.find(arg)
	}
	args := words.Args{"Name": names.Clean(arg)}
	switch len(fit) {
	case 0:
		return place{}, r.usage("command.no_organisation", args)
	case 1:
		return placeOf(fit[0]), nil
	}
	var b strings.Builder
	b.WriteString(r.Words.T("command.several_organisations", args))
	for i, o := range fit {
		if i == maxCandidates {
			b.WriteString("\n  " + r.Words.N("command.more", len(fit)-i))
			break
		}
		fmt.Fprintf(&b, "\n  %s", cut(names.Clean(o.Name), widestCell))
		if said := r.Words.Counted(o.Now, o.Before, o.InManagement); said != "" {
			b.WriteString(" (" + said + ")")
		}
	}
	return place{}, usageError{said(b.String())}
}

// peopleAt lists those who are at an organisation now, then those who were; with words only those whom
// they find.
func (r *runner) peopleAt(ctx context.Context, s *store.Store, wanted, organisation string) error {
	at, err := r.findOrganisation(ctx, s, organisation)
	if err != nil {
		return err
	}
	place := &briefing.Organisation{Organisation: data.Organisation{Name: at.name}}
	if at.id != 0 {
		if place, err = briefing.At(ctx, s, at.id, r.today); err != nil {
			return err
		}
	}
	found, err := s.People(ctx, store.Filter{Words: wanted})
	if err != nil {
		return err
	}
	now, err := r.list(ctx, s, among(place.Now, found))
	if err != nil {
		return err
	}
	before, err := r.list(ctx, s, among(place.Before, found))
	switch {
	case err != nil:
		return err
	case r.json:
		return r.print(append(now, before...))
	case len(now)+len(before) == 0 && strings.TrimSpace(wanted) != "":
		r.say(r.Words.T("command.nobody_found", words.Args{"Words": wanted}))
		return nil
	}
	r.say(r.Words.Known(words.Known{Organisation: place.Name, Now: len(now), Before: len(before)}))
	for _, part := range []struct {
		heading string
		people  []listedJSON
	}{{"organisations.now", now}, {"organisations.before", before}} {
		if len(part.people) > 0 {
			r.say(r.Words.N(part.heading, len(part.people)))
			r.columns(part.people)
		}
	}
	return nil
}

// among returns the rows of people whom a search has found as well.
func among(people []briefing.Acquaintance, found []*store.Row) []*store.Row {
	var rows []*store.Row
	for _, p := range people {
		if slices.ContainsFunc(found, func(r *store.Row) bool { return r.ID == p.Row.ID }) {
			rows = append(rows, p.Row)
		}
	}
	return rows
}
