package intake_test

import (
	"fmt"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func jobs(t *testing.T, s *store.Store) map[string]data.ID {
	t.Helper()
	roles, err := s.Roles(t.Context(), data.Me)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]data.ID{}
	for _, r := range roles {
		ids[fmt.Sprint(r.Title, ", ", r.Employer, " ", r.From, "–", r.To, " ", r.Current)] = r.ID
	}
	return ids
}

const header = "Company Name,Title,Description,Location,Started On,Finished On\n"

func TestTheNewestFileOfMyJobsWins(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2025-11-15", "Ana,Souza,ana,,Kestrel,Buyer,01 May 2020")...)
	plan := bring(t, s, read("p.csv", []byte(header+"Halden,Engineer,,,2016,2020\nKestrel,Lead,,,2020,\n"), data.NewDay(2025, 11, 15))...)
	first := jobs(t, s)
	if plan.New != 2 || len(first) != 2 {
		t.Fatalf("%+v, %v", plan, first)
	}
	coworkers := func() int {
		t.Helper()
		list, err := s.People(t.Context(), store.Filter{Tie: data.Coworker})
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	if coworkers() != 1 {
		t.Error("no tie follows from the job at Kestrel")
	}
	changes := 0
	defer s.Watch(func(data.Change) { changes++ })()
	plan = bring(t, s, read("old.csv", []byte(header+"Halden,Trainee,,,2015,\n"), data.NewDay(2015, 11, 15))...)
	if plan.Same != 1 || plan.New+plan.Changed != 0 || changes != 0 {
		t.Errorf("an older file: %+v, %d changes", plan, changes)
	}
	plan = bring(t, s, read("new.csv", []byte(header+"Halden,Engineer,,,2016,2020\nKestrel,Lead,,,2020,Mar 2024\nOrbita,Boss,,,Apr 2024,\n"), data.NewDay(2026, 11, 15))...)
	second := jobs(t, s)
	engineer, lead := "Engineer, Halden 2016–2020 false", "Lead, Kestrel 2020–"
	if plan.New != 1 || plan.Changed != 1 || plan.Same != 1 || len(second) != 3 || second[engineer] != first[engineer] ||
		second[lead+"2024-03 false"] != first[lead+" true"] {
		t.Errorf("%+v\n%v\n%v", plan, first, second)
	}
}

func TestAJobThatTheUserStatedIsNotAddedAgain(t *testing.T) {
	s := open(t)
	datatest.Me(t, s, datatest.Role("Halden", "Engineer", "2016-03", "2020-02"))
	plan := bring(t, s, read("p.csv", []byte(header+"\"Halden, Inc.\",ENGINEER,,,2016,2020\nKestrel,Lead,,,2020,\n"), data.NewDay(2025, 11, 15))...)
	var all []string
	for job := range jobs(t, s) {
		all = append(all, job)
	}
	slices.Sort(all)
	if plan.New != 1 || plan.Same != 1 || !slices.Equal(all, []string{"Engineer, Halden 2016-03–2020-02 false", "Lead, Kestrel 2020– true"}) {
		t.Errorf("%+v, %q", plan, all)
	}
}
