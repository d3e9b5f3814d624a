package sample_test

import (
	"testing"

	"peerage/data"
	"peerage/data/sample"
)

// rhythm is the person's own, or that of the one circle that sets one.
func rhythm(t *testing.T, n *sample.Network, m *sample.Member) data.Rhythm {
	t.Helper()
	if m.Rhythm != (data.Rhythm{}) {
		return m.Rhythm
	}
	var found data.Rhythm
	for _, c := range n.Circles {
		for _, name := range m.Circles {
			if name == c.Name && c.Rhythm.Ideal > 0 {
				if found.Ideal > 0 {
					t.Errorf("two circles set a rhythm for %s", m.Person.Name)
				}
				found = c.Rhythm
			}
		}
	}
	return found
}

func lastContact(n *sample.Network) []data.Day {
	last := make([]data.Day, len(n.People))
	for _, in := range n.Interactions {
		for _, m := range in.Members {
			last[m] = max(last[m], in.Day)
		}
	}
	return last
}

func TestAFewPeopleAreDueOnAnyDay(t *testing.T) {
	for _, today := range days() {
		n := load(t, today)
		last := lastContact(n)
		cadences, due, overdue, week, held := 0, 0, 0, 0, 0
		for i := range n.People {
			m := &n.People[i]
			r := rhythm(t, n, m)
			if r.Ideal == 0 {
				continue
			}
			cadences++
			if last[i] == 0 {
				t.Errorf("%s has a rhythm and was never met", m.Person.Name)
			}
			next := last[i] + data.Day(r.Ideal)
			switch {
			case m.Person.PausedUntil > today || m.Snoozed > today:
				held++
			case next <= today:
				due++
				if last[i]+data.Day(r.Longest) < today {
					overdue++
				}
			case next <= today+7:
				week++
			}
		}
		if cadences < 42 || cadences > 50 {
			t.Errorf("%v: %d people have a rhythm, want about 45", today, cadences)
		}
		if due < 3 || due > 6 || overdue < 1 || overdue >= due {
			t.Errorf("%v: %d due, %d of them overdue", today, due, overdue)
		}
		if week < 5 || week > 12 || held != 2 {
			t.Errorf("%v: %d more within a week, %d held back", today, week, held)
		}
	}
}

func TestSomeDetailsAreToBeAskedAboutNow(t *testing.T) {
	for _, today := range days() {
		now, soon := 0, 0
		for _, m := range load(t, today).People {
			for _, d := range m.Details {
				switch {
				case d.AskOn == 0:
				case d.AskOn <= today:
					now++
				case d.AskOn <= today+7:
					soon++
				}
			}
		}
		if now < 3 || now > 6 || soon < 6 {
			t.Errorf("%v: %d details to ask about now, %d within a week", today, now, soon)
		}
	}
}

func TestManyPeopleWorkedWithMeOrWhereIDid(t *testing.T) {
	for _, today := range days() {
		n := load(t, today)
		together, elsewhen := 0, 0
		for _, m := range n.People {
			shared, met := false, false
			for i := range m.Roles {
				for j := range n.MyRoles {
					theirs, mine := &m.Roles[i], &n.MyRoles[j]
					if theirs.Employer == mine.Employer {
						shared = true
						met = met || theirs.From.Latest() <= end(mine, today) && mine.From.Latest() <= end(theirs, today)
					}
				}
			}
			switch {
			case met:
				together++
			case shared:
				elsewhen++
			}
		}
		if together < 40 || together > 55 || elsewhen < 20 || elsewhen > 30 {
			t.Errorf("%v: %d people worked with me, %d where I did at other times", today, together, elsewhen)
		}
	}
}

// end is the earliest day on which the role may have ended.
func end(r *data.Role, today data.Day) data.Day {
	if r.Current {
		return today
	}
	return r.To.Earliest()
}

func TestInteractionsAreSpreadOverThreeYears(t *testing.T) {
	n := load(t, aDay)
	perYear := map[data.Day]int{}
	for i, in := range n.Interactions {
		perYear[(aDay-in.Day)/365]++
		if i > 0 && in.Day < n.Interactions[i-1].Day {
			t.Errorf("%q comes after what happened later", in.Text)
		}
	}
	if len(n.Interactions) < 150 || perYear[0] < 50 || perYear[1] < 30 || perYear[2] < 20 {
		t.Errorf("%d interactions, by years ago %v", len(n.Interactions), perYear)
	}
}
