package meeting

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/sheet"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// sunday is the day of these tests: 22 November 2026.
var sunday = data.NewDay(2026, 11, 22)

// screen is the page before a meeting on a store of its own, in a window.
type screen struct {
	*apptest.Frame
	t       *testing.T
	store   *store.Store
	page    page.Page
	printer Printer
	opened  []string // files that the browser was given
}

func newScreen(t *testing.T) *screen {
	t.Helper()
	w := apptest.English(t)
	x := &screen{Frame: apptest.New(t, w, sunday), t: t, store: datatest.Open(t)}
	x.printer = Printer{DataFolder: t.TempDir(), Now: time.Now, Open: func(_ context.Context, u *url.URL) error {
		x.opened = append(x.opened, parts.FilePath(u))
		return nil
	}}
	x.Follow(t, x.store)
	return x
}

// show opens the page before meeting people.
func (x *screen) show(people ...data.ID) {
	x.page = New(x, x.store, x.printer, page.Meeting(people...))
	x.Show(x.page)
}

// wants fails unless all of these are to be read.
func (x *screen) wants(wanted ...string) {
	x.t.Helper()
	texts := apptest.Texts(x.page.Object())
	for _, text := range wanted {
		if !slices.Contains(texts, text) {
			x.t.Errorf("%q is not to be read in %q", text, texts)
		}
	}
}

func (x *screen) wantsNo(text string) {
	x.t.Helper()
	if i := slices.IndexFunc(apptest.Texts(x.page.Object()), func(s string) bool { return strings.Contains(s, text) }); i >= 0 {
		x.t.Errorf("%q is to be read in %q", text, apptest.Texts(x.page.Object())[i])
	}
}

func (x *screen) hear(name fyne.KeyName, modifier fyne.KeyModifier) {
	if x.Hear(name, modifier) {
		x.Timers().Pass(0)
	}
}

// rosa is somebody with a promise, something to ask and something better left alone.
func rosa(t *testing.T, s *store.Store) data.ID {
	id := datatest.Person(t, s, "Rosa Oliveira", datatest.Role("Zenith", "Engineering Manager", "2024", ""), datatest.Tie(data.Friend),
		datatest.Detail("Her daughter's school", "2026-11-01"), datatest.Interaction(data.Coffee, "2026-10-02", "her move to Lisbon"))
	datatest.Write(t, s, func(tx *store.Tx) error {
		return errors.Join(tx.SavePromise(&data.Promise{Person: id, By: data.Mine, What: "send the rubric", Made: sunday - 9, Due: sunday + 3, State: data.PromiseOpen}),
			tx.SaveBoundary(data.Boundary{Person: id, Avoid: []string{"money"}}))
	})
	return id
}

func TestBeforeAMeetingOneReadsWhatIsOpenAndWhatToTalkAbout(t *testing.T) {
	x := newScreen(t)
	id := rosa(t, x.store)
	x.show(id)
	x.wants("Before you meet Rosa Oliveira", "One open promise and one thing to ask about. You were last in touch on 2 October.",
		"Engineering Manager at Zenith.", "Friend", "How you know each other", "Coffee on 2 October: her move to Lisbon.",
		"You promised Rosa Oliveira: send the rubric.", "Her daughter's school", "Ask now", "Better left alone: money", "Good to ask")
	if avoid, known := apptest.Place(t, x.page.Object(), "Better left alone: money"), apptest.Place(t, x.page.Object(), "How you know each other"); avoid.Y >= known.Y {
		t.Errorf("what is better left alone stands at %v, below %v", avoid, known)
	}
	datatest.Write(t, x.store, func(tx *store.Tx) error {
		return tx.SaveDetail(&data.Detail{Person: id, Text: "Runs marathons"})
	})
	x.wants("Runs marathons")
	apptest.Tap(t, x.page.Object(), "Open")
	if len(x.Opened) != 1 || x.Opened[0] != page.Person(id) {
		t.Errorf("opened %v", x.Opened)
	}
	x.hear(fyne.KeyL, 0)
	if x.Window().Canvas().Overlays().Top() == nil {
		t.Error("L asks for no contact")
	}
	x.hear(fyne.KeyEscape, 0)
	if x.Backs != 1 {
		t.Errorf("Escape went back %d times", x.Backs)
	}
	datatest.Write(t, x.store, func(tx *store.Tx) error { return tx.DeletePerson(id) })
	x.wants("One of those you were to meet is not there any more. Undo may bring them back.")
	x.hear(fyne.KeyP, 0) // nothing is left to print
	if len(x.opened)+len(x.Errors) > 0 {
		t.Errorf("printed %q, %v", x.opened, x.Errors)
	}
}

func TestSeveralStandOnOnePage(t *testing.T) {
	x := newScreen(t)
	ana := datatest.Person(t, x.store, "Ana Souza", datatest.Role("Halden", "Engineer", "2016", "2020"))
	raj := datatest.Person(t, x.store, "Raj Patel", datatest.Role("Halden", "Engineer", "2018", "2022"))
	x.show(raj, ana)
	x.wants("Before you meet Raj Patel and Ana Souza", "Nothing is open between you.", "How they know each other", "Raj Patel and Ana Souza",
		"Coworkers at Halden, 2018 to 2020 (certain)")
}

func TestHiddenNamesStandInNothingThatWasWrittenNeitherHereNorInPrint(t *testing.T) {
	x := newScreen(t)
	raj, omar := datatest.Person(t, x.store, "Raj Patel"), datatest.Person(t, x.store, "Omar Khalil")
	datatest.Person(t, x.store, "Kim Ito")
	id := datatest.Person(t, x.store, "Rosa Oliveira", datatest.Notes("Rosa likes quiet, as Kim does"), datatest.Detail("Ask Rosa of the school", "2026-11-01"), datatest.Tie(data.Friend),
		datatest.Promise(data.Mine, "send Rosa the rubric", "2026-11-01", "2026-11-25"), datatest.Exchange(data.Theirs, data.Help, "2026-10-01", "Rosa's slides"),
		datatest.Milestone("Rosa's first marathon", "2020-11-24"), datatest.Boundary(data.Boundary{Avoid: []string{"Rosa's divorce"}}))
	datatest.Introduction(t, x.store, id, data.Me, omar, "2022-01-10")
	datatest.Project(t, x.store, data.WorkTogether, "Standing in for Rosa", "2018", "2019", id)
	datatest.Write(t, x.store, func(tx *store.Tx) error {
		person, err := tx.Person(id)
		if err != nil {
			return err
		}
		person.HowMet = "Rosa sat beside me"
		return errors.Join(tx.SavePerson(&person), tx.SaveInteraction(&data.Interaction{Kind: data.Coffee, Day: sunday - 9, Text: "Rosa and Raj met Omar", People: []data.ID{id, raj}}),
			tx.SaveTie(&data.Tie{Person: id, Kind: data.Mentor, Note: "Rosa said so"}))
	})
	x.Hidden = true
	x.show(id)
	x.wants("Before you meet R. O.", "R. likes quiet, as K. does", "Ask R. of the school", "You promised R. O.: send R. the rubric.", "Coffee on 13 November: R. and R. met O.", "How you met: R. sat beside me.",
		"Standing in for R., 2018 to 2019")
	x.hear(fyne.KeyP, 0)
	printed, err := os.ReadFile(x.opened[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Rosa", "Raj", "Omar", "Kim"} {
		x.wantsNo(name)
		if strings.Contains(string(printed), name) {
			t.Errorf("%s is printed", name)
		}
	}
	x.Hidden = false
	x.show(id)
	x.wants("Rosa likes quiet, as Kim does", "Coffee on 13 November: Rosa and Raj met Omar.")
}

func TestThePageIsPrintedByTheBrowser(t *testing.T) {
	x := newScreen(t)
	x.show(rosa(t, x.store))
	for i, press := range []func(){
		func() { apptest.Tap(t, x.page.Object(), "Print") },
		func() { x.hear(fyne.KeyP, 0) },
		func() { x.hear(fyne.KeyP, fyne.KeyModifierShortcutDefault) },
	} {
		press()
		if len(x.opened) != i+1 {
			t.Fatalf("%d: the browser was given %q, errors %v", i, x.opened, x.Errors)
		}
		written, err := os.ReadFile(x.opened[i])
		if err != nil || !strings.Contains(string(written), "send the rubric") {
			t.Errorf("%d: the page is %.80s, %v", i, written, err)
		}
	}
	if want := (apptest.Toast{Text: "The page is in your browser: print it there, or save it as PDF."}); x.Toasts[0] != want {
		t.Errorf("said %+v", x.Toasts[0])
	}
}

func TestWithoutABrowserThePageIsKeptWhereOneLikes(t *testing.T) {
	x := newScreen(t)
	x.printer.Open = func(context.Context, *url.URL) error { return errors.New("no browser") }
	x.show(rosa(t, x.store))
	apptest.Tap(t, x.page.Object(), "Print")
	if len(x.Toasts) != 1 || !strings.Contains(x.Toasts[0].Text, "Say where to keep the page") {
		t.Errorf("said %+v, errors %v", x.Toasts, x.Errors)
	}
	asked := x.Window().Canvas().Overlays().Top()
	if asked == nil || !apptest.Shows(asked, "before-you-meet.html") {
		t.Fatal("it does not ask where to keep the page")
	}
	asked.Hide()
	pages, err := filepath.Glob(filepath.Join(x.printer.DataFolder, sheet.Folder, "*.html"))
	if err != nil || len(pages) != 1 {
		t.Fatalf("written %q, %v", pages, err)
	}
	kept := filepath.Join(t.TempDir(), "rosa.html")
	x.page.(*view).keep(pages[0], kept)
	if written, err := os.ReadFile(kept); err != nil || !strings.Contains(string(written), "send the rubric") || x.Toasts[1].Text != "The page is in "+kept+"." {
		t.Errorf("kept %.80s, %v; said %+v", written, err, x.Toasts)
	}
	x.page.(*view).keep(pages[0], filepath.Join(kept, "nowhere"))
	if len(x.Errors) != 1 {
		t.Errorf("a place that cannot be: errors %v", x.Errors)
	}
	x.Errors = nil
	x.printer.DataFolder += "/missing\x00"
	x.show(x.page.(*view).people...)
	apptest.Tap(t, x.page.Object(), "Print")
	if len(x.Errors) != 1 {
		t.Errorf("a folder that cannot be: errors %v", x.Errors)
	}
}

func TestHiddenNamesStayHiddenAndAreNotPrinted(t *testing.T) {
	x := newScreen(t)
	x.Hidden = true
	x.show(rosa(t, x.store))
	x.wants("Before you meet R. O.")
	x.wantsNo("Rosa")
	apptest.Tap(t, x.page.Object(), "Print")
	if written, err := os.ReadFile(x.opened[0]); err != nil || strings.Contains(string(written), "Rosa") {
		t.Errorf("the name is printed, %v", err)
	}
}

func TestAtANarrowWidthTheColumnsStandBelowEachOther(t *testing.T) {
	x := newScreen(t)
	x.show(rosa(t, x.store))
	place := func(text string) fyne.Position {
		t.Helper()
		return apptest.Place(t, x.page.Object(), text)
	}
	x.Window().Resize(fyne.NewSize(1280, 800))
	if a, b := place("How you know each other"), place("Promises"); b.X <= a.X {
		t.Errorf("at 1280 the columns stand at %v and %v", a, b)
	}
	x.Window().Resize(fyne.NewSize(740, 600))
	if a, b := place("How you know each other"), place("Promises"); b.X != a.X || b.Y <= a.Y {
		t.Errorf("at 740 the columns stand at %v and %v", a, b)
	}
}
