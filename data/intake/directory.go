package intake

import (
	"maps"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/names"
)

// acquaintance is a person as the import leaves them, in whose files or by whose hand they are known.
type acquaintance struct {
	group  *group    // nil for someone of whom no source speaks
	known  []data.ID // who they are in the store so far, the one who stays first
	places map[string]bool
	slugs  bool // some profile of theirs is known
}

// id returns who it is, once everyone new was added.
func (a *acquaintance) id() data.ID {
	if a.group != nil {
		return a.group.person
	}
	return a.known[0]
}

// directory finds people by what a file says of somebody who is not described in it.
type directory struct {
	employer func(written string) string
	byName   map[string][]*acquaintance
	bySlug   map[string][]*acquaintance // whoever has a profile, and who had it before it was handed on
}

// directory lists everyone but Me: those the store knows and those the files add.
func (w *work) directory() *directory {
	d := &directory{w.reader.Employer, map[string][]*acquaintance{}, map[string][]*acquaintance{}}
	listed := map[data.ID]bool{data.Me: true}
	for i := range w.groups {
		g := &w.groups[i]
		a := &acquaintance{group: g, known: g.known(), places: map[string]bool{}}
		for _, n := range g.sightings {
			s := &w.sightings[n]
			d.name(a, names.Person(s.Given, s.Family))
			d.place(a, s.Organisation)
			if _, ok := slices.BinarySearch(w.handed, s.Profile); ok {
				d.slug(a, s.Profile)
			}
		}
		for _, s := range g.profiles {
			d.slug(a, s.value)
		}
		w.enter(d, a)
		for _, id := range a.known {
			listed[id] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(w.people)) {
		if !listed[id] {
			w.enter(d, &acquaintance{known: []data.ID{id}, places: map[string]bool{}})
		}
	}
	return d
}

// enter adds what the store knows of somebody.
func (w *work) enter(d *directory, a *acquaintance) {
	for _, id := range a.known {
		p := w.people[id]
		for _, name := range append([]string{p.Name}, p.OtherNames...) {
			d.name(a, nameKey(name))
		}
		for _, c := range w.contacts[id] {
			if c.Kind == data.LinkedIn {
				d.slug(a, strings.ToLower(c.Value))
			}
		}
		for _, r := range w.stated[id] {
			d.place(a, r.Employer)
		}
	}
}

func (d *directory) name(a *acquaintance, key string) {
	if key != "" && !slices.Contains(d.byName[key], a) {
		d.byName[key] = append(d.byName[key], a)
	}
}

func (d *directory) slug(a *acquaintance, slug string) {
	if !slices.Contains(d.bySlug[slug], a) {
		d.bySlug[slug] = append(d.bySlug[slug], a)
	}
	a.slugs = true
}

func (d *directory) place(a *acquaintance, written string) {
	if written != "" {
		a.places[d.employer(written)] = true
	}
}

// namesakes reports whether somebody is called what an entry says.
func (d *directory) namesakes(e *data.ExchangeDraft) bool {
	return len(d.byName[names.Person(e.Given, e.Family)]) > 0
}

// fitting returns whom an entry may be about. Their profile tells, else their name: who is known by
// other profiles than the one an entry gives is somebody else of that name. Of several of a name those
// fit who have been seen where the entry has them.
func (d *directory) fitting(e *data.ExchangeDraft) []*acquaintance {
	called := d.byName[names.Person(e.Given, e.Family)]
	if list := d.bySlug[e.Profile]; e.Profile != "" && len(list) > 0 {
		if them := slices.DeleteFunc(slices.Clone(list), func(a *acquaintance) bool { return !slices.Contains(called, a) }); len(them) > 0 {
			return them
		}
		return list
	}
	fitting := slices.Clone(called)
	if e.Profile != "" {
		fitting = slices.DeleteFunc(fitting, func(a *acquaintance) bool { return a.slugs })
	}
	if len(fitting) < 2 || e.Organisation == "" {
		return fitting
	}
	place := d.employer(e.Organisation)
	there := slices.DeleteFunc(slices.Clone(fitting), func(a *acquaintance) bool { return !a.places[place] })
	if len(there) == 1 {
		return there
	}
	return fitting
}
