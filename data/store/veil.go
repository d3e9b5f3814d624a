package store

import (
	"context"
	"strings"
	"sync"

	"peerage/data"
	"peerage/data/names"
)

// veilHolder keeps the veil over everyone's names until people change. Reading ten thousand takes too long to do
// for each page.
type veilHolder struct {
	mu      sync.Mutex
	current *names.Veil
	told    int // how many changes of people have been told
}

// note drops the veil where a change is about people.
func (h *veilHolder) note(c data.Change) {
	if c.Touches(data.People) {
		h.mu.Lock()
		h.current, h.told = nil, h.told+1
		h.mu.Unlock()
	}
}

// Veil returns what keeps everyone's names out of texts but my own: whole and other names, and those of people
// who were removed and whom something names still.
func (s *Store) Veil(ctx context.Context) (*names.Veil, error) {
	h := &s.veil
	h.mu.Lock()
	current, told := h.current, h.told
	h.mu.Unlock()
	if current != nil {
		return current, nil
	}
	veil := &names.Veil{}
	var name, given, family, others string
	add := func() {
		for _, n := range append([]string{name, given, family}, lines(others)...) {
			veil.Add(n)
		}
	}
	err := each(ctx, s.readers, "SELECT name, given, family, other_names FROM person WHERE id <> ?", []any{data.Me},
		[]any{&name, &given, &family, &others}, add)
	if err != nil {
		return nil, err
	}
	given, family, others = "", "", ""
	removed := "SELECT name FROM " + strings.Join(outliving, " WHERE name <> '' UNION SELECT name FROM ") + " WHERE name <> ''"
	if err := each(ctx, s.readers, removed, nil, []any{&name}, add); err != nil {
		return nil, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.told == told {
		h.current = veil
	}
	return veil, nil
}
