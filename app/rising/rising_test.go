package rising

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestAMoveIsShownWithBeforeAndAfterAndWhyTheProgramThinksSo(t *testing.T) {
	x := newScreen(t)
	x.rosa()
	x.show()
	x.sees("One change to look at: one came into management, one of them a peer of yours.",
		"Rosa Oliveira is now Engineering Manager at Zenith", "into management", "former peer",
		"Before", "Senior Engineer at Zenith", "says: not in management, senior.",
		"Now", "Engineering Manager at Zenith", "says: in management, manager.",
		"In April 2026.", "You were peers at Halden Bank, 2016 to 2020.",
		"Congratulate", "Confirm", "Correct…", "Not so", "Open")
}

func TestEachVerdictHasAKeyAndSelectsTheNextMove(t *testing.T) {
	for key, want := range map[fyne.KeyName]struct {
		status data.MoveStatus
		said   string
	}{
		fyne.KeyC: {data.MoveConfirmed, "Confirmed the move of Rosa Oliveira."},
		fyne.KeyN: {data.MoveDismissed, "Noted: not so. Peerage does not ask again about this move of Rosa Oliveira."},
	} {
		t.Run(string(key), func(t *testing.T) {
			x := newScreen(t)
			rosa := x.rosa()
			x.plain("Ana Souza", "Raj Patel")
			x.show()
			x.key(key)
			x.status(rosa, want.status)
			x.said(want.said)
			x.seesNot("Rosa Oliveira")
			if x.selected() != "Ana Souza" {
				t.Errorf("%s is selected next", x.selected())
			}
			x.key(fyne.KeyDown, key)
			if x.selected() != "Ana Souza" {
				t.Errorf("after the last one %s is selected", x.selected())
			}
			x.undo()
			x.undo()
			x.status(rosa, data.MoveNew)
			x.sees("Rosa Oliveira")
		})
	}
}

func TestAVerdictIsNotTakenFromAWordThatIsTypedWhileNothingHasTheFocus(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.plain("Ana Souza", "Raj Patel")
	x.show()
	x.Window().Canvas().Unfocus()
	x.key(fyne.KeyZ, fyne.KeyE, fyne.KeyN, fyne.KeyC, fyne.KeyA, fyne.KeyR, fyne.KeyG, fyne.KeyO)
	x.status(rosa, data.MoveNew)
	if len(x.Toasts)+len(x.Opened) > 0 || x.Window().Canvas().Overlays().Top() != nil {
		t.Errorf("a word was taken for a verdict: said %v, opened %v", x.Toasts, x.Opened)
	}
	x.key(fyne.KeyDown, fyne.KeyUp, fyne.KeyN)
	x.status(rosa, data.MoveDismissed)
}

func TestAVerdictIsNotAskedAgainWhenEverythingIsDerivedAnew(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.show()
	x.tap("Not so")
	x.write(func(tx *store.Tx) error { return x.keeper.Refresh(tx, sunday) })
	x.status(rosa, data.MoveDismissed)
	x.sees("You have looked at everything that changed.")
}

func TestUndoSelectsTheMoveThatComesBack(t *testing.T) {
	x := newScreen(t)
	x.rosa()
	x.plain("Ana Souza", "Raj Patel", "Kim Lee")
	x.show()
	for range 2 {
		x.key(fyne.KeyDown)
	}
	was := x.selected()
	x.key(fyne.KeyC, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if x.selected() != "Rosa Oliveira" {
		t.Fatalf("%s is selected", x.selected())
	}
	x.undo()
	if x.selected() != was {
		t.Errorf("%s is selected, want %s who came back", x.selected(), was)
	}
	x.key(fyne.KeyA)
	x.undo()
	if x.selected() != "Ana Souza" {
		t.Errorf("%s is selected, want the first of those who came back", x.selected())
	}
}

func TestAYearThatNoSourceHasSpokenOfIsNotDrawn(t *testing.T) {
	x := newScreen(t)
	for i := range 6 {
		x.person(fmt.Sprint("Person ", i), datatest.Role("Acme", "Engineer", "2022", ""))
	}
	x.show()
	x.key(fyne.Key3)
	x.sees("2026, 6 people")
	x.write(func(tx *store.Tx) error {
		_, err := tx.AddReading(data.FromLinkedIn, data.NewDay(2025, 11, 22), "a")
		return err
	})
	x.page.Changed(data.Change{All: true})
	x.sees("2025, 6 people")
	x.seesNot("2026, 6 people")
}

func TestTheSelectionStaysWithItsMoveWhenOthersCome(t *testing.T) {
	x := newScreen(t)
	x.plain("Ana Souza", "Raj Patel")
	x.show()
	x.key(fyne.KeyDown)
	x.rosa()
	if x.selected() != "Raj Patel" {
		t.Errorf("%s is selected", x.selected())
	}
	x.key(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	x.sees("Rosa Oliveira is now Engineering Manager at Zenith")
}

func TestThePlainRestIsConfirmedInOneWrite(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.plain("Ana Souza", "Raj Patel", "Kim Lee")
	x.show()
	x.sees("Confirm the other 3: new titles and employers")
	x.key(fyne.KeyA)
	x.said("Confirmed 3 moves.")
	x.status(rosa, data.MoveNew)
	x.seesNot("Ana Souza", "Confirm the other")
	x.undo()
	x.sees("Ana Souza", "Raj Patel", "Kim Lee")
	x.tap("Confirm the other 3: new titles and employers")
	x.key(fyne.KeyC)
	x.status(rosa, data.MoveConfirmed)
	x.key(fyne.KeyA, fyne.KeyC, fyne.KeyN, fyne.KeyG, fyne.KeyR, fyne.KeyO)
	if n := len(x.Toasts); n != 3 || len(x.Opened) > 0 {
		t.Errorf("a key did something though nothing is left: %v", x.Toasts)
	}
}

func TestACorrectionMendsTheRoleAndConfirmsTheMoveInOneWrite(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.show()
	x.key(fyne.KeyR)
	x.sees("What Rosa Oliveira does", "Now: Engineering Manager at Zenith", "In management", "Manager")
	x.seesNot("Before: Senior Engineer at Zenith")
	x.tap("The role before was read wrong, too")
	x.sees("Before: Senior Engineer at Zenith", "Not in management")
	x.tap("The role before was read wrong, too")
	x.tap("In management")
	x.tap("Not in management")
	x.tap("Manager")
	x.tap("Lead")
	x.tap("Save")
	x.said("Corrected and confirmed the move of Rosa Oliveira.")
	roles, err := x.store.Roles(context.Background(), rosa)
	if err != nil {
		t.Fatal(err)
	}
	if r := roles[0]; !r.Ruled || r.Standing.Track != data.Individual || r.Standing.Level != data.Lead || roles[1].Ruled {
		t.Errorf("the roles are %+v", roles)
	}
	m := x.moves(rosa)[0]
	if m.Is(data.IntoManagement) || !m.Is(data.Promotion) || m.Status != data.MoveConfirmed {
		t.Errorf("the move is %+v", m)
	}
	x.seesNot("Rosa Oliveira")
	x.undo()
	x.status(rosa, data.MoveNew)
	x.sees("Rosa Oliveira is now Engineering Manager at Zenith")
}

func TestTheRoleBeforeCanBeCorrectedToo(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.show()
	x.tap("Correct…")
	x.tap("The role before was read wrong, too")
	x.tap("Not in management")
	x.tap("In management")
	x.tap("Save")
	x.said("Corrected and confirmed the move of Rosa Oliveira.")
	if m := x.moves(rosa)[0]; m.From.Standing.Track != data.Management || m.Is(data.IntoManagement) || m.Status != data.MoveConfirmed {
		t.Errorf("the move is %+v", m)
	}
}

func TestOfSomeoneWhoLeftOnlyTheRoleBeforeCanBeCorrected(t *testing.T) {
	x := newScreen(t)
	x.person("Jonas Brandvold", datatest.Role("Acme", "Engineer", "2019", "2026-08"))
	x.show()
	x.sees("Jonas Brandvold has left Acme", "Left Acme")
	x.key(fyne.KeyR)
	x.sees("Before: Engineer at Acme")
	x.seesNot("Now:", "The role before was read wrong, too")
}

func TestCongratulatingCopiesTheWordsAndNotesTheContact(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa(datatest.Contact(data.LinkedIn, "rosa-oliveira"))
	x.show()
	x.key(fyne.KeyG)
	x.sees("A word to Rosa Oliveira", "LinkedIn message", "Their profile opens, and the words are copied",
		"Dear Rosa Oliveira,\n\nI have just seen that you are Engineering Manager at Zenith now.", "our time at Halden Bank", "Mara")
	x.tap("Congratulate")
	x.said("The words are copied. Noted that you congratulated Rosa Oliveira.")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "Dear Rosa") || !strings.HasSuffix(got, "Mara") {
		t.Errorf("copied %q", got)
	}
	x.status(rosa, data.MoveCongratulated)
	noted, err := x.store.Interactions(context.Background(), rosa, 0)
	if err != nil || len(noted) != 1 || noted[0].Kind != data.Message || noted[0].Day != sunday || noted[0].Text != "Congratulations on becoming Engineering Manager at Zenith" {
		t.Errorf("noted %+v, %v", noted, err)
	}
	x.sees("You have looked at everything that changed.")
	x.undo()
	x.status(rosa, data.MoveNew)
	if noted, err := x.store.Interactions(context.Background(), rosa, 0); err != nil || len(noted) != 0 {
		t.Errorf("after undo there is %+v, %v", noted, err)
	}
}

func TestCongratulatingGivenUpChangesNothing(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa(datatest.Contact(data.Email, "rosa@example.org"))
	x.show()
	x.tap("Congratulate")
	x.sees("E-mail to rosa@example.org", "Your e-mail program opens with these words.")
	x.key(fyne.KeyEscape)
	x.status(rosa, data.MoveNew)
	if x.selected() != "Rosa Oliveira" || len(x.Toasts) > 0 {
		t.Errorf("%s is selected, said %v", x.selected(), x.Toasts)
	}
}

func TestManagersStandUnderTheirOrganisationTheHighestFirst(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.person("Ben Arfa", datatest.Role("Zenith", "Chief Technology Officer", "2015", ""))
	x.person("Cleo Diaz", datatest.Role("Acme", "Director of Sales", "2015", ""))
	x.person("Dee Evans", datatest.Role("Acme", "Accountant", "2015", ""))
	x.show()
	x.key(fyne.Key2)
	x.sees("Three of 4 people are in management, one of them was your peer.", "Two in management, one was your peer",
		"Engineering Manager, in management since April 2026. You were peers at Halden Bank, 2016 to 2020.", "Cleo Diaz", "executive", "director", "manager level")
	x.seesNot("Dee Evans")
	var names []string
	for _, l := range x.page.managers.lines {
		names = append(names, l.heading+l.person.Name)
	}
	if got, want := strings.Join(names, ", "), "Zenith, Ben Arfa, Rosa Oliveira, Acme, Cleo Diaz"; got != want {
		t.Errorf("the list is %q, want %q", got, want)
	}
	if x.page.managers.lines[1].person.Risen || !x.page.managers.lines[2].person.Risen {
		t.Error("brass is for the one who has risen")
	}
	zenith := x.moves(rosa)[0].To.Organisation
	x.key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyO)
	x.opened(page.Organisation(zenith), page.Person(rosa))
}

func TestEachYearCountsItsMovesAndTheChartSaysHowLevelsShifted(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.plain("Ana Souza", "Raj Patel")
	for i := range 4 {
		x.person(fmt.Sprint("Person ", i), datatest.Role("Acme", "Engineer", "2023", ""))
	}
	x.person("Long Ago", datatest.Role("Acme", "Engineer", "2012", "2021-05"), datatest.Role("Acme", "Senior Engineer", "2021-05", ""))
	x.show()
	x.key(fyne.Key3)
	x.sees("Three careers have moved this year; one came into management.", "1 into management, 2 new employers",
		"Apr 2026: Engineering Manager at Zenith", "2021", "1 promotion", "May 2021: Senior Engineer at Acme",
		"2026, 8 people: 13% in management", "2025, 8 people: 0% in management", "Executives")
	x.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	x.opened(page.Person(rosa))
	x.key(fyne.KeyG)
	x.tap("Congratulate")
	x.status(rosa, data.MoveCongratulated)
	x.sees("congratulated")
}

func TestAMoveThatHoldsNoMoreIsListedAndNotGreeted(t *testing.T) {
	x := newScreen(t)
	x.person("Rosa Oliveira", datatest.Role("Zenith", "Senior Engineer", "2020", "2026-02"), datatest.Role("Zenith", "Engineering Manager", "2026-02", "2026-06"),
		datatest.Role("Orbita", "Director of Engineering", "2026-06", ""))
	x.show()
	if rows := x.page.inbox.rows; len(rows) != 1 || rows[0].moved.To.Employer != "Orbita" {
		t.Errorf("asks about %+v", rows)
	}
	x.key(fyne.Key3)
	x.sees("Jun 2026: Director of Engineering at Orbita", "Feb 2026: Engineering Manager at Zenith")
	x.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyG)
	x.seesNot("Dear Rosa")
	x.key(fyne.KeyUp, fyne.KeyG)
	x.sees("Dear Rosa")
}

func TestAFilterHoldsForAllThreeViews(t *testing.T) {
	x := newScreen(t)
	x.rosa(datatest.Circle("Ex-Halden"))
	x.person("Ben Arfa", datatest.Role("Acme", "Engineer", "2015", "2026-05"), datatest.Role("Acme", "Director of Engineering", "2026-05", ""), datatest.Tie(data.Friend))
	x.show()
	x.sees("Ben Arfa")
	x.tap("+ filter")
	x.tap("Any circle")
	x.tap("Ex-Halden")
	x.tap("Show")
	for _, key := range tabKeys {
		x.key(key)
		x.sees("Ex-Halden", "Rosa Oliveira")
		x.seesNot("Ben Arfa")
	}
	x.tap("Ex-Halden") // which takes the filter away
	x.sees("Ben Arfa")
	x.page.askFilter()
	x.tap("In any way")
	x.tap("Friend")
	x.tap("Show")
	x.sees("Ben Arfa")
	x.seesNot("Rosa Oliveira")
}

func TestWithoutAnyMoveEachViewSaysWhatToDo(t *testing.T) {
	x := newScreen(t).show()
	x.sees("Nothing waits for a word from you.", "Bring your LinkedIn archive, and an older one if you have kept it")
	x.seesNot("You have looked at everything")
	x.tap("Import files")
	x.key(fyne.Key2)
	x.sees("As far as their titles tell, nobody here is in management.")
	x.key(fyne.Key3)
	x.sees("No career has moved yet that Peerage knows of.")
	x.key(fyne.KeyG, fyne.KeyO, fyne.KeyDown)
	x.opened(page.Importing())
}

func TestHiddenNamesAreInitialsEverywhere(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.Hidden = true
	x.show()
	for _, key := range tabKeys {
		x.key(key)
		x.sees("R. O.")
		x.seesNot("Rosa")
	}
	x.key(fyne.Key1, fyne.KeyG)
	x.sees("Dear R. O.,")
	x.seesNot("Rosa")
	x.tap("Congratulate")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "Dear Rosa Oliveira,") {
		t.Errorf("copied %q", got)
	}
	x.status(rosa, data.MoveCongratulated)
}

func TestTextFromStrangersStaysInItsPlace(t *testing.T) {
	x := newScreen(t)
	long := strings.Repeat("Very long title ", 18)
	x.person("A\u202egro\nB"+strings.Repeat("x", 280), datatest.Role("<b>Acme</b>\n", "Engineer", "2019", "2026-03"), datatest.Role("{{.Name}}", long, "2026-03", ""))
	x.person("محمد العربي", datatest.Role("Acme", "Engineer", "2019", "2026-02"), datatest.Role("Acme", "Director of Engineering", "2026-02", ""))
	x.show()
	for _, key := range tabKeys {
		x.key(key)
		if w := x.page.Object().MinSize().Width; w > 500 {
			t.Errorf("view %s needs %v, so that it is cut in a narrow window", key, w)
		}
	}
	x.sees("محمد العربي")
}

func TestInANarrowWindowTheDetailStandsInPlaceOfTheList(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa()
	x.plain("Ana Souza", "Raj Patel")
	x.show()
	x.Window().Resize(fyne.NewSize(500, 600))
	if got := x.Window().Canvas().Size().Width; got > 500 {
		t.Fatalf("the window grows to %v", got)
	}
	x.sees("Rosa Oliveira", "Ana Souza")
	x.seesNot("Before", "All changes")
	x.key(fyne.KeyReturn)
	x.sees("All changes", "Rosa Oliveira is now Engineering Manager at Zenith", "You were peers at Halden Bank, 2016 to 2020.")
	x.seesNot("Raj Patel")
	x.key(fyne.KeyN)
	x.status(rosa, data.MoveDismissed)
	x.sees("All changes", "Ana Souza is now Accountant at Orbita")
	x.key(fyne.KeyDown)
	x.sees("Raj Patel is now Accountant at Orbita")
	x.key(fyne.KeyEscape)
	x.sees("Ana Souza", "Raj Patel")
	x.seesNot("All changes")
	x.tap("Ana Souza")
	x.sees("Ana Souza is now Accountant at Orbita")
	x.tap("All changes")
	x.key(fyne.KeyReturn)
	x.key(fyne.KeyO)
	ana := x.page.inbox.rows[x.page.inbox.at].moved.Person
	x.opened(page.Person(ana))
	x.Window().Resize(fyne.NewSize(1280, 800))
	x.sees("Raj Patel", "Ana Souza is now Accountant at Orbita")
	x.seesNot("All changes")
}

func TestARowShowsThePeerFirstAndTheKindOfChangeBelow(t *testing.T) {
	x := newScreen(t)
	x.person("Temperance Holloway", datatest.Tie(data.Friend), datatest.Role("Halden Bank", "Senior Engineer", "2016", "2020"),
		datatest.Role("Zenith", "Senior Engineer", "2020-03", "2026-04"), datatest.Role("Zenith", "Engineering Manager", "2026-04", ""))
	x.show()
	row := x.page.inbox.rows[0].person
	if row.Lead.Text != "into management" || len(row.Chips) != 2 || row.Chips[0].Text != "former peer" || row.Chips[1].Text != "friend" {
		t.Errorf("the row shows %+v and %+v", row.Lead, row.Chips)
	}
	if got := apptest.Texts(x.page.inbox.list); !slices.Contains(got, "former peer") || !slices.Contains(got, "into management") {
		t.Errorf("the list shows %q", got)
	}
	x.key(fyne.Key2)
	if got := x.page.managers.lines[1].person.Chips[0]; got != row.Chips[0] {
		t.Errorf("a former peer is %+v in one view and %+v in another", got, row.Chips[0])
	}
}

func TestOfThousandsOfMovesOnlyThoseInSightAreDrawn(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error { return risers(tx, x.keeper, 3000) })
	x.show()
	x.sees("3000 changes to look at: 3000 came into management.")
	x.key(fyne.KeyC)
	x.sees("2999 changes to look at: 2999 came into management.")
	if n := len(apptest.Texts(x.page.Object())); n > 300 {
		t.Errorf("%d texts are drawn of a list of thousands", n)
	}
}
