package publish

import (
	"context"
	"time"

	"peerage/app/words"
	"peerage/data"
)

// Status is how the publishing stands, as any process can tell.
type Status struct {
	data.Publishing
	Channel data.Channel
	Told    string // what Peerage did about the calendar on its own account last, "" for nothing
	ToldAt  int64  // when, in milliseconds UTC
}

// On reports whether there is a server.
func (s Status) On() bool { return s.Server != "" }

// Status returns how the publishing stands, whichever process publishes.
func (p *Publisher) Status(ctx context.Context) (Status, error) {
	preferences, err := p.preferences(ctx)
	if err != nil {
		return Status{}, err
	}
	channels, err := p.store.Channels(ctx)
	if err != nil {
		return Status{}, err
	}
	where, _, err := p.store.Publication(ctx)
	s := Status{Publishing: preferences.Publish, Channel: channels[data.ServerChannel]}
	if where.Account == accountOf(preferences.Publish) {
		s.Told, s.ToldAt = where.Told, where.ToldAt
	}
	return s, err
}

// Locked reports whether the user has to be asked for the password before anything can be published here. It may
// ask the keychain, which may ask the user.
func (p *Publisher) Locked(ctx context.Context) (bool, error) {
	preferences, err := p.preferences(ctx)
	if err != nil || preferences.Publish.Server == "" {
		return false, err
	}
	_, err = await(ctx, func() (string, error) { return p.secrets.Password(accountOf(preferences.Publish)) })
	return err != nil, ctx.Err()
}

// LockedIn reports whether publishing rests for want of the password, as whoever publishes has noted in words.
func (s Status) LockedIn(w *words.Words) bool { return s.Channel.Trouble == w.Error(ErrLocked) }

// Sentences says how the publishing stands: when it last went well, what fails now, and what was told last. now
// tells the time zone and the day of the reader.
func (s Status) Sentences(w *words.Words, now time.Time) []string {
	if !s.On() {
		return []string{w.T("server.off")}
	}
	past := func(milliseconds int64) words.Args { return w.Past(time.UnixMilli(milliseconds), now) }
	said := []string{w.T("server.never")}
	if s.Channel.Succeeded != 0 {
		said[0] = w.T("server.published", past(s.Channel.Succeeded))
	}
	if s.Channel.Trouble != "" {
		said = append(said, w.T("server.failed", past(s.Channel.Failed), words.Args{"Error": s.Channel.Trouble}))
	}
	if s.Told != "" {
		said = append(said, w.T("server.told", past(s.ToldAt), words.Args{"Told": s.Told}))
	}
	return said
}
