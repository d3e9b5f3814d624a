package linkedin

import (
	"strings"
	"testing"
	"time"

	"peerage/data"
)

func TestDatesAreReadInEveryFormThatIsClear(t *testing.T) {
	tests := map[string]string{
		"08 Feb 2026": "2026-02-08", "8 Feb 2026": "2026-02-08", "4-Apr-21": "2021-04-04", "4-Apr-2021": "2021-04-04",
		"2026-02-08": "2026-02-08", "2026/2/8": "2026-02-08", "Feb 8, 2026": "2026-02-08", "08.02.2026": "2026-02-08",
		"08.02.26": "2026-02-08", "15/02/2026": "2026-02-15", "02/15/2026": "2026-02-15", "03/03/2026": "2026-03-03",
		"8. Februar 2026": "2026-02-08", "08. Mär. 2026": "2026-03-08", "8 févr. 2026": "2026-02-08", "8 août 2026": "2026-08-08",
		"8 de fevereiro de 2026": "2026-02-08", "8 ene. 2026": "2026-01-08", "8 dic 2026": "2026-12-08", "8 mei 2026": "2026-05-08",
		"8 gen 2026": "2026-01-08", "8 juil. 2026": "2026-07-08", "08 DEZ 2026": "2026-12-08",
		"Jan 2020": "2020-01", "Jan-20": "2020-01", "Sep-98": "1998-09", "2020": "2020", "2020-01": "2020-01", "01/2020": "2020-01",
		"29 Feb 2024": "2024-02-29", "08-maj-26": "2026-05-08", "8. des. 2026": "2026-12-08", "8 paź 2026": "2026-10-08",
		"8 września 2026": "2026-09-08", "08.Şub.2026": "2026-02-08", "8 Ağu 2026": "2026-08-08",

		"08/02/2026": "", "31 Feb 2026": "", "29 Feb 2026": "", "32 Jan 2026": "", "0 Jan 2026": "", "2026-13": "", "2026-00-08": "",
		"8 jui 2026": "", "8 Foo 2026": "", "Jan": "", "20": "", "26-Jan": "", "8 Feb": "", "1 2 3 4": "", "45331": "", "": "", "-": "",
		"15/02/26": "", "0000": "", "8 Feb 2026 at noon": "",
	}
	for text, want := range tests {
		got, ok := parseDate(text)
		if got.String() != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t, want %q", text, got, ok, want)
		}
	}
}

func TestNoShortMonthIsTwoMonths(t *testing.T) {
	for name, want := range map[string]time.Month{"mar": 3, "mai": 5, "mag": 5, "jui": 0, "juin": 6, "giu": 6, "lug": 7, "ago": 8, "out": 10, "ott": 10, "ma": 0} {
		if got := monthCalled(name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}

func TestAProfileIsItsSlugHoweverItsAddressIsWritten(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.linkedin.com/in/ana-sa-1b2c":       "ana-sa-1b2c",
		"http://de.linkedin.com/in/Ana-SA/":             "ana-sa",
		"linkedin.com/in/ana?trk=x":                     "ana",
		"HTTPS://WWW.LINKEDIN.COM/IN/ANA#about":         "ana",
		"https://www.linkedin.com/in/ana/de":            "ana",
		"www.linkedin.com/in/bj%C3%B6rn-%E6%9D%8E":      "björn-李",
		"https://www.linkedin.com/in/björn":             "björn",
		"https://www.linkedin.com/in/bjo%cc%88rn":       "björn",
		"https://www.linkedin.com/in/%E2%80%8D":         "",
		"https://www.linkedin.com/in/":                  "",
		"https://www.linkedin.com/company/halden":       "",
		"https://linkedin.com.example.org/in/ana":       "",
		"https://notlinkedin.com/in/ana":                "",
		"https://example.org/?linkedin.com/in/ana":      "",
		"javascript://www.linkedin.com/in/ana":          "",
		"https://www.linkedin.com/in/a%2Fb":             "",
		"https://www.linkedin.com/in/a%zz":              "",
		"https://www.linkedin.com/in/a%FF":              "",
		"https://www.linkedin.com/in/a%00b":             "",
		"https://www.linkedin.com/in/a%E2%80%AEb":       "",
		"https://www.linkedin.com/in/ana sa":            "",
		"https://user@www.linkedin.com@evil.org/in/ana": "",
	} {
		got, ok := slug(address)
		if got != want || ok != (want != "") {
			t.Errorf("%s: got %q, %t, want %q", address, got, ok, want)
		}
	}
}

func TestAMailboxHasANameAndAHost(t *testing.T) {
	for address, want := range map[string]string{
		"Ana.Sa+x@Example.org": "ana.sa+x@example.org", "ana@müller.example": "ana@müller.example", "a@b.co": "a@b.co",
		"ana": "", "ana@": "", "@example.org": "", "ana@localhost": "", "ana@.org": "", "ana@example..org": "", "ana@-x.org": "",
		"a b@example.org": "", "a@b@example.org": "", "Ana <ana@example.org>": "", "ana@exa mple.org": "", "a,b@example.org": "",
	} {
		got, ok := mailbox(address)
		if got != want || ok != (want != "") {
			t.Errorf("%s: got %q, %t, want %q", address, got, ok, want)
		}
	}
}

func TestAnAddressThatIsNoneIsLeftOut(t *testing.T) {
	got := readText(head + "Ana,Sá,,ana@localhost,,,\n")
	if got.People[0].Email != "" {
		t.Errorf("kept %q", got.People[0].Email)
	}
	checkProblems(t, got, "2 Email Address bad_address ana@localhost")
}

func TestTheSnapshotDayIsInTheNameOrAboveIt(t *testing.T) {
	modified := data.NewDay(2026, 11, 20)
	for path, want := range map[string]string{
		"Basic_LinkedInDataExport_11-15-2026.zip":              "2026-11-15",
		"/home/ana/Complete_LinkedInDataExport_01-02-2025.zip": "2025-01-02",
		"Basic_LinkedInDataExport_11-15-2026 (1).zip":          "2026-11-15",
		"linkedin/2026-11-15/Connections.csv":                  "2026-11-15",
		`C:\LinkedIn\2025-11-16\Connections.csv`:               "2025-11-16",
		"2025_11_16.csv":                                       "2025-11-16",
		"linkedin/2024-11/Connections.csv":                     "2024-11-30",
		"linkedin/2024-02/Connections.csv":                     "2024-02-29",
		"linkedin/2026-11/Connections.csv":                     "2026-11-20", // the month is not over
		"2024-11-16/Connections 2025-03-01.csv":                "2025-03-01", // the nearest wins
		"Export 16-11-2025/Connections.csv":                    "2025-11-16",
		"LinkedIn 20251116.zip":                                "2025-11-16",
		"2025111612.zip":                                       "2026-11-20",
		"20251316.zip":                                         "2026-11-20",
		"2026-02-30/Connections.csv":                           "2026-11-20",
		"Basic_LinkedInDataExport_13-15-2026.zip":              "2026-11-20",
		"1999-11-15/Connections.csv":                           "2026-11-20",
		"2026-13/Connections.csv":                              "2026-11-20",
		"tel-0301234-11-15.csv":                                "2026-11-20",
		"Connections.csv":                                      "2026-11-20",
		"":                                                     "2026-11-20",
	} {
		got, named := SnapshotDay(path, modified)
		if got.String() != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
		if undated := got == modified && !strings.HasPrefix(path, "linkedin/2026-11/"); named == undated {
			t.Errorf("%s: a day in the path %v", path, named)
		}
	}
}
