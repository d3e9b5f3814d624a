package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Folder is the folder of printed pages within the data folder. Only the user may look into it.
const Folder = "print"

// kept is how long a page is kept for the browser. What is printed by then needs it no more.
const kept = time.Hour

// Print writes the sheet into the folder of printed pages within the data folder, which it makes, and returns
// where the page lies. Pages that have lain there for an hour are removed, and at the next start all of them
// (Sweep).
func (s *Sheet) Print(dataFolder, language string, now time.Time) (string, error) {
	folder := filepath.Join(dataFolder, Folder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("print: %w", err)
	}
	if err := Sweep(dataFolder, now.Add(-kept)); err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := s.HTML(&b, language); err != nil {
		return "", fmt.Errorf("print: %w", err)
	}
	f, err := os.CreateTemp(folder, "meeting-*.html") // which nobody else may read
	if err != nil {
		return "", fmt.Errorf("print: %w", err)
	}
	_, err = f.Write(b.Bytes())
	if err = errors.Join(err, f.Close()); err != nil {
		return "", fmt.Errorf("print: %w", errors.Join(err, os.Remove(f.Name())))
	}
	return f.Name(), nil
}

// Sweep removes the printed pages within the data folder that were written before a time.
func Sweep(dataFolder string, before time.Time) error {
	folder := filepath.Join(dataFolder, Folder)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var errs []error
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), "meeting-") || !strings.HasSuffix(entry.Name(), ".html") {
			continue
		}
		if info, err := entry.Info(); err == nil && info.ModTime().Before(before) {
			errs = append(errs, os.Remove(filepath.Join(folder, entry.Name())))
		}
	}
	if err = errors.Join(append(errs, err)...); err != nil {
		return fmt.Errorf("remove printed pages: %w", err)
	}
	return nil
}
