package quicklog

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data/names"
)

// class says what a token is.
type class uint8

const (
	word   class = iota
	number       // digits: 12, 9:30, 1,200
	date         // a whole date in digits: 2026-11-12, 12.11.
	tag          // a circle: #design
	comma
	stop // the end of a sentence or the like
)

// token is a word or a mark of a line.
type token struct {
	word     string // folded; of a tag, what stands behind #
	text     string // as written
	from, to int    // where it stands in the line, in octets
	class    class
	capital  bool // begins with a capital, or is of a script without any
	glued    bool // follows the token before without a blank
	single   bool // one letter, a capital or none that is a word
}

// divides reports whether t parts what stands before it from what follows.
func (t *token) divides() bool { return t.class == comma || t.class == stop || t.class == tag }

// asDate is a date in digits: of the year first, or of the day and the month.
var asDate = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(\d{2}|\d{4})?|\d{1,2}[./]\d{1,2}[./](\d{2}|\d{4})|\d{1,2}/\d{1,2})$`)

// scanner takes a line apart.
type scanner struct {
	l      *Lexicon
	line   string
	at     int
	tokens []token
	gap    bool // a blank stands before what comes next
}

// tokens takes a line apart. Of what is no valid text, of symbols and of control characters there is no token.
func (l *Lexicon) tokens(line string) []token {
	s := scanner{l: l, line: line, gap: true}
	for s.at < len(line) {
		r, size := utf8.DecodeRuneInString(line[s.at:])
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			s.take(s.at+size, stop, "\n")
			s.gap = true
		case unicode.IsSpace(r):
			s.at += size
			s.gap = true
		case unicode.IsDigit(r):
			s.number()
		case unicode.IsLetter(r):
			s.word()
		case r == '#' || r == '＃':
			s.tag(size)
		default:
			s.mark(r, size)
		}
	}
	return s.tokens
}

// take makes a token of what stands from the scanner's place to end.
func (s *scanner) take(end int, c class, folded string) *token {
	text := s.line[s.at:end]
	first, _ := utf8.DecodeRuneInString(text)
	s.tokens = append(s.tokens, token{word: folded, text: text, from: s.at, to: end, class: c, glued: !s.gap,
		capital: unicode.IsUpper(first) || unicode.IsLetter(first) && !unicode.IsLower(first)})
	s.at, s.gap = end, false
	return &s.tokens[len(s.tokens)-1]
}

// while returns where the characters that fit end.
func (s *scanner) while(from int, fits func(rune) bool) int {
	for i, r := range s.line[from:] {
		if !fits(r) {
			return from + i
		}
	}
	return len(s.line)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u200c' || r == '\u200d' || r == '\u00ad'
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼ`´ʹ", r) }

// word takes a word; one with an apostrophe may be two.
func (s *scanner) word() {
	end := s.while(s.at, inWord)
	for end < len(s.line) {
		r, size := utf8.DecodeRuneInString(s.line[end:])
		next, _ := utf8.DecodeRuneInString(s.line[end+size:])
		if !isApostrophe(r) || !unicode.IsLetter(next) {
			break
		}
		before := names.Fold(s.line[s.at:end])
		first, _ := utf8.DecodeRuneInString(s.line[s.at:])
		// D'Angelo is a name, d'Angelo is of Angelo.
		if s.l.elisions[before+"'"] && (unicode.IsLower(first) || unicode.IsLower(next)) {
			s.take(end+size, word, before+"'")
			s.word()
			return
		}
		behind := s.while(end+size, inWord)
		if ending := "'" + names.Fold(s.line[end+size:behind]); s.l.endings[ending] {
			s.take(end, word, before)
			s.take(behind, word, ending)
			return
		}
		end = behind
	}
	folded := strings.ReplaceAll(names.Fold(s.line[s.at:end]), " ", "")
	if folded == "w" && strings.HasPrefix(s.line[end:], "/") {
		s.take(end+1, word, folded)
		s.gap = true
		return
	}
	t := s.take(end, word, folded)
	t.single = utf8.RuneCountInString(folded) == 1 && (t.capital || !s.l.isWord(folded))
}

// number takes digits, with the marks and letters inside them.
func (s *scanner) number() {
	end := s.while(s.at, inWord)
	for end+1 < len(s.line) && strings.IndexByte(".,:/-", s.line[end]) >= 0 && s.line[end+1] >= '0' && s.line[end+1] <= '9' {
		end = s.while(end+1, inWord)
	}
	// 12.11. ends with a full stop that belongs to it.
	if end < len(s.line) && s.line[end] == '.' && asDate.MatchString(s.line[s.at:end+1]) {
		end++
	}
	text := s.line[s.at:end]
	c := number
	if asDate.MatchString(text) {
		c = date
	} else if strings.ContainsFunc(text, unicode.IsLetter) {
		c = word
	}
	s.take(end, c, strings.ToLower(text))
}

// tag takes #design; without a letter behind it, # says nothing.
func (s *scanner) tag(size int) {
	end := s.while(s.at+size, func(r rune) bool { return inWord(r) || r == '-' || r == '_' })
	text := strings.TrimRight(s.line[s.at+size:end], "-_")
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		s.at, s.gap = s.at+size, true
		return
	}
	s.take(s.at+size+len(text), tag, text)
}

// mark takes a punctuation mark.
func (s *scanner) mark(r rune, size int) {
	next, _ := utf8.DecodeRuneInString(s.line[s.at+size:])
	after := s.at + size
	last := len(s.tokens) - 1
	switch {
	case strings.ContainsRune(",،、，", r):
		s.take(after, comma, ",")
	case r == '&' || r == '+' || r == '@' || r == '/':
		s.take(after, word, string(r))
	case r == '.' && last >= 0 && s.tokens[last].to == s.at && s.shortens(&s.tokens[last], after):
		s.tokens[last].to = after
		s.tokens[last].text = s.line[s.tokens[last].from:after]
		s.at = after
	case r == '.' && (unicode.IsLetter(next) || unicode.IsDigit(next)), r == '-' && !s.gap && unicode.IsLetter(next):
		s.at = after
	case strings.ContainsRune(".;:!?()[]{}–—-|\"“”„«»…•→>。！？；：", r):
		s.take(after, stop, string(r))
		s.gap = true
	case s.l.phrases[string(r)] != nil:
		s.take(after, word, string(r)) // a picture of what was done: ☕
		s.gap = true
	default:
		s.at, s.gap = after, true
	}
}

// shortens reports whether a full stop behind a token ends no sentence: Dr. Abara, Ana s., Dec. 4.
func (s *scanner) shortens(t *token, after int) bool {
	if s.l.abbreviated[t.word] || t.class == word && utf8.RuneCountInString(t.word) == 1 && (t.capital || !s.l.isWord(t.word)) {
		return true
	}
	rest := strings.TrimLeft(s.line[after:], " ")
	return s.l.months[t.word] && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// isWord reports whether a word says something alone.
func (l *Lexicon) isWord(w string) bool {
	return slices.ContainsFunc(l.phrases[w], func(p *phrase) bool { return len(p.words) == 1 })
}

// initial reports whether the token is a single letter that may stand for a name: a capital, or one that is
// no word.
func (t *token) initial() bool {
	return t.class == word && t.single
}
