package publish

import (
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestEachEventIsAnObjectOfItsOwn(t *testing.T) {
	d, uids := connected(t, false, "Ana", "Raj")
	bodies := d.server.bodies()
	if len(bodies) != 2 || d.stands(uids["Ana"]) != "20261201" {
		t.Fatalf("%q", bodies)
	}
	for name, uid := range uids {
		body := bodies[uid]
		if !strings.Contains(body, "SUMMARY:Check in: "+name+"\r\n") || !strings.Contains(body, "UID:"+uid+"@peerage.invalid\r\n") || strings.Contains(body, "METHOD") || strings.Count(body, "BEGIN:VEVENT") != 1 {
			t.Errorf("%s", body)
		}
	}
	if about := d.server.calendar().about; !strings.Contains(about, "Peerage &amp; Co") || !strings.Contains(about, `name="VTODO"`) {
		t.Error(about)
	}
}

func TestARoundInWhichNothingChangedAsksOnce(t *testing.T) {
	d, _ := connected(t, false, "Ana", "Raj")
	d.syncs()
	if got := d.server.requests(); !slices.Equal(got, []string{"PROPFIND /ana/peerage/"}) {
		t.Error(got)
	}
}

func TestWhatChangesHereIsWrittenAndNothingElse(t *testing.T) {
	d, uids := connected(t, false, "Ana", "Raj")
	d.set(uids["Raj"], func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
	d.syncs()
	if got := d.server.requests(); !slices.Equal(got, []string{"PROPFIND /ana/peerage/", "PUT /ana/peerage/" + uids["Raj"] + ".ics"}) {
		t.Error(got)
	}
	datatest.Write(t, d.store, func(tx *store.Tx) error {
		id, err := d.store.ByUUID(t.Context(), uids["Ana"])
		if err != nil {
			return err
		}
		return tx.DeletePerson(id)
	})
	d.syncs()
	if bodies := d.server.bodies(); len(bodies) != 1 || d.stands(uids["Raj"]) != "20261220" {
		t.Errorf("%q", bodies)
	}
	if _, rows, err := d.store.Publication(t.Context()); err != nil || len(rows) != 1 {
		t.Errorf("%v: %v is remembered of somebody who was removed", err, rows)
	}
}

func TestObjectsOfOthersAreLeftAlone(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	d.server.mu.Lock()
	d.server.put(d.server.calendar(), "dentist.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
	d.server.mu.Unlock()
	d.set(uids["Ana"], func(c *data.Cadence) { c.Skip(today) })
	d.syncs()
	if err := d.Withdraw(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if bodies := d.server.bodies(); len(bodies) != 1 || bodies["dentist"] == "" {
		t.Errorf("%q", bodies)
	}
}

func TestACheckInMovedOnThePhoneIsPutThere(t *testing.T) {
	for to, want := range map[string]data.Appointment{
		"DTSTART;VALUE=DATE:20261204":                   {Day: day(t, "2026-12-04"), At: data.AllDay, Made: today},
		"DTSTART;TZID=America/New_York:20261204T123000": {Day: day(t, "2026-12-04"), At: 17*60 + 30, Made: today},
		"DTSTART:20261130T080000Z\r\nSTATUS:CONFIRMED":  {Day: day(t, "2026-11-30"), At: 8 * 60, Made: today},
	} {
		d, uids := connected(t, false, "Ana")
		d.server.edit(t, uids["Ana"], "DTSTART;VALUE=DATE:20261201", to, "DTEND;VALUE=DATE:20261202\r\n", "")
		d.syncs()
		if got := d.cadence(uids["Ana"]).Appointment; got != want {
			t.Errorf("%s: %+v, want %+v", to, got, want)
		}
		if at := d.stands(uids["Ana"]); !strings.HasPrefix(at, strings.ReplaceAll(want.Day.String(), "-", "")) {
			t.Errorf("%s: written back as %s", to, at)
		}
		d.syncs()
		d.server.requests()
		d.syncs()
		if got := d.server.requests(); len(got) != 1 {
			t.Errorf("%s: it goes on with %q", to, got)
		}
		if name := d.undo(); !strings.Contains(name, "Ana") || !strings.HasPrefix(name, "Move ") {
			t.Errorf("the operation is called %q", name)
		}
		d.syncs()
		if at := d.stands(uids["Ana"]); at != "20261201" || d.cadence(uids["Ana"]).Appointment.Day != 0 {
			t.Errorf("%s: undone, it stands on %s", to, at)
		}
	}
}

func TestACheckInDeletedOrCancelledOnThePhoneIsSkipped(t *testing.T) {
	for how, remove := range map[string]func(d *desk, uid string){
		"deleted":   func(d *desk, uid string) { d.server.drop(uid) },
		"cancelled": func(d *desk, uid string) { d.server.edit(t, uid, "TRANSP", "STATUS:CANCELLED\r\nTRANSP") },
	} {
		d, uids := connected(t, false, "Ana", "Raj")
		remove(d, uids["Ana"])
		d.syncs()
		if c := d.cadence(uids["Ana"]); c.Skipped != today {
			t.Errorf("%s: %+v", how, c)
		}
		if at := d.stands(uids["Ana"]); at != "20261223" || strings.Contains(d.server.bodies()[uids["Ana"]], "CANCELLED") {
			t.Errorf("%s: the next one stands on %s", how, at)
		}
		if at := d.stands(uids["Raj"]); at != "20261201" {
			t.Errorf("%s: another one moved to %s", how, at)
		}
		if name := d.undo(); name != "Skip Ana once, as in the calendar" {
			t.Error(name)
		}
	}
}

func TestATaskThatIsTickedOffIsContact(t *testing.T) {
	d, uids := connected(t, true, "Ana")
	ana := uids["Ana"]
	if body := d.server.bodies()[ana]; !strings.Contains(body, "BEGIN:VTODO\r\n") || !strings.Contains(body, "TRIGGER;RELATED=END:PT9H\r\n") {
		t.Fatal(body)
	}
	d.server.edit(t, ana, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nCOMPLETED:20261122T220000Z\r\nPERCENT-COMPLETE:100")
	d.syncs()
	id, err := d.store.ByUUID(t.Context(), ana)
	if err != nil {
		t.Fatal(err)
	}
	last, err := d.store.LastInteractions(t.Context(), []data.ID{id}, today)
	if met := last[id]; err != nil || met.Day != today-1 || met.Kind != data.OtherKind {
		t.Errorf("%v: %+v", err, met)
	}
	if body := d.server.bodies()[ana]; d.stands(ana) != "20261222" || !strings.Contains(body, "NEEDS-ACTION") {
		t.Errorf("the next one: %s", body)
	}
	if name := d.undo(); name != "Log contact with Ana, as in the calendar" {
		t.Error(name)
	}
}

func TestATaskTickedOffBeforeItsDayEndsItsAppointment(t *testing.T) {
	d, uids := connected(t, true, "Ana")
	ana := uids["Ana"]
	d.server.edit(t, ana, "DUE;VALUE=DATE:20261201", "DUE;VALUE=DATE:20261210")
	d.syncs()
	if d.cadence(ana).Appointment.Day != day(t, "2026-12-10") {
		t.Fatalf("%+v", d.cadence(ana))
	}
	d.server.edit(t, ana, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED")
	d.syncs()
	if at := d.stands(ana); at != "20261223" {
		t.Errorf("the next one is due on %s", at)
	}
}

func TestAnotherFormReplacesTheObjects(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	for _, tasks := range []bool{true, false} {
		datatest.Write(t, d.store, func(tx *store.Tx) error {
			return tx.Set("publish_tasks", map[bool]string{true: "true", false: "false"}[tasks])
		})
		d.syncs()
		if body := d.server.bodies()[uids["Ana"]]; strings.Contains(body, "VTODO") != tasks {
			t.Errorf("tasks %v: %s", tasks, body)
		}
		if got := d.server.requests(); !slices.Contains(got, "DELETE /ana/peerage/"+uids["Ana"]+".ics") {
			t.Errorf("%q", got)
		}
		d.syncs()
		if c := d.cadence(uids["Ana"]); c.Skipped != 0 {
			t.Error("a replacement was taken for a deletion")
		}
	}
}

func TestAPromiseFollowsItsEventAndOutlivesItsDeletion(t *testing.T) {
	d, _ := connected(t, true)
	d.person("Ana", datatest.Promise(data.Mine, "a book", "2026-11-01", "2026-11-25"), datatest.Promise(data.Mine, "a word", "2026-11-01", "2026-11-26"))
	d.syncs()
	promises := func() (book, word data.Promise) {
		all, err := d.store.Promises(t.Context(), store.PromiseFilter{})
		if err != nil || len(all) != 2 {
			t.Fatal(err, all)
		}
		if all[0].What == "a book" {
			return all[0], all[1]
		}
		return all[1], all[0]
	}
	book, word := promises()
	if body := d.server.bodies()[book.UUID]; !strings.Contains(body, "BEGIN:VEVENT") {
		t.Fatalf("a promise is %s", body)
	}
	d.syncs()
	d.server.edit(t, book.UUID, "DTSTART;VALUE=DATE:20261125", "DTSTART;VALUE=DATE:20261202")
	d.server.drop(word.UUID)
	d.syncs()
	d.syncs()
	book, word = promises()
	if book.Due != day(t, "2026-12-02") || word.State != data.PromiseOpen || d.server.bodies()[word.UUID] != "" || d.stands(book.UUID) != "20261202" {
		t.Errorf("%+v %+v %q", book, word, d.server.bodies())
	}
	// It stands there again once it says something new.
	datatest.Write(t, d.store, func(tx *store.Tx) error {
		word.Due += 7
		return tx.SavePromise(&word)
	})
	d.syncs()
	if at := d.stands(word.UUID); at != "20261203" {
		t.Errorf("%q", at)
	}
}

func TestAMilestoneGoesBackToItsDayOrIsLeftOut(t *testing.T) {
	d, _ := connected(t, false)
	uid := d.person("Ana", datatest.Milestone("Half marathon", "2026-12-05"))
	d.syncs()
	d.syncs()
	for found := range d.server.bodies() {
		uid = found
	}
	d.server.edit(t, uid, "DTSTART;VALUE=DATE:20261205", "DTSTART;VALUE=DATE:20261206")
	d.syncs()
	if at := d.stands(uid); at != "20261205" {
		t.Errorf("moved to %s", at)
	}
	d.syncs()
	d.server.edit(t, uid, "TRANSP", "STATUS:CANCELLED\r\nTRANSP")
	d.syncs()
	d.syncs()
	if body := d.server.bodies()[uid]; !strings.Contains(body, "CANCELLED") {
		t.Errorf("it was written again: %s", body)
	}
	if err := d.Withdraw(t.Context(), true); err != nil || len(d.server.bodies()) != 0 {
		t.Errorf("%v %q", err, d.server.bodies())
	}
}

func TestWithdrawingLeavesOrRemovesWhatIsThere(t *testing.T) {
	for _, remove := range []bool{false, true} {
		d, _ := connected(t, false, "Ana", "Raj")
		if err := d.Withdraw(t.Context(), remove); err != nil {
			t.Fatal(err)
		}
		if n := len(d.server.bodies()); n != map[bool]int{false: 2, true: 0}[remove] {
			t.Errorf("remove %v: %d objects are left", remove, n)
		}
		where, rows, err := d.store.Publication(t.Context())
		p, err2 := d.preferences(t.Context())
		if err != nil || err2 != nil || where != (store.Publication{}) || len(rows) > 0 || p.Publish != (data.Publishing{}) {
			t.Errorf("%+v %v %+v", where, rows, p.Publish)
		}
		if _, err := d.secrets.Password(d.server.URL + " " + user); err == nil {
			t.Error("the password is still known")
		}
		d.server.requests()
		d.syncs()
		if got := d.server.requests(); len(got) > 0 {
			t.Errorf("still asks %q", got)
		}
		// Connected again, what was left is taken up.
		if _, err := d.Connect(t.Context(), Account{Server: d.server.URL, User: user, Password: password}); err != nil {
			t.Fatal(err)
		}
		d.syncs()
		d.syncs()
		if n := len(d.server.bodies()); n != 2 {
			t.Errorf("remove %v: %d objects after connecting again", remove, n)
		}
	}
}

func TestSlidingFromDayToDayIsNoChangeHere(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	ana := uids["Ana"]
	d.clock = day(t, "2026-12-03").Time().Add(20 * time.Hour)
	d.syncs()
	d.syncs()
	if at := d.stands(ana); at != "20261203" {
		t.Fatalf("overdue, it stands on %s", at)
	}
	// Moved on the phone in the evening; the computer slept until the next day.
	d.server.edit(t, ana, "DTSTART;VALUE=DATE:20261203", "DTSTART;VALUE=DATE:20261211", "LAST-MODIFIED:20261203T200000Z", "LAST-MODIFIED:20261203T210000Z")
	d.clock = day(t, "2026-12-04").Time().Add(8 * time.Hour)
	d.syncs()
	if c := d.cadence(ana); c.Appointment.Day != day(t, "2026-12-11") || d.stands(ana) != "20261211" {
		t.Errorf("%+v on %s", c, d.stands(ana))
	}
}
