package store

import (
	"context"

	"peerage/data"
)

// Contacted says how often there was contact with somebody, and when last.
type Contacted struct {
	Last  data.Day
	Times int
}

// ContactedAmong returns, of the people given, those there was contact with up to a day.
func (s *Store) ContactedAmong(ctx context.Context, people []data.ID, upTo data.Day) (map[data.ID]Contacted, error) {
	among := map[data.ID]Contacted{}
	var id data.ID
	var c Contacted
	err := each(ctx, s.readers, `SELECT x.person_id, max(i.day), count(*) FROM interaction_person x JOIN interaction i ON i.id = x.interaction_id
		WHERE x.person_id IN (SELECT value FROM json_each(?1)) AND i.day <= ?2 GROUP BY x.person_id`,
		[]any{listOf(people), upTo.String()}, []any{&id, dayColumn{&c.Last}, &c.Times}, func() { among[id] = c })
	return among, err
}

// PausedPeople returns those with whom all contact is put off beyond a day.
func (s *Store) PausedPeople(ctx context.Context, day data.Day) (map[data.ID]bool, error) {
	paused := map[data.ID]bool{}
	var id data.ID
	err := each(ctx, s.readers, "SELECT id FROM person WHERE paused_until > ?", []any{day.String()}, []any{&id}, func() { paused[id] = true })
	return paused, err
}

// Stays returns the roles at organisations that the people given have, without what they say besides who was where
// when and at what level.
func (s *Store) Stays(ctx context.Context, people []data.ID) ([]data.Role, error) {
	return s.stays(ctx, "person_id IN (SELECT value FROM json_each(?))", listOf(people))
}

// StaysAt returns the roles that anybody has at the organisations given, as Stays does.
func (s *Store) StaysAt(ctx context.Context, organisations []data.ID) ([]data.Role, error) {
	return s.stays(ctx, "organisation_id IN (SELECT value FROM json_each(?))", listOf(organisations))
}

// StaysAmong returns the roles that the people given have at the organisations given, as Stays does.
func (s *Store) StaysAmong(ctx context.Context, people, organisations []data.ID) ([]data.Role, error) {
	return s.stays(ctx, "person_id IN (SELECT value FROM json_each(?)) AND organisation_id IN (SELECT value FROM json_each(?))",
		listOf(people), listOf(organisations))
}

func (s *Store) stays(ctx context.Context, which string, args ...any) ([]data.Role, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT person_id, organisation_id, from_day, to_day, first_seen, last_seen, current, level
		FROM role WHERE organisation_id IS NOT NULL AND `+which+" ORDER BY person_id, id", args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(r *data.Role) []any {
		return []any{&r.Person, &r.Organisation, partialColumn{&r.From}, partialColumn{&r.To}, dayColumn{&r.FirstSeen}, dayColumn{&r.LastSeen}, &r.Current, &r.Standing.Level}
	})
}

// TiesWorthAsking returns of the ties of the people given those that make one ask somebody for something, as far
// as that hangs on them: without colleagues, who are coworkers or alumni as well, and those by profession alone.
func (s *Store) TiesWorthAsking(ctx context.Context, people []data.ID) (map[data.ID][]data.Tie, error) {
	of := map[data.ID][]data.Tie{}
	var t data.Tie
	err := each(ctx, s.readers, `SELECT person_id, kind, derived, since, until, current, months, sure, confirmed FROM `+s.ties()+`
		WHERE person_id IN (SELECT value FROM json_each(?1)) AND (derived = 0 OR kind <> 'colleague' AND NOT `+byProfession+")",
		[]any{listOf(people)}, []any{&t.Person, &t.Kind, &t.Derived, partialColumn{&t.Since}, partialColumn{&t.Until}, &t.Current, &t.Months, &t.Sure, &t.Confirmed},
		func() { of[t.Person] = append(of[t.Person], t) })
	return of, err
}
