package store

import (
	"slices"
	"strings"
)

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
