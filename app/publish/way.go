package publish

import (
	"context"
	"net/url"

	"peerage/data"
	"peerage/data/store"
)

// carryOut goes the round: to the calendar, over its objects, and back.
func (r *round) carryOut(ctx context.Context, s *server, given *url.URL) error {
	r.given = given
	if err := r.reach(ctx, s); err != nil {
		return err
	}
	if err := r.passes(ctx); err != nil {
		return err
	}
	if r.lost > 0 {
		return r.tell(ctx, r.words.PublishedLost(r.lost))
	}
	return nil
}

// reach finds the calendar, where it is not known yet.
func (r *round) reach(ctx context.Context, s *server) error {
	if r.where.Address != "" {
		address, err := url.Parse(r.where.Address)
		if err != nil {
			return err
		}
		r.calendar, err = s.at(address)
		return err
	}
	d := &discovery{server: s, name: r.phrases().Calendar, tasks: r.preferences.Publish.Tasks}
	found, err := d.find(ctx, r.given)
	if err != nil {
		return err
	}
	r.calendar = found
	r.where.Address = r.calendar.address.String()
	return r.store.SavePublication(ctx, r.where)
}

// renew makes a calendar that is gone anew, once, so that all of it is written there.
func (r *round) renew(ctx context.Context) error {
	if r.where.Emptied != 0 {
		return &data.ServerFailure{Reason: data.ServerEmptied}
	}
	var known []string
	for uid := range r.rows {
		known = append(known, uid)
	}
	if err := r.save(ctx, nil, known); err != nil {
		return err
	}
	r.rows = map[string]*store.Published{}
	r.where.Address, r.where.Mark = "", ""
	if err := r.reach(ctx, r.calendar.server); err != nil {
		return err
	}
	return r.anew(ctx)
}

// refill has all of the calendar written again that was emptied, once.
func (r *round) refill(ctx context.Context) error {
	if r.where.Emptied != 0 {
		return &data.ServerFailure{Reason: data.ServerEmptied}
	}
	var rows []store.Published
	for _, row := range r.rows {
		row.ETag, row.Seen, row.Digest, row.PriorDay = "", false, 0, 0
		rows = append(rows, *row)
	}
	if err := r.save(ctx, rows, nil); err != nil {
		return err
	}
	return r.anew(ctx)
}

// anew remembers and tells that the calendar is written anew.
func (r *round) anew(ctx context.Context) error {
	r.where.Emptied = r.now().UnixMilli()
	return r.tell(ctx, r.words.PublishedAnew())
}

// tell has the settings show what Peerage did about the calendar on its own account.
func (r *round) tell(ctx context.Context, said string) error {
	r.where.Told, r.where.ToldAt = said, r.now().UnixMilli()
	return r.store.SavePublication(ctx, r.where)
}
