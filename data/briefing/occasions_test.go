package briefing_test

import (
	"fmt"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

// brought returns what the days from one on bring, one word an occasion: kind, day, years and text.
func brought(t testing.TB, s *store.Store, from data.Day, ahead int) string {
	t.Helper()
	all, err := briefing.Occasions(t.Context(), s, from, ahead)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, o := range all {
		if o.UUID == "" || o.Name == "" || (o.Move != nil) != (o.Kind == data.MoveAnniversary) {
			t.Errorf("incomplete: %+v", o)
		}
		said := fmt.Sprintf("%s %s %d", o.Kind, o.Day.String()[5:], o.Years)
		if o.InMonth {
			said += " month"
		}
		if o.Text != "" {
			said += " " + o.Text
		}
		list = append(list, said)
	}
	return strings.Join(list, "; ")
}

func TestADayBringsItsOccasions(t *testing.T) {
	yearly := datatest.Milestone
	for _, c := range []struct {
		name  string
		parts []datatest.Part
		day   data.Day
		ahead int
		want  string
	}{
		{"a birthday with its year", []datatest.Part{datatest.Birthday("1986-11-22")}, today, 0, "birthday 11-22 40"},
		{"a birthday without its year", []datatest.Part{datatest.Birthday("--11-22")}, today, 0, "birthday 11-22 0"},
		{"a birthday of which the month is known", []datatest.Part{datatest.Birthday("1986-11")}, today, 7, ""},
		{"a birthday of which the year is known", []datatest.Part{datatest.Birthday("1986")}, today, 7, ""},
		{"a birthday yesterday", []datatest.Part{datatest.Birthday("1986-11-21")}, today, 7, ""},
		{"a birthday in a week, asked for today", []datatest.Part{datatest.Birthday("1986-11-29")}, today, 0, ""},
		{"a birthday in a week", []datatest.Part{datatest.Birthday("1986-11-29")}, today, 7, "birthday 11-29 40"},
		{"a birthday in eight days", []datatest.Part{datatest.Birthday("1986-11-30")}, today, 7, ""},
		{"a birthday after New Year", []datatest.Part{datatest.Birthday("1986-01-02")}, data.NewDay(2026, 12, 28), 7, "birthday 01-02 41"},
		{"a birthday before New Year", []datatest.Part{datatest.Birthday("1986-12-30")}, data.NewDay(2026, 12, 28), 7, "birthday 12-30 40"},
		{"born on 29 February, in a year without it", []datatest.Part{datatest.Birthday("2000-02-29")}, data.NewDay(2026, 2, 28), 0, "birthday 02-28 26"},
		{"born on 29 February, in a year with it", []datatest.Part{datatest.Birthday("2000-02-29")}, data.NewDay(2028, 2, 28), 1, "birthday 02-29 28"},
		{"born on 29 February, in March", []datatest.Part{datatest.Birthday("2000-02-29")}, data.NewDay(2026, 3, 1), 7, ""},
		{"born today", []datatest.Part{datatest.Birthday("2026-11-22")}, today, 0, "birthday 11-22 0"},
		{"born next year", []datatest.Part{datatest.Birthday("2027-11-22")}, today, 0, ""},
		{"a whole year ahead", []datatest.Part{datatest.Birthday("1986-11-20")}, today, 364, "birthday 11-20 41"},

		{"a day of the user's own, every year", []datatest.Part{yearly("the marathon", "--11-24")}, today, 7, "own 11-24 0 the marathon"},
		{"a day of the user's own, once", []datatest.Part{datatest.Milestone("moves to Lisbon", "2026-11-24")}, today, 7, "own 11-24 0 moves to Lisbon"},
		{"a day of the user's own, once, a year ago", []datatest.Part{datatest.Milestone("moves to Lisbon", "2025-11-24")}, today, 7, ""},
		{"a day of the user's own, every year since one", []datatest.Part{since("the wedding", "2016-11-24")}, today, 7, "own 11-24 10 the wedding"},
		{"a day of the user's own, every year from the next on", []datatest.Part{since("the wedding", "2027-11-24")}, today, 7, ""},

		{"a year at work", []datatest.Part{datatest.Role("Zenith", "Engineer", "2025-11-24", "")}, today, 7, "work_anniversary 11-24 1 Zenith"},
		{"two years at work", []datatest.Part{datatest.Role("Zenith", "Engineer", "2024-11-24", "")}, today, 7, ""},
		{"two years at work, a friend", []datatest.Part{datatest.Role("Zenith", "Engineer", "2024-11-24", ""), datatest.Tie(data.Friend)}, today, 7, "work_anniversary 11-24 2 Zenith"},
		{"two years at work, with a rhythm", []datatest.Part{datatest.Role("Zenith", "Engineer", "2024-11-24", ""), datatest.Cadence(30, 40, "2026-11-01")}, today, 7, "work_anniversary 11-24 2 Zenith"},
		{"ten years at work", []datatest.Part{datatest.Role("Zenith", "Engineer", "2016-11-24", "")}, today, 7, "work_anniversary 11-24 10 Zenith"},
		{"five years, known to the month, in its first week", []datatest.Part{datatest.Role("Zenith", "Engineer", "2021-11", "")}, data.NewDay(2026, 11, 3), 0, "work_anniversary 11-03 5 month Zenith"},
		{"five years, known to the month, before it", []datatest.Part{datatest.Role("Zenith", "Engineer", "2021-11", "")}, data.NewDay(2026, 10, 28), 7, "work_anniversary 11-01 5 month Zenith"},
		{"five years, known to the month, later in it", []datatest.Part{datatest.Role("Zenith", "Engineer", "2021-11", "")}, today, 7, ""},
		{"five years, known to the year", []datatest.Part{datatest.Role("Zenith", "Engineer", "2021", "")}, data.NewDay(2026, 1, 1), 7, ""},
		{"five years at a job that is over", []datatest.Part{datatest.Role("Zenith", "Engineer", "2021-11-24", "2026-03")}, today, 7, ""},
		{"five years, in a second post there", []datatest.Part{datatest.Role("Zenith", "Engineer", "2021-11-24", "2024-06"), datatest.Role("Zenith", "Staff Engineer", "2024-07", "")}, today, 7, "work_anniversary 11-24 5 Zenith"},
		{"five years in a second post there", []datatest.Part{datatest.Role("Zenith", "Engineer", "2016-02-01", "2021-11"), datatest.Role("Zenith", "Staff Engineer", "2021-11-24", "")}, today, 7, ""},
		{"five years since coming back", []datatest.Part{datatest.Role("Zenith", "Engineer", "2012-02-01", "2014-11"), datatest.Role("Zenith", "Staff Engineer", "2021-11-24", "")}, today, 7, "work_anniversary 11-24 5 Zenith"},
		{"two jobs at once", []datatest.Part{datatest.Role("Zenith", "Engineer", "2021-11-24", ""), datatest.Role("Orbita", "Advisor", "2016-11-23", "")}, today, 7, "work_anniversary 11-23 10 Orbita; work_anniversary 11-24 5 Zenith"},
		{"began this week", []datatest.Part{datatest.Role("Zenith", "Engineer", "2026-11-22", "")}, today, 7, ""},

		{"all at once", []datatest.Part{yearly("the marathon", "--11-24"), datatest.Birthday("--11-24"), datatest.Role("Zenith", "Engineer", "2021-11-24", "")}, today, 7,
			"birthday 11-24 0; work_anniversary 11-24 5 Zenith; own 11-24 0 the marathon"},
		{"paused until tomorrow", []datatest.Part{datatest.Birthday("1986-11-24"), paused(today + 1)}, today, 7, ""},
		{"paused until today", []datatest.Part{datatest.Birthday("1986-11-24"), paused(today)}, today, 7, "birthday 11-24 40"},
		{"not to be contacted", []datatest.Part{datatest.Birthday("1986-11-24"), datatest.Boundary(data.Boundary{NoContact: true})}, today, 7, ""},
		{"with other boundaries", []datatest.Part{datatest.Birthday("1986-11-24"), datatest.Boundary(data.Boundary{Avoid: []string{"age"}})}, today, 7, "birthday 11-24 40"},
	} {
		s := datatest.Open(t)
		datatest.Me(t, s, datatest.Birthday("1980-11-22"), datatest.Role("Brightwater", "Engineer", "2016-11-24", ""))
		datatest.Person(t, s, "Ana", c.parts...)
		if got := brought(t, s, c.day, c.ahead); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// since is a day of the user's own that comes every year, though its year is known.
func since(text, on string) datatest.Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		return tx.SaveMilestone(&data.Milestone{Person: id, Text: text, On: datatest.Partial(t, on), Yearly: true})
	}
}

func TestAMoveThatBroughtThemThereIsToldOnce(t *testing.T) {
	n := newNetwork(t)
	id := n.person("Rosa", datatest.Role("Orbita", "Engineer", "2012-01-01", "2021-11-23"), datatest.Role("Zenith", "Engineer", "2021-11-24", ""))
	n.refresh()
	if got := brought(t, n.Store, today, 7); got != "work_anniversary 11-24 5 Zenith" {
		t.Errorf("before the move is confirmed: %q", got)
	}
	n.judge(data.MoveConfirmed, id)
	if got := brought(t, n.Store, today, 7); got != "moved 11-24 5" {
		t.Errorf("after it is confirmed: %q", got)
	}
}

func TestEveryDayOfAYearIsToldWhenItComes(t *testing.T) {
	s := datatest.Open(t)
	first := data.NewDay(2027, 12, 1)
	for d := first; d < first+500; d++ {
		datatest.Person(t, s, d.String(), datatest.Birthday("--"+d.String()[5:]))
	}
	for _, ahead := range []int{0, 1, 7, 40} {
		for d := first; d < first+400; d += 3 {
			all, err := briefing.Occasions(t.Context(), s, d, ahead)
			if err != nil {
				t.Fatal(err)
			}
			days := map[data.Day]bool{}
			for _, o := range all {
				days[o.Day] = true
				if o.Day < d || o.Day > d+data.Day(ahead) {
					t.Errorf("%v, %d days ahead, tells of %v", d, ahead, o.Day)
				}
			}
			if len(days) != ahead+1 {
				t.Errorf("%v, %d days ahead: %d days have a birthday", d, ahead, len(days))
			}
		}
	}
}

// Of the ten thousand every fifth has a birthday, every second a dated job and every twentieth a day of its own.
func BenchmarkTheOccasionsOfTenThousandPeople(b *testing.B) {
	s := datatest.Open(b)
	people := make([]store.Imported, 10_000)
	for i := range people {
		people[i].Name = fmt.Sprint("Person ", i)
	}
	datatest.Write(b, s, func(tx *store.Tx) error {
		if err := tx.AddImported(people); err != nil {
			return err
		}
		employer, err := datatest.Organisation(tx, "Zenith")
		if err != nil {
			return err
		}
		var roles []data.Role
		for i, p := range people {
			began := data.NewDay(2010, 1, 1) + data.Day(i%5000)
			job := data.Role{Person: p.ID, Organisation: employer, Employer: "Zenith", Title: "Engineer", Source: data.Stated, Current: true}
			if i%2 == 0 {
				job.From = data.Whole(began)
			}
			roles = append(roles, job)
			if i%5 == 0 {
				err = tx.SavePerson(&data.Person{ID: p.ID, Name: p.Name, Birthday: data.Whole(began)})
			}
			if err == nil && i%20 == 0 {
				err = tx.SaveMilestone(&data.Milestone{Person: p.ID, Text: "a day", On: data.Whole(began), Yearly: true})
			}
			if err != nil {
				return err
			}
		}
		return tx.AddRoles(roles)
	})
	for b.Loop() {
		all, err := briefing.Occasions(b.Context(), s, today, 7)
		if err != nil || len(all) < 50 {
			b.Fatalf("%d occasions, %v", len(all), err)
		}
	}
}
