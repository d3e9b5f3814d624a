package tabular

import (
	"bytes"
	"io"
	"slices"
)

// ending says what a value or a record ended with.
type ending int

const (
	delimiter ending = iota
	lineEnd
	fileEnd
	openEnd // the file's end, within quotes
	broken  // a quote that is not closed; pos is at the next line that looks like a record
)

// entry is the record being scanned.
type entry struct {
	line      int    // the line it starts on
	text      []byte // its values, one after the other, without quotes
	ends      []int  // where each value ends in text
	cut       []int  // the values that were too long
	crowded   bool   // there were more than maxColumns values
	stray     bool   // a quote stood within quotes and did not close them
	multiline bool   // a value in quotes holds a line end
	lost      bool   // its beginning is no longer in the buffer: there is no way back
	tried     int    // the last of its lines that rewind looked at, counted in bytes from its start
	triedLine int    // which line of the file that is
}

// reset makes the entry ready for a record that starts on the given line.
func (e *entry) reset(line int) {
	*e = entry{line: line, text: e.text[:0], ends: e.ends[:0], cut: e.cut[:0], triedLine: line}
	if cap(e.text) > window { // one huge record is no reason to hold its memory for the rest
		e.text = nil
	}
}

// add appends to the value being scanned as much of b as may be kept of it.
func (e *entry) add(b []byte) {
	// Four bytes is the longest a character can be.
	room := min(e.begin()+4*MaxValue, maxText) - len(e.text)
	if len(b) > room {
		b = b[:max(room, 0)]
		e.markCut(len(e.ends))
	}
	e.text = append(e.text, b...)
}

// begin returns where in text the value being scanned begins.
func (e *entry) begin() int {
	if n := len(e.ends); n > 0 {
		return e.ends[n-1]
	}
	return 0
}

// dropPartial takes the last character off the value being scanned when its bytes are not all there.
func (e *entry) dropPartial() {
	begin := e.begin()
	e.text = e.text[:begin+len(dropPartial(e.text[begin:]))]
}

// markCut notes that the value at index i is too long.
func (e *entry) markCut(i int) {
	if !slices.Contains(e.cut, i) {
		e.cut = append(e.cut, i)
	}
}

// endValue ends the value being scanned.
func (e *entry) endValue() {
	if len(e.ends) == maxColumns {
		e.crowded = true
		e.text = e.text[:e.ends[maxColumns-1]]
		return
	}
	if slices.Contains(e.cut, len(e.ends)) {
		e.dropPartial()
	}
	e.ends = append(e.ends, len(e.text))
}

// scan reads one record and returns what it ended with: lineEnd, fileEnd, openEnd or broken.
func (t *Table) scan() ending {
	t.rec.reset(t.line)
	for {
		end := t.value()
		t.rec.endValue()
		if end != delimiter {
			return end
		}
	}
}

// value reads one value with what ends it.
func (t *Table) value() ending {
	if t.ready(1) && t.buf[t.pos] == '"' {
		t.pos++
		return t.quoted()
	}
	return t.plain()
}

// plain reads to the end of a value that is not in quotes, or of what follows its closing quote.
func (t *Table) plain() ending {
	for t.ready(1) {
		b := t.buf[t.pos:]
		i := 0
		for i < len(b) && b[i] != t.delim && b[i] != '\n' && b[i] != '\r' {
			i++
		}
		t.rec.add(b[:i])
		t.pos += i
		if i == len(b) {
			// What has no line end within it never needs the way back.
			t.rec.lost = t.rec.lost || t.pos-t.start > window
			continue
		}
		if b[i] == t.delim {
			t.pos++
			return delimiter
		}
		if n := t.lineBreak(); n > 0 {
			t.pos += n
			t.line++
			return lineEnd
		}
		t.rec.add([]byte{'\r'})
		t.pos++
	}
	return fileEnd
}

// quoted reads to the end of a value in quotes, from behind the first. A quote in it that is neither
// doubled nor at the value's end is kept as it stands, unless it shows that the first was not closed.
func (t *Table) quoted() ending {
	e := &t.rec
	for t.ready(1) {
		b := t.buf[t.pos:]
		i := 0
		for i < len(b) && b[i] != '"' && b[i] != '\n' && b[i] != '\r' {
			i++
		}
		e.add(b[:i])
		t.pos += i
		if t.pos-t.start > window && !e.lost {
			if t.rewind(t.pos) {
				return broken
			}
			e.lost = true
		}
		if i == len(b) {
			continue
		}
		if b[i] != '"' {
			if t.lineWithin() {
				return broken
			}
			continue
		}
		if t.closes() {
			t.pos++
			return t.plain()
		}
		if t.buf[t.pos] == '"' && t.ready(2) && t.buf[t.pos+1] == '"' {
			t.pos++ // the first of two
		} else {
			e.stray = true
			if e.multiline && !e.lost && t.rewind(t.pos+1) {
				return broken
			}
		}
		e.add([]byte{'"'})
		t.pos++
	}
	if !e.lost && t.rewind(len(t.buf)) {
		return broken
	}
	return openEnd
}

// closes reports whether the quote at pos ends a value: a delimiter, a line end or the file's end
// follows.
func (t *Table) closes() bool {
	if !t.ready(2) {
		return true
	}
	switch t.buf[t.pos+1] {
	case t.delim, '\n', '\r':
		return true
	}
	return false
}

// lineWithin reads a line end, or a CR that is none, within quotes. Where there is no way back it
// reports whether the line that follows looks like a record, which then ends this one.
func (t *Table) lineWithin() bool {
	n := t.lineBreak()
	e := &t.rec
	e.add(t.buf[t.pos : t.pos+max(n, 1)])
	t.pos += max(n, 1)
	if n == 0 {
		return false
	}
	t.line++
	e.multiline = true
	return e.lost && t.looksLikeRecord(t.pos)
}

// lineBreak returns how many bytes the line end at pos takes: 0 for a CR by itself in a file whose
// lines end otherwise.
func (t *Table) lineBreak() int {
	switch {
	case t.buf[t.pos] == '\n':
		return 1
	case t.ready(2) && t.buf[t.pos+1] == '\n':
		return 2
	case t.loneCR || !t.ready(2):
		return 1
	}
	return 0
}

// rewind goes back to the first line after the record's own that looks like a record and begins before
// limit, an index into buf. It returns false, and stays, when there is none. Each line is looked at
// once, however often it is asked.
func (t *Table) rewind(limit int) bool {
	e := &t.rec
	limit -= t.start // fill may move start
	for e.triedLine < t.line {
		at := t.start + e.tried
		_, next, _ := cutLine(t.buf[at:], t.loneCR)
		if next == 0 || e.tried+next >= limit || at+next >= len(t.buf) {
			return false
		}
		e.tried += next
		e.triedLine++
		if t.looksLikeRecord(at + next) {
			t.pos, t.line = t.start+e.tried, e.triedLine
			return true
		}
	}
	return false
}

// looksLikeRecord reports whether the line that begins at an index into buf could be a record by
// itself, or a header once more. In a table of one column any line could, so none does.
func (t *Table) looksLikeRecord(at int) bool {
	if len(t.Header) < 2 {
		return false
	}
	ahead := at - t.pos // pos is what fill keeps in step
	for {
		line := t.buf[t.pos+ahead:]
		line, next, _ := cutLine(line[:min(len(line), maxPeek)], t.loneCR)
		if next >= maxPeek {
			return false
		}
		if t.pos+ahead+next == len(t.buf) && t.fill() {
			continue
		}
		values, ok := splitLine(line, t.delim)
		if ok && fits(values, len(t.Header), isBlankBytes) && len(bytes.Trim(line, string(t.delim)+" ")) > 0 {
			return true
		}
		if t.accepts != nil {
			_, ok = t.asHeader(line)
		}
		return t.accepts != nil && ok
	}
}

// ready reports whether n bytes from pos on are there, and reads more when they are not.
func (t *Table) ready(n int) bool {
	for len(t.buf)-t.pos < n {
		if !t.fill() {
			return false
		}
	}
	return true
}

// fill reads more into buf and reports whether there was any. It lets go of what lies before the
// record, and of the record itself up to pos where there is no way back, so pos and start may move.
func (t *Table) fill() bool {
	if t.err != nil {
		return false
	}
	if t.rec.lost {
		t.start = t.pos
	}
	if len(t.buf) == cap(t.buf) {
		kept := t.buf[t.start:]
		target := t.buf[:0]
		if len(kept) > cap(t.buf)/2 {
			target = make([]byte, 0, 2*cap(t.buf))
		}
		t.buf = append(target, kept...)
		t.pos, t.start = t.pos-t.start, 0
	}
	for range 100 {
		n, err := t.src.Read(t.buf[len(t.buf):cap(t.buf)])
		t.buf, t.err = t.buf[:len(t.buf)+n], err
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	t.err = io.ErrNoProgress
	return false
}
