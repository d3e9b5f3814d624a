package sample_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"peerage/data/sample"
)

// frame is a network of nobody but me, to which each case adds one file.
const frame = `{"me": {"name": "Mara Lindholm"}, "began": "-3y",
	"organisations": [{"key": "halden", "name": "Halden Bank"}],
	"circles": [{"name": "Close", "every": "42/60"}]}`

func loadWith(text string) (*sample.Network, error) {
	return sample.Load(fstest.MapFS{"a.json": {Data: []byte(frame)}, "b.json": {Data: []byte(text)}}, aDay)
}

// someone is a file with one valid person, key ada, who also has the given fields.
func someone(fields string) string {
	return `{"people": [{"key": "ada", "name": "Ada Byron"` + fields + `}]}`
}

func TestASmallNetworkIsReadAsItIsWritten(t *testing.T) {
	n, err := loadWith(someone(`, "circles": ["Close"], "snoozed": "+3d", "every": "30/45",
		"roles": [["halden", "Analyst", "-10y4m", "-7y"], ["", "Retired", "-7y", ""]],
		"ties": [["mentor", "-4y", "", "since {year -4y}"]], "details": [["Tea"], ["Exam", "+2d"]],
		"talks": [["-42d", "coffee", "Tea, after all."]]`))
	if err != nil {
		t.Fatal(err)
	}
	m := n.People[0]
	if m.Person.Given != "Ada" || m.Person.Family != "Byron" || m.Snoozed != aDay+3 || m.CadenceSet != aDay.AddMonths(-36) ||
		m.Rhythm.Ideal != 30 || m.Rhythm.Longest != 45 || len(m.Circles) != 1 {
		t.Errorf("the member is %+v", m)
	}
	if r := m.Roles[0]; r.Employer != "Halden Bank" || r.From.String() != "2016-07" || r.To.String() != "2019" || r.Current {
		t.Errorf("the first role is %+v", r)
	}
	if r := m.Roles[1]; r.Employer != "" || !r.Current {
		t.Errorf("the second role is %+v", r)
	}
	if tie := m.Ties[0]; tie.Note != "since 2022" || tie.Since.String() != "2022" || !tie.Current {
		t.Errorf("the tie is %+v", tie)
	}
	if len(m.Details) != 2 || m.Details[0].AskOn != 0 || m.Details[1].AskOn != aDay+2 {
		t.Errorf("the details are %+v", m.Details)
	}
	if len(n.Interactions) != 1 || n.Interactions[0].Day != aDay-42 || n.Interactions[0].Members[0] != 0 {
		t.Errorf("the interactions are %+v", n.Interactions)
	}
}

func TestAFaultIsReportedWithItsFileAndEntry(t *testing.T) {
	const who = "Ada Byron"
	for name, c := range map[string]struct{ text, entry, says string }{
		"an unknown organisation": {someone(`, "roles": [["acme", "Analyst", "-3y"]]`), who, `"acme"`},
		"an unknown circle":       {someone(`, "circles": ["Far"]`), who, `"Far"`},
		"an unknown person":       {`{"together": [{"day": "-3d", "kind": "meal", "with": ["bob"], "text": "Soup."}]}`, "together 1", `"bob"`},
		"nobody":                  {`{"together": [{"day": "-3d", "kind": "meal", "with": [], "text": "Soup."}]}`, "together 1", "people"},
		"a person named twice":    {`{"people": [{"key": "ada", "name": "Ada Byron"}], "together": [{"day": "-3d", "kind": "meal", "with": ["ada", "ada"], "text": "Soup."}]}`, "together 1", "twice"},
		"a key used twice":        {`{"people": [{"key": "ada", "name": "Bob Day"}, {"key": "ada", "name": "Ada Byron"}]}`, who, "taken"},
		"no name":                 {`{"people": [{"key": "ada"}]}`, "person 1", "name"},
		"an impossible day":       {someone(`, "connected": "-3w"`), who, "-3w"},
		"a connection ahead":      {someone(`, "connected": "+3d"`), who, "in_future"},
		"a role ahead":            {someone(`, "roles": [["halden", "Analyst", "+2m"]]`), who, "in_future"},
		"a role without a start":  {someone(`, "roles": [["halden", "Analyst"]]`), who, "from"},
		"a role that ends first":  {someone(`, "roles": [["halden", "Analyst", "-2y1m", "-3y2m"]]`), who, "ends_before_start"},
		"a role with too much":    {someone(`, "roles": [["halden", "Analyst", "-3y", "", "note"]]`), who, "columns"},
		"an unknown tie":          {someone(`, "ties": [["rival", "-3y"]]`), who, "tie"},
		"an unknown kind":         {someone(`, "talks": [["-3d", "seance", "Knocks."]]`), who, "kind"},
		"a talk ahead":            {someone(`, "talks": [["+3d", "call", "Not yet."]]`), who, "in_future"},
		"a talk without words":    {someone(`, "talks": [["-3d", "call"]]`), who, "needs"},
		"an empty talk":           {someone(`, "talks": [["-3d", "call", ""]]`), who, "text"},
		"an empty detail":         {someone(`, "details": [[""]]`), who, "detail"},
		"no rhythm":               {someone(`, "every": "often"`), who, `"often"`},
		"a rhythm upside down":    {someone(`, "every": "60/42"`), who, "longest"},
		"no birthday":             {someone(`, "birthday": "--02-30"`), who, "--02-30"},
		"no address":              {someone(`, "email": "ada"`), who, "not_email"},
		"a lonely brace":          {someone(`, "met": "In {year -3y"`), who, "brace"},
		"a circle twice":          {`{"circles": [{"name": "Close"}]}`, "circle Close", "taken"},
		"an organisation twice":   {`{"organisations": [{"key": "halden", "name": "Other"}]}`, "organisation halden", "taken"},
		"a name twice":            {`{"organisations": [{"key": "other", "name": "Halden Bank"}]}`, "organisation other", "taken"},
		"an untitled story":       {`{"stories": [{"people": []}]}`, "b.json", "title"},
		"a beginning ahead":       {`{"began": "+3y"}`, "began", "in_future"},
		"a second me":             {`{"me": {"name": "Bob Day"}}`, "me", "taken"},
		"a tie with oneself":      {`{"me": {"name": "Bob Day", "ties": [["friend"]]}}`, "me", "oneself"},
	} {
		n, err := loadWith(c.text)
		if err == nil || n != nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for _, want := range []string{"b.json", c.entry, c.says} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: the error does not name %q: %v", name, want, err)
			}
		}
	}
}

func TestAFileThatCannotBeReadIsNamedWithItsLine(t *testing.T) {
	for name, c := range map[string]struct{ text, says string }{
		"broken":            {"{\n\"people\": [\n{\"name\": }]}", "line 3"},
		"cut short":         {"{\n\"people\": [", "line 2"},
		"empty":             {"", "line 1"},
		"of another type":   {"{\n\"people\": {\"name\": \"Ada\"}}", "line 2"},
		"with a wrong word": {`{"peoples": []}`, "peoples"},
		"with a second end": {"{}\n{}", "line 2"},
	} {
		n, err := loadWith(c.text)
		if err == nil || n != nil {
			t.Errorf("%s: no error", name)
			continue
		}
		if !strings.Contains(err.Error(), "b.json") || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v does not name b.json and %q", name, err, c.says)
		}
	}
}

func TestANetworkNeedsToKnowWhoIAm(t *testing.T) {
	if n, err := sample.Load(fstest.MapFS{}, aDay); err == nil {
		t.Errorf("an empty folder became %+v", n)
	}
}
