package ladder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data/names"
)

// The longest title that is read to its end. What follows is left out: nobody's job stands there.
const (
	maxOctets = 2000
	maxTokens = 160
)

// mark says what stands between words.
type mark uint8

const (
	word   mark = iota
	bar         // parts two statements: | ( ) – • or an emoji
	colon       // parts two statements, unless the first is about the second (Hiring: …)
	comma       // parts what belongs together or not
	ampers      // & / + between two jobs, or between two things
	atSign      // @ before an employer
)

// token is a word or a mark of a title. A character of a script without blanks is a word by itself.
type token struct {
	mark       mark
	start, end int // octets in the title
	text       string
	possessive bool  // the word is a possessor: Director's
	known      int32 // its number in the dictionary
	shorter    int8  // how many more words a short form has than what it stands for, of which this is the first
}

// figures reports whether the token is a number in figures.
func (t *token) figures() bool {
	return t.text != "" && '0' <= t.text[0] && t.text[0] <= '9' && strings.Trim(t.text, "0123456789") == ""
}

// glued reports whether the token is a sign of a script without blanks.
func (t *token) glued() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.mark == word && isGlued(r)
}

// tokens takes a title apart. neutral holds the endings that make a word neutral (Leiter*in).
func tokens(title string, neutral map[string]bool, room []token) []token {
	if len(title) > maxOctets {
		title = title[:maxOctets]
	}
	t := tokeniser{title: title, neutral: neutral, out: room[:0]}
	for t.at < len(title) && len(t.out) < maxTokens {
		t.next()
	}
	return t.out
}

type tokeniser struct {
	title   string
	neutral map[string]bool
	at      int
	out     []token
}

func (t *tokeniser) rune(at int) (rune, int) {
	if at >= len(t.title) {
		return ' ', 0
	}
	if c := t.title[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(t.title[at:])
}

func (t *tokeniser) put(m mark, end int, text string) {
	t.out = append(t.out, token{mark: m, start: t.at, end: end, text: text})
	t.at = end
}

func (t *tokeniser) next() {
	r, size := t.rune(t.at)
	switch {
	case isGlued(r):
		t.put(word, t.at+size, t.title[t.at:t.at+size])
	case isWordRune(r):
		t.word()
	case r == '(' && t.sexes():
	case r == escape:
		t.control()
	default:
		t.sign(r, size)
	}
}

// sign reads a character that belongs to no word.
func (t *tokeniser) sign(r rune, size int) {
	end := t.at + size
	before, _ := utf8.DecodeLastRuneInString(t.title[:t.at])
	after, _ := t.rune(end)
	spaced := t.at == 0 || isSpace(before) || size == 0 || isSpace(after)
	switch r {
	case '+':
		if isSpace(before) || !isSpace(after) && size > 0 {
			t.put(ampers, end, "")
		}
		t.at = end // Staff+ is Staff and above
	case '&', '/', '＆', '／':
		t.put(ampers, end, "")
	case '@', '＠':
		t.put(atSign, end, "")
	case ',', '、', '，', '،':
		t.put(comma, end, "")
	case ':', '：':
		t.put(colon, end, "")
	case '|', ';', '(', ')', '[', ']', '{', '}', '<', '>', '!', '?', '•', '◦', '▪', '\n', '·', '—', '―', '–', '→', '»', '«',
		'（', '）', '【', '】', '「', '」', '；', '｜', '！', '？', '؛', '؟', '~', '=', '\\', '*', '^':
		t.put(bar, end, "")
	case '-', '‑', '‐', '−':
		if spaced {
			t.put(bar, end, "")
		}
		t.at = end
	default:
		if r > 0x2000 && !unicode.IsSpace(r) && unicode.In(r, unicode.So, unicode.Sk) {
			t.put(bar, end, "")
		}
		t.at = end
	}
}

// escape begins a sequence that tells a terminal what to do: ESC [31m makes it write in red.
const escape = 0x1b

// control skips such a sequence, up to the letter that ends it.
func (t *tokeniser) control() {
	t.at++
	if t.at == len(t.title) || t.title[t.at] != '[' {
		return
	}
	for t.at++; t.at < len(t.title) && ' ' <= t.title[t.at] && t.title[t.at] <= '?'; t.at++ {
	}
	if t.at < len(t.title) && '@' <= t.title[t.at] && t.title[t.at] <= '~' {
		t.at++
	}
}

// sexes skips what says that every sex may apply: (m/w/d), (H/F).
func (t *tokeniser) sexes() bool {
	end := strings.IndexByte(t.title[t.at:], ')')
	if end < 2 || end > 10 {
		return false
	}
	inside, slash := t.title[t.at+1:t.at+end], false
	for i := range len(inside) {
		switch c := inside[i]; {
		case strings.IndexByte("mwdfxhkgivMWDFXHKGIV ", c) >= 0:
		case strings.IndexByte("/|,*", c) >= 0:
			slash = true
		default:
			return false
		}
	}
	if slash {
		t.at += end + 1
	}
	return slash
}

// word reads a word of a script with blanks. Dots inside an abbreviation (C.E.O.) do not part it, nor
// does the & of R&D; an elided article (l’équipe) is a word of its own.
func (t *tokeniser) word() {
	start, end, letters, plain := t.at, t.at, 0, true
	for end < len(t.title) {
		r, size := t.rune(end)
		if isWordRune(r) && !isGlued(r) {
			end, letters = end+size, letters+1
			plain = plain && 'a' <= r && r <= 'z'
			continue
		}
		after, _ := t.rune(end + size)
		switch {
		case r == '.' && letters == 1 && isWordRune(after) && t.dotted(end):
			end, letters, plain = end+size, 0, false
			continue
		case r == '&' && letters <= 2 && isWordRune(after) && t.short(end+size):
			end, plain = end+size, false
			continue
		case isApostrophe(r) && isWordRune(after):
			if letters <= 4 && !t.single(end+size) && t.title[start]|0x20 != 'o' {
				t.put(word, end, names.Fold(t.title[start:end]))
				t.at = end + size
				return
			}
			if t.single(end + size) {
				t.put(word, end, names.Fold(t.title[start:end]))
				t.out[len(t.out)-1].possessive = true
				t.at = end + size + 1
				return
			}
			end, plain = end+size, false
			continue
		}
		break
	}
	text := t.title[start:end]
	if !plain {
		text = fold(text)
	}
	t.put(word, end, text)
	t.ending()
}

// dotted reports whether the dot at the place follows a single letter of an abbreviation: another single
// letter comes next.
func (t *tokeniser) dotted(dot int) bool {
	_, size := t.rune(dot + 1)
	r, _ := t.rune(dot + 1 + size)
	return !isWordRune(r)
}

// single reports whether one letter s, and no other, stands at the place: the possessive.
func (t *tokeniser) single(at int) bool {
	r, size := t.rune(at)
	after, _ := t.rune(at + size)
	return (r == 's' || r == 'S') && !isWordRune(after)
}

// short reports whether a word of at most two letters stands at the place.
func (t *tokeniser) short(at int) bool {
	for range 2 {
		_, size := t.rune(at)
		at += size
		if r, _ := t.rune(at); !isWordRune(r) {
			return true
		}
	}
	return false
}

// ending skips the ending that makes the word just read neutral: Leiter*in, Leiter/-in, chef·fe,
// Directeur(trice).
func (t *tokeniser) ending() {
	r, size := t.rune(t.at)
	switch r {
	case '*', ':', '_', '·', '•', '‧', '/', '(', '.', '∙', '-':
	default:
		return
	}
	at := t.at + size
	if next, n := t.rune(at); next == '-' && r == '/' {
		at += n
	}
	end := at
	for end < len(t.title) && end-at < 9 {
		next, n := t.rune(end)
		if !unicode.IsLetter(next) {
			break
		}
		end += n
	}
	if end == at || !t.neutral[fold(t.title[at:end])] {
		return
	}
	if next, n := t.rune(end); r == '(' && next == ')' {
		end += n
	} else if r == '(' || isWordRune(next) {
		return
	} else if after, _ := t.rune(end + n); r == '-' && next == '-' && isWordRune(after) {
		return // Supervisor-in-training
	}
	t.at = end
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == 0x3000 || r == 0x200b }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' || r == '´' || r == 'ʼ' }

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || r == 0x200c || r == 0x200d)
}

// isNoLetter reports whether r is no letter of which a word consists that a title cannot part.
func isNoLetter(r rune) bool { return !isWordRune(r) || isGlued(r) }

// isGlued reports whether r belongs to a script that puts no blanks between words.
func isGlued(r rune) bool {
	return r >= 0x1100 && (0x4e00 <= r && r <= 0x9fff || 0x3040 <= r && r <= 0x30ff && r != '・' || 0xac00 <= r && r <= 0xd7af ||
		0x3400 <= r && r <= 0x4dbf || r == '々')
}
