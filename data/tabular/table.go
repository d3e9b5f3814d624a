package tabular

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"peerage/data"
)

// MaxValue is the longest value that is kept, in characters; a longer one is cut.
const MaxValue = 100_000

const (
	maxColumns = 4096
	// maxText bounds the bytes kept of one record, whatever its columns hold.
	maxText = 4 << 20
	// window is how many bytes of a record are held so that reading can go back to its beginning when a
	// quote turns out not to be closed.
	window = 1 << 20
	// maxPeek bounds the line that is looked at ahead once there is no way back.
	maxPeek = 64 << 10
)

// What Open returns when there is no table.
var (
	ErrEmpty    = errors.New("tabular: the file is empty")
	ErrNotText  = errors.New("tabular: the file is no text")
	ErrNoHeader = errors.New("tabular: no header row")
)

// Record is one entry of a table.
type Record struct {
	Line int // the line it starts on, counted from 1
	// Values has one value for each column of the header, unless there is a Fault. It is overwritten by
	// the next Read; the strings in it stay.
	Values []string
	// Fault is "" when the record can be used, and otherwise says why it cannot: TooFewColumns,
	// TooManyColumns, BadQuote, or CutShort when the file ends within it.
	Fault data.ProblemReason
	// Unended says that the file ends with the record and without a line end, so more may have followed.
	Unended bool
	// Cut lists the columns whose value was longer than MaxValue, by their index, in rising order.
	Cut []int
}

// Table gives the records below a header row.
type Table struct {
	// Header has the names of the columns as the file writes them, trimmed.
	Header []string
	// HeaderLine is the line the header stands on, counted from 1.
	HeaderLine int
	// Mended counts what was put right so far: bytes that did not fit into a text of UTF-8, and values that were
	// mangled.
	Mended int

	enc     Encoding
	script  script
	accepts func(names []string) bool
	delim   byte
	loneCR  bool

	src   io.Reader
	err   error  // why src has nothing more to give
	buf   []byte // bytes from src; those before start are done with
	start int    // where the record begins, as long as there is a way back
	pos   int    // the next byte
	line  int    // the line that pos is on

	values []string
	rec    entry
}

// Open finds the header row within the first HeadSize bytes: the first line whose cells header accepts
// as names of columns, or with a nil header the first line that is not blank. It returns ErrEmpty,
// ErrNotText or ErrNoHeader when there is none, and otherwise what r returns.
func Open(r io.Reader, header func(names []string) bool) (*Table, error) {
	text, enc, err := openText(r)
	if err != nil {
		return nil, err
	}
	t := &Table{enc: enc, accepts: header, src: text, buf: make([]byte, 0, 2*firstLook)}
	t.ready(firstLook)
	if isBinary(t.buf) {
		return nil, ErrNotText
	}
	row, ok := t.findHeader()
	switch {
	case ok:
	case len(bytes.TrimSpace(t.buf)) == 0 && t.err == io.EOF:
		return nil, ErrEmpty
	case t.err != nil && t.err != io.EOF:
		return nil, t.err
	default:
		return nil, ErrNoHeader
	}
	t.Header, t.HeaderLine = row.names, row.line
	t.delim, t.loneCR = row.delim, row.loneCR
	t.pos, t.line = row.end, row.line+1
	return t, nil
}

// openText returns what r holds as text in which ASCII is one byte, without a byte order mark.
func openText(r io.Reader) (io.Reader, Encoding, error) {
	head := make([]byte, 4<<10)
	n, err := io.ReadFull(r, head)
	head = head[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		if n == 0 {
			return nil, "", err
		}
		r = failing{err}
	}
	enc, mark := detect(head)
	whole := io.MultiReader(bytes.NewReader(head[mark:]), r)
	if enc == UTF8 {
		return whole, enc, nil
	}
	return newUTF16Reader(whole, enc), enc, nil
}

// failing returns the error that an earlier read ended with.
type failing struct{ err error }

// Read implements io.Reader.
func (f failing) Read([]byte) (int, error) { return 0, f.err }

// Encoding says how the file is written, as far as it has been read: a file that is ASCII to here is
// called UTF-8.
func (t *Table) Encoding() Encoding {
	if t.script == isWindows1252 {
		return Windows1252
	}
	return t.enc
}

// Read returns the next record that is not wholly blank. At the end it returns io.EOF, or the error
// with which the file could not be read any further; what came before is then whole.
func (t *Table) Read() (Record, error) {
	for {
		t.start = t.pos
		if !t.ready(1) {
			return Record{}, t.err
		}
		line := t.line
		end := t.scan()
		rec := t.finish(line, end)
		if rec.Fault == "" && allBlank(rec.Values) {
			continue
		}
		return rec, nil
	}
}

// finish makes a record of what was scanned.
func (t *Table) finish(line int, end ending) Record {
	e := &t.rec
	if end == fileEnd && (t.script == isUTF8 || t.script == isMangled) {
		last := len(e.ends) - 1
		e.ends = e.ends[:last]
		e.dropPartial()
		e.ends = append(e.ends, len(e.text))
	}
	t.decode()
	values := t.split()
	rec := Record{Line: line, Unended: end == fileEnd}
	switch n := len(t.Header); {
	case end == broken:
		rec.Fault = data.BadQuote
	case end == openEnd, end == fileEnd && t.err != io.EOF:
		rec.Fault = data.CutShort
	case fits(values, n, isBlank) && !e.crowded:
		values = values[:n]
	case t.unwrap(values):
		values = t.values[:n]
	case allBlank(values) && !e.crowded: // a blank line has too few columns and is nobody's mistake
	case e.multiline && !e.lost && t.rewind(t.pos), e.stray:
		rec.Fault = data.BadQuote
	case len(values) > n:
		rec.Fault = data.TooManyColumns
	case end == fileEnd:
		rec.Fault = data.CutShort
	default:
		rec.Fault = data.TooFewColumns
	}
	rec.Values = values
	slices.Sort(e.cut)
	for _, c := range e.cut {
		if c < len(values) {
			rec.Cut = append(rec.Cut, c)
		}
	}
	return rec
}

// decode turns the text of the record into UTF-8 without NUL bytes, and settles the script of the file
// at the first byte that is not ASCII.
func (t *Table) decode() {
	e := &t.rec
	text := e.text
	if t.script == onlyASCII && !isASCII(text) {
		t.script = judge(text)
	}
	clean := t.script == onlyASCII || (t.script == isUTF8 && utf8.Valid(text)) || isASCII(text)
	if clean && bytes.IndexByte(text, 0) < 0 {
		return
	}
	out, from := make([]byte, 0, len(text)+len(text)/2), 0
	for i, to := range e.ends {
		var mended int
		out, mended = t.script.decode(out, bytes.ReplaceAll(text[from:to], []byte{0}, nil))
		t.Mended += mended
		from, e.ends[i] = to, len(out)
	}
	e.text = out
}

// unwrap takes apart a record that is one value in quotes, and reports whether it fits then. A spreadsheet that
// expects another delimiter has the whole line in one cell, and puts the cell into quotes where a quote is in it.
func (t *Table) unwrap(values []string) bool {
	e := &t.rec
	if len(values) != 1 || len(t.Header) == 1 || e.multiline || e.stray || len(e.cut) > 0 || strings.IndexByte(values[0], t.delim) < 0 {
		return false
	}
	parts, ok := splitLine([]byte(values[0]), t.delim)
	if !ok || !fits(parts, len(t.Header), isBlankBytes) {
		return false
	}
	t.values = t.values[:0]
	for _, p := range parts {
		t.values = append(t.values, string(p))
	}
	return true
}

// split cuts the text of the record into its values, and values to MaxValue characters. All share one
// string.
func (t *Table) split() []string {
	e := &t.rec
	all, from := string(e.text), 0
	t.values = t.values[:0]
	for i, to := range e.ends {
		v := all[from:to]
		if len(all) > maxPeek { // a short value must not hold a huge one in memory
			v = strings.Clone(v)
		}
		if to-from > MaxValue {
			if short, ok := cut(v, MaxValue); ok {
				v = strings.Clone(short)
				e.markCut(i)
			}
		}
		t.values = append(t.values, v)
		from = to
	}
	return t.values
}

// cut returns the first n characters of s, and whether there are more.
func cut(s string, n int) (string, bool) {
	for i := range s {
		if n == 0 {
			return s[:i], true
		}
		n--
	}
	return s, false
}

// fits reports whether values are those of a record with n columns: as many, or more that are blank.
func fits[T any](values []T, n int, blank func(T) bool) bool {
	if len(values) < n {
		return false
	}
	for _, v := range values[n:] {
		if !blank(v) {
			return false
		}
	}
	return true
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

func isBlankBytes(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

func allBlank(values []string) bool { return fits(values, 0, isBlank) }
