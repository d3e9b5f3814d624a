//go:build radicale

package publish

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/datatest"
	"peerage/data/events"
	"peerage/data/store"
)

// real is a desk with a real Radicale, which lies at the address in PEERAGE_CALDAV, and a second client, the phone.
type real struct {
	*desk
	phone   *collection
	asked   atomic.Int64
	address string
}

// counting counts the requests of Peerage.
type counting struct {
	http.RoundTripper
	asked *atomic.Int64
}

func (c counting) RoundTrip(r *http.Request) (*http.Response, error) {
	c.asked.Add(1)
	return c.RoundTripper.RoundTrip(r)
}

func newReal(t *testing.T) *real {
	t.Helper()
	r := &real{desk: newDesk(t), address: os.Getenv("PEERAGE_CALDAV")}
	if r.address == "" {
		t.Fatal("PEERAGE_CALDAV names no server")
	}
	r.base = counting{newTransport(), &r.asked}
	u, err := url.Parse(r.address + "/ana/peerage/")
	if err != nil {
		t.Fatal(err)
	}
	if r.phone, err = newServer(newTransport(), "127.0.0.1", user, password).at(u); err != nil {
		t.Fatal(err)
	}
	r.lose()
	return r
}

// lose deletes the calendar on the server.
func (r *real) lose() {
	r.t.Helper()
	if err := r.phone.dav.RemoveAll(r.t.Context(), r.phone.address.Path); err != nil && statusOf(err) != http.StatusNotFound {
		r.t.Fatal(err)
	}
}

func (r *real) connect(tasks bool) {
	r.t.Helper()
	if _, err := r.Connect(r.t.Context(), Account{Server: r.address, User: user, Password: password, Tasks: tasks}); err != nil {
		r.t.Fatal(err)
	}
	r.syncs()
	r.syncs()
}

// sees returns an object as the phone has it.
func (r *real) sees(uid string) (calendar.Found, string) {
	r.t.Helper()
	octets, err := r.phone.read(r.t.Context(), uid+extension)
	if err != nil {
		if gone(err) {
			return calendar.Found{}, ""
		}
		r.t.Fatal(err)
	}
	f, err := calendar.ReadObject(octets, time.UTC)
	if err != nil {
		r.t.Fatal(err)
	}
	return f, string(octets)
}

// edits changes an object on the phone.
func (r *real) edits(uid string, oldnew ...string) {
	r.t.Helper()
	_, body := r.sees(uid)
	after := strings.NewReplacer(oldnew...).Replace(body)
	if after == body {
		r.t.Fatalf("nothing to edit in %s", body)
	}
	if _, err := r.phone.write(r.t.Context(), uid+extension, []byte(after), condition{}); err != nil {
		r.t.Fatal(err)
	}
}

func (r *real) removes(uid string) {
	r.t.Helper()
	listed, err := r.phone.list(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	if err := r.phone.remove(r.t.Context(), uid+extension, listed[uid+extension]); err != nil {
		r.t.Fatal(err)
	}
}

func (r *real) known(name string) string {
	return r.person(name, datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
}

func TestRadicaleIsFoundFromAnyAddress(t *testing.T) {
	r := newReal(t)
	for _, path := range []string{"", "/", "/ana/", "/.well-known/caldav", "/ana/peerage/"} {
		if _, err := r.Connect(t.Context(), Account{Server: r.address + path, User: user, Password: password}); err != nil {
			t.Fatalf("%q: %v", path, err)
		}
		if where, _, err := r.store.Publication(t.Context()); err != nil || where.Address != r.address+"/ana/peerage/" {
			t.Errorf("%q: %v %+v", path, err, where)
		}
	}
	_, err := r.Connect(t.Context(), Account{Server: r.address, User: user, Password: "wrong"})
	var failure *data.ServerFailure
	if !errors.As(err, &failure) || failure.Reason != data.ServerWrongPassword {
		t.Errorf("%v", err)
	}
}

func TestRadicaleHandsOnWhatThePhoneDoes(t *testing.T) {
	r := newReal(t)
	ana, raj, mia := r.known("Ana"), r.known("Raj"), r.known("Mia")
	r.connect(false)
	r.edits(ana, "DTSTART;VALUE=DATE:20261201", "DTSTART:20261204T090000Z", "DTEND;VALUE=DATE:20261202", "DTEND:20261204T093000Z")
	r.removes(raj)
	r.edits(mia, "TRANSP:", "STATUS:CANCELLED\r\nTRANSP:")
	r.syncs()
	r.syncs()
	if c := r.cadence(ana); c.Appointment != (data.Appointment{Day: day(t, "2026-12-04"), At: 9 * 60, Made: today}) {
		t.Errorf("moved: %+v", c)
	}
	for _, uid := range []string{raj, mia} {
		f, body := r.sees(uid)
		if r.cadence(uid).Skipped != today || f.Day != day(t, "2026-12-23") || f.Cancelled {
			t.Errorf("skipped: %+v, %s", r.cadence(uid), body)
		}
	}
	before := r.asked.Load()
	r.syncs()
	if n := r.asked.Load() - before; n != 1 {
		t.Errorf("an idle round asks %d times", n)
	}
}

func TestRadicaleHandsOnATaskThatIsTickedOff(t *testing.T) {
	r := newReal(t)
	ana := r.known("Ana")
	r.connect(true)
	if f, body := r.sees(ana); !f.Task || f.Day != day(t, "2026-12-01") || !strings.Contains(body, "VALARM") {
		t.Fatalf("%+v %s", f, body)
	}
	r.edits(ana, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nCOMPLETED:20261122T220000Z")
	r.syncs()
	if f, body := r.sees(ana); f.Done || f.Day != day(t, "2026-12-22") {
		t.Errorf("the next one: %s", body)
	}
	datatest.Write(t, r.store, func(tx *store.Tx) error { return tx.Set("publish_tasks", "false") })
	r.syncs()
	if f, body := r.sees(ana); f.Task || f.Day != day(t, "2026-12-22") {
		t.Errorf("as an event: %s", body)
	}
}

func TestRadicaleKeepsTheHoursOfATimeZone(t *testing.T) {
	for _, tasks := range []bool{false, true} {
		r := newReal(t)
		berlin, err := time.LoadLocation("Europe/Berlin")
		if err != nil {
			t.Fatal(err)
		}
		r.zone = func() *time.Location { return berlin }
		datatest.Write(t, r.store, func(tx *store.Tx) error { return tx.Set("check_ins_at", "09:30") })
		ana := r.known("Ana")
		r.connect(tasks)
		f, body := r.sees(ana)
		if f.Day != day(t, "2026-12-01") || f.At != 8*60+30 || !strings.Contains(body, "BEGIN:VTIMEZONE") {
			t.Fatalf("%+v %s", f, body)
		}
		r.edits(ana, "TZID=Europe/Berlin:20261201T093000", "TZID=Europe/Berlin:20261205T170000", "TZID=Europe/Berlin:20261201T100000", "TZID=Europe/Berlin:20261205T173000")
		r.syncs()
		if c := r.cadence(ana); c.Appointment != (data.Appointment{Day: day(t, "2026-12-05"), At: 17 * 60, Made: today}) {
			t.Errorf("tasks %v: %+v", tasks, c)
		}
	}
}

func TestRadicaleRefusesWhatThePhoneChangedInBetween(t *testing.T) {
	r := newReal(t)
	ana := r.known("Ana")
	r.connect(false)
	listed, err := r.phone.list(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r.edits(ana, "DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261204")
	_, body := r.sees(ana)
	for what, held := range map[string]condition{"an old state": {match: listed[ana+extension]}, "none": {none: true}} {
		if _, err := r.phone.write(t.Context(), ana+extension, []byte(body), held); statusOf(err) != http.StatusPreconditionFailed {
			t.Errorf("under the condition of %s: %v", what, err)
		}
	}
	if err := r.phone.remove(t.Context(), ana+extension, listed[ana+extension]); statusOf(err) != http.StatusPreconditionFailed {
		t.Errorf("removed: %v", err)
	}
}

func TestRadicaleLosesItsCalendarAndGetsItAnewOnce(t *testing.T) {
	r := newReal(t)
	uids := []string{r.known("Ana"), r.known("Raj"), r.known("Mia")}
	r.connect(false)
	r.lose()
	r.syncs()
	r.syncs()
	for _, uid := range uids {
		if f, _ := r.sees(uid); f.Day == 0 || r.cadence(uid).Skipped != 0 {
			t.Errorf("%+v %+v", f, r.cadence(uid))
		}
	}
	r.lose()
	r.fails(data.ServerEmptied)
}

// TestRadicaleTakesThreeHundredCheckIns measures a first publication and a round without changes, and leaves the
// calendar for other programs to read.
func TestRadicaleTakesThreeHundredCheckIns(t *testing.T) {
	r := newReal(t)
	hostile := []string{"$(calc)", "<b>Ann</b> & Co", "Ann\r\nEND:VEVENT", "Zoë Müller", "李小龙", "👩‍💻 Ada", strings.Repeat("長", 80)}
	for i := range 300 {
		name := fmt.Sprint("Person ", i)
		if i < len(hostile) {
			name = hostile[i]
		}
		datatest.Person(t, r.store, name, datatest.Cadence(90, 180, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
	}
	began, asked := time.Now(), r.asked.Load()
	if _, err := r.Connect(t.Context(), Account{Server: r.address, User: user, Password: password}); err != nil {
		t.Fatal(err)
	}
	r.syncs()
	fmt.Printf("measured: 300 check-ins published first in %d requests and %.1f s\n", r.asked.Load()-asked, time.Since(began).Seconds())
	for _, what := range []string{"the round after it", "a round without changes"} {
		began, asked = time.Now(), r.asked.Load()
		r.syncs()
		fmt.Printf("measured: %s in %d requests and %.3f s\n", what, r.asked.Load()-asked, time.Since(began).Seconds())
	}
	preferences, err := r.preferences(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all, err := events.All(t.Context(), r.store, preferences, today, r.phrases())
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, e := range all {
		lines = append(lines, fmt.Sprintf("%s@peerage.invalid\t%s\t%s\n", e.UID, e.Day, calendar.OneLine(e.Summary)))
	}
	slices.Sort(lines)
	whole, err := r.phone.read(t.Context(), "")
	out := cmp.Or(os.Getenv("PEERAGE_CALDAV_OUT"), t.TempDir())
	if err := errors.Join(err, os.WriteFile(filepath.Join(out, "whole.ics"), whole, 0o600),
		os.WriteFile(filepath.Join(out, "whole.txt"), []byte(strings.Join(lines, "")), 0o600)); err != nil {
		t.Fatal(err)
	}
}
