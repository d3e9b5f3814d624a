package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestEveryCheckFindsAMadeUpBreach shows that the checks of this folder are able to fail: each is
// given a small house with one thing wrong, and the same with it put right.
func TestEveryCheckFindsAMadeUpBreach(t *testing.T) {
	long := strings.Repeat("\n", maxFile)
	body := strings.Repeat("\n", maxFunction)
	listed := map[string]string{"app/tasks.go": "Tasks"}
	starts := func(s *source) []string { return loose(s, listed) }
	size := func(s *source) []string { return large(s, map[string]string{"data/big.go": "a table"}) }
	tasks := "package app; func f() { go f() }"
	for _, c := range []struct {
		name        string
		check       func(*source) []string
		wrong, want string // what stands in which file, and the breach
		right       string
		file        string
	}{
		{name: "an upward import", check: brokenWalls, file: "data/store/x.go", wrong: `package store; import "peerage/data/intake"`, right: `package store; import "peerage/data"`, want: "data/store may not open data/intake"},
		{name: "a screen that knows a screen", check: brokenWalls, file: "app/today/x.go", wrong: `package today; import "peerage/app/people"`, right: `package today; import "peerage/app/page"`, want: "app/today may not open app/people"},
		{name: "a format that knows the store", check: brokenWalls, file: "data/linkedin/x.go", wrong: `package linkedin; import "peerage/data/store"`, right: `package linkedin; import "peerage/data/names"`, want: "data/linkedin may not open data/store"},
		{name: "assets opened by a rule", check: brokenWalls, file: "data/names/x.go", wrong: `package names; import "peerage/assets"`, right: `package names; import "peerage/data"`, want: "data/names may not open assets"},
		{name: "a test that climbs", check: brokenWalls, file: "data/ties/x_test.go", wrong: `package ties; import "peerage/app/words"`, right: `package ties; import "peerage/data/datatest"`, want: "data/ties may not open app/words"},
		{name: "a room too many", check: brokenWalls, file: "app/utils/x.go", wrong: `package utils`, right: "", want: "app/utils is no room of the house"},
		{name: "a module among the nouns", check: strangers, file: "data/x.go", wrong: `package data; import "github.com/google/uuid"`, right: `package data; import "time"`, want: "data may not use github.com/google/uuid"},
		{name: "an unknown module", check: strangers, file: "app/words/x.go", wrong: `package words; import "example.org/x"`, right: `package words; import "github.com/nicksnyder/go-i18n/v2/i18n"`, want: "app/words may not use example.org/x"},
		{name: "Fyne started twice", check: strangers, file: "app/today/x.go", wrong: `package today; import "fyne.io/fyne/v2/app"`, right: `package today; import "fyne.io/fyne/v2/widget"`, want: "app/today may not use fyne.io/fyne/v2/app"},
		{name: "Fyne's translations", check: strangers, file: "app/x.go", wrong: `package app; import "fyne.io/fyne/v2/lang"`, right: `package app; import "fyne.io/fyne/v2/app"`, want: "app may not use fyne.io/fyne/v2/lang"},
		{name: "a go statement in a view", check: starts, file: "app/today/view.go", wrong: "package today; func f() { go f() }", right: "package today; func f() { f() }", want: "app/today/view.go:1: a go statement belongs into Tasks"},
		{name: "fyne.Do in a view", check: starts, file: "app/today/view.go", wrong: "package today; func f() { fyne.Do(f) }", right: "package today; func f() { sync.Do(f) }", want: "app/today/view.go:1: fyne.Do belongs into Tasks"},
		{name: "a timer in a view", check: starts, file: "app/today/view.go", wrong: "package today; func f() { time.AfterFunc(1, f) }", right: "package today; func f() { time.Now() }", want: "app/today/view.go:1: time.AfterFunc belongs into Tasks"},
		{name: "no plate", check: plates, file: "data/x/x.go", wrong: "package x", right: "// Package x is one.\npackage x", want: "data/x has 0 package comments"},
		{name: "a plate with another name", check: plates, file: "data/x/x.go", wrong: "// This is x.\npackage x", right: "// Package x is one.\npackage x", want: `the package comment of data/x does not begin with "Package x "`},
		{name: "a long file", check: size, file: "data/x.go", wrong: "package data\n" + long, right: "package data\n", want: "data/x.go has 401 lines, more than 400"},
		{name: "a long function", check: size, file: "data/x.go", wrong: "package data\nfunc F() {" + body + "}", right: "package data\nfunc F() {}", want: "data/x.go:F has 61 lines, more than 60"},
		{name: "a wide constructor", check: size, file: "data/x.go", wrong: "package data\nfunc NewX(a, b, c int, d, e, f string) {}", right: "package data\nfunc NewX(a, b, c int, d, e string) {}", want: "data/x.go:NewX has 6 parameters, more than 5"},
		{name: "a label", check: untranslated, file: "app/today/x.go", wrong: `package today; var x = widget.NewLabel("Today")`, right: `package today; var x = widget.NewLabel(w.T("today.title"))`, want: `app/today/x.go:1: "Today" is shown without app/words`},
		{name: "a text put together", check: untranslated, file: "app/today/x.go", wrong: `package today; var x = widget.NewLabel(fmt.Sprintf("%d people", n))`, right: `package today; var x = widget.NewLabel(fmt.Sprintf("%d %%", n))`, want: `app/today/x.go:1: "%d people" is shown without app/words`},
		{name: "a choice", check: untranslated, file: "app/x.go", wrong: `package app; var x = widget.NewSelect([]string{"Light"}, nil)`, right: `package app; var x = widget.NewSelect([]string{w.T("a.light")}, func(s string) { set("Light") })`, want: `app/x.go:1: "Light" is shown without app/words`},
		{name: "a method", check: untranslated, file: "app/x.go", wrong: `package app; func f() { entry.SetPlaceHolder("Name") }`, right: `package app; func f() { entry.SetPlaceHolder("…") }`, want: `app/x.go:1: "Name" is shown without app/words`},
		{name: "a field", check: untranslated, file: "app/parts/x.go", wrong: `package parts; var x = widget.Label{Text: "Name"}`, right: `package parts; var x = widget.Label{Text: name}`, want: `app/parts/x.go:1: "Name" is shown without app/words`},
		{name: "a field set later", check: untranslated, file: "app/x.go", wrong: `package app; func f() { label.Text = "Name" }`, right: `package app; func f() { label.Text = "" }`, want: `app/x.go:1: "Name" is shown without app/words`},
		{name: "a menu", check: untranslated, file: "app/x.go", wrong: `package app; var x = fyne.NewMenuItem("Undo", undo)`, right: `package app; var x = fyne.NewStaticResource("undo.svg", undo)`, want: `app/x.go:1: "Undo" is shown without app/words`},
		{name: "our own control", check: untranslated, file: "app/people/x.go", wrong: `package people; var x = parts.NewRow(a, "due")`, right: `package people; var x = parts.NewRow(a, due)`, want: `app/people/x.go:1: "due" is shown without app/words`},
	} {
		house := map[string]string{"app/tasks.go": tasks, "data/big.go": "// Package data is one.\npackage data\n" + long}
		ignored := c.check(made(house))
		house[c.file] = c.wrong
		if got := without(c.check(made(house)), ignored); len(got) != 1 || !strings.HasSuffix(got[0], c.want) {
			t.Errorf("%s: found %q, want %q", c.name, got, c.want)
		}
		delete(house, c.file)
		if c.right != "" {
			house[c.file] = c.right
		}
		if got := without(c.check(made(house)), ignored); len(got) != 0 {
			t.Errorf("%s, put right: found %q", c.name, got)
		}
	}
}

func TestExceptionsThatAreNeededNoMoreAreFound(t *testing.T) {
	house := made(map[string]string{"app/tasks.go": "package app"})
	exceptions := map[string]string{"app/tasks.go": "was needed once"}
	for _, found := range [][]string{loose(house, exceptions), large(house, exceptions)} {
		if len(found) != 1 || !strings.HasPrefix(found[0], "app/tasks.go is listed") {
			t.Errorf("found %q", found)
		}
	}
}

func TestAWindowlessRoomThatReachesFyneIsFound(t *testing.T) {
	got := reachFyne(map[string][]string{
		"data/store": {"fmt", "fyne.io/fyne/v2/lang"}, "app/command": {"fyne.io/fyne/v2"}, "app/words": {"fmt", "fyne.io/systray"}, "app/today": {"fyne.io/fyne/v2"},
	})
	want := []string{"app/command reaches fyne.io/fyne/v2", "data/store reaches fyne.io/fyne/v2/lang"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("found %q", got)
	}
}

func TestAStrayFileAtTheTopIsFound(t *testing.T) {
	got, err := misplaced(fstest.MapFS{"main.go": {}, "utils/x.go": {}, ".ci/run": {}, ".gitignore": {}, "notes.txt": {}, ".env": {}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{".env", "notes.txt", "utils"}; len(got) != 3 || !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("found %q", got)
	}
}

// without returns the breaches that were not there before.
func without(breaches, before []string) []string {
	return slices.DeleteFunc(breaches, func(b string) bool { return slices.Contains(before, b) })
}
