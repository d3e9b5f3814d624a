package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/widgets"
)

// NewPersonLine returns a person as a row of a card: avatar, name with chips, then why they are
// there, which wraps, and actions at the right. It is for the few; lists of many take a PersonRow.
func NewPersonLine(d PersonRowData, why []widgets.Run, actions ...fyne.CanvasObject) fyne.CanvasObject {
	avatar := widgets.NewAvatar(widgets.RowAvatar)
	avatar.Set(d.Initials, Tone(d.ID, d.Risen))
	lines := widgets.Column(0, newNamed(d.Name, look.Name, d.Chips))
	if len(why) > 0 {
		lines.Add(widgets.NewRuns(look.Second, why...))
	} else if d.Second != "" {
		lines.Add(widgets.NewLine(d.Second, look.Second))
	}
	var right fyne.CanvasObject
	if len(actions) > 0 {
		right = widgets.Row(12, actions...)
	}
	return widgets.Sides(avatarGap, avatar, lines, right)
}

// NewPersonHeader returns the top of a person's page: a large avatar, the name, a sentence on who
// they are now, their ties, and actions at the right, or below where there is no room. photo may be nil.
func NewPersonHeader(d PersonRowData, photo []byte, actions ...fyne.CanvasObject) fyne.CanvasObject {
	avatar := widgets.NewAvatar(widgets.LargeAvatar)
	avatar.Set(d.Initials, Tone(d.ID, d.Risen))
	if photo != nil {
		avatar.SetPhoto(photo)
	}
	lines := widgets.Column(2, newWhole(d.Name, newNamed(d.Name, look.Title, d.Chips)))
	if d.Second != "" {
		lines.Add(widgets.NewText(d.Second, look.Second))
	}
	var right fyne.CanvasObject
	if len(actions) > 0 {
		right = widgets.Row(look.SmallGap, actions...)
	}
	name := widgets.NewLine(d.Name, look.Title).Natural()
	return widgets.Folding(16, min(max(name, leastHeader), mostHeader), avatar, lines, right)
}

// A name with what is said of it is so wide at least, and wider where the name asks for it: actions that leave less
// stand below.
const (
	leastHeader float32 = 280
	mostHeader  float32 = 520
)

// newNamed returns a name, which is cut where there is no room, with chips behind it.
func newNamed(name string, style look.Style, chips []ChipData) fyne.CanvasObject {
	line := widgets.NewLine(name, style)
	if len(chips) == 0 {
		return line
	}
	b := behind{name: line}
	objects := []fyne.CanvasObject{line}
	for _, c := range chips {
		chip := widgets.NewChip(c.Text, c.Tone)
		b.chips = append(b.chips, chip)
		objects = append(objects, chip)
	}
	return container.New(b, objects...)
}
