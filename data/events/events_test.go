package events_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/datatest"
	"peerage/data/events"
	"peerage/data/store"
)

var today = data.NewDay(2026, 11, 22)

var phrases = events.Phrases{
	Calendar: "Peerage",
	CheckIn:  func(name string) string { return "Check in: " + name },
	Why: func(c data.CheckIn, last *data.Interaction) string {
		if last == nil {
			last = &data.Interaction{}
			if c.Last != 0 {
				last.Text = c.Last.String()
			}
		}
		return fmt.Sprintf("every %d days; last: %s", c.Rhythm.Ideal, last.Text)
	},
	Promise:   func(p *data.Promise, name string) string { return fmt.Sprint(p.By, " ", name, ": ", p.What) },
	Promised:  func(name string) string { return "Promise: " + name },
	Occasion:  func(o data.Occasion) string { return fmt.Sprint(o.Name, " ", o.Kind, " ", o.Years, " ", o.Text) },
	Milestone: func(name string) string { return "Milestone: " + name },
}

func private(_ testing.TB, tx *store.Tx, id data.ID) error {
	p, err := tx.Person(id)
	if err != nil {
		return err
	}
	p.Private = true
	return tx.SavePerson(&p)
}

// saying are preferences with which the calendar says all there is.
func saying() data.Preferences {
	p := data.DefaultPreferences()
	p.CalendarSaid = true
	return p
}

func all(t testing.TB, s *store.Store, p data.Preferences, on data.Day) []calendar.Event {
	t.Helper()
	list, err := events.All(t.Context(), s, p, on, phrases)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// told lists the events by day, each as its day, its summary and its description.
func told(t testing.TB, s *store.Store, p data.Preferences, on data.Day) string {
	t.Helper()
	var lines []string
	for _, e := range all(t, s, p, on) {
		lines = append(lines, strings.TrimRight(fmt.Sprint(e.Day, " ", e.Summary, " ", e.Description), " "))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func file(t testing.TB, s *store.Store, p data.Preferences, on data.Day) string {
	t.Helper()
	b, err := events.Calendar(t.Context(), s, p, on, phrases, nil)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "\r\n ", "")
}

func TestEverybodyWithARhythmHasOneEvent(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Circle("Close"), datatest.Interaction(data.Coffee, "2026-11-01", "her new job"))
	datatest.Person(t, s, "Bob", datatest.Cadence(30, 60, "2026-01-01"))
	datatest.Person(t, s, "Nobody")
	if got, want := told(t, s, saying(), today), "2026-11-22 Check in: Bob every 30 days; last:\n2026-12-01 Check in: Ana every 30 days; last: her new job"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	person, err := s.Person(t.Context(), ana)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all(t, s, saying(), today) {
		if e.Person != ana {
			continue
		}
		if e.UID != person.UUID || e.Kind != calendar.CheckIn || e.URL != "peerage:person/"+person.UUID || e.Alarm != 9*time.Hour || e.Length != 0 || e.Sequence != 0 || e.Stamp.IsZero() {
			t.Errorf("%+v", e)
		}
	}
	if got := told(t, s, data.DefaultPreferences(), today); strings.Contains(got, "job") || !strings.Contains(got, "last: 2026-11-01") {
		t.Errorf("what was said stands in the calendar unasked: %s", got)
	}
}

func TestADayThatNoCalendarCanShowCostsNobodyElseTheirs(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""),
		datatest.Promise(data.Mine, "a book", "2026-11-01", "9999-12-31"))
	bob := datatest.Person(t, s, "Bob", datatest.Cadence(30, 60, "2026-01-01"))
	datatest.Write(t, s, func(tx *store.Tx) error {
		c, err := tx.Cadence(bob)
		if err != nil {
			return err
		}
		c.Appoint(data.Appointment{Day: data.NewDay(9999, 12, 31), At: 600, Made: today})
		return tx.SaveCadence(c)
	})
	if got := file(t, s, data.DefaultPreferences(), today); strings.Count(got, "BEGIN:VEVENT") != 1 || !strings.Contains(got, "SUMMARY:Check in: Ana") {
		t.Errorf("%s", got)
	}
}

func TestWhoeverIsPrivateOrLeftAloneStandsInNoCalendar(t *testing.T) {
	s := datatest.Open(t)
	everything := []datatest.Part{
		datatest.Cadence(30, 60, "2026-01-01"), datatest.Promise(data.Mine, "a book", "2026-11-01", "2026-11-25"), datatest.Promise(data.Theirs, "a word", "2026-11-01", "2026-11-25"), born("1980-12-24"),
	}
	datatest.Person(t, s, "Secret", append(everything, private)...)
	datatest.Person(t, s, "Silent", append(everything, datatest.Boundary(data.Boundary{NoContact: true}))...)
	datatest.Person(t, s, "Away", append(everything, func(_ testing.TB, tx *store.Tx, id data.ID) error { return tx.Pause(id, today+30) })...)
	want := "2026-11-25 me Away: a book"
	if got := told(t, s, saying(), today); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := told(t, s, saying(), today+30); strings.Count(got, "Away") != 4 {
		t.Errorf("after the pause:\n%s", got)
	}
}

// born says when somebody has their birthday.
func born(on string) datatest.Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Birthday = datatest.Partial(t, on)
		return tx.SavePerson(&p)
	}
}

func TestMilestonesStandOnTheDayTheyComeNext(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", born("1988-02-29"))
	datatest.Person(t, s, "Bob", born("--11-22"))
	datatest.Person(t, s, "Cem", born("1990-11-21"), func(_ testing.TB, tx *store.Tx, id data.ID) error {
		if err := tx.SaveMilestone(&data.Milestone{Person: id, Text: "Half marathon", On: data.Whole(today + 100)}); err != nil {
			return err
		}
		return tx.SaveMilestone(&data.Milestone{Person: id, Text: "Half marathon", On: data.Whole(today - 100), Yearly: true})
	})
	datatest.Person(t, s, "Dee", datatest.Cadence(3650, 3660, "2026-11-22"), datatest.Role("Halden", "Engineer", "2020-03", ""))
	p := saying()
	p.InCalendar = data.Contents{Milestones: true}
	want := "2026-11-22 Bob birthday 0\n2027-02-28 Ana birthday 39\n2027-03-01 Dee work_anniversary 7 Halden\n2027-03-02 Cem own 0 Half marathon\n2027-08-14 Cem own 1 Half marathon\n2027-11-21 Cem birthday 37"
	if got := told(t, s, p, today); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	leap := told(t, s, p, datatest.Day(t, "2027-03-01"))
	if !strings.Contains(leap, "2028-02-29 Ana birthday 40") {
		t.Errorf("in a leap year:\n%s", leap)
	}
	for on := today; on <= today+800; on += 25 {
		if n := len(all(t, s, p, on)); n < 5 || n > 6 {
			t.Errorf("%d events on %s", n, on)
		}
	}
}

func TestTheNextOfAYearlyDayIsTheSameEventLater(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", born("1988-02-29"))
	before := all(t, s, saying(), datatest.Day(t, "2027-02-28"))
	after := all(t, s, saying(), datatest.Day(t, "2027-03-01"))
	if len(before) != 1 || len(after) != 1 || before[0].UID != after[0].UID || after[0].Day.String() != "2028-02-29" || after[0].Sequence != 1 {
		t.Errorf("%+v\n%+v", before, after)
	}
}

func TestAMonthThatIsAllThatIsKnownStandsOnItsFirst(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Dee", datatest.Cadence(3650, 3660, "2026-11-22"), datatest.Role("Halden", "Engineer", "2020-03", ""))
	p := saying()
	p.InCalendar = data.Contents{Milestones: true}
	for on, want := range map[string]string{"2027-02-20": "2027-03-01", "2027-03-01": "2027-03-01", "2027-03-07": "2027-03-01", "2027-03-08": "2028-03-01"} {
		if got := all(t, s, p, datatest.Day(t, on)); len(got) != 1 || got[0].Day.String() != want {
			t.Errorf("on %s: %+v, want %s", on, got, want)
		}
	}
}

func TestEachKindCanBeLeftOut(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Promise(data.Mine, "a book", "2026-11-01", "2026-11-25"), born("1980-12-24"))
	for _, in := range []data.Contents{{}, {CheckIns: true}, {Promises: true}, {Milestones: true}, {CheckIns: true, Promises: true, Milestones: true}} {
		p := data.DefaultPreferences()
		p.InCalendar = in
		got := data.Contents{}
		for _, e := range all(t, s, p, today) {
			got.CheckIns = got.CheckIns || e.Kind == calendar.CheckIn
			got.Promises = got.Promises || e.Kind == calendar.Promise
			got.Milestones = got.Milestones || e.Kind == calendar.Milestone
		}
		if got != in {
			t.Errorf("%+v let %+v in", in, got)
		}
	}
}

func TestAlarmsAndHoursAreTheUsers(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Promise(data.Mine, "a book", "2026-11-01", "2026-11-25"))
	for _, c := range []struct {
		alarm, at int
		want      string
	}{
		{9 * 60, data.AllDay, "check_in 0s 0s 9h0m0s, promise 0s 0s 9h0m0s"},
		{data.Never, data.AllDay, "check_in 0s 0s -1m0s, promise 0s 0s -1m0s"},
		{7*60 + 30, 17 * 60, "check_in 17h0m0s 30m0s 0s, promise 0s 0s 7h30m0s"},
		{data.Never, 0, "check_in 0s 30m0s -1ns, promise 0s 0s -1m0s"},
	} {
		p := data.DefaultPreferences()
		p.AlarmAt, p.CheckInsAt = c.alarm, c.at
		var got []string
		for _, e := range all(t, s, p, today) {
			got = append(got, fmt.Sprint(e.Kind, " ", e.At, " ", e.Length, " ", e.Alarm))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("alarm %d, hour %d: %s, want %s", c.alarm, c.at, got, c.want)
		}
	}
}

func TestACheckInWithAnHourOfItsOwnTakesHalfAnHourThen(t *testing.T) {
	s := datatest.Open(t)
	appoint := func(on string, at int) datatest.Part {
		return func(t testing.TB, tx *store.Tx, id data.ID) error {
			return tx.SaveCadence(data.Cadence{Person: id, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Set: today,
				Appointment: data.Appointment{Day: datatest.Day(t, on), At: at, Made: today}})
		}
	}
	datatest.Person(t, s, "Ana", appoint("2026-12-03", 15*60))
	datatest.Person(t, s, "Bob", appoint("2026-12-04", data.AllDay))
	for _, c := range []struct {
		alarm, at int
		want      string
	}{
		{9 * 60, data.AllDay, "2026-12-03 15h0m0s 30m0s 0s, 2026-12-04 0s 0s 9h0m0s"},
		{data.Never, data.AllDay, "2026-12-03 15h0m0s 30m0s -1ns, 2026-12-04 0s 0s -1m0s"},
		{9 * 60, 11 * 60, "2026-12-03 15h0m0s 30m0s 0s, 2026-12-04 11h0m0s 30m0s 0s"},
	} {
		p := data.DefaultPreferences()
		p.AlarmAt, p.CheckInsAt = c.alarm, c.at
		var got []string
		for _, e := range all(t, s, p, today) {
			got = append(got, fmt.Sprint(e.Day, " ", e.At, " ", e.Length, " ", e.Alarm))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("alarm %d, hour %d: %s, want %s", c.alarm, c.at, got, c.want)
		}
	}
}

func TestAPrivateCalendarHoldsInitialsAndNoReasons(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", "her new job"),
		datatest.Promise(data.Mine, "the job rubric", "2026-11-01", "2026-11-25"), born("1980-12-24"))
	p := saying()
	p.PrivateCalendar = true
	want := "2026-11-25 Promise: AS\n2026-12-01 Check in: AS\n2026-12-24 Milestone: AS"
	if got := told(t, s, p, today); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := file(t, s, p, today); strings.Contains(got, "Ana") || strings.Contains(got, "job") || strings.Contains(got, "1980") {
		t.Error(got)
	}
}

func TestTheCalendarIsTheSameWhileNothingChanges(t *testing.T) {
	s := datatest.Open(t)
	p := saying()
	p.PerDay = 1
	for i := range 5 { // all asked for on one day: four of them slide
		datatest.Person(t, s, fmt.Sprint("P", i), datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", ""), born("1980-12-24"),
			datatest.Promise(data.Mine, "a book", "2026-11-01", "2026-11-25"))
	}
	before := file(t, s, p, today)
	for on := today; on < today+9; on++ {
		if got := file(t, s, p, on); got != before {
			t.Fatalf("on %s:\n%s\nbefore:\n%s", on, got, before)
		}
	}
	other := phrases
	other.CheckIn = func(name string) string { return "Melde dich: " + name }
	for _, said := range []events.Phrases{other, phrases} {
		if _, err := events.Calendar(t.Context(), s, p, today, said, nil); err != nil {
			t.Fatal(err)
		}
	}
	if got := file(t, s, p, today); got != before {
		t.Errorf("another language was a change:\n%s", got)
	}
}

func TestARevisionRisesWithWhatTheEventSays(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", "tea"))
	p := saying()
	last := all(t, s, p, today)[0]
	step := func(what string, rises bool, change func(tx *store.Tx) error) {
		t.Helper()
		if change != nil {
			datatest.Write(t, s, change)
		}
		now := all(t, s, p, today)[0]
		want := last.Sequence
		if rises {
			want++
		}
		if now.UID != last.UID || now.Sequence != want || now.Stamp.After(last.Stamp) != rises {
			t.Errorf("%s: %+v became %+v", what, last, now)
		}
		last = now
	}
	cadence := func(set func(*data.Cadence)) func(*store.Tx) error {
		return func(tx *store.Tx) error {
			k, err := tx.Cadence(ana)
			if err != nil {
				return err
			}
			set(&k)
			return tx.SaveCadence(k)
		}
	}
	person := func(set func(*data.Person)) func(*store.Tx) error {
		return func(tx *store.Tx) error {
			a, err := tx.Person(ana)
			if err != nil {
				return err
			}
			set(&a)
			return tx.SavePerson(&a)
		}
	}
	step("nothing", false, nil)
	step("a snooze", true, cadence(func(k *data.Cadence) { k.Snoozed = today + 20 }))
	if last.Day != today+20 {
		t.Errorf("snoozed to %s", last.Day)
	}
	step("an end of it", true, cadence(func(k *data.Cadence) { k.Snoozed = 0 }))
	step("a rhythm", true, cadence(func(k *data.Cadence) { k.Rhythm.Ideal = 20 }))
	step("a later contact", true, func(tx *store.Tx) error { return datatest.Interaction(data.Call, "2026-11-20", "")(t, tx, ana) })
	step("a name", true, person(func(a *data.Person) { a.Name = "Ana Souza" }))
	step("a note", false, person(func(a *data.Person) { a.Notes = "likes tea" }))
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	step("an undone note", false, nil)
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	step("an undone name", true, nil)
	p.AlarmAt = 8 * 60
	step("another alarm", true, nil)
	p.PrivateCalendar = true
	step("initials", true, nil)
}

func TestHostileNamesMakeNoOtherEvents(t *testing.T) {
	s := datatest.Open(t)
	hostile := []string{"Ana\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a;b,c\\n:\"", strings.Repeat("長", 300), "\u202eevil\u202c", "🙂", "O'Neill\tX"}
	for _, name := range hostile {
		datatest.Person(t, s, name, datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-11-01", name))
	}
	for _, hide := range []bool{false, true} {
		p := saying()
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
	if got, want := told(t, s, saying(), today), "2026-11-10 them Ana Souza: an introduction\n2026-11-25 me Ana Souza: the rubric"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	before := all(t, s, saying(), today)
	settle("the rubric", func(p *data.Promise) { p.Due += 7 })
	after := all(t, s, saying(), today)
	if a, b := before[0], after[0]; a.UID != b.UID || b.Sequence != a.Sequence+1 || !b.Stamp.After(a.Stamp) || b.Day != a.Day+7 {
		t.Errorf("%+v became %+v", a, b)
	}
	if a, b := before[1], after[1]; a.Sequence != b.Sequence || !b.Stamp.Equal(a.Stamp) {
		t.Errorf("the other one: %+v became %+v", a, b)
	}
}

// BenchmarkCalendar10000 is what the calendar costs of 10,000 people who all have a rhythm, a birthday and
// a contact, after a change and from the query to the last octet.
func BenchmarkCalendar10000(b *testing.B) {
	s := datatest.Open(b)
	datatest.Write(b, s, func(tx *store.Tx) error {
		for i := range 10_000 {
			p := data.Person{Name: fmt.Sprint("Zoë Müller-", i), Birthday: data.PartialDay{Month: time.Month(i%12 + 1), Day: i%28 + 1}}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			if err := tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: data.Rhythm{Ideal: 90, Longest: 4000}, Set: today - 90}); err != nil {
				return err
			}
			met := data.Interaction{Kind: data.Coffee, Day: today - data.Day(i%80), Text: "her move to Lisbon, and the new team", People: []data.ID{p.ID}}
			if err := tx.SaveInteraction(&met); err != nil {
				return err
			}
		}
		return nil
	})
	for name, in := range map[string]data.Contents{"check-ins": {CheckIns: true}, "all": {CheckIns: true, Promises: true, Milestones: true}} {
		p := data.DefaultPreferences()
		p.InCalendar = in
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				file, err := events.Calendar(b.Context(), s, p, today, phrases, nil)
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(file)))
			}
		})
	}
}
