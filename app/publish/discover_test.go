package publish

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"peerage/data"
)

func TestAnAddressIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string]string{
		"cloud.example":                           "https://cloud.example",
		" https://cloud.example/dav/ ":            "https://cloud.example/dav/",
		"cloud.example:8443/dav":                  "https://cloud.example:8443/dav",
		"localhost:5232":                          "http://localhost:5232",
		"127.0.0.1:5232/ana/":                     "http://127.0.0.1:5232/ana/",
		"http://[::1]:5232":                       "http://[::1]:5232",
		"https://ana:secret@cloud.example/?a=b#c": "https://cloud.example/",
	} {
		u, err := Address(typed)
		if err != nil || u.String() != want {
			t.Errorf("%q: %v, %v, want %s", typed, err, u, want)
		}
	}
	var invalid *data.Invalid
	for typed, reason := range map[string]data.Reason{"": data.Missing, "  ": data.Missing, "ftp://x": data.Unknown, "https://": data.Unknown, "a b c://": data.Unknown, "http://%zz": data.Unknown} {
		if _, err := Address(typed); !errors.As(err, &invalid) || invalid.Reason != reason {
			t.Errorf("%q: %v", typed, err)
		}
	}
	for _, typed := range []string{"http://cloud.example", "http://127.0.0.1.example/", "http://10.0.0.1:5232"} {
		var failure *data.ServerFailure
		if _, err := Address(typed); !errors.As(err, &failure) || failure.Reason != data.ServerInsecure {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

// finds returns the path of the calendar that is found from what was typed.
func finds(t *testing.T, s *standIn, path string, tasks bool) (string, error) {
	t.Helper()
	given, err := url.Parse(s.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	d := &discovery{server: newServer(http.DefaultTransport, "127.0.0.1", user, password), name: "Peerage", tasks: tasks}
	c, err := d.find(t.Context(), given)
	if err != nil {
		return "", err
	}
	return c.address.Path, nil
}

func TestTheCalendarIsFoundFromAnyAddress(t *testing.T) {
	for _, path := range []string{"", "/", "/ana/", "/ana", "/.well-known/caldav", "/nowhere/", "/ana/peerage/"} {
		s := newStandIn(t)
		at, err := finds(t, s, path, false)
		if err != nil || at != "/ana/peerage/" || len(s.calendars) != 1 {
			t.Errorf("%q: %v, %s, %d calendars", path, err, at, len(s.calendars))
		}
		if at, err := finds(t, s, path, true); err != nil || at != "/ana/peerage/" || len(s.calendars) != 1 {
			t.Errorf("%q again: %v, %s, %d calendars", path, err, at, len(s.calendars))
		}
	}
}

func TestACalendarWhoseOwnAddressIsGivenIsUsed(t *testing.T) {
	s := newStandIn(t)
	s.calendars["/ana/work/"] = &shelf{objects: map[string]object{}}
	for _, path := range []string{"/ana/work/", "/ana/work"} {
		if path == "/ana/work" {
			s.failWith(func(w http.ResponseWriter, r *http.Request) bool {
				if r.URL.Path != path {
					return false
				}
				http.Redirect(w, r, path+"/", http.StatusMovedPermanently)
				return true
			})
		}
		if at, err := finds(t, s, path, false); err != nil || at != "/ana/work/" || len(s.calendars) != 1 {
			t.Errorf("%v %s", err, at)
		}
	}
}

func TestACalendarThatTheServerGaveAnotherAddressIsFoundByWhatItSays(t *testing.T) {
	s := newStandIn(t)
	s.makes = func(body string) int {
		s.calendars["/ana/7F3A/"] = &shelf{objects: map[string]object{}, about: "<C:calendar-description>" + description + "</C:calendar-description>"}
		return http.StatusCreated
	}
	for range 2 {
		if at, err := finds(t, s, "", false); err != nil || at != "/ana/7F3A/" || len(s.calendars) != 1 {
			t.Errorf("%v %s", err, at)
		}
	}
}

func TestAServerMayHaveCalendarsForEventsAlone(t *testing.T) {
	s := newStandIn(t)
	s.makes = func(body string) int {
		if strings.Contains(body, "VTODO") {
			return http.StatusForbidden
		}
		return 0
	}
	var failure *data.ServerFailure
	if _, err := finds(t, s, "", true); !errors.As(err, &failure) || failure.Reason != data.ServerNoTasks {
		t.Errorf("%v", err)
	}
	if at, err := finds(t, s, "", false); err != nil || at != "/ana/peerage/" {
		t.Errorf("%v %s", err, at)
	}
	if _, err := finds(t, s, "", true); !errors.As(err, &failure) || failure.Reason != data.ServerNoTasks {
		t.Errorf("with a calendar there: %v", err)
	}
	s = newStandIn(t)
	s.makes = func(string) int { return http.StatusForbidden }
	if _, err := finds(t, s, "", false); !errors.As(err, &failure) || failure.Reason != data.ServerForbids {
		t.Errorf("%v", err)
	}
}

func TestAServerWithoutCalendarsIsSaid(t *testing.T) {
	for what, fault := range map[string]func(http.ResponseWriter, *http.Request) bool{
		"nothing there":    down(http.StatusNotFound),
		"no such method":   down(http.StatusMethodNotAllowed),
		"files alone":      answering(http.StatusMultiStatus, "text/xml", `<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop><resourcetype><collection/></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`),
		"nobody signed in": answering(http.StatusMultiStatus, "text/xml", `<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop><current-user-principal><unauthenticated/></current-user-principal></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`),
		"an empty answer":  answering(http.StatusMultiStatus, "text/xml", `<multistatus xmlns="DAV:"/>`),
	} {
		s := newStandIn(t)
		s.failWith(fault)
		var failure *data.ServerFailure
		if _, err := finds(t, s, "", false); !errors.As(err, &failure) || failure.Reason != data.ServerNoCalendars {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestTheHostOfTheCalendarHomeIsKept has the home of calendars on another host, as iCloud has.
func TestTheHostOfTheCalendarHomeIsKept(t *testing.T) {
	first, second := newStandIn(t), newStandIn(t)
	first.home = second.URL + "/ana/"
	given, err := url.Parse(first.URL)
	if err != nil {
		t.Fatal(err)
	}
	d := &discovery{server: newServer(http.DefaultTransport, "127.0.0.1", user, password), name: "Peerage"}
	c, err := d.find(t.Context(), given)
	if err != nil || c.address.String() != second.URL+"/ana/peerage/" || len(first.calendars) != 0 || len(second.calendars) != 1 {
		t.Errorf("%v %v", err, c)
	}
}

func TestThePasswordStaysWithinTheDomainThatTheUserNamed(t *testing.T) {
	for from, goes := range map[string]map[string]bool{
		"caldav.icloud.com":   {"p42-caldav.icloud.com": true, "icloud.com": true, "icloud.com.example": false, "notcloud.com": false},
		"cloud.example.co.uk": {"dav.example.co.uk": true, "dav.other.co.uk": false},
		"127.0.0.1":           {"127.0.0.1": true, "127.0.0.2": false},
		"nas":                 {"nas": true, "NAS": true, "other": false},
	} {
		for to, want := range goes {
			var asked []string
			base := roundTrip(func(r *http.Request) (*http.Response, error) {
				asked = append(asked, r.URL.Hostname())
				status := http.StatusNotFound
				if len(asked) == 1 {
					status = http.StatusPermanentRedirect
				}
				return &http.Response{StatusCode: status, Header: http.Header{"Location": {"https://" + to + "/"}}, Body: http.NoBody, Request: r}, nil
			})
			_, _, err := newServer(base, from, user, password).propfind(t.Context(), &url.URL{Scheme: "https", Host: from, Path: "/"}, "0", "<resourcetype/>")
			var failure *data.ServerFailure
			if got := len(asked) == 2; got != want || !errors.As(err, &failure) || (failure.Reason == data.ServerElsewhere) == want {
				t.Errorf("from %s to %s: %v, asked %v", from, to, err, asked)
			}
		}
	}
}

func TestARedirectKeepsItsMethodItsBodyAndItsCondition(t *testing.T) {
	for _, status := range []int{301, 302, 307, 308} {
		var got []string
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			_, _, signed := r.BasicAuth()
			got = append(got, fmt.Sprint(r.Method, " ", r.URL.Path, " ", string(body), " ", r.Header.Get("If-Match"), " ", signed))
			if r.URL.Path == "/from" {
				http.Redirect(w, r, "/to", status)
			}
		}))
		defer s.Close()
		c := newServer(http.DefaultTransport, "127.0.0.1", user, password).client
		r, err := http.NewRequestWithContext(on(t.Context(), condition{match: "7"}), http.MethodPut, s.URL+"/from", strings.NewReader("body"))
		if err != nil {
			t.Fatal(err)
		}
		answer, err := c.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if want := []string{`PUT /from body "7" true`, `PUT /to body "7" true`}; !slices.Equal(got, want) || answer.Request.URL.Path != "/to" {
			t.Errorf("%d: %q", status, got)
		}
	}
}

func TestAnAnswerWithoutEndIsNotReadToTheEnd(t *testing.T) {
	d, _ := connected(t, false, "Ana")
	d.server.failWith(func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header().Set("Content-Type", "text/xml")
		w.WriteHeader(http.StatusMultiStatus)
		for chunk := strings.Repeat("x", 1<<20); ; {
			if _, err := io.WriteString(w, chunk); err != nil {
				return true
			}
		}
	})
	d.fails(data.ServerNotXML)
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<multistatus xmlns="DAV:"><response><href>/a</href><propstat><prop><getetag>W/"1"</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`))
	f.Add([]byte(`<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><response><href>%</href><propstat><prop><resourcetype><C:calendar/></resourcetype><C:calendar-home-set><href>//x/%zz</href></C:calendar-home-set></prop></propstat></response></multistatus>`))
	f.Add([]byte(`<html>`))
	f.Add([]byte(``))
	f.Fuzz(func(t *testing.T, octets []byte) {
		base := roundTrip(func(r *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: http.StatusMultiStatus, Header: http.Header{"Content-Type": {"text/xml"}}, Body: io.NopCloser(strings.NewReader(string(octets))), Request: r}, nil
		})
		s := newServer(base, "dav.example", user, password)
		given := &url.URL{Scheme: "https", Host: "dav.example", Path: "/"}
		d := &discovery{server: s, name: "Peerage"}
		c, err := d.find(t.Context(), given)
		if err != nil {
			var failure *data.ServerFailure
			if !errors.As(err, &failure) {
				t.Errorf("%v is no failure of the server", err)
			}
		} else if !private(c.address) {
			t.Errorf("found at %s", c.address)
		}
		if c, err = s.at(given); err != nil {
			t.Fatal(err)
		}
		listed, err := c.list(t.Context())
		for name := range listed {
			if strings.Contains(name, "/") {
				t.Errorf("%v: an object is called %q", err, name)
			}
		}
	})
}
