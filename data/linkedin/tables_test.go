package linkedin

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"peerage/data"
)

func readAll(text string) []data.Reading {
	return Read("x.csv", strings.NewReader(text), int64(len(text)))
}

func TestLongNotesHideNoHeader(t *testing.T) {
	got := readText("Notes:\n" + strings.Repeat("\"When exporting your connection data, you may notice …\"\n", 15_000) + oneConnection)
	if len(got.People) != 1 || len(got.Problems) != 0 {
		t.Errorf("%d people, %v", len(got.People), got.Problems)
	}
}

func TestTwoExportsOfOtherColumnsInOneFileAreReadEachByItsOwn(t *testing.T) {
	const first = head + "Ana,Sá,https://www.linkedin.com/in/ana,,Halden,Chef,08 Feb 2026\n,,,,,,07 Jun 2026\n"
	for name, second := range map[string]string{
		"fewer columns":                   "First Name,Last Name,Email Address,Company,Position,Connected On\nBob,Roe,,Orbita,Cook,9 Feb 2020\n",
		"as many in another order":        "Last Name,First Name,URL,Connected On,Company,Position,Email Address\nRoe,Bob,,9 Feb 2020,Orbita,Cook,\n",
		"another delimiter, and German":   "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am\r\nBob;Roe;;;Orbita;Cook;9 Feb 2020\r\n",
		"the same with another delimiter": strings.ReplaceAll(head, ",", ";") + "Bob;Roe;;;Orbita;Cook;9 Feb 2020\n",
	} {
		got := readAll(first + second)
		if len(got) != 2 {
			t.Errorf("%s: %d readings", name, len(got))
			continue
		}
		want := []data.PersonDraft{person(5, "", "Bob", "Roe", "", "Orbita", "Cook", data.NewDay(2020, 2, 9))}
		if !reflect.DeepEqual(got[1].People, want) || len(got[0].People) != 1 || got[0].Skipped != 1 || got[1].File != "x.csv" {
			t.Errorf("%s: got %+v", name, got)
		}
		checkProblems(t, got[0])
		checkProblems(t, got[1])
	}
}

func TestJobsAndConnectionsInOneFileAreBothRead(t *testing.T) {
	const more = "Title,Company Name,Started On,Finished On\nChef,Halden,2020,\nCook,Orbita,2018,2020\n"
	got := readAll(onePosition + more + oneConnection)
	if len(got) != 1 || len(got[0].Roles) != 2 || len(got[0].People) != 1 || got[0].Skipped != 1 {
		t.Fatalf("got %+v", got)
	}
	checkProblems(t, got[0], "4  repeated Chef Halden")
}

func TestWhatIsSkippedOfSeveralTablesIsCountedByItsKind(t *testing.T) {
	got := readAll(head + ",,,,,,07 Jun 2026\n" + receivedHead + "2024/01/01 10:00:00 UTC,Go,Ana,Sá,,PENDING\n" + head + ",,,,,,08 Jun 2026\n")
	if len(got) != 1 || got[0].Skipped != 3 || got[0].SkippedExchanges != 1 || got[0].Hidden != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestAFileHasNoMoreTablesThanSomebodyPutIntoOne(t *testing.T) {
	var file strings.Builder
	for i := range maxTables + 2 {
		file.WriteString(strings.Replace(oneConnection, "Ana", fmt.Sprint("Ana ", i), 1))
		file.WriteString("First Name,Last Name,Connected On\nBob,Roe,\n")
	}
	got := readAll(file.String())
	people, skipped := 0, 0
	for _, r := range got {
		people, skipped = people+len(r.People), skipped+r.Skipped
	}
	if people != maxTables || skipped != maxTables+4 {
		t.Errorf("%d people, %d skipped", people, skipped)
	}
}

func TestADayThatNoConnectionCanHaveIsLeftOut(t *testing.T) {
	got := readText(head + "Ana,Sá,,,,,01 May 1020\nBob,Roe,,,,,31 Dec 2002\nKim,Lee,,,,,05 May 2003\n")
	if len(got.People) != 3 || got.People[0].Connected != 0 || got.People[1].Connected != 0 || got.People[2].Connected != data.NewDay(2003, 5, 5) {
		t.Errorf("got %+v", got.People)
	}
	checkProblems(t, got, "2 Connected On early_day 01 May 1020", "3 Connected On early_day 31 Dec 2002")
}

func TestNoJobBeganInTheMiddleAges(t *testing.T) {
	got := readText("Company Name,Title,Description,Location,Started On,Finished On\nHalden,Chef,,,Jan 1020,\nHalden,Cook,,,2018,1020\n")
	if len(got.Roles) != 1 || !got.Roles[0].From.IsZero() || got.Skipped != 1 {
		t.Errorf("got %+v", got)
	}
	checkProblems(t, got, "2 Started On bad_day Jan 1020", "3 Finished On no_day 1020")
	got = readText(receivedHead + "1020/01/01 10:00:00 UTC,Go,Ana,Sá,,ACCEPTED\n")
	checkProblems(t, got, "2 Endorsement Date no_day 1020/01/01 10:00:00 UTC")
}

func TestADayThatEndsTheFileIsShortOnlyWhereItMayBe(t *testing.T) {
	for _, tt := range []struct{ before, last, want string }{
		{"2026-6-17", "2026-6-7", "2026-06-07"},
		{"2026-11-20", "2026-6-7", "2026-06-07"},
		{"2026-11-20", "2026-12-4", "2026-12-04"}, // no day begins with a 4
		{"2026-11-20", "2026-6-1", "2026-06-01"},  // its month shows the manner
		{"2026-6-17", "2026-12-1", "2026-12-01"},  // that of another does
		{"2026-11-3", "2026-12-1", "2026-12-01"},
		{"2026/11/3", "2026/12/1", "2026-12-01"},
		{"2026-11-20", "2026-12-1", ""},
		{"2026-06-17", "2026-12-1", ""},
		{"2026-11-20", "2026-06-1", ""},
		{"2026-6-17", "2026-06-1", ""},
		{"17 Jun 2019", "7 Jun 20", ""},
		{"17-Jun-19", "7-Jun-20", "2020-06-07"},
		{"2026-06-17", "7 Jun 2026", "2026-06-07"},
	} {
		got := readText(head + "Ana,Sá,,,,," + tt.before + "\nBob,Roe,,,,," + tt.last)
		if len(got.People) != 2 || got.People[1].Connected.String() != tt.want {
			t.Errorf("%s after %s: %+v, want %q", tt.last, tt.before, got.People, tt.want)
		}
		if tt.want == "" {
			checkProblems(t, got, "3 Connected On cut_short "+tt.last)
		} else {
			checkProblems(t, got)
		}
	}
	// A day that is not in the last column was not cut.
	checkProblems(t, readText("Connected On,First Name,Last Name\n08 Feb 2019,Ana,Sá\n08 Feb 20,Bob,Roe"))
}

// BenchmarkReadWithoutDays is a file whose entries end in text, so that a header may hide in each.
func BenchmarkReadWithoutDays(b *testing.B) {
	file := manyConnections(100_000)
	for day := range 28 {
		file = bytes.ReplaceAll(file, fmt.Appendf(nil, ",%02d Feb 2021\n", day+1), []byte(",\n"))
	}
	b.ReportAllocs()
	for b.Loop() {
		if got := Read("x", bytes.NewReader(file), int64(len(file))); len(got[0].People) != 99_000 {
			b.Fatal(len(got[0].People))
		}
	}
}
