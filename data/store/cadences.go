package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"peerage/data"
)

// Rhythm is what the file knows of one person's rhythm: the cadence of their own, those of their
// circles, and the contact there was.
type Rhythm struct {
	Person  data.ID
	UUID    string
	Name    string
	Private bool
	Cadence data.Cadence // its Rhythm is zero where the person has none of their own
	Circles []data.Rhythm
	Joined  data.Day // the earliest day the person came into a circle that sets a rhythm
	Last    data.Day // the last interaction up to the day asked about, 0 when there was none
	Paused  data.Day // no check-in before this day; 0 when there is no pause
}

// Rhythms returns everyone who has a rhythm, of their own or through a circle, and may be contacted,
// ordered by person. Interactions after today do not count.
func (s *Store) Rhythms(ctx context.Context, today data.Day) ([]Rhythm, error) {
	// Asked in two parts, because finding the own cadence of everyone one by one takes as long as all the rest,
	// and so does handing both parts through one question.
	var n int
	if err := s.readers.QueryRowContext(ctx, "SELECT count(*) FROM cadence").Scan(&n); err != nil {
		return nil, err
	}
	all, err := s.rhythms(ctx, make([]Rhythm, 0, n), "(SELECT * FROM cadence WHERE ideal > 0)")
	if err != nil {
		return nil, err
	}
	all, err = s.rhythms(ctx, all, `(SELECT DISTINCT m.person_id, 0 AS ideal, 0 AS longest, coalesce(k.set_on, '') AS set_on,
		coalesce(k.snoozed, '') AS snoozed, coalesce(k.skipped, '') AS skipped, coalesce(k.appointed, '') AS appointed,
		coalesce(k.appointed_at, 0) AS appointed_at, coalesce(k.appointed_on, '') AS appointed_on
		FROM circle c CROSS JOIN circle_member m ON m.circle_id = c.id LEFT JOIN cadence k ON k.person_id = m.person_id
		WHERE c.ideal > 0 AND coalesce(k.ideal, 0) = 0)`)
	if err != nil {
		return nil, err
	}
	// SQLite would sort whole rows, which takes longer than all the rest.
	slices.SortFunc(all, func(a, b Rhythm) int { return cmp.Compare(a.Person, b.Person) })
	// Whoever lost a rhythm of their own between the two parts may be in both.
	all = slices.CompactFunc(all, func(a, b Rhythm) bool { return a.Person == b.Person })
	if err := s.lastContacts(ctx, all, today); err != nil {
		return nil, err
	}
	return all, s.circleRhythms(ctx, all)
}

// RhythmOf returns what is known of one person's rhythm, whether or not there is one.
func (s *Store) RhythmOf(ctx context.Context, person data.ID, today data.Day) (Rhythm, error) {
	all, err := s.rhythms(ctx, nil, `(SELECT who.id AS person_id, coalesce(k.ideal, 0) AS ideal, coalesce(k.longest, 0) AS longest,
		coalesce(k.set_on, '') AS set_on, coalesce(k.snoozed, '') AS snoozed, coalesce(k.skipped, '') AS skipped, coalesce(k.appointed, '') AS appointed,
		coalesce(k.appointed_at, 0) AS appointed_at, coalesce(k.appointed_on, '') AS appointed_on
		FROM (SELECT ?2 AS id) who LEFT JOIN cadence k ON k.person_id = who.id)`, person)
	if err != nil || len(all) == 0 {
		return Rhythm{Person: person}, err
	}
	if err := s.lastContacts(ctx, all, today); err != nil {
		return Rhythm{Person: person}, err
	}
	err = s.circleRhythms(ctx, all)
	return all[0], err
}

// rhythms appends to all the rhythms of those whom the table whose holds, with their own cadences.
func (s *Store) rhythms(ctx context.Context, all []Rhythm, whose string, args ...any) ([]Rhythm, error) {
	var r Rhythm
	k := &r.Cadence
	err := each(ctx, s.readers, `SELECT p.id, p.uuid, p.name, p.private, p.paused_until, k.ideal, k.longest, k.set_on, k.snoozed, k.skipped,
			k.appointed, k.appointed_at, k.appointed_on
		FROM `+whose+` k CROSS JOIN person p ON p.id = k.person_id
		WHERE p.id <> ?1 AND NOT EXISTS (SELECT 1 FROM boundary b WHERE b.person_id = p.id AND b.no_contact = 1)`,
		append([]any{data.Me}, args...),
		[]any{&r.Person, &r.UUID, &r.Name, &r.Private, dayColumn{&r.Paused}, &k.Rhythm.Ideal, &k.Rhythm.Longest, dayColumn{&k.Set},
			dayColumn{&k.Snoozed}, dayColumn{&k.Skipped}, dayColumn{&k.Appointment.Day}, &k.Appointment.At, dayColumn{&k.Appointment.Made}},
		func() {
			k.Person = r.Person
			all = append(all, r)
		})
	return all, err
}

// manyRhythms is from how many people on it is quicker to go through all contact there was than to look for
// that with each of them.
const manyRhythms = 1000

// lastContacts adds to rhythms, which are ordered by person, the day of the last interaction up to a day.
func (s *Store) lastContacts(ctx context.Context, all []Rhythm, upTo data.Day) error {
	query, args := `SELECT x.person_id, max(i.day) FROM interaction_person x CROSS JOIN interaction i ON i.id = x.interaction_id
		WHERE i.day <= ?1 GROUP BY x.person_id ORDER BY x.person_id`, []any{upTo.String()}
	if len(all) < manyRhythms {
		people := make([]data.ID, len(all))
		for i := range all {
			people[i] = all[i].Person
		}
		query, args = `SELECT p.value, coalesce((SELECT max(i.day) FROM interaction_person x JOIN interaction i ON i.id = x.interaction_id
			WHERE x.person_id = p.value AND i.day <= ?1), '') FROM json_each(?2) p ORDER BY p.key`, append(args, listOf(people))
	}
	var person data.ID
	var last data.Day
	rest := all
	return each(ctx, s.readers, query, args, []any{&person, dayColumn{&last}}, func() {
		for len(rest) > 0 && rest[0].Person < person {
			rest = rest[1:]
		}
		if len(rest) > 0 && rest[0].Person == person {
			rest[0].Last = last
		}
	})
}

// circleRhythms adds to rhythms, which are ordered by person, those of the circles they are in.
func (s *Store) circleRhythms(ctx context.Context, all []Rhythm) error {
	type membership struct {
		person data.ID
		joined data.Day
		rhythm data.Rhythm
	}
	query, args := "", []any(nil)
	if len(all) == 1 {
		query, args = " AND m.person_id = ?", []any{all[0].Person}
	}
	rows, err := s.readers.QueryContext(ctx, `SELECT m.person_id, m.joined, c.ideal, c.longest FROM circle_member m
		JOIN circle c ON c.id = m.circle_id WHERE c.ideal > 0`+query+" ORDER BY m.id", args...)
	if err != nil {
		return err
	}
	memberships, err := collect(rows, func(m *membership) []any {
		return []any{&m.person, dayColumn{&m.joined}, &m.rhythm.Ideal, &m.rhythm.Longest}
	})
	for _, m := range memberships {
		if at, ok := slices.BinarySearchFunc(all, m.person, func(r Rhythm, id data.ID) int { return cmp.Compare(r.Person, id) }); ok {
			r := &all[at]
			r.Circles = append(r.Circles, m.rhythm)
			if r.Joined == 0 || m.joined < r.Joined {
				r.Joined = m.joined
			}
		}
	}
	return err
}

// SaveCadence writes what the user set for one person. A zero Rhythm leaves the circles' rhythm in
// force; with nothing snoozed, skipped or appointed either, the row goes.
func (tx *Tx) SaveCadence(c data.Cadence) error {
	if c.Rhythm == (data.Rhythm{}) && c.Snoozed == 0 && c.Skipped == 0 && c.Appointment == (data.Appointment{}) {
		_, err := tx.exec("DELETE FROM cadence WHERE person_id = ?", c.Person)
		return err
	}
	_, err := tx.exec(`INSERT INTO cadence (person_id, ideal, longest, set_on, snoozed, skipped, appointed, appointed_at, appointed_on)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (person_id) DO UPDATE SET ideal = excluded.ideal, longest = excluded.longest, set_on = excluded.set_on,
		snoozed = excluded.snoozed, skipped = excluded.skipped, appointed = excluded.appointed, appointed_at = excluded.appointed_at,
		appointed_on = excluded.appointed_on`,
		c.Person, c.Rhythm.Ideal, c.Rhythm.Longest, c.Set.String(), c.Snoozed.String(), c.Skipped.String(),
		c.Appointment.Day.String(), c.Appointment.At, c.Appointment.Made.String())
	return err
}

// Cadence returns what the user set for one person; its Rhythm is zero where nothing was set.
func (tx *Tx) Cadence(person data.ID) (data.Cadence, error) {
	c := data.Cadence{Person: person}
	rows, err := tx.query(`SELECT ideal, longest, set_on, snoozed, skipped, appointed, appointed_at, appointed_on
		FROM cadence WHERE person_id = ?`, person)
	if err != nil {
		return c, err
	}
	all, err := collect(rows, func(k *data.Cadence) []any {
		return []any{&k.Rhythm.Ideal, &k.Rhythm.Longest, dayColumn{&k.Set}, dayColumn{&k.Snoozed}, dayColumn{&k.Skipped},
			dayColumn{&k.Appointment.Day}, &k.Appointment.At, dayColumn{&k.Appointment.Made}}
	})
	if err != nil || len(all) == 0 {
		return c, err
	}
	all[0].Person = person
	return all[0], nil
}

// Pause holds a person's check-ins back until the day given; 0 ends the pause.
func (tx *Tx) Pause(person data.ID, until data.Day) error {
	if err := tx.one("UPDATE person SET paused_until = ? WHERE id = ?", until.String(), person); err != nil {
		return fmt.Errorf("person %d: %w", person, err)
	}
	return nil
}
