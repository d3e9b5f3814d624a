package app

import (
	"context"

	"peerage/app/agent"
	"peerage/app/feed"
	"peerage/app/settings"
)

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
			s := sh.served()
			served := settings.Served{On: s.On, Broken: s.State == feed.Failing && s.Failure == feed.Unreadable, Said: s.Sentences(speak, sh.env.Now())}
			if s.Token != "" {
				served.Address, served.Webcal = s.Address(), s.Webcal()
			}
			return served
		},
		Switch: func(ctx context.Context, on bool) error {
			_, err := feed.Switch(folderOf(sh.store), on)
			sh.lookAtFeed(ctx)
			return err
		},
		Renew: func(ctx context.Context) error {
			_, err := feed.Renew(ctx, folderOf(sh.store))
			sh.lookAtFeed(ctx)
			return err
		},
	}
}

// served returns how the subscription stands, whichever process serves it.
func (sh *shell) served() feed.Status {
	if sh.ours() {
		return sh.feed.Status()
	}
	return feed.StatusElsewhere(folderOf(sh.store))
}

// lookAtFeed has a change of the subscription hold at once where this window serves it. An agent sees it at its
// next beat.
func (sh *shell) lookAtFeed(ctx context.Context) {
	if sh.ours() {
		ctx, cancel := context.WithTimeout(ctx, agent.Beat)
		defer cancel()
		sh.feed.Look(ctx)
	}
}
