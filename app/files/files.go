// Package files asks the user for a file or a folder, with the keys and the words of the rest of the program.
package files

import (
	"path/filepath"
	"slices"
	"strings"

	"peerage/app/page"
)

// Open asks for a file with one of some extensions, such as ".csv" in whatever case, and tells chosen where it is.
func Open(frame page.Frame, title string, extensions []string, chosen func(path string)) {
	w := frame.Words()
	c := newChooser(frame, extensions)
	c.find()
	c.file = func(path string) {
		c.dialog.Close()
		chosen(path)
	}
	c.show(title, w.T("importing.open"), func() bool {
		c.pick()
		return false
	})
}

// Folder asks for a folder, and tells chosen.
func Folder(frame page.Frame, title string, chosen func(path string)) {
	c := newChooser(frame, nil)
	c.folders = true
	c.find()
	c.show(title, frame.Words().T("form.choose"), func() bool {
		if path, is := c.path(strings.TrimSpace(c.typed.Text)); is {
			c.goTo(path)
			return false
		}
		path := c.dir
		if i := c.list.Selected(); i >= 0 && i < len(c.rows) && c.rows[i].name != parent {
			path = filepath.Join(c.dir, c.rows[i].name)
		}
		c.dialog.Close()
		chosen(path)
		return false
	})
}

// Save asks where to write a file, and tells chosen; name is proposed. Nothing is written or made: a file that is
// there already is replaced, if the user says so, by whoever asked.
func Save(frame page.Frame, title, name string, extensions []string, chosen func(path string)) {
	c := newChooser(frame, extensions)
	c.name(name)
	c.file = func(path string) {
		c.typed.SetText(filepath.Base(path))
		frame.Window().Canvas().Focus(c.typed)
	}
	c.show(title, frame.Words().T("form.save"), func() bool {
		c.place(func(path string) {
			c.dialog.Close()
			chosen(path)
		})
		return false
	})
}

// fits reports whether a name has one of the extensions; every name has one of none.
func fits(name string, extensions []string) bool {
	return extensions == nil || slices.ContainsFunc(extensions, func(e string) bool { return strings.EqualFold(filepath.Ext(name), e) })
}
