package linkedin

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"peerage/data"
)

const head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

func readText(text string) data.Reading {
	return Read("x.csv", strings.NewReader(text), int64(len(text)))[0]
}

func readTestdata(t *testing.T, name string) data.Reading {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return Read(name, bytes.NewReader(b), int64(len(b)))[0]
}

func person(line int, slug, given, family, email, organisation, title string, connected data.Day) data.PersonDraft {
	return data.PersonDraft{Line: line, Profile: slug, Given: given, Family: family, Email: email,
		Organisation: organisation, Title: title, Connected: connected}
}

func role(line int, organisation, title, place, text string, from, to data.PartialDay) data.RoleDraft {
	return data.RoleDraft{Line: line, Organisation: organisation, Title: title, Place: place, Text: text, From: from, To: to}
}

// problems returns each as "line field reason value".
func problems(r data.Reading) (out []string) {
	for _, p := range r.Problems {
		out = append(out, fmt.Sprintf("%d %s %s %s", p.Line, p.Field, p.Reason, p.Value))
	}
	return out
}

func checkProblems(t *testing.T, r data.Reading, want ...string) {
	t.Helper()
	if got := problems(r); !slices.Equal(got, want) {
		t.Errorf("problems %q\nwant     %q", got, want)
	}
}

func TestEveryLayoutOfConnectionsGivesTheSamePeople(t *testing.T) {
	want := []data.PersonDraft{
		person(0, "ana-dlamini-b6e590", "Ana", "van der Berg", "", "City of Eastmere", "Capo progetto", data.NewDay(2024, 5, 31)),
		person(0, "tiago-nowak-ff77f5", "Tiago", "Nowak", "", "Halden Bank", "مشرف وردية", data.NewDay(2024, 5, 21)),
		person(0, "olu-carvalho-8279bf", "Olu", "Carvalho", "", "Halden Bank", "PM @ Google | ex-Uber", data.NewDay(2024, 5, 13)),
		person(0, "priya-oliveira-14e6d3", "Priya", "Oliveira", "", "Kestrel Laboratories", "Site Manager – Residential Housing", data.NewDay(2024, 5, 9)),
		person(0, "bjorn-fischer-e74164", "Björn", "Fischer", "", "Orbital Freight", "Senior Software Consultant (ex-CTO)", data.NewDay(2024, 5, 2)),
		person(0, "mei-suzuki-8ef54f", "Mei", "Suzuki", "", "Orbital Freight", "Creative Director", data.NewDay(2024, 4, 29)),
		person(0, "ingrid-fischer-6fcac0", "Ingrid", "Fischer", "", "Vantage", "Gerente General", data.NewDay(2024, 2, 27)),
		person(0, "beatriz-demir-f6a3d8", "Beatriz", "Demir", "", "Northwind Systems", "Site Manager – Residential Housing", data.NewDay(2024, 2, 21)),
		person(0, "ines-novak-97929e", "Inés", "Novák", "", "Brightwater GmbH", "Enhetschef, hemtjänsten", data.NewDay(2024, 2, 20)),
		person(0, "fatima-nilsson-0f409c", "Fatima", "Nilsson", "fatima.nilsson@example.org", "Kestrel Laboratories", "Owner's Representative, hospital construction", data.NewDay(2021, 10, 14)),
	}
	layouts := []struct {
		file      string
		firstLine int
		hasSlug   bool
		hidden    int
	}{
		{"with-url.csv", 5, true, 1},
		{"without-url.csv", 5, false, 0},
		{"without-preamble.csv", 2, false, 0},
		{"spreadsheet.csv", 4, true, 1},
	}
	for _, layout := range layouts {
		t.Run(layout.file, func(t *testing.T) {
			got := readTestdata(t, layout.file)
			checkProblems(t, got)
			if got.Skipped != layout.hidden {
				t.Errorf("%d skipped, want %d hidden", got.Skipped, layout.hidden)
			}
			if len(got.People) != len(want) {
				t.Errorf("%d people, want %d", len(got.People), len(want))
			}
			people := map[string]data.PersonDraft{}
			for _, p := range got.People {
				people[p.Given+p.Family] = p
			}
			for _, w := range want {
				p := people[w.Given+w.Family]
				if w.Given == "Ana" && p.Line != layout.firstLine {
					t.Errorf("the first is on line %d, want %d", p.Line, layout.firstLine)
				}
				p.Line = 0
				if !layout.hasSlug {
					w.Profile = ""
				}
				if p != w {
					t.Errorf("got  %+v\nwant %+v", p, w)
				}
			}
		})
	}
}

func TestALocalisedHeaderIsRecognised(t *testing.T) {
	for _, header := range []string{
		"Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
		"Prénom;Nom;URL;Adresse e-mail;Entreprise;Poste;Connecté le",
		"Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Conectado el",
		"Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
		"Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Collegato il",
		"Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op",
		"FIRST_NAME\tlast-name\turl\te-mail address\tCOMPANY\tPosition\tConnected_On",
	} {
		row := strings.NewReplacer(",", string(header[strings.IndexAny(header, ",;\t")])).Replace(
			"\nAna,Sá,https://www.linkedin.com/in/ana,ana@example.org,Halden,Chef,08 Feb 2026\n")
		want := person(2, "ana", "Ana", "Sá", "ana@example.org", "Halden", "Chef", data.NewDay(2026, 2, 8))
		for _, mark := range []string{"", "\ufeff"} {
			got := readText(mark + header + row)
			if len(got.People) != 1 || got.People[0] != want {
				t.Errorf("%q%s: %+v", mark, header, got)
			}
		}
	}
}

func TestPositionsAreTheMembersOwnJobs(t *testing.T) {
	got := readTestdata(t, "positions.csv")
	checkProblems(t, got)
	want := []data.RoleDraft{
		role(2, "Brightwater GmbH", "Staff Engineer", "", "", data.PartialDay{Year: 2023, Month: 9}, data.PartialDay{}),
		role(3, "Kestrel Labs", "Staff Engineer", "", "", data.PartialDay{Year: 2020, Month: 3}, data.PartialDay{Year: 2023, Month: 8}),
		role(4, "Halden Bank", "Senior Software Engineer", "", "", data.PartialDay{Year: 2016, Month: 7}, data.PartialDay{Year: 2020, Month: 2}),
		role(5, "Northwind Systems", "Software Engineer", "", "", data.PartialDay{Year: 2012, Month: 9}, data.PartialDay{Year: 2016, Month: 6}),
	}
	if !reflect.DeepEqual(got.Roles, want) || len(got.People) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestAJobWhoseEndCannotBeReadIsNotTakenForACurrentOne(t *testing.T) {
	got := readText("Company Name,Title,Description,Location,Started On,Finished On\n" +
		"Halden,Chef,\"Soups.\r\n\r\n\r\n\tSauces.\",Porto,Jan-20,31 Feb 2021\n" + // the year of the end is certain
		"Halden,Cook,,,2018,some day\n" +
		"Halden,Help,,,Feb 2018,Jan 2017\n" +
		"Halden,Boss,,,03/04/2022,\n" +
		",,only this,,2018,\n")
	want := []data.RoleDraft{
		role(2, "Halden", "Chef", "Porto", "Soups.\n\nSauces.", data.PartialDay{Year: 2020, Month: 1}, data.PartialDay{Year: 2021}),
		role(8, "Halden", "Boss", "", "", data.PartialDay{Year: 2022}, data.PartialDay{}),
	}
	if !reflect.DeepEqual(got.Roles, want) || got.Skipped != 3 {
		t.Errorf("got %+v", got)
	}
	checkProblems(t, got, "2 Finished On bad_day 31 Feb 2021", "6 Finished On no_day some day",
		"7 Finished On no_day Jan 2017", "8 Started On bad_day 03/04/2022", "9 Company Name no_name only this")
}

func TestAYearThatTheEndOfTheFileCutIsNoYear(t *testing.T) {
	for date, cut := range map[string]string{
		"08 Feb 2019": "08 Feb 20", "8-Feb-2019": "8-Feb-20", "08.02.2019": "08.02.20", "2019-02-18": "2019-02-1",
	} {
		first := "09 Feb 2018"
		if strings.HasPrefix(date, "2019-") {
			first = "2018-02-09"
		}
		whole := head + "Ana,Sá,,,,," + first + "\nBob,Roe,,,,," + date
		got := readText(whole)
		checkProblems(t, got)
		if len(got.People) != 2 || got.People[1].Connected == 0 {
			t.Errorf("%s: got %+v", date, got.People)
		}
		got = readText(strings.TrimSuffix(whole, date) + cut)
		if len(got.People) != 2 || got.People[1].Connected != 0 {
			t.Errorf("%s: got %+v", cut, got.People)
		}
		checkProblems(t, got, "3 Connected On cut_short "+cut)
	}
	// A spreadsheet writes all years short, and may leave out the last line end.
	checkProblems(t, readText(head+"Ana,Sá,,,,,19-Feb-18\nBob,Roe,,,,,8-Feb-20"))
	got := readText(onePosition + "Halden,Cook,,,Mar 2012,Jan 20")
	if len(got.Roles) != 1 || got.Skipped != 1 {
		t.Errorf("got %+v", got)
	}
	checkProblems(t, got, "3 Finished On cut_short Jan 20")
}

func TestOfTwoFilesInOneTheSecondHeaderIsNobody(t *testing.T) {
	got := readText(head + "Ana,Sá,,,,,\n" + head + "Bob,Roe,,,,,\n")
	if len(got.People) != 2 || got.Skipped != 1 {
		t.Errorf("got %+v", got)
	}
	checkProblems(t, got, "3  repeated First Name")
}

func TestHiddenMembersAreSkippedWithoutAProblem(t *testing.T) {
	got := readText(head + ",,,,,,07 Jun 2026\nAna,,,,,,\n,,,,,,07 Jun 2026\n")
	if len(got.People) != 1 || got.Skipped != 2 {
		t.Errorf("got %+v", got)
	}
	checkProblems(t, got)
	got = readText("," + head + "0,,,,,,,07 Jun 2026\n1,Ana,,,,,,\n2,,,,,,,07 Jun 2026\n") // as a data frame is written
	if len(got.People) != 1 || got.Hidden != 2 {
		t.Errorf("got %+v", got)
	}
	checkProblems(t, got)
}

func TestATimeAfterADayIsLeftAside(t *testing.T) {
	got := readText(head + "Ana,Sá,,,,,2026-02-08 00:00:00\nBob,Roe,,,,,2026-02-08T00:00:00.000Z\nKim,Lee,,,,,\"8 Feb 2026, 0:00\"\n" +
		"Raj,Rao,,,,,2/3/26 0:00\nMia,May,,,,,0:00\nZoe,Zed,,,,,2026-02-08 00:0")
	checkProblems(t, got, "5 Connected On bad_day 2/3/26 0:00", "6 Connected On bad_day 0:00")
	for i, p := range got.People {
		if want := data.NewDay(2026, 2, 8); p.Connected != want && i != 3 && i != 4 {
			t.Errorf("%+v", p)
		}
	}
}

func TestWhatIsWrongWithAnEntryIsSaidAndTheRestIsRead(t *testing.T) {
	long := strings.Repeat("é", 5000)
	got := readText(head +
		"Ana,Sá,https://www.linkedin.com/in/ana,,Halden,Chef,08 Feb 2026\n" +
		"Ana,Sá,https://www.linkedin.com/in/ana,,Halden,Chef,08 Feb 2026\n" +
		"Ana,Souza,https://www.linkedin.com/in/ANA/,,Halden,Boss,08 Feb 2026\n" +
		",,https://www.linkedin.com/in/nobody,,Halden,Boss,08 Feb 2026\n" +
		"Raj,Rao,https://example.com/in/raj,not an address,,,31 Feb 2026\n" +
		"Raj,Rao,too,few\n" +
		"Raj,Rao,a,b,c,d,e,too many\n" +
		"Kim,\"Lee,,,,,\n" +
		long + ",Lee,,KIM@Example.org,Halden,Chef,03/04/2026\n" +
		"Bob,Roe,,,,,\n")
	checkProblems(t, got,
		"3  repeated Ana Sá",
		"4 URL repeated ana",
		"5 First Name no_name https://www.linkedin.com/in/nobody",
		"6 URL bad_address https://example.com/in/raj",
		"6 Email Address bad_address not an address",
		"6 Connected On bad_day 31 Feb 2026",
		"7  too_few_columns Raj",
		"8  too_many_columns Raj",
		"9  bad_quote Kim",
		"10 First Name value_too_long "+long[:2*80],
		"10 Connected On bad_day 03/04/2026")
	want := []data.PersonDraft{
		person(2, "ana", "Ana", "Sá", "", "Halden", "Chef", data.NewDay(2026, 2, 8)),
		person(6, "", "Raj", "Rao", "", "", "", 0),
		person(10, "", long[:2*data.MaxName], "Lee", "kim@example.org", "Halden", "Chef", 0),
		person(11, "", "Bob", "Roe", "", "", "", 0),
	}
	if !reflect.DeepEqual(got.People, want) || got.Skipped != 6 {
		t.Errorf("got %+v, %d skipped", got.People, got.Skipped)
	}
}

func TestTheSameEntryTwiceIsFoundWithoutProfilesToo(t *testing.T) {
	got := readText("First Name,Last Name,Email Address,Company,Position,Connected On\n" +
		"Ana,Sá,,Halden,Chef,08 Feb 2020\nAna,Sá,,Halden,Chef,09 Feb 2020\n Ana ,Sá,,Halden,Chef,8-Feb-20\n")
	if len(got.People) != 2 || got.Skipped != 1 {
		t.Errorf("got %+v", got)
	}
	checkProblems(t, got, "4  repeated Ana Sá")
}

func TestHostileTextBecomesHarmless(t *testing.T) {
	got := readText(head + "\"\u202eA\x07n\u0000a\u2066\",\" \u00a0S\r\n\tá\u200f \",,,\"=cmd|' /C calc'!A0\",نیم\u200cفاصله,\n" +
		"\u202e,\x1b,,,,,\n")
	want := []data.PersonDraft{person(2, "", "Ana", "S á", "", "=cmd|' /C calc'!A0", "نیم\u200cفاصله", 0)}
	if !reflect.DeepEqual(got.People, want) {
		t.Errorf("got %q", fmt.Sprint(got.People))
	}
	checkProblems(t, got, "4 First Name no_name ")
}

func TestAHugeCellIsCutAndItsEntryKept(t *testing.T) {
	huge := strings.Repeat("x", 10<<20)
	got := readText(head + "Ana,Sá,,," + huge + ",Chef,08 Feb 2026\nRaj,Rao,\"" + huge + "\",,,,\nKim,Lee,,,,,\n")
	if len(got.People) != 3 || len(got.People[0].Organisation) != data.MaxName || got.People[0].Title != "Chef" {
		t.Errorf("got %d people", len(got.People))
	}
	checkProblems(t, got, "2 Company value_too_long "+huge[:80], "3 URL bad_address "+huge[:80])
}

func TestOtherEncodingsAreReadAndMentioned(t *testing.T) {
	const text = head + "Zoë,Müller,,,Société,Chef,08 Feb 2026\n"
	wide := []byte{0xFF, 0xFE}
	for _, c := range utf16.Encode([]rune(text)) {
		wide = append(wide, byte(c), byte(c>>8))
	}
	var western []byte
	for _, r := range text {
		western = append(western, byte(r))
	}
	for name, tt := range map[string]struct {
		bytes   []byte
		problem []string
	}{
		"UTF-8":        {[]byte(text), nil},
		"a mark":       {[]byte("\ufeff" + text), nil},
		"UTF-16":       {wide, []string{"0  wrong_encoding UTF-16LE"}},
		"Windows-1252": {western, []string{"0  wrong_encoding Windows-1252"}},
	} {
		got := Read("x", bytes.NewReader(tt.bytes), int64(len(tt.bytes)))[0]
		want := []data.PersonDraft{person(2, "", "Zoë", "Müller", "", "Société", "Chef", data.NewDay(2026, 2, 8))}
		if !reflect.DeepEqual(got.People, want) {
			t.Errorf("%s: got %+v", name, got.People)
		}
		checkProblems(t, got, tt.problem...)
	}
}

func TestAFileCutInTheMiddleKeepsWhatIsWhole(t *testing.T) {
	for _, end := range []string{"Raj,Rao,https://www.link", "Raj,Rao,,,\"Halden, Lt"} {
		got := readText(head + "Ana,Sá,,,,,08 Feb 2026\n" + end)
		if len(got.People) != 1 || got.Skipped != 1 {
			t.Errorf("%q: got %+v", end, got)
		}
		checkProblems(t, got, "3  cut_short Raj")
	}
}

func TestWhatIsNotLinkedInsIsNotRecognised(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want data.ProblemReason
	}{
		"empty":     {"", data.EmptyFile},
		"prose":     {"Dear Ana,\nall well?\n", data.NotRecognised},
		"Google's":  {"First Name,Middle Name,Last Name,Organization Name\nAna,,Sá,Halden\n", data.NotRecognised},
		"Education": {"School Name,Start Date,End Date,Notes,Degree Name,Activities\n", data.NotRecognised},
		"binary":    {strings.Repeat("\x00\x01\x02\x89", 100), data.NotText},
	} {
		got := readText(tt.text)
		if len(got.Problems) != 1 || got.Problems[0] != (data.Problem{File: "x.csv", Reason: tt.want}) {
			t.Errorf("%s: %+v, want %s", name, got, tt.want)
		}
	}
	if got := Read("x.csv", strings.NewReader(head), maxFile+1); got[0].Problems[0].Reason != data.FileTooLarge {
		t.Errorf("a file beyond the limit: %+v", got)
	}
}

func TestFurtherEntriesThanAllowedAreCounted(t *testing.T) {
	const more = 3
	var file strings.Builder
	file.WriteString(head)
	for i := range maxEntries + more {
		fmt.Fprintf(&file, "Ana %d,,,,,,\n", i)
	}
	got := readText(file.String())
	if len(got.People) != maxEntries || got.Skipped != more {
		t.Errorf("%d people, %d skipped", len(got.People), got.Skipped)
	}
	checkProblems(t, got, fmt.Sprintf("%d  file_too_large ", maxEntries+2))
}

// manyConnections returns a file of n entries such as LinkedIn writes, every hundredth hidden.
func manyConnections(n int) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	for i := range n {
		if i%100 == 99 {
			b.WriteString(",,,,,,07 Jun 2026\n")
			continue
		}
		fmt.Fprintf(&b, "Ana %d,van der Bérg,https://www.linkedin.com/in/ana-van-der-berg-%06d,,\"Eastmere, City of\",Senior Engineer,%02d Feb 2021\n", i, i, i%28+1)
	}
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			file := manyConnections(n)
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				got := Read("Connections.csv", bytes.NewReader(file), int64(len(file)))[0]
				if len(got.People)+got.Skipped != n || len(got.Problems) != 0 {
					b.Fatal(len(got.People), got.Skipped, got.Problems)
				}
			}
		})
	}
}
