package command_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"peerage/app/command"
	"peerage/app/instance"
)

const someone = "0f8fad5b-d9cb-469f-a165-70867728950e"

func TestTheWindowIsGivenFilesAndLinks(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	one, other := filepath.Join(dir, "Connections.csv"), filepath.Join(dir, "people")
	for _, path := range []string{one, other} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.run("peerage:log", "--data", "elsewhere")
	d.run("peerage://person/" + strings.ToUpper(someone) + "/")
	d.run("peerage:")
	d.run(one, other)
	t.Chdir(dir)
	d.run("Connections.csv")
	want := []command.Options{
		{DataDir: "elsewhere", Link: instance.Link{Place: instance.LogPlace}}, {DataDir: d.env.DataDir, Link: instance.Person(someone)},
		{DataDir: d.env.DataDir, Link: instance.Link{Place: instance.TodayPlace}}, {DataDir: d.env.DataDir, Files: []string{one, other}},
		{DataDir: d.env.DataDir, Files: []string{one}},
	}
	same := func(a, b command.Options) bool {
		return a.DataDir == b.DataDir && a.Link == b.Link && slices.Equal(a.Files, b.Files)
	}
	if !slices.EqualFunc(d.opened, want, same) {
		t.Errorf("opened %+v, want %+v", d.opened, want)
	}
}

func TestWhatTheWindowCannotOpenIsSaidInOneLine(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		says string
		args []string
		exit int
	}{
		{"leads nowhere", []string{"peerage:settings"}, 2}, {"leads nowhere", []string{"PEERAGE:person/1"}, 2},
		{"leads nowhere", []string{"peerage:log\n\x1b[31m"}, 2}, {"opened alone", []string{"peerage:log", "peerage:today"}, 2},
		{"no command “nothing”", []string{"nothing"}, 2}, {"cannot find", []string{"nothing.csv"}, 1}, {"cannot find", []string{"./nothing"}, 1},
		{"cannot find", []string{"./no\nsuch\x1b[31m.csv"}, 1},
		{"is a folder", []string{t.TempDir()}, 1}, {"too much", []string{"agent", "now"}, 2},
	} {
		d.fails(c.exit, []string{c.says}, c.args...)
		if line := strings.TrimSuffix(d.err.String(), "\n"); strings.ContainsAny(line, "\n\x1b") {
			t.Errorf("%q is said in %q", c.args, line)
		}
	}
	if len(d.opened) > 0 {
		t.Errorf("opened %+v", d.opened)
	}
}

func TestTheWordListsAreReadForCommandsAlone(t *testing.T) {
	d := newDesk(t)
	var agents []command.Options
	prepared := 0
	d.env.Agent = func(_ context.Context, o command.Options) error { agents = append(agents, o); return nil }
	d.env.Prepare = func() error { prepared++; return nil }
	d.run("agent", "--data", "elsewhere", "--today", "2026-11-22")
	if len(agents) != 1 || agents[0].DataDir != "elsewhere" || agents[0].Today.String() != "2026-11-22" || prepared != 0 {
		t.Errorf("%+v, prepared %d times", agents, prepared)
	}
	d.run("people")
	d.run() // the window prepares itself, beside all else
	d.run("demo")
	if prepared != 1 {
		t.Errorf("prepared %d times", prepared)
	}
}
