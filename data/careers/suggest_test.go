package careers_test

import (
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/careers"
)

func TestANameOfAnOrganisationIsCompleted(t *testing.T) {
	var all []data.Organisation
	for _, name := range []string{"University of Halden", "Halden Bank", "Halden & Sons", "Économie SA", "东方科技", "Zenith"} {
		all = append(all, data.Organisation{Name: name})
	}
	known := careers.NewKnown(all)
	for typed, want := range map[string][]string{
		"":              nil,
		"  ":            nil,
		"hal":           {"Halden Bank", "Halden & Sons", "University of Halden"},
		"HALDEN b":      {"Halden Bank"},
		"Halden Bank":   nil,
		"halden bank":   {"Halden Bank"},
		"alden":         nil,
		"economie":      {"Économie SA"},
		"东":             {"东方科技"},
		"nobody of all": nil,
	} {
		if got := known.Complete(typed, 3); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := known.Complete("hal", 2); len(got) != 2 {
		t.Errorf("%q are more than two", got)
	}
	if got := new(careers.Known).Complete("hal", 3); len(got) != 0 {
		t.Errorf("knows %q of nothing", got)
	}
}
