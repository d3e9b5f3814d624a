package publish

import (
	"context"
	"encoding/xml"
	"errors"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/emersion/go-webdav/caldav"

	"peerage/data"
)

// Address reads what people type for a server: a host, or the address of a server, a user or a calendar. It
// fails with an *data.Invalid. A name or password in it is left out.
func Address(typed string) (*url.URL, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return nil, &data.Invalid{Field: "server", Reason: data.Missing}
	}
	if !strings.Contains(typed, "://") {
		host, _, _ := strings.Cut(typed, "/")
		scheme := "https://"
		if name, _, found := strings.Cut(host, ":"); loopback(host) || found && loopback(name) {
			scheme = "http://"
		}
		typed = scheme + typed
	}
	u, err := url.Parse(typed)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, &data.Invalid{Field: "server", Reason: data.Unknown}
	}
	if !private(u) {
		return nil, &data.ServerFailure{Reason: data.ServerInsecure}
	}
	u.User, u.RawQuery, u.Fragment = nil, "", ""
	return u, nil
}

// wellKnown is where a server says where its calendars are (RFC 6764 §5).
const wellKnown = "/.well-known/caldav"

// discovery looks for the calendar that is Peerage's.
type discovery struct {
	*server
	name  string // of a calendar that is made
	tasks bool   // it is to hold tasks
}

// find returns the calendar at, or reached from, the address the user gave. Where there is none it is made.
func (d *discovery) find(ctx context.Context, given *url.URL) (*collection, error) {
	root := *given
	root.Path, root.RawPath = "/", ""
	starts := []*url.URL{given, root.JoinPath(wellKnown), &root}
	if given.Path == "" || given.Path == "/" {
		starts = starts[1:]
	}
	var last error
	for _, start := range starts {
		found, err := d.from(ctx, start)
		if err == nil || !goesOn(err) {
			return found, err
		}
		last = telling(last, err)
	}
	return nil, last
}

// goesOn reports whether the way to the calendars may begin elsewhere after an error.
func goesOn(err error) bool {
	var refusal *data.ServerFailure
	if !errors.As(err, &refusal) {
		return false
	}
	return refusal.Reason == data.ServerRefuses || refusal.Reason == data.ServerNotXML || refusal.Reason == data.ServerNoCalendars || refusal.Reason == data.ServerForbids
}

// telling returns of two errors the one that tells more of why there is no way to the calendars.
func telling(before, err error) error {
	var refusal *data.ServerFailure
	switch {
	case before != nil:
		return before
	case errors.As(err, &refusal) && refusal.Reason == data.ServerRefuses:
		return &data.ServerFailure{Reason: data.ServerNoCalendars, Status: refusal.Status, Err: err}
	}
	return err
}

// from follows the way from an address: to a calendar there, or else over the user to the home of calendars.
func (d *discovery) from(ctx context.Context, start *url.URL) (*collection, error) {
	responses, came, err := d.propfind(ctx, start, "0", asked)
	if err != nil {
		return nil, err
	}
	for i := range responses {
		if p := responses[i].good(); p.Type != nil && p.Type.Calendar != nil {
			return d.at(came)
		}
	}
	client, err := caldav.NewClient(d.client, came.String())
	if err != nil {
		return nil, err
	}
	user, err := client.FindCurrentUserPrincipal(ctx)
	if err != nil {
		return nil, unlike(err)
	}
	d.carrier.home = nil
	if _, err := client.FindCalendarHomeSet(ctx, user); err != nil {
		return nil, unlike(err)
	}
	if d.carrier.home == nil {
		return nil, &data.ServerFailure{Reason: data.ServerNoCalendars}
	}
	return d.within(ctx, d.carrier.home)
}

// unlike makes an error of the client library one that says that the server knows no calendars, unless it says
// more.
func unlike(err error) error {
	var refusal *data.ServerFailure
	if errors.As(err, &refusal) || errors.Is(err, context.Canceled) {
		return err
	}
	return &data.ServerFailure{Reason: data.ServerNoCalendars, Err: err}
}

// ours is the last part of the address of a calendar that Peerage makes, and description what it says of itself.
const (
	ours        = "peerage"
	description = "Made by Peerage, which writes check-ins here."
)

// within returns the calendar of Peerage in a home of calendars.
func (d *discovery) within(ctx context.Context, home *url.URL) (*collection, error) {
	if !strings.HasSuffix(home.Path, "/") {
		home.Path, home.RawPath = home.Path+"/", ""
	}
	found, err := d.madeBefore(ctx, home)
	if err != nil || found != nil {
		return found, err
	}
	if err := d.makeCalendar(ctx, home.JoinPath(ours+"/")); err != nil {
		return nil, err
	}
	// Some servers give it another address than was asked for.
	found, err = d.madeBefore(ctx, home)
	if err == nil && found == nil {
		err = &data.ServerFailure{Reason: data.ServerForbids}
	}
	return found, err
}

// madeBefore returns the calendar of Peerage in a home, nil where there is none.
func (d *discovery) madeBefore(ctx context.Context, home *url.URL) (*collection, error) {
	client, err := caldav.NewClient(d.client, home.String())
	if err != nil {
		return nil, err
	}
	all, err := client.FindCalendars(ctx, home.Path)
	if err != nil {
		return nil, unlike(err)
	}
	for _, one := range all {
		if path.Base(one.Path) != ours && one.Description != description {
			continue
		}
		if d.tasks && len(one.SupportedComponentSet) > 0 && !slices.Contains(one.SupportedComponentSet, "VTODO") {
			return nil, &data.ServerFailure{Reason: data.ServerNoTasks}
		}
		u := *home
		u.Path, u.RawPath = one.Path, ""
		return d.at(&u)
	}
	return nil, nil
}

// makeCalendar makes a calendar for events and tasks; on a server that has calendars for one of them alone, for
// the one that is needed.
func (d *discovery) makeCalendar(ctx context.Context, at *url.URL) error {
	err := d.mkcalendar(ctx, at, "VEVENT", "VTODO")
	var refusal *data.ServerFailure
	if !errors.As(err, &refusal) || refusal.Reason != data.ServerForbids && refusal.Reason != data.ServerRefuses {
		return err
	}
	if d.tasks {
		return &data.ServerFailure{Reason: data.ServerNoTasks, Status: refusal.Status, Err: err}
	}
	err = d.mkcalendar(ctx, at, "VEVENT")
	if errors.As(err, &refusal) && refusal.Reason == data.ServerRefuses {
		return &data.ServerFailure{Reason: data.ServerForbids, Status: refusal.Status, Err: err}
	}
	return err
}

// mkcalendar is described at RFC 4791 §5.3.1.
func (d *discovery) mkcalendar(ctx context.Context, at *url.URL, components ...string) error {
	var b strings.Builder
	b.WriteString(xml.Header + `<c:mkcalendar xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><set><prop><displayname>`)
	if err := xml.EscapeText(&b, []byte(d.name)); err != nil {
		return err
	}
	b.WriteString("</displayname><c:calendar-description>" + description + "</c:calendar-description><c:supported-calendar-component-set>")
	for _, c := range components {
		b.WriteString(`<c:comp name="` + c + `"/>`)
	}
	b.WriteString("</c:supported-calendar-component-set></prop></set></c:mkcalendar>")
	r, err := http.NewRequestWithContext(ctx, "MKCALENDAR", at.String(), strings.NewReader(b.String()))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/xml; charset=utf-8")
	answer, err := d.client.Do(r)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}
