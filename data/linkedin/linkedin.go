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
	maxEntries = 250_000   // entries of one file; further ones are counted as skipped
	maxTables  = 100       // tables in one file; what stands in further ones is counted so too
)

// Read reads a file of size bytes. A zip gives the Readings of each file in it. A file gives one, but for
// one into which several exports of connections were put: a Reading names nobody twice, so each gives its
// own. name is the file's name as problems are to show it. What cannot be read is a problem in a Reading,
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
	return readTables(name, io.NewSectionReader(r, 0, size))
}

// failed returns the reading of a file of which nothing can be read.
func failed(name string, why data.ProblemReason) data.Reading {
	return data.Reading{File: name, Problems: []data.Problem{{File: name, Reason: why}}}
}

// readTables reads one file of a kind that its header row tells, and of another one where another header
// row stands further down.
func readTables(name string, r io.Reader) []data.Reading {
	table, err := tabular.Open(r, isHeader)
	if err != nil {
		return []data.Reading{failed(name, reasonFor(err))}
	}
	in := &reader{table: table, out: data.Reading{File: name}, jobs: map[data.RoleDraft]bool{}, touches: map[data.ExchangeDraft]bool{}}
	in.begin()
	err = in.each()
	if table.Encoding() != tabular.UTF8 {
		in.wholeFile(data.WrongEncoding, string(table.Encoding()))
	} else if table.Mended > 0 {
		in.wholeFile(data.WrongEncoding, "")
	}
	if err != nil {
		in.wholeFile(reasonFor(err), "")
	}
	return append(in.done, in.out)
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

// reader goes through the tables of one file and gathers what they hold.
type reader struct {
	table  *tabular.Table
	tables int
	out    data.Reading
	done   []data.Reading // those that came before out
	rec    tabular.Record // the entry being read
	add    func()         // reads it
	style  dateStyle
	// exchanges says that the entries are recommendations or endorsements.
	exchanges bool
	overfull  bool // the file holds more than is read
	// jobs and touches are those that the file had so far.
	jobs    map[data.RoleDraft]bool
	touches map[data.ExchangeDraft]bool
}

// begin prepares for a table of the columns that its header names.
func (in *reader) begin() {
	in.tables++
	for i := range kinds {
		k := &kinds[i]
		columns, ok := findColumns(in.table.Header, k.words, k.needs)
		if !ok {
			continue
		}
		if k.people && len(in.out.People) > 0 {
			in.done, in.out = append(in.done, in.out), data.Reading{File: in.out.File}
		}
		in.add, in.exchanges = k.entry(in, columns), k.exchanges
		return
	}
}

// each reads every entry whose columns are sound. It returns the error that ended the file early, or nil.
func (in *reader) each() error {
	for n := 0; ; {
		var err error
		in.rec, err = in.table.Read()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case in.isOtherHeader():
			in.begin()
			continue
		}
		skipped := in.out.Skipped
		in.entry(n)
		if in.exchanges {
			in.out.SkippedExchanges += in.out.Skipped - skipped
		}
		n++
	}
}

// entry reads the entry after n others.
func (in *reader) entry(n int) {
	switch {
	case n >= maxEntries || in.tables > maxTables:
		if !in.overfull {
			in.overfull = true
			in.problem(-1, data.FileTooLarge, "")
		}
		in.out.Skipped++
	case in.isHeader():
		in.skip(-1, data.Repeated, in.firstValue())
	case in.rec.Fault != "":
		in.skip(-1, in.rec.Fault, in.firstValue())
	default:
		before := len(in.out.Problems)
		in.add()
		in.reportCut(in.out.Problems[before:])
	}
}

// isHeader reports whether an entry is the header row again, as where two files were put into one.
func (in *reader) isHeader() bool {
	return slices.EqualFunc(in.rec.Values, in.table.Header, func(value, name string) bool { return trim(value) == name })
}

// isOtherHeader reports whether an entry is a header row of other columns, by which the table goes on. Days
// and the like show most entries to be none.
func (in *reader) isOtherHeader() bool {
	if in.rec.Fault == "" {
		for _, v := range slices.Backward(in.rec.Values) {
			if v = trim(v); v != "" {
				if strings.ContainsAny(v, "0123456789") {
					return false
				}
				break
			}
		}
		if !isHeader(in.rec.Values) {
			return false
		}
	}
	return !in.isHeader() && in.table.Restart()
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

// endsShort reports whether a date that ends the file may be the beginning of a longer one. Only the last
// column can have been cut.
func (in *reader) endsShort(col int, date string) bool {
	return in.rec.Unended && col == len(in.table.Header)-1 && in.style.mayGoOn(date)
}

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
