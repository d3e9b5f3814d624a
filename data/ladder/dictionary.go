package ladder

import "hash/maphash"

// dictionary holds the words of all languages, each once, with what each language knows of it. It is a
// table without pointers: a hundred thousand words are filled in within a few milliseconds, the garbage
// collector need not look at them, and a word of a title is looked up once for all languages.
type dictionary struct {
	seed  maphash.Seed
	slots []slot // by hash; their number is a power of two
	text  []byte // of the words, one after the other
	words []entry
	facts []fact // the first knows nothing

	drafts  []draft
	touched slot // so that touching is not left out
}

// slot leads to a word; it is free when it is 0. Its lower bits are the number of the word, and its upper
// ones are of the hash, so that few words are compared in vain.
type slot uint32

// wordBits are the bits of the number of a word, of which there are fewer than maxWords.
const (
	wordBits = 24
	maxWords = 1 << wordBits
)

func newSlot(hash uint64, word int32) slot { return slot(hash>>(wordBits+32)<<wordBits) | slot(word) }

// word returns the number of the word.
func (s slot) word() int32 { return int32(s & (maxWords - 1)) }

// like reports whether the slot may be for a word with the hash.
func (s slot) like(hash uint64) bool { return uint64(s>>wordBits) == hash>>(wordBits+32) }

// entry is a word. The first is none. Masks have a bit for each language.
type entry struct {
	end    int32  // of its text, which begins where that of the word before it ends
	first  int32  // of its facts
	all    uint32 // that know it
	heads  uint32 // in which it is a job or a lead by itself
	small  uint32 // in which it is a small word such as "of" and "and"
	shorts uint32 // in which short forms begin with it
}

// fact is what one language knows of a word.
type fact struct {
	next     int32 // of the same word in another language
	word     int32
	own      int32 // its number as a word of spellings, 0 when it is none
	form     int32 // that of the word it is another form of, likewise
	language uint8
	marks
}

// known reports whether the word, or one that it is another form of, stands in a spelling.
func (f *fact) known() bool { return f.own != 0 || f.form != 0 }

// marks are what else there is to know of a word.
type marks uint8

const (
	ofPeople  marks = 1 << iota // it stands in a job, a lead or a grade, and has their forms
	ofThings                    // in a thing, people or a profession, likewise
	isOther                     // it is a form that says that the job is somebody else's: dyrektora, of the director
	isArticle                   // it may stand between the words of a spelling
)

// newDictionary returns a dictionary with room for lists of so many octets.
func newDictionary(octets int) *dictionary {
	room, slots := 16+octets/6, 32
	for slots < room*3/2 {
		slots *= 2
	}
	return &dictionary{
		seed: maphash.MakeSeed(), slots: make([]slot, slots), text: make([]byte, 0, room*12),
		words: make([]entry, 1, room), facts: make([]fact, 1, room),
	}
}

// find returns the number of a word, 0 when no language has it.
func (d *dictionary) find(text string) int32 {
	hash := maphash.String(d.seed, text)
	for at := hash; ; at++ {
		s := d.slots[at&uint64(len(d.slots)-1)]
		if s == 0 || s.like(hash) && string(d.spelled(s.word())) == text {
			return s.word()
		}
	}
}

// spelled returns the text of a word.
func (d *dictionary) spelled(n int32) []byte { return d.text[d.words[n-1].end:d.words[n].end] }

// put returns the number of a word, which is a new one if need be.
func (d *dictionary) put(text string) int32 {
	begin := len(d.text)
	d.text = append(d.text, text...)
	word := d.text[begin:]
	d.text = d.text[:begin]
	return d.enter(word, maphash.Bytes(d.seed, word))
}

// enter returns the number of a word with a hash, which is a new one if need be. The word may stand behind
// the text.
func (d *dictionary) enter(text []byte, hash uint64) int32 {
	if len(d.words)*4 > len(d.slots)*3 {
		d.grow()
	}
	for at := hash; ; at++ {
		s := &d.slots[at&uint64(len(d.slots)-1)]
		if *s == 0 {
			*s = newSlot(hash, int32(len(d.words)))
			d.text = append(d.text, text...)
			d.words = append(d.words, entry{end: int32(len(d.text))})
			return s.word()
		}
		if s.like(hash) && string(d.spelled(s.word())) == string(text) {
			return s.word()
		}
	}
}

// draft is a word that stands behind the text.
type draft struct {
	begin, end int
	hash       uint64
}

// draft writes a word made of two parts behind the text and the drafts there, for enterDrafts.
func (d *dictionary) draft(front []byte, back string) {
	begin := len(d.text)
	d.text = append(append(d.text, front...), back...)
	d.drafts = append(d.drafts, draft{begin, len(d.text), maphash.Bytes(d.seed, d.text[begin:])})
}

// enterDrafts enters all drafts and yields their numbers. Their slots lie far apart: all are touched
// first, so that the processor fetches them side by side.
func (d *dictionary) enterDrafts(yield func(word int32)) {
	if len(d.drafts) == 0 {
		return
	}
	for i := range d.drafts {
		d.touched ^= d.slots[d.drafts[i].hash&uint64(len(d.slots)-1)]
	}
	behind := d.text
	d.text = d.text[:d.drafts[0].begin]
	for i := range d.drafts {
		yield(d.enter(behind[d.drafts[i].begin:d.drafts[i].end], d.drafts[i].hash))
	}
	d.drafts = d.drafts[:0]
}

// grow doubles the number of slots.
func (d *dictionary) grow() {
	d.slots = make([]slot, 2*len(d.slots))
	for n := int32(1); int(n) < len(d.words); n++ {
		hash := maphash.Bytes(d.seed, d.spelled(n))
		at := hash
		for d.slots[at&uint64(len(d.slots)-1)] != 0 {
			at++
		}
		d.slots[at&uint64(len(d.slots)-1)] = newSlot(hash, n)
	}
}

// fact returns what a language knows of a word. It does not change.
func (d *dictionary) fact(word int32, language uint8) *fact {
	n := d.words[word].first
	for n != 0 && d.facts[n].language != language {
		n = d.facts[n].next
	}
	return &d.facts[n]
}

// learn returns what a language knows of a word, to be changed before the next is learnt.
func (d *dictionary) learn(word int32, language uint8) *fact {
	if f := d.fact(word, language); f != &d.facts[0] {
		return f
	}
	e := &d.words[word]
	d.facts = append(d.facts, fact{next: e.first, word: word, language: language})
	e.first = int32(len(d.facts) - 1)
	return &d.facts[e.first]
}
