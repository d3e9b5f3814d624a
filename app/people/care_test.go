package people

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// promisesOf returns what stands in the file of somebody.
func (x *screen) promisesOf(id data.ID) []data.Promise {
	x.t.Helper()
	list, err := x.store.Promises(context.Background(), store.PromiseFilter{Person: id})
	x.check(err)
	return list
}

func TestAPromiseIsAddedKeptReopenedLetGoAndRemovedOnThePage(t *testing.T) {
	x := newScreen(t)
	ana := x.add("Ana Souza")[0]
	x.show(page.Person(ana))
	x.wantsNo("Promises")
	x.hear(fyne.KeyO, 0)
	x.wants("You promised Ana Souza")
	x.enter("Send the slides")
	x.next(1)
	x.enter("2026-11-30")
	x.tap("Save")
	x.said("Noted the promise.")
	x.wants("Promises")
	x.wants("You promised · due on 30 November")
	x.tap("Kept")
	x.said("Noted: kept.")
	x.wantsNo("Send the slides")
	x.tap("Show what was kept or let go")
	x.wants("You promised · kept today")
	x.choose("Send the slides", "Open again")
	x.wants("You promised · due on 30 November")
	x.choose("Send the slides", "Let go")
	x.said("Let go: nobody waits for it any more.")
	x.wants("You promised · let go today")
	x.choose("Send the slides", "Remove")
	x.said("Removed the promise.")
	x.wantsNo("Promises")
	x.undo()
	x.wants("You promised · let go today")
	if got := x.promisesOf(ana); len(got) != 1 || got[0].Made != sunday || got[0].State != data.PromiseLetGo {
		t.Errorf("kept %+v", got)
	}
}

func TestPromisesOfBothSidesStandInTheOrderInWhichTheyAreDue(t *testing.T) {
	x := newScreen(t)
	ana := datatest.Person(t, x.store, "Ana Souza",
		datatest.Promise(data.Mine, "Review the draft", "2026-11-01", ""),
		datatest.Promise(data.Theirs, "Introduce me to Kim", "2026-11-01", "2026-12-03"),
		datatest.Promise(data.Mine, "Send the slides", "2026-11-01", "2026-11-13"))
	x.show(page.Person(ana))
	var lines []string
	for _, text := range x.seen() {
		for _, want := range []string{"Send the slides", "You promised · nine days late", "Introduce me to Kim", "Ana promised · due on 3 December", "Review the draft", "You promised · no day named"} {
			if text == want {
				lines = append(lines, text)
			}
		}
	}
	want := []string{"Send the slides", "You promised · nine days late", "Introduce me to Kim", "Ana promised · due on 3 December", "Review the draft", "You promised · no day named"}
	if !slices.Equal(lines, want) {
		t.Errorf("shows %q", lines)
	}
	x.tap("Kept")
	x.tap("Show what was kept or let go")
	x.wants("You promised · kept, nine days late")
	x.Hidden = true
	x.page.Changed(data.Change{All: true})
	x.wants("A. S. promised · due on 3 December")
	x.wantsNo("Ana")
}

func TestADayThatDoesNotExistIsMarkedInWordsAndNothingIsLost(t *testing.T) {
	x := newScreen(t)
	ana := x.add("Ana")[0]
	x.show(page.Person(ana))
	x.hear(fyne.KeyO, 0)
	x.enter("Call back")
	x.next(1)
	shown := "2026-12-06" // a day to come
	for _, c := range []struct{ typed, said string }{
		{"2026-02-30", "there is no such day"}, {"soon", "as a year, a month or a day"}, {"2026-11-01", "It is due before it was promised"},
	} {
		apptest.Type(t, x.page.Object(), shown, c.typed)
		x.tap("Save")
		x.wants(c.said)
		x.wants("Call back")
		shown = c.typed
	}
	apptest.Type(t, x.page.Object(), shown, "2026-12")
	x.tap("Save")
	if got := x.promisesOf(ana); len(got) != 1 || got[0].Due != data.NewDay(2026, 12, 31) {
		t.Errorf("kept %+v", got)
	}
}

func TestWhatWasGivenIsNotedSaidEditedAndRemoved(t *testing.T) {
	x := newScreen(t)
	ana := datatest.Person(t, x.store, "Ana Souza", datatest.Exchange(data.Theirs, data.Advice, "2024-03-01", "the offer"))
	x.show(page.Person(ana))
	x.wants("Over the years Ana gave you advice (the offer).")
	x.hear(fyne.KeyX, 0)
	x.enter("the talk")
	x.tap("Save")
	x.said("Noted.")
	x.wants("This year you helped (the talk).")
	x.tap("Show what it was")
	x.choose("22 Nov", "Edit")
	apptest.Type(t, x.page.Object(), "the talk", "the talk in Lisbon")
	x.tap("Save")
	x.wants("the talk in Lisbon")
	x.tap("Always")
	x.wants("Over the years Ana gave you advice (the offer); you helped (the talk in Lisbon).")
	x.wants("It goes both ways.")
	x.tap("Twelve months")
	x.wants("In the last twelve months you helped (the talk in Lisbon).")
	x.choose("22 Nov", "Remove")
	x.said("Removed what was noted.")
	x.wants("Nothing is noted for this time.")
	x.undo()
	x.wants("In the last twelve months you helped")
	x.Hidden = true
	x.page.Changed(data.Change{All: true})
	x.tap("Always")
	x.wants("Over the years A. S. gave you advice")
	x.wantsNo("Ana")
}

func TestAnIntroductionIsNotedFromEachSide(t *testing.T) {
	for _, c := range []struct {
		how  int // how often Down is pressed in the choice
		pick []string
		want string
	}{
		{0, []string{"omar"}, "Ana introduced you to Omar Khalil in 2022."},
		{1, []string{"omar"}, "You introduced Ana to Omar Khalil in 2022."},
		{2, []string{"omar"}, "Omar Khalil introduced you to Ana in 2022."},
		{3, []string{"omar", "kim"}, "Ana introduced Omar Khalil to Kim Lee in 2022."},
		{4, []string{"omar", "kim"}, "Omar Khalil introduced Ana to Kim Lee in 2022."},
	} {
		x := newScreen(t)
		ana := x.add("Ana Souza", "Omar Khalil", "Kim Lee")[0]
		x.show(page.Person(ana))
		x.hear(fyne.KeyI, 0)
		for range c.how {
			x.key(fyne.KeyDown)
		}
		x.tap("Save")
		x.wants("Please fill in who made whom known.")
		for _, name := range c.pick {
			for x.next(1); !x.picking(); {
				x.next(1)
			}
			x.enter(name)
			x.key(fyne.KeyDown, fyne.KeyReturn)
		}
		apptest.Type(t, x.page.Object(), "2026-06-30", "2022")
		x.tap("Save")
		x.said("Noted the introduction.")
		x.wants(c.want)
		x.choose(c.want, "Remove")
		x.said("Removed the introduction.")
		x.wantsNo("introduced")
	}
}

// picking reports whether the focus is in a field that finds people.
func (x *screen) picking() bool {
	_, ok := x.Window().Canvas().Focused().(*widgets.SearchEntry)
	return ok
}

func TestAnIntroductionKeepsTheNameOfSomebodyWhoWasRemovedThroughAnEdit(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ana Souza", "Omar Khalil")
	datatest.Introduction(t, x.store, ids[0], data.Me, ids[1], "2022")
	x.write(func(tx *store.Tx) error { return tx.DeletePerson(ids[1]) })
	x.show(page.Person(ids[0]))
	x.choose("Ana introduced you to Omar Khalil in 2022.", "Edit")
	apptest.Type(t, x.page.Object(), "2022", "2023-05")
	x.tap("Save")
	x.wants("Ana introduced you to Omar Khalil in May 2023.")
	x.Hidden = true
	x.page.Changed(data.Change{All: true})
	x.wants("A. S. introduced you to O. K. in May 2023.")
	x.choose("A. S. introduced you to O. K. in May 2023.", "Edit")
	x.tap("Save")
	x.Hidden = false
	x.page.Changed(data.Change{All: true})
	x.wants("Ana introduced you to Omar Khalil in May 2023.")
}

func TestOpportunitiesStandInTheTimelineAndLeadToTheirScreen(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ana Souza", "Kim Lee")
	through := []data.Link{{Someone: data.Someone{Person: ids[0]}, Part: data.ToldOf}}
	staff := datatest.Opportunity(t, x.store, data.Opportunity{Title: "Staff Engineer", Employer: "Zenith", Steps: datatest.Steps(t, "heard 2026-04-02, won 2026-08-01"), Chain: through})
	datatest.Opportunity(t, x.store, data.Opportunity{Title: "Design lead", Steps: datatest.Steps(t, "heard 2026-09-01"), For: data.Someone{Person: ids[0]}})
	x.show(page.Person(ids[0]))
	x.wants("Staff Engineer, Zenith: won")
	x.wants("Design lead: heard of")
	x.wants("This year Ana brought you an opportunity (Staff Engineer); you passed on an opportunity (Design lead).")
	x.tap("Staff Engineer, Zenith: won")
	if got := x.Opened[len(x.Opened)-1]; got != page.Opportunity(staff) {
		t.Errorf("opened %+v", got)
	}
	x.hear(fyne.KeyD, 0)
	if got := x.Opened[len(x.Opened)-1]; got != page.OpportunityThrough(ids[0]) {
		t.Errorf("opened %+v", got)
	}
}

func TestLatelyTellsWhatWasGivenBesideTheContactItWasGivenAt(t *testing.T) {
	x := newScreen(t)
	ana := datatest.Person(t, x.store, "Ana Souza", datatest.Exchange(data.Theirs, data.Resource, "2026-05-19", "a book"),
		datatest.Exchange(data.Theirs, data.Endorsement, "2026-05-20", "Go"))
	meeting := data.Interaction{Kind: data.Call, Day: data.NewDay(2026, 8, 3), Text: "the lead post", People: []data.ID{ana}}
	x.write(func(tx *store.Tx) error {
		if err := tx.SaveInteraction(&meeting); err != nil {
			return err
		}
		return tx.SaveExchange(&data.Exchange{Person: ana, Kind: data.Advice, By: data.Mine, Day: meeting.Day, Interaction: meeting.ID})
	})
	x.show(page.Person(ana))
	var lately []string
	for _, h := range x.view().pane.happenings() {
		lately = append(lately, apptest.Texts(h.row(h.day))...)
	}
	if want := []string{"3 Aug", "Call: the lead post", "given", "19 May", "Resource: a book", "received"}; !slices.Equal(lately, want) {
		t.Errorf("tells %q", lately)
	}
}

func TestWhatIsNotedNowhereYetIsInTheMenuToAddItAndHasNoSection(t *testing.T) {
	x := newScreen(t)
	x.show(page.Person(x.add("Ana")[0]))
	for _, heading := range []string{"Promises", "Give and take", "Introductions"} {
		x.wantsNo(heading)
	}
	for item, title := range map[string]string{
		"Add a promise": "What was promised", "Note something given or received": "Who gave it", "Add an introduction": "Who made whom known",
	} {
		x.tap("+ Add")
		x.tap(item)
		x.wants(title)
		x.tap("Cancel")
	}
}

func TestADetailIsAskedAboutWithOnePress(t *testing.T) {
	x := newScreen(t)
	ana := x.add("Ana")[0]
	x.write(func(tx *store.Tx) error {
		for _, d := range []data.Detail{{Person: ana, Text: "Lisbon", AskOn: sunday - 1}, {Person: ana, Text: "School", AskOn: sunday + 30}} {
			if err := tx.SaveDetail(&d); err != nil {
				return err
			}
		}
		return nil
	})
	x.show(page.Person(ana))
	x.wants("ask again yesterday")
	x.tap("Asked")
	x.wantsNo("ask again yesterday")
	x.wants("ask again on 22 December")
	x.wants("Lisbon")
	x.wantsNo("Asked")
}

func TestTextsOfStrangersAreShownAsTextAndMuchOfItIsFoldedAway(t *testing.T) {
	x := newScreen(t)
	hostile := "<b>\u202e\x07{{.Name}}</b> " + strings.Repeat("word ", 2000)
	ana := datatest.Person(t, x.store, "Ana", datatest.Promise(data.Mine, hostile, "2026-11-01", ""), datatest.Exchange(data.Theirs, data.Advice, "2026-05-19", hostile))
	x.write(func(tx *store.Tx) error {
		for i := range 40 {
			e := data.Exchange{Person: ana, Kind: data.Endorsement, By: data.Theirs, Day: sunday - data.Day(i), Text: "Go", Source: data.FromLinkedIn}
			if err := tx.SaveExchange(&e); err != nil {
				return err
			}
		}
		return nil
	})
	x.show(page.Person(ana))
	x.wants("<b>")
	x.wants("This year Ana often endorsed you and gave you advice (<b>{{.Name}}</b> word")
	x.tap("Show what it was")
	count := func() (n int) {
		for _, text := range x.seen() {
			if text == "Endorsement: Go" {
				n++
			}
		}
		return n
	}
	if count() != giftsShown {
		t.Errorf("%d are listed at first", count())
	}
	x.tap("Show all")
	if count() != 40 {
		t.Errorf("%d are listed of all", count())
	}
	x.choose("22 Nov", "Remove")
	x.wantsNo("22 Nov")
}

func TestAPromiseAndAGiftAreLoggedWithContactByKeysAlone(t *testing.T) {
	x := newScreen(t)
	ana := x.add("Ana Souza")[0]
	x.show(page.Person(ana))
	x.hear(fyne.KeyL, 0)
	x.enter("the lead post")
	x.next(1)
	x.key(fyne.KeyReturn) // + A promise
	x.enter("Send the slides")
	x.next(1)
	x.key(fyne.KeyDown) // Ana promised you
	x.next(2)
	x.key(fyne.KeyReturn) // + Given or received
	x.enter("reviews")
	x.tap("Save")
	x.said("Logged with Ana Souza.")
	x.wants("Ana promised · no day named")
	x.wants("Coffee: the lead post")
	x.wants("given")
	x.wants("This year you helped (reviews).")
	x.undo()
	for _, gone := range []string{"Promises", "Coffee", "Give and take"} {
		x.wantsNo(gone)
	}
}
