package publish

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"peerage/app/words"
	"peerage/app/wordstest"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/events"
	"peerage/data/store"
)

var (
	noon  = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) // a Monday
	today = data.DayOf(noon)
)

// desk is a publisher whose clock the test turns, with a stand-in for the server.
type desk struct {
	*Publisher
	t      testing.TB
	server *standIn
	store  *store.Store
	clock  time.Time
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	d := &desk{t: t, server: newStandIn(t), clock: noon}
	s, err := store.Open(t.TempDir(), func() time.Time { return d.clock })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	d.store = s
	d.Publisher = d.publisher(NewSecrets(nil))
	return d
}

// publisher returns another publisher of the same data.
func (d *desk) publisher(secrets *Secrets) *Publisher {
	speak := wordstest.English(d.t)
	p := New(d.store, secrets, Options{
		Words: func() *words.Words { return speak }, Today: func() data.Day { return data.DayOf(d.clock) }, Now: func() time.Time { return d.clock },
		Zone: func() *time.Location { return time.UTC },
		Phrases: func() events.Phrases {
			return events.Phrases{
				Calendar: "Peerage & Co", CheckIn: func(name string) string { return "Check in: " + name },
				Why:       func(data.CheckIn, *data.Interaction) string { return "why" },
				Promise:   func(p *data.Promise, name string) string { return fmt.Sprint(p.By, " ", name, ": ", p.What) },
				Promised:  func(name string) string { return "Promise: " + name },
				Occasion:  func(o data.Occasion) string { return fmt.Sprint(o.Name, " ", o.Kind) },
				Milestone: func(name string) string { return "Milestone: " + name },
			}
		},
	})
	p.base = http.DefaultTransport.(*http.Transport).Clone()
	return p
}

// connected is a desk that publishes, with people who have a rhythm of thirty days and were met on the first.
func connected(t testing.TB, tasks bool, names ...string) (*desk, map[string]string) {
	t.Helper()
	d := newDesk(t)
	uids := map[string]string{}
	for _, name := range names {
		uids[name] = d.person(name, datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
	}
	if stays, err := d.Connect(t.Context(), Account{Server: d.server.URL, User: user, Password: password, Tasks: tasks}); err != nil || stays {
		t.Fatal(stays, err)
	}
	<-d.poke
	d.syncs()
	d.syncs()
	d.server.requests()
	return d, uids
}

func (d *desk) person(name string, parts ...datatest.Part) (uuid string) {
	d.t.Helper()
	id := datatest.Person(d.t, d.store, name, parts...)
	p, err := d.store.Person(d.t.Context(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return p.UUID
}

// goes does one round.
func (d *desk) goes() error {
	_, err := d.sync(d.t.Context())
	return err
}

func (d *desk) syncs() {
	d.t.Helper()
	if err := d.goes(); err != nil {
		d.t.Fatalf("%v (%s)", err, d.Publisher.words().Error(err))
	}
}

// fails goes a round that fails for a reason, and says it in the settings in one sentence or two.
func (d *desk) fails(reason data.ServerReason) string {
	d.t.Helper()
	err := d.goes()
	var failure *data.ServerFailure
	if !errors.As(err, &failure) || failure.Reason != reason {
		d.t.Fatalf("%v, want %s", err, reason)
	}
	channels, err := d.store.Channels(d.t.Context())
	said := channels[data.ServerChannel].Trouble
	if err != nil || said == "" || strings.HasPrefix(said, "server.") || strings.Contains(said, password) {
		d.t.Errorf("%v: said %q", err, said)
	}
	return said
}

// stands returns on which day each check-in or promise stands on the server, by UID.
func (d *desk) stands(uid string) string {
	d.t.Helper()
	for line := range strings.SplitSeq(d.server.bodies()[uid], "\r\n") {
		for _, name := range []string{"DTSTART", "DUE"} {
			if strings.HasPrefix(line, name) {
				return line[strings.LastIndex(line, ":")+1:]
			}
		}
	}
	return ""
}

// cadence returns what is set for a person.
func (d *desk) cadence(uuid string) (c data.Cadence) {
	d.t.Helper()
	id, err := d.store.ByUUID(d.t.Context(), uuid)
	if err != nil {
		d.t.Fatal(err)
	}
	r, err := d.store.RhythmOf(d.t.Context(), id, data.DayOf(d.clock))
	if err != nil {
		d.t.Fatal(err)
	}
	return r.Cadence
}

// set changes what is set for a person, here.
func (d *desk) set(uuid string, edit func(*data.Cadence)) {
	d.t.Helper()
	datatest.Write(d.t, d.store, func(tx *store.Tx) error {
		id, err := d.store.ByUUID(d.t.Context(), uuid)
		if err != nil {
			return err
		}
		c, err := tx.Cadence(id)
		if err != nil {
			return err
		}
		edit(&c)
		return tx.SaveCadence(c)
	})
}

// undo takes back the last operation and returns its name.
func (d *desk) undo() string {
	d.t.Helper()
	name, err := d.store.Undo(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	return name
}

func day(t testing.TB, s string) data.Day { return datatest.Day(t, s) }
