package parts

import (
	"peerage/app/look"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// WayRows returns those on a way, the first to ask first, each with what leads from the one before; of the last
// also what they do at the organisation, where the way leads to one. Several are numbered. called writes names
// as they may be shown.
func WayRows(w *words.Words, way briefing.Way, called func(string) string, today data.Day) []PersonRowData {
	var rows []PersonRowData
	for i := range way {
		step := &way[i]
		why := w.Reached(words.Reached{Introduction: step.Introduction, Employer: step.Employer, Between: step.Between,
			Role: step.Role, There: step.Person == 0, Ties: step.Ties, Last: step.Last,
			Slight: step.Slight, Connected: step.Connected, Paused: step.Paused}, called, today)
		if step.Person == 0 {
			last := &rows[len(rows)-1]
			last.Second = w.T("known.line", words.Args{"Line": last.Second, "More": why})
			continue
		}
		rows = append(rows, PersonRowData{ID: step.Person, Name: called(step.Name), Initials: Initials(called(step.Name)), Second: why})
	}
	if len(rows) > 1 {
		for i := range rows {
			rows[i].Lead = ChipData{w.Number(i + 1), look.Plain}
		}
	}
	return rows
}
