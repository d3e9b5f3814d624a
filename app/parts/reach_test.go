package parts_test

import (
	"net/url"
	"strings"
	"testing"

	"peerage/app/parts"
	"peerage/data"
)

func TestALinkOpensOnlyWhatItSays(t *testing.T) {
	for _, c := range []struct {
		kind        data.ContactKind
		value, want string
	}{
		{data.Email, "ada@example.org", "mailto:ada@example.org"},
		{data.Email, "ada@example.org?bcc=all@example.org", "mailto:ada@example.org%3Fbcc=all@example.org"},
		{data.Email, "nobody", ""},
		{data.Email, "a@b\r\nBcc: c@d", ""},
		{data.LinkedIn, "ada-löve", "https://www.linkedin.com/in/ada-l%C3%B6ve"},
		{data.LinkedIn, "../../evil?x=1#y", "https://www.linkedin.com/in/..%2F..%2Fevil%3Fx=1%23y"},
		{data.Website, "example.org/ada", "https://example.org/ada"},
		{data.Website, "http://example.org", "http://example.org"},
		{data.Website, "file:///etc/passwd", ""},
		{data.Website, "javascript:alert(1)", ""},
		{data.Website, "https://user:secret@example.org", ""},
		{data.Phone, "+49 30 1234", ""},
		{data.OtherWay, "https://example.org", ""},
	} {
		got := ""
		if u := parts.LinkOf(data.ContactPoint{Kind: c.kind, Value: c.value}); u != nil {
			got = u.String()
		}
		if got != c.want {
			t.Errorf("%s %q opens %q, want %q", c.kind, c.value, got, c.want)
		}
	}
}

func FuzzALinkStaysWithItsScheme(f *testing.F) {
	for _, s := range []string{"a@b", "https://example.org", "x/../y?z#f", "javascript:alert(1)//@", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, value string) {
		for _, kind := range data.ContactKinds {
			u := parts.LinkOf(data.ContactPoint{Kind: kind, Value: value})
			if u == nil {
				continue
			}
			again, err := url.Parse(u.String())
			if err != nil {
				t.Fatalf("%s %q makes %q: %v", kind, value, u, err)
			}
			if s := again.Scheme; s != "http" && s != "https" && s != "mailto" {
				t.Errorf("%s %q opens %q", kind, value, u)
			}
			if kind == data.LinkedIn && (again.Host != "www.linkedin.com" || again.RawQuery != "" || again.Fragment != "") {
				t.Errorf("%q leads to %q", value, u)
			}
			if kind == data.Email && again.RawQuery != "" {
				t.Errorf("%q adds to the letter: %q", value, u)
			}
		}
	})
}

func TestALetterOpensWithItsWords(t *testing.T) {
	ada := data.ContactPoint{Kind: data.Email, Value: "ada+work@example.org"}
	got := parts.MailTo(ada, "Well done,\r\nBcc: all@example.org", "Dear Ada & co,\n\n1 + 1 = 2? 100 %\r\nMara é 李")
	want := "mailto:ada+work@example.org?subject=Well%20done%2C%20Bcc%3A%20all%40example.org" +
		"&body=Dear%20Ada%20%26%20co%2C%0D%0A%0D%0A1%20%2B%201%20%3D%202%3F%20100%20%25%0D%0AMara%20%C3%A9%20%E6%9D%8E"
	if got.String() != want {
		t.Errorf("opens %q\nwant  %q", got, want)
	}
	for _, c := range []data.ContactPoint{{Kind: data.Email, Value: "nobody"}, {Kind: data.LinkedIn, Value: "ada"}, {Kind: data.Phone, Value: "+49 30"}} {
		if u := parts.MailTo(c, "x", "y"); u != nil {
			t.Errorf("%+v opens %q", c, u)
		}
	}
}

func FuzzALetterHoldsWhatWasWritten(f *testing.F) {
	f.Add("a@b", "Hello", "Dear you,\n\nbye")
	f.Add("a@b?cc=c@d&x", "s&body=evil", "\r\n&bcc=all@example.org#\x00")
	f.Fuzz(func(t *testing.T, address, subject, body string) {
		u := parts.MailTo(data.ContactPoint{Kind: data.Email, Value: address}, subject, body)
		if u == nil {
			return
		}
		again, err := url.Parse(u.String())
		if err != nil {
			t.Fatalf("%q cannot be read: %v", u, err)
		}
		q, err := url.ParseQuery(again.RawQuery)
		if err != nil || len(q) != 2 || len(q["subject"]) != 1 || len(q["body"]) != 1 || strings.Contains(u.RawQuery, "+") {
			t.Fatalf("%q says %v, %v", u, q, err)
		}
		if got := strings.ReplaceAll(q.Get("body"), "\r\n", "\n"); got != strings.ReplaceAll(body, "\r\n", "\n") {
			t.Errorf("the body is %q, not %q", got, body)
		}
		if strings.ContainsAny(q.Get("subject"), "\r\n") {
			t.Errorf("the subject %q has two lines", q.Get("subject"))
		}
	})
}
