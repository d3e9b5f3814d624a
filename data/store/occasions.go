package store

import (
	"context"
	"strings"

	"peerage/data"
)

// season is a part of the year, for questions about what comes every year. Its ends are written as 11-22, or
// as 11 for the first of a month: whatever has that month and no day is in the season too.
type season struct{ first, last string }

// seasonOf returns the season of the days between two. One that ends on 28 February ends with 29
// February, which other years lack.
func seasonOf(from, to data.Day) season {
	if to-from >= 365 {
		return season{"01", "12-31"}
	}
	s := season{from.String()[5:], to.String()[5:]}
	s.first = strings.TrimSuffix(s.first, "-01")
	if s.last == "02-28" {
		s.last = "02-29"
	}
	return s
}

// holds is the condition that a month and a day, or a month alone, is in the season from ?1 to ?2.
func (s season) holds(at string) string {
	if s.first <= s.last {
		return at + " BETWEEN ?1 AND ?2"
	}
	return "(" + at + " >= ?1 OR " + at + " BETWEEN '01' AND ?2)"
}

// Birthdays returns the birthdays, with a month and a day, that come in the season between two
// days; that of Me is not among them.
func (s *Store) Birthdays(ctx context.Context, from, to data.Day) (map[data.ID]data.PartialDay, error) {
	all := map[data.ID]data.PartialDay{}
	var id data.ID
	var on data.PartialDay
	season := seasonOf(from, to)
	// With its year or without it, as --06-30, a day ends in the same five characters.
	err := each(ctx, s.readers, "SELECT id, birthday FROM person WHERE birthday <> '' AND "+season.holds("substr(birthday, -5)")+
		" AND id <> ?3", []any{season.first, season.last, data.Me}, []any{&id, partialColumn{&on}}, func() {
		if on.Day != 0 {
			all[id] = on
		}
	})
	return all, err
}

// OwnDays returns the days of everyone that the user noted and that come between two days, in their year or in any.
func (s *Store) OwnDays(ctx context.Context, from, to data.Day) ([]data.Milestone, error) {
	season := seasonOf(from, to)
	rows, err := s.readers.QueryContext(ctx, "SELECT id, person_id, text, on_day, yearly FROM milestone WHERE "+
		season.holds("substr(on_day, -5)")+" AND (yearly = 1 OR on_day BETWEEN ?3 AND ?4) ORDER BY id",
		season.first, season.last, from.String(), to.String())
	if err != nil {
		return nil, err
	}
	return collect(rows, func(m *data.Milestone) []any {
		return []any{&m.ID, &m.Person, &m.Text, partialColumn{&m.On}, &m.Yearly}
	})
}

// ConfirmedMoves returns the moves the user confirmed that have their anniversary between two days, newest first;
// one between two days counts for the month of the second.
func (s *Store) ConfirmedMoves(ctx context.Context, from, to data.Day) ([]data.Move, error) {
	season := seasonOf(from, to)
	rows, err := s.readers.QueryContext(ctx, "SELECT "+moveColumns+movesFrom+" WHERE m.status IN (?3, ?4) AND "+
		season.holds("substr(m.by_day, 6, iif(m.after = m.by_day, 5, 2))")+newestMoves,
		season.first, season.last, string(data.MoveConfirmed), string(data.MoveCongratulated))
	if err != nil {
		return nil, err
	}
	return collect(rows, moveFields)
}

// Begun returns those who are still where a role of theirs began, at least to the month, with
// the anniversary between two days.
func (s *Store) Begun(ctx context.Context, from, to data.Day) ([]data.ID, error) {
	season := seasonOf(from, to)
	// The plus sign keeps SQLite from looking through everyone at an organisation for each of them.
	rows, err := s.readers.QueryContext(ctx, `SELECT DISTINCT r.person_id FROM role r WHERE `+season.holds("substr(r.from_day, 6)")+`
		AND r.from_day <> '' AND r.from_day < ?3 AND r.person_id <> ?4 AND EXISTS (SELECT 1 FROM role c
			WHERE c.person_id = r.person_id AND +c.organisation_id = r.organisation_id AND c.current = 1) ORDER BY r.person_id`,
		season.first, season.last, to.String(), data.Me)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *data.ID) []any { return []any{id} })
}

// Known is what a day says of someone, whether or not they may be contacted.
type Known struct {
	UUID, Name, Given, Place string
	Private                  bool
	LeftAlone                bool // must not be contacted, or is paused until later
	Near                     bool // has a tie that the user stated, or a rhythm, of their own or through a circle
}

// Known returns that of the people given, Me left out.
func (s *Store) Known(ctx context.Context, people []data.ID, today data.Day) (map[data.ID]Known, error) {
	all := make(map[data.ID]Known, len(people))
	var id data.ID
	var k Known
	err := each(ctx, s.readers, "SELECT p.id, p.uuid, p.name, p.given, p.place, p.private, "+leftAlone+`,
			`+hasStated+" OR "+hasRhythm+`
		FROM person p WHERE p.id IN (SELECT value FROM json_each(?1)) AND p.id <> ?2`,
		[]any{listOf(people), data.Me, today.String()},
		[]any{&id, &k.UUID, &k.Name, &k.Given, &k.Place, &k.Private, &k.LeftAlone, &k.Near}, func() { all[id] = k })
	return all, err
}
