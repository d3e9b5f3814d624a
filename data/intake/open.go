package intake

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"peerage/data"
	"peerage/data/linkedin"
)

// Open reads the file at path, of whatever kind it is, into one File for each table in it. asOf is
// the day it speaks of; with 0 the name of the file or of its folder tells, else the day it was
// changed, or today where that lies ahead, as after a copy between clocks. An error means that there is no such file or that it cannot be opened; what is wrong
// inside a file is among its problems.
func Open(path string, asOf, today data.Day) ([]File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: errors.Join(fs.ErrInvalid, zip.ErrFormat)}
	}
	if asOf == 0 {
		whole, err := filepath.Abs(path)
		if err != nil {
			return nil, fmt.Errorf("find %s: %w", path, err)
		}
		asOf = linkedin.SnapshotDay(whole, min(data.DayOf(info.ModTime()), today))
	}
	var files []File
	for _, r := range linkedin.Read(filepath.Base(path), f, info.Size()) {
		files = append(files, File{Reading: r, Day: asOf})
	}
	return files, nil
}
