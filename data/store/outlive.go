package store

import "peerage/data"

// outliving lists the tables whose rows outlive the people they name: a column name keeps what somebody
// who was removed was called.
var outliving = []string{"opportunity", "opportunity_link", "introduction", "introduced", "project_person"}

// outlive writes the name of somebody who is about to be removed into whatever outlives them.
func (tx *Tx) outlive(person data.ID) error {
	for _, table := range outliving {
		if _, err := tx.exec("UPDATE "+table+" SET name = (SELECT name FROM person WHERE id = ?1), person_id = NULL WHERE person_id = ?1", person); err != nil {
			return err
		}
	}
	return nil
}

// doubledNames removes, before one person (?1) becomes another (?2), what would name the same person
// twice. A chain keeps the day of thanks of either; an introduction that would make somebody known to
// themselves says nothing.
var doubledNames = []string{
	`UPDATE opportunity_link SET thanked = (SELECT d.thanked FROM opportunity_link d
			WHERE d.opportunity_id = opportunity_link.opportunity_id AND d.person_id = ?1 ORDER BY d.thanked DESC LIMIT 1)
		WHERE person_id = ?2 AND thanked = '' AND opportunity_id IN (SELECT opportunity_id FROM opportunity_link WHERE person_id = ?1)`,
	`DELETE FROM opportunity_link WHERE person_id = ?1
		AND opportunity_id IN (SELECT opportunity_id FROM opportunity_link WHERE person_id = ?2)`,
	`DELETE FROM project_person WHERE person_id = ?1 AND project_id IN (SELECT project_id FROM project_person WHERE person_id = ?2)`,
	`DELETE FROM introduced WHERE introduction_id IN (SELECT id FROM introduction i WHERE ` + selfKnown + `)`,
	`DELETE FROM introduction AS i WHERE NOT EXISTS (SELECT 1 FROM introduced k WHERE k.introduction_id = i.id)`,
	`DELETE FROM promise WHERE person_id = ?1 AND (by_side, what, made, due)
		IN (SELECT by_side, what, made, due FROM promise WHERE person_id = ?2)`,
	`DELETE FROM exchange WHERE person_id = ?1 AND (kind, by_side, day, text, source)
		IN (SELECT kind, by_side, day, text, source FROM exchange WHERE person_id = ?2)`,
	`DELETE FROM milestone WHERE person_id = ?1 AND (text, on_day) IN (SELECT text, on_day FROM milestone WHERE person_id = ?2)`,
}

// selfKnown holds for an introduction in which both ?1 and ?2 have a part.
const selfKnown = `(i.person_id IN (?1, ?2)) + (SELECT count(*) FROM introduced k
	WHERE k.introduction_id = i.id AND k.person_id IN (?1, ?2)) > 1`

// mergeBoundaries leaves keep with what either wants left alone, in keep's words where both say how they
// like to be reached.
func (tx *Tx) mergeBoundaries(keep, drop data.ID) error {
	a, err := tx.Boundary(keep)
	if err != nil {
		return err
	}
	b, err := tx.Boundary(drop)
	if err != nil {
		return err
	}
	a.NoContact = a.NoContact || b.NoContact
	for _, topic := range b.Avoid {
		if !has(a.Avoid, topic) {
			a.Avoid = append(a.Avoid, topic)
		}
	}
	if a.Channel == "" {
		a.Channel = b.Channel
	}
	if a.From == 0 && a.To == 0 {
		a.From, a.To = b.From, b.To
	}
	if err := tx.SaveBoundary(data.Boundary{Person: drop}); err != nil {
		return err
	}
	return tx.SaveBoundary(a)
}
