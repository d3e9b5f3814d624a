package data

import (
	"math/rand/v2"
	"testing"
)

func TestThePresentRoleIsTheOneBegunLast(t *testing.T) {
	day := func(s string) Day { d, _ := ParseDay(s); return d }
	roles := []Role{
		{ID: 1, Employer: "Halden Bank", Title: "Engineer", From: PartialDay{2016, 7, 0}},
		{ID: 2, Employer: "Kestrel Labs", Title: "Advisor", From: PartialDay{2018, 1, 0}, Current: true},
		{ID: 3, Employer: "Zenith", Title: "Manager", FirstSeen: day("2025-11-16"), Current: true},
		{ID: 4, Employer: "Aurelia", Title: "Trustee", FirstSeen: day("2025-11-16"), Current: true},
		{ID: 5, Employer: "Aurelia", Title: "Chair", FirstSeen: day("2025-11-16"), Current: true},
	}
	for range 20 {
		rand.Shuffle(len(roles), func(i, j int) { roles[i], roles[j] = roles[j], roles[i] })
		if got := Present(roles); got == nil || got.Title != "Chair" {
			t.Fatalf("the present role is %+v", got)
		}
	}
	if got := Present([]Role{{Employer: "Halden Bank"}}); got != nil {
		t.Errorf("a career that ended has the present role %+v", got)
	}
}

func TestRolesThatCannotBeAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		role  Role
		field string
	}{
		"nothing said":   {Role{}, "organisation"},
		"no such month":  {Role{Title: "x", From: PartialDay{2020, 13, 0}}, "from"},
		"ends before":    {Role{Title: "x", From: PartialDay{2020, 5, 0}, To: PartialDay{2020, 4, 0}}, ""},
		"year is enough": {Role{Title: "x", From: PartialDay{2020, 5, 0}, To: PartialDay{2020, 0, 0}}, ""},
		"in the future":  {Role{Title: "x", From: PartialDay{2999, 0, 0}}, ""},
	} {
		err := c.role.Validate()
		invalid, _ := err.(*Invalid)
		if (c.field == "") != (err == nil) || invalid != nil && invalid.Field != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRolesAreCutByPerson(t *testing.T) {
	roles := []Role{{Person: 1, ID: 4}, {Person: 2, ID: 2}, {Person: 2, ID: 3}, {Person: 7, ID: 1}}
	cut := ByPerson(roles)
	if len(cut) != 3 || len(cut[0]) != 1 || len(cut[1]) != 2 || cut[1][1].ID != 3 || cut[2][0].Person != 7 {
		t.Errorf("%+v", cut)
	}
	if cut[1] = append(cut[1], Role{}); roles[3].Person != 7 {
		t.Error("one more role of somebody takes the place of the next person's")
	}
	if got := ByPerson(nil); len(got) != 0 {
		t.Errorf("of nobody: %+v", got)
	}
}
