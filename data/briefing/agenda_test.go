package briefing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/cadence"
	"peerage/data/datatest"
	"peerage/data/store"
)

// sixWeeks is the span of an agenda from today on, whose weeks begin on Monday.
func sixWeeks(today data.Day) briefing.Span {
	return briefing.Span{Today: today, Until: today + 41, WeekBegins: time.Monday}
}

func loadAgenda(t testing.TB, s *store.Store, p data.Preferences) *briefing.Agenda {
	t.Helper()
	a, err := briefing.LoadAgenda(t.Context(), s, p, sixWeeks(today))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// appointed puts the next check-in on a day.
func appointed(on string, at int) datatest.Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		c, err := tx.Cadence(id)
		if err != nil {
			return err
		}
		c.Appoint(data.Appointment{Day: datatest.Day(t, on), At: at, Made: today})
		return tx.SaveCadence(c)
	}
}

// told lists what stands on a day.
func told(items []briefing.Item) []string {
	var list []string
	for _, i := range items {
		switch {
		case i.CheckIn != nil:
			list = append(list, fmt.Sprint(i.Name, " ", i.Shift))
		case i.Promise != nil:
			list = append(list, i.Name+": "+i.Promise.What)
		default:
			list = append(list, fmt.Sprint(i.Name, " ", i.Occasion.Kind))
		}
	}
	return list
}

func TestTheAgendaHoldsCheckInsPromisesAndOccasionsByDay(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-10-26", ""), datatest.Birthday("1980-11-25"))
	datatest.Person(t, s, "Bob", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-10-26", ""), appointed("2026-11-25", 15*60))
	datatest.Person(t, s, "Cem", datatest.Promise(data.Mine, "the slides", "2026-11-01", "2026-11-25"), datatest.Promise(data.Theirs, "a word", "2026-11-01", "2026-11-20"))
	datatest.Person(t, s, "Dee", datatest.Cadence(300, 600, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-10-26", ""))
	a := loadAgenda(t, s, data.DefaultPreferences())
	if got := told(a.Day(datatest.Day(t, "2026-11-25")).Items); !slices.Equal(got, []string{"Bob appointed", "Ana ", "Cem: the slides", "Ana birthday"}) {
		t.Errorf("%q", got)
	}
	if got := told(a.Overdue); !slices.Equal(got, []string{"Cem: a word"}) {
		t.Errorf("overdue: %q", got)
	}
	if a.Beyond != 1 || a.Rhythms != 3 || len(a.Weeks) != 7 || a.Weeks[0].First != today || a.Weeks[0].Last != today || a.Weeks[1].Last != today+7 || a.Weeks[1].CheckIns != 2 {
		t.Errorf("%+v", a)
	}
	if a.Day(today-1) != nil || a.Day(a.Until+1) != nil || a.Day(a.Until).Day != a.Until {
		t.Error("days outside the span are in it, or the last is not")
	}
}

func TestWhatTheCapMovesSaysSoAndFullDaysAreMarked(t *testing.T) {
	s := datatest.Open(t)
	p := data.DefaultPreferences()
	p.PerDay, p.PerWeek = 2, 3
	for i := range 5 {
		datatest.Person(t, s, fmt.Sprint("Person ", i), datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-10-26", ""))
	}
	a := loadAgenda(t, s, p)
	wednesday, thursday, friday := a.Day(today+3), a.Day(today+4), a.Day(today+5)
	if !wednesday.Full() || wednesday.Over() != 0 || !thursday.Full() || friday.Full() || len(friday.Items) != 1 {
		t.Errorf("%+v %+v %+v", wednesday, thursday, friday)
	}
	if got := told(slices.Concat(wednesday.Items, thursday.Items, friday.Items)); !slices.Equal(got, []string{"Person 0 ", "Person 1 ", "Person 2 crowded", "Person 3 crowded", "Person 4 crowded"}) {
		t.Errorf("%q", got)
	}
	if week := a.Weeks[1]; week.CheckIns != 5 || week.Given != 3 || !week.Over() {
		t.Errorf("%+v", week)
	}
}

func TestWhatWaitsForTodaysRoomIsOverdueAndKeepsItsPlace(t *testing.T) {
	s := datatest.Open(t)
	p := data.DefaultPreferences()
	p.PerDay = 1
	for i := range 3 {
		datatest.Person(t, s, fmt.Sprint("Person ", i), datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, fmt.Sprint("2026-10-1", i), ""))
	}
	a := loadAgenda(t, s, p)
	if got := told(a.Overdue); !slices.Equal(got, []string{"Person 1 crowded", "Person 2 crowded"}) {
		t.Errorf("%q", got)
	}
	if day := a.Day(today + 1); day.CheckIns != 1 || day.Waiting != 1 || !day.Full() || len(day.Items) != 0 {
		t.Errorf("%+v", day)
	}
}

func TestADayThatTheUserKeepsFreeMovesWhatIsDueOnIt(t *testing.T) {
	s := datatest.Open(t)
	p := data.DefaultPreferences()
	p.Weekdays = [7]bool{time.Monday: true, time.Wednesday: true}
	datatest.Person(t, s, "Ana", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-10-25", ""))
	a := loadAgenda(t, s, p)
	if got := told(a.Day(today + 3).Items); !slices.Equal(got, []string{"Ana off_day"}) {
		t.Errorf("%q", got)
	}
	if day := a.Day(today + 2); day.Given || day.Places != 0 || day.Full() {
		t.Errorf("%+v", day)
	}
}

// An agenda of anything holds each check-in once, none on a day beyond its places but for those that the user
// put there, and says of each that was moved that it was.
func TestTheAgendaHoldsEachCheckInOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range 300 {
		p := data.DefaultPreferences()
		p.PerDay = 1 + random.IntN(4)
		for d := range p.Weekdays {
			p.Weekdays[d] = random.IntN(3) > 0
		}
		p.Weekdays[random.IntN(7)] = true
		var entries []cadence.Entry
		for id := data.ID(2); id < data.ID(2+random.IntN(60)); id++ {
			ideal := 5 + random.IntN(60)
			e := cadence.Entry{Person: id, Rhythm: data.Rhythm{Ideal: ideal, Longest: ideal + random.IntN(30)}, Set: today - 100, Last: today - data.Day(1+random.IntN(90))}
			if random.IntN(4) == 0 {
				e.Appointment = data.Appointment{Day: today - 5 + data.Day(random.IntN(50)), At: random.IntN(24*60+1) - 1, Made: today}
			}
			entries = append(entries, e)
		}
		plan := cadence.Plan(entries, cadence.Settings{PerDay: p.PerDay, PerWeek: p.PerWeek, Weekdays: p.Weekdays}, today)
		var checkIns []briefing.Planned
		for _, c := range plan.CheckIns {
			checkIns = append(checkIns, briefing.Planned{CheckIn: c, Name: fmt.Sprint(c.Person)})
		}
		span := sixWeeks(today)
		span.WeekBegins = time.Weekday(random.IntN(7))
		consistent(t, briefing.Outlook{CheckIns: checkIns, Preferences: p, Span: span}.LayOut(), checkIns, p)
	}
}

func consistent(t *testing.T, a *briefing.Agenda, checkIns []briefing.Planned, p data.Preferences) {
	t.Helper()
	seen := map[data.ID]int{}
	shifted := func(i briefing.Item) {
		seen[i.Person]++
		c := i.CheckIn
		if moved := i.Shift == data.Crowded || i.Shift == data.OffDay; moved == (c.Due == max(c.Natural, today)) || c.Agreed != (i.Shift == data.Appointed) {
			t.Errorf("%+v is said to be %q", c, i.Shift)
		}
	}
	for _, i := range a.Overdue {
		shifted(i)
	}
	for next, w := today, 0; w < len(a.Weeks); w++ {
		week, sum := a.Weeks[w], 0
		for _, d := range week.Days {
			if d.Day != next || d.Day > week.Last || d.Day < week.First {
				t.Errorf("%s comes after %s", d.Day, next-1)
			}
			next++
			forced := 0
			for _, i := range d.Items {
				shifted(i)
				if i.Day != d.Day {
					t.Errorf("%s stands on %s", i.Day, d.Day)
				}
				if i.CheckIn.Agreed {
					forced++
				}
			}
			if len(d.Items)+d.Waiting != d.CheckIns || d.CheckIns > max(d.Places, forced) || d.Over() > forced {
				t.Errorf("%s has %d check-ins and %d places, %d of them forced", d.Day, d.CheckIns, d.Places, forced)
			}
			sum += d.CheckIns
		}
		if sum != week.CheckIns || len(week.Days) > 7 {
			t.Errorf("%+v", week)
		}
	}
	for _, c := range checkIns {
		want := 1
		if c.Due > a.Until && c.Natural > today {
			want = 0
		}
		if seen[c.Person] != want {
			t.Errorf("%+v stands in the agenda %d times", c, seen[c.Person])
		}
		seen[c.Person] = 0
	}
}

func TestTodayPutsThoseWithAnHourFirst(t *testing.T) {
	s := datatest.Open(t)
	for _, who := range []struct {
		name string
		last string
		at   int
	}{{"Ana", "2026-09-01", data.Never}, {"Bob", "2026-10-01", 15 * 60}, {"Cem", "2026-10-02", 9 * 60}} {
		parts := []datatest.Part{datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, who.last, "")}
		if who.at >= 0 {
			parts = append(parts, appointed(today.String(), who.at))
		}
		datatest.Person(t, s, who.name, parts...)
	}
	day, err := briefing.Today(t.Context(), s, data.DefaultPreferences(), today)
	if err != nil || len(day.Reach) != 3 || day.Reach[0].Name != "Cem" || day.Reach[1].Name != "Bob" || day.Reach[2].Name != "Ana" || day.Reach[1].At != 15*60 {
		t.Errorf("%+v, %v", day.Reach, err)
	}
}

// BenchmarkAgenda10000 is what the agenda of six weeks costs among 10,000 people.
func BenchmarkAgenda10000(b *testing.B) {
	s := datatest.Open(b)
	multitude{people: 10_000, rhythms: 3_000, promises: 2_000, opportunities: 10, interactions: 20_000}.fill(b, s, today)
	ctx, p := b.Context(), data.DefaultPreferences()
	for b.Loop() {
		if a, err := briefing.LoadAgenda(ctx, s, p, sixWeeks(today)); err != nil || a.Rhythms != 3_000 || len(a.Overdue) == 0 {
			b.Fatal(err)
		}
	}
}
