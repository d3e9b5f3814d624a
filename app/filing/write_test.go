package filing

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestAFolderOfNobodyIsAnErrorOfTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "nowhere", "x.ics")
	var failure *fs.PathError
	if err := Write(path, []byte("x")); !errors.As(err, &failure) || failure.Path != path {
		t.Errorf("%v", err)
	}
}

func TestAFileKeepsItsRightsAndALinkItsTarget(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "x.ics"), filepath.Join(dir, "link.ics")
	if err := Write(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("a new file has the rights %v, %v", info.Mode(), err)
	}
	if err := errors.Join(os.Chmod(path, 0o644), os.Symlink(path, link), Write(link, []byte("two"))); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	info, _ := os.Stat(path)
	if err != nil || string(b) != "two" || info.Mode().Perm() != 0o644 {
		t.Errorf("%q, %v, %v", b, info.Mode(), err)
	}
}
