package ladder

// retirees takes the sense from words for a pensioner or a pension that are not said of the bearer: Pensioner
// Services Officer, adviser for retirees.
func (s *search) retirees() {
	for i := range s.items {
		it := &s.items[i]
		if !it.plays(isRetiree) {
			continue
		}
		before := i > 0 && s.items[i-1].mark == word && (s.home.headFirst || s.items[i-1].plays(isOf|isServant))
		after := i+1 < len(s.items) && s.items[i+1].mark == word && !s.items[i+1].plays(isAnd|isOf|isAt|isFormer|isRetired|isNow|isHope)
		if before || after {
			it.sense = nil
		}
	}
}

// retired reports whether a statement says of all its jobs that they are over: where the word has a piece
// for itself (Major, retired). Beside a job it takes away that one (retired teacher, author).
func (s *search) retired(items []item) bool {
	for begin := 0; begin < len(items) && holds(items[begin:], isRetired); {
		end := s.pieceEnd(items, begin)
		if holds(items[begin:end], isRetired) && !holdsHead(items[begin:end]) {
			return true
		}
		begin = end + 1
	}
	return false
}
