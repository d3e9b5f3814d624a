package ladder

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// extension is how the names of word lists end; the rest is the language: de.txt.
const extension = ".txt"

// first is the language that decides where several fit a title equally, and that is understood inside
// all others.
const first = "en"

// maxLanguages is how many languages have a bit in a mask.
const maxLanguages = 32

// Ladder reads titles by word lists. It does not change after Load and may be used from several
// goroutines.
type Ladder struct {
	languages []*language // the first is English
	speakers  map[string]speakers
	tails     map[string]uint32 // words that end compounds, to the languages that know them, a bit for each
	small     map[string]uint32 // words such as "of" and "and", likewise
	letters   map[rune]uint32   // letters that few languages have, likewise
	scripts   []script          // whole scripts that few languages have
	neutral   map[string]bool   // endings that make a word neutral
}

// speakers are the languages that know a word, a bit for each, and those in which it is a job or a lead by
// itself.
type speakers struct{ all, heads uint32 }

// script is a range of letters, and the languages that have them.
type script struct {
	first, last rune
	mask        uint32
}

// Load reads the word lists *.txt from fsys, one for each language; en.txt must be among them. How they
// are written stands at the head of that file. An error names the file and the line.
func Load(fsys fs.FS) (*Ladder, error) {
	files, err := fs.Glob(fsys, "*"+extension)
	if err != nil {
		return nil, fmt.Errorf("read ladder: %w", err)
	}
	here := slices.Index(files, first+extension)
	if here < 0 {
		return nil, fmt.Errorf("read ladder: %s%s: %w", first, extension, fs.ErrNotExist)
	}
	if len(files) > maxLanguages {
		return nil, fmt.Errorf("read ladder: %d languages are too many", len(files))
	}
	files = slices.Insert(slices.Delete(files, here, here+1), 0, first+extension)
	l := &Ladder{speakers: make(map[string]speakers, 1<<16), small: map[string]uint32{}, tails: map[string]uint32{}, letters: map[rune]uint32{}, neutral: map[string]bool{}}
	for i, file := range files {
		content, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, fmt.Errorf("read ladder: %w", err)
		}
		r := listReader{ladder: l, bit: 1 << i, into: newLanguage(strings.TrimSuffix(file, extension), len(content))}
		if err := r.read(file, content); err != nil {
			return nil, err
		}
		l.languages = append(l.languages, r.into)
	}
	return l, nil
}

// listReader reads one word list.
type listReader struct {
	ladder  *Ladder
	bit     uint32
	into    *language
	section string
	forms   map[string][]form // by the sections they apply to
	people  map[string]bool   // words of jobs, leads and grades
	things  map[string]bool   // words of things, people and fields
	room    [16]token
}

// form says that a word with the ending old is also written with the ending new.
type form struct {
	old, new string
	start    bool // it is a beginning instead
}

func (r *listReader) read(file string, content []byte) error {
	if !utf8.Valid(content) {
		return fmt.Errorf("read ladder: %s is not UTF-8", file)
	}
	r.forms, r.people, r.things = map[string][]form{}, map[string]bool{}, map[string]bool{}
	lines := bufio.NewScanner(bytes.NewReader(content))
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || line[0] == '#' {
			continue
		}
		if err := r.line(line); err != nil {
			return fmt.Errorf("read ladder: %s line %d: %w", file, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read ladder: %s line %d: %w", file, n+1, err)
	}
	r.finish()
	return nil
}

// wordSections are the headings whose lines are no spellings.
var wordSections = [...]string{"[forms of people]", "[forms of things]", "[forms of others]", "[same words]", "[articles between words]", "[neutral endings]", "[likely endings]", "[qualifying endings]"}

func (r *listReader) line(line string) error {
	if line[0] == '[' {
		r.section = line
		if _, known := sections[line]; !known && !slices.Contains(wordSections[:], line) {
			return fmt.Errorf("%s is no section", line)
		}
		return nil
	}
	if r.section == "" {
		return r.setting(line)
	}
	switch r.section {
	case "[forms of people]", "[forms of things]", "[forms of others]", "[same words]":
		return r.form(line)
	case "[neutral endings]":
		for _, ending := range spellings(line) {
			r.ladder.neutral[fold(ending)] = true
		}
		return nil
	case "[articles between words]":
		for _, article := range spellings(line) {
			r.into.articles[fold(article)] = true
		}
		return nil
	case "[likely endings]":
		for _, ending := range spellings(line) {
			r.into.likely = append(r.into.likely, fold(ending))
		}
		return nil
	case "[qualifying endings]":
		for _, ending := range spellings(line) {
			r.into.qualifying = append(r.into.qualifying, fold(ending))
		}
		return nil
	}
	return r.entry(line)
}

// setting reads a line before the first section.
func (r *listReader) setting(line string) error {
	key, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch {
	case key == "head" && (value == "first" || value == "last"):
		r.into.headFirst = value == "first"
	case key == "compounds" && (value == "yes" || value == "no"):
		r.into.compounds = value == "yes"
	case key == "blanks" && (value == "yes" || value == "no" || value == "some"):
		r.into.glued, r.into.spaced = value != "yes", value == "some"
	case key == "same signs" && value != "":
		for _, group := range strings.Fields(value) {
			r.into.same(group)
		}
	case key == "joined and" && value != "":
		r.into.joinedAnd = fold(value)
	case key == "joined articles" && value != "":
		for _, article := range spellings(value) {
			r.into.joinedArticles = append(r.into.joinedArticles, fold(article))
		}
	case key == "letters" && value != "":
		for _, part := range strings.Fields(value) {
			r.letters([]rune(part))
		}
	default:
		return fmt.Errorf("%q is no setting", line)
	}
	return nil
}

// letters takes single letters, or the first and the last one of a script: а-я.
func (r *listReader) letters(part []rune) {
	if len(part) == 3 && part[1] == '-' {
		r.ladder.scripts = append(r.ladder.scripts, script{part[0], part[2], r.bit})
		return
	}
	for _, letter := range part {
		r.ladder.letters[letter] |= r.bit
		r.ladder.letters[unicode.ToUpper(letter)] |= r.bit
	}
}

func (r *listReader) form(line string) error {
	old, rest, found := strings.Cut(line, ">")
	if !found {
		return fmt.Errorf("%q has no >", line)
	}
	old = strings.TrimSpace(old)
	for _, ending := range spellings(rest) {
		prefix, start := strings.CutSuffix(ending, "-")
		f := form{fold(strings.TrimSuffix(old, "-")), fold(prefix), start}
		r.forms[r.section] = append(r.forms[r.section], f)
	}
	return nil
}

// entry reads a line of a section with spellings: FACTS | spelling; spelling.
func (r *listReader) entry(line string) error {
	use := sections[r.section]
	facts, list := "", line
	if use.facts {
		var found bool
		if facts, list, found = strings.Cut(line, "|"); !found {
			return fmt.Errorf("%q has no |", line)
		}
	}
	var set sense
	if err := use.read(&set, strings.TrimSpace(facts)); err != nil {
		return err
	}
	all := spellings(list)
	if len(all) == 0 {
		return fmt.Errorf("%q has no spelling", line)
	}
	for _, spelling := range all {
		for _, way := range umlauts(spelling) {
			words, err := r.split(way)
			if err != nil {
				return err
			}
			s := r.into.add(words)
			if s.kinds&isHead != 0 && set.kinds&isHead != 0 && s.kinds&isHead != set.kinds&isHead {
				return fmt.Errorf("%q is in [leads] and in [jobs]", spelling)
			}
			merge(s, &set)
			r.remember(words, set.kinds)
			if len(words) == 1 && set.kinds&(isOf|isAnd|isAt) != 0 {
				r.ladder.small[words[0]] |= r.bit
			}
		}
	}
	return nil
}

// split cuts a spelling into words, as a title is.
func (r *listReader) split(spelling string) ([]string, error) {
	var words []string
	for _, part := range strings.Fields(spelling) {
		stem, star := strings.CutSuffix(part, "*")
		if stem == "" && star {
			words = append(words, "*")
			continue
		}
		for _, t := range tokens(stem, nil, r.room[:]) {
			if t.mark == word && t.text != "" {
				words = append(words, t.text)
			}
		}
		if star && len(words) > 0 && !strings.HasSuffix(words[len(words)-1], "*") {
			words[len(words)-1] += "*"
		}
	}
	if len(words) == 0 || words[0] == "*" {
		return nil, fmt.Errorf("%q has no words", spelling)
	}
	return words, nil
}

// remember keeps the words whose other forms finish will add.
func (r *listReader) remember(words []string, k kinds) {
	for _, w := range words {
		if strings.HasSuffix(w, "*") {
			continue
		}
		if k&(isHead|isGrade) != 0 {
			r.people[w] = true
		}
		if k&isMore != 0 {
			r.things[w] = true
		}
	}
}

// finish adds the other forms of words, and tells the ladder which words this language has.
func (r *listReader) finish() {
	l := r.into
	for _, f := range r.forms["[same words]"] {
		l.forms[f.new] = l.vocabulary[f.old]
	}
	r.vary(r.people, r.forms["[forms of people]"], nil)
	r.vary(r.people, r.forms["[forms of others]"], l.others)
	r.vary(r.things, r.forms["[forms of things]"], nil)
	l.inherit()
	heads := l.heads()
	for _, list := range [...]map[string]int32{l.vocabulary, l.forms} {
		for w, n := range list {
			who := r.ladder.speakers[w]
			who.all |= r.bit
			if heads[n] {
				who.heads |= r.bit
			}
			r.ladder.speakers[w] = who
			if l.compounds && heads[n] && len(w) >= shortestTail {
				r.ladder.tails[w] |= r.bit
			}
		}
	}
}

// shortestVaried is the number of octets of the shortest word that has other forms.
const shortestVaried = 3

// vary adds the forms of words, and notes the new ones in the list.
func (r *listReader) vary(words map[string]bool, forms []form, list map[string]bool) {
	l := r.into
	for _, w := range slices.Sorted(maps.Keys(words)) {
		if len(w) < shortestVaried {
			continue
		}
		for _, f := range forms {
			other := ""
			if f.start {
				if rest, cut := strings.CutPrefix(w, f.old); cut {
					other = f.new + rest
				}
			} else if rest, cut := strings.CutSuffix(w, f.old); cut {
				other = rest + f.new
			}
			if _, taken := l.forms[other]; other != "" && !taken {
				l.forms[other] = l.vocabulary[w]
				if list != nil && !l.isHead(l.vocabulary[other]) {
					list[other] = true
				}
			}
		}
	}
}

// plainKeyboard writes letters as they are written on a keyboard without them.
var plainKeyboard = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa", "Ø", "Oe")

// umlauts returns the spelling, and how it is written on a keyboard without its letters.
func umlauts(spelling string) []string {
	if plain := plainKeyboard.Replace(spelling); plain != spelling {
		return []string{spelling, plain}
	}
	return []string{spelling}
}

func spellings(list string) []string {
	var all []string
	for _, s := range strings.Split(list, ";") {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// merge adds what set says to a sense that may have another part already.
func merge(into, set *sense) {
	if set.kinds&isHead != 0 {
		into.job, into.of, into.over, into.firstOnly = set.job, set.of, set.over, set.firstOnly
		into.kinds &^= isHead
	}
	if set.kinds&(isGrade|isNumber) != 0 {
		into.grade = set.grade
	}
	if set.field != "" {
		into.field = set.field
	}
	into.nobody = into.nobody || set.nobody
	into.someone = into.someone || set.someone
	into.kinds |= set.kinds
}
