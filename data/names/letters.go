package names

import "unicode"

// plainLetters are the letters that Unicode does not decompose but that people replace when they write
// a name on another keyboard, and the Arabic letters that are written for one another.
var plainLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ɖ': "d", 'þ': "th",
	'ı': "i", 'ħ': "h", 'ŧ': "t", 'ŋ': "n", 'ĸ': "k", 'ə': "e", 'ǝ': "e", 'ɛ': "e", 'ɔ': "o",
	'ɓ': "b", 'ƀ': "b", 'ɗ': "d", 'ƙ': "k", 'ƴ': "y", 'ƶ': "z", 'ɨ': "i", 'ʉ': "u", 'ɵ': "o",
	'ȷ': "j", 'ɉ': "j", 'ɍ': "r", 'ɏ': "y", 'ǥ': "g", 'ƒ': "f", 'ɣ': "g", 'ɲ': "n", 'ⱡ': "l",
	'ɫ': "l", 'ꝑ': "p",

	'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ې': "ي", 'ے': "ي", 'ک': "ك", 'ڪ': "ك", 'ة': "ه", 'ہ': "ه",
	'ھ': "ه", 'ە': "ه", 'ۃ': "ه",
}

// isApostrophe reports whether r is an apostrophe outside ASCII, or one of the letters and marks that
// are used as one: the Hawaiian ʻokina, the Arabic hamza and ayn in Latin script, the Hebrew geresh.
func isApostrophe(r rune) bool {
	switch r {
	case '‘', '’', '‛', '′', '‵', '´', '՚', '׳', '״', 'ꞌ', 'Ꞌ', '＇', '᾿', '᾽', '῾':
		return true
	}
	return 0x02b9 <= r && r <= 0x02cc
}

// isSign reports whether r is a symbol whose compatibility form would put letters into the name: ™ is
// no "tm", and 🈁 is an emoji.
func isSign(r rune) bool {
	return r == '™' || r == '℠' || 0x1f200 <= r && r <= 0x1f2ff
}

// isFiller reports whether r counts as a letter in Unicode but shows nothing.
func isFiller(r rune) bool {
	return r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0
}

// isVariation reports whether r chooses among the shapes of the character before it.
func isVariation(r rune) bool {
	return 0xfe00 <= r && r <= 0xfe0f || 0xe0100 <= r && r <= 0xe01ef || 0x180b <= r && r <= 0x180f || r == 0x034f
}

// dropsMarks reports whether names in the script of the letter r are written with and without marks.
func dropsMarks(r rune) bool {
	switch {
	case r < 0x0530: // Latin, Greek, Cyrillic
		return true
	case 0x0590 <= r && r < 0x0780: // Hebrew, Arabic, Syriac
		return true
	case 0x0860 <= r && r < 0x0900: // Syriac and Arabic, extended
		return true
	case 0x1c80 <= r && r < 0x1c90, 0x1d00 <= r && r < 0x2000: // Cyrillic, phonetic, Latin, Greek
		return true
	case 0x2c60 <= r && r < 0x2c80, 0xa640 <= r && r < 0xa6a0, 0xa720 <= r && r < 0xa800, 0xab30 <= r && r < 0xab70:
		return true
	}
	return false
}

// digit returns the European digit for the Arabic, Persian and Devanagari ones, and r otherwise.
func digit(r rune) rune {
	for _, zero := range [...]rune{'٠', '۰', '०'} {
		if zero <= r && r <= zero+9 {
			return '0' + r - zero
		}
	}
	return r
}

// isCJK reports whether r belongs to a script in which names are written without blanks and a single
// character is a word: Chinese, Japanese, Korean.
func isCJK(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

// isGlued reports whether r belongs to a script that puts no blank between a name and its legal form.
func isGlued(r rune) bool {
	return isCJK(r) || 0x0e00 <= r && r < 0x0f00 || 0x1000 <= r && r < 0x10a0 || 0x1780 <= r && r < 0x1800
}
