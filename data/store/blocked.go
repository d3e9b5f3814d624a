package store

import (
	"slices"

	"peerage/data"
)

// namedBlocks is how many operations a data.Blocked names.
const namedBlocks = 3

// check looks for later operations that the merge cannot be taken from under.
func (a *apart) check() error {
	stands := a.standsOn()
	rests, err := a.restingOn()
	if err != nil {
		return err
	}
	told, err := a.toldOfBoth()
	if err != nil {
		return err
	}
	var blocking []string
	for _, o := range slices.Backward(a.later) {
		if o.void {
			continue
		}
		if slices.ContainsFunc(o.steps, func(e entry) bool {
			return a.changes(e) || e.op != updated && meets(stands, e) || e.op != deleted && meets(rests, e) || e.op == inserted && meets(told, e)
		}) {
			blocking = append(blocking, o.name)
		}
	}
	if len(blocking) == 0 {
		return nil
	}
	b := &data.Blocked{}
	for _, name := range blocking {
		switch {
		case slices.Contains(b.By, name):
		case len(b.By) < namedBlocks:
			b.By = append(b.By, name)
		default:
			b.More++
		}
	}
	return b
}

// changes reports whether a later step changes or removes a row that the merge left changed. A row that
// the merge removed can only have lent its id to another one.
func (a *apart) changes(e entry) bool {
	b := a.touched.rows[rowKey{e.table, e.first}]
	if e.op == inserted || b == nil || !b.stays {
		return false
	}
	if e.op == updated && e.table == "role" {
		standing := a.standing()
		return slices.ContainsFunc(e.columns, func(c int) bool { return !slices.Contains(standing, c) })
	}
	return true
}

// rowSet is a set of rows, by table.
type rowSet map[string][]int64

func (s rowSet) add(table string, id int64) { s[table] = append(s[table], id) }

// meets reports whether a step is about a row of the set.
func meets(s rowSet, e entry) bool {
	return slices.ContainsFunc(s[e.table], func(id int64) bool { return e.first <= id && id <= max(e.first, e.last) })
}

// standsOn lists the rows to which those that come back refer, as an organisation or a circle. When one
// was removed since, they cannot come back, and when its id went to another row, they would refer to that.
func (a *apart) standsOn() rowSet {
	rows := rowSet{}
	for k, b := range a.touched.rows {
		b.set(func(column int, v any) any {
			id, ok := v.(int64)
			for _, r := range a.refers[k.table] {
				if to := (rowKey{r.to, id}); ok && r.column == column && a.touched.rows[to] == nil {
					rows.add(to.table, to.id)
				}
			}
			return v
		})
	}
	return rows
}

// restingOn lists the rows that refer to one that the merge added, but for what is derived.
func (a *apart) restingOn() (rowSet, error) {
	rows := rowSet{}
	for _, k := range a.touched.order {
		if a.touched.rows[k].there {
			continue
		}
		for table, refers := range a.refers {
			for _, r := range refers {
				if r.to != k.table || table == "move" {
					continue
				}
				where := r.name + " = ?"
				if table == "tie" {
					where += " AND derived = 0"
				}
				var id int64
				err := each(a.tx.ctx, a.tx.tx, "SELECT id FROM "+table+" WHERE "+where, []any{k.id}, []any{&id}, func() {
					if a.touched.rows[rowKey{table, id}] == nil {
						rows.add(table, id)
					}
				})
				if err != nil {
					return nil, err
				}
			}
		}
	}
	return rows, nil
}

// toldOfBoth lists what sources have said of the one who was kept and that speaks of the other one: by
// their profile, their address or, without a profile, their name. Left with the wrong person it would
// make the two one again at the next import.
func (a *apart) toldOfBoth() (rowSet, error) {
	rows := rowSet{}
	kept := a.merge.notes[0].first
	for _, k := range a.touched.order {
		if b := a.touched.rows[k]; !b.stays || !slices.Contains(b.columns, a.tx.s.recorder.tables[k.table].person) {
			continue // it was never the other one's, or is there no more
		}
		var question string
		switch k.table {
		case "snapshot":
			question = `SELECT s.id FROM snapshot s, snapshot d WHERE s.person_id = ?1 AND d.id = ?2 AND s.id <> d.id
				AND (s.profile <> '' AND s.profile = d.profile OR s.email <> '' AND s.email = d.email
					OR s.profile = '' AND s.given = d.given AND s.family = d.family)`
		case "contact_point":
			question = `SELECT s.id FROM snapshot s, contact_point d WHERE s.person_id = ?1 AND d.id = ?2
				AND lower(d.value) IN (s.profile, s.email)`
		default:
			continue
		}
		var id int64
		if err := each(a.tx.ctx, a.tx.tx, question, []any{kept, k.id}, []any{&id}, func() { rows.add("snapshot", id) }); err != nil {
			return nil, err
		}
	}
	return rows, nil
}
