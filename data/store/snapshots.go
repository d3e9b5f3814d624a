package store

import (
	"context"
	"strings"

	"peerage/data"
	"peerage/data/names"
)

const snapshotColumns = `s.id, s.person_id, r.day, r.source, s.profile, s.given, s.family, s.email, s.organisation, s.title, s.connected, s.reading_id`

// Sighting is a snapshot with the reading it stands in.
type Sighting struct {
	data.Snapshot
	Reading data.ID
}

func sightingFields(s *Sighting) []any {
	return []any{&s.ID, &s.Person, dayColumn{&s.Day}, &s.Source, &s.Profile, &s.Given, &s.Family, &s.Email, &s.Organisation,
		&s.Title, dayColumn{&s.Connected}, &s.Reading}
}

// Snapshots returns what sources said of a person, oldest first.
func (s *Store) Snapshots(ctx context.Context, person data.ID) ([]data.Snapshot, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT "+snapshotColumns+` FROM snapshot s JOIN reading r ON r.id = s.reading_id
		WHERE s.person_id = ? ORDER BY r.day, s.id`, person)
	if err != nil {
		return nil, err
	}
	all, err := collect(rows, sightingFields)
	snapshots := make([]data.Snapshot, len(all))
	for i := range all {
		snapshots[i] = all[i].Snapshot
	}
	return snapshots, err
}

// Sightings returns every snapshot in the file, as the write so far has left them.
func (tx *Tx) Sightings() ([]Sighting, error) { return sightings(tx.ctx, tx.tx) }

func sightings(ctx context.Context, db asker) ([]Sighting, error) {
	return gather(ctx, db, "SELECT "+snapshotColumns+" FROM snapshot s JOIN reading r ON r.id = s.reading_id ORDER BY s.id", sightingFields)
}

// AddReading notes that a file was read, which was not read of that day before; digest, without an @, tells
// its content apart.
func (tx *Tx) AddReading(source data.Source, day data.Day, digest string) (data.ID, error) {
	id, err := tx.newID("reading")
	if err != nil {
		return 0, err
	}
	// The column is unique, from when the same content was one reading whatever its day: the first of
	// several has the digest alone.
	_, err = tx.exec(`INSERT INTO reading (id, source, day, digest)
		SELECT ?1, ?2, ?3, ?4 || iif(EXISTS (SELECT 1 FROM reading WHERE digest = ?4), '@' || ?3, '')`,
		id, string(source), day.String(), digest)
	return id, err
}

// AddSnapshots adds many snapshots of one reading at once.
func (tx *Tx) AddSnapshots(reading data.ID, snapshots []data.Snapshot) error {
	b := tx.bulk("snapshot", "id,person_id,reading_id,profile,given,family,email,organisation,title,connected")
	for i := range snapshots {
		s := &snapshots[i]
		id, err := tx.newID("snapshot")
		if err != nil {
			return err
		}
		s.ID = id
		b.add(int64(id), int64(s.Person), int64(reading), s.Profile, s.Given, s.Family, s.Email,
			s.Organisation, s.Title, s.Connected.String())
	}
	return b.done()
}

// MoveSnapshots makes snapshots another person's.
func (tx *Tx) MoveSnapshots(to data.ID, snapshots []data.ID) error {
	for _, id := range snapshots {
		if _, err := tx.exec("UPDATE snapshot SET person_id = ? WHERE id = ?", to, id); err != nil {
			return err
		}
	}
	return nil
}

// Imported is a person as an import sees them: only what imports write.
type Imported struct {
	ID            data.ID
	Name          string
	Given, Family string
	OtherNames    []string
	NameStated    bool // the user wrote the name
	Connected     data.Day
}

// ImportedPeople returns everyone as imports see them, by ID.
func (tx *Tx) ImportedPeople() (map[data.ID]Imported, error) {
	type row struct {
		Imported
		others string
	}
	all, err := gather(tx.ctx, tx.tx, "SELECT id, name, given, family, other_names, name_stated, connected FROM person", func(p *row) []any {
		return []any{&p.ID, &p.Name, &p.Given, &p.Family, &p.others, &p.NameStated, dayColumn{&p.Connected}}
	})
	people := make(map[data.ID]Imported, len(all))
	for _, p := range all {
		p.OtherNames = lines(p.others)
		people[p.ID] = p.Imported
	}
	return people, err
}

// AddImported adds many people at once and gives them their IDs.
func (tx *Tx) AddImported(people []Imported) error {
	b := tx.bulk("person", "id,uuid,name,given,family,other_names,connected,sort_key")
	for i := range people {
		p := &people[i]
		id, err := tx.newID("person")
		if err != nil {
			return err
		}
		p.ID = id
		b.add(int64(id), newUUID(), p.Name, p.Given, p.Family, joinLines(p.OtherNames), p.Connected.String(), names.SortKey(p.Name))
	}
	return b.done()
}

// UpdateImported writes what an import learnt of a person.
func (tx *Tx) UpdateImported(p Imported) error {
	_, err := tx.exec("UPDATE person SET name = ?, given = ?, family = ?, other_names = ?, connected = ?, sort_key = ? WHERE id = ?",
		p.Name, p.Given, p.Family, joinLines(p.OtherNames), p.Connected.String(), names.SortKey(p.Name), p.ID)
	return err
}

// SeenContact is a contact point that sources gave.
type SeenContact struct {
	Person data.ID
	Kind   data.ContactKind
	Value  string
	Seen   data.Day
	Firm   bool
	ID     data.ID
}

// SeenContacts returns the profiles and e-mail addresses of everyone.
func (tx *Tx) SeenContacts() ([]SeenContact, error) {
	return gather(tx.ctx, tx.tx, "SELECT id, person_id, kind, value, seen, firm FROM contact_point WHERE kind IN ('linkedin', 'email') ORDER BY id",
		func(c *SeenContact) []any {
			return []any{&c.ID, &c.Person, &c.Kind, &c.Value, dayColumn{&c.Seen}, &c.Firm}
		})
}

// AddSeenContacts adds many contact points at once.
func (tx *Tx) AddSeenContacts(contacts []SeenContact) error {
	b := tx.bulk("contact_point", "id,person_id,kind,value,seen")
	for _, c := range contacts {
		id, err := tx.newID("contact_point")
		if err != nil {
			return err
		}
		b.add(int64(id), int64(c.Person), string(c.Kind), c.Value, c.Seen.String())
	}
	return b.done()
}

// RemovedContacts returns the profiles and addresses that the user removed from people and sources give
// them, by person.
func (tx *Tx) RemovedContacts() (map[data.ID][]data.ContactPoint, error) {
	removed := map[data.ID][]data.ContactPoint{}
	var id data.ID
	var c data.ContactPoint
	err := each(tx.ctx, tx.tx, "SELECT person_id, kind, value FROM contact_verdict ORDER BY id", nil, []any{&id, &c.Kind, &c.Value}, func() {
		removed[id] = append(removed[id], c)
	})
	return removed, err
}

// DropSeenContact removes a contact point that turned out to be somebody else's. Unlike one that the
// user removes, it may come back.
func (tx *Tx) DropSeenContact(id data.ID) error {
	_, err := tx.exec("DELETE FROM contact_point WHERE id = ?", id)
	return err
}

// UpdateSeenContact writes whose a contact point is and when a source gave it last.
func (tx *Tx) UpdateSeenContact(c SeenContact) error {
	_, err := tx.exec("UPDATE contact_point SET person_id = ?, seen = ? WHERE id = ?", c.Person, c.Seen.String(), c.ID)
	return err
}

// joinLines writes a list one a line.
func joinLines(list []string) string {
	var kept []string
	for _, s := range list {
		if s = names.Clean(s); s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, "\n")
}

// Reading is one file that was read.
type Reading struct {
	Source data.Source
	Day    data.Day
	Digest string // tells its content apart
}

// Readings lists what was read so far.
func (tx *Tx) Readings() ([]Reading, error) {
	rows, err := tx.tx.QueryContext(tx.ctx, "SELECT source, day, digest FROM reading ORDER BY id")
	if err != nil {
		return nil, err
	}
	list, err := collect(rows, func(r *Reading) []any { return []any{&r.Source, dayColumn{&r.Day}, &r.Digest} })
	for i := range list {
		list[i].Digest, _, _ = strings.Cut(list[i].Digest, "@")
	}
	return list, err
}

// LatestReading returns the newest day that a source was read for, 0 when it never was.
func (tx *Tx) LatestReading(source data.Source) (data.Day, error) {
	var d data.Day
	err := tx.tx.QueryRowContext(tx.ctx, "SELECT coalesce(max(day), '') FROM reading WHERE source = ?", string(source)).Scan(dayColumn{&d})
	return d, err
}
