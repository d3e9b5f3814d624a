package command_test

import (
	"strings"
	"testing"
)

// noted is what log prints of a line.
type noted struct {
	ID, Kind, Day, Text string
	With                []string
	People              []struct{ ID, Name string }
	Promises            []struct{ By, Person, What, Due string }
	Exchanges           []struct {
		Kind   string
		Given  bool
		Person string
		To     string
	}
	Circles, Unknown []string
}

const line = "coffee with Ana and Raj yesterday, Ana promised intro to Kim by Friday, thanked Raj #design"

func TestOneLineIsReadSaidAndSaved(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Ana Souza", "Raj Patel")
	want := `Coffee with Ana Souza and Raj Patel yesterday.
  Ana Souza promised: intro to Kim, due on 27 November.
  Given: thanks, Raj Patel.
  Circles: design.
`
	if got := d.run("log", line, "--dry-run"); got != want+"Nothing was written.\n" {
		t.Errorf("%s", got)
	}
	if n := len(read[person](d, "show", "Ana").Interactions); n != 0 {
		t.Errorf("--dry-run wrote %d", n)
	}
	if got := d.run("log", line); got != want+"Logged with Ana Souza and Raj Patel.\n" {
		t.Errorf("%s", got)
	}
	ana := read[person](d, "show", "Ana")
	if len(ana.Interactions) != 1 || ana.Interactions[0].Text != line || ana.Interactions[0].Kind != "coffee" || len(ana.Circles) != 1 {
		t.Errorf("%+v", ana)
	}
	if got := d.run("undo"); got != "Undone: Log contact with Ana Souza and Raj Patel\n" {
		t.Error(got)
	}
}

func TestALineInJSONHasStableKeys(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Ana Souza", "Raj Patel")
	got := read[noted](d, "log", line+" also with Oscar")
	if got.ID == "" || got.Kind != "coffee" || got.Day != "2026-11-21" || len(got.People) != 2 || got.People[0].Name != "Ana Souza" || got.People[0].ID == "" || len(got.With) != 2 {
		t.Errorf("%+v", got)
	}
	if len(got.Promises) != 1 || got.Promises[0].By != "them" || got.Promises[0].Due != "2026-11-27" || got.Promises[0].What != "intro to Kim" || got.Promises[0].Person != "Ana Souza" {
		t.Errorf("%+v", got.Promises)
	}
	if len(got.Exchanges) != 1 || got.Exchanges[0].Kind != "thanks" || !got.Exchanges[0].Given || got.Exchanges[0].Person != "Raj Patel" {
		t.Errorf("%+v", got.Exchanges)
	}
	if strings.Join(got.Circles, ",") != "design" || strings.Join(got.Unknown, ",") != "Oscar" {
		t.Errorf("%+v", got)
	}
	const want = "{circles [string], day string, exchanges [{given bool, kind string, person string, to string}], id string, kind string, " +
		"people [{id string, name string}], promises [{by string, due string, person string, what string}], text string, unknown [string], with [string]}"
	if got := shape(read[any](d, "log", line+" also with Oscar")); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if id := read[noted](d, "log", line, "--dry-run").ID; id != "" {
		t.Errorf("a trial has the id %s", id)
	}
}

func TestALineSaysWhoWasMadeKnown(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Raj Malhotra", "Kim Lee")
	if got := d.run("log", "Raj introduced me to Kim yesterday", "--dry-run"); !strings.Contains(got, "  Received: introduction to Kim Lee, Raj Malhotra.\n") {
		t.Error(got)
	}
	got := read[noted](d, "log", "Raj introduced me to Kim yesterday").Exchanges
	if len(got) != 1 || got[0].Person != "Raj Malhotra" || got[0].To != "Kim Lee" {
		t.Errorf("%+v", got)
	}
}

func TestFlagsSayMoreThanTheLine(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Ana Souza")
	if got := read[noted](d, "log", "coffee with Ana yesterday", "--kind", "call", "--day", "2026-11-10"); got.Kind != "call" || got.Day != "2026-11-10" {
		t.Errorf("%+v", got)
	}
}

func TestALineThatAsksIsNotSaved(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Ana Souza", "Ana Petrović")
	for text, says := range map[string][]string{
		"coffee with Ana Souza on 31 Nov":                   {"“31 Nov” is no day"},
		"coffee with Ana Souza tomorrow":                    {"tomorrow", "lies ahead"},
		"coffee with Ana Souza, she promised tea by 30 Feb": {"“30 Feb” is no day"},
		"coffee with Oscar":                                 {"Nobody is called Oscar", "--with NAME"},
		"a quiet day":                                       {"--with NAME"},
		" ":                                                 {"--with NAME"},
		"coffee with \x1b[31m\u202eOscar " + strings.Repeat("Ñandú", 900): {"Nobody"},
	} {
		d.fails(2, says, "log", text)
		if d.out.Len() > 0 || strings.ContainsAny(d.err.String(), "\x1b\u202e") || len([]rune(d.err.String())) > 450 {
			t.Errorf("%q: %q %q", text, d.out.String(), d.err.String())
		}
	}
	status := d.try("log", "coffee with Ana")
	for _, says := range []string{"“Ana” fits several people", "Ana Souza", "Ana Petrović"} {
		if status != 2 || d.out.Len() > 0 || !strings.Contains(d.err.String(), says) {
			t.Errorf("exit status %d, %q does not say %q", status, d.err.String(), says)
		}
	}
	if n := len(read[person](d, "show", "Ana Souza").Interactions); n != 0 {
		t.Errorf("%d were saved", n)
	}
}

func TestThanksForAnOpportunityAreNotedThereAndSaid(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Raj Malhotra")
	d.run("opportunities", "--add", "Platform job", "--through", "Raj", "--stage", "won", "--heard", "2026-10-01")
	if got := d.run("log", "thanked Raj for Platform job"); !strings.Contains(got, "\n  Thanked for Platform job\n") {
		t.Errorf("%s", got)
	}
	if got := d.run("opportunities"); strings.Contains(got, "not thanked") {
		t.Errorf("%s", got)
	}
	d.run("undo")
	if got := d.run("opportunities"); !strings.Contains(got, "not thanked") {
		t.Errorf("after undo: %s", got)
	}
}
