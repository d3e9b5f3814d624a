package app

import (
	"context"
	"runtime"

	"peerage/app/agent"
	"peerage/app/instance"
	"peerage/app/settings"
	"peerage/app/system"
)

// inTray is what the settings show of the agent, and of what the system is told of Peerage. A demo has neither.
func (sh *shell) inTray() *settings.Tray {
	if sh.demo {
		return nil
	}
	t := &settings.Tray{
		Stands:  sh.stands,
		AtLogin: func(on bool) error { return sh.tellSystem(on, system.StartAtLogin, "agent") },
		Links: func(on bool) error {
			return sh.tellSystem(on, func(p system.Program, on bool) error { return system.OpenLinks(p, instance.Scheme, on) })
		},
	}
	if runtime.GOOS == "darwin" {
		t.Links = nil
	}
	return t
}

// stands says who does the work while this window is open, and after. What the system cannot be asked is said to
// be off: then it does nothing.
func (sh *shell) stands(ctx context.Context) settings.InTray {
	w := sh.speaks.Load()
	s := settings.InTray{Said: w.T("settings.tray_none")}
	switch {
	case instance.Tell(folderOf(sh.store), instance.Agent, instance.Message{}):
		s.Said = w.T("settings.tray_runs")
	case agent.HasTray(ctx):
		s.Said = w.T("settings.tray_later")
	}
	s.AtLogin, _ = system.StartsAtLogin()
	s.Links, _ = system.OpensLinks(instance.Scheme)
	return s
}

// tellSystem tells the system how to start Peerage, with the data of this window.
func (sh *shell) tellSystem(on bool, tell func(system.Program, bool) error, args ...string) error {
	path, err := agent.Program()
	if err != nil {
		return err
	}
	w := sh.speaks.Load()
	if folder := folderOf(sh.store); folder != sh.env.DataDir {
		args = append(args, "--data", folder)
	}
	return tell(system.Program{Path: path, Args: args, Name: w.T("rail.name"), Comment: w.T("system.comment")}, on)
}
