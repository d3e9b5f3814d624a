// Package linkedin reads the archive of their own data that LinkedIn gives its members.
//
// It reads the connections, the member's own positions, and the recommendations and endorsements they
// received and gave, from the zip as it was downloaded or from one of its files, in every layout there
// has been and as spreadsheets save them again. What a file is, its header row says: names of files
// decide nothing, but that recommendations received and given look alike and only the name tells which
// they are. Everything else in the archive is named as skipped, and whatever is wrong with an entry
// becomes a data.Problem and leaves the rest alone.
package linkedin

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/tabular"
)

// Limits on what is read. LinkedIn allows a member 30,000 connections.
const (
	maxFile    = 256 << 20 // bytes of a file that is no archive
	maxEntries = 250_000   // entries of one table; further ones are counted as skipped
)

// Read reads a file of size bytes. A zip gives a Reading for each file in it, anything else gives one.
// name is the file's name as problems are to show it. What cannot be read is a problem in a Reading,
// with Line 0 where the whole file is meant.
func Read(name string, r io.ReaderAt, size int64) []data.Reading {
	magic := make([]byte, 4)
	n, _ := r.ReadAt(magic, 0)
	switch {
	case isZip(magic[:n]):
		return readArchive(name, r, size)
	case size > maxFile:
		return []data.Reading{failed(name, data.FileTooLarge)}
	}
	return []data.Reading{readTable(name, io.NewSectionReader(r, 0, size))}
}

// failed returns the reading of a file of which nothing can be read.
func failed(name string, why data.ProblemReason) data.Reading {
	return data.Reading{File: name, Problems: []data.Problem{{File: name, Reason: why}}}
}

// readTable reads one file of a kind that its header row tells.
func readTable(name string, r io.Reader) data.Reading {
	table, err := tabular.Open(r, isHeader)
	if err != nil {
		return failed(name, reasonFor(err))
	}
	in := &reader{table: table, out: data.Reading{File: name}}
	for _, k := range kinds {
		if columns, ok := findColumns(table.Header, k.words, k.needs); ok {
			if err = in.each(k.entry(in, columns)); k.exchanges {
				in.out.SkippedExchanges = in.out.Skipped
			}
			break
		}
	}
	if table.Encoding() != tabular.UTF8 {
		in.wholeFile(data.WrongEncoding, string(table.Encoding()))
	} else if table.Mended > 0 {
		in.wholeFile(data.WrongEncoding, "")
	}
	if err != nil {
		in.wholeFile(reasonFor(err), "")
	}
	return in.out
}

// reasonFor says what an error that ended the reading of a file means for its reader.
func reasonFor(err error) data.ProblemReason {
	switch {
	case errors.Is(err, tabular.ErrEmpty):
		return data.EmptyFile
	case errors.Is(err, tabular.ErrNotText):
		return data.NotText
	case errors.Is(err, tabular.ErrNoHeader):
		return data.NotRecognised
	case errors.Is(err, errTooLarge):
		return data.ArchiveTooLarge
	case errors.Is(err, zip.ErrAlgorithm):
		return data.ArchiveLocked
	case isBroken(err):
		return data.ArchiveBroken
	}
	return data.FileUnreadable
}

// reader goes through one table and gathers what it holds.
type reader struct {
	table *tabular.Table
	out   data.Reading
	rec   tabular.Record // the entry being read
	// figures is how many the shortest number had that a date so far ends with; 0 while none does.
	figures int
}

// each calls add for every entry whose columns are sound. It returns the error that ended the table
// early, or nil.
func (in *reader) each(add func()) error {
	for n := 0; ; n++ {
		var err error
		in.rec, err = in.table.Read()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case n >= maxEntries:
			if n == maxEntries {
				in.problem(-1, data.FileTooLarge, "")
			}
			in.out.Skipped++
		case in.rec.Fault != "":
			in.skip(-1, in.rec.Fault, in.firstValue())
		case in.isHeader():
			in.skip(-1, data.Repeated, in.firstValue())
		default:
			before := len(in.out.Problems)
			add()
			in.reportCut(in.out.Problems[before:])
		}
	}
}

// isHeader reports whether an entry is the header row again, as where two files were put into one.
func (in *reader) isHeader() bool {
	return slices.EqualFunc(in.rec.Values, in.table.Header, func(value, name string) bool { return trim(value) == name })
}

// firstValue returns what an entry begins with, so that a problem with all of it can be found.
func (in *reader) firstValue() string {
	for _, v := range in.rec.Values {
		if v = clean(v); v != "" {
			return v
		}
	}
	return ""
}

// problem reports what is wrong in a column of the entry, or with -1 in all of it.
func (in *reader) problem(col int, why data.ProblemReason, value string) {
	field := ""
	if col >= 0 {
		field = in.table.Header[col]
	}
	in.out.Problems = append(in.out.Problems, data.Problem{
		File: in.out.File, Line: in.rec.Line, Field: shown(field), Reason: why, Value: shown(value),
	})
}

// skip reports a problem that the entry is left out for.
func (in *reader) skip(col int, why data.ProblemReason, value string) {
	in.problem(col, why, value)
	in.out.Skipped++
}

// wholeFile reports what is wrong with the file.
func (in *reader) wholeFile(why data.ProblemReason, value string) {
	in.out.Problems = append(in.out.Problems, data.Problem{File: in.out.File, Reason: why, Value: value})
}

// cell returns the value of a column as it is written, trimmed, or "" where the layout has none.
func (in *reader) cell(col int) string {
	if col < 0 {
		return ""
	}
	return trim(in.rec.Values[col])
}

// endsShort reports whether a date ends the file in a shorter number than any date before: the file was cut
// within the year, and what is left of 2019 is not 2020.
func (in *reader) endsShort(date string) bool { return in.rec.Unended && figures(date) < in.figures }

// hasRead notes a date for endsShort.
func (in *reader) hasRead(date string) {
	if n := figures(date); n > 0 && (in.figures == 0 || n < in.figures) {
		in.figures = n
	}
}

// figures counts those of the number that a date ends with.
func figures(date string) int { return len(date) - len(strings.TrimRight(date, "0123456789")) }

// address returns the value of a column as parse understands it, "" where it is empty or no address.
func (in *reader) address(col int, parse func(string) (string, bool)) string {
	text := in.cell(col)
	if text == "" {
		return ""
	}
	value, ok := parse(text)
	if !ok {
		in.problem(col, data.BadAddress, text)
	}
	return value
}

// text returns the value of a column fit to be kept and shown, cut to limit characters.
func (in *reader) text(col, limit int) string {
	if col < 0 {
		return ""
	}
	short, long := cut(clean(in.rec.Values[col]), limit)
	if long {
		in.problem(col, data.ValueTooLong, short)
	}
	return short
}

// prose returns the value of a column with its lines as they are, cut to limit characters; 0 is no limit.
func (in *reader) prose(col, limit int) string {
	if col < 0 {
		return ""
	}
	text := cleanLines(in.rec.Values[col])
	if limit == 0 {
		return text
	}
	short, long := cut(text, limit)
	if long {
		in.problem(col, data.ValueTooLong, short)
	}
	return short
}

// reportCut reports the values of the entry that the table cut and that none of told complains of.
func (in *reader) reportCut(told []data.Problem) {
	for _, col := range in.rec.Cut {
		field := shown(in.table.Header[col])
		if !slices.ContainsFunc(told, func(p data.Problem) bool { return p.Field == field }) {
			in.problem(col, data.ValueTooLong, in.rec.Values[col])
		}
	}
}

// isZip reports whether a file begins as a zip does, an empty one included (APPNOTE 4.3.7, 4.3.16).
func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}
