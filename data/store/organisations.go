package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"peerage/data"
)

// OrganisationName is one way an organisation is written.
type OrganisationName struct {
	ID           data.ID
	Organisation data.ID
	Key          string // the organisation's normal form
	Written      string
	Confirmed    bool
}

// OrganisationNames returns every way in which an organisation was written.
func (tx *Tx) OrganisationNames() ([]OrganisationName, error) {
	return organisationNames(tx.ctx, tx.tx)
}

// OrganisationNames returns every way in which an organisation was written.
func (s *Store) OrganisationNames(ctx context.Context) ([]OrganisationName, error) {
	return organisationNames(ctx, s.readers)
}

func organisationNames(ctx context.Context, db asker) ([]OrganisationName, error) {
	return gather(ctx, db, `SELECT n.id, n.organisation_id, o.key, n.written, n.confirmed
		FROM organisation_name n JOIN organisation o ON o.id = n.organisation_id ORDER BY n.id`, func(n *OrganisationName) []any {
		return []any{&n.ID, &n.Organisation, &n.Key, &n.Written, &n.Confirmed}
	})
}

// AddOrganisation adds an organisation with its normal form.
func (tx *Tx) AddOrganisation(name, key string) (data.ID, error) {
	id, err := tx.newID("organisation")
	if err != nil {
		return 0, err
	}
	_, err = tx.exec("INSERT INTO organisation (id, uuid, name, key) VALUES (?, ?, ?, ?)", id, newUUID(), name, key)
	return id, err
}

// AddOrganisations adds an organisation for each name, called by it and of its Key, which no other may have,
// and notes in Organisation which one that is. The names themselves are left to AddOrganisationNames.
func (tx *Tx) AddOrganisations(called []OrganisationName) error {
	b := tx.bulk("organisation", "id,uuid,name,key")
	for i := range called {
		id, err := tx.newID("organisation")
		if err != nil {
			return err
		}
		called[i].Organisation = id
		b.add(int64(id), newUUID(), called[i].Written, called[i].Key)
	}
	return b.done()
}

// AddOrganisationNames notes of many names at once which organisation each stands for. None of them may stand
// for one already.
func (tx *Tx) AddOrganisationNames(fresh []OrganisationName) error {
	b := tx.bulk("organisation_name", "id,organisation_id,written,confirmed")
	for i := range fresh {
		id, err := tx.newID("organisation_name")
		if err != nil {
			return err
		}
		fresh[i].ID = id
		b.add(int64(id), int64(fresh[i].Organisation), fresh[i].Written, fresh[i].Confirmed)
	}
	return b.done()
}

// Rekey gives an organisation another normal form, when more was learnt of how it is told apart.
func (tx *Tx) Rekey(organisation data.ID, key string) error {
	_, err := tx.exec("UPDATE organisation SET key = ? WHERE id = ?", key, organisation)
	return err
}

// RenameOrganisation changes what an organisation is called. The ways it is written stay.
func (tx *Tx) RenameOrganisation(organisation data.ID, name string) error {
	_, err := tx.exec("UPDATE organisation SET name = ? WHERE id = ?", name, organisation)
	return err
}

// NameOrganisation notes that written stands for an organisation.
func (tx *Tx) NameOrganisation(organisation data.ID, written string, confirmed bool) error {
	_, err := tx.exec(`INSERT INTO organisation_name (organisation_id, written, confirmed) VALUES (?, ?, ?)
		ON CONFLICT (written) DO UPDATE SET organisation_id = excluded.organisation_id, confirmed = max(confirmed, excluded.confirmed)`,
		organisation, written, confirmed)
	return err
}

// MoveEmployer makes every role whose employer is written like this one of the organisation given.
func (tx *Tx) MoveEmployer(written string, from, to data.ID) error {
	if _, err := tx.exec("UPDATE opportunity SET organisation_id = ? WHERE organisation_id = ? AND employer = ?", to, from, written); err != nil {
		return err
	}
	_, err := tx.exec("UPDATE role SET organisation_id = ? WHERE organisation_id = ? AND employer = ?", to, from, written)
	return err
}

// DropEmptyOrganisations removes organisations that no name stands for any more, with what was said of
// ties there.
func (tx *Tx) DropEmptyOrganisations() error {
	const empty = ` NOT EXISTS (SELECT 1 FROM organisation_name n WHERE n.organisation_id = organisation.id)
		AND NOT EXISTS (SELECT 1 FROM role r WHERE r.organisation_id = organisation.id)
		AND NOT EXISTS (SELECT 1 FROM opportunity o WHERE o.organisation_id = organisation.id)`
	if _, err := tx.exec("DELETE FROM tie_verdict WHERE organisation_id IN (SELECT id FROM organisation WHERE" + empty + ")"); err != nil {
		return err
	}
	_, err := tx.exec("DELETE FROM organisation WHERE" + empty)
	return err
}

// Organisation returns one organisation with its other names, or data.ErrNotFound.
func (s *Store) Organisation(ctx context.Context, id data.ID) (data.Organisation, error) {
	return organisation(ctx, s.readers, id)
}

// Organisation returns the organisation as the write so far has left it.
func (tx *Tx) Organisation(id data.ID) (data.Organisation, error) {
	return organisation(tx.ctx, tx.tx, id)
}

func organisation(ctx context.Context, db asker, id data.ID) (data.Organisation, error) {
	var o data.Organisation
	err := db.QueryRowContext(ctx, "SELECT id, uuid, name FROM organisation WHERE id = ?", id).Scan(&o.ID, &o.UUID, &o.Name)
	if errors.Is(err, sql.ErrNoRows) {
		return o, fmt.Errorf("organisation %d: %w", id, data.ErrNotFound)
	}
	if err != nil {
		return o, err
	}
	rows, err := db.QueryContext(ctx, "SELECT written FROM organisation_name WHERE organisation_id = ? AND written <> ? ORDER BY id", id, o.Name)
	if err != nil {
		return o, err
	}
	o.Aliases, err = collect(rows, func(s *string) []any { return []any{s} })
	return o, err
}

// Organisations returns the organisations that people have roles at, those with most people first;
// limit 0 means all.
func (s *Store) Organisations(ctx context.Context, limit int) ([]data.Organisation, error) {
	if limit == 0 {
		limit = -1
	}
	rows, err := s.readers.QueryContext(ctx, `SELECT o.id, o.uuid, o.name FROM organisation o JOIN role r ON r.organisation_id = o.id
		GROUP BY o.id ORDER BY count(DISTINCT r.person_id) DESC, o.name LIMIT ?`, limit)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(o *data.Organisation) []any { return []any{&o.ID, &o.UUID, &o.Name} })
}
