package store

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"peerage/data"
)

const roleColumns = `id, person_id, coalesce(organisation_id, 0), employer, title, from_day, to_day, source, first_seen, last_seen,
	current, gone, track, level, field, ruled`

func roleFields(r *data.Role) []any {
	return []any{&r.ID, &r.Person, &r.Organisation, &r.Employer, &r.Title, partialColumn{&r.From}, partialColumn{&r.To},
		&r.Source, dayColumn{&r.FirstSeen}, dayColumn{&r.LastSeen}, &r.Current, dayColumn{&r.Gone},
		&r.Standing.Track, &r.Standing.Level, &r.Standing.Field, &r.Ruled}
}

// newestFirst orders roles as a career is told: what is held now first, then by start. Draws are
// decided by what the roles say, so that the order does not depend on how they came in.
const newestFirst = " ORDER BY current DESC, max(from_day, first_seen) DESC, employer, title, id"

// Roles returns a person's career, newest first.
func (s *Store) Roles(ctx context.Context, person data.ID) ([]data.Role, error) {
	return roles(ctx, s.readers, person)
}

// Roles returns a person's career as the write so far has left it.
func (tx *Tx) Roles(person data.ID) ([]data.Role, error) { return roles(tx.ctx, tx.tx, person) }

func roles(ctx context.Context, db asker, person data.ID) ([]data.Role, error) {
	rows, err := db.QueryContext(ctx, "SELECT "+roleColumns+" FROM role WHERE person_id = ?"+newestFirst, person)
	if err != nil {
		return nil, err
	}
	return collect(rows, roleFields)
}

// RolesAt returns everybody's roles at the organisations given, ordered by person.
func (tx *Tx) RolesAt(organisations []data.ID) ([]data.Role, error) {
	var all []data.Role
	for _, o := range organisations {
		rows, err := tx.query("SELECT "+roleColumns+" FROM role WHERE organisation_id = ? ORDER BY person_id, id", o)
		if err != nil {
			return nil, err
		}
		some, err := collect(rows, roleFields)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// HeldByMovers returns the roles that people who have moved hold now, ordered by person.
func (s *Store) HeldByMovers(ctx context.Context) ([]data.Role, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT "+roleColumns+
		" FROM role WHERE current = 1 AND person_id IN (SELECT person_id FROM move) ORDER BY person_id, id")
	if err != nil {
		return nil, err
	}
	return collect(rows, roleFields)
}

// AllRoles returns every role in the file, ordered by person. The texts of a role come in one, parted by
// NUL, which is in no stored text: a column costs two allocations a row, whatever is in it.
func (tx *Tx) AllRoles() ([]data.Role, error) {
	var n int
	if err := tx.tx.QueryRowContext(tx.ctx, "SELECT count(*) FROM role").Scan(&n); err != nil {
		return nil, err
	}
	all := make([]data.Role, 0, n)
	var r data.Role
	var flags int
	var rest string
	next := func() (text string) {
		text, rest, _ = strings.Cut(rest, "\x00")
		return text
	}
	var last string // the days of roles that one file showed are the same
	var lastDay data.Day
	nextDay := func() data.Day {
		if text := next(); text != last {
			last, lastDay = text, day(text)
		}
		return lastDay
	}
	err := each(tx.ctx, tx.tx, `SELECT id, person_id, coalesce(organisation_id, 0), current + 2 * ruled, employer || char(0) || title || char(0) || from_day
		|| char(0) || to_day || char(0) || source || char(0) || first_seen || char(0) || last_seen || char(0) || gone || char(0) || track
		|| char(0) || level || char(0) || field FROM role ORDER BY person_id, id`, nil, []any{&r.ID, &r.Person, &r.Organisation, &flags, &rest}, func() {
		r.Employer, r.Title, r.From, r.To, r.Source = next(), next(), partial(next()), partial(next()), data.Source(next())
		r.FirstSeen, r.LastSeen, r.Gone = nextDay(), nextDay(), nextDay()
		r.Standing = data.Standing{Track: data.Track(next()), Level: data.Level(next()), Field: data.Field(next())}
		r.Current, r.Ruled = flags&1 != 0, flags&2 != 0
		all = append(all, r)
	})
	return all, err
}

// SaveRole writes a role; one without an ID is added and gets its ID. Role.Organisation must stand
// for Role.Employer already. An ID that is not there is data.ErrNotFound.
func (tx *Tx) SaveRole(r *data.Role) error {
	if r.ID == 0 {
		if err := tx.give("role", &r.ID); err != nil {
			return err
		}
		_, err := tx.exec(`INSERT INTO role (id, person_id, organisation_id, employer, title, from_day, to_day, source, first_seen,
			last_seen, current, gone, track, level, field, ruled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, roleValues(r)...)
		return err
	}
	err := tx.one(`UPDATE role SET id = ?, person_id = ?, organisation_id = ?, employer = ?, title = ?, from_day = ?,
		to_day = ?, source = ?, first_seen = ?, last_seen = ?, current = ?, gone = ?, track = ?, level = ?, field = ?, ruled = ?
		WHERE id = ?1`, roleValues(r)...)
	if err != nil {
		return fmt.Errorf("role %d: %w", r.ID, err)
	}
	return nil
}

// AddRoles adds many roles at once and gives them their IDs.
func (tx *Tx) AddRoles(roles []data.Role) error {
	b := tx.bulk("role", "id,person_id,organisation_id,employer,title,from_day,to_day,source,first_seen,last_seen,current,gone,track,level,field,ruled")
	for i := range roles {
		id, err := tx.newID("role")
		if err != nil {
			return err
		}
		roles[i].ID = id
		b.add(roleValues(&roles[i])...)
	}
	return b.done()
}

func roleValues(r *data.Role) []any {
	standing := orUnknown(r.Standing)
	return []any{int64(r.ID), int64(r.Person), orNull(r.Organisation), r.Employer, r.Title, r.From.String(), r.To.String(),
		string(r.Source), r.FirstSeen.String(), r.LastSeen.String(), r.Current, r.Gone.String(),
		string(standing.Track), string(standing.Level), string(standing.Field), r.Ruled}
}

// orUnknown says unknown of what a standing leaves open.
func orUnknown(s data.Standing) data.Standing {
	return data.Standing{
		Track: cmp.Or(s.Track, data.UnknownTrack), Level: cmp.Or(s.Level, data.UnknownLevel), Field: cmp.Or(s.Field, data.UnknownField),
	}
}

// DeleteRole removes a role, and the ties and moves that rest on it.
func (tx *Tx) DeleteRole(id data.ID) error {
	if _, err := tx.exec("DELETE FROM tie WHERE mine = ?1 OR theirs = ?1", id); err != nil {
		return err
	}
	if _, err := tx.exec("DELETE FROM move WHERE from_role = ?1 OR to_role = ?1", id); err != nil {
		return err
	}
	_, err := tx.exec("DELETE FROM role WHERE id = ?", id)
	return err
}
