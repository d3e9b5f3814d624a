package ladder

import (
	"strings"

	"peerage/data"
)

// Read says what a title as people write it means. It never fails: of what it does not understand it
// says unknown.
func (l *Ladder) Read(title string) Reading {
	title = strings.TrimSpace(title)
	r := rooms.Get().(*room)
	defer r.clear()
	list := l.tokens(title, r.tokens[:])
	home := l.language(title, list)
	list = l.spelledOut(home.apart(list), home)
	s := search{text: title, home: home, items: l.items(list, home, r.items[:])}
	s.title()
	reading := s.outcome()
	if s.from < s.to {
		reading.Why = title[s.from:s.to]
	}
	return reading
}

// tokens takes a title apart, and looks its words up.
func (l *Ladder) tokens(title string, room []token) []token {
	list := tokens(title, l.neutral, room)
	for i := range list {
		if list[i].mark == word {
			list[i].known = l.dictionary.find(list[i].text)
		}
	}
	return list
}

// job is one job that a title names.
type job struct {
	verdict
	from, to int // octets in the title
}

// search reads the items of one title.
type search struct {
	text  string // the title
	home  *language
	items []item

	best     job
	found    bool
	last     job  // the job found last, which "(former)" may take away again
	lastGood bool // the last job counts
	former   int  // jobs no longer held
	hoped    int  // jobs only wished for
	retiree  bool // the title says so of its bearer
	bank     bool
	atBank   bool // only the employer is one
	stage    bool
	worker   bool // a job beside a bank's grade is a trade
	nobody   *item
	someone  *item
	field    data.Field
	from, to int
}

// title reads statement by statement.
func (s *search) title() {
	s.employers()
	s.retirees()
	for i := range s.items {
		it := &s.items[i]
		s.bank = s.bank || it.plays(isBank)
		s.stage = s.stage || it.plays(isStage)
		switch {
		case it.sense != nil && it.sense.nobody:
			s.nobody = it
		case it.sense != nil && it.sense.someone:
			s.someone = it
		}
	}
	for begin := 0; begin < len(s.items); {
		end := begin
		for end < len(s.items) && s.items[end].mark != bar && !s.colon(begin, end) && s.years(end) == 0 {
			end++
		}
		s.statement(s.items[begin:end], begin == 0)
		begin = end + 1
		if end < len(s.items) && s.years(end) > 0 {
			s.takeBack(&s.items[end])
			begin = end + s.years(end)
		}
	}
}

// years returns the number of items from at that say from which year to which a job was held: it is over.
func (s *search) years(at int) int {
	from := year(s.items[at:])
	if from == 0 {
		return 0
	}
	at += from
	dash := 0
	if at < len(s.items) && s.items[at].mark == bar {
		dash = 1
	}
	to := 0
	if at+dash < len(s.items) {
		to = year(s.items[at+dash:])
	}
	if to == 0 {
		return 0
	}
	return from + dash + to
}

// year returns the number of items with which a year begins: 2015, 2015年; 0 when none does.
func year(items []item) int {
	switch {
	case !isYear(&items[0]):
		return 0
	case len(items) > 1 && (items[1].text == "年" || items[1].text == "년"):
		return 2
	}
	return 1
}

func isYear(it *item) bool {
	return len(it.text) == 4 && (it.text[:2] == "19" || it.text[:2] == "20") && '0' <= it.text[2] && it.text[2] <= '9' && '0' <= it.text[3] && it.text[3] <= '9'
}

// colon reports whether a colon ends the statement that began at begin. In "Hiring: Sales Director" it
// does not.
func (s *search) colon(begin, at int) bool {
	if s.items[at].mark != colon {
		return false
	}
	for i := begin; i < at; i++ {
		if s.items[i].plays(isServant | isHope | isFormer) {
			return false
		}
	}
	return true
}

// shadow says why the jobs of a piece do not count.
type shadow uint8

const (
	held shadow = iota
	past
	wished
	another // somebody else's
)

// statement reads what stands between two bars: its pieces, parted by commas, and by "and" between jobs.
func (s *search) statement(items []item, opening bool) {
	state := held
	for i := range items {
		if items[i].plays(isRetired) {
			s.retiree = true
			if len(items) == 1 {
				s.takeBack(&items[i])
			}
			s.former++
			s.point(&items[i])
		}
	}
	retired := s.retired(items)
	if retired {
		state = past
	}
	for begin := 0; begin < len(items); {
		end := s.pieceEnd(items, begin)
		if !retired && holds(items[begin:end], isRetired) {
			s.piece(items[begin:end], past, opening && begin == 0)
		} else {
			state = s.piece(items[begin:end], state, opening && begin == 0)
		}
		if end < len(items) && items[end].mark == comma && state == past && !retired {
			state = held
		}
		begin = end + 1
	}
}

// pieceEnd returns the end of the piece of a statement that begins at begin.
func (s *search) pieceEnd(items []item, begin int) int {
	end := begin
	for end < len(items) && (items[end].mark != comma || waits(items, begin, end)) && !s.joins(items, begin, end) {
		end++
	}
	return end
}

// waits reports whether what stands before a comma cannot be told without what follows: Superintendent,
// Correctional Facility.
func waits(items []item, begin, at int) bool {
	return at > begin && items[at-1].plays(isLead) && items[at-1].sense.job.track == data.UnknownTrack &&
		!items[at-1].compound && at+1 < len(items) && !holdsHead(items[at+1:])
}

// joins reports whether the item is an "and" with a job on both sides.
func (s *search) joins(items []item, begin, at int) bool {
	it := &items[at]
	if it.mark != ampers && !it.plays(isAnd) || it.plays(isHead) {
		return false
	}
	return holdsHead(items[begin:at]) && holdsHead(items[at+1:])
}

// holds reports whether one of the items plays one of the parts.
func holds(items []item, k kinds) bool {
	for i := range items {
		if items[i].plays(k) {
			return true
		}
	}
	return false
}

// holdsHead reports whether a job stands before the next mark.
func holdsHead(items []item) bool {
	for i := range items {
		if items[i].mark == comma || items[i].mark == atSign {
			return false
		}
		if items[i].plays(isHead) {
			return true
		}
	}
	return false
}

// piece reads the words for one job, and returns the shadow that lies on the next piece.
func (s *search) piece(items []item, state shadow, opening bool) shadow {
	begin := 0
	for i := 0; i < len(items); i++ {
		it := &items[i]
		switch {
		case it.mark == atSign || it.plays(isAt):
			s.job(items[begin:i], state, opening)
			if it.plays(isServant) {
				return another
			}
			return state
		case it.plays(isNow):
			if state == held && holdsHead(items[i+1:]) {
				state = past // teacher turned engineer
			}
			s.job(items[begin:i], state, opening)
			begin, state = i+1, held
		case it.plays(isFormer):
			s.job(items[begin:i], state, opening)
			if !holdsHead(items[i+1:]) && (i+1 == len(items) || s.home.headFirst && it.language == s.home && i > begin) {
				s.takeBack(it)
				return state
			}
			s.point(it)
			begin = i + 1
			if state == held {
				state = past
			}
			if !holdsHead(items[i+1:]) {
				return state
			}
		case it.past:
			s.job(items[begin:i], state, opening)
			s.point(it)
			s.former++
			begin = i + 1
			if state == held {
				state = past
			}
		case it.plays(isHope):
			s.job(items[begin:i], state, opening)
			s.point(it)
			begin, state = i+1, wished
		case it.plays(isHoped):
			s.job(items[begin:i], wished, opening)
			s.point(it)
			begin, state = i+1, held
		case it.plays(isServant):
			if it.plays(isHead) {
				s.job(items[begin:i+1], state, opening)
			} else {
				s.job(items[begin:i], state, opening)
			}
			begin, state = i+1, another
		}
	}
	s.job(items[begin:], state, opening)
	return state
}

// takeBack makes the job found last one that is no longer held.
func (s *search) takeBack(it *item) {
	if s.lastGood {
		s.former++
		s.lastGood = false
		if s.found && s.best == s.last {
			s.found = false
		}
		s.point(it)
	}
}

// point says that the item decided, unless a job does.
func (s *search) point(it *item) {
	if !s.found {
		s.from, s.to = it.start, it.end
	}
}

// job reads one job, if there is one, and keeps the highest.
func (s *search) job(items []item, state shadow, opening bool) {
	s.fields(items)
	items = possessed(items)
	j, ok := s.reckon(items, opening)
	if !ok {
		s.grades(items, state)
		return
	}
	switch state {
	case past:
		s.former++
		return
	case wished:
		s.hoped++
		return
	case another:
		return
	}
	s.last, s.lastGood = j, true
	if j.track == data.Individual && !j.bank && !j.aside {
		s.worker = true
	}
	if !s.found || higher(j, s.best) {
		s.best, s.found = j, true
		s.from, s.to = j.from, j.to
	}
}

// possessed returns what follows a possessor: the director in "Director's Office" and "Head Chef's
// Assistant" is somebody else.
func possessed(items []item) []item {
	for i := len(items) - 1; i >= 0; i-- {
		list := items[i].tokens
		if len(list) > 0 && list[len(list)-1].possessive && (items[i].plays(isHead) || holdsHead(items[i+1:])) {
			return items[i+1:]
		}
	}
	return items
}

// grades gives a piece that is only a grade to the job before it: Engineer, Senior.
func (s *search) grades(items []item, state shadow) {
	if state != held || !s.lastGood || len(items) != 1 || !items[0].plays(isGrade|isNumber) {
		return
	}
	was := s.last
	s.last.verdict = raise(s.last.verdict, &items[0].sense.grade)
	if s.best == was {
		s.best = s.last
	}
}

// fields remembers the first profession that the title names.
func (s *search) fields(items []item) {
	for i := range items {
		if s.field == "" && items[i].sense != nil {
			s.field = items[i].sense.field
		}
		if s.field == "" && items[i].front != nil {
			s.field = items[i].front.field
		}
	}
}
