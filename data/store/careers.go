package store

import (
	"context"
	"fmt"

	"peerage/data"
)

const roleColumns = `id, person_id, coalesce(organisation_id, 0), employer, title, from_day, to_day, source, first_seen, last_seen, current`

func roleFields(r *data.Role) []any {
	return []any{&r.ID, &r.Person, &r.Organisation, &r.Employer, &r.Title, partialColumn{&r.From}, partialColumn{&r.To},
		&r.Source, dayColumn{&r.FirstSeen}, dayColumn{&r.LastSeen}, &r.Current}
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

// AllRoles returns every role in the file, ordered by person.
func (tx *Tx) AllRoles() ([]data.Role, error) {
	rows, err := tx.query("SELECT " + roleColumns + " FROM role ORDER BY person_id, id")
	if err != nil {
		return nil, err
	}
	return collect(rows, roleFields)
}

// SaveRole writes a role; one without an ID is added and gets its ID. Role.Organisation must stand
// for Role.Employer already. An ID that is not there is data.ErrNotFound.
func (tx *Tx) SaveRole(r *data.Role) error {
	if r.ID == 0 {
		if err := tx.give("role", &r.ID); err != nil {
			return err
		}
		_, err := tx.exec(`INSERT INTO role (id, person_id, organisation_id, employer, title, from_day, to_day, source,
			first_seen, last_seen, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, roleValues(r)...)
		return err
	}
	err := tx.one(`UPDATE role SET id = ?, person_id = ?, organisation_id = ?, employer = ?, title = ?, from_day = ?,
		to_day = ?, source = ?, first_seen = ?, last_seen = ?, current = ? WHERE id = ?1`, roleValues(r)...)
	if err != nil {
		return fmt.Errorf("role %d: %w", r.ID, err)
	}
	return nil
}

// AddRoles adds many roles at once and gives them their IDs.
func (tx *Tx) AddRoles(roles []data.Role) error {
	b := tx.bulk("role", "id,person_id,organisation_id,employer,title,from_day,to_day,source,first_seen,last_seen,current")
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
	return []any{int64(r.ID), int64(r.Person), orNull(r.Organisation), r.Employer, r.Title, r.From.String(), r.To.String(),
		string(r.Source), r.FirstSeen.String(), r.LastSeen.String(), r.Current}
}

// DeleteRole removes a role and the ties that rest on it.
func (tx *Tx) DeleteRole(id data.ID) error {
	if _, err := tx.exec("DELETE FROM tie WHERE mine = ?1 OR theirs = ?1", id); err != nil {
		return err
	}
	_, err := tx.exec("DELETE FROM role WHERE id = ?", id)
	return err
}

const tieColumns = `id, person_id, kind, derived, since, until, current, months, sure, coalesce(mine, 0), coalesce(theirs, 0), note`

func tieFields(t *data.Tie) []any {
	return []any{&t.ID, &t.Person, &t.Kind, &t.Derived, partialColumn{&t.Since}, partialColumn{&t.Until}, &t.Current,
		&t.Months, &t.Sure, &t.Mine, &t.Theirs, &t.Note}
}

// DerivedTies returns the derived ties of everyone, ordered by person.
func (tx *Tx) DerivedTies() ([]data.Tie, error) {
	rows, err := tx.query("SELECT " + tieColumns + " FROM tie WHERE derived = 1 ORDER BY person_id, id")
	if err != nil {
		return nil, err
	}
	return collect(rows, tieFields)
}

// SaveTie writes a tie; one without an ID is added and gets its ID, one with an ID that is not there is
// data.ErrNotFound.
func (tx *Tx) SaveTie(t *data.Tie) error {
	if t.ID == 0 {
		if err := tx.give("tie", &t.ID); err != nil {
			return err
		}
		_, err := tx.exec(`INSERT INTO tie (id, person_id, kind, derived, since, until, current, months, sure, mine, theirs, note)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, tieValues(t)...)
		return err
	}
	err := tx.one(`UPDATE tie SET id = ?, person_id = ?, kind = ?, derived = ?, since = ?, until = ?, current = ?, months = ?,
		sure = ?, mine = ?, theirs = ?, note = ? WHERE id = ?1`, tieValues(t)...)
	if err != nil {
		return fmt.Errorf("tie %d: %w", t.ID, err)
	}
	return nil
}

// AddTies adds many ties at once and gives them their IDs.
func (tx *Tx) AddTies(ties []data.Tie) error {
	b := tx.bulk("tie", "id,person_id,kind,derived,since,until,current,months,sure,mine,theirs,note")
	for i := range ties {
		id, err := tx.newID("tie")
		if err != nil {
			return err
		}
		ties[i].ID = id
		b.add(tieValues(&ties[i])...)
	}
	return b.done()
}

func tieValues(t *data.Tie) []any {
	return []any{int64(t.ID), int64(t.Person), string(t.Kind), t.Derived, t.Since.String(), t.Until.String(), t.Current,
		t.Months, string(t.Sure), orNull(t.Mine), orNull(t.Theirs), t.Note}
}

// DeleteTie removes one tie.
func (tx *Tx) DeleteTie(id data.ID) error {
	_, err := tx.exec("DELETE FROM tie WHERE id = ?", id)
	return err
}

// TiesOf returns a person's ties, stated ones first.
func (tx *Tx) TiesOf(person data.ID) ([]data.Tie, error) {
	rows, err := tx.query("SELECT "+tieColumns+" FROM tie WHERE person_id = ? ORDER BY derived, id", person)
	if err != nil {
		return nil, err
	}
	return collect(rows, tieFields)
}

// ConnectedDays returns the day of connection of everyone who has one.
func (tx *Tx) ConnectedDays() (map[data.ID]data.Day, error) {
	days := map[data.ID]data.Day{}
	var id data.ID
	var connected string
	err := each(tx.ctx, tx.tx, "SELECT id, connected FROM person WHERE connected <> ''", nil, []any{&id, &connected}, func() {
		days[id] = day(connected)
	})
	return days, err
}

// TieKinds returns, for the people given, or for everyone when people is nil, which ties each has,
// in the order they should be shown; stated ties first, then what is current.
func (s *Store) TieKinds(ctx context.Context, people []data.ID) (map[data.ID][]data.Tie, error) {
	all := map[data.ID][]data.Tie{}
	read := func(where string, args ...any) error {
		rows, err := s.readers.QueryContext(ctx, "SELECT "+tieColumns+" FROM tie "+where+" ORDER BY person_id, derived, current DESC, id", args...)
		if err != nil {
			return err
		}
		ties, err := collect(rows, tieFields)
		for _, t := range ties {
			all[t.Person] = append(all[t.Person], t)
		}
		return err
	}
	if people == nil {
		return all, read("")
	}
	for _, id := range people {
		if err := read("WHERE person_id = ?", id); err != nil {
			return nil, err
		}
	}
	return all, nil
}
