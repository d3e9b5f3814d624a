package words

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"peerage/data"
)

// sqliteError carries a result code as the driver's errors do.
type sqliteError int

func (e sqliteError) Error() string { return fmt.Sprintf("result code %d", int(e)) }
func (e sqliteError) Code() int     { return int(e) }

func TestErrorsSayWhatToDo(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		err  error
		want string
	}{
		{nil, ""},
		{&data.Invalid{Field: "name", Reason: data.Missing}, "Please fill in the name."},
		{fmt.Errorf("save Ana: %w", &data.Invalid{Field: "to", Reason: data.EndsBeforeStart}), "Please look at the last day again: it lies before the first one."},
		{&data.Invalid{Field: "ideal", Reason: data.OutOfRange}, "Please choose the ideal interval between 1 and 3660 days, the longest interval no shorter than the ideal one."},
		{data.Preferences{PerDay: 99}.Validate(), "Please choose the number of check-ins a day between 1 and 50."},
		{&data.Invalid{Field: "hours", Reason: data.EndsBeforeStart}, "Please look at the preferred hours again: the end must come after the beginning."},
		{&data.Invalid{Field: "due", Reason: data.EndsBeforeStart}, "It is due before it was promised. Please choose a later day."},
		{&data.Invalid{Field: "on", Reason: data.NotADay}, "Please write the day in the year with its month and its day: 2016-06-30, or --06-30 for every year."},
		{&data.Invalid{Field: "name", Reason: data.OutOfRange}, "Please choose another value for the name: this one is too small or too large."},
		{&data.Invalid{Field: "nickname", Reason: data.Missing}, "Please fill in nickname."},
		{fmt.Errorf("undo: %w", data.ErrNoUndo), "There is nothing to undo."},
		{fmt.Errorf("take Ana apart: %w", &data.Blocked{By: []string{"Edit\nAna"}}), "Something done later stands in the way: “Edit Ana”. Undo back to there first; nothing was changed."},
		{&data.Blocked{By: []string{"a", "b", "c"}, More: 2}, "Something done later stands in the way: “a”, “b”, “c” and 2 more changes. Undo back to there first; nothing was changed."},
		{&data.Blocked{By: []string{"a"}, More: 1}, "Something done later stands in the way: “a” and one more change. Undo back to there first; nothing was changed."},
		{&data.Blocked{More: 4}, "Something done later stands in the way. Undo back to there first; nothing was changed."},
		{fmt.Errorf("open: %w", data.ErrNewer), "This network was saved by a newer Peerage. Please install the newer version; nothing was changed."},
		{&fs.PathError{Op: "open", Path: "Connections.csv", Err: fs.ErrNotExist}, "Peerage cannot find Connections.csv. Please check its name and place."},
		{&fs.PathError{Op: "open", Path: "a\u202e\nb", Err: syscall.EACCES}, "Peerage is not allowed to open a b. Please change its permissions, or choose another place."},
		{&fs.PathError{Op: "write", Path: "peerage.db", Err: diskFull[0]}, "The disk is full. Please make room and try again; nothing was changed."},
		{&fs.PathError{Op: "write", Path: "peerage.db", Err: readOnly[0]}, "Peerage can only read peerage.db, not write it. Please choose another place, or make it writable."},
		{&fs.PathError{Op: "open", Path: "a.csv", Err: inUse[0]}, "Another program has a.csv open. Please close it there and try again; nothing was changed."},
		{&fs.PathError{Op: "open", Path: "a?.csv", Err: noName[0]}, "Peerage cannot find a?.csv. Please check its name and place."},
		{sentence("It is odd."), "Something went wrong: It is odd. Nothing was changed."},
		{context.Canceled, "Stopped. Nothing was changed."},
		{fmt.Errorf("save: %w", sqliteError(13)), "The disk is full. Please make room and try again; nothing was changed."},
		{fmt.Errorf("open: %w", sqliteError(noShared)), "The disk is full. Please make room and try again; nothing was changed."},
		{sqliteError(10 | 3<<8), "The disk could not be read or written. Please check it, and keep a backup elsewhere."},
		{sqliteError(8 | 3<<8), "Peerage can only read the file, not write it. Please choose another place, or make it writable."},
		{sqliteError(5), "Another Peerage is writing just now. Please try again in a moment; nothing was changed."},
		{sqliteError(1), "Something went wrong: result code 1. Nothing was changed."},
		{errors.New("a\nb"), "Something went wrong: a b. Nothing was changed."},
	} {
		if got := w.Error(c.err); got != c.want {
			t.Errorf("%v: %q\nwant %q", c.err, got, c.want)
		}
	}
}

func TestARealMissingFileAndAFolderWithoutRightsAreNamed(t *testing.T) {
	w := english(t)
	missing := filepath.Join(t.TempDir(), "gone.csv")
	_, err := os.Open(missing)
	if got := w.Error(err); !strings.Contains(got, "cannot find "+missing) {
		t.Errorf("got %q", got)
	}
	if got := w.Error(os.Mkdir(t.TempDir(), 0o700)); !strings.Contains(got, "does not overwrite") {
		t.Errorf("got %q", got)
	}
}

func TestProblemsSayWhereAndWhat(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		problem data.Problem
		want    string
	}{
		{data.Problem{File: "Connections.csv", Line: 14, Field: "Connected On", Reason: data.BadDay, Value: "31 Juni"},
			"Connections.csv, line 14, Connected On: “31 Juni” is no day. The rest of the entry is read."},
		{data.Problem{File: "Connections.csv", Line: 9, Reason: data.TooFewColumns}, "Connections.csv, line 9: This line has too few columns and is left out."},
		{data.Problem{File: "r.csv", Line: 5, Field: "Creation Date", Reason: data.NoDay}, "r.csv, line 5, Creation Date: This entry has no day, and without one it is left out."},
		{data.Problem{File: "e.csv", Line: 2, Reason: data.OtherAddress, Value: "Ana Souza"}, "e.csv, line 2: “Ana Souza” is here with another profile address than the file gives, " +
			"so what the file says of them is left out. If that is the same person, add the address and bring the file again."},
		{data.Problem{File: "a.zip", Reason: data.ArchiveBroken}, "a.zip: The archive cannot be opened. Please download it again."},
		{data.Problem{File: "a\x1b[2J\u202ecsv", Line: 10000, Reason: data.BadDay}, "a[2Jcsv, line 10,000: This is no day. The rest of the entry is read."},
	} {
		if got := w.ProblemAt(c.problem); got != c.want {
			t.Errorf("%q\nwant %q", got, c.want)
		}
	}
}

func FuzzNoStrangersTextLeavesItsLine(f *testing.F) {
	f.Add("Connections.csv", "Connected On", "31\nJuni\u202e")
	w := english(f)
	f.Fuzz(func(t *testing.T, file, field, value string) {
		got := w.ProblemAt(data.Problem{File: file, Line: 1, Field: field, Value: value, Reason: data.BadDay})
		if strings.ContainsAny(got, "\n\r\x00\x1b\u202e\u2066\u2028") {
			t.Errorf("%q", got)
		}
	})
}

func TestADoubtSaysWhatIsUnusual(t *testing.T) {
	for want, d := range map[string]data.Doubt{
		"This lies before the first day.":                 {Field: "to", Reason: data.EndsBeforeStart},
		"This is the same role, at the same time, twice.": {Field: "from", Reason: data.Overlaps},
		"This day is still to come.":                      {Field: "from", Reason: data.InFuture},
		"This end is still to come.":                      {Field: "to", Reason: data.InFuture},
		"That would be seventy years or more.":            {Field: "to", Reason: data.VeryLong},
	} {
		if got := english(t).Doubt(d); got != want {
			t.Errorf("%v: %q", d, got)
		}
	}
}

// sentence is an error that ends as those of Windows do.
type sentence string

func (s sentence) Error() string { return string(s) }
