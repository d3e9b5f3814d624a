package briefing

import (
	"context"
	"slices"
	"strings"

	"peerage/data/store"
)

// Directory finds organisations by what is typed. It is a picture of one moment, which never changes.
type Directory struct {
	rows   []store.OrganisationRow
	folded []string // of each row, every name, one a line
}

// LoadDirectory reads all organisations that anybody has a role at.
func LoadDirectory(ctx context.Context, s *store.Store) (*Directory, error) {
	rows, err := s.OrganisationRows(ctx)
	if err != nil {
		return nil, err
	}
	d := &Directory{rows: rows, folded: make([]string, len(rows))}
	for i := range rows {
		var b strings.Builder
		for _, written := range rows[i].Written {
			b.WriteString(store.Searched(written))
			b.WriteByte('\n')
		}
		d.folded[i] = b.String()
	}
	return d, nil
}

// Len returns how many organisations there are.
func (d *Directory) Len() int { return len(d.rows) }

// Find returns the organisations of which one name holds every word, those with most people now first;
// without words it returns all. Case and accents do not matter, and a part of a word is enough.
func (d *Directory) Find(words string) []*store.OrganisationRow {
	wanted := store.ReadTyped(words)
	var found []*store.OrganisationRow
	for i := range d.rows {
		if wanted.None() || oneHolds(d.folded[i], wanted) {
			found = append(found, &d.rows[i])
		}
	}
	return found
}

// Called returns the organisations of which one name is the one given, case and accents apart.
func (d *Directory) Called(name string) []*store.OrganisationRow {
	want := store.Searched(name)
	var found []*store.OrganisationRow
	for i := range d.rows {
		if slices.Contains(strings.Split(d.folded[i], "\n"), want) && want != "" {
			found = append(found, &d.rows[i])
		}
	}
	return found
}

// oneHolds reports whether one of the lines holds all that is typed.
func oneHolds(lines string, wanted store.Typed) bool {
	for line := range strings.SplitSeq(lines, "\n") {
		if wanted.In(line) {
			return true
		}
	}
	return false
}
