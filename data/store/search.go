package store

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"peerage/data"
)

// Filter says which people a list holds. Its parts narrow each other; zero values narrow nothing.
type Filter struct {
	Words        string // found anywhere in names, organisations, titles, notes and addresses
	Circle       data.ID
	Tie          data.TieKind
	FormerTie    bool // with Tie: only ties that are over
	Organisation data.ID
	Track        data.Track // of the role held now
	Level        data.Level // of the role held now
	OrHigher     bool       // with Level: that level and all above it
	FormerPeers  bool       // who were peers once, in a time together that is over
	People       []data.ID  // only these, when not nil
}

// answer is what a search found, which the next keystroke narrows.
type answer struct {
	filter Filter
	day    data.Day // ties begin and end with it
	passes slotSet  // who passes the filter; nil when it has not been asked for
	terms  []term
	hits   slotSet // who fits; nil when there was no search
}

// People returns the people that fit, in the order of lists; with Words those whose names begin with
// them come first, then those whose names contain them, then the rest. Every word of Filter.Words
// must be found: two letters anywhere, one letter at the beginning of a name or, where that leaves nobody, of
// any word, one character of a script without letters anywhere, and a short name with signs such as C++, R&D
// or J.P. at the beginning of a word; case and accents do not matter.
//
// The first call after the start or after a large change reads everyone from the file; after that an
// answer for 10,000 people takes less than a millisecond. The rows are shared: callers must not write
// to the slice.
func (s *Store) People(ctx context.Context, f Filter) ([]*Row, error) {
	h := &s.index
	h.mu.Lock()
	defer h.mu.Unlock()
	ix, err := s.fresh(ctx)
	if err != nil {
		return nil, err
	}
	today := data.DayOf(s.moment())
	if !h.recall(f, today) {
		within, err := s.within(ctx, f)
		if err != nil {
			return nil, err
		}
		h.remember(answer{filter: f, day: today, passes: ix.standing(f, ix.those(within))})
	}
	return h.answer(f), nil
}

// Instant answers as People does where that takes no waiting: everyone is in memory, nothing has
// changed since, and who passes the filter's other parts is known from the question before. It also
// returns how many people there are in all, Me not counted. Otherwise ok is false.
func (s *Store) Instant(f Filter) (rows []*Row, all int, ok bool) {
	h := &s.index
	if !h.mu.TryLock() {
		return nil, 0, false
	}
	defer h.mu.Unlock()
	if h.current == nil || h.all || len(h.people) > 0 || !h.recall(f, data.DayOf(s.moment())) {
		return nil, 0, false
	}
	return h.answer(f), len(h.current.order), true
}

// recalled is how many answers are remembered: while one types into a list, what is shown beside it asks too.
const recalled = 4

// recall brings the answer that f narrows to the front of those remembered; false where there is none.
func (h *indexHolder) recall(f Filter, today data.Day) bool {
	at := slices.IndexFunc(h.answers, func(a answer) bool { return a.narrows(f, today) })
	if at < 0 {
		return false
	}
	found := h.answers[at]
	copy(h.answers[1:at+1], h.answers[:at])
	h.answers[0] = found
	return true
}

// remember puts an answer to the front, and forgets the one that was asked for longest ago.
func (h *indexHolder) remember(a answer) {
	h.answers = slices.Insert(h.answers[:min(len(h.answers), recalled-1)], 0, a)
}

// answer finds who fits. The index is fresh, and who passes the filter's other parts is in the first answer.
func (h *indexHolder) answer(f Filter) []*Row {
	last := &h.answers[0]
	ix, terms, passes := h.current, termsOf(f.Words), last.passes
	if len(terms) == 0 && f.everyone() {
		return ix.everyone()
	}
	hits := slices.Clone(passes)
	if last.hits != nil && refines(terms, last.terms) {
		copy(hits, last.hits)
	}
	f.People = slices.Clone(f.People)
	*last = answer{filter: f, day: last.day, passes: passes, terms: terms, hits: hits}
	begun, some := beginning(terms)
	if !some {
		return ix.search(terms, hits, &h.room)
	}
	rest := slices.Clone(hits)
	if rows := ix.search(terms, hits, &h.room); len(rows) > 0 {
		return rows
	}
	copy(hits, rest)
	return ix.search(begun, hits, &h.room)
}

// Warm reads everyone into memory, so that the first keystroke need not.
func (s *Store) Warm(ctx context.Context) error {
	s.index.mu.Lock()
	defer s.index.mu.Unlock()
	_, err := s.fresh(ctx)
	return err
}

// everyone reports whether the filter, its words apart, narrows nothing.
func (f *Filter) everyone() bool {
	return f.Circle == 0 && f.Tie == "" && f.Organisation == 0 && f.Track == "" && f.Level == "" && !f.FormerPeers && f.People == nil
}

// narrows reports whether who passes the filter, its words apart, is known from an answer.
func (a *answer) narrows(f Filter, today data.Day) bool {
	return a.passes != nil && a.day == today && sameFilter(a.filter, f)
}

func sameFilter(a, b Filter) bool {
	return a.Circle == b.Circle && a.Tie == b.Tie && a.FormerTie == b.FormerTie && a.Organisation == b.Organisation &&
		a.Track == b.Track && a.Level == b.Level && a.OrHigher == b.OrHigher && a.FormerPeers == b.FormerPeers &&
		(a.People == nil) == (b.People == nil) && slices.Equal(a.People, b.People)
}

// those returns the slots of the people named; nil names everyone.
func (ix *index) those(people map[data.ID]bool) slotSet {
	passes := slices.Clone(ix.taken)
	if people == nil {
		return passes
	}
	for slot, e := range ix.slots {
		if e != nil && !people[e.ID] {
			passes.remove(uint32(slot))
		}
	}
	return passes
}

// standing returns those of passes whose present role stands where the filter asks.
func (ix *index) standing(f Filter, passes slotSet) slotSet {
	if f.Track == "" && f.Level == "" {
		return passes
	}
	least := f.Level.Rank()
	for slot, e := range ix.slots {
		if e == nil {
			continue
		}
		level := e.Standing.Level
		higher := f.OrHigher && least >= 0 && level.Rank() >= least
		if f.Track != "" && e.Standing.Track != f.Track || f.Level != "" && level != f.Level && !higher {
			passes.remove(uint32(slot))
		}
	}
	return passes
}

// search leaves in hits those who have every word, and returns them, best first. room is room for lists of slots.
func (ix *index) search(terms []term, hits slotSet, room *[maxParts]sifted) []*Row {
	needles := make([]needle, len(terms))
	for i, t := range terms {
		needles[i] = ix.needleOf(t, hits)
	}
	n := max(1, min(len(ix.order)/fewestApart, runtime.GOMAXPROCS(0), maxParts))
	if parts := room[:n]; n == 1 {
		ix.sift(ix.order, needles, hits, &parts[0])
	} else {
		var together sync.WaitGroup
		for i := range parts {
			together.Go(func() { ix.sift(ix.order[i*len(ix.order)/n:(i+1)*len(ix.order)/n], needles, hits, &parts[i]) })
		}
		together.Wait()
	}
	total := 0
	for i := range room[:n] {
		for _, slot := range room[i][nowhere] {
			hits.remove(slot)
		}
		total += len(room[i][begins]) + len(room[i][named]) + len(room[i][anywhere])
	}
	rows := make([]*Row, 0, total)
	for rank := range nowhere {
		for i := range room[:n] {
			for _, slot := range room[i][rank] {
				rows = append(rows, &ix.slots[slot].Row)
			}
		}
	}
	return rows
}

// maxParts is how many parts of the list a search goes through at the same time, at most.
const maxParts = 8

// fewestApart is how many people a part has at least, to be worth a goroutine.
var fewestApart = 25_000

// sifted are the slots of a part of the list by where they have the words.
type sifted [nowhere + 1][]uint32

// sift sorts those of a part of the list who may have the words.
func (ix *index) sift(order []uint32, needles []needle, hits slotSet, into *sifted) {
	for i := range into {
		into[i] = into[i][:0]
	}
	for _, slot := range order {
		if hits.has(slot) {
			rank := ix.rank(slot, needles)
			into[rank] = append(into[rank], slot)
		}
	}
}

// within asks the file who passes the filters that are not words; nil means everyone.
func (s *Store) within(ctx context.Context, f Filter) (map[data.ID]bool, error) {
	var all map[data.ID]bool
	narrow := func(query string, args ...any) error {
		rows, err := s.readers.QueryContext(ctx, query, args...)
		if err != nil {
			return err
		}
		ids, err := collect(rows, func(id *data.ID) []any { return []any{id} })
		if err != nil {
			return err
		}
		all = both(all, ids)
		return nil
	}
	if f.Circle != 0 {
		if err := narrow("SELECT person_id FROM circle_member WHERE circle_id = ?", f.Circle); err != nil {
			return nil, err
		}
	}
	if f.Tie != "" {
		query := "SELECT person_id FROM " + s.ties() + " WHERE kind = ?"
		if f.FormerTie {
			query += " GROUP BY person_id HAVING max(current) = 0"
		}
		if err := narrow(query, f.Tie); err != nil {
			return nil, err
		}
	}
	if f.Organisation != 0 {
		if err := narrow("SELECT person_id FROM role WHERE organisation_id = ?", f.Organisation); err != nil {
			return nil, err
		}
	}
	if f.FormerPeers {
		if err := narrow(formerPeers); err != nil {
			return nil, err
		}
	}
	if f.People != nil {
		all = both(all, f.People)
	}
	return all, nil
}

// both returns who is in the set and in ids; a nil set is everyone.
func both(set map[data.ID]bool, ids []data.ID) map[data.ID]bool {
	next := make(map[data.ID]bool, len(ids))
	for _, id := range ids {
		if set == nil || set[id] {
			next[id] = true
		}
	}
	return next
}
