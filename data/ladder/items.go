package ladder

import (
	"slices"
	"strings"
	"unicode/utf8"

	"peerage/data"
)

// item is a spelling found in a title, a mark, or a word that no list has.
type item struct {
	mark       mark
	start, end int    // octets in the title
	text       string // the first word
	tokens     []token
	sense      *sense // nil for such a word and for a mark
	front      *sense // of a compound: what stands before its last part
	compound   bool
	past       bool // a job that is over, in one word: exalcalde
	language   *language
}

// plays reports whether the item plays one of the parts.
func (it *item) plays(k kinds) bool { return it.sense != nil && it.sense.kinds&k != 0 }

// leads reports whether the item means management when it stands alone.
func (it *item) leads() bool { return it.plays(isHead) && it.sense.job.track == data.Management }

// office reports whether the item names an office, or is a compound that ends with one.
func (it *item) office() bool {
	if it.compound || it.sense == nil || len(it.tokens) != 1 {
		return it.plays(isOffice)
	}
	if it.plays(isOffice) {
		return true
	}
	_, tail, _ := it.language.compound(it.text)
	return tail != nil && tail.kinds&isOffice != 0
}

// frontGrade returns the grade that a compound begins with, nil when it begins with none.
func (it *item) frontGrade() *verdict {
	if it.front != nil && it.front.kinds&isGrade != 0 {
		return &it.front.grade
	}
	return nil
}

// inside returns the profession named within a spelling: sales in "sales manager".
func (it *item) inside() data.Field {
	if len(it.tokens) == 1 {
		if front, _, _ := it.language.compound(it.text); front != nil {
			return front.field
		}
		return ""
	}
	for at := range it.tokens {
		part := it.tokens[at:]
		if at == 0 {
			part = part[:len(part)-1]
		}
		if s, n := it.language.match(part); n > 0 && s.field != "" {
			return s.field
		}
	}
	return ""
}

// items finds the spellings in a title whose language is l.
func (l *Ladder) items(list []token, home *language, room []item) []item {
	out := room[:0]
	for at := 0; at < len(list); {
		t := &list[at]
		it := item{mark: t.mark, start: t.start, end: t.end}
		n := 1
		if t.mark == word && t.text != "" {
			it.text, it.language = t.text, home
			n = l.find(list, at, home, &it)
			it.end, it.tokens = list[at+n-1].end, list[at:at+n]
		}
		if t.mark != word || t.text != "" {
			out = append(out, it)
		}
		at += n
	}
	return l.settle(out, home)
}

// settle decides where a word leads people in some third language only: it does not beside a job of the
// title's own language or of English. (Danish leder leads, but in a Restaurator für Leder it is leather.)
func (l *Ladder) settle(items []item, home *language) []item {
	for begin := 0; begin < len(items); {
		end, native, foreign := begin, false, false
		for ; end < len(items) && items[end].mark == word; end++ {
			if items[end].plays(isHead) {
				own := items[end].language == home || items[end].language == l.languages[0]
				native, foreign = native || own, foreign || !own && items[end].leads()
			}
		}
		for i := begin; native && foreign && i < end; i++ {
			if items[i].leads() && items[i].language != home && items[i].language != l.languages[0] {
				items[i].sense = nil
			}
		}
		begin = end + 1
	}
	return items
}

// find fills in what the tokens from at mean, and returns how many they are: in the title's own language,
// or in English where that knows more words, or in any other.
func (l *Ladder) find(all []token, at int, home *language, it *item) int {
	list := all[at:]
	s, n := home.match(list)
	if home.spaced {
		s, n = home.between(all, at)
	}
	if english := l.languages[0]; home != english {
		if e, longer := english.match(list); longer > n && (n == 0 || !home.glued && !english.small(&list[longer-1])) {
			s, n, it.language = e, longer, english
		}
	}
	if n == 0 && !home.glued {
		if front, tail, _ := home.compound(list[0].text); tail != nil {
			it.sense, it.front, it.compound = tail, front, true
			return 1
		}
	}
	if n == 0 && home.past(list[0].text) {
		it.past = true
		return 1
	}
	if n == 0 && len(list[0].text) > 2 {
		s, n = l.foreign(list, it)
	}
	if n == 0 {
		return 1
	}
	it.sense = s
	return n
}

// past reports whether the word is "ex" written together with a job, as Romance languages may: exalcalde.
func (l *language) past(text string) bool {
	job, cut := strings.CutPrefix(text, "ex")
	if !cut || !l.headFirst {
		return false
	}
	ex, held := l.single("ex"), l.single(job)
	return ex != nil && ex.kinds&isFormer != 0 && held != nil && held.kinds&isHead != 0
}

// foreign looks in all other languages.
func (l *Ladder) foreign(list []token, it *item) (*sense, int) {
	mask := l.dictionary.words[list[0].known].all
	for i, other := range l.languages {
		if mask&(1<<i) == 0 || other == it.language {
			continue
		}
		if s, n := other.match(list); n > 0 && s.kinds&(isHead|isAt|isFormer|isRetired|isGrade) != 0 {
			it.language = other
			return s, n
		}
	}
	return nil, 0
}

// What a sign of a language is worth in its choice, in octets of known words.
const (
	scriptWeight = 1 // a letter of a script that only some languages have
	letterWeight = 2 // a letter that only some languages have
	signWeight   = 9 // a sign, likewise, in a script where signs are words
	smallWeight  = 3 // a small word such as "de", besides its length
	headWeight   = 3 // a word for a job, besides its length: titles borrow the names of things more than those of jobs
)

// nearMiss is how many octets less two languages may know of a title to be thought to know as much.
const nearMiss = 4

// scores are the octets of a title that each language knows.
type scores [maxLanguages]int

func (s *scores) add(mask uint32, weight int) {
	for i := 0; mask != 0; mask, i = mask>>1, i+1 {
		s[i] += weight * int(mask&1)
	}
}

// language returns the language that knows most of the title. Where several know about as much, it is the
// one with the longest spelling in it, and then the one that knows more, and then English.
func (l *Ladder) language(title string, list []token) *language {
	var score scores
	glued := false
	list = l.telling(list)
	if len(list) > 0 {
		title = title[:list[len(list)-1].end]
	}
	for i := range list {
		t := &list[i]
		if t.mark != word || t.text == "" {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(t.text); isGlued(r) {
			glued = true
		} else {
			short := l.dictionary.words[t.known].shorts != 0 && l.voteShort(list, i, &score)
			l.vote(t, short, &score)
		}
	}
	for _, r := range title[:min(len(title), maxOctets)] {
		if r >= utf8.RuneSelf {
			score.add(l.letters[r], weight(r))
			for _, part := range l.scripts {
				if part.first <= r && r <= part.last {
					score.add(part.mask, scriptWeight)
				}
			}
		}
	}
	for i, language := range l.languages {
		if glued && language.glued {
			score[i] += coverage(language, list)
		} else if glued {
			score[i] = -1
		}
	}
	top := slices.Max(score[:len(l.languages)])
	least := max(top-nearMiss, min(top, 1))
	if glued {
		least = top
	}
	best, most := -1, 0
	for i, language := range l.languages {
		if score[i] < least {
			continue
		}
		if best < 0 {
			best, most = i, -1
			continue
		}
		if most < 0 {
			most = l.longest(l.languages[best], list)
		}
		if n := l.longest(language, list); n > most || n == most && score[i] > score[best] {
			best, most = i, n
		}
	}
	return l.languages[best]
}

// weight returns what a letter that only some languages have is worth.
func weight(letter rune) int {
	if isGlued(letter) {
		return signWeight
	}
	return letterWeight
}

// vote adds what a word says about the language to the scores. Of a short form there is nothing more to say.
func (l *Ladder) vote(t *token, short bool, score *scores) {
	text, who := t.text, l.dictionary.words[t.known]
	score.add(who.small, smallWeight)
	if who.all != 0 {
		score.add(who.all, len(text))
		score.add(who.heads, headWeight)
	}
	if who.all != 0 || short {
		return
	}
	ends := l.tail(text)
	for i, language := range l.languages {
		if language.glued {
			continue
		}
		// Of a word that begins with a stem, no more than the stem is known: produkt* is no reason to
		// take Produktdesigner for Polish.
		_, stem := language.stem(text)
		switch {
		case stem > 0:
			score[i] += stem
		case ends&(1<<i) != 0:
			front, _, at := language.compound(text)
			score[i] += len(text) - at
			if front != nil {
				score[i] += at
			}
		default:
			score[i] += language.jobEnding(text)
			if language.past(text) {
				score[i] += len(text)
			}
		}
	}
}

// tail returns the languages in which the word ends with a job or a lead, and may be a compound.
func (l *Ladder) tail(text string) uint32 {
	mask := uint32(0)
	if len(text) <= longestCompound {
		for at := 2; at <= len(text)-shortestTail; at++ {
			mask |= l.dictionary.words[l.dictionary.find(text[at:])].heads
		}
	}
	return mask & l.compounds
}

// longest returns the number of words of the longest spelling that a language knows in the title.
func (l *Ladder) longest(language *language, list []token) int {
	if slices.ContainsFunc(list, func(t token) bool { return l.dictionary.words[t.known].shorts&language.bit() != 0 }) {
		list = l.spelledOut(slices.Clone(list), language)
	}
	most := 0
	for at := range list {
		if list[at].mark == word {
			_, n := language.match(list[at:])
			most = max(most, written(list[at:at+n]))
		}
	}
	return most
}

// coverage counts the octets of the title that the language knows.
func coverage(l *language, list []token) int {
	sum := 0
	for at := 0; at < len(list); {
		n := 0
		if list[at].mark == word {
			_, n = l.match(list[at:])
		}
		for _, t := range list[at : at+n] {
			sum += len(t.text)
		}
		at += max(n, 1)
	}
	return sum
}
