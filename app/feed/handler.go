package feed

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// door is what a request must bring to be let in.
type door struct {
	hosts []string          // what may stand in Host
	path  [sha256.Size]byte // the digest of the one path, so that the comparison takes the same time whatever is asked for
	token string
}

func newDoor(s Subscription) *door {
	return &door{
		hosts: []string{s.host(), "localhost:" + strconv.Itoa(s.Port)},
		path:  sha256.Sum256([]byte(s.path())), token: s.Token,
	}
}

// opens reports whether the path of a request is the one there is.
func (d *door) opens(path string) bool {
	asked := sha256.Sum256([]byte(path))
	return subtle.ConstantTimeCompare(asked[:], d.path[:]) == 1
}

// known reports whether a request names this computer, and this port, as whom it wants to talk to. A
// page that has its own domain answer with the address of loopback still names the domain.
func (d *door) known(host string) bool {
	return slices.ContainsFunc(d.hosts, func(known string) bool { return strings.EqualFold(known, host) })
}

// handler answers requests.
type handler struct {
	door    atomic.Pointer[door]
	press   *press
	now     func() time.Time
	fetched func()      // a subscriber has the calendar, or has it still
	failed  func(error) // there was none to give
}

var _ http.Handler = (*handler)(nil)

// The headers of every answer, which keep it from pages, and those of the calendar, which a program may
// keep if it asks each time whether it is still the one.
var (
	toItself = http.Header{
		"X-Content-Type-Options": {"nosniff"}, "Cross-Origin-Resource-Policy": {"same-origin"}, "Referrer-Policy": {"no-referrer"},
	}
	ofCalendar = http.Header{
		"Content-Type": {"text/calendar; charset=utf-8"}, "Content-Disposition": {`inline; filename="peerage.ics"`}, "Cache-Control": {"private, no-cache"},
	}
)

// ServeHTTP answers one request. The order of the questions is that of trust: who is asked, who asks,
// how, and only then for what.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	maps.Copy(header, toItself)
	if r.ContentLength != 0 {
		header.Set("Connection", "close") // what is sent along is not read
	}
	door := h.door.Load()
	switch {
	case !door.known(r.Host):
		refuse(w, http.StatusMisdirectedRequest)
	case fromPage(r.Header):
		refuse(w, http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		header.Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed)
	case door.opens(r.URL.Path):
		h.send(w, r)
	default:
		if answer, ok := door.proves(r.URL.Path); ok {
			header.Set("Content-Type", "text/plain; charset=utf-8")
			header.Set("Cache-Control", "no-store")
			w.Write([]byte(answer))
			return
		}
		refuse(w, http.StatusNotFound)
	}
}

// fromPage reports whether a page asks, and not a program: browsers say where a page that asks came
// from. What the user types into a browser comes from none.
func fromPage(header http.Header) bool {
	if _, page := header["Origin"]; page {
		return true
	}
	return slices.ContainsFunc(header["Sec-Fetch-Site"], func(site string) bool { return site != "none" && site != "same-origin" })
}

// refuse answers with a status and its words, whatever was asked for.
func refuse(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	w.Write([]byte(http.StatusText(status) + "\n"))
}

// send answers with the calendar, or that the subscriber has it already.
func (h *handler) send(w http.ResponseWriter, r *http.Request) {
	e, err := h.press.edition(r.Context())
	if err != nil {
		h.failed(err)
		w.Header().Set("Retry-After", "60")
		refuse(w, http.StatusServiceUnavailable)
		return
	}
	header := w.Header()
	maps.Copy(header, ofCalendar)
	header.Set("ETag", e.etag)
	dated := e.dated(h.now())
	if since := r.Header.Get("If-Modified-Since"); since != "" && (dated.IsZero() || since != dated.Format(http.TimeFormat)) {
		// A date later than an edition does not mean that the edition is known: the clock may have been put
		// back. Only the very date that was sent does.
		r.Header.Del("If-Modified-Since")
	}
	if plain(r) {
		if !dated.IsZero() {
			header.Set("Last-Modified", dated.Format(http.TimeFormat))
		}
		header.Set("Content-Length", strconv.Itoa(len(e.octets)))
		w.Write(e.octets) // all at once, where ServeContent copies piece by piece
	} else {
		http.ServeContent(w, r, "", dated, bytes.NewReader(e.octets))
	}
	h.fetched()
}

// plain reports whether a request wants all of the calendar on no condition.
func plain(r *http.Request) bool {
	for name := range r.Header {
		if strings.HasPrefix(name, "If-") || name == "Range" {
			return false
		}
	}
	return r.Method == http.MethodGet
}
