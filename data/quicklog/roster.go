package quicklog

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/names"
)

// Person is somebody whom a line may name.
type Person struct {
	ID            data.ID
	Name          string
	OtherNames    []string
	Organisations []string // where they are or were, as written
	Last          data.Day // the last contact, 0 when there was none
	Near          bool     // a tie that the user stated, someone I work with now, or a member of a circle
}

// Roster is whom a line may name. It does not change.
type Roster struct {
	people  []Person
	called  map[string][]calling // by the first word
	firsts  []string             // the first words of given names, in order
	dense   map[string]bool      // names in scripts without blanks
	circles map[string]string    // by the folded name without blanks

	organisations map[string]bool // folded without blanks, and their first words
}

// fit says how well a name fits, the better the greater.
type fit uint8

const (
	noFit     fit = iota
	nearly        // with a slip of the keyboard
	shortened     // a nickname, or the beginning of a given name
	family
	given
	whole // given and family name, or what stands for it
)

// calling is one way to call a person.
type calling struct {
	words  []string
	person int32
	fit    fit
}

// NewRoster returns a roster of people, without Me, and the names of the circles there are.
func NewRoster(people []Person, circles []string) *Roster {
	r := &Roster{people: people, called: make(map[string][]calling, 2*len(people)), dense: map[string]bool{}, circles: map[string]string{}, organisations: map[string]bool{}}
	for i := range people {
		for _, o := range people[i].Organisations {
			first, _, _ := strings.Cut(names.Fold(o), " ")
			r.organisations[first], r.organisations[squeezed(o)] = true, true
		}
		r.call(int32(i), people[i].Name)
		for _, other := range people[i].OtherNames {
			r.call(int32(i), other)
		}
	}
	seen := map[string]bool{}
	for _, list := range r.called {
		for _, c := range list {
			if first := c.words[0]; c.fit >= given && !seen[first] {
				seen[first] = true
				r.firsts = append(r.firsts, first)
			}
		}
	}
	slices.Sort(r.firsts)
	for _, c := range circles {
		r.circles[squeezed(c)] = c
	}
	return r
}

// squeezed returns a name without blanks, in its normal form.
func squeezed(s string) string { return strings.ReplaceAll(names.Fold(s), " ", "") }

// call notes the ways in which somebody of that name is called.
func (r *Roster) call(person int32, name string) {
	all := strings.Fields(names.Person(name, ""))
	if len(all) == 0 {
		return
	}
	add := func(f fit, words ...string) {
		list := r.called[words[0]]
		// Whoever is called last stands last: of thousands who share a first name only their own are looked at.
		for i := len(list) - 1; i >= 0 && list[i].person == person; i-- {
			if slices.Equal(list[i].words, words) && list[i].fit >= f {
				return
			}
		}
		r.called[words[0]] = append(list, calling{words, person, f})
	}
	add(whole, all...)
	if dense(all[0]) {
		r.callDense(person, strings.Join(all, ""), add)
		return
	}
	if len(all) == 1 {
		return
	}
	add(given, all[0])
	if n := givenWords(name, all); n > 1 && n < len(all) {
		add(given, all[:n]...)
	}
	last := len(all) - 1
	add(whole, all[0], all[last])
	add(family, all[last])
	for i := 1; i < last; i++ {
		add(family, all[i:]...)
	}
}

// callDense notes the ways of a name that is written without blanks: the whole, and what follows the
// first character, which is the given name.
func (r *Roster) callDense(person int32, name string, add func(fit, ...string)) {
	add(whole, name)
	r.dense[name] = true
	_, size := utf8.DecodeRuneInString(name)
	if rest := name[size:]; utf8.RuneCountInString(rest) > 1 {
		add(given, rest)
		r.dense[rest] = true
	}
}

// dense reports whether a word is of a script that parts no words by blanks.
func dense(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// givenWords returns how many words the given name has: Jean-Luc has two.
func givenWords(name string, all []string) int {
	for field := range strings.FieldsSeq(name) {
		folded := strings.Fields(names.Fold(field))
		if len(folded) > 0 && folded[0] == all[0] {
			return len(folded)
		}
	}
	return 1
}

// found is whom a name at some place of a line may mean.
type found struct {
	to     int // the token behind the name
	fit    fit
	people []int32 // those whom it fits best
}

// better takes a way to call somebody that fits, where it is longer or fits better than what was found.
func (f *found) better(to int, how fit, person int32) {
	switch {
	case how == noFit, f.people != nil && (to < f.to || to == f.to && how < f.fit):
	case f.people == nil || to > f.to || how > f.fit:
		*f = found{to, how, []int32{person}}
	case !slices.Contains(f.people, person):
		f.people = append(f.people, person)
	}
}

// look finds whom the words at a place may call: by a name, or by an initial behind the given name.
func (r *Roster) look(tokens []token, at int) found {
	var f found
	if tokens[at].class != word {
		return f
	}
	for _, c := range r.called[tokens[at].word] {
		if end := at + len(c.words); end <= len(tokens) && says(tokens[at:end], c.words) {
			f.better(end, c.fit, c.person)
		}
	}
	if f.people != nil && f.fit == given && f.to < len(tokens) && tokens[f.to].initial() {
		r.narrow(&f, tokens[f.to].word)
	}
	return f
}

// narrow keeps those of whom a later name begins with an initial, if there are any.
func (r *Roster) narrow(f *found, initial string) {
	fits := func(p int32) bool {
		all := strings.Fields(names.Person(r.people[p].Name, ""))
		return len(all) > 1 && slices.ContainsFunc(all[1:], func(w string) bool { return strings.HasPrefix(w, initial) })
	}
	if kept := slices.DeleteFunc(slices.Clone(f.people), func(p int32) bool { return !fits(p) }); len(kept) > 0 {
		f.people, f.fit, f.to = kept, whole, f.to+1
	}
}

// says reports whether tokens are these words.
func says(tokens []token, words []string) bool {
	for i := range words {
		if tokens[i].word != words[i] || tokens[i].class != word {
			return false
		}
	}
	return true
}

// shortest is how many letters the beginning of a name needs to stand for it.
const shortest = 3

// lookShort finds whom a word may call by a nickname or by the beginning of the given name, which a family name
// or an initial may follow.
func (r *Roster) lookShort(l *Lexicon, tokens []token, at int) found {
	var f found
	t := tokens[at]
	if t.class != word || dense(t.word) {
		return f
	}
	firsts := l.nicknames[t.word]
	if utf8.RuneCountInString(t.word) >= shortest {
		from, _ := slices.BinarySearch(r.firsts, t.word)
		for _, first := range r.firsts[from:] {
			if !strings.HasPrefix(first, t.word) {
				break
			}
			firsts = append(firsts[:len(firsts):len(firsts)], first)
		}
	}
	r.lookFirsts(&f, tokens, at, firsts, shortened)
	return f
}

// lookFirsts finds those whose given name is one of firsts, and, where a family name or an initial
// follows, those of them who have it.
func (r *Roster) lookFirsts(f *found, tokens []token, at int, firsts []string, how fit) {
	for _, first := range firsts {
		for _, c := range r.called[first] {
			if c.fit < given {
				continue
			}
			if len(c.words) == 1 {
				f.better(at+1, how, c.person)
			} else if end := at + len(c.words); c.fit == whole && end <= len(tokens) && says(tokens[at+1:end], c.words[1:]) {
				f.better(end, whole, c.person)
			}
		}
	}
	if f.people != nil && f.to == at+1 && f.to < len(tokens) && tokens[f.to].initial() {
		r.narrow(f, tokens[f.to].word)
	}
}

// lookNearly finds whom a word calls with a slip of the keyboard.
func (r *Roster) lookNearly(tokens []token, at int) found {
	var f found
	t := tokens[at]
	if t.class != word || utf8.RuneCountInString(t.word) < shortest+1 {
		return f
	}
	first, _ := utf8.DecodeRuneInString(t.word)
	from, _ := slices.BinarySearch(r.firsts, string(first))
	var firsts []string
	for _, name := range r.firsts[from:] {
		if c, _ := utf8.DecodeRuneInString(name); c != first {
			break
		}
		if slip(t.word, name) {
			firsts = append(firsts, name)
		}
	}
	r.lookFirsts(&f, tokens, at, firsts, nearly)
	if f.fit == nearly && utf8.RuneCountInString(t.word) < shortest+2 {
		return found{} // Anna is no Ana
	}
	return f
}

// recently is how many days ago somebody was in touch of whom a short name rather speaks.
const recently = 60

// settle returns whom a name means where that is settled, else 0 and those whom it may mean, the likelier
// first: the one in touch lately when no other was, then the one who is near when no other is.
func (r *Roster) settle(people []int32, today data.Day) (data.ID, []data.ID) {
	if len(people) == 1 {
		return r.people[people[0]].ID, nil
	}
	lately := func(p int32) bool { return r.people[p].Last != 0 && today-r.people[p].Last <= recently }
	near := func(p int32) bool { return r.people[p].Near }
	left := people
	for _, fits := range []func(int32) bool{lately, near} {
		kept := slices.DeleteFunc(slices.Clone(left), func(p int32) bool { return !fits(p) })
		if len(kept) == 1 {
			return r.people[kept[0]].ID, nil
		}
		if len(kept) > 0 {
			left = kept
		}
	}
	order := slices.Clone(people)
	slices.SortStableFunc(order, func(a, b int32) int {
		x, y := &r.people[a], &r.people[b]
		return cmp.Or(cmp.Compare(y.Last, x.Last), cmp.Compare(truth(y.Near), truth(x.Near)), cmp.Compare(x.ID, y.ID))
	})
	ids := make([]data.ID, len(order))
	for i, p := range order {
		ids[i] = r.people[p].ID
	}
	return 0, ids
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// atOrganisation keeps of people those who are or were at an organisation whose name begins at a token, and
// returns the token behind the name; 0 when there are none.
func (r *Roster) atOrganisation(people []int32, tokens []token, at int) (kept []int32, end int) {
	for _, p := range people {
		for _, o := range r.people[p].Organisations {
			n := commonStart(strings.Fields(names.Fold(o)), tokens[at:])
			switch {
			case n == 0 || at+n < end:
			case at+n > end:
				kept, end = []int32{p}, at+n
			case !slices.Contains(kept, p):
				kept = append(kept, p)
			}
		}
	}
	return kept, end
}

// commonStart returns how many of the first words are said by tokens.
func commonStart(words []string, tokens []token) int {
	n := 0
	for n < len(words) && n < len(tokens) && tokens[n].word == words[n] && tokens[n].class == word {
		n++
	}
	if n == 1 && utf8.RuneCountInString(words[0]) < shortest {
		return 0
	}
	return n
}

// circle returns the name of the circle that a tag means.
func (r *Roster) circle(text string) string {
	if known, ok := r.circles[squeezed(text)]; ok {
		return known
	}
	return names.Clean(strings.Map(func(c rune) rune {
		if c == '-' || c == '_' {
			return ' '
		}
		return c
	}, text))
}
