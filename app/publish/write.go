package publish

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/store"
)

// writeAll writes what differs on the server, each object under the condition that it is as it was seen. It
// returns whether anything was to be written, and false for settled where an object is another one by now.
func (r *round) writeAll(ctx context.Context) (wrote, settled bool, err error) {
	writes, removes := r.differences()
	if len(writes)+len(removes) == 0 {
		return false, true, nil
	}
	if err := r.noteMark(ctx, ""); err != nil {
		return false, false, err
	}
	removed, err := r.removeEach(ctx, removes)
	if err != nil {
		return true, false, err
	}
	written, err := r.writeEach(ctx, writes)
	return true, removed && written, err
}

// removeEach removes the objects of rows whose events are gone. It returns false where one is another one by now.
func (r *round) removeEach(ctx context.Context, rows []*store.Published) (settled bool, err error) {
	settled = true
	var removed []string
	defer func() { err = errors.Join(err, r.save(ctx, nil, removed)) }()
	for _, row := range rows {
		switch err := r.removeOne(ctx, row); {
		case statusOf(err) == http.StatusPreconditionFailed:
			settled = false
		case err != nil:
			return false, err
		default:
			removed = append(removed, row.UID)
			delete(r.rows, row.UID)
		}
	}
	return settled, nil
}

// writeEach writes items to their objects. It returns false where one is another one by now.
//
// What is about to be written is remembered before, so that an answer that is lost leaves nothing unknown.
func (r *round) writeEach(ctx context.Context, items []*item) (settled bool, err error) {
	ahead := make([]store.Published, 0, len(items))
	for _, it := range items {
		ahead = append(ahead, about(*r.rows[it.event.UID], it))
	}
	if err := r.save(ctx, ahead, nil); err != nil {
		return false, err
	}
	settled = true
	var changed []store.Published
	defer func() { err = errors.Join(err, r.save(ctx, changed, nil)) }()
	for i, it := range items {
		row := r.rows[it.event.UID]
		err := r.writeOne(ctx, row, it)
		switch {
		case statusOf(err) == http.StatusPreconditionFailed:
			settled = false
		case refusedAlone(err) && r.refusals < mostRefusals:
			r.refusals++
			r.refused = cmp.Or(r.refused, err)
		case err != nil:
			// Whether this one was written is not known, but of those after it, that they were not.
			changed = append(changed, r.unwritten(items[i+1:])...)
			return false, err
		}
		if changed = append(changed, *row); len(changed) == batch {
			if err := r.save(ctx, changed, nil); err != nil {
				return false, err
			}
			changed = nil
		}
	}
	return settled, nil
}

// batch is of how many objects is remembered at once that they were written.
const batch = 50

// differences returns what is to be written, in the order of days, and what is to be removed. What is written
// has a row.
func (r *round) differences() (writes []*item, removes []*store.Published) {
	for uid, it := range r.items {
		row := r.rows[uid]
		if row == nil {
			row = &store.Published{UID: uid, Task: it.task, At: data.AllDay, Wish: it.wish, Wished: it.wish, Since: r.now().UnixMilli()}
			r.rows[uid] = row
		}
		if row.LeftOut && row.Wish == it.wish || row.Digest == it.digest && row.Task == it.task {
			continue
		}
		writes = append(writes, it)
	}
	slices.SortFunc(writes, func(a, b *item) int {
		if a.event.Day != b.event.Day {
			return int(a.event.Day - b.event.Day)
		}
		return strings.Compare(a.event.UID, b.event.UID)
	})
	for _, uid := range slices.Sorted(maps.Keys(r.rows)) {
		if r.items[uid] == nil {
			removes = append(removes, r.rows[uid])
		}
	}
	return writes, removes
}

// about is what is remembered of an object before an item is written to it. One that is replaced is missing for a
// moment, and nobody has deleted it then.
func about(row store.Published, it *item) store.Published {
	if row.ETag != "" && row.Task != it.task {
		row.Seen, row.Digest = false, 0
		return row
	}
	if row.PriorDay == 0 && row.Day != 0 && row.ETag != "" {
		row.PriorDay, row.PriorAt = row.Day, row.At
	}
	row.Day, row.At, row.Digest, row.Task = it.event.Day, it.at, it.digest, it.task
	return row
}

// unwritten returns the rows of items that were not written, as they were.
func (r *round) unwritten(items []*item) (rows []store.Published) {
	for _, it := range items {
		rows = append(rows, *r.rows[it.event.UID])
	}
	return rows
}

// writeOne writes an item to its object. A task does not become an event, nor an event a task: the object is
// replaced. With an error the row tells what is there all the same, as far as it is known.
func (r *round) writeOne(ctx context.Context, row *store.Published, it *item) error {
	name := it.event.UID + extension
	if row.ETag != "" && row.Task != it.task {
		if err := r.calendar.remove(ctx, name, row.ETag); err != nil {
			return err
		}
		row.ETag, row.Seen, row.Digest = "", false, 0
	}
	held := condition{match: row.ETag, none: row.ETag == ""}
	etag, err := r.calendar.write(ctx, name, it.octets, held)
	if err != nil {
		return err
	}
	*row = store.Published{
		UID: row.UID, ETag: etag, Digest: it.digest, Task: it.task, Day: it.event.Day, At: it.at, Seen: row.Seen,
		Wish: it.wish, Wished: it.wish, Since: row.Since,
	}
	return nil
}

// removeOne removes an object whose event is gone, where there is one.
func (r *round) removeOne(ctx context.Context, row *store.Published) error {
	if row.ETag == "" {
		return nil
	}
	return r.calendar.remove(ctx, row.UID+extension, row.ETag)
}

// mostRefusals is how many objects a server may refuse before it is left alone.
const mostRefusals = 5

// refusedAlone reports whether an error is about one object, so that the others may be written.
func refusedAlone(err error) bool {
	switch statusOf(err) {
	case http.StatusBadRequest, http.StatusForbidden, http.StatusConflict, http.StatusUnsupportedMediaType, http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity:
		return true
	}
	return false
}
