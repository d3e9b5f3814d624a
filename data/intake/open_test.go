package intake_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"peerage/data"
	"peerage/data/intake"
)

const small = withProfiles + "Ana,Souza,https://www.linkedin.com/in/ana,,Halden,Engineer,01 May 2020\n"

// november is the day of these tests.
var november = data.NewDay(2026, 11, 22)

func put(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipped(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range files {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatCannotBeOpenedIsAnError(t *testing.T) {
	if _, err := intake.Open(filepath.Join(t.TempDir(), "missing.csv"), 0, november); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := intake.Open(t.TempDir(), 0, november); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("a folder: %v", err)
	}
}

func TestWhatIsWrongInAFileIsAProblemAndTheRestIsRead(t *testing.T) {
	var wide []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + small)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	archive := zipped(t, map[string][]byte{"Connections.csv": []byte(small), "Positions.csv": positions(2026), "Skills.csv": []byte("Name\nGo\n")})
	for _, c := range []struct {
		name    string
		content []byte
		people  int
		want    data.ProblemReason // "" for none
	}{
		{"Connections.csv", []byte(small), 1, ""},
		{"empty.csv", nil, 0, data.EmptyFile},
		{"picture.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02"), 0, data.NotText},
		{"letter.txt", []byte("Dear Ana,\nhow are you?\n"), 0, data.NotRecognised},
		{"cut.csv", []byte(small + "Bob,\"Smi"), 1, data.CutShort},
		{"wide.csv", wide, 1, data.WrongEncoding},
		{"columns.csv", []byte(small + "a,b\n"), 1, data.TooFewColumns},
		{"day.csv", []byte(strings.Replace(small, "01 May", "31 Feb", 1)), 1, data.BadDay},
		{"archive.zip", archive, 1, data.FileSkipped},
		{"cut.zip", archive[:len(archive)/2], 0, data.ArchiveBroken},
		{"bomb.zip", zipped(t, map[string][]byte{"Connections.csv": append([]byte(small), bytes.Repeat([]byte{' '}, 65<<20)...)}), 0, data.ArchiveTooLarge},
	} {
		files, err := intake.Open(put(t, c.name, c.content), data.NewDay(2026, 11, 15), november)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		people, told := 0, c.want == ""
		for _, f := range files {
			people += len(f.People)
			for _, p := range f.Problems {
				told = told || p.Reason == c.want
			}
		}
		if people != c.people || !told {
			t.Errorf("%s: %d people, want %d and the problem %q: %+v", c.name, people, c.people, c.want, files)
		}
		s := open(t)
		if plan := bring(t, s, files...); count(t, s) != c.people || len(plan.Problems) == 0 && c.want != "" {
			t.Errorf("%s: %d people, %+v", c.name, count(t, s), plan)
		}
	}
}

func TestTheDayOfAFileIsInItsPathOrItsAge(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2025-11-16")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "Connections.csv")
	if err := os.WriteFile(path, []byte(small), 0o600); err != nil {
		t.Fatal(err)
	}
	for given, want := range map[data.Day]data.Day{0: data.NewDay(2025, 11, 16), data.NewDay(2024, 1, 2): data.NewDay(2024, 1, 2)} {
		files, err := intake.Open(path, given, november)
		if err != nil || len(files) != 1 || files[0].Day != want {
			t.Errorf("given %s: %v, %v, want %s", given, files, err, want)
		}
	}
}

func TestFoldersInAnArchiveTellTheDaysOfTheirFiles(t *testing.T) {
	path := put(t, "Basic_LinkedInDataExport_11-15-2026.zip", zipped(t, map[string][]byte{
		"2024-11-17/Connections.csv": []byte(small), "Old/2025-11-16/Positions.csv": positions(2020), "../../Positions.csv": positions(2026),
	}))
	for given, want := range map[data.Day]map[string]data.Day{
		0: {"2024-11-17/Connections.csv": data.NewDay(2024, 11, 17), "Old/2025-11-16/Positions.csv": data.NewDay(2025, 11, 16),
			"../../Positions.csv": data.NewDay(2026, 11, 15)},
		november: {"2024-11-17/Connections.csv": november, "Old/2025-11-16/Positions.csv": november, "../../Positions.csv": november},
	} {
		files, err := intake.Open(path, given, november)
		if err != nil || len(files) != len(want) {
			t.Fatalf("%d files, %v", len(files), err)
		}
		for _, f := range files {
			if f.Day != want[f.File] || f.Undated {
				t.Errorf("given %s: %s is of %s, want %s", given, f.File, f.Day, want[f.File])
			}
		}
	}
}

func TestWithoutADateInItsPathAFileSpeaksOfNoDayAhead(t *testing.T) {
	path := put(t, "Connections.csv", []byte(small))
	for written, want := range map[data.Day]data.Day{november - 3: november - 3, november: november, november + 12: november} {
		noon := written.Time().Add(12 * time.Hour)
		if err := os.Chtimes(path, noon, noon); err != nil {
			t.Fatal(err)
		}
		if files, err := intake.Open(path, 0, november); err != nil || len(files) != 1 || files[0].Day != want {
			t.Errorf("written on %s: %v, %v, want %s", written, files, err, want)
		}
		if files, err := intake.Open(path, november+40, november); err != nil || files[0].Day != november+40 {
			t.Errorf("a day ahead that is given does not hold: %v, %v", files, err)
		}
	}
}

func TestADayOfConnectingAfterThatOfTheFileIsKeptAndTheFilesDayDoubted(t *testing.T) {
	path := put(t, "Connections.csv", []byte(withProfiles+"Ana,Souza,https://www.linkedin.com/in/ana,,Halden,Engineer,01 May 2020\n"+
		"Bob,Roe,https://www.linkedin.com/in/bob,,,,03 Jan 2019\nKim,Lee,https://www.linkedin.com/in/kim,,,,03 Jan 2027\n"+
		"Raj,Rao,https://www.linkedin.com/in/raj,,,,05 May 2019\n"))
	asOf := data.NewDay(2019, 1, 2)
	files, err := intake.Open(path, asOf, november)
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	var connected []string
	for _, p := range files[0].People {
		connected = append(connected, p.Connected.String())
	}
	if want := []string{"2020-05-01", "2019-01-03", "", "2019-05-05"}; !slices.Equal(connected, want) {
		t.Errorf("connected on %q, want %q", connected, want)
	}
	want := []data.Problem{
		{File: "Connections.csv", Line: 2, Field: "Connected On", Reason: data.LaterDay, Value: "2020-05-01"},
		{File: "Connections.csv", Line: 4, Field: "Connected On", Reason: data.FutureDay, Value: "2027-01-03"},
	}
	if !slices.Equal(files[0].Problems, want) {
		t.Errorf("problems %+v, want %+v", files[0].Problems, want)
	}
}

func TestTwoExportsInOneFileDoubleNobody(t *testing.T) {
	const old = withoutProfiles + "Ana,Souza,,Halden,Engineer,01 May 2020\n"
	files, err := intake.Open(put(t, "Connections.csv", []byte(small+old)), november, november)
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	s := open(t)
	if plan := bring(t, s, files...); count(t, s) != 1 || plan.Entries() != 2 || len(plan.Problems) != 0 {
		t.Errorf("%d people, %+v", count(t, s), plan)
	}
}

func FuzzImport(f *testing.F) {
	n := newNetwork(3, 6, false)
	f.Add(n.connections(true), n.connections(false))
	n.pass(2026)
	f.Add(n.connections(true), []byte(small))
	f.Add([]byte(withoutProfiles+"Ana,Souza,a@x.org,Halden,,01 May 2020\nAna,Souza,,Halden Inc.,,01 May 2020"), []byte(small+"Ana,Souza,https://linkedin.com/in/b,a@x.org,HALDEN LTD,x,01 May 2020"))
	f.Add(positions(2020), positions(2026))
	f.Add([]byte(small), []byte(small))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		if len(a)+len(b) > 4096 {
			return
		}
		first, second := read("a.csv", a, data.NewDay(2025, 1, 1)), read("b.csv", b, data.NewDay(2026, 1, 1))
		states := make([]string, 0, 2)
		for _, order := range [][][]intake.File{{first, second}, {second, first}} {
			s := open(t)
			for _, files := range order {
				entries := 0
				for _, f := range files {
					entries += len(f.People) + len(f.Roles) + f.Skipped
				}
				if plan := bring(t, s, files...); plan.Entries() != entries {
					t.Errorf("%d entries counted, there are %d", plan.Entries(), entries)
				}
			}
			states = append(states, state(t, s))
		}
		if states[0] != states[1] {
			t.Errorf("the order matters:\n%s", difference(states[0], states[1]))
		}
	})
}
