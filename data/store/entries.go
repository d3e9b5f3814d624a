package store

import (
	"cmp"
	"context"
	"strings"

	"peerage/data"
	"peerage/data/names"
)

// reader gathers entries of the index from four questions. Each gives few columns, with the values of
// several joined by NUL, which is in no stored text: a column costs two allocations a row, whatever is
// in it.
type reader struct {
	id    data.ID // of the row being read, and its texts
	a, b  string
	order []data.ID

	entries []indexed
	found   []found
	at      map[data.ID]int
	shared  map[string]shared // employers and titles
	words   map[string]string // words of notes and the like, and their folded form
}

// found is what a person is found by, and what chooses among several roles and profiles.
type found struct {
	facts    []byte // of roles and addresses, folded
	others   string // other names, not folded yet
	notes    string // place, how we met and notes, not folded yet
	employed bool   // a role stands in the row
	since    string // when that role began
	seen     string // when the profile of the row was seen
}

// shared is a text that many rows have, kept and folded once.
type shared struct{ written, folded string }

// readEntries reads the entries of the people that where chooses, in the order of lists, and what
// each is found by; ofThem chooses their roles and contact points.
func (s *Store) readEntries(ctx context.Context, where, ofThem string, args ...any) ([]indexed, []texts, error) {
	r := &reader{shared: map[string]shared{}, words: map[string]string{}}
	err := s.Read(ctx, func(tx *Tx) error { return r.read(tx, where, ofThem, args) })
	if err != nil {
		return nil, nil, err
	}
	return r.entries, r.texts(), nil
}

// read asks the questions of one state of the file.
func (r *reader) read(tx *Tx, where, ofThem string, args []any) error {
	// The order is read from an index alone; reading the people in it would jump about in the file.
	err := each(tx.ctx, tx.tx, "SELECT id FROM person"+where+" ORDER BY sort_key, id", args, []any{&r.id}, func() {
		r.order = append(r.order, r.id)
	})
	if err != nil {
		return err
	}
	r.place()
	for _, question := range []struct {
		query string
		into  []any
		read  func(*indexed, *found)
	}{
		{`SELECT id, uuid || char(0) || sort_key || char(0) || name,
			other_names || char(0) || place || char(10) || how_met || char(10) || notes FROM person` + where, []any{&r.id, &r.a, &r.b}, r.person},
		{`SELECT person_id, employer || char(0) || title || char(0) || iif(current, 'now ' || track || ' ' || level || ' ' || field || ' ' || max(from_day, first_seen), '')
			FROM role` + ofThem, []any{&r.id, &r.a}, r.role},
		{"SELECT person_id, (kind = 'linkedin') || seen || ' ' || value FROM contact_point" + ofThem, []any{&r.id, &r.a}, r.contact},
	} {
		err := each(tx.ctx, tx.tx, question.query, args, question.into, func() {
			if at, ok := r.at[r.id]; ok {
				question.read(&r.entries[at], &r.found[at])
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// place makes room for everyone in their order.
func (r *reader) place() {
	r.entries, r.found = make([]indexed, len(r.order)), make([]found, len(r.order))
	r.at = make(map[data.ID]int, len(r.order))
	for i, id := range r.order {
		r.entries[i].ID, r.entries[i].Standing, r.at[id] = id, data.UnknownStanding, i
	}
}

func (r *reader) person(e *indexed, f *found) {
	var shown string
	e.UUID, shown, _ = strings.Cut(r.a, "\x00")
	e.sortKey, e.Name, _ = strings.Cut(shown, "\x00")
	f.others, f.notes, _ = strings.Cut(r.b, "\x00")
}

func (r *reader) role(e *indexed, f *found) {
	employer, rest, _ := strings.Cut(r.a, "\x00")
	title, now, _ := strings.Cut(rest, "\x00")
	where, what := r.share(employer), r.share(title)
	f.facts = append(append(append(append(f.facts, ' '), where.folded...), ' '), what.folded...)
	if now, current := strings.CutPrefix(now, "now "); current {
		track, now, _ := strings.Cut(now, " ")
		level, now, _ := strings.Cut(now, " ")
		field, since, _ := strings.Cut(now, " ")
		if f.present(e, earliest(since), where.written, what.written) {
			e.Standing = data.Standing{Track: data.Track(r.share(track).written), Level: data.Level(r.share(level).written),
				Field: data.Field(r.share(field).written)}
		}
	}
}

// present shows a role held now unless another one is shown before it: of several the one begun last,
// as data.Present has it. It reports whether the role is shown.
func (f *found) present(e *indexed, since, employer, title string) bool {
	if f.employed && cmp.Or(cmp.Compare(since, f.since), cmp.Compare(e.Organisation, employer), cmp.Compare(e.Title, title)) < 0 {
		return false
	}
	f.employed, f.since, e.Organisation, e.Title = true, since, employer, title
	return true
}

func (r *reader) contact(e *indexed, f *found) {
	seen, value, _ := strings.Cut(r.a[1:], " ")
	switch {
	case r.a[0] == '0':
		f.facts = append(append(f.facts, ' '), names.Fold(value)...)
	case e.Profile == "" || seen > f.seen:
		e.Profile, f.seen = value, seen
	}
}

// earliest returns the first day of a partial day, in the form they are kept in.
func earliest(partial string) string {
	switch len(partial) {
	case len("2016"):
		return partial + "-01-01"
	case len("2016-06"):
		return partial + "-01"
	}
	return partial
}

func (r *reader) share(text string) shared {
	s, ok := r.shared[text]
	if !ok {
		s.written = strings.Clone(text) // not the whole row
		s.folded = Searched(s.written)
		r.shared[s.written] = s
	}
	return s
}

// texts folds what everyone is found by into three long texts, of which each has a part: a search that
// must look into many of them goes through memory in one direction.
func (r *reader) texts() []texts {
	var called, facts, notes strings.Builder
	size := [2]int{}
	for i := range r.found {
		size[0] += len(r.found[i].facts)
		size[1] += len(r.found[i].notes)
	}
	facts.Grow(size[0])
	notes.Grow(size[1])
	ends := make([][3]int, len(r.found))
	for i := range r.found {
		f := &r.found[i]
		r.fold(&called, r.entries[i].Name)
		r.fold(&called, f.others)
		facts.Write(f.facts)
		r.fold(&notes, f.notes)
		ends[i] = [3]int{called.Len(), facts.Len(), notes.Len()}
		*f = found{}
	}
	all := make([]texts, len(ends))
	var from [3]int
	for i, to := range ends {
		all[i] = texts{called.String()[from[0]:to[0]], facts.String()[from[1]:to[1]], notes.String()[from[2]:to[2]]}
		from = to
	}
	return all
}

// fold writes the words of a text, folded, each after a blank. Words are folded one by one, since most
// of them come again and again: Fold looks no further than a blank.
func (r *reader) fold(into *strings.Builder, text string) {
	for len(text) > 0 {
		var word string
		if at := strings.IndexAny(text, " \n"); at < 0 {
			word, text = text, ""
		} else {
			word, text = text[:at], text[at+1:]
		}
		if word == "" {
			continue
		}
		folded, known := r.words[word]
		if !known {
			folded = Searched(word)
			if len(word) <= longestKept && len(r.words) < mostKept {
				r.words[strings.Clone(word)] = folded
			}
		}
		if folded != "" {
			into.WriteByte(' ')
			into.WriteString(folded)
		}
	}
}

// How long the words are that are kept folded while everyone is read, in octets, and how many.
const (
	longestKept = 40
	mostKept    = 50_000
)
