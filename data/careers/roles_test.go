package careers_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/careers"
)

var keeper = func() *careers.Keeper {
	k, err := careers.Load(os.DirFS("../../assets/names"), os.DirFS("../../assets/ladder"))
	if err != nil {
		panic(err)
	}
	return k
}()

var rules = keeper.Rules

// said makes snapshots of one person: year, employer and title of each.
func said(list ...any) []data.Snapshot {
	var all []data.Snapshot
	for i := 0; i < len(list); i += 3 {
		all = append(all, data.Snapshot{Day: data.NewDay(list[i].(int), 11, 15), Organisation: list[i+1].(string), Title: list[i+2].(string), Source: data.FromLinkedIn})
	}
	return all
}

func shown(roles []data.Role) string {
	var list []string
	for _, r := range roles {
		now := ""
		if r.Current {
			now = " now"
		}
		list = append(list, fmt.Sprintf("%s|%s %d-%d%s", r.Employer, r.Title, r.FirstSeen.Time().Year(), r.LastSeen.Time().Year(), now))
	}
	return strings.Join(list, "; ")
}

func TestWhatIsOneRole(t *testing.T) {
	for _, c := range []struct {
		name      string
		snapshots []data.Snapshot
		want      string
	}{
		{"nothing said", nil, ""},
		{"one snapshot", said(2024, "Halden", "Nurse"), "Halden|Nurse 2024-2024 now"},
		{"the same words", said(2024, "Halden", "Nurse", 2025, "Halden", "Nurse"), "Halden|Nurse 2024-2025 now"},
		{"a title in other letters", said(2024, "Halden", "Team Lead", 2025, "Halden", "TEAM  LEAD"), "Halden|TEAM  LEAD 2024-2025 now"},
		{"a legal form", said(2024, "Halden", "Nurse", 2025, "Halden, Inc.", "Nurse"), "Halden, Inc.|Nurse 2024-2025 now"},
		{"another legal form", said(2024, "Halden Ltd", "Nurse", 2025, "Halden Inc", "Nurse"), "Halden Inc|Nurse 2024-2025 now"},
		{"the words in another order", said(2024, "Eastmere University", "Nurse", 2025, "University of Eastmere", "Nurse"), "University of Eastmere|Nurse 2024-2025 now"},
		{"a title with its employer", said(2024, "Lumen", "Analyst", 2025, "Lumen, Inc.", "Analyst at Lumen"), "Lumen, Inc.|Analyst at Lumen 2024-2025 now"},
		{"a title with another employer", said(2024, "Lumen", "Analyst", 2025, "Lumen", "Analyst, Orbita"), "Lumen|Analyst 2024-2024; Lumen|Analyst, Orbita 2025-2025 now"},
		{"another title", said(2024, "Halden", "Nurse", 2025, "Halden", "Boss"), "Halden|Nurse 2024-2024; Halden|Boss 2025-2025 now"},
		{"another employer", said(2024, "Halden", "Nurse", 2025, "Orbita", "Nurse"), "Halden|Nurse 2024-2024; Orbita|Nurse 2025-2025 now"},
		{"an employer that contains the other", said(2024, "Citadel", "Nurse", 2025, "The Citadel", "Nurse"), "Citadel|Nurse 2024-2024; The Citadel|Nurse 2025-2025 now"},
		{"self-employed in two ways is no employer", said(2024, "Self-employed", "Nurse", 2025, "Retired", "Nurse"), "Self-employed|Nurse 2024-2024; Retired|Nurse 2025-2025 now"},
		{"gone and back", said(2024, "Halden", "Nurse", 2025, "Orbita", "Nurse", 2026, "Halden", "Nurse"), "Halden|Nurse 2024-2024; Orbita|Nurse 2025-2025; Halden|Nurse 2026-2026 now"},
		{"emptied", said(2024, "Halden", "Nurse", 2025, "", ""), "Halden|Nurse 2024-2024"},
		{"emptied and back", said(2024, "Halden", "Nurse", 2025, "", "", 2026, "Halden", "Nurse"), "Halden|Nurse 2024-2024; Halden|Nurse 2026-2026 now"},
		{"two at once, for somebody with two profiles", said(2024, "Halden", "Nurse", 2024, "Orbita", "Boss", 2025, "Orbita", "Boss", 2025, "Halden", "Nurse"), "Halden|Nurse 2024-2025 now; Orbita|Boss 2024-2025 now"},
		{"one of two profiles is empty", said(2024, "Halden", "Nurse", 2024, "", "", 2025, "", "", 2025, "Halden", "Nurse"), "Halden|Nurse 2024-2025 now"},
		{"a title alone", said(2024, "", "Nurse", 2025, "", "nurse"), "|nurse 2024-2025 now"},
	} {
		random := rand.New(rand.NewPCG(1, 1))
		for range 8 {
			random.Shuffle(len(c.snapshots), func(i, j int) { c.snapshots[i], c.snapshots[j] = c.snapshots[j], c.snapshots[i] })
			if got := shown(careers.NewReader(rules).FromSnapshots(5, c.snapshots)); got != c.want {
				t.Errorf("%s: %s, want %s", c.name, got, c.want)
			}
		}
	}
}

func TestARespelledEmployerKeepsTheOrganisationOfMine(t *testing.T) {
	snapshots := said(2024, "Eastmere University", "Nurse", 2025, "University of Eastmere", "Nurse")
	for mine, want := range map[data.ID]data.ID{0: 2, 1: 1, 2: 2} {
		r := careers.NewReader(rules)
		r.Organisations = map[string]data.ID{"Eastmere University": 1, "University of Eastmere": 2}
		r.Mine = map[data.ID]bool{mine: true}
		if roles := r.FromSnapshots(5, snapshots); len(roles) != 1 || roles[0].Organisation != want {
			t.Errorf("mine is %d: %+v, want organisation %d", mine, roles, want)
		}
	}
}

func TestAnEmployerRespelledInOneRoleIsOneInAll(t *testing.T) {
	for _, c := range []struct {
		name      string
		snapshots []data.Snapshot
		mine      data.ID
		want      []data.ID
	}{
		{"after another role", said(2022, "Eastmere University", "Director", 2023, "Eastmere University", "Planner", 2024, "University of Eastmere", "Planner"), 0, []data.ID{2, 2}},
		{"before another role", said(2022, "Eastmere University", "Director", 2023, "University of Eastmere", "Director", 2024, "University of Eastmere", "Planner"), 0, []data.ID{2, 2}},
		{"where I was", said(2022, "Eastmere University", "Director", 2023, "University of Eastmere", "Director", 2024, "University of Eastmere", "Planner"), 1, []data.ID{1, 1}},
		{"and back", said(2022, "Eastmere University", "Director", 2023, "University of Eastmere", "Director", 2024, "Eastmere University", "Director", 2025, "Eastmere University", "Planner"), 0, []data.ID{1, 1}},
		{"to a name in another language", said(2022, "Eastmere University", "Nurse", 2023, "University of Eastmere", "Nurse", 2024, "University of Eastmere", "Boss", 2025, "Universität Eastmere", "Boss", 2026, "Eastmere Universität", "Boss"), 0, []data.ID{2, 2, 4}},
		{"with two respellings", said(2022, "Eastmere University", "Nurse", 2023, "University of Eastmere", "Nurse", 2024, "University of Eastmere", "Boss", 2025, "The Eastmere University", "Boss"), 0, []data.ID{5, 5}},
		{"with two respellings, where I was", said(2022, "Eastmere University", "Nurse", 2023, "University of Eastmere", "Nurse", 2024, "University of Eastmere", "Boss", 2025, "The Eastmere University", "Boss"), 2, []data.ID{2, 2}},
		{"only together with the title", said(2022, "Eastmere University", "Director", 2023, "University of Eastmere", "Planner"), 0, []data.ID{1, 2}},
		{"at another employer", said(2022, "Orbita", "Planner", 2023, "Eastmere University", "Planner", 2024, "University of Eastmere", "Planner"), 0, []data.ID{6, 2}},
	} {
		r := careers.NewReader(rules)
		r.Organisations = map[string]data.ID{"Eastmere University": 1, "University of Eastmere": 2, "Universität Eastmere": 3, "Eastmere Universität": 4, "The Eastmere University": 5, "Orbita": 6}
		r.Mine = map[data.ID]bool{c.mine: true}
		var got []data.ID
		for _, role := range r.FromSnapshots(5, c.snapshots) {
			got = append(got, role.Organisation)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestThePresentRoleIsTheOneBegunLast(t *testing.T) {
	roles := careers.NewReader(rules).FromSnapshots(5, said(2024, "Halden", "Nurse", 2025, "Orbita", "Boss", 2025, "Halden", "Nurse"))
	for range 2 {
		if now := data.Present(roles); now == nil || now.Employer != "Orbita" {
			t.Errorf("%+v", now)
		}
		slices.Reverse(roles)
	}
	if now := data.Present(careers.NewReader(rules).FromSnapshots(5, said(2024, "Halden", "Nurse", 2025, "", ""))); now != nil {
		t.Errorf("after everything was emptied: %+v", now)
	}
}
