package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
)

// framed stands in the journal where a step would begin, before many steps that are packed together: their
// length, and what encode writes of them, deflated. An operation of few steps has none.
const framed byte = 0

// stepsInFrame is how many steps wait before they are packed. The undo of an import is a copy of all that it
// brought, half a million rows for 100,000 people: packed as they come they take a tenth of the memory, in the
// program and again in SQLite, and so of the file.
const stepsInFrame = 1024

// packer packs steps.
type packer struct {
	frames bytes.Buffer
	raw    []byte
	packed bytes.Buffer
	to     *flate.Writer
}

// add appends a frame.
func (p *packer) add(steps []entry) error {
	p.packed.Reset()
	if p.to == nil {
		to, err := flate.NewWriter(&p.packed, flate.BestSpeed)
		if err != nil {
			return err
		}
		p.to = to
	} else {
		p.to.Reset(&p.packed)
	}
	p.raw = appendEntries(p.raw[:0], steps)
	if _, err := p.to.Write(p.raw); err != nil {
		return err
	}
	if err := p.to.Close(); err != nil {
		return err
	}
	p.frames.WriteByte(framed)
	p.frames.Write(binary.AppendUvarint(nil, uint64(p.packed.Len())))
	p.frames.Write(p.packed.Bytes())
	return nil
}

// run is a stretch of a journal that is decoded by itself.
type run struct {
	steps  []byte
	packed bool
}

// runs parts the steps of a journal into stretches of no more steps than a frame has, so that whoever goes
// through them need not hold all. Earlier versions of Peerage framed none.
func runs(steps []byte) ([]run, error) {
	var list []run
	d := decoder{rest: steps}
	for len(d.rest) > 0 && !d.bad {
		if d.rest[0] == framed {
			d.byte()
			list = append(list, run{d.take(d.uvarint()), true})
			continue
		}
		from := d.rest
		for n := 0; n < stepsInFrame && len(d.rest) > 0 && d.rest[0] != framed && !d.bad; n++ {
			d.entry()
		}
		list = append(list, run{from[:len(from)-len(d.rest)], false})
	}
	if d.bad {
		return nil, errJournal
	}
	return list, nil
}

// decode reads the steps of a run.
func (r run) decode() ([]entry, error) {
	plain := r.steps
	if r.packed {
		from := flate.NewReader(bytes.NewReader(r.steps))
		defer from.Close()
		var err error
		if plain, err = io.ReadAll(from); err != nil {
			return nil, errJournal
		}
	}
	d := decoder{rest: plain}
	var steps []entry
	for len(d.rest) > 0 && !d.bad {
		steps = append(steps, d.entry())
	}
	if d.bad {
		return nil, errJournal
	}
	return steps, nil
}
