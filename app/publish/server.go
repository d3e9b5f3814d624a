package publish

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/emersion/go-webdav"

	"peerage/data"
	"peerage/data/calendar"
)

// server is a CalDAV server as one user.
type server struct {
	client  *http.Client
	carrier *carrier
}

// newServer returns the server at a host that the user named.
func newServer(base http.RoundTripper, host, user, password string) *server {
	c := &carrier{base: base, host: host, user: user, password: password}
	return &server{&http.Client{Transport: c, Timeout: patience}, c}
}

// close lets go of the connections.
func (s *server) close() { s.client.CloseIdleConnections() }

// CloseIdleConnections is what http.Client asks of what carries its requests.
func (c *carrier) CloseIdleConnections() {
	if base, ok := c.base.(interface{ CloseIdleConnections() }); ok {
		base.CloseIdleConnections()
	}
}

// multistatus is an answer about several addresses (RFC 4918 §13).
type multistatus struct {
	XMLName   xml.Name   `xml:"DAV: multistatus"`
	Responses []response `xml:"DAV: response"`
}

type response struct {
	Href  string     `xml:"DAV: href"`
	Stats []propstat `xml:"DAV: propstat"`
}

type propstat struct {
	Status string `xml:"DAV: status"`
	Props  props  `xml:"DAV: prop"`
}

// props are the properties that are asked for.
type props struct {
	Type *struct {
		Calendar *struct{} `xml:"urn:ietf:params:xml:ns:caldav calendar"`
	} `xml:"DAV: resourcetype"`
	ETag  string `xml:"DAV: getetag"`
	Mark  string `xml:"http://calendarserver.org/ns/ getctag"`
	Token string `xml:"DAV: sync-token"`
	Home  *struct {
		Href string `xml:"DAV: href"`
	} `xml:"urn:ietf:params:xml:ns:caldav calendar-home-set"`
}

// good returns the properties of an address that it has.
func (r *response) good() props {
	var p props
	for _, s := range r.Stats {
		if s.Status != "" && !strings.Contains(s.Status, " 200") {
			continue
		}
		p.Type = cmp.Or(p.Type, s.Props.Type)
		p.ETag, p.Mark, p.Token = cmp.Or(p.ETag, s.Props.ETag), cmp.Or(p.Mark, s.Props.Mark), cmp.Or(p.Token, s.Props.Token)
	}
	return p
}

const propfindHead = xml.Header + `<propfind xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"><prop>`

// propfind asks for properties of an address, or with a depth of 1 of what lies in it too. It returns where the
// answer came from, which is another place where the request was sent on.
func (s *server) propfind(ctx context.Context, at *url.URL, depth, wanted string) ([]response, *url.URL, error) {
	r, err := http.NewRequestWithContext(ctx, "PROPFIND", at.String(), strings.NewReader(propfindHead+wanted+"</prop></propfind>"))
	if err != nil {
		return nil, nil, err
	}
	r.Header.Set("Depth", depth)
	r.Header.Set("Content-Type", "application/xml; charset=utf-8")
	answer, err := s.client.Do(r)
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	responses, err := parse(answer.Body)
	return responses, answer.Request.URL, err
}

// parse reads an answer about several addresses.
func parse(r io.Reader) ([]response, error) {
	var m multistatus
	if err := xml.NewDecoder(r).Decode(&m); err != nil {
		return nil, &data.ServerFailure{Reason: data.ServerNotXML, Err: err}
	}
	return m.Responses, nil
}

// collection is one calendar on a server.
type collection struct {
	*server
	address *url.URL // ends with a slash
	dav     *webdav.Client
}

// at returns the calendar at an address.
func (s *server) at(address *url.URL) (*collection, error) {
	u := *address
	if !strings.HasSuffix(u.Path, "/") {
		u.Path += "/"
		u.RawPath = ""
	}
	dav, err := webdav.NewClient(s.client, u.String())
	if err != nil {
		return nil, err
	}
	return &collection{s, &u, dav}, nil
}

// asked is what Peerage wants to know of a calendar.
const asked = "<resourcetype/><s:getctag/><sync-token/>"

// mark returns by what the server tells that nothing in the calendar changed, "" where it does not. The error
// has the status 404 where there is no calendar.
func (c *collection) mark(ctx context.Context) (string, error) {
	responses, _, err := c.propfind(ctx, c.address, "0", asked)
	if err != nil {
		return "", err
	}
	for i := range responses {
		if p := responses[i].good(); p.Type != nil && p.Type.Calendar != nil {
			return cmp.Or(p.Mark, p.Token), nil
		}
	}
	return "", &data.ServerFailure{Reason: data.ServerRefuses, Status: http.StatusNotFound}
}

// list returns the ETags of the objects by their names.
func (c *collection) list(ctx context.Context) (map[string]string, error) {
	responses, _, err := c.propfind(ctx, c.address, "1", "<getetag/>")
	if err != nil {
		return nil, err
	}
	listed := make(map[string]string, len(responses))
	for i := range responses {
		u, err := url.Parse(strings.TrimSpace(responses[i].Href))
		if err != nil {
			continue
		}
		if etag := bare(responses[i].good().ETag); etag != "" && !strings.HasSuffix(u.Path, "/") {
			listed[path.Base(u.Path)] = etag
		}
	}
	return listed, nil
}

// read returns the octets of an object.
func (c *collection) read(ctx context.Context, name string) ([]byte, error) {
	body, err := c.dav.Open(ctx, c.address.Path+name)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	b, err := io.ReadAll(&bounded{body, calendar.MaxObject})
	if errors.Is(err, errEndless) {
		return nil, fmt.Errorf("%w: %w", calendar.ErrNoObject, err)
	}
	return b, err
}

// write puts octets in place of an object and returns its new ETag, "" where the server does not say. The
// error has the status 412 where the condition does not hold.
func (c *collection) write(ctx context.Context, name string, octets []byte, held condition) (string, error) {
	r, err := http.NewRequestWithContext(on(ctx, held), http.MethodPut, c.address.JoinPath(name).String(), bytes.NewReader(octets))
	if err != nil {
		return "", err
	}
	r.Header.Set("Content-Type", "text/calendar; charset=utf-8")
	answer, err := c.client.Do(r)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	return bare(answer.Header.Get("ETag")), nil
}

// remove removes an object that is as it was seen. One that is not there is removed.
func (c *collection) remove(ctx context.Context, name, etag string) error {
	err := c.dav.RemoveAll(on(ctx, condition{match: etag}), c.address.Path+name)
	if gone(err) {
		return nil
	}
	return err
}

// gone reports whether an error says that there is nothing at an address.
func gone(err error) bool {
	status := statusOf(err)
	return status == http.StatusNotFound || status == http.StatusGone
}
