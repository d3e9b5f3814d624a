package today

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// owed adds an opportunity that came through somebody who was not thanked.
func (x *screen) owed(name string, parts ...datatest.Part) data.ID {
	x.t.Helper()
	id := datatest.Person(x.t, x.store, name, parts...)
	datatest.Opportunity(x.t, x.store, data.Opportunity{Title: "Platform project", Steps: datatest.Steps(x.t, "heard 2026-06-03, won 2026-09-14"),
		Chain: []data.Link{{Someone: data.Someone{Person: id}, Part: data.ToldOf}}})
	return id
}

// answers returns what was made of nudges.
func (x *screen) answers() []data.NudgeAnswer {
	x.t.Helper()
	all, err := x.store.NudgeAnswers(context.Background())
	x.check(err)
	return all
}

func TestOneSmallThingSaysWhatAndWhyAndIsDone(t *testing.T) {
	x := newScreen(t).open()
	deniz := x.owed("Deniz Aydin")
	x.show()
	x.sees("One small thing", "Thank Deniz Aydin for “Platform project”", "It came through Deniz Aydin on 3 June and was won on 14 September.", "Another time")
	x.tap("Thank Deniz Aydin")
	dialog := x.Window().Canvas().Overlays().Top()
	if dialog == nil || !apptest.Shows(dialog, "Dear Deniz Aydin,") || !apptest.Shows(dialog, "came about because of you") {
		t.Fatalf("the words are %q", apptest.Texts(dialog))
	}
	apptest.Tap(t, dialog, "Thank Deniz Aydin")
	x.said("The words are copied. Noted that you wrote to Deniz Aydin.", true)
	x.seesNot("One small thing")
	owed, err := x.store.Owed(context.Background())
	x.check(err)
	met, err := x.store.Interactions(context.Background(), deniz, 0)
	x.check(err)
	if len(owed) != 0 || len(met) != 1 || met[0].Text != "Thanks for “Platform project”" || len(x.answers()) != 1 || !x.answers()[0].Done {
		t.Errorf("owed %v, noted %v, answered %v", owed, met, x.answers())
	}
	x.undo()
	x.sees("Thank Deniz Aydin for “Platform project”")
	if owed, _ = x.store.Owed(context.Background()); len(owed) != 1 || len(x.answers()) != 0 {
		t.Error("undo leaves something of it")
	}
}

func TestAnotherTimeTakesTheSmallThingAwayForTheDay(t *testing.T) {
	x := newScreen(t).open()
	x.owed("Deniz Aydin")
	x.owed("Omar Haddad")
	x.show()
	x.key(fyne.KeyX)
	x.said("All right, another time.", true)
	x.seesNot("One small thing")
	x.undo()
	x.sees("One small thing")
	x.key(fyne.KeyS)
	x.seesNot("One small thing")
	if a := x.answers(); len(a) != 1 || a[0].Done {
		t.Errorf("answered %+v", a)
	}
	x.Day++
	x.page.Changed(data.Change{All: true})
	x.sees("Thank ")
}

func TestAskingOpensTheLogWithTheDetailAndTakesItsDay(t *testing.T) {
	x := newScreen(t).open()
	raj := x.person("Raj Patel", 10)
	x.detail(raj, "Daughter starts school", sunday-3)
	x.detail(raj, "New house", sunday-2)
	x.show()
	x.sees("One small thing", "Ask Raj Patel: Daughter starts school", "Ask about", "New house", "One detail to ask about.")
	x.key(fyne.KeyDown, fyne.KeyD)
	dialog := x.Window().Canvas().Overlays().Top()
	if dialog == nil || !apptest.Shows(dialog, "Daughter starts school") {
		t.Fatalf("the dialog shows %q", apptest.Texts(dialog))
	}
	apptest.Tap(t, dialog, "Save")
	x.said("Logged with Raj Patel.", true)
	x.seesNot("One small thing", "Daughter starts school")
	x.sees("New house")
	x.undo()
	x.sees("One small thing", "Ask Raj Patel: Daughter starts school")
}

func TestABirthdayIsToldBeforeAndWrittenToOnTheDay(t *testing.T) {
	x := newScreen(t)
	ana := datatest.Person(t, x.store, "Ana Souza", datatest.Birthday("1980-11-22"))
	datatest.Person(t, x.store, "Priya Raman", datatest.Birthday("--11-26"))
	datatest.Person(t, x.store, "Much Later", datatest.Birthday("--12-26"))
	x.show()
	x.sees("Days to remember", "Ana Souza turns 46 today.", "Priya Raman’s birthday is on Thursday.")
	x.seesNot("Much Later")
	x.key(fyne.KeyG)
	dialog := x.Window().Canvas().Overlays().Top()
	if dialog == nil || !apptest.Shows(dialog, "Happy birthday!") {
		t.Fatalf("the words are %q", apptest.Texts(dialog))
	}
	apptest.Tap(t, dialog, "Write to Ana Souza")
	x.said("The words are copied. Noted that you wrote to Ana Souza.", true)
	x.seesNot("Ana Souza turns")
	x.sees("Priya Raman’s birthday")
	if a := x.answers(); len(a) != 1 || a[0].Person != ana || a[0].Kind != data.NudgeCelebrate || !a[0].Done {
		t.Errorf("answered %+v", a)
	}
}

func TestAConfirmedMoveThatIsNoNewsIsCongratulatedAsTheSmallThing(t *testing.T) {
	x := newScreen(t).open()
	raj := x.career("Raj Patel", datatest.Role("Acme", "Accountant", "2019", "2026-08"), datatest.Role("Orbita", "Accountant", "2026-08", ""))
	x.write(func(tx *store.Tx) error { return x.keeper.Judge(tx, data.MoveConfirmed, sunday, x.move(raj)) })
	x.show()
	x.sees("Congratulate Raj Patel", "has not heard from you yet")
	x.key(fyne.KeyD)
	apptest.Tap(t, x.Window().Canvas().Overlays().Top(), "Congratulate")
	if m := x.move(raj); m.Status != data.MoveCongratulated || len(x.answers()) != 1 {
		t.Errorf("the move is %s, answered %v", m.Status, x.answers())
	}
	x.seesNot("One small thing")
	x.undo()
	if m := x.move(raj); m.Status != data.MoveConfirmed || len(x.answers()) != 0 {
		t.Errorf("after undo the move is %s, answered %v", m.Status, x.answers())
	}
}

func TestTheSmallThingStaysWhateverElseChanges(t *testing.T) {
	x := newScreen(t).open()
	x.detail(datatest.Person(t, x.store, "Raj Patel"), "Daughter starts school", sunday-3)
	x.show()
	x.sees("Ask Raj Patel: Daughter starts school")
	x.owed("Deniz Aydin")
	x.sees("Ask Raj Patel: Daughter starts school")
	x.seesNot("Thank Deniz")
}

func TestPromisesOfBothSidesAreKeptMovedAndLetGo(t *testing.T) {
	x := newScreen(t)
	datatest.Person(t, x.store, "Priya Raman", datatest.Promise(data.Mine, "send Priya the hiring rubric", "2026-11-17", "2026-11-23"))
	datatest.Person(t, x.store, "Raj Patel", datatest.Promise(data.Theirs, "introduction to Kim at Acme", "2026-11-12", "2026-11-20"))
	x.show()
	x.sees("Two promises.", "Promises", "For Priya Raman: send Priya the hiring rubric", "You said so on Tuesday, due tomorrow.", "Raj Patel: introduction to Kim at Acme", "Offered on 12 November, two days late.")
	x.tap("Kept")
	x.said("Noted: kept.", true)
	x.seesNot("hiring rubric")
	x.sees("One promise.")
	x.undo()
	x.sees("hiring rubric")
	x.key(fyne.KeyDown, fyne.KeyD)
	x.said("Noted: kept.", true)
	x.seesNot("Raj Patel")
	x.undo()
	x.key(fyne.KeyX)
	x.said("Let go: nobody waits for it any more.", true)
	x.undo()
	x.key(fyne.KeyS, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	x.said("Moved to 29 November.", true)
	x.seesNot("Raj Patel")
	x.undo()
	x.key(fyne.KeyS, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if top := x.Window().Canvas().Overlays().Top(); top == nil || !apptest.Shows(top, "Edit the promise") {
		t.Errorf("there is %q", apptest.Texts(top))
	}
}

func TestAPromiseIsSettledAndMovedAsItIsByThen(t *testing.T) {
	x := newScreen(t)
	datatest.Person(t, x.store, "Priya Raman", datatest.Promise(data.Mine, "send the rubric", "2026-11-17", "2026-11-23"))
	first := func() data.Promise {
		t.Helper()
		all, err := x.store.Promises(t.Context(), store.PromiseFilter{})
		if err != nil || len(all) != 1 {
			t.Fatal(all, err)
		}
		return all[0]
	}
	x.show()
	v, shown := x.page.(*view), x.page
	r := v.content.promises[0]
	x.page = nil // nothing tells the screen of what comes next
	p := first()
	p.What = "send the rubric and the slides"
	datatest.Write(t, x.store, func(tx *store.Tx) error { return tx.SavePromise(&p) })
	v.ofPromises(r).MoveTo(r.promise, sunday+9)
	if got := first(); got.What != p.What || got.Due != sunday+9 {
		t.Errorf("moved: %+v", got)
	}
	v.settle(r, data.PromiseKept)
	if got := first(); got.What != p.What || got.Due != sunday+9 || got.State != data.PromiseKept {
		t.Errorf("kept: %+v", got)
	}
	x.page = shown
}

func TestManyPromisesAreCutAndCounted(t *testing.T) {
	x := newScreen(t)
	for range 9 {
		datatest.Person(t, x.store, "Raj\u202e Patel<b>", datatest.Promise(data.Theirs, strings.Repeat("long ", 2000), "2026-11-12", "2026-11-20"))
	}
	x.show()
	x.sees("Nine promises.", "Three more promises after these.")
	for _, s := range apptest.Texts(x.page.Object()) {
		if len([]rune(s)) > 300 || strings.Contains(s, "\u202e") {
			t.Errorf("a row shows %q", s)
		}
	}
	if w := x.page.Object().MinSize().Width; w > 740 {
		t.Errorf("the page needs %v", w)
	}
}

func TestHiddenNamesAreHiddenInPromisesDaysAndTheSmallThing(t *testing.T) {
	x := newScreen(t).open()
	x.Hidden = true
	x.person("Omar Khalil", 1)
	deniz := x.owed("Deniz Aydin", datatest.Promise(data.Mine, "the rubric for Omar", "2026-11-12", "2026-11-20"), datatest.Birthday("1980-11-24"),
		datatest.Milestone("ten years with Khalil", "2026-11-25"), datatest.Detail("Omar's talk", "2026-11-20"), datatest.Interaction(data.Call, "2026-09-01", "spoke of Omar"),
		datatest.Cadence(10, 20, "2026-09-01"), datatest.Boundary(data.Boundary{Avoid: []string{"Omar"}}))
	x.write(func(tx *store.Tx) error {
		p, err := tx.Person(deniz)
		p.Given = "Deniz"
		if err != nil {
			return err
		}
		return tx.SavePerson(&p)
	})
	x.show()
	x.sees("Thank D. A. for “Platform project”", "For D. A.: the rubric for O.", "D. A. turns 46 on Tuesday.", "ten years with K.", "spoke of O.", "Avoid: O.")
	x.seesNot("Deniz", "Aydin", "Omar", "Khalil")
	x.tap("Thank D.")
	dialog := x.Window().Canvas().Overlays().Top()
	if dialog == nil || !apptest.Shows(dialog, "Dear D.,") {
		t.Fatalf("the words are %q", apptest.Texts(dialog))
	}
	apptest.Tap(t, dialog, "Thank D.")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "Dear Deniz,") {
		t.Errorf("copied %q", got)
	}
	x.said("The words are copied. Noted that you wrote to D. A.", true)
}

func TestTopicsToAvoidStandWithWhomToReach(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana Souza", 51)
	x.write(func(tx *store.Tx) error {
		return tx.SaveBoundary(data.Boundary{Person: ana, From: 10, Avoid: []string{"health", "money"}})
	})
	x.show()
	x.sees("Not before ten. Avoid: health, money.")
}

func TestAnEmptyDaySaysSoKindly(t *testing.T) {
	x := newScreen(t).open()
	x.person("Ana Souza", 1)
	x.show()
	x.sees("Nobody is due today.", "Nothing waits for you here.")
}

func TestTheButtonsOfTheSmallThingStayOnItsCardWhateverTheName(t *testing.T) {
	x := newScreen(t).open()
	name := "Maximiliana-Wolfeschlegelsteinhausenbergerdorff"
	id := x.owed(name+" Featherstonehaugh", datatest.Promise(data.Mine, "the rubric", "2026-11-12", "2026-11-20"))
	x.write(func(tx *store.Tx) error {
		p, err := tx.Person(id)
		p.Given = name
		if err != nil {
			return err
		}
		return tx.SavePerson(&p)
	})
	x.show()
	for _, width := range []float32{800, 1280} {
		x.Window().Resize(fyne.NewSize(width, 600))
		apptest.InWindow(t, x.Window(), x.page.Object(), "Thank Maximiliana-Wolfesc…", "Another time")
	}
	x.tap("Thank Maximiliana-Wolfesc…")
	if dialog := x.Window().Canvas().Overlays().Top(); dialog == nil || !apptest.Shows(dialog, "Dear "+name+",") {
		t.Error("the words call them by another name")
	}
}

func TestInANarrowWindowTheDayIsOneColumn(t *testing.T) {
	x := newScreen(t).open()
	x.owed("Deniz Aydin", datatest.Promise(data.Mine, "the rubric", "2026-11-12", "2026-11-20"))
	x.show()
	at := func(text string) fyne.Position {
		var found fyne.CanvasObject
		for _, l := range x.page.(*view).lines {
			if strings.Contains(l.Label, text) {
				found = l.PressRow
			}
		}
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
	}
	if p, n := at("the rubric"), at("Thank"); n.X <= p.X || n.Y != p.Y {
		t.Errorf("in a wide window the promise is at %v, the small thing at %v", p, n)
	}
	x.Window().Resize(fyne.NewSize(740, 600))
	if p, n := at("the rubric"), at("Thank"); n.X != p.X || n.Y <= p.Y {
		t.Errorf("in a narrow window the promise is at %v, the small thing at %v", p, n)
	}
}

func TestManyOccasionsAreCutAndCounted(t *testing.T) {
	x := newScreen(t)
	for _, name := range []string{"Ana", "Ben", "Cleo", "Deniz", "Eva", "Farid", "Gita"} {
		datatest.Person(t, x.store, name, datatest.Cadence(30, 60, "2026-11-20"), datatest.Birthday("1980-11-24"))
	}
	x.show()
	x.sees("Days to remember", "Two more days after these.")
}
