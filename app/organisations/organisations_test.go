package organisations

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// sunday is the day of these tests: 22 November 2026.
var sunday = data.NewDay(2026, 11, 22)

// screen is the screen of organisations on a store of its own, in a window.
type screen struct {
	*apptest.Frame
	t      *testing.T
	store  *store.Store
	keeper *careers.Keeper
	page   page.Page
}

func newScreen(t *testing.T) *screen {
	t.Helper()
	w := apptest.English(t)
	keeper := apptest.Keeper(t)
	x := &screen{Frame: apptest.New(t, w, sunday), t: t, store: datatest.Open(t), keeper: keeper}
	x.Follow(t, x.store)
	return x
}

// Open goes to a route as the shell does.
func (x *screen) Open(r page.Route) {
	x.Frame.Open(r)
	if x.page != nil {
		x.page.(page.Routed).Reroute(r)
	}
}

// show derives what follows from all roles and opens the page at a route, which hears its keys as in
// the shell.
func (x *screen) show(r page.Route) *screen {
	datatest.Write(x.t, x.store, func(tx *store.Tx) error { return x.keeper.Refresh(tx, sunday) })
	x.page = New(x, x.store, x.keeper, r)
	x.Show(x.page)
	x.Window().Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { x.hear(ev.Name) })
	return x
}

func (x *screen) hear(name fyne.KeyName) {
	if x.Hear(name, 0) {
		x.Timers().Pass(0)
	}
}

func (x *screen) view() *view { return x.page.(*view) }

func (x *screen) tap(text string) {
	x.t.Helper()
	apptest.Tap(x.t, x.page.Object(), text)
}

// enter types where the focus is.
func (x *screen) enter(text string) {
	x.t.Helper()
	focused := x.Window().Canvas().Focused()
	if focused == nil {
		x.t.Fatalf("nothing takes %q", text)
	}
	test.Type(focused, text)
}

func (x *screen) key(names ...fyne.KeyName) {
	for _, name := range names {
		apptest.Key(x.Window(), name)
		x.Timers().Pass(settleTime)
	}
}

// seen returns everything there is to read, in a dialog too.
func (x *screen) seen() []string {
	texts := apptest.Texts(x.page.Object())
	for _, o := range x.Window().Canvas().Overlays().List() {
		texts = append(texts, apptest.Texts(o)...)
	}
	return texts
}

func (x *screen) wants(wanted ...string) {
	x.t.Helper()
	for _, text := range wanted {
		if !slices.ContainsFunc(x.seen(), func(s string) bool { return strings.Contains(s, text) }) {
			x.t.Fatalf("%q is not to be read in %q", text, x.seen())
		}
	}
}

func (x *screen) wantsNo(text string) {
	x.t.Helper()
	if slices.ContainsFunc(x.seen(), func(s string) bool { return strings.Contains(s, text) }) {
		x.t.Fatalf("%q is to be read in %q", text, x.seen())
	}
}

// said fails the test unless this was said last, with a way to take it back.
func (x *screen) said(text string) { x.t.Helper(); x.Said(x.t, text, true) }

func (x *screen) undo() {
	x.t.Helper()
	if _, err := x.store.Undo(context.Background()); err != nil {
		x.t.Fatal(err)
	}
}

// wantsList checks the organisations in the list.
func (x *screen) wantsList(want ...string) {
	x.t.Helper()
	var got []string
	for _, o := range x.view().list.found {
		got = append(got, o.Name)
	}
	if !slices.Equal(got, want) {
		x.t.Fatalf("the list holds %q, not %q", got, want)
	}
}

func (x *screen) organisation(written string) data.ID {
	x.t.Helper()
	for _, o := range x.view().list.directory.Find("") {
		if slices.Contains(o.Written, written) {
			return o.ID
		}
	}
	x.t.Fatalf("no organisation is written %q", written)
	return 0
}

// bank is a network around Halden Bank, where I was once.
func bank(t *testing.T) *screen {
	x := newScreen(t)
	s := x.store
	datatest.Me(t, s, datatest.Role("Halden Bank", "Software Engineer", "2016", "2019"), datatest.Role("Kestrel", "Software Engineer", "2019", ""))
	datatest.Person(t, s, "Rosa Oliveira", datatest.Role("Halden Bank", "Software Engineer", "2016", "2020"), datatest.Role("Halden Bank", "Engineering Manager", "2020", ""),
		datatest.Interaction(data.Coffee, "2026-11-01", "her team"))
	datatest.Person(t, s, "Raj Patel", datatest.Role("Orbita", "Buyer", "2016", "2020"), datatest.Role("Halden Bank", "Accountant", "2020", ""))
	datatest.Person(t, s, "Ana Souza", datatest.Role("Orbita", "Buyer", "2015", "2019"), datatest.Role("Kestrel", "Software Engineer", "2019", ""))
	datatest.Person(t, s, "李雷", datatest.Role("Halden Bank", "Software Engineer", "2012", "2015"), datatest.Role("Zenith", "Director of Engineering", "2015", ""))
	return x
}

func TestWhomOneKnowsAtAnOrganisation(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.wantsList("Halden Bank", "Kestrel", "Zenith", "Orbita")
	x.wants("4 organisations", "2 now, 1 before, 1 in management", "2 before",
		"You know two people at Halden Bank, one of them in management. You were there yourself, 2016 to 2019.",
		"There now: 2 people", "There before: one person",
		"Engineering Manager since 2020, there since 2016 · last contact on 1 November", "former peer, now in management", "coworker",
		"Software Engineer, 2012 to 2015 · now Director of Engineering, Zenith")
	x.wantsNo("Who could introduce you") // I know people there
}

func TestWhoCouldIntroduceMeAndWhy(t *testing.T) {
	x := newScreen(t)
	s := x.store
	datatest.Me(t, s, datatest.Role("Kestrel", "Software Engineer", "2019", ""))
	datatest.Person(t, s, "Raj Patel", datatest.Role("Orbita", "Buyer", "2016", "2020"), datatest.Role("Vantage", "Director", "2020", ""))
	datatest.Person(t, s, "Ana Souza", datatest.Role("Orbita", "Buyer", "2015", "2019"), datatest.Role("Kestrel", "Software Engineer", "2019", ""))
	datatest.Person(t, s, "Eve Berg", datatest.Role("Orbita", "Buyer", "2020", ""), datatest.Tie(data.Friend))
	x.show(page.Organisations())
	x.tap("Vantage")
	x.wants("You know one person at Vantage, who is in management; Ana Souza could introduce you.", "Who could introduce you",
		"Worked with Raj Patel at Orbita, 2016 to 2019", "Was at Orbita, as Raj Patel was")
	x.Hidden = true
	x.page.Changed(data.Change{All: true})
	x.wantsNo("Raj")
	x.wants("Worked with R. P. at Orbita", "A. S. could introduce you")
}

func TestAnOrganisationIsFoundAndItsPeopleOpenedByKeysAlone(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.enter("ZEN")
	x.wantsList("Zenith")
	x.key(fyne.KeyDown)
	x.wants("1 of 4 match “ZEN”", "You know one person at Zenith, who is in management; 李雷 could introduce you.", "Director of Engineering since 2015")
	x.key(fyne.KeyReturn, fyne.KeyReturn)
	if got := x.Opened[len(x.Opened)-1]; got.Screen != page.PeopleScreen || got.Person == 0 {
		t.Errorf("opened %+v", x.Opened)
	}
	x.hear(fyne.KeySlash)
	x.enter("x")
	x.wantsList()
	x.wants("No organisation is called “ZENx”")
	x.Window().Canvas().Unfocus()
	x.hear(fyne.KeyEscape)
	x.wantsList("Halden Bank", "Kestrel", "Zenith", "Orbita")
}

func TestComingFromElsewhereAnOrganisationIsSeenInTheList(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.enter("zen")
	x.Open(page.Organisation(x.organisation("Kestrel")))
	x.wantsList("Halden Bank", "Kestrel", "Zenith", "Orbita")
	if x.view().list.list.Selected() != 1 || x.Window().Canvas().Focused() != nil {
		t.Error("Kestrel is not selected, or its keys are not heard")
	}
	x.wants("You know one person at Kestrel. You are there yourself.")
	x.wantsNo("Who could introduce you")
}

func TestKeysPassHeadingsBy(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.view().open(x.organisation("Halden Bank"))
	var came []string
	for range 5 {
		l := x.view().pane.lines[x.view().pane.list.Selected()]
		came = append(came, l.person.Name)
		x.key(fyne.KeyDown)
	}
	if got := fmt.Sprint(came); got != "[Rosa Oliveira Raj Patel 李雷 李雷 李雷]" {
		t.Errorf("came by %s", got)
	}
	x.key(fyne.KeyHome)
	if x.view().pane.list.Selected() != 1 {
		t.Error("Home is a heading")
	}
	x.tap("There before: one person")
	if len(x.Opened) != 1 {
		t.Errorf("a heading opened %v", x.Opened)
	}
	x.tap("Raj Patel")
	if len(x.Opened) != 2 {
		t.Error("a tap opens nobody")
	}
}

func TestManyPeopleAreCutShortUntilAsked(t *testing.T) {
	x := newScreen(t)
	for i := range 30 {
		datatest.Person(t, x.store, fmt.Sprintf("Person %02d", i), datatest.Role("Halden Bank", "Buyer", "2020", ""))
	}
	x.show(page.Organisations())
	pane := x.view().pane
	if len(pane.lines) != 1+few+1 {
		t.Fatalf("%d lines", len(pane.lines))
	}
	x.tap("Show 24 more")
	if last := pane.lines[len(pane.lines)-1]; len(pane.lines) != 32 || last.more != "Show fewer" {
		t.Errorf("%d lines, the last %+v", len(pane.lines), last)
	}
	pane.opened(31)
	if len(pane.lines) != 1+few+1 {
		t.Errorf("%d lines again", len(pane.lines))
	}
}

func TestAnOrganisationIsRenamed(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.Window().Canvas().Unfocus()
	x.hear(fyne.KeyR)
	x.key(fyne.KeyBackspace) // the name that stands there is selected
	x.tap("Save")
	x.wants("Please fill in")
	x.enter("Zenith")
	x.tap("Save")
	x.wants("That is Zenith. Merge the two?", "Make them one")
	x.wantsNo("Keep them apart") // a name that is taken is one organisation's only
	apptest.Type(t, x.page.Object(), "Zenith", "Retired")
	x.tap("Save")
	x.wants("this one names no organisation")
	x.wantsNo("Zenith. Merge the two?")
	apptest.Type(t, x.page.Object(), "Retired", "Bank of Halden")
	x.tap("Save")
	x.said("Halden Bank is called Bank of Halden now.")
	x.wantsList("Bank of Halden", "Kestrel", "Zenith", "Orbita")
	x.wants("Also written Halden Bank")
	x.undo()
	x.wantsList("Halden Bank", "Kestrel", "Zenith", "Orbita")
}

func TestTwoOrganisationsAreMergedAndSplitAgain(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.Window().Canvas().Unfocus()
	x.hear(fyne.KeyM)
	x.tap("Make them one")
	x.wants("Please fill in")
	x.enter("a") // Halden Bank itself is not offered
	x.wants("Orbita")
	apptest.Type(t, x.page.Object(), "a", "halden")
	x.key(fyne.KeyReturn)
	x.wants("Nothing found.")
	apptest.Type(t, x.page.Object(), "halden", "orb")
	x.wantsNo("Nothing found.")
	x.key(fyne.KeyReturn)
	x.tap("Make them one")
	x.said("Orbita and Halden Bank are one now.")
	x.wantsList("Halden Bank", "Kestrel", "Zenith")
	x.wants("Also written Orbita")
	x.Window().Canvas().Unfocus()
	x.hear(fyne.KeyS)
	x.tap("Split")
	x.wants("Please fill in")
	x.tap("Orbita")
	x.tap("Split")
	x.said("Orbita is an organisation of its own now.")
	x.wantsList("Halden Bank", "Kestrel", "Zenith", "Orbita")
	x.Window().Canvas().Unfocus()
	x.hear(fyne.KeyS)
	if last := x.Toasts[len(x.Toasts)-1]; last.Undo || last.Text != "Halden Bank is written in one way only, so there is nothing to split." {
		t.Errorf("said %+v", last)
	}
	x.undo()
	x.undo()
	x.wantsList("Halden Bank", "Kestrel", "Zenith", "Orbita")
}

func TestAnOrganisationGetsAnotherName(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.Window().Canvas().Unfocus()
	x.hear(fyne.KeyA)
	x.enter("HB")
	x.tap("Save")
	x.said("HB stands for Halden Bank now.")
	x.wants("Also written HB")
}

func TestANameOfAnotherOrganisationIsNotTakenInSilence(t *testing.T) {
	x := bank(t).show(page.Organisations())
	alias := func(name string) {
		x.Window().Canvas().Unfocus()
		x.hear(fyne.KeyA)
		x.enter(name)
		x.tap("Save")
	}
	for _, name := range []string{"Kestrel", "Kestrel GmbH"} { // an import would take both for Kestrel
		alias(name)
		x.wants("That is Kestrel. Merge the two?")
		x.wantsList("Halden Bank", "Kestrel", "Zenith", "Orbita")
		x.tap("Make them one")
		x.said("Kestrel and Halden Bank are one now.")
		x.wantsList("Halden Bank", "Zenith", "Orbita")
		x.wants("Also written Kestrel", "You are there yourself.")
		x.undo()
		alias(name)
		x.tap("Keep them apart")
		x.said(name + " stands for Halden Bank now.")
		x.undo()
	}
	alias("halden bank") // is its own
	x.said("halden bank stands for Halden Bank now.")
}

func TestRenamedToATakenNameTheTwoAreMergedUnderIt(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.Window().Canvas().Unfocus()
	x.hear(fyne.KeyR)
	x.key(fyne.KeyBackspace)
	x.enter("Zenith AG")
	x.tap("Save")
	x.wants("That is Zenith. Merge the two?", "Keep them apart")
	x.key(fyne.KeyReturn)
	x.said("Zenith and Halden Bank are one now.")
	x.wantsList("Zenith AG", "Kestrel", "Orbita")
	x.undo()
	x.wantsList("Halden Bank", "Kestrel", "Zenith", "Orbita")
}

func TestKeysAreShownOnlyWhileTheyAreHeard(t *testing.T) {
	x := bank(t).show(page.Organisations())
	silent := func(want bool, when string) {
		t.Helper()
		if x.view().pane.name.Silent != want {
			t.Errorf("%s the key of Rename is shown: %v", when, want)
		}
	}
	silent(true, "while the search takes letters")
	x.Window().Canvas().Unfocus()
	silent(false, "with the focus nowhere")
	x.Window().Canvas().Focus(x.view().list.list)
	silent(true, "while letters begin a search")
	x.key(fyne.KeyDown)
	silent(true, "of an organisation shown meanwhile")
	x.key(fyne.KeyReturn)
	silent(false, "with the focus on the people")
	x.view().pane.openMore(x.view().pane.more)
	for _, want := range []string{"Merge with another…", "M", "Add a name…", "A", "Split…", "S"} {
		if !slices.Contains(apptest.Texts(x.Window().Canvas().Overlays().Top()), want) {
			t.Errorf("%q is not in the menu: %q", want, apptest.Texts(x.Window().Canvas().Overlays().Top()))
		}
	}
}

func TestWhatIsGoneIsSaid(t *testing.T) {
	x := bank(t).show(page.Organisation(99))
	x.wants("This organisation is not there any more.")
	x.tap("Zenith")
	x.wants("You know one person at Zenith")
	// The keys on what is not there do nothing.
	y := newScreen(t).show(page.Organisations())
	y.wants("There are no organisations yet.")
	y.hear(fyne.KeyR)
	if y.Window().Canvas().Overlays().Top() != nil {
		t.Error("a form without an organisation")
	}
}

func TestAtANarrowWidthOneSideIsShownWithAWayBack(t *testing.T) {
	x := bank(t).show(page.Organisations())
	x.Window().Resize(fyne.NewSize(740, 600))
	if !x.view().list.object.Visible() || x.view().pane.object.Visible() {
		t.Fatal("the list is not alone")
	}
	x.tap("Zenith")
	if x.view().list.object.Visible() || !x.view().pane.object.Visible() {
		t.Fatal("the organisation is not alone")
	}
	x.hear(fyne.KeyEscape)
	if !x.view().list.object.Visible() {
		t.Error("Escape does not lead back")
	}
}
