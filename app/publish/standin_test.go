package publish

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

const (
	user     = "ana"
	password = "correct horse"
)

// standIn is a CalDAV server that behaves as Radicale does, as far as Peerage asks of it. Its user's home is /ana/.
type standIn struct {
	*httptest.Server
	mu        sync.Mutex
	calendars map[string]*shelf // by path
	version   int
	asked     []string                                      // each request as its method and its path
	fault     func(http.ResponseWriter, *http.Request) bool // answers in its place
	before    func(*http.Request)                           // happens just before a request is answered
	etag      func(string) string                           // how an ETag is written; "" for none after PUT
	home      string                                        // what it says of where the calendars lie
	makes     func(body string) int                         // the status of MKCALENDAR, 0 to make one
}

type shelf struct {
	objects map[string]object
	about   string // properties in XML
	mark    int
}

type object struct {
	etag string
	body string
}

func newStandIn(t testing.TB) *standIn {
	s := &standIn{calendars: map[string]*shelf{}, home: "/ana/", etag: func(e string) string { return `"` + e + `"` }}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

// failWith has fault answer from the next request on, nil for nothing.
func (s *standIn) failWith(fault func(http.ResponseWriter, *http.Request) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault = fault
}

func (s *standIn) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.before != nil {
		s.before(r)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, r.Method+" "+r.URL.Path)
	if s.fault != nil && s.fault(w, r) {
		return
	}
	if name, word, ok := r.BasicAuth(); !ok || name != user || word != password {
		w.Header().Set("WWW-Authenticate", "Basic")
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	switch r.Method {
	case "PROPFIND":
		s.propfind(w, r)
	case "MKCALENDAR":
		s.make(w, r)
	case http.MethodPut, http.MethodDelete, http.MethodGet:
		s.object(w, r)
	default:
		w.WriteHeader(http.StatusMethodNotAllowed)
	}
}

func (s *standIn) propfind(w http.ResponseWriter, r *http.Request) {
	p := r.URL.Path
	if p == wellKnown {
		http.Redirect(w, r, "/", http.StatusMovedPermanently)
		return
	}
	var answers []string
	say := func(href, props string) {
		answers = append(answers, "<response><href>"+href+"</href><propstat><prop>"+props+"</prop><status>HTTP/1.1 200 OK</status></propstat></response>")
	}
	about := func(p string) {
		c := s.calendars[p]
		say(p, `<resourcetype><C:calendar/><collection/></resourcetype><CS:getctag>"`+strconv.Itoa(c.mark)+`"</CS:getctag>`+c.about)
	}
	switch {
	case p == "/":
		say("/", "<resourcetype><collection/></resourcetype><current-user-principal><href>/ana/</href></current-user-principal>")
	case p == "/ana/":
		say("/ana/", "<resourcetype><collection/></resourcetype><C:calendar-home-set><href>"+s.home+"</href></C:calendar-home-set>")
		if r.Header.Get("Depth") == "1" {
			for _, at := range slices.Sorted(maps.Keys(s.calendars)) {
				about(at)
			}
		}
	case s.calendars[p] == nil:
		w.WriteHeader(http.StatusNotFound)
		return
	default:
		about(p)
		if r.Header.Get("Depth") == "1" {
			for name, o := range s.calendars[p].objects {
				say(p+name, "<getetag>"+cmpText(s.etag(o.etag), `"`+o.etag+`"`)+"</getetag>")
			}
		}
	}
	w.Header().Set("Content-Type", "text/xml; charset=utf-8")
	w.WriteHeader(http.StatusMultiStatus)
	fmt.Fprint(w, `<?xml version='1.0' encoding='utf-8'?><multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/">`+
		strings.Join(answers, "")+"</multistatus>")
}

// cmpText returns the first of two texts that says something.
func cmpText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (s *standIn) make(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.makes != nil {
		if status := s.makes(string(body)); status != 0 {
			w.WriteHeader(status)
			return
		}
	}
	if s.calendars[r.URL.Path] != nil {
		w.WriteHeader(http.StatusConflict)
		return
	}
	_, about, _ := strings.Cut(string(body), "<prop>")
	about, _, _ = strings.Cut(about, "</prop>")
	s.calendars[r.URL.Path] = &shelf{objects: map[string]object{}, about: strings.ReplaceAll(strings.ReplaceAll(about, "<c:", "<C:"), "</c:", "</C:")}
	w.WriteHeader(http.StatusCreated)
}

func (s *standIn) object(w http.ResponseWriter, r *http.Request) {
	folder, name := path.Split(r.URL.Path)
	c := s.calendars[folder]
	if c == nil {
		w.WriteHeader(http.StatusConflict)
		return
	}
	o, there := c.objects[name]
	none, match := r.Header.Get("If-None-Match"), r.Header.Get("If-Match")
	switch {
	case none == "*" && there, match != "" && (!there || match != `"`+o.etag+`"`):
		w.WriteHeader(http.StatusPreconditionFailed)
	case r.Method == http.MethodPut:
		body, _ := io.ReadAll(r.Body)
		s.put(c, name, string(body))
		if etag := s.etag(c.objects[name].etag); etag != "" {
			w.Header().Set("ETag", etag)
		}
		w.WriteHeader(http.StatusCreated)
	case !there:
		w.WriteHeader(http.StatusNotFound)
	case r.Method == http.MethodDelete:
		delete(c.objects, name)
		c.mark++
		w.WriteHeader(http.StatusNoContent)
	default:
		w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
		io.WriteString(w, o.body)
	}
}

func (s *standIn) put(c *shelf, name, body string) {
	s.version++
	c.mark++
	c.objects[name] = object{strconv.Itoa(s.version), body}
}

// calendar is the one that Peerage made.
func (s *standIn) calendar() *shelf { return s.calendars["/ana/peerage/"] }

// bodies returns what the objects say, by UID.
func (s *standIn) bodies() map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := map[string]string{}
	if c := s.calendar(); c != nil {
		for name, o := range c.objects {
			all[strings.TrimSuffix(name, extension)] = o.body
		}
	}
	return all
}

// edit changes an object as another program does, by replacing texts.
func (s *standIn) edit(t testing.TB, uid string, oldnew ...string) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	o, there := s.calendar().objects[uid+extension]
	after := strings.NewReplacer(oldnew...).Replace(o.body)
	if !there || after == o.body {
		t.Fatalf("nothing to edit in %q", o.body)
	}
	s.put(s.calendar(), uid+extension, after)
}

// drop deletes objects.
func (s *standIn) drop(uids ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, uid := range uids {
		delete(s.calendar().objects, uid+extension)
	}
	s.calendar().mark++
}

// requests returns what was asked since the last call.
func (s *standIn) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}
