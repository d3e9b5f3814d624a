package store

import (
	"context"

	"peerage/data"
)

// Conditions on a person p that say who is near. Each question below says which of them it takes.
const (
	// hasRhythm is that they have a rhythm, of their own or through a circle.
	hasRhythm = `(EXISTS (SELECT 1 FROM cadence k WHERE k.person_id = p.id AND k.ideal > 0)
		OR EXISTS (SELECT 1 FROM circle_member m JOIN circle c ON c.id = m.circle_id WHERE m.person_id = p.id AND c.ideal > 0))`
	// hasStated is that they have a tie that the user stated.
	hasStated = "EXISTS (SELECT 1 FROM tie t WHERE t.person_id = p.id AND t.derived = 0)"
)

// byProfession is Tie.ByProfession of a row.
const byProfession = `(derived = 1 AND kind IN ('colleague', 'peer') AND current = 1 AND since = '' AND months < 0
	AND (sure = 'possible' OR confirmed = 1))`

// closeness is a table of those who are close to me, each with how close: those with a tie that the user stated,
// coworkers at least likely, collaborators, and whoever there was contact with after the day ?1.
func (s *Store) closeness() string {
	return `closeness (person_id, closeness) AS (SELECT person_id, sum(closeness) FROM (
			SELECT person_id, CASE WHEN derived = 0 THEN 2000 ELSE current * 500 + max(months, 0) END AS closeness FROM ` + s.ties() + `
			WHERE derived = 0 OR kind IN ('coworker', 'collaborator') AND sure <> 'possible'
			UNION ALL SELECT x.person_id, 1000 FROM interaction i JOIN interaction_person x ON x.interaction_id = i.id WHERE i.day > ?1)
		GROUP BY person_id)`
}

// Closest returns those who are close to me, at most limit, the closest first. Close are those with a tie that
// the user stated, coworkers at least likely, collaborators, and whoever there was contact with after the day given.
func (s *Store) Closest(ctx context.Context, after data.Day, limit int) ([]data.ID, error) {
	rows, err := s.readers.QueryContext(ctx, "WITH "+s.closeness()+" SELECT person_id FROM closeness ORDER BY closeness DESC, person_id LIMIT ?2",
		after.String(), limit)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *data.ID) []any { return []any{id} })
}

// CloseBeside returns those close to me, as Closest has it, who have a role anywhere else at an organisation at
// which somebody who is at the one given now has one too; at most limit, the closest first.
func (s *Store) CloseBeside(ctx context.Context, organisation data.ID, after data.Day, limit int) ([]data.ID, error) {
	rows, err := s.readers.QueryContext(ctx, "WITH "+s.closeness()+`, room (id) AS (
			SELECT DISTINCT e.organisation_id FROM role n JOIN role e ON e.person_id = n.person_id
			WHERE n.organisation_id = ?2 AND n.current = 1 AND n.person_id <> ?3 AND e.organisation_id <> ?2)
		SELECT c.person_id FROM closeness c
		WHERE EXISTS (SELECT 1 FROM role r WHERE r.person_id = c.person_id AND r.organisation_id IN (SELECT id FROM room))
		ORDER BY c.closeness DESC, c.person_id LIMIT ?4`, after.String(), organisation, data.Me, limit)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *data.ID) []any { return []any{id} })
}

// NearPeople returns those who are near to me: with a tie that the user stated, those I surely or likely
// work with now, and members of circles.
func (s *Store) NearPeople(ctx context.Context) (map[data.ID]bool, error) {
	near := map[data.ID]bool{}
	var id data.ID
	err := each(ctx, s.readers, `SELECT person_id FROM tie WHERE derived = 0 OR kind = 'coworker' AND current = 1 AND sure <> 'possible'
		UNION SELECT person_id FROM circle_member`, nil, []any{&id}, func() { near[id] = true })
	return near, err
}

// NearInField returns who is in a field today and near: with a tie that the user stated, or contact since a
// day; ordered by id.
func (s *Store) NearInField(ctx context.Context, field data.Field, since data.Day) ([]data.ID, error) {
	rows, err := s.readers.QueryContext(ctx, `WITH near (id) AS (SELECT person_id FROM tie WHERE derived = 0
			UNION SELECT x.person_id FROM interaction i JOIN interaction_person x ON x.interaction_id = i.id WHERE i.day >= ?2)
		SELECT n.id FROM near n WHERE EXISTS (SELECT 1 FROM role r WHERE r.person_id = n.id AND r.current = 1 AND r.field = ?1) ORDER BY n.id`,
		string(field), since.String())
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *data.ID) []any { return []any{id} })
}

// StatedTiePeople returns who has a tie that the user stated: they are closer than others.
func (s *Store) StatedTiePeople(ctx context.Context) (map[data.ID]bool, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT DISTINCT person_id FROM tie WHERE derived = 0")
	if err != nil {
		return nil, err
	}
	ids, err := collect(rows, func(id *data.ID) []any { return []any{id} })
	people := make(map[data.ID]bool, len(ids))
	for _, id := range ids {
		people[id] = true
	}
	return people, err
}
