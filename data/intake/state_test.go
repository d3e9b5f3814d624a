package intake_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/intake"
	"peerage/data/store"
)

var today = data.NewDay(2026, 11, 22)

var keeper = func() *careers.Keeper {
	k, err := careers.Load(os.DirFS("../../assets/names"), os.DirFS("../../assets/ladder"))
	if err != nil {
		panic(err)
	}
	return k
}()

func open(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(t.TempDir(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func bring(t testing.TB, s *store.Store, files ...intake.File) *intake.Plan {
	t.Helper()
	in := &intake.Importer{Store: s, Keeper: keeper}
	plan, err := in.Apply(context.Background(), "Import", files, today)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// state tells everything about everyone that shows, without ids.
func state(t testing.TB, s *store.Store) string {
	t.Helper()
	ctx := context.Background()
	rows, err := s.People(ctx, store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	kinds, err := s.TieKinds(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	organisations := organisationNames(t, s)
	all := []string{"me:" + career(t, s, data.Me, organisations)}
	for _, row := range rows {
		p, err := s.Person(ctx, row.ID)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		fmt.Fprintf(&b, "%s|%s|%s|others %q|%s|%s|%v|%q|%q", p.Name, p.Given, p.Family, p.OtherNames, row.Profile, p.Connected, p.Private, p.Notes, p.Place)
		fmt.Fprintf(&b, "|list %s, %s", row.Title, row.Organisation)
		for _, c := range p.Contacts {
			fmt.Fprintf(&b, "|%s %s %s", c.Kind, c.Value, c.Label)
		}
		b.WriteString(career(t, s, p.ID, organisations))
		for _, k := range kinds[p.ID] {
			fmt.Fprintf(&b, "|%s %v", k.Kind, k.Current)
		}
		snapshots, err := s.Snapshots(ctx, p.ID)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, x := range snapshots {
			said = append(said, fmt.Sprint(x.Day, x.Profile, x.Given, x.Family, x.Email, x.Organisation, x.Title, x.Connected))
		}
		slices.Sort(said)
		fmt.Fprintf(&b, "|said %q", said)
		all = append(all, b.String())
	}
	slices.Sort(all[1:])
	for _, list := range organisations {
		all = append(all, "organisation "+list)
	}
	slices.Sort(all[1+len(rows):])
	return strings.Join(slices.Compact(all), "\n")
}

func career(t testing.TB, s *store.Store, person data.ID, organisations map[data.ID]string) string {
	t.Helper()
	var b strings.Builder
	words := map[data.ID]string{}
	roles, err := s.Roles(context.Background(), person)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range roles {
		words[r.ID] = fmt.Sprintf("%s at %s (%s) %s–%s %s %s–%s %v %s %v", r.Title, r.Employer, organisations[r.Organisation], r.From, r.To, r.Source, r.FirstSeen, r.LastSeen, r.Current, r.Gone, r.Standing)
		b.WriteString("\n    role " + words[r.ID])
	}
	if person == data.Me {
		return b.String()
	}
	moves, err := s.Moves(context.Background(), store.MoveFilter{Person: person})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range moves {
		fmt.Fprintf(&b, "\n    move %v %s–%s %s: %s > %s", m.Kinds, m.After, m.By, m.Status, words[m.From.Role], words[m.To.Role])
	}
	mine, err := s.Roles(context.Background(), data.Me)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range mine {
		words[r.ID] = fmt.Sprint(r.Title, " at ", r.Employer, r.From, r.To)
	}
	err = s.Read(context.Background(), func(tx *store.Tx) error {
		derived, err := careers.Ties(tx, person, today)
		for _, tie := range derived {
			fmt.Fprintf(&b, "\n    tie %s %s–%s %v %d %s: %s / %s", tie.Kind, tie.Since, tie.Until, tie.Current, tie.Months, tie.Sure, words[tie.Mine], words[tie.Theirs])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// organisationNames returns for each organisation what it is called and all it is written as.
func organisationNames(t testing.TB, s *store.Store) map[data.ID]string {
	t.Helper()
	known, err := s.OrganisationNames(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	written := map[data.ID][]string{}
	for _, n := range known {
		written[n.Organisation] = append(written[n.Organisation], n.Written)
	}
	all := map[data.ID]string{}
	for id, list := range written {
		o, err := s.Organisation(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(list)
		all[id] = fmt.Sprintf("%s %q", o.Name, list)
	}
	return all
}

// difference shows the first lines in which two states differ.
func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	var out []string
	for i := 0; i < max(len(x), len(y)) && len(out) < 12; i++ {
		l, r := "", ""
		if i < len(x) {
			l = x[i]
		}
		if i < len(y) {
			r = y[i]
		}
		if l != r {
			out = append(out, "- "+l, "+ "+r)
		}
	}
	return strings.Join(out, "\n")
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for _, p := range permutations(n - 1) {
		for i := range n {
			all = append(all, slices.Insert(slices.Clone(p), i, n-1))
		}
	}
	return all
}
