package store

import (
	"context"
	"fmt"

	"peerage/data"
)

const tieColumns = `id, person_id, kind, derived, since, until, current, months, sure, coalesce(mine, 0), coalesce(theirs, 0), note, confirmed, coalesce(project_id, 0)`

func tieFields(t *data.Tie) []any {
	return []any{&t.ID, &t.Person, &t.Kind, &t.Derived, partialColumn{&t.Since}, partialColumn{&t.Until}, &t.Current,
		&t.Months, &t.Sure, &t.Mine, &t.Theirs, &t.Note, &t.Confirmed, &t.Project}
}

// tiesOn is the table of ties as they are on a day. What careers show is as of the day on which it was derived.
// A project begins and ends without anything being written: its ties are kept with the whole span, and read as
// of the day. A partial day is over when the day has left what is written of it behind.
func tiesOn(day data.Day) string {
	today := "'" + day.String() + "'"
	goesOn := "(until = '' AND since <> '' OR until <> '' AND until >= substr(" + today + ", 1, length(until)))"
	return `(SELECT id, person_id, kind, derived, since, iif(project_id IS NOT NULL AND ` + goesOn + `, '', until) AS until,
			iif(project_id IS NULL, current, ` + goesOn + `) AS current, months, sure, mine, theirs, note, confirmed, project_id
		FROM tie WHERE project_id IS NULL OR since <= ` + today + ")"
}

// ties is the table of ties as they are today.
func (s *Store) ties() string { return tiesOn(data.DayOf(s.moment())) }

// DerivedTies returns the derived ties of everyone, ordered by person; those of projects with their whole span.
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
		_, err := tx.exec(`INSERT INTO tie (id, person_id, kind, derived, since, until, current, months, sure, mine, theirs, note, confirmed, project_id)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, tieValues(t)...)
		return err
	}
	err := tx.one(`UPDATE tie SET id = ?, person_id = ?, kind = ?, derived = ?, since = ?, until = ?, current = ?, months = ?,
		sure = ?, mine = ?, theirs = ?, note = ?, confirmed = ?, project_id = ? WHERE id = ?1`, tieValues(t)...)
	if err != nil {
		return fmt.Errorf("tie %d: %w", t.ID, err)
	}
	return nil
}

// AddTies adds many ties at once and gives them their IDs.
func (tx *Tx) AddTies(ties []data.Tie) error {
	b := tx.bulk("tie", "id,person_id,kind,derived,since,until,current,months,sure,mine,theirs,note,confirmed,project_id")
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
		t.Months, string(t.Sure), orNull(t.Mine), orNull(t.Theirs), t.Note, t.Confirmed, orNull(t.Project)}
}

// DeleteTie removes one tie.
func (tx *Tx) DeleteTie(id data.ID) error {
	_, err := tx.exec("DELETE FROM tie WHERE id = ?", id)
	return err
}

// TiesOf returns a person's ties, stated ones first; those of projects with their whole span.
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
		rows, err := s.readers.QueryContext(ctx, "SELECT "+tieColumns+" FROM "+s.ties()+" "+where+" ORDER BY person_id, derived, current DESC, id", args...)
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

// formerPeers asks for those who were peers once, while they led nobody, in a time together that is
// over, or of whom the user says so.
const formerPeers = `SELECT DISTINCT t.person_id FROM tie t LEFT JOIN role r ON r.id = t.theirs
	WHERE t.kind = 'peer' AND t.current = 0 AND (t.derived = 0 OR r.track = 'individual')`

// FormerPeers returns those who were peers once, while they led nobody, in a time together that is over.
func (s *Store) FormerPeers(ctx context.Context) (map[data.ID]bool, error) {
	people := map[data.ID]bool{}
	var id data.ID
	err := each(ctx, s.readers, formerPeers, nil, []any{&id}, func() { people[id] = true })
	return people, err
}
