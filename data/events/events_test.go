package events_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/events"
	"peerage/data/store"
)

var today = data.NewDay(2026, 11, 22)

var phrases = events.Phrases{
	Calendar: "Check-ins",
	Summary:  func(name string) string { return "Check in: " + name },
	Detail: func(c data.CheckIn, last *data.Interaction, _ data.Day) string {
		if last == nil {
			last = &data.Interaction{}
		}
		return fmt.Sprintf("every %d days; last: %s", c.Rhythm.Ideal, last.Text)
	},
	Promise:  func(p *data.Promise, name string) string { return fmt.Sprint(p.By, " ", name, ": ", p.What) },
	Promised: func(name string) string { return "Promise: " + name },
}

func private(_ testing.TB, tx *store.Tx, id data.ID) error {
	p, err := tx.Person(id)
	if err != nil {
		return err
	}
	p.Private = true
	return tx.SavePerson(&p)
}

func file(t *testing.T, s *store.Store, p data.Preferences, on data.Day) string {
	t.Helper()
	var b bytes.Buffer
	if err := events.Write(t.Context(), &b, s, p, on, phrases); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "\r\n ", "")
}

func TestEverybodyWithARhythmHasOneEvent(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Circle("Close"), datatest.Interaction(data.Coffee, "2026-11-01", "her new job"))
	datatest.Person(t, s, "Bob", datatest.Cadence(30, 60, "2026-01-01"))
	datatest.Person(t, s, "Nobody")
	datatest.Person(t, s, "Secret", datatest.Cadence(30, 60, "2026-01-01"), private)
	all, err := events.CheckIns(t.Context(), s, data.DefaultPreferences(), today, phrases)
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]string{}
	for _, e := range all {
		told[e.Summary] = fmt.Sprint(e.Day, " ", e.Description, " ", e.AlarmAt)
		if e.Stamp.After(today.Time()) || e.Sequence < 0 || e.UID == "" {
			t.Errorf("%+v", e)
		}
	}
	want := map[string]string{"Check in: Ana": "2026-12-01 every 30 days; last: her new job 9h0m0s", "Check in: Bob": "2026-11-22 every 30 days; last:  9h0m0s"}
	if fmt.Sprint(told) != fmt.Sprint(want) || len(all) != 2 {
		t.Errorf("%v, want %v", told, want)
	}
}

func TestAPrivateCalendarHoldsInitialsAndNoReasons(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", "her new job"))
	p := data.DefaultPreferences()
	p.PrivateCalendar = true
	got := file(t, s, p, today)
	if strings.Contains(got, "Ana") || strings.Contains(got, "job") || !strings.Contains(got, "Check in: AS") {
		t.Error(got)
	}
}

func TestTheCalendarIsTheSameWhileNothingChanges(t *testing.T) {
	s := datatest.Open(t)
	p := data.DefaultPreferences()
	p.PerDay = 1
	for i := range 5 { // all asked for on one day: four of them slide
		datatest.Person(t, s, fmt.Sprint("P", i), datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
	}
	before := file(t, s, p, today)
	for on := today; on < today+9; on++ {
		if got := file(t, s, p, on); got != before {
			t.Fatalf("on %s:\n%s\nbefore:\n%s", on, got, before)
		}
	}
	stamp := func(f string) string {
		for event := range strings.SplitSeq(f, "BEGIN:VEVENT") {
			if _, rest, ok := strings.Cut(event, "DTSTAMP:"); ok && strings.Contains(event, "Check in: P0") {
				return rest[:16]
			}
		}
		return ""
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		return datatest.Interaction(data.Call, "2026-11-20", "")(t, tx, 2)
	})
	if after := file(t, s, p, today); after == before || stamp(after) <= stamp(before) {
		t.Errorf("a call leaves the stamp %s, before %s", stamp(after), stamp(before))
	}
}

func TestASnoozeMovesTheEventAndRaisesItsRevision(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
	before, err := events.CheckIns(t.Context(), s, data.DefaultPreferences(), today, phrases)
	if err != nil {
		t.Fatal(err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		k, err := tx.Cadence(ana)
		if err != nil {
			return err
		}
		k.Snoozed = today + 20
		return tx.SaveCadence(k)
	})
	after, err := events.CheckIns(t.Context(), s, data.DefaultPreferences(), today, phrases)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := before[0], after[0]; b.Day != today+20 || a.UID != b.UID || b.Sequence <= a.Sequence || !b.Stamp.After(a.Stamp) {
		t.Errorf("%+v\n%+v", a, b)
	}
}

func TestHostileNamesMakeNoOtherEvents(t *testing.T) {
	s := datatest.Open(t)
	hostile := []string{"Ana\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a;b,c\\n:\"", strings.Repeat("長", 300), "\u202eevil\u202c", "🙂", "O'Neill\tX"}
	for _, name := range hostile {
		datatest.Person(t, s, name, datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", name))
	}
	for _, hide := range []bool{false, true} {
		p := data.DefaultPreferences()
		p.PrivateCalendar = hide
		got := file(t, s, p, today)
		if n := strings.Count(got, "\r\nBEGIN:VEVENT\r\n"); n != len(hostile) || strings.Count(got, "\r\nEND:VEVENT\r\n") != n {
			t.Errorf("%d events for %d people:\n%s", n, len(hostile), got)
		}
	}
}

func TestAnOpenPromiseWithADayStandsOnIt(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza", datatest.Promise(data.Mine, "the rubric", "2026-11-01", "2026-11-25"), datatest.Promise(data.Theirs, "an introduction", "2026-11-01", "2026-11-10"),
		datatest.Promise(data.Mine, "some day", "2026-11-01", ""), datatest.Promise(data.Mine, "kept already", "2026-11-01", "2026-11-26"))
	datatest.Person(t, s, "Quiet", datatest.Boundary(data.Boundary{NoContact: true}), datatest.Promise(data.Theirs, "not to be asked for", "2026-11-01", "2026-11-10"),
		datatest.Promise(data.Mine, "not to be said", "2026-11-01", "2026-11-30"))
	datatest.Person(t, s, "Paul", datatest.Promise(data.Mine, "what holds", "2026-11-01", "2026-11-30"))
	datatest.Person(t, s, "Secret", private, datatest.Promise(data.Mine, "hidden", "2026-11-01", "2026-11-30"))
	settle := func(what string, change func(*data.Promise)) {
		datatest.Write(t, s, func(tx *store.Tx) error {
			all, err := s.Promises(t.Context(), store.PromiseFilter{})
			for i := range all {
				if all[i].What == what {
					change(&all[i])
					return tx.SavePromise(&all[i])
				}
			}
			return err
		})
	}
	settle("kept already", func(p *data.Promise) { p.Settle(data.PromiseKept, today) })
	all := func(p data.Preferences) (told []string) {
		list, err := events.Promises(t.Context(), s, p, today, phrases)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			told = append(told, fmt.Sprint(e.Day, " ", e.Summary, e.Description))
		}
		return told
	}
	if got, want := strings.Join(all(data.DefaultPreferences()), "; "), "2026-11-10 them Ana Souza: an introduction; 2026-11-25 me Ana Souza: the rubric; 2026-11-30 me Paul: what holds"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	hide := data.DefaultPreferences()
	hide.PrivateCalendar = true
	if got, want := strings.Join(all(hide), "; "), "2026-11-10 Promise: AS; 2026-11-25 Promise: AS; 2026-11-30 Promise: P"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	before, err := events.Promises(t.Context(), s, hide, today, phrases)
	settle("the rubric", func(p *data.Promise) { p.Due += 7 })
	after, err2 := events.Promises(t.Context(), s, hide, today, phrases)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	if a, b := before[1], after[2]; a.UID != b.UID || b.Sequence <= a.Sequence || !b.Stamp.After(a.Stamp) || b.Day != a.Day+7 {
		t.Errorf("%+v became %+v", a, b)
	}
	if got := file(t, s, data.DefaultPreferences(), today); strings.Count(got, "BEGIN:VEVENT") != 3 || strings.Contains(got, "hidden") {
		t.Error(got)
	}
}
