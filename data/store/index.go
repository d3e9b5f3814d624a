package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"peerage/data"
)

// Row is a person as a list shows them.
type Row struct {
	ID           data.ID
	UUID         string
	Name         string
	Title        string // of the role held now; "" when none is known
	Organisation string
	Standing     data.Standing // what that title says; unknown without a role
	Profile      string        // LinkedIn slug, or ""
}

// indexed is a row with its place in the order of lists. It never changes; a newer one takes its slot.
type indexed struct {
	Row
	sortKey string
}

// texts are what somebody is found by, folded: their names, in which every word follows a blank; the
// organisations and titles of the whole career, and addresses; and place, how we met and notes.
type texts struct{ called, facts, notes string }

// index holds everyone in memory.
//
// A full-text index in the file would answer prefixes only, or need three letters, and finds nothing
// inside Chinese words; this one finds any substring in any script, and costs an import nothing.
type index struct {
	slots []*indexed // everyone, at a place that stays; nil where nobody is
	texts []texts    // of each slot
	order []uint32   // the slots in the order of lists
	taken slotSet    // the slots where somebody is
	grams grams
	rows  []*Row // everyone in the order of lists; nil until asked for
}

// spare is how many more slots an index has than people, before it must be read anew.
const spare = 1024

// newIndex returns the index of entries, which stand in the order of lists, and their texts.
func newIndex(entries []indexed, found []texts) *index {
	people := len(entries)
	g := newGrams(people + people/16 + spare)
	ix := &index{slots: make([]*indexed, people), texts: found, order: make([]uint32, people), grams: g, taken: make(slotSet, g.stride)}
	for i := range entries {
		slot := uint32(i)
		ix.slots[i], ix.order[i] = &entries[i], slot
		ix.taken.add(slot)
		ix.grams.put(slot, found[i])
	}
	return ix
}

// room reports whether so many more fit in.
func (ix *index) room(more int) bool { return len(ix.slots)+more <= ix.grams.stride*64 }

// replace makes e the entry of a person, nil when they are no more, found by t.
func (ix *index) replace(id data.ID, e *indexed, t texts) {
	ix.rows = nil
	slot := uint32(slices.IndexFunc(ix.slots, func(old *indexed) bool { return old != nil && old.ID == id }))
	if int32(slot) >= 0 {
		at, _ := ix.find(ix.slots[slot])
		ix.order = slices.Delete(ix.order, at, at+1)
		ix.grams.drop(slot)
		ix.taken.remove(slot)
		ix.slots[slot], ix.texts[slot] = nil, texts{}
	} else if e != nil {
		slot = uint32(len(ix.slots))
		ix.slots, ix.texts = append(ix.slots, nil), append(ix.texts, t)
	}
	if e == nil {
		return
	}
	at, _ := ix.find(e)
	ix.order = slices.Insert(ix.order, at, slot)
	ix.slots[slot], ix.texts[slot] = e, t
	ix.taken.add(slot)
	ix.grams.put(slot, t)
}

// find returns where an entry stands, or would stand, in the order of lists.
func (ix *index) find(e *indexed) (at int, found bool) {
	return slices.BinarySearchFunc(ix.order, e, func(slot uint32, e *indexed) int {
		other := ix.slots[slot]
		return cmp.Or(strings.Compare(other.sortKey, e.sortKey), cmp.Compare(other.ID, e.ID))
	})
}

// everyone returns all rows in the order of lists.
func (ix *index) everyone() []*Row {
	if ix.rows == nil {
		ix.rows = make([]*Row, len(ix.order))
		for i, slot := range ix.order {
			ix.rows[i] = &ix.slots[slot].Row
		}
	}
	return ix.rows
}

// indexHolder keeps the index and what makes it stale. Whoever holds mu may change the index.
type indexHolder struct {
	mu      sync.Mutex
	current *index
	all     bool // everything may have changed since current was loaded
	people  map[data.ID]bool
	answers []answer // the one that was asked for last comes first
	room    [maxParts]sifted
}

// note remembers what a change made stale.
func (h *indexHolder) note(c data.Change) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.answers = nil // circles and ties may pass others now
	if !c.Touches(data.People) && !c.Touches(data.Roles) {
		return
	}
	if c.All {
		h.all = true
	}
	if h.people == nil {
		h.people = map[data.ID]bool{}
	}
	for _, id := range c.People {
		h.people[id] = true
	}
}

// fresh returns an index that holds all changes told so far. The caller has locked the holder.
func (s *Store) fresh(ctx context.Context) (*index, error) {
	h := &s.index
	if h.current != nil && !h.all && len(h.people) == 0 {
		return h.current, nil
	}
	if h.current == nil || h.all || !h.current.room(len(h.people)) {
		next, err := s.loadIndex(ctx)
		if err != nil {
			return nil, err
		}
		h.current = next
	} else if err := s.patchIndex(ctx, h.current, h.people); err != nil {
		h.all = true // half of it may be new
		return nil, err
	}
	h.all, h.people, h.answers = false, nil, nil
	return h.current, nil
}

// patchIndex brings the entries of the people named up to date.
func (s *Store) patchIndex(ctx context.Context, ix *index, people map[data.ID]bool) error {
	for id := range people {
		if id == data.Me {
			continue
		}
		entries, found, err := s.readEntries(ctx, " WHERE id = ?1", " WHERE person_id = ?1", id)
		if err != nil {
			return err
		}
		if len(entries) > 0 {
			ix.replace(id, &entries[0], found[0])
		} else {
			ix.replace(id, nil, texts{})
		}
	}
	return nil
}

// loadIndex reads everyone.
func (s *Store) loadIndex(ctx context.Context) (*index, error) {
	entries, found, err := s.readEntries(ctx, " WHERE id <> 1", "")
	if err != nil {
		return nil, err
	}
	return newIndex(entries, found), nil
}
