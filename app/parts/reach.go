package parts

import (
	"net/url"
	"strings"

	"peerage/data"
)

// LinkOf returns the address that opens a contact point, of the schemes http, https and mailto only;
// nil when there is none. What others wrote cannot add to it: every part is escaped.
func LinkOf(c data.ContactPoint) *url.URL {
	value := strings.TrimSpace(c.Value)
	switch c.Kind {
	case data.Email:
		if c.Validate() != nil || strings.ContainsFunc(value, unprintable) {
			return nil
		}
		return &url.URL{Scheme: "mailto", Opaque: url.PathEscape(value)}
	case data.LinkedIn:
		if value == "" {
			return nil
		}
		return &url.URL{Scheme: "https", Host: "www.linkedin.com", Path: "/in/" + value, RawPath: "/in/" + url.PathEscape(value)}
	case data.Website:
		if !strings.Contains(value, "://") {
			value = "https://" + value
		}
		u, err := url.Parse(value)
		if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" {
			return nil
		}
		return u
	}
	return nil
}

func unprintable(r rune) bool { return r < 0x20 || r == 0x7F }

// MailTo returns the address that opens a new mail to an e-mail address with subject and body (RFC 6068):
// blanks are %20 and line ends %0D%0A. It is nil when the address is none.
func MailTo(c data.ContactPoint, subject, body string) *url.URL {
	u := LinkOf(c)
	if u == nil || u.Scheme != "mailto" {
		return nil
	}
	body = strings.ReplaceAll(strings.ReplaceAll(body, "\r\n", "\n"), "\n", "\r\n")
	u.RawQuery = "subject=" + escape(strings.Join(strings.Fields(subject), " ")) + "&body=" + escape(body)
	return u
}

// escape escapes a text for a mail address. url.QueryEscape writes a blank as a plus sign, which mail
// programs show as one.
func escape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
