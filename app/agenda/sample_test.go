package agenda

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

func TestTheSampleNetworkFillsTheAgenda(t *testing.T) {
	x := newScreen(t).withSample().show()
	got := x.titles()[:14]
	want := []string{"Overdue", "Hamish Drummond: The lighthouse book, back by post", "For Lachlan Muir: Send move twenty of our game", "Tomasz Nowak", "李雷",
		"This week", "Gareth Pryce-Jones", "Ana Souza", "Adaeze Nwosu", "Next week", "佐藤 美咲", "For Priya Raman: Send the hiring rubric, on one page", "Margaret Ashworth", "Sophie Lambert turns 37"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	x.page.goTo(sunday + 3)
	x.chosen("Wanjiru Kamau")
	x.sees("16:00", "10:30", "You put it here.")
	names := x.titles()
	for _, other := range []string{"محمد الشريف", "שירה לוי"} {
		if !slices.Contains(names, other) {
			t.Errorf("%s is missing in %q", other, names)
		}
	}
}

// Whatever day it is, the sample network has two check-ins with an hour within the week.
func TestTheSampleNetworkHasAppointmentsOnAnyDay(t *testing.T) {
	for _, day := range []data.Day{sunday, data.NewDay(2027, time.February, 28), data.NewDay(2028, time.March, 1)} {
		x := newScreen(t)
		x.Day = day
		x.withSample()
		a, err := briefing.LoadAgenda(context.Background(), x.store, data.DefaultPreferences(), briefing.Span{Today: day, Until: day + 6, WeekBegins: time.Monday})
		x.check(err)
		hours := 0
		for _, w := range a.Weeks {
			for _, d := range w.Days {
				for _, i := range d.Items {
					if i.Shift == data.Appointed && i.CheckIn.At != data.AllDay {
						hours++
					}
				}
			}
		}
		if hours != 2 {
			t.Errorf("%s: %d check-ins have an hour", day, hours)
		}
	}
}

// The pseudo-language marks what came through the words: anything else on the screen is a name, a day's number or
// an hour.
func TestEveryTextComesThroughTheWords(t *testing.T) {
	x := newScreenIn(t, words.Pseudo)
	x.person("Ana", 2)
	x.person("Bob", -3)
	x.show()
	check := func() {
		t.Helper()
		for _, text := range apptest.Texts(x.page.Object()) {
			own := strings.Trim(text, "0123456789") == "" || slices.Contains([]string{"Ana", "Bob", "A", "B"}, text)
			if !own && !strings.Contains(text, "⟧") {
				t.Errorf("%q did not come through the words", text)
			}
		}
	}
	check()
	x.key(fyne.Key2)
	check()
	for _, size := range []fyne.Size{fyne.NewSize(1100, 760), fyne.NewSize(740, 580)} {
		x.Window().Resize(size)
		x.key(fyne.Key1)
		apptest.InWindow(t, x.Window(), x.page.Object(), "Ana", "Bob", x.Words().T("agenda.list"), x.Words().T("agenda.month"))
		x.key(fyne.Key2)
	}
}

func TestTheAgendaFollowsWhatIsWrittenElsewhereAndTheNextDay(t *testing.T) {
	x := newScreen(t)
	x.person("Ana", 2)
	x.show()
	x.seesNot("Bob")
	x.person("Bob", 2)
	x.sees("Bob")
	x.Day = sunday + 2
	x.page.Changed(data.Change{})
	x.sees("Tue 24 Nov", "today")
	x.key(fyne.Key2)
	x.sees("24, today")
}
