package remind

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"peerage/app/wordstest"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// at is a moment in Berlin.
func at(t *testing.T, clock string) time.Time {
	t.Helper()
	moment, err := time.ParseInLocation(minutes, clock, berlin())
	if err != nil {
		t.Fatal(err)
	}
	return moment
}

// appoint puts a person's check-in on a day, at an hour.
func appoint(t *testing.T, s *store.Store, id data.ID, day string, clock string) {
	t.Helper()
	datatest.Write(t, s, func(tx *store.Tx) error {
		c, err := tx.Cadence(id)
		if err != nil {
			return err
		}
		a := data.Appointment{Day: on(day), At: data.AllDay, Made: on("2026-11-20")}
		if clock != "" {
			if a.At, err = data.ParseClock(clock); err != nil {
				return err
			}
		}
		c.Appoint(a)
		return tx.SaveCadence(c)
	})
}

// byClock does what Run does at one moment, and returns the notes that came of it.
func byClock(t *testing.T, s *store.Store, clock string) []string {
	t.Helper()
	var n shown
	if _, _, err := New(s, &n, wordstest.English(t)).raise(t.Context(), at(t, clock), false); err != nil {
		t.Fatal(err)
	}
	return n.lines()
}

func expectAt(t *testing.T, s *store.Store, clock string, want ...string) {
	t.Helper()
	if got := byClock(t, s, clock); !slices.Equal(got, want) {
		t.Errorf("at %s: %q, want %q", clock, got, want)
	}
}

// yearly is a rhythm that asks for nothing in November 2026.
var yearly = datatest.Cadence(3000, 3600, "2026-11-01")

func TestAnAppointmentIsAnnouncedAtItsHourOnce(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana Souza", yearly)
	appoint(t, s, ana, "2026-11-23", "15:00")
	expectAt(t, s, "2026-11-22 15:00")
	expectAt(t, s, "2026-11-23 09:00")
	expectAt(t, s, "2026-11-23 14:59")
	expectAt(t, s, "2026-11-23 15:00", "Check in with Ana Souza: At 15:00.")
	expectAt(t, s, "2026-11-23 15:00")
	expectAt(t, s, "2026-11-24 09:00") // it stands in the list of the day, and is not said again
	expectAt(t, s, "2026-11-25 09:00")
}

func TestAnAppointmentThatIsMovedIsAnnouncedAnew(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana Souza", yearly)
	appoint(t, s, ana, "2026-11-23", "")
	expectAt(t, s, "2026-11-23 09:00", "Time to catch up: Ana Souza")
	appoint(t, s, ana, "2026-11-23", "15:00")
	expectAt(t, s, "2026-11-23 15:00", "Check in with Ana Souza: At 15:00.")
	appoint(t, s, ana, "2026-11-23", "16:30")
	expectAt(t, s, "2026-11-23 16:29")
	expectAt(t, s, "2026-11-23 16:30", "Check in with Ana Souza: At 16:30.")
	appoint(t, s, ana, "2026-11-23", "")
	expectAt(t, s, "2026-11-23 17:00")
	appoint(t, s, ana, "2026-11-26", "08:00")
	expectAt(t, s, "2026-11-26 08:00", "Check in with Ana Souza: At 08:00.")
}

func TestAnAppointmentInTheNightIsAnnouncedWhenTheQuietHoursEnd(t *testing.T) {
	s := datatest.Open(t)
	ana, raj := datatest.Person(t, s, "Ana Souza", yearly), datatest.Person(t, s, "Raj Patel", yearly)
	datatest.Write(t, s, func(tx *store.Tx) error {
		return errors.Join(tx.Set("quiet_from", "22:00"), tx.Set("quiet_to", "07:00"))
	})
	appoint(t, s, ana, "2026-11-22", "23:30")
	appoint(t, s, raj, "2026-11-23", "06:15")
	expectAt(t, s, "2026-11-22 23:30")
	expectAt(t, s, "2026-11-23 06:15")
	expectAt(t, s, "2026-11-23 07:00", "2 people to catch up with: Ana Souza and Raj Patel")
	expectAt(t, s, "2026-11-23 09:00")
}

func TestAnAppointmentThatWasMissedComesWithTheNextDay(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana Souza", yearly)
	datatest.Person(t, s, "Raj Patel", datatest.Cadence(1, 2, "2026-11-01"))
	appoint(t, s, ana, "2026-11-22", "15:00")
	expectAt(t, s, "2026-11-23 08:00")
	if got := byClock(t, s, "2026-11-23 09:00"); len(got) != 1 || !strings.HasPrefix(got[0], "2 people to catch up with: ") {
		t.Errorf("%q", got)
	}
}

func TestADayAnnouncesNoMoreThanItHolds(t *testing.T) {
	s := datatest.Open(t)
	people := map[string]data.ID{}
	for i := range 5 {
		name := fmt.Sprint("Nym ", i)
		people[name] = datatest.Person(t, s, name, datatest.Cadence(1, 2, "2026-11-01"))
	}
	first := byClock(t, s, "2026-11-23 09:00")
	if len(first) != 1 || !strings.HasPrefix(first[0], "3 people") {
		t.Fatalf("%q", first)
	}
	for name, id := range people { // whoever was reached makes room for the next
		if strings.Contains(first[0], name) {
			datatest.Write(t, s, func(tx *store.Tx) error {
				return tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: on("2026-11-23"), People: []data.ID{id}})
			})
			break
		}
	}
	expectAt(t, s, "2026-11-23 10:00")
	if plan, err := New(s, &shown{}, wordstest.English(t)).Coming(t.Context(), on("2026-11-23")); err != nil || !plan.More {
		t.Errorf("nobody waits for the next day: %+v, %v", plan, err)
	}
	if next := byClock(t, s, "2026-11-24 09:00"); len(next) != 1 {
		t.Errorf("%q", next)
	}
}

func TestHowNotificationsGoIsNoted(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza", datatest.Cadence(1, 2, "2026-11-01"))
	w := wordstest.English(t)
	for _, c := range []struct {
		err  error
		want string
	}{
		{errors.New("gone"), w.T("error.no_notification")}, {fmt.Errorf("%w: late", ErrUnanswered), w.T("error.notification_unanswered")}, {nil, ""},
	} {
		_ = Try(t.Context(), s, notifier(func(context.Context, Note) error { return c.err }), w)
		channels, err := s.Channels(t.Context())
		if got := channels[data.NotificationChannel]; err != nil || got.Trouble != c.want || (got.Succeeded != 0) != (c.err == nil) {
			t.Errorf("%v: %+v, %v", c.err, got, err)
		}
	}
	if _, err := New(s, notifier(func(context.Context, Note) error { return errBroken }), w).Raise(t.Context(), at(t, "2026-11-22 09:00")); err == nil {
		t.Error("it was raised")
	}
	if channels, err := s.Channels(t.Context()); err != nil || channels[data.NotificationChannel].Trouble != w.T("error.no_notification") {
		t.Errorf("%+v, %v", channels, err)
	}
}

func TestRunHearsOfChangesFromTheStore(t *testing.T) {
	s := datatest.Open(t)
	synctest.Test(t, func(t *testing.T) {
		ctx, quit := context.WithCancel(t.Context())
		var bodies []string
		r := New(s, notifier(func(_ context.Context, n Note) error {
			bodies = append(bodies, n.Body)
			return nil
		}), wordstest.English(t))
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			r.Run(ctx, func() time.Time { return at(t, "2026-11-22 12:00") })
		}()
		time.Sleep(time.Hour)
		datatest.Person(t, s, "Ana Souza", datatest.Cadence(1, 2, "2026-11-01"))
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if !slices.Equal(bodies, []string{"Ana Souza"}) {
			t.Errorf("%q", bodies)
		}
		quit()
		<-ended
	})
}

func TestAPauseThatEndsIsLookedFor(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Paul Pause", datatest.Promise(data.Theirs, "a word", "2026-11-01", "2026-11-20"),
		func(_ testing.TB, tx *store.Tx, id data.ID) error { return tx.Pause(id, on("2026-12-24")) })
	if plan, err := New(s, &shown{}, wordstest.English(t)).Coming(t.Context(), on("2026-11-22")); err != nil || len(plan.Due) != 0 || !plan.More {
		t.Errorf("%+v, %v", plan, err)
	}
}

func TestNothingIsToComeForNobody(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza", datatest.Promise(data.Mine, "no day", "2026-11-01", ""))
	if plan, err := New(s, &shown{}, wordstest.English(t)).Coming(t.Context(), on("2026-11-22")); err != nil || len(plan.Due) != 0 || plan.More {
		t.Errorf("%+v, %v", plan, err)
	}
}
