package remind

import (
	"encoding/xml"
	"html"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile are names as strangers write them.
var hostile = []string{
	"$(calc)", "`calc`", `"; calc`, "”; calc; “", "‘x’ ‚y‛ „z‟", "\"@\nStart-Process calc\n@\"", "]]>]]]]>><x/>", "]]$>", "<b>Ann</b> & Co", "Ann\r\nEve",
	"A\x00nn\x1b[31m", "\xff\xfe", "\u202Egnp.exe", "\u2066x", "\u200Fمحمد", "👩\u200D💻", "a\u00A0b", "-h", "--action=x", "--", " - -", "\\", `\"`, "=cmd",
	"\uFEFF\uFFFE\uFDD0\U0010FFFF", strings.Repeat("<", 5000), strings.Repeat("é", 5000), "\U000E0067\U0001FFFE", "O'Brien, O’Neill", "&lt;i&gt;", "%s%n%d",
	`" & do shell script "calc`, "&#x0;", "end run", "",
}

// checkClean fails for anything that no system shows as a character, or that is longer than a note.
func checkClean(t *testing.T, in string) Note {
	t.Helper()
	n := Clean(Note{Title: in, Body: in, Link: "peerage:person/42"})
	for _, s := range []string{n.Title, n.Body} {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\x1b\r\n\u2028\u202E\u2066\uFEFF\uFFFE") || s != strings.TrimSpace(s) {
			t.Errorf("%q became %q", in, s)
		}
	}
	if utf8.RuneCountInString(n.Title) > maxTitle || utf8.RuneCountInString(n.Body) > maxBody || n.Link != "peerage:person/42" {
		t.Errorf("%.40q became %d and %d octets", in, len(n.Title), len(n.Body))
	}
	return n
}

// checkMarkup fails where a body would be more than text for a service that reads markup.
func checkMarkup(t *testing.T, n Note) {
	t.Helper()
	body := markup(n.Body)
	if strings.ContainsAny(body, `<>"'`) || html.UnescapeString(body) != n.Body {
		t.Errorf("the body %q became %q", n.Body, body)
	}
}

// checkInert fails where PowerShell would find more in a text than a text, within a CDATA section of a here-string.
func checkInert(t *testing.T, n Note) {
	t.Helper()
	for _, text := range []string{inert(n).Title, inert(n).Body} {
		if strings.ContainsAny(text, "$`\"'‘’‚‛“”„‟<>&\n") || strings.Contains(text, "]]") {
			t.Errorf("PowerShell is given %q", text)
		}
	}
}

// checkArguments fails where a program may take a text for an option, or for a part of its script.
func checkArguments(t *testing.T, n Note) {
	t.Helper()
	send := notifySend(n)
	if at := slices.Index(send, "--"); at != len(send)-3 || send[at+1] != n.Title || send[at+2] != markup(n.Body) {
		t.Errorf("notify-send is given %q", send)
	}
	const script = "-e|on run texts|-e|display notification (item 3 of texts) with title (item 2 of texts)|-e|end run|Peerage"
	said := osascript(n)
	if len(said) != 9 || strings.Join(said[:7], "|") != script || said[7] != n.Title || said[8] != n.Body {
		t.Errorf("osascript is given %q", said)
	}
}

// checkToast fails where the XML says anything but the two texts.
func checkToast(t *testing.T, n Note) {
	t.Helper()
	n.Link = n.Title // whatever it may be one day
	var read struct {
		XMLName xml.Name `xml:"toast"`
		Launch  string   `xml:"launch,attr"`
		Visual  struct {
			Binding struct {
				Text []string `xml:"text"`
				Rest []struct {
					XMLName xml.Name
				} `xml:",any"`
			} `xml:"binding"`
		} `xml:"visual"`
	}
	written := toast(n)
	if err := xml.Unmarshal([]byte(written), &read); err != nil {
		t.Errorf("%q is no XML: %v", written, err)
	}
	if texts := read.Visual.Binding.Text; len(texts) != 2 || texts[0] != n.Title || texts[1] != n.Body || read.Launch != n.Link || len(read.Visual.Binding.Rest) > 0 {
		t.Errorf("%q became %q", n, written)
	}
	if strings.Count(written, "<") != 11 || strings.Contains(written, "CDATA") {
		t.Errorf("a name became XML: %q", written)
	}
}

func checkChannels(t *testing.T, in string) {
	t.Helper()
	n := checkClean(t, in)
	checkMarkup(t, n)
	checkInert(t, n)
	checkArguments(t, n)
	checkToast(t, n)
}

func TestHostileNamesAreTextAndNothingElseOnEveryChannel(t *testing.T) {
	for _, in := range hostile {
		checkChannels(t, in)
	}
}

func FuzzAnyTextIsTextAndNothingElseOnEveryChannel(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(checkChannels)
}

func TestOrdinaryNamesStayAsTheyAre(t *testing.T) {
	for _, name := range []string{
		"AT&T <Acme & Co>", "Ana, Jürgen Weiß, 李小龙 and 4 more", "👩\u200D💻 محمد", `Pat "Pip" O’Brien`, "-h", "$(calc)", "Ann-Marie (Acme)", "مریم\u200Cگلی",
	} {
		if got := Clean(Note{Title: name, Body: name}); got.Title != name || got.Body != name {
			t.Errorf("%q became %q", name, got)
		}
	}
	if got := Clean(Note{Title: "a\u00A0b\tc"}); got.Title != "a b c" {
		t.Errorf("%q", got.Title)
	}
}
