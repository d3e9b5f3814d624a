package store

import (
	"cmp"
	"database/sql"
	"errors"
	"slices"

	"peerage/data"
)

// apart takes a merge back out of turn: the rows that it touched become what they were before, unless a
// later operation has touched them too, or something they stand on. Everything else stays as it is.
//
// What follows from other rows, the moves, the derived ties and where titles stand, has no part in it:
// that every operation may derive anew, and so must whoever calls TakeApart.
type apart struct {
	tx      *Tx
	merge   journalled
	later   []journalled
	touched *net
	refers  map[string][]reference // by table
	ids     map[rowKey]int64       // rows whose id another row has by now, and their new ones
}

// journalled is an operation as the journal has it.
type journalled struct {
	id           int64
	name         string
	notes, steps []entry
	void         bool // a merge that was taken apart later, or the operation that did so
}

// reference says that a column of a table holds the id of a row in another.
type reference struct {
	column int
	name   string
	to     string
}

// errNotFirst is the answer to TakeApart after another change in the same write.
var errNotFirst = errors.New("a merge is taken apart before anything else is changed")

// TakeApart makes two people of one again, as if the merge by which they became one had never happened,
// and notes it in the operation under way, which it must begin. What was added since stays with the one
// who was kept. Moves, derived ties and standings are left to the caller to derive anew for everyone.
//
// It returns *data.Blocked when later operations changed what the merge did, and data.ErrNotFound when
// the undo stack knows no such merge, or it was taken apart already.
func (tx *Tx) TakeApart(operation int64) error {
	if tx.next == nil {
		return errReading
	}
	if tx.s.recorder.noted() {
		return errNotFirst
	}
	a := &apart{tx: tx, refers: map[string][]reference{}, ids: map[rowKey]int64{}}
	for _, step := range []func() error{func() error { return a.load(operation) }, a.loadReferences, a.loadTouched, a.check, a.clear, a.number, a.restore} {
		if err := step(); err != nil {
			return err
		}
	}
	renumbered := int64(min(len(a.ids), 1))
	tx.notes = append(tx.notes, entry{op: parted, table: "person", first: operation, last: renumbered})
	return nil
}

// load reads the merge and what came after it. A merge and its being taken apart come to nothing
// together, as long as all rows got their own ids back.
func (a *apart) load(operation int64) error {
	var all []journalled
	var o journalled
	var kept []byte
	var failed error
	err := each(a.tx.ctx, a.tx.tx, "SELECT id, name, entries FROM operation WHERE undone = 0 AND id >= ? ORDER BY id", []any{operation},
		[]any{&o.id, &o.name, &kept}, func() {
			var err error
			o.notes, o.steps, err = decode(kept)
			failed = cmp.Or(failed, err)
			all = append(all, o)
		})
	if err = cmp.Or(err, failed); err != nil {
		return err
	}
	if len(all) == 0 || all[0].id != operation || !slices.ContainsFunc(all[0].notes, func(n entry) bool { return n.op == merged }) {
		return data.ErrNotFound
	}
	for i := range all {
		for _, n := range all[i].notes {
			if n.op != parted || n.first < operation || n.last != 0 && n.first != operation {
				continue
			}
			of := slices.IndexFunc(all, func(o journalled) bool { return o.id == n.first })
			switch {
			case of == 0:
				return data.ErrNotFound
			case of > 0:
				all[of].void, all[i].void = true, true
			}
		}
	}
	a.merge, a.later = all[0], all[1:]
	return nil
}

func (a *apart) loadReferences() error {
	var table, column, to string
	return each(a.tx.ctx, a.tx.tx, `SELECT m.name, f."from", f."table" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
		WHERE m.type = 'table' ORDER BY m.name, f.id`, nil, []any{&table, &column, &to}, func() {
		if t := a.tx.s.recorder.tables[table]; t != nil {
			a.refers[table] = append(a.refers[table], reference{slices.Index(t.columns, column), column, to})
		}
	})
}

// loadTouched finds the rows that the merge changed, but for what is derived.
func (a *apart) loadTouched() error {
	a.touched = netOf(a.merge.steps)
	for k, b := range a.touched.rows {
		if t := a.tx.s.recorder.tables[k.table]; t == nil || b.whole != nil && len(b.whole) != len(t.columns) {
			return errShape
		}
		if k.table == "role" {
			b.drop(a.standing())
		}
	}
	var failed error
	a.touched.keep(func(k rowKey, b *before) bool {
		derived, err := a.derived(k, b)
		failed = cmp.Or(failed, err)
		return !derived && (!b.there || b.whole != nil || len(b.columns) > 0)
	})
	return failed
}

// standing lists the columns of a role that follow from its title.
func (a *apart) standing() []int {
	columns := a.tx.s.recorder.tables["role"].columns
	return []int{slices.Index(columns, "track"), slices.Index(columns, "level"), slices.Index(columns, "field")}
}

// derived reports whether a row that the merge changed is a move or a derived tie. What kind of tie it
// was is told by the row, or by the first later step that removed it.
func (a *apart) derived(k rowKey, b *before) (bool, error) {
	if k.table != "tie" {
		return k.table == "move", nil
	}
	column := slices.Index(a.tx.s.recorder.tables["tie"].columns, "derived")
	if b.whole != nil {
		return b.whole[column] == int64(1), nil
	}
	for _, o := range a.later {
		for _, e := range o.steps {
			if e.op == deleted && e.table == "tie" && e.first == k.id {
				return e.values[column] == int64(1), nil
			}
		}
	}
	var derived bool
	err := a.tx.tx.QueryRowContext(a.tx.ctx, "SELECT derived FROM tie WHERE id = ?", k.id).Scan(&derived)
	if errors.Is(err, sql.ErrNoRows) {
		return true, nil // the operation itself removed it again
	}
	return derived, err
}

// clear removes the derived rows that stand on what is about to change, or in its place. They come back
// when everything is derived anew.
func (a *apart) clear() error {
	people := map[int64]bool{}
	for _, n := range a.merge.notes {
		people[n.first] = true
	}
	for id := range people {
		for _, statement := range []string{"DELETE FROM move WHERE person_id = ?", "DELETE FROM tie WHERE person_id = ? AND derived = 1"} {
			if _, err := a.tx.exec(statement, id); err != nil {
				return err
			}
		}
	}
	for _, k := range a.touched.order {
		var statements []string
		switch b := a.touched.rows[k]; {
		case k.table == "role" && !b.there:
			statements = []string{"DELETE FROM move WHERE from_role = ?1 OR to_role = ?1", "DELETE FROM tie WHERE (mine = ?1 OR theirs = ?1) AND derived = 1"}
		case k.table == "tie" && !b.stays:
			statements = []string{"DELETE FROM tie WHERE id = ? AND derived = 1"}
		}
		for _, statement := range statements {
			if _, err := a.tx.exec(statement, k.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// number finds another id for every row that comes back and whose id another row has by now: ids at the
// end of a table are given again.
func (a *apart) number() error {
	claimed := map[rowKey]bool{}
	var taken []rowKey
	for _, k := range a.touched.order {
		if a.touched.rows[k].stays {
			continue
		}
		var there bool
		if err := a.tx.tx.QueryRowContext(a.tx.ctx, "SELECT EXISTS (SELECT 1 FROM "+k.table+" WHERE id = ?)", k.id).Scan(&there); err != nil {
			return err
		}
		if there {
			taken = append(taken, k)
		} else {
			claimed[k] = true
		}
	}
	for _, k := range taken {
		for {
			id, err := a.tx.newID(k.table)
			if err != nil {
				return err
			}
			if !claimed[rowKey{k.table, int64(id)}] {
				a.ids[k] = int64(id)
				break
			}
		}
	}
	for k, b := range a.touched.rows {
		b.set(func(column int, v any) any { return a.renumbered(k.table, column, v) })
	}
	return nil
}

// renumbered returns the value of a column with what it refers to, or is, under its new id.
func (a *apart) renumbered(table string, column int, v any) any {
	id, ok := v.(int64)
	if !ok {
		return v
	}
	if column == 0 {
		return cmp.Or(a.ids[rowKey{table, id}], id)
	}
	for _, r := range a.refers[table] {
		if r.column == column {
			return cmp.Or(a.ids[rowKey{r.to, id}], id)
		}
	}
	return v
}

// restore makes every row what it was.
func (a *apart) restore() error {
	for _, now := range []func(rowKey, *before) error{
		func(k rowKey, b *before) (err error) {
			if !b.there {
				_, err = a.tx.exec("DELETE FROM "+k.table+" WHERE id = ?", k.id)
			}
			return err
		},
		func(k rowKey, b *before) error {
			switch {
			case !b.there || !b.stays:
				return nil
			case b.whole == nil:
				return a.tx.setBack(k.table, k.id, b.columns, b.values)
			}
			all := make([]int, len(b.whole))
			for i := range all {
				all[i] = i
			}
			return a.tx.setBack(k.table, k.id, all, b.whole)
		},
		func(k rowKey, b *before) error {
			if b.stays {
				return nil
			}
			return a.tx.putBack(k.table, b.whole)
		},
	} {
		for _, k := range a.touched.order {
			if err := now(k, a.touched.rows[k]); err != nil {
				return err
			}
		}
	}
	return nil
}
