package opportunities

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/data"
	"peerage/data/store"
)

// listed returns the titles in the list, from the top.
func (x *screen) listed() []string {
	var titles []string
	for _, e := range x.list().rows {
		titles = append(titles, e.title)
	}
	return titles
}

func TestTheListSaysOfEachHowItStandsAndThroughWhomItCame(t *testing.T) {
	x := newScreen(t)
	deniz, omar := x.coworker("Deniz Demir"), x.coworker("Omar Khalil")
	x.opportunity("Platform lead", data.Interviewing, deniz, omar)
	x.opportunity("Data lead", data.Won)
	x.show(page.Opportunities())
	x.tap("List")
	x.sees("Interviewing since 1 October. Deniz Demir told Omar Khalil, who told me.", "Won on 1 October.", "thank 2 people", "job")
	x.key(fyne.KeyDown, fyne.KeyReturn)
	x.opened(page.Opportunity(x.all()[1].ID))
}

func TestTheListIsFilteredByStageKindAndWords(t *testing.T) {
	x := newScreen(t)
	omar := x.coworker("Omar Khalil")
	x.opportunity("Platform lead", data.Interviewing, omar)
	x.opportunity("Data lead", data.Won)
	talk := x.opportunity("Talk at Eastmere", data.Heard)
	x.write(func(tx *store.Tx) error {
		o, err := tx.Opportunity(talk)
		o.Kind = data.Talk
		if err != nil {
			return err
		}
		return tx.SaveOpportunity(&o)
	})
	x.show(page.Opportunities())
	x.tap("List")
	l := x.list()
	for _, c := range []struct {
		words, state, kind string
		want               []string
	}{
		{"", every, every, []string{"Talk at Eastmere", "Data lead", "Platform lead"}},
		{"", anyOpen, every, []string{"Talk at Eastmere", "Platform lead"}},
		{"", anyClosed, every, []string{"Data lead"}},
		{"", string(data.Interviewing), every, []string{"Platform lead"}},
		{"", every, string(data.Talk), []string{"Talk at Eastmere"}},
		{"LEAD", anyOpen, every, []string{"Platform lead"}},
		{"khalil plat", every, every, []string{"Platform lead"}},
		{"nobody", every, every, nil},
	} {
		x.enter(l.search, c.words)
		l.state.SetKey(c.state)
		l.kind.SetKey(c.kind)
		l.filter()
		if got := x.listed(); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q", c, got)
		}
	}
	x.sees("No opportunity fits.")
	if l.chosen() != 0 {
		t.Error("keys act on what is not shown")
	}
	x.key(fyne.KeyEscape)
	if len(x.listed()) != 3 {
		t.Error("Escape does not empty the search")
	}
}

func TestKeysActOnWhatIsSelectedInTheList(t *testing.T) {
	x := newScreen(t)
	first := x.opportunity("First", data.Heard)
	x.opportunity("Second", data.Heard)
	x.show(page.Opportunities())
	x.tap("List")
	x.key(fyne.KeyDown, fyne.KeyRightBracket)
	if got := x.stage(first); got != data.Exploring {
		t.Errorf("it is %s", got)
	}
	x.key(fyne.KeyDelete)
	x.said("First is deleted.")
	if got := x.listed(); !slices.Equal(got, []string{"Second"}) {
		t.Errorf("listed %q", got)
	}
	x.key(fyne.KeySlash)
	if x.Window().Canvas().Focused() != fyne.Focusable(x.list().search) {
		t.Error("the search has not the focus")
	}
}
