package app

import (
	"context"
	"time"

	"peerage/app/agent"
	"peerage/app/command"
	"peerage/app/feed"
	"peerage/app/filing"
	"peerage/app/remind"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// work is what is done for a data folder by the agent, or by the window while there is none.
type work struct {
	store    *store.Store
	now      func() time.Time
	notifier func() remind.Notifier
	unseen   func(error) // told when a reminder could not be shown
	quiet    bool        // nobody is reminded
	closed   bool        // there is no subscription

	feed *feed.Server
	file *filing.Keeper
	poke chan struct{} // tells the reminder that more may be due
	end  func()
}

// newWork returns the work for the data in s. speak and today are asked off the window's thread.
func newWork(s *store.Store, speak func() *words.Words, today func() data.Day, now func() time.Time, notifier func() remind.Notifier) *work {
	w := &work{store: s, now: now, notifier: notifier, unseen: func(error) {}, poke: make(chan struct{}, 1)}
	w.feed = feed.New(s, func(ctx context.Context) ([]byte, error) {
		return command.CalendarBytes(ctx, s, speak(), today())
	}, today, now)
	file, release := command.KeepCalendar(s, speak, today)
	w.file = file
	unwatch := s.Watch(func(c data.Change) {
		if c.Only(data.Channels) {
			return // that is this work itself, telling how it goes
		}
		select {
		case w.poke <- struct{}{}:
		default: // it is about to look anyway
		}
	})
	w.end = func() {
		unwatch()
		release()
	}
	return w
}

// duties returns the work as one process at a time does it, said in words of now.
func (w *work) duties(speak *words.Words, today func() data.Day) []agent.Duty {
	duties := []agent.Duty{{Name: "keep the calendar's file", Run: func(ctx context.Context) error {
		w.file.Run(ctx, today)
		return nil
	}}}
	if !w.quiet {
		duties = append(duties, agent.Duty{Name: "remind", Run: func(ctx context.Context) error { return w.remind(ctx, speak) }})
	}
	if !w.closed {
		duties = append(duties, agent.Duty{Name: "serve the calendar", Run: w.feed.Run})
	}
	return duties
}

// remind raises reminders until ctx ends.
func (w *work) remind(ctx context.Context, speak *words.Words) error {
	r := remind.New(w.store, w.notifier(), speak)
	r.Poke, r.Failed = w.poke, w.unseen
	r.Run(ctx, w.now)
	return nil
}

// noteFile remembers how the calendar's file stands, for processes that do not keep it.
func (w *work) noteFile(ctx context.Context, speak *words.Words, state filing.State) error {
	trouble := ""
	if state.Err != nil {
		trouble = speak.Error(state.Err)
	}
	return w.store.NoteChannel(ctx, data.FileChannel, trouble)
}
