package remind

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// standIn returns a Desktop whose system is stood in for, once it was handed the note.
func standIn(show func() error) *Desktop {
	d := NewDesktop(nil)
	d.show = func(_ context.Context, _ Note, handed *atomic.Bool) error {
		handed.Store(true)
		return show()
	}
	return d
}

func TestTheAnswerOfTheServiceIsTheAnswerToTheNote(t *testing.T) {
	for _, want := range []error{nil, errBroken} {
		if err := standIn(func() error { return want }).Notify(t.Context(), Note{Title: "now"}); !errors.Is(err, want) {
			t.Errorf("the answer is %v, want %v", err, want)
		}
	}
}

func TestAServiceThatHangsIsNotWaitedForForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		wakes := make(chan struct{})
		hung := standIn(func() error { <-wakes; return nil })
		start := time.Now()
		if err := hung.Notify(t.Context(), Note{Title: "now"}); !errors.Is(err, ErrUnanswered) {
			t.Errorf("a service that hangs gives %v", err)
		}
		if waited := time.Since(start); waited != patience {
			t.Errorf("it was waited for %v", waited)
		}
		close(wakes)
	})
}

func TestTheEndOfTheProgramDoesNotWaitForTheService(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, quit := context.WithTimeout(t.Context(), time.Second)
		defer quit()
		wakes := make(chan struct{})
		hung := standIn(func() error { <-wakes; return nil })
		if err := hung.Notify(ctx, Note{Title: "now"}); !errors.Is(err, ErrUnanswered) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a note that was handed over gives %v", err)
		}
		close(wakes)
	})
}

func TestNoNoteIsHandedOverAfterTheEnd(t *testing.T) {
	ctx, quit := context.WithCancel(t.Context())
	quit()
	b := standIn(func() error { t.Error("the note was handed over"); return nil })
	if err := b.Notify(ctx, Note{Title: "late"}); !errors.Is(err, context.Canceled) || errors.Is(err, ErrUnanswered) {
		t.Errorf("a note after the end gives %v", err)
	}
}

func TestRunGoesOnAfterAServiceThatHung(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, "2026-11-22 08:00", "2026-11-23 10:00")
		d.due["Ana"], d.due["Raj"] = on("2026-11-22"), on("2026-11-23")
		wakes := make(chan struct{})
		var hung atomic.Bool
		r := d.reminder()
		r.Notifier = standIn(func() error {
			if !hung.Swap(true) {
				<-wakes
			}
			return nil
		})
		ctx, quit := context.WithDeadline(t.Context(), time.Now().Add(d.until.Sub(d.clock)))
		defer quit()
		started, begun := time.Now(), d.clock
		r.Run(ctx, func() time.Time { return begun.Add(time.Since(started)) })
		if len(d.errors) != 1 || len(d.claimed) != 2 {
			t.Errorf("after the errors %q %v are claimed", d.errors, d.claimed)
		}
		close(wakes)
	})
}

func TestABusThatHangsHasNotBeenHandedTheNote(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := NewDesktop(nil)
		d.show = func(ctx context.Context, _ Note, _ *atomic.Bool) error {
			<-ctx.Done()
			return ctx.Err()
		}
		if err := d.Notify(t.Context(), Note{Title: "now"}); err == nil || errors.Is(err, ErrUnanswered) {
			t.Errorf("a bus that hangs gives %v", err)
		}
	})
}
