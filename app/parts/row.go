package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data"
)

// ChipData is a chip behind a name.
type ChipData struct {
	Text string
	Tone look.Tone
}

// PersonRowData is what a row shows of a person.
type PersonRowData struct {
	ID       data.ID
	Name     string
	Second   string // below the name: title and organisation, or why the person is listed
	Initials string
	Chips    []ChipData
	Lead     ChipData // before what is below the name, such as what kind of change that tells; none when its text is ""
	Due      bool
	Risen    bool // shown in brass
}

// PersonRow shows a person in a list: avatar, name with chips, a second line, and a dot when contact
// is due. Filling it again costs only what has changed, so that it can be used for scrolling lists.
type PersonRow struct {
	widget.BaseWidget
	data   PersonRowData
	avatar *widgets.Avatar
	name   *widgets.Line
	second *widgets.Line
	chips  []*widgets.Chip
	lead   *widgets.Chip
	dot    *canvas.Circle
}

// NewPersonRow returns an empty row.
func NewPersonRow() *PersonRow {
	r := &PersonRow{
		avatar: widgets.NewAvatar(widgets.RowAvatar),
		name:   widgets.NewLine("", look.Name),
		second: widgets.NewLine("", look.Second),
		lead:   widgets.NewChip("", look.Plain),
		dot:    canvas.NewCircle(look.Color(look.ColorNameClaret)),
	}
	r.dot.Hidden, r.lead.Hidden = true, true
	r.ExtendBaseWidget(r)
	return r
}

// rowChips is how many chips a row shows; more would leave no room for the name.
const rowChips = 3

// Set fills the row.
func (r *PersonRow) Set(d PersonRowData) {
	r.data = d
	r.avatar.Set(d.Initials, Tone(d.ID, d.Risen))
	r.name.SetText(d.Name)
	r.second.SetText(d.Second)
	for len(r.chips) < min(len(d.Chips), rowChips) {
		r.chips = append(r.chips, widgets.NewChip("", look.Plain))
	}
	for i := range min(len(d.Chips), rowChips) {
		r.chips[i].Set(d.Chips[i].Text, d.Chips[i].Tone)
	}
	r.lead.Set(d.Lead.Text, d.Lead.Tone)
	r.lead.Hidden = d.Lead.Text == ""
	r.dot.Hidden = !d.Due
	r.layout(r.Size())
	canvas.Refresh(r)
}

// Data returns what the row shows.
func (r *PersonRow) Data() PersonRowData { return r.data }

// Tone returns the tone of a person's avatar: their own, or brass when they have risen.
func Tone(id data.ID, risen bool) look.Tone {
	if risen {
		return look.Brass
	}
	return look.Tint(id)
}

const (
	dotSize   float32 = 10
	avatarGap float32 = 12
	chipGap   float32 = 6
	leastName float32 = 90 // what a name is shown in at least
)

func (r *PersonRow) layout(size fyne.Size) {
	x := look.RowInset
	r.avatar.Resize(r.avatar.MinSize())
	r.avatar.Move(fyne.NewPos(x, float32(int((size.Height-widgets.RowAvatar)/2))))
	x += widgets.RowAvatar + avatarGap
	end := size.Width - look.RowInset
	if !r.dot.Hidden {
		r.dot.Resize(fyne.NewSquareSize(dotSize))
		r.dot.Move(fyne.NewPos(end-dotSize, float32(int((size.Height-dotSize)/2))))
		end -= dotSize + avatarGap
	}
	room := max(end-x, 0)
	high := look.Name.Height
	if r.data.Second != "" || !r.lead.Hidden {
		high += look.Second.Height
	}
	top := float32(int((size.Height - high) / 2))
	r.laySecond(fyne.NewPos(x, top+look.Name.Height), room)
	layNamed(r.name, r.chips[:min(len(r.data.Chips), len(r.chips))], fyne.NewPos(x, top), fyne.NewSize(room, look.Name.Height))
	for _, c := range r.chips[min(len(r.data.Chips), len(r.chips)):] {
		c.Hide()
	}
}

// laySecond puts what is below the name into its place, behind its chip.
func (r *PersonRow) laySecond(at fyne.Position, room float32) {
	start := float32(0)
	if !r.lead.Hidden {
		m := r.lead.MinSize()
		m.Width = min(m.Width, room)
		r.lead.Resize(m)
		r.lead.Move(at.AddXY(0, (look.Second.Height-m.Height)/2))
		start = m.Width + chipGap
	}
	r.second.Move(at.AddXY(start, 0))
	r.second.Resize(fyne.NewSize(max(room-start, 0), look.Second.Height))
}

// AccessibilityLabel returns name and second line.
func (r *PersonRow) AccessibilityLabel() string { return r.data.Name + ", " + r.data.Second }

// AccessibilityRole returns the role of text.
func (r *PersonRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (r *PersonRow) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *PersonRow }

func (x *rowRenderer) Destroy()              {}
func (x *rowRenderer) Layout(size fyne.Size) { x.r.layout(size) }
func (x *rowRenderer) MinSize() fyne.Size    { return fyne.NewSize(200, look.RowHeight-1) }

func (x *rowRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{x.r.avatar, x.r.name, x.r.second, x.r.lead, x.r.dot}
	for _, c := range x.r.chips {
		out = append(out, c)
	}
	return out
}

func (x *rowRenderer) Refresh() {
	x.r.dot.FillColor = look.Color(look.ColorNameClaret)
	x.r.dot.Refresh()
	x.r.layout(x.r.Size())
}
