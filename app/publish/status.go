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
	_, err = p.secrets.Password(accountOf(preferences.Publish))
	return err != nil, nil
}

// LockedIn reports whether publishing rests for want of the password, as whoever publishes has noted in words.
func (s Status) LockedIn(w *words.Words) bool { return s.Channel.Trouble == w.Error(ErrLocked) }

// Sentences says how the publishing stands: when it last went well, what fails now, and what was told last. now
// tells the time zone and the day of the reader.
func (s Status) Sentences(w *words.Words, now time.Time) []string {
	if !s.On() {
		return []string{w.T("server.off")}
	}
	said := []string{w.T("server.never")}
	if s.Channel.Succeeded != 0 {
		said[0] = w.T("server.published", at(w, s.Channel.Succeeded, now))
	}
	if s.Channel.Trouble != "" {
		args := at(w, s.Channel.Failed, now)
		args["Error"] = s.Channel.Trouble
		said = append(said, w.T("server.failed", args))
	}
	if s.Told != "" {
		args := at(w, s.ToldAt, now)
		args["Told"] = s.Told
		said = append(said, w.T("server.told", args))
	}
	return said
}

// at tells when something was. A clock that was put back since makes nothing lie ahead.
func at(w *words.Words, milliseconds int64, now time.Time) words.Args {
	local, today := time.UnixMilli(milliseconds).In(now.Location()), data.DayOf(now)
	return words.Args{"Day": w.Day(min(data.DayOf(local), today), today), "Time": data.Clock(local.Hour()*60 + local.Minute())}
}
