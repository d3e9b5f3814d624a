package importing

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/intake"
)

// open reads the files at paths; a folder stands for the tables and archives in it. A path that cannot
// be read becomes a file with that problem, so that one of several does not keep the others out.
// progress is told how many of how many files are read. No file speaks of a day after today. The error is that of ctx alone.
func open(ctx context.Context, paths []string, today data.Day, progress func(done, of int)) ([]intake.File, error) {
	paths = expand(paths)
	var files []intake.File
	for i, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		progress(i, len(paths))
		some, err := intake.Open(path, 0, today)
		if err != nil {
			name := filepath.Base(path)
			some = []intake.File{{Reading: data.Reading{File: name, Problems: []data.Problem{{File: name, Reason: data.FileUnreadable}}}}}
		}
		for i := range some {
			some[i].Day = min(some[i].Day, today)
		}
		files = append(files, some...)
	}
	leaveOut(files)
	return files, ctx.Err()
}

// inFolder is how many files of one folder are looked at. LinkedIn's archive holds about fifty.
const inFolder = 200

// expand puts the tables and archives of a folder, such as an archive that was unpacked, in its place.
// A folder without any stays, to be said that it cannot be read.
func expand(paths []string) []string {
	var out []string
	for _, path := range paths {
		entries, err := os.ReadDir(path)
		before := len(out)
		for _, e := range entries {
			ending := strings.ToLower(filepath.Ext(e.Name()))
			if err == nil && len(out)-before < inFolder && e.Type().IsRegular() && (ending == ".csv" || ending == ".zip") {
				out = append(out, filepath.Join(path, e.Name()))
			}
		}
		if len(out) == before {
			out = append(out, path)
		}
	}
	return out
}

// leaveOut makes a file that is of no known kind one that is left out, where others are known: of
// several files chosen together some are expected to be of no use, a single one is not.
func leaveOut(files []intake.File) {
	if !slices.ContainsFunc(files, func(f intake.File) bool { return holds(f) > 0 }) {
		return
	}
	for _, f := range files {
		for i := range f.Problems {
			if p := &f.Problems[i]; p.Reason == data.NotRecognised && holds(f) == 0 {
				p.Reason = data.FileSkipped
			}
		}
	}
}

// holds returns how many entries of a file can be taken in.
func holds(f intake.File) int { return len(f.People) + len(f.Roles) + len(f.Exchanges) }
