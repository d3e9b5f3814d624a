package briefing

import (
	"cmp"
	"context"
	"slices"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/paths"
	"peerage/data/store"
)

// Way is a path from me to somebody or to an organisation, with what shows each step.
type Way []WayStep

// WayStep is one who is reached from the one before.
type WayStep struct {
	paths.Step
	UUID, Name string // of the person, or of the organisation at the end
	// How I know the first one: their ties in the order to show them, and when there was contact last; or, where
	// that says nothing, Slight, and since when we are connected on LinkedIn, 0 for not at all.
	Ties      []data.Tie
	Last      data.Day
	Slight    bool
	Connected data.Day
	// Paused is until when the person is to be left alone, 0 when they are not.
	Paused data.Day
	// Where two people were together, and how: Between has the span and how sure it is, which may be only
	// possible when both careers are weighed whole.
	Employer string
	Between  data.Tie
	// Role is what the one before does or did at the organisation.
	Role data.Role
}

// Direct reports whether the way says no more than that I know the one it leads to.
func (w Way) Direct() bool { return len(w) == 1 }

// Limits on what is looked at: how many of those at the target, the closest to me first and then those there
// now and higher; and, where I know too few of them, how many of those closest to me are asked where they were,
// and how many of these are looked at. Whoever took part in an introduction is looked at as well.
const (
	targetsLookedAt = 300
	closestAsked    = 1000
	nearLookedAt    = 300
)

// WaysToPerson returns the best ways to a person as of today, or data.ErrNotFound. A way of one step says
// that I know them; there is none to whoever must not be contacted.
func WaysToPerson(ctx context.Context, s *store.Store, person data.ID, today data.Day) ([]Way, error) {
	if _, err := s.Person(ctx, person); err != nil {
		return nil, err
	}
	p := &pathfinder{store: s, today: today, to: []data.ID{person}, search: func(g *paths.Graph) []paths.Path { return g.ToPerson(person) }}
	return p.find(ctx)
}

// WaysToOrganisation returns the best ways to an organisation as of today, or data.ErrNotFound.
func WaysToOrganisation(ctx context.Context, s *store.Store, organisation data.ID, today data.Day) ([]Way, error) {
	if _, err := s.Organisation(ctx, organisation); err != nil {
		return nil, err
	}
	p := &pathfinder{store: s, today: today, place: organisation, search: func(g *paths.Graph) []paths.Path { return g.ToOrganisation(organisation) }}
	var err error
	if p.network.Roles, err = s.StaysAt(ctx, []data.ID{organisation}); err != nil {
		return nil, err
	}
	for _, stay := range data.ByPerson(p.network.Roles) {
		if stay[0].Person != data.Me {
			p.to = append(p.to, stay[0].Person)
		}
	}
	return p.find(ctx)
}

// Lead looks for the ways to the organisation, where it helps to be introduced.
func (o *Organisation) Lead(ctx context.Context, s *store.Store, today data.Day) (err error) {
	if o.strange() {
		o.Ways, err = WaysToOrganisation(ctx, s, o.ID, today)
	}
	return err
}

// pathfinder gathers as much of the network as a search needs.
type pathfinder struct {
	store   *store.Store
	today   data.Day
	to      []data.ID // who is at the target, or is it
	place   data.ID   // the organisation that is the target, 0 for a person
	search  func(*paths.Graph) []paths.Path
	network paths.Network
	last    map[data.ID]store.Contacted
	since   map[data.ID]data.Day // since when I am connected with those at the target, or 0; whoever is in the file is known to me
	closest []data.ID            // nil until asked for
}

// find looks among those I know at the target first. Only where they are too few to choose from, or some of
// them known slightly, it looks at whom others know.
func (p *pathfinder) find(ctx context.Context) ([]Way, error) {
	met, err := p.prepare(ctx)
	if err != nil {
		return nil, err
	}
	if err := p.narrow(ctx); err != nil {
		return nil, err
	}
	if err := p.acquaint(ctx, slices.Concat(p.to, met)); err != nil {
		return nil, err
	}
	if err := p.list(ctx); err != nil {
		return nil, err
	}
	found := p.search(paths.New(p.network, p.today))
	if len(found) < paths.Named || len(found[len(found)-1]) > 2 || p.slight(found[len(found)-1][0].Person) {
		if err := p.widen(ctx, met); err != nil {
			return nil, err
		}
		found = p.search(paths.New(p.network, p.today))
	}
	ways := make([]Way, len(found))
	for i, path := range found {
		if ways[i], err = p.way(ctx, path); err != nil {
			return nil, err
		}
	}
	return ways, nil
}

// list finds whom of those at the target I know at least slightly, which are all who are in the file. Others,
// whom I know as little, are on no way: it leads from them to somebody who is in the file as well.
func (p *pathfinder) list(ctx context.Context) (err error) {
	p.since, err = p.store.ConnectedAmong(ctx, p.to)
	p.network.Slight = make(map[data.ID]bool, len(p.since))
	for id := range p.since {
		p.network.Slight[id] = true
	}
	return err
}

// slight reports whether somebody at the target is known to me, and no more.
func (p *pathfinder) slight(id data.ID) bool {
	return p.network.Slight[id] && p.network.Warmth[id] == 0
}

// prepare loads introductions and boundaries, and returns who took part in an introduction.
func (p *pathfinder) prepare(ctx context.Context) (met []data.ID, err error) {
	p.last = map[data.ID]store.Contacted{}
	p.network.Warmth, p.network.Closed = map[data.ID]int{}, map[data.ID]bool{}
	if p.network.Introductions, err = p.store.Introductions(ctx); err != nil {
		return nil, err
	}
	for i := range p.network.Introductions {
		for _, someone := range parties(&p.network.Introductions[i]) {
			if someone.Person > data.Me {
				met = append(met, someone.Person)
			}
		}
	}
	slices.Sort(met)
	boundaries, err := p.store.Boundaries(ctx)
	if err != nil {
		return nil, err
	}
	for id, b := range boundaries {
		p.network.Closed[id] = b.NoContact
	}
	p.network.Paused, err = p.store.PausedPeople(ctx, p.today)
	return slices.Compact(met), err
}

// acquaint finds how warmly I know each of these.
func (p *pathfinder) acquaint(ctx context.Context, people []data.ID) error {
	ties, err := p.store.TiesWorthAsking(ctx, people)
	if err != nil {
		return err
	}
	last, err := p.store.ContactedAmong(ctx, people, p.today)
	if err != nil {
		return err
	}
	introduced := p.introducedToMe()
	for _, id := range people {
		p.last[id] = last[id]
		w := warmth(ties[id], last[id].Last, p.today)
		if w == 0 && introduced[id] != nil {
			w = justIntroduced
		}
		if w > 0 {
			// The strongest tie, contact this month, and many contacts come to about seven thousand.
			p.network.Warmth[id] = min(max((w+100*min(last[id].Times, 10))/7, 1), paths.Warmest)
		}
	}
	return nil
}

// justIntroduced is how warmly I know somebody I was made known to, and with whom there was no contact since.
const justIntroduced = 300

// introducedToMe returns the introduction by which I know somebody: those I was made known to, and who did it.
func (p *pathfinder) introducedToMe() map[data.ID]*data.Introduction {
	known := map[data.ID]*data.Introduction{}
	for i := range p.network.Introductions {
		in := &p.network.Introductions[i]
		three := []data.ID{in.By.Person, in.Known[0].Person, in.Known[1].Person}
		if slices.Contains(three, data.Me) {
			for _, id := range three {
				known[id] = in
			}
		}
	}
	return known
}

// widen adds those close to me, and where they met those at the target or somebody who was introduced to them.
func (p *pathfinder) widen(ctx context.Context, met []data.ID) error {
	known := slices.Concat(p.to, met)
	theirs, err := p.store.Stays(ctx, known)
	if err != nil {
		return err
	}
	theirs = slices.DeleteFunc(theirs, func(r data.Role) bool { return r.Organisation == p.place })
	var rooms []data.ID
	for i := range theirs {
		rooms = append(rooms, theirs[i].Organisation)
	}
	slices.Sort(rooms)
	closest, err := p.nearest(ctx)
	if err != nil {
		return err
	}
	slices.Sort(known)
	beside, err := p.store.StaysAmong(ctx, closest, slices.Compact(rooms))
	if err != nil {
		return err
	}
	near := map[data.ID]bool{}
	for _, r := range beside {
		_, there := slices.BinarySearch(known, r.Person)
		near[r.Person] = !there
	}
	closest = slices.DeleteFunc(slices.Clone(closest), func(id data.ID) bool { return !near[id] })
	p.network.Roles = slices.Concat(p.network.Roles, theirs, slices.DeleteFunc(beside, func(r data.Role) bool { return !near[r.Person] }))
	return p.acquaint(ctx, closest[:min(len(closest), nearLookedAt)])
}

// nearest returns those close to me, the closest first.
func (p *pathfinder) nearest(ctx context.Context) (_ []data.ID, err error) {
	if p.closest == nil {
		p.closest, err = p.store.Closest(ctx, p.today-recently, closestAsked)
	}
	return p.closest, err
}

// narrow leaves of a crowd at the target those close to me, and besides them those there now and higher first.
func (p *pathfinder) narrow(ctx context.Context) error {
	if len(p.to) <= targetsLookedAt {
		return nil
	}
	closest, err := p.nearest(ctx)
	if err != nil {
		return err
	}
	rank := make(map[data.ID]int, len(closest)) // the closest highest
	for i, id := range closest {
		rank[id] = len(closest) - i
	}
	now := func(r *data.Role) int {
		if r.Current {
			return 1
		}
		return 0
	}
	roles := slices.Clone(p.network.Roles)
	slices.SortStableFunc(roles, func(a, b data.Role) int {
		return cmp.Or(cmp.Compare(rank[b.Person], rank[a.Person]), cmp.Compare(now(&b), now(&a)),
			cmp.Compare(b.Standing.Level.Rank(), a.Standing.Level.Rank()))
	})
	p.to = p.to[:0]
	seen := map[data.ID]bool{data.Me: true}
	for i := range roles {
		if id := roles[i].Person; !seen[id] && len(p.to) < targetsLookedAt {
			seen[id] = true
			p.to = append(p.to, id)
		}
	}
	return nil
}

// way adds to a path what shows its steps.
func (p *pathfinder) way(ctx context.Context, path paths.Path) (Way, error) {
	way := make(Way, len(path))
	before := data.ID(0)
	for i, step := range path {
		way[i].Step = step
		if err := p.explain(ctx, &way[i], before); err != nil {
			return nil, err
		}
		before = step.Person
	}
	return way, nil
}

// explain adds to a step what shows it; before is the person of the one before.
func (p *pathfinder) explain(ctx context.Context, w *WayStep, before data.ID) error {
	if w.Person == 0 {
		o, err := p.store.Organisation(ctx, w.Organisation)
		if err != nil {
			return err
		}
		w.UUID, w.Name = o.UUID, o.Name
		there, err := p.store.RolesOf(ctx, []data.ID{before}, []data.ID{o.ID})
		w.Role = lastOf(there)
		return err
	}
	person, err := p.store.Person(ctx, w.Person)
	if err != nil {
		return err
	}
	w.UUID, w.Name = person.UUID, person.Name
	if p.network.Paused[w.Person] {
		w.Paused = person.PausedUntil
	}
	switch w.Reason {
	case paths.Acquainted:
		if p.slight(w.Person) {
			w.Slight, w.Connected = true, p.since[w.Person]
			return nil
		}
		w.Last = p.last[w.Person].Last
		ties, err := p.store.TieKinds(ctx, []data.ID{w.Person})
		if w.Ties = ties[w.Person]; len(w.Ties) == 0 && w.Last == 0 {
			w.Introduction = p.introducedToMe()[w.Person]
		}
		return err
	case paths.Together:
		return p.together(ctx, w, before)
	}
	return nil
}

// lastOf returns the role that is held now, else the one that ended last; zero without roles.
func lastOf(roles []data.Role) data.Role {
	if now := data.Present(roles); now != nil {
		return *now
	}
	if len(roles) == 0 {
		return data.Role{}
	}
	return slices.MaxFunc(roles, func(a, b data.Role) int { return cmp.Compare(end(&a), end(&b)) })
}

// together says how the person of a step and the one before were at one place.
func (p *pathfinder) together(ctx context.Context, w *WayStep, before data.ID) error {
	o, err := p.store.Organisation(ctx, w.Organisation)
	if err != nil {
		return err
	}
	w.Employer = o.Name
	w.Between = data.Tie{Kind: data.Coworker, Sure: data.Possible, Months: -1}
	at := []data.ID{w.Organisation}
	one, err := p.store.RolesOf(ctx, []data.ID{before}, at)
	if err != nil {
		return err
	}
	other, err := p.store.RolesOf(ctx, []data.ID{w.Person}, at)
	if err != nil {
		return err
	}
	for _, t := range careers.Between(one, other, p.today) {
		if t.Kind == data.Coworker {
			w.Between = t
			break
		}
	}
	return nil
}
