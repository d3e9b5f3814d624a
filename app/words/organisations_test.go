package words

import (
	"testing"

	"peerage/data"
)

func TestWhomOneKnowsIsSaidInASentence(t *testing.T) {
	w := english(t)
	july, february := data.PartialDay{Year: 2016, Month: 7}, data.PartialDay{Year: 2020, Month: 2}
	for want, k := range map[string]Known{
		"You know seven people at Halden Bank, two of them in management; Ana could introduce you.": {Organisation: "Halden Bank", Now: 7, Before: 3, InManagement: 2, Introducer: "Ana"},
		"You know one person at Halden.":                                                  {Organisation: "Halden", Now: 1},
		"You know one person at Halden, who is in management.":                            {Organisation: "Halden", Now: 1, InManagement: 1},
		"You know two people at Halden, all in management.":                               {Organisation: "Halden", Now: 2, InManagement: 2},
		"You know two people at Halden, one of them in management.":                       {Organisation: "Halden", Now: 2, InManagement: 1},
		"You know nobody at Halden now, and 20 people who were there.":                    {Organisation: "Halden", Before: 20},
		"You know nobody at Halden. You were there yourself, July 2016 to February 2020.": {Organisation: "Halden", There: true, Mine: [2]data.PartialDay{july, february}},
		"You know nobody at Halden. You were there yourself.":                             {Organisation: "Halden", There: true},
		"You know nobody at Halden. You are there yourself.":                              {Organisation: "Halden", There: true, Here: true, Mine: [2]data.PartialDay{july}},
	} {
		if got := w.Known(k); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestAStayIsSaidWithWhatIsKnown(t *testing.T) {
	w := english(t)
	from, to := data.PartialDay{Year: 2016}, data.PartialDay{Year: 2020}
	for _, c := range []struct {
		title        string
		since, until data.PartialDay
		want         string
	}{
		{"Engineer", from, data.PartialDay{}, "Engineer since 2016"}, {"Engineer", from, to, "Engineer, 2016 to 2020"},
		{"Engineer", data.PartialDay{}, to, "Engineer until 2020"}, {"Engineer", data.PartialDay{}, data.PartialDay{}, "Engineer"},
		{"", from, data.PartialDay{}, "since 2016"}, {"", data.PartialDay{}, data.PartialDay{}, ""},
	} {
		if got := w.Stay(c.title, c.since, c.until); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	today := data.NewDay(2026, 11, 22)
	for line, want := range map[string]string{"Engineer": "Engineer · last contact yesterday", "": "Last contact yesterday"} {
		if got := w.WithContact(line, today-1, today); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := w.WithContact("Engineer", 0, today); got != "Engineer" {
		t.Errorf("without contact: %q", got)
	}
	if got := w.Counted(1, 20, 1); got != "1 now, 20 before, 1 in management" || w.Counted(0, 0, 0) != "" {
		t.Errorf("counted %q", got)
	}
}
