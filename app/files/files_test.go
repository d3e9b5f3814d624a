package files_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/files"
	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data"
)

// desk is a window and a home, in which files are asked for.
type desk struct {
	*apptest.Frame
	t      *testing.T
	home   string
	chosen []string
}

func newDesk(t *testing.T, made ...string) *desk {
	t.Helper()
	d := &desk{Frame: apptest.New(t, apptest.English(t), data.NewDay(2026, 11, 22)), t: t, home: t.TempDir()}
	t.Setenv("HOME", d.home)
	t.Setenv("USERPROFILE", d.home)
	for _, name := range made {
		path := filepath.Join(d.home, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("kept"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Time{}, time.Date(2026, 3, 4, 12, 0, 0, 0, time.Local)); err != nil {
			t.Fatal(err)
		}
	}
	d.Window().SetContent(widgets.NewLine("The page", look.Body))
	return d
}

func (d *desk) choose(path string) { d.chosen = append(d.chosen, path) }

func (d *desk) openFile() *desk {
	files.Open(d, "Choose files", []string{".csv", ".zip"}, d.choose)
	return d
}

func (d *desk) save(name string) *desk {
	files.Save(d, "Keep it", name, []string{".ics"}, d.choose)
	return d
}

func (d *desk) keys(keys ...fyne.KeyName) {
	for _, k := range keys {
		apptest.Key(d.Window(), k)
	}
}

// types types behind what is in the field that has the focus.
func (d *desk) types(text string) {
	d.t.Helper()
	test.Type(d.Window().Canvas().Focused(), text)
}

// is fails the test unless these files of the home were chosen, and the dialog is closed.
func (d *desk) is(names ...string) {
	d.t.Helper()
	var want []string
	for _, n := range names {
		want = append(want, filepath.Join(d.home, n))
	}
	if !slices.Equal(d.chosen, want) || d.Window().Canvas().Overlays().Top() != nil || len(d.Errors) > 0 {
		d.t.Errorf("chosen are %q, want %q; failed: %v", d.chosen, want, d.Errors)
	}
}

// shows fails the test unless the dialog that is open shows each of the texts.
func (d *desk) shows(texts ...string) {
	d.t.Helper()
	top := d.Window().Canvas().Overlays().Top()
	if top == nil {
		d.t.Fatal("no dialog is open")
	}
	apptest.See(d.t, top, texts...)
}

func (d *desk) showsNot(texts ...string) {
	d.t.Helper()
	apptest.SeeNot(d.t, d.Window().Canvas().Overlays().Top(), texts...)
}

func TestAFileIsChosenByKeysAlone(t *testing.T) {
	d := newDesk(t, "Old/Connections.CSV", "Connections.csv", "LinkedIn.zip", "notes.txt").openFile()
	d.shows("One folder up", "Old", "Connections.csv", "4 Mar", "LinkedIn.zip")
	d.showsNot("notes.txt")
	d.types("edin")
	d.showsNot("Connections.csv")
	d.keys(fyne.KeyReturn)
	d.is("LinkedIn.zip")
	d.chosen = nil
	d.openFile().keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // the way up, then the folder
	d.shows("Connections.CSV")
	d.keys(fyne.KeyBackspace)
	d.shows("LinkedIn.zip")
	d.keys(fyne.KeyEnd)
	d.types("old")
	d.keys(fyne.KeyReturn)
	d.types("conn")
	d.keys(fyne.KeyReturn)
	d.is("Old/Connections.CSV")
}

func TestAFileIsChosenByThePointer(t *testing.T) {
	d := newDesk(t, "Downloads/LinkedIn.zip", "Connections.csv").openFile()
	d.shows("LinkedIn.zip")
	tap := func(text string) { t.Helper(); apptest.Tap(t, d.Window().Content(), text) }
	tap("Home")
	tap("Connections.csv")
	tap("Open")
	d.is("Connections.csv")
	d.chosen = nil
	d.openFile()
	tap("Downloads")
	tap("LinkedIn.zip")
	d.shows("LinkedIn.zip")
	tap("LinkedIn.zip")
	d.is("Downloads/LinkedIn.zip")
}

func TestEscapeClosesWhateverIsTypedAndHasTheFocus(t *testing.T) {
	d := newDesk(t, "Connections.csv").openFile()
	d.types("conn")
	d.keys(fyne.KeyEscape)
	d.is()
	d.openFile().Window().Canvas().FocusNext()
	d.keys(fyne.KeyEscape)
	d.is()
	d.save("peerage.ics").types("2")
	d.keys(fyne.KeyEscape)
	d.is()
}

func TestWhatIsHiddenIsShownWhenItIsWantedOrNamed(t *testing.T) {
	d := newDesk(t, ".kept/Connections.csv", ".old.zip").openFile()
	d.shows("Nothing here to choose.")
	apptest.Tap(t, d.Window().Content(), "Hidden files")
	d.shows(".kept", ".old.zip")
	apptest.Tap(t, d.Window().Content(), "Hidden files")
	d.showsNot(".kept")
	d.Window().Canvas().Focus(d.Window().Canvas().Focused())
	apptest.Type(t, d.Window().Content(), "A part of the name, or a path", ".o")
	apptest.Tap(t, d.Window().Content(), "Open")
	d.is(".old.zip")
}

func TestAPathMayBeTyped(t *testing.T) {
	d := newDesk(t, "Old/Connections.csv").openFile()
	d.types(filepath.Join(d.home, "Older"))
	d.keys(fyne.KeyReturn)
	d.shows("Nothing is there.")
	d.keys(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyReturn)
	d.showsNot("Nothing is there.")
	d.shows(filepath.Join(d.home, "Old"), "Connections.csv")
	d.types("~/Old/Connections.csv")
	d.keys(fyne.KeyReturn)
	d.is("Old/Connections.csv")
}

func TestTwoThousandFilesAreShownAtOnceAndALinkIsWhatItLeadsTo(t *testing.T) {
	d := newDesk(t, "many/Connections.csv")
	for i := range 2000 {
		if err := os.WriteFile(filepath.Join(d.home, "many", fmt.Sprintf("file%d.csv", i)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(d.home, "many"), filepath.Join(d.home, "a link")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(d.home, "gone"), filepath.Join(d.home, "broken.csv")); err != nil {
		t.Fatal(err)
	}
	d.openFile().showsNot("broken.csv")
	d.types("link")
	d.keys(fyne.KeyReturn)
	d.shows("file1.csv")
	d.keys(fyne.KeyUp)
	d.types("e1999")
	d.keys(fyne.KeyReturn)
	d.is("a link/file1999.csv")
}

func TestAFolderThatCannotBeReadIsSaidAndTheOneBeforeStays(t *testing.T) {
	d := newDesk(t, "Connections.csv")
	shut := filepath.Join(d.home, "shut")
	if err := os.Mkdir(shut, 0o700); err != nil {
		t.Fatal(err)
	}
	c := d.openFile()
	if err := os.Remove(shut); err != nil { // to whoever may read all, no folder is shut but one that is gone
		t.Fatal(err)
	}
	c.types("shut")
	d.keys(fyne.KeyReturn)
	d.shows("shut")
	if len(d.Errors) != 1 {
		t.Errorf("failed: %v", d.Errors)
	}
}

func TestTheFolderThatWasUsedLastIsOpenedNext(t *testing.T) {
	d := newDesk(t, "Old/a.csv", "b.csv").openFile()
	d.types("old")
	d.keys(fyne.KeyReturn, fyne.KeyEscape)
	d.openFile().shows("a.csv")
	d.types("~/b.csv")
	d.keys(fyne.KeyReturn)
	d.openFile().shows("b.csv")
	d.types("~/Old/a.csv")
	d.keys(fyne.KeyReturn)
	d.openFile().shows("a.csv")
	d.keys(fyne.KeyEscape)
	if err := os.RemoveAll(filepath.Join(d.home, "Old")); err != nil {
		t.Fatal(err)
	}
	d.openFile().shows("b.csv")
}

func TestAFileIsReplacedOnlyIfTheUserSaysSoAndNotWrittenHere(t *testing.T) {
	d := newDesk(t, "peerage.ics", "Old/x.ics").save("peerage.ics")
	d.keys(fyne.KeyReturn)
	d.shows("Replace the file?", "“peerage.ics” is there already.")
	d.keys(fyne.KeyEscape)
	d.shows("Keep it")
	d.keys(fyne.KeyReturn)
	apptest.Tap(t, d.Window().Content(), "Replace")
	d.is("peerage.ics")
	if kept, err := os.ReadFile(filepath.Join(d.home, "peerage.ics")); string(kept) != "kept" {
		t.Errorf("the file that was there holds %q, %v", kept, err)
	}
}

func TestANewFileIsNamedAndNotMade(t *testing.T) {
	d := newDesk(t, "Old/x.ics").save("peerage.ics")
	apptest.Type(t, d.Window().Content(), "peerage.ics", " ")
	d.keys(fyne.KeyReturn)
	d.shows("Please give it a name.")
	d.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // into the folder
	d.shows("x.ics")
	apptest.Tap(t, d.Window().Content(), "x.ics")
	d.shows("x.ics")
	d.types("2")
	apptest.Tap(t, d.Window().Content(), "Save")
	d.chosen = slices.Clone(d.chosen)
	if len(d.chosen) != 1 || filepath.Dir(d.chosen[0]) != filepath.Join(d.home, "Old") {
		t.Fatalf("chosen are %q", d.chosen)
	}
	if _, err := os.Stat(d.chosen[0]); err == nil {
		t.Error("it is made before anything is written")
	}
}

func TestAFolderIsTheOneThatIsOpenOrMarked(t *testing.T) {
	d := newDesk(t, "Old/x.ics", "y.ics")
	ask := func() { files.Folder(d, "A folder", d.choose) }
	ask()
	d.showsNot("y.ics")
	apptest.Tap(t, d.Window().Content(), "Choose")
	ask()
	d.keys(fyne.KeyDown, fyne.KeyDown)
	apptest.Tap(t, d.Window().Content(), "Choose")
	ask()
	d.types("zzz")
	d.shows("No folder in here.")
	d.keys(fyne.KeyEscape)
	ask()
	d.types(filepath.Join(d.home, "y.ics"))
	d.keys(fyne.KeyReturn)
	d.shows("That is no folder.")
	d.keys(fyne.KeyEscape)
	d.is("", "Old")
}
