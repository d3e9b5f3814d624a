package store

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"modernc.org/sqlite"

	"peerage/data"
)

// table says how the recorder treats a table of the file.
type table struct {
	columns []string
	kind    data.Kind
	person  int    // the column that names the person, -1 when none does
	whole   string // the table of what a row is a part of, "" when it stands for itself
	of      int    // the column that names that, in a part

	touched bool // by the recording under way
	run     int  // the place of its newest entry, from 1, when that is a run of inserts; else 0
}

// kinds lists the tables that the journal covers, with the kind of thing a change in them touches.
// A table that is missing here is not undone.
var kinds = map[string]data.Kind{
	"person": data.People, "contact_point": data.People, "contact_verdict": data.People,
	"organisation": data.Organisations, "organisation_name": data.Organisations,
	"role": data.Roles, "reading": data.Snapshots, "snapshot": data.Snapshots,
	"tie": data.Ties, "tie_verdict": data.Ties, "title_verdict": data.Roles, "role_verdict": data.Roles, "move": data.Moves, "move_verdict": data.Moves,
	"circle": data.Circles, "circle_member": data.Circles,
	"interaction": data.Interactions, "interaction_person": data.Interactions,
	"detail": data.Details, "cadence": data.Cadences, "setting": data.Settings,
	"opportunity": data.Opportunities, "opportunity_step": data.Opportunities, "opportunity_link": data.Opportunities,
	"introduction": data.Introductions, "introduced": data.Introductions, "promise": data.Promises, "exchange": data.Exchanges,
	"boundary": data.Boundaries, "project": data.Projects, "project_person": data.Projects, "milestone": data.Milestones,
	"nudge_answer": data.Nudges,
}

// through tells whom a change of a row concerns that names no person itself.
var through = map[string]string{
	"interaction":  "SELECT person_id FROM interaction_person WHERE interaction_id = ?",
	"circle":       "SELECT person_id FROM circle_member WHERE circle_id = ?",
	"organisation": "SELECT person_id FROM role WHERE organisation_id = ?",
	"opportunity": `SELECT person_id FROM opportunity_link WHERE opportunity_id = ?1 AND person_id IS NOT NULL
		UNION SELECT person_id FROM opportunity WHERE id = ?1 AND person_id IS NOT NULL`,
	"introduction": "SELECT person_id FROM introduced WHERE introduction_id = ? AND person_id IS NOT NULL",
	"project":      "SELECT person_id FROM project_person WHERE project_id = ? AND person_id IS NOT NULL",
}

// parts lists the tables whose rows concern whomever a row of a table in through does, and the column that says which.
var parts = map[string]struct{ whole, column string }{"opportunity_step": {"opportunity", "opportunity_id"}}

// unjournalled lists the tables that undo leaves alone: what was announced stays announced, a revision
// of an event that others have seen is never taken back, how a channel is doing is no doing of the user's, what a
// server has it goes on to have, and the undo stack cannot be its own subject.
var unjournalled = []string{"announcement", "channel", "event", "operation", "publication", "published"}

// maxPeople is how many people a Change names before it says All.
const maxPeople = 200

// recorder notes, row by row, what a transaction does to the tables of the journal. SQLite calls it
// just before each change, so no statement can slip past it.
type recorder struct {
	tables  map[string]*table
	on      bool
	entries []entry // those that are not packed yet
	packed  packer
	// together says that what is noted now is to be put into another order, and must not be packed yet.
	together bool
	people   map[data.ID]bool
	changed  map[string][]int64 // rows of the tables in through that were updated, or a part of them changed
	all      bool
	err      error
}

// record puts a recorder on the write connection.
func (s *Store) record(ctx context.Context) error {
	r := &recorder{tables: map[string]*table{}}
	rows, err := s.writer.QueryContext(ctx, `SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
		WHERE m.type = 'table' ORDER BY m.name, c.cid`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name, column string
		if err := rows.Scan(&name, &column); err != nil {
			return err
		}
		kind, ok := kinds[name]
		if !ok {
			continue
		}
		t := r.tables[name]
		if t == nil {
			t = &table{kind: kind, person: -1}
			r.tables[name] = t
		}
		if column == "person_id" || name == "person" && column == "id" {
			t.person = len(t.columns)
		}
		if part := parts[name]; column == part.column {
			t.whole, t.of = part.whole, len(t.columns)
		}
		t.columns = append(t.columns, column)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	s.recorder = r
	return s.writer.Raw(func(conn any) error {
		hook, ok := conn.(sqlite.HookRegisterer)
		if !ok {
			return fmt.Errorf("the SQLite driver cannot record changes")
		}
		hook.RegisterPreUpdateHook(r.note)
		return nil
	})
}

func (r *recorder) start() {
	r.forget()
	r.on, r.err, r.all = true, nil, false
	r.people, r.changed = map[data.ID]bool{}, map[string][]int64{}
	for _, t := range r.tables {
		t.touched, t.run = false, 0
	}
}

// stop ends the recording and returns the journal of what was recorded, oldest first, after notes.
func (r *recorder) stop(notes []entry) ([]byte, error) {
	r.on, r.together = false, false
	if r.packed.frames.Len() == 0 {
		return encode(slices.Concat(notes, r.entries)), nil
	}
	if err := r.pack(); err != nil {
		return nil, err
	}
	return slices.Concat(encode(notes), r.packed.frames.Bytes()), nil
}

// noted reports whether anything was recorded, but for changes in one of the tables without.
func (r *recorder) noted(without ...string) bool {
	for name, t := range r.tables {
		if t.touched && !slices.Contains(without, name) {
			return true
		}
	}
	return false
}

// settle packs what was recorded where that is much.
func (r *recorder) settle() error {
	if len(r.entries) < stepsInFrame || r.together {
		return nil
	}
	return r.pack()
}

func (r *recorder) pack() error {
	if err := r.packed.add(r.entries); err != nil {
		return err
	}
	clear(r.entries) // what they hold may go
	r.entries = r.entries[:0]
	for _, t := range r.tables {
		t.run = 0
	}
	return nil
}

// forget ends the recording and lets go of what was recorded, which for the undo of an import is a copy of all
// it brought.
func (r *recorder) forget() {
	r.on, r.together, r.entries, r.people, r.changed, r.packed = false, false, nil, nil, nil, packer{}
}

func (r *recorder) change() data.Change {
	c := data.Change{All: r.all}
	for _, t := range r.tables {
		if t.touched {
			c.Kinds = append(c.Kinds, t.kind)
		}
	}
	slices.Sort(c.Kinds)
	c.Kinds = slices.Compact(c.Kinds)
	if !r.all {
		for id := range r.people {
			c.People = append(c.People, id)
		}
		slices.Sort(c.People)
	}
	return c
}

// The operations of the pre-update hook (https://sqlite.org/c3ref/c_alter_table.html).
const (
	opDelete = 9
	opInsert = 18
)

func (r *recorder) note(d sqlite.SQLitePreUpdateData) {
	if !r.on || r.err != nil {
		return
	}
	t := r.tables[d.TableName]
	if t == nil {
		return
	}
	if r.err = r.settle(); r.err != nil {
		return
	}
	switch d.Op {
	case opInsert:
		t.touched = true
		r.inserted(d, t)
	case opDelete:
		t.touched = true
		r.deleted(d, t)
	default:
		r.updated(d, t)
	}
}

func (r *recorder) deleted(d sqlite.SQLitePreUpdateData, t *table) {
	values := make([]any, len(t.columns))
	if r.err = d.Old(values...); r.err != nil {
		return
	}
	r.person(t, values)
	r.part(t, values)
	t.run = 0
	r.entries = append(r.entries, entry{op: deleted, table: d.TableName, first: d.OldRowID, packed: pack(values)})
}

// updated notes the columns that get another value: a photo is not kept again for each new note, and
// an update to what stands there already is none.
func (r *recorder) updated(d sqlite.SQLitePreUpdateData, t *table) {
	before, after := make([]any, len(t.columns)), make([]any, len(t.columns))
	if r.err = d.Old(before...); r.err != nil {
		return
	}
	if r.err = d.New(after...); r.err != nil {
		return
	}
	if d.OldRowID != d.NewRowID {
		r.err = fmt.Errorf("row %d of %s was given another id", d.OldRowID, d.TableName)
		return
	}
	e := entry{op: updated, table: d.TableName, first: d.OldRowID}
	for i := range before {
		if !sameValue(before[i], after[i]) {
			e.columns, e.values = append(e.columns, i), append(e.values, before[i])
		}
	}
	if len(e.columns) == 0 {
		return
	}
	t.touched = true
	for _, values := range [][]any{before, after} {
		r.person(t, values)
		r.part(t, values)
	}
	if through[d.TableName] != "" && !r.all {
		r.changed[d.TableName] = append(r.changed[d.TableName], d.OldRowID)
	}
	t.run = 0
	r.entries = append(r.entries, e)
}

func sameValue(a, b any) bool {
	x, blob := a.([]byte)
	y, both := b.([]byte)
	if blob || both {
		return blob && both && bytes.Equal(x, y)
	}
	return a == b
}

// inserted notes a new row. Rows inserted one after the other need one entry together, which makes
// the journal of an import small.
func (r *recorder) inserted(d sqlite.SQLitePreUpdateData, t *table) {
	switch {
	case r.all:
	case t.person == 0:
		r.add(data.ID(d.NewRowID))
	case t.person > 0 || t.whole != "":
		values := make([]any, max(t.person, t.of)+1)
		if r.err = d.New(values...); r.err != nil {
			return
		}
		r.person(t, values)
		r.part(t, values)
	}
	if t.run > 0 && r.entries[t.run-1].last+1 == d.NewRowID {
		r.entries[t.run-1].last = d.NewRowID
		return
	}
	r.entries = append(r.entries, entry{op: inserted, table: d.TableName, first: d.NewRowID, last: d.NewRowID})
	t.run = len(r.entries)
}

// added reports whether the last thing that happened to a table is that this row was added.
func (r *recorder) added(table string, row int64) bool {
	t := r.tables[table]
	return t != nil && t.run > 0 && r.entries[t.run-1].last == row
}

func (r *recorder) person(t *table, values []any) {
	if t.person < 0 {
		return
	}
	if id, ok := values[t.person].(int64); ok {
		r.add(data.ID(id))
	}
}

// part notes whatever a row is a part of as changed. Parts of one thing change one after the other.
func (r *recorder) part(t *table, values []any) {
	if t.whole == "" || r.all {
		return
	}
	rows := r.changed[t.whole]
	if id, ok := values[t.of].(int64); ok && (len(rows) == 0 || rows[len(rows)-1] != id) {
		r.changed[t.whole] = append(rows, id)
	}
}

func (r *recorder) add(id data.ID) {
	if r.all {
		return
	}
	r.people[id] = true
	if len(r.people) > maxPeople {
		r.all, r.people = true, nil
	}
}

// concerned adds those to the change whom an update touched through a row that names no person.
func (tx *Tx) concerned() error {
	r := tx.s.recorder
	for name, rows := range r.changed {
		for _, id := range rows {
			if r.all {
				return nil
			}
			var person data.ID
			err := each(tx.ctx, tx.tx, through[name], []any{id}, []any{&person}, func() { r.add(person) })
			if err != nil {
				return err
			}
		}
	}
	return nil
}
