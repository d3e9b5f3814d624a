package store

import "slices"

// rowKey names a row of the file.
type rowKey struct {
	table string
	id    int64
}

// before is what an operation found of a row that it changed.
type before struct {
	there   bool // the row was there
	stays   bool // it is there after the operation
	whole   []any
	columns []int // where whole is nil: the columns that were changed, and what stood in them
	values  []any
}

// net is what the steps of an operation come to, row by row: what each was before it. Steps that cancel
// each other are no change.
type net struct {
	rows  map[rowKey]*before
	order []rowKey // as they were first touched
}

func netOf(steps []entry) *net {
	n := &net{rows: map[rowKey]*before{}}
	for _, e := range steps {
		if e.op != inserted {
			n.step(rowKey{e.table, e.first}, e)
			continue
		}
		for id := e.first; id <= e.last; id++ {
			n.step(rowKey{e.table, id}, e)
		}
	}
	n.keep(func(_ rowKey, b *before) bool { return b.there || b.stays })
	return n
}

func (n *net) step(k rowKey, e entry) {
	b := n.rows[k]
	if b == nil {
		b = &before{there: e.op != inserted}
		n.rows[k] = b
		n.order = append(n.order, k)
	}
	b.stays = e.op != deleted
	if !b.there || b.whole != nil {
		return
	}
	switch e.op {
	case updated:
		for i, c := range e.columns {
			if !slices.Contains(b.columns, c) {
				b.columns, b.values = append(b.columns, c), append(b.values, e.values[i])
			}
		}
	case deleted:
		b.whole = slices.Clone(e.values)
		for i, c := range b.columns {
			b.whole[c] = b.values[i]
		}
		b.columns, b.values = nil, nil
	}
}

// keep leaves the rows for which wanted holds.
func (n *net) keep(wanted func(rowKey, *before) bool) {
	n.order = slices.DeleteFunc(n.order, func(k rowKey) bool {
		if wanted(k, n.rows[k]) {
			return false
		}
		delete(n.rows, k)
		return true
	})
}

// drop leaves columns out of what was changed of a row that was there, and is there after it.
func (b *before) drop(columns []int) {
	for i := len(b.columns) - 1; i >= 0; i-- {
		if slices.Contains(columns, b.columns[i]) {
			b.columns, b.values = slices.Delete(b.columns, i, i+1), slices.Delete(b.values, i, i+1)
		}
	}
}

// set gives the columns of the row that the operation changed another value, as change says.
func (b *before) set(change func(column int, value any) any) {
	for i, v := range b.whole {
		b.whole[i] = change(i, v)
	}
	for i, v := range b.values {
		b.values[i] = change(b.columns[i], v)
	}
}
