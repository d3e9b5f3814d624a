package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"peerage/data"
)

// Opportunities returns all opportunities with their steps and chains, those heard of last first.
func (s *Store) Opportunities(ctx context.Context) ([]data.Opportunity, error) {
	return atOnce(ctx, s, func(db asker) ([]data.Opportunity, error) {
		return opportunities(ctx, db, "SELECT id FROM opportunity")
	})
}

// OpportunitiesOf returns those that came through a person or were passed on to them, those heard of
// last first.
func (s *Store) OpportunitiesOf(ctx context.Context, person data.ID) ([]data.Opportunity, error) {
	return atOnce(ctx, s, func(db asker) ([]data.Opportunity, error) {
		return opportunities(ctx, db, `SELECT opportunity_id FROM opportunity_link WHERE person_id = ?1
			UNION SELECT id FROM opportunity WHERE person_id = ?1`, person)
	})
}

// Opportunity returns one opportunity, or data.ErrNotFound.
func (s *Store) Opportunity(ctx context.Context, id data.ID) (data.Opportunity, error) {
	return atOnce(ctx, s, func(db asker) (data.Opportunity, error) { return opportunity(ctx, db, id) })
}

// Opportunity returns the opportunity as the write so far has left it.
func (tx *Tx) Opportunity(id data.ID) (data.Opportunity, error) {
	return opportunity(tx.ctx, tx.tx, id)
}

func opportunity(ctx context.Context, db asker, id data.ID) (data.Opportunity, error) {
	found, err := opportunities(ctx, db, "SELECT ?1", id)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("opportunity %d: %w", id, data.ErrNotFound)
	}
	if err != nil {
		return data.Opportunity{}, err
	}
	return found[0], nil
}

// opportunities reads those that the question which finds, all of it from one state of the file.
func opportunities(ctx context.Context, db asker, which string, args ...any) ([]data.Opportunity, error) {
	rows, err := db.QueryContext(ctx, `SELECT o.id, o.uuid, o.title, o.kind, coalesce(o.organisation_id, 0), o.employer,
		coalesce(o.person_id, 0), coalesce(p.name, o.name), o.worth, o.notes
		FROM opportunity o LEFT JOIN person p ON p.id = o.person_id WHERE o.id IN (`+which+") ORDER BY o.id DESC", args...)
	if err != nil {
		return nil, err
	}
	all, err := collect(rows, func(o *data.Opportunity) []any {
		return []any{&o.ID, &o.UUID, &o.Title, &o.Kind, &o.Organisation, &o.Employer, &o.For.Person, &o.For.Name, &o.Worth, &o.Notes}
	})
	if err != nil {
		return nil, err
	}
	at := make(map[data.ID]*data.Opportunity, len(all))
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	var of data.ID
	var step data.Step
	err = each(ctx, db, "SELECT opportunity_id, stage, day FROM opportunity_step WHERE opportunity_id IN ("+which+") ORDER BY id", args,
		[]any{&of, &step.Stage, dayColumn{&step.Day}}, func() { at[of].Steps = append(at[of].Steps, step) })
	if err != nil {
		return nil, err
	}
	var link data.Link
	err = each(ctx, db, `SELECT l.opportunity_id, l.id, coalesce(l.person_id, 0), coalesce(p.name, l.name), l.part, l.tie, l.former, l.thanked
		FROM opportunity_link l LEFT JOIN person p ON p.id = l.person_id
		WHERE l.opportunity_id IN (`+which+") ORDER BY l.opportunity_id, l.place, l.id", args,
		append([]any{&of}, linkFields(&link)...), func() { at[of].Chain = append(at[of].Chain, link) })
	slices.SortStableFunc(all, func(a, b data.Opportunity) int { return int(b.HeardOn() - a.HeardOn()) })
	return all, err
}

func linkFields(l *data.Link) []any {
	return []any{&l.ID, &l.Person, &l.Name, &l.Part, &l.Tie, &l.Former, dayColumn{&l.Thanked}}
}

// SaveOpportunity writes an opportunity with its steps and chain; one without an ID is added and gets
// its ID and UUID, one with an ID that is not there is data.ErrNotFound. The caller has called Validate.
func (tx *Tx) SaveOpportunity(o *data.Opportunity) error {
	if o.ID == 0 {
		if err := tx.give("opportunity", &o.ID); err != nil {
			return err
		}
		o.UUID = uuid.NewString()
		if _, err := tx.exec("INSERT INTO opportunity (id, uuid, title, kind) VALUES (?, ?, '', '')", o.ID, o.UUID); err != nil {
			return err
		}
	}
	before, err := tx.Opportunity(o.ID)
	if err != nil {
		return err
	}
	_, err = tx.exec(`UPDATE opportunity SET title = ?, kind = ?, organisation_id = ?, employer = ?, person_id = ?, name = ?,
		worth = ?, notes = ? WHERE id = ?`, o.Title, string(o.Kind), orNull(o.Organisation), o.Employer,
		orNull(o.For.Person), keptName(o.For), o.Worth, o.Notes, o.ID)
	if err != nil {
		return err
	}
	if !slices.Equal(before.Steps, o.Steps) {
		if err := tx.saveSteps(o); err != nil {
			return err
		}
	}
	return tx.saveChain(o, before.Chain)
}

// keptName is the name that a record keeps of somebody who has been removed; of others their own is read.
func keptName(s data.Someone) string {
	if s.Person != 0 {
		return ""
	}
	return s.Name
}

func (tx *Tx) saveSteps(o *data.Opportunity) error {
	if _, err := tx.exec("DELETE FROM opportunity_step WHERE opportunity_id = ?", o.ID); err != nil {
		return err
	}
	for _, step := range o.Steps {
		if _, err := tx.exec("INSERT INTO opportunity_step (opportunity_id, stage, day) VALUES (?, ?, ?)",
			o.ID, string(step.Stage), step.Day.String()); err != nil {
			return err
		}
	}
	return nil
}

// saveChain makes the chain what o says. A link keeps its row as long as it stands in the chain.
func (tx *Tx) saveChain(o *data.Opportunity, before []data.Link) error {
	keep := map[data.ID]bool{}
	for i := range o.Chain {
		l := &o.Chain[i]
		if !slices.ContainsFunc(before, func(b data.Link) bool { return b.ID == l.ID }) {
			if err := tx.give("opportunity_link", &l.ID); err != nil {
				return err
			}
			if _, err := tx.exec("INSERT INTO opportunity_link (id, opportunity_id, place, part) VALUES (?, ?, 0, '')", l.ID, o.ID); err != nil {
				return err
			}
		}
		keep[l.ID] = true
		if _, err := tx.exec(`UPDATE opportunity_link SET place = ?, person_id = ?, name = ?, part = ?, tie = ?, former = ?, thanked = ?
			WHERE id = ?`, i, orNull(l.Person), keptName(l.Someone), string(l.Part), string(l.Tie), l.Former, l.Thanked.String(), l.ID); err != nil {
			return err
		}
	}
	for _, l := range before {
		if !keep[l.ID] {
			if _, err := tx.exec("DELETE FROM opportunity_link WHERE id = ?", l.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// Thank notes the day on which somebody was thanked for their part in an opportunity, 0 to take it back;
// data.ErrNotFound when the link is not there any more.
func (tx *Tx) Thank(link data.ID, day data.Day) error {
	if err := tx.one("UPDATE opportunity_link SET thanked = ? WHERE id = ?", day.String(), link); err != nil {
		return fmt.Errorf("link %d: %w", link, err)
	}
	return nil
}

// DeleteOpportunity removes an opportunity with its steps and chain.
func (tx *Tx) DeleteOpportunity(id data.ID) error {
	for _, statement := range []string{"DELETE FROM opportunity_step WHERE opportunity_id = ?",
		"DELETE FROM opportunity_link WHERE opportunity_id = ?", "DELETE FROM opportunity WHERE id = ?"} {
		if _, err := tx.exec(statement, id); err != nil {
			return err
		}
	}
	return nil
}

// Owed is that somebody an opportunity came to me through was not thanked yet.
type Owed struct {
	Opportunity, Link, Person data.ID
	UUID                      string // of the opportunity
	Stage                     data.Stage
	Heard, Since              data.Day // when it was heard of, and came to its stage
}

// Owed returns all those, in the order in which they were noted.
func (s *Store) Owed(ctx context.Context) ([]Owed, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT l.opportunity_id, l.id, l.person_id, o.uuid, n.stage,
			(SELECT f.day FROM opportunity_step f WHERE f.opportunity_id = l.opportunity_id ORDER BY f.id LIMIT 1), n.day
		FROM opportunity_link l JOIN opportunity o ON o.id = l.opportunity_id
		JOIN opportunity_step n ON n.id = (SELECT max(id) FROM opportunity_step WHERE opportunity_id = l.opportunity_id)
		WHERE l.thanked = '' AND l.person_id IS NOT NULL AND o.person_id = ? ORDER BY l.id`, data.Me)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(o *Owed) []any {
		return []any{&o.Opportunity, &o.Link, &o.Person, &o.UUID, &o.Stage, dayColumn{&o.Heard}, dayColumn{&o.Since}}
	})
}
