package app

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

// finder finds people and actions by what is typed: one key, a few letters, Enter.
type finder struct {
	shell  *shell
	dialog *widgets.Dialog
	entry  *widgets.SearchEntry
	list   *widgets.List
	none   *widgets.Text // says that nothing is found
	found  []finding
	loader *page.Loader[[]finding]
	places *page.Loader[*briefing.Directory]
	known  *briefing.Directory // organisations; empty until they are loaded
}

// finding is a person, or an action, to which the way to an organisation belongs.
type finding struct {
	row    parts.PersonRowData // of a person
	action string              // what an action does; "" for a person
	key    string              // the action's own key, or how many people one knows there
	do     func()
}

// findingRow shows a finding: a person as everywhere, an action as its words and its key.
type findingRow struct {
	widgets.Composite
	person *parts.PersonRow
	words  *widgets.Line
	key    *widgets.Line
	action *fyne.Container
}

func newFindingRow() *findingRow {
	r := &findingRow{person: parts.NewPersonRow(), words: widgets.NewLine("", look.Body), key: widgets.NewWholeLine("", look.Second)}
	r.action = widgets.Inset(look.RowInset, (look.RowHeight-look.Body.Height)/2, widgets.Sides(look.Gap, nil, r.words, r.key))
	r.Compose(r, container.NewStack(r.person, r.action))
	return r
}

func (r *findingRow) set(f finding) {
	r.person.Hidden, r.action.Hidden = f.action != "", f.action == ""
	if f.action == "" {
		r.person.Set(f.row)
	} else {
		r.words.SetText(f.action)
		r.key.SetText(f.key)
	}
	r.Relayout()
}

// The measures of the finder: its width, and how many findings it shows.
const (
	finderWidth    float32 = 560
	finderFindings float32 = 7
)

// find opens the finder.
func (sh *shell) find() {
	if sh.finder != nil && sh.finder.dialog.Open() {
		return
	}
	f := &finder{shell: sh, loader: page.NewLoader[[]finding](sh.tasks, sh.Fail),
		places: page.NewLoader[*briefing.Directory](sh.tasks, sh.Fail), known: &briefing.Directory{}}
	f.list = widgets.NewList(func() int { return len(f.found) },
		func() fyne.CanvasObject { return newFindingRow() },
		func(i int, o fyne.CanvasObject) {
			if i < len(f.found) {
				o.(*findingRow).set(f.found[i])
			}
		})
	f.list.OnTapped = f.choose
	f.list.OnOpened = f.choose
	f.entry = widgets.NewSearchEntry(sh.words.T("finder.hint"), f.search)
	f.entry.OnUp, f.entry.OnDown = func() { f.list.Step(-1) }, func() { f.list.Step(1) }
	f.entry.OnOpen = func() { f.choose(f.list.Selected()) }
	f.none = widgets.NewText(sh.words.T("list.none_found"), look.Second)
	f.none.Hide()
	findings := container.NewStack(f.list, widgets.Inset(look.RowInset, look.RowInset, f.none))
	body := widgets.Column(look.SmallGap, f.entry, widgets.Fixed(finderWidth-2*look.Gap, finderFindings*look.RowHeight, findings))
	f.dialog = widgets.NewDialog(sh.window, sh.words.T("action.find"), body)
	f.dialog.Width = finderWidth
	f.entry.OnEscape = f.dialog.Close
	sh.finder = f
	f.dialog.Show()
	f.search("")
	f.places.Load(func(ctx context.Context) (*briefing.Directory, error) { return briefing.LoadDirectory(ctx, sh.store) }, func(d *briefing.Directory) {
		f.known = d
		if f.entry.Text != "" {
			f.search(f.entry.Text)
		}
	})
}

func (f *finder) search(query string) {
	sh := f.shell
	actions, places := f.actions(query), f.organisations(query)
	f.loader.Load(func(ctx context.Context) ([]finding, error) {
		rows, err := sh.store.People(ctx, store.Filter{Words: query})
		if err != nil {
			return nil, err
		}
		if query == "" {
			return actions, nil
		}
		opened, err := f.opportunities(ctx, query)
		if err != nil {
			return nil, err
		}
		var named, others []finding
		for _, row := range rows[:min(len(rows), 50)] {
			who := finding{row: parts.RowOf(sh.words, row, nil, false, sh.NamesHidden()), do: func() { sh.visit(page.Person(row.ID)) }}
			if hasWords(row.Name, query) {
				named = append(named, who)
			} else {
				others = append(others, who)
			}
		}
		return slices.Concat(named, opened, places, others, actions), nil
	}, func(found []finding) {
		f.found = found
		widgets.See(f.none, len(found) == 0)
		f.list.Reload()
		f.list.ScrollToTop()
		f.list.Select(min(0, len(found)-1))
	})
}

// hasWords reports whether a name has all the words that are typed.
func hasWords(name, query string) bool { return store.ReadTyped(query).In(store.Searched(name)) }

// organisationsFound is how many organisations the finder offers.
const organisationsFound = 4

// organisations returns the organisations that what is typed finds, to see whom one knows there. It may
// be typed as a question: "who do I know at Halden".
func (f *finder) organisations(query string) []finding {
	w := f.shell.words
	question := names.Fold(w.T("finder.know", words.Args{"Organisation": ""}))
	wanted := strings.Fields(query)
	if n := len(strings.Fields(question)); len(wanted) > n && names.Fold(strings.Join(wanted[:n], " ")) == question {
		wanted = wanted[n:]
	}
	if names.Fold(query) == "" {
		return nil
	}
	var found []finding
	for _, o := range f.known.Find(strings.Join(wanted, " ")) {
		if len(found) == organisationsFound {
			break
		}
		found = append(found, finding{action: w.T("finder.know", words.Args{"Organisation": o.Name}), key: w.Counted(o.Now, o.Before, 0),
			do: func() { f.shell.visit(page.Organisation(o.ID)) }})
	}
	return found
}

// actions returns the actions whose words begin with what is typed.
func (f *finder) actions(query string) []finding {
	want := names.Fold(query)
	var found []finding
	for _, a := range f.shell.actions()[1:] { // the first is the finder itself
		label := names.Fold(a.label)
		if !slices.ContainsFunc(strings.Fields(label), func(word string) bool { return strings.HasPrefix(word, want) }) && !strings.HasPrefix(label, want) {
			continue
		}
		found = append(found, finding{do: a.do, action: a.label, key: keyName(f.shell.words, a.key, a.modifier)})
	}
	return found
}

func (f *finder) choose(i int) {
	if i < 0 || i >= len(f.found) {
		return
	}
	do := f.found[i].do
	f.dialog.Close()
	do()
}
