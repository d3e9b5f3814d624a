package store

import (
	"context"
	"strconv"

	"peerage/data"
)

// OrganisationRow is an organisation as a list shows it. Me is counted nowhere.
type OrganisationRow struct {
	ID           data.ID
	UUID         string
	Name         string
	Written      []string // every way it is written, its name among them
	Now, Before  int      // how many people are there now, and how many were
	InManagement int      // how many of those there now are in management there
	Mine         bool     // I am or was there
}

// OrganisationRows returns the organisations that anybody has a role at, those with most people now
// first, then those with most who were.
func (s *Store) OrganisationRows(ctx context.Context) ([]OrganisationRow, error) {
	rows, err := s.readers.QueryContext(ctx, `WITH stay AS (
			SELECT organisation_id AS organisation, person_id, max(current) AS now, max(current = 1 AND track = 'management') AS leads
			FROM role WHERE organisation_id IS NOT NULL GROUP BY organisation_id, person_id)
		SELECT o.id, o.uuid, o.name, sum(s.now * (s.person_id <> ?1)) AS held, sum((1 - s.now) * (s.person_id <> ?1)) AS over,
			sum(s.leads * (s.person_id <> ?1)), max(s.person_id = ?1)
		FROM stay s JOIN organisation o ON o.id = s.organisation GROUP BY o.id ORDER BY held DESC, over DESC, o.name, o.id`, data.Me)
	if err != nil {
		return nil, err
	}
	all, err := collect(rows, func(r *OrganisationRow) []any {
		return []any{&r.ID, &r.UUID, &r.Name, &r.Now, &r.Before, &r.InManagement, &r.Mine}
	})
	if err != nil {
		return nil, err
	}
	at := make(map[data.ID]*OrganisationRow, len(all))
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	var id data.ID
	var written string
	err = each(ctx, s.readers, "SELECT organisation_id, written FROM organisation_name ORDER BY id", nil, []any{&id, &written}, func() {
		if r := at[id]; r != nil {
			r.Written = append(r.Written, written)
		}
	})
	return all, err
}

// RolesAt returns everybody's roles at an organisation, ordered by person.
func (s *Store) RolesAt(ctx context.Context, organisation data.ID) ([]data.Role, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT "+roleColumns+" FROM role WHERE organisation_id = ? ORDER BY person_id, id", organisation)
	if err != nil {
		return nil, err
	}
	return collect(rows, roleFields)
}

// TiesAt returns the ties of everyone who has a role at an organisation, in the order of TieKinds.
func (s *Store) TiesAt(ctx context.Context, organisation data.ID) (map[data.ID][]data.Tie, error) {
	return s.someTies(ctx, "person_id IN (SELECT person_id FROM role WHERE organisation_id = ?)", organisation)
}

// TiesOf returns the ties of the people given, in the order of TieKinds.
func (s *Store) TiesOf(ctx context.Context, people []data.ID) (map[data.ID][]data.Tie, error) {
	return s.someTies(ctx, "person_id IN (SELECT value FROM json_each(?))", listOf(people))
}

func (s *Store) someTies(ctx context.Context, which string, arg any) (map[data.ID][]data.Tie, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT "+tieColumns+" FROM "+s.ties()+" WHERE "+which+" ORDER BY person_id, derived, current DESC, id", arg)
	if err != nil {
		return nil, err
	}
	ties, err := collect(rows, tieFields)
	of := map[data.ID][]data.Tie{}
	for _, t := range ties {
		of[t.Person] = append(of[t.Person], t)
	}
	return of, err
}

// FormerPeersAmong returns those of the people given whom FormerPeers returns.
func (s *Store) FormerPeersAmong(ctx context.Context, people []data.ID) (map[data.ID]bool, error) {
	among := map[data.ID]bool{}
	var id data.ID
	err := each(ctx, s.readers, formerPeers+" AND t.person_id IN (SELECT value FROM json_each(?))", []any{listOf(people)}, []any{&id}, func() { among[id] = true })
	return among, err
}

// TiedAmong returns those of the people given with a tie that is more than being of one trade.
func (s *Store) TiedAmong(ctx context.Context, people []data.ID) (map[data.ID]bool, error) {
	among := map[data.ID]bool{}
	var id data.ID
	err := each(ctx, s.readers, `SELECT DISTINCT person_id FROM `+s.ties()+` WHERE person_id IN (SELECT value FROM json_each(?))
		AND (derived = 0 OR kind <> 'colleague')`, []any{listOf(people)}, []any{&id}, func() { among[id] = true })
	return among, err
}

// LastContacts returns the day of the last contact with everyone there was any with, up to the day given.
func (s *Store) LastContacts(ctx context.Context, upTo data.Day) (map[data.ID]data.Day, error) {
	last := map[data.ID]data.Day{}
	var id data.ID
	var on data.Day
	err := each(ctx, s.readers, `SELECT x.person_id, max(i.day) FROM interaction i JOIN interaction_person x ON x.interaction_id = i.id
		WHERE i.day <= ? GROUP BY x.person_id`, []any{upTo.String()}, []any{&id, dayColumn{&on}}, func() { last[id] = on })
	return last, err
}

// RolesOf returns the roles of the people given, or, with at, only those at one of these organisations;
// ordered by person.
func (s *Store) RolesOf(ctx context.Context, people, at []data.ID) ([]data.Role, error) {
	query, args := "SELECT "+roleColumns+" FROM role WHERE person_id IN (SELECT value FROM json_each(?))", []any{listOf(people)}
	if at != nil {
		query, args = query+" AND organisation_id IN (SELECT value FROM json_each(?))", append(args, listOf(at))
	}
	rows, err := s.readers.QueryContext(ctx, query+" ORDER BY person_id, id", args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, roleFields)
}

// listOf writes ids as the JSON list that SQLite's json_each reads, so that a question may be about
// many.
func listOf[ID ~int64](ids []ID) string {
	list := []byte{'['}
	for i, id := range ids {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, int64(id), 10)
	}
	return string(append(list, ']'))
}

// Called is what somebody is called, and where they are and were.
type Called struct {
	ID         data.ID
	Name       string
	OtherNames []string
	Employers  []string // as written, those of now first
}

// Called returns everyone but Me, ordered by ID.
func (s *Store) Called(ctx context.Context) ([]Called, error) {
	var all []Called
	var c Called
	var others, employer string
	err := each(ctx, s.readers, "SELECT id, name, other_names FROM person WHERE id <> ? ORDER BY id", []any{data.Me}, []any{&c.ID, &c.Name, &others}, func() {
		c.OtherNames = lines(others)
		all = append(all, c)
	})
	if err != nil {
		return nil, err
	}
	at := make(map[data.ID]*Called, len(all))
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	err = each(ctx, s.readers, "SELECT DISTINCT person_id, employer FROM role WHERE employer <> '' ORDER BY person_id, current DESC, id", nil,
		[]any{&c.ID, &employer}, func() {
			if known := at[c.ID]; known != nil {
				known.Employers = append(known.Employers, employer)
			}
		})
	return all, err
}
