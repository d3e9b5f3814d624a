package feed_test

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"maps"
	"net"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"peerage/app/feed"
	"peerage/data/datatest"
)

// is fails the test unless an answer has a status.
func is(t *testing.T, what string, got answer, status int) {
	t.Helper()
	if got.StatusCode != status {
		t.Errorf("%s: %s, want %d", what, got.Status, status)
	}
}

func TestTheCalendarIsFetchedAtItsAddress(t *testing.T) {
	d := open(t)
	datatest.Person(t, d.store, "Ana")
	got := d.get()
	is(t, "GET", got, http.StatusOK)
	if want := "BEGIN:VCALENDAR\r\nX-PEOPLE:1\r\nX-DAY:2026-11-22\r\nEND:VCALENDAR\r\n"; got.body != want || got.ContentLength != int64(len(want)) {
		t.Errorf("%q, %d octets", got.body, got.ContentLength)
	}
	for name, want := range map[string]string{
		"Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `inline; filename="peerage.ics"`, "Cache-Control": "private, no-cache",
		"Set-Cookie": "", "Location": "", "WWW-Authenticate": "", "Content-Encoding": "",
	} {
		if got := got.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	is(t, "localhost", d.get(fmt.Sprintf("Host: LocalHost:%d", d.Status().Port)), http.StatusOK)
	is(t, "a query", d.ask("GET", d.path()+"?refresh=1"), http.StatusOK)
	is(t, "a packed one", d.get("Accept-Encoding: gzip"), http.StatusOK)
}

func TestOnlyLoopbackIsListenedOn(t *testing.T) {
	d := open(t)
	l, err := feed.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if at := l.Addr().(*net.TCPAddr); !at.IP.Equal(net.IPv4(127, 0, 0, 1)) {
		t.Errorf("listens on %s", at)
	}
	// The port is free at every other address of this computer.
	for _, other := range []string{"127.0.0.2", "::1"} {
		if conn, err := net.Dial("tcp", net.JoinHostPort(other, strconv.Itoa(d.Status().Port))); err == nil {
			conn.Close()
			t.Errorf("%s answers", other)
		}
	}
}

func TestAHostThatIsNotThisComputerIsMisdirected(t *testing.T) {
	d := open(t)
	port := d.Status().Port
	for _, host := range []string{
		"Host: evil.example", fmt.Sprintf("Host: evil.example:%d", port), "Host: 127.0.0.1", "Host: localhost", fmt.Sprintf("Host: 127.0.0.1:%d", port+1),
		fmt.Sprintf("Host: 127.0.0.1.evil.example:%d", port), fmt.Sprintf("Host: localhost.:%d", port), fmt.Sprintf("Host: [::1]:%d", port), fmt.Sprintf("Host: 0.0.0.0:%d", port), "Host:",
	} {
		got := d.get(host)
		is(t, host, got, http.StatusMisdirectedRequest)
		if strings.Contains(got.body, "VCALENDAR") {
			t.Errorf("%s gets the calendar", host)
		}
	}
	is(t, "no Host", d.get("Host"), http.StatusBadRequest) // HTTP/1.1 wants one, says net/http
	is(t, "a whole address of another host", d.ask("GET", "http://evil.example"+d.path()), http.StatusMisdirectedRequest)
	conn, err := net.Dial("tcp", d.host())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	is(t, "HTTP/1.0 without Host", d.receive(conn, "GET", "GET "+d.path()+" HTTP/1.0\r\n\r\n"), http.StatusMisdirectedRequest)
}

func TestPagesAreRefused(t *testing.T) {
	d := open(t)
	for _, from := range []string{
		"Origin: https://evil.example", "Origin: null", "Origin:", "Origin: http://" + d.host(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: whatever",
	} {
		is(t, from, d.get(from), http.StatusForbidden)
	}
	is(t, "two of which one is from a page", d.get("Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"), http.StatusForbidden)
	is(t, "an address typed into a browser", d.get("Sec-Fetch-Site: none"), http.StatusOK)
	is(t, "a calendar program made as a browser is", d.get("Sec-Fetch-Site: same-origin"), http.StatusOK)
}

func TestOnlyGetAndHeadAreAnswered(t *testing.T) {
	d := open(t)
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "REPORT", "get", "X"} {
		for _, path := range []string{d.path(), "/"} {
			if method == "CONNECT" {
				path = d.host()
			}
			got := d.ask(method, path)
			is(t, method+" "+path, got, http.StatusMethodNotAllowed)
			if got.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s: Allow: %s", method, got.Header.Get("Allow"))
			}
		}
	}
	is(t, "OPTIONS *", d.ask("OPTIONS", "*"), http.StatusMethodNotAllowed)
	whole, head := d.get(), d.ask("HEAD", d.path())
	is(t, "HEAD", head, http.StatusOK)
	if head.body != "" || head.ContentLength != whole.ContentLength || head.Header.Get("ETag") != whole.Header.Get("ETag") || head.Header.Get("Content-Type") != whole.Header.Get("Content-Type") {
		t.Errorf("HEAD says %v, GET %v", head.Header, whole.Header)
	}
}

func TestEveryWrongPathHasTheSameAnswer(t *testing.T) {
	d := open(t)
	path := d.path()
	token := d.Status().Token
	other := strings.Repeat("a", len(token))
	var first answer
	for i, wrong := range []string{
		"/nowhere", "/", "//", "/calendar", "/calendar/", "/calendar/.ics", "/calendar/" + token, "/calendar/" + other + ".ics", "/calendar/" + token[:51] + ".ics",
		"/calendar/" + token + "a.ics", "/calendar/" + strings.ToUpper(token) + ".ics", path + "/", "/" + path, "/x/.." + path, "/calendar/../calendar/" + token + ".ics",
		"/" + token + ".ics", "/favicon.ico", "/robots.txt", "/.well-known/caldav", "/peerage/", "/peerage/x/y", "/peerage/" + token, "/debug/pprof/", "/peerage.db", "/" + feed.FileName,
		"/calendar/%00", "/calendar/" + strings.Repeat("x", 4000) + ".ics",
	} {
		got := d.ask("GET", wrong)
		is(t, wrong, got, http.StatusNotFound)
		got.Header.Del("Date")
		if i == 0 {
			first = got
		}
		if got.body != first.body || !maps.EqualFunc(got.Header, first.Header, slices.Equal[[]string]) {
			t.Errorf("%s: %q %v, want %q %v", wrong, got.body, got.Header, first.body, first.Header)
		}
	}
}

func TestEveryAnswerKeepsToItself(t *testing.T) {
	d := open(t)
	for what, got := range map[string]answer{
		"the calendar": d.get(), "a 304": d.get("If-None-Match: *"), "a 404": d.ask("GET", "/"), "a 403": d.get("Origin: null"), "a 405": d.ask("POST", d.path()), "a 421": d.get("Host: evil.example"),
	} {
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "no-referrer", "Server": ""} {
			if got := got.Header.Get(name); got != want {
				t.Errorf("%s: %s: %q, want %q", what, name, got, want)
			}
		}
		for name := range got.Header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s opens itself to pages: %s", what, name)
			}
		}
		if !strings.HasPrefix(got.Header.Get("Cache-Control"), "private, no-cache") && got.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept by others: %q", what, got.Header.Get("Cache-Control"))
		}
	}
}

func TestWhoHasTheCalendarIsToldSo(t *testing.T) {
	d := open(t)
	etag := d.get().Header.Get("ETag")
	if len(etag) != 66 || etag[0] != '"' {
		t.Fatalf("the ETag is %s", etag)
	}
	made := d.made.Load()
	for _, has := range []string{etag, "W/" + etag, "*", `"other", ` + etag, `"other",W/` + etag + `,"third"`} {
		for _, method := range []string{"GET", "HEAD"} {
			got := d.ask(method, d.path(), "If-None-Match: "+has)
			is(t, method+" "+has, got, http.StatusNotModified)
			if got.body != "" || got.Header.Get("ETag") != etag || got.Header.Get("Cache-Control") != "private, no-cache" {
				t.Errorf("%s: %q %v", has, got.body, got.Header)
			}
		}
	}
	for _, has := range []string{`"other"`, `W/"other"`, strings.Trim(etag, `"`), `""`, "x"} {
		is(t, has, d.get("If-None-Match: "+has), http.StatusOK)
	}
	if d.made.Load() != made {
		t.Error("the calendar was made anew")
	}
	datatest.Person(t, d.store, "Ana")
	got := d.get("If-None-Match: " + etag)
	is(t, "after a change", got, http.StatusOK)
	if !strings.Contains(got.body, "X-PEOPLE:1") || got.Header.Get("ETag") == etag {
		t.Errorf("%s %q", got.Header.Get("ETag"), got.body)
	}
}

func TestTheDateOfAnEditionNeverHidesALaterOne(t *testing.T) {
	d := open(t)
	if d.get().Header.Get("Last-Modified") != "" {
		t.Error("an edition is dated while another one may follow in the same second")
	}
	d.now.put(noon.Add(time.Hour))
	first := d.get().Header.Get("Last-Modified")
	if first != "Sun, 22 Nov 2026 12:00:00 GMT" {
		t.Fatalf("dated %q", first)
	}
	is(t, "unchanged", d.get("If-Modified-Since: "+first), http.StatusNotModified)
	is(t, "a later date than was sent", d.get("If-Modified-Since: Sun, 22 Nov 2026 13:00:00 GMT"), http.StatusOK)
	is(t, "no date", d.get("If-Modified-Since: yesterday"), http.StatusOK)

	if got := d.ask("HEAD", d.path()).Header.Get("Last-Modified"); got != first {
		t.Errorf("HEAD is dated %q, GET %q", got, first)
	}
	d.now.put(noon.Add(-30 * time.Minute)) // the clock is put back
	datatest.Person(t, d.store, "Ana")
	got := d.get("If-Modified-Since: " + first)
	is(t, "changed after the clock was put back", got, http.StatusOK)
	if !strings.Contains(got.body, "X-PEOPLE:1") || got.Header.Get("Last-Modified") != "" {
		t.Errorf("%v %q", got.Header, got.body)
	}
	is(t, "unchanged with the clock back", d.get("If-None-Match: "+got.Header.Get("ETag")), http.StatusNotModified)
	d.now.put(noon.Add(2 * time.Hour))
	datatest.Person(t, d.store, "Bob")
	d.get()
	d.now.put(noon.Add(3 * time.Hour))
	if got := d.get().Header.Get("Last-Modified"); got != "Sun, 22 Nov 2026 14:00:00 GMT" {
		t.Errorf("dated %q", got)
	}
}

func TestANewDayIsANewEdition(t *testing.T) {
	d := open(t)
	etag := d.get().Header.Get("ETag")
	d.now.put(noon.Add(24 * time.Hour))
	if got := d.get("If-None-Match: " + etag); got.StatusCode != http.StatusOK || !strings.Contains(got.body, "X-DAY:2026-11-23") {
		t.Errorf("%s %q", got.Status, got.body)
	}
	d.now.put(noon.Add(-24 * time.Hour)) // the clock is put back by two days
	if got := d.get("If-None-Match: " + etag); !strings.Contains(got.body, "X-DAY:2026-11-21") {
		t.Errorf("%s %q", got.Status, got.body)
	}
}

func TestWhatChangesNothingInTheCalendarKeepsItsETag(t *testing.T) {
	d := open(t)
	etag := d.get().Header.Get("ETag")
	d.Renewed()
	is(t, "made anew, and the same", d.get("If-None-Match: "+etag), http.StatusNotModified)
	if d.made.Load() != 2 {
		t.Errorf("made %d times", d.made.Load())
	}
}

func TestAPartOfTheCalendarMayBeAskedFor(t *testing.T) {
	d := open(t)
	whole := d.get()
	part := d.get("Range: bytes=0-4", "If-Range: "+whole.Header.Get("ETag"))
	if is(t, "the first five octets", part, http.StatusPartialContent); part.body != "BEGIN" {
		t.Errorf("%q", part.body)
	}
	is(t, "of another edition", d.get("Range: bytes=0-4", `If-Range: "other"`), http.StatusOK)
	is(t, "past the end", d.get("Range: bytes=9999-"), http.StatusRequestedRangeNotSatisfiable)
}

func TestWhatIsTooLargeIsNotRead(t *testing.T) {
	d := open(t)
	if got := d.get("X-Long: " + strings.Repeat("x", 20<<10)); got.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Error(got.Status)
	}
	conn, err := net.Dial("tcp", d.host())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	got := d.receive(conn, "GET", fmt.Sprintf("GET %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 1000000000\r\n\r\nbegin", d.path(), d.host()))
	is(t, "a request with a large body", got, http.StatusOK)
	if !got.Close {
		t.Error("the connection stays open for the body")
	}
	if _, err := io.ReadAll(conn); err != nil {
		t.Errorf("the connection was not closed: %v", err)
	}
}

func TestNothingOfARequestIsWrittenDown(t *testing.T) {
	var logged bytes.Buffer
	log.SetOutput(&logged)
	defer log.SetOutput(os.Stderr)
	d := open(t)
	d.get("User-Agent: Secret/1.0", "Referer: https://secret.example/")
	d.ask("GET", "/secret")
	d.get("Host: secret.example")
	conn, err := net.Dial("tcp", d.host())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	is(t, "no HTTP", d.receive(conn, "GET", "\x16\x03\x01secret\r\n\r\n"), http.StatusBadRequest)
	d.look()
	record := d.read(feed.RecordName)
	if want := fmt.Sprintf(`{"fetched":%d}`, noon.UnixMilli()); record != want {
		t.Errorf("%s, want %s", record, want)
	}
	d.panics.Store(true)
	d.Renewed()
	is(t, "a calendar that breaks off", d.get(), http.StatusServiceUnavailable)
	d.look()
	if d.Status().Failure != feed.NoCalendar || logged.Len() != 0 {
		t.Errorf("%+v, logged %q", d.Status(), logged.String())
	}
}
