package names

import "testing"

func TestTheEmployerOfAPostDoesNotCount(t *testing.T) {
	r := rules(t)
	for _, c := range []struct {
		employer string
		equal    []string
	}{
		{"Lumen", []string{"Analyst", "Analyst, Lumen", "Analyst - Lumen", "Analyst – Lumen", "Analyst (Lumen)", "Analyst at Lumen", "Analyst @ Lumen", "Analyst @Lumen", "Analyst | Lumen", "Analyst at LUMEN, Inc.", "Analyst @ Lumen, Inc.", "Analyst, Lumen Ltd", "Analyst | @Lumen, Inc.", "Lumen - Analyst", "Lumen, Inc. | Analyst"}},
		{"Lumen, Inc.", []string{"Analyst", "Analyst, Lumen", "Analyst, Lumen, Inc.", "Analyst (Lumen Inc)", "Analyst at Lumen", "Analyst @ Lumen, Inc. | Speaker"}},
		{"Redwood Clinic", []string{"Nurse", "Nurse - Remote at Redwood Clinic", "Nurse | Speaker at Redwood Clinic", "Nurse, MBA, Redwood Clinic", "Nurse (she/her) - Redwood Clinic", "Nurse at Redwood Clinic - Remote"}},
		{"Wisła Software Sp. z o.o.", []string{"Programista", "Programista, Wisła Software", "Programista - Wisla Software Sp. z o.o."}},
		{"Sable & Stone LLP", []string{"VP, Sales", "VP, Sable and Stone, Sales", "VP Sales, Sable & Stone", "VP, Sales (Sable & Stone LLP)"}},
		{"University of Eastmere", []string{"Dean", "Dean, Eastmere University", "Dean at the University of Eastmere", "Dean at University of Eastmere"}},
		{"Skyline (YC W21)", []string{"Analyst", "Analyst at Skyline", "Analyst at Skyline (YC W21)", "Analyst @ Skyline (YC W21)", "Analyst, Skyline"}},
		{"Orbita SA", []string{"Chef", "Chef, Orbita SA", "Chef, Orbita SA at Orbita SA", "Chef at Orbita SA @ Orbita"}},
		{"山本製作所", []string{"部長", "部長、山本製作所", "部長 @ 株式会社山本製作所"}},
		{"شركة حلول الشرق", []string{"Dean of Science", "Dean of Science, شركة حلول الشرق"}},
	} {
		want := r.TitleAt(c.equal[0], c.employer)
		for _, written := range c.equal {
			if got := r.TitleAt(written, c.employer); got != want {
				t.Errorf("at %s %q is %q, and %q is %q", c.employer, written, got, c.equal[0], want)
			}
		}
	}
}

func TestWhatIsNotTheEmployerCounts(t *testing.T) {
	r := rules(t)
	for _, c := range []struct{ employer, a, b string }{
		{"Lumen", "Analyst", "Analyst, Orbita"},
		{"Lumen", "Analyst", "Analyst, Lumen Foundry"},
		{"Lumen Foundry", "Analyst", "Analyst, Lumen"},
		{"Lumen", "Analyst", "Analyst, Lumen Products"},
		{"Lumen", "Analyst", "Lumen Analyst"},
		{"Vantage Retail", "Manager", "Manager, Retail"},
		{"Retired", "Nurse", "Nurse, Retired"},
		{"Freelance", "Designer", "Designer, Freelance Coach"},
		{"", "Analyst", "Analyst, Lumen"},
		{"-", "Analyst", "Analyst, Lumen"},
		{"Lumen", "Lumen", ""},
		{"Lumen", "Lumen, Speaker", "Speaker"},
		{"Lumen", "Director, Finance", "Director"},
	} {
		if form := r.TitleAt(c.a, c.employer); form == r.TitleAt(c.b, c.employer) {
			t.Errorf("at %q both %q and %q are %q", c.employer, c.a, c.b, form)
		}
	}
}
