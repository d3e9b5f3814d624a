package filing

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/calendar"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// desk is a keeper whose clock and settings the test turns.
type desk struct {
	t       *testing.T
	keeper  *Keeper
	folder  string
	says    string // what the calendar holds
	fails   error  // of the calendar
	asked   int    // how often the calendar was asked for
	now     time.Time
	poke    chan struct{}
	told    []State
	turn    chan func()        // what the test does while the keeper waits
	waiting chan time.Duration // for how long it wants to wait
	end     func()             // ends the keeper and waits until it has ended
}

// keeping starts a keeper that has looked once when it returns.
func keeping(t *testing.T, folder, says string) *desk {
	t.Helper()
	d := &desk{t: t, folder: folder, says: says, now: noon, poke: make(chan struct{}, 1), turn: make(chan func()), waiting: make(chan time.Duration)}
	d.keeper = &Keeper{
		Folder: func(context.Context) (string, error) { return d.folder, nil },
		Calendar: func(context.Context) ([]byte, error) {
			d.asked++
			return calendarOf(t, d.says), d.fails
		},
		Poke: d.poke, Changed: func(s State) { d.told = append(d.told, s) },
	}
	d.keeper.after = func(wait time.Duration) <-chan time.Time {
		d.waiting <- wait
		passed := make(chan time.Time, 1)
		if do := <-d.turn; do != nil {
			do()
		}
		if len(d.poke) == 0 {
			passed <- d.now
		}
		return passed
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	d.end = func() {
		stop()
		for {
			select {
			case <-d.waiting:
			case d.turn <- nil:
			case <-ended:
				return
			}
		}
	}
	go func() {
		defer close(ended)
		d.keeper.Run(ctx, func() data.Day { return data.DayOf(d.now) })
	}()
	t.Cleanup(d.end)
	<-d.waiting
	return d
}

// pass does something while the keeper waits, and lets it look again.
func (d *desk) pass(do func()) {
	d.turn <- do
	for wait := range d.waiting {
		if wait == glance {
			return
		}
		d.turn <- nil
	}
}

// change lets the calendar say something else, and tells the keeper.
func (d *desk) change(says string) {
	d.pass(func() {
		d.says = says
		d.poke <- struct{}{}
	})
}

func calendarOf(t *testing.T, says string) []byte {
	t.Helper()
	b, err := calendar.Encode([]calendar.Event{{UID: "a", Day: 740000, Summary: says}}, calendar.Book{Name: "Peerage"})
	if err != nil {
		t.Error(err)
	}
	return b
}

func (d *desk) path() string { return filepath.Join(d.folder, Name) }

func (d *desk) holds(says string) {
	d.t.Helper()
	b, err := os.ReadFile(d.path())
	if err != nil || string(b) != string(calendarOf(d.t, says)) {
		d.t.Errorf("%v: the file does not say %q but %q", err, says, b)
	}
	left, _ := filepath.Glob(filepath.Join(d.folder, ".*"))
	if len(left) > 0 {
		d.t.Errorf("left behind: %q", left)
	}
}

func TestTheFileFollowsEveryChange(t *testing.T) {
	d := keeping(t, t.TempDir(), "one")
	d.holds("one")
	d.change("two")
	d.holds("two")
	if s := d.keeper.State(); s.Path != d.path() || s.Err != nil || s.Written.IsZero() {
		t.Errorf("%+v", s)
	}
}

func TestWhileNothingChangesTheFileIsLeftAlone(t *testing.T) {
	d := keeping(t, t.TempDir(), "one")
	long := noon.Add(-time.Hour)
	d.pass(func() {
		if err := os.Chtimes(d.path(), long, long); err != nil {
			t.Error(err)
		}
	})
	d.pass(nil)
	d.change("one")
	info, err := os.Stat(d.path())
	if err != nil || !info.ModTime().Equal(long) || d.asked != 2 {
		t.Errorf("%v: written at %v, asked for %d times", err, info.ModTime(), d.asked)
	}
}

func TestANewDayIsAChange(t *testing.T) {
	d := keeping(t, t.TempDir(), "one")
	d.pass(func() { d.now, d.says = noon.Add(11*time.Hour), "later" })
	d.holds("one")
	d.pass(func() { d.now = noon.Add(13 * time.Hour) })
	d.holds("later")
}

func TestAFileThatIsRemovedIsWrittenAgain(t *testing.T) {
	d := keeping(t, t.TempDir(), "one")
	d.pass(func() { os.Remove(d.path()) })
	d.holds("one")
}

func TestAnotherFolderGetsTheFileAndNoneGetsNone(t *testing.T) {
	d := keeping(t, "", "one")
	if s := d.keeper.State(); s != (State{}) || d.asked != 0 {
		t.Errorf("%+v", s)
	}
	dir := t.TempDir()
	d.pass(func() {
		d.folder = dir
		d.poke <- struct{}{}
	})
	d.holds("one")
	d.pass(func() { d.folder = "" })
	if s := d.keeper.State(); s != (State{}) || len(d.told) != 2 {
		t.Errorf("%+v, told %v", s, d.told)
	}
}

func TestAFolderThatIsGoneIsToldOnceAndTriedAgain(t *testing.T) {
	dir := t.TempDir()
	d := keeping(t, dir, "one")
	d.folder = filepath.Join(dir, "stick")
	d.change("two")
	d.pass(nil)
	d.pass(nil)
	s := d.keeper.State()
	var failure *fs.PathError
	if !errors.Is(s.Err, fs.ErrNotExist) || !errors.As(s.Err, &failure) || failure.Path != d.path() || len(d.told) != 2 {
		t.Errorf("%+v, told %v", s, d.told)
	}
	d.pass(func() {
		if err := os.Mkdir(d.folder, 0o700); err != nil {
			t.Error(err)
		}
	})
	d.holds("two")
	if s := d.keeper.State(); s.Err != nil || d.asked != 2 {
		t.Errorf("%+v, asked for %d times", s, d.asked)
	}
}

func TestAFileOfAnotherProgramIsNotOverwritten(t *testing.T) {
	dir := t.TempDir()
	theirs := []byte("BEGIN:VCALENDAR\r\nPRODID:-//Someone else//EN\r\nEND:VCALENDAR\r\n")
	if err := os.WriteFile(filepath.Join(dir, Name), theirs, 0o600); err != nil {
		t.Fatal(err)
	}
	d := keeping(t, dir, "one")
	b, err := os.ReadFile(d.path())
	if s := d.keeper.State(); err != nil || !slices.Equal(b, theirs) || !errors.Is(s.Err, fs.ErrExist) {
		t.Errorf("%+v: %q", s, b)
	}
	d.pass(func() {
		if err := os.WriteFile(d.path(), nil, 0o600); err != nil {
			t.Error(err)
		}
	})
	d.holds("one")
}

func TestWhatChangedJustBeforeTheEndIsWritten(t *testing.T) {
	d := keeping(t, t.TempDir(), "one")
	d.says = "two"
	d.poke <- struct{}{}
	d.end()
	d.holds("two")
}

func TestWhatCannotBeWorkedOutLeavesTheFileAsItWas(t *testing.T) {
	d := keeping(t, t.TempDir(), "one")
	written := d.keeper.State().Written
	d.fails = errors.New("no store")
	d.change("two")
	if s := d.keeper.State(); s.Err == nil || s.Path != d.path() || !s.Written.Equal(written) {
		t.Errorf("%+v", s)
	}
	d.holds("one")
	d.pass(func() { d.fails = nil })
	d.holds("two")
}

func TestWhatBecameOfTheFileIsNotedOnceEach(t *testing.T) {
	folder := t.TempDir()
	d := keeping(t, folder, "Ana")
	var noted []string
	d.pass(func() {
		d.keeper.Note = func(_ context.Context, err error) { noted = append(noted, reason(err)) }
		d.says = "Bob"
		d.poke <- struct{}{}
	})
	d.pass(nil)
	d.pass(func() { d.fails = errors.New("broken"); d.poke <- struct{}{} })
	d.pass(nil)
	d.pass(func() { d.fails = nil; d.says = "Cem"; d.poke <- struct{}{} })
	if want := []string{"", "broken", ""}; !slices.Equal(noted, want) {
		t.Errorf("noted %q, want %q", noted, want)
	}
}
