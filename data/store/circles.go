package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/names"
)

// Circles returns all circles by name, each with how many are in it.
func (s *Store) Circles(ctx context.Context) ([]data.Circle, error) {
	return circles(ctx, s.readers, `SELECT c.id, c.name, c.ideal, c.longest,
		(SELECT count(*) FROM circle_member m WHERE m.circle_id = c.id) FROM circle c`)
}

func circles(ctx context.Context, db asker, query string, args ...any) ([]data.Circle, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	all, err := collect(rows, circleFields)
	slices.SortFunc(all, func(a, b data.Circle) int {
		return cmp.Or(cmp.Compare(names.SortKey(a.Name), names.SortKey(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

func circleFields(c *data.Circle) []any {
	return []any{&c.ID, &c.Name, &c.Rhythm.Ideal, &c.Rhythm.Longest, &c.Members}
}

// CirclesOf returns the circles that a person is in, by name.
func (s *Store) CirclesOf(ctx context.Context, person data.ID) ([]data.Circle, error) {
	return circles(ctx, s.readers, `SELECT c.id, c.name, c.ideal, c.longest, 0 FROM circle c
		JOIN circle_member m ON m.circle_id = c.id WHERE m.person_id = ?`, person)
}

// SaveCircle writes a circle, its name on one line; one without an ID is added and gets its ID, one
// with an ID that is not there is data.ErrNotFound. A name that another circle has, in whatever case,
// is an *Invalid.
func (tx *Tx) SaveCircle(c *data.Circle) error {
	c.Name = names.Clean(c.Name)
	other, err := tx.circle(c.Name)
	if err != nil {
		return err
	}
	if other != 0 && other != c.ID {
		return &data.Invalid{Field: "circle", Reason: data.Taken}
	}
	if c.ID == 0 {
		if err := tx.give("circle", &c.ID); err != nil {
			return err
		}
		_, err = tx.exec("INSERT INTO circle (id, name, ideal, longest) VALUES (?, ?, ?, ?)", c.ID, c.Name, c.Rhythm.Ideal, c.Rhythm.Longest)
		return err
	}
	if err := tx.one("UPDATE circle SET name = ?, ideal = ?, longest = ? WHERE id = ?", c.Name, c.Rhythm.Ideal, c.Rhythm.Longest, c.ID); err != nil {
		return fmt.Errorf("circle %d: %w", c.ID, err)
	}
	return nil
}

// circle returns the circle of that name, 0 when there is none. SQLite would compare the letters of
// ASCII only.
func (tx *Tx) circle(name string) (data.ID, error) {
	name = names.Clean(name)
	all, err := circles(tx.ctx, tx.tx, "SELECT id, name, ideal, longest, 0 FROM circle")
	for _, c := range all {
		if strings.EqualFold(c.Name, name) {
			return c.ID, err
		}
	}
	return 0, err
}

// DeleteCircle removes a circle; the people in it stay.
func (tx *Tx) DeleteCircle(id data.ID) error {
	if _, err := tx.exec("DELETE FROM circle_member WHERE circle_id = ?", id); err != nil {
		return err
	}
	_, err := tx.exec("DELETE FROM circle WHERE id = ?", id)
	return err
}

// JoinCircle puts a person into the circle of that name, which is made where it is missing. joined
// is the day from which the circle's rhythm runs for the person.
func (tx *Tx) JoinCircle(person data.ID, name string, joined data.Day) error {
	id, err := tx.circle(name)
	if err != nil {
		return err
	}
	if id == 0 {
		c := data.Circle{Name: name}
		if err := tx.SaveCircle(&c); err != nil {
			return err
		}
		id = c.ID
	}
	_, err = tx.exec("INSERT INTO circle_member (person_id, circle_id, joined) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", person, id, joined.String())
	return err
}

// LeaveCircle takes a person out of a circle.
func (tx *Tx) LeaveCircle(person, circle data.ID) error {
	_, err := tx.exec("DELETE FROM circle_member WHERE person_id = ? AND circle_id = ?", person, circle)
	return err
}

// CircleNames returns, for everyone who is in a circle, the names of their circles.
func (s *Store) CircleNames(ctx context.Context) (map[data.ID][]string, error) {
	known, err := s.Circles(ctx)
	if err != nil {
		return nil, err
	}
	in := map[data.ID][]data.ID{} // who is in each circle
	var person, circle data.ID
	err = each(ctx, s.readers, "SELECT person_id, circle_id FROM circle_member ORDER BY id", nil, []any{&person, &circle}, func() {
		in[circle] = append(in[circle], person)
	})
	all := map[data.ID][]string{}
	for _, c := range known {
		for _, id := range in[c.ID] {
			all[id] = append(all[id], c.Name)
		}
	}
	return all, err
}

// Company is a circle with everyone in it, in the order in which they came.
type Company struct {
	Name   string
	People []data.ID
}

// Companies returns the circles of at most so many people, by name.
func (s *Store) Companies(ctx context.Context, most int) ([]Company, error) {
	var all []Company
	var name string
	var person data.ID
	err := each(ctx, s.readers, `SELECT c.name, m.person_id FROM circle c JOIN circle_member m ON m.circle_id = c.id
		WHERE (SELECT count(*) FROM circle_member a WHERE a.circle_id = c.id) <= ? ORDER BY c.name, c.id, m.id`,
		[]any{most}, []any{&name, &person}, func() {
			if n := len(all); n == 0 || all[n-1].Name != name {
				all = append(all, Company{Name: name})
			}
			at := &all[len(all)-1]
			at.People = append(at.People, person)
		})
	return all, err
}
