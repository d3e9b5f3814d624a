package command

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// localZone returns the time zone of the clock on the wall, by the name that the world knows it by. Go asks
// the system once, at the start, and does not keep the name: whoever stays all day, as a subscription does,
// would keep the hours of the place that was left in the morning. Where the name is not to be found, it is the
// one of the start.
func localZone() *time.Location {
	if zone := namedZone(os.Getenv("TZ"), "/etc/localtime", "/etc/timezone"); zone != nil {
		return zone
	}
	return time.Local
}

// namedZone returns the time zone that TZ names, or else the link to its file, or else a file that holds its
// name; nil where none does.
func namedZone(set, link, file string) *time.Location {
	if zone, ok := loadZone(strings.TrimPrefix(set, ":")); ok {
		return zone
	}
	if target, err := os.Readlink(link); err == nil {
		if zone, ok := loadZone(target); ok {
			return zone
		}
	}
	if written, err := os.ReadFile(file); err == nil {
		if zone, ok := loadZone(strings.TrimSpace(string(written))); ok {
			return zone
		}
	}
	return nil
}

// loadZone loads a time zone by its name, or by the path of its file among those of the system.
func loadZone(name string) (*time.Location, bool) {
	if _, after, found := strings.Cut(filepath.ToSlash(name), "zoneinfo/"); found {
		name = after
	}
	if name == "" || name == "Local" || filepath.IsAbs(name) {
		return nil, false
	}
	zone, err := time.LoadLocation(name)
	return zone, err == nil
}
