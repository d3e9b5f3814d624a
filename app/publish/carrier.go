package publish

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/xml"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"peerage/data"
)

// carrier sends the requests of the client library with the user's name and password, and mends what it does
// wrongly or not at all:
//   - If-Match and If-None-Match are put in from the request's context;
//   - a weak ETag, which it does not read, becomes a strong one;
//   - a redirect keeps its method, where it would turn PROPFIND into GET;
//   - the host of the calendar home, which it drops, is kept;
//   - a refusal is a *data.ServerFailure, which errors.As finds, where it hides the status.
//
// It speaks to nobody without encryption but to this computer, and to nobody outside the domain the user named,
// whoever sends it there: the password goes along. It reads no answer without end, and takes no answer for one that
// is no XML where XML was asked for.
type carrier struct {
	base           http.RoundTripper
	host           string // that the user named
	user, password string
	home           *url.URL // the calendar home that was named last
}

// condition says of which state of an object a request holds.
type condition struct {
	match string // its ETag
	none  bool   // there is none
}

type conditionKey struct{}

// on returns a context whose requests hold under a condition.
func on(ctx context.Context, c condition) context.Context {
	return context.WithValue(ctx, conditionKey{}, c)
}

// maxRedirects is how often a request may be sent on.
const maxRedirects = 5

// maxAnswer is how many octets of an answer are read.
const maxAnswer = 32 << 20

// RoundTrip is described at http.RoundTripper, but for refusals, which are errors here.
func (c *carrier) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.SetBasicAuth(c.user, c.password)
	r.Header.Set("User-Agent", "Peerage")
	if held, ok := r.Context().Value(conditionKey{}).(condition); ok {
		if held.none {
			r.Header.Set("If-None-Match", "*")
		}
		if held.match != "" {
			r.Header.Set("If-Match", `"`+held.match+`"`)
		}
	}
	for range maxRedirects {
		switch {
		case !private(r.URL):
			return nil, &data.ServerFailure{Reason: data.ServerInsecure}
		case domain(r.URL.Hostname()) != domain(c.host):
			return nil, &data.ServerFailure{Reason: data.ServerElsewhere}
		}
		answer, err := c.base.RoundTrip(r)
		if err != nil {
			return nil, failure(r.Context(), err)
		}
		next, err := redirected(r, answer)
		if err != nil || next == nil {
			if err == nil {
				err = c.receive(r, answer)
			}
			if err != nil {
				answer.Body.Close()
				return nil, err
			}
			return answer, nil
		}
		answer.Body.Close()
		r = next
	}
	return nil, &data.ServerFailure{Reason: data.ServerGoesRound}
}

// private reports whether nobody on the way can read what is sent to an address.
func private(u *url.URL) bool {
	if u.Scheme == "https" {
		return true
	}
	return u.Scheme == "http" && loopback(u.Hostname())
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// domain returns the part of a host's name that one owner has, as far as its labels tell: example.org of
// dav.example.org, example.co.uk of dav.example.co.uk. Of an address in figures it is the whole.
func domain(host string) string {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if net.ParseIP(host) != nil {
		return host
	}
	labels, own := strings.Split(host, "."), 2
	if n := len(labels); n > 2 && len(labels[n-1]) == 2 && len(labels[n-2]) <= 3 {
		own = 3
	}
	return strings.Join(labels[max(0, len(labels)-own):], ".")
}

// redirected returns the same request to where an answer sends it, nil where it sends nowhere.
func redirected(r *http.Request, answer *http.Response) (*http.Request, error) {
	switch answer.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	to, err := answer.Location()
	if err != nil {
		return nil, &data.ServerFailure{Reason: data.ServerGoesRound, Status: answer.StatusCode}
	}
	next := r.Clone(r.Context())
	next.URL, next.Host = to, ""
	if r.GetBody != nil {
		if next.Body, err = r.GetBody(); err != nil {
			return nil, err
		}
	}
	return next, nil
}

// receive makes an answer one that the client library reads rightly, or an error of it.
func (c *carrier) receive(r *http.Request, answer *http.Response) error {
	if reason, refused := refusals(answer.StatusCode); refused {
		return &data.ServerFailure{Reason: reason, Status: answer.StatusCode}
	}
	if etag := answer.Header.Get("ETag"); etag != "" {
		answer.Header.Set("ETag", `"`+bare(etag)+`"`)
	}
	answer.Request = r
	if r.Method != "PROPFIND" {
		answer.Body = &bounded{answer.Body, maxAnswer}
		return nil
	}
	defer answer.Body.Close()
	whole, err := io.ReadAll(&bounded{answer.Body, maxAnswer})
	if err != nil {
		return failure(r.Context(), err)
	}
	if !isXML(answer.Header.Get("Content-Type"), whole) {
		return &data.ServerFailure{Reason: data.ServerNotXML, Status: answer.StatusCode}
	}
	if answer.StatusCode != http.StatusMultiStatus {
		return &data.ServerFailure{Reason: data.ServerNoCalendars, Status: answer.StatusCode}
	}
	if home := homeIn(whole); home != nil {
		c.home = r.URL.ResolveReference(home)
	}
	answer.Body = io.NopCloser(bytes.NewReader(whole))
	return nil
}

// refusals returns what a status says that is none of success.
func refusals(status int) (data.ServerReason, bool) {
	switch {
	case status < 300:
		return "", false
	case status == http.StatusUnauthorized:
		return data.ServerWrongPassword, true
	case status == http.StatusForbidden:
		return data.ServerForbids, true
	case status == http.StatusInsufficientStorage:
		return data.ServerFull, true
	case status >= 500 || status == http.StatusTooManyRequests:
		return data.ServerBroken, true
	}
	return data.ServerRefuses, true
}

// statusOf returns the status of a refusal, 0 for other errors.
func statusOf(err error) int {
	var refusal *data.ServerFailure
	if errors.As(err, &refusal) {
		return refusal.Status
	}
	return 0
}

// failure says of an error of the network what it means. What was given up stays what it is.
func failure(ctx context.Context, err error) error {
	if ctx.Err() != nil && !errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return ctx.Err()
	}
	reason := data.ServerUnreachable
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var plain tls.RecordHeaderError
	switch {
	case errors.Is(err, errEndless):
		reason = data.ServerNotXML
	case errors.As(err, &name) && name.IsNotFound:
		reason = data.ServerUnknown
	case errors.As(err, &certificate), errors.As(err, &authority):
		reason = data.ServerUntrusted
	case errors.As(err, &plain):
		reason = data.ServerInsecure
	}
	return &data.ServerFailure{Reason: reason, Err: err}
}

// bare returns what an ETag holds, weak or strong, quoted or not.
func bare(etag string) string {
	return strings.Trim(strings.TrimPrefix(strings.TrimSpace(etag), "W/"), `"`)
}

// isXML reports whether an answer says and looks that it is XML and no page for people.
func isXML(kind string, content []byte) bool {
	media, _, err := mime.ParseMediaType(kind)
	if err != nil || media != "application/xml" && media != "text/xml" {
		return false
	}
	var start struct{ XMLName xml.Name }
	return xml.Unmarshal(content, &start) == nil
}

// homeIn returns where an answer says that the calendars lie, nil where it does not.
func homeIn(content []byte) *url.URL {
	var m multistatus
	if xml.Unmarshal(content, &m) != nil {
		return nil
	}
	for _, r := range m.Responses {
		for _, s := range r.Stats {
			if s.Props.Home == nil {
				continue
			}
			if u, err := url.Parse(strings.TrimSpace(s.Props.Home.Href)); err == nil && u.Path != "" {
				return u
			}
		}
	}
	return nil
}

// bounded is a body that ends with an error where it has more than some octets.
type bounded struct {
	io.ReadCloser
	left int
}

var errEndless = errors.New("the answer has no end")

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errEndless
	}
	n, err := b.ReadCloser.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// patience is how long one request may take.
const patience = 60 * time.Second

// newTransport returns what carries requests to the network. It keeps few connections, and none for long.
func newTransport() *http.Transport {
	return &http.Transport{
		Proxy: http.ProxyFromEnvironment, DialContext: (&net.Dialer{Timeout: 15 * time.Second}).DialContext,
		ForceAttemptHTTP2: true, MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second,
		TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: patience, MaxResponseHeaderBytes: 64 << 10,
	}
}
