package nudges

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"
)

// Trouble knows the words that tell of trouble, in all its languages at once: notes may be in any.
type Trouble struct {
	told  phrases // tells of trouble
	ended phrases // tells that it is over
}

// Load reads the word lists, one file a language: trouble/en.txt, trouble/de.txt, … A line is a word or
// a phrase; a * at its end stands for any ending, a - before it says that the trouble is over, and #
// begins a remark. In scripts that put no blanks between words a phrase is found anywhere.
func Load(fsys fs.FS) (*Trouble, error) {
	names, err := fs.Glob(fsys, "trouble/*.txt")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("read words of trouble: %w", fs.ErrNotExist)
	}
	t := &Trouble{}
	for _, name := range names {
		if err := t.read(fsys, name); err != nil {
			return nil, fmt.Errorf("read words of trouble %s: %w", name, err)
		}
	}
	return t, nil
}

func (t *Trouble) read(fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if over, ok := strings.CutPrefix(line, "-"); ok {
			t.ended.add(over)
		} else {
			t.told.add(line)
		}
	}
	return lines.Err()
}

// longestLooked is how much of a text is looked at, in characters: what was said stands at its beginning.
const longestLooked = 2000

// In reports whether a text tells of trouble that is not over.
func (t *Trouble) In(text string) bool {
	if runes := []rune(text); len(runes) > longestLooked {
		text = string(runes[:longestLooked])
	}
	said := wordsOf(text)
	return t.told.in(said) && !t.ended.in(said)
}

// phrases are word lists, ready to be found.
type phrases struct {
	whole  map[string][][]string // by their first word, the words after it
	begins []string              // the beginnings of words
	within []string              // found anywhere
}

func (p *phrases) add(line string) {
	words := strings.Fields(spaced(line))
	switch beginning, open := strings.CutSuffix(line, "*"); {
	case len(words) == 0:
	case unspaced(line):
		p.within = append(p.within, strings.Join(words, ""))
	case open:
		p.begins = append(p.begins, " "+strings.Join(strings.Fields(spaced(beginning)), " "))
	default:
		if p.whole == nil {
			p.whole = map[string][][]string{}
		}
		p.whole[words[0]] = append(p.whole[words[0]], words[1:])
	}
}

// said is a text with its words apart.
type said struct {
	words  []string
	spaced string // with a blank before each
	joined string // with none
}

func wordsOf(text string) said {
	words := strings.Fields(spaced(text))
	return said{words, " " + strings.Join(words, " "), strings.Join(words, "")}
}

// in reports whether one of the phrases is in a text.
func (p *phrases) in(s said) bool {
	for i, word := range s.words {
		for _, rest := range p.whole[word] {
			if after := s.words[i+1:]; len(after) >= len(rest) && slices.Equal(after[:len(rest)], rest) {
				return true
			}
		}
	}
	return slices.ContainsFunc(p.begins, func(b string) bool { return strings.Contains(s.spaced, b) }) ||
		slices.ContainsFunc(p.within, func(w string) bool { return strings.Contains(s.joined, w) })
}

// spaced returns a text in lower case with a blank in place of whatever is neither letter nor digit.
func spaced(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, text)
}

// unspaced reports whether a phrase is in a script that puts no blanks between words, or puts endings to
// them that are no words.
func unspaced(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	})
}
