package linkedin

import "peerage/data"

// positions reads the entries of Positions.csv, the member's own jobs.
type positions struct {
	*reader
	at columns
}

func newPositions(in *reader, at columns) *positions {
	return &positions{in, at}
}

// add reads one entry. An entry with neither an employer nor a title is no job. One whose end is
// written but cannot be read is left out too: without it the job would count as held today.
func (p *positions) add() {
	r := data.RoleDraft{
		Organisation: p.text(p.at[company], data.MaxName),
		Title:        p.text(p.at[title], data.MaxName),
		Place:        p.text(p.at[place], data.MaxName),
		Text:         p.prose(p.at[description], 0),
	}
	if r.Organisation == "" && r.Title == "" {
		p.skip(p.at[company], data.NoName, p.firstValue())
		return
	}
	begun, ended := p.cell(p.at[started]), p.cell(p.at[finished])
	var ok bool
	if r.From, ok = p.date(begun); !ok {
		p.problem(p.at[started], data.BadDay, begun)
	}
	p.style.note(begun)
	r.To, ok = p.date(ended)
	switch {
	case ended != "" && r.To.IsZero(), !r.From.IsZero() && !r.To.IsZero() && r.To.Latest() < r.From.Earliest():
		p.skip(p.at[finished], data.NoDay, ended)
		return
	case ok && p.endsShort(p.at[finished], ended):
		p.skip(p.at[finished], data.CutShort, ended)
		return
	case p.jobs[r]:
		p.skip(-1, data.Repeated, trim(r.Title+" "+r.Organisation))
		return
	}
	if !ok {
		p.problem(p.at[finished], data.BadDay, ended)
	}
	p.style.note(ended)
	p.jobs[r] = true
	r.Line = p.rec.Line
	p.out.Roles = append(p.out.Roles, r)
}

// date returns a beginning or an end, and whether it is clear; of one that is not it leaves the year that is.
// No job that somebody lists began or ended in another century than certainYear looks for.
func (p *positions) date(text string) (data.PartialDay, bool) {
	if text == "" {
		return data.PartialDay{}, true
	}
	d, ok := parseDate(text)
	if ok = ok && isYear(d.Year); !ok {
		d = data.PartialDay{Year: certainYear(text)}
	}
	return d, ok
}
