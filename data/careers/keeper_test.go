package careers_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// risen writes Ana, who was my peer at Halden and leads people now.
func risen(t *testing.T, s *store.Store) data.ID {
	t.Helper()
	datatest.Me(t, s, datatest.Role("Halden", "Senior Engineer", "2016-07", "2020-02"), datatest.Role("Kestrel", "Staff Engineer", "2020-03", ""))
	ana := datatest.Person(t, s, "Ana", datatest.Role("Halden", "Senior Engineer", "2017-01", "2020-12"), datatest.Role("Zenith", "Engineering Manager", "2021-01", ""))
	refresh(t, s)
	return ana
}

func present(t *testing.T, s *store.Store, id data.ID) data.Role {
	t.Helper()
	roles, err := s.Roles(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return *data.Present(roles)
}

func moves(t *testing.T, s *store.Store, id data.ID) []data.Move {
	t.Helper()
	all, err := s.Moves(t.Context(), store.MoveFilter{Person: id})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAFormerPeerWhoLeadsPeopleIsFound(t *testing.T) {
	s := datatest.Open(t)
	ana := risen(t, s)
	former, err := s.FormerPeers(t.Context())
	if err != nil || !former[ana] || present(t, s, ana).Standing.Track != data.Management {
		t.Errorf("%v, %v, %+v", err, former, present(t, s, ana))
	}
	got := moves(t, s, ana)
	if len(got) != 1 || !got[0].Is(data.IntoManagement) || got[0].After != datatest.Day(t, "2021-01-01") || got[0].By != datatest.Day(t, "2021-01-31") {
		t.Errorf("%+v", got)
	}
	rows, err := s.People(t.Context(), store.Filter{Track: data.Management, Level: data.ManagerLevel, OrHigher: true, FormerPeers: true})
	if err != nil || len(rows) != 1 || rows[0].ID != ana {
		t.Errorf("%v, %v", rows, err)
	}
}

func TestWhatTheUserSaysOfATitleWinsUntilItIsTakenBack(t *testing.T) {
	s := datatest.Open(t)
	ana := risen(t, s)
	say := func(standing data.Standing, ruled bool) {
		datatest.Write(t, s, func(tx *store.Tx) error { return keeper.Rule(tx, present(t, s, ana), standing, ruled, today) })
	}
	say(data.Standing{Track: data.Individual, Level: data.Lead}, true)
	refresh(t, s)
	if r := present(t, s, ana); !r.Ruled || r.Standing != (data.Standing{Track: data.Individual, Level: data.Lead, Field: "engineering"}) {
		t.Errorf("%+v", r)
	}
	if got := moves(t, s, ana); got[0].Is(data.IntoManagement) {
		t.Errorf("%+v", got)
	}
	say(data.Standing{}, false)
	if r := present(t, s, ana); r.Ruled || r.Standing.Level != data.ManagerLevel || !moves(t, s, ana)[0].Is(data.IntoManagement) {
		t.Errorf("%+v", r)
	}
	err := s.Write(t.Context(), "Nonsense", func(tx *store.Tx) error {
		return keeper.Rule(tx, present(t, s, ana), data.Standing{Track: "sideways", Level: data.Lead}, true, today)
	})
	if err == nil {
		t.Error("a track that there is not was kept")
	}
}

func TestAVerdictOnAMoveCanBeTakenBack(t *testing.T) {
	s := datatest.Open(t)
	ana := risen(t, s)
	for _, status := range []data.MoveStatus{data.MoveDismissed, data.MoveCongratulated, data.MoveNew} {
		datatest.Write(t, s, func(tx *store.Tx) error { return keeper.Judge(tx, status, today, moves(t, s, ana)...) })
		if got := moves(t, s, ana); got[0].Status != status {
			t.Errorf("judged %s, kept %s", status, got[0].Status)
		}
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		said, err := tx.MoveVerdicts(0)
		if len(said) > 0 {
			t.Errorf("%+v is kept of a move that nothing is said of", said)
		}
		return err
	})
}

func TestATieTheUserDeniesIsGoneUntilTheyTakeItBack(t *testing.T) {
	s := datatest.Open(t)
	ana := risen(t, s)
	halden := present(t, s, data.Me).Organisation
	roles, err := s.Roles(t.Context(), ana)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range roles {
		if r.Employer == "Halden" {
			halden = r.Organisation
		}
	}
	verdict := data.TieVerdict{Person: ana, Kind: data.Peer, Organisation: halden}
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.SayTie(tx, verdict, today) })
	if got := kinds(t, s, ana); got != "coworker false; colleague true; colleague false; " && got != "coworker false; colleague false; " && got != "colleague true; coworker false; colleague false; " {
		t.Errorf("denied: %s", got)
	}
	verdict.Holds = true
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.SayTie(tx, verdict, today) })
	all, err := s.TieKinds(t.Context(), []data.ID{ana})
	if err != nil || !slices.ContainsFunc(all[ana], func(tie data.Tie) bool { return tie.Kind == data.Peer && tie.Confirmed && tie.Sure == data.Certain }) {
		t.Errorf("%+v, %v", all[ana], err)
	}
}

func TestANewEditionOfTheWordListsBringsCareersUpToDateWithoutAnUndoStep(t *testing.T) {
	s := datatest.Open(t)
	ana := risen(t, s)
	if err := keeper.BringUpToDate(t.Context(), s, today); err != nil {
		t.Fatal(err)
	}
	op, err := s.CanUndo(t.Context())
	if err != nil || op.Name == "" {
		t.Fatalf("there is nothing to undo after a refresh that changed nothing: %v", err)
	}
	// In this edition an engineering manager is a worker.
	other, err := careers.Load(os.DirFS("../../assets/names"), fstest.MapFS{"en.txt": {Data: []byte("head: last\n[jobs]\nengineering | engineering manager")}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := other.BringUpToDate(t.Context(), s, today); err != nil {
			t.Fatal(err)
		}
		if r := present(t, s, ana); r.Standing != (data.Standing{Track: data.Individual, Level: data.Mid, Field: "engineering"}) {
			t.Errorf("%+v", r)
		}
	}
	if op, err := s.CanUndo(t.Context()); err != nil || op.Name != "" {
		t.Errorf("%q can be undone: %v", op.Name, err)
	}
}

// crowd writes that many people with careers of a few roles at a few hundred employers.
func crowd(t testing.TB, s *store.Store, people int) {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 7))
	titles := []string{"Engineer", "Senior Engineer", "Engineering Manager", "Head of Data", "Nurse", "Verkaufsleiter", "Chef de projet", "经理", "CTO"}
	datatest.Write(t, s, func(tx *store.Tx) error {
		for range 200 {
			if _, err := tx.AddOrganisation(fmt.Sprint("O", random.Uint32()), fmt.Sprint("o", random.Uint64())); err != nil {
				return err
			}
		}
		all := make([]store.Imported, people)
		for i := range all {
			all[i].Name = fmt.Sprint("Person ", i)
		}
		if err := tx.AddImported(all); err != nil {
			return err
		}
		var roles []data.Role
		for _, p := range append(all, store.Imported{ID: data.Me}) {
			year := 2000 + random.IntN(10)
			for n := range 1 + random.IntN(3) {
				to := data.PartialDay{Year: year + 2 + random.IntN(4)}
				o := data.ID(1 + random.IntN(200))
				r := data.Role{Person: p.ID, Organisation: o, Employer: fmt.Sprint("O", o), Title: fmt.Sprint(titles[random.IntN(len(titles))], " ", random.IntN(people)),
					From: data.PartialDay{Year: year}, To: to, Source: data.Stated}
				if n == 2 {
					r.To, r.Current = data.PartialDay{}, true
				}
				roles, year = append(roles, r), to.Year
			}
		}
		return tx.AddRoles(roles)
	})
}

func TestRefreshingOnePersonAfterAnEditIsAsGoodAsRefreshingAll(t *testing.T) {
	s := datatest.Open(t)
	crowd(t, s, 60)
	refresh(t, s)
	rows, err := s.People(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[:20] {
		datatest.Write(t, s, func(tx *store.Tx) error {
			roles, err := tx.Roles(row.ID)
			if err != nil {
				return err
			}
			r := roles[len(roles)-1]
			r.Employer, r.Title = roles[0].Employer+" again", "Director"
			return keeper.SaveRole(tx, &r, today)
		})
	}
	changes := 0
	defer s.Watch(func(data.Change) { changes++ })()
	refresh(t, s)
	if changes != 0 {
		t.Error("refreshing everyone found more to change")
	}
}

// BenchmarkRefresh derives ties and moves of everyone, and of one person after an edit.
func BenchmarkRefresh(b *testing.B) {
	s := datatest.Open(b)
	crowd(b, s, 10_000)
	b.Run("10000 anew", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			datatest.Write(b, s, func(tx *store.Tx) error {
				ties, err := tx.DerivedTies()
				if err != nil {
					return err
				}
				for _, tie := range ties {
					if err := tx.DeleteTie(tie.ID); err != nil {
						return err
					}
				}
				moves, err := tx.Moves(store.MoveFilter{})
				for _, m := range moves {
					if err := tx.DeleteMove(m.ID); err != nil {
						return err
					}
				}
				return err
			})
			b.StartTimer()
			datatest.Write(b, s, func(tx *store.Tx) error { return keeper.Refresh(tx, today) })
		}
	})
	rows, err := s.People(context.Background(), store.Filter{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("one edit", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			datatest.Write(b, s, func(tx *store.Tx) error {
				roles, err := tx.Roles(rows[n%len(rows)].ID)
				if err != nil {
					return err
				}
				roles[0].Title = fmt.Sprint("Director ", n)
				return keeper.SaveRole(tx, &roles[0], today)
			})
		}
	})
}
