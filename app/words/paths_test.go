package words

import (
	"testing"

	"peerage/data"
)

func TestAWayIsNamedByThoseOnIt(t *testing.T) {
	w := english(t)
	if got, want := w.Way([]string{"Ana", "Raj\n\x1b[2J", "Acme"}), "Ana → Raj [2J → Acme"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := w.Way(nil); got != "" {
		t.Errorf("no way is %q", got)
	}
}

func TestEachStepOfAWaySaysWhatLeadsToIt(t *testing.T) {
	w := english(t)
	today := data.NewDay(2026, 11, 22)
	in := &data.Introduction{By: data.Someone{Person: 3, Name: "Kim"}, Known: [2]data.Someone{{Person: 4, Name: "Ana"}, {Person: 5, Name: "Raj"}}, Day: data.PartialDay{Year: 2022}}
	span := data.Tie{Kind: data.Coworker, Derived: true, Since: data.PartialDay{Year: 2016}, Until: data.PartialDay{Year: 2020}, Sure: data.Certain}
	for want, r := range map[string]Reached{
		"Kim introduced Ana to Raj in 2022":           {Introduction: in},
		"Coworkers at Halden, 2016 to 2020 (certain)": {Employer: "Halden", Between: span},
		"Coworkers at Halden (likely)":                {Employer: "Halden", Between: data.Tie{Sure: data.Likely}},
		"Works there now as Head of Data":             {There: true, Role: data.Role{Current: true, Title: "Head of Data"}},
		"Works there now":                             {There: true, Role: data.Role{Current: true}},
		"Worked there: Engineer, 2012 to 2016":        {There: true, Role: data.Role{Title: "Engineer", From: data.PartialDay{Year: 2012}, To: data.PartialDay{Year: 2016}}},
		"Worked there once":                           {There: true},
		"Mentor and former coworker":                  {Ties: []data.Tie{{Kind: data.Mentor, Current: true}, {Kind: data.Coworker, Derived: true, Sure: data.Certain}}},
		"Friend · last contact on 2 October":          {Ties: []data.Tie{{Kind: data.Friend, Current: true}}, Last: data.NewDay(2026, 10, 2)},
		"Former coworker":                             {Ties: []data.Tie{{Kind: data.Coworker, Derived: true, Sure: data.Certain}, {Kind: data.Collaborator, Derived: true, Current: true}}},
		"Worked together":                             {Ties: []data.Tie{{Kind: data.Collaborator, Derived: true, Current: true}}},
		"Last contact yesterday":                      {Last: today - 1},
		"You are connected since 2021":                {Slight: true, Connected: data.NewDay(2021, 5, 4)},
		"You are connected since May 2026":            {Slight: true, Connected: data.NewDay(2026, 5, 4)},
		"In your network, with no contact noted yet":  {Slight: true},
		"Friend · paused until 24 December":           {Ties: []data.Tie{{Kind: data.Friend, Current: true}}, Paused: data.NewDay(2026, 12, 24)},
		"Paused until 24 December":                    {Paused: data.NewDay(2026, 12, 24)},
	} {
		if got := w.Reached(r, func(s string) string { return s }, today); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
