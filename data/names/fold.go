package names

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the normal form of s, by which names are searched and compared. It consists of letters,
// digits and the marks that letters need, in words parted by one blank each.
//
//   - Compatibility forms are resolved (NFKC): ﬁ is fi, Ａ is A, ㈱ is 株.
//   - Case is folded, and letters that Unicode does not take apart are: ß ss, æ ae, œ oe, ø o, ł l, đ d,
//     þ th, ı i, ə e.
//   - Marks are dropped after Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac letters, where names
//     are written with and without them. Elsewhere they are letters in all but name (Devanagari vowel
//     signs, Thai tones, Japanese voicing) and stay, at most eight to a letter.
//   - Arabic tatweel is dropped; the forms of alef, yeh, kaf and heh are each one letter.
//   - Apostrophes are dropped, so that O’Neill, O'Neill and ONeill are equal and L'Or is Lor; so is
//     the quotation mark inside a Hebrew abbreviation. Any other punctuation is a blank, except & and
//     +, which are the words "and" and "plus".
//   - Control, format and bidirectional characters, joiners and variation selectors are dropped; white
//     space, emoji and other symbols are blanks, as is anything that is not valid UTF-8.
//
// The result is "" when s has neither letter nor digit. Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var room [96]byte
	f := folder{out: room[:0], bare: true}
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			f.ascii(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		f.wide(r, s[i:i+size])
		i += size
	}
	if f.compose && !norm.NFC.IsNormal(f.out) {
		return norm.NFC.String(string(f.out))
	}
	return string(f.out)
}

// SortKey returns a key whose byte order is an order of names: that of the folded letters, script by
// script (Latin, Greek, Cyrillic, Hebrew, Arabic, the scripts of India, Japanese, Chinese, Korean).
// Names without a letter come last.
func SortKey(s string) string {
	if key := Fold(s); key != "" {
		return key
	}
	return "\uffff"
}

// What an ASCII character is to Fold. Any other value is the letter or digit it becomes.
const (
	isBlank  = 0
	isNone   = 1
	isAnd    = 2
	isPlus   = 3
	isDouble = 4
)

var asciiFold = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		case c < ' ' && !unicode.IsSpace(rune(c)), c == 0x7f, c == '\'', c == '`':
			t[c] = isNone
		}
	}
	t['&'], t['+'], t['"'] = isAnd, isPlus, isDouble
	return t
}()

// folded reports whether s is its own normal form and all ASCII, so that it can be returned as it is.
func folded(s string) bool {
	gap := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ' && !gap:
			gap = true
		case ' ' < c && c < utf8.RuneSelf && asciiFold[c] == c:
			gap = false
		default:
			return false
		}
	}
	return !gap || s == ""
}

// maxMarks is how many marks a letter keeps. No orthography uses more than five; a stack of hundreds is
// somebody's joke.
const maxMarks = 8

// folder builds a normal form.
type folder struct {
	out     []byte
	gap     bool // a blank is due before the next letter
	bare    bool // marks are dropped: the last letter's script allows it, or there is no letter
	hebrew  bool // the last letter is Hebrew
	marks   int  // marks kept since the last letter
	compose bool // something was written that NFC may change
}

func (f *folder) blank() {
	f.gap = len(f.out) > 0
	f.bare, f.hebrew = true, false
}

func (f *folder) part() {
	if f.gap {
		f.out = append(f.out, ' ')
		f.gap = false
	}
}

func (f *folder) word(w string) {
	f.blank()
	f.part()
	f.out = append(f.out, w...)
	f.blank()
}

func (f *folder) ascii(c byte) {
	switch t := asciiFold[c]; t {
	case isNone:
	case isBlank:
		f.blank()
	case isAnd:
		f.word("and")
	case isPlus:
		f.word("plus")
	case isDouble:
		if !f.hebrew {
			f.blank()
		}
	default:
		f.part()
		f.out = append(f.out, t)
		f.bare, f.hebrew = true, false
	}
}

// wide folds one character outside ASCII; s is its encoding.
func (f *folder) wide(r rune, s string) {
	switch {
	case r == utf8.RuneError, isSign(r):
		f.blank()
	case isApostrophe(r):
	default:
		d := norm.NFKD.PropertiesString(s).Decomposition()
		if d == nil {
			f.rune(r)
			return
		}
		for len(d) > 0 {
			r, size := utf8.DecodeRune(d)
			if r < utf8.RuneSelf {
				f.ascii(byte(r))
			} else {
				f.rune(r)
			}
			d = d[size:]
		}
	}
}

// rune folds one character outside ASCII that is fully decomposed.
func (f *folder) rune(r rune) {
	switch {
	case isApostrophe(r), isVariation(r), r == 'ـ', unicode.Is(unicode.Cf, r):
	case isFiller(r):
		f.blank()
	case unicode.IsLetter(r):
		f.letter(r)
	case unicode.IsMark(r):
		f.mark(r)
	case unicode.IsNumber(r):
		f.part()
		f.out = utf8.AppendRune(f.out, digit(r))
		f.bare, f.hebrew = true, false
	case unicode.Is(unicode.Cc, r) && !unicode.IsSpace(r):
	default:
		f.blank()
	}
}

func (f *folder) letter(r rune) {
	f.part()
	r = unicode.ToLower(unicode.ToUpper(r))
	if plain, ok := plainLetters[r]; ok {
		f.out = append(f.out, plain...)
	} else {
		f.out = utf8.AppendRune(f.out, r)
	}
	f.bare, f.hebrew, f.marks = dropsMarks(r), 0x0590 <= r && r < 0x0600, 0
	f.compose = f.compose || 0x1100 <= r && r < 0x1200
}

func (f *folder) mark(r rune) {
	if f.bare || f.gap || f.marks == maxMarks {
		return
	}
	f.out = utf8.AppendRune(f.out, r)
	f.marks++
	f.compose = true
}
