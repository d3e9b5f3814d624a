package ladder

import (
	"slices"

	"peerage/data"
)

// reckon reads the words for one job. It is false when they name none. In a language that puts the head
// first, a word that no list has but that ends as jobs do is rather the job than one it is about.
func (s *search) reckon(items []item, opening bool) (job, bool) {
	head := s.head(items, opening)
	if head < 0 || s.home.headFirst && head > region(items) {
		if j, ok := s.unlisted(items); ok || head < 0 {
			return j, ok
		}
	}
	it := &items[head]
	j := job{verdict: it.sense.job, from: it.start, to: it.end}
	if it.plays(isLead) {
		s.weigh(items, head, &j)
	}
	if j.field == "" {
		j.field = it.inside()
	}
	if j.field == "" {
		j.field = nearField(items, head)
	}
	s.level(items, head, &j)
	return j, true
}

// region returns the end of the words before the first "of".
func region(items []item) int {
	for i := range items {
		if items[i].plays(isOf) && !items[i].plays(isHead) {
			return i
		}
	}
	return len(items)
}

// head finds the head word, -1 when there is none. An office after a job is that of somebody else: Referent
// Geschäftsführung. A job that stands for a chief as well (yardımcı) gives way to the chief right before it
// (dekan yardımcısı).
func (s *search) head(items []item, opening bool) int {
	if s.home.headFirst {
		return s.firstHead(items, opening)
	}
	for begin := 0; begin < len(items); {
		end := begin + region(items[begin:])
		office := -1
		for i := end - 1; i >= begin; i-- {
			switch {
			case !s.canLead(items, i, opening):
			case items[i].office() && office < 0:
				office = i // whose is it, if someone stands before it?
			case i > begin && items[i].plays(isGrade) && items[i].sense.grade.vice && s.canLead(items, i-1, opening) && items[i-1].sense.job.track == data.Management:
				return i - 1
			default:
				return i
			}
		}
		if office >= 0 {
			return office
		}
		begin = end + 1
	}
	return -1
}

// firstHead finds the head word of a language that puts it first. A job that is a grade as well
// (assistente) gives way to a job right after it, and so does any to a word for a chief right after it
// (ingénieur chef d'équipe).
func (s *search) firstHead(items []item, opening bool) int {
	for i := range items {
		if !s.canLead(items, i, opening) {
			continue
		}
		if items[i].language != s.home {
			for i+1 < len(items) && items[i+1].language != s.home && s.canLead(items, i+1, false) {
				i++
			}
			return i
		}
		if i+1 < len(items) && s.canLead(items, i+1, false) {
			next := &items[i+1]
			chief := next.plays(isLead) && !s.home.others(next.text) && next.sense.job.track == data.Management
			if items[i].plays(isGrade) || chief && items[i].sense.job.level.Rank() >= data.Mid.Rank() {
				return i + 1
			}
		}
		return i
	}
	return -1
}

func (s *search) canLead(items []item, i int, opening bool) bool {
	return items[i].plays(isHead) && (!items[i].sense.firstOnly || opening && i == 0) && !s.syllable(items, i)
}

// syllable reports whether a lead of one sign is only the end of a word that no list has: 냉장 is no chief.
func (s *search) syllable(items []item, i int) bool {
	it := &items[i]
	if !s.home.spaced || it.language != s.home || !it.plays(isLead) || len(it.tokens) != 1 || i == 0 {
		return false
	}
	return items[i-1].sense == nil && items[i-1].mark == word && items[i-1].end == it.start
}

// unlisted takes a word that no list has for a job when it ends as such words do.
func (s *search) unlisted(items []item) (job, bool) {
	end := region(items)
	if s.home.glued {
		return s.lastWord(items[:end])
	}
	for n := range end {
		i := end - 1 - n
		if s.home.headFirst {
			i = n
		}
		it := &items[i]
		if it.mark == word && it.sense == nil && s.home.jobEnding(it.text) > 0 {
			j := job{verdict: verdict{track: data.Individual, level: data.Mid, aside: true}, from: it.start, to: it.end}
			s.level(items, i, &j)
			return j, true
		}
		if !s.besideJob(it) && !(it.mark == word && it.sense == nil && s.home.qualifies(it.text)) {
			return job{}, false
		}
	}
	return job{}, false
}

// besideJob reports whether a word that is no job leaves hope for one behind it. Where words are joined,
// what follows a job without a preposition belongs to it: Tierpfleger Zoo.
func (s *search) besideJob(it *item) bool {
	switch {
	case it.plays(isGrade):
		return true
	case s.home.headFirst:
		return false
	case it.plays(isNumber | isField):
		return true
	}
	return s.home.compounds && it.mark == word && (it.sense == nil || it.plays(isMore))
}

// lastWord takes the last word of a language without blanks for a job when it ends as such words do, or names
// a profession: nobody writes the profession alone who leads people in it.
func (s *search) lastWord(items []item) (job, bool) {
	end := len(items)
	for end > 0 && items[end-1].plays(isGrade|isNumber) && !items[end-1].plays(isMore) {
		end--
	}
	begin := end
	for begin > 0 && items[begin-1].mark == word && (begin == end || items[begin-1].end == items[begin].start) {
		begin--
	}
	if begin == end {
		return job{}, false
	}
	last := &items[end-1]
	named := last.plays(isField) && !last.plays(isPeople)
	if last.sense != nil && !named {
		return job{}, false
	}
	if !named && s.home.jobEnding(s.text[items[begin].start:last.end]) == 0 {
		return job{}, false
	}
	j := job{verdict: verdict{track: data.Individual, level: data.Mid, aside: true}, from: items[begin].start, to: last.end}
	s.level(items, end-1, &j)
	return j, true
}

// weigh chooses the reading of a lead by what it stands over.
func (s *search) weigh(items []item, head int, j *job) {
	it := &items[head]
	what, at := s.complement(items, head)
	if what == nil {
		return
	}
	alone := j.verdict
	switch {
	case what.kinds&isPeople != 0:
		j.verdict = it.sense.over
	case what.kinds&isThing != 0:
		j.verdict = it.sense.of
	}
	if j.field == "" {
		j.field = what.field
	}
	if j.track != alone.track || j.level != alone.level {
		j.from, j.to = min(j.from, items[at].start), max(j.to, items[at].end)
	}
}

// complement finds what a lead stands over: the nearest word for a thing, for people or for a
// profession, before it or after it as the language has it.
func (s *search) complement(items []item, head int) (*sense, int) {
	it := &items[head]
	if it.compound {
		return it.front, head
	}
	headFirst := s.home.headFirst && it.language == s.home
	if !headFirst {
		for i := head - 1; i >= 0 && !items[i].plays(isOf); i-- {
			if items[i].mark == ampers || items[i].plays(isAnd) {
				continue
			}
			if items[i].plays(isMore) {
				return items[i].sense, i
			}
			if items[i].compound || items[i].sense == nil && items[i].mark == word {
				break
			}
		}
	}
	of, after := 0, false // after a comma anything may stand before the object
	for i := head + 1; i < len(items); i++ {
		if items[i].plays(isMore) {
			return items[i].sense, i
		}
		if items[i].plays(isOf) {
			if !items[i-1].plays(isOf) {
				of++
			}
			if of > 1 {
				break
			}
		} else if items[i].sense == nil && items[i].mark == word && !headFirst && !after && !it.language.isArticle(&items[i].tokens[0]) {
			break
		}
		after = after || items[i].mark == comma
	}
	return nil, 0
}

// nearField returns the profession named nearest to the head.
func nearField(items []item, head int) data.Field {
	if front := items[head].front; front != nil && front.field != "" {
		return front.field
	}
	for d := 1; d < len(items); d++ {
		for _, i := range [...]int{head - d, head + d} {
			if i < 0 || i >= len(items) {
				continue
			}
			if items[i].plays(isMore) && items[i].sense.field != "" {
				return items[i].sense.field
			}
			if items[i].front != nil && items[i].front.field != "" {
				return items[i].front.field
			}
		}
	}
	return ""
}

// level moves the level by the grades beside the head.
func (s *search) level(items []item, head int, j *job) {
	if g := items[head].frontGrade(); g != nil {
		j.verdict = raise(j.verdict, g)
	}
	headFirst := s.home.headFirst
	for i := range items {
		it := &items[i]
		if !headFirst && it.plays(isOf) {
			break
		}
		if i == head || it.sense == nil {
			continue
		}
		if !it.plays(isGrade) && (!it.plays(isNumber) || i != head+1) || !it.sense.gradesIn(j.field) {
			continue
		}
		was := j.level
		j.verdict = raise(j.verdict, &it.sense.grade)
		if it.sense.grade.track != "" || j.level == data.Lead && was != data.Lead {
			j.from, j.to = min(j.from, it.start), max(j.to, it.end)
		}
	}
}

// gradesIn reports whether the grade counts in a profession.
func (s *sense) gradesIn(field data.Field) bool {
	return len(s.within) == 0 || slices.Contains(s.within, field)
}

// raise returns the verdict with a grade.
func raise(v verdict, grade *verdict) verdict {
	if grade.level == data.Intern {
		v.track, v.level = data.Individual, data.Intern
		return v
	}
	if grade.track == data.UnknownTrack {
		v.track = data.UnknownTrack
		return v
	}
	switch v.track {
	case data.Management:
		switch rank := v.level.Rank(); {
		case grade.vice && v.level == data.Executive:
			v.level = data.VP
		case grade.lower && rank > data.Lead.Rank():
			v.level = data.Levels[rank-1]
		}
	case data.Individual:
		if grade.track == data.Management {
			v.track, v.level = data.Management, grade.level
			return v
		}
		v.level = graded(v.level, grade.level)
	}
	return v
}

// graded returns the level of a worker with a grade.
func graded(level, grade data.Level) data.Level {
	switch rank := grade.Rank(); {
	case rank < 0, level == data.Intern:
		return level
	case rank < data.Mid.Rank():
		return data.Levels[min(rank, max(level.Rank(), 0))]
	case rank == data.Mid.Rank():
		return grade
	default:
		return data.Levels[max(rank, level.Rank())]
	}
}
