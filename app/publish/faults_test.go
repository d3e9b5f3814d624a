package publish

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/datatest"
)

// answering is a fault that answers with a status, a content type and a body.
func answering(status int, kind, body string) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header().Set("Content-Type", kind)
		w.WriteHeader(status)
		io.WriteString(w, body)
		return true
	}
}

// puts limits a fault to what is written.
func puts(fault func(http.ResponseWriter, *http.Request) bool) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool { return r.Method == http.MethodPut && fault(w, r) }
}

func TestEachFaultIsSaidAndNothingIsLost(t *testing.T) {
	round := func(w http.ResponseWriter, r *http.Request) bool {
		http.Redirect(w, r, r.URL.Path+"x", http.StatusFound)
		return true
	}
	for what, c := range map[string]struct {
		fault  func(http.ResponseWriter, *http.Request) bool
		reason data.ServerReason
		said   string
	}{
		"a wrong password":      {down(http.StatusUnauthorized), data.ServerWrongPassword, "app password"},
		"no right":              {down(http.StatusForbidden), data.ServerForbids, "does not allow"},
		"no right to write":     {puts(down(http.StatusForbidden)), data.ServerForbids, "does not allow"},
		"no room":               {puts(down(http.StatusInsufficientStorage)), data.ServerFull, "no room"},
		"a redirect loop":       {round, data.ServerGoesRound, "without end"},
		"a redirect to nowhere": {down(http.StatusMovedPermanently), data.ServerGoesRound, "without end"},
		"a way without encryption": {func(w http.ResponseWriter, r *http.Request) bool {
			http.Redirect(w, r, "http://portal.example/", http.StatusFound)
			return true
		}, data.ServerInsecure, "without encryption"},
		"a captive portal":           {answering(http.StatusOK, "text/html", "<html>Please sign in</html>"), data.ServerNotXML, "sign-in page"},
		"a page that says 207":       {answering(http.StatusMultiStatus, "text/html", "<html>"), data.ServerNotXML, "sign-in page"},
		"half an answer":             {answering(http.StatusMultiStatus, "text/xml", "<multistatus xmlns='DAV:'><resp"), data.ServerNotXML, "sign-in page"},
		"an answer of another kind":  {answering(http.StatusOK, "text/xml", "<a/>"), data.ServerNoCalendars, "CalDAV"},
		"a broken server":            {down(http.StatusInternalServerError), data.ServerBroken, "(500)"},
		"a gateway without server":   {answering(http.StatusBadGateway, "text/html", "<html>"), data.ServerBroken, "(502)"},
		"too many requests":          {down(http.StatusTooManyRequests), data.ServerBroken, "(429)"},
		"a request it does not like": {puts(down(http.StatusBadRequest)), data.ServerRefuses, "(400)"},
		"no answer":                  {func(http.ResponseWriter, *http.Request) bool { panic(http.ErrAbortHandler) }, data.ServerUnreachable, "does not answer"},
	} {
		d, uids := connected(t, false, "Ana", "Raj")
		d.set(uids["Ana"], func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
		d.server.failWith(c.fault)
		if said := d.fails(c.reason); !strings.Contains(said, c.said) {
			t.Errorf("%s: said %q", what, said)
		}
		d.server.failWith(nil)
		d.Publisher = d.publisher(d.secrets)
		d.syncs()
		channels, err := d.store.Channels(t.Context())
		if err != nil || channels[data.ServerChannel].Trouble != "" || d.stands(uids["Ana"]) != "20261220" || len(d.server.bodies()) != 2 {
			t.Errorf("%s: %v: %+v, on %s", what, err, channels, d.stands(uids["Ana"]))
		}
		if c := d.cadence(uids["Raj"]); c.Skipped != 0 || c.Appointment.Day != 0 {
			t.Errorf("%s: %+v", what, c)
		}
	}
}

func TestAServerThatIsGoneOrUnknownOrNotTrustedIsSaid(t *testing.T) {
	d, _ := connected(t, false, "Ana")
	d.server.Close()
	d.fails(data.ServerUnreachable)
	d.base = roundTrip(func(*http.Request) (*http.Response, error) {
		return nil, fmt.Errorf("dial: %w", &net.DNSError{Err: "no such host", Name: "dav.example", IsNotFound: true})
	})
	if said := d.fails(data.ServerUnknown); !strings.Contains(said, "no server of that name") {
		t.Error(said)
	}
	trusted := httptest.NewTLSServer(http.NotFoundHandler())
	defer trusted.Close()
	trusted.Config.ErrorLog = quiet
	_, err := d.publisher(NewSecrets(nil)).Connect(t.Context(), Account{Server: trusted.URL, User: user, Password: password})
	var failure *data.ServerFailure
	if !errors.As(err, &failure) || failure.Reason != data.ServerUntrusted {
		t.Errorf("%v", err)
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestAWrongPasswordIsNotTriedAgainAndAgain(t *testing.T) {
	d, _ := connected(t, false, "Ana")
	d.server.failWith(down(http.StatusUnauthorized))
	d.server.requests()
	for range 5 {
		d.fails(data.ServerWrongPassword)
	}
	if n := len(d.server.requests()); n != 1 {
		t.Errorf("%d requests", n)
	}
	d.server.failWith(nil)
	if _, err := d.Unlock(t.Context(), password); err != nil {
		t.Fatal(err)
	}
	d.syncs()
}

func TestWithoutItsPasswordNothingIsAsked(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	d.Publisher = d.publisher(NewSecrets(nil)) // after a restart without a keychain
	d.set(uids["Ana"], func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
	d.server.requests()
	d.fails(data.ServerLocked)
	if got := d.server.requests(); len(got) != 0 {
		t.Error(got)
	}
	if _, err := d.Unlock(t.Context(), "wrong"); err == nil {
		t.Error("a wrong password unlocks")
	}
	if _, err := d.Unlock(t.Context(), password); err != nil {
		t.Fatal(err)
	}
	d.syncs()
	if at := d.stands(uids["Ana"]); at != "20261220" {
		t.Error(at)
	}
}

func TestAnObjectThatTheServerRefusesDoesNotKeepTheOthersBack(t *testing.T) {
	d, uids := connected(t, false, "Ana", "Raj")
	for _, uid := range uids {
		d.set(uid, func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
	}
	d.server.failWith(func(w http.ResponseWriter, r *http.Request) bool {
		return strings.Contains(r.URL.Path, uids["Ana"]) && puts(down(http.StatusUnsupportedMediaType))(w, r)
	})
	d.fails(data.ServerRefuses)
	if d.stands(uids["Raj"]) != "20261220" || d.stands(uids["Ana"]) != "20261201" {
		t.Errorf("%s %s", d.stands(uids["Raj"]), d.stands(uids["Ana"]))
	}
	d.server.failWith(nil)
	d.syncs()
	if d.stands(uids["Ana"]) != "20261220" {
		t.Error(d.stands(uids["Ana"]))
	}
}

func TestAServerThatRefusesEverythingIsLeftAlone(t *testing.T) {
	var names []string
	for i := range 20 {
		names = append(names, fmt.Sprint("Ana ", i))
	}
	d, uids := connected(t, false, names...)
	for _, uid := range uids {
		d.set(uid, func(c *data.Cadence) { c.Skip(today) })
	}
	d.server.failWith(puts(down(http.StatusForbidden)))
	d.fails(data.ServerForbids)
	if n := len(d.server.requests()); n > 2*mostRefusals {
		t.Errorf("%d requests", n)
	}
}

func TestAnETagMayBeWeakOrMissing(t *testing.T) {
	for what, etag := range map[string]func(string) string{
		"weak":    func(e string) string { return `W/"` + e + `"` },
		"missing": func(string) string { return "" },
	} {
		d := newDesk(t)
		d.server.etag = etag
		uid := d.person("Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
		if _, err := d.Connect(t.Context(), Account{Server: d.server.URL, User: user, Password: password}); err != nil {
			t.Fatal(err)
		}
		d.syncs()
		d.syncs()
		d.server.edit(t, uid, "DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261204")
		d.syncs()
		d.syncs()
		d.server.requests()
		d.syncs()
		if got := d.server.requests(); d.stands(uid) != "20261204" || len(got) != 1 {
			t.Errorf("%s: on %s, %q", what, d.stands(uid), got)
		}
		d.server.drop(uid)
		d.syncs()
		if d.cadence(uid).Skipped != today {
			t.Errorf("%s: %+v", what, d.cadence(uid))
		}
	}
}

// TestAnHourOfTroubleIsFollowedByPausesThatGrow runs a publisher by its own clock against a server that has trouble
// for an hour.
func TestAnHourOfTroubleIsFollowedByPausesThatGrow(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	d.set(uids["Ana"], func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
	begin := d.clock
	var tried []time.Duration
	d.server.before = func(*http.Request) { tried = append(tried, d.clock.Sub(begin)) }
	d.server.failWith(down(http.StatusServiceUnavailable))
	d.runs(func(time.Duration) bool {
		if d.clock.Sub(begin) >= time.Hour {
			d.server.failWith(nil)
		}
		return d.clock.Sub(begin) < 3*time.Hour
	})
	minutes := make([]int, 0, len(tried))
	for _, at := range tried[:7] {
		minutes = append(minutes, int(at.Minutes()))
	}
	if want := []int{0, 1, 3, 7, 15, 31, 63}; !slices.Equal(minutes, want) {
		t.Errorf("tried after %v minutes, want %v", minutes, want)
	}
	if d.stands(uids["Ana"]) != "20261220" {
		t.Error("something was lost")
	}
}
