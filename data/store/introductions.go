package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"peerage/data"
)

// Introductions returns all introductions, in the order in which they were noted.
func (s *Store) Introductions(ctx context.Context) ([]data.Introduction, error) {
	return atOnce(ctx, s, func(db asker) ([]data.Introduction, error) {
		return introductions(ctx, db, "SELECT id FROM introduction")
	})
}

// IntroductionsOf returns those that a person made, or in which they were made known to somebody.
func (s *Store) IntroductionsOf(ctx context.Context, person data.ID) ([]data.Introduction, error) {
	return atOnce(ctx, s, func(db asker) ([]data.Introduction, error) {
		return introductions(ctx, db, `SELECT id FROM introduction WHERE person_id = ?1
			UNION SELECT introduction_id FROM introduced WHERE person_id = ?1`, person)
	})
}

func introductions(ctx context.Context, db asker, which string, args ...any) ([]data.Introduction, error) {
	rows, err := db.QueryContext(ctx, `SELECT i.id, i.uuid, coalesce(i.person_id, 0), coalesce(p.name, i.name), i.day, i.note
		FROM introduction i LEFT JOIN person p ON p.id = i.person_id WHERE i.id IN (`+which+") ORDER BY i.id", args...)
	if err != nil {
		return nil, err
	}
	all, err := collect(rows, func(i *data.Introduction) []any {
		return []any{&i.ID, &i.UUID, &i.By.Person, &i.By.Name, partialColumn{&i.Day}, &i.Note}
	})
	if err != nil {
		return nil, err
	}
	at := make(map[data.ID]*data.Introduction, len(all))
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	var of data.ID
	var known data.Someone
	read := map[data.ID]int{}
	err = each(ctx, db, `SELECT k.introduction_id, coalesce(k.person_id, 0), coalesce(p.name, k.name) FROM introduced k
		LEFT JOIN person p ON p.id = k.person_id WHERE k.introduction_id IN (`+which+") ORDER BY k.id", args,
		[]any{&of, &known.Person, &known.Name}, func() {
			if n := read[of]; n < len(at[of].Known) {
				at[of].Known[n] = known
				read[of] = n + 1
			}
		})
	return all, err
}

// SaveIntroduction writes an introduction; one without an ID is added and gets its ID and UUID, one with
// an ID that is not there is data.ErrNotFound. The caller has called Validate.
func (tx *Tx) SaveIntroduction(i *data.Introduction) error {
	if i.ID == 0 {
		if err := tx.give("introduction", &i.ID); err != nil {
			return err
		}
		i.UUID = uuid.NewString()
		if _, err := tx.exec("INSERT INTO introduction (id, uuid, person_id, name, day, note) VALUES (?, ?, ?, ?, ?, ?)",
			i.ID, i.UUID, orNull(i.By.Person), keptName(i.By), i.Day.String(), i.Note); err != nil {
			return err
		}
	} else if err := tx.one("UPDATE introduction SET person_id = ?, name = ?, day = ?, note = ? WHERE id = ?",
		orNull(i.By.Person), keptName(i.By), i.Day.String(), i.Note, i.ID); err != nil {
		return fmt.Errorf("introduction %d: %w", i.ID, err)
	}
	if _, err := tx.exec("DELETE FROM introduced WHERE introduction_id = ?", i.ID); err != nil {
		return err
	}
	for _, known := range i.Known {
		if _, err := tx.exec("INSERT INTO introduced (introduction_id, person_id, name) VALUES (?, ?, ?)",
			i.ID, orNull(known.Person), keptName(known)); err != nil {
			return err
		}
	}
	return nil
}

// DeleteIntroduction removes one introduction.
func (tx *Tx) DeleteIntroduction(id data.ID) error {
	if _, err := tx.exec("DELETE FROM introduced WHERE introduction_id = ?", id); err != nil {
		return err
	}
	_, err := tx.exec("DELETE FROM introduction WHERE id = ?", id)
	return err
}
