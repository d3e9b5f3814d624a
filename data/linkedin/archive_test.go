package linkedin

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"peerage/data"
)

// file is one of an archive's.
type file struct{ name, text string }

func archive(t testing.TB, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err == nil {
			_, err = io.WriteString(w, f.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	oneConnection = head + "Ana,Sá,,,,,08 Feb 2026\n"
	onePosition   = "Company Name,Title,Description,Location,Started On,Finished On\nHalden,Chef,,,2020,\n"
)

// summary returns each reading as "file people roles reasons".
func summary(readings []data.Reading) (out []string) {
	for _, r := range readings {
		s := fmt.Sprintf("%s %d %d", r.File, len(r.People), len(r.Roles))
		for _, p := range r.Problems {
			s += " " + string(p.Reason)
		}
		out = append(out, s)
	}
	return out
}

func checkArchive(t *testing.T, zipped []byte, want ...string) {
	t.Helper()
	got := strings.Join(summary(Read("a.zip", bytes.NewReader(zipped), int64(len(zipped)))), "\n")
	if got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestEveryFileOfAnArchiveIsReadOrNamed(t *testing.T) {
	zipped := archive(t,
		file{"Connections.csv", oneConnection}, file{"misnamed.txt", onePosition}, file{"Skills.csv", "Name\nCooking\n"},
		file{"photo.jpg", "\xff\xd8\xff\x00\x01\x02\x03"}, file{"empty.csv", ""}, file{"Jobs/", ""}, file{"__MACOSX/._Connections.csv", "x"},
		file{"inner.zip", string(archive(t, file{"Connections.csv", oneConnection}))}, file{"../\x1b[31m\u202eevil\n.csv", "x"})
	checkArchive(t, zipped, "Connections.csv 1 0", "misnamed.txt 0 1", "Skills.csv 0 0 file_skipped",
		"photo.jpg 0 0 file_skipped", "empty.csv 0 0 file_skipped", "inner.zip 0 0 file_skipped", "../[31mevil .csv 0 0 file_skipped")
}

func TestAnArchiveOfOtherThingsIsNotRecognised(t *testing.T) {
	checkArchive(t, archive(t, file{"a.txt", "a"}, file{"b.txt", "b"}), "a.zip 0 0 not_recognised")
	checkArchive(t, archive(t), "a.zip 0 0 empty_file")
}

func TestABrokenArchiveIsSaidToBe(t *testing.T) {
	zipped := archive(t, file{"Connections.csv", oneConnection}, file{"Positions.csv", onePosition})
	checkArchive(t, zipped[:len(zipped)/2], "a.zip 0 0 archive_broken")
	checkArchive(t, []byte("PK\x03\x04"), "a.zip 0 0 archive_broken")
	// A damaged file in it is read as far as it is whole; the others are not touched.
	damaged := bytes.Clone(zipped)
	damaged[30+len("Connections.csv")+20] ^= 0xFF
	got := Read("a.zip", bytes.NewReader(damaged), int64(len(damaged)))
	if len(got) != 2 || len(got[1].Roles) != 1 {
		t.Fatalf("got %q", summary(got))
	}
	if s := summary(got[:1])[0]; !strings.Contains(s, "archive_broken") {
		t.Errorf("got %s", s)
	}
}

func TestAFileThatNeedsAPasswordIsNamed(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "Connections.csv", Flags: encrypted})
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, oneConnection)
	z.Close()
	checkArchive(t, b.Bytes(), "Connections.csv 0 0 archive_locked")
}

func TestAFileThatIsPackedInAnUnknownWayIsNamedAndTheRestIsRead(t *testing.T) {
	const bzip2 = 12 // APPNOTE 4.4.5
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(bzip2, func(w io.Writer) (io.WriteCloser, error) {
		return struct {
			io.Writer
			io.Closer
		}{w, io.NopCloser(nil)}, nil
	})
	for name, method := range map[string]uint16{"Connections.csv": bzip2, "Positions.csv": zip.Deflate} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, map[string]string{"Connections.csv": oneConnection, "Positions.csv": onePosition}[name])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	got := summary(Read("a.zip", bytes.NewReader(b.Bytes()), int64(b.Len())))
	slices.Sort(got)
	if want := []string{"Connections.csv 0 0 archive_locked", "Positions.csv 0 1"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestAZipBombIsStoppedAndTheRestIsRead(t *testing.T) {
	bomb := oneConnection + strings.Repeat("Ana,Sá,,,,,08 Feb 2026\n", maxUnpacked/24)
	zipped := archive(t, file{"bomb.csv", bomb}, file{"zeros", strings.Repeat("\x00", maxUnpacked+1)}, file{"Positions.csv", onePosition})
	if len(zipped) > maxUnpacked/100 {
		t.Fatalf("the bomb has %d bytes", len(zipped))
	}
	checkArchive(t, zipped, "bomb.csv 0 0 archive_too_large", "zeros 0 0 file_skipped", "Positions.csv 0 1")
}

func TestOfTooManyFilesTheTablesAreRead(t *testing.T) {
	var files []file
	for i := range maxFiles {
		files = append(files, file{fmt.Sprint(i, ".html"), "x"})
	}
	files = append(files, file{"Connections.csv", oneConnection})
	zipped := archive(t, files...)
	got := summary(Read("a.zip", bytes.NewReader(zipped), int64(len(zipped))))
	if len(got) != maxFiles+1 || got[0] != "Connections.csv 1 0" || got[maxFiles] != "a.zip 0 0 archive_too_large" {
		t.Errorf("%d readings, first %q, last %q", len(got), got[0], got[len(got)-1])
	}
}

func TestATableOfContentsThatIsTooLongIsNotLoaded(t *testing.T) {
	files := make([]file, maxDirectory/100)
	for i := range files {
		files[i].name = fmt.Sprintf("%080d", i)
	}
	checkArchive(t, archive(t, files...), "a.zip 0 0 archive_too_large")
}

func TestTheLimitOfAllFilesTogetherHolds(t *testing.T) {
	total := int64(5)
	a := &limitedReader{strings.NewReader("abc"), 3, &total}
	if b, err := io.ReadAll(a); string(b) != "abc" || err != nil {
		t.Errorf("just the limit: %q, %v", b, err)
	}
	b := &limitedReader{strings.NewReader("abc"), 3, &total}
	if got, err := io.ReadAll(b); string(got) != "ab" || err != errTooLarge {
		t.Errorf("past the limit of all: %q, %v", got, err)
	}
}
