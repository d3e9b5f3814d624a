package sample_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"peerage/data"
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
	n, err := loadWith(someone(`, "circles": ["Close"], "snoozed": "+3d", "agreed": ["+4d", "15:00"], "every": "30/45",
		"roles": [["halden", "Analyst", "-10y4m", "-7y"], ["", "Retired", "-7y", ""]],
		"ties": [["mentor", "-4y", "", "since {year -4y}"]], "details": [["Tea"], ["Exam", "+2d"]],
		"talks": [["-42d", "coffee", "Tea, after all."]]`))
	if err != nil {
		t.Fatal(err)
	}
	m := n.People[0]
	if m.Person.Given != "Ada" || m.Person.Family != "Byron" || m.Snoozed != aDay+3 || m.Appointment != (data.Appointment{Day: aDay + 4, At: 15 * 60, Made: aDay}) || m.CadenceSet != aDay.AddMonths(-36) ||
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
		"an agreed day gone by":   {someone(`, "agreed": ["-3d"]`), who, "in_past"},
		"an agreed hour of none":  {someone(`, "agreed": ["+3d", "25:00"]`), who, "25:00"},
		"too much agreed":         {someone(`, "agreed": ["+3d", "15:00", "there"]`), who, "columns"},
		"a role ahead":            {someone(`, "roles": [["halden", "Analyst", "+2m"]]`), who, "in_future"},
		"a role without a start":  {someone(`, "roles": [["halden", "Analyst"]]`), who, "from"},
		"a boundary of nothing":   {someone(`, "boundary": {"hours": ""}`), who, "nothing"},
		"hours of no form":        {someone(`, "boundary": {"hours": "ten"}`), who, "hours"},
		"an unknown channel":      {someone(`, "boundary": {"channel": "pigeon"}`), who, "channel"},
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

// pair is a file with two people, ada and bob, and one more section.
func pair(section string) string {
	return `{"people": [{"key": "ada", "name": "Ada Byron"}, {"key": "bob", "name": "Bob Day"}], ` + section + `}`
}

func TestDoorsAreReadAsTheyAreWritten(t *testing.T) {
	n, err := loadWith(pair(`
		"opportunities": [{"title": "A post", "kind": "job", "at": "halden", "for": "bob", "worth": "Much", "notes": "Since {year -1y}.",
			"steps": [["heard", "-40d"], ["won", "-10d"]], "chain": [["ada", "told", "former coworker", "-9d"], ["bob", "advised"]]}],
		"introductions": [["-2m", "ada", "me", "bob", "At tea."]],
		"projects": [{"name": "A mill", "kind": "project", "from": "-2y", "to": "", "with": ["ada", "bob"], "outcome": "Flour."}],
		"promises": [["bob", "them", "Tea", "-5d"], ["ada", "me", "Cake", "-5d", "+1d", "kept", "-1d"]],
		"exchanges": [["-3d", "ada", "them", "advice", "Less sugar."], ["-2d", "ada", "me", "endorsement", "Baking"]],
		"milestones": [["ada", "Exam", "+3d"], ["bob", "Name day", "--05-14"], ["bob", "First loaf", "-2y", "yearly"]]`))
	if err != nil {
		t.Fatal(err)
	}
	o := n.Opportunities[0]
	if o.Employer != "Halden Bank" || o.Beneficiary != 1 || o.Notes != "Since 2025." || o.HeardOn() != aDay-40 || o.ClosedOn() != aDay-10 ||
		o.Chain[0] != (data.Link{Part: data.ToldOf, Tie: data.Coworker, Former: true, Thanked: aDay - 9}) || o.Through[0] != 0 || o.Through[1] != 1 {
		t.Errorf("the opportunity is %+v", o)
	}
	if i := n.Introductions[0]; i.Maker != 0 || i.Pair != [2]int{sample.Myself, 1} || i.Day.String() != "2026-09" || i.Note != "At tea." {
		t.Errorf("the introduction is %+v", i)
	}
	if p := n.Projects[0]; p.From.String() != "2024" || !p.To.IsZero() || len(p.Members) != 2 {
		t.Errorf("the project is %+v", p)
	}
	if p := n.Promises; p[0].State != data.PromiseOpen || p[0].Due != 0 || p[0].Member != 1 || p[1].Settled != aDay-1 || p[1].By != data.Mine {
		t.Errorf("the promises are %+v", p)
	}
	if e := n.Exchanges; e[0].Source != data.Stated || e[1].Source != data.FromLinkedIn || e[0].By != data.Theirs || e[0].Day != aDay-3 {
		t.Errorf("the exchanges are %+v", e)
	}
	if m := n.Milestones; m[0].On != data.Whole(aDay+3) || m[0].Yearly || m[1].On.String() != "--05-14" || !m[1].Yearly || m[2].On.Year != 2024 || !m[2].Yearly {
		t.Errorf("the milestones are %+v", m)
	}
}

func TestABoundaryIsReadAsItIsWritten(t *testing.T) {
	n, err := loadWith(someone(`, "confidant": true, "boundary": {"avoid": ["The {year -1y} sale"], "channel": "email", "hours": "10-"}`))
	if err != nil {
		t.Fatal(err)
	}
	m := n.People[0]
	if b := m.Boundary; b.From != 10 || b.To != 0 || b.Channel != data.Email || len(b.Avoid) != 1 || b.Avoid[0] != "The 2025 sale" || !m.Person.Confidant || !m.Person.Private {
		t.Errorf("the member is %+v", m)
	}
}

func TestAFaultOfADoorIsReportedWithItsEntry(t *testing.T) {
	post := func(rest string) string { return `"opportunities": [{"title": "A post", "kind": "job", ` + rest + `}]` }
	const heard = `"steps": [["heard", "-9d"]]`
	for name, c := range map[string]struct{ section, entry, says string }{
		"an unknown organisation":   {post(heard + `, "at": "acme"`), "A post", `"acme"`},
		"nobody it is for":          {post(heard + `, "for": "eve"`), "A post", `"eve"`},
		"no step":                   {post(`"at": "halden"`), "A post", "stage_day"},
		"a step ahead":              {post(`"steps": [["heard", "+1d"]]`), "A post", "in_future"},
		"steps that run back":       {post(`"steps": [["heard", "-3d"], ["won", "-4d"]]`), "A post", "before_heard"},
		"an unknown stage":          {post(`"steps": [["dreamt", "-3d"]]`), "A post", "stage"},
		"an unknown part":           {post(heard + `, "chain": [["ada", "sang"]]`), "A post", "part"},
		"an unknown tie":            {post(heard + `, "chain": [["ada", "told", "rival"]]`), "A post", "tie"},
		"thanks too early":          {post(heard + `, "chain": [["ada", "told", "", "-10d"]]`), "A post", "thanked"},
		"a person twice":            {post(heard + `, "chain": [["ada", "told"], ["ada", "told"]]`), "A post", "twice"},
		"a link too long":           {post(heard + `, "chain": [["ada", "told", "", "", "x"]]`), "A post", "columns"},
		"an introduction to self":   {`"introductions": [["-2d", "ada", "ada", "bob"]]`, "introduction 1", "twice"},
		"an introduction ahead":     {`"introductions": [["+2d", "ada", "me", "bob"]]`, "introduction 1", "in_future"},
		"an introduction of one":    {`"introductions": [["-2d", "ada", "me"]]`, "introduction 1", "two"},
		"a project with nobody":     {`"projects": [{"name": "A mill", "kind": "project", "from": "-2y", "with": []}]`, "A mill", "people"},
		"a project that lies ahead": {`"projects": [{"name": "A mill", "kind": "event", "from": "+2d", "to": "+2d", "with": ["ada"]}]`, "A mill", "ahead"},
		"a promise by nobody":       {`"promises": [["ada", "us", "Tea", "-2d"]]`, "promise 1", "promise_by"},
		"a promise made ahead":      {`"promises": [["ada", "me", "Tea", "+2d"]]`, "promise 1", "in_future"},
		"a promise kept on no day":  {`"promises": [["ada", "me", "Tea", "-2d", "", "kept"]]`, "promise 1", "settled"},
		"a promise without a day":   {`"promises": [["ada", "me", "Tea"]]`, "promise 1", "when"},
		"an unknown exchange":       {`"exchanges": [["-2d", "ada", "me", "gold", "A ring"]]`, "exchange 1", "exchange_kind"},
		"an exchange of nothing":    {`"exchanges": [["-2d", "ada", "me", "help", ""]]`, "exchange 1", "text"},
		"an exchange too short":     {`"exchanges": [["-2d", "ada", "me"]]`, "exchange 1", "needs"},
		"a milestone on no day":     {`"milestones": [["ada", "Exam"]]`, "milestone 1", "on"},
		"a milestone of no word":    {`"milestones": [["ada", "Exam", "+2d", "monthly"]]`, "milestone 1", "monthly"},
		"a milestone of nobody":     {`"milestones": [["eve", "Exam", "+2d"]]`, "milestone 1", `"eve"`},
	} {
		n, err := loadWith(pair(c.section))
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
