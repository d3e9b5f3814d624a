package ladder

import "strings"

// shortestTail is the number of octets that the second part of a compound has at least.
const shortestTail = 4

// longestCompound is the number of octets of the longest word that is taken apart.
const longestCompound = 60

// compound takes a word such as Vertriebsleiterin apart: the sense of its second part, which is a job or
// a lead, that of what stands before it (nil when unknown), and the octet at which the second begins.
func (l *language) compound(text string) (front, tail *sense, at int) {
	if !l.compounds || len(text) > longestCompound {
		return nil, nil, 0
	}
	for at = 2; at <= len(text)-shortestTail; at++ {
		n := l.dictionary.find(text[at:])
		if l.dictionary.words[n].heads&l.bit() == 0 {
			continue
		}
		f := l.dictionary.fact(n, l.number)
		if l.isHead(f.own) {
			return l.front(text[:at]), l.sense(l.roots[f.own]), at
		}
		if l.isHead(f.form) {
			return l.front(text[:at]), l.sense(l.roots[f.form]), at
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
			if !cut || len(part) < 2 {
				continue
			}
			if s := l.single(part); s != nil && s.kinds&(isMore|isGrade) != 0 {
				if at == 0 || len(part) > 2 && s.kinds&isMore != 0 {
					return s
				}
			}
		}
	}
	return nil
}
