package store

import (
	"fmt"
	"slices"
	"strings"

	"peerage/data"
)

// doubled removes, before everything that one person (?1) has goes to another (?2), what that one has
// already.
var doubled = []string{
	`DELETE FROM circle_member WHERE person_id = ?1 AND circle_id IN (SELECT circle_id FROM circle_member WHERE person_id = ?2)`,
	`DELETE FROM interaction_person WHERE person_id = ?1
		AND interaction_id IN (SELECT interaction_id FROM interaction_person WHERE person_id = ?2)`,
	`UPDATE contact_point SET (seen, firm) = (SELECT max(seen, d.seen), max(firm, d.firm) FROM contact_point d
			WHERE d.person_id = ?1 AND d.kind = contact_point.kind AND d.value = contact_point.value)
		WHERE person_id = ?2 AND EXISTS (SELECT 1 FROM contact_point d
			WHERE d.person_id = ?1 AND d.kind = contact_point.kind AND d.value = contact_point.value)`,
	`DELETE FROM contact_point WHERE person_id = ?1 AND (kind, value) IN (SELECT kind, value FROM contact_point WHERE person_id = ?2)`,
	`DELETE FROM detail WHERE person_id = ?1 AND (text, ask_on) IN (SELECT text, ask_on FROM detail WHERE person_id = ?2)`,
	`DELETE FROM tie WHERE person_id = ?1 AND derived = 0
		AND (kind, since, until) IN (SELECT kind, since, until FROM tie WHERE person_id = ?2 AND derived = 0)`,
	`DELETE FROM contact_verdict WHERE person_id = ?1 AND (kind, value) IN (SELECT kind, value FROM contact_verdict WHERE person_id = ?2)`,
	`DELETE FROM title_verdict WHERE person_id = ?1 AND form IN (SELECT form FROM title_verdict WHERE person_id = ?2)`,
	`DELETE FROM role_verdict WHERE person_id = ?1 AND (employer, title, first_day, last_day)
		IN (SELECT employer, title, first_day, last_day FROM role_verdict WHERE person_id = ?2)`,
	`DELETE FROM tie_verdict WHERE person_id = ?1
		AND (kind, coalesce(organisation_id, 0)) IN (SELECT kind, coalesce(organisation_id, 0) FROM tie_verdict WHERE person_id = ?2)`,
	`DELETE FROM move_verdict WHERE person_id = ?1
		AND (kind, from_form, to_form) IN (SELECT kind, from_form, to_form FROM move_verdict WHERE person_id = ?2)`,
}

// MergePeople makes two people one: everything that drop has becomes keep's, nothing twice, and what
// keep says of itself wins where both say something. Roles that sources showed stay as they are: what
// keeps careers current makes one of them. Neither may be Me.
func (tx *Tx) MergePeople(keep, drop data.ID) error {
	if keep == drop || keep == data.Me || drop == data.Me {
		return fmt.Errorf("merge %d and %d: %w", keep, drop, data.ErrNotFound)
	}
	a, err := tx.Person(keep)
	if err != nil {
		return err
	}
	b, err := tx.Person(drop)
	if err != nil {
		return err
	}
	if err := tx.mergeCadences(keep, drop); err != nil {
		return err
	}
	if err := tx.mergeStatedRoles(keep, drop); err != nil {
		return err
	}
	if err := tx.mergeBoundaries(keep, drop); err != nil {
		return err
	}
	for _, statement := range slices.Concat(doubled, doubledNames) {
		if _, err := tx.exec(statement, drop, keep); err != nil {
			return err
		}
	}
	for _, table := range slices.Concat(ofPerson, outliving) {
		if _, err := tx.exec("UPDATE "+table+" SET person_id = ? WHERE person_id = ?", keep, drop); err != nil {
			return err
		}
	}
	if _, err := tx.exec("DELETE FROM person WHERE id = ?", drop); err != nil {
		return err
	}
	if a.Contacts, err = contacts(tx.ctx, tx.tx, keep); err != nil {
		return err
	}
	return tx.SavePerson(joined(a, b))
}

// mergeCadences leaves keep with its own rhythm, or drop's where it has none, held back as long as
// either was.
func (tx *Tx) mergeCadences(keep, drop data.ID) error {
	a, err := tx.Cadence(keep)
	if err != nil {
		return err
	}
	b, err := tx.Cadence(drop)
	if err != nil {
		return err
	}
	if a.Rhythm == (data.Rhythm{}) {
		a.Rhythm, a.Set = b.Rhythm, b.Set
	}
	a.Snoozed, a.Skipped = max(a.Snoozed, b.Snoozed), max(a.Skipped, b.Skipped)
	if b.Appointment.Made > a.Appointment.Made {
		a.Appointment = b.Appointment
	}
	if err := tx.SaveCadence(data.Cadence{Person: drop}); err != nil {
		return err
	}
	return tx.SaveCadence(a)
}

// mergeStatedRoles removes the roles that the user stated of both in the same words.
func (tx *Tx) mergeStatedRoles(keep, drop data.ID) error {
	had, err := tx.Roles(keep)
	if err != nil {
		return err
	}
	roles, err := tx.Roles(drop)
	if err != nil {
		return err
	}
	for _, r := range roles {
		same := func(k data.Role) bool {
			k.ID, k.Person = r.ID, r.Person
			return k == r
		}
		if r.Source == data.Stated && slices.ContainsFunc(had, same) {
			if err := tx.DeleteRole(r.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// joined fills what a leaves open from b.
func joined(a, b data.Person) *data.Person {
	or := func(x, y string) string {
		if x == "" {
			return y
		}
		return x
	}
	a.Place, a.HowMet = or(a.Place, b.Place), or(a.HowMet, b.HowMet)
	if a.Notes != b.Notes {
		a.Notes = strings.TrimSpace(a.Notes + "\n\n" + b.Notes)
	}
	if a.Birthday.IsZero() {
		a.Birthday = b.Birthday
	}
	if a.Photo == nil {
		a.Photo = b.Photo
	}
	if a.Connected == 0 {
		a.Connected = b.Connected
	}
	a.PausedUntil = max(a.PausedUntil, b.PausedUntil)
	a.Private = a.Private || b.Private
	a.Confidant = a.Confidant || b.Confidant
	for _, n := range append([]string{b.Name}, b.OtherNames...) {
		if n != a.Name && !has(a.OtherNames, n) {
			a.OtherNames = append(a.OtherNames, n)
		}
	}
	return &a
}
