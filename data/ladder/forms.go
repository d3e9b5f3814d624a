package ladder

import (
	"fmt"
	"strings"
)

// form says that a word with the ending old is also written with the ending new.
type form struct {
	old, new string
	start    bool // it is a beginning instead
}

func (r *listReader) form(line string) error {
	old, rest, found := strings.Cut(line, ">")
	if !found {
		return fmt.Errorf("%q has no >", line)
	}
	old = strings.TrimSpace(old)
	for ending := range spellings(rest) {
		prefix, start := strings.CutSuffix(ending, "-")
		f := form{fold(strings.TrimSuffix(old, "-")), fold(prefix), start}
		r.forms[r.section] = append(r.forms[r.section], f)
	}
	return nil
}

// varying returns which other forms the words of a spelling have.
func varying(k kinds) (m marks) {
	if k&(isHead|isGrade) != 0 {
		m |= ofPeople
	}
	if k&isMore != 0 {
		m |= ofThings
	}
	return m
}

// finish adds the other forms of words, and tells the dictionary which words this language has: the facts
// from first on are its own.
func (r *listReader) finish(first int) {
	l, d := r.into, r.ladder.dictionary
	for _, f := range r.forms["[same words]"] {
		of := d.fact(d.find(f.old), l.number).own
		d.learn(d.put(f.new), l.number).form = of
	}
	last := len(d.facts)
	r.vary(first, last, ofPeople, r.forms["[forms of people]"], 0)
	r.vary(first, last, ofPeople, r.forms["[forms of others]"], isOther)
	r.vary(first, last, ofThings, r.forms["[forms of things]"], 0)
	for i := first; i < len(d.facts); i++ {
		f := &d.facts[i]
		if f.own != 0 && f.form != 0 {
			l.inherit(f)
		}
		if !f.known() {
			continue
		}
		e := &d.words[f.word]
		e.all |= l.bit()
		if l.isHead(f.own) || l.isHead(f.form) {
			e.heads |= l.bit()
		}
	}
	l.weighShortForms()
}

// shortestVaried is the number of octets of the shortest word that has other forms.
const shortestVaried = 3

// vary adds the forms of the words whose facts are those from first to last and have a mark, and gives the
// forms a mark that are no jobs by themselves.
func (r *listReader) vary(first, last int, of marks, forms []form, m marks) {
	l, d := r.into, r.ladder.dictionary
	for i := first; i < last; i++ {
		if d.facts[i].marks&of == 0 {
			continue
		}
		text, own := d.spelled(d.facts[i].word), d.facts[i].own
		if len(text) < shortestVaried {
			continue
		}
		for j := range forms {
			forms[j].draft(d, text)
		}
		d.enterDrafts(func(n int32) {
			if f := d.learn(n, l.number); f.form == 0 {
				f.form = own
				if !l.isHead(f.own) {
					f.marks |= m
				}
			}
		})
	}
}

// draft drafts a word in its other form, if it has this one.
func (f *form) draft(d *dictionary, text []byte) {
	rest := len(text) - len(f.old)
	switch {
	case rest < 0 || rest+len(f.new) == 0:
	case f.start && string(text[:len(f.old)]) == f.old:
		d.draft([]byte(f.new), string(text[len(f.old):]))
	case !f.start && string(text[rest:]) == f.old:
		d.draft(text[:rest], f.new)
	}
}

// plainKeyboard writes letters as they are written on a keyboard without them.
var plainKeyboard = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa", "Ø", "Oe")

// hasPlain reports whether plainKeyboard writes a letter otherwise.
func hasPlain(letter rune) bool {
	switch letter {
	case 'ä', 'ö', 'ü', 'å', 'ø', 'Ä', 'Ö', 'Ü', 'Å', 'Ø':
		return true
	}
	return false
}

// plainly returns how a spelling is written on a keyboard without its letters, if that is another way.
func plainly(spelling string) (string, bool) {
	// Most have not even the octet with which all these letters begin.
	if strings.IndexByte(spelling, "ä"[0]) < 0 || !strings.ContainsFunc(spelling, hasPlain) {
		return spelling, false
	}
	return plainKeyboard.Replace(spelling), true
}
