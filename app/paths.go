package app

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"peerage/assets"
)

// dataDir returns the system's place for application data: $XDG_DATA_HOME/peerage or
// ~/.local/share/peerage, ~/Library/Application Support/Peerage, or %LocalAppData%\Peerage. It is
// empty on a system without a home folder.
func dataDir() string {
	switch runtime.GOOS {
	case "windows":
		if local := os.Getenv("LocalAppData"); local != "" {
			return filepath.Join(local, "Peerage")
		}
	case "darwin":
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, "Library", "Application Support", "Peerage")
		}
	default:
		if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
			return filepath.Join(data, "peerage")
		}
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, ".local", "share", "peerage")
		}
	}
	return ""
}

// languages returns the languages the user wants, the most wanted first: $PEERAGE_LANGUAGE, then what
// the system says (POSIX LC_ALL, LC_MESSAGES, LANG, and LANGUAGE with several).
func languages() []string {
	var tags []string
	for _, name := range []string{"PEERAGE_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		for _, value := range strings.Split(os.Getenv(name), ":") {
			tag, _, _ := strings.Cut(value, ".")
			tag, _, _ = strings.Cut(tag, "@")
			if tag != "" && tag != "C" && tag != "POSIX" {
				tags = append(tags, strings.ReplaceAll(tag, "_", "-"))
			}
		}
	}
	return tags
}

// spoken returns the languages there are translations for, as BCP 47 tags.
func spoken() []string {
	files, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil {
		return nil
	}
	var tags []string
	for _, name := range files {
		tags = append(tags, strings.TrimSuffix(name, ".json"))
	}
	return tags
}
