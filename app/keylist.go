package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
)

// keyLine is a line of the list of keys: what is done, and each key that does it.
type keyLine struct {
	label string
	keys  []string
}

// keyLines lists the keys that are heard now, those of the open page first. What several keys do is
// listed once.
func (sh *shell) keyLines() []keyLine {
	var lines []keyLine
	add := func(label string, name fyne.KeyName, m fyne.KeyModifier) {
		key := keyName(sh.words, name, m)
		i := slices.IndexFunc(lines, func(l keyLine) bool { return l.label == label })
		switch {
		case i < 0:
			lines = append(lines, keyLine{label, []string{key}})
		case !slices.Contains(lines[i].keys, key):
			lines[i].keys = append(lines[i].keys, key)
		}
	}
	if keyed, ok := sh.open.(page.Keyed); ok {
		for _, k := range keyed.Keys() {
			add(k.Label, k.Name, k.Modifier)
		}
	}
	for _, a := range sh.actions() {
		add(a.label, a.key, a.modifier)
	}
	return lines
}

// showKeys lists all keys that are heard now.
func (sh *shell) showKeys() {
	rows := widgets.Column(look.SmallGap)
	for _, l := range sh.keyLines() {
		keys := l.keys[0]
		for _, key := range l.keys[1:] {
			keys = sh.words.T("list.more", words.Args{"List": keys, "Item": key})
		}
		rows.Add(widgets.Sides(look.Gap, nil, widgets.NewLine(l.label, look.Body), widgets.NewWholeLine(keys, look.Second)))
	}
	widgets.NewDialog(sh.window, sh.words.T("action.keys"), rows).Cancel(sh.words.T("form.close")).Show()
}

// keyName writes a key as it stands on the keyboard: "Ctrl+Shift+Z".
func keyName(w *words.Words, name fyne.KeyName, m fyne.KeyModifier) string {
	var parts []string
	for _, known := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{
		{fyne.KeyModifierSuper, w.T("key.super")}, {fyne.KeyModifierControl, w.T("key.control")},
		{fyne.KeyModifierAlt, w.T("key.alt")}, {fyne.KeyModifierShift, w.T("key.shift")},
	} {
		if m&known.modifier != 0 {
			parts = append(parts, known.name)
		}
	}
	written := string(name)
	if id, ok := keyNames[name]; ok {
		written = w.T(id)
	}
	return strings.Join(append(parts, written), "+")
}

// keyNames are the keys that the toolkit calls by other names than keyboards do.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyReturn: "key.enter", fyne.KeyEnter: "key.enter", fyne.KeyEscape: "key.escape", fyne.KeySpace: "key.space",
	fyne.KeyUp: "key.up", fyne.KeyDown: "key.down", fyne.KeyLeft: "key.left", fyne.KeyRight: "key.right",
	fyne.KeyComma: "key.comma", fyne.KeyPeriod: "key.period",
	fyne.KeyPageUp: "key.page_up", fyne.KeyPageDown: "key.page_down", fyne.KeyDelete: "key.delete",
}
