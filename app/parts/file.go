package parts

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"peerage/app/page"
)

// OpenFile asks for a file with one of some extensions, such as ".csv", and tells chosen where it is.
func OpenFile(frame page.Frame, title string, extensions []string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if file == nil {
			frame.Fail(err)
			return
		}
		tell(frame, file, file.URI(), chosen)
	}, frame.Window())
	showFiles(frame, d, title, frame.Words().T("importing.open"), extensions)
}

// SaveFile asks where to write a file, and tells chosen; name is proposed.
func SaveFile(frame page.Frame, title, name string, extensions []string, chosen func(path string)) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if file == nil {
			frame.Fail(err)
			return
		}
		tell(frame, file, file.URI(), chosen)
	}, frame.Window())
	d.SetFileName(name)
	showFiles(frame, d, title, frame.Words().T("form.save"), extensions)
}

// OpenFolder asks for a folder, and tells chosen.
func OpenFolder(frame page.Frame, title string, chosen func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if folder == nil {
			frame.Fail(err)
			return
		}
		chosen(folder.Path())
	}, frame.Window())
	showFiles(frame, d, title, frame.Words().T("form.choose"), nil)
}

// tell tells where a file is. Only that was wanted: whoever asked reads it off the window's thread, or
// writes it whole or not at all.
func tell(frame page.Frame, file io.Closer, at fyne.URI, chosen func(path string)) {
	if err := file.Close(); err != nil {
		frame.Fail(err)
		return
	}
	chosen(at.Path())
}

// showFiles shows a dialog of files, as large as the window lets it be.
func showFiles(frame page.Frame, d *dialog.FileDialog, title, confirm string, extensions []string) {
	canvas := frame.Window().Canvas()
	if extensions != nil {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	d.SetView(dialog.ListView)
	d.SetTitleText(title)
	d.SetConfirmText(confirm)
	d.SetDismissText(frame.Words().T("form.cancel"))
	// The toolkit's own dialogs do not listen to Escape.
	keys := canvas.OnTypedKey()
	canvas.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape {
			d.Dismiss()
		}
	})
	d.SetOnClosed(func() { canvas.SetOnTypedKey(keys) })
	d.Show()
	const margin, widest, highest = 80, 860, 600
	size := canvas.Size()
	d.Resize(fyne.NewSize(min(size.Width-margin, widest), min(size.Height-margin, highest)))
}
