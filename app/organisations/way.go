package organisations

import (
	"peerage/app/parts"
	"peerage/data/briefing"
)

// waysIn returns the lines of the ways to the organisation. Of those who are there themselves the best one is
// enough, and of one who is merely in the network nothing is said: they all stand below.
func (v *view) waysIn(o *briefing.Organisation) []line {
	w := v.words
	var lines []line
	for _, way := range o.Ways {
		heading := w.T("organisations.way_in")
		if len(lines) > 0 {
			heading = w.T("organisations.another_way")
		}
		rows := parts.WayRows(w, way, v.called, v.frame.Today())
		if first := &way[0]; len(rows) < 2 && (len(lines) > 0 || first.Slight && first.Connected == 0) {
			continue
		}
		lines = append(lines, line{section: waysIn, heading: heading})
		for _, row := range rows {
			lines = append(lines, line{section: waysIn, person: row})
		}
	}
	return lines
}
