package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"peerage/data"
	"peerage/data/names"
)

// asker is what reading needs: the pool of readers, or a write under way.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

const personColumns = `id, uuid, name, given, family, other_names, place, birthday, how_met, notes,
	photo, private, confidant, connected, paused_until`

// Person returns everything about one person but their career, ties and history. It returns
// data.ErrNotFound for an id that nobody has.
func (s *Store) Person(ctx context.Context, id data.ID) (data.Person, error) {
	return person(ctx, s.readers, id)
}

// Person returns the person as the write so far has left them.
func (tx *Tx) Person(id data.ID) (data.Person, error) { return person(tx.ctx, tx.tx, id) }

func person(ctx context.Context, db asker, id data.ID) (data.Person, error) {
	var p data.Person
	var others, birthday, connected, paused string
	err := db.QueryRowContext(ctx, "SELECT "+personColumns+" FROM person WHERE id = ?", id).Scan(
		&p.ID, &p.UUID, &p.Name, &p.Given, &p.Family, &others, &p.Place, &birthday, &p.HowMet, &p.Notes,
		&p.Photo, &p.Private, &p.Confidant, &connected, &paused)
	if errors.Is(err, sql.ErrNoRows) {
		return p, fmt.Errorf("person %d: %w", id, data.ErrNotFound)
	}
	if err != nil {
		return p, err
	}
	p.OtherNames = lines(others)
	p.Birthday, p.Connected, p.PausedUntil = partial(birthday), day(connected), day(paused)
	p.Contacts, err = contacts(ctx, db, id)
	return p, err
}

func contacts(ctx context.Context, db asker, id data.ID) ([]data.ContactPoint, error) {
	rows, err := db.QueryContext(ctx, `SELECT id, kind, value, label FROM contact_point
		WHERE person_id = ? ORDER BY kind, seen DESC, iif(seen = '', '', value), id`, id)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(c *data.ContactPoint) []any { return []any{&c.ID, &c.Kind, &c.Value, &c.Label} })
}

// SavePerson writes a person and their contact points as the user stated them; one without an ID is
// added and gets its ID and UUID, one with an ID that is not there is data.ErrNotFound. Names are
// brought onto one line, without control characters. The caller has called Validate.
func (tx *Tx) SavePerson(p *data.Person) error {
	fresh := p.ID == 0
	if fresh {
		if err := tx.give("person", &p.ID); err != nil {
			return err
		}
		p.UUID = uuid.NewString()
		if _, err := tx.exec("INSERT INTO person (id, uuid, name) VALUES (?, ?, '')", p.ID, p.UUID); err != nil {
			return err
		}
	}
	before, err := tx.Person(p.ID)
	if err != nil {
		return err
	}
	p.Name, p.Given, p.Family = names.Clean(p.Name), names.Clean(p.Given), names.Clean(p.Family)
	p.Private = p.Private || p.Confidant
	stated := fresh || p.Name != before.Name
	_, err = tx.exec(`UPDATE person SET name = ?, given = ?, family = ?, other_names = ?, place = ?, birthday = ?,
		how_met = ?, notes = ?, photo = ?, private = ?, confidant = ?, connected = ?, paused_until = ?, sort_key = ?,
		name_stated = max(name_stated, ?) WHERE id = ?`,
		p.Name, p.Given, p.Family, joinLines(p.OtherNames), p.Place,
		p.Birthday.String(), p.HowMet, p.Notes, p.Photo, p.Private, p.Confidant, p.Connected.String(),
		p.PausedUntil.String(), names.SortKey(p.Name), stated, p.ID)
	if err != nil {
		return err
	}
	return tx.saveContacts(p, before.Contacts)
}

// saveContacts makes the person's contact points what p says, touching only those that differ. Those
// that say the same become one.
func (tx *Tx) saveContacts(p *data.Person, before []data.ContactPoint) error {
	keep := map[data.ID]bool{}
	said := map[data.ContactPoint]bool{}
	var contacts []data.ContactPoint
	for _, c := range p.Contacts {
		if err := tx.saveContact(p.ID, &c, before, said); err != nil {
			return err
		}
		if c.ID != 0 {
			keep[c.ID] = true
			contacts = append(contacts, c)
		}
	}
	p.Contacts = contacts
	for _, c := range before {
		if keep[c.ID] {
			continue
		}
		if err := tx.noteRemoved(c.ID); err != nil {
			return err
		}
		if _, err := tx.exec("DELETE FROM contact_point WHERE id = ?", c.ID); err != nil {
			return err
		}
	}
	return nil
}

// noteRemoved notes that the user removes a profile or an address, or puts another in its place: sources
// may give it again.
func (tx *Tx) noteRemoved(id data.ID) error {
	_, err := tx.exec(`INSERT OR IGNORE INTO contact_verdict (person_id, kind, value)
		SELECT person_id, kind, value FROM contact_point WHERE id = ? AND kind IN ('linkedin', 'email')`, id)
	return err
}

// saveContact writes one contact point, which is one of before when it has its ID or says the same. It
// has no ID afterwards when it was said already.
func (tx *Tx) saveContact(person data.ID, c *data.ContactPoint, before []data.ContactPoint, said map[data.ContactPoint]bool) error {
	at := slices.IndexFunc(before, func(b data.ContactPoint) bool { return b.ID == c.ID })
	if at < 0 {
		at = slices.IndexFunc(before, func(b data.ContactPoint) bool { return b.Kind == c.Kind && b.Value == strings.TrimSpace(c.Value) })
	}
	c.ID = 0
	if at < 0 || *c != (data.ContactPoint{Kind: before[at].Kind, Value: before[at].Value, Label: before[at].Label}) {
		c.Value, c.Label = names.Clean(c.Value), names.Clean(c.Label)
	}
	same := data.ContactPoint{Kind: c.Kind, Value: c.Value}
	if said[same] {
		return nil
	}
	said[same] = true
	if at < 0 {
		if err := tx.give("contact_point", &c.ID); err != nil {
			return err
		}
		if _, err := tx.exec("DELETE FROM contact_verdict WHERE person_id = ? AND kind = ? AND value = ?", person, string(c.Kind), c.Value); err != nil {
			return err
		}
		_, err := tx.exec("INSERT INTO contact_point (id, person_id, kind, value, label, firm) VALUES (?, ?, ?, ?, ?, 1)",
			c.ID, person, string(c.Kind), c.Value, c.Label)
		return err
	}
	c.ID = before[at].ID
	if *c == before[at] {
		return nil
	}
	if c.Kind != before[at].Kind || c.Value != before[at].Value {
		if err := tx.noteRemoved(c.ID); err != nil {
			return err
		}
	}
	_, err := tx.exec("UPDATE contact_point SET kind = ?, value = ?, label = ?, firm = 1 WHERE id = ?", string(c.Kind), c.Value, c.Label, c.ID)
	return err
}

// ofPerson lists the tables whose rows belong to one person, in an order in which they can go.
var ofPerson = []string{"move", "move_verdict", "title_verdict", "tie_verdict", "role_verdict", "contact_verdict", "tie", "role", "snapshot", "contact_point", "circle_member", "interaction_person", "detail", "cadence",
	"promise", "exchange", "boundary", "milestone", "nudge_answer"}

// DeletePerson removes a person with everything that belongs to them alone. Interactions with others
// too are kept for those, and what names them keeps their name (outliving). Me cannot be removed.
func (tx *Tx) DeletePerson(id data.ID) error {
	if id == data.Me {
		return fmt.Errorf("remove oneself: %w", data.ErrNotFound)
	}
	for _, table := range ofPerson {
		if _, err := tx.exec("DELETE FROM "+table+" WHERE person_id = ?", id); err != nil {
			return err
		}
	}
	if err := tx.outlive(id); err != nil {
		return err
	}
	if err := tx.dropEmptyInteractions(); err != nil {
		return err
	}
	result, err := tx.exec("DELETE FROM person WHERE id = ?", id)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, data.ErrNotFound)
	}
	return nil
}

func (tx *Tx) dropEmptyInteractions() error {
	const empty = "(SELECT i.id FROM interaction i WHERE NOT EXISTS (SELECT 1 FROM interaction_person x WHERE x.interaction_id = i.id))"
	for _, statement := range []string{"UPDATE promise SET interaction_id = NULL WHERE interaction_id IN " + empty,
		"UPDATE exchange SET interaction_id = NULL WHERE interaction_id IN " + empty, "DELETE FROM interaction WHERE id IN " + empty} {
		if _, err := tx.exec(statement); err != nil {
			return err
		}
	}
	return nil
}

// ByUUID returns the person with this UUID, or data.ErrNotFound.
func (s *Store) ByUUID(ctx context.Context, id string) (data.ID, error) {
	var person data.ID
	err := s.readers.QueryRowContext(ctx, "SELECT id FROM person WHERE uuid = ?", strings.ToLower(id)).Scan(&person)
	if errors.Is(err, sql.ErrNoRows) {
		err = data.ErrNotFound
	}
	return person, err
}

// CountPeople returns how many people there are, Me not counted.
func (s *Store) CountPeople(ctx context.Context) (int, error) {
	var n int
	// Me is always there. With a condition SQLite would look at every row.
	err := s.readers.QueryRowContext(ctx, "SELECT count(*) - 1 FROM person").Scan(&n)
	return n, err
}

// HasPeople reports whether there is anybody but Me.
func (s *Store) HasPeople(ctx context.Context) (bool, error) {
	var found bool
	err := s.readers.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM person WHERE id <> ?)", data.Me).Scan(&found)
	return found, err
}

// PrivatePeople returns those whom the user keeps private.
func (s *Store) PrivatePeople(ctx context.Context) (map[data.ID]bool, error) {
	private := map[data.ID]bool{}
	var id data.ID
	err := each(ctx, s.readers, "SELECT id FROM person WHERE private = 1", nil, []any{&id}, func() { private[id] = true })
	return private, err
}

// ByUUIDs returns those of the people with these UUIDs who are there.
func (s *Store) ByUUIDs(ctx context.Context, uuids []string) (map[string]data.ID, error) {
	all := make(map[string]data.ID, len(uuids))
	list, err := json.Marshal(uuids)
	if err != nil || len(uuids) == 0 {
		return all, err
	}
	var id data.ID
	var key string
	err = each(ctx, s.readers, "SELECT uuid, id FROM person WHERE uuid IN (SELECT value FROM json_each(?))", []any{string(list)},
		[]any{&key, &id}, func() { all[key] = id })
	return all, err
}
