package words

import (
	"testing"

	"peerage/data"
)

func TestWhoSomebodyIsNowIsOneSentence(t *testing.T) {
	w := english(t)
	for want, c := range map[string]struct {
		role *data.Role
		more []string
	}{
		"":                             {},
		"Porto.":                       {more: []string{"", "Porto"}},
		"Zenith.":                      {role: &data.Role{Employer: "Zenith"}},
		"Head of Data at Zenith, Inc.": {role: &data.Role{Title: "Head of Data", Employer: "Zenith, Inc."}},
		"Head of Data at Zenith, director, Porto.": {role: &data.Role{Title: "Head  of\nData", Employer: "Zenith"}, more: []string{"director", "Porto"}},
	} {
		if got := w.Now(c.role, c.more...); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
