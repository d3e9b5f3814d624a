package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/agent"
	"peerage/app/filing"
	"peerage/app/instance"
	"peerage/app/page"
	"peerage/app/publish"
	"peerage/app/remind"
	"peerage/app/settings"
	"peerage/app/words"
	"peerage/data"
)

// takeUp prepares the work of the data folder. A demo stays quiet and serves nothing: its address would be gone
// with it. A window on a day that was given is quiet too: what falls due on the clock's day is not what it shows.
func (sh *shell) takeUp() {
	sh.work = newWork(sh.store, sh.speaks.Load, sh.Today, sh.env.Now, func() remind.Notifier {
		return notifierFor(fyne.CurrentApp(), sh.env.Notifier)
	})
	sh.quiet, sh.closed = sh.demo || sh.fixedDay != 0, sh.demo
	onClick(sh.env.Notifier, func(l instance.Link) {
		fyne.Do(func() { sh.raise(instance.Message{Link: l}) })
	})
	sh.unseen = func(error) {
		fyne.Do(func() { sh.Toast(sh.words.T("error.no_notification"), false) })
	}
	sh.file.Changed = func(state filing.State) { fyne.Do(func() { sh.filed(state) }) }
	sh.stop = append(sh.stop, sh.work.end)
}

// beat begins to look what other processes write, and to do the work of the data folder while no agent does, once the
// first page is drawn.
func (sh *shell) beat() {
	pulse := agent.NewPulse(sh.store)
	sh.feed.Beats = pulse.Beats()
	sh.duties = agent.NewDuties(folderOf(sh.store), func() []agent.Duty { return sh.work.duties(sh.speaks.Load(), sh.Today) })
	sh.duties.Beats = pulse.Beats()
	sh.duties.Failed = func(err error) { fyne.Do(func() { sh.Fail(err) }) }
	sh.tasks.After(warmAfter, func() {
		for _, run := range []func(context.Context){pulse.Run, sh.duties.Run} {
			sh.tasks.Go(func(ctx context.Context) error {
				run(ctx)
				return nil
			}, nil)
		}
		sh.loadChannels()
	})
}

// ours reports whether this window does the work.
func (sh *shell) ours() bool { return sh.duties == nil || sh.duties.Ours() }

// filed shows how the file of the calendar stands, and says when it is not up to date.
func (sh *shell) filed(state filing.State) {
	if state.Err != nil {
		sh.Toast(sh.words.T("settings.calendar_failed", words.Args{"Error": sh.words.Error(state.Err)}), false)
	}
	if sh.open != nil {
		sh.open.Changed(data.Change{Kinds: []data.Kind{data.Settings}})
	}
}

// channels is how the channels were when the window looked last; nil before it did.
type channels map[data.ChannelName]data.Channel

// loadChannels says what goes wrong on the channels while an agent does the work.
func (sh *shell) loadChannels() {
	var now channels
	sh.tasks.Go(func(ctx context.Context) (err error) {
		now, err = sh.store.Channels(ctx)
		return err
	}, func(err error) {
		if err != nil {
			sh.Fail(err)
			return
		}
		before := sh.channels
		sh.channels = now
		for name, c := range now {
			if before == nil || sh.ours() || c.Trouble == "" || before[name].Trouble == c.Trouble {
				continue
			}
			said := c.Trouble
			if name == data.FileChannel {
				said = sh.words.T("settings.calendar_failed", words.Args{"Error": said})
			}
			sh.Toast(said, false)
		}
	})
}

// keptCalendar returns how the file of the calendar stands that is kept up to date, by whichever process.
func (sh *shell) keptCalendar() settings.KeptFile {
	if sh.ours() {
		state := sh.file.State()
		return settings.KeptFile{Path: state.Path, Written: state.Written, Err: state.Err}
	}
	if sh.preferences.CalendarFolder == "" {
		return settings.KeptFile{}
	}
	kept := settings.KeptFile{Path: filepath.Join(sh.preferences.CalendarFolder, filing.Name), Trouble: sh.channels[data.FileChannel].Trouble}
	if info, err := os.Stat(kept.Path); err == nil {
		kept.Written = info.ModTime()
	}
	return kept
}

// told is what another process says.
func (sh *shell) told(m instance.Message) {
	if m.Secret != nil {
		sh.learn(*m.Secret)
	}
	switch {
	case m.End:
		sh.window.Close()
	case m.Yield:
		sh.duties.Yield()
		sh.tasks.Go(func(ctx context.Context) error {
			sh.handOver(ctx)
			return nil
		}, nil)
	case m.Left:
		sh.left = true
	case m.Secret != nil: // is all there is
	default:
		sh.raise(m)
	}
}

// raise brings the window to the front, at a link or with the files that a second start was given.
func (sh *shell) raise(m instance.Message) {
	unfold(sh.window)
	sh.window.Show()
	sh.window.RequestFocus()
	if len(m.Files) > 0 {
		sh.take(m.Files)
		return
	}
	sh.follow(m.Link)
}

// follow goes where a link leads.
func (sh *shell) follow(l instance.Link) {
	switch l.Place {
	case instance.TodayPlace:
		sh.Open(page.Today())
	case instance.LogPlace:
		sh.log()
	case instance.PersonPlace:
		var person data.ID
		sh.tasks.Go(func(ctx context.Context) (err error) {
			person, err = sh.store.ByUUID(ctx, l.Person)
			return err
		}, func(err error) {
			switch {
			case errors.Is(err, data.ErrNotFound):
				sh.Toast(sh.words.T("error.no_such_person"), false)
			case err != nil:
				sh.Fail(err)
			default:
				sh.visit(page.Person(person))
			}
		})
	}
}

// leave starts the agent when the window has closed, where one is wanted and could be seen. It is started then and
// not with the window: nobody is surprised by a second Peerage while the first is open, and whoever has looked at
// it once without anybody in it has nothing to be reminded of. A window that the system ends leaves none.
func (sh *shell) leave(ctx context.Context) error {
	if leaves, err := sh.leaves(ctx, agent.HasTray); err != nil || !leaves {
		return err
	}
	if err := agent.Start("agent", "--data", folderOf(sh.store)); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, beginning)
	defer cancel()
	for !sh.handOver(ctx) && ctx.Err() == nil {
		time.Sleep(lookAgain)
	}
	return nil
}

// An agent that was started is waited for that long, and looked for that often.
const (
	beginning = 10 * time.Second
	lookAgain = 100 * time.Millisecond
)

// handOver tells the agent the password of the user's server, where this process alone knows it. It returns false
// where there is one to tell and no agent that takes it.
func (sh *shell) handOver(ctx context.Context) bool {
	secret := known(ctx, sh.publisher)
	return secret == nil || instance.Tell(folderOf(sh.store), instance.Agent, instance.Message{Secret: secret})
}

// known returns the password of the user's server where this process alone knows it, else nil.
func known(ctx context.Context, p *publish.Publisher) *instance.Secret {
	account, password, alone := p.Unkept(ctx)
	if !alone {
		return nil
	}
	return &instance.Secret{Account: account, Password: password}
}

// learn takes up a password that the agent leaves with this window.
func (sh *shell) learn(secret instance.Secret) {
	sh.tasks.Go(func(ctx context.Context) error {
		return sh.publisher.Learn(ctx, secret.Account, secret.Password)
	}, sh.Fail)
}

// leaves reports whether an agent is to be left behind.
func (sh *shell) leaves(ctx context.Context, tray func(context.Context) bool) (bool, error) {
	if ctx.Err() != nil || sh.demo || sh.fixedDay != 0 || sh.left || !sh.preferences.Stay {
		return false, nil
	}
	anybody, err := sh.store.HasPeople(ctx)
	return err == nil && anybody && tray(ctx) && !instance.Tell(folderOf(sh.store), instance.Agent, instance.Message{}), err
}
