package store

import "peerage/data"

// TitleVerdicts returns what the user said of titles: of everyone, or of one person where person is
// not 0.
func (tx *Tx) TitleVerdicts(person data.ID) ([]data.TitleVerdict, error) {
	rows, err := tx.query("SELECT person_id, form, track, level FROM title_verdict WHERE ?1 = 0 OR person_id = ?1 ORDER BY id", person)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(v *data.TitleVerdict) []any { return []any{&v.Person, &v.Form, &v.Track, &v.Level} })
}

// SaveTitleVerdict keeps what the user says of a title, in place of what they said before.
func (tx *Tx) SaveTitleVerdict(v data.TitleVerdict) error {
	_, err := tx.exec(`INSERT INTO title_verdict (person_id, form, track, level) VALUES (?, ?, ?, ?)
		ON CONFLICT (person_id, form) DO UPDATE SET track = excluded.track, level = excluded.level`,
		v.Person, v.Form, string(v.Track), string(v.Level))
	return err
}

// DropTitleVerdict leaves a title to the rules again.
func (tx *Tx) DropTitleVerdict(person data.ID, form string) error {
	_, err := tx.exec("DELETE FROM title_verdict WHERE person_id = ? AND form = ?", person, form)
	return err
}

// TieVerdicts returns what the user said of derived ties: of everyone, or of one person where person
// is not 0.
func (tx *Tx) TieVerdicts(person data.ID) ([]data.TieVerdict, error) {
	rows, err := tx.query(`SELECT person_id, kind, coalesce(organisation_id, 0), holds FROM tie_verdict
		WHERE ?1 = 0 OR person_id = ?1 ORDER BY id`, person)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(v *data.TieVerdict) []any { return []any{&v.Person, &v.Kind, &v.Organisation, &v.Holds} })
}

// SaveTieVerdict keeps what the user says of a derived tie, in place of what they said before.
func (tx *Tx) SaveTieVerdict(v data.TieVerdict) error {
	_, err := tx.exec(`INSERT INTO tie_verdict (person_id, kind, organisation_id, holds) VALUES (?, ?, ?, ?)
		ON CONFLICT (person_id, kind, coalesce(organisation_id, 0)) DO UPDATE SET holds = excluded.holds`,
		v.Person, string(v.Kind), orNull(v.Organisation), v.Holds)
	return err
}

// DropTieVerdict leaves a tie to the rules again.
func (tx *Tx) DropTieVerdict(v data.TieVerdict) error {
	_, err := tx.exec("DELETE FROM tie_verdict WHERE person_id = ? AND kind = ? AND coalesce(organisation_id, 0) = ?",
		v.Person, string(v.Kind), v.Organisation)
	return err
}

// MoveTieVerdicts makes what the user said of ties at one organisation said of another, which they turn
// out to be one with; where something was said of both, that of the other stays.
func (tx *Tx) MoveTieVerdicts(from, to data.ID) error {
	if from == to {
		return nil
	}
	if _, err := tx.exec(`DELETE FROM tie_verdict WHERE organisation_id = ?1
		AND (person_id, kind) IN (SELECT person_id, kind FROM tie_verdict WHERE organisation_id = ?2)`, from, to); err != nil {
		return err
	}
	_, err := tx.exec("UPDATE tie_verdict SET organisation_id = ? WHERE organisation_id = ?", to, from)
	return err
}

// CopyTieVerdicts makes what the user said of ties at one organisation hold at another as well, for
// everyone who has a role at the first that is written like this; where something was said of both, that
// of the other stays.
func (tx *Tx) CopyTieVerdicts(written string, from, to data.ID) error {
	_, err := tx.exec(`INSERT INTO tie_verdict (person_id, kind, organisation_id, holds)
		SELECT v.person_id, v.kind, ?3, v.holds FROM tie_verdict v WHERE v.organisation_id = ?2
		AND v.person_id IN (SELECT r.person_id FROM role r WHERE r.organisation_id = ?2 AND r.employer = ?1) ORDER BY v.id
		ON CONFLICT DO NOTHING`, written, from, to)
	return err
}

// MoveVerdicts returns what the user made of moves: of everyone's, or of one person's where person is
// not 0.
func (tx *Tx) MoveVerdicts(person data.ID) ([]data.MoveVerdict, error) {
	rows, err := tx.query(`SELECT person_id, kind, from_form, to_form, status, day FROM move_verdict
		WHERE ?1 = 0 OR person_id = ?1 ORDER BY id`, person)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(v *data.MoveVerdict) []any {
		return []any{&v.Person, &v.Kind, &v.From, &v.To, &v.Status, dayColumn{&v.Day}}
	})
}

// SaveMoveVerdict keeps what the user makes of a move, in place of what they said before.
func (tx *Tx) SaveMoveVerdict(v data.MoveVerdict) error {
	_, err := tx.exec(`INSERT INTO move_verdict (person_id, kind, from_form, to_form, status, day) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (person_id, kind, from_form, to_form) DO UPDATE SET status = excluded.status, day = excluded.day`,
		v.Person, string(v.Kind), v.From, v.To, string(v.Status), v.Day.String())
	return err
}

// DropMoveVerdict makes a move one that nothing was said of.
func (tx *Tx) DropMoveVerdict(v data.MoveVerdict) error {
	_, err := tx.exec("DELETE FROM move_verdict WHERE person_id = ? AND kind = ? AND from_form = ? AND to_form = ?",
		v.Person, string(v.Kind), v.From, v.To)
	return err
}

// RoleVerdicts returns the roles of files in whose place the user's own word stands: of everyone, or of
// one person where person is not 0.
func (tx *Tx) RoleVerdicts(person data.ID) ([]data.RoleVerdict, error) {
	rows, err := tx.query(`SELECT person_id, employer, title, first_day, last_day FROM role_verdict
		WHERE ?1 = 0 OR person_id = ?1 ORDER BY id`, person)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(v *data.RoleVerdict) []any {
		return []any{&v.Person, &v.Employer, &v.Title, dayColumn{&v.First}, dayColumn{&v.Last}}
	})
}

// AddRoleVerdict keeps that the user's own word stands in the place of a role. Saying it twice is saying
// it once.
func (tx *Tx) AddRoleVerdict(v data.RoleVerdict) error {
	_, err := tx.exec(`INSERT INTO role_verdict (person_id, employer, title, first_day, last_day) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT DO NOTHING`, v.Person, v.Employer, v.Title, v.First.String(), v.Last.String())
	return err
}
