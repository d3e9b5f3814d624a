package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
)

// yourData is the section of the file: where it lies, copies of it, and the last change.
func (v *view) yourData() fyne.CanvasObject {
	w := v.frame.Words()
	undo := widgets.NewButton(w.T("toast.undo"), v.undo)
	last := widgets.NewText("", look.Second)
	v.shows = append(v.shows, func(s *state) {
		undo.Enable()
		last.SetText(s.last)
		if s.last == "" {
			undo.Disable()
			last.SetText(w.T("settings.last_change_none"))
		}
	})
	path := widgets.NewText(v.store.Path(), look.Second)
	return widgets.NewSection(w.T("settings.data"), widgets.NewRows(
		widgets.Column(0, widgets.NewText(w.T("settings.data_file"), look.Body), path),
		widgets.Column(10, widgets.NewText(w.T("settings.backup_hint"), look.Second),
			widgets.Flow(look.SmallGap, widgets.NewButton(w.T("settings.backup"), v.backUp), widgets.NewButton(w.T("settings.open_folder"), v.openFolder))),
		widgets.Sides(look.Gap, nil, widgets.Column(0, widgets.NewText(w.T("settings.last_change"), look.Body), last), undo)))
}

// openFolder shows the folder of the data in the system's own way.
func (v *view) openFolder() {
	folder := parts.FileAddress(v.options.DataFolder)
	v.frame.Tasks().Go(func(ctx context.Context) error { return parts.Open(ctx, folder) }, v.frame.Fail)
}

// backUp copies the whole file and says where the copy is.
func (v *view) backUp() {
	var copied string
	v.frame.Tasks().Go(func(ctx context.Context) (err error) {
		copied, err = v.store.Backup(ctx, "by-hand")
		return err
	}, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		v.frame.Toast(v.frame.Words().T("settings.backup_done", words.Args{"File": copied}), false)
	})
}

func (v *view) undo() {
	var name string
	hidden := v.frame.NamesHidden()
	v.frame.Tasks().Go(func(ctx context.Context) (err error) {
		name, err = parts.Turn(ctx, v.store, hidden, v.store.Undo)
		return err
	}, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		v.frame.Toast(v.frame.Words().T("toast.undone", words.Args{"Operation": name}), false)
	})
}

// about is the section that says what this is.
func (v *view) about() fyne.CanvasObject {
	w := v.frame.Words()
	return widgets.NewSection(w.T("settings.about"), widgets.NewCard(widgets.Column(0,
		widgets.NewText(w.T("settings.version", words.Args{"Version": v.options.Version}), look.Body),
		widgets.NewText(w.T("settings.licence"), look.Second))))
}
