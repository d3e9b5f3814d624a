package organisations

import (
	"peerage/app/parts"
	"peerage/data/briefing"
)

// ways returns the ways to an organisation that are worth a look. Of those who are there themselves the best
// one is enough, and of one who is merely in the network nothing is said: they all stand below.
func ways(o *briefing.Organisation) []briefing.Way {
	var worth []briefing.Way
	for _, way := range o.Ways {
		over := 0
		for _, step := range way {
			if step.Person != 0 {
				over++
			}
		}
		if first := &way[0]; over > 1 || len(worth) == 0 && !(first.Slight && first.Connected == 0) {
			worth = append(worth, way)
		}
	}
	return worth
}

// waysIn returns the lines of the ways to the organisation.
func (v *view) waysIn(o *briefing.Organisation) []line {
	w := v.words
	var lines []line
	for i, way := range ways(o) {
		heading := w.T("organisations.way_in")
		if i > 0 {
			heading = w.T("organisations.another_way")
		}
		lines = append(lines, line{section: waysIn, heading: heading})
		for _, row := range parts.WayRows(w, way, v.called, v.frame.Today()) {
			lines = append(lines, line{section: waysIn, person: row})
		}
	}
	return lines
}
