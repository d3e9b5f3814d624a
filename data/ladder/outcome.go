package ladder

import "peerage/data"

// higher reports whether a decides over b: what leads people over what does not, what is known over
// what is not, and what is a job over what is done beside one.
func higher(a, b job) bool {
	if a.aside != b.aside {
		return b.aside
	}
	if a.track != b.track {
		return a.track == data.Management || a.track == data.Individual && b.track == data.UnknownTrack && b.level != data.Executive
	}
	return a.level.Rank() > b.level.Rank()
}

// trade takes back what is mere grade in a bank, or a craft on stage and screen. Who works for a bank may
// direct something there all the same, if it is named.
func (s *search) trade(r *Reading) {
	if s.best.bank && (s.bank || s.atBank && (s.best.level != data.Director || r.Field == data.UnknownField)) {
		r.Track, r.Level = data.UnknownTrack, data.UnknownLevel
		if s.worker {
			r.Track, r.Level = data.Individual, data.Lead
		}
	}
	if s.best.craft && s.stage {
		r.Track, r.Level = data.Individual, data.Senior
	}
}

// outcome is the reading of the whole title.
func (s *search) outcome() Reading {
	r := Reading{Standing: data.UnknownStanding, Retired: s.retiree}
	switch {
	case s.found && (!s.best.aside || s.hoped == 0):
		r.Track, r.Level = s.best.track, s.best.level
		if s.best.field != "" {
			r.Field = s.best.field
		}
	case s.hoped > 0:
		r.Track, r.Level = data.Individual, data.Entry
	case s.former > 0:
		r.Track = data.Individual
	}
	if r.Field == data.UnknownField && s.field != "" {
		r.Field = s.field
	}
	if s.found {
		s.trade(&r)
	}
	if s.found && s.nobody != nil && r.Track != data.Individual {
		r.Track = data.Individual
		if r.Level.Rank() > data.Lead.Rank() {
			r.Level = data.Lead
		}
		s.from, s.to = s.nobody.start, s.nobody.end
	}
	if s.found && s.someone != nil && (r.Track == data.UnknownTrack || r.Track == data.Individual && r.Level == data.Lead) {
		r.Track = data.Management
		if r.Level == data.UnknownLevel {
			r.Level = data.ManagerLevel
		}
		s.from, s.to = s.someone.start, s.someone.end
	}
	return r
}
