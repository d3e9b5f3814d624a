package tabular

import (
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// Encoding is how a table's characters are written as bytes.
type Encoding string

// The encodings that are read.
const (
	UTF8        Encoding = "UTF-8"
	UTF16LE     Encoding = "UTF-16LE"
	UTF16BE     Encoding = "UTF-16BE"
	Windows1252 Encoding = "Windows-1252"
)

// detect tells UTF-16 from encodings in which ASCII is one byte, and how many bytes a byte order mark
// takes. Without a mark UTF-16 shows in its NUL bytes: a header row is mostly ASCII in any language,
// and half of its bytes are then NUL, all on the same side.
func detect(head []byte) (enc Encoding, mark int) {
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return UTF8, 3
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return UTF16LE, 2
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return UTF16BE, 2
	}
	sample := head[:min(len(head), 512)&^1]
	var nul [2]int
	for i, c := range sample {
		if c == 0 {
			nul[i&1]++
		}
	}
	// Three quarters of one side and next to nothing of the other.
	pairs := len(sample) / 2
	switch {
	case pairs < 4:
	case nul[1]*4 >= pairs*3 && nul[0]*20 <= pairs:
		return UTF16LE, 0
	case nul[0]*4 >= pairs*3 && nul[1]*20 <= pairs:
		return UTF16BE, 0
	}
	return UTF8, 0
}

// isBinary reports whether decoded text is none: pictures and programs are full of control characters
// that no table holds, about one byte in nine.
func isBinary(text []byte) bool {
	odd := 0
	for _, c := range text {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			odd++
		}
	}
	return odd*16 > len(text)
}

// script is what is known so far of a text in which ASCII is one byte. A text that began as ASCII is
// the same in both encodings, so the question may stay open until the first other byte, however far
// into the file that is.
type script int

const (
	onlyASCII script = iota
	isUTF8
	isWindows1252
	isMangled // twice UTF-8, see isMangledText
)

// judge settles the script of a piece of text that is known to follow only ASCII. One damaged byte
// among many good sequences is damage, not another encoding.
func judge(text []byte) script {
	good, bad := 0, 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	switch {
	case good == 0 && bad == 0:
		return onlyASCII
	case bad == 0 && isMangledText(text):
		return isMangled
	case good >= bad:
		return isUTF8
	}
	return isWindows1252
}

// decode appends src as UTF-8. In a text of Windows-1252 each byte is a character; in UTF-8 a byte
// that fits nowhere is taken for one of Windows-1252, which is where such bytes come from, and counted, as is
// a text that was mangled.
func (s script) decode(dst, src []byte) (out []byte, mended int) {
	if s == isMangled && !isASCII(src) {
		if sound, ok := unmangle(src); ok {
			return append(dst, sound...), 1
		}
	}
	for len(src) > 0 {
		if src[0] < utf8.RuneSelf {
			dst, src = append(dst, src[0]), src[1:]
			continue
		}
		if s != isWindows1252 {
			if r, n := utf8.DecodeRune(src); r != utf8.RuneError || n > 1 {
				dst, src = append(dst, src[:n]...), src[n:]
				continue
			}
			mended++
		}
		dst, src = utf8.AppendRune(dst, windows1252(src[0])), src[1:]
	}
	return dst, mended
}

// windows1252 returns the character of one byte from 0x80 on.
func windows1252(c byte) rune {
	if c < 0xA0 {
		return upperControls[c-0x80]
	}
	return rune(c)
}

// upperControls are the characters that Windows-1252 has in place of the control characters 0x80 to
// 0x9F of Latin-1; five are unassigned. Source: the WHATWG Encoding Standard, index windows-1252.
var upperControls = [32]rune{
	'€', utf8.RuneError, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', utf8.RuneError, 'Ž', utf8.RuneError,
	utf8.RuneError, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', utf8.RuneError, 'ž', 'Ÿ',
}

// dropPartial takes off the last character when its bytes are not all there.
func dropPartial(text []byte) []byte {
	for i := len(text) - 1; i >= 0 && i >= len(text)-utf8.UTFMax; i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				return text[:i]
			}
			break
		}
	}
	return text
}

func isASCII(text []byte) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// utf16Reader turns UTF-16 into UTF-8 as it is read. Halves of pairs become U+FFFD; an odd byte at the
// end is dropped.
type utf16Reader struct {
	src   io.Reader
	order binary.ByteOrder
	raw   []byte // read and not yet decoded
	text  []byte // decoded and not yet given out
	store []byte // what text lies in
	err   error
}

func newUTF16Reader(src io.Reader, enc Encoding) *utf16Reader {
	r := &utf16Reader{src: src, order: binary.LittleEndian, raw: make([]byte, 0, 16<<10)}
	if enc == UTF16BE {
		r.order = binary.BigEndian
	}
	return r
}

// Read implements io.Reader.
func (r *utf16Reader) Read(p []byte) (int, error) {
	for len(r.text) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		n, err := r.src.Read(r.raw[len(r.raw):cap(r.raw)])
		r.raw, r.err = r.raw[:len(r.raw)+n], err
		r.decode()
	}
	n := copy(p, r.text)
	r.text = r.text[n:]
	return n, nil
}

// decode moves whole characters from raw to text. The first half of a pair waits for the other until
// there is nothing more to come.
func (r *utf16Reader) decode() {
	b, out := r.raw, r.store[:0]
	for len(b) >= 2 {
		c, n := rune(r.order.Uint16(b)), 2
		if utf16.IsSurrogate(c) {
			if len(b) < 4 && r.err == nil {
				break
			}
			low := rune(0)
			if len(b) >= 4 {
				low = rune(r.order.Uint16(b[2:]))
			}
			if c = utf16.DecodeRune(c, low); c != utf8.RuneError {
				n = 4
			}
		}
		out, b = utf8.AppendRune(out, c), b[n:]
	}
	r.raw = r.raw[:copy(r.raw[:cap(r.raw)], b)]
	r.text, r.store = out, out
}
