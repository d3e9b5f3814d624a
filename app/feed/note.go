package feed

import (
	"context"
	"time"

	"peerage/data"
)

// noteEvery is how often a newer fetch is remembered.
const noteEvery = time.Minute

// note remembers for all processes what is new: that the calendar was fetched, or that it could not be. What
// cannot be remembered now is tried again at the next look.
func (f *Server) note(ctx context.Context) {
	if f.Speak == nil {
		return
	}
	now := f.record
	now.Fetched = f.fetched.Load()
	if now.FailedAt != f.noted.FailedAt {
		if f.store.NoteChannel(ctx, data.SubscriptionChannel, now.Failure.Sentence(f.Speak(), f.kept().Port)) != nil {
			return
		}
		f.noted.FailedAt = now.FailedAt
	}
	if since := now.Fetched - f.noted.Fetched; since > 0 && (since >= noteEvery.Milliseconds() || f.noted.Fetched == 0) && now.Fetched >= now.FailedAt {
		if f.store.NoteChannel(ctx, data.SubscriptionChannel, "") == nil {
			f.noted.Fetched = now.Fetched
		}
	}
}
