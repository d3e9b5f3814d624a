package tabular

import (
	"bytes"
	"strings"
)

// HeadSize is how far into a file the header row is looked for, in bytes of UTF-8: notes above it may be long.
const HeadSize = 1 << 20

// firstLook is how much of a file is read before the header row is looked for; more is where it is not there.
const firstLook = 64 << 10

// delimiters are tried in this order; the first wins where two do equally well.
var delimiters = []byte{',', ';', '\t'}

// headerRow is where the header was found and how it is written.
type headerRow struct {
	names  []string
	line   int  // counted from 1
	end    int  // where the next line begins, in bytes
	delim  byte // what stands between two values
	loneCR bool // lines end in CR alone
}

// findHeader goes through the lines of the file up to HeadSize and returns the first that is a header.
// Every line counts as a possible beginning, so nothing that stands above a header, not even an
// unclosed quote, hides it.
func (t *Table) findHeader() (headerRow, bool) {
	at, line := 0, 1
	for look := firstLook; ; look *= 2 {
		for len(t.buf) < look && t.fill() {
		}
		head := t.buf[:min(len(t.buf), look)]
		if t.enc == UTF8 && t.script == onlyASCII {
			t.script = judge(dropPartial(head))
		}
		all := look >= HeadSize || len(t.buf) < look
		for at < len(head) {
			text, next, loneCR := cutLine(head[at:], true)
			if at+next == len(head) && !all {
				break // the rest of the line, or the second half of its end, may follow
			}
			if row, ok := t.asHeader(text); ok {
				row.line, row.end, row.loneCR = line, at+next, loneCR
				return row, true
			}
			at += next
			line++
		}
		if all {
			return headerRow{}, false
		}
	}
}

// asHeader takes a line for a header with the delimiter that gives it most names. Without a rule for
// headers every line that is not blank is one.
func (t *Table) asHeader(line []byte) (best headerRow, ok bool) {
	for i, d := range delimiters {
		if i > 0 && bytes.IndexByte(line, d) < 0 {
			continue // the line is one name, as the first may have found
		}
		names, named := headerNames(line, d, t.script)
		if named && len(names) > len(best.names) && (t.accepts == nil || t.accepts(names)) {
			best = headerRow{names: names, delim: d}
		}
	}
	if len(best.names) == 0 && t.accepts != nil && len(line) > 1 && line[0] == '"' && closingQuote(line) == len(line)-1 {
		return t.asHeader(bytes.ReplaceAll(line[1:len(line)-1], []byte(`""`), []byte{'"'})) // see unwrap
	}
	return best, len(best.names) > 0
}

// Restart reports whether the record that was read last is a header row once more, as where two files
// were put into one. What follows is then read by its columns, which Header has from here on.
func (t *Table) Restart() bool {
	if t.accepts == nil || t.rec.lost {
		return false
	}
	line, next, loneCR := cutLine(t.buf[t.start:min(len(t.buf), t.start+maxPeek)], true)
	row, ok := t.asHeader(line)
	if !ok {
		return false
	}
	t.Header, t.HeaderLine, t.delim = row.names, t.rec.line, row.delim
	t.loneCR = t.loneCR || loneCR
	t.pos, t.line = t.start+next, t.rec.line+1
	return true
}

// headerNames splits a line into the names of columns. Nameless columns at its end, which spreadsheets
// add, are left out; a line without any name has none.
func headerNames(line []byte, delim byte, s script) ([]string, bool) {
	values, ok := splitLine(line, delim)
	if !ok {
		return nil, false
	}
	names := make([]string, len(values))
	last := 0
	for i, v := range values {
		text, _ := s.decode(nil, bytes.ReplaceAll(v, []byte{0}, nil))
		names[i] = strings.TrimSpace(string(text))
		if names[i] != "" {
			last = i + 1
		}
	}
	return names[:last], last > 0
}

// cutLine returns the first line of b without its end, where the next one begins, and whether it ended
// in a CR alone, which counts as an end only if cr is set.
func cutLine(b []byte, cr bool) (line []byte, next int, loneCR bool) {
	var end int
	if cr {
		end = bytes.IndexAny(b, "\r\n")
	} else {
		end = bytes.IndexByte(b, '\n')
	}
	switch {
	case end < 0:
		return bytes.TrimSuffix(b, []byte{'\r'}), len(b), false
	case b[end] == '\n':
		return bytes.TrimSuffix(b[:end], []byte{'\r'}), end + 1, false
	case end+1 < len(b) && b[end+1] == '\n':
		return b[:end], end + 2, false
	}
	return b[:end], end + 1, end+1 < len(b)
}

// splitLine splits a line by itself. It returns false when the line cannot stand by itself because a
// quote in it is not closed, or closed before the value ends.
func splitLine(line []byte, delim byte) (values [][]byte, ok bool) {
	for {
		value := line
		if len(line) > 0 && line[0] == '"' {
			end := closingQuote(line)
			if end < 0 || (end+1 < len(line) && line[end+1] != delim) {
				return nil, false
			}
			value, line = bytes.ReplaceAll(line[1:end], []byte(`""`), []byte{'"'}), line[end+1:]
			if len(line) == 0 {
				return append(values, value), true
			}
			line = line[1:]
		} else {
			i := bytes.IndexByte(line, delim)
			if i < 0 {
				return append(values, line), true
			}
			value, line = line[:i], line[i+1:]
		}
		if values = append(values, value); len(values) > maxColumns {
			return nil, false
		}
	}
}

// closingQuote returns where the quote that opens b is closed, or -1.
func closingQuote(b []byte) int {
	for i := 1; i < len(b); i++ {
		if b[i] != '"' {
			continue
		}
		if i+1 < len(b) && b[i+1] == '"' {
			i++
			continue
		}
		return i
	}
	return -1
}
