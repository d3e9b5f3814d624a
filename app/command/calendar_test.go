package command_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"peerage/app/command"
	"peerage/app/filing"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// store opens the desk's data beside the commands.
func (d *desk) store() *store.Store {
	d.t.Helper()
	s, err := store.Open(d.env.DataDir, d.env.Now)
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { s.Close() })
	return s
}

func TestTheCalendarForScriptsIsOneText(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", "7/14")
	plain := d.run("calendar")
	for _, args := range [][]string{{"calendar"}, {"calendar", "-o", "-"}} {
		if got := read[map[string]string](d, args...); len(got) != 1 || got["calendar"] != plain || !strings.Contains(plain, "Ana Souza") {
			t.Errorf("%q: %q", args, got)
		}
	}
}

func TestTheCalendarIsWrittenWholeOrNotAtAll(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "Raj", "--cadence", "7/14")
	d.run("set", "Raj", "--private")
	dir := t.TempDir()
	path := filepath.Join(dir, "check ins.ics")
	if got := d.run("calendar", "-o", path); got != "Written: "+path+"\n" {
		t.Error(got)
	}
	first, err := os.ReadFile(path)
	if err != nil || strings.Count(string(first), "BEGIN:VEVENT") != 1 || !strings.Contains(string(first), "SUMMARY:Check in: Ana Souza\r\n") {
		t.Errorf("%v: %s", err, first)
	}
	if got := d.run("calendar"); got != string(first) {
		t.Error("standard output gets something else")
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.ics")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	d.run("set", "Kim", "--cadence", "7/14")
	d.run("calendar", "-o", link)
	second, err := os.ReadFile(path)
	if info, _ := os.Lstat(link); err != nil || strings.Count(string(second), "BEGIN:VEVENT") != 2 || info.Mode().Type() != os.ModeSymlink {
		t.Errorf("the link was not followed: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("the rights of the file changed: %v, %v", info.Mode(), err)
	}
	d.fails(1, []string{"is a folder"}, "calendar", "-o", dir)
	d.fails(1, []string{"no folder " + filepath.Join(dir, "nowhere") + ". "}, "calendar", "-o", filepath.Join(dir, "nowhere", "x.ics"))
	d.fails(1, []string{"in the way"}, "calendar", "-o", filepath.Join(path, "x.ics"))
	left, err := filepath.Glob(filepath.Join(dir, "*"))
	hidden, _ := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) != 2 || len(hidden) != 0 {
		t.Errorf("left behind: %q %q", left, hidden)
	}
}

func TestWhatIsDueIsRaisedOnce(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "Raj", "Kim", "--cadence", "1/2", "--today", "2026-11-01")
	d.run("set", "Raj", "--private")
	d.run("log", "--with", "Kim", "Coffee and a secret")
	d.silent = true
	d.fails(1, []string{"notification service"}, "remind")
	d.silent = false
	if got := d.run("remind"); got != "Reminded of two things that are due.\n" {
		t.Error(got)
	}
	if got := d.run("remind"); got != "Nothing new is due.\n" {
		t.Error(got)
	}
	if got := d.run("remind", "--today", "2026-11-23"); got != "Reminded of one thing that is due.\n" {
		t.Error(got)
	}
	if len(d.notes) != 2 || d.notes[0].Title != "2 people to catch up with" || d.notes[0].Body != "Ana Souza and one more" || d.notes[1].Body != "Kim Lee" {
		t.Errorf("%q", d.notes)
	}
}

func TestTheWindowWritesTheSameCalendarWhileItIsOpen(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", "7/14")
	s, path := d.store(), filepath.Join(t.TempDir(), "x.ics")
	if err := command.WriteCalendar(t.Context(), s, d.env.Words, data.DayOf(d.env.Now()), path); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != d.run("calendar") {
		t.Error("the command writes another one", err)
	}
	nowhere := filepath.Join(t.TempDir(), "nowhere", "x.ics")
	var failure *fs.PathError
	err := command.WriteCalendar(t.Context(), s, d.env.Words, data.DayOf(d.env.Now()), nowhere)
	if !errors.As(err, &failure) || failure.Path != nowhere || !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// set keeps settings as the window does.
func (d *desk) set(settings map[string]string) {
	d.t.Helper()
	err := d.store().Write(d.t.Context(), "Settings", func(tx *store.Tx) error {
		for name, value := range settings {
			if err := tx.Set(name, value); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		d.t.Fatal(err)
	}
}

func TestTheCalendarIsWhatTheSettingsSay(t *testing.T) {
	d := known(t)
	t.Setenv("TZ", "Europe/Berlin")
	d.run("set", "Ana", "--cadence", "7/14")
	d.run("set", "Kim", "--cadence", "7/14", "--pause-until", "2027-03-01")
	d.run("log", "--with", "Ana", "Coffee and a secret")
	says := func(want []string, not ...string) {
		t.Helper()
		got := strings.ReplaceAll(d.run("calendar"), "\r\n ", "")
		if got != strings.ReplaceAll(d.run("calendar"), "\r\n ", "") {
			t.Error("it is not the same twice")
		}
		for _, text := range want {
			if !strings.Contains(got, text) {
				t.Errorf("%s\nlacks %q", got, text)
			}
		}
		for _, text := range not {
			if strings.Contains(got, text) {
				t.Errorf("%s\nholds %q", got, text)
			}
		}
	}
	says([]string{"SUMMARY:Check in: Ana Souza\r\n", "DTSTART;VALUE=DATE:20261129\r\n", "TRIGGER:PT9H\r\n", "SEQUENCE:0\r\n", "DESCRIPTION:Every week. Last in touch on 22 November 2026.\r\n"},
		"Kim", "secret", "VTIMEZONE")
	d.set(map[string]string{"calendar_said": "true", "check_ins_at": "17:15"})
	says([]string{"DESCRIPTION:Every week. On 22 November 2026: Coffee and a secret.", "DTSTART;TZID=Europe/Berlin:20261129T171500\r\n", "TRIGGER:PT0M\r\n", "SEQUENCE:1\r\n"})
	d.set(map[string]string{"private_calendar": "true", "alarm_at": "none"})
	says([]string{"SUMMARY:Check in: AS\r\n", "SEQUENCE:2\r\n"}, "Ana", "secret", "VALARM")
	d.set(map[string]string{"calendar_check_ins": "false"})
	says([]string{"BEGIN:VCALENDAR\r\n"}, "VEVENT")
}

func TestTheFileInTheFolderFollowsTheNetwork(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", "7/14")
	dir := t.TempDir()
	d.set(map[string]string{"calendar_folder": dir})
	s, told := d.store(), make(chan filing.State, 10)
	today := func() data.Day { return data.DayOf(d.env.Now()) }
	k, release := command.KeepCalendar(s, func() *words.Words { return d.env.Words }, today)
	defer release()
	k.Changed = func(state filing.State) { told <- state }
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		k.Run(ctx, today)
	}()
	holds := func(name string) {
		t.Helper()
		state := <-told
		b, err := os.ReadFile(filepath.Join(dir, filing.Name))
		if state.Err != nil || err != nil || !strings.Contains(string(b), "SUMMARY:Check in: "+name+"\r\n") || string(b) != d.run("calendar") {
			t.Errorf("%+v, %v: %s", state, err, b)
		}
	}
	holds("Ana Souza")
	d.run("set", "Kim", "--cadence", "7/14")
	if err := s.Poll(ctx); err != nil { // as the window does every two seconds
		t.Fatal(err)
	}
	holds("Kim Lee")
	stop()
	<-ended
}

func TestRemindRaisesBySchedule(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "Raj", "--cadence", "1/2", "--today", "2026-11-01")
	for _, what := range []string{"the slides", "a word"} {
		d.run("promises", "--add", what, "--by", "me", "--with", "Kim", "--due", "2026-11-22")
	}
	for _, held := range []struct {
		settings map[string]string
		said     string
	}{
		{map[string]string{"quiet_from": "09:30", "quiet_to": "10:45"}, "Reminders are quiet now. What is due is raised today at 10:45.\n"},
		{map[string]string{"quiet_to": "09:30", "rest": "2026-11-23"}, "Reminders are quiet now. What is due is raised tomorrow at 09:00.\n"},
		{map[string]string{"rest": "", "remind_on": "3"}, "Reminders are quiet now. What is due is raised on 25 November at 09:00.\n"},
	} {
		d.set(held.settings)
		if got := d.run("remind"); got != held.said || len(d.notes) != 0 {
			t.Errorf("%v: %q %q", held.settings, got, d.notes)
		}
	}
	d.set(map[string]string{"remind_on": "0,1,2,3,4,5,6"})
	if got := d.run("remind"); got != "Reminded of four things that are due.\n" || len(d.notes) != 3 {
		t.Errorf("%q %q", got, d.notes)
	}
	if got := d.run("remind", "--json"); !strings.Contains(got, `"raised": 0`) || len(d.notes) != 3 {
		t.Errorf("%q %q", got, d.notes)
	}
}

func TestRemindersThatAreTurnedOffAreSaidToBe(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", "1/2", "--today", "2026-11-01")
	if err := d.store().Write(t.Context(), "Settings", func(tx *store.Tx) error { return tx.Set("remind", "false") }); err != nil {
		t.Fatal(err)
	}
	if got := d.run("remind"); got != "Reminders are turned off in the settings.\n" || len(d.notes) != 0 {
		t.Errorf("%q %q", got, d.notes)
	}
}
