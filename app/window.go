package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"peerage/app/command"
	"peerage/app/instance"
	"peerage/app/look"
	"peerage/app/words"
	"peerage/assets"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/sample"
	"peerage/data/store"
)

// appID is the name under which systems know the window; FyneApp.toml has the same.
const appID = "app.peerage.Peerage"

// openWindow opens the window and returns when it is closed.
func openWindow(ctx context.Context, env *command.Env, o command.Options) (err error) {
	if !hasDisplay() {
		return command.Sentence(env.Words.T("command.no_display"))
	}
	go scanFonts()
	go env.Prepare() // what it returns is asked for where it is needed
	if o.Demo {
		dir, err := os.MkdirTemp("", "peerage-demo-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		o.DataDir = dir
	}
	if o.DataDir, err = filepath.Abs(o.DataDir); err != nil {
		return err
	}
	asked := instance.Message{Raise: true, Files: o.Files, Link: o.Link}
	inst, first, err := instance.Claim(o.DataDir, instance.Window, asked)
	switch {
	case errors.Is(err, instance.ErrSilent):
		return command.Sentence(env.Words.T("error.silent"))
	case err != nil || !first:
		return err // another window has this data open, and has come to the front
	}
	defer inst.Close()
	s, said, err := openStore(env, o)
	if err != nil {
		return err
	}
	defer s.Close()
	if o.Demo {
		if err := env.Prepare(); err != nil {
			return err
		}
		if err := fillSample(ctx, env, s, o.Today); err != nil {
			return err
		}
	}
	return runWindow(ctx, env, o, s, inst, said)
}

// openStore opens the data. A damaged file has been set aside then: the window starts on an empty one
// and says so.
func openStore(env *command.Env, o command.Options) (s *store.Store, said string, err error) {
	s, err = store.Open(o.DataDir, env.Now)
	var damaged *store.Damaged
	if errors.As(err, &damaged) {
		said = env.Words.T("error.set_aside_started", words.Args{"File": damaged.Path, "Kept": damaged.Kept})
		s, err = store.Open(o.DataDir, env.Now)
	}
	if err != nil {
		return nil, "", command.At(env.Words, o.DataDir, err)
	}
	s.TakeForToday(o.Today)
	return s, said, nil
}

// fillSample writes the sample network as seen from today, 0 for the day it is.
func fillSample(ctx context.Context, env *command.Env, s *store.Store, today data.Day) error {
	if today == 0 {
		today = data.DayOf(env.Now())
	}
	network, err := sample.Load(assets.Demo(), today)
	if err != nil {
		return err
	}
	return intake.Sample(ctx, s, env.Keeper, network, env.Words.T("operation.sample"), today)
}

// runWindow shows the window until it is closed or ctx ends.
func runWindow(ctx context.Context, env *command.Env, o command.Options, s *store.Store, inst *instance.Instance, said string) error {
	if cache, err := os.UserCacheDir(); err == nil {
		// The toolkit makes its own folder in there, but not the folder itself.
		if err := os.MkdirAll(cache, 0o700); err != nil {
			return err
		}
	}
	settings, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	preferences := data.PreferencesFrom(settings)
	speak := env.Words
	if preferences.Language != "" {
		if speak, err = wordsIn(preferences.Language); err != nil {
			return err
		}
	}
	icon := picture("peerage.png")
	if err := settlePreferences(toolkitPreferences()); err != nil {
		return err
	}
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: "Peerage", Version: Version, Icon: icon})
	a := app.NewWithID(appID)
	a.SetIcon(icon)
	a.Settings().SetTheme(look.New(variant(preferences)))
	w := a.NewWindow(speak.T("rail.name"))
	w.SetPadded(false)
	w.Resize(sizeOfLast(a.Preferences()))
	leaveAtOnce(a.Lifecycle())
	w.SetMaster()
	if err := env.Prepare(); err != nil {
		return err
	}
	sh := newShell(env, w, s, speak, preferences, o)
	sh.start(inst, instance.Message{Files: o.Files, Link: o.Link})
	if said != "" {
		sh.Toast(said, false)
	}
	if err := show(w); err != nil {
		sh.close()
		return command.Sentence(env.Words.T("command.no_display"))
	}
	a.Run()
	keepSize(a.Preferences(), w.Canvas().Size())
	sh.close()
	return sh.leave(ctx)
}

// leaveAtOnce has the toolkit run nothing when it stops: it hands that over while it ceases to take anything,
// waits for it, and now and then waits for ever. What it would do, to save its preferences, it did when
// they changed.
func leaveAtOnce(l fyne.Lifecycle) {
	l.SetOnStopped(nil)
	if hook, ok := l.(interface{ SetOnStoppedHookExecuted(func()) }); ok {
		hook.SetOnStoppedHookExecuted(nil)
	}
}

// variant returns the theme that the user chose.
func variant(p data.Preferences) look.Variant {
	switch p.Theme {
	case "light":
		return look.Light
	case "dark":
		return look.Dark
	}
	if forced := os.Getenv("FYNE_THEME"); forced == "light" || forced == "dark" {
		return look.Variant(forced)
	}
	return look.System
}

// folderOf returns the folder in which the data lies.
func folderOf(s *store.Store) string { return filepath.Dir(s.Path()) }
