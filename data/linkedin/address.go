package linkedin

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/names"
)

// slug returns what names a member in the address of a profile, decoded and in lower case:
// https://www.linkedin.com/in/Ana-M%C3%BCller/?x=y gives ana-müller. The host may be one of a country
// (de.linkedin.com), the scheme may be missing. It returns false for any other address.
func slug(address string) (string, bool) {
	rest := address
	if i := strings.Index(rest, "://"); i >= 0 {
		if scheme := rest[:i]; !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "http") {
			return "", false
		}
		rest = rest[i+3:]
	}
	host, path, _ := strings.Cut(rest, "/")
	host = strings.ToLower(host)
	if host != "linkedin.com" && !strings.HasSuffix(host, ".linkedin.com") {
		return "", false
	}
	if len(path) < 3 || !strings.EqualFold(path[:3], "in/") {
		return "", false
	}
	name := path[3:]
	if i := strings.IndexAny(name, "/?#"); i >= 0 {
		name = name[:i]
	}
	if strings.Contains(name, "%") {
		decoded, err := url.PathUnescape(name)
		if err != nil {
			return "", false
		}
		name = decoded
	}
	if !isSlug(name) {
		return "", false
	}
	name = names.Clean(name) // an accent may be a character of its own, or one with its letter
	return strings.ToLower(name), name != ""
}

func isSlug(s string) bool {
	if s == "" || !utf8.ValidString(s) || utf8.RuneCountInString(s) > data.MaxName {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return strings.ContainsRune(`/\?#<>"`, r) || unicode.IsSpace(r) || isInvisible(r)
	})
}

// mailbox returns an e-mail address in lower case, and false when it is none. It asks for a name and a
// host with a dot, and for the lengths of RFC 5321 §4.5.3.1; whether mail arrives only mail can tell.
func mailbox(address string) (string, bool) {
	address = strings.ToLower(address)
	at := strings.LastIndexByte(address, '@')
	if at < 1 || at > 64 || len(address) > 254 || !utf8.ValidString(address) {
		return "", false
	}
	name, host := address[:at], address[at+1:]
	for _, r := range name {
		if strings.ContainsRune(`@()<>[]:;,\"`, r) || unicode.IsSpace(r) || isInvisible(r) {
			return "", false
		}
	}
	labels := strings.Split(host, ".")
	for _, label := range labels {
		odd := strings.ContainsFunc(label, func(r rune) bool {
			return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
		})
		if label == "" || odd || label[0] == '-' || label[len(label)-1] == '-' {
			return "", false
		}
	}
	if len(labels) < 2 {
		return "", false
	}
	return address, true
}
