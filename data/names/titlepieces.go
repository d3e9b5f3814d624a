package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is what stands between two marks of a title, folded.
type piece struct {
	folded string
	joined bool   // a comma or a hyphen parts it from the one before, not a bar
	at     string // what followed an @ behind it, folded
}

// piecesOf takes a title apart at bars, brackets, commas, colons and hyphens between blanks, and sets what
// follows an @ in each aside. Pieces without a word are left out.
func piecesOf(title string) []piece {
	var room [6]piece
	list := room[:0]
	from, joined := 0, false
	for at := 0; at <= len(title); {
		end, size, soft := nextMark(title, at)
		text, employer := title[from:end], ""
		if i := strings.IndexAny(text, "@＠"); i >= 0 && (len(list) > 0 || strings.ContainsFunc(text[:i], isWord)) {
			text, employer = text[:i], Fold(text[i:])
		}
		if folded := Fold(text); folded != "" {
			list = append(list, piece{folded, joined && len(list) > 0, employer})
			joined = soft
		} else {
			joined = joined && soft
			if n := len(list); n > 0 && list[n-1].at == "" {
				list[n-1].at = employer
			}
		}
		at = end + size
		from = at
		if size == 0 {
			break
		}
	}
	return list
}

// nextMark finds the next mark from a place on, its length in octets and whether it only joins; its
// length is 0 at the end of the title.
func nextMark(title string, from int) (at, size int, soft bool) {
	for i := from; i < len(title); {
		r, n := utf8.DecodeRuneInString(title[i:])
		switch r {
		case '|', ';', '(', ')', '[', ']', '{', '}', '<', '>', '\n', '•', '·', '▪', '◦', '～', '~', '（', '）', '【', '】',
			'「', '」', '；', '｜', '→', '»', '«', '!', '?', '！', '？', '؛', '؟', '*', '^', '=', '\\':
			return i, n, false
		case ',', '、', '，', '،', ':', '：', '—', '―', '–':
			return i, n, true
		case '-', '‑', '‐', '−':
			before, _ := utf8.DecodeLastRuneInString(title[:i])
			after, _ := utf8.DecodeRuneInString(title[i+n:])
			if i > 0 && unicode.IsSpace(before) && unicode.IsSpace(after) {
				return i, n, true
			}
		default:
			if r > 0x2190 && unicode.Is(unicode.So, r) {
				return i, n, false
			}
		}
		i += n
	}
	return len(title), 0, false
}

// neutral takes out of a title what only says that every gender is meant: (m/w/d), Leiter*in,
// Leiter/-in, Directeur(trice).
func (t *titleRules) neutral(title string) string {
	if !strings.ContainsAny(title, "/*:_([|.\u00b7\u2022\u2027") {
		return title
	}
	var out []byte
	done, letters := 0, 0 // title[:done] is in out, less what was taken out
	for i := 0; i < len(title); {
		r, size := utf8.DecodeRuneInString(title[i:])
		if isWord(r) {
			letters++
		}
		skip := 0
		if !isWord(r) || letters == 1 {
			skip = t.genderNote(title, i)
		}
		if !isWord(r) {
			if skip == 0 && letters >= minGendered {
				skip = t.genderEnding(title[i:])
			}
			letters = 0
		}
		if skip > 0 {
			out = append(out, title[done:i]...)
			i += skip
			done, letters = i, 0
			continue
		}
		i += size
	}
	if out == nil {
		return title
	}
	return string(append(out, title[done:]...))
}

// minGendered is how many letters a word has at least that takes an ending for every gender.
const minGendered = 3

// maxEnding is the longest ending, and maxNote the longest note in brackets, in octets.
const (
	maxEnding = 16
	maxNote   = 40
)

// genderEnding returns the length of an ending that stands at the start of rest with the mark before it,
// 0 when there is none.
func (t *titleRules) genderEnding(rest string) int {
	sign, at := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("/*:_(.\u00b7\u2022\u2027", sign) {
		return 0
	}
	if (sign == '/' || sign == '(') && strings.HasPrefix(rest[at:], "-") {
		at++
	}
	end := at
	for end < len(rest) && end-at < maxEnding {
		r, size := utf8.DecodeRuneInString(rest[end:])
		if !isWord(r) {
			break
		}
		end += size
	}
	ending := rest[at:end]
	if ending == "" || sign == '.' && !strings.HasSuffix(ending, "e") || !t.endings[Fold(ending)] {
		return 0
	}
	next, size := utf8.DecodeRuneInString(rest[end:])
	switch {
	case sign == '(' && next == ')':
		return end + size
	case sign == '(', size > 0 && (isWord(next) || next == '-'):
		return 0
	}
	return end
}

// genderNote returns the length of a note that stands at a place in a title: (m/w/d), H/F, [all genders].
func (t *titleRules) genderNote(title string, at int) int {
	before, _ := utf8.DecodeLastRuneInString(title[:at])
	rest := title[at:]
	if rest[0] == '(' || rest[0] == '[' {
		end := strings.IndexAny(rest, ")]")
		if end < 2 || end > maxNote {
			return 0
		}
		inside := rest[1:end]
		if t.notes[Fold(inside)] || isGenderLetters(inside) {
			return end + 1
		}
		return 0
	}
	if len(rest) < 3 || strings.IndexByte("/|*", rest[1]) < 0 || at > 0 && !unicode.IsSpace(before) && before != ',' && before != '-' {
		return 0
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	if end < 0 {
		end = len(rest)
	}
	if end < 3 || end > maxNote || !isGenderLetters(rest[:end]) {
		return 0
	}
	return end
}

// isGenderLetters reports whether a text is nothing but two or more initials of genders, one of them that
// of men.
func isGenderLetters(text string) bool {
	count, men := 0, false
	for _, word := range strings.FieldsFunc(text, noWord) {
		letter := strings.ToLower(word)
		if len(letter) != 1 || !strings.Contains("mwdfxhkvigao", letter) {
			return false
		}
		count++
		men = men || letter == "m" || letter == "h"
	}
	return count > 1 && men
}
