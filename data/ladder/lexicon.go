package ladder

import (
	"slices"
	"strings"

	"peerage/data"
)

// kinds are the parts that a spelling can play in a title. One spelling may play several: an assistant
// is a job in "Marketing Assistant" and a grade in "Assistant Director".
type kinds uint32

const (
	isJob     kinds = 1 << iota // says by itself what it is: nurse, CEO
	isLead                      // depends on what it stands over: manager, head, chef de
	isThing                     // what can be managed without people: product, project
	isPeople                    // people, or a place full of them: team, store
	isGrade                     // moves the level: senior, deputy
	isNumber                    // a grade, directly after the job: II, L5
	isField                     // names a profession: marketing
	isOf                        // parts the head from what it is about: of, für, de
	isAnd                       // joins two jobs or two things
	isAt                        // stands before an employer: at, bei, chez
	isFormer                    // takes away the job after it, or else the one before it
	isRetired                   // takes away all jobs beside it
	isRetiree                   // says so of its bearer where no word follows that it belongs to: pensioner
	isHope                      // takes away what follows, which is wished for: aspiring
	isHoped                     // takes away what precedes, likewise: …を目指す
	isServant                   // takes away what follows, which is somebody else's job: assistant to
	isNow                       // ends what is former
	isBank                      // a trade in which VP is a grade
	isStage                     // a trade in which a director makes films or plays, and leads nobody
	isOffice                    // an office that leads, or the one who holds it: Geschäftsführung
	isPlain                     // means nothing here, and hides what its words would mean
)

const (
	isHead kinds = isJob | isLead
	isMore kinds = isThing | isPeople | isField
)

// verdict is what a word says of the job.
type verdict struct {
	track data.Track
	level data.Level
	field data.Field
	aside bool // counts only when the title names no other job: speaker, mentor
	bank  bool // a mere grade in a bank
	craft bool // a craft on stage and screen
	lower bool // a grade that puts a chief a step down: assistant
	vice  bool // a grade that stands for the chief: deputy
}

// sense is what a spelling means in one language.
type sense struct {
	kinds     kinds
	job       verdict // of a job; of a lead that stands alone
	of        verdict // of a lead over a thing
	over      verdict // of a lead over people
	grade     verdict
	within    []data.Field // the professions in which the grade counts; in all when there are none
	field     data.Field
	nobody    bool // the title says that it leads nobody
	someone   bool // the title says that it leads people
	firstOnly bool // a job only as the first words of the title: MD may be a degree
}

// language is what one word list says. It does not change after Load.
type language struct {
	name           string
	headFirst      bool
	compounds      bool
	glued          bool
	spaced         bool     // glued, but a word of one sign (former, now) is written by itself
	joinedAnd      string   // an "and" that is written together with the next word
	joinedArticles []string // articles that are, likewise

	dictionary   *dictionary
	number       uint8            // of the language
	numbered     int32            // how many numbers are given to words
	stems        map[string]int32 // beginnings of words (руководител*), to numbers
	shortest     int              // octets of the shortest stem
	longest      int              // and of the longest
	roots        []int32          // by the number of the first word of spellings, the nodes it leads to
	edges        map[edge]int32   // from these nodes on
	nodes        []int32          // to senses, which are 0 where no spelling ends; node 0 is the beginning of all
	senses       []sense
	shorts       map[string][]shortForm // by their first word
	shortLengths [256]uint64            // by the first octet of their first words, the lengths of these, a bit for each
	likely       []string
	qualifying   []string
}

// edge leads from one word of a spelling to the next.
type edge struct{ node, word int32 }

// anyWord is the number of the word *, which stands for any one word.
const anyWord = -1

// anyNumber is the number of the word #, which stands for a number in figures.
const anyNumber = -2

// newLanguage returns a language without words, with room for a list of so many octets.
func newLanguage(name string, number int, words *dictionary, octets int) *language {
	return &language{
		name: name, dictionary: words, number: uint8(number), stems: map[string]int32{}, shortest: 1 << 10,
		shorts: map[string][]shortForm{},
		roots:  make([]int32, 1, 1+octets/12), edges: make(map[edge]int32, octets/8),
		nodes: make([]int32, 1, 1+octets/6), senses: make([]sense, 1, 64),
	}
}

// bit is the language in a mask.
func (l *language) bit() uint32 { return 1 << l.number }

// sense returns what the spelling that ends at a node means.
func (l *language) sense(node int32) *sense { return &l.senses[l.nodes[node]] }

// wordNumber returns the number of a word of a spelling, which is a new one if need be, and keeps marks of
// it.
func (l *language) wordNumber(text string, m marks) int32 {
	if text == "*" {
		return anyWord
	}
	if text == "#" {
		return anyNumber
	}
	if stem, cut := strings.CutSuffix(text, "*"); cut {
		if l.stems[stem] == 0 {
			l.stems[stem] = l.newNumber()
			l.shortest, l.longest = min(l.shortest, len(stem)), max(l.longest, len(stem))
		}
		return l.stems[stem]
	}
	f := l.dictionary.learn(l.dictionary.put(text), l.number)
	f.marks |= m
	if f.own == 0 {
		f.own = l.newNumber()
	}
	return f.own
}

func (l *language) newNumber() int32 {
	l.numbered++
	l.roots = append(l.roots, 0)
	return l.numbered
}

// same makes the signs of a group one: they are ways to write the same word.
func (l *language) same(group string) {
	first := int32(0)
	for _, sign := range group {
		if first == 0 {
			first = l.wordNumber(string(sign), 0)
		}
		l.dictionary.learn(l.dictionary.put(string(sign)), l.number).own = first
	}
}

// add returns the node at which a spelling ends, which is a new one if need be.
func (l *language) add(words []string, m marks) int32 {
	node := int32(0)
	for _, w := range words {
		n := l.wordNumber(w, m)
		next := l.next(node, n)
		if next == 0 {
			next = int32(len(l.nodes))
			l.nodes = append(l.nodes, 0)
			if node == 0 {
				l.roots[n] = next
			} else {
				l.edges[edge{node, n}] = next
			}
		}
		node = next
	}
	return node
}

// mean gives the spelling that ends at a node a sense, besides one that it may have already. It is false
// when both cannot be.
func (l *language) mean(node, sense int32) bool {
	if old := l.nodes[node]; old != 0 && old != sense {
		both, set := l.senses[old], &l.senses[sense]
		if both.kinds&isHead != 0 && set.kinds&isHead != 0 && both.kinds&isHead != set.kinds&isHead {
			return false
		}
		merge(&both, set)
		l.nodes[node] = int32(len(l.senses))
		l.senses = append(l.senses, both)
		return true
	}
	l.nodes[node] = sense
	return true
}

// merge adds what set says to a sense that may have another part already.
func merge(into, set *sense) {
	if set.kinds&isHead != 0 {
		into.job, into.of, into.over, into.firstOnly = set.job, set.of, set.over, set.firstOnly
		into.kinds &^= isHead
	}
	if set.kinds&(isGrade|isNumber) != 0 {
		into.grade, into.within = set.grade, set.within
	}
	if set.field != "" {
		into.field = set.field
	}
	into.nobody = into.nobody || set.nobody
	into.someone = into.someone || set.someone
	into.kinds |= set.kinds
}

// next returns the node to which a word leads from a node, 0 when it leads nowhere. No spelling begins
// with any word or number.
func (l *language) next(node, word int32) int32 {
	switch {
	case node != 0:
		return l.edges[edge{node, word}]
	case word < 0:
		return 0
	}
	return l.roots[word]
}

// inherit gives a spelling of its own that is also a form of a thing what the thing means: partnerships,
// which name a profession, are managed as a partnership is.
func (l *language) inherit(f *fact) {
	own, base := l.roots[f.own], l.roots[f.form]
	if own == 0 || base == 0 {
		return
	}
	s, more := *l.sense(own), l.sense(base).kinds&(isThing|isPeople)
	if s.kinds != 0 && s.kinds&(isThing|isPeople) == 0 && more != 0 {
		s.kinds |= more
		l.nodes[own] = int32(len(l.senses))
		l.senses = append(l.senses, s)
	}
}

// words returns the numbers of a word of a title: its own, that of the word it is a form of, and that of
// the stem it begins with. An article before a word that is not known with it does not count.
func (l *language) words(text string, word int32) [3]int32 {
	f := l.dictionary.fact(word, l.number)
	if len(l.joinedArticles) > 0 && !f.known() {
		text = l.bare(text)
		f = l.dictionary.fact(l.dictionary.find(text), l.number)
	}
	stem, _ := l.stem(text)
	return [3]int32{f.own, f.form, stem}
}

// stem returns the number of the longest stem that a word begins with, and its octets; 0 when there is
// none.
func (l *language) stem(text string) (n int32, octets int) {
	if len(l.stems) == 0 {
		return 0, 0
	}
	for end := min(len(text), l.longest); end >= l.shortest; end-- {
		if n, known := l.stems[text[:end]]; known {
			return n, end
		}
	}
	return 0, 0
}

// small reports whether the word is a small one such as "of".
func (l *language) small(t *token) bool { return l.dictionary.words[t.known].small&l.bit() != 0 }

// isArticle reports whether the word may stand between those of a spelling.
func (l *language) isArticle(t *token) bool {
	return l.dictionary.fact(t.known, l.number).marks&isArticle != 0
}

// isHead reports whether the word whose number is n is a job or a lead by itself.
func (l *language) isHead(n int32) bool { return l.sense(l.roots[n]).kinds&isHead != 0 }

// others reports whether a word says that the job is somebody else's.
func (l *language) others(text string) bool {
	return l.dictionary.fact(l.dictionary.find(text), l.number).marks&isOther != 0
}

// jobEnding returns the octets of the longest ending with which a word that no list has ends as words for
// people at work do; 0 when it does not.
func (l *language) jobEnding(text string) int {
	longest := 0
	for _, ending := range l.likely {
		if len(ending) > longest && len(text) > len(ending)+1 && strings.HasSuffix(text, ending) {
			longest = len(ending)
		}
	}
	return longest
}

// qualifies reports whether a word that no list has ends as words do that qualify the one after them.
func (l *language) qualifies(text string) bool {
	return slices.ContainsFunc(l.qualifying, func(ending string) bool { return strings.HasSuffix(text, ending) })
}
