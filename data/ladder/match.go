package ladder

// match returns the longest spelling with which the tokens begin, and its length in tokens; 0 when
// there is none.
func (l *language) match(list []token) (*sense, int) {
	node, n := l.walk(0, list, 0)
	if n == 0 {
		return nil, 0
	}
	return l.sense(node), n
}

func (l *language) walk(node int32, list []token, done int) (int32, int) {
	best, length := int32(0), 0
	if l.nodes[node] != 0 {
		best, length = node, done
	}
	if done == len(list) {
		return best, length
	}
	if list[done].mark != word {
		if list[done].bridged(done) && l.next(node, anyWord) != 0 {
			return l.further(node, list, done+1, best, length)
		}
		return best, length
	}
	t := &list[done]
	for _, w := range l.words(t.text, t.known) {
		if w != 0 {
			best, length = l.step(l.next(node, w), list, done, best, length)
		}
	}
	best, length = l.step(l.next(node, anyWord), list, done, best, length)
	if t.figures() {
		best, length = l.step(l.next(node, anyNumber), list, done, best, length)
	}
	if done > 0 && l.isArticle(t) {
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

// step walks on to the next node, if there is one, and returns what reaches further: that way or the best
// so far.
func (l *language) step(next int32, list []token, done int, best int32, length int) (int32, int) {
	if next == 0 {
		return best, length
	}
	return l.further(next, list, done+1, best, length)
}

// further walks on from a node, and returns what reaches further: that way or the best so far.
func (l *language) further(node int32, list []token, done int, best int32, length int) (int32, int) {
	end, n := l.walk(node, list, done)
	if n > length || n == length && n > 0 && l.sense(end).kinds&isHead != 0 && l.sense(best).kinds&isHead == 0 {
		return end, n
	}
	return best, length
}

// single returns the sense of a spelling of one word.
func (l *language) single(text string) *sense {
	for _, w := range l.words(text, l.dictionary.find(text)) {
		if s := l.sense(l.roots[w]); s.kinds != 0 {
			return s
		}
	}
	return nil
}
