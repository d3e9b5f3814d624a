package publish

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/events"
	"peerage/data/store"
)

// Options are what a Publisher asks, all off the window's thread.
type Options struct {
	Words   func() *words.Words
	Phrases func() events.Phrases
	Today   func() data.Day
	Now     func() time.Time
	Zone    func() *time.Location // of the user's clocks
}

// Publisher keeps the calendar on the server that the settings name. It may be used from any goroutine.
type Publisher struct {
	store   *store.Store
	secrets *Secrets
	words   func() *words.Words
	phrases func() events.Phrases
	today   func() data.Day
	now     func() time.Time
	zone    func() *time.Location
	poke    chan struct{}

	turn    sync.Mutex // one round at a time
	base    http.RoundTripper
	refused string // the account and the password that the server did not take

	after func(time.Duration) <-chan time.Time // stands in for time.After in tests
}

// New returns a publisher of the calendar of a store.
func New(s *store.Store, secrets *Secrets, o Options) *Publisher {
	return &Publisher{
		store: s, secrets: secrets, words: o.Words, phrases: o.Phrases, today: o.Today, now: o.Now, zone: o.Zone,
		poke: make(chan struct{}, 1), base: newTransport(), after: time.After,
	}
}

// Poke has Run look at once, whatever failed before.
func (p *Publisher) Poke() {
	select {
	case p.poke <- struct{}{}:
	default: // it is about to look anyway
	}
}

// sync brings the server and the data in line once, and notes how that went. Without a server in the settings
// there is nothing to do, and on is false. It fails with a *data.ServerFailure where the server or the way to it is
// to blame.
func (p *Publisher) sync(ctx context.Context) (on bool, err error) {
	p.turn.Lock()
	defer p.turn.Unlock()
	preferences, err := p.preferences(ctx)
	if err != nil || preferences.Publish.Server == "" {
		return false, err
	}
	err = p.once(ctx, preferences)
	if ctx.Err() != nil {
		return true, ctx.Err()
	}
	return true, errors.Join(err, p.store.NoteChannel(ctx, data.ServerChannel, p.words().Error(err)))
}

func (p *Publisher) preferences(ctx context.Context) (data.Preferences, error) {
	settings, err := p.store.Settings(ctx)
	return data.PreferencesFrom(settings), err
}

// accountOf names the account that a password belongs to.
func accountOf(p data.Publishing) string { return p.Server + " " + p.User }

// once goes one round. What the user wants is noted before anything is asked of the network, so that it is known
// since when even where the server is gone.
func (p *Publisher) once(ctx context.Context, preferences data.Preferences) error {
	r, err := p.newRound(ctx, preferences)
	if err != nil {
		return err
	}
	account := accountOf(preferences.Publish)
	refused := p.refused
	password, err := await(ctx, func() (string, error) {
		password, err := p.secrets.Password(account)
		if err == nil && refused == account+"\n"+password {
			p.secrets.Again(account) // the user may have given another one to another Peerage
			return p.secrets.Password(account)
		}
		return password, err
	})
	if err != nil {
		return err
	}
	if refused == account+"\n"+password {
		// Servers shut out who tries a wrong password again and again.
		return &data.ServerFailure{Reason: data.ServerWrongPassword, Status: http.StatusUnauthorized}
	}
	given, err := Address(preferences.Publish.Server)
	if err != nil {
		return err
	}
	server := newServer(p.base, given.Hostname(), preferences.Publish.User, password)
	defer server.close()
	err = r.carryOut(ctx, server, given)
	var failure *data.ServerFailure
	if errors.As(err, &failure) && failure.Reason == data.ServerWrongPassword {
		p.refused = account + "\n" + password
	}
	return err
}

// newRound returns a round with all that is known here.
func (p *Publisher) newRound(ctx context.Context, preferences data.Preferences) (*round, error) {
	r := &round{Publisher: p, words: p.words(), preferences: preferences, rows: map[string]*store.Published{}}
	where, rows, err := p.store.Publication(ctx)
	if err != nil {
		return nil, err
	}
	account := accountOf(preferences.Publish)
	if where.Account != account {
		if err := p.store.ForgetPublished(ctx); err != nil {
			return nil, err
		}
		where, rows = store.Publication{Account: account}, nil
	}
	r.where = where
	for i := range rows {
		r.rows[rows[i].UID] = &rows[i]
	}
	return r, r.reload(ctx)
}
