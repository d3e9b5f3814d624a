package intake

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"peerage/data"
	"peerage/data/linkedin"
)

// Open reads the file at path, of whatever kind it is, into one File for each table in it. asOf is
// the day it speaks of; with 0 the name of the file or of its folder tells, within an archive too, else the day it was
// changed, or today where that lies ahead, as after a copy between clocks. An error means that there is
// no such file or that it cannot be opened; what is wrong inside a file is among its problems.
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
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", path, err)
	}
	var files []File
	for _, r := range linkedin.Read(filepath.Base(path), f, info.Size()) {
		day, named := asOf, true
		if asOf == 0 {
			day, named = linkedin.SnapshotDay(whole+"/"+r.File, min(data.DayOf(info.ModTime()), today))
		}
		checkConnected(&r, day, today)
		leaveExchangesAhead(&r, today)
		files = append(files, File{Reading: r, Day: day, Undated: !named})
	}
	return files, nil
}

// connectedOn is the column of the day of connecting, as LinkedIn calls it.
const connectedOn = "Connected On"

// checkConnected leaves out days of connecting that are still to come, and says so. One day is let pass: it
// may be tomorrow where the file was written. Of those after the day the file speaks of it tells the first,
// and keeps them: LinkedIn knows when two people connected better than whoever says of what day a file is.
func checkConnected(r *data.Reading, asOf, today data.Day) {
	found, later := len(r.Problems), false
	tell := func(p *data.PersonDraft, why data.ProblemReason) {
		r.Problems = append(r.Problems, data.Problem{File: r.File, Line: p.Line, Field: connectedOn, Reason: why, Value: p.Connected.String()})
	}
	for i := range r.People {
		p := &r.People[i]
		switch {
		case p.Connected <= asOf+1:
		case p.Connected > today+1:
			tell(p, data.FutureDay)
			p.Connected = 0
		case !later:
			later = true
			tell(p, data.LaterDay)
		}
	}
	if len(r.Problems) == found {
		return
	}
	slices.SortStableFunc(r.Problems, func(a, b data.Problem) int { return cmp.Compare(a.Line, b.Line) })
}

// leaveExchangesAhead leaves out recommendations and endorsements of a day after today, and says so:
// without its day such an entry is nothing. One day is let pass here too, since LinkedIn's are of UTC.
func leaveExchangesAhead(r *data.Reading, today data.Day) {
	r.Exchanges = slices.DeleteFunc(r.Exchanges, func(e data.ExchangeDraft) bool {
		if e.Day <= today+1 {
			return false
		}
		r.Skipped++
		r.SkippedExchanges++
		r.Problems = append(r.Problems, data.Problem{File: r.File, Line: e.Line, Reason: data.NoDay, Value: e.Day.String()})
		return true
	})
}
