package publish

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/store"
)

// round brings the server and the store in line with each other once.
type round struct {
	*Publisher
	words       *words.Words
	preferences data.Preferences
	given       *url.URL // what the user named
	where       store.Publication
	rows        map[string]*store.Published // by UID
	items       map[string]*item            // by UID
	calendar    *collection

	refused  error // of an object that the server does not take, the first
	refusals int
	lost     int // changes there that do not hold against one here
}

// mostPasses is how often a round begins anew because somebody wrote at the same moment.
const mostPasses = 3

// passes goes over the calendar until nobody wrote in between.
func (r *round) passes(ctx context.Context) error {
	for range mostPasses {
		settled, err := r.pass(ctx)
		if err != nil || settled {
			if err == nil {
				err = r.refused
			}
			return err
		}
	}
	return &data.ServerFailure{Reason: data.ServerRestless, Status: http.StatusPreconditionFailed}
}

// pass goes over the calendar once: what the user did there comes first, so that nothing is written over it. It
// returns false where somebody wrote in between.
func (r *round) pass(ctx context.Context) (settled bool, err error) {
	mark, err := r.calendar.mark(ctx)
	if gone(err) {
		return false, r.renew(ctx)
	}
	if err != nil {
		return false, err
	}
	if mark == "" || mark != r.where.Mark {
		if err := r.look(ctx); err != nil {
			return false, err
		}
	}
	wrote, settled, err := r.writeAll(ctx)
	if err != nil || !settled {
		return false, err
	}
	if wrote {
		mark = "" // it is of before
	}
	return true, r.noteMark(ctx, mark)
}

// noteMark remembers the mark under which everything on the server is known.
func (r *round) noteMark(ctx context.Context, mark string) error {
	if r.where.Mark == mark {
		return nil
	}
	r.where.Mark = mark
	return r.store.SavePublication(ctx, r.where)
}

// look reads what changed on the server, and takes it over.
func (r *round) look(ctx context.Context) error {
	listed, err := r.calendar.list(ctx)
	if err != nil {
		return err
	}
	if r.emptied(listed) {
		return r.refill(ctx)
	}
	r.foundAgain(listed)
	before := make(map[string]store.Published, len(r.rows))
	var took []string
	for _, uid := range slices.Sorted(maps.Keys(r.rows)) {
		row := r.rows[uid]
		before[uid] = *row
		taken, err := r.compare(ctx, row, listed[uid+extension])
		if err != nil {
			*row = before[uid]
			return errors.Join(err, r.save(ctx, r.changed(before), nil))
		}
		if taken {
			took = append(took, uid)
		}
	}
	if len(took) == 0 {
		return r.save(ctx, r.changed(before), nil)
	}
	if err := r.reload(ctx); err != nil {
		return err
	}
	// What was taken is what both sides want.
	for _, uid := range took {
		if row, it := r.rows[uid], r.items[uid]; it != nil {
			row.Wish, row.Wished = it.wish, it.wish
		}
	}
	return r.save(ctx, r.changed(before), nil)
}

// changed returns the rows that are not as they were before.
func (r *round) changed(before map[string]store.Published) (rows []store.Published) {
	for uid, was := range before {
		if row := r.rows[uid]; *row != was {
			rows = append(rows, *row)
		}
	}
	return rows
}

// extension ends the names of objects.
const extension = ".ics"

// leastEmptied is how many objects must be missing at once, and all of them, to say that the whole calendar was
// emptied.
const leastEmptied = 3

// emptied reports whether all that was there is gone.
func (r *round) emptied(listed map[string]string) bool {
	seen := 0
	for uid, row := range r.rows {
		if !row.Seen {
			continue
		}
		if listed[uid+extension] != "" {
			return false
		}
		seen++
	}
	return seen >= leastEmptied
}

// foundAgain takes up objects that are on the server under the name of an event, of which nothing is known here:
// they were written from a copy of the data, or by a process that ended before it could remember.
func (r *round) foundAgain(listed map[string]string) {
	for uid, it := range r.items {
		if r.rows[uid] == nil && listed[uid+extension] != "" {
			r.rows[uid] = &store.Published{UID: uid, Task: it.task, At: data.AllDay, Wish: it.wish, Wished: it.wish, Since: r.now().UnixMilli()}
		}
	}
}

// compare looks at one object whose ETag is now etag, "" where it is not there, and takes over what the user did.
func (r *round) compare(ctx context.Context, row *store.Published, etag string) (took bool, err error) {
	switch {
	case etag == "" && !row.Seen:
		// It was never there, or nobody knows: it is written, if it is still wanted.
		row.ETag, row.Digest, row.PriorDay = "", 0, 0
		return false, nil
	case etag == "":
		took, err = r.settle(ctx, row, nil)
		row.ETag, row.Seen = "", false
		return took, err
	case etag == row.ETag:
		if row.PriorDay != 0 {
			// What was to be written never was.
			row.Day, row.At, row.PriorDay, row.Digest = row.PriorDay, row.PriorAt, 0, 0
		}
		row.Seen = true
		return false, nil
	}
	octets, err := r.calendar.read(ctx, row.UID+extension)
	if err != nil && !errors.Is(err, calendar.ErrNoObject) {
		if gone(err) {
			return false, nil // in this moment: the next look finds it missing
		}
		return false, err
	}
	found, err := calendar.ReadObject(octets, r.zone())
	switch {
	case err != nil:
		// What nobody can read says nothing, and is written over once the event says something new.
		err = nil
	case row.Day == 0 && found.UID != row.UID:
		row.LeftOut = true // it is another program's, whatever the event says from now on
		if it := r.items[row.UID]; it != nil {
			row.Wish, row.Wished = it.wish, it.wish
		}
		return false, nil
	default:
		took, err = r.settle(ctx, row, &found)
	}
	row.ETag, row.Seen, row.PriorDay = etag, true, 0
	return took, err
}

// settle takes over what the user did to one object, and says what is to become of it.
func (r *round) settle(ctx context.Context, row *store.Published, found *calendar.Found) (took bool, err error) {
	it := r.items[row.UID]
	v, lost := judge(row, found, it)
	if lost {
		r.lost++
	}
	if v == nothing {
		// Where it does not stand as it was written, it is written again.
		if found == nil || lost || row.Day == 0 || it != nil && standsAs(found, it.event.Day, it.at) && !standsAs(found, row.Day, row.At) {
			row.Digest = 0
		}
		return false, nil
	}
	leaves, err := r.take(ctx, it, v, found)
	if err != nil {
		return false, err
	}
	row.Digest = 0
	if leaves {
		row.LeftOut, row.Wish, row.Wished = true, it.wish, it.wish
	}
	if found != nil {
		row.Day, row.At = found.Day, found.At
	}
	return true, nil
}

// reload asks anew what is to stand on the server.
func (r *round) reload(ctx context.Context) error {
	items, err := r.Publisher.items(ctx, r.preferences)
	if err != nil {
		return err
	}
	r.items = items
	return r.noteWishes(ctx)
}

// noteWishes remembers since when the user wants something else than what was written last.
func (r *round) noteWishes(ctx context.Context) error {
	var changed []store.Published
	for uid, row := range r.rows {
		if it := r.items[uid]; it != nil && it.wish != row.Wished {
			row.Wished, row.Since = it.wish, r.now().UnixMilli()
			changed = append(changed, *row)
		}
	}
	return r.save(ctx, changed, nil)
}

// save remembers rows, whatever ended the work on them.
func (r *round) save(ctx context.Context, changed []store.Published, gone []string) error {
	return r.store.SavePublished(context.WithoutCancel(ctx), changed, gone)
}
