package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/files"
	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
)

// choose shows the first stage: where to drop files, how to get them, and what is read.
func (v *view) choose() {
	w := v.frame.Words()
	v.plans.Stop()
	button := widgets.NewPrimary(w.T("importing.choose_files"), v.openDialog)
	header := widgets.NewHeader(w.T("importing.title"), w.T("importing.promise"))
	how := widgets.NewSection(w.T("importing.how"), widgets.NewCard(widgets.Column(look.SmallGap,
		step(w, 1, w.T("importing.how_settings")), step(w, 2, w.T("importing.how_ask")), step(w, 3, w.T("importing.how_wait")))))
	what := widgets.NewSection(w.T("importing.what"), widgets.NewCard(widgets.Column(look.SmallGap,
		named(w.T("importing.connections_file"), w.T("importing.what_connections")),
		named(w.T("importing.positions_file"), w.T("importing.what_positions")),
		named(w.T("importing.exchanges_files"), w.T("importing.what_exchanges")),
		widgets.NewText(w.T("importing.what_rest"), look.Second))))
	v.enter(widgets.Page(header, v.dropArea(button), widgets.Columns(320, look.Gap, how, what)), button, nil)
}

// dropHeight makes the drop area a place one cannot miss.
const dropHeight float32 = 210

// dropArea is the card that invites files. The toolkit tells of a drop for the window as a whole, so
// that in truth a file may be let go anywhere.
func (v *view) dropArea(button *widgets.Button) fyne.CanvasObject {
	w := v.frame.Words()
	inside := widgets.Fixed(420, 0, widgets.Column(14,
		container.NewCenter(widgets.NewIcon(theme.DownloadIcon(), 32, look.ColorNameClaret)),
		widgets.Column(2, widgets.NewCentred(w.T("importing.drop"), look.Name),
			widgets.NewCentred(w.T("importing.drop_what"), look.Second)),
		container.NewCenter(button)))
	return widgets.Fixed(0, dropHeight, widgets.NewCard(container.NewCenter(inside)))
}

// step is one step of several, with its number in front.
func step(w *words.Words, number int, text string) fyne.CanvasObject {
	return widgets.Sides(8, widgets.Fixed(12, 0, widgets.NewWholeLine(w.Number(number), look.Name.In(look.ColorNameClaret))), widgets.NewText(text, look.Body), nil)
}

// named is a name with what is said of it below.
func named(name, text string) fyne.CanvasObject {
	return widgets.Column(0, widgets.NewLine(name, look.Name), widgets.NewText(text, look.Second))
}

// readable are the files that may be read.
var readable = []string{".csv", ".zip"}

// openDialog asks for a file.
func (v *view) openDialog() {
	if v.working != nil {
		return
	}
	files.Open(v.frame, v.frame.Words().T("importing.choose_files"), readable, func(path string) {
		v.Take([]string{path})
	})
}
