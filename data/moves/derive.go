package moves

import (
	"cmp"
	"slices"
	"strings"

	"peerage/data"
)

// Career is one person's roles, with what the words of each come to.
type Career struct{ Roles []Role }

// Role is a role with the normal forms of its words.
type Role struct {
	data.Role
	// Form is the normal form of employer and title, on which a verdict hangs.
	Form string
	// Employer is the normal form of the employer, "" when none is said. That of a text which names no
	// organisation (self-employed) starts with \x00.
	Employer string
	// Title is the normal form of the title, "" when none is said.
	Title string
	// Retired says that title or employer tell of retirement.
	Retired bool
}

// Derive returns the moves that a career shows as of today, the newest first. ID and Status of a move are
// left to the caller; After <= By holds for all of them, and both are at most today. The result depends
// neither on the order of the roles nor, unless roles are equal in everything else, on their IDs. It is
// nil when there is no move.
func Derive(c Career, today data.Day) []data.Move {
	if len(c.Roles) == 0 {
		return nil
	}
	var room [8]stint
	l := line{stints: stintsOf(room[:0], c.Roles, today), today: today}
	l.vacate()
	l.link()
	var moves []data.Move
	for i := range l.stints {
		moves = l.appendTo(moves, &l.stints[i])
	}
	if m, ok := l.left(); ok && !slices.ContainsFunc(c.Roles, func(r Role) bool { return lasts(&r, today) }) {
		moves = append(moves, m)
	}
	slices.SortFunc(moves, newestFirst)
	return moves
}

func newestFirst(a, b data.Move) int {
	return cmp.Or(
		cmp.Compare(b.By, a.By), cmp.Compare(b.After, a.After),
		strings.Compare(a.From.Form, b.From.Form), strings.Compare(a.To.Form, b.To.Form),
		slices.Compare(a.Kinds, b.Kinds),
		cmp.Compare(a.From.Role, b.From.Role), cmp.Compare(a.To.Role, b.To.Role),
	)
}

// appendTo appends the move that led to a stint, if it is one, and the one before it, if somebody had left
// for a while.
func (l *line) appendTo(moves []data.Move, to *stint) []data.Move {
	if to.before < 0 {
		return moves
	}
	from := &l.stints[to.before]
	titled := l.called(from)
	kinds := kindsBetween(from, titled, to)
	if len(kinds) == 0 {
		return moves
	}
	m := data.Move{Person: to.first.Person, Kinds: kinds, From: post(titled.last), To: post(to.first)}
	m.After, m.By = l.days(from, to)
	switch here := sameEmployer(from.last, to.first); {
	case titled == from:
	case here && sameEmployer(titled.last, from.last):
		m.After, m.By = l.days(titled, to)
	case !here && !sameEmployer(titled.last, from.last):
		m.From = post(from.last)
	}
	if l.parted(from, to) {
		moves = append(moves, l.leaving(from))
		m.After = min(max(m.After, from.end.hi, from.vacant), m.By)
	}
	return append(moves, m)
}

// days returns those that bound a move.
func (l *line) days(from, to *stint) (after, by data.Day) {
	after, by = max(to.start.lo, from.known), to.start.hi
	switch {
	case to.late && from.finished():
		after, by = from.end.lo, from.end.hi
	case after > by && to.start.lo != 0:
		after = to.start.lo
	case after > by:
		after = from.start.hi
	}
	by = min(by, l.today)
	return min(after, by), by
}

// lasts reports whether a role is held, or will be. To be seen under no employer is to hold none.
func lasts(r *Role, today data.Day) bool {
	return !vacant(r) && (r.From.Earliest() > today || r.Current && (r.To.IsZero() || r.To.Earliest() > today))
}

// left returns the move of somebody who left with nothing known after it.
func (l *line) left() (data.Move, bool) {
	var last *stint
	for i := range l.stints {
		s := &l.stints[i]
		if last == nil || s.end.hi >= last.end.hi {
			last = s
		}
	}
	if last == nil || !last.finished() || last.after >= 0 || last.last.Retired {
		return data.Move{}, false
	}
	return l.leaving(last), true
}

func post(r *Role) data.Post {
	return data.Post{
		Role: r.ID, Organisation: r.Organisation, Employer: r.Role.Employer, Title: r.Role.Title,
		Standing: r.Standing, Form: r.Form,
	}
}
