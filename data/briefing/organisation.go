package briefing

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/store"
)

// Organisation is whom one knows at an organisation.
type Organisation struct {
	data.Organisation
	Mine         []data.Role    // my own roles there, newest first
	Now          []Acquaintance // people there now, as one would choose whom to talk to
	Before       []Acquaintance // people who were there, those who left last first
	InManagement int            // how many of those there now are in management there
	Introducers  []Introducer   // who could introduce me to somebody there, the warmest first; none where I am myself, or was and know somebody
	Ways         []Way          // by whom I come there, the best first; none until Lead has looked for them
}

// Acquaintance is a person who is or was at an organisation.
type Acquaintance struct {
	Row          *store.Row
	Role         data.Role       // there: the one held now, else the last one
	Since, Until data.PartialDay // of all their roles there; zero when unknown, Until also while it lasts
	Ties         []data.Tie      // in the order they should be shown
	Risen        bool            // was a peer once, and is in management now
	Last         data.Day        // last contact, 0 when there was none
	Due          data.Day        // when the next contact is due, 0 without a rhythm

	warmth int
	order  int // in lists of people
}

// At returns whom one knows at an organisation as of today, or data.ErrNotFound.
func At(ctx context.Context, s *store.Store, organisation data.ID, today data.Day) (*Organisation, error) {
	o, err := s.Organisation(ctx, organisation)
	if err != nil {
		return nil, err
	}
	a, err := gather(ctx, s, organisation, today)
	if err != nil {
		return nil, err
	}
	roles, err := s.RolesAt(ctx, organisation)
	if err != nil {
		return nil, err
	}
	place := &Organisation{Organisation: o}
	for _, stay := range data.ByPerson(roles) {
		switch person := a.meet(stay); {
		case stay[0].Person == data.Me:
			place.Mine = stay
		case person.Row == nil: // removed meanwhile
		case person.Role.Current:
			place.Now = append(place.Now, person)
			if person.Role.Standing.Track == data.Management {
				place.InManagement++
			}
		default:
			place.Before = append(place.Before, person)
		}
	}
	slices.SortFunc(place.Mine, func(a, b data.Role) int { return cmp.Compare(end(&b), end(&a)) })
	slices.SortFunc(place.Now, compareNow)
	slices.SortFunc(place.Before, compareBefore)
	if place.strange() {
		if place.Introducers, err = a.introducers(ctx, s, place); err != nil {
			return nil, err
		}
	}
	return place, place.markRisen(ctx, s)
}

// strange reports whether it helps to be introduced there: not where I am myself, nor where I was and know
// somebody who is there now.
func (o *Organisation) strange() bool {
	return len(o.Mine) == 0 || data.Present(o.Mine) == nil && !slices.ContainsFunc(o.Now, func(p Acquaintance) bool { return p.warmth > 0 })
}

// markRisen marks those who were peers once and are in management now.
func (o *Organisation) markRisen(ctx context.Context, s *store.Store) error {
	var leading []*Acquaintance
	for _, list := range [][]Acquaintance{o.Now, o.Before} {
		for i := range list {
			leading = append(leading, &list[i])
		}
	}
	for i := range o.Introducers {
		leading = append(leading, &o.Introducers[i].Acquaintance)
	}
	leading = slices.DeleteFunc(leading, func(p *Acquaintance) bool { return p.Row.Standing.Track != data.Management })
	ids := make([]data.ID, len(leading))
	for i, p := range leading {
		ids[i] = p.Row.ID
	}
	peers, err := s.FormerPeersAmong(ctx, ids)
	for _, p := range leading {
		p.Risen = peers[p.Row.ID]
	}
	return err
}

// acquaintances is what is known of people besides their careers.
type acquaintances struct {
	today  data.Day
	rows   map[data.ID]*store.Row
	order  map[data.ID]int        // of the rows
	ties   map[data.ID][]data.Tie // of those who were looked at
	last   map[data.ID]data.Day
	dueDay map[data.ID]data.CheckIn
	alone  map[data.ID]bool // to be left alone
}

func gather(ctx context.Context, s *store.Store, organisation data.ID, today data.Day) (*acquaintances, error) {
	a := &acquaintances{today: today}
	rows, err := s.People(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	a.rows, a.order = make(map[data.ID]*store.Row, len(rows)), make(map[data.ID]int, len(rows))
	for i, r := range rows {
		a.rows[r.ID], a.order[r.ID] = r, i
	}
	if a.ties, err = s.TiesAt(ctx, organisation); err != nil {
		return nil, err
	}
	if a.last, err = s.LastContacts(ctx, today); err != nil {
		return nil, err
	}
	settings, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if a.dueDay, err = DueDays(ctx, s, data.PreferencesFrom(settings), today); err != nil {
		return nil, err
	}
	a.alone, err = s.LeftAlone(ctx, today)
	return a, err
}

// meet says who somebody with these roles at an organisation is.
func (a *acquaintances) meet(roles []data.Role) Acquaintance {
	id := roles[0].Person
	p := a.known(id)
	if now := data.Present(roles); now != nil {
		p.Role = *now
	} else {
		p.Role = slices.MaxFunc(roles, func(a, b data.Role) int {
			return cmp.Or(cmp.Compare(end(&a), end(&b)), strings.Compare(b.Title, a.Title))
		})
	}
	p.Since = slices.MinFunc(roles, func(a, b data.Role) int { return cmp.Compare(start(&a), start(&b)) }).From
	if !p.Role.Current {
		p.Until = p.Role.To
	}
	return p
}

// known says who somebody is, wherever they are.
func (a *acquaintances) known(id data.ID) Acquaintance {
	p := Acquaintance{Row: a.rows[id], Ties: a.ties[id], Last: a.last[id], Due: a.dueDay[id].On(a.today), order: a.order[id]}
	p.warmth = warmth(p.Ties, p.Last, a.today)
	return p
}

// start and end return the first and the last day that are known of a role.
func start(r *data.Role) data.Day {
	return cmp.Or(r.From.Earliest(), r.FirstSeen, r.To.Earliest())
}

func end(r *data.Role) data.Day {
	return max(r.To.Latest(), r.LastSeen, r.From.Latest())
}

// warmth says how readily one would ask somebody for a favour, 0 where there is no reason to: by the
// strongest tie, and by how fresh the last contact is.
func warmth(ties []data.Tie, last, today data.Day) int {
	w := 0
	for _, t := range ties {
		switch s := strength(t, today); {
		case s >= statedStrength:
			w = max(w, 4000)
		case s > 0:
			w = max(w, s)
		case !t.ByProfession():
			w = max(w, 100) // the same place at other times, or the same profession there
		}
	}
	switch {
	case last == 0:
	case last > today-90:
		w += 2000
	case last > today-recently:
		w += 1200
	default:
		w += 500
	}
	return w
}

// recently is how many days back contact makes somebody close.
const recently = 365

// closeWarmth is the warmth from which somebody is close: a stated tie, a time side by side that is at
// least likely, or contact within a year.
const closeWarmth = 1200

// compareNow orders people at an organisation as one would choose whom to talk to: those who are close
// first, then those with any tie, and of each the highest first.
func compareNow(a, b Acquaintance) int {
	rank := func(x *Acquaintance) int {
		switch {
		case x.warmth >= closeWarmth:
			return 2
		case x.warmth > 0:
			return 1
		}
		return 0
	}
	leads := func(x *Acquaintance) int {
		if x.Role.Standing.Track == data.Management {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(rank(&b), rank(&a)), cmp.Compare(leads(&b), leads(&a)),
		cmp.Compare(b.Role.Standing.Level.Rank(), a.Role.Standing.Level.Rank()),
		cmp.Compare(b.warmth, a.warmth), cmp.Compare(a.order, b.order))
}

// compareBefore orders people who were at an organisation: those who left last first.
func compareBefore(a, b Acquaintance) int {
	return cmp.Or(cmp.Compare(end(&b.Role), end(&a.Role)), cmp.Compare(b.warmth, a.warmth), cmp.Compare(a.order, b.order))
}
