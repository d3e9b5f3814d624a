// Package app puts Peerage together: it alone knows all other rooms, and it runs the window.
package app

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"peerage/app/command"
	"peerage/app/remind"
	"peerage/assets"
	"peerage/data/careers"
	"peerage/data/nudges"
)

// Version is the version of this Peerage, as FyneApp.toml has it.
const Version = "0.1.0"

// Main runs Peerage with the arguments of the command line, the program's name left out, and returns
// its exit status: 0 done, 1 it failed, 2 wrong usage.
func Main(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	speak, err := wordsIn(languages()...)
	if err != nil {
		fmt.Fprintln(os.Stderr, "peerage:", err)
		return 1
	}
	icon, err := fs.ReadFile(assets.Icons(), "peerage-48.png")
	if err != nil {
		fmt.Fprintln(os.Stderr, "peerage:", err)
		return 1
	}
	env := &command.Env{
		In: os.Stdin, Out: output(os.Stdout), Err: output(os.Stderr), Now: remind.Here(time.Now), DataDir: dataDir(), Version: Version,
		Words: speak, Notifier: remind.NewDesktop(icon),
	}
	env.Window = func(ctx context.Context, o command.Options) error {
		aloud(env.Err, speak.T("rail.name"), env.Notifier)
		return openWindow(ctx, env, o)
	}
	env.Agent = func(ctx context.Context, o command.Options) error { return runAgent(ctx, env, o) }
	env.Prepare = sync.OnceValue(func() error { return prepare(env) })
	return command.Run(ctx, env, args)
}

// prepare reads the word lists that commands and the window need.
func prepare(env *command.Env) (err error) {
	if env.Keeper, err = careers.Load(assets.Names(), assets.Ladder()); err != nil {
		return err
	}
	env.Trouble, err = nudges.Load(assets.Prompts())
	return err
}
