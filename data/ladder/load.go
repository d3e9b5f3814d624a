package ladder

import (
	"fmt"
	"io/fs"
	"iter"
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
	languages  []*language // the first is English
	dictionary *dictionary
	compounds  uint32          // languages that join words, a bit for each
	letters    map[rune]uint32 // letters that few languages have, to these languages
	scripts    []script        // whole scripts that few languages have
	neutral    map[string]bool // endings that make a word neutral
}

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
	lists, octets := make([]string, len(files)), 0
	for i, file := range files {
		content, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, fmt.Errorf("read ladder: %w", err)
		}
		lists[i] = string(content)
		octets += len(content)
	}
	l := &Ladder{dictionary: newDictionary(octets), letters: map[rune]uint32{}, neutral: map[string]bool{}}
	for i, list := range lists {
		into := newLanguage(strings.TrimSuffix(files[i], extension), i, l.dictionary, len(list))
		r := listReader{ladder: l, into: into, forms: map[string][]form{}}
		if err := r.read(files[i], list); err != nil {
			return nil, err
		}
		if len(l.dictionary.words) >= maxWords {
			return nil, fmt.Errorf("read ladder: %s: more than %d words and forms of words", files[i], maxWords)
		}
		l.languages = append(l.languages, into)
	}
	return l, nil
}

// listReader reads one word list.
type listReader struct {
	ladder  *Ladder
	into    *language
	section string
	forms   map[string][]form // by the sections they apply to
	words   []string          // of the spelling that is read
	tokens  [16]token
}

func (r *listReader) read(file, list string) error {
	if !utf8.ValidString(list) {
		return fmt.Errorf("read ladder: %s is not UTF-8", file)
	}
	before := len(r.ladder.dictionary.facts)
	n := 0
	for line := range strings.SplitSeq(list, "\n") {
		n++
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if line == "" || line[0] == '#' {
			continue
		}
		if err := r.line(line); err != nil {
			return fmt.Errorf("read ladder: %s line %d: %w", file, n, err)
		}
	}
	r.finish(before)
	return nil
}

// wordSections are the headings whose lines are no spellings.
var wordSections = [...]string{
	"[forms of people]", "[forms of things]", "[forms of others]", "[same words]", "[articles between words]",
	"[neutral endings]", "[likely endings]", "[qualifying endings]", "[short forms]", "[short forms at the end]",
}

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
	case "[short forms]", "[short forms at the end]":
		return r.shortForm(line, r.section != "[short forms]")
	case "[neutral endings]":
		for ending := range spellings(line) {
			r.ladder.neutral[fold(ending)] = true
		}
		return nil
	case "[articles between words]":
		for article := range spellings(line) {
			word := r.ladder.dictionary.put(fold(article))
			r.ladder.dictionary.learn(word, r.into.number).marks |= isArticle
		}
		return nil
	case "[likely endings]":
		for ending := range spellings(line) {
			r.into.likely = append(r.into.likely, fold(ending))
		}
		return nil
	case "[qualifying endings]":
		for ending := range spellings(line) {
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
		if r.into.compounds = value == "yes"; r.into.compounds {
			r.ladder.compounds |= r.into.bit()
		}
	case key == "blanks" && (value == "yes" || value == "no" || value == "some"):
		r.into.glued, r.into.spaced = value != "yes", value == "some"
	case key == "same signs" && value != "":
		for _, group := range strings.Fields(value) {
			r.into.same(group)
		}
	case key == "joined and" && value != "":
		r.into.joinedAnd = fold(value)
	case key == "joined articles" && value != "":
		for article := range spellings(value) {
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
		r.ladder.scripts = append(r.ladder.scripts, script{part[0], part[2], r.into.bit()})
		return
	}
	for _, letter := range part {
		r.ladder.letters[letter] |= r.into.bit()
		r.ladder.letters[unicode.ToUpper(letter)] |= r.into.bit()
	}
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
	sense := int32(len(r.into.senses))
	r.into.senses = append(r.into.senses, set)
	empty := true
	for spelling := range spellings(list) {
		empty = false
		if err := r.spelling(spelling, sense); err != nil {
			return err
		}
		if plain, other := plainly(spelling); other {
			if err := r.spelling(plain, sense); err != nil {
				return err
			}
		}
	}
	if empty {
		return fmt.Errorf("%q has no spelling", line)
	}
	return nil
}

// spelling gives one spelling a sense.
func (r *listReader) spelling(text string, sense int32) error {
	if err := r.split(text); err != nil {
		return err
	}
	if slices.ContainsFunc(r.words, r.into.mayShorten) {
		if forms := r.into.shorts[r.words[0]]; len(r.words) == 1 && len(forms) > 0 && len(forms[0].words) == 1 {
			return fmt.Errorf("%q is a short form already", text)
		}
		r.writeOut()
	}
	kinds := r.into.senses[sense].kinds
	if !r.into.mean(r.into.add(r.words, varying(kinds)), sense) {
		return fmt.Errorf("%q is in [leads] and in [jobs]", text)
	}
	if len(r.words) == 1 && kinds&(isOf|isAnd|isAt) != 0 {
		r.small(r.words[0])
	}
	return nil
}

// small notes a word such as "of". A stem is none.
func (r *listReader) small(text string) {
	if n := r.ladder.dictionary.find(text); n != 0 {
		r.ladder.dictionary.words[n].small |= r.into.bit()
	}
}

// split cuts a spelling into words, as a title is.
func (r *listReader) split(spelling string) error {
	words := r.words[:0]
	for part := range strings.FieldsSeq(spelling) {
		stem, star := strings.CutSuffix(part, "*")
		if stem == "" && star || part == "#" {
			words = append(words, part)
			continue
		}
		words = r.cut(stem, words)
		if star && len(words) > 0 && !strings.HasSuffix(words[len(words)-1], "*") {
			words[len(words)-1] += "*"
		}
	}
	r.words = words
	if len(words) == 0 || words[0] == "*" || words[0] == "#" {
		return fmt.Errorf("%q has no words", spelling)
	}
	return nil
}

// cut appends the words of what has no blanks: one, unless there are signs in it.
func (r *listReader) cut(text string, words []string) []string {
	if strings.IndexFunc(text, isNoLetter) < 0 {
		if text = fold(text); text != "" {
			words = append(words, text)
		}
		return words
	}
	for _, t := range tokens(text, nil, r.tokens[:]) {
		if t.mark == word && t.text != "" {
			words = append(words, t.text)
		}
	}
	return words
}

// spellings yields the parts of a list that are not empty.
func spellings(list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s := range strings.SplitSeq(list, ";") {
			if s = strings.TrimSpace(s); s != "" && !yield(s) {
				return
			}
		}
	}
}
