package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"peerage/data"
)

// Interactions returns contact with a person, newest first; limit 0 means all. Each carries everyone
// who took part.
func (s *Store) Interactions(ctx context.Context, person data.ID, limit int) ([]data.Interaction, error) {
	if limit == 0 {
		limit = -1
	}
	return interactions(ctx, s.readers, `(SELECT n.* FROM interaction n JOIN interaction_person x ON x.interaction_id = n.id
		WHERE x.person_id = ? ORDER BY n.day DESC, n.id DESC LIMIT ?)`, person, limit)
}

// interactions reads those of a table of interactions, newest first, each with everyone who took part.
func interactions(ctx context.Context, db asker, table string, args ...any) ([]data.Interaction, error) {
	var all []data.Interaction
	var i data.Interaction
	var person data.ID
	err := each(ctx, db, "SELECT i.id, i.uuid, i.kind, i.day, i.text, x.person_id FROM "+table+` i
		JOIN interaction_person x ON x.interaction_id = i.id ORDER BY i.day DESC, i.id DESC, x.id`,
		args, append(interactionFields(&i), &person), func() {
			if n := len(all); n == 0 || all[n-1].ID != i.ID {
				i.People = nil
				all = append(all, i)
			}
			at := &all[len(all)-1]
			at.People = append(at.People, person)
		})
	return all, err
}

func interactionFields(i *data.Interaction) []any {
	return []any{&i.ID, &i.UUID, &i.Kind, dayColumn{&i.Day}, &i.Text}
}

func takingPart(ctx context.Context, db asker, interaction data.ID) ([]data.ID, error) {
	rows, err := db.QueryContext(ctx, "SELECT person_id FROM interaction_person WHERE interaction_id = ? ORDER BY id", interaction)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *data.ID) []any { return []any{id} })
}

// ContactDays returns, for the people given, the days on which there was contact with each, each day once
// and in order.
func (s *Store) ContactDays(ctx context.Context, people []data.ID) (map[data.ID][]data.Day, error) {
	days := map[data.ID][]data.Day{}
	var id data.ID
	var on data.Day
	err := each(ctx, s.readers, `SELECT DISTINCT x.person_id, i.day FROM interaction_person x JOIN interaction i ON i.id = x.interaction_id
		WHERE x.person_id IN (SELECT value FROM json_each(?)) ORDER BY x.person_id, i.day`, []any{listOf(people)},
		[]any{&id, dayColumn{&on}}, func() { days[id] = append(days[id], on) })
	return days, err
}

// FirstContact returns the first day on which any contact is noted, 0 when none is.
func (s *Store) FirstContact(ctx context.Context) (data.Day, error) {
	var on data.Day
	err := s.readers.QueryRowContext(ctx, "SELECT coalesce(min(day), '') FROM interaction").Scan(dayColumn{&on})
	return on, err
}

// Interaction returns one interaction, or data.ErrNotFound.
func (s *Store) Interaction(ctx context.Context, id data.ID) (data.Interaction, error) {
	var i data.Interaction
	err := s.readers.QueryRowContext(ctx, "SELECT id, uuid, kind, day, text FROM interaction WHERE id = ?", id).Scan(interactionFields(&i)...)
	if errors.Is(err, sql.ErrNoRows) {
		return i, fmt.Errorf("interaction %d: %w", id, data.ErrNotFound)
	}
	if err != nil {
		return i, err
	}
	i.People, err = takingPart(ctx, s.readers, id)
	return i, err
}

// SaveInteraction writes an interaction and who took part; one without an ID is added and gets its
// ID and UUID, one with an ID that is not there is data.ErrNotFound.
func (tx *Tx) SaveInteraction(i *data.Interaction) error {
	if i.ID == 0 {
		if err := tx.give("interaction", &i.ID); err != nil {
			return err
		}
		i.UUID = uuid.NewString()
		if _, err := tx.exec("INSERT INTO interaction (id, uuid, kind, day, text) VALUES (?, ?, ?, ?, ?)",
			i.ID, i.UUID, string(i.Kind), i.Day.String(), i.Text); err != nil {
			return err
		}
	} else if err := tx.one("UPDATE interaction SET kind = ?, day = ?, text = ? WHERE id = ?",
		string(i.Kind), i.Day.String(), i.Text, i.ID); err != nil {
		return fmt.Errorf("interaction %d: %w", i.ID, err)
	}
	had, err := takingPart(tx.ctx, tx.tx, i.ID)
	if err != nil {
		return err
	}
	for _, p := range difference(had, i.People) {
		if _, err := tx.exec("DELETE FROM interaction_person WHERE interaction_id = ? AND person_id = ?", i.ID, p); err != nil {
			return err
		}
	}
	for _, p := range difference(i.People, had) {
		if _, err := tx.exec("INSERT INTO interaction_person (person_id, interaction_id) VALUES (?, ?)", p, i.ID); err != nil {
			return err
		}
	}
	return nil
}

// DeleteInteraction removes an interaction for everyone who took part. What was promised or given then
// stands alone afterwards.
func (tx *Tx) DeleteInteraction(id data.ID) error {
	for _, statement := range []string{"UPDATE promise SET interaction_id = NULL WHERE interaction_id = ?",
		"UPDATE exchange SET interaction_id = NULL WHERE interaction_id = ?", "DELETE FROM interaction_person WHERE interaction_id = ?",
		"DELETE FROM interaction WHERE id = ?"} {
		if _, err := tx.exec(statement, id); err != nil {
			return err
		}
	}
	return nil
}

// difference returns what of a is not in b, each once.
func difference(a, b []data.ID) []data.ID {
	skip := map[data.ID]bool{}
	for _, id := range b {
		skip[id] = true
	}
	var rest []data.ID
	for _, id := range a {
		if !skip[id] {
			skip[id] = true
			rest = append(rest, id)
		}
	}
	return rest
}

// Details returns what is to be remembered about a person, what is to be asked first.
func (s *Store) Details(ctx context.Context, person data.ID) ([]data.Detail, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT id, person_id, text, ask_on FROM detail WHERE person_id = ?
		ORDER BY ask_on = '', ask_on, id`, person)
	if err != nil {
		return nil, err
	}
	return collect(rows, detailFields)
}

// DetailsToAsk returns the details of everyone that are to be asked about by the day given, oldest
// first.
func (s *Store) DetailsToAsk(ctx context.Context, by data.Day) ([]data.Detail, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT id, person_id, text, ask_on FROM detail
		WHERE ask_on <> '' AND ask_on <= ? ORDER BY ask_on, id`, by.String())
	if err != nil {
		return nil, err
	}
	return collect(rows, detailFields)
}

func detailFields(d *data.Detail) []any {
	return []any{&d.ID, &d.Person, &d.Text, dayColumn{&d.AskOn}}
}

// SaveDetail writes a detail; one without an ID is added and gets its ID, one with an ID that is not
// there is data.ErrNotFound.
func (tx *Tx) SaveDetail(d *data.Detail) error {
	if d.ID == 0 {
		if err := tx.give("detail", &d.ID); err != nil {
			return err
		}
		_, err := tx.exec("INSERT INTO detail (id, person_id, text, ask_on) VALUES (?, ?, ?, ?)", d.ID, d.Person, d.Text, d.AskOn.String())
		return err
	}
	if err := tx.one("UPDATE detail SET text = ?, ask_on = ? WHERE id = ?", d.Text, d.AskOn.String(), d.ID); err != nil {
		return fmt.Errorf("detail %d: %w", d.ID, err)
	}
	return nil
}

// DeleteDetail removes one detail.
func (tx *Tx) DeleteDetail(id data.ID) error {
	_, err := tx.exec("DELETE FROM detail WHERE id = ?", id)
	return err
}

// LastInteractions returns the newest interaction up to a day with each of the people given, without who
// else took part.
func (s *Store) LastInteractions(ctx context.Context, people []data.ID, upTo data.Day) (map[data.ID]data.Interaction, error) {
	last := make(map[data.ID]data.Interaction, len(people))
	var person data.ID
	var i data.Interaction
	err := each(ctx, s.readers, `SELECT p.value, i.id, i.uuid, i.kind, i.day, i.text FROM json_each(?1) p JOIN interaction i ON i.id = (
			SELECT n.id FROM interaction_person x JOIN interaction n ON n.id = x.interaction_id
			WHERE x.person_id = p.value AND n.day <= ?2 ORDER BY n.day DESC, n.id DESC LIMIT 1)`, []any{listOf(people), upTo.String()},
		append([]any{&person}, interactionFields(&i)...), func() { last[person] = i })
	return last, err
}

// InteractionsBetween returns contact with anyone from one day to another, newest first, each with everyone
// who took part.
func (s *Store) InteractionsBetween(ctx context.Context, from, to data.Day) ([]data.Interaction, error) {
	return interactions(ctx, s.readers, "(SELECT * FROM interaction WHERE day BETWEEN ? AND ?)", from.String(), to.String())
}

// Silent is someone there was no contact with for a while.
type Silent struct {
	Person data.ID
	Last   data.Day // 0 when there was none yet
	Former bool     // a coworker of whom that is proven, and who is none any more
}

// silentLooked is how many interactions are looked through for those who have fallen silent, those noted last
// first: whoever fell silent long before others is not the one to begin with.
const silentLooked = 1000

// Silent returns those without a rhythm whom there was no contact with since a day: first those there was
// contact with before, the last the earlier, then proven former coworkers with whom there was none, the
// longer side by side the earlier; at most limit of each. Of the first only those who live somewhere or
// are former coworkers.
func (s *Store) Silent(ctx context.Context, since data.Day, limit int) ([]Silent, error) {
	const former = `EXISTS (SELECT 1 FROM tie t WHERE t.person_id = p.id AND t.kind = 'coworker' AND t.current = 0
		AND (t.derived = 0 OR t.sure = 'certain'))`
	var all []Silent
	var found Silent
	into := []any{&found.Person, dayColumn{&found.Last}, &found.Former}
	take := func() { all = append(all, found) }
	err := each(ctx, s.readers, `WITH before AS (SELECT id, day FROM interaction WHERE day < ?1 ORDER BY id DESC LIMIT ?3),
		known AS (SELECT x.person_id AS id, max(b.day) AS last FROM before b CROSS JOIN interaction_person x ON x.interaction_id = b.id GROUP BY x.person_id)
		SELECT p.id, k.last, `+former+` AS former FROM known k CROSS JOIN person p ON p.id = k.id
		WHERE (p.place <> '' OR former) AND NOT `+hasRhythm+` AND NOT EXISTS (SELECT 1 FROM interaction_person x
			JOIN interaction i ON i.id = x.interaction_id WHERE x.person_id = p.id AND i.day >= ?1)
		ORDER BY k.last DESC, p.id LIMIT ?2`, []any{since.String(), limit, silentLooked}, into, take)
	if err != nil || len(all) == limit {
		return all, err
	}
	const aYear = 12 // months side by side, below which coworkers may hardly know each other
	err = each(ctx, s.readers, `SELECT p.id, '', 1 FROM tie t CROSS JOIN person p ON p.id = t.person_id
		WHERE t.kind = 'coworker' AND t.derived = 1 AND t.current = 0 AND t.sure = 'certain' AND t.months >= ?1
			AND NOT EXISTS (SELECT 1 FROM interaction_person x WHERE x.person_id = p.id) AND NOT `+hasRhythm+`
		GROUP BY p.id ORDER BY max(t.months) DESC, p.id LIMIT ?2`, []any{aYear, limit}, into, take)
	return all, err
}
