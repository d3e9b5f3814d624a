package rising

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// years is how the levels of everyone shifted, and the moves of each year.
type years struct {
	v     *view
	lines []line

	chart  *widgets.Stacks
	card   *fyne.Container // around the chart
	list   *widgets.List
	below  fyne.CanvasObject
	empty  fyne.CanvasObject
	object *fyne.Container
}

func newYears(v *view) *years {
	y := &years{v: v}
	w := v.words
	layers := layersOf(w)
	y.chart = widgets.NewStacks(layers, nil)
	y.card = widgets.Inset(0, 0, widgets.NewCard(widgets.Column(10,
		widgets.Sides(look.Gap, nil, widgets.NewSectionLabel(w.T("rising.levels")), nil), y.chart, widgets.NewLegend(layers))))
	y.list = newLines(v, func() []line { return y.lines })
	y.below = widgets.NewBareCard(y.list)
	y.empty = widgets.NewEmptyState(theme.HistoryIcon(), w.T("rising.no_years"),
		widgets.NewPrimary(w.T("action.import"), func() { v.frame.Open(page.Importing()) }))
	y.object = container.New(&above{top: y.card}, y.card, y.below, y.empty)
	y.empty.Hide()
	return y
}

func (y *years) show(c *content) {
	y.lines = c.years
	y.chart.Set(c.stacks)
	y.card.Hidden = len(c.stacks) == 0
	y.below.Hide()
	y.empty.Hide()
	if len(c.years) == 0 {
		y.empty.Show()
	} else {
		y.below.Show()
	}
	y.list.Reload()
	if y.list.Selected() < 0 && len(y.lines) > 0 {
		y.list.Select(0)
	}
	y.object.Refresh()
}

// congratulate opens the dialog for a few words on the move that is selected, if it still holds.
func (y *years) congratulate() {
	if i := y.list.Selected(); i >= 0 && i < len(y.lines) && y.lines[i].moved != nil && !y.lines[i].moved.Past {
		parts.Congratulate(y.v.frame, y.v.store, y.v.keeper, *y.lines[i].moved)
	}
}

// above lays the first object at the top, as high as it needs to be, and the others below it.
type above struct{ top fyne.CanvasObject }

func (a *above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	if a.top.Visible() {
		a.top.Resize(fyne.NewSize(size.Width, a.top.Size().Height))
		high := a.top.MinSize().Height
		a.top.Move(fyne.Position{})
		a.top.Resize(fyne.NewSize(size.Width, high))
		y = high + look.Gap
	}
	for _, o := range objects[1:] {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, max(size.Height-y, 0)))
	}
}

func (a *above) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(a.top.MinSize().Width, 4*look.RowHeight)
}

// years returns the moves of each year under what they count, the newest first.
func (l *loading) years(moves []briefing.Moved) []line {
	var lines []line
	for start := 0; start < len(moves); {
		year, _, _ := moves[start].By.Date()
		end := start
		var told []line
		counts := map[data.MoveKind]int{}
		for ; end < len(moves); end++ {
			m := &moves[end]
			if y, _, _ := m.By.Date(); y != year {
				break
			}
			if m.Status == data.MoveDismissed {
				continue
			}
			counts[m.Lead()]++
			told = append(told, l.moved(m))
		}
		if len(told) > 0 {
			lines = append(lines, line{heading: strconv.Itoa(year), second: l.counted(counts)})
			lines = append(lines, told...)
		}
		start = end
	}
	return lines
}

// moved says one move of a year.
func (l *loading) moved(m *briefing.Moved) line {
	w := l.words
	d := l.person(m.Person, m.Name)
	d.Risen = m.Rose()
	d.Lead, d.Chips = l.kind(m), l.ties(m)
	if m.Status != data.MoveNew {
		d.Chips = append(d.Chips, parts.ChipData{Text: w.MoveStatus(m.Status), Tone: look.Plain})
	}
	d.Second = w.T("rising.year_line", words.Args{"When": words.Capital(w.MoveMonth(&m.Move)), "What": w.MoveShort(&m.Move)})
	return line{person: d, moved: m, opens: page.Person(m.Person)}
}

// counted says how many moves of each kind a year had.
func (l *loading) counted(counts map[data.MoveKind]int) string {
	said := ""
	for _, kind := range data.MoveKinds {
		n := counts[kind]
		if n == 0 {
			continue
		}
		item := l.words.N(kindCounts[kind], n)
		if said != "" {
			item = l.words.T("list.more", words.Args{"List": said, "Item": item})
		}
		said = item
	}
	return words.Capital(said)
}

var kindCounts = map[data.MoveKind]string{
	data.IntoManagement: "rising.n_into", data.OutOfManagement: "rising.n_out", data.Promotion: "rising.n_promotion",
	data.Retired: "rising.n_retired", data.Left: "rising.n_left", data.NewEmployer: "rising.n_employer", data.NewTitle: "rising.n_title",
}

// sayYearly says what this year has brought.
func (l *loading) sayYearly(moves []briefing.Moved) string {
	w := l.words
	year, _, _ := l.today.Date()
	all, into := 0, 0
	for i := range moves {
		y, _, _ := moves[i].By.Date()
		if y != year || moves[i].Status == data.MoveDismissed {
			continue
		}
		all++
		if moves[i].Is(data.IntoManagement) {
			into++
		}
	}
	switch {
	case all == 0:
		return w.T("rising.say_no_year")
	case into == 0:
		return words.Capital(w.N("rising.say_year", all))
	}
	return words.Capital(w.N("rising.say_year_into", all, words.Args{"Into": w.N("rising.count_into", into)}))
}
