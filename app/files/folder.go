package files

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// parent is the name of the row that leads one folder up.
const parent = ".."

// entry is a file or a folder in one.
type entry struct {
	name   string
	folder bool
	at     time.Time // when it was written last; zero for a folder
}

// hidden reports whether the system's programs leave the entry out.
func (e entry) hidden() bool { return strings.HasPrefix(e.name, ".") }

// read returns what is in a folder, folders first, each by name. A link is what it leads to; one that leads nowhere
// is left out, and so is what is neither file nor folder.
func read(dir string) ([]entry, error) {
	found, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	all := make([]entry, 0, len(found))
	for _, f := range found {
		info, err := f.Info()
		if err == nil && info.Mode()&os.ModeSymlink != 0 {
			info, err = os.Stat(filepath.Join(dir, f.Name()))
		}
		if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			continue
		}
		e := entry{name: f.Name(), folder: info.IsDir()}
		if !e.folder {
			e.at = info.ModTime()
		}
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b entry) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return cmp.Or(strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)), strings.Compare(a.name, b.name))
	})
	return all, nil
}

// known is a folder that is near at hand.
type known struct{ id, path string } // id of its name in words, "" for a drive

// places returns the folders near at hand that are there.
func places(home string) []known {
	all := []known{{"files.home", home}, {"files.downloads", filepath.Join(home, "Downloads")}, {"files.desktop", filepath.Join(home, "Desktop")},
		{"files.documents", filepath.Join(home, "Documents")}, {"files.pictures", filepath.Join(home, "Pictures")}}
	if runtime.GOOS == "windows" {
		for letter := 'A'; letter <= 'Z'; letter++ {
			all = append(all, known{path: string(letter) + `:\`})
		}
	}
	return slices.DeleteFunc(all, func(k known) bool { return k.path == "" || !isFolder(k.path) })
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// matches returns those of a folder's entries whose name holds what is typed, in whatever case. What is hidden is left
// out unless it is wanted, or what is typed begins as its name does.
func matches(all []entry, typed string, hidden bool, keep func(entry) bool) []entry {
	typed = strings.ToLower(typed)
	var found []entry
	for _, e := range all {
		wanted := hidden || !e.hidden() || strings.HasPrefix(typed, ".")
		if wanted && keep(e) && strings.Contains(strings.ToLower(e.name), typed) {
			found = append(found, e)
		}
	}
	return found
}
