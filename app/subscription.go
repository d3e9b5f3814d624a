package app

import (
	"context"

	"peerage/app/command"
	"peerage/app/feed"
	"peerage/app/settings"
)

// newFeed returns the server of the calendar subscription. The calendar is in the language of the window.
func (sh *shell) newFeed() *feed.Server {
	f := feed.New(sh.store, func(ctx context.Context) ([]byte, error) {
		return command.CalendarBytes(ctx, sh.store, sh.speaks.Load(), sh.Today())
	}, sh.Today, sh.env.Now)
	f.Speak = sh.speaks.Load
	return f
}

// keepServing serves the calendar subscription while the window is open. A demo has none: its address
// would be gone with it.
func (sh *shell) keepServing(ctx context.Context) error {
	if sh.demo {
		return nil
	}
	return sh.feed.Run(ctx)
}

// subscribed returns what tells whether the calendar subscription is switched on; nil where there can be none.
func (sh *shell) subscribed() func() bool {
	if sh.demo {
		return nil
	}
	folder := folderOf(sh.store)
	return func() bool {
		kept, err := feed.Load(folder)
		return err == nil && kept.On
	}
}

// subscription is what the settings show of the calendar subscription, and do with it.
func (sh *shell) subscription() *settings.Subscription {
	if sh.demo {
		return nil
	}
	speak := sh.words
	return &settings.Subscription{
		Served: func() settings.Served {
			s := sh.feed.Status()
			served := settings.Served{On: s.On, Broken: s.State == feed.Failing && s.Failure == feed.Unreadable, Said: s.Sentences(speak, sh.env.Now())}
			if s.Token != "" {
				served.Address, served.Webcal = s.Address(), s.Webcal()
			}
			return served
		},
		Switch: sh.feed.Switch, Renew: sh.feed.Renew,
	}
}
