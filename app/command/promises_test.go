package command_test

import (
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
)

type promise struct {
	ID, By, Person, What, State string
	Due                         *string
}

func TestPromisesAreAddedListedSettledAndRemovedByCommand(t *testing.T) {
	d := newDesk(t)
	d.run("set", "Ana Souza", "--new")
	if got := d.run("promises"); got != "No promise is open.\n" {
		t.Errorf("nothing yet: %q", got)
	}
	if got := d.run("promises", "--all"); !strings.Contains(got, "Nothing was promised yet.") {
		t.Errorf("nothing ever: %q", got)
	}
	if got := d.run("promises", "--json"); got != "[]\n" {
		t.Errorf("nothing as JSON: %q", got)
	}
	added := read[promise](d, "promises", "--add", "Send the slides", "--by", "me", "--with", "ana", "--due", "2026-11-30")
	if added.By != "me" || added.Person != "Ana Souza" || added.What != "Send the slides" || added.State != "open" || *added.Due != "2026-11-30" {
		t.Errorf("added %+v", added)
	}
	if got := d.run("promises", "--add", "An introduction", "--by", "them", "--with", "ana"); !strings.HasSuffix(got, "  no day named  Ana Souza promised you: An introduction\n") {
		t.Errorf("said %q", got)
	}
	late := read[[]promise](d, "promises", "--today", "2026-12-02")
	if len(late) != 2 || late[0].State != "late" || late[1].State != "open" || late[1].Due != nil {
		t.Errorf("later %+v", late)
	}
	if got := d.run("promises", "--today", "2026-12-02"); !strings.HasPrefix(got, added.ID[:8]+"  two days late  You promised Ana Souza: Send the slides\n") {
		t.Errorf("later %q", got)
	}
	if kept := read[promise](d, "promises", "--kept", added.ID[:8], "--today", "2026-12-02"); kept.State != "kept" {
		t.Errorf("kept %+v", kept)
	}
	if got := d.run("promises", "--all"); !strings.Contains(got, "kept, two days late") {
		t.Errorf("all: %q", got)
	}
	if got := read[[]promise](d, "promises"); len(got) != 1 || got[0].By != "them" {
		t.Errorf("open: %+v", got)
	}
	if open := read[promise](d, "promises", "--open", strings.ToUpper(added.ID)); open.State != "open" {
		t.Errorf("open again %+v", open)
	}
	if gone := read[promise](d, "promises", "--let-go", added.ID); gone.State != "let_go" {
		t.Errorf("let go %+v", gone)
	}
	d.run("promises", "--remove", added.ID)
	if got := read[[]promise](d, "promises", "--all"); len(got) != 1 {
		t.Errorf("after it was removed: %+v", got)
	}
	d.run("undo")
	if got := read[[]promise](d, "promises", "--all"); len(got) != 2 {
		t.Errorf("after undo: %+v", got)
	}
}

func TestAPromiseMadeEarlierIsNotedWithItsDay(t *testing.T) {
	d := newDesk(t)
	d.run("set", "Ana Souza", "--new")
	added := read[promise](d, "promises", "--add", "Send the slides", "--by", "me", "--with", "ana", "--due", "2026-11-20", "--made", "2026-11-09")
	if added.State != "late" || *added.Due != "2026-11-20" {
		t.Errorf("%+v", added)
	}
	if got := d.run("today"); !strings.Contains(got, "You said so on 9 November, two days late.") {
		t.Error(got)
	}
}

func TestWhatCannotBePromisedIsWrongUsage(t *testing.T) {
	d := newDesk(t)
	d.run("set", "Ana Souza", "--new")
	for _, what := range []string{"one", "two"} {
		d.run("promises", "--add", what, "--by", "me", "--with", "Ana")
	}
	for _, c := range []struct{ line, says string }{
		{"promises now", "“now” is too much"},
		{"promises --add x", "no side of a promise"},
		{"promises --add x --by us --with Ana", "“us” is no side of a promise. Please say who promised with --by: me, them."},
		{"promises --add x --by me", "--with NAME"},
		{"promises --add x --by me --with Nobody", "Nobody is called"},
		{"promises --add x --by me --with me", "the other side of the promise"},
		{"promises --add ' ' --by me --with Ana", "Please fill in what was promised."},
		{"promises --add x --by me --with Ana --due 2026-02-30", "--due 2026-02-30: there is no such day"},
		{"promises --add x --by me --with Ana --due 2026-11-01", "Please say when it was promised: --made DAY."},
		{"promises --add x --by me --with Ana --due 2026-11-01 --made 2026-11-02", "It is due before it was promised. Please choose"},
		{"promises --add x --by me --with Ana --made 2026-11-23", "cannot lie ahead"},
		{"promises --add x --by me --with Ana --made soon", "--made soon: there is no such day"},
		{"promises --made 2026-11-01", "--made belongs to --add"},
		{"promises --by me", "--by belongs to --add"},
		{"promises --due 2026-12-01 --all", "--due belongs to --add"},
		{"promises --kept zzz", "No promise has the id “zzz”"},
		{"promises --kept ''", "No promise has the id"},
		{"promises --kept a --let-go b", "one of --kept and --let-go"},
		{"promises --all --add x", "one of --all and --add"},
	} {
		d.fails(2, []string{c.says}, split(c.line)...)
	}
	all := read[[]promise](d, "promises")
	if len(all) != 2 {
		t.Errorf("something was changed: %+v", all)
	}
}

func TestShowTellsPromisesWhatWasGivenAndIntroductions(t *testing.T) {
	d := newDesk(t)
	d.run("set", "Omar Khalil", "--new")
	s := d.store()
	ana := datatest.Person(t, s, "Ana Souza", datatest.Promise(data.Theirs, "An introduction", "2026-11-01", "2026-11-13"),
		datatest.Exchange(data.Mine, data.Feedback, "2026-05-19", "her talk"))
	omar, err := s.ByUUID(t.Context(), read[person](d, "show", "Omar").ID)
	if err != nil {
		t.Fatal(err)
	}
	datatest.Introduction(t, s, ana, data.Me, omar, "2022")
	shown := read[struct {
		Promises      []promise
		Exchanges     []struct{ By, Kind, Day, Text, Source string }
		Introductions []struct {
			By    string
			Known []string
			Day   string
		}
	}](d, "show", "Ana")
	if len(shown.Promises) != 1 || shown.Promises[0].State != "late" || len(shown.Exchanges) != 1 || shown.Exchanges[0].Kind != "feedback" ||
		len(shown.Introductions) != 1 || shown.Introductions[0].Known[0] != "me" || shown.Introductions[0].Known[1] != "Omar Khalil" || shown.Introductions[0].Day != "2022" {
		t.Errorf("shown %+v", shown)
	}
	text := d.run("show", "Ana")
	for _, want := range []string{"nine days late  Ana Souza promised you: An introduction", "19 May  given  Feedback: her talk", "Ana Souza introduced you to Omar Khalil in 2022"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
}
