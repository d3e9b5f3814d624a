package command_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// shape writes the structure of a JSON value: keys in their order of the alphabet, and types.
func shape(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool, float64, string:
		return strings.TrimSuffix(fmt.Sprintf("%T", v), "64")
	case []any:
		if len(v) == 0 {
			return "[]"
		}
		return "[" + shape(v[0]) + "]"
	case map[string]any:
		var members []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			members = append(members, key+" "+shape(v[key]))
		}
		return "{" + strings.Join(members, ", ") + "}"
	}
	return fmt.Sprintf("%T?", v)
}

const (
	roleShape = "{from null, organisation string, source string, title string, to null}"
	moveShape = "{between [string], from {level string, organisation string, title string, track string}, id string, kinds [string], linkedin string, " +
		"name string, status string, to {level string, organisation string, title string, track string}}"
	myShape = "{from string, organisation string, source string, title string, to null}"
)

func TestJSONHasTheKeysOfTheManual(t *testing.T) {
	d := newDesk(t)
	if got := d.run("people", "--json"); got != "[]\n" {
		t.Errorf("nobody: %q", got)
	}
	if got := d.run("today", "--json"); got != "{\n  \"day\": \"2026-11-22\",\n  \"reach\": [],\n  \"promises\": [],\n  \"occasions\": [],\n  \"moves\": [],\n  \"nudge\": null,\n"+
		"  \"ask\": [],\n  \"waiting\": 0,\n  \"capacity\": {\n    \"per_week\": 0,\n    \"given\": 10,\n    \"over\": false\n  }\n}\n" {
		t.Errorf("nothing to do: %q", got)
	}
	files := d.archive()
	for _, c := range []struct {
		args []string
		want string
	}{
		{append([]string{"import", "--dry-run"}, files...), "{changed float, new float, problems [], same float, skipped float}"},
		{append([]string{"import"}, files...), "{changed float, new float, problems [], same float, skipped float}"},
		{[]string{"import", d.file("Connections.csv", strings.Replace(connections2026, "02 Feb", "31 Feb", 1))},
			"{changed float, new float, problems [{field string, file string, line float, message string}], same float, skipped float}"},
		{[]string{"people", "raj"}, "[{circles [], due null, field string, headline string, id string, level string, linkedin string, name string, organisation string, ties [], title string, track string}]"},
		{[]string{"people", "Ana"}, "[{circles [], due null, field string, headline string, id string, level string, linkedin string, name string, organisation string, ties [string], title string, track string}]"},
		{[]string{"set", "Ana", "--cadence", "7/9", "--circle", "close", "--tie", "mentor", "--detail", "Lisbon", "--today", "2026-11-01"},
			"[{circles [string], due string, field string, headline string, id string, level string, linkedin string, name string, organisation string, ties [string], title string, track string}]"},
		{[]string{"show", "raj"}, "{agreed bool, at null, birthday null, boundary {avoid [], channel string, from null, no_contact bool, to null}, cadence null, circles [], confidant bool, connected string, contacts [], details [], due null, exchanges [], field string, headline string, how_met string, id string, " +
			"interactions [], introductions [], level string, linkedin string, milestones [], name string, notes string, organisation string, other_names [], paused_until null, place string, private bool, projects [], promises [], " +
			"roles [" + roleShape + "], ties [], title string, track string}"},
		{[]string{"show", "me"}, "{agreed bool, at null, birthday null, boundary {avoid [], channel string, from null, no_contact bool, to null}, cadence null, circles [], confidant bool, connected null, contacts [], details [], due null, exchanges [], field string, headline string, how_met string, id string, " +
			"interactions [], introductions [], level string, linkedin string, milestones [], name string, notes string, organisation string, other_names [], paused_until null, place string, private bool, projects [], promises [], " +
			"roles [" + myShape + "], ties [], title string, track string}"},
		{[]string{"today"}, "{ask [], capacity {given float, over bool, per_week float}, day string, moves [" + moveShape + "], nudge null, occasions [], promises [], reach [{agreed bool, ask [], at null, avoid [], due string, id string, last null, manner string, name string, overdue float, why string}], waiting float}"},
		{[]string{"agenda"}, "{beyond float, capacity {given float, over bool, per_week float}, day string, days [{check_ins float, day string, items [{agreed bool, at null, day string, due string, id string, kind string, moved string, name string, what string, why string}], places float}], " +
			"late float, overdue [], until string, weeks [{check_ins float, from string, given float, over bool, until string}]}"},
		{[]string{"log", "--with", "Ana", "--with", "raj", "coffee"}, "{circles [], day string, exchanges [], id string, kind string, people [{id string, name string}], promises [], text string, unknown [], with [string]}"},
		{[]string{"show", "Ana"}, "{agreed bool, at null, birthday null, boundary {avoid [], channel string, from null, no_contact bool, to null}, cadence {ideal float, longest float}, circles [string], confidant bool, connected string, " +
			"contacts [{kind string, label string, value string}], details [{ask_on null, text string}], due string, exchanges [], field string, headline string, how_met string, id string, " +
			"interactions [{day string, id string, kind string, text string, with [string]}], introductions [], level string, linkedin string, milestones [], name string, notes string, organisation string, " +
			"other_names [string], paused_until null, place string, private bool, projects [], promises [], roles [" + roleShape + "], " +
			"ties [{current bool, derived bool, kind string, mine null, months null, project string, since null, sure string, theirs null, until null}], title string, track string}"},
		{[]string{"moves"}, "[" + moveShape + "]"},
		{[]string{"promises", "--add", "slides", "--by", "me", "--with", "Ana"}, "{by string, due null, id string, person string, state string, what string}"},
		{[]string{"promises"}, "[{by string, due null, id string, person string, state string, what string}]"},
		{[]string{"remind"}, "{day string, raised float}"},
		{[]string{"undo"}, "{undone string}"},
		{[]string{"calendar", "-o", t.TempDir() + "/x.ics"}, "{file string}"},
		{[]string{"version"}, "{version string}"},
	} {
		if got := shape(read[any](d, c.args...)); got != c.want {
			t.Errorf("peerage %s\n got %s\nwant %s", strings.Join(c.args, " "), got, c.want)
		}
	}
}

func TestATieIsShownWithItsEvidence(t *testing.T) {
	d := newDesk(t)
	d.run(append([]string{"import"}, d.archive()[1:]...)...)
	got, err := json.Marshal(read[person](d, "show", "Ana").Ties)
	want := `[{"current":false,"derived":true,"kind":"coworker",` +
		`"mine":{"from":"2016-07","organisation":"Halden Bank","source":"positions","title":"Engineer","to":"2023-08"},"months":null,"project":"","since":null,"sure":"likely",` +
		`"theirs":{"from":null,"organisation":"Halden Bank","source":"linkedin","title":"Head of Data","to":null},"until":"2023-08"}]`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v\nwant %s", got, err, want)
	}
	text := d.run("show", "Ana")
	for _, want := range []string{"Ana Silva\nHead of Data, Halden Bank\n", "\nHow you know each other\n  former coworker  Halden Bank  ", "  likely\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not say %q", text, want)
		}
	}
}

func TestTheKindsOfTiesComeInOneOrderAndAProfessionAloneIsNotNamed(t *testing.T) {
	d := newDesk(t)
	s := d.store()
	have := func(kind data.TieKind, current bool, months int, sure data.Sureness) datatest.Part {
		return func(_ testing.TB, tx *store.Tx, id data.ID) error {
			return tx.SaveTie(&data.Tie{Person: id, Kind: kind, Derived: true, Current: current, Months: months, Sure: sure})
		}
	}
	datatest.Person(t, s, "Ana", have(data.Coworker, false, 20, data.Certain), have(data.Colleague, false, 20, data.Certain),
		have(data.Peer, false, 12, data.Certain), datatest.Tie(data.Mentor))
	datatest.Person(t, s, "Raj", have(data.Alumni, false, -1, data.Certain), have(data.Colleague, true, -1, data.Possible))
	want := map[string][]string{"Ana": {"mentor", "peer", "coworker", "colleague"}, "Raj": {"colleague", "alumni"}}
	for _, p := range read[[]struct {
		Name string
		Ties []string
	}](d, "people") {
		if !slices.Equal(p.Ties, want[p.Name]) {
			t.Errorf("%s: %v, want %v", p.Name, p.Ties, want[p.Name])
		}
	}
	if text := d.run("people"); !strings.Contains(text, "mentor, former peer, former coworker") || !strings.HasSuffix(text, "Raj  alumni\n") {
		t.Errorf("%s", text)
	}
}

func TestEverythingAboutAPersonIsDescribed(t *testing.T) {
	d := newDesk(t)
	d.run(append([]string{"import"}, d.archive()...)...)
	d.run("set", "Ana", "--cadence", "30/60", "--circle", "close", "--tie", "mentor", "--detail", "Her move to Lisbon", "--ask-on", "2026-12-01", "--private", "--pause-until", "2027-03-01")
	d.run("log", "--with", "Ana", "--with", "raj", "--day", "2026-11-02", "Coffee at the river")
	want := `Ana Silva
Head of Data, Halden Bank
Perhaps a former peer, now in management

  Rhythm        every month, due on 1 March 2027
  Paused until  1 March 2027
  Circles       close
  Also called   Ana Souza
  LinkedIn      ana-souza
  E-mail        ana@example.org
  Connected     14 March 2018
  Private

How you know each other
  mentor                                           stated by you
  former coworker  Halden Bank  until August 2023  likely
  former peer      Halden Bank  until August 2023  possible

Career
  Head of Data   Halden Bank
  Data Engineer  Halden Bank

Contact
  2 November  coffee with Raj Patel  Coffee at the river

To remember
  Her move to Lisbon  ask on 1 December
`
	if got := d.run("show", "Ana"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := d.run("show", "me"); !strings.HasPrefix(got, "You\nStaff Engineer, Brightwater\n\nCareer\n  since September 2023 ") {
		t.Errorf("me: %s", got)
	}
}

func TestPeopleAreSearchedByAllThatIsKnown(t *testing.T) {
	d := newDesk(t)
	d.run(append([]string{"import"}, d.archive()...)...)
	for words, want := range map[string]string{
		"silva": "Ana Silva", "SOUZA": "Ana Silva", "head of": "Ana Silva", "halden": "Ana Silva", "northwind analyst": "Raj Patel",
		"银行": "王李", "王": "王李", "Brightwater": "", "zzz": "",
	} {
		var found []string
		for _, p := range read[[]person](d, "people", words) {
			found = append(found, p.Name)
		}
		if got := strings.Join(found, ", "); got != want {
			t.Errorf("people %s: %s, want %s", words, got, want)
		}
	}
	if got := d.run("people", "zzz"); got != "Nobody fits “zzz”.\n" {
		t.Error(got)
	}
}

func TestAListIsAlignedInEveryScript(t *testing.T) {
	d := newDesk(t)
	d.run(append([]string{"import"}, d.archive()...)...)
	want := `Ana Silva  Head of Data  Halden Bank  former peer, former coworker
Raj Patel  Analyst       Northwind
王李       主任          中国银行
`
	if got := d.run("people"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestANameThatFitsSeveralNamesThemAll(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Ana Souza", "Ana Silva", "Anatol Ruiz", "Kim")
	if status := d.try("show", "Ana"); status != 2 || d.out.Len() > 0 {
		t.Errorf("exit status %d, %q", status, d.out.String())
	}
	got := strings.Split(d.err.String(), "\n")
	if len(got) != 4 || !strings.Contains(got[0], "“Ana” fits several people.") || !strings.HasSuffix(got[1], "  Ana Silva") || !strings.HasSuffix(got[2], "  Ana Souza") {
		t.Errorf("%q", got)
	}
	id := strings.Fields(got[2])[0]
	if p := read[person](d, "show", id); p.Name != "Ana Souza" {
		t.Errorf("%s is %s", id, p.Name)
	}
	for arg, want := range map[string]string{"ana souza": "Ana Souza", "atol": "Anatol Ruiz", "RUIZ": "Anatol Ruiz", "kim": "Kim"} {
		if p := read[person](d, "show", arg); p.Name != want {
			t.Errorf("show %s shows %s", arg, p.Name)
		}
	}
	if p := read[person](d, "show", "Ana", "Silva"); p.Name != "Ana Silva" {
		t.Errorf("a name in two words shows %s", p.Name)
	}
}

func TestAPersonIsFoundByAnEarlierNameProfileAndAddressButNotByAnEmployer(t *testing.T) {
	d := newDesk(t)
	d.run(append([]string{"import"}, d.archive()...)...)
	for _, arg := range []string{"Ana Souza", "souza", "ana-souza", "ana@example.org"} {
		if p := read[person](d, "show", arg); p.Name != "Ana Silva" {
			t.Errorf("show %s shows %s", arg, p.Name)
		}
	}
	d.fails(2, []string{"Nobody is called “Halden Bank”"}, "show", "Halden Bank")
	if p := read[person](d, "show", "Wang-Li"); p.Name != "王李" {
		t.Errorf("a profile unlike the name shows %s", p.Name)
	}
}

func TestTheOrderOfImportsLeavesNoTrace(t *testing.T) {
	var want string
	for i, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 0, 2}} {
		d := newDesk(t)
		files := d.archive()
		for _, n := range order {
			d.run("import", files[n])
		}
		var got strings.Builder
		for _, p := range read[[]map[string]any](d, "people") {
			shown := read[map[string]any](d, "show", p["id"].(string))
			delete(shown, "id")
			fmt.Fprintln(&got, shown)
		}
		if i == 0 {
			want = got.String()
		} else if got.String() != want {
			t.Errorf("in the order %v:\n%s\nwant\n%s", order, got.String(), want)
		}
	}
}

func TestOfManyCandidatesTheFirstTenAreNamed(t *testing.T) {
	d := newDesk(t)
	for _, family := range "ABCDEFGHIJKLM" {
		d.run("set", "--new", "Ana "+strings.Repeat(string(family), 3))
	}
	d.try("show", "Ana")
	if got := d.err.String(); strings.Count(got, "\n") != 12 || !strings.HasSuffix(got, "\n  and 3 more\n") {
		t.Error(got)
	}
}

func TestPeopleAtAnOrganisationAreThoseNowAndThoseBefore(t *testing.T) {
	d := newDesk(t)
	s := datatest.OpenIn(t, d.env.DataDir)
	datatest.Person(t, s, "Ana Souza", datatest.Role("Halden Bank", "Engineer", "2018", ""))
	datatest.Person(t, s, "Raj Patel", datatest.Role("Halden Bank", "Engineer", "2010", "2014"), datatest.Role("Crédit Nord", "Engineer", "2014", ""))
	datatest.Person(t, s, "Kim Lee", datatest.Role("Crédit Sud", "Engineer", "2014", ""))
	s.Close()
	if got, want := d.run("people", "--at", "halden"), "You know one person at Halden Bank.\nThere now: one person\n"; !strings.HasPrefix(got, want) ||
		!strings.Contains(got, "There before: one person\n") || strings.Index(got, "Ana") > strings.Index(got, "Raj") {
		t.Errorf("wrote %s", got)
	}
	var list []struct{ Name string }
	if err := json.Unmarshal([]byte(d.run("--json", "--at", "HALDEN BANK", "people")), &list); err != nil || len(list) != 2 || list[1].Name != "Raj Patel" {
		t.Errorf("%+v, %v", list, err)
	}
	if got := d.run("people", "kim", "--at", "halden"); !strings.Contains(got, "kim") || strings.Contains(got, "Ana") {
		t.Errorf("words that fit nobody there: %s", got)
	}
	if status := d.try("people", "--at", "credit"); status != 2 || !strings.Contains(d.err.String(), "Crédit Nord (1 now)") || !strings.Contains(d.err.String(), "Crédit Sud") {
		t.Errorf("several: %d, %s", status, d.err.String())
	}
	for _, none := range []string{"Zenith", ""} {
		if status := d.try("people", "--at", none); status != 2 || !strings.Contains(d.err.String(), "No organisation is called") {
			t.Errorf("%q: %d, %s", none, status, d.err.String())
		}
	}
}
