package people

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/store"
)

// stated adds a role that the user states; an empty to is a role held now.
func (x *screen) stated(person data.ID, employer, title, from, to string) {
	x.t.Helper()
	x.work(data.Role{Person: person, Employer: employer, Title: title, From: partial(x.t, from), To: partial(x.t, to), Current: to == "", Source: data.Stated})
}

// risen adds Rosa, who was my peer at Halden Bank and is in management now, Tom, who still is one, and
// me.
func (x *screen) risen() (rosa, tom data.ID) {
	x.t.Helper()
	ids := x.add("Rosa Oliveira", "Tom Novak")
	x.stated(data.Me, "Halden Bank", "Senior Software Engineer", "2016-07", "2020-02")
	x.stated(data.Me, "Brightwater", "Staff Engineer", "2020-03", "")
	x.stated(ids[0], "Halden Bank", "Senior Software Engineer", "2016-01", "2026-03")
	x.stated(ids[0], "Zenith", "Engineering Manager", "2026-04", "")
	x.stated(ids[1], "Halden Bank", "Senior Software Engineer", "2018-01", "2021-12")
	x.stated(ids[1], "Brightwater", "Senior Software Engineer", "2022", "")
	return ids[0], ids[1]
}

func (x *screen) roles(person data.ID) []data.Role {
	x.t.Helper()
	roles, err := x.store.Roles(context.Background(), person)
	x.check(err)
	return roles
}

func TestARoleIsAddedEditedEndedAndRemovedOnThePage(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	x.wants("No role is known yet.")
	x.hear(fyne.KeyA, 0)
	x.enter("Head of Data")
	x.wants("“Head of” says: in management, director.")
	x.next(1)
	x.enter("Orbita")
	x.tap("Save")
	x.said("Saved the career of Ada.")
	x.wants("Head of Data, Orbita  in management, director · stated by you today")
	x.wants("Head of Data at Orbita.")
	x.tap("Head of Data, Orbita  in management, director · stated by you today")
	x.tap("Edit")
	x.next(2)
	x.enter("2020")
	x.tap("Save")
	x.wants("since 2020 · in management, director · stated by you")
	x.tap("Head of Data, Orbita  since 2020 · in management, director · stated by you")
	x.tap("End…")
	x.wants("No longer Head of Data, Orbita")
	x.tap("End it")
	x.wants("2020 to 22 November 2026 · in management, director · stated by you")
	x.tap("Head of Data, Orbita  2020 to 22 November 2026 · in management, director · stated by you")
	x.tap("Remove")
	x.said("Removed the role.")
	x.wants("No role is known yet.")
	x.undo()
	x.wants("Head of Data, Orbita")
}

func TestARoleThatEndsBeforeItStartsIsKeptIfTheUserInsistsAndMakesNoTie(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.stated(data.Me, "Orbita", "Analyst", "2010", "")
	x.show(page.Person(id))
	x.tap("Add a role")
	for _, text := range []string{"Analyst", "Orbita", "2020", "2019"} {
		x.enter(text)
		x.next(1)
	}
	x.tap("Save")
	x.wants("This lies before the first day.")
	x.tap("Keep it all the same")
	if roles := x.roles(id); len(roles) != 1 || len(x.Errors) > 0 {
		t.Fatalf("kept %+v, errors %v", roles, x.Errors)
	}
	x.wants("Nothing is noted yet on how you know each other.")
}

func TestAfterADayThatIsNoneItsFieldHasTheFocus(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	x.tap("Add a role")
	for _, text := range []string{"Analyst", "Orbita", "last year"} {
		x.enter(text)
		x.next(1)
	}
	x.tap("Save")
	x.wants("as a year, a month or a day")
	if e, ok := x.Window().Canvas().Focused().(*widgets.DayEntry); !ok || e.Text != "last year" {
		t.Errorf("the focus is on %T", x.Window().Canvas().Focused())
	}
}

func TestKeysOfThePageAreShownOnlyWhileTheyAreHeard(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	p := x.view().pane
	for _, c := range []struct {
		focus fyne.Focusable
		heard bool
	}{{x.view().list.search, false}, {p.log, true}, {x.view().list.list, false}, {p.meet, true}, {p.remember, false}} {
		x.Window().Canvas().Focus(c.focus)
		if p.log.Silent == c.heard || p.meet.Silent == c.heard {
			t.Errorf("with the focus on %T the keys are shown: %v", c.focus, !p.log.Silent)
		}
	}
}

func TestAFormerPeerInManagementIsSaidSoInBrass(t *testing.T) {
	x := newScreen(t)
	rosa, tom := x.risen()
	x.show(page.Person(rosa))
	x.wants("Former peer, now in management")
	x.wants("in management") // the chip
	lanes, _ := axis(x.view().pane.shown, sunday)
	tones := func(lane int) (list []look.Tone) {
		for _, b := range lanes[lane].Bars {
			list = append(list, b.Tone)
			if b.Strong != (b.Tone == look.Brass) {
				t.Errorf("%s is not set apart by its tone", b.Label)
			}
		}
		return list
	}
	if got := tones(0); !slices.Equal(got, []look.Tone{look.Brass, look.Blue}) {
		t.Errorf("their bars have the tones %v", got)
	}
	if got := tones(1); slices.Contains(got, look.Brass) {
		t.Errorf("mine have the tones %v", got)
	}
	x.show(page.Person(tom))
	x.wantsNo("Former peer, now in management")
}

func TestTheHeadlineHoldsForAPeerTheUserStates(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.stated(id, "Orbita", "Director of Finance", "2022", "")
	x.show(page.Person(id))
	x.hear(fyne.KeyT, 0)
	for range len(data.StatedTies) { // the first of those that careers show as well
		x.key(fyne.KeyDown)
	}
	x.next(2)
	x.enter("2019")
	x.tap("Save")
	x.wants("Former peer, until 2019. You said so.")
	x.wants("Former peer, now in management")
}

func TestATieIsConfirmedDeniedAndTakenBack(t *testing.T) {
	x := newScreen(t)
	_, tom := x.risen()
	x.show(page.Person(tom))
	x.wants("Peers at Brightwater")
	x.choose("Coworkers at Brightwater", "Not so")
	x.said("Noted: no coworker, and so no peer either.")
	x.wants("You said: no coworker at Brightwater.")
	x.wantsNo("Peers at Brightwater")
	x.wants("Both at Brightwater, at other times.")
	x.wants("Likely: you said that you did not work together there.")
	x.tap("Take it back")
	x.said("Left to the careers again.")
	x.wantsNo("Both at Brightwater")
	x.wantsNo("You said: no coworker")
	x.wants("Peers at Brightwater")
	x.choose("Coworkers at Brightwater", "Right")
	x.said("Noted: coworker.")
	x.wants("You said so.")
	x.choose("Coworkers at Brightwater", "Take it back")
	x.wantsNo("You said so.")
	x.undo()
	x.wants("You said so.")
}

func TestAMoveStandsOnTheTimelineAndIsJudgedThere(t *testing.T) {
	x := newScreen(t)
	rosa, _ := x.risen()
	x.show(page.Person(rosa))
	x.wants("Apr 2026")
	x.wants("Now Engineering Manager at Zenith. Senior Software Engineer at Halden Bank until April 2026.")
	x.tap("Confirm")
	x.said("Confirmed. It is never asked again.")
	x.wants("until April 2026. Confirmed.")
	x.tap("Now Engineering Manager at Zenith. Senior Software Engineer at Halden Bank until April 2026. Confirmed.")
	x.tap("Take it back")
	x.wantsNo("Confirmed.")
	x.tap("Confirm")
	x.undo()
	x.wants("Confirm")
	x.wantsNo("Confirmed.")
}

func TestTwoPeopleAreComparedWithTheirTimeTogether(t *testing.T) {
	x := newScreen(t)
	rosa, tom := x.risen()
	x.show(page.Person(rosa))
	x.wants("You: Halden Bank · Senior Software Engineer")
	x.hear(fyne.KeyV, 0)
	x.wants("Compare Rosa Oliveira with")
	x.enter("o")
	if slices.Contains(apptest.Texts(x.Window().Canvas().Overlays().Top()), "Rosa Oliveira") {
		t.Error("somebody can be compared with themselves")
	}
	x.enter("m")
	x.tap("Tom Novak")
	x.wants("Rosa and Tom: both at Halden Bank, January 2018 to December 2021.")
	x.wants("Tom: Brightwater · Senior Software Engineer")
	x.wantsNo("You: Halden Bank")
	_, marks := axis(x.view().pane.shown, sunday)
	if !slices.Equal(marks, []widgets.Span{{From: 2018, To: 2022}}) {
		t.Errorf("marked %v", marks)
	}
	x.tap("Compare with me")
	x.wants("You: Halden Bank")
	x.wantsNo("both at Halden Bank")
	x.view().pane.compareWith(tom)
	x.write(func(tx *store.Tx) error { return tx.DeletePerson(tom) })
	x.wants("You: Halden Bank")
}

func TestTimeTogetherIsWhatIsKnownOfBoth(t *testing.T) {
	seen := func(first, last data.Day, current bool) data.Role {
		return data.Role{Organisation: 7, Employer: "Halden", FirstSeen: first, LastSeen: last, Current: current}
	}
	dated := func(from, to string) data.Role {
		return data.Role{Organisation: 7, Employer: "Halden", From: partial(t, from), To: partial(t, to), Current: to == ""}
	}
	day := data.NewDay(2024, 11, 15)
	for name, c := range map[string]struct {
		theirs, others []data.Role
		want           string
	}{
		"dates":                 {[]data.Role{dated("2016", "2019")}, []data.Role{dated("2018-03", "")}, "March 2018 to 2019"},
		"both still there":      {[]data.Role{dated("2016", "")}, []data.Role{dated("2018-03", "")}, "since March 2018"},
		"one after the other":   {[]data.Role{dated("2016", "2017")}, []data.Role{dated("2018", "2019")}, ""},
		"promoted there":        {[]data.Role{dated("2016", "2017-12"), dated("2018", "2020")}, []data.Role{dated("2015", "2019-06")}, "2016 to June 2019"},
		"back after a while":    {[]data.Role{dated("2010", "2011"), dated("2018", "2020")}, []data.Role{dated("2009", "")}, "2010 to 2011, 2018 to 2020"},
		"seen and dated":        {[]data.Role{seen(day, day+300, false)}, []data.Role{dated("2016", "")}, "15 November 2024 to 11 September 2025"},
		"ends before it starts": {[]data.Role{dated("2020", "2019")}, []data.Role{dated("2016", "")}, ""},
		"nothing known":         {[]data.Role{{Organisation: 7, Employer: "Halden"}}, []data.Role{dated("2016", "")}, ""},
		"at no organisation":    {[]data.Role{{Employer: "Freelance", From: year(2016), Current: true}}, []data.Role{{Employer: "Freelance", From: year(2016), Current: true}}, ""},
	} {
		d := &dossier{roles: c.theirs, other: &compared{roles: c.others}}
		got := ""
		for i, e := range encounters(d, sunday) {
			if i > 0 {
				got += ", "
			}
			got += apptest.English(t).Span(e.from, e.to)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTheListIsNarrowedByTrackLevelAndRise(t *testing.T) {
	x := newScreen(t)
	rosa, _ := x.risen()
	ids := x.add("Ada", "Ben")
	x.stated(ids[0], "Orbita", "Director of Finance", "2022", "")
	x.show(page.People())
	for _, c := range []struct {
		filter filter
		chip   string
		want   []string
	}{
		{filter{track: data.Management}, "in management", []string{"Ada", "Rosa Oliveira"}},
		{filter{track: data.Individual}, "not in management", []string{"Tom Novak"}},
		{filter{level: data.Director}, "director", []string{"Ada"}},
		{filter{level: data.ManagerLevel, orHigher: true}, "manager or higher", []string{"Ada", "Rosa Oliveira"}},
		{filter{tie: data.Peer, former: true}, "former peer", []string{"Rosa Oliveira"}},
		{filter{risen: true}, "former peers now in management", []string{"Rosa Oliveira"}},
		{filter{risen: true, level: data.Director}, "director", nil},
	} {
		x.view().list.setFilter(c.filter)
		if got := x.listed(); !slices.Equal(got, c.want) {
			t.Errorf("%+v leaves %q, want %q", c.filter, got, c.want)
		}
		x.wants(c.chip)
	}
	x.view().list.setFilter(filter{})
	row := newRow()
	at := slices.IndexFunc(x.listed(), func(name string) bool { return name == "Rosa Oliveira" })
	x.view().list.fill(at, row)
	if d := row.person.Data(); !d.Risen || d.ID != rosa || d.Chips[0].Text != "risen" || d.Chips[0].Tone != look.Brass {
		t.Errorf("Rosa's row is %+v", d)
	}
	x.view().list.fill(0, row)
	if row.person.Data().Risen {
		t.Error("Ada, who was no peer, is brass")
	}
}

func TestTheFormOfFiltersKeepsWhatIsChosen(t *testing.T) {
	x := newScreen(t)
	x.risen()
	x.show(page.People())
	want := filter{tie: data.Peer, former: true, track: data.Management, level: data.ManagerLevel, orHigher: true, risen: true}
	x.view().list.setFilter(want)
	x.hear(fyne.KeyF, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift)
	x.wants("Manager or higher")
	x.tap("Show")
	if got := x.view().list.filter; got != want {
		t.Errorf("%+v became %+v", want, got)
	}
	x.wantsList("Rosa Oliveira")
}

func TestTheHeaderNamesALevelThatTheTitleDoesNot(t *testing.T) {
	x := newScreen(t)
	x.show(page.Person(x.add("Ada")[0]))
	for title, want := range map[string]string{
		"Head of Data": "director", "Director of Data": "", "Engineering Manager": "", "Senior Engineer": "", "CEO": "executive", "": "",
	} {
		standing := data.UnknownStanding
		if titles, err := x.keeper.Titles(); err == nil {
			standing = titles.Read(title).Standing
		}
		x.view().pane.shown.roles = []data.Role{{Title: title, Current: true, Standing: standing}}
		if got := x.view().pane.level(); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

func TestATieByProfessionIsDenied(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.stated(data.Me, "Orbita", "Accountant", "2010", "")
	x.stated(id, "Zenith", "Senior Accountant", "2015", "")
	x.show(page.Person(id))
	x.wants("Peers by profession")
	x.choose("Peers by profession", "Not so")
	x.wants("You said: no peer by profession.")
	x.wantsNo("Peers by profession")
	x.wants("Colleagues by profession")
	x.tap("Take it back")
	x.wants("Peers by profession")
}

func TestTheHeadlineIsHonestOfAPeerWhoIsOnlyPossible(t *testing.T) {
	x := newScreen(t)
	x.stated(data.Me, "Halden Bank", "Senior Engineer", "2016-07", "2020-02")
	id := x.add("Ada")[0]
	x.stated(id, "Zenith", "Engineering Manager", "2025", "")
	x.write(func(tx *store.Tx) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Connected = data.NewDay(2018, 5, 1)
		return tx.SavePerson(&p)
	})
	x.work(data.Role{Person: id, Employer: "Halden Bank", Title: "Senior Engineer", Source: data.FromLinkedIn,
		FirstSeen: data.NewDay(2023, 11, 15), LastSeen: data.NewDay(2023, 11, 15), Gone: data.NewDay(2024, 11, 15)})
	x.show(page.Person(id))
	x.wants("Perhaps a former peer, now in management")
	x.wants("You may have been peers at Halden Bank, until February 2020: both Senior Engineer.")
	x.wantsNo("Former peer, now in management")
}
