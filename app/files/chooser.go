package files

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
)

// chooser is the dialog: a field, the folders near at hand, and what is in the folder that is open.
type chooser struct {
	frame      page.Frame
	extensions []string          // of the files that are shown; nil for all
	folders    bool              // a folder is asked for, so that no files are shown
	naming     bool              // the field holds the name of a file to be written, and seeks nothing
	file       func(path string) // is told which file is picked

	home   string
	dir    string
	all    []entry // what is in dir
	rows   []entry // of those, what is shown, and the way up
	hidden bool    // hidden files are shown

	loader *page.Loader[listing]
	typed  *widgets.Entry
	field  *widgets.Field
	where  *widgets.Line
	list   *widgets.List
	none   *widgets.Text
	dialog *widgets.Dialog
}

// listing is what a folder held when it was read.
type listing struct {
	dir string
	all []entry
}

func newChooser(frame page.Frame, extensions []string) *chooser {
	c := &chooser{frame: frame, extensions: extensions, loader: page.NewLoader[listing](frame.Tasks(), frame.Fail)}
	c.home, _ = os.UserHomeDir() // without one there are fewer places near at hand
	c.where = widgets.NewLine("", look.Second)
	c.none = widgets.NewCentred("", look.Second)
	c.none.Hide()
	c.list = widgets.NewList(func() int { return len(c.rows) }, func() fyne.CanvasObject { return newRow() }, func(i int, o fyne.CanvasObject) {
		if i < len(c.rows) {
			o.(*row).set(frame.Words(), c.rows[i], frame.Today())
		}
	})
	c.list.OnTapped = c.tapped
	c.list.OnOpened = c.open
	return c
}

// find puts a field into the dialog that seeks in the folder, or takes a path.
func (c *chooser) find() {
	c.typed = widgets.NewEntry(c.frame.Words().T("files.find"))
	c.typed.SetIcon(theme.NewColoredResource(theme.SearchIcon(), theme.ColorNamePlaceHolder))
	c.typed.OnChanged = func(string) { c.sift() }
	c.field = widgets.NewField(c.frame.Words().T("files.seek"), "", c.typed)
	c.steer()
}

// name puts a field into the dialog for the name of what is to be written.
func (c *chooser) name(proposed string) {
	c.naming = true
	c.typed = widgets.NewEntry("")
	c.typed.SetText(proposed)
	c.typed.OnChanged = func(string) { c.field.SetError("") }
	c.field = widgets.NewRequiredField(c.frame.Words().T("files.name"), "", c.typed)
	c.steer()
}

// steer lets the keys of the list work from the field.
func (c *chooser) steer() {
	c.typed.OnKey = func(k fyne.KeyName) bool {
		switch {
		case k == fyne.KeyDown:
			c.list.Step(1)
		case k == fyne.KeyUp:
			c.list.Step(-1)
		case k == fyne.KeyBackspace && c.typed.Text == "":
			c.enter(filepath.Dir(c.dir))
		case (k == fyne.KeyReturn || k == fyne.KeyEnter) && c.naming && c.list.Selected() >= 0:
			c.open(c.list.Selected())
		default:
			return false
		}
		return true
	}
}

// The dialog is wider than others, because names of files are long.
const (
	width      float32 = 640
	leastRows          = 4
	mostRows           = 11
	aroundRows float32 = 330 // what is above and below the rows, with the edges of the window
)

// show opens the dialog at the folder that was used last.
func (c *chooser) show(title, confirm string, do func() bool) {
	w := c.frame.Words()
	near := widgets.Flow(6)
	for _, k := range places(c.home) {
		text := k.path
		if k.id != "" {
			text = w.T(k.id)
		}
		near.Add(widgets.NewButton(text, func() { c.enter(k.path) }))
	}
	near.Add(widgets.NewToggleChip(w.T("files.hidden"), false, func(on bool) {
		c.hidden = on
		c.sift()
	}))
	high := c.frame.Window().Canvas().Size().Height - aroundRows
	rows := min(max(int(high/look.RowHeight), leastRows), mostRows)
	files := widgets.NewBareCard(c.list)
	body := widgets.Column(look.SmallGap, c.field, near, c.where,
		widgets.Fixed(0, float32(rows)*look.RowHeight+2*look.Hairline, container.NewStack(files, widgets.Inset(look.Gap, look.RowHeight+look.Gap, c.none))))
	c.dialog = widgets.NewDialog(c.frame.Window(), title, body)
	c.dialog.Width = width
	c.dialog.OnClosed = c.loader.Stop
	c.dialog.Confirm(confirm, do).Cancel(w.T("form.cancel")).Show()
	c.frame.Window().Canvas().Focus(c.typed)
	c.enter(c.start())
}

// lastFolder names the preference that keeps the folder that was used last.
const lastFolder = "last-folder"

// start returns where to begin: the folder that was used last, else where browsers put what they fetch, else home.
func (c *chooser) start() string {
	for _, dir := range []string{fyne.CurrentApp().Preferences().String(lastFolder), filepath.Join(c.home, "Downloads"), c.home} {
		if filepath.IsAbs(dir) && isFolder(dir) {
			return dir
		}
	}
	return string(filepath.Separator)
}

// enter opens a folder.
func (c *chooser) enter(dir string) {
	dir = filepath.Clean(dir)
	c.loader.Load(func(context.Context) (listing, error) {
		all, err := read(dir)
		if err != nil {
			return listing{}, err
		}
		return listing{dir, all}, nil
	}, func(l listing) {
		c.dir, c.all = l.dir, l.all
		fyne.CurrentApp().Preferences().SetString(lastFolder, l.dir)
		c.where.SetText(l.dir)
		if !c.naming && c.typed.Text != "" {
			c.typed.SetText("") // sifts
			return
		}
		c.sift()
	})
}

// sift shows what is in the folder, of that what the field seeks.
func (c *chooser) sift() {
	w, seeks := c.frame.Words(), ""
	if !c.naming {
		seeks = strings.TrimSpace(c.typed.Text)
	}
	c.field.SetError("")
	c.rows = c.rows[:0]
	if filepath.Dir(c.dir) != c.dir && seeks == "" {
		c.rows = append(c.rows, entry{name: parent, folder: true})
	}
	found := matches(c.all, seeks, c.hidden, func(e entry) bool { return e.folder || !c.folders && fits(e.name, c.extensions) })
	c.rows = append(c.rows, found...)
	c.none.SetText(w.T("files.none"))
	if c.folders {
		c.none.SetText(w.T("files.no_folders"))
	}
	widgets.See(c.none, len(found) == 0)
	c.list.Reload()
	c.list.ScrollToTop()
	c.list.Select(-1)
	if seeks != "" && len(found) > 0 {
		c.list.Select(0)
	}
}

// tapped goes into a folder, and marks a file; the second tap picks it.
func (c *chooser) tapped(i int) {
	if c.rows[i].folder || c.list.Selected() == i {
		c.open(i)
		return
	}
	c.list.Select(i)
	if c.naming {
		c.open(i)
	}
}

// open goes into a folder, or picks a file.
func (c *chooser) open(i int) {
	if i >= len(c.rows) {
		return
	}
	if e := c.rows[i]; e.name == parent {
		c.enter(filepath.Dir(c.dir))
	} else if path := filepath.Join(c.dir, e.name); e.folder {
		c.enter(path)
	} else {
		c.picked(path)
	}
}

// pick does with what is marked or typed what Enter does: a path that is typed comes first.
func (c *chooser) pick() {
	if path, is := c.path(strings.TrimSpace(c.typed.Text)); is {
		c.goTo(path)
		return
	}
	if i := c.list.Selected(); i >= 0 {
		c.open(i)
	}
}

// goTo goes into the folder, or picks the file, at a path that was typed.
func (c *chooser) goTo(path string) {
	switch info, err := os.Stat(path); {
	case err != nil:
		c.field.SetError(c.frame.Words().T("files.missing"))
		c.dialog.Relayout()
	case info.IsDir():
		c.enter(path)
	case c.folders:
		c.field.SetError(c.frame.Words().T("files.no_folder"))
		c.dialog.Relayout()
	default:
		c.picked(path)
	}
}

// picked tells which file is picked, whose folder is the one to begin at next time.
func (c *chooser) picked(path string) {
	fyne.CurrentApp().Preferences().SetString(lastFolder, filepath.Dir(path))
	c.file(path)
}

// path returns the path that is typed, and whether it is one and no mere name.
func (c *chooser) path(typed string) (string, bool) {
	if rest, fromHome := strings.CutPrefix(typed, "~"); fromHome && (rest == "" || os.IsPathSeparator(rest[0])) {
		return filepath.Join(c.home, rest), true
	}
	return typed, filepath.IsAbs(typed)
}

// place finds where the name that is typed leads, and tells take once the user agrees to what is replaced.
func (c *chooser) place(take func(path string)) {
	w, name := c.frame.Words(), strings.TrimSpace(c.typed.Text)
	if name == "" {
		c.field.SetError(w.T("files.unnamed"))
		c.dialog.Relayout()
		return
	}
	path, is := c.path(name)
	if !is {
		path = filepath.Join(c.dir, name)
	}
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		c.enter(path)
	case err == nil:
		text := widgets.NewText(w.T("files.replace", words.Args{"File": filepath.Base(path)}), look.Body)
		widgets.NewDialog(c.frame.Window(), w.T("files.replace_title"), text).Cancel(w.T("form.cancel")).Confirm(w.T("files.replace_confirm"), func() bool {
			defer take(path)
			return true
		}).Show()
	default:
		take(path)
	}
}
