package store_test

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// soundFile returns the octets of a file with some people in it.
func soundFile(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	s := datatest.OpenIn(t, dir)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddImported(make([]store.Imported, 500)) })
	closeStore(t, s)
	b, err := os.ReadFile(filepath.Join(dir, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// place puts a file into a new data folder.
func place(t *testing.T, octets []byte) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, store.FileName), octets, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestADamagedFileIsSetAsideAndTheNextStartsEmpty(t *testing.T) {
	sound := soundFile(t)
	garbage := bytes.Repeat([]byte("This is no database. "), 1000)
	noHeader := bytes.Clone(sound)
	clear(noHeader[:100])
	noVersion := bytes.Clone(sound)
	clear(noVersion[60:64]) // user_version (https://sqlite.org/fileformat2.html §1.3)
	for name, octets := range map[string][]byte{
		"garbage":            garbage,
		"cut in half":        sound[:len(sound)/2],
		"cut in a page":      sound[:5000],
		"cut in a header":    sound[:60],
		"zeros for a header": noHeader,
		"a file of zeros":    make([]byte, 8192),
		"no version":         noVersion,
	} {
		t.Run(name, func(t *testing.T) {
			dir := place(t, octets)
			_, err := store.Open(dir, clock)
			var damaged *store.Damaged
			if !errors.As(err, &damaged) || !errors.Is(err, data.ErrDamaged) {
				t.Fatalf("Open: %v", err)
			}
			if kept, err := os.ReadFile(damaged.Kept); err != nil || !bytes.Equal(kept, octets) {
				t.Errorf("what was kept under %s is not what there was: %v", damaged.Kept, err)
			}
			if damaged.Path != filepath.Join(dir, store.FileName) || !strings.HasPrefix(damaged.Kept, dir) || !strings.Contains(err.Error(), damaged.Path) {
				t.Errorf("the error says %v, and names %s and %s", err, damaged.Path, damaged.Kept)
			}
			s := datatest.OpenIn(t, dir)
			if n, err := s.CountPeople(ctx); n != 0 || err != nil {
				t.Errorf("the next file has %d people, %v", n, err)
			}
		})
	}
}

func TestTwoDamagedFilesOfOneSecondAreBothKept(t *testing.T) {
	dir := place(t, []byte("the first"))
	var first, second *store.Damaged
	_, err := store.Open(dir, clock)
	if !errors.As(err, &first) {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, store.FileName), []byte("the second"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(dir, clock); !errors.As(err, &second) {
		t.Fatal(err)
	}
	for path, want := range map[string]string{first.Kept: "the first", second.Kept: "the second"} {
		if b, err := os.ReadFile(path); err != nil || string(b) != want {
			t.Errorf("%s holds %q, %v", path, b, err)
		}
	}
}

// TestWhateverHappensToTheFirstPageNothingIsLost flips octets of the page that says what the file is.
// Not all of that can be noticed; but the file is refused, or set aside, or works.
func TestWhateverHappensToTheFirstPageNothingIsLost(t *testing.T) {
	sound := soundFile(t)
	random := rand.New(rand.NewPCG(1, 2))
	outcome := map[string]int{}
	for n := range 150 {
		broken := bytes.Clone(sound)
		at := random.IntN(4096)
		if n < 100 {
			at = n // the header, every octet of it
		}
		broken[at] ^= byte(1 + random.IntN(255))
		dir := place(t, broken)
		s, err := store.Open(dir, clock)
		var damaged *store.Damaged
		switch {
		case err == nil:
			outcome["opened"]++
			if err := s.Close(); err != nil {
				t.Errorf("octet %d: close: %v", at, err)
			}
		case errors.As(err, &damaged):
			outcome["set aside"]++
			if kept, err := os.ReadFile(damaged.Kept); err != nil || !bytes.Equal(kept, broken) {
				t.Errorf("octet %d: what was kept is not what there was: %v", at, err)
			}
		default:
			outcome["refused"]++
			if left, err := os.ReadFile(filepath.Join(dir, store.FileName)); err != nil || !bytes.Equal(left, broken) {
				t.Errorf("octet %d: refused, and changed: %v", at, err)
			}
		}
	}
	if outcome["set aside"] < 20 || outcome["refused"] == 0 || outcome["opened"] == 0 {
		t.Errorf("outcomes %v", outcome)
	}
}

func TestDamageWithinIsFoundByCheck(t *testing.T) {
	sound := soundFile(t)
	for at := 8192; at < 8192+4096; at++ {
		sound[at] = 0xff
	}
	s := datatest.OpenIn(t, place(t, sound))
	if err := s.Check(ctx); !errors.Is(err, data.ErrDamaged) {
		t.Errorf("Check: %v", err)
	}
	if _, err := s.Backup(ctx, "x"); err == nil {
		t.Error("a damaged file was backed up as if it were sound")
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), "backups", "*")); err != nil || len(left) > 0 {
		t.Errorf("the backup left %v, %v", left, err)
	}
	if err := datatest.Open(t).Check(ctx); err != nil {
		t.Errorf("Check of a sound file: %v", err)
	}
}

func TestAnEmptyFileIsANewOne(t *testing.T) {
	s := datatest.OpenIn(t, place(t, nil))
	datatest.Person(t, s, "Ana")
	if n, err := s.CountPeople(ctx); n != 1 || err != nil {
		t.Errorf("%d people, %v", n, err)
	}
}

func TestTheFileIsForTheUsersEyesOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	datatest.OpenIn(t, dir)
	for path, want := range map[string]fs.FileMode{dir: 0o700, filepath.Join(dir, store.FileName): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v, want %v", path, info.Mode().Perm(), err, want)
		}
	}
}

func TestAFolderWithAnyNameWillDo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "od d?#%41&x=[1]", "名 前")
	s := datatest.OpenIn(t, dir)
	datatest.Person(t, s, "Ana")
	if _, err := s.Backup(ctx, "demo"); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := datatest.OpenIn(t, dir).CountPeople(ctx); n != 1 || err != nil {
		t.Errorf("%d people, %v", n, err)
	}
	if got := files(t, dir); len(got) < 1 || got[store.FileName] == "" {
		t.Errorf("the folder holds %d files", len(got))
	}
}

func TestAPlaceThatCannotBeWrittenIsNamedInTheError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, store.FileName), 0o700); err != nil {
		t.Fatal(err)
	}
	readOnly := place(t, nil)
	if err := os.Chmod(filepath.Join(readOnly, store.FileName), 0o400); err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{
		"the data folder is a file":    file,
		"a folder below a file":        filepath.Join(file, "data"),
		"the file is a folder":         folder,
		"the file is read-only":        readOnly,
		"a folder that takes no files": "/proc/self/fdinfo",
	} {
		s, err := store.Open(dir, clock)
		if err == nil {
			s.Close()
			t.Errorf("%s: opened", name)
			continue
		}
		if !strings.Contains(err.Error(), strings.TrimSuffix(dir, "/data")) || errors.Is(err, data.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if b, err := os.ReadFile(file); err != nil || string(b) != "x" {
		t.Errorf("the file in the way holds %q, %v", b, err)
	}
}

func TestAFullDiskLeavesEverythingAsItWas(t *testing.T) {
	s := datatest.Open(t)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddImported(make([]store.Imported, 300)) })
	pages := store.Texts(t, s, "SELECT page_count FROM pragma_page_count")[0]
	store.Exec(t, s, "PRAGMA max_page_count = "+pages)
	before, heard := store.Dump(t, s), hear(s)
	full := func(tx *store.Tx) error {
		for {
			if err := tx.SavePerson(&data.Person{Name: "Ana", Notes: strings.Repeat("x", 5000)}); err != nil {
				return err
			}
		}
	}
	passedOver := func(tx *store.Tx) error {
		full(tx)
		tx.Set("theme", "dark")
		return nil
	}
	for range 3 {
		if err := s.Write(ctx, "fill", full); err == nil || !strings.Contains(err.Error(), "full") {
			t.Fatalf("Write: %v", err)
		}
		if err := s.Write(ctx, "fill", passedOver); err == nil {
			t.Fatal("a write went through whose statement failed")
		}
	}
	if got := store.Dump(t, s); got != before || len(*heard) > 0 {
		t.Errorf("watchers were told %v, and the file differs:\n%s", *heard, store.Difference(before, got))
	}
	if err := s.Check(ctx); err != nil {
		t.Error(err)
	}
	store.Exec(t, s, "PRAGMA max_page_count = 1000000")
	ana := datatest.Person(t, s, "Ana")
	if p, err := s.Person(ctx, ana); err != nil || p.Name != "Ana" {
		t.Errorf("with room again: %v, %v", p, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Error(err)
	}
	mustBe(t, s, strings.Join(withoutLines(before, "operation"), "\n"), "after undoing the write that had room")
}

func withoutLines(dump string, table string) []string {
	var kept []string
	for _, line := range strings.Split(dump, "\n") {
		if !strings.HasPrefix(line, table+" ") {
			kept = append(kept, line)
		}
	}
	return kept
}
