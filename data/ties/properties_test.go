package ties

import (
	"math/rand"
	"slices"
	"testing"
	"time"

	"peerage/data"
)

// truth is one role as it really was.
type truth struct {
	organisation data.ID
	from, to     data.Day // both included; to is after today for a role that lasts
	standing     data.Standing
}

// A history lies between 2000 and today, with roles that follow each other at once or after months.
func history(r *rand.Rand, today data.Day) []truth {
	var all []truth
	for from := data.NewDay(2000+r.Intn(20), time.Month(1+r.Intn(12)), 1+r.Intn(28)); from <= today && len(all) < 4; {
		to := from + data.Day(r.Intn(1800))
		all = append(all, truth{data.ID(1 + r.Intn(2)), from, to, standing(r)})
		if from = to + 1; r.Intn(2) == 0 {
			from += 100 + data.Day(r.Intn(600))
		}
	}
	return all
}

func standing(r *rand.Rand) data.Standing {
	return data.Standing{
		Track: []data.Track{data.Individual, data.Individual, data.Management}[r.Intn(3)],
		Level: data.Levels[2+r.Intn(4)],
		Field: []data.Field{"engineering", "sales"}[r.Intn(2)],
	}
}

// read is what a title might tell of a standing.
func read(r *rand.Rand, s data.Standing) data.Standing {
	if r.Intn(4) == 0 {
		s.Track = data.UnknownTrack
	}
	if r.Intn(4) == 0 {
		s.Level = data.UnknownLevel
	}
	if r.Intn(4) == 0 {
		s.Field = data.UnknownField
	}
	if r.Intn(8) == 0 {
		return data.Standing{}
	}
	return s
}

// told is what somebody might know of a role, all of it true.
func told(r *rand.Rand, as truth, id data.ID, today data.Day) data.Role {
	role := data.Role{ID: id, Person: id / 10, Organisation: as.organisation, Current: as.to > today && r.Intn(4) > 0}
	role.From = blur(data.Whole(as.from), r.Intn(4))
	if as.to <= today {
		role.To = blur(data.Whole(as.to), r.Intn(4))
	}
	if span := min(as.to, today) - as.from; r.Intn(2) == 0 {
		a, b := as.from+data.Day(r.Intn(int(span)+1)), as.from+data.Day(r.Intn(int(span)+1))
		role.FirstSeen, role.LastSeen = min(a, b), max(a, b)
		if past := int(today - as.to); past > 0 && r.Intn(2) == 0 {
			role.Gone = as.to + 1 + data.Day(r.Intn(past))
		}
	}
	role.Standing = read(r, as.standing)
	return role
}

// blur takes parts of the day away: none, the day, the month too, everything.
func blur(p data.PartialDay, parts int) data.PartialDay {
	switch parts {
	case 0:
		return p
	case 1:
		return data.PartialDay{Year: p.Year, Month: p.Month}
	case 2:
		return data.PartialDay{Year: p.Year}
	}
	return data.PartialDay{}
}

func tell(r *rand.Rand, h []truth, person data.ID, today data.Day) []data.Role {
	var roles []data.Role
	for i, as := range h {
		roles = append(roles, told(r, as, 10*person+data.ID(i), today))
	}
	// On the day on which a source names a role no more, it names the one that is held.
	for i := range roles {
		for j := range roles {
			if gone := roles[i].Gone; h[j].from <= gone && gone <= h[j].to && roles[j].FirstSeen > gone {
				roles[j].FirstSeen = gone
			}
		}
	}
	return roles
}

// meetings calls check with what is known of many pairs of histories.
func meetings(check func(r *rand.Rand, mine, theirs []truth, me, them Career, today data.Day)) {
	r := rand.New(rand.NewSource(1))
	for range 20_000 {
		today := data.NewDay(2026, 1, 1) + data.Day(r.Intn(365))
		mine, theirs := history(r, today), history(r, today)
		me, them := Career{Roles: tell(r, mine, 1, today)}, Career{Roles: tell(r, theirs, 2, today)}
		if r.Intn(2) == 0 {
			them.Connected = today - data.Day(r.Intn(9000))
		}
		check(r, mine, theirs, me, them, today)
	}
}

func TestNothingIsCertainWithoutProof(t *testing.T) {
	seen := map[data.TieKind]int{}
	meetings(func(_ *rand.Rand, mine, theirs []truth, me, them Career, today data.Day) {
		for _, tie := range Derive(me, them, today) {
			a, b := mine[tie.Mine-10], theirs[tie.Theirs-20]
			together := max(a.from, b.from) <= min(a.to, b.to, today)
			if tie.Sure == data.Certain {
				seen[tie.Kind]++
				if met := tie.Kind == data.Coworker || tie.Kind == data.Peer; together != met && tie.Kind != data.Colleague {
					t.Fatalf("%+v\nbut it was %+v, %+v\nfrom %+v\nand %+v", tie, a, b, me, them)
				}
			}
			if tie.Current && (tie.Sure != data.Certain || tie.Kind == data.Alumni) && !tie.ByProfession() {
				t.Fatalf("current without proof: %+v", tie)
			}
			if most := trueMonths(mine, theirs, a.organisation, today); tie.Months > most {
				t.Fatalf("%d months proven of %d: %+v\nfrom %+v\nand %+v", tie.Months, most, tie, me, them)
			}
		}
	})
	if seen[data.Coworker] < 1000 || seen[data.Alumni] < 1000 || seen[data.Colleague] < 1000 || seen[data.Peer] < 500 {
		t.Errorf("too few certain ties to say anything: %v", seen)
	}
}

// trueMonths counts the months in which both were at the organisation, rounded up.
func trueMonths(mine, theirs []truth, organisation data.ID, today data.Day) int {
	days := 0
	for _, a := range mine {
		for _, b := range theirs {
			if a.organisation == organisation && b.organisation == organisation {
				days += max(0, int(min(a.to, b.to, today)-max(a.from, b.from)+1))
			}
		}
	}
	return days/28 + 1
}

func TestTheOrderOfRolesDoesNotMatter(t *testing.T) {
	meetings(func(r *rand.Rand, _, _ []truth, me, them Career, today data.Day) {
		want := Derive(me, them, today)
		r.Shuffle(len(me.Roles), func(i, j int) { me.Roles[i], me.Roles[j] = me.Roles[j], me.Roles[i] })
		r.Shuffle(len(them.Roles), func(i, j int) { them.Roles[i], them.Roles[j] = them.Roles[j], them.Roles[i] })
		if got := Derive(me, them, today); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", says(got), says(want))
		}
	})
}

func TestLivingLaterShiftsTheDaysOnly(t *testing.T) {
	const years = 400 // after which the calendar repeats
	move := func(p *data.PartialDay) {
		if p.Year != 0 {
			p.Year += years
		}
	}
	const days data.Day = 146_097
	moveRoles := func(roles []data.Role) {
		for i := range roles {
			move(&roles[i].From)
			move(&roles[i].To)
			if roles[i].FirstSeen != 0 {
				roles[i].FirstSeen += days
				roles[i].LastSeen += days
			}
			if roles[i].Gone != 0 {
				roles[i].Gone += days
			}
		}
	}
	meetings(func(_ *rand.Rand, _, _ []truth, me, them Career, today data.Day) {
		want := Derive(me, them, today)
		for i := range want {
			move(&want[i].Since)
			move(&want[i].Until)
		}
		moveRoles(me.Roles)
		moveRoles(them.Roles)
		if them.Connected != 0 {
			them.Connected += days
		}
		if got := Derive(me, them, today+days); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", says(got), says(want))
		}
	})
}

func TestKnowingLessNeverMakesSurer(t *testing.T) {
	meetings(func(r *rand.Rand, _, _ []truth, me, them Career, today data.Day) {
		them.Connected = 0 // a wider time of mine has room for a connection that was outside
		certain := func() (certain []data.Tie) {
			for _, tie := range Derive(me, them, today) {
				if tie.Sure == data.Certain {
					i := slices.IndexFunc(them.Roles, func(r data.Role) bool { return r.ID == tie.Theirs })
					certain = append(certain, data.Tie{Kind: tie.Kind, ID: them.Roles[i].Organisation})
				}
			}
			return certain
		}
		single := func() rank {
			ties := Derive(Career{Roles: me.Roles[:1]}, Career{Roles: them.Roles[:1]}, today)
			if len(ties) == 0 || ties[0].ByProfession() {
				return -1
			}
			return rankOf(ties[0].Sure)
		}
		before, of := certain(), single()
		roles := them.Roles
		if r.Intn(2) == 0 {
			roles = me.Roles
		}
		role := &roles[r.Intn(len(roles))]
		if r.Intn(2) == 0 {
			role.From = blur(role.From, 1+r.Intn(3))
		} else {
			role.To, role.Gone = blur(role.To, 1+r.Intn(3)), 0 // which a known end had made void
		}
		for _, tie := range certain() {
			if !slices.Contains(before, tie) {
				t.Fatalf("%s at %d became certain\nfrom %+v\nand %+v", tie.Kind, tie.ID, me, them)
			}
		}
		if is := single(); is > of {
			t.Fatalf("the first two roles were %d sure and are %d\nfrom %+v\nand %+v", of, is, me, them)
		}
	})
}

// seenOn is what files show that were read on some of the days of a history: the roles that they named, and
// the days on which they named them no more.
func seenOn(h []truth, days []data.Day, person data.ID) []data.Role {
	var roles []data.Role
	last := -1
	for _, day := range days {
		at := slices.IndexFunc(h, func(as truth) bool { return as.from <= day && day <= as.to })
		switch {
		case at >= 0 && at == last:
			roles[len(roles)-1].LastSeen = day
			continue
		case last >= 0:
			roles[len(roles)-1].Current, roles[len(roles)-1].Gone = false, day
		}
		if last = at; at >= 0 {
			roles = append(roles, data.Role{ID: 10*person + data.ID(at), Person: person, Organisation: h[at].organisation,
				FirstSeen: day, LastSeen: day, Current: true, Standing: h[at].standing})
		}
	}
	return roles
}

func TestWhatFilesShowIsNeverWronglyCertain(t *testing.T) {
	seen := map[data.TieKind]int{}
	meetings(func(r *rand.Rand, mine, theirs []truth, me, them Career, today data.Day) {
		days := []data.Day{today} // for a role that no later file gives up is taken to go on
		for range r.Intn(6) {
			days = append(days, today-data.Day(r.Intn(9000)))
		}
		slices.Sort(days)
		them.Roles = seenOn(theirs, slices.Compact(days), 2)
		for _, tie := range Derive(me, them, today) {
			a, b := mine[tie.Mine-10], theirs[tie.Theirs-20]
			if tie.Sure != data.Certain || tie.Kind == data.Colleague {
				continue
			}
			seen[tie.Kind]++
			if together := max(a.from, b.from) <= min(a.to, b.to, today); together == (tie.Kind == data.Alumni) {
				t.Fatalf("%+v\nbut it was %+v, %+v\nfrom %+v\nand %+v", tie, a, b, me, them)
			}
		}
	})
	if seen[data.Coworker] < 1000 || seen[data.Alumni] < 1000 {
		t.Errorf("too few certain ties to say anything: %v", seen)
	}
}

func TestSwappingThePeopleSwapsTheRoles(t *testing.T) {
	meetings(func(_ *rand.Rand, _, _ []truth, me, them Career, today data.Day) {
		them.Connected = 0 // it speaks of my time there, and is the one rule with two sides
		want := Derive(me, them, today)
		got := Derive(them, me, today)
		for i := range got {
			got[i].Mine, got[i].Theirs, got[i].Person = got[i].Theirs, got[i].Mine, 2
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v\nfrom %+v\nand %+v", says(got), says(want), me, them)
		}
	})
}

func TestATieIsSoundWhateverTheRolesSay(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	anyDay := func() data.Day { return data.Day(r.Intn(3)) * data.Day(730_000+r.Intn(10_000)) / 2 }
	anyPart := func() data.PartialDay {
		p := blur(data.Whole(data.NewDay(2000+r.Intn(30), time.Month(1+r.Intn(12)), 1+r.Intn(28))), r.Intn(4))
		if r.Intn(20) == 0 {
			p.Year = 0
		}
		return p
	}
	career := func(first data.ID) (c Career) {
		for i := range r.Intn(6) {
			c.Roles = append(c.Roles, data.Role{
				ID: first + data.ID(i), Organisation: data.ID(r.Intn(3)), From: anyPart(), To: anyPart(),
				FirstSeen: anyDay(), LastSeen: anyDay(), Gone: anyDay(), Current: r.Intn(2) == 0,
				Standing: read(r, standing(r)),
			})
		}
		c.Connected = anyDay()
		return c
	}
	for range 50_000 {
		me, them, today := career(10), career(20), data.NewDay(2000+r.Intn(30), 6, 15)
		ties := Derive(me, them, today)
		count := map[data.Tie]int{}
		var all []found
		for _, tie := range ties {
			if backwards(tie.Since, tie.Until) || tie.Current && !tie.Until.IsZero() || tie.Months < -1 {
				t.Fatalf("%+v\nfrom %+v\nand %+v", tie, me, them)
			}
			mine, theirs := me.Roles[tie.Mine-10].Organisation, them.Roles[tie.Theirs-20].Organisation
			if mine == 0 || mine != theirs {
				if !tie.ByProfession() {
					t.Fatalf("%+v across organisations", tie)
				}
				mine = 0
			}
			all = append(all, found{Tie: tie, organisation: mine})
			key := data.Tie{Kind: tie.Kind, ID: mine}
			if count[key]++; count[key] > 1 {
				t.Fatalf("two %s ties at one organisation: %s", tie.Kind, says(ties))
			}
		}
		if !slices.IsSortedFunc(all, compareTies) {
			t.Fatalf("out of order: %s", says(ties))
		}
	}
}
