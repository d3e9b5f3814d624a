package words

import "testing"

func TestADayIsReadAsPeopleWriteIt(t *testing.T) {
	w := english(t)
	for in, want := range map[string]string{
		"12 May": "--05-12", "May 12": "--05-12", "12 may 1980": "1980-05-12", "May 12, 1980": "1980-05-12", "12. Sep. 1980": "1980-09-12",
		"3rd March": "--03-03", "1980 May 12": "1980-05-12", "05-12": "--05-12", "5-2": "--05-02", "29 February": "--02-29",
		"": "", "May": "", "12": "", "May 1980": "", "30 February": "", "29 February 2015": "", "13-01": "", "soon": "", "12 13 May": "", "12 May May": "", "1980-05": "",
		"0 May": "", "12 Mayor": "",
	} {
		p, ok := w.ReadDay(in)
		if ok != (want != "") || ok && p.String() != want {
			t.Errorf("%q → %v, %v; want %q", in, p, ok, want)
		}
	}
}

func TestADayThatIsWrittenIsReadBack(t *testing.T) {
	w := english(t)
	for _, s := range []string{"2016-06-30", "--02-29", "1980-12-01"} {
		if p, ok := w.ReadDay(w.Partial(partial(t, s))); !ok || p.String() != s {
			t.Errorf("%q → %v", w.Partial(partial(t, s)), p)
		}
	}
}

func TestAComingDayIsReadAsPeopleSayIt(t *testing.T) {
	w := english(t)
	sunday := partial(t, "2026-11-22").Earliest()
	for in, want := range map[string]string{
		"today": "2026-11-22", " Tomorrow ": "2026-11-23", "friday": "2026-11-27", "Fri": "2026-11-27", "Sunday": "2026-11-29", "mon": "2026-11-23",
		"22 November": "2026-11-22", "21 November": "2027-11-21", "12-06": "2026-12-06", "29 February": "2028-02-29", "12 May 2030": "2030-05-12",
		"yesterday": "", "": "", "soon": "", "30 February": "",
	} {
		p, ok := w.ReadComing(in, sunday)
		if ok != (want != "") || ok && p.String() != want {
			t.Errorf("%q → %v, %v; want %q", in, p, ok, want)
		}
	}
}
