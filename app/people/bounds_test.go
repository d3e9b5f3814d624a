package people

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/store"
)

func (x *screen) boundary(id data.ID) data.Boundary {
	x.t.Helper()
	b, err := x.store.Boundary(context.Background(), id)
	x.check(err)
	return b
}

func TestABoundaryIsSetAndSaidUnderTheName(t *testing.T) {
	x := newScreen(t)
	rosa := x.add("Rosa Oliveira")[0]
	x.write(func(tx *store.Tx) error {
		return tx.SaveCadence(data.Cadence{Person: rosa, Rhythm: data.Rhythm{Ideal: 7, Longest: 14}, Set: x.Day - 100})
	})
	x.show(page.Person(rosa))
	x.wantsNo("Avoid")
	x.key(fyne.KeyH)
	x.wants("Boundaries of Rosa Oliveira")
	x.next(1) // past the day, to the topics
	x.enter("health")
	x.key(fyne.KeyReturn)
	x.enter(" money ")
	x.next(1)
	x.key(fyne.KeyDown, fyne.KeyDown) // e-mail, phone
	x.next(1)
	for range 10 {
		x.key(fyne.KeyDown)
	}
	x.tap("Save")
	want := data.Boundary{Person: rosa, Avoid: []string{"health", "money"}, Channel: data.Phone, From: 10}
	if got := x.boundary(rosa); !slices.Equal(got.Avoid, want.Avoid) || got.Channel != want.Channel || got.From != 10 || got.To != 0 || got.NoContact {
		t.Fatalf("%+v", got)
	}
	x.wants("Prefers a call; not before ten. Avoid: health, money.")
	x.key(fyne.KeyL)
	if top := x.Window().Canvas().Overlays().Top(); !apptest.Shows(top, "Avoid: health, money.") {
		t.Errorf("while logging: %q", apptest.Texts(top))
	}
	x.tap("Cancel")

	x.key(fyne.KeyH)
	x.tap("Do not contact")
	x.tap("Save")
	x.wants("Not to be contacted. Prefers a call")
	x.wants("Peerage reminds you of nothing here")
	x.view().list.setFilter(filter{due: dueNow})
	x.wantsList()
	x.undo()
	x.wantsNo("Not to be contacted")
	x.wantsList("Rosa Oliveira")
}

func TestWhatNoBoundaryCanBeIsSaidAtItsField(t *testing.T) {
	x := newScreen(t)
	rosa := x.add("Rosa")[0]
	x.show(page.Person(rosa))
	x.key(fyne.KeyH)
	x.enter("2027-02-30")
	x.tap("Save")
	x.wants("there is no such day")
	for range "2027-02-30" {
		x.key(fyne.KeyBackspace)
	}
	for _, past := range []string{"2026", "-11-01"} { // the year alone, and a day of it
		x.enter(past)
		x.tap("Save")
		x.wants("Please choose a day after today.")
	}
	for range "2026-11-01" {
		x.key(fyne.KeyBackspace)
	}
	x.enter("2027-02-30")
	if b := x.person(rosa); b.PausedUntil != 0 || x.Window().Canvas().Overlays().Top() == nil {
		t.Errorf("paused until %v", b.PausedUntil)
	}
	x.key(fyne.KeyBackspace, fyne.KeyBackspace)
	x.enter("03")
	x.tap("Save")
	if b := x.person(rosa); b.PausedUntil != data.NewDay(2027, 2, 3) {
		t.Errorf("paused until %v; %q", b.PausedUntil, x.seen())
	}
}

func TestAConfidantIsMarkedPrivateAndFound(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ana", "Ben", "Cleo")
	x.show(page.Person(ids[0]))
	x.key(fyne.KeyF)
	x.said("Ana is someone to turn to. They are private everywhere.")
	if p := x.person(ids[0]); !p.Confidant || !p.Private {
		t.Fatalf("%+v", p)
	}
	x.wants("confidant")
	x.Hidden = true
	x.view().pane.load()
	x.wantsNo("confidant")
	x.Hidden = false
	x.Open(page.Search("ben"))
	x.wantsList("Ben")
	x.Open(page.Confidants())
	x.wantsList("Ana")
	x.wants("to turn to in trouble")
	x.write(func(tx *store.Tx) error { return tx.SaveBoundary(data.Boundary{Person: ids[0], NoContact: true}) })
	x.wantsList()
	x.undo()
	x.wantsList("Ana")

	x.view().pane.focus()
	x.key(fyne.KeyF)
	x.said("Ana is no longer among those to turn to. They stay private.")
	if p := x.person(ids[0]); p.Confidant || !p.Private {
		t.Errorf("%+v", p)
	}
	x.wantsList()
}

func TestWhatWasWorkedOnTogetherTiesTwoPeople(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ana Souza", "Raj Patel")
	x.show(page.Person(ids[0]))
	x.wantsNo("Worked on together")
	x.tap("+ Add")
	x.tap("Add a project or event")
	x.enter("Orbita platform")
	x.next(3) // past the kind and Ana, who is chosen
	x.enter("raj")
	x.key(fyne.KeyDown, fyne.KeyReturn)
	x.next(1)
	x.enter("2026-01")
	x.next(1)
	x.enter("2026-09")
	x.next(1)
	x.enter("They signed")
	x.tap("Save")
	x.wants("Worked on Orbita platform together, January 2026 to September 2026. You noted it, with Raj Patel.")
	x.wants("Worked on together")
	x.wants("January 2026 to September 2026. With Raj Patel. They signed.")
	x.wants("Worked on Orbita platform together. They signed.") // in the timeline
	l := x.view().list
	l.setFilter(filter{tie: data.Collaborator})
	x.wantsList("Ana Souza", "Raj Patel")
	x.wants("once worked together")

	x.choose("Worked on Orbita platform together, January", "Edit")
	x.next(6) // past the kind, the two people, the search and the first day
	x.key(fyne.KeyEnd)
	for range 7 {
		x.key(fyne.KeyBackspace)
	}
	x.tap("Save")
	x.wants("Working on Orbita platform together, since January 2026.")
	x.choose("Working on Orbita platform", "Remove")
	x.said("It is removed, and the tie with it.")
	x.wantsNo("Orbita")
	x.undo()
	x.wants("Working on Orbita platform together")
	x.write(func(tx *store.Tx) error { return tx.DeletePerson(ids[1]) })
	x.wants("You noted it, with Raj Patel.") // history keeps the name
}

func TestDatesStandWithTheBirthday(t *testing.T) {
	x := newScreen(t)
	ana := x.add("Ana")[0]
	x.show(page.Person(ana))
	x.key(fyne.KeyY)
	x.wants("A date of Ana")
	x.enter("the marathon")
	x.next(1)
	x.enter("24 November")
	x.tap("Save")
	x.wants("Dates")
	x.wants("24 November, every year")
	all, err := x.store.Milestones(context.Background(), ana)
	if err != nil || len(all) != 1 || !all[0].Yearly || all[0].On != (data.PartialDay{Month: 11, Day: 24}) {
		t.Fatalf("%+v, %v", all, err)
	}
	x.choose("the marathon", "Edit")
	x.next(1)
	x.key(fyne.KeyHome, fyne.KeyDelete, fyne.KeyDelete)
	x.enter("2026-")
	x.tap("Every year")
	x.tap("Save")
	x.wants("24 November 2026")
	x.choose("the marathon", "Remove")
	x.wantsNo("the marathon")
}

func TestEachKeyOfThePageDoesOneThing(t *testing.T) {
	x := newScreen(t)
	x.show(page.Person(x.add("Ana")[0]))
	type chord struct {
		name     fyne.KeyName
		modifier fyne.KeyModifier
	}
	had := map[chord]string{}
	for _, k := range x.page.(page.Keyed).Keys() {
		if other, twice := had[chord{k.Name, k.Modifier}]; twice {
			t.Errorf("%s is for %q and for %q", k.Name, other, k.Label)
		}
		had[chord{k.Name, k.Modifier}] = k.Label
	}
}

func TestHostileNamesOfProjectsAndTopicsAreShownAsTheyAre(t *testing.T) {
	x := newScreen(t)
	ana := x.add("Ana")[0]
	nasty := strings.Repeat("<b>x</b>\u202e ", 20)
	x.write(func(tx *store.Tx) error {
		b := data.Boundary{Person: ana, Avoid: []string{nasty}}
		p := &data.Project{Kind: data.EventTogether, Name: nasty, Outcome: strings.Repeat("long ", 2000), People: []data.Someone{{Person: ana}}}
		m := &data.Milestone{Person: ana, Text: nasty, On: data.PartialDay{Month: 2, Day: 29}}
		for _, err := range []error{b.Validate(), p.Validate(), m.Validate(), tx.SaveBoundary(b), x.keeper.SaveProject(tx, p, x.Day), tx.SaveMilestone(m)} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	x.show(page.Person(ana))
	x.wants("<b>x</b>")
	x.wants("29 February, every year")
	if len(x.Errors) > 0 {
		t.Error(x.Errors)
	}
}
