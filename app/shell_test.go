package app

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/command"
	"peerage/app/filing"
	"peerage/app/instance"
	"peerage/app/look"
	"peerage/app/page"
	"peerage/assets"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/nudges"
	"peerage/data/store"
)

var sunday = data.NewDay(2026, 11, 22)

// atOnce are tasks that run at once and hold on to nothing.
type atOnce struct{ apptest.Tasks }

func (*atOnce) Close()               {}
func (*atOnce) Gather()              {}
func (*atOnce) Settle(time.Duration) {}

// hearing is a window whose canvas hears shortcuts, which that of the toolkit's test driver does not.
type hearing struct {
	fyne.Window
	canvas *hearingCanvas
}

func (w *hearing) Canvas() fyne.Canvas { return w.canvas }

type hearingCanvas struct {
	fyne.Canvas
	shortcuts fyne.ShortcutHandler
	drawn     []fyne.CanvasObject // what was to be drawn anew, of the canvas itself
}

func (c *hearingCanvas) Refresh(o fyne.CanvasObject) {
	c.drawn = append(c.drawn, o)
	c.Canvas.Refresh(o)
}

func (c *hearingCanvas) AddShortcut(s fyne.Shortcut, f func(fyne.Shortcut)) {
	c.shortcuts.AddShortcut(s, f)
}
func (c *hearingCanvas) RemoveShortcut(s fyne.Shortcut) { c.shortcuts.RemoveShortcut(s) }

// house is the shell in a window, with its tasks run at once.
type house struct {
	*shell
	t     *testing.T
	heard *fyne.ShortcutHandler
	clock *atOnce
}

func open(t *testing.T, size fyne.Size, names ...string) *house {
	t.Helper()
	w := apptest.English(t)
	trouble, err := nudges.Load(assets.Prompts())
	if err != nil {
		t.Fatal(err)
	}
	keeper := apptest.Keeper(t)
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	window := &hearing{Window: app.NewWindow("")}
	window.canvas = &hearingCanvas{Canvas: window.Window.Canvas()}
	window.SetPadded(false)
	t.Cleanup(window.Close)
	s := datatest.Open(t)
	for _, name := range names {
		datatest.Person(t, s, name, datatest.Role("Acme", "Engineer", "2020", ""))
	}
	clock := &atOnce{}
	sh := &shell{env: &command.Env{Keeper: keeper, Trouble: trouble, Now: time.Now}, keeper: keeper, window: window, store: s, words: w, fixedDay: sunday,
		tasks: clock}
	sh.speaks.Store(w)
	sh.takeUp()
	t.Cleanup(sh.work.end)
	sh.count = page.NewLoader[railCounts](clock, sh.Fail)
	sh.build()
	t.Cleanup(s.Watch(sh.changed))
	window.Resize(size)
	sh.openFirst(instance.Message{})
	return &house{sh, t, &window.canvas.shortcuts, clock}
}

var wide = fyne.NewSize(1280, 800)

// press presses a key as the toolkit tells it: a field takes its own shortcuts and lets all others through.
func (h *house) press(name fyne.KeyName, m fyne.KeyModifier) {
	if m == 0 {
		apptest.Key(h.window, name)
		return
	}
	var s fyne.Shortcut = &desktop.CustomShortcut{KeyName: name, Modifier: m}
	switch {
	case m == modifier && name == fyne.KeyZ:
		s = &fyne.ShortcutUndo{}
	case m == modifier && name == fyne.KeyV:
		s = &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}
	}
	_, custom := s.(*desktop.CustomShortcut)
	if f, ok := h.window.Canvas().Focused().(fyne.Shortcutable); ok && !custom {
		f.TypedShortcut(s)
		return
	}
	h.heard.TypedShortcut(s)
}

// shows reports whether a text is on the screen: in what lies over the page, else on the page.
func (h *house) shows(text string) bool {
	if o := h.window.Canvas().Overlays().Top(); o != nil {
		return apptest.Shows(o, text)
	}
	return apptest.Shows(h.window.Content(), text)
}

// on fails the test unless this screen is open.
func (h *house) on(want page.Screen) {
	h.t.Helper()
	if h.route.Screen != want {
		h.t.Errorf("%s is open, want %s", h.route.Screen, want)
	}
}

func TestWhileADialogIsOpenOnlyItsOwnKeysWork(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	ctx := context.Background()
	if err := h.store.Write(ctx, "Set", func(tx *store.Tx) error { return tx.Set("theme", "dark") }); err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Clipboard().SetContent("keys_test.go")
	for _, opened := range []func(){h.log, h.add, h.addOpportunity, h.find, h.showKeys} {
		opened()
		for range 2 { // the second time with the focus on a button, which takes no text
			over := h.window.Canvas().Overlays().Top()
			if over == nil {
				t.Fatal("no dialog is open")
			}
			on := h.route
			for _, a := range h.actions() {
				h.press(a.key, a.modifier)
			}
			h.press(fyne.KeyV, modifier)
			h.press(fyne.KeyF, modifier)
			if h.route != on || h.window.Canvas().Overlays().Top() != over || h.toast.Text() != "" {
				t.Fatalf("a key changed what lies underneath: %v, said %q", h.route, h.toast.Text())
			}
			h.window.Canvas().FocusPrevious()
		}
		for range 3 { // a field may use Escape first, and so may the list of what it offers
			h.press(fyne.KeyEscape, 0)
		}
		if h.window.Canvas().Overlays().Top() != nil {
			t.Fatal("Escape leaves the dialog open")
		}
	}
	h.press(fyne.Key5, modifier)
	h.on(page.OrganisationsScreen)
	h.window.Canvas().Unfocus()
	h.press(fyne.KeyZ, modifier)
	if h.toast.Text() != "Undone: Set" {
		t.Errorf("without a dialog Ctrl+Z says %q", h.toast.Text())
	}
}

func TestEscapeStaysOnTheScreenAndAltLeftGoesBack(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	for _, a := range []fyne.KeyName{fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.KeyI, fyne.KeyComma} {
		h.press(fyne.Key1, modifier)
		h.press(a, modifier)
		on := h.route.Screen
		for range 3 {
			h.press(fyne.KeyEscape, 0)
		}
		h.on(on)
		h.window.Canvas().Unfocus()
		h.press(fyne.KeyEscape, 0)
		h.on(on)
		h.press(fyne.KeyLeft, fyne.KeyModifierAlt)
		h.on(page.TodayScreen)
	}
}

func TestF1ListsTheKeysWhereverTheFocusIs(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	focus := map[string]func(){
		"the page": func() {}, "nothing": func() { h.window.Canvas().Unfocus() },
		"the rail": func() { h.window.Canvas().Focus(h.rail.items[0]) },
	}
	for name, take := range focus {
		for _, screen := range []page.Route{page.Today(), page.People(), page.Moves(), page.Opportunities(), page.Organisations(), page.Agenda(), page.Importing(), page.Settings()} {
			h.Open(screen)
			take()
			h.press(fyne.KeyF1, 0)
			if !h.shows("Undo the last change") || !h.shows("F1") {
				t.Errorf("%s, with the focus on %s: F1 does not list the keys", screen.Screen, name)
			}
			h.press(fyne.KeyEscape, 0)
		}
	}
}

func TestTheListOfKeysNamesEachActionOnceAndKeysAsTheyStandOnTheKeyboard(t *testing.T) {
	h := open(t, wide)
	for _, r := range []page.Route{page.Welcome(), page.Today(), page.Moves(), page.People(), page.Opportunities(), page.Organisations(), page.Agenda()} {
		h.Open(r)
		had := map[string]bool{}
		for _, l := range h.keyLines() {
			if had[l.label] {
				t.Errorf("%s: %q is listed twice", r.Screen, l.label)
			}
			had[l.label] = true
			if slices.ContainsFunc(l.keys, func(k string) bool {
				return strings.Contains(k, "KP_") || k == "Prior" || strings.HasSuffix(k, "Return")
			}) {
				t.Errorf("%s: %q has the keys %q", r.Screen, l.label, l.keys)
			}
		}
	}
	h.Open(page.Today())
	i := slices.IndexFunc(h.keyLines(), func(l keyLine) bool { return l.label == "Open the person" })
	if got := h.keyLines()[i].keys; !slices.Equal(got, []string{"O", "Enter"}) {
		t.Errorf("a person is opened with %q", got)
	}
}

func TestAToastCoversNothingThatIsNeededAndGoesWithItsScreen(t *testing.T) {
	long := "Noted: not so. Peerage does not ask again about this move of Temperance Holloway-Featherstone."
	h := open(t, wide, "Ana Souza")
	h.Toast(long, true)
	at, size := h.toast.Position(), h.toast.Size()
	if at.X+size.Width > h.place.Position().X || at.Y+size.Height > h.window.Canvas().Size().Height-2*railItemHeight {
		t.Errorf("the toast at %v, %v reaches over the page or the foot of the rail", at, size)
	}
	h.clock.Pass(5 * time.Second)
	if h.toast.Text() == "" {
		t.Error("a long toast goes before it is read")
	}
	h.clock.Pass(3 * time.Second)
	h.Toast("Saved.", false)
	h.clock.Pass(4 * time.Second)
	if h.toast.Text() != "" {
		t.Errorf("%q stays", h.toast.Text())
	}
	h.window.Resize(fyne.NewSize(800, 600))
	h.Toast(long, true)
	said := apptest.Place(t, h.window.Content(), long)
	if foot := h.place.Size().Height; said.Y < foot || foot < 600/2 {
		t.Errorf("in a narrow window the toast says it at %v, the page is %v high", said, foot)
	}
	h.clock.Pass(8 * time.Second)
	if h.toast.Text() != "" || h.place.Size().Height != 600 {
		t.Errorf("when the toast has gone, the page is %v high", h.place.Size().Height)
	}
	h.Toast(long, true)
	h.Open(page.Moves())
	if h.toast.Text() != "" {
		t.Errorf("%q stays over the next screen", h.toast.Text())
	}
}

func TestTheRailWritesLargeCountsAsTheLanguageDoes(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	h.rail.setCounts(railCounts{people: 10000})
	if !apptest.Shows(h.rail, "10,000") {
		t.Errorf("the rail shows %q", apptest.Texts(h.rail))
	}
}

func TestNothingIsMarkedInTheRailBeforeItIsCounted(t *testing.T) {
	h := open(t, wide)
	for _, i := range h.rail.items {
		if i.mark.Visible() {
			t.Errorf("%s is marked", i.text)
		}
	}
	if newRailItem(drawing("today"), "Today", func() {}).mark.Visible() {
		t.Error("an item that was never refreshed is marked")
	}
}

func TestACalendarFileThatIsNotUpToDateIsSaidOnEveryScreen(t *testing.T) {
	h := open(t, wide, "Ana")
	folder := filepath.Join(t.TempDir(), "stick")
	datatest.Write(t, h.store, func(tx *store.Tx) error { return tx.Set("calendar_folder", folder) })
	missing := &fs.PathError{Op: "write", Path: filepath.Join(folder, filing.Name), Err: fs.ErrNotExist}
	h.filed(filing.State{Path: missing.Path, Err: missing})
	if want := "The calendar file is not up to date. Peerage cannot find " + missing.Path + ". Please check its name and place."; !h.shows(want) {
		t.Errorf("%q is not said", want)
	}
	h.Open(page.CalendarSettings())
	if !h.shows(missing.Path) {
		t.Error("the settings do not say which file is kept")
	}
	h.filed(filing.State{Path: missing.Path, Written: sunday.Time()})
	h.on(page.SettingsScreen)
}

func TestAToastIsDrawnThoughNothingElseMoves(t *testing.T) {
	h := open(t, wide)
	drawn := &h.window.(*hearing).canvas.drawn
	for name, say := range map[string]func(){
		"a word": func() { h.Toast("Done.", false) }, "an operation": func() { h.Toast("Done.", true) }, "an error": func() { h.Fail(data.ErrNoUndo) },
	} {
		*drawn = nil
		say()
		if !slices.Contains(*drawn, fyne.CanvasObject(h.toast)) {
			t.Errorf("%s is not drawn", name)
		}
	}
}

func TestOfADamagedFileTheWindowSaysWhichOneItIs(t *testing.T) {
	h := open(t, wide)
	h.Fail(fmt.Errorf("check the file: %w", data.ErrDamaged))
	if !h.shows(h.store.Path() + ": The file with your network is damaged.") {
		t.Error("the toast does not name the file")
	}
}

func TestWhatWasUndoneNamesNobodyWhileNamesAreHidden(t *testing.T) {
	h := open(t, wide)
	p := data.Person{Name: "Ana Souza"}
	if err := h.store.Write(t.Context(), "Add Ana Souza", func(tx *store.Tx) error { return tx.SavePerson(&p) }); err != nil {
		t.Fatal(err)
	}
	h.preferences.HideNames = true
	h.undo()
	apptest.See(t, h.toast, "Undone: Add A. S.")
	h.redo()
	apptest.See(t, h.toast, "Done again: Add A. S.")
}

func TestFilesThatAreDroppedAreTakenButNotUnderneathADialog(t *testing.T) {
	h := open(t, wide, "Ana")
	path := filepath.Join(t.TempDir(), "a b é #1.csv")
	const connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nRaj,Patel,https://www.linkedin.com/in/raj,,Halden,Engineer,04 May 2018\n"
	if err := os.WriteFile(path, []byte(connections), 0o600); err != nil {
		t.Fatal(err)
	}
	h.add()
	on := h.route
	h.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if h.route != on || !apptest.Shows(h.toast, "Close what is open first") {
		t.Errorf("the page underneath is %v, and it is said %q", h.route, h.toast.Text())
	}
	apptest.Key(h.window, fyne.KeyEscape)
	h.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if h.route != page.Importing() || !h.shows("Raj Patel") {
		t.Errorf("the page is %v, and shows %q", h.route, apptest.Texts(h.base))
	}
}
