package store

import (
	"context"
	"slices"
	"strings"

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
		return ix.search(terms, hits, &h.scratch)
	}
	rest := slices.Clone(hits)
	if rows := ix.search(terms, hits, &h.scratch); len(rows) > 0 {
		return rows
	}
	copy(hits, rest)
	return ix.search(begun, hits, &h.scratch)
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

// search leaves in hits those who have every word, and returns them, best first. scratch is room for
// lists of slots.
func (ix *index) search(terms []term, hits slotSet, scratch *[3][]uint32) []*Row {
	needles := make([]needle, len(terms))
	for i, t := range terms {
		needles[i] = ix.needleOf(t, hits)
	}
	for i := range scratch {
		scratch[i] = scratch[i][:0]
	}
	for _, slot := range ix.order {
		if !hits.has(slot) {
			continue
		}
		rank := ix.rank(slot, needles)
		if rank == nowhere {
			hits.remove(slot)
			continue
		}
		scratch[rank] = append(scratch[rank], slot)
	}
	rows := make([]*Row, 0, len(scratch[begins])+len(scratch[named])+len(scratch[anywhere]))
	for _, list := range scratch {
		for _, slot := range list {
			rows = append(rows, &ix.slots[slot].Row)
		}
	}
	return rows
}

// Where an entry has its words, best first.
const (
	begins = iota // each begins a name
	named         // each stands in names
	anywhere
	nowhere
)

// needle is a term to look for, and who may have it where.
type needle struct {
	word, begin   string // the term, and the term as it begins a name
	rare          int    // where its rarest octet stands
	begins, named slotSet
	initial       bool // only a name may begin with it
	certain       bool // who is left has it somewhere: two letters, or a blank and one, that have a column of their own
	certainBegin  bool // whoever is in begins has a name that begins with it: one such letter

	apart []needle // or the words of the term, each by itself
	among slotSet  // who may have those
}

// needleOf prepares to look for a term, and leaves in hits those who may have it.
func (ix *index) needleOf(t term, hits slotSet) needle {
	if !t.either {
		return ix.needle(t.text, hits)
	}
	among := slices.Clone(hits)
	n := ix.needle(t.text, hits)
	for _, w := range strings.Fields(t.text) {
		n.apart = append(n.apart, ix.needle(w, among))
	}
	n.among = among
	for i := range hits {
		hits[i] |= among[i]
	}
	return n
}

// needle prepares to look for a word, and leaves in hits those who may have it.
func (ix *index) needle(word string, hits slotSet) needle {
	g := &ix.grams
	bare := strings.TrimPrefix(word, " ")
	plain := octetClass[bare[0]] < plainOctets
	n := needle{word: word, begin: " " + bare, rare: rarest(word), initial: initial(word), certainBegin: plain && len(bare) == 1,
		certain: plain && len(word) == 2 && octetClass[word[1]] < plainOctets}
	if !n.initial {
		for i := 1; i < len(word); i++ {
			g.narrow(hits, pairColumn(word[i-1], word[i]))
			if i+1 < len(word) && word[i-1] == ' ' && word[i+1] == ' ' {
				g.narrow(hits, loneColumn(word[i]))
			}
		}
	}
	n.named = slices.Clone(hits)
	for i := 1; i < len(word); i++ {
		g.narrow(n.named, nameColumn(word[i-1], word[i]))
	}
	n.begins = slices.Clone(n.named)
	g.narrow(n.begins, beginColumn(bare))
	if n.initial {
		copy(hits, n.begins)
	}
	return n
}

// rank says where somebody has all the words.
func (ix *index) rank(slot uint32, needles []needle) int {
	worst := begins
	for i := range needles {
		n := &needles[i]
		if n.among != nil && n.among.has(slot) {
			if rank := ix.rank(slot, n.apart); rank < nowhere {
				worst = max(worst, rank)
				continue
			}
		}
		switch {
		case n.begins.has(slot) && (n.certainBegin || strings.Contains(ix.texts[slot].called, n.begin)):
		case n.initial:
			return nowhere
		case n.named.has(slot) && strings.Contains(ix.texts[slot].called, n.word):
			worst = max(worst, named)
		case n.certain || n.within(ix.texts[slot].facts) || n.within(ix.texts[slot].notes):
			worst = anywhere
		default:
			return nowhere
		}
	}
	return worst
}

// within reports whether text holds the word. It goes from one rare octet to the next, which the
// processor finds thirty-two at a time, where strings.Contains would go by the first octet of the word.
func (n *needle) within(text string) bool {
	tail := len(n.word) - n.rare
	for at := n.rare; at+tail <= len(text); at++ {
		next := strings.IndexByte(text[at:len(text)-tail+1], n.word[n.rare])
		if next < 0 {
			return false
		}
		at += next
		if text[at-n.rare:at+tail] == n.word {
			return true
		}
	}
	return false
}

// commonest lists the letters in the order in which they are common in the languages of Europe.
const commonest = "eanirtosldcumhgpkbvfyzwjxq"

// rarest returns where the octet of word stands that is likely to be rarest in texts. Of a letter
// beyond ASCII the first octet is the same for a whole script.
func rarest(word string) (at int) {
	best := -2
	for i := range len(word) {
		rank := strings.IndexByte(commonest, word[i]) // digits are -1: not as rare as they seem in addresses
		if c := word[i]; c >= 0xc0 {
			rank = -2
		} else if c >= 0x80 {
			rank = 10
		}
		if rank > best {
			at, best = i, rank
		}
	}
	return at
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
