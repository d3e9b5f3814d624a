package opportunities

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
)

func TestATitleIsEnough(t *testing.T) {
	x := newScreen(t).show(page.Opportunities())
	x.key(addKey)
	x.enter(x.page.form.title, "Platform lead at Orbita")
	x.key(fyne.KeyReturn)
	x.closed()
	x.said("Platform lead at Orbita is added.")
	all := x.all()
	if len(all) != 1 {
		t.Fatalf("%d are kept", len(all))
	}
	o := &all[0]
	if o.Title != "Platform lead at Orbita" || o.Kind != data.JobOffer || !o.Mine() || len(o.Steps) != 1 || o.Steps[0] != (data.Step{Stage: data.Heard, Day: sunday}) {
		t.Errorf("kept %+v", o)
	}
	if x.board().id != o.ID {
		t.Error("what was added is not the one that keys act on")
	}
	x.undo()
	x.sees("No opportunity is noted yet.")
}

func TestWithoutATitleTheFormSaysSoAndKeepsTheRest(t *testing.T) {
	x := newScreen(t).show(page.Opportunities())
	x.key(addKey)
	x.enter(x.page.form.worth, "a week in Lisbon")
	x.key(fyne.KeyReturn)
	x.sees("Please fill in what the opportunity is.", "a week in Lisbon")
	if len(x.all()) != 0 {
		t.Error("it was kept")
	}
}

// pick types into the field for the next of the chain, and takes the first who is found.
func (x *screen) pick(name string) {
	x.t.Helper()
	apptest.Type(x.t, x.top(), "Type the name of who comes next", name[:4])
	x.tap(name)
}

func TestTheChainIsBuiltInOrderWithTheTiesOfThatTime(t *testing.T) {
	x := newScreen(t)
	deniz, omar := x.coworker("Deniz Demir"), x.coworker("Omar Khalil")
	x.show(page.Opportunities())
	x.key(addKey)
	f := x.page.form
	x.enter(f.title, "Platform lead")
	x.enter(f.heard, "2018-05-04")
	x.pick("Omar Khalil")
	x.pick("Deniz Demir")
	x.sees("Deniz Demir", "Omar Khalil", "Coworker")
	x.tap("Earlier") // of Omar, who stands first: it cannot be pressed, so this is Deniz's
	f.chain.links[0].part.SetKey(string(data.Referred))
	x.enter(f.chain.links[1].thanked, "2018-06-01")
	f.save()
	x.closed()
	all := x.all()
	if len(all) != 1 || len(all[0].Chain) != 2 {
		t.Fatalf("kept %+v", all)
	}
	first, second := all[0].Chain[0], all[0].Chain[1]
	if first.Person != deniz || first.Part != data.Referred || first.Tie != data.Coworker || first.Former || first.Thanked != 0 {
		t.Errorf("the first is %+v", first)
	}
	if second.Person != omar || second.Part != data.ToldOf || second.Thanked != datatest.Day(t, "2018-06-01") {
		t.Errorf("the second is %+v", second)
	}
}

func TestAnotherDaySuggestsAnotherTieUnlessOneWasChosen(t *testing.T) {
	x := newScreen(t)
	x.coworker("Deniz Demir")
	x.coworker("Omar Khalil")
	x.show(page.Opportunities())
	x.key(addKey)
	f := x.page.form
	x.pick("Deniz Demir")
	x.pick("Omar Khalil")
	deniz, omar := f.chain.links[0], f.chain.links[1]
	if data.TieKind(deniz.tie.Key()) != data.Coworker || !deniz.former.On() {
		t.Errorf("today Deniz is %s, former %v", deniz.tie.Key(), deniz.former.On())
	}
	omar.tie.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp}) // a peer
	x.enter(f.heard, "2018-05-04")
	if data.TieKind(deniz.tie.Key()) != data.Coworker || deniz.former.On() || data.TieKind(omar.tie.Key()) != data.Peer {
		t.Errorf("in 2018 Deniz is %s, former %v; Omar %s", deniz.tie.Key(), deniz.former.On(), omar.tie.Key())
	}
	x.enter(f.heard, "2015-01-01")
	if deniz.tie.Key() != "" {
		t.Errorf("before they met Deniz is %s", deniz.tie.Key())
	}
}

func TestTheSamePersonStandsInTheChainOnce(t *testing.T) {
	x := newScreen(t)
	x.coworker("Omar Khalil")
	x.show(page.Opportunities())
	x.key(addKey)
	x.pick("Omar Khalil")
	apptest.Type(t, x.top(), "Type the name of who comes next", "Omar")
	x.key(fyne.KeyDown, fyne.KeyReturn)
	x.sees("Omar Khalil is in the chain already.")
	x.seesNot("twice")
	if f := x.page.form; len(f.chain.links) != 1 {
		t.Errorf("%d stand in the chain", len(f.chain.links))
	}
}

func TestDaysThatCannotBeAreMarkedAndNothingIsLost(t *testing.T) {
	x := newScreen(t)
	x.coworker("Omar Khalil")
	x.show(page.Opportunities())
	x.key(addKey)
	f := x.page.form
	x.enter(f.title, "Platform lead")
	x.pick("Omar Khalil")
	f.stage.SetKey(string(data.Won))
	f.staged()
	for _, c := range []struct{ heard, day, thanked, want string }{
		{"2026-02-30", "", "", "day you heard of it"},
		{"2026-05", "", "", "day you heard of it"},
		{"", "", "", "Please fill in the day you heard of it."},
		{"2027-01-01", "", "", "cannot lie ahead"},
		{"2026-05-05", "2026-05-04", "", "before"},
		{"2026-05-05", "2026-13-01", "", "the day of the stage"},
		{"2026-05-05", "2027-01-01", "", "cannot lie ahead"},
		{"2026-05-05", "2026-05-05", "2026-05-04", "before"},
		{"2026-05-05", "2026-05-05", "soon", "the day of thanks"},
		{"2026-05-05", "2026-05-05", "2027-01-01", "cannot lie ahead"},
	} {
		x.enter(f.heard, c.heard)
		x.enter(f.day, c.day)
		x.enter(f.chain.links[0].thanked, c.thanked)
		f.save()
		x.sees(c.want, "Platform lead", "Omar Khalil")
		if n := len(x.all()); n != 0 {
			t.Fatalf("%+v was kept", c)
		}
	}
	x.enter(f.chain.links[0].thanked, "")
	f.save()
	x.closed()
	if o := x.all()[0]; len(o.Steps) != 2 || o.ClosedOn() != datatest.Day(t, "2026-05-05") || len(o.Chain) != 1 {
		t.Errorf("kept %+v", o)
	}
}

func TestADayOfHearingAfterWhatCameOfItIsTheOneMarked(t *testing.T) {
	x := newScreen(t)
	omar := x.coworker("Omar Khalil")
	thanked := datatest.Opportunity(t, x.store, data.Opportunity{Title: "Thanked for", Steps: datatest.Steps(t, "heard 2026-05-05"),
		Chain: []data.Link{{Someone: data.Someone{Person: omar}, Part: data.ToldOf, Thanked: datatest.Day(t, "2026-06-01")}}})
	won := datatest.Opportunity(t, x.store, data.Opportunity{Title: "Won in summer", Steps: datatest.Steps(t, "heard 2026-05-05, exploring 2026-06-01, won 2026-07-01")})
	for _, id := range []data.ID{thanked, won} {
		x.show(page.Opportunity(id))
		x.key(editKey)
		f := x.page.form
		x.enter(f.heard, "2026-06-02")
		f.save()
		if !apptest.Shows(f.fields["heard"], "what followed") {
			t.Errorf("%q: beside the day of hearing stands %q", f.before.Title, apptest.Texts(f.fields["heard"]))
		}
		for _, l := range f.chain.links {
			if apptest.Shows(l.field, "Please") {
				t.Errorf("the thanks are marked: %q", apptest.Texts(l.field))
			}
		}
		x.enter(f.heard, "2026-05-31")
		f.save()
		x.closed()
	}
}

func TestEverythingOfAnOpportunityIsKeptAndEdited(t *testing.T) {
	x := newScreen(t)
	omar, ana := x.coworker("Omar Khalil"), x.coworker("Ana Souza")
	id := x.opportunity("Platform lead", data.Interviewing, omar)
	x.show(page.Opportunities())
	x.key(editKey)
	f := x.page.form
	x.sees("Edit the opportunity", "Platform lead", "Omar Khalil")
	x.enter(f.title, "Platform lead, Berlin")
	f.kind.SetKey(string(data.ProjectWork))
	x.enter(f.organisation, "halden")
	x.tap("Halden Bank")
	x.enter(f.worth, "more than now")
	x.enter(f.notes, "Ask about the team.")
	apptest.Type(t, x.top(), "You. Type a name if you passed it on", "Ana")
	x.tap("Ana Souza")
	x.enter(f.day, "2026-10-02")
	f.save()
	x.closed()
	x.said("Platform lead, Berlin is saved.")
	o := x.kept(id)
	if o.Title != "Platform lead, Berlin" || o.Kind != data.ProjectWork || o.Employer != "Halden Bank" || o.Organisation == 0 ||
		o.Worth != "more than now" || o.Notes != "Ask about the team." || o.For.Person != ana || len(o.Steps) != 2 || o.Steps[1].Day != datatest.Day(t, "2026-10-02") {
		t.Errorf("kept %+v", o)
	}
	x.undo()
	if o := x.kept(id); o.Title != "Platform lead" || !o.Mine() {
		t.Errorf("undo left %+v", o)
	}
}

func TestAnotherStageInTheFormBeginsToday(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Interviewing)
	x.show(page.Opportunities())
	x.key(editKey)
	f := x.page.form
	f.stage.SetKey(string(data.Offered))
	f.staged()
	f.save()
	if o := x.kept(id); len(o.Steps) != 3 || o.Steps[2] != (data.Step{Stage: data.Offered, Day: sunday}) {
		t.Errorf("it is at %v", o.Steps)
	}
}

func TestFromAPersonsPageTheyStandInTheChainAndOneReturns(t *testing.T) {
	for _, save := range []bool{true, false} {
		x := newScreen(t)
		omar := x.coworker("Omar Khalil")
		x.show(page.OpportunityThrough(omar))
		x.sees("Omar Khalil", "Coworker", "over by then")
		x.enter(x.page.form.title, "Platform lead")
		key := fyne.KeyEscape
		if save {
			key = fyne.KeyReturn
		}
		x.key(key)
		x.closed()
		if x.Backs != 1 {
			t.Errorf("saved %v: went back %d times", save, x.Backs)
		}
		if n := len(x.all()); (n == 1) != save || save && x.all()[0].Chain[0].Person != omar {
			t.Errorf("saved %v: %d are kept", save, n)
		}
	}
}

func TestWhoIsNotThereAnyMoreCannotStandInANewChain(t *testing.T) {
	x := newScreen(t)
	x.show(page.OpportunityThrough(99))
	x.closed()
	if x.Backs != 1 || len(x.Errors) != 1 {
		t.Errorf("went back %d times, failed %v", x.Backs, x.Errors)
	}
}

func TestHostileTextIsOnlyText(t *testing.T) {
	x := newScreen(t).show(page.Opportunities())
	x.key(addKey)
	f := x.page.form
	f.title.SetText(strings.Repeat("x", data.MaxName+1))
	f.save()
	x.sees("Please shorten what the opportunity is")
	f.title.SetText("<b>lead</b>\u202etsrif\x00")
	f.notes.SetText(strings.Repeat("word ", 2000))
	f.save()
	x.closed()
	x.key(fyne.KeyReturn)
	x.sees("<b>lead</b>tsrif", "word word")
	if len(x.Errors) > 0 {
		t.Error(x.Errors)
	}
}
