package remind

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The longest title and body, in characters. Systems cut at about these lengths themselves.
const (
	maxTitle = 100
	maxBody  = 400
)

// Safe returns n as the notification service of a system may be given it. goos is a value of
// runtime.GOOS. Everywhere, title and body become one line of valid UTF-8 of bounded length, without
// control characters and without marks that turn the direction of the text around them. Besides:
//
//   - On macOS the text passes through an AppleScript string in Go's quoting, of which AppleScript
//     knows only \" and \\: whatever Go would write as another escape is left out.
//   - On Windows it may pass through a PowerShell here-string and an XML CDATA section: what could
//     end or expand these is left out or replaced.
//   - Elsewhere the body is markup (freedesktop.org's Desktop Notifications, "Markup") and is
//     escaped; the title is plain.
func Safe(goos string, n Note) Note {
	title, body := cut(oneLine(goos, n.Title), maxTitle), cut(oneLine(goos, n.Body), maxBody)
	switch goos {
	case "darwin", "windows":
	default:
		body = html.EscapeString(body)
	}
	return Note{Title: title, Body: body}
}

// oneLine returns s without anything that the system's notification service takes for more than a
// character.
func oneLine(goos, s string) string {
	s = strings.Map(visible, strings.ToValidUTF8(s, "\uFFFD"))
	switch goos {
	case "darwin":
		s = strings.Map(appleScript, s)
	case "windows":
		s = strings.ReplaceAll(strings.Map(powerShell, s), "]]>", "]] >")
	}
	s = strings.Join(strings.Fields(s), " ")
	// The programs that stand in where the service is missing (notify-send, kdialog,
	// terminal-notifier) would read a text that starts with a hyphen as an option.
	if rest, found := strings.CutPrefix(s, "-"); found {
		s = "\u2010" + rest
	}
	return s
}

// visible drops what has no place in one line of text: control characters, the embeddings, overrides
// and isolates of UAX #9, and code points that are no characters.
func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069',
		r == '\uFEFF', r >= '\uFDD0' && r <= '\uFDEF', r&0xFFFE == 0xFFFE && r <= utf8.MaxRune:
		return -1
	}
	return r
}

// appleScript drops what strconv.Quote would escape otherwise than AppleScript does: zero-width
// joiners, direction marks, characters newer than Go's tables.
func appleScript(r rune) rune {
	if !strconv.IsPrint(r) {
		return -1
	}
	return r
}

// powerShell drops what expands or ends a PowerShell string: the dollar, the backtick and all that
// PowerShell takes for a quotation mark. An apostrophe becomes the letter that looks like one, since
// names have it.
func powerShell(r rune) rune {
	switch r {
	case '\'', '\u2019':
		return '\u02BC'
	case '$', '`', '"', '\u2018', '\u201A', '\u201B', '\u201C', '\u201D', '\u201E', '\u201F':
		return -1
	}
	return r
}
