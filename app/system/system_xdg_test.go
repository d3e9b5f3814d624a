//go:build !windows && !darwin

package system

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatTheSystemIsToldHoldsUntilItIsTakenBack(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("XDG_DATA_HOME", "")
	p := Program{Path: "/opt/Peerage/peerage", Args: []string{"agent"}, Name: "Peerage"}
	for name, c := range map[string]struct {
		holds func() (bool, error)
		tell  func(on bool) error
	}{
		"login": {StartsAtLogin, func(on bool) error { return StartAtLogin(p, on) }},
		"links": {func() (bool, error) { return OpensLinks("peerage") }, func(on bool) error { return OpenLinks(p, "peerage", on) }},
	} {
		for _, want := range []bool{false, true, true, false, false, true} {
			if err := c.tell(want); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if got, err := c.holds(); got != want || err != nil {
				t.Errorf("%s: it holds: %v, %v", name, got, err)
			}
		}
	}
	list := filepath.Join(home, ".config", "mimeapps.list")
	if err := os.WriteFile(list, []byte("[Default Applications]\nx-scheme-handler/peerage=other.desktop\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := OpensLinks("peerage"); got || err != nil {
		t.Errorf("another program opens the links, and Peerage is said to: %v", err)
	}
	if err := OpenLinks(p, "peerage", false); err != nil {
		t.Fatal(err)
	}
	if kept, err := read(list); err != nil || defaultOf(kept, "x-scheme-handler/peerage") != "other.desktop" {
		t.Errorf("what another program opens is taken from it: %q, %v", kept, err)
	}
}

func TestWhatIsTakenBackLeavesNothing(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	list := filepath.Join(home, "mimeapps.list")
	p := Program{Path: "/p"}
	for _, ons := range [][]bool{{false}, {true, false}} {
		for _, on := range ons {
			if err := errors.Join(OpenLinks(p, "peerage", on), StartAtLogin(p, on)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := os.Lstat(list); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%v: a list that says nothing is left: %v", ons, err)
		}
	}
	const theirs = "[Added Associations]\ntext/plain=other.desktop;\n"
	if err := os.WriteFile(list, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(OpenLinks(p, "peerage", true), OpenLinks(p, "peerage", false)); err != nil {
		t.Fatal(err)
	}
	if kept, err := read(list); err != nil || !strings.HasPrefix(string(kept), theirs) {
		t.Errorf("%q, %v", kept, err)
	}
}

func TestAListThatLiesElsewhereStaysThere(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	t.Setenv("XDG_DATA_HOME", home)
	real := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(real, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, filepath.Join(home, "mimeapps.list")); err != nil {
		t.Fatal(err)
	}
	if err := OpenLinks(Program{Path: "/p"}, "peerage", true); err != nil {
		t.Fatal(err)
	}
	if kept, err := read(real); err != nil || len(kept) == 0 {
		t.Errorf("%q, %v", kept, err)
	}
	if err := OpenLinks(Program{Path: "/p"}, "peerage", false); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Readlink(filepath.Join(home, "mimeapps.list")); err != nil {
		t.Error("the link to the list is gone:", err)
	}
}
