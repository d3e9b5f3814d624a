package importing_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/importing"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

var today = data.NewDay(2026, 11, 22)

// room is the page in a window, on a file of its own.
type room struct {
	*apptest.Frame
	t     *testing.T
	page  page.Page
	store *store.Store
	tasks page.Tasks // in place of those of the frame, when set
}

func (r *room) Tasks() page.Tasks {
	if r.tasks != nil {
		return r.tasks
	}
	return r.Frame.Tasks()
}

func open(t *testing.T, tasks page.Tasks) *room {
	t.Helper()
	w := apptest.English(t)
	keeper := apptest.Keeper(t)
	s := datatest.Open(t)
	r := &room{Frame: apptest.New(t, w, today), t: t, store: s, tasks: tasks}
	r.page = importing.New(r, s, keeper)
	s.Watch(r.page.Changed)
	r.Show(r.page)
	return r
}

func (r *room) take(files ...string) {
	r.t.Helper()
	var paths []string
	copies := r.t.TempDir()
	if err := os.CopyFS(copies, os.DirFS("testdata")); err != nil {
		r.t.Fatal(err)
	}
	for _, f := range files {
		if !filepath.IsAbs(f) {
			f = filepath.Join(copies, f)
		}
		r.date(f)
		paths = append(paths, f)
	}
	r.page.(interface{ Take([]string) }).Take(paths)
}

// date makes a file, or all in a folder, of today: without a better sign a file speaks of the day it was
// written, and testdata was written whenever it was checked out.
func (r *room) date(path string) {
	r.t.Helper()
	noon := today.Time().Add(12 * time.Hour)
	err := filepath.WalkDir(path, func(at string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(at, noon, noon))
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.t.Fatal(err)
	}
}

func (r *room) tap(text string) {
	r.t.Helper()
	apptest.Tap(r.t, r.page.Object(), text)
}

func (r *room) shows(texts ...string) { r.t.Helper(); apptest.See(r.t, r.page.Object(), texts...) }

func (r *room) showsNot(texts ...string) {
	r.t.Helper()
	apptest.SeeNot(r.t, r.page.Object(), texts...)
}

func (r *room) people(want int) {
	r.t.Helper()
	if n, err := r.store.CountPeople(context.Background()); err != nil || n != want {
		r.t.Errorf("%d people are in the file, %v; want %d", n, err, want)
	}
}

// press presses a key where the focus is, else what the page does on it.
func (r *room) press(name fyne.KeyName) {
	r.t.Helper()
	if c := r.Window().Canvas(); c.Focused() != nil && name != fyne.KeyEscape {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	for _, k := range r.page.(page.Keyed).Keys() {
		if k.Name == name && k.Modifier == 0 {
			k.Do()
			return
		}
	}
	r.t.Errorf("%s does nothing", name)
}

func TestTheFirstStageSaysWhatIsReadAndThatNothingLeaves(t *testing.T) {
	r := open(t, nil)
	r.shows("Connections.csv", "Positions.csv", "Everything stays on this computer", "Choose files", "Get a copy of your data")
}

func TestFilesArePreviewedAndThenTakenIn(t *testing.T) {
	r := open(t, nil)
	r.take("Connections.csv", "Positions.csv")
	r.shows("3 people are new, 2 roles of your own are new and one hidden member is skipped.",
		"Ana Souza", "Staff Engineer, Kestrel Labs", "李雷", "new", "3 people", "2 roles of yours")
	r.people(0)
	r.tap("Import")
	r.people(3)
	said := "3 people were added and 2 roles were added to your own career."
	r.shows(said)
	r.showsNot("See what changed")
	if !slices.Equal(r.Toasts, []apptest.Toast{{Text: said, Undo: true}}) {
		t.Errorf("said %v", r.Toasts)
	}
	roles, err := r.store.Roles(context.Background(), data.Me)
	if err != nil || len(roles) != 2 {
		t.Errorf("my career is %v, %v", roles, err)
	}
	r.tap("Choose whom to keep up with")
	if !slices.Equal(r.Opened, []page.Route{page.Welcome()}) {
		t.Errorf("opened %v", r.Opened)
	}
}

func TestWhoeverHasRhythmsIsShownPeopleNext(t *testing.T) {
	r := open(t, nil)
	r.write(func(tx *store.Tx) error {
		p := data.Person{Name: "Rosa Oliveira"}
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		return tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Set: today})
	})
	r.take("Connections.csv")
	r.tap("Import")
	r.tap("See people")
	if !slices.Equal(r.Opened, []page.Route{page.People()}) {
		t.Errorf("opened %v", r.Opened)
	}
}

func (r *room) write(change func(*store.Tx) error) {
	r.t.Helper()
	if err := r.store.Write(context.Background(), "test", change); err != nil {
		r.t.Fatal(err)
	}
}

func TestALaterFileShowsBeforeAndAfter(t *testing.T) {
	r := open(t, nil)
	r.take("Connections.csv")
	apptest.Type(t, r.page.Object(), r.dayShown(), "2020-06-30")
	r.tap("Import")
	r.tap("Other files")
	r.take("later.csv")
	r.shows("One person is new, one has changed and 2 are as they were.", "Staff Engineer, Kestrel Labs; now Team Lead, Orbita", "Tomasz Nowak")
	r.showsNot("Fatima Haddad")
	r.tap("Import")
	r.people(4)
	r.shows("One person was added and one was brought up to date.", "One more change to look at: see who has moved")
	r.tap("See what changed")
	if !slices.Equal(r.Opened, []page.Route{page.Moves()}) {
		t.Errorf("opened %v", r.Opened)
	}
}

func TestAFileFromAClockAheadSpeaksOfToday(t *testing.T) {
	r := open(t, nil)
	path := filepath.Join(t.TempDir(), "Connections.csv")
	content, err := os.ReadFile(filepath.Join("testdata", "Connections.csv"))
	ahead := today.Time().AddDate(0, 0, 7)
	if err := errors.Join(err, os.WriteFile(path, content, 0o600), os.Chtimes(path, ahead, ahead)); err != nil {
		t.Fatal(err)
	}
	r.page.(interface{ Take([]string) }).Take([]string{path})
	if got := r.dayShown(); got != today.String() {
		t.Errorf("the day is %s, want %s", got, today)
	}
	r.tap("Import")
	r.people(3)
}

func TestWhateverChangesIsShownBeforeAndAfter(t *testing.T) {
	r := open(t, nil)
	const head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
	bring := func(day, rows string) {
		path := filepath.Join(t.TempDir(), "Connections.csv")
		if err := os.WriteFile(path, []byte(head+rows), 0o600); err != nil {
			t.Fatal(err)
		}
		r.take(path)
		apptest.Type(t, r.page.Object(), r.dayShown(), day)
		r.Timers().Pass(time.Second)
	}
	bring("2025-11-22", "Júlia,Nilsson,https://www.linkedin.com/in/julia,,Halden,PM,26 Dec 2023\n"+
		"Raj,Patel,https://www.linkedin.com/in/raj,,,,26 Dec 2023\n"+
		"Ana,Souza,https://www.linkedin.com/in/ana,,Acme,Engineer,26 Dec 2023\n"+
		"Kim,Lee,https://www.linkedin.com/in/kim,,Acme,Engineer,26 Dec 2023\n")
	r.tap("Import")
	r.tap("Other files")
	bring("2026-11-22", "Júlia,Schneider,https://www.linkedin.com/in/julia,,Halden,PM,26 Dec 2023\n"+
		"Raj,Patel,https://www.linkedin.com/in/raj,,Halden,Engineer,26 Dec 2023\n"+
		"Ana,Silva,https://www.linkedin.com/in/ana,,Acme,Engineering Manager,26 Dec 2023\n"+
		"Kim,Lee,https://www.linkedin.com/in/kim,kim@example.org,Acme,Engineer,26 Dec 2023\n")
	r.shows("Júlia Nilsson; now Júlia Schneider", "no job named before; now Engineer, Halden",
		"Engineer, Acme; now Engineering Manager, Acme, called Ana Souza so far", "Engineer, Acme; address or other details change")
}

// dayShown returns the day in the field, which is that of the file in testdata.
func (r *room) dayShown() string {
	r.t.Helper()
	for _, text := range apptest.Texts(r.page.Object()) {
		if _, err := data.ParseDay(text); err == nil {
			return text
		}
	}
	r.t.Fatalf("there is no day in %q", apptest.Texts(r.page.Object()))
	return ""
}

func TestFilesOfTheSameNameAreToldApartByTheirDays(t *testing.T) {
	r := open(t, nil)
	folder := t.TempDir()
	content, err := os.ReadFile(filepath.Join("testdata", "Connections.csv"))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, month := range []string{"2019-11", "2020-11"} {
		file := filepath.Join(folder, month, "Connections.csv")
		if err := errors.Join(os.Mkdir(filepath.Dir(file), 0o700), os.WriteFile(file, content, 0o600)); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	r.take(files...)
	r.shows("30 November 2019", "30 November 2020", "Each file has its own day.")
}

func TestTheDayTypedIsTheDayOfTheSnapshots(t *testing.T) {
	r := open(t, nil)
	r.take("Connections.csv")
	apptest.Type(t, r.page.Object(), r.dayShown(), "2020-06-30")
	r.Timers().Pass(time.Second)
	r.tap("Import")
	rows, err := r.store.People(context.Background(), store.Filter{Words: "ana"})
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	seen, err := r.store.Snapshots(context.Background(), rows[0].ID)
	if err != nil || len(seen) != 1 || seen[0].Day != data.NewDay(2020, 6, 30) {
		t.Errorf("snapshots %v, %v", seen, err)
	}
}

func TestTheSameContentOfAnotherDayTypedIsAnotherSnapshot(t *testing.T) {
	r := open(t, nil)
	for _, step := range []struct {
		day   string
		files []string
	}{{"2020-06-30", []string{"Connections.csv"}}, {"2021-06-30", []string{"Connections.csv", "Positions.csv"}}} {
		r.take(step.files...)
		apptest.Type(t, r.page.Object(), r.dayShown(), step.day)
		r.Timers().Pass(time.Second)
		r.tap("Import")
		r.tap("Other files")
	}
	rows, err := r.store.People(context.Background(), store.Filter{Words: "ana"})
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	seen, err := r.store.Snapshots(context.Background(), rows[0].ID)
	if err != nil || len(seen) != 2 || seen[1].Day != data.NewDay(2021, 6, 30) {
		t.Errorf("snapshots %v, %v", seen, err)
	}
}

func TestADayThatCannotBeIsRefusedAtItsField(t *testing.T) {
	for typed, want := range map[string]string{"2030-01-01": "cannot lie ahead", "2020": "as a whole day", "soon": "as a year, a month or a day"} {
		r := open(t, nil)
		r.take("Connections.csv")
		apptest.Type(t, r.page.Object(), r.dayShown(), typed)
		r.tap("Import")
		r.shows(want)
		r.people(0)
	}
}

func TestABrokenFileNamesLineAndFieldAndTheRestIsRead(t *testing.T) {
	r := open(t, nil)
	r.take("broken.csv")
	r.shows("One person is new and one line is left out.", "2 things to look at",
		"broken.csv, line 2, Connected On", "“31 Juni 2020” is no day. The rest of the entry is read.",
		"broken.csv, line 3", "This line has too few columns and is left out.")
	r.tap("Import")
	r.people(1)
}

func TestWhatIsNoFileOfLinkedInIsSaidInOneSentence(t *testing.T) {
	for _, file := range []string{"diary.csv", "there-is-no-such-file.csv", t.TempDir()} {
		r := open(t, nil)
		r.take(file)
		r.shows("There is nothing here that Peerage can read. Please choose the zip that LinkedIn sent you")
		r.showsNot("Import")
		r.tap("Other files")
		r.shows("Drop your LinkedIn archive here")
	}
}

func TestAFileOfAnotherKindBesideGoodOnesIsOnlyNamed(t *testing.T) {
	r := open(t, nil)
	r.take("Connections.csv", "diary.csv")
	r.shows("One file left out", "Peerage does not read diary.csv.")
	r.showsNot("to look at")
}

func TestAFolderIsReadAsTheArchiveItWas(t *testing.T) {
	r := open(t, nil)
	folder := t.TempDir()
	for _, name := range []string{"Connections.csv", "Positions.csv"} {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	r.take(folder)
	r.shows("3 people", "2 roles of yours")
}

func TestTheSameFileTwiceBringsNothing(t *testing.T) {
	r := open(t, nil)
	r.take("Connections.csv")
	r.tap("Import")
	r.tap("Other files")
	r.take("Connections.csv")
	r.shows("There is nothing to bring in: all 3 entries are known already.")
	r.showsNot("Import")
	r.people(3)
}

func TestUndoingAnImportShowsThePlanAgain(t *testing.T) {
	r := open(t, nil)
	r.take("Connections.csv")
	r.tap("Import")
	name, err := r.store.Undo(context.Background())
	if err != nil || name != "Import Connections.csv" {
		t.Fatal(name, err)
	}
	r.people(0)
	r.shows("3 people are new")
	r.tap("Import")
	r.people(3)
}

func TestProbableDoublesAreJoinedAndThatIsUndone(t *testing.T) {
	r := open(t, nil)
	r.take("without-profiles.csv")
	r.tap("Import")
	r.tap("Other files")
	r.take("doubles.csv")
	r.shows("Ana Souza and Ana Costa may be the same person.")
	r.tap("Import")
	r.people(3)
	r.shows("Perhaps the same person")
	r.tap("Same person")
	r.people(2)
	r.showsNot("Perhaps the same person")
	if last := r.Toasts[len(r.Toasts)-1]; last.Text != "Ana Souza is one entry now." || !last.Undo {
		t.Errorf("said %v", last)
	}
	if _, err := r.store.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	r.people(3)
	r.shows("Perhaps the same person")
	r.tap("Two people")
	r.showsNot("Perhaps the same person")
	r.people(3)
}

func TestEverythingGoesByKeysAlone(t *testing.T) {
	r := open(t, nil)
	r.take("Connections.csv")
	r.press(fyne.KeyEscape)
	r.shows("Drop your LinkedIn archive here")
	r.take("Connections.csv")
	hint := func() {
		t.Helper()
		if b, ok := r.Window().Canvas().Focused().(*widgets.Button); !ok || b.Key != "Enter" {
			t.Errorf("the button does not name its key: %+v", b)
		}
	}
	hint()
	r.press(fyne.KeyReturn)
	r.people(3)
	hint()
	r.press(fyne.KeyReturn)
	if !slices.Equal(r.Opened, []page.Route{page.Welcome()}) {
		t.Errorf("opened %v", r.Opened)
	}
}

func TestTheDialogForFilesIsLeftWithEscape(t *testing.T) {
	r := open(t, nil)
	t.Chdir(t.TempDir())
	r.press(fyne.KeyReturn)
	c := r.Window().Canvas()
	if c.Overlays().Top() == nil {
		t.Fatal("no dialog asks for files")
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.Overlays().Top() != nil || c.OnTypedKey() != nil {
		t.Error("Escape does not leave the dialog")
	}
	r.shows("Drop your LinkedIn archive here")
}

func TestHiddenNamesStayHidden(t *testing.T) {
	r := open(t, nil)
	r.Hidden = true
	r.take("Connections.csv")
	r.shows("A. S.")
	r.showsNot("Souza", "Ana")
}

func TestManyProblemsAreFoldedAway(t *testing.T) {
	r := open(t, nil)
	var b strings.Builder
	b.WriteString("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n")
	for i := range 50 {
		b.WriteString("P" + strconv.Itoa(i) + ",Quinn,,,Orbita,Engineer,31 Juni 2020\n")
	}
	path := filepath.Join(t.TempDir(), "many.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	r.take(path)
	r.shows("50 things to look at", "many.csv, line 21, Connected On")
	r.showsNot("many.csv, line 22, Connected On")
	r.tap("Show all 50")
	top := r.Window().Canvas().Overlays().Top()
	if top == nil || !apptest.Shows(top, "many.csv, line 2, Connected On") {
		t.Error("the dialog does not list them")
	}
}

// later does tasks when it is told to, so that a test can act while they are under way.
type later struct {
	timers *apptest.Tasks
	tasks  []func()
}

func (l *later) Go(work func(context.Context) error, done func(error)) func() {
	ctx, cancel := context.WithCancel(context.Background())
	l.tasks = append(l.tasks, func() {
		err := work(ctx)
		if ctx.Err() == nil && done != nil {
			done(err)
		}
	})
	return cancel
}

func (l *later) After(d time.Duration, f func()) func() { return l.timers.After(d, f) }

// run does what was to be done, and what follows from it.
func (l *later) run() {
	for len(l.tasks) > 0 {
		next := l.tasks[0]
		l.tasks = l.tasks[1:]
		next()
	}
}

func TestCancellingWhileReadingGoesBack(t *testing.T) {
	tasks := &later{timers: &apptest.Tasks{}}
	r := open(t, tasks)
	r.take("Connections.csv")
	r.shows("Reading the files")
	r.tap("Cancel")
	tasks.run()
	r.shows("Drop your LinkedIn archive here")
}

func TestCancellingAnImportWritesNothingAndSaysSo(t *testing.T) {
	tasks := &later{timers: &apptest.Tasks{}}
	r := open(t, tasks)
	r.take("Connections.csv")
	tasks.run()
	r.tap("Import")
	r.shows("Bringing people in")
	r.take("Positions.csv")
	if last := r.Toasts[len(r.Toasts)-1]; !strings.Contains(last.Text, "brought in just now") {
		t.Errorf("said %v", last)
	}
	r.press(fyne.KeyEscape)
	r.shows("Stopping")
	tasks.run()
	r.people(0)
	if last := r.Toasts[len(r.Toasts)-1]; last.Text != "Stopped. Nothing was changed." || last.Undo {
		t.Errorf("said %v", last)
	}
	r.shows("3 people are new")
}

func TestAnImportThatIsLeftAloneIsSaidWhenItIsDone(t *testing.T) {
	tasks := &later{timers: &apptest.Tasks{}}
	r := open(t, tasks)
	r.take("Connections.csv")
	tasks.run()
	r.tap("Import")
	r.page.(page.Closer).Close()
	tasks.run()
	r.people(3)
	if len(r.Toasts) != 1 || !r.Toasts[0].Undo {
		t.Errorf("said %v", r.Toasts)
	}
}

func TestProgressIsShownWhileItLasts(t *testing.T) {
	tasks := &later{timers: &apptest.Tasks{}}
	r := open(t, tasks)
	r.take("Connections.csv")
	tasks.timers.Pass(time.Second)
	r.shows("Reading the files")
	tasks.run()
	tasks.timers.Pass(time.Second)
	r.showsNot("Reading the files")
}

func TestRecommendationsAndEndorsementsAreCountedInThePreview(t *testing.T) {
	r := open(t, nil)
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	given := write("Recommendations_Given.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"+
		"Ana,Souza,,,A joy.,\"08/30/22, 05:51 PM\",VISIBLE\nBo,Li,,,Calm.,\"08/30/22, 05:51 PM\",VISIBLE\n")
	received := write("Endorsement_Received_Info.csv", "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"+
		"2024/01/01 10:00:00 UTC,Go,Ana,Souza,,ACCEPTED\n2024/01/01 10:00:00 UTC,Rust,Ana,Souza,,HIDDEN\n")
	r.take(given)
	r.shows("There is nothing to bring in: none of this is about somebody you have.", "“Ana Souza” is nobody you have here")
	r.showsNot("Import")
	r.tap("Other files")
	r.take("Connections.csv", given, received)
	r.shows("3 people are new, 2 recommendations and endorsements are new, one hidden member is skipped and 2 recommendations and endorsements are left out.",
		"2 recommendations and endorsements", "one recommendation or endorsement", "“Bo Li” is nobody you have here")
	r.tap("Import")
	r.shows("3 people were added and 2 recommendations and endorsements were added.")
	kept, err := r.store.Exchanges(context.Background(), store.ExchangeFilter{})
	if err != nil || len(kept) != 2 {
		t.Errorf("exchanges %v, %v", kept, err)
	}
}
