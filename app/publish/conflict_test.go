package publish

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/datatest"
	"peerage/data/store"
)

// monday is what stands in most examples: written for the first of December, all day.
func written() store.Published {
	return store.Published{UID: "a", ETag: "1", Day: today + 8, At: data.AllDay, Wish: 1, Wished: 1, Since: noon.UnixMilli()}
}

func TestWhatBothSidesChangedIsJudgedByWhichIsLater(t *testing.T) {
	unchanged := &item{event: calendar.Event{UID: "a", Kind: calendar.CheckIn, Day: today + 8}, at: data.AllDay, wish: 1}
	changed := written()
	changed.Wished = 2
	ours := &item{event: calendar.Event{UID: "a", Kind: calendar.CheckIn, Day: today + 20}, at: data.AllDay, wish: 2}
	task := written()
	task.Task, task.Wished = true, 2
	lostAnswer := written()
	lostAnswer.Day, lostAnswer.PriorDay, lostAnswer.PriorAt = today+9, today+8, data.AllDay
	unknown := store.Published{UID: "a", At: data.AllDay, Wish: 1, Wished: 1}

	at := func(d data.Day) calendar.Found { return calendar.Found{UID: "a", Day: d, At: data.AllDay} }
	later := func(f calendar.Found) *calendar.Found { f.Modified = noon.Add(time.Minute); return &f }
	sooner := func(f calendar.Found) *calendar.Found { f.Modified = noon.Add(-time.Minute); return &f }
	cancelled := func(f calendar.Found) calendar.Found { f.Cancelled = true; return f }
	ticked := func(f calendar.Found) calendar.Found { f.Done = true; return f }
	hour := at(today + 8)
	hour.At = 9 * 60

	for what, c := range map[string]struct {
		was  store.Published
		is   *calendar.Found
		want *item
		v    verdict
		lost bool
	}{
		"nothing":                           {written(), later(at(today + 8)), unchanged, nothing, false},
		"a move there":                      {written(), sooner(at(today + 3)), unchanged, moved, false},
		"an hour there":                     {written(), sooner(hour), unchanged, moved, false},
		"a deletion there":                  {written(), nil, unchanged, dropped, false},
		"a cancellation there":              {written(), sooner(cancelled(at(today + 8))), unchanged, dropped, false},
		"a later move there":                {changed, later(at(today + 3)), ours, moved, false},
		"an earlier move there":             {changed, sooner(at(today + 3)), ours, nothing, true},
		"a move of unknown time":            {changed, &calendar.Found{UID: "a", Day: today + 3, At: data.AllDay}, ours, nothing, true},
		"the same move there":               {changed, sooner(at(today + 20)), ours, nothing, false},
		"a later cancellation there":        {changed, later(cancelled(at(today + 8))), ours, dropped, false},
		"an earlier cancellation there":     {changed, sooner(cancelled(at(today + 8))), ours, nothing, true},
		"a deletion of what changed here":   {changed, nil, ours, nothing, true},
		"a change here alone":               {changed, later(at(today + 8)), ours, nothing, false},
		"contact, whatever changed here":    {task, sooner(ticked(at(today + 8))), ours, done, false},
		"an event that says it is done":     {written(), later(ticked(at(today + 8))), unchanged, nothing, false},
		"what is gone here":                 {written(), later(at(today + 3)), nil, nothing, false},
		"a day that is none":                {written(), later(at(0)), unchanged, nothing, false},
		"the day before an answer was lost": {lostAnswer, later(at(today + 8)), ours, nothing, false},
		"the day after an answer was lost":  {lostAnswer, later(at(today + 9)), ours, nothing, false},
		"one of unknown origin":             {unknown, sooner(at(today + 30)), unchanged, moved, false},
		"one that slides":                   {unknown, later(at(today + 3)), unchanged, nothing, false},
	} {
		if v, lost := judge(&c.was, c.is, c.want); v != c.v || lost != c.lost {
			t.Errorf("%s: %v, lost %v; want %v, %v", what, v, lost, c.v, c.lost)
		}
	}
}

func TestALaterChangeHereHoldsAndIsTold(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	ana := uids["Ana"]
	d.server.edit(t, ana, "DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261204")
	d.clock = noon.Add(time.Hour)
	d.set(ana, func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
	d.syncs()
	where, _, err := d.store.Publication(t.Context())
	if err != nil || d.stands(ana) != "20261220" || where.Told != "A change on the server was older than one here, so the one here holds." || where.ToldAt != d.clock.UnixMilli() {
		t.Errorf("%v: on %s, told %+v", err, d.stands(ana), where)
	}
	if strings.Contains(where.Told, "Ana") {
		t.Error("what is told names somebody")
	}
}

func TestALaterMoveOnThePhoneHolds(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	ana := uids["Ana"]
	d.set(ana, func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
	d.server.failWith(down(http.StatusServiceUnavailable))
	d.fails(data.ServerBroken) // the change here is noticed all the same
	d.server.failWith(nil)
	d.clock = noon.Add(time.Hour)
	d.server.edit(t, ana, "DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261204", "LAST-MODIFIED:20261123T120000Z", "LAST-MODIFIED:20261123T123000Z")
	d.syncs()
	if d.stands(ana) != "20261204" || d.cadence(ana).Appointment.Day != day(t, "2026-12-04") {
		t.Errorf("on %s: %+v", d.stands(ana), d.cadence(ana))
	}
}

// TestAnObjectThatChangesBetweenLookingAndWritingIsReadFirst lets the phone write after Peerage has looked.
func TestAnObjectThatChangesBetweenLookingAndWritingIsReadFirst(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	ana := uids["Ana"]
	d.clock = noon.Add(time.Hour)
	datatest.Write(t, d.store, func(tx *store.Tx) error { return tx.Set("alarm_at", "08:00") }) // every object is to be written
	once := true
	d.server.before = func(r *http.Request) {
		if r.Method == http.MethodPut && once {
			once = false
			d.server.edit(t, ana, "DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261204")
		}
	}
	d.syncs()
	if d.cadence(ana).Appointment.Day != day(t, "2026-12-04") || d.stands(ana) != "20261204" || !strings.Contains(d.server.bodies()[ana], "TRIGGER:PT8H") {
		t.Errorf("%+v %s", d.cadence(ana), d.server.bodies()[ana])
	}
	refused := 0
	for _, asked := range d.server.requests() {
		if strings.HasPrefix(asked, "PUT") {
			refused++
		}
	}
	if refused != 2 {
		t.Errorf("%d PUTs", refused)
	}
}

func TestAnObjectThatAppearsBeforeItIsWrittenIsReadFirst(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	raj := d.person("Raj", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
	theirs := strings.NewReplacer(uids["Ana"], raj, "DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261209").Replace(d.server.bodies()[uids["Ana"]])
	once := true
	d.server.before = func(r *http.Request) {
		if r.Method == http.MethodPut && once {
			once = false
			d.server.mu.Lock()
			d.server.put(d.server.calendar(), raj+extension, theirs)
			d.server.mu.Unlock()
		}
	}
	d.syncs()
	if d.cadence(raj).Appointment.Day != day(t, "2026-12-09") || d.stands(raj) != "20261209" {
		t.Errorf("%+v on %s", d.cadence(raj), d.stands(raj))
	}
}

// TestAnObjectOfAnotherProgramUnderTheNameOfOursIsLeftAlone holds that only what says it is ours is written over.
func TestAnObjectOfAnotherProgramUnderTheNameOfOursIsLeftAlone(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	raj := d.person("Raj", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
	d.server.mu.Lock()
	d.server.put(d.server.calendar(), raj+extension, strings.ReplaceAll(d.server.calendar().objects[uids["Ana"]+extension].body, "UID:", "UID:x"))
	d.server.mu.Unlock()
	d.syncs()
	d.set(raj, func(c *data.Cadence) { c.Snooze(today + 40) })
	d.syncs()
	if body := d.server.bodies()[raj]; !strings.Contains(body, "UID:x") {
		t.Error(body)
	}
	if err := d.Withdraw(t.Context(), true); err != nil || len(d.server.bodies()) != 1 {
		t.Errorf("%v %q", err, d.server.bodies())
	}
}

func TestATaskThatTheServerRefusesIsNotTakenForADeletion(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	datatest.Write(t, d.store, func(tx *store.Tx) error { return tx.Set("publish_tasks", "true") })
	d.server.failWith(puts(down(http.StatusUnprocessableEntity)))
	d.fails(data.ServerRefuses)
	d.fails(data.ServerRefuses)
	d.server.failWith(nil)
	d.syncs()
	if body := d.server.bodies()[uids["Ana"]]; d.cadence(uids["Ana"]).Skipped != 0 || !strings.Contains(body, "VTODO") {
		t.Errorf("%+v %s", d.cadence(uids["Ana"]), body)
	}
}

func TestAnObjectThatChangesAllTheTimeIsTriedAgainLater(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	d.set(uids["Ana"], func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
	n := 0
	d.server.before = func(r *http.Request) {
		if r.Method == http.MethodPut {
			n++
			d.server.edit(t, uids["Ana"], "SUMMARY:", "SUMMARY:x")
		}
	}
	d.fails(data.ServerRestless)
	d.server.before = nil
	d.syncs()
	if n != mostPasses || d.stands(uids["Ana"]) != "20261220" {
		t.Errorf("%d tries, on %s", n, d.stands(uids["Ana"]))
	}
}

func TestWhatIsAddedOnThePhoneStaysUntilTheEventSaysSomethingNew(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	d.server.edit(t, uids["Ana"], "SUMMARY:", "LOCATION:Rosa's\r\nSUMMARY:")
	d.syncs()
	d.syncs()
	if body := d.server.bodies()[uids["Ana"]]; !strings.Contains(body, "Rosa's") {
		t.Error(body)
	}
}

func TestAnObjectThatNobodyCanReadIsNoReasonToStop(t *testing.T) {
	d, uids := connected(t, false, "Ana", "Raj")
	for _, ruin := range []string{"<html>", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=X", strings.Repeat("x", calendar.MaxObject+5), ""} {
		d.server.mu.Lock()
		d.server.put(d.server.calendar(), uids["Ana"]+".ics", ruin)
		d.server.mu.Unlock()
		d.set(uids["Raj"], func(c *data.Cadence) { c.Snooze(today + 20 + data.Day(len(ruin)%7)) })
		d.syncs()
		if d.cadence(uids["Ana"]) != (data.Cadence{Person: d.cadence(uids["Ana"]).Person, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Set: day(t, "2026-01-01")}) {
			t.Errorf("%.20q: %+v", ruin, d.cadence(uids["Ana"]))
		}
	}
	d.set(uids["Ana"], func(c *data.Cadence) { c.Snooze(today + 40) })
	d.syncs()
	if d.stands(uids["Ana"]) == "" {
		t.Error("it is never mended")
	}
}

// TestAnAnswerThatIsLostLeavesNothingUnknown breaks the connection once at each request of a round, before or after the
// server did what it was asked, and lets a new day come before the next round.
func TestAnAnswerThatIsLostLeavesNothingUnknown(t *testing.T) {
	for _, after := range []bool{false, true} {
		for at := range 12 {
			d, uids := connected(t, at%2 == 0, "Ana", "Raj", "Zoe")
			d.set(uids["Ana"], func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
			d.set(uids["Raj"], func(c *data.Cadence) { c.Appoint(data.Appointment{Day: today, At: data.AllDay, Made: today}) })
			mia := d.person("Mia", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-05", ""))
			if at%2 == 0 {
				datatest.Write(t, d.store, func(tx *store.Tx) error { return tx.Set("publish_tasks", "false") })
			}
			asked := 0
			d.server.failWith(func(w http.ResponseWriter, r *http.Request) bool {
				if asked++; asked != at+1 {
					return false
				}
				if after {
					d.server.object(nullWriter{}, r)
				}
				panic(http.ErrAbortHandler)
			})
			_ = d.goes()
			d.server.failWith(nil)
			d.clock = d.clock.Add(24 * time.Hour)
			cadences := func() []data.Cadence {
				return []data.Cadence{d.cadence(uids["Ana"]), d.cadence(uids["Raj"]), d.cadence(uids["Zoe"]), d.cadence(mia)}
			}
			before := cadences()
			d.Publisher = d.publisher(d.secrets) // as after a restart
			d.syncs()
			d.syncs()
			if after := cadences(); !slices.Equal(before, after) {
				t.Errorf("lost at %d: %+v became %+v", at, before, after)
			}
			if len(d.server.bodies()) != 4 || d.stands(uids["Zoe"]) != "20261201" || d.stands(uids["Ana"]) != "20261220" || d.stands(uids["Raj"]) != "20261124" || d.stands(mia) != "20261205" {
				t.Errorf("lost at %d: %s %s %s", at, d.stands(uids["Ana"]), d.stands(uids["Raj"]), d.stands(mia))
			}
		}
	}
}

// nullWriter is where the answer goes that is lost.
type nullWriter struct{}

func (nullWriter) Header() http.Header         { return http.Header{} }
func (nullWriter) Write(b []byte) (int, error) { return len(b), nil }
func (nullWriter) WriteHeader(int)             {}

// down answers every request with a status.
func down(status int) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, _ *http.Request) bool {
		w.WriteHeader(status)
		return true
	}
}

func TestACalendarThatIsGoneIsMadeAnewOnce(t *testing.T) {
	for how, lose := range map[string]func(*desk){
		"deleted": func(d *desk) { delete(d.server.calendars, "/ana/peerage/") },
		"emptied": func(d *desk) {
			for uid := range d.server.bodies() {
				d.server.drop(uid)
			}
		},
	} {
		d, uids := connected(t, false, "Ana", "Raj", "Mia")
		lose(d)
		d.clock = noon.Add(time.Hour)
		d.syncs()
		d.syncs()
		where, _, err := d.store.Publication(t.Context())
		if err != nil || len(d.server.bodies()) != 3 || where.Told != "The calendar was gone from the server, so Peerage has made it anew." {
			t.Errorf("%s: %v, %d objects, told %+v", how, err, len(d.server.bodies()), where)
		}
		for name, uid := range uids {
			if d.cadence(uid).Skipped != 0 {
				t.Errorf("%s: %s is skipped", how, name)
			}
		}
		lose(d)
		d.fails(data.ServerEmptied)
		d.fails(data.ServerEmptied)
		if n := len(d.server.bodies()); n != 0 {
			t.Errorf("%s: made again, with %d objects", how, n)
		}
		// Connecting again says that the user wants it back.
		if _, err := d.Connect(t.Context(), Account{Server: d.server.URL, User: user, Password: password}); err != nil {
			t.Fatal(err)
		}
		d.syncs()
		d.syncs()
		if n := len(d.server.bodies()); n != 3 {
			t.Errorf("%s: connected again, %d objects", how, n)
		}
	}
}
