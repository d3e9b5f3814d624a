package ladder

import (
	"fmt"
	"slices"
	"strings"
)

// shortForm is another way to write a word or a few: Mgr, Asst., Gte. Gral. A title is read as if they were
// spelled out, so that no spelling needs to be listed twice, and none is read otherwise for being short.
type shortForm struct {
	words   []string // that are written
	spelled []token  // what they stand for: texts and numbers of words
	weight  int      // in the choice of the language
	job     bool     // it is a job, or a lead
	atEnd   bool     // only where no further word of the job follows: DevOps Eng., but Eng. Manager
}

// shortForm reads a line of a section of short forms: SPELLED OUT | SHORT; SHORT.
func (r *listReader) shortForm(line string, atEnd bool) error {
	long, list, found := strings.Cut(line, "|")
	if !found {
		return fmt.Errorf("%q has no |", line)
	}
	if err := r.split(long); err != nil {
		return err
	}
	spelled := make([]token, len(r.words))
	for i, text := range r.words {
		spelled[i] = token{text: text, known: r.ladder.dictionary.put(text)}
	}
	for short := range spellings(list) {
		if err := r.split(short); err != nil {
			return err
		}
		first := r.ladder.dictionary.put(r.words[0])
		r.ladder.dictionary.words[first].shorts |= r.into.bit()
		r.into.shortLengths[r.words[0][0]] |= 1 << (len(r.words[0]) & 63)
		f := shortForm{words: slices.Clone(r.words), spelled: spelled, atEnd: atEnd}
		r.into.shorts[f.words[0]] = append(r.into.shorts[f.words[0]], f)
	}
	return nil
}

// short returns the longest short form with which the tokens from at begin, nil when there is none.
func (l *language) short(list []token, at int) *shortForm {
	var best *shortForm
	forms := l.shorts[list[at].text]
	for i := range forms {
		f := &forms[i]
		end := at + len(f.words)
		switch {
		case end > len(list) || !spell(list[at:end], f.words) || f.atEnd && !l.closes(list, at, end):
		case best == nil || len(f.words) > len(best.words) || len(f.words) == len(best.words) && f.atEnd:
			best = f
		}
	}
	if best != nil && at+len(best.spelled) <= len(list) && same(list[at:at+len(best.spelled)], best.spelled) {
		return nil // マネージャー begins with マネージャ
	}
	return best
}

// spell reports whether the tokens are these words.
func spell(list []token, words []string) bool {
	for i := range words {
		if list[i].mark != word || list[i].text != words[i] {
			return false
		}
	}
	return true
}

// same reports whether the tokens are the same words.
func same(list, words []token) bool {
	for i := range words {
		if list[i].mark != word || list[i].text != words[i].text {
			return false
		}
	}
	return true
}

// closes reports whether the words of a job end with those of a short form: there is a mark behind it, a
// small word of this language or of English, a number, or nothing more. After "of" stands what a job is
// about: Head of Eng.
func (l *language) closes(list []token, begin, at int) bool {
	const english = 1
	if begin > 0 && list[begin-1].mark == word {
		if of := l.single(list[begin-1].text); of != nil && of.kinds&isOf != 0 {
			return false
		}
	}
	if at == len(list) || list[at].mark != word || l.dictionary.words[list[at].known].small&(l.bit()|english) != 0 {
		return true
	}
	s := l.single(list[at].text)
	return s != nil && s.kinds&isNumber != 0
}

// spelledOut writes out the short forms in a title: those of its language, and of English where that does
// not know the word.
func (l *Ladder) spelledOut(list []token, home *language) []token {
	english := l.languages[0]
	for at := 0; at < len(list); at++ {
		t := list[at]
		have := l.dictionary.words[t.known].shorts & (home.bit() | english.bit())
		if have == 0 || t.mark != word {
			continue
		}
		f := home.short(list, at)
		if f == nil && home != english && !home.knows(t.text) {
			f = english.short(list, at)
		}
		if f == nil {
			continue
		}
		last := list[at+len(f.words)-1]
		list = slices.Replace(list, at, at+len(f.words), f.spelled...)
		for i := at; i < at+len(f.spelled); i++ {
			list[i].start, list[i].end = t.start, last.end
			if home.glued && i < at+len(f.spelled)-1 {
				list[i].end = t.start // there is no blank between the signs
			}
		}
		list[at].shorter = int8(len(f.words) - len(f.spelled))
		at += len(f.spelled) - 1
		list[at].possessive = last.possessive
	}
	return list
}

// standsForJob reports whether the word is a short form of a job or a lead.
func (l *Ladder) standsForJob(t *token) bool {
	if l.dictionary.words[t.known].shorts == 0 {
		return false
	}
	return slices.ContainsFunc(l.languages, func(language *language) bool {
		return slices.ContainsFunc(language.shorts[t.text], func(f shortForm) bool { return f.job && len(f.words) == 1 })
	})
}

// written returns how many words the tokens are in the title.
func written(list []token) int {
	n := len(list)
	for i := range list {
		n += int(list[i].shorter)
	}
	return n
}

// mayShorten reports whether a short form may begin with the word. Nearly all words that begin none are
// told without a look at the short forms.
func (l *language) mayShorten(text string) bool {
	return l.shortLengths[text[0]]&(1<<(len(text)&63)) != 0
}

// writeOut writes out the short forms in the spelling of a list that is read, as they are in titles.
func (r *listReader) writeOut() {
	l := r.into
	for at := 0; at < len(r.words); at++ {
		if len(l.shorts[r.words[at]]) == 0 {
			continue
		}
		list := r.tokens[:0]
		for _, text := range r.words {
			list = append(list, token{text: text, known: l.dictionary.find(text)})
		}
		f := l.short(list, at)
		if f == nil {
			continue
		}
		r.words = slices.Delete(r.words, at, at+len(f.words))
		for _, t := range f.spelled {
			r.words = slices.Insert(r.words, at, t.text)
			at++
		}
		at--
	}
}

// weighShortForms works out what the short forms of the language are worth in the choice of one: as much as
// what they stand for.
func (l *language) weighShortForms() {
	for _, forms := range l.shorts {
		for i := range forms {
			f := &forms[i]
			known, n := l.match(f.spelled)
			if n == 0 {
				continue
			}
			for _, t := range f.spelled {
				f.weight += len(t.text)
			}
			if n == len(f.spelled) && known.kinds&isHead != 0 {
				f.job = true
			}
		}
	}
}

// voteShort adds what a short form that begins at the place says about the language: no more than its
// letters when it is of two only, or a word of other languages as well, as HR and IT are. It is false when
// none begins there.
func (l *Ladder) voteShort(list []token, at int, score *scores) bool {
	who, found := l.dictionary.words[list[at].known], false
	for i, mask := 0, who.shorts; mask != 0; mask, i = mask>>1, i+1 {
		if mask&1 == 0 {
			continue
		}
		f := l.languages[i].short(list, at)
		if f == nil {
			continue
		}
		found = true
		bit, text := l.languages[i].bit(), list[at].text
		switch {
		case len(f.words) == 1 && who.all&bit != 0:
		case len(f.words) == 1 && (len(text) <= 2 || who.all != 0):
			score[i] += len(text)
		default:
			score[i] += f.weight
		}
		if (f.job || who.heads != 0) && who.heads&bit == 0 {
			score[i] += headWeight
		}
	}
	return found
}
