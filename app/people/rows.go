package people

import (
	"context"
	"slices"

	"peerage/app/parts"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/careers"
	"peerage/data/store"
)

// marks is what the list shows of people besides their names, for everyone at once. Maps are never
// written to after they are loaded.
type marks struct {
	ties   map[data.ID][]data.Tie
	due    map[data.ID]data.CheckIn
	former map[data.ID]bool // those who were peers once
	turnTo []data.ID        // those to turn to in trouble
}

// risen reports whether somebody was a peer once and is in management now.
func (m marks) risen(r *store.Row) bool { return r.Standing.Track == data.Management && m.former[r.ID] }

func loadMarks(ctx context.Context, s *store.Store, today data.Day) (m marks, err error) {
	if m.ties, err = s.TieKinds(ctx, nil); err != nil {
		return m, err
	}
	if m.former, err = s.FormerPeers(ctx); err != nil {
		return m, err
	}
	if m.turnTo, err = s.Confidants(ctx); err != nil {
		return m, err
	}
	m.due, err = dueDays(ctx, s, today)
	return m, err
}

func dueDays(ctx context.Context, s *store.Store, today data.Day) (map[data.ID]data.CheckIn, error) {
	settings, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	return briefing.DueDays(ctx, s, data.PreferencesFrom(settings), today)
}

// listed is what a search has found.
type listed struct {
	rows []*store.Row
	all  int // how many people there are
}

func loadList(ctx context.Context, s *store.Store, words string, f filter, m marks, today data.Day) (l listed, err error) {
	if l.all, err = s.CountPeople(ctx); err != nil {
		return l, err
	}
	if l.rows, err = s.People(ctx, asked(words, f, m, today)); err != nil || !f.dueFirst {
		return l, err
	}
	l.rows = dueFirst(l.rows, m.due)
	return l, nil
}

// asked returns the question to the store for what is typed and filtered.
func asked(words string, f filter, m marks, today data.Day) store.Filter {
	ask := store.Filter{Words: words, Circle: f.circle, Tie: f.tie, FormerTie: f.former, Organisation: f.organisation,
		Track: f.track, Level: f.level, OrHigher: f.orHigher, FormerPeers: f.risen}
	if f.risen {
		ask.Track = data.Management
	}
	if f.due != "" {
		ask.People = []data.ID{}
		for id, c := range m.due {
			if f.due.holds(c, today) && (!f.confidants || slices.Contains(m.turnTo, id)) {
				ask.People = append(ask.People, id)
			}
		}
		slices.Sort(ask.People)
	} else if f.confidants {
		ask.People = append([]data.ID{}, m.turnTo...)
	}
	return ask
}

// dueFirst returns rows with those who have a rhythm first, in the order in which they are due.
func dueFirst(rows []*store.Row, due map[data.ID]data.CheckIn) []*store.Row {
	var first, rest []*store.Row
	for _, r := range rows {
		if _, has := due[r.ID]; has {
			first = append(first, r)
		} else {
			rest = append(rest, r)
		}
	}
	slices.SortStableFunc(first, func(a, b *store.Row) int { return int(due[a.ID].Due - due[b.ID].Due) })
	return append(first, rest...)
}

// dossier is everything that the page of one person shows.
type dossier struct {
	person       data.Person
	roles, mine  []data.Role
	ties         []data.Tie
	interactions []data.Interaction // newest first
	more         bool               // there are more of them
	names        map[data.ID]string // of those who took part
	details      []data.Detail
	circles      []data.Circle
	rhythm       store.Rhythm
	holds        data.Rhythm    // the rhythm in force, their own or a circle's
	due          data.CheckIn   // zero without a rhythm
	moves        []data.Move    // newest first
	denied       []denial       // ties that careers show, and the user says are none
	formerPeer   bool           // a peer once, in a time together that is over
	ways         []briefing.Way // by whom they can be reached, the best first
	sought       bool           // these were looked for
	other        *compared      // whose career stands beside theirs; nil for my own
	care
	boundary   data.Boundary
	milestones []data.Milestone // days the user noted, in their order
	projects   []data.Project   // worked on together, newest first
	merges     []store.Merge    // by which others became them, newest first
	veil       parts.Veil       // over what the user wrote
}

// denial is a tie that the user says is none, with the name of its organisation, "" by profession alone.
type denial struct {
	data.TieVerdict
	organisation string
}

// lately is how many interactions are shown until the user asks for all of them.
const lately = 8

// loadDossier loads a person's page. With all, every interaction is loaded.
func loadDossier(ctx context.Context, s *store.Store, id data.ID, all bool, today data.Day) (*dossier, error) {
	d := &dossier{}
	err := s.Read(ctx, func(tx *store.Tx) (err error) {
		if d.person, err = tx.Person(id); err != nil {
			return err
		}
		if d.roles, err = tx.Roles(id); err != nil {
			return err
		}
		if d.mine, err = tx.Roles(data.Me); err != nil {
			return err
		}
		if d.ties, err = careers.Ties(tx, id, today); err != nil {
			return err
		}
		return d.loadDenied(tx)
	})
	if err != nil {
		return nil, err
	}
	former, err := s.FormerPeers(ctx)
	if err != nil {
		return nil, err
	}
	d.formerPeer = former[id]
	if d.moves, err = s.Moves(ctx, store.MoveFilter{Person: id}); err != nil {
		return nil, err
	}
	if err := d.loadContact(ctx, s, all); err != nil {
		return nil, err
	}
	if d.care, err = loadCare(ctx, s, id, today); err != nil {
		return nil, err
	}
	if err := d.loadBounds(ctx, s); err != nil {
		return nil, err
	}
	return d, d.loadRhythm(ctx, s, today)
}

// loadBounds loads what they want left alone, their days, what we worked on together, and whom they were made one with.
func (d *dossier) loadBounds(ctx context.Context, s *store.Store) (err error) {
	if d.boundary, err = s.Boundary(ctx, d.person.ID); err != nil {
		return err
	}
	if d.milestones, err = s.Milestones(ctx, d.person.ID); err != nil {
		return err
	}
	if d.projects, err = s.ProjectsOf(ctx, d.person.ID); err != nil {
		return err
	}
	d.merges, err = s.Merges(ctx, d.person.ID)
	return err
}

// loadDenied finds the ties that the user said are none.
func (d *dossier) loadDenied(tx *store.Tx) error {
	said, err := tx.TieVerdicts(d.person.ID)
	if err != nil {
		return err
	}
	called := map[data.ID]string{}
	for _, r := range slices.Concat(d.mine, d.roles) {
		called[r.Organisation] = r.Employer
	}
	for _, v := range said {
		name, there := called[v.Organisation]
		if !v.Holds && (v.Organisation == 0 || there) {
			if v.Organisation == 0 {
				name = ""
			}
			d.denied = append(d.denied, denial{v, name})
		}
	}
	return nil
}

func (d *dossier) loadContact(ctx context.Context, s *store.Store, all bool) (err error) {
	limit := lately + 1
	if all {
		limit = 0
	}
	if d.interactions, err = s.Interactions(ctx, d.person.ID, limit); err != nil {
		return err
	}
	if !all && len(d.interactions) > lately {
		d.interactions, d.more = d.interactions[:lately], true
	}
	if d.details, err = s.Details(ctx, d.person.ID); err != nil {
		return err
	}
	people := []data.ID{d.person.ID}
	for _, i := range d.interactions {
		people = append(people, i.People...)
	}
	rows, err := s.People(ctx, store.Filter{People: people})
	d.names = make(map[data.ID]string, len(rows))
	for _, r := range rows {
		d.names[r.ID] = r.Name
	}
	return err
}

func (d *dossier) loadRhythm(ctx context.Context, s *store.Store, today data.Day) (err error) {
	id := d.person.ID
	if d.circles, err = s.CirclesOf(ctx, id); err != nil {
		return err
	}
	if d.rhythm, err = s.RhythmOf(ctx, id, today); err != nil {
		return err
	}
	if d.holds, err = briefing.RhythmOf(ctx, s, id, today); err != nil || d.holds == (data.Rhythm{}) {
		return err
	}
	due, err := dueDays(ctx, s, today)
	d.due = due[id]
	return err
}

// role returns the role with an id, of either career; nil when there is none.
func (d *dossier) role(id data.ID) *data.Role {
	for _, career := range [][]data.Role{d.roles, d.mine} {
		for i := range career {
			if career[i].ID == id {
				return &career[i]
			}
		}
	}
	return nil
}
