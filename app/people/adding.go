package people

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// addition is something that can be noted of the person shown. What is not noted yet has no section on
// the page: it is in this menu.
type addition struct {
	key   fyne.KeyName // of the page, "" for none
	label string       // the message
	do    func()
}

// additions lists what can be noted, in the order of the menu.
func (p *pane) additions() []addition {
	return append(p.careAdditions(), p.boundsAdditions()...)
}

// addButton opens the menu of what can be noted.
func (p *pane) addButton() *widgets.Button {
	w := p.v.words
	var b *widgets.Button
	b = widgets.NewButton(w.T("people.add"), func() {
		p.noteFocus()
		var items []*fyne.MenuItem
		for _, a := range p.additions() {
			if a.key == "" {
				items = append(items, fyne.NewMenuItem(w.T(a.label), a.do))
				continue
			}
			items = append(items, parts.KeyedItem(w.T(a.label), a.key, a.do))
		}
		p.v.menu(b, items...)
	})
	return b
}

// additionKeys are the keys of what can be noted; onPage makes one act on the person shown.
func (p *pane) additionKeys(onPage func(func()) func()) []page.Key {
	var keys []page.Key
	for _, a := range p.additions() {
		if a.key != "" {
			keys = append(keys, page.Key{Name: a.key, Label: p.v.words.T(a.label), Do: onPage(a.do)})
		}
	}
	return keys
}
