//go:build unix

package remind

import (
	"os"
	"strings"
	"time"
)

// localtime is where Unix keeps the machine's zone, mostly as a link into the database of zones.
const localtime = "/etc/localtime"

// zoneFile is a file that holds the machine's zone.
type zoneFile struct {
	path string
	is   fileID
	zone *time.Location // nil while it is the one of the start
}

// fileID tells whether a file is still the same.
type fileID struct {
	link string
	size int64
	time time.Time
}

// systemZone follows the machine's zone unless the environment sets one, which holds whatever the machine says.
func systemZone() zoneFinder {
	if _, set := os.LookupEnv("TZ"); set {
		return &zoneFile{}
	}
	return &zoneFile{path: localtime, is: identify(localtime)}
}

func (f *zoneFile) find(time.Time) *time.Location {
	if f.path == "" {
		return nil
	}
	is := identify(f.path)
	if is == f.is {
		return f.zone
	}
	content, err := os.ReadFile(f.path)
	if err != nil {
		return f.zone // it is being replaced, or gone: the zone of before holds
	}
	_, name, _ := strings.Cut(is.link, "zoneinfo/")
	zone, err := time.LoadLocationFromTZData(name, content)
	if err != nil {
		return f.zone
	}
	f.is, f.zone = is, zone
	return zone
}

func identify(path string) (id fileID) {
	id.link, _ = os.Readlink(path) // "" for a file that is no link
	if info, err := os.Stat(path); err == nil {
		id.size, id.time = info.Size(), info.ModTime()
	}
	return id
}
