package app

import (
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"peerage/app/page"
	"peerage/app/parts"
)

// modifier is Ctrl, on macOS Cmd.
const modifier = fyne.KeyModifierShortcutDefault

// action is something that can be done anywhere in the window, by key or by the finder.
type action struct {
	label    string
	key      fyne.KeyName
	modifier fyne.KeyModifier
	do       func()
}

// actions lists what can be done anywhere.
func (sh *shell) actions() []action {
	w := sh.words
	return []action{
		{w.T("action.find"), fyne.KeyK, modifier, sh.find},
		{w.T("action.log"), fyne.KeyL, modifier, sh.log},
		{w.T("action.add"), fyne.KeyN, modifier, sh.add},
		{w.T("action.undo"), fyne.KeyZ, modifier, sh.undo},
		{w.T("action.redo"), fyne.KeyZ, modifier | fyne.KeyModifierShift, sh.redo},
		{w.T("action.today"), fyne.Key1, modifier, func() { sh.Open(page.Today()) }},
		{w.T("action.people"), fyne.Key2, modifier, func() { sh.Open(page.People()) }},
		{w.T("action.moves"), fyne.Key3, modifier, func() { sh.Open(page.Moves()) }},
		{w.T("action.opportunities"), fyne.Key4, modifier, func() { sh.Open(page.Opportunities()) }},
		{w.T("action.organisations"), fyne.Key5, modifier, func() { sh.Open(page.Organisations()) }},
		{w.T("action.agenda"), fyne.Key6, modifier, func() { sh.Open(page.Agenda()) }},
		{w.T("action.add_opportunity"), fyne.KeyO, modifier, sh.addOpportunity},
		{w.T("action.import"), fyne.KeyI, modifier, func() { sh.Open(page.Importing()) }},
		{w.T("action.keep_up"), fyne.KeyU, modifier, func() { sh.Open(page.Welcome()) }},
		{w.T("action.settings"), fyne.KeyComma, modifier, func() { sh.Open(page.Settings()) }},
		{w.T("action.confidants"), fyne.KeyJ, modifier, func() { sh.Open(page.Confidants()) }},
		{w.T("action.hide_names"), fyne.KeyH, modifier | fyne.KeyModifierShift, sh.hideNames},
		{w.T("action.back"), fyne.KeyLeft, fyne.KeyModifierAlt, sh.Back},
		{w.T("action.keys"), fyne.KeyF1, 0, sh.showKeys},
		{w.T("action.quit"), fyne.KeyQ, modifier, sh.window.Close},
	}
}

// bindKeys makes the keys heard: those with a modifier and F1 also while something is typed, the page's
// own while nothing takes text.
func (sh *shell) bindKeys() {
	c := sh.window.Canvas()
	plain := map[fyne.KeyName]func(){}
	for _, a := range sh.actions() {
		if a.modifier == 0 {
			plain[a.key] = a.do
			continue
		}
		sh.hear(&desktop.CustomShortcut{KeyName: a.key, Modifier: a.modifier}, a.do)
	}
	// Ctrl+Z reaches the window as the toolkit's own shortcut, which a field of text takes first.
	sh.hear(&fyne.ShortcutUndo{}, sh.undo)
	sh.hear(&fyne.ShortcutRedo{}, sh.redo)
	sh.hear(&fyne.ShortcutPaste{}, func() { sh.paste(fyne.CurrentApp().Clipboard().Content()) })
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		sh.uncovered(func() {
			if do := plain[ev.Name]; do != nil {
				do()
				return
			}
			sh.pageKey(ev.Name)
		})()
	})
}

// hear does something on a shortcut, unless something lies over the page.
func (sh *shell) hear(s fyne.Shortcut, do func()) {
	heard := sh.uncovered(do)
	sh.window.Canvas().AddShortcut(s, func(fyne.Shortcut) { heard() })
}

// uncovered returns what is done only while nothing lies over the page: a dialog or a menu has the keys
// to itself, and nothing changes underneath it.
func (sh *shell) uncovered(do func()) func() {
	return func() {
		if sh.window.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

// paste brings in files that were copied: file managers put their places on the clipboard, one a line.
// Anything else that was copied is left alone.
func (sh *shell) paste(copied string) {
	if paths := copiedFiles(copied); len(paths) > 0 {
		sh.take(paths)
	}
}

// copiedFiles returns the places of files that a copied text names, as paths, as paths between quotation marks, which
// is how Windows copies them, or as file addresses; none when one of them is not there.
func copiedFiles(copied string) []string {
	var paths []string
	for line := range strings.Lines(copied) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if inner, quoted := strings.CutPrefix(line, `"`); quoted {
			line = strings.TrimSuffix(inner, `"`)
		}
		if u, err := url.Parse(line); err == nil && u.Scheme == "file" {
			line = parts.FilePath(u)
		}
		if info, err := os.Stat(line); err != nil || !info.Mode().IsRegular() {
			return nil
		}
		paths = append(paths, line)
	}
	return paths
}

// pageKey does what the open page does on a key without a modifier.
func (sh *shell) pageKey(name fyne.KeyName) {
	if keyed, ok := sh.open.(page.Keyed); ok {
		for _, k := range keyed.Keys() {
			if k.Name == name && k.Modifier == 0 {
				k.Do()
				return
			}
		}
	}
}

// bindPage makes the keys of the open page that have a modifier heard, and those of the page before
// no longer.
func (sh *shell) bindPage() {
	c := sh.window.Canvas()
	for _, s := range sh.pageKeys {
		c.RemoveShortcut(s)
	}
	sh.pageKeys = nil
	keyed, ok := sh.open.(page.Keyed)
	if !ok {
		return
	}
	taken := sh.actions()
	for _, k := range keyed.Keys() {
		if k.Modifier == 0 || slices.ContainsFunc(taken, func(a action) bool { return a.key == k.Name && a.modifier == k.Modifier }) {
			continue
		}
		s := &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Modifier}
		sh.hear(s, k.Do)
		sh.pageKeys = append(sh.pageKeys, s)
	}
}

// hideNames shows initials instead of names, or names again.
func (sh *shell) hideNames() {
	hide := !sh.preferences.HideNames
	sh.set("hide_names", strconv.FormatBool(hide))
}
