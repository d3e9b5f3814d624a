package opportunities

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data"
)

// cardsAtMost is how many cards a column holds; the list has all.
const cardsAtMost = 30

// column holds the opportunities at one stage of the board, or all that are closed.
type column struct {
	widget.BaseWidget
	board  *board
	stage  data.Stage // "" for the closed ones
	cards  []*card    // those shown
	spare  []*card    // made once, to be filled again
	over   bool       // something is dragged over it
	ground *canvas.Rectangle
	name   *widgets.Line
	count  *widgets.Line
	stack  *fyne.Container // of the cards
	more   *widgets.Button // leads to those that are not shown
	body   *fyne.Container
}

func newColumn(b *board, stage data.Stage, name string) *column {
	c := &column{board: b, stage: stage, ground: canvas.NewRectangle(color.Transparent),
		name: widgets.NewLine(name, look.Label), count: widgets.NewWholeLine("", look.Small), stack: widgets.Column(look.SmallGap)}
	c.more = widgets.NewQuiet("", func() {
		state := string(stage)
		if stage == "" {
			state = anyClosed
		}
		b.v.only(state)
	})
	head := widgets.Inset(4, 0, widgets.Sides(look.SmallGap, nil, c.name, c.count))
	c.body = widgets.Inset(columnInset, columnInset, container.NewBorder(widgets.Inset(0, 4, head), nil, nil, nil, widgets.Scroll(c.stack)))
	c.ExtendBaseWidget(c)
	return c
}

const columnInset float32 = 6

// holds reports whether opportunities at a stage stand in the column.
func (c *column) holds(s data.Stage) bool { return s == c.stage || c.stage == "" && s.Closed() }

// show fills the column, what came to its stage last first.
func (c *column) show(all *content) {
	var mine []*entry
	for i := range all.entries {
		if e := &all.entries[i]; c.holds(e.Stage()) {
			mine = append(mine, e)
		}
	}
	slices.SortStableFunc(mine, func(a, b *entry) int { return int(lastDay(b) - lastDay(a)) })
	c.count.SetText(c.board.v.words.Number(len(mine)))
	seen := min(len(mine), cardsAtMost)
	for len(c.spare) < seen {
		c.spare = append(c.spare, newCard(c.board))
	}
	c.cards = c.spare[:seen]
	c.stack.Objects = c.stack.Objects[:0]
	for i, card := range c.cards {
		card.set(mine[i])
		c.stack.Add(card)
	}
	if rest := len(mine) - seen; rest > 0 {
		c.more.SetText(c.board.v.words.N("opportunities.more", rest))
		c.stack.Add(c.more)
	}
	c.Refresh()
}

func lastDay(e *entry) data.Day {
	if len(e.Steps) == 0 {
		return 0
	}
	return e.Steps[len(e.Steps)-1].Day
}

// setOver marks the column as the one that a card would come to.
func (c *column) setOver(over bool) {
	if c.over != over {
		c.over = over
		c.Refresh()
	}
}

// Content returns what the column is made of.
func (c *column) Content() fyne.CanvasObject { return c.body }

// CreateRenderer is called by the toolkit.
func (c *column) CreateRenderer() fyne.WidgetRenderer {
	r := &columnRenderer{c}
	r.paint()
	return r
}

type columnRenderer struct{ c *column }

func (r *columnRenderer) Destroy()           {}
func (r *columnRenderer) MinSize() fyne.Size { return fyne.NewSize(leastColumn, 120) }

func (r *columnRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.ground, r.c.body}
}

func (r *columnRenderer) Layout(size fyne.Size) {
	r.c.ground.Resize(size)
	r.c.body.Resize(size)
}

func (r *columnRenderer) Refresh() {
	r.paint()
	r.c.ground.Refresh()
	r.c.body.Refresh()
}

func (r *columnRenderer) paint() {
	g := r.c.ground
	g.CornerRadius, g.FillColor, g.StrokeWidth = look.CardRadius, look.Color(look.ColorNameRail), 0
	if r.c.over {
		g.FillColor = look.Color(look.ColorNameClaretTint)
		g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	}
}

// lanes puts the columns beside each other, as wide as there is room for, and never too slim to be read:
// then the board is wider than its place, which scrolls.
type lanes struct{}

const (
	leastColumn float32 = 164
	columnGap   float32 = 10
)

func (lanes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	each := max(float32(int((size.Width-columnGap*(n-1))/n)), leastColumn)
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(each+columnGap), 0))
		o.Resize(fyne.NewSize(each, size.Height))
	}
}

func (lanes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	n := float32(len(objects))
	return fyne.NewSize(n*leastColumn+(n-1)*columnGap, 120)
}
