package rising

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// register is who is in management now, by organisation.
type register struct {
	v     *view
	lines []line

	list   *widgets.List
	card   fyne.CanvasObject
	empty  fyne.CanvasObject
	object *fyne.Container
}

func newRegister(v *view) *register {
	r := &register{v: v}
	r.list = newLines(v, func() []line { return r.lines })
	r.card = widgets.NewBareCard(r.list)
	r.empty = widgets.NewEmptyState(theme.AccountIcon(), v.words.T("rising.no_managers"))
	r.object = container.NewStack(r.card, r.empty)
	r.empty.Hide()
	return r
}

func (r *register) show(lines []line) {
	r.lines = lines
	r.card.Hide()
	r.empty.Hide()
	if len(lines) == 0 {
		r.empty.Show()
	} else {
		r.card.Show()
	}
	r.list.Reload()
	if r.list.Selected() < 0 && len(lines) > 0 {
		r.list.Select(0)
	}
	r.object.Refresh()
}

// newLines returns a list of headings and people. A line is opened with a tap, or with Enter.
func newLines(v *view, lines func() []line) *widgets.List {
	list := widgets.NewList(func() int { return len(lines()) }, func() fyne.CanvasObject { return newLineRow() }, func(i int, o fyne.CanvasObject) {
		if all := lines(); i < len(all) {
			o.(*lineRow).set(all[i])
		}
	})
	open := func(i int) {
		if all := lines(); i < len(all) && all[i].opens != (page.Route{}) {
			v.frame.Open(all[i].opens)
		}
	}
	list.OnOpened = open
	list.OnTapped = func(i int) {
		list.Select(i)
		open(i)
	}
	return list
}

// lineRow shows a line: a person as everywhere, a heading on the ground of the rail.
type lineRow struct {
	widgets.Composite
	person  *parts.PersonRow
	words   *widgets.Line
	second  *widgets.Line
	heading *fyne.Container
}

func newLineRow() *lineRow {
	r := &lineRow{person: parts.NewPersonRow(), words: widgets.NewLine("", look.Name), second: widgets.NewLine("", look.Second)}
	const high = look.RowHeight - look.Hairline
	top := (high - look.Name.Height - look.Second.Height) / 2
	r.heading = container.NewStack(widgets.Ground(look.ColorNameRail), widgets.Inset(look.RowInset, top, widgets.Column(0, r.words, r.second)))
	r.Compose(r, container.NewStack(r.person, r.heading))
	return r
}

func (r *lineRow) set(l line) {
	r.person.Hidden, r.heading.Hidden = l.heading != "", l.heading == ""
	if l.heading == "" {
		r.person.Set(l.person)
	} else {
		r.words.SetText(l.heading)
		r.second.SetText(l.second)
	}
	r.Relayout()
}

// house is an organisation with those of its managers whom one knows.
type house struct {
	id    data.ID
	name  string
	all   []briefing.Manager
	risen int // how many of them were peers, and not only possibly
}

// managers returns who is in management now: by organisation, those with the most former peers first,
// and within each by level, the highest first.
func (l *loading) managers(people map[data.ID]known) []line {
	var lines []line
	for _, h := range l.houses(people) {
		heading := line{heading: h.name, second: l.words.N("rising.in_management", len(h.all))}
		if h.risen > 0 {
			heading.second = l.words.T("list.more", words.Args{"List": heading.second, "Item": l.words.N("rising.were_peers", h.risen)})
		}
		heading.second = words.Capital(heading.second)
		if h.id != 0 {
			heading.opens = page.Organisation(h.id)
		}
		lines = append(lines, heading)
		for _, m := range h.all {
			lines = append(lines, l.manager(m, people[m.Person]))
		}
	}
	return lines
}

func (l *loading) houses(people map[data.ID]known) []*house {
	var all []*house
	by := map[data.ID]*house{}
	for _, m := range l.careers.Managers {
		who, ok := people[m.Person]
		if !ok {
			continue
		}
		h := by[m.Role.Organisation]
		if h == nil {
			h = &house{id: m.Role.Organisation, name: m.Role.Employer}
			if h.id == 0 {
				h.name = l.words.T("rising.no_organisation")
			}
			by[h.id], all = h, append(all, h)
		}
		h.all = append(h.all, m)
		if who.surelyPeer() {
			h.risen++
		}
	}
	for _, h := range all {
		slices.SortFunc(h.all, func(a, b briefing.Manager) int {
			return cmp.Or(cmp.Compare(b.Role.Standing.Level.Rank(), a.Role.Standing.Level.Rank()),
				strings.Compare(people[a.Person].name, people[b.Person].name), cmp.Compare(a.Person, b.Person))
		})
	}
	slices.SortFunc(all, func(a, b *house) int {
		return cmp.Or(cmp.Compare(b.risen, a.risen), cmp.Compare(len(b.all), len(a.all)), strings.Compare(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	return all
}

// manager says who someone is, since when they are in management, and whether they were a peer.
func (l *loading) manager(m briefing.Manager, who known) line {
	w := l.words
	d := l.person(m.Person, who.name)
	d.Chips = []parts.ChipData{{Text: w.Level(m.Role.Standing.Level), Tone: look.Plain}}
	if m.Role.Standing.Level == data.ManagerLevel { // beside ties, a manager is mine
		d.Chips[0].Text = w.T("rising.manager_level")
	}
	d.Second = m.Role.Title
	if d.Second == "" {
		d.Second = words.Capital(w.Track(data.Management))
	}
	if m.By != 0 {
		d.Second = w.T("list.more", words.Args{"List": d.Second, "Item": w.T("rising.in_since", words.Args{"Since": w.MoveSince(m.After, m.By)})})
	}
	if who.peer {
		d.Risen = true
		peer := w.T("rising.perhaps_peer")
		if who.surelyPeer() {
			peer = w.Tie(data.Peer, false)
		}
		d.Chips = append([]parts.ChipData{{Text: peer, Tone: parts.TieTone(data.Peer)}}, d.Chips...)
		moved := briefing.Moved{Ties: who.ties}
		if met := l.met(&moved); met != "" {
			d.Second += ". " + met
		}
	} else {
		d.Chips = append(d.Chips, parts.Chips(w, who.ties, 1)...)
	}
	return line{person: d, opens: page.Person(m.Person)}
}

// sayManaging says how many of those one knows are in management, and who of them was a peer.
func (l *loading) sayManaging(people map[data.ID]known) string {
	managers, peers := 0, 0
	for _, m := range l.careers.Managers {
		if who, ok := people[m.Person]; ok {
			managers++
			if who.surelyPeer() {
				peers++
			}
		}
	}
	w := l.words
	if managers == 0 {
		return w.T("rising.say_no_managers")
	}
	said := w.N("rising.say_managers", managers, words.Args{"All": len(people)})
	if peers > 0 {
		said = w.T("list.more", words.Args{"List": said, "Item": w.N("rising.say_peers", peers)})
	}
	return words.Capital(w.T("rising.say", words.Args{"What": said}))
}
