package words

import "peerage/data"

// RoleFacts says of a role when it was held, where its title stands, and where it is known from: "since
// April 2026 · in management, manager · LinkedIn connections, seen on 15 November".
func (w *Words) RoleFacts(r *data.Role, today data.Day) string {
	facts := w.Span(r.From, r.To)
	add := func(fact string) {
		switch {
		case facts == "":
			facts = fact
		case fact != "":
			facts = w.T("role.facts", Args{"List": facts, "Item": fact})
		}
	}
	if r.Standing.Track != "" && (r.Standing.Track != data.UnknownTrack || r.Standing.Level != data.UnknownLevel) {
		standing := w.Standing(r.Standing)
		if r.Ruled {
			standing = w.T("role.as_you_say", Args{"Standing": standing})
		}
		add(standing)
	}
	add(w.knownFrom(r, today))
	return facts
}

// knownFrom says where a role is known from, and on which days it was seen where that is all there is.
func (w *Words) knownFrom(r *data.Role, today data.Day) string {
	args := Args{"Source": w.Source(r.Source), "First": w.Date(r.FirstSeen, today), "Last": w.Date(r.LastSeen, today), "Seen": w.Day(r.LastSeen, today)}
	switch {
	case r.Dated() || r.FirstSeen == 0:
		return w.Source(r.Source)
	case r.FirstSeen != r.LastSeen:
		return w.T("role.seen", args)
	case r.Source == data.Stated:
		return w.T("role.noted", args)
	}
	return w.T("role.seen_once", args)
}
