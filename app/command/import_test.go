package command_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

type imported struct {
	New, Changed, Same, Skipped int
	Problems                    []struct {
		File    string
		Line    int
		Field   string
		Message string
	}
}

func TestTheSameFilesChangeNothing(t *testing.T) {
	d := newDesk(t)
	files := d.archive()
	d.run(append([]string{"import"}, files...)...)
	if got := read[imported](d, append([]string{"import"}, files...)...); got.New+got.Changed+got.Skipped != 0 || got.Same != 8 {
		t.Errorf("%+v", got)
	}
	if got := d.run("undo"); got != "Undone: Import 3 files\n" {
		t.Error(got)
	}
	d.fails(1, []string{"nothing to undo"}, "undo")
}

func TestADryRunWritesNothing(t *testing.T) {
	d := newDesk(t)
	files := append([]string{"import", "--dry-run"}, d.archive()...)
	if got := d.run(files...); got != "Would be 5 new, 1 changed, 2 the same, 0 skipped. Nothing was written.\n" {
		t.Error(got)
	}
	if got := d.run("people", "--json"); got != "[]\n" {
		t.Error(got)
	}
}

func TestAProblemNamesItsPlaceAndTheRestIsImported(t *testing.T) {
	d := newDesk(t)
	file := d.file("Connections.csv", strings.Replace(connections2025, "02 Feb 2020", "31 Feb 2020", 1))
	got := read[imported](d, "import", file)
	if got.New != 3 || len(got.Problems) != 1 || got.Problems[0].File != "Connections.csv" || got.Problems[0].Line != 3 ||
		got.Problems[0].Field != "Connected On" || !strings.Contains(got.Problems[0].Message, "“31 Feb 2020” is no day.") {
		t.Errorf("%+v", got)
	}
	if text := d.run("import", file); !strings.Contains(text, "\n  Connections.csv, line 3, Connected On: “31 Feb 2020” is no day.") {
		t.Error(text)
	}
}

func TestADayOfConnectingThatIsStillToComeIsLeftOut(t *testing.T) {
	d := newDesk(t)
	file := d.file("Connections.csv", strings.Replace(connections2025, "02 Feb 2020", "02 Feb 2031", 1))
	got := read[imported](d, "import", "--as-of", "2025-11-20", file)
	if got.New != 3 || len(got.Problems) != 1 || got.Problems[0].Line != 3 || got.Problems[0].Field != "Connected On" ||
		!strings.Contains(got.Problems[0].Message, "“2031-02-02” is still to come.") {
		t.Errorf("%+v", got)
	}
	if got := d.run("people", "--json"); strings.Contains(got, "2031") {
		t.Error(got)
	}
}

func TestNoMovesSinceADayIsNotNoMovesAtAll(t *testing.T) {
	d := newDesk(t)
	if got := d.run("moves", "--since", "2020-01-01"); got != "No career has changed yet. Bring next year’s archive, or give roles their dates.\n" {
		t.Error(got)
	}
	d.run("import", "--as-of", "2024-11-20", d.file("Connections.csv", connections2025))
	d.run("import", "--as-of", "2025-11-20", d.file("Connections.csv", strings.ReplaceAll(connections2025, "Engineer", "Engineering Manager")))
	if got := d.run("moves"); strings.HasPrefix(got, "No career") {
		t.Fatal(got)
	}
	if got := d.run("moves", "--since", "2027-01-01"); got != "No career has changed since 1 January 2027, as far as is known. “peerage moves” lists those before.\n" {
		t.Error(got)
	}
}

func TestWhatCannotBeReadAtAllIsAFailureOfOneLine(t *testing.T) {
	d := newDesk(t)
	text, empty := d.file("notes.txt", "hello\n"), d.file("Connections.csv", "")
	d.fails(1, []string{"Nothing was imported.", "notes.txt: This is no file that Peerage reads."}, "import", text)
	d.fails(1, []string{"Connections.csv: The file is empty."}, "import", empty)
	d.fails(1, []string{"notes.txt", "Connections.csv", "There is one more problem."}, "import", text, empty, text, text)
	d.fails(1, []string{"missing.csv"}, "import", d.file("Connections.csv", connections2025), "missing.csv")
	d.fails(1, []string{"is a folder"}, "import", t.TempDir())
	if status := d.try("import", "--json", text); status != 1 || !strings.Contains(d.out.String(), `"problems": [`) {
		t.Errorf("exit status %d, %s", status, d.out.String())
	}
	if got := d.run("people", "--json"); got != "[]\n" {
		t.Errorf("something was imported: %s", got)
	}
	if got := read[imported](d, "import", text, d.file("Connections.csv", connections2025)); got.New != 3 || len(got.Problems) != 1 {
		t.Errorf("%+v", got)
	}
}

func TestAnArchiveIsNamedByItsOwnName(t *testing.T) {
	d := newDesk(t)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{"Connections.csv": connections2025, "Positions.csv": positions, "Ads.csv": "a,b\n"} {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got := d.run("import", d.file("LinkedIn_11-01-2026.zip", b.String())); !strings.HasPrefix(got, "5 new, ") || !strings.Contains(got, "Ads.csv") {
		t.Error(got)
	}
	if got := d.run("undo"); got != "Undone: Import LinkedIn_11-01-2026.zip\n" {
		t.Error(got)
	}
}

func TestTheDayOfASnapshotIsThatOfItsFolderOrAsGiven(t *testing.T) {
	d := newDesk(t)
	d.run("import", "--as-of", "2026-06-01", d.file("Connections.csv", connections2026))
	d.run("import", d.file("2025-11/Connections.csv", connections2025))
	if p := read[person](d, "show", "Ana"); p.Name != "Ana Silva" || p.Title != "Head of Data" {
		t.Errorf("%+v", p)
	}
}

func TestADayAheadThatIsGivenHoldsAndIsSaid(t *testing.T) {
	d := newDesk(t)
	file := d.file("Connections.csv", connections2026)
	const said = "The files are taken to speak of 1 January 2027, which lies ahead of today.\n"
	if got := d.run("import", "--as-of", "2027-01-01", file); !strings.HasSuffix(got, said) {
		t.Error(got)
	}
	if got := read[imported](d, "import", "--as-of", "2027-01-01", file); got.Same == 0 {
		t.Errorf("%+v", got)
	}
	if got := d.run("import", "--as-of", "2026-11-22", file); strings.Contains(got, "ahead") {
		t.Error(got)
	}
}

func TestRecommendationsCountAsEntries(t *testing.T) {
	d := newDesk(t)
	people := d.file("Connections.csv", "First Name,Last Name,Company,Position,Connected On\nAna,Souza,Halden,Nurse,01 May 2020\n")
	given := d.file("Recommendations_Given.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"+
		"Ana,Souza,,,A joy.,\"08/30/22, 05:51 PM\",VISIBLE\nAna,Souza,,,A joy too.,\"08/30/22, 05:51 PM\",HIDDEN\nBo,Li,,,Calm.,\"08/30/22, 05:51 PM\",VISIBLE\n")
	got := read[imported](d, "import", given, people)
	if got.New != 2 || got.Changed != 0 || got.Same != 0 || got.Skipped != 2 || len(got.Problems) != 1 ||
		got.Problems[0].Line != 4 || !strings.Contains(got.Problems[0].Message, "“Bo Li” is nobody you have here") {
		t.Errorf("%+v", got)
	}
	if got := read[imported](d, "import", given, people); got.New != 0 || got.Same != 2 || got.Skipped != 2 {
		t.Errorf("again: %+v", got)
	}
}
