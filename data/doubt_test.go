package data

import (
	"slices"
	"testing"
)

func TestWhatIsUnusualAboutARoleIsDoubted(t *testing.T) {
	today := NewDay(2026, 11, 22)
	at := func(from, to string) Role {
		r := Role{Employer: "Halden Bank", Title: "Engineer"}
		var errs [2]error
		r.From, errs[0] = ParsePartialDay(from)
		r.To, errs[1] = ParsePartialDay(to)
		if errs != [2]error{} {
			t.Fatal(errs)
		}
		return r
	}
	held := func(from string) Role {
		r := at(from, "")
		r.Current = true
		return r
	}
	with := func(r Role, change func(*Role)) Role {
		change(&r)
		return r
	}
	other := held("2020-03")
	other.ID = 7
	seen := with(at("", ""), func(r *Role) { r.FirstSeen, r.LastSeen = NewDay(2024, 11, 15), NewDay(2025, 11, 15) })
	for name, c := range map[string]struct {
		role   Role
		others []Role
		want   []Doubt
	}{
		"nothing unusual":                {role: at("2016-07", "2020-02")},
		"nothing known":                  {role: at("", ""), others: []Role{at("", "")}},
		"a year is enough for both":      {role: at("2020-05", "2020")},
		"ends before it starts":          {role: at("2020-05", "2020-04"), want: []Doubt{{"to", EndsBeforeStart}}},
		"starts tomorrow":                {role: held("2026-11-23"), want: []Doubt{{"from", InFuture}}},
		"starts this year":               {role: held("2026")},
		"ends ahead":                     {role: at("2020", "2027-03"), want: []Doubt{{"to", InFuture}}},
		"lies ahead":                     {role: at("2030", "2031"), want: []Doubt{{"from", InFuture}, {"to", InFuture}}},
		"seventy years":                  {role: at("1940", "2011"), want: []Doubt{{"to", VeryLong}}},
		"perhaps seventy years":          {role: at("1940", "2010")},
		"seventy years until today":      {role: held("1950"), want: []Doubt{{"to", VeryLong}}},
		"the same at the same time":      {role: at("2019", "2021"), others: []Role{other}, want: []Doubt{{"from", Overlaps}}},
		"in other case":                  {role: with(held("2022"), func(r *Role) { r.Employer = " HALDEN bank" }), others: []Role{other}, want: []Doubt{{"from", Overlaps}}},
		"before it":                      {role: at("2016", "2019"), others: []Role{other}},
		"perhaps before it":              {role: at("2016", "2020"), others: []Role{other}},
		"another title":                  {role: with(held("2022"), func(r *Role) { r.Title = "Lead" }), others: []Role{other}},
		"itself":                         {role: with(held("2022"), func(r *Role) { r.ID = 7 }), others: []Role{other}},
		"where it was seen":              {role: at("2020", "2024-12"), others: []Role{seen}, want: []Doubt{{"from", Overlaps}}},
		"before it was seen":             {role: at("2020", "2024-10"), others: []Role{seen}},
		"backwards and at the same time": {role: at("2022", "2021"), others: []Role{other}, want: []Doubt{{"to", EndsBeforeStart}}},
	} {
		if got := c.role.Doubts(c.others, today); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		if err := c.role.Validate(); err != nil {
			t.Errorf("%s is refused: %v", name, err)
		}
	}
}
