package ladder

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	joinedArticles []string // small words that are, likewise

	vocabulary map[string]int32 // words to numbers
	forms      map[string]int32 // other forms of words, to the numbers of the words
	others     map[string]bool  // forms that say that the job is somebody else's: dyrektora, of the director
	articles   map[string]bool  // small words that may stand between the words of a spelling
	stems      map[string]int32 // beginnings of words (руководител*), to numbers
	edges      map[edge]int32
	senses     []sense // by node; node 0 is the beginning of every spelling
	likely     []string
	qualifying []string
	shortest   int   // octets of the shortest stem
	longest    int   // and of the longest
	numbers    int32 // how many numbers are given to words
}

// edge leads from one word of a spelling to the next.
type edge struct{ node, word int32 }

// anyWord is the number of the word *, which stands for any one word.
const anyWord = -1

// newLanguage returns a language without words, with room for a list of so many octets.
func newLanguage(name string, octets int) *language {
	return &language{
		name: name, vocabulary: make(map[string]int32, octets/12), forms: make(map[string]int32, octets/6), stems: map[string]int32{},
		others: map[string]bool{}, articles: map[string]bool{},
		edges: make(map[edge]int32, octets/6), senses: make([]sense, 1, 1+octets/6), shortest: 1 << 10,
	}
}

// number returns the number of a word of a spelling, which is a new one if need be.
func (l *language) number(text string) int32 {
	if text == "*" {
		return anyWord
	}
	list := l.vocabulary
	if stem, cut := strings.CutSuffix(text, "*"); cut {
		list, text = l.stems, stem
		l.shortest, l.longest = min(l.shortest, len(stem)), max(l.longest, len(stem))
	}
	n, known := list[text]
	if !known {
		l.numbers++
		n = l.numbers
		list[text] = n
	}
	return n
}

// same makes the signs of a group one: they are ways to write the same word.
func (l *language) same(group string) {
	first := int32(0)
	for _, sign := range group {
		if first == 0 {
			first = l.number(string(sign))
		}
		l.vocabulary[string(sign)] = first
	}
}

// add returns the sense of a spelling, which is a new one if need be.
func (l *language) add(words []string) *sense {
	node := int32(0)
	for _, w := range words {
		step := edge{node, l.number(w)}
		next, known := l.edges[step]
		if !known {
			next = int32(len(l.senses))
			l.senses = append(l.senses, sense{})
			l.edges[step] = next
		}
		node = next
	}
	return &l.senses[node]
}

// inherit gives a spelling of its own that is also a form of a thing what the thing means: partnerships,
// which name a profession, are managed as a partnership is.
func (l *language) inherit() {
	for text, n := range l.vocabulary {
		of, isForm := l.forms[text]
		own, spelled := l.edges[edge{0, n}]
		base, known := l.edges[edge{0, of}]
		if isForm && spelled && known && l.senses[own].kinds&(isThing|isPeople) == 0 && l.senses[own].kinds != 0 {
			l.senses[own].kinds |= l.senses[base].kinds & (isThing | isPeople)
		}
	}
}

// words returns the numbers of a word of a title: its own, that of the word it is a form of, and that of
// the stem it begins with. An article before a word that is not known with it does not count.
func (l *language) words(text string) [3]int32 {
	all := [3]int32{l.vocabulary[text], l.forms[text]}
	if len(l.joinedArticles) > 0 && all == [3]int32{} {
		text = l.bare(text)
		all = [3]int32{l.vocabulary[text], l.forms[text]}
	}
	all[2], _ = l.stem(text)
	return all
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

// shortestBare is the number of octets of the shortest word before which an article is recognised.
const shortestBare = 6

// bare returns a word without the article before it, when it is known without.
func (l *language) bare(text string) string {
	for _, article := range l.joinedArticles {
		if rest, cut := strings.CutPrefix(text, article); cut && len(rest) >= shortestBare && l.knows(rest) {
			return rest
		}
	}
	return text
}

// knows reports whether a spelling has the word.
func (l *language) knows(text string) bool { return l.vocabulary[text] != 0 || l.forms[text] != 0 }

// apart parts an "and" from the word it is written together with.
func (l *language) apart(list []token) []token {
	for i := 0; i < len(list) && l.joinedAnd != ""; i++ {
		t := list[i]
		rest, cut := strings.CutPrefix(t.text, l.joinedAnd)
		if !cut || l.knows(t.text) || len(rest) < shortestBare || !l.knows(rest) && l.bare(rest) == rest {
			continue
		}
		list = slices.Insert(list, i, token{mark: word, start: t.start, end: t.start, text: l.joinedAnd})
		list[i+1].text = rest
	}
	return list
}

// between returns the longest spelling with which the tokens from at begin, and its length, where blanks
// are written but do not part words. No spelling reaches across a blank into the middle of a word. A
// former or now of one sign stands by itself or right before a job: it is not meant in every word that
// has the sign.
func (l *language) between(list []token, at int) (*sense, int) {
	here := list[at:]
	s, n := l.match(here)
	if n == 0 {
		return nil, 0
	}
	alone := 1
	for alone < len(here) && adjoin(here, alone) {
		alone++
	}
	if n > alone && adjoin(here, n) {
		s, n = l.match(here[:alone])
	}
	sign, one := l.match(here[:1])
	if one == 0 || sign.kinds&(isFormer|isNow) == 0 {
		return s, n
	}
	if alone == 1 && !adjoin(list, at) {
		return sign, 1
	}
	if n == 1 {
		if next, m := l.match(here[1:]); adjoin(list, at) || m < 2 || next.kinds&isHead == 0 {
			return nil, 0
		}
	}
	return s, n
}

// adjoin reports whether the sign at the place belongs to the same word as the one before it.
func adjoin(list []token, at int) bool {
	if at == 0 || at == len(list) || list[at-1].end != list[at].start {
		return false
	}
	before, _ := utf8.DecodeRuneInString(list[at-1].text)
	here, _ := utf8.DecodeRuneInString(list[at].text)
	return isGlued(before) && isGlued(here)
}

// match returns the longest spelling with which the tokens begin, and its length in tokens; 0 when
// there is none.
func (l *language) match(list []token) (*sense, int) {
	node, n := l.walk(0, list, 0)
	if n == 0 {
		return nil, 0
	}
	return &l.senses[node], n
}

func (l *language) walk(node int32, list []token, done int) (int32, int) {
	best, length := int32(0), 0
	if l.senses[node].kinds != 0 || l.senses[node].nobody || l.senses[node].someone {
		best, length = node, done
	}
	if done == len(list) {
		return best, length
	}
	if list[done].mark != word {
		if _, open := l.edges[edge{node, anyWord}]; open && list[done].bridged(done) {
			return l.further(node, list, done+1, best, length)
		}
		return best, length
	}
	for _, w := range l.words(list[done].text) {
		best, length = l.step(edge{node, w}, list, done, best, length)
	}
	best, length = l.step(edge{node, anyWord}, list, done, best, length)
	if done > 0 && l.articles[list[done].text] {
		if end, n := l.walk(node, list, done+1); n > length && n > done+1 {
			return end, n
		}
	}
	return best, length
}

// bridged reports whether a spelling whose next word may be any goes on behind the mark, before which
// there are so many tokens: Chief Product & Technology Officer; Principal, St Mary's School.
func (t *token) bridged(before int) bool {
	return t.mark == ampers && before > 0 || (t.mark == comma || t.mark == atSign) && before == 1
}

// step walks on along one edge, and returns what reaches further: that way or the best so far.
func (l *language) step(along edge, list []token, done int, best int32, length int) (int32, int) {
	if next, known := l.edges[along]; along.word != 0 && known {
		return l.further(next, list, done+1, best, length)
	}
	return best, length
}

// further walks on from a node, and returns what reaches further: that way or the best so far.
func (l *language) further(node int32, list []token, done int, best int32, length int) (int32, int) {
	end, n := l.walk(node, list, done)
	if n > length || n == length && n > 0 && l.senses[end].kinds&isHead != 0 && l.senses[best].kinds&isHead == 0 {
		return end, n
	}
	return best, length
}

// single returns the sense of a spelling of one word.
func (l *language) single(text string) *sense {
	for _, w := range l.words(text) {
		if next, known := l.edges[edge{0, w}]; w != 0 && known && l.senses[next].kinds != 0 {
			return &l.senses[next]
		}
	}
	return nil
}

// shortestTail is the number of octets that the second part of a compound has at least.
const shortestTail = 4

// longestCompound is the number of octets of the longest word that is taken apart.
const longestCompound = 60

// isHead reports whether the word whose number is n is a job or a lead by itself.
func (l *language) isHead(n int32) bool {
	next, known := l.edges[edge{0, n}]
	return n != 0 && known && l.senses[next].kinds&isHead != 0
}

// isTail reports whether a word, whose number is n, can be the second part of a compound.
func (l *language) isTail(text string, n int32) bool {
	return l.compounds && len(text) >= shortestTail && l.isHead(n)
}

// heads tells by the number of a word whether it is a job or a lead by itself.
func (l *language) heads() []bool {
	all := make([]bool, l.numbers+1)
	for step, node := range l.edges {
		if step.node == 0 && step.word > 0 {
			all[step.word] = l.senses[node].kinds&isHead != 0
		}
	}
	return all
}

// compound takes a word such as Vertriebsleiterin apart: the sense of its second part, which is a job or
// a lead, that of what stands before it (nil when unknown), and the octet at which the second begins.
func (l *language) compound(text string) (front, tail *sense, at int) {
	if !l.compounds || len(text) > longestCompound {
		return nil, nil, 0
	}
	for at = 2; at <= len(text)-shortestTail; at++ {
		for _, w := range [...]int32{l.vocabulary[text[at:]], l.forms[text[at:]]} {
			if l.isTail(text[at:], w) {
				return l.front(text[:at]), &l.senses[l.edges[edge{0, w}]], at
			}
		}
	}
	return nil, nil, 0
}

// linking are the letters that join the parts of a compound.
var linking = [...]string{"", "s", "n", "en", "es", "e", "er"}

// front returns the sense of the first part of a compound, or of its last known part.
func (l *language) front(text string) *sense {
	for at := 0; at < len(text)-1; at++ {
		for _, letters := range linking {
			part, cut := strings.CutSuffix(text[at:], letters)
			if s := l.single(part); cut && len(part) > 1 && s != nil && s.kinds&(isMore|isGrade) != 0 {
				if at == 0 || len(part) > 2 && s.kinds&isMore != 0 {
					return s
				}
			}
		}
	}
	return nil
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
