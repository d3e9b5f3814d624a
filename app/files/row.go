package files

import (
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// row shows a file or a folder, and when a file was written last, by which one year's archive is told from another's.
type row struct {
	widgets.Composite
	icon       *widgets.Icon
	name, when *widgets.Line
}

const iconSize float32 = 18

func newRow() *row {
	r := &row{icon: widgets.NewIcon(theme.FileIcon(), iconSize, look.ColorNameDimmed), name: widgets.NewLine("", look.Body), when: widgets.NewWholeLine("", look.Second)}
	r.Compose(r, widgets.Inset(look.RowInset, (look.RowHeight-look.Body.Height)/2, widgets.Sides(look.SmallGap, r.icon, r.name, r.when)))
	return r
}

func (r *row) set(w *words.Words, e entry, today data.Day) {
	icon, name, when := theme.FileIcon(), e.name, ""
	switch {
	case e.name == parent:
		icon, name = theme.MoveUpIcon(), w.T("files.up")
	case e.folder:
		icon = theme.FolderIcon()
	default:
		when = w.ShortDate(data.DayOf(e.at), today)
	}
	r.icon.Set(icon, look.ColorNameDimmed)
	r.name.SetText(name)
	r.when.SetText(when)
}
