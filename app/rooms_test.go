package app_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// walls says who may import whom: a room, and the rooms whose doors are open to it. A room that does
// not stand here does not belong to the house.
//
// From the top: main opens app; app puts everything together; the screens, the commands and the
// reminder stand on the parts; those stand on what window and commands share; that stands on the
// store, the rules and the formats; and all stand on the nouns of data. assets is a leaf.
var walls = map[string]string{
	"main": "app",
	"app":  screens + parts + shared + ground + "app/command app/agent app/instance app/system app/remind app/filing app/feed app/publish app/sheet assets data",

	"app/agenda":     parts + shared + store + "data",
	"app/today":      parts + shared + store + "data/nudges data",
	"app/people":     parts + shared + store + "data/names data/photo data",
	"app/rising":     parts + shared + store + "data/ladder data",
	"app/importing":  parts + shared + store + "data/names data",
	"app/settings":   parts + shared + store + "data/names data/cadence data",
	"app/welcome":    parts + shared + store + "data",
	"app/command":    "app/instance app/remind app/filing app/feed app/publish app/sheet app/words assets " + shared + ground + "data",
	"app/remind":     "app/again app/words " + shared + store + "data",
	"app/filing":     "data/calendar data",
	"app/instance":   "data",
	"app/agent":      "app/instance app/sessionbus app/words data/briefing data/names " + store + "data",
	"app/system":     "",
	"app/again":      "",
	"app/sessionbus": "",
	"app/feed":       "app/words " + store + "data",
	"app/publish":    "app/again app/sessionbus app/words data/events data/briefing data/calendar " + store + "data",

	"app/organisations": parts + shared + store + "data/names data",
	"app/opportunities": parts + shared + store + "data/doors data/names data",

	"app/meeting": "app/sheet " + parts + shared + store + "data",
	"app/sheet":   "app/words data/briefing data/names data",

	"app/page":    "app/words data/store data",
	"app/files":   "app/page app/widgets app/look app/words data",
	"app/parts":   "app/page app/widgets app/look app/words " + shared + store + "data",
	"app/widgets": "app/look data",
	"app/look":    "data",
	"app/words":   "data",
	"app/apptest": parts + shared + store + "app/wordstest assets data/datatest data/sample data",

	"app/wordstest": "app/words assets",

	"data/intake":   "data/careers " + ground + "data",
	"data/careers":  ground + "data",
	"data/briefing": "data/careers data/paths " + ground + "data",
	"data/events":   "data/briefing " + ground + "data",

	"data/store":   "data/names data",
	"data/names":   "data",
	"data/ladder":  "data/names data",
	"data/ties":    "data/names data",
	"data/cadence": "data",
	"data/moves":   "data",
	"data/paths":   "data",
	"data/match":   "data/names data",
	"data/doors":   "data",
	"data/photo":   "",
	"data/nudges":  "data",

	"data/quicklog": "data/names data",

	"data/tabular":  "data",
	"data/linkedin": "data/names data/tabular data",
	"data/calendar": "data/names data/tabular data",
	"data/sample":   "data/names data/tabular data",

	"data/datatest": "data/store data",
	"data":          "",
	"assets":        "",
}

// Several rooms at once, for walls. Their order says nothing.
const (
	screens = "app/today app/agenda app/people app/rising app/opportunities app/organisations app/importing app/settings app/welcome app/meeting "
	parts   = "app/page app/parts app/files app/widgets app/look app/words "
	shared  = "data/intake data/briefing data/events data/careers "
	store   = "data/store "
	ground  = store + "data/names data/ties data/moves data/cadence data/match data/doors data/tabular data/linkedin data/calendar data/sample data/ladder data/nudges data/quicklog "
)

// forTests are the rooms that any room's tests may open besides its own. Tests may also open every
// room below them: those of data, the rooms under data; those of app, everything but main.
const forTests = "assets data/datatest"

// outside says which room may use which module of others. What Fyne needs is open to the window's
// rooms alone, and only app starts it.
var outside = map[string]string{
	"fyne.io/fyne/v2/app":              "app",
	"fyne.io/fyne/v2/lang":             "",
	"fyne.io/fyne/v2":                  "app app/page app/parts app/files app/widgets app/look app/apptest " + screens,
	"golang.org/x/text":                "data/names",
	"modernc.org/sqlite":               "data/store",
	"github.com/google/uuid":           "data/store data/datatest",
	"github.com/emersion/go-ical":      "data/calendar",
	"github.com/godbus/dbus/v5":        "app/remind app/agent",
	"git.sr.ht/~jackmordaunt/go-toast": "app/remind",
	"github.com/emersion/go-webdav":    "app/publish",
	"github.com/gen2brain/beeep":       "app/remind",
	"github.com/zalando/go-keyring":    "app/publish",
	"github.com/gofrs/flock":           "app/instance app/agent",
	"github.com/mattn/go-isatty":       "app",
	"fyne.io/systray":                  "app/agent",
	"golang.org/x/sys":                 "app/agent app/system",
	"github.com/nicksnyder/go-i18n/v2": "app/words",
	"github.com/spf13/cobra":           "app/command",
	"github.com/go-text/typesetting":   "app",
	"gonum.org/v1/gonum":               "data/paths",
}

// withoutWindow are the rooms that never reach Fyne, not even through another package; every room
// under data is one of them.
const withoutWindow = "app/words app/wordstest app/sheet app/remind app/filing app/feed app/publish app/instance app/agent app/system app/again app/sessionbus app/command assets"

// startsWork lists the files that may hold a go statement, AfterFunc, or fyne.Do, each with its
// reason. Everywhere else work is given to Tasks.
var startsWork = map[string]string{
	"app/page/tasks.go":         "Tasks: work beside the window, and what follows it in the window's thread",
	"app/parts/open.go":         "a program that opens an address, which may run on longer than it is watched",
	"app/shell.go":              "brings what others tell, the store and later starts, to the window's thread",
	"app/window.go":             "looks through fonts and word lists while the data and the toolkit open",
	"app/notify_darwin.go":      "the toolkit shows a notification from the window's thread",
	"app/duties.go":             "brings how the work goes, done beside the window, to its thread",
	"app/agent/agent.go":        "looks, works and listens while the tray is shown",
	"app/agent/duties.go":       "does each duty beside the others, and waits for all",
	"app/agent/panel.go":        "hears what is chosen in the menu, which the tray tells each line by itself",
	"app/agent/watch_linux.go":  "waits for the system to tell of a write",
	"app/agent/start.go":        "is told how a process ends that it has started",
	"app/instance/message.go":   "reads each message by itself, so that one who says nothing keeps no other waiting",
	"app/feed/server.go":        "answers subscribers while Run looks whether they are still to be answered",
	"app/publish/keychain.go":   "waits for a keychain that may never answer, and for no longer than is wanted",
	"app/remind/desktop.go":     "waits for a notification service that may never answer",
	"app/remind/clicks_dbus.go": "follows the clicks on notifications that are shown",
	"data/careers/keeper.go":    "loads the word lists of titles while files are read and the store opens",
}

// topLevel are the names that may stand beside dot-folders at the top of the project.
const topLevel = "main.go app data assets FyneApp.toml go.mod go.sum README.md Makefile LICENSE build"

// brokenWalls returns the imports that walls does not allow, and the rooms it does not know.
func brokenWalls(s *source) []string {
	var found []string
	for _, room := range s.rooms() {
		if _, known := walls[room]; !known {
			found = append(found, room+" is no room of the house")
		}
	}
	for _, f := range s.files {
		open := strings.Fields(walls[f.room])
		if f.test {
			open = append(open, strings.Fields(forTests)...)
		}
		for _, imported := range f.imports() {
			room, ours := strings.CutPrefix(imported, module+"/")
			if !ours || room == f.room || slices.Contains(open, room) || f.test && below(f.room, room) {
				continue
			}
			found = append(found, fmt.Sprintf("%s: %s may not open %s", f.path, f.room, room))
		}
	}
	return found
}

// below reports whether the tests of room may open other because it stands lower in the house.
func below(room, other string) bool {
	return strings.HasPrefix(room, "app") && other != "app" || strings.HasPrefix(other, "data")
}

// strangers returns the imports of other people's modules that outside does not allow.
func strangers(s *source) []string {
	var found []string
	for _, f := range s.files {
		for _, imported := range f.imports() {
			host, _, _ := strings.Cut(imported, "/")
			if !strings.Contains(host, ".") {
				continue
			}
			rooms := ""
			for at := imported; at != "."; at = path.Dir(at) {
				if listed, ok := outside[at]; ok {
					rooms = listed
					break
				}
			}
			if !slices.Contains(strings.Fields(rooms), f.room) {
				found = append(found, fmt.Sprintf("%s: %s may not use %s", f.path, f.room, imported))
			}
		}
	}
	return found
}

// reachFyne returns the rooms without a window that reach Fyne; deps are all packages that a room
// needs, directly or not.
func reachFyne(deps map[string][]string) []string {
	var found []string
	for room, needed := range deps {
		windowless := slices.Contains(strings.Fields(withoutWindow), room) || room == "data" || strings.HasPrefix(room, "data/")
		for _, other := range needed {
			if windowless && strings.HasPrefix(other, "fyne.io/fyne/") {
				found = append(found, fmt.Sprintf("%s reaches %s", room, other))
				break
			}
		}
	}
	slices.Sort(found)
	return found
}

// loose returns where work is started outside the files that allowed lists, and the files listed
// there that start none.
func loose(s *source, allowed map[string]string) []string {
	var found []string
	used := map[string]bool{}
	for _, f := range s.files {
		if f.test {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			what := ""
			if _, ok := n.(*ast.GoStmt); ok {
				what = "a go statement"
			}
			switch x, name := called(n); {
			case x == "fyne" && (name == "Do" || name == "DoAndWait"), name == "AfterFunc" && (x == "time" || x == "context"):
				what = x + "." + name
			}
			switch {
			case what == "":
			case allowed[f.path] == "":
				found = append(found, fmt.Sprintf("%s: %s belongs into Tasks", s.place(n), what))
			default:
				used[f.path] = true
			}
			return true
		})
	}
	for name := range allowed {
		if !used[name] {
			found = append(found, name+" is listed as starting work and does not")
		}
	}
	return found
}

// misplaced returns the names at the top of the project that do not belong there.
func misplaced(tree fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(tree, ".")
	var found []string
	for _, entry := range entries {
		dotFolder := strings.HasPrefix(entry.Name(), ".") && (entry.IsDir() || strings.HasPrefix(entry.Name(), ".git"))
		if !dotFolder && !slices.Contains(strings.Fields(topLevel), entry.Name()) {
			found = append(found, entry.Name()+" has no place at the top of the project")
		}
	}
	return found, err
}

// project is the source of Peerage.
func project(t *testing.T) *source {
	t.Helper()
	s, err := read(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	if len(s.rooms()) < 5 {
		t.Fatalf("only %v were read", s.rooms())
	}
	return s
}

// report fails the test with each breach.
func report(t *testing.T, breaches []string) {
	t.Helper()
	for _, breach := range breaches {
		t.Error(breach)
	}
}

func TestRoomsOpenOnlyTheDoorsTheyMay(t *testing.T) { report(t, brokenWalls(project(t))) }

func TestOtherPeoplesModulesStayInTheirRooms(t *testing.T) { report(t, strangers(project(t))) }

func TestWorkIsStartedOnlyWhereItIsListed(t *testing.T) { report(t, loose(project(t), startsWork)) }

func TestTheTopLevelIsAsGiven(t *testing.T) {
	breaches, err := misplaced(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	report(t, breaches)
}

func TestNothingWithoutAWindowReachesFyneOnAnySystem(t *testing.T) {
	for _, system := range []string{"linux", "windows", "darwin"} {
		// -e, because what does not build on this system may still be listed.
		list := exec.Command("go", "list", "-e", "-tags", "ci", "-json=ImportPath,Deps", "../...")
		list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system)
		out, err := list.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		deps := map[string][]string{}
		for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
			var p struct {
				ImportPath string
				Deps       []string
			}
			if err := decoder.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			deps[strings.TrimPrefix(p.ImportPath, module+"/")] = p.Deps
		}
		if len(deps["data"]) == 0 || len(deps["app/words"]) == 0 {
			t.Fatalf("go list for %s knows nothing of data and app/words", system)
		}
		report(t, reachFyne(deps))
	}
}
