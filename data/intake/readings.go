package intake

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"peerage/data"
	"peerage/data/store"
)

// takeReadings adds the tables of the files to the work, but for those that were read before: the same
// content of the same day. What an employer was in one year they may be again in a later one, so the
// same content of another day is another reading. A day that nobody named is no such word: a file
// that was only copied is new where what was said before and after it differs.
func (w *work) takeReadings(files []File) error {
	kept, err := w.tx.Readings()
	if err != nil {
		return err
	}
	tables := tablesOf(files)
	order := make([]int, len(tables))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &tables[a], &tables[b]
		switch {
		case x.undated == y.undated:
			return cmp.Compare(x.day, y.day)
		case y.undated:
			return -1
		}
		return 1
	})
	known := make([]bool, len(tables))
	for _, i := range order {
		r := &tables[i]
		if known[i] = isKnown(kept, r); !known[i] {
			kept = append(kept, store.Reading{Source: r.source, Day: r.day, Digest: r.digest})
		}
	}
	for i := range tables {
		if r := &tables[i]; known[i] {
			w.plan.Same += len(r.people) + len(r.roles)
		} else {
			w.readings = append(w.readings, *r)
		}
	}
	return nil
}

// tablesOf lists what the files say of people and of the user's own jobs, in their order.
func tablesOf(files []File) []reading {
	var list []reading
	for i := range files {
		f := &files[i]
		for _, r := range []reading{
			{source: data.FromLinkedIn, people: f.People},
			{source: data.FromOwnCareer, roles: f.Roles},
		} {
			if len(r.people)+len(r.roles) > 0 {
				r.day, r.undated, r.digest = f.Day, f.Undated, digest(&r)
				list = append(list, r)
			}
		}
	}
	return list
}

// isKnown reports whether kept holds the content of r for its day, or, where nobody named that day, for
// the nearest day before or after it.
func isKnown(kept []store.Reading, r *reading) bool {
	var before, after data.Day
	for i := range kept {
		switch k := &kept[i]; {
		case k.Source != r.source:
		case k.Day <= r.day:
			before = max(before, k.Day)
		case after == 0 || k.Day < after:
			after = k.Day
		}
	}
	return slices.ContainsFunc(kept, func(k store.Reading) bool {
		near := k.Day == r.day || r.undated && (k.Day == before || k.Day == after)
		return near && k.Source == r.source && k.Digest == r.digest
	})
}

// digest tells the content of a reading apart, however its file was saved and its entries sorted.
func digest(r *reading) string {
	lines := make([]string, 0, len(r.people)+len(r.roles))
	var line []byte
	quote := func(texts ...string) {
		line = line[:0]
		for _, text := range texts {
			line = strconv.AppendQuote(line, text)
		}
	}
	for i := range r.people {
		p := &r.people[i]
		quote(p.Profile, p.Given, p.Family, p.Email, p.Organisation, p.Title)
		lines = append(lines, string(strconv.AppendInt(line, int64(p.Connected), 10)))
	}
	for i := range r.roles {
		p := &r.roles[i]
		quote(p.Organisation, p.Title, p.From.String(), p.To.String())
		lines = append(lines, string(line))
	}
	slices.Sort(lines)
	h := sha256.New()
	for _, text := range lines {
		line = append(append(line[:0], text...), '\n')
		h.Write(line)
	}
	return string(r.source) + ":" + hex.EncodeToString(h.Sum(nil))
}
