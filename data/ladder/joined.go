package ladder

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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
func (l *language) knows(text string) bool {
	return l.dictionary.fact(l.dictionary.find(text), l.number).known()
}

// apart parts an "and" from the word it is written together with.
func (l *language) apart(list []token) []token {
	for i := 0; i < len(list) && l.joinedAnd != ""; i++ {
		t := list[i]
		rest, cut := strings.CutPrefix(t.text, l.joinedAnd)
		if !cut || l.knows(t.text) || len(rest) < shortestBare || !l.knows(rest) && l.bare(rest) == rest {
			continue
		}
		list = slices.Insert(list, i, token{mark: word, start: t.start, end: t.start, text: l.joinedAnd, known: l.dictionary.find(l.joinedAnd)})
		list[i+1].text, list[i+1].known = rest, l.dictionary.find(rest)
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
