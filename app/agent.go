package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync/atomic"

	"peerage/app/agent"
	"peerage/app/command"
	"peerage/app/instance"
	"peerage/app/remind"
	"peerage/app/words"
	"peerage/assets"
	"peerage/data"
)

// runAgent is the agent of a data folder, unless there is one.
func runAgent(ctx context.Context, env *command.Env, o command.Options) (err error) {
	// A process that stays keeps no place that is named from where it began.
	if o.DataDir, err = filepath.Abs(o.DataDir); err != nil {
		return err
	}
	inst, first, err := instance.Claim(o.DataDir, instance.Agent, instance.Message{})
	switch {
	case errors.Is(err, instance.ErrSilent):
		return command.Sentence(env.Words.T("error.silent_agent"))
	case err != nil:
		return err
	case !first:
		fmt.Fprintln(env.Err, "peerage: "+env.Words.T("agent.runs"))
		return nil
	}
	defer inst.Close()
	s, said, err := openStore(env, o)
	if err != nil {
		return err
	}
	defer s.Close()
	if said != "" {
		fmt.Fprintln(env.Err, "peerage: "+said)
	}
	today := func() data.Day {
		if o.Today != 0 {
			return o.Today
		}
		return data.DayOf(env.Now())
	}
	// What is served and kept is in the language of now; the duties begin anew with another one.
	var speak atomic.Pointer[words.Words]
	speak.Store(env.Words)
	w := newWork(s, speak.Load, today, env.Now, func() remind.Notifier { return env.Notifier })
	defer w.end()
	w.quiet = o.Today != 0
	open := opener(o.DataDir)
	onClick(env.Notifier, func(l instance.Link) {
		if err := agent.Visit(o.DataDir, l, open); err != nil {
			fmt.Fprintln(env.Err, "peerage: "+speak.Load().Error(err))
		}
	})
	return agent.Run(ctx, agent.Options{
		Store: s, Folder: o.DataDir, Instance: inst, Speak: wordsFor, Today: today, Icons: assets.Icons(), Err: env.Err,
		Beats: func(beats <-chan struct{}) { w.feed.Beats = beats },
		Duties: func(now *words.Words) []agent.Duty {
			speak.Store(now)
			w.feed.Renewed()
			return w.duties(now, today)
		},
		Open: open,
		Learn: func(ctx context.Context, known instance.Secret) error {
			return w.publisher.Learn(ctx, known.Account, known.Password)
		},
		Known: func() *instance.Secret { return known(context.WithoutCancel(ctx), w.publisher) },
	})
}

// opener returns what opens a window of a data folder at a link, or with the zero Link at what it shows first.
func opener(dir string) func(instance.Link) error {
	return func(l instance.Link) error {
		args := []string{"--data", dir}
		if l != (instance.Link{}) {
			args = append(args, l.String())
		}
		return agent.Start(args...)
	}
}

// onClick has a notifier tell of each note that is clicked to where it leads: to the person it is about, or where
// there are several to the day. It is called before the first note.
func onClick(n remind.Notifier, opened func(instance.Link)) {
	desktop, ok := n.(*remind.Desktop)
	if !ok {
		return
	}
	desktop.Opened = func(link string) {
		to, err := instance.ParseLink(link)
		if err != nil {
			to = instance.Link{Place: instance.TodayPlace}
		}
		opened(to)
	}
}

// wordsFor returns everything there is to say in a language, "" for that of the system.
func wordsFor(language string) (*words.Words, error) {
	if language == "" {
		return wordsIn(languages()...)
	}
	return wordsIn(language)
}
