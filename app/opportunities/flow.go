package opportunities

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/doors"
)

// flow shows how opportunities came: from the ties through the people to what they led to, who opened doors,
// and what follows from it.
type flow struct {
	v      *view
	loader *page.Loader[*drawn]
	drawn  *drawn  // nil until it is loaded
	year   int     // which is looked at, 0 for all
	asked  data.ID // the opportunity to be chosen once it is loaded, 0 for none

	said    *widgets.Text // which ties brought most, or what came in the year that is looked at
	years   []int         // to choose from
	period  *fyne.Container
	picture *widgets.Streams
	insight *insight
	body    fyne.CanvasObject
}

var _ page.Closer = (*flow)(nil)

func newFlow(v *view) *flow {
	f := &flow{v: v, loader: page.NewLoader[*drawn](v.frame.Tasks(), v.frame.Fail)}
	f.said = widgets.NewText("", look.Second)
	f.period = widgets.Row(0)
	f.picture = widgets.NewStreams()
	f.picture.OnOpened, f.picture.OnActed = f.open, func(column, node int) { f.thank(f.drawn.opener(column, node)) }
	f.insight = newInsight(f)
	head := widgets.Sides(look.Gap, nil, f.said, f.period)
	content := widgets.Column(look.Gap, widgets.Column(look.SmallGap, head, widgets.NewCard(f.picture)), f.insight.object)
	f.body = container.New(outward{}, widgets.Scroll(widgets.Sideways(20, content)))
	return f
}

// name, object and focused are described at manner.
func (f *flow) name() string              { return f.v.words.T("doors.flow") }
func (f *flow) object() fyne.CanvasObject { return f.body }
func (f *flow) focused() fyne.Focusable   { return f.picture }

// Close is described at page.Closer.
func (f *flow) Close() { f.loader.Stop() }

// show is described at manner. The account is loaded for the year that is looked at.
func (f *flow) show(*content) { f.load() }

func (f *flow) load() {
	l := &drawing{loading: f.v.loading(), year: f.year}
	f.loader.Load(l.draw, f.put)
}

// put puts the account on the screen.
func (f *flow) put(d *drawn) {
	if id := f.chosen(); id != 0 {
		f.asked = id
	}
	f.drawn = d
	f.offer(d.account.Years)
	f.said.SetRuns(widgets.Run{Text: d.sentence})
	f.picture.Set(d.columns, d.streams)
	f.choose(f.asked)
	f.asked = 0
	f.insight.show(d)
	f.body.Refresh()
}

// outward lays what scrolls over the room at the sides of the page and below, so that the bar is at its edge.
type outward struct{}

func (outward) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(-look.PageInset, 0))
		o.Resize(size.AddWidthHeight(2*look.PageInset, 20))
	}
}

func (outward) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 4*look.RowHeight) }

// offer lets one choose among the years in which opportunities were heard of.
func (f *flow) offer(years []int) {
	w := f.v.words
	options := []widgets.Option{{Key: every, Text: w.T("doors.all_years")}}
	for _, y := range years {
		options = append(options, widgets.Option{Key: strconv.Itoa(y), Text: strconv.Itoa(y)})
	}
	at := every
	if f.year != 0 {
		at = strconv.Itoa(f.year)
	}
	widgets.See(f.period, len(years) > 1 || f.year != 0)
	if len(f.period.Objects) > 0 && len(f.years) == len(years) {
		return // a choice that is open stays
	}
	f.years = years
	f.period.Objects = []fyne.CanvasObject{widgets.NewChoice(options, at, f.look)}
	f.period.Refresh()
}

// look looks at another year, or all.
func (f *flow) look(year string) {
	f.year, _ = strconv.Atoi(year)
	f.load()
}

// chosen is described at manner: the opportunity that the keys are on in the picture.
func (f *flow) chosen() data.ID {
	if f.drawn == nil {
		return 0
	}
	column, node := f.picture.At()
	if o := f.drawn.door(column, node); o != nil {
		return o.ID
	}
	return 0
}

// choose is described at manner. An opportunity that is folded or of another year is not chosen.
func (f *flow) choose(id data.ID) {
	if f.drawn == nil {
		f.asked = id
		return
	}
	for i := range f.drawn.account.Flow.What {
		if f.drawn.account.Flow.What[i].ID == id {
			f.picture.Go(doorColumn, i)
		}
	}
}

// keys is described at manner.
func (f *flow) keys() []page.Key {
	w := f.v.words
	step := func(columns, rows int) func() {
		return func() {
			f.v.frame.Window().Canvas().Focus(f.picture)
			f.picture.Step(columns, rows)
		}
	}
	keys := []page.Key{
		{Name: fyne.KeyDown, Label: w.T("opportunities.key_down"), Do: step(0, 1)},
		{Name: fyne.KeyUp, Label: w.T("opportunities.key_up"), Do: step(0, -1)},
		{Name: fyne.KeyRight, Label: w.T("opportunities.key_right"), Do: step(1, 0)},
		{Name: fyne.KeyLeft, Label: w.T("opportunities.key_left"), Do: step(-1, 0)},
	}
	if f.drawn == nil {
		return keys
	}
	if o := f.drawn.opener(f.picture.At()); o != nil && len(o.Unthanked) > 0 {
		keys = append(keys, page.Key{Name: thankKey, Label: w.T("opportunities.say_thanks"), Do: parts.Letter(f.v.frame.Tasks(), func() { f.thank(o) })})
	}
	return keys
}

// open opens what was pressed in the picture: a person, an opportunity, or the list of those that are folded
// or had that outcome.
func (f *flow) open(column, node int) {
	d := f.drawn
	switch column {
	case whoColumn:
		if o := d.opener(column, node); o != nil && o.Person > data.Me {
			f.v.frame.Open(page.Person(o.Person))
		}
	case doorColumn:
		if o := d.door(column, node); o != nil {
			f.v.visit(o.ID)
			return
		}
		f.v.only(every)
	case outcomeColumn:
		f.v.only(d.outcome(node))
	}
}

// thank asks for a word to somebody, for every door they are not thanked for yet.
func (f *flow) thank(o *doors.Opener) {
	if o != nil && len(o.Unthanked) > 0 {
		f.v.thankFor(o.Someone, o.Unthanked)
	}
}
