package ties

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"peerage/data"
)

const today = "2026-11-22"

func day(t testing.TB, s string) data.Day {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := data.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// roles reads roles such as "7:2015-03..2018" (organisation 7, from, to; an open end is current),
// "7:2015-03..?" (ended, nobody knows when), "7:seen 2020-01-31 2022-02-28", "7:seen 2020-01-31 now" and
// "7:seen 2020-01-31 gone 2021-02-28". Track, level and field may follow: "7:2015.. / individual senior
// sales". They are numbered from first.
func roles(t testing.TB, first data.ID, list string) []data.Role {
	t.Helper()
	var all []data.Role
	for _, s := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' }) {
		r := data.Role{ID: first + data.ID(len(all)), Person: first}
		s = strings.TrimSpace(s)
		if _, err := fmt.Sscanf(s, "%d:", &r.Organisation); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		_, s, _ = strings.Cut(s, ":")
		s, standing, _ := strings.Cut(s, "/")
		if _, err := fmt.Sscan(standing, &r.Standing.Track, &r.Standing.Level, &r.Standing.Field); err != nil && standing != "" {
			t.Fatalf("%q: %v", standing, err)
		}
		s, gone, _ := strings.Cut(s, "gone")
		r.Gone = day(t, strings.TrimSpace(gone))
		dates, seen, _ := strings.Cut(s, "seen")
		from, to, dated := strings.Cut(strings.TrimSpace(dates), "..")
		r.Current = dated && to == ""
		r.From, r.To = partial(t, from), partial(t, to)
		if days := strings.Fields(seen); len(days) > 0 {
			r.FirstSeen, r.LastSeen = day(t, days[0]), day(t, days[0])
			if last := days[len(days)-1]; last == "now" {
				r.Current = true
			} else {
				r.LastSeen = day(t, last)
			}
		}
		all = append(all, r)
	}
	return all
}

func partial(t testing.TB, s string) data.PartialDay {
	t.Helper()
	p, err := data.ParsePartialDay(strings.Trim(s, "?"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// says writes ties the way the tables below do.
func says(ties []data.Tie) string {
	var lines []string
	for _, tie := range ties {
		line := fmt.Sprintf("%s %s %s..%s", tie.Sure, tie.Kind, tie.Since, tie.Until)
		if tie.Current {
			line += " current"
		}
		if tie.Months >= 0 {
			line += fmt.Sprintf(" %dm", tie.Months)
		}
		line += fmt.Sprintf(" [%d %d]", tie.Mine, tie.Theirs)
		if tie.Confirmed {
			line += " confirmed"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

type example struct{ me, them, connected, want string }

func check(t *testing.T, examples []example) {
	t.Helper()
	for _, e := range examples {
		me := Career{Roles: roles(t, 100, e.me)}
		them := Career{Roles: roles(t, 200, e.them), Connected: day(t, e.connected)}
		if got := says(Derive(me, them, day(t, today))); got != e.want {
			t.Errorf("me %s, them %s, connected %s:\n got %s\nwant %s", e.me, e.them, e.connected, got, e.want)
		}
	}
}

func TestRolesWithDatesAreCoworkersOrAlumni(t *testing.T) {
	check(t, []example{
		{"7:2015-03..2020-02", "7:2018-01..2024", "", "certain coworker 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..", "7:2018-01..", "", "certain coworker 2018-01.. current 105m [100 200]"},
		{"7:2015-03..2018-02", "7:2018-02..2020", "", "likely coworker 2018-02..2018-02 [100 200]"},
		{"7:2015..2018", "7:2018..2020", "", "likely coworker 2018..2018 [100 200]"},
		{"7:2015-03..2018-02", "7:2018-03..2020", "", "certain alumni 2018-03.. [100 200]"},
		{"7:2018-03..2020", "7:2015-03..2018-02", "", "certain alumni 2018-03.. [100 200]"},
		{"7:2020-01-01..2020-12-31", "7:2019..2022", "", "certain coworker 2020-01-01..2020-12-31 12m [100 200]"},
		{"7:2020-05-04..2020-05-04", "7:2020-05-04..", "", "certain coworker 2020-05-04..2020-05-04 0m [100 200]"},
		{"7:2015-03..2020-02", "8:2018-01..", "", ""},
		{"0:2015-03..", "0:2015-03..", "", ""},
		{"7:2015-03..2020-02", "", "", ""},
	})
}

func TestAnUnknownEndLeavesTheTiePossible(t *testing.T) {
	check(t, []example{
		{"7:2016..2018", "7:2015..?", "", "possible coworker 2016.. [100 200]"},
		{"7:2016..2018", "7:2015..? seen 2019-05-01", "", "certain coworker 2016..2018 12m [100 200]"},
		{"7:2016..2018", "7:2015..?", "2017-04-01", "likely coworker 2016.. [100 200]"},
		{"7:2016..2018", "7:..2019", "", "possible coworker ..2018 [100 200]"},
		{"7:2016..2018", "7:..2018", "", "possible coworker ..2018 [100 200]"},
		{"7:2015-03..2018", "7:2010..? seen 2018-06-01", "", "certain coworker 2015-03.. 33m [100 200]"},
		{"7:2016..2018", "7:..2015", "", "certain alumni .. [100 200]"},
		{"7:2016..2018", "7:2019..?", "", "certain alumni 2019.. [100 200]"},
	})
}

func TestASnapshotProvesTheDaysItSawAndNothingElse(t *testing.T) {
	check(t, []example{
		{"7:2020-01..", "7:seen 2024-06-01 now", "", "certain coworker .. current [100 200]"},
		{"7:2020-01..2025-05", "7:seen 2024-06-01", "", "certain coworker .. [100 200]"},
		{"7:2015-03..2020-02", "7:seen 2024-06-01 now", "2018-07-01", "likely coworker ..2020-02 [100 200]"},
		{"7:2015-03..2020-02", "7:seen 2024-06-01 now", "2020-02-29", "likely coworker ..2020-02 [100 200]"},
		{"7:2015-03..2020-02", "7:seen 2024-06-01 now", "2020-03-01", "possible alumni .. [100 200]"},
		{"7:2015-03..2020-02", "7:seen 2024-06-01 now", "", "possible alumni .. [100 200]"},
		{"7:2015-03..?", "7:seen 2024-06-01 now", "2018-07-01", "possible alumni .. [100 200]"},
		{"7:2025-03..", "7:seen 2024-06-01", "2025-06-01", "likely coworker .. [100 200]"},
		{"7:2022-03..2023-02", "7:seen 2021-06-01 2024-06-01", "", "likely coworker ..2023-02 [100 200]"},
		{"7:seen 2027-06-01", "7:seen 2027-06-01", "", "possible alumni .. [100 200]"},
		{"7:2015-03..2020-02", "7:..2021-05 seen 2024-06-01", "", "possible coworker ..2020-02 [100 200]"},
	})
}

func TestMyOwnRoleWithoutDatesMakesATiePossibleAtBest(t *testing.T) {
	check(t, []example{
		{"7:?", "7:2015-03..2020-02", "2018-07-01", "possible coworker .. [100 200]"},
		{"7:?", "7:2015-03..2020-02", "2021-07-01", "possible alumni .. [100 200]"},
		{"7:?", "7:seen 2024-06-01 now", "2018-07-01", "possible alumni .. [100 200]"},
		{"7:?", "7:?", "", "possible alumni .. [100 200]"},
		{"7:seen 2026-01-01 now", "7:seen 2025-01-01 now", "", "certain coworker .. current [100 200]"},
	})
}

func TestAPromotionIsOneEmployment(t *testing.T) {
	check(t, []example{
		// The month of the promotion is counted, once.
		{"7:2014..2022", "7:2015-03..2017-06,7:2017-07..2020-01", "", "certain coworker 2015-03..2020-01 57m [100 201]"},
		{"7:2014..2022", "7:2015-03..2020-01", "", "certain coworker 2015-03..2020-01 57m [100 200]"},
		// Roles held side by side count once.
		{"7:2014..2022", "7:2015-03..2020-01,7:2016-01..2018-01", "", "certain coworker 2015-03..2020-01 57m [100 200]"},
		// I came in the month of the promotion.
		{"7:2017-06..2019-03", "7:2015-03..2017-06,7:2017-07..2020-01", "", "certain coworker 2017-06..2019-03 20m [100 201]"},
		// Being together under one title makes nobody alumni under the title before.
		{"7:2018-01..2019-03", "7:2015-03..2017-06,7:2017-07..2020-01", "", "certain coworker 2018-01..2019-03 13m [100 201]"},
		{"7:2018-01..2019-03", "7:2015-03-01..2017-06-30,7:2017-07-03..2020-01", "", "certain coworker 2018-01..2019-03 13m [100 201]"},
		// A year is too coarse to prove the months around the promotion.
		{"7:2010..2022", "7:2012..2015,7:2015..2020", "", "certain coworker 2012..2020 72m [100 201]"},
		// The role before was stated, the present one is known from a snapshot.
		{"7:2014-01..", "7:2015-03..? seen 2023-06-01,7:seen 2024-06-01 now", "", "certain coworker 2015-03.. current 98m [100 200]"},
	})
}

func TestStintsMakeOneTieOfEachKind(t *testing.T) {
	check(t, []example{
		{"7:2010-01..2012-01,7:2018-01..2020-01", "7:2010-06..2013-01", "",
			"certain coworker 2010-06..2012-01 18m [100 200]; certain alumni 2018-01.. [101 200]"},
		{"7:2010-01..2012-01,7:2018-01..", "7:2009-01..", "",
			"certain coworker 2010-01.. current 128m [101 200]"},
		{"7:2010-01..2012-01,7:2018-01..2020-01", "7:2010-06..2011-01,7:seen 2024-06-01 now", "",
			"certain coworker 2010-06..2011-01 6m [100 200]"},
		// Beside a certain tie, a stint of which nothing is known is no news.
		{"7:2010-01..2012-01", "7:2010-06..2011-01,7:seen 2024-06-01 now", "", "certain coworker 2010-06..2011-01 6m [100 200]"},
	})
}

func TestRolesThatOverlapInDoubtCountEveryDayOnce(t *testing.T) {
	check(t, []example{
		{"7:2010..2022", "7:2016-01..? seen 2018-06-01,7:2016..2016,7:2017-01..2018-01", "", "certain coworker 2016-01.. 28m [100 200]"},
	})
}

func TestAPeriodIsNotMadeOfOverlapsThatExcludeEachOther(t *testing.T) {
	check(t, []example{
		{"7:2017..?,7:2018-05..2018-06", "7:..2019,7:2018-11-15..2020", "", "possible coworker .. [100 200]"},
	})
}

func TestTiesComeWithTheSurestFirst(t *testing.T) {
	check(t, []example{
		{"1:2000..2002,2:2003-01..2005-01,3:2006..2008,4:2009-01..2012-01,5:2013-01..",
			"1:seen 2024-06-01,2:2006..2007,3:2008..2009,4:2009-01..2012-01,5:2020-01..", "",
			"certain coworker 2020-01.. current 81m [104 204]; certain coworker 2009-01..2012-01 35m [103 203]; " +
				"certain alumni 2006.. [101 201]; likely coworker 2008..2008 [102 202]; possible alumni .. [100 200]"},
	})
}

func TestARoleThatHasNotBegunMakesNoTie(t *testing.T) {
	check(t, []example{
		{"7:2027-01..", "7:2015-01..", "", ""},
		{"7:2020-01..2027-06", "7:2015-01..2028", "", "certain coworker 2020-01.. current 81m [100 200]"},
	})
}

func TestATieNamesThePersonAndIsDerived(t *testing.T) {
	ties := Derive(Career{Roles: roles(t, 100, "7:2015..")}, Career{Roles: roles(t, 200, "7:2015..")}, day(t, today))
	if len(ties) != 1 || ties[0].Person != 200 || !ties[0].Derived || ties[0].ID != 0 {
		t.Errorf("got %+v", ties)
	}
}

func TestMonthsAreWholeMonths(t *testing.T) {
	for _, c := range []struct {
		first, last string
		want        int
	}{
		{"2020-01-01", "2020-12-31", 12}, {"2020-01-15", "2020-02-13", 0}, {"2020-01-15", "2020-02-14", 1},
		{"2020-01-31", "2020-02-27", 0}, {"2020-01-31", "2020-02-28", 1}, {"2019-12-31", "2021-01-01", 12}, {"2020-05-04", "2020-05-04", 0},
	} {
		if got := (period{day(t, c.first), day(t, c.last)}).months(); got != c.want {
			t.Errorf("%s to %s: %d months, want %d", c.first, c.last, got, c.want)
		}
	}
}

func BenchmarkDerive(b *testing.B) {
	me := Career{Roles: roles(b, 1, "1:2005-01..2009-06/individual mid engineering,2:2009-07..2014-01/individual senior engineering,"+
		"2:2014-02..2018-03/individual lead engineering,3:2018-04../management manager engineering")}
	for _, shared := range []int{0, 10, 100} {
		var network []Career
		for i := range 10_000 {
			a, c := 10+i%50, 100+i%70
			if i%100 < shared {
				a, c = 1+i%3, 1+i%2
			}
			list := fmt.Sprintf("%d:2006-02..2012-05/individual mid engineering,%d:2012-06..2019-01/individual senior engineering,"+
				"%d:seen 2024-06-01 now/management manager sales", a, c, 10+i%40)
			network = append(network, Career{Roles: roles(b, data.ID(1000+10*i), list)})
		}
		now := day(b, today)
		b.Run(fmt.Sprintf("of 10000 people %d%% share an employer", shared), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range network {
					Derive(me, network[i], now)
				}
			}
		})
	}
}

func TestStrangersCostNoMemory(t *testing.T) {
	me := Career{Roles: roles(t, 1, "1:2005-01..2009-06,2:2009-07..")}
	them := Career{Roles: roles(t, 10, "3:2005-01..2009-06,4:2009-07..,0:2009-07..")}
	now := day(t, today)
	if n := testing.AllocsPerRun(100, func() { Derive(me, them, now) }); n != 0 {
		t.Errorf("%v allocations for two people who share nothing", n)
	}
}

func TestTheRolesGivenAreNotTouched(t *testing.T) {
	me, them := roles(t, 1, "2:2009-07..,1:2005-01..2009-06"), roles(t, 10, "1:2006..2008,1:2001..2002,2:2010..")
	a, b := slices.Clone(me), slices.Clone(them)
	Derive(Career{Roles: me}, Career{Roles: them}, day(t, today))
	if !slices.Equal(a, me) || !slices.Equal(b, them) {
		t.Error("Derive changed its input")
	}
}
