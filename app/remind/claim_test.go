package remind

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"peerage/data"
)

func TestNothingIsShownThatCannotBeClaimed(t *testing.T) {
	d := newDesk(t, "2026-11-22 08:00", "2026-11-22 10:00")
	d.due["Ana"] = on("2026-11-22")
	d.unwritable = true
	d.events = []event{{"2026-11-22 09:02", func(d *desk, _ chan<- struct{}) { d.unwritable = false }}}
	d.run()
	d.expect(t, "errors", d.errors, "2026-11-22 09:00 claim what is due on 2026-11-22: broken")
	d.expect(t, "notes", d.notes, "2026-11-22 09:03 Ana +0")
}

func TestAClaimIsReleasedWhenTheNoteCannotBeShown(t *testing.T) {
	d := newDesk(t, "2026-11-22 09:30", "2026-11-22 10:00")
	d.due["Ana"], d.silent = on("2026-11-22"), true
	r := d.reminder()
	if n, err := r.Raise(t.Context(), d.clock); n != 0 || !errors.Is(err, errBroken) || len(d.claimed) != 0 {
		t.Errorf("raised %d, %v, claimed %v", n, err, d.claimed)
	}
	d.silent = false
	if n, err := r.Raise(t.Context(), d.clock); n != 1 || err != nil || len(d.claimed) != 1 {
		t.Errorf("raised %d, %v, claimed %v", n, err, d.claimed)
	}
	if n, err := r.Raise(t.Context(), d.clock); n != 0 || err != nil || len(d.notes) != 1 {
		t.Errorf("raised %d, %v again: %v", n, err, d.notes)
	}
}

// notifier is a Notifier of one function.
type notifier func(ctx context.Context, n Note) error

func (f notifier) Notify(ctx context.Context, n Note) error { return f(ctx, n) }

func TestAClaimIsReleasedThoughTheProgramEnds(t *testing.T) {
	d := newDesk(t, "2026-11-22 09:30", "2026-11-22 10:00")
	d.due["Ana"] = on("2026-11-22")
	ctx, quit := context.WithCancel(t.Context())
	r := d.reminder()
	r.Notifier = notifier(func(ctx context.Context, _ Note) error { quit(); return ctx.Err() })
	if _, err := r.Raise(ctx, d.clock); err == nil || strings.Contains(err.Error(), "release") || len(d.claimed) != 0 {
		t.Errorf("%v, claimed %v", err, d.claimed)
	}
}

func TestAClaimIsKeptWhenPeopleMaySeeTheNoteYet(t *testing.T) {
	d := newDesk(t, "2026-11-22 08:00", "2026-11-22 20:00")
	d.due["Ana"] = on("2026-11-22")
	r := d.reminder()
	r.Notifier = notifier(func(context.Context, Note) error { return fmt.Errorf("%w: late", ErrUnanswered) })
	if n, err := r.Raise(t.Context(), d.clock); n != 0 || !errors.Is(err, ErrUnanswered) || len(d.claimed) != 1 {
		t.Errorf("raised %d, %v, claimed %v", n, err, d.claimed)
	}
}

func TestAReleaseThatFailsIsReportedBesideItsCause(t *testing.T) {
	d := newDesk(t, "2026-11-22 09:30", "2026-11-22 10:00")
	d.due["Ana"] = on("2026-11-22")
	gone, full := errors.New("no service"), errors.New("no space")
	r := d.reminder()
	r.Notifier = notifier(func(context.Context, Note) error { return gone })
	r.Release = func(context.Context, data.Day, []Due) error { return full }
	if n, err := r.Raise(t.Context(), d.clock); n != 0 || !errors.Is(err, gone) || !errors.Is(err, full) {
		t.Errorf("raised %d, %v", n, err)
	}
}

// table is a store that several processes share.
type table struct {
	lock    sync.Mutex
	claimed map[string]bool
}

func (s *table) claim(_ context.Context, _ data.Day, due []Due) (claimed []Due, err error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	for _, x := range due {
		if !s.claimed[x.Key] {
			s.claimed[x.Key] = true
			claimed = append(claimed, x)
		}
	}
	return claimed, nil
}

func TestTwoRemindersOverTheSameClaimsRaiseOnceTogether(t *testing.T) {
	shared := table{claimed: map[string]bool{}}
	due := []Due{
		{Key: "a", Person: 2, Name: "Ana", At: data.AllDay}, {Key: "r", Person: 3, Name: "Raj", At: data.AllDay}, {Key: "k", Person: 4, Name: "Kim", At: data.AllDay},
	}
	var looking, raising sync.WaitGroup
	looking.Add(2)
	notes := make(chan string, 4)
	var raised [2]int
	for i := range raised {
		r := &Reminder{
			Phrases:  phrases,
			Notifier: notifier(func(_ context.Context, n Note) error { notes <- n.Body; return nil }),
			// Both have seen all of it pending before either claims; the second has seen one more.
			Coming: func(context.Context, data.Day) (Plan, error) {
				looking.Done()
				looking.Wait()
				return Plan{Due: due[:2+i]}, nil
			},
			Claim:   shared.claim,
			Release: func(context.Context, data.Day, []Due) error { return errBroken },
		}
		raising.Go(func() {
			var err error
			if raised[i], err = r.Raise(t.Context(), time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)); err != nil {
				t.Error(err)
			}
		})
	}
	raising.Wait()
	close(notes)
	said := ""
	for body := range notes {
		said += body + ". "
	}
	for _, d := range due {
		if strings.Count(said, d.Name) != 1 {
			t.Errorf("%s is named otherwise than once: %s", d.Name, said)
		}
	}
	if raised[0]+raised[1] != len(due) {
		t.Errorf("raised %v of %d", raised, len(due))
	}
}
