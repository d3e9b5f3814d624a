package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
)

// An entry is one step of an operation, with what it takes to go back; or, before the first step, a note
// of what the operation is.
type entry struct {
	op          byte
	table       string
	first, last int64  // the row; for inserted, the run of rows
	columns     []int  // updated: the columns that got another value
	values      []any  // updated: what stood in those columns; deleted: the whole row
	packed      []byte // deleted, while it is recorded: the values as encode writes them
}

// What a step did.
const (
	inserted byte = iota + 1
	updated
	deleted
)

// What a note says.
const (
	merged byte = iota + deleted + 1 // two people became one: first stayed, and last went, who was called values[0]
	parted                           // the operation first, a merge, was taken apart; last is 1 where rows got other ids
)

// The types of a stored value.
const (
	isNull byte = iota
	isInteger
	isReal
	isText
	isBlob
)

// encode writes entries one after the other: the step, the table, the rows, and the values, each
// with its type and, where not all of them follow, its column. Numbers are varints, texts and blobs
// carry their length. Where there are many, packer puts them into frames.
func encode(entries []entry) []byte { return appendEntries(nil, entries) }

func appendEntries(b []byte, entries []entry) []byte {
	for i := range entries {
		e := &entries[i]
		b = append(b, e.op)
		b = appendText(b, e.table)
		b = binary.AppendVarint(b, e.first)
		b = binary.AppendVarint(b, e.last)
		if e.packed != nil {
			b = append(b, e.packed...)
			continue
		}
		b = binary.AppendUvarint(b, uint64(len(e.values)))
		for i, v := range e.values {
			if e.op == updated {
				b = binary.AppendUvarint(b, uint64(e.columns[i]))
			}
			b = appendValue(b, v)
		}
	}
	return b
}

// pack writes the values of a whole row as encode does. An import that is undone takes hundreds of thousands of
// rows away, and value by value, as they come from SQLite, they take more memory.
func pack(row []any) []byte {
	var room [512]byte
	b := binary.AppendUvarint(room[:0], uint64(len(row)))
	for _, v := range row {
		b = appendValue(b, v)
	}
	return bytes.Clone(b)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, isNull)
	case int64:
		return binary.AppendVarint(append(b, isInteger), v)
	case float64:
		return binary.BigEndian.AppendUint64(append(b, isReal), math.Float64bits(v))
	case string:
		return appendText(append(b, isText), v)
	case []byte:
		return appendText(append(b, isBlob), string(v))
	}
	return b
}

// decode reads what a journal holds: the notes, and the steps, of which there may be many.
func decode(b []byte) (notes, steps []entry, err error) {
	notes, rest, err := cutNotes(b)
	if err != nil {
		return nil, nil, err
	}
	list, err := runs(rest)
	for i := 0; i < len(list) && err == nil; i++ {
		var some []entry
		some, err = list[i].decode()
		steps = append(steps, some...)
	}
	return notes, steps, err
}

// cutNotes reads the notes of a journal and returns them and its steps.
func cutNotes(b []byte) (notes []entry, steps []byte, err error) {
	d := decoder{rest: b}
	for len(d.rest) > 0 && d.rest[0] > deleted && !d.bad {
		notes = append(notes, d.entry())
	}
	if d.bad {
		return nil, nil, errJournal
	}
	return notes, d.rest, nil
}

var errJournal = errors.New("the journal cannot be read")

type decoder struct {
	rest []byte
	bad  bool
}

func (d *decoder) entry() entry {
	e := entry{op: d.byte(), table: d.text(), first: d.varint(), last: d.varint()}
	if e.op < inserted || e.op > parted {
		d.bad = true
	}
	for n := d.uvarint(); n > 0 && !d.bad; n-- {
		if e.op == updated {
			e.columns = append(e.columns, int(d.uvarint()))
		}
		e.values = append(e.values, d.value())
	}
	return e
}

func (d *decoder) take(n uint64) []byte {
	if n > uint64(len(d.rest)) {
		d.bad, d.rest = true, nil
		return nil
	}
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}

func (d *decoder) byte() byte {
	b := d.take(1)
	if d.bad {
		return 0
	}
	return b[0]
}

func (d *decoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 {
		d.bad, d.rest = true, nil
		return 0
	}
	d.rest = d.rest[n:]
	return v
}

func (d *decoder) varint() int64 {
	v, n := binary.Varint(d.rest)
	if n <= 0 {
		d.bad, d.rest = true, nil
		return 0
	}
	d.rest = d.rest[n:]
	return v
}

func (d *decoder) text() string { return string(d.take(d.uvarint())) }

func (d *decoder) value() any {
	switch d.byte() {
	case isNull:
		return nil
	case isInteger:
		return d.varint()
	case isReal:
		b := d.take(8)
		if d.bad {
			return nil
		}
		return math.Float64frombits(binary.BigEndian.Uint64(b))
	case isText:
		return d.text()
	case isBlob:
		return []byte(d.text())
	}
	d.bad = true
	return nil
}
