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
}

// slot leads to a word; it is free when that is 0.
type slot struct {
	hash uint32
	word int32
}

// entry is a word. The first is none. Masks have a bit for each language.
type entry struct {
	end   int32  // of its text, which begins where that of the word before it ends
	first int32  // of its facts
	all   uint32 // that know it
	heads uint32 // in which it is a job or a lead by itself
	tails uint32 // in which it can be the second part of a compound
	small uint32 // in which it is a small word such as "of" and "and"
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
	room := 16 + octets/4
	slots := 32
	for slots < room {
		slots *= 2
	}
	d := &dictionary{seed: maphash.MakeSeed(), slots: make([]slot, slots), text: make([]byte, 0, room*12)}
	d.words = make([]entry, 1, room)
	d.facts = make([]fact, 1, room*5/4)
	return d
}

// find returns the number of a word, 0 when no language has it.
func (d *dictionary) find(text string) int32 {
	hash := maphash.String(d.seed, text)
	for at := hash; ; at++ {
		s := d.slots[at&uint64(len(d.slots)-1)]
		if s.word == 0 || s.hash == uint32(hash>>32) && string(d.spelled(s.word)) == text {
			return s.word
		}
	}
}

// spelled returns the text of a word.
func (d *dictionary) spelled(n int32) []byte { return d.text[d.words[n-1].end:d.words[n].end] }

// put returns the number of the word that front and back make, which is a new one if need be.
func (d *dictionary) put(front []byte, back string) int32 {
	if len(d.words)*4 > len(d.slots)*3 {
		d.grow()
	}
	begin := len(d.text)
	d.text = append(append(d.text, front...), back...)
	text := d.text[begin:]
	hash := maphash.Bytes(d.seed, text)
	for at := hash; ; at++ {
		s := &d.slots[at&uint64(len(d.slots)-1)]
		if s.word == 0 {
			*s = slot{uint32(hash >> 32), int32(len(d.words))}
			d.words = append(d.words, entry{end: int32(len(d.text))})
			return s.word
		}
		if s.hash == uint32(hash>>32) && string(d.spelled(s.word)) == string(text) {
			d.text = d.text[:begin]
			return s.word
		}
	}
}

// grow doubles the number of slots.
func (d *dictionary) grow() {
	d.slots = make([]slot, 2*len(d.slots))
	for n := int32(1); int(n) < len(d.words); n++ {
		hash := maphash.Bytes(d.seed, d.spelled(n))
		at := hash
		for d.slots[at&uint64(len(d.slots)-1)].word != 0 {
			at++
		}
		d.slots[at&uint64(len(d.slots)-1)] = slot{uint32(hash >> 32), n}
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
