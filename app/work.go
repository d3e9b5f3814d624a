package app

import (
	"context"
	"time"

	"peerage/app/agent"
	"peerage/app/command"
	"peerage/app/feed"
	"peerage/app/filing"
	"peerage/app/publish"
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
	quiet    bool        // nobody is reminded, and no server hears of the calendar
	closed   bool        // there is no subscription

	feed      *feed.Server
	file      *filing.Keeper     // of the calendar
	publisher *publish.Publisher // of the calendar, to the user's server
	end       func()
}

// newWork returns the work for the data in s. speak and today are asked off the window's thread.
func newWork(s *store.Store, speak func() *words.Words, today func() data.Day, now func() time.Time, notifier func() remind.Notifier) *work {
	w := &work{store: s, now: now, notifier: notifier, unseen: func(error) {}, publisher: command.NewPublisher(s, speak, today, now)}
	w.feed = feed.New(s, func(ctx context.Context) ([]byte, error) {
		return command.CalendarBytes(ctx, s, speak(), today())
	}, today, now)
	w.feed.Speak = speak
	w.file, w.end = command.KeepCalendar(s, speak, today)
	return w
}

// duties returns the work as one process at a time does it, said in words of now.
func (w *work) duties(speak *words.Words, today func() data.Day) []agent.Duty {
	duties := []agent.Duty{{Name: "keep the calendar's file", Run: func(ctx context.Context) error {
		w.file.Run(ctx, today)
		return nil
	}}}
	if !w.quiet {
		duties = append(duties, agent.Duty{Name: "remind", Run: func(ctx context.Context) error { return w.remind(ctx, speak) }},
			agent.Duty{Name: "publish the calendar", Run: w.publisher.Run})
	}
	if !w.closed {
		duties = append(duties, agent.Duty{Name: "serve the calendar", Run: w.feed.Run})
	}
	return duties
}

// remind raises reminders until ctx ends.
func (w *work) remind(ctx context.Context, speak *words.Words) error {
	r := remind.New(w.store, w.notifier(), speak)
	r.Failed = w.unseen
	r.Run(ctx, w.now)
	return nil
}
