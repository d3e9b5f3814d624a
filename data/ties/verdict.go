package ties

import (
	"slices"

	"peerage/data"
)

// judged returns the ties without those that the user denied, and marks those that the user confirmed.
// What rests on a denied tie alone goes with it. Denied coworkers were both there all the same: likely at
// other times.
func judged(ties []found, verdicts []data.TieVerdict) []found {
	if len(verdicts) == 0 {
		return ties
	}
	says := func(kind data.TieKind, organisation data.ID, holds bool) bool {
		return slices.ContainsFunc(verdicts, func(v data.TieVerdict) bool {
			return v.Kind == kind && v.Organisation == organisation && v.Holds == holds
		})
	}
	for i := range ties {
		t := &ties[i]
		alumni := func(o found) bool { return o.Kind == data.Alumni && o.organisation == t.organisation }
		if t.Kind == data.Coworker && says(data.Coworker, t.organisation, false) && !slices.ContainsFunc(ties, alumni) {
			ties = append(ties, t.apart())
		}
	}
	kept := slices.DeleteFunc(ties, func(t found) bool {
		return says(t.Kind, t.organisation, false) || t.organisation != 0 && says(t.beside, t.organisation, false)
	})
	colleagues := slices.ContainsFunc(kept, func(t found) bool { return t.Kind == data.Colleague })
	kept = slices.DeleteFunc(kept, func(t found) bool {
		return t.organisation == 0 && t.beside == data.Colleague && !colleagues
	})
	for i := range kept {
		if t := &kept[i]; says(t.Kind, t.organisation, true) {
			t.Sure, t.Confirmed = data.Certain, true
		}
	}
	return kept
}

// apart returns the alumni tie of two people whose roles say that they were coworkers, and who were not.
func (t *found) apart() found {
	apart := *t
	apart.Kind, apart.Sure = data.Alumni, data.Likely
	apart.Until, apart.Current, apart.Months = data.PartialDay{}, false, -1
	return apart
}
