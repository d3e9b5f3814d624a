package intake

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/match"
	"peerage/data/names"
	"peerage/data/store"
)

// reading is one table of a file: connections or the user's own jobs.
type reading struct {
	source data.Source
	day    data.Day
	// undated says that the day is only when the file was changed.
	undated bool
	digest  string
	people  []data.PersonDraft
	roles   []data.RoleDraft
	// outdated marks the user's own jobs as an older file has them. It is not remembered as read.
	outdated bool
}

// sighting is a snapshot, kept or new, with the reading it stands in.
type sighting struct {
	data.Snapshot
	reading data.ID // kept ones: the reading's id; new ones: minus the place in work.readings, from 1
}

func (s *sighting) draft() bool { return s.reading < 0 }

// group is a person to be: everything that speaks of them.
type group struct {
	sightings []int     // indexes into work.sightings, oldest first
	drafts    int       // how many of them are new
	moved     bool      // some of them, or an address, were taken for somebody else's so far
	person    data.ID   // who they are; 0 for someone new, until they are added
	absorbed  []data.ID // people of the store who turn out to be this one
	profiles  []seen    // newest first
	emails    []seen    // newest first
	wanted    want      // what the import makes of them
	roles     []data.Role
}

// touched reports whether the files, or what follows from them, say anything new of the person.
func (g *group) touched() bool { return g.drafts > 0 || g.moved || len(g.absorbed) > 0 }

// seen is a profile or an address with the last day a source gave it.
type seen struct {
	value string
	day   data.Day
}

// want is what is to be written of a person.
type want struct {
	store.Imported
	parted  bool // someone whose sightings were taken for somebody else's so far
	changed bool // in a way the user would call a change
	write   bool // in any way
}

// work is an import under way.
type work struct {
	ctx      context.Context
	tx       *store.Tx
	keeper   *careers.Keeper
	rules    *names.Rules
	progress func(done, of int)
	done     int // steps
	plan     *Plan
	readings []reading

	problems  [][]data.Problem // of each file
	exchanges []exchange
	people    map[data.ID]store.Imported
	contacts  map[data.ID][]store.SeenContact
	removed   map[data.ID][]data.ContactPoint // what the user removed
	roles     map[data.ID][]data.Role         // those that files gave
	stated    map[data.ID][]data.Role         // those that the user stated, and any others
	overruled map[data.ID][]data.RoleVerdict
	sightings []sighting
	groups    []group
	order     []*group // the groups as they are written
	reader    *careers.Reader
	career    careerPlan
	handed    []string          // profiles that came to be another person's, in order
	saidOf    map[data.ID][]int // kept sightings by whom they were taken for, once they are asked for
}

// load reads what the store knows that the plan depends on.
func (w *work) load() error {
	var err error
	if w.people, err = w.tx.ImportedPeople(); err != nil {
		return err
	}
	if w.removed, err = w.tx.RemovedContacts(); err != nil {
		return err
	}
	contacts, err := w.tx.SeenContacts()
	if err != nil {
		return err
	}
	w.contacts = make(map[data.ID][]store.SeenContact, len(w.people))
	for _, c := range contacts {
		w.contacts[c.Person] = append(w.contacts[c.Person], c)
	}
	if err := w.loadRoles(); err != nil {
		return err
	}
	said, err := w.tx.RoleVerdicts(0)
	if err != nil {
		return err
	}
	w.overruled = map[data.ID][]data.RoleVerdict{}
	for _, v := range said {
		w.overruled[v.Person] = append(w.overruled[v.Person], v)
	}
	kept, err := w.tx.Sightings()
	if err != nil {
		return err
	}
	w.sightings = make([]sighting, 0, len(kept)+w.entries())
	for i := range kept {
		w.sightings = append(w.sightings, sighting{Snapshot: kept[i].Snapshot, reading: kept[i].Reading})
	}
	w.draft()
	if w.reader, err = w.keeper.Reader(w.tx); err != nil {
		return err
	}
	if w.reader.Organisations, err = careers.Grouping(w.tx, w.rules, w.newEmployers()); err != nil {
		return err
	}
	w.planCareer()
	return w.ctx.Err()
}

func (w *work) loadRoles() error {
	roles, err := w.tx.AllRoles()
	if err != nil {
		return err
	}
	w.roles, w.stated = make(map[data.ID][]data.Role, len(w.people)), map[data.ID][]data.Role{}
	for i := range roles {
		r := &roles[i]
		if careers.Imported(r.Source) {
			w.roles[r.Person] = append(w.roles[r.Person], *r)
		} else {
			w.stated[r.Person] = append(w.stated[r.Person], *r)
		}
	}
	return nil
}

// entries counts the people that the files list.
func (w *work) entries() int {
	n := 0
	for i := range w.readings {
		n += len(w.readings[i].people)
	}
	return n
}

// draft adds what the files say to what was known.
func (w *work) draft() {
	for i := range w.readings {
		r := &w.readings[i]
		for j := range r.people {
			p := &r.people[j]
			w.sightings = append(w.sightings, sighting{reading: data.ID(-i - 1), Snapshot: data.Snapshot{
				Day: r.day, Source: r.source, Profile: p.Profile, Given: p.Given, Family: p.Family, Email: p.Email,
				Organisation: p.Organisation, Title: p.Title, Connected: p.Connected,
			}})
		}
	}
}

// newEmployers lists the employers that the files name.
func (w *work) newEmployers() []string {
	had := map[string]bool{"": true}
	var list []string
	add := func(text string) {
		if !had[text] {
			had[text] = true
			list = append(list, text)
		}
	}
	for i := range w.readings {
		r := &w.readings[i]
		for j := range r.people {
			add(r.people[j].Organisation)
		}
		for j := range r.roles {
			add(names.Clean(r.roles[j].Organisation))
		}
	}
	return list
}

// resolve groups sightings into people.
func (w *work) resolve() {
	all := make([]match.Sighting, len(w.sightings), len(w.sightings)+16)
	givens := map[string]string{} // most given names come again and again
	for i := range w.sightings {
		s := &w.sightings[i]
		given, known := givens[s.Given]
		if !known {
			given = names.Person(s.Given, "")
			givens[s.Given] = given
		}
		all[i] = match.Sighting{
			Reading: s.reading, Person: s.Person, Profile: s.Profile, Name: names.Person(s.Given, s.Family),
			Given: given, Email: s.Email, Connected: s.Connected,
		}
		if s.Profile == "" {
			all[i].Written = strings.Join([]string{s.Given, s.Family, s.Organisation, s.Title}, "\x00")
		}
	}
	all = append(all, w.typed()...)
	result := match.Resolve(all, func(i int) (employer, title string) {
		if i >= len(w.sightings) { // what the user typed tells of no work
			return "", ""
		}
		s := &w.sightings[i]
		return w.reader.Employer(s.Organisation), w.reader.Title(s.Title, s.Organisation)
	})
	w.groups = make([]group, result.People)
	for i := range w.sightings {
		g := &w.groups[result.Of[i]]
		g.sightings = append(g.sightings, i)
		if w.sightings[i].draft() {
			g.drafts++
		}
	}
	for i := range w.groups {
		w.addressesOf(&w.groups[i])
	}
	w.assign(all, result.Of)
	w.handed = result.Handed
	w.handOn()
	w.namesakesTyped()
	for _, d := range result.Doubles {
		a, b := &w.groups[d.A], &w.groups[d.B]
		if a.drafts+b.drafts > 0 {
			w.plan.Doubles = append(w.plan.Doubles, Double{a.person, b.person, w.nameOf(a), w.nameOf(b)})
		}
	}
}

// typed lists the profiles and addresses that the user typed, or keeps a label for, as sightings.
func (w *work) typed() []match.Sighting {
	var list []match.Sighting
	for _, id := range slices.Sorted(maps.Keys(w.contacts)) {
		for _, c := range w.contacts[id] {
			if id == data.Me || !c.Firm && c.Seen != 0 {
				continue
			}
			s := match.Sighting{Reading: match.Stated, Person: id}
			if c.Kind == data.LinkedIn {
				s.Profile = strings.ToLower(c.Value)
			} else {
				s.Email = strings.ToLower(c.Value)
			}
			list = append(list, s)
		}
	}
	return list
}

// older orders sightings by what they say alone, so that a career does not depend on the order in
// which files came.
func older(a, b *sighting) int {
	if a.Day != b.Day {
		return cmp.Compare(a.Day, b.Day)
	}
	return cmp.Or(
		strings.Compare(a.Profile, b.Profile), strings.Compare(a.Organisation, b.Organisation), strings.Compare(a.Title, b.Title),
		strings.Compare(a.Family, b.Family), strings.Compare(a.Given, b.Given), strings.Compare(a.Email, b.Email),
		cmp.Compare(a.Connected, b.Connected),
	)
}

// addressesOf sorts a group's sightings and collects the profiles and addresses it was seen with.
func (w *work) addressesOf(g *group) {
	if len(g.sightings) > 1 {
		slices.SortStableFunc(g.sightings, func(a, b int) int { return older(&w.sightings[a], &w.sightings[b]) })
	}
	add := func(list []seen, value string, day data.Day) []seen {
		if value == "" || slices.ContainsFunc(list, func(s seen) bool { return s.value == value }) {
			return list
		}
		return append(list, seen{value, day})
	}
	for _, i := range slices.Backward(g.sightings) {
		s := &w.sightings[i]
		g.profiles = add(g.profiles, s.Profile, s.Day)
		g.emails = add(g.emails, s.Email, s.Day)
	}
}

func (w *work) nameOf(g *group) string {
	s := &w.sightings[g.sightings[len(g.sightings)-1]]
	return fullName(s.Given, s.Family)
}

// fullName writes a name as its bearers do: family name first and without a blank where both parts
// are Chinese, Japanese or Korean.
func fullName(given, family string) string { return joined(names.Clean(given), names.Clean(family)) }

// joined is fullName for parts that are clean.
func joined(given, family string) string {
	if given != "" && family != "" && ideographic(given) && ideographic(family) {
		return names.Clean(family + given)
	}
	return names.Clean(given + " " + family)
}

func ideographic(s string) bool {
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			return false
		}
	}
	return true
}
