package remind

import (
	"bytes"
	"encoding/xml"
	"html"
	"strings"

	"peerage/app/words"
)

// The longest title and body, in characters. Systems cut at about these lengths themselves.
const (
	maxTitle = 100
	maxBody  = 400
)

// Clean returns a note as every system may be given it: title and body become one line of valid UTF-8 of bounded
// length, without control characters and without marks that turn the direction of the text around them. What a
// system takes for more than a character, such as markup, is still in there.
func Clean(n Note) Note {
	n.Title, n.Body = words.Line(n.Title, maxTitle), words.Line(n.Body, maxBody)
	return n
}

// markup returns a clean body for freedesktop.org's Desktop Notifications, where bodies are markup and titles are
// plain. Services without markup show the escaped characters as they were, too.
func markup(body string) string { return html.EscapeString(body) }

// notifySend returns the arguments of notify-send (libnotify) for a clean note. Behind the two hyphens it takes
// nothing for an option.
func notifySend(n Note) []string {
	return []string{"--app-name=" + appName, "--", n.Title, markup(n.Body)}
}

// inert returns a clean note without what PowerShell reads in a text of its own, also between double quotes: what
// it would expand, its quotes and those it takes for quotes, and the ends of a CDATA section around it.
func inert(n Note) Note {
	n.Title, n.Body = withoutScript.Replace(n.Title), withoutScript.Replace(n.Body)
	return n
}

var withoutScript = strings.NewReplacer("$", "", "`", "", `"`, "", "'", "", "\u2018", "", "\u2019", "", "\u201A", "", "\u201B", "",
	"\u201C", "", "\u201D", "", "\u201E", "", "\u201F", "", "<", "", ">", "", "&", "+", "[", "(", "]", ")")

// osascript returns the arguments of osascript for a clean note. The texts are arguments of the script and no part
// of it, so that AppleScript reads nothing in them; they stand behind an argument that is no option, and where
// one does, osascript looks for no more options.
func osascript(n Note) []string {
	return []string{
		"-e", "on run texts",
		"-e", "display notification (item 3 of texts) with title (item 2 of texts)",
		"-e", "end run",
		appName, n.Title, n.Body,
	}
}

// toast returns a clean note as the XML of a toast of Windows (ToastGeneric). link comes back when it is clicked.
func toast(n Note) string {
	var b bytes.Buffer
	text := func(s string) {
		// Writing to a buffer cannot fail. What XML has no place for becomes U+FFFD.
		_ = xml.EscapeText(&b, []byte(s))
	}
	b.WriteString(`<toast activationType="foreground" launch="`)
	text(n.Link)
	b.WriteString(`"><visual><binding template="ToastGeneric"><text>`)
	text(n.Title)
	b.WriteString(`</text><text>`)
	text(n.Body)
	b.WriteString(`</text></binding></visual><audio silent="true"/></toast>`)
	return b.String()
}
