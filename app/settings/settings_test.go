package settings_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/app/settings"
	"peerage/data"
	"peerage/data/store"
)

var (
	today = data.NewDay(2026, 11, 22)
	ctx   = context.Background()
)

// room is the page in a window, on a file of its own.
type room struct {
	*apptest.Frame
	t        *testing.T
	page     page.Page
	store    *store.Store
	exported string
	reminded int
	kept     settings.KeptFile
}

// open opens the page on a file that fill has written to before.
func open(t *testing.T, fill func(*store.Tx) error) *room {
	t.Helper()
	w, keeper := apptest.English(t), apptest.Keeper(t)
	dir := t.TempDir()
	s, err := store.Open(dir, func() time.Time { return today.Time() })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if fill != nil {
		if err := s.Write(ctx, "fill", fill); err != nil {
			t.Fatal(err)
		}
	}
	r := &room{Frame: apptest.New(t, w, today), t: t, store: s}
	r.page = settings.New(r, s, keeper, settings.Options{
		DataFolder: dir, Version: "1.2.3", Languages: []string{"en", "de"}, Now: func() time.Time { return today.Time() },
		ExportCalendar: func(path string) error {
			r.exported = path
			return os.WriteFile(path, []byte("BEGIN:VCALENDAR"), 0o600)
		},
		KeptCalendar: func() settings.KeptFile { return r.kept },
		TestReminder: func() { r.reminded++ },
	})
	s.Watch(r.page.Changed)
	r.Show(r.page)
	return r
}

// turn goes to the part of the page that shows a text, alone if it can be, and reports whether one does.
func (r *room) turn(text string) bool {
	r.t.Helper()
	for _, shows := range []func(fyne.CanvasObject, string) bool{
		func(o fyne.CanvasObject, text string) bool { return slices.Contains(apptest.Texts(o), text) }, apptest.Shows,
	} {
		for _, part := range []string{"", "General", "Reminders", "Calendar"} {
			if part != "" {
				apptest.Tap(r.t, r.page.Object(), part)
			}
			if shows(r.page.Object(), text) {
				return true
			}
		}
	}
	return false
}

func (r *room) tap(text string) {
	r.t.Helper()
	r.turn(text)
	apptest.Tap(r.t, r.page.Object(), text)
}

// enter types into the field that shows something, and waits for it to be saved.
func (r *room) enter(shown, text string) {
	r.t.Helper()
	r.fill(shown, text)
	r.Timers().Pass(time.Second)
}

func (r *room) fill(shown, text string) {
	r.t.Helper()
	r.turn(shown)
	apptest.Type(r.t, r.page.Object(), shown, text)
}

// focus goes on with the Tab key to the field that shows something.
func (r *room) focus(shown string) fyne.Focusable {
	r.t.Helper()
	r.turn(shown)
	c := r.Window().Canvas()
	for range 60 {
		c.FocusNext()
		if o, ok := c.Focused().(fyne.CanvasObject); ok && slices.Contains(apptest.Texts(o), shown) {
			return c.Focused()
		}
	}
	r.t.Fatalf("Tab does not reach %q", shown)
	return nil
}

func (r *room) shows(texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		if !r.turn(text) {
			r.t.Errorf("does not show %q, but %q", text, apptest.Texts(r.page.Object()))
		}
	}
}

func (r *room) showsNot(texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		if r.turn(text) {
			r.t.Errorf("shows %q", text)
		}
	}
}

func (r *room) preferences() data.Preferences {
	r.t.Helper()
	kept, err := r.store.Settings(ctx)
	if err != nil {
		r.t.Fatal(err)
	}
	return data.PreferencesFrom(kept)
}

func (r *room) undo() string {
	r.t.Helper()
	name, err := r.store.Undo(ctx)
	if err != nil {
		r.t.Fatal(err)
	}
	return name
}

func TestANumberIsSavedOnceTypingRestsAndUndone(t *testing.T) {
	r := open(t, nil)
	r.fill("3", "5")
	if got := r.preferences().PerDay; got != 3 {
		t.Errorf("%d a day were saved while typing", got)
	}
	r.Timers().Pass(time.Second)
	if got := r.preferences().PerDay; got != 5 {
		t.Errorf("%d a day", got)
	}
	r.shows("Change settings")
	if name := r.undo(); name != "Change settings" {
		t.Errorf("undid %q", name)
	}
	if got := r.preferences().PerDay; got != 3 {
		t.Errorf("%d a day after undo", got)
	}
	r.shows("Nothing can be undone.")
	if slices.Contains(apptest.Texts(r.page.Object()), "5") {
		t.Error("the field does not follow the undo")
	}
}

func TestAValueOutOfRangeIsRefusedAtItsField(t *testing.T) {
	for _, c := range []struct{ shown, typed, said string }{
		{"3", "0", "between 1 and 50"}, {"3", "51", "between 1 and 50"}, {"3", "three", "between 1 and 50"}, {"3", "", "between 1 and 50"},
		{"10", "351", "between 1 and 350"}, {"09:00", "24:00", "between 00:00 and 23:59"}, {"09:00", "soon", "between 00:00 and 23:59"},
	} {
		r := open(t, nil)
		r.enter(c.shown, c.typed)
		r.shows(c.said)
		if got := r.preferences(); got != data.DefaultPreferences() {
			t.Errorf("%q was saved: %+v", c.typed, got)
		}
	}
}

func TestARefusedValueStaysUntilItIsMended(t *testing.T) {
	r := open(t, nil)
	r.enter("3", "99")
	r.tap("Off")
	r.shows("99", "between 1 and 50")
	r.enter("99", "9")
	r.showsNot("between 1 and 50")
	if p := r.preferences(); p.PerDay != 9 || p.Remind {
		t.Errorf("saved %+v", p)
	}
}

func TestTheNoticeOfBirthdaysMayBeNone(t *testing.T) {
	r := open(t, nil)
	r.fill("7", "61")
	r.focus("61").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.shows("61", "between 0 and 60")
	r.fill("61", "0")
	r.focus("0").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := r.preferences().Ahead; got != 0 {
		t.Errorf("%d days of notice", got)
	}
}

func TestEnterAndLeavingThePageSaveAtOnce(t *testing.T) {
	r := open(t, nil)
	r.fill("10", "14")
	r.focus("14").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := r.preferences().PerWeek; got != 14 {
		t.Errorf("%d a week after Enter", got)
	}
	r.fill("14", "20")
	r.page.(page.Closer).Close()
	if got := r.preferences().PerWeek; got != 20 {
		t.Errorf("%d a week after leaving", got)
	}
}

func TestWeekdaysAreChosenAndTheLastOneStays(t *testing.T) {
	r := open(t, nil)
	days := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	for _, d := range days {
		r.tap(d)
	}
	if got := r.preferences().Weekdays; got != [7]bool{true} {
		t.Fatalf("weekdays are %v", got)
	}
	r.tap("Sunday")
	r.shows("Please fill in the weekdays.")
	if got := r.preferences().Weekdays; got != [7]bool{true} {
		t.Errorf("weekdays are %v", got)
	}
}

func TestSwitchesAreSavedAndUndoneOneByOne(t *testing.T) {
	r := open(t, nil)
	r.tap("Dark")
	r.tap("Off")
	r.tap("Calendar")
	r.tap("Initials")
	want := data.DefaultPreferences()
	want.Theme, want.Remind, want.PrivateCalendar = "dark", false, true
	if got := r.preferences(); got != want {
		t.Errorf("saved %+v", got)
	}
	r.undo()
	want.PrivateCalendar = false
	if got := r.preferences(); got != want {
		t.Errorf("after one undo %+v", got)
	}
	if len(r.Toasts) != 0 {
		t.Errorf("a switch said %v", r.Toasts)
	}
}

func TestTheUndoOfThePageTakesBackTheLastChange(t *testing.T) {
	r := open(t, nil)
	r.tap("Light")
	r.tap("Undo")
	if got := r.preferences().Theme; got != "" {
		t.Errorf("the theme is %q", got)
	}
	if last := r.Toasts[len(r.Toasts)-1]; last.Text != "Undone: Change settings" {
		t.Errorf("said %v", last)
	}
}

func TestMyNameIsKept(t *testing.T) {
	r := open(t, func(tx *store.Tx) error { return tx.SavePerson(&data.Person{ID: data.Me, Name: "Mara"}) })
	r.enter("Mara", " 李雷 ")
	me, err := r.store.Person(ctx, data.Me)
	if err != nil || me.Name != "李雷" {
		t.Errorf("I am %q, %v", me.Name, err)
	}
	r.enter("李雷", "")
	r.shows("Please fill in the name.")
}

// addAna adds somebody who worked at Halden Bank.
func addAna(tx *store.Tx) error {
	id, err := tx.AddOrganisation("Halden Bank", "halden bank")
	if err != nil {
		return err
	}
	if err := tx.NameOrganisation(id, "Halden Bank", false); err != nil {
		return err
	}
	ana := data.Person{Name: "Ana Souza"}
	if err := tx.SavePerson(&ana); err != nil {
		return err
	}
	return tx.SaveRole(&data.Role{Person: ana.ID, Organisation: id, Employer: "Halden Bank", Title: "Designer", Source: data.Stated,
		From: data.PartialDay{Year: 2017}, To: data.PartialDay{Year: 2019}})
}

func TestARoleOfMyOwnMakesTiesAndUndoTakesThemBack(t *testing.T) {
	r := open(t, addAna)
	r.shows("Positions.csv from LinkedIn brings yours")
	r.tap("Add a role")
	r.form("Engineer", "Halden Bank", "2016-07", "2020-02")
	r.tap("Save")
	r.shows("Engineer, Halden Bank", "July 2016 to February 2020 · not in management, mid level · stated by you")
	r.showsNot("Positions.csv from LinkedIn brings yours")
	if ties := r.ties(); len(ties) != 2 || ties[0].Kind != data.Coworker || ties[1].Kind != data.Peer {
		t.Errorf("ties are %v", ties)
	}
	if last := r.Toasts[0]; !last.Undo {
		t.Errorf("said %v", last)
	}
	r.undo()
	r.showsNot("Engineer, Halden Bank")
	if ties := r.ties(); len(ties) != 0 {
		t.Errorf("ties are %v", ties)
	}
}

// form fills the fields of a role in the order in which they stand.
func (r *room) form(texts ...string) {
	r.t.Helper()
	c := r.Window().Canvas()
	for i, text := range texts {
		if i > 0 {
			c.FocusNext()
		}
		for range 20 {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		}
		for _, letter := range text {
			c.Focused().TypedRune(letter)
		}
	}
}

func (r *room) ties() []data.Tie {
	r.t.Helper()
	rows, err := r.store.People(ctx, store.Filter{})
	if err != nil || len(rows) != 1 {
		r.t.Fatal(rows, err)
	}
	kinds, err := r.store.TieKinds(ctx, []data.ID{rows[0].ID})
	if err != nil {
		r.t.Fatal(err)
	}
	return kinds[rows[0].ID]
}

func TestARoleIsEditedAndRemoved(t *testing.T) {
	r := open(t, func(tx *store.Tx) error {
		return tx.SaveRole(&data.Role{Person: data.Me, Title: "Chef", Source: data.FromOwnCareer, From: data.PartialDay{Year: 2016}, Current: true})
	})
	r.shows("Chef", "Since 2016 · LinkedIn positions", "End…")
	r.tap("Edit")
	r.form("Cook")
	r.tap("Save")
	r.shows("Cook", "Since 2016 · not in management, mid level · stated by you")
	r.tap("End…")
	r.form("2024-05")
	r.tap("End it")
	r.shows("Cook", "2016 to May 2024 · not in management, mid level · stated by you")
	r.showsNot("End…")
	r.tap("Remove")
	r.showsNot("Cook")
	if name := r.undo(); name != "Edit your career" {
		t.Errorf("undid %q", name)
	}
	r.shows("Cook")
}

func TestARoleThatCannotBeIsRefusedAtItsField(t *testing.T) {
	for _, c := range []struct {
		typed []string
		said  string
	}{
		{[]string{"", ""}, "Please fill in the organisation."},
		{[]string{"Chef", "", "June"}, "Please write the first day as a year, a month or a day"},
		{[]string{"Chef", "", "2020", "2019"}, "This lies before the first day."},
		{[]string{"Chef", "", "--06-30"}, "Please write the first day as a year, a month or a day"},
		{[]string{"Chef", "", "", "2019-02-30"}, "the last day"},
	} {
		r := open(t, nil)
		r.tap("Add a role")
		r.form(c.typed...)
		r.tap("Save")
		if top := r.Window().Canvas().Overlays().Top(); top == nil || !apptest.Shows(top, c.said) {
			t.Errorf("%q: does not say %q", c.typed, c.said)
		}
		if roles, err := r.store.Roles(ctx, data.Me); err != nil || len(roles) > 0 {
			t.Errorf("%q: kept %v, %v", c.typed, roles, err)
		}
	}
}

func TestCirclesAreAddedEditedAndDeleted(t *testing.T) {
	r := open(t, nil)
	r.shows("A circle is a group that you make")
	r.tap("Add a circle")
	r.form("Close", "42", "70")
	r.tap("Save")
	r.shows("Close", "Every six weeks, at the latest every ten weeks · 0 people")
	r.tap("Edit")
	r.form("Closest")
	r.tap("Save")
	r.shows("Closest", `Edit the circle “Closest”`)
	r.tap("Delete")
	r.showsNot("Every six weeks")
	if last := r.Toasts[len(r.Toasts)-1]; last.Text != "Deleted the circle “Closest”. The people in it stay." || !last.Undo {
		t.Errorf("said %v", last)
	}
	r.undo()
	r.shows("Closest", "Every six weeks")
}

func TestACircleThatCannotBeIsRefusedAtItsField(t *testing.T) {
	for _, c := range []struct {
		typed []string
		said  string
	}{
		{[]string{""}, "Please fill in the circle’s name."},
		{[]string{"active"}, "this one is taken"},
		{[]string{"New", "42", "7"}, "Please choose the longest interval between 1 and 3660 days"},
		{[]string{"New", "x", "7"}, "Please choose the ideal interval between 1 and 3660 days"},
	} {
		r := open(t, func(tx *store.Tx) error { return tx.SaveCircle(&data.Circle{Name: "Active"}) })
		r.tap("Add a circle")
		r.form(c.typed...)
		r.tap("Save")
		if top := r.Window().Canvas().Overlays().Top(); top == nil || !apptest.Shows(top, c.said) {
			t.Errorf("%q: does not say %q", c.typed, c.said)
		}
	}
}

func TestTheCapacityIsSaidAsItStands(t *testing.T) {
	r := open(t, nil)
	r.shows("Nobody has a rhythm yet")
	if err := r.store.Write(ctx, "keep up", func(tx *store.Tx) error {
		for range 20 {
			p := data.Person{Name: "Ana"}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			if err := tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: data.Rhythm{Ideal: 7, Longest: 14}, Set: today}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	r.shows("Your rhythms ask for 20 check-ins a week; you give 10.")
	r.enter("10", "21")
	r.shows("you give 21. That fits.")
}

func TestACopyIsMadeAndItsPlaceSaid(t *testing.T) {
	r := open(t, nil)
	r.tap("Back up now")
	last := r.Toasts[len(r.Toasts)-1]
	path := strings.TrimPrefix(last.Text, "Copied to ")
	if info, err := os.Stat(path); err != nil || info.Size() == 0 || !strings.Contains(path, "by-hand") {
		t.Errorf("said %q: %v", last.Text, err)
	}
	r.shows(r.store.Path(), "Peerage 1.2.3", "MIT")
}

func TestAReminderIsShownOnRequest(t *testing.T) {
	r := open(t, nil)
	r.tap("Show one now")
	if r.reminded != 1 {
		t.Errorf("%d reminders were shown", r.reminded)
	}
}

func TestEverythingGoesByKeysAlone(t *testing.T) {
	r := open(t, nil)
	pressed := map[fyne.KeyName]func(){}
	for _, k := range r.page.(page.Keyed).Keys() {
		pressed[k.Name] = k.Do
	}
	pressed[fyne.KeyG]()
	r.form("Close", "30", "60")
	r.Window().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.shows("Close")
	pressed[fyne.KeyR]()
	r.form("Chef")
	r.Window().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.shows("Chef")
	pressed[fyne.KeyB]()
	if last := r.Toasts[len(r.Toasts)-1]; !strings.HasPrefix(last.Text, "Copied to ") {
		t.Errorf("said %v", last)
	}
	var reached []string
	c := r.Window().Canvas()
	for _, part := range []string{"General", "Reminders", "Calendar"} {
		r.tap(part)
		for range 40 {
			c.FocusNext()
			if o, ok := c.Focused().(fyne.CanvasObject); ok {
				reached = append(reached, apptest.Texts(o)...)
			}
		}
	}
	for _, text := range []string{"3", "10", "Monday", "On", "09:00", "Show one now", "Dark", "As the system", "Initials", "Write calendar file…", "Back up now", "Open the folder", "Undo", "Add a role", "Remove", "Delete"} {
		if !slices.Contains(reached, text) {
			t.Errorf("Tab does not reach %q", text)
		}
	}
}

func TestTheCalendarIsWrittenWhereTheUserSays(t *testing.T) {
	r := open(t, nil)
	t.Chdir(t.TempDir())
	r.tap("Write calendar file…")
	if r.Window().Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog asks where")
	}
	r.Window().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.Window().Canvas().Overlays().Top() != nil || r.exported != "" {
		t.Error("Escape does not leave the dialog without a file")
	}
}

func TestWhatGoesWrongIsSaid(t *testing.T) {
	r := open(t, nil)
	if err := r.store.Close(); err != nil {
		t.Fatal(err)
	}
	r.tap("Back up now")
	if len(r.Errors) != 1 || errors.Is(r.Errors[0], context.Canceled) {
		t.Errorf("said %v", r.Errors)
	}
}

func TestWhatTheCalendarHoldsIsChosenAtOnce(t *testing.T) {
	r := open(t, nil)
	want := data.DefaultPreferences()
	for _, step := range []struct {
		do     func()
		change func()
	}{
		{func() { r.tap("Promises") }, func() { want.InCalendar.Promises = false }},
		{func() { r.tap("Check-ins") }, func() { want.InCalendar.CheckIns = false }},
		{func() { r.tap("Milestones") }, func() { want.InCalendar.Milestones = false }},
		{func() { r.tap("Promises") }, func() { want.InCalendar.Promises = true }},
		{func() { r.tap("Included") }, func() { want.CalendarSaid = true }},
		{func() { r.enter("no alarm", "7:30") }, func() { want.AlarmAt = 7*60 + 30 }},
		{func() { r.enter("whole day", "17:00") }, func() { want.CheckInsAt = 17 * 60 }},
		{func() { r.enter("no alarm", " ") }, func() { want.AlarmAt = data.Never }},
		{func() { r.enter("whole day", "") }, func() { want.CheckInsAt = data.AllDay }},
	} {
		step.do()
		step.change()
		if got := r.preferences(); got != want {
			t.Fatalf("kept %+v, want %+v", got, want)
		}
	}
	r.enter("whole day", "noon")
	r.shows("Please choose the time of check-ins between 00:00 and 23:59.")
	if got := r.preferences(); got != want {
		t.Errorf("kept %+v, want %+v", got, want)
	}
}

func TestTheFileThatIsKeptSaysHowItStands(t *testing.T) {
	r := open(t, nil)
	r.shows("A file that stays up to date")
	stop := func() { r.tap("Stop") }
	dir := t.TempDir()
	written := time.Date(2026, 11, 22, 12, 5, 0, 0, time.UTC)
	full := &fs.PathError{Op: "write", Path: filepath.Join(dir, "peerage.ics"), Err: fs.ErrExist}
	set := func() {
		p := r.preferences()
		p.CalendarFolder = dir
		if err := r.store.Write(ctx, "set", func(tx *store.Tx) error { return tx.Set("calendar_folder", dir) }); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		kept settings.KeptFile
		want string
	}{
		{settings.KeptFile{}, "It is about to be written."},
		{settings.KeptFile{Written: written}, "Up to date. Written today at 12:05."},
		{settings.KeptFile{Written: written, Err: full}, "Not up to date since it was written today at 12:05. Peerage does not overwrite " + full.Path + ". Please choose another name."},
		{settings.KeptFile{Err: full}, "Not written yet. Peerage does not overwrite " + full.Path + ". Please choose another name."},
	} {
		r.kept = c.kept
		set()
		r.shows(filepath.Join(dir, "peerage.ics"), c.want)
		stop()
		r.shows("A file that stays up to date")
	}
	if got := r.preferences().CalendarFolder; got != "" {
		t.Errorf("it is kept in %q", got)
	}
}

func TestTheFolderOfTheFileIsAskedFor(t *testing.T) {
	r := open(t, nil)
	t.Chdir(t.TempDir())
	r.tap("Choose a folder…")
	if r.Window().Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog asks where")
	}
	r.Window().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.Window().Canvas().Overlays().Top() != nil || r.preferences().CalendarFolder != "" {
		t.Error("Escape does not leave the dialog without a folder")
	}
	r.tap("Choose a folder…")
	apptest.Tap(t, r.Window().Canvas().Overlays().Top(), "Choose")
	if info, err := os.Stat(r.preferences().CalendarFolder); err != nil || !info.IsDir() {
		t.Errorf("kept in %q: %v", r.preferences().CalendarFolder, err)
	}
}

func TestThePageBeginsWithTheCalendarWhereThatIsAskedFor(t *testing.T) {
	r := openSubscription(t, settings.Served{})
	for text, want := range map[string]bool{"What the calendar holds": true, "Your name": false, "Show one now": false} {
		if apptest.Shows(r.page.Object(), text) != want {
			t.Errorf("%q is shown: %v", text, !want)
		}
	}
	for _, k := range r.page.(page.Keyed).Keys() {
		if k.Name == fyne.Key2 {
			k.Do()
		}
	}
	if !apptest.Shows(r.page.Object(), "Show one now") {
		t.Error("the key does not turn to the reminders")
	}
}
