package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"peerage/app/command"
	"peerage/app/remind"
	"peerage/app/wordstest"
	"peerage/assets"
	"peerage/data/careers"
	"peerage/data/nudges"
)

// desk is where commands are tried: a data folder of its own, a clock that stands still, and a
// notifier that takes notes down.
type desk struct {
	t        testing.TB
	env      command.Env
	out, err bytes.Buffer
	notes    []remind.Note
	silent   bool // nothing shows notifications
	opened   []command.Options
}

// loadKeeper reads the word lists once for all tests.
var loadKeeper = sync.OnceValues(func() (*careers.Keeper, error) {
	return careers.Load(assets.Names(), assets.Ladder())
})

// newDesk returns a desk on Sunday, 22 November 2026.
func newDesk(t testing.TB) *desk {
	t.Helper()
	return newDeskIn(t, "en")
}

func newDeskIn(t testing.TB, language string) *desk {
	t.Helper()
	speak := wordstest.In(t, language)
	keeper, err := loadKeeper()
	if err != nil {
		t.Fatal(err)
	}
	trouble, err := nudges.Load(assets.Prompts())
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t}
	now := time.Date(2026, time.November, 22, 10, 0, 0, 0, time.UTC)
	d.env = command.Env{
		Out: &d.out, Err: &d.err, Now: func() time.Time { return now }, DataDir: t.TempDir(), Version: "1.2.3",
		Words: speak, Keeper: keeper, Trouble: trouble, Notifier: d,
		Window: func(_ context.Context, o command.Options) error { d.opened = append(d.opened, o); return nil },
	}
	return d
}

func (d *desk) Notify(_ context.Context, n remind.Note) error {
	if d.silent {
		return errors.New("nobody listens")
	}
	d.notes = append(d.notes, n)
	return nil
}

// try runs a command and returns its exit status; d.out and d.err hold what it wrote.
func (d *desk) try(args ...string) int {
	d.t.Helper()
	d.out.Reset()
	d.err.Reset()
	return command.Run(d.t.Context(), &d.env, args)
}

// run runs a command that must succeed and returns what it wrote.
func (d *desk) run(args ...string) string {
	d.t.Helper()
	if status := d.try(args...); status != 0 || d.err.Len() > 0 {
		d.t.Fatalf("peerage %s: exit status %d, %s", strings.Join(args, " "), status, d.err.String())
	}
	return d.out.String()
}

// fails runs a command that must end with a status and with one line that says all of the parts.
func (d *desk) fails(status int, parts []string, args ...string) {
	d.t.Helper()
	got := d.try(args...)
	line, rest, _ := strings.Cut(d.err.String(), "\n")
	if got != status || !strings.HasPrefix(line, "peerage: ") || rest != "" || strings.Contains(line, "⟦") {
		d.t.Errorf("peerage %q: exit status %d, want %d: %q", args, got, status, d.err.String())
	}
	for _, part := range parts {
		if !strings.Contains(line, part) {
			d.t.Errorf("peerage %q: %q does not say %q", args, line, part)
		}
	}
}

// read runs a command with --json and decodes what it wrote.
func read[T any](d *desk, args ...string) T {
	d.t.Helper()
	var v T
	if err := json.Unmarshal([]byte(d.run(append(args, "--json")...)), &v); err != nil {
		d.t.Fatalf("peerage %s: %v", strings.Join(args, " "), err)
	}
	return v
}

// person is what the tests look at of people, show and set.
type person struct {
	ID, Name, LinkedIn, Organisation, Title string
	Circles                                 []string
	Ties                                    []any
	Due                                     *string
	PausedUntil                             *string `json:"paused_until"`
	Private                                 bool
	Cadence                                 *struct{ Ideal, Longest int }
	Details                                 []struct {
		Text  string
		AskOn *string `json:"ask_on"`
	}
	Interactions []struct {
		Kind, Day, Text string
		With            []string
	}
}

func (p person) due() string {
	if p.Due == nil {
		return ""
	}
	return *p.Due
}

// file writes a file and returns its path.
func (d *desk) file(name, content string) string {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		d.t.Fatal(err)
	}
	// A file may be dated by its time, which is that of the desk's clock.
	written := time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)
	if err := errors.Join(os.WriteFile(path, []byte(content), 0o600), os.Chtimes(path, written, written)); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// What LinkedIn wrote in two years, about three people and about me.
const (
	connections2025 = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Souza,https://www.linkedin.com/in/ana-souza,ana@example.org,Halden Bank,Data Engineer,14 Mar 2018
Raj,Patel,https://www.linkedin.com/in/raj-patel,,Northwind,Analyst,02 Feb 2020
李,王,https://www.linkedin.com/in/wang-li,,中国银行,主任,05 May 2021
`
	connections2026 = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Silva,https://www.linkedin.com/in/ana-souza,ana@example.org,Halden Bank,Head of Data,14 Mar 2018
Raj,Patel,https://www.linkedin.com/in/raj-patel,,Northwind,Analyst,02 Feb 2020
李,王,https://www.linkedin.com/in/wang-li,,中国银行,主任,05 May 2021
`
	positions = `Company Name,Title,Description,Location,Started On,Finished On
Brightwater,Staff Engineer,,,Sep 2023,
Halden Bank,Engineer,,,Jul 2016,Aug 2023
`
)

// archive writes both years and returns the paths of all files.
func (d *desk) archive() []string {
	return []string{
		d.file("2025-11/Connections.csv", connections2025), d.file("2026-11/Connections.csv", connections2026),
		d.file("2026-11/Positions.csv", positions),
	}
}

func TestAYearWithPeerage(t *testing.T) {
	d := newDesk(t)
	files := d.archive()
	if got := d.run("import", files[0]); got != "3 new, 0 changed, 0 the same, 0 skipped.\n" {
		t.Error(got)
	}
	if got := d.run("import", files[1], files[2]); got != "2 new, 1 changed, 2 the same, 0 skipped.\n" {
		t.Error(got)
	}
	if got := d.run("people"); !strings.Contains(got, "Ana Silva") || strings.Count(got, "\n") != 3 {
		t.Errorf("people: %s", got)
	}
	d.run("set", "Ana", "--cadence", "30/60", "--circle", "close", "--today", "2026-09-01")
	due := read[person](d, "show", "ana").due()
	if due <= "2026-09-01" || due > "2026-10-01" {
		t.Errorf("due %s", due)
	}
	if got := d.run("today"); !strings.HasPrefix(got, "Sunday, 22 November\n\nAna Silva\n  Every month, ") {
		t.Errorf("today: %q", got)
	}
	if got := d.run("log", "--with", "Ana", "--with", "raj", "Coffee, about her move"); got != "Logged with Ana Silva and Raj Patel.\n" {
		t.Error(got)
	}
	if got := d.run("today"); !strings.Contains(got, "Nobody is due today.") {
		t.Errorf("today: %q", got)
	}
	ana := read[person](d, "show", "Ana Silva")
	if ana.due() != "2026-12-22" || len(ana.Interactions) != 1 || ana.Interactions[0].Kind != "coffee" || ana.Interactions[0].With[0] != "Raj Patel" {
		t.Errorf("%+v", ana)
	}
	for _, want := range []string{"Log contact with Ana Silva and Raj Patel", "Edit Ana Silva", "Import 2 files", "Import Connections.csv"} {
		if got := d.run("undo"); got != "Undone: "+want+"\n" {
			t.Errorf("undo: %q, want %q", got, want)
		}
	}
	d.fails(1, []string{"nothing to undo"}, "undo")
	if got := d.run("people"); !strings.HasPrefix(got, "Nobody is here yet.") {
		t.Error(got)
	}
}

func TestTheWindowIsGivenTheFlags(t *testing.T) {
	d := newDesk(t)
	d.run("--today", "2026-06-30", "--data", "elsewhere")
	d.run()
	d.run("demo")
	if len(d.opened) != 3 || d.opened[0].DataDir != "elsewhere" || d.opened[0].Today.String() != "2026-06-30" ||
		!reflect.DeepEqual(d.opened[1], command.Options{DataDir: d.env.DataDir}) || !reflect.DeepEqual(d.opened[2], command.Options{Demo: true}) {
		t.Errorf("%+v", d.opened)
	}
}

func TestTheWindowMaySayASentence(t *testing.T) {
	d := newDesk(t)
	d.env.Window = func(context.Context, command.Options) error { return command.Sentence("There is no display.") }
	d.fails(1, []string{"peerage: There is no display."})
}

func TestWithoutAPlaceForTheDataOnlyWhatNeedsItFails(t *testing.T) {
	d := newDesk(t)
	d.env.DataDir = ""
	d.fails(1, []string{"--data"}, "people")
	d.fails(1, []string{"--data"})
	if got := d.run("version"); got != "Peerage 1.2.3\n" {
		t.Error(got)
	}
	d.run("demo")
	d.run("people", "--data", t.TempDir())
}

// full is a place that takes no octet.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestAnAnswerThatCannotBeWrittenIsAFailure(t *testing.T) {
	d := newDesk(t)
	d.env.Out = full{}
	for _, args := range [][]string{{"people"}, {"people", "--json"}, {"--help"}, {"calendar"}} {
		d.fails(1, []string{"could not be written"}, args...)
	}
}

// Damage deep inside shows when something is read there. Then the file stays where it is, for the rest of it
// can be read, and the sentence says which file that is and what can be done.
func TestAFileDamagedInsideIsNamedWithWhatHelps(t *testing.T) {
	d := newDesk(t)
	rows := "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
	for i := range 500 {
		rows += fmt.Sprintf("Ana,Souza,https://www.linkedin.com/in/ana-%d,,Zenith,Engineer,01 May 2020\n", i)
	}
	d.run("import", d.file("Connections.csv", rows))
	file := filepath.Join(d.env.DataDir, "peerage.db")
	octets, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096 // octets, of SQLite
	at := bytes.Index(octets, []byte("Ana Souza")) / page * page
	for i := range page {
		octets[at+i] = 0xff
	}
	if err := os.WriteFile(file, octets, 0o600); err != nil {
		t.Fatal(err)
	}
	d.fails(1, []string{file, "backups"}, "people")
	if left, err := os.ReadFile(file); err != nil || !bytes.Equal(left, octets) {
		t.Error("the damaged file was changed", err)
	}
}

func TestDataThatCannotBeOpenedIsNamedOnce(t *testing.T) {
	d := newDesk(t)
	file := d.file("notes", "x")
	d.fails(1, []string{file, "Please choose another place"}, "people", "--data", file)
	d.fails(1, []string{"Please choose another place"}, "people", "--data", filepath.Join(file, "below"))

	damaged := t.TempDir()
	kept := strings.Repeat("no database", 1000)
	if err := os.WriteFile(filepath.Join(damaged, "peerage.db"), []byte(kept), 0o600); err != nil {
		t.Fatal(err)
	}
	d.fails(1, []string{"it is damaged", "is kept as"}, "people", "--data", damaged)
	aside, err := filepath.Glob(filepath.Join(damaged, "peerage.db.damaged-*"))
	if err != nil || len(aside) != 1 {
		t.Fatal(aside, err)
	}
	if b, err := os.ReadFile(aside[0]); err != nil || string(b) != kept {
		t.Error("the damaged file was changed", err)
	}
	d.run("people", "--data", damaged)
}
