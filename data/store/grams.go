package store

// grams tell quickly who can have a word. For each pair of octets that may stand side by side in a
// text, for the beginnings of words, for words of one letter and for the beginnings of names, they keep a column
// of bits, one for each slot: a search combines some columns of 12 kB where it would else read the texts of
// 100,000 people.
//
// Pairs of letters and digits of ASCII have a column each, a blank before one as well, so for a word of two of
// them the column is the answer. Other pairs share columns, by hash, as do those within names: there a bit says maybe.
type grams struct {
	bits   []uint64
	stride int // the length of a column in words of 64 bits
}

// The columns, group by group.
const (
	plainOctets = 36 // 0 to 9 and a to z
	firstShared = plainOctets * plainOctets
	firstBegun  = firstShared + 512
	firstLone   = firstBegun + plainOctets
	firstNamed  = firstLone + plainOctets
	firstBegin  = firstNamed + 128
	allColumns  = firstBegin + plainOctets + 28
)

// octetClass numbers the octets of folded text: those of ASCII, then all octets of other letters as
// one. The blank and the end of a line have no part in words.
var octetClass = func() (class [256]uint8) {
	for c := range class {
		switch {
		case '0' <= c && c <= '9':
			class[c] = uint8(c - '0')
		case 'a' <= c && c <= 'z':
			class[c] = uint8(c-'a') + 10
		case c >= 0x80:
			class[c] = otherOctet
		default:
			class[c] = noOctet
		}
	}
	return class
}()

const (
	otherOctet = plainOctets
	noOctet    = 255
)

func hashPair(a, b byte) uint32 {
	return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA6B) * 0xC2B2AE35 >> 16
}

// pairColumn returns the column of two octets side by side anywhere, -1 when there is none.
func pairColumn(a, b byte) int {
	x, y := octetClass[a], octetClass[b]
	switch {
	case a == ' ' && y < plainOctets:
		return firstBegun + int(y)
	case x == noOctet || y == noOctet:
		return -1
	case x == otherOctet || y == otherOctet:
		return firstShared + int(hashPair(a, b)%(firstBegun-firstShared))
	}
	return int(x)*plainOctets + int(y)
}

// loneColumn returns the column of a word of one octet anywhere, -1 when there is none.
func loneColumn(c byte) int {
	if octetClass[c] >= plainOctets {
		return -1
	}
	return firstLone + int(octetClass[c])
}

// nameColumn returns the column of two octets side by side in names, -1 when there is none.
func nameColumn(a, b byte) int {
	if octetClass[a] == noOctet || octetClass[b] == noOctet {
		return -1
	}
	return firstNamed + int(hashPair(a, b)%(firstBegin-firstNamed))
}

// beginColumn returns the column of names with a word that begins like word.
func beginColumn(word string) int {
	if c := octetClass[word[0]]; c < plainOctets {
		return firstBegin + int(c)
	}
	return firstBegin + plainOctets + int(hashPair(word[0], word[min(1, len(word)-1)])%(allColumns-firstBegin-plainOctets))
}

// newGrams returns columns with room for some slots.
func newGrams(slots int) grams {
	stride := (slots + 63) / 64
	return grams{make([]uint64, allColumns*stride), stride}
}

// narrow leaves in s the slots of one column; a pair that has none leaves all.
func (g *grams) narrow(s slotSet, column int) {
	if column < 0 {
		return
	}
	for i, bits := range g.bits[column*g.stride : (column+1)*g.stride] {
		s[i] &= bits
	}
}

// put sets the bits of what somebody in a slot is found by.
func (g *grams) put(slot uint32, t texts) {
	word, bit := int(slot>>6), uint64(1)<<(slot&63)
	for _, text := range [...]string{t.called, t.facts, t.notes} {
		for i := 1; i < len(text); i++ {
			if c := pairColumn(text[i-1], text[i]); c >= 0 {
				g.bits[c*g.stride+word] |= bit
			}
			if text[i-1] == ' ' && (i+1 == len(text) || text[i+1] == ' ') {
				if c := loneColumn(text[i]); c >= 0 {
					g.bits[c*g.stride+word] |= bit
				}
			}
		}
	}
	for i := 1; i < len(t.called); i++ {
		if t.called[i-1] == ' ' {
			g.bits[beginColumn(t.called[i:])*g.stride+word] |= bit
		} else if c := nameColumn(t.called[i-1], t.called[i]); c >= 0 {
			g.bits[c*g.stride+word] |= bit
		}
	}
}

// drop clears the bits of a slot.
func (g *grams) drop(slot uint32) {
	for i := int(slot >> 6); i < len(g.bits); i += g.stride {
		g.bits[i] &^= 1 << (slot & 63)
	}
}

// slotSet is a set of slots, a bit each.
type slotSet []uint64

func (s slotSet) has(slot uint32) bool { return s[slot>>6]>>(slot&63)&1 != 0 }
func (s slotSet) add(slot uint32)      { s[slot>>6] |= 1 << (slot & 63) }
func (s slotSet) remove(slot uint32)   { s[slot>>6] &^= 1 << (slot & 63) }
