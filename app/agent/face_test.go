package agent

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"peerage/app/instance"
	"peerage/app/wordstest"
	"peerage/assets"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

var today = data.NewDay(2026, 11, 23)

// faceOf returns what the tray shows of a store.
func faceOf(t *testing.T, s *store.Store, p data.Preferences) *face {
	t.Helper()
	f, err := compose(t.Context(), s, wordstest.English(t), p, today)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func labels(f *face) []string {
	var all []string
	for _, e := range f.due {
		if e != (entry{}) {
			all = append(all, e.label)
		}
	}
	return all
}

// due adds somebody who is due since twenty days.
func due(t *testing.T, s *store.Store, name string, parts ...datatest.Part) data.ID {
	t.Helper()
	return datatest.Person(t, s, name, append(parts, datatest.Cadence(30, 60, "2026-10-01"), datatest.Interaction(data.Coffee, "2026-10-04", ""))...)
}

func TestTheMenuNamesWhatIsDueWithItsReason(t *testing.T) {
	s := datatest.Open(t)
	p := data.DefaultPreferences()
	f := faceOf(t, s, p)
	if f.count != 0 || f.heading != "Nothing waits today" || len(labels(f)) > 0 || f.more != "" || f.pause != "Pause reminders until tomorrow" {
		t.Errorf("with nothing due: %+v", f)
	}
	ana := due(t, s, "Ana Souza")
	datatest.Person(t, s, "Raj Patel", datatest.Promise(data.Mine, "introduce her to Kim", "2026-11-14", "2026-11-22"),
		datatest.Promise(data.Theirs, "send the slides", "2026-11-14", "2026-11-25"))
	mei := datatest.Person(t, s, "Mei Lin", datatest.Cadence(30, 60, "2026-11-20"))
	datatest.Write(t, s, func(tx *store.Tx) error {
		c := data.Cadence{Person: mei, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Set: today - 3}
		c.Appoint(data.Appointment{Day: today, At: 15 * 60, Made: today - 1})
		return tx.SaveCadence(c)
	})
	f = faceOf(t, s, p)
	got := labels(f)
	slices.Sort(got)
	if want := []string{"Ana Souza · 20 days over", "Mei Lin · today at 15:00", "Raj Patel · your promise, due yesterday"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if f.count != 3 || f.tooltip != "Peerage: 3 things wait today" || f.heading != "3 things wait today" {
		t.Errorf("%+v", f)
	}
	who, err := s.Person(t.Context(), ana)
	if err != nil {
		t.Fatal(err)
	}
	if i := slices.Index(labels(f), "Ana Souza · 20 days over"); f.due[i].link != instance.Person(who.UUID) {
		t.Errorf("it leads to %v", f.due[i].link)
	}
}

func TestTheMenuHasRoomForEightAndCountsTheRest(t *testing.T) {
	s := datatest.Open(t)
	for i := range 11 {
		due(t, s, fmt.Sprintf("Person %d", i))
	}
	p := data.DefaultPreferences()
	p.PerDay = 50
	if f := faceOf(t, s, p); f.count != 11 || len(labels(f)) != 8 || f.more != "And 3 more" {
		t.Errorf("%+v", f)
	}
}

func TestWhoIsToBeHiddenIsNotNamed(t *testing.T) {
	s := datatest.Open(t)
	due(t, s, "Ana Souza")
	due(t, s, "Raj Patel", datatest.Confidant())
	p := data.DefaultPreferences()
	said := strings.Join(labels(faceOf(t, s, p)), "\n")
	if strings.Contains(said, "Raj") || !strings.Contains(said, "Someone private · ") || !strings.Contains(said, "Ana Souza") {
		t.Errorf("a confidant among others: %q", said)
	}
	p.HideNames = true
	said = strings.Join(labels(faceOf(t, s, p)), "\n")
	if strings.Contains(said, "Ana") || !strings.Contains(said, "AS · ") {
		t.Errorf("with names hidden: %q", said)
	}
}

func TestThePauseFollowsTheSettings(t *testing.T) {
	s := datatest.Open(t)
	p := data.DefaultPreferences()
	p.Rest = today + 1
	if f := faceOf(t, s, p); !f.resting || f.pause != "Resume reminders" {
		t.Errorf("at rest: %+v", f)
	}
	p.Rest = today
	if f := faceOf(t, s, p); f.resting || f.pause != "Pause reminders until tomorrow" {
		t.Errorf("after the rest: %+v", f)
	}
	p.Remind = false
	if f := faceOf(t, s, p); f.pause != "" {
		t.Errorf("without reminders: %+v", f)
	}
}

func TestNamesOfStrangersAreLinesOfAMenu(t *testing.T) {
	for _, name := range []string{
		"$(calc)", `"; calc`, "<b>Ana</b>", "_Ana__Souza_", "&Ana && Co", "Ana\tCtrl+Q", "A\r\nB", "-", "a\x00b", "\xff\xfe", "\u202Egnp.exe", "\u2067x",
		strings.Repeat("long ", 200), strings.Repeat("李", 200), "\u200b", "مريم", "👩‍👩‍👧 Ana",
	} {
		s := datatest.Open(t)
		due(t, s, name)
		for _, line := range labels(faceOf(t, s, data.DefaultPreferences())) {
			for _, goos := range []string{"linux", "windows", "darwin"} {
				shown := label(goos, line)
				if !utf8.ValidString(shown) || utf8.RuneCountInString(line) > longestLine+1 || !strings.Contains(shown, " · ") ||
					strings.ContainsFunc(shown, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
					t.Errorf("%s: %q is shown as %q", goos, name, shown)
				}
			}
			if linux := strings.ReplaceAll(label("linux", line), "__", ""); strings.Contains(linux, "_") {
				t.Errorf("%q has the mark of a key", linux)
			}
			if windows := strings.ReplaceAll(label("windows", line), "&&", ""); strings.Contains(windows, "&") {
				t.Errorf("%q has the mark of a key", windows)
			}
		}
	}
}

func TestTheIconShowsTheCount(t *testing.T) {
	for count, want := range map[int]string{-1: "tray.png", 0: "tray.png", 1: "tray-1.png", 9: "tray-9.png", 10: "tray-many.png", 999: "tray-many.png"} {
		got := iconFor(count)
		if got != want {
			t.Errorf("%d: %s", count, got)
		}
		if _, err := assets.Icons().Open(got); err != nil {
			t.Error(err)
		}
	}
}
