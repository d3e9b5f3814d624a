package tabular

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// enoughMangled is how many characters show that a text is mangled, where none shows the contrary.
const enoughMangled = 3

// isMangledText reports whether a text of UTF-8 was taken for Windows-1252 or Latin-1 and then written as UTF-8 again, as
// spreadsheets do with a file without a byte order mark: MÃ¼ller for Müller. The few characters that happen
// to stand so in a text that is sound do not stand there without others.
func isMangledText(text []byte) bool {
	found := 0
	for len(text) > 0 {
		if text[0] < utf8.RuneSelf {
			text = text[1:]
			continue
		}
		end := bytes.IndexFunc(text, func(r rune) bool { return r < utf8.RuneSelf })
		if end < 0 {
			end = len(text)
		}
		sound, ok := unmangle(text[:end])
		if !ok {
			return false
		}
		found += utf8.RuneCount(sound)
		text = text[end:]
	}
	return found >= enoughMangled
}

// unmangle returns what a text was before it was mangled, and false where it cannot have been.
func unmangle(text []byte) ([]byte, bool) {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		c, ok := byteOf(r)
		if !ok || r == utf8.RuneError {
			return nil, false
		}
		out, text = append(out, c), text[size:]
	}
	return out, utf8.Valid(out)
}

// byteOf returns the byte that Windows-1252, or Latin-1 in its place, has for a character. No text holds the
// control characters of Latin-1 for their own sake.
func byteOf(r rune) (byte, bool) {
	if r <= 0xFF {
		return byte(r), true
	}
	i := slices.Index(upperControls[:], r)
	return byte(0x80 + i), i >= 0
}
