package ladder

import "slices"

// employers takes the sense from the words of an employer, which say nothing of the job: a nurse at Leader
// Clinic leads nobody. An employer ends where the next statement, piece or job begins.
func (s *search) employers() {
	if s.home.glued {
		return // there the employer comes first, and "at" after it
	}
	piece := 0
	for i := 0; i < len(s.items); i++ {
		if s.items[i].parts() {
			piece = i + 1
		}
		if !s.items[i].beforeEmployer() {
			continue
		}
		for i++; i < len(s.items) && !s.items[i].parts() && !s.joins(s.items, piece, i); i++ {
			s.atBank = s.atBank || s.items[i].plays(isBank)
			s.items[i].sense, s.items[i].front, s.items[i].past = nil, nil, false
		}
	}
}

// beforeEmployer reports whether an employer follows the item.
func (it *item) beforeEmployer() bool {
	return it.mark == atSign || it.plays(isAt) && !it.plays(isServant|isHead)
}

// parts reports whether the item is a mark that ends what stands before it.
func (it *item) parts() bool { return it.mark == bar || it.mark == comma || it.mark == colon }

// telling returns the tokens of a title that tell its language: its first statement where that names a job,
// without the employer. Neither whom one works for nor that one is a speaker too does.
func (l *Ladder) telling(list []token) []token {
	job, glued := false, slices.ContainsFunc(list, func(t token) bool { return t.glued() })
	for i := range list {
		t := &list[i]
		switch {
		case t.mark == atSign && i > 0, t.mark == word && t.text == "at" && isSpaced(list, i), t.mark == bar && job && !glued:
			return list[:i]
		case t.mark == word && !job:
			job = l.dictionary.words[t.known].heads|l.tail(t.text) != 0 || l.standsForJob(t)
		}
	}
	return list
}

// isSpaced reports whether there are blanks on both sides of a word: not in stay-at-home.
func isSpaced(list []token, at int) bool {
	return at > 0 && at+1 < len(list) && list[at-1].end < list[at].start && list[at].end < list[at+1].start
}
