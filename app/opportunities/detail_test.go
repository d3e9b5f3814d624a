package opportunities

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestOneOpportunityShowsItsStagesItsChainAndAllElse(t *testing.T) {
	x := newScreen(t)
	deniz, omar := x.coworker("Deniz Demir"), x.coworker("Omar Khalil")
	o := data.Opportunity{Title: "Platform lead", Employer: "Orbita", Kind: data.ProjectWork, For: data.Someone{Person: data.Me}, Worth: "six months", Notes: "Ask about Lisbon.",
		Steps: []data.Step{{Stage: data.Heard, Day: datatest.Day(t, "2026-08-03")}, {Stage: data.Won, Day: datatest.Day(t, "2026-10-01")}},
		Chain: []data.Link{{Someone: data.Someone{Person: deniz}, Part: data.ToldOf, Tie: data.Coworker, Former: true},
			{Someone: data.Someone{Person: omar}, Part: data.Referred, Thanked: datatest.Day(t, "2026-10-02")}}}
	x.write(func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	x.show(page.Opportunity(o.ID))
	x.sees("Platform lead", "Won on 1 October. Deniz Demir told Omar Khalil, who put in a good word for me.", "Heard of", "On 3 August", "On 1 October",
		"former coworker then", "Passed it on", "Thanked on 2 October", "Project", "Orbita", "Me", "six months", "Ask about Lisbon.")
	x.tap("Thank")
	x.thanked()
	x.said("Deniz Demir is thanked.")
	if got := x.kept(o.ID).Chain[0].Thanked; got != sunday {
		t.Errorf("thanked %v", got)
	}
	x.sees("Thanked today")
	x.undo()
	if got := x.kept(o.ID).Chain[0].Thanked; got != 0 {
		t.Errorf("after undo thanked %v", got)
	}
	x.key(thankKey)
	x.thanked()
	if got := x.kept(o.ID).Chain[0].Thanked; got != sunday {
		t.Errorf("with the key thanked %v", got)
	}
	x.tap("Deniz Demir")
	x.opened(page.Person(deniz))
}

func TestWhoWasRemovedKeepsTheirNameInTheChain(t *testing.T) {
	x := newScreen(t)
	omar := x.coworker("Omar Khalil")
	id := x.opportunity("Platform lead", data.Heard, omar)
	x.show(page.Opportunity(id))
	x.write(func(tx *store.Tx) error { return tx.DeletePerson(omar) })
	x.sees("Omar Khalil", "Omar Khalil told me.")
	x.seesNot("Thank")
	x.tap("Omar Khalil")
	x.opened()
	x.key(editKey)
	x.sees("Omar Khalil")
	x.enter(x.page.form.title, "Platform lead, Berlin")
	x.page.form.save()
	x.closed()
	if l := x.kept(id).Chain[0]; l.Person != 0 || l.Name != "Omar Khalil" {
		t.Errorf("kept %+v", l)
	}
}

func TestAnOutcomeIsAskedForItsDay(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Won)
	x.show(page.Opportunity(id))
	x.tap("Won")
	x.sees("Won: on which day?")
	x.key(fyne.KeyEscape, editKey)
	x.sees("On")
	x.seesNot("At that stage since")
	f := x.page.form
	f.stage.SetKey(string(data.Offered))
	f.staged()
	x.sees("At that stage since")
}

func TestTheDayOfAStageIsMended(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Interviewing)
	x.show(page.Opportunity(id))
	mend := func(stage, day string) {
		t.Helper()
		x.tap(stage)
		x.sees(stage + ": since when?")
		typed := x.Window().Canvas().Focused().(interface {
			fyne.Focusable
			SetText(string)
		})
		x.enter(typed, day)
		x.key(fyne.KeyReturn)
	}
	mend("Heard of", "2026-08-04")
	x.closed()
	x.said("Platform lead is saved.")
	if got := x.kept(id).Steps[0].Day; got != datatest.Day(t, "2026-08-04") {
		t.Errorf("heard of %v", got)
	}
	for day, want := range map[string]string{"2026-11-01": "before", "2026-02-30": "day of the stage", "": "Please fill in"} {
		mend("Heard of", day)
		x.sees(want)
		x.key(fyne.KeyEscape)
		x.closed()
	}
	x.tap("Interviewing")
	x.tap("Take the stage away")
	x.closed()
	if got := x.stage(id); got != data.Heard {
		t.Errorf("it is %s", got)
	}
}

func TestTheDayOfAStageIsMendedOnceThoughSaveIsPressedTwice(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Interviewing)
	x.show(page.Opportunity(id))
	x.tap("Heard of")
	x.enter(x.Window().Canvas().Focused().(*widgets.DayEntry), "2026-08-04")
	x.Timers().Hold()
	x.tap("Save")
	x.tap("Save")
	x.Timers().Release()
	x.closed()
	if len(x.Errors) != 0 || x.kept(id).Steps[0].Day != datatest.Day(t, "2026-08-04") {
		t.Errorf("failed %v, kept %+v", x.Errors, x.kept(id).Steps)
	}
}

func TestWhatWasChangedElsewhereIsSaidAndNotTakenBack(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Heard)
	x.show(page.Opportunity(id))
	won := func() {
		o := x.kept(id)
		o.Title += ", Berlin"
		o.Steps = append(o.Steps, data.Step{Stage: data.Won, Day: sunday})
		x.write(func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	}
	x.tap("Edit")
	won()
	x.enter(x.page.form.title, "Another")
	x.page.form.save()
	if got := x.kept(id); got.Title != "Platform lead, Berlin" || len(x.Errors) != 1 || !errors.Is(x.Errors[0], data.ErrChanged) {
		t.Errorf("kept %+v, failed %v", got, x.Errors)
	}
}

func TestTheButtonsOfOneOpportunityBringItOn(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Heard)
	x.show(page.Opportunity(id))
	x.seesNot("Back to")
	x.tap("Exploring")
	x.tap("Won")
	if got := x.stage(id); got != data.Won {
		t.Errorf("it is %s", got)
	}
	x.seesNot("Applied")
	x.tap("Back to exploring")
	if got := x.kept(id); got.Stage() != data.Exploring || len(got.Steps) != 2 {
		t.Errorf("it is at %v", got.Steps)
	}
}

func TestDeletingReturnsToAllAndUndoBringsItBack(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Heard)
	x.opportunity("Data lead", data.Heard)
	x.show(page.Opportunity(id))
	x.tap("Delete")
	x.said("Platform lead is deleted.")
	x.sees("Data lead", "Board")
	x.seesNot("Platform lead")
	x.undo()
	x.sees("Platform lead")
}

func TestWhatIsGoneSaysSoUntilUndo(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Heard)
	x.show(page.Opportunity(id))
	x.write(func(tx *store.Tx) error { return tx.DeleteOpportunity(id) })
	x.sees("This opportunity is not there any more.")
	x.key(fyne.KeyW, fyne.KeyE, fyne.KeyT, fyne.KeyDelete)
	x.undo()
	x.sees("Heard of on 3 August.")
	if len(x.Errors) > 0 {
		t.Error(x.Errors)
	}
}

func TestEscapeReturnsToAllAndTheCardIsStillChosen(t *testing.T) {
	x := newScreen(t)
	x.opportunity("Data lead", data.Heard)
	id := x.opportunity("Platform lead", data.Applied)
	x.show(page.Opportunities())
	x.key(fyne.KeyRight, fyne.KeyReturn)
	x.opened(page.Opportunity(id))
	x.sees("Stages")
	x.key(fyne.KeyEscape)
	x.opened(page.Opportunity(id), page.Opportunities())
	x.seesNot("Stages")
	if x.board().id != id || x.Window().Canvas().Focused() != fyne.Focusable(x.board()) {
		t.Error("the board has not the focus, or another card is chosen")
	}
}

func TestHiddenNamesStandNowhere(t *testing.T) {
	x := newScreen(t)
	x.Hidden = true
	omar := x.coworker("Omar Khalil")
	id := x.opportunity("Platform lead with Omar", data.Heard, omar)
	x.write(func(tx *store.Tx) error {
		o, err := tx.Opportunity(id)
		o.Worth, o.Notes = "what Omar earns", "Khalil knows more"
		return errors.Join(err, tx.SaveOpportunity(&o))
	})
	x.show(page.Opportunities())
	x.seesNot("Omar")
	x.sees("through O. K.", "Platform lead with O.")
	for i := range x.page.manners {
		x.page.turn(i)
		x.seesNot("Omar")
	}
	x.page.visit(id)
	x.seesNot("Omar", "Khalil")
	x.sees("what O. earns", "K. knows more")
	x.key(thankKey)
	x.sees("Dear O. K.,")
	x.seesNot("Omar")
	x.thanked()
	x.said("O. K. is thanked.")
	x.key(editKey)
	x.sees("O. K.", "Platform lead with Omar") // what is to be changed is shown as it was written
}

func TestThankingWritesAFewWordsAndNotesThem(t *testing.T) {
	for _, c := range []struct {
		stage data.Stage
		words string
	}{{data.Won, "It went well"}, {data.Lost, "It did not come to anything"}, {data.Interviewing, "It is still open"}} {
		x := newScreen(t)
		omar := x.coworker("Omar Khalil")
		id := x.opportunity("Platform lead", c.stage, omar)
		x.show(page.Opportunity(id))
		x.key(thankKey)
		x.sees("Dear Omar Khalil,", "“Platform lead”", c.words)
		if got := x.kept(id).Chain[0].Thanked; got != 0 {
			t.Errorf("thanked %v before a word is written", got)
		}
		x.tap("Thank Omar Khalil")
		x.closed()
		x.said("The words are copied. Noted that you wrote to Omar Khalil.")
		noted, err := x.store.Interactions(t.Context(), omar, 0)
		if got := x.kept(id).Chain[0].Thanked; err != nil || got != sunday || len(noted) != 1 || noted[0].Text != "Thanks for “Platform lead”" {
			t.Errorf("thanked %v, noted %+v, %v", got, noted, err)
		}
		x.undo()
		if got := x.kept(id).Chain[0].Thanked; got != 0 {
			t.Errorf("after undo thanked %v", got)
		}
	}
}

func TestOfSomebodyToBeLeftAloneThanksAreOnlyNoted(t *testing.T) {
	x := newScreen(t)
	omar := x.coworker("Omar Khalil")
	id := x.opportunity("Platform lead", data.Won, omar)
	x.write(func(tx *store.Tx) error { return tx.SaveBoundary(data.Boundary{Person: omar, NoContact: true}) })
	x.show(page.Opportunity(id))
	x.key(thankKey)
	x.closed()
	x.said("Omar Khalil is thanked.")
}

func TestNotingThanksKeepsTheFocusOnThePageAndItsPlace(t *testing.T) {
	x := newScreen(t)
	var many []data.ID
	for _, name := range []string{"Ana", "Ben", "Cem", "Dora", "Eli", "Fay", "Gus", "Hal", "Ida", "Jon", "Kim", "Lea"} {
		many = append(many, x.coworker(name))
	}
	id := x.opportunity("Platform lead", data.Heard, many...)
	x.show(page.Opportunity(id))
	x.Window().Resize(fyne.NewSize(740, 500))
	last := x.page.detail.inner[len(x.page.detail.inner)-1]
	widgets.Reveal(last.(fyne.CanvasObject))
	top := func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(x.page.detail.body).Y
	}
	before := top()
	if before >= 0 {
		t.Fatalf("the page is not scrolled: %v", before)
	}
	x.page.thank(x.kept(id).Chain[11])
	x.thanked()
	if got := top(); got != before {
		t.Errorf("the page moved from %v to %v", before, got)
	}
	x.key(fyne.KeyW)
	if got := x.stage(id); got != data.Won {
		t.Errorf("the keys are heard no more: it is %s", got)
	}
	x.key(fyne.KeyE)
	x.page.form.save()
	x.key(fyne.KeyL)
	if got := x.stage(id); got != data.Lost {
		t.Errorf("after the form the keys are heard no more: it is %s", got)
	}
}
