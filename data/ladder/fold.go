package ladder

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"peerage/data/names"
)

// fold is names.Fold for one word, in which dots and & do not count.
func fold(s string) string {
	var room [64]byte
	if folded, ok := foldLetters(s, room[:0]); ok {
		if string(folded) == s {
			return s
		}
		return string(folded)
	}
	return foldAny(s)
}

// foldAny folds whatever it is given.
func foldAny(s string) string {
	if strings.ContainsAny(s, ".&") {
		s = strings.NewReplacer(".", "", "&", "").Replace(s)
	}
	return strings.ReplaceAll(names.Fold(s), " ", "")
}

// foldLetters is fold for words of letters of at most two octets, as nearly all words of the lists are that
// are not written sign by sign. It is false for others.
func foldLetters(s string, room []byte) ([]byte, bool) {
	letters := twoOctets()
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			room = append(room, c)
		case 'A' <= c && c <= 'Z':
			room = append(room, c|0x20)
		case c == '.', c == '&', c == '\'', c == '`':
		case c < utf8.RuneSelf:
			return nil, false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if size != 2 || letters[r] == "" {
				return nil, false
			}
			room = append(room, letters[r]...)
			i++
		}
	}
	return room, true
}

// twoOctets returns what each letter of two octets is folded to, by itself and so in any word; "" where
// nothing is left of it.
var twoOctets = sync.OnceValue(func() *[0x800]string {
	var all [0x800]string
	for r := rune(utf8.RuneSelf); r < 0x800; r++ {
		if unicode.IsLetter(r) {
			all[r] = names.Fold(string(r))
		}
	}
	return &all
})
