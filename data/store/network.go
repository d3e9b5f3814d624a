package store

import (
	"context"

	"peerage/data"
)

// Closest returns those who are close to me, at most limit, the closest first. Close are those with a tie that
// the user stated, coworkers at least likely, and whoever there was contact with after the day given.
func (s *Store) Closest(ctx context.Context, after data.Day, limit int) ([]data.ID, error) {
	rows, err := s.readers.QueryContext(ctx, `WITH near (person_id, closeness) AS (
			SELECT person_id, CASE WHEN derived = 0 THEN 2000 ELSE current * 500 + max(months, 0) END FROM `+s.ties()+`
			WHERE derived = 0 OR kind = 'coworker' AND sure <> 'possible'
			UNION ALL SELECT x.person_id, 1000 FROM interaction i JOIN interaction_person x ON x.interaction_id = i.id WHERE i.day > ?1)
		SELECT person_id FROM near GROUP BY person_id ORDER BY sum(closeness) DESC, person_id LIMIT ?2`, after.String(), limit)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *data.ID) []any { return []any{id} })
}

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

// Stays returns the roles of the people given, or, with at, everybody's at these organisations, or, with both,
// those of the people there; without what they say besides who was where when and at what level.
func (s *Store) Stays(ctx context.Context, people, at []data.ID) ([]data.Role, error) {
	query, args := "SELECT person_id, organisation_id, from_day, to_day, first_seen, last_seen, current, level FROM role WHERE organisation_id IS NOT NULL", []any(nil)
	if people != nil {
		query, args = query+" AND person_id IN (SELECT value FROM json_each(?))", append(args, listOf(people))
	}
	if at != nil {
		query, args = query+" AND organisation_id IN (SELECT value FROM json_each(?))", append(args, listOf(at))
	}
	rows, err := s.readers.QueryContext(ctx, query+" ORDER BY person_id, id", args...)
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
		WHERE person_id IN (SELECT value FROM json_each(?1)) AND (derived = 0 OR kind <> 'colleague'
			AND NOT (kind = 'peer' AND current = 1 AND since = '' AND months < 0 AND (sure = 'possible' OR confirmed = 1)))`,
		[]any{listOf(people)}, []any{&t.Person, &t.Kind, &t.Derived, partialColumn{&t.Since}, partialColumn{&t.Until}, &t.Current, &t.Months, &t.Sure, &t.Confirmed},
		func() { of[t.Person] = append(of[t.Person], t) })
	return of, err
}
