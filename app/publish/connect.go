package publish

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"peerage/data"
	"peerage/data/store"
)

// Account is what the user gives to connect.
type Account struct {
	Server, User, Password string
	Tasks                  bool // check-ins are tasks to tick off and not events
}

// Connect finds the calendar of an account, or makes it, and publishes there from now on. It returns whether the
// password is kept beyond the end of the program. Where it fails, with an *data.Invalid or a *data.ServerFailure,
// all stays as it was.
func (p *Publisher) Connect(ctx context.Context, a Account) (stays bool, err error) {
	address, err := Address(a.Server)
	if err != nil {
		return false, err
	}
	a.User = strings.TrimSpace(a.User)
	for field, value := range map[string]string{"server_user": a.User, "server_password": a.Password} {
		if value == "" {
			return false, &data.Invalid{Field: field, Reason: data.Missing}
		}
	}
	p.turn.Lock()
	defer p.turn.Unlock()
	s := newServer(p.base, address.Hostname(), a.User, a.Password)
	defer s.close()
	d := &discovery{server: s, name: p.phrases().Calendar, tasks: a.Tasks}
	found, err := d.find(ctx, address)
	if err != nil {
		return false, err
	}
	now := data.Publishing{Server: address.String(), User: a.User, Tasks: a.Tasks}
	where, _, err := p.store.Publication(ctx)
	if err != nil {
		return false, err
	}
	if at := found.address.String(); where.Account != accountOf(now) || where.Address != at {
		if err := p.store.ForgetPublished(ctx); err != nil {
			return false, err
		}
		where = store.Publication{Account: accountOf(now), Address: at}
	}
	where.Emptied, where.Told, where.ToldAt = 0, "", 0
	if err := p.store.SavePublication(ctx, where); err != nil {
		return false, err
	}
	stays = p.secrets.Keep(accountOf(now), a.Password)
	p.refused = ""
	if err := p.set(ctx, now); err != nil {
		return stays, err
	}
	p.Poke()
	return stays, p.store.NoteChannel(ctx, data.ServerChannel, "")
}

// Unlock tries and remembers the password of the account that is set, where it was not known.
func (p *Publisher) Unlock(ctx context.Context, password string) (stays bool, err error) {
	preferences, err := p.preferences(ctx)
	if err != nil {
		return false, err
	}
	now := preferences.Publish
	return p.Connect(ctx, Account{Server: now.Server, User: now.User, Password: password, Tasks: now.Tasks})
}

// Unkept returns the account that is set and its password, where that is known in this process alone: the system
// keeps none, so that another process of the user has to be told.
func (p *Publisher) Unkept(ctx context.Context) (account, password string, ok bool) {
	preferences, err := p.preferences(ctx)
	if err != nil || preferences.Publish.Server == "" {
		return "", "", false
	}
	account = accountOf(preferences.Publish)
	password, ok = p.secrets.Unkept(account)
	return account, password, ok
}

// Learn remembers a password that another process of the user was given and has tried, and publishes with it. What
// belongs to another account than the one that is set is not taken.
func (p *Publisher) Learn(ctx context.Context, account, password string) error {
	preferences, err := p.preferences(ctx)
	if err != nil || preferences.Publish.Server == "" || account != accountOf(preferences.Publish) {
		return err
	}
	p.secrets.Learn(account, password)
	p.Poke()
	return nil
}

// Withdraw ends the publishing and forgets the password. With remove, what Peerage wrote is removed from the
// server first, and where that fails nothing ends; without, it stays there as it is.
func (p *Publisher) Withdraw(ctx context.Context, remove bool) error {
	p.turn.Lock()
	defer p.turn.Unlock()
	preferences, err := p.preferences(ctx)
	if err != nil || preferences.Publish.Server == "" {
		return err
	}
	account := accountOf(preferences.Publish)
	if remove {
		if err := p.removeAll(ctx, preferences.Publish); err != nil {
			return err
		}
	}
	if err := p.set(ctx, data.Publishing{Tasks: preferences.Publish.Tasks}); err != nil {
		return err
	}
	return errors.Join(p.store.ForgetPublished(ctx), p.secrets.Forget(account))
}

// removeAll removes every object that Peerage wrote, as it stands on the server now: the user takes all of it
// away, so that what was changed there last goes too.
func (p *Publisher) removeAll(ctx context.Context, from data.Publishing) error {
	where, rows, err := p.store.Publication(ctx)
	if err != nil || where.Address == "" {
		return err
	}
	password, err := p.secrets.Password(accountOf(from))
	if err != nil {
		return err
	}
	given, err := Address(from.Server)
	if err != nil {
		return err
	}
	address, err := url.Parse(where.Address)
	if err != nil {
		return err
	}
	s := newServer(p.base, given.Hostname(), from.User, password)
	defer s.close()
	c, err := s.at(address)
	if err != nil {
		return err
	}
	listed, err := c.list(ctx)
	if gone(err) {
		return nil
	}
	if err != nil {
		return err
	}
	for i := range rows {
		name := rows[i].UID + extension
		// One without a day was never ours.
		if etag := listed[name]; etag != "" && rows[i].Day != 0 {
			if err := c.remove(ctx, name, etag); err != nil {
				return err
			}
		}
		if err := p.store.SavePublished(ctx, nil, []string{rows[i].UID}); err != nil {
			return err
		}
	}
	return nil
}

// set keeps to which calendar is published.
func (p *Publisher) set(ctx context.Context, now data.Publishing) error {
	return p.store.Write(ctx, p.words().ChangeSettings(), func(tx *store.Tx) error {
		settings := data.Preferences{Publish: now}.Settings()
		for _, name := range []string{"publish_server", "publish_user", "publish_tasks"} {
			if err := tx.Set(name, settings[name]); err != nil {
				return err
			}
		}
		return nil
	})
}
