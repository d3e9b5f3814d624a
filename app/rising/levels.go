package rising

import (
	"math"
	"strconv"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// The layers of the chart, from the bottom up: levels without people, then levels with them.
const (
	startingOut = iota // interns and the entry level
	midLevel
	seniorLevel
	leadLevel
	managers
	directors // and vice presidents
	executives
	layers
)

// layersOf returns how the layers are called and coloured: blue without people, ink with them, and the
// higher the level, the fuller the colour.
func layersOf(w *words.Words) []widgets.Layer {
	depths := [layers]float64{0.12, 0.4, 0.7, 1, 0.35, 0.62, 0.95}
	var all []widgets.Layer
	for i, name := range layerNames(w) {
		layer := widgets.Layer{Label: words.Capital(name), From: look.ColorNameBlueTint, To: look.ColorNameBlue, Depth: depths[i]}
		if i >= managers {
			layer.From, layer.To = look.ColorNameLine, look.ColorNameInk
		}
		all = append(all, layer)
	}
	all[managers].Apart = true
	return all
}

func layerNames(w *words.Words) [layers]string {
	return [layers]string{w.T("rising.layer_starting"), w.T("rising.layer_mid"), w.T("rising.layer_senior"), w.T("rising.layer_lead"),
		w.T("rising.layer_managers"), w.T("rising.layer_directors"), w.T("rising.layer_executives")}
}

// layerOf returns the layer that a standing belongs to, -1 where the title does not tell whether it leads
// people. A title that tells no level is in the middle of its track.
func layerOf(s data.Standing) int {
	switch s.Track {
	case data.Individual:
		switch s.Level {
		case data.Intern, data.Entry:
			return startingOut
		case data.Senior:
			return seniorLevel
		case data.Mid, data.UnknownLevel:
			return midLevel
		}
		return leadLevel
	case data.Management:
		switch s.Level {
		case data.Director, data.VP:
			return directors
		case data.Executive:
			return executives
		}
		return managers
	}
	return -1
}

// stacks returns the columns of the chart: of those known in each year that a source has spoken of, how
// many stood where.
func (l *loading) stacks(people map[data.ID]known) []widgets.Stack {
	var stacks []widgets.Stack
	for i, year := range l.careers.Years {
		if year > l.lastYear {
			break
		}
		var counts [layers]int
		all := 0
		for id, stood := range l.careers.Levels {
			if _, ok := people[id]; !ok {
				continue
			}
			if at := layerOf(stood[i]); at >= 0 {
				counts[at]++
				all++
			}
		}
		if all > 0 {
			stacks = append(stacks, l.stack(year, counts, all))
		}
	}
	if len(stacks) < 2 { // one year alone shows no shift
		return nil
	}
	return stacks
}

// stack returns the column of one year.
func (l *loading) stack(year int, counts [layers]int, all int) widgets.Stack {
	w := l.words
	leading := counts[managers] + counts[directors] + counts[executives]
	s := widgets.Stack{Label: strconv.Itoa(year), Top: l.percent(leading, all)}
	for _, n := range counts {
		s.Parts = append(s.Parts, float64(n)/float64(all))
	}
	said := w.N("rising.year_said", all, words.Args{"Year": strconv.Itoa(year), "Leading": s.Top})
	for i, name := range layerNames(w) {
		if i < managers && counts[i] > 0 {
			share := w.T("rising.share", words.Args{"Share": l.percent(counts[i], all), "Layer": name})
			said = w.T("list.more", words.Args{"List": said, "Item": share})
		}
	}
	s.Said = w.T("rising.say", words.Args{"What": said})
	return s
}

// percent writes a share.
func (l *loading) percent(n, of int) string {
	return l.words.T("rising.percent", words.Args{"N": int(math.Round(100 * float64(n) / float64(of)))})
}
