package people

import (
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/names"
)

// introducedUs lists the introductions in which I have a part, which say how we know each other, or
// those in which I have none.
func (p *pane) introducedUs(mine bool) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, i := range p.shown.introductions {
		people := []data.Someone{i.By, i.Known[0], i.Known[1]}
		if slices.ContainsFunc(people, func(s data.Someone) bool { return s.Person == data.Me }) == mine {
			lines = append(lines, p.introductionLine(i))
		}
	}
	return lines
}

// introductions lists those between others; nil when there are none. Mine stand in how we know each
// other.
func (p *pane) introductions() fyne.CanvasObject {
	lines := p.introducedUs(false)
	if lines == nil {
		return nil
	}
	return widgets.NewRows(append(lines, widgets.Flush(widgets.NewQuiet(p.v.words.T("introductions.add"), p.addIntroduction)))...)
}

// introductionLine says who made whom known, to be edited and removed.
func (p *pane) introductionLine(i data.Introduction) fyne.CanvasObject {
	runs := []widgets.Run{{Text: p.v.words.Sentence(p.v.words.Introduction(&i, p.calledHere))}}
	if i.Note != "" {
		runs = append(runs, widgets.Run{Text: " " + p.v.words.Sentence(p.veil(i.Note)), Color: look.ColorNameDimmed})
	}
	return newLine(p.v, widgets.NewRuns(look.Body, runs...), p.introductionActions(i)...)
}

// calledHere returns a name as it may be shown on the page of the person, who is called by a short one.
func (p *pane) calledHere(name string) string {
	if name == names.Clean(p.shown.person.Name) {
		return p.short(&p.shown.person)
	}
	return p.v.called(name)
}

func (p *pane) introductionActions(i data.Introduction) []action {
	w := p.v.words
	return []action{{w.T("people.edit"), func() { p.introducing().Edit(i) }}, {w.T("people.remove"), func() { p.introducing().Remove(i) }}}
}
