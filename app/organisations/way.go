package organisations

import (
	"peerage/app/parts"
	"peerage/data/briefing"
)

// waysIn returns the lines of the ways to the organisation. Where somebody I know is there, the best one is
// enough: those who could introduce me stand below.
func (v *view) waysIn(o *briefing.Organisation) []line {
	w := v.words
	var lines []line
	for i, way := range o.Ways {
		heading := w.T("organisations.way_in")
		if i > 0 {
			heading = w.T("organisations.another_way")
		}
		rows := parts.WayRows(w, way, v.called, v.frame.Today())
		if i > 0 && len(rows) < 2 {
			break
		}
		lines = append(lines, line{section: waysIn, heading: heading})
		for _, row := range rows {
			lines = append(lines, line{section: waysIn, person: row})
		}
	}
	return lines
}
