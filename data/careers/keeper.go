package careers

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"peerage/data"
	"peerage/data/ladder"
	"peerage/data/names"
	"peerage/data/store"
)

// Keeper keeps what follows from roles and projects current: where titles stand, the moves between
// roles, and the ties between Me and everyone. It may be used from several goroutines.
type Keeper struct {
	// Rules tell employers and titles apart.
	Rules *names.Rules

	titles  func() (*ladder.Ladder, error)
	edition string
}

// edition of the rules in the code, to be raised with any change after which the same roles have other
// standings, moves or ties.
const edition = "3"

// Load returns a Keeper with the word lists of names and of titles. Those of titles, which take longer,
// are read when they are first needed.
func Load(forNames, forTitles fs.FS) (*Keeper, error) {
	rules, err := names.Load(forNames)
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	fmt.Fprintln(h, edition)
	for _, lists := range []fs.FS{forNames, forTitles} {
		files, err := fs.Glob(lists, "*")
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			content, err := fs.ReadFile(lists, file)
			if err != nil {
				return nil, fmt.Errorf("read the word lists: %w", err)
			}
			fmt.Fprintln(h, file, len(content))
			h.Write(content)
		}
	}
	titles := sync.OnceValues(func() (*ladder.Ladder, error) { return ladder.Load(forTitles) })
	return &Keeper{Rules: rules, titles: titles, edition: hex.EncodeToString(h.Sum(nil)[:8])}, nil
}

// Prepare begins to load the ladder beside whatever is done meanwhile, for those who will soon need it.
func (k *Keeper) Prepare() { go k.titles() }

// Titles returns the ladder, which the first call loads.
func (k *Keeper) Titles() (*ladder.Ladder, error) { return k.titles() }

// Reader returns a new Reader by the keeper's rules, and by what the user said of titles.
func (k *Keeper) Reader(tx *store.Tx) (*Reader, error) {
	titles, err := k.Titles()
	if err != nil {
		return nil, err
	}
	said, err := tx.TitleVerdicts(0)
	if err != nil {
		return nil, err
	}
	r := NewReader(k.Rules)
	r.titles = titles
	for _, v := range said {
		if r.said[v.Person] == nil {
			r.said[v.Person] = map[string]data.TitleVerdict{}
		}
		r.said[v.Person][v.Form] = v
	}
	return r, nil
}

// Refresh derives anew, as of today, what follows from the roles and projects of the people named, or of everyone
// where none is named, and writes what differs from what is kept. Me among them means everyone, whose
// ties rest on my career. Files that speak of a later day than today count as of their own day, or what they
// show would be lost until everything is derived again.
func (k *Keeper) Refresh(tx *store.Tx, today data.Day, people ...data.ID) error {
	reader, err := k.Reader(tx)
	if err != nil {
		return err
	}
	if today, err = asOf(tx, today); err != nil {
		return err
	}
	var only data.ID
	switch {
	case len(people) == 0 || slices.Contains(people, data.Me):
		return k.refresh(tx, reader, today, only)
	}
	for _, only = range people {
		if err := k.refresh(tx, reader, today, only); err != nil {
			return err
		}
	}
	return nil
}

// asOf returns the day as of which careers are read: today, or the newest day that a file speaks of.
func asOf(tx *store.Tx, today data.Day) (data.Day, error) {
	newest, err := tx.LatestReading(data.FromLinkedIn)
	return max(today, newest), err
}

// refresh is Refresh for one person, or for everyone when only is 0.
func (k *Keeper) refresh(tx *store.Tx, reader *Reader, today data.Day, only data.ID) error {
	known, err := load(tx, only)
	if err != nil {
		return err
	}
	for _, roles := range known.roles {
		if err := stand(tx, reader, roles, today); err != nil {
			return err
		}
	}
	me := newDeriver(known.roles[data.Me], today)
	var moves []data.Move
	var ties []data.Tie
	for _, id := range known.people {
		fresh, err := replaceMoves(tx, known.moves[id], reader.moves(known.roles[id], known.judged[id], today))
		if err != nil {
			return err
		}
		moves = append(moves, fresh...)
		added, err := replaceTies(tx, known.ties[id], among(me.derive(known.roles[id], known.connected[id], known.said[id]), collaborators(id, known.projects[id])))
		if err != nil {
			return err
		}
		ties = append(ties, added...)
	}
	if err := tx.AddMoves(moves); err != nil {
		return err
	}
	return tx.AddTies(ties)
}

// known is what the file holds that careers follow from, and what was derived from it before.
type known struct {
	people    []data.ID // all with roles, projects, or anything derived, but Me; in order
	roles     map[data.ID][]data.Role
	connected map[data.ID]data.Day
	said      map[data.ID][]data.TieVerdict
	judged    map[data.ID][]data.MoveVerdict
	moves     map[data.ID][]data.Move
	ties      map[data.ID][]data.Tie // derived ones
	projects  map[data.ID][]data.Project
}

// load reads what is known of one person and Me, or of everyone when only is 0.
func load(tx *store.Tx, only data.ID) (*known, error) {
	k := &known{
		roles: map[data.ID][]data.Role{}, said: map[data.ID][]data.TieVerdict{}, judged: map[data.ID][]data.MoveVerdict{}, moves: map[data.ID][]data.Move{}, ties: map[data.ID][]data.Tie{},
		projects: map[data.ID][]data.Project{},
	}
	for _, part := range []func(*store.Tx, data.ID) error{k.loadRoles, k.loadProjects, k.loadVerdicts, k.loadDerived} {
		if err := part(tx, only); err != nil {
			return nil, err
		}
	}
	for id := range k.roles {
		k.people = append(k.people, id)
	}
	for id := range k.projects {
		k.people = append(k.people, id)
	}
	for id := range k.moves {
		k.people = append(k.people, id)
	}
	for id := range k.ties {
		k.people = append(k.people, id)
	}
	slices.Sort(k.people)
	k.people = slices.DeleteFunc(slices.Compact(k.people), func(id data.ID) bool { return id == data.Me })
	return k, nil
}

func (k *known) loadRoles(tx *store.Tx, only data.ID) (err error) {
	var roles []data.Role
	if only == 0 {
		if roles, err = tx.AllRoles(); err != nil {
			return err
		}
		if len(roles) > 0 && roles[0].Person == data.Me { // else there are no ties that could rest on them
			if k.connected, err = tx.ConnectedDays(); err != nil {
				return err
			}
		}
	} else {
		p, err := tx.Person(only)
		if err != nil {
			return err
		}
		k.connected = map[data.ID]data.Day{only: p.Connected}
		for _, id := range []data.ID{data.Me, only} {
			more, err := tx.Roles(id)
			if err != nil {
				return err
			}
			roles = append(roles, more...)
		}
	}
	for _, career := range data.ByPerson(roles) {
		k.roles[career[0].Person] = career
	}
	return nil
}

func (k *known) loadProjects(tx *store.Tx, only data.ID) error {
	all, err := projectsOf(tx, only)
	for _, p := range all {
		for _, id := range members(&p) {
			if only == 0 || id == only {
				k.projects[id] = append(k.projects[id], p)
			}
		}
	}
	return err
}

// projectsOf returns the projects that a person took part in, or all when person is 0.
func projectsOf(tx *store.Tx, person data.ID) ([]data.Project, error) {
	if person == 0 {
		return tx.Projects()
	}
	return tx.ProjectsOf(person)
}

func (k *known) loadVerdicts(tx *store.Tx, only data.ID) error {
	said, err := tx.TieVerdicts(only)
	if err != nil {
		return err
	}
	for _, v := range said {
		k.said[v.Person] = append(k.said[v.Person], v)
	}
	judged, err := tx.MoveVerdicts(only)
	for _, v := range judged {
		k.judged[v.Person] = append(k.judged[v.Person], v)
	}
	return err
}

func (k *known) loadDerived(tx *store.Tx, only data.ID) error {
	moves, err := tx.Moves(store.MoveFilter{Person: only})
	if err != nil {
		return err
	}
	for _, m := range moves {
		k.moves[m.Person] = append(k.moves[m.Person], m)
	}
	var ties []data.Tie
	if only == 0 {
		ties, err = tx.DerivedTies()
	} else {
		ties, err = tx.TiesOf(only)
	}
	for _, t := range ties {
		if t.Derived {
			k.ties[t.Person] = append(k.ties[t.Person], t)
		}
	}
	return err
}

// stand writes the standings of roles that differ from what their titles, or the user, say, and that a role
// is not held now which has not begun.
func stand(tx *store.Tx, reader *Reader, roles []data.Role, today data.Day) error {
	for i := range roles {
		r := &roles[i]
		before := *r
		reader.Stand(r)
		r.Current = r.Current && begun(r, today)
		if *r == before {
			continue
		}
		if err := tx.SaveRole(r); err != nil {
			return err
		}
	}
	return nil
}

// compareMoves orders moves as they are told: newest first.
func compareMoves(a, b data.Move) int {
	return cmp.Or(cmp.Compare(b.By, a.By), cmp.Compare(b.After, a.After), cmp.Compare(a.From.Form, b.From.Form), cmp.Compare(a.To.Form, b.To.Form))
}
