package people

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/store"
)

func TestSomeoneAddedAppearsIsEditedAndUndone(t *testing.T) {
	x := newScreen(t).show(page.People())
	x.wants("Nobody is here yet.")
	x.tap("Add someone")
	x.enter("Ada Lovelace")
	x.next(1)
	x.enter("Analyst")
	x.next(1)
	x.enter("Analytical Engines")
	x.tap("Save")
	x.said("Added Ada Lovelace.")
	x.wantsList("Ada Lovelace")
	x.wants("Analyst at Analytical Engines.")
	x.wants("1 person")

	x.hear(fyne.KeyE, 0)
	x.wants("Edit Ada Lovelace")
	x.enter("Lady ")
	x.tap("Save")
	x.said("Saved Lady Ada Lovelace.")
	x.wantsList("Lady Ada Lovelace")
	x.wants("Analyst at Analytical Engines.")

	x.undo()
	x.wantsList("Ada Lovelace")
	x.undo()
	x.wants("Nobody is here yet.")
	if len(x.find("")) != 0 {
		t.Error("undo left someone in the file")
	}
}

func TestARefusedFieldSaysWhyAndLosesNothing(t *testing.T) {
	x := newScreen(t).show(page.People())
	x.hear(fyne.KeyN, fyne.KeyModifierShortcutDefault)
	x.next(2)
	x.enter("Orbita")
	x.tap("Save")
	x.wants("Please fill in the name.")
	x.wants("Orbita")
	if len(x.find("")) != 0 || len(x.Toasts) != 0 {
		t.Fatal("someone without a name was kept")
	}
	x.tap("Add a way to reach them")
	form := x.Window().Canvas().Overlays().Top()
	if form == nil {
		t.Fatal("the form is gone")
	}
	x.key(fyne.KeyEscape)
	if x.Window().Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close the form")
	}
}

func TestTheFirstWhoIsFoundIsShownAndOpenedWithEnter(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Grace Halden", "Rosa Halden")
	x.show(page.Person(ids[2]))
	l := x.view().list
	x.Window().Canvas().Focus(l.search)
	test.Type(l.search, "halden")
	if l.list.Selected() != 0 {
		t.Errorf("row %d is selected", l.list.Selected())
	}
	x.Timers().Pass(settleTime)
	if x.view().pane.person != ids[1] || x.Window().Canvas().Focused() != fyne.Focusable(l.search) {
		t.Errorf("shows person %d, the focus is on %T", x.view().pane.person, x.Window().Canvas().Focused())
	}
	x.key(fyne.KeyReturn)
	if x.view().pane.person != ids[1] {
		t.Errorf("Enter opens person %d", x.view().pane.person)
	}
}

func TestAnAddressWithoutAnAtIsRefused(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	f := &personForm{edited: x.person(id)}
	f.build(x.view())
	f.addContact(data.ContactPoint{Kind: data.Email, Value: "ada at example"})
	f.addContact(data.ContactPoint{Kind: data.LinkedIn, Value: "https://www.linkedin.com/in/Ada-L%C3%B6ve/?x=1"})
	f.addContact(data.ContactPoint{Kind: data.Phone})
	p, _, err := f.read()
	if err == nil || !f.contacts[0].problem.Visible() || !strings.Contains(f.contacts[0].problem.AccessibilityLabel(), "@") || f.contacts[1].problem.Visible() {
		t.Fatalf("%v, %q", err, f.contacts[0].problem.AccessibilityLabel())
	}
	if len(p.Contacts) != 2 || p.Contacts[1].Value != "ada-löve" {
		t.Errorf("read %+v", p.Contacts)
	}
	f.birthday.SetText("--05-12")
	f.contacts[0].value.SetText("ada@example.org")
	if p, _, err = f.read(); err != nil || p.Birthday != (data.PartialDay{Month: 5, Day: 12}) || f.contacts[0].problem.Visible() {
		t.Errorf("%+v, %v", p, err)
	}
	f.birthday.SetText("12 May")
	if person, _, err := f.read(); err != nil || person.Birthday.String() != "--05-12" {
		t.Errorf("12 May is read as %v, %v", person.Birthday, err)
	}
	f.birthday.SetText("31 June")
	if _, _, err = f.read(); err == nil || err.(*data.Invalid).Field != "birthday" {
		t.Errorf("a day that is none was read: %v", err)
	}
}

func TestANewTitleByHandStandsBesideWhatTheImportKnows(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.work(data.Role{Person: data.Me, Employer: "Orbita", Title: "Engineer", From: data.PartialDay{Year: 2020}, Current: true, Source: data.Stated})
	x.work(data.Role{Person: id, Employer: "Halden Bank", Title: "Analyst", Current: true, Source: data.FromLinkedIn, FirstSeen: sunday - 300, LastSeen: sunday - 10})
	x.show(page.Person(id))
	x.wants("Analyst at Halden Bank.")
	x.hear(fyne.KeyE, 0)
	x.next(2)
	x.key(fyne.KeyEnd)
	x.enter(" and Orbita")
	x.tap("Save")
	x.wants("Analyst at Halden Bank and Orbita.")
	roles, err := x.store.Roles(context.Background(), id)
	x.check(err)
	if len(roles) != 2 {
		t.Fatalf("%+v", roles)
	}
	for _, r := range roles {
		if r.Current != (r.Source == data.Stated) {
			t.Errorf("%+v", r)
		}
	}
	x.hear(fyne.KeyE, 0)
	x.next(2)
	x.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("Orbita")
	x.tap("Save")
	x.wants("Coworkers at Orbita today.")
	x.wants("Certain: you noted today that they are there.")
	if ties := x.view().list.marks.ties[id]; len(ties) != 2 || ties[0].Kind != data.Coworker || !ties[0].Current {
		t.Errorf("the list knows the ties %+v", ties)
	}
}

func TestSearchMindsNeitherAccentsNorScript(t *testing.T) {
	x := newScreen(t)
	x.add("Zoë Müller", "李雷", "محمد العربي", "Ana Souza")
	x.show(page.People())
	x.enter("zoe mul")
	x.wantsList("Zoë Müller")
	x.wants("1 of 4 for “zoe mul”")
	x.key(fyne.KeyEscape)
	if got := x.listed(); len(got) != 4 {
		t.Fatalf("Escape left %q", got)
	}
	x.enter("李")
	x.wantsList("李雷")
	x.key(fyne.KeyEscape)
	x.enter("محمد")
	x.wantsList("محمد العربي")
	x.key(fyne.KeyEscape)
	x.enter("nobody at all")
	x.wants("Nobody fits “nobody at all”.")
}

func TestFiltersNarrowTheListUntilTheirChipIsPressed(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Ben", "Cleo")
	x.write(func(tx *store.Tx) error {
		tie := data.Tie{Person: ids[0], Kind: data.Mentor, Current: true, Months: -1, Sure: data.Certain}
		over := data.Tie{Person: ids[1], Kind: data.Mentor, Until: data.PartialDay{Year: 2020}, Months: -1, Sure: data.Certain}
		for _, err := range []error{tx.SaveTie(&tie), tx.SaveTie(&over), tx.JoinCircle(ids[2], "Close", x.Day),
			tx.SaveCadence(data.Cadence{Person: ids[1], Rhythm: data.Rhythm{Ideal: 7, Longest: 14}, Set: x.Day - 100}),
			tx.SaveCadence(data.Cadence{Person: ids[0], Rhythm: data.Rhythm{Ideal: 8, Longest: 14}, Set: x.Day}),
			tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: x.Day, People: ids[:1]})} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	x.show(page.People())
	l := x.view().list
	l.setFilter(filter{tie: data.Mentor})
	x.wantsList("Ada", "Ben")
	x.wants("2 of 3 people")
	l.setFilter(filter{tie: data.Mentor, former: true})
	x.wantsList("Ben")
	apptest.Tap(t, l.head, "former mentor")
	x.wantsList("Ada", "Ben", "Cleo")
	for _, due := range []dueFilter{dueNow, overdue, thisWeek} {
		l.setFilter(filter{due: due})
		x.wantsList("Ben")
	}
	l.setFilter(filter{dueFirst: true})
	x.wantsList("Ben", "Ada", "Cleo")
	x.tap("due first")

	x.tap("+ filter")
	x.wants("Filter the list")
	x.next(6) // past the tie with its chips, the track and the level, to the circle
	x.key(fyne.KeyDown)
	x.tap("Show")
	x.wantsList("Cleo")
	x.tap("Close")
	x.wantsList("Ada", "Ben", "Cleo")
	l.setFilter(filter{tie: data.Client})
	x.wants("Nobody fits these filters.")
}

func TestTheKeysAloneAreEnough(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Ben", "Cleo")
	x.show(page.People())
	x.key(fyne.KeyDown)
	x.Timers().Pass(settleTime)
	if x.view().pane.person != ids[1] {
		t.Fatalf("Down shows %d", x.view().pane.person)
	}
	x.enter("cle")
	x.key(fyne.KeyReturn)
	if x.view().pane.person != ids[2] || x.Opened[len(x.Opened)-1] != page.Person(ids[2]) {
		t.Fatalf("Enter opened %v", x.Opened)
	}
	x.key(fyne.KeyL)
	x.wants("What was said")
	x.enter("the weather")
	x.tap("Save")
	x.wants("Coffee: the weather")
	x.key(fyne.KeyR)
	x.enter("Flat white")
	x.key(fyne.KeyReturn)
	x.said("Noted.")
	x.wants("Flat white")
	x.enter("half a tho")
	x.add("Dora") // a change from elsewhere
	x.wants("half a tho")
}

func TestTheFocusIsNeverOnWhatIsGone(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	p, c := x.view().pane, x.Window().Canvas()
	anew := func() {
		before := p.log
		x.write(func(tx *store.Tx) error {
			d := data.Detail{Person: id, Text: "Flat white"}
			return tx.SaveDetail(&d)
		})
		if p.log == before {
			t.Fatal("the page was not built anew")
		}
	}
	p.focus()
	if anew(); c.Focused() != fyne.Focusable(p.log) {
		t.Errorf("from the button that logs the focus went to %T", c.Focused())
	}
	for _, stays := range []fyne.Focusable{x.view().list.search, x.view().list.list, p.remember} {
		c.Focus(stays)
		if anew(); c.Focused() != stays {
			t.Errorf("from %T the focus went to %T", stays, c.Focused())
		}
	}
	c.Unfocus()
	if anew(); c.Focused() != nil {
		t.Errorf("from nowhere the focus went to %T", c.Focused())
	}
}

func TestALetterInTheListSearches(t *testing.T) {
	x := newScreen(t)
	x.add("Ada", "Leo")
	x.show(page.People())
	v := x.view()
	x.Window().Canvas().Focus(v.list.list)
	x.key(fyne.KeyL)
	x.enter("l")
	if v.list.query != "l" || x.Window().Canvas().Overlays().Top() != nil {
		t.Errorf("searching for %q, a dialog is open: %v", v.list.query, x.Window().Canvas().Overlays().Top() != nil)
	}
	x.wantsList("Leo")
	x.Window().Canvas().Focus(v.list.list)
	x.key(fyne.KeyEscape)
	x.wantsList("Ada", "Leo")
}

func TestTheTabKeyGoesFromTheSearchDownwards(t *testing.T) {
	x := newScreen(t)
	x.show(page.Person(x.add("Ada")[0]))
	v, c := x.view(), x.Window().Canvas()
	c.Unfocus()
	x.next(1)
	if c.Focused() != fyne.Focusable(v.list.search) {
		t.Errorf("Tab begins at %T", c.Focused())
	}
	x.next(2) // over the filters
	if c.Focused() != fyne.Focusable(v.list.list) {
		t.Errorf("Tab goes on to %T", c.Focused())
	}
}

func TestHoldingDownAKeyShowsOnlyWhereItRests(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Ben", "Cleo", "Dora")
	x.show(page.People())
	x.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if len(x.Opened) != 0 {
		t.Errorf("passing by opened %v", x.Opened)
	}
	x.Timers().Pass(settleTime)
	if len(x.Opened) != 1 || x.Opened[0] != page.Person(ids[3]) {
		t.Errorf("opened %v", x.Opened)
	}
}

func TestSomeoneDeletedElsewhereIsSaidToBeGoneUntilUndo(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Ben")
	x.show(page.Person(ids[0]))
	x.hear(fyne.KeyE, 0)
	x.write(func(tx *store.Tx) error { return tx.DeletePerson(ids[0]) })
	x.wants("This person is not here any more.")
	x.tap("Save")
	if len(x.find("")) != 1 {
		t.Fatal("saving the form brought back who was deleted")
	}
	x.key(fyne.KeyEscape)
	x.key(fyne.KeyL, fyne.KeyDelete, fyne.KeyT)
	if x.Window().Canvas().Overlays().Top() != nil {
		t.Error("a key acts on nobody")
	}
	x.undo()
	x.wantsNo("not here any more")
	x.wantsList("Ada", "Ben")
	x.wants("How you know each other")
}

func TestDeletingIsUndone(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Ben")
	x.show(page.Person(ids[0]))
	x.tap("More")
	x.tap("Delete")
	x.said("Deleted Ada.")
	x.wantsList("Ben")
	x.undo()
	x.wantsList("Ada", "Ben")
	x.wantsNo("not here any more")
}

func TestStrangeNamesAreShownWhole(t *testing.T) {
	x := newScreen(t)
	long := strings.TrimSpace(strings.Repeat("Wolfeschlegelstein ", 15))
	ids := x.add(long, "محمد العربي بن عبد الله", "प्रिया शर्मा", "<b>$(rm)</b> {{.Name}}")
	for _, id := range ids {
		x.write(func(tx *store.Tx) error {
			d := data.Detail{Person: id, Text: strings.Repeat("x", 5000)}
			return tx.SaveDetail(&d)
		})
		x.show(page.Person(id))
		x.wants(x.person(id).Name)
	}
}

func TestHiddenNamesAreNowhereOnTheScreen(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada Lovelace", "Charles Babbage", "Mary Somerville")
	x.write(func(tx *store.Tx) error {
		p, err := tx.Person(ids[0])
		p.OtherNames = []string{"Ada Byron"}
		if err == nil {
			err = tx.SavePerson(&p)
		}
		if err != nil {
			return err
		}
		return tx.SaveInteraction(&data.Interaction{Kind: data.Coffee, Day: x.Day, People: ids[:2]})
	})
	x.work(data.Role{Person: ids[0], Employer: "Orbita", Title: "Analyst", From: data.PartialDay{Year: 2020}, Current: true, Source: data.Stated})
	x.write(func(tx *store.Tx) error {
		p, err := tx.Person(ids[0])
		p.HowMet = "Ada wrote to me, by Mary's advice"
		p.Notes = "Ada likes the mountains.\n\nLovelace is the name of her husband, whom mary somerville knows."
		p.Contacts = []data.ContactPoint{{Kind: data.Email, Value: "ada.lovelace@orbita.example"}, {Kind: data.LinkedIn, Value: "ada-lovelace"}}
		if err == nil {
			err = tx.SavePerson(&p)
		}
		if err != nil {
			return err
		}
		if err := tx.SaveDetail(&data.Detail{Person: p.ID, Text: "Ask Ada about Mary's engine"}); err != nil {
			return err
		}
		if err := tx.SavePromise(&data.Promise{Person: p.ID, By: data.Mine, What: "send Ada Lovelace the notes of Somerville", Made: x.Day}); err != nil {
			return err
		}
		if err := tx.SaveTie(&data.Tie{Person: p.ID, Kind: data.Mentor, Months: -1, Sure: data.Certain, Note: "Ada helped me and Mary"}); err != nil {
			return err
		}
		together := []data.Someone{{Person: p.ID}}
		return errors.Join(tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: x.Day - 1, Text: "Ada's new machine for Mary", People: ids[:1]}),
			tx.SaveProject(&data.Project{Name: "Helping Mary", Kind: data.WorkTogether, People: together, To: data.PartialDay{Year: 2020}, Outcome: "Mary's book"}),
			tx.SaveOpportunity(&data.Opportunity{Title: "Post with Mary", Kind: data.JobOffer, For: data.Someone{Person: data.Me},
				Steps: []data.Step{{Stage: data.Heard, Day: x.Day - 9}}, Chain: []data.Link{{Someone: together[0], Part: data.ToldOf}}}),
			tx.SaveBoundary(data.Boundary{Person: p.ID, Avoid: []string{"Mary's move"}}), tx.SaveMilestone(&data.Milestone{Person: p.ID, Text: "First met Mary", On: data.PartialDay{Month: 3, Day: 1}, Yearly: true}))
	})
	x.Hidden = true
	x.show(page.Person(ids[0]))
	x.wants("A. L.")
	x.wants("Ask A. about M.'s engine")
	x.wants("A. helped me and M.")
	x.wants("Helping M.")
	x.wants("whom M. S. knows")
	x.wants("E-mail")
	for _, text := range x.seen() {
		for _, name := range []string{"Ada", "Lovelace", "Babbage", "lovelace", "Mary", "mary", "Somerville"} {
			if strings.Contains(text, name) {
				t.Errorf("%q is to be read", text)
			}
		}
	}
}

func TestTheAvatarOfAHiddenNameDoesNotSpellIt(t *testing.T) {
	x := newScreen(t)
	id := x.add("李雷")[0]
	x.Hidden = true
	x.show(page.Person(id))
	x.wants("李")
	x.wantsNo("李雷")
}

func TestAtANarrowWidthOneSideIsShownWithAWayBack(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Ben")
	x.show(page.People())
	v := x.view()
	x.Window().Resize(fyne.NewSize(740, 600))
	if !v.list.object.Visible() || v.pane.object.Visible() {
		t.Fatal("the list is not alone")
	}
	x.key(fyne.KeyDown)
	x.Timers().Pass(settleTime)
	if len(x.Opened) != 0 {
		t.Fatalf("moving in the list alone opened %v", x.Opened)
	}
	x.tap("Ben")
	if v.list.object.Visible() || !v.pane.object.Visible() || v.pane.person != ids[1] {
		t.Fatal("the person is not alone")
	}
	x.hear(fyne.KeyEscape, 0)
	if !v.list.object.Visible() || v.pane.object.Visible() {
		t.Fatal("Escape does not lead back")
	}
	x.tap("Ben")
	x.tap("All people")
	if !v.list.object.Visible() {
		t.Fatal("the button does not lead back")
	}
	x.Window().Resize(fyne.NewSize(1104, 600))
	if !v.list.object.Visible() || !v.pane.object.Visible() {
		t.Error("with room for both, both are not seen")
	}
}

func TestALinkFromElsewhereShowsItsPersonAndSearch(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Ben")
	x.show(page.Search("ben"))
	x.wantsList("Ben")
	routed := x.page.(page.Routed)
	if !routed.Reroute(page.Person(ids[0])) || x.view().pane.person != ids[0] || routed.Reroute(page.Today()) {
		t.Error("a route of this screen is not shown, or another one is")
	}
	if !routed.Reroute(page.Search("ad")) {
		t.Error("a search is not shown")
	}
	x.wantsList("Ada")
}

func TestTenThousandPeopleAreSearchedAtEachKey(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error {
		var people []store.Imported
		for i := range 10_000 {
			people = append(people, store.Imported{Name: fmt.Sprintf("Person %05d", i)})
		}
		return tx.AddImported(people)
	})
	x.show(page.People())
	x.enter("person 0123")
	if got := x.listed(); len(got) != 11 {
		t.Errorf("found %d", len(got))
	}
	x.wants("11 of 10,000 for “person 0123”")
}
