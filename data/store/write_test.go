package store_test

import (
	"context"
	"database/sql"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// hear returns the changes that watchers are told from now on.
func hear(s *store.Store) *[]data.Change {
	var heard []data.Change
	s.Watch(func(c data.Change) { heard = append(heard, c) })
	return &heard
}

func TestAChangeThatFailsWritesNothingAndTellsNobody(t *testing.T) {
	failure := errors.New("the roof is on fire")
	for name, end := range map[string]func(tx *store.Tx) error{
		"the function fails":            func(*store.Tx) error { return failure },
		"a statement fails":             func(tx *store.Tx) error { return tx.Statement("INSERT INTO circle (id, name) VALUES (1, NULL)") },
		"a failure is passed over":      func(tx *store.Tx) error { tx.Statement("INSERT INTO circle (id, name) VALUES (1, NULL)"); return nil },
		"somebody is named who is not":  func(tx *store.Tx) error { return tx.SaveDetail(&data.Detail{Person: 999, Text: "x"}) },
		"a row is given another number": func(tx *store.Tx) error { return tx.Statement("UPDATE person SET id = 77 WHERE id = 2") },
	} {
		t.Run(name, func(t *testing.T) {
			s := datatest.Open(t)
			datatest.Person(t, s, "Ana")
			before, heard := store.Dump(t, s), hear(s)
			p := data.Person{Name: "Raj", Contacts: []data.ContactPoint{{Kind: data.Email, Value: "r@x"}}}
			i := data.Interaction{Kind: data.Call, Day: 739000}
			err := s.Write(ctx, "Add Raj", func(tx *store.Tx) error {
				if err := tx.SavePerson(&p); err != nil {
					return err
				}
				i.People = []data.ID{p.ID}
				if err := tx.SaveInteraction(&i); err != nil {
					return err
				}
				return end(tx)
			})
			if err == nil {
				t.Fatal("the write went through")
			}
			if got := store.Dump(t, s); got != before {
				t.Errorf("the file differs:\n%s", store.Difference(before, got))
			}
			if len(*heard) > 0 {
				t.Errorf("watchers were told %v", *heard)
			}
			if p.ID != 0 || i.ID != 0 {
				t.Errorf("the nouns keep IDs %d and %d that nobody has", p.ID, i.ID)
			}
			// The same form can be saved once more.
			i.People = nil
			datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
			if len(*heard) != 1 {
				t.Errorf("watchers were told %v", *heard)
			}
		})
	}
}

func TestACancelledContextWritesNothing(t *testing.T) {
	s := datatest.Open(t)
	before, heard := store.Dump(t, s), hear(s)
	add := func(tx *store.Tx) error { return tx.SavePerson(&data.Person{Name: "Ana"}) }
	for name, change := range map[string]func(cancel func(), tx *store.Tx) error{
		"before": func(cancel func(), tx *store.Tx) error { cancel(); return add(tx) },
		"after":  func(cancel func(), tx *store.Tx) error { err := add(tx); cancel(); return err },
		"amid": func(cancel func(), tx *store.Tx) error {
			if err := add(tx); err != nil {
				return err
			}
			cancel()
			return add(tx)
		},
	} {
		cancelled, cancel := context.WithCancel(ctx)
		err := s.Write(cancelled, "Add Ana", func(tx *store.Tx) error { return change(cancel, tx) })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled %s: %v", name, err)
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Undo(cancelled); !errors.Is(err, context.Canceled) {
		t.Errorf("Undo: %v", err)
	}
	if _, err := s.Claim(cancelled, 739000, []string{"a"}); !errors.Is(err, context.Canceled) {
		t.Errorf("Claim: %v", err)
	}
	if got := store.Dump(t, s); got != before || len(*heard) > 0 {
		t.Errorf("watchers were told %v, and the file differs:\n%s", *heard, store.Difference(before, got))
	}
}

func TestAWriteThatIsCancelledAtAnyMomentIsWholeOrNothing(t *testing.T) {
	s := datatest.Open(t)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddImported(make([]store.Imported, 2000)) })
	for n := range 60 {
		limited, cancel := context.WithTimeout(ctx, time.Duration(n*100)*time.Microsecond)
		before, _ := s.CountPeople(ctx)
		err := s.Write(limited, "import", func(tx *store.Tx) error {
			if _, err := tx.ImportedPeople(); err != nil {
				return err
			}
			return tx.AddImported(make([]store.Imported, 200))
		})
		cancel()
		after, countErr := s.CountPeople(ctx)
		want := before
		if err == nil {
			want += 200
		}
		if countErr != nil || after != want {
			t.Fatalf("%d people became %d (%v), though the write said %v", before, after, countErr, err)
		}
	}
}

func TestOneChangeFollowsEachCommitWithWhatItTouched(t *testing.T) {
	s := datatest.Open(t)
	ana, raj := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Raj")
	var talk data.Interaction
	door := data.Opportunity{Title: "Orbita", Kind: data.ProjectWork, For: data.Someone{Person: data.Me},
		Steps: []data.Step{{Stage: data.Heard, Day: 739000}}, Chain: []data.Link{{Someone: data.Someone{Person: ana}, Part: data.ToldOf}}}
	heard := hear(s)
	check := func(op string, kinds []data.Kind, people ...data.ID) {
		t.Helper()
		want := []data.Change{{Op: op, Kinds: kinds, People: people}}
		if !reflect.DeepEqual(*heard, want) {
			t.Errorf("watchers were told %v, want %v", *heard, want)
		}
		*heard = nil
	}
	type kinds = []data.Kind
	steps := []struct {
		op     string
		kinds  kinds
		people []data.ID
		change func(tx *store.Tx) error
	}{
		{"Log", kinds{data.Interactions}, []data.ID{ana, raj}, func(tx *store.Tx) error {
			talk = data.Interaction{Kind: data.Coffee, Day: 739000, Text: "tea", People: []data.ID{ana, raj}}
			return tx.SaveInteraction(&talk)
		}},
		{"Reword", kinds{data.Interactions}, []data.ID{ana, raj}, func(tx *store.Tx) error {
			talk.Text = "coffee"
			return tx.SaveInteraction(&talk)
		}},
		{"Leave Raj out", kinds{data.Interactions}, []data.ID{raj}, func(tx *store.Tx) error {
			talk.People = []data.ID{ana}
			return tx.SaveInteraction(&talk)
		}},
		{"Join", kinds{data.Circles}, []data.ID{ana}, func(tx *store.Tx) error { return tx.JoinCircle(ana, "Close", 739000) }},
		{"Rename", kinds{data.Circles}, []data.ID{ana}, func(tx *store.Tx) error { return tx.SaveCircle(&data.Circle{ID: 1, Name: "Near"}) }},
		{"Pause, remember", kinds{data.Details, data.People}, []data.ID{ana, raj}, func(tx *store.Tx) error {
			return errors.Join(tx.Pause(ana, 740000), tx.SaveDetail(&data.Detail{Person: raj, Text: "Two dogs"}))
		}},
		{"Work", kinds{data.Organisations, data.Roles}, []data.ID{raj}, func(tx *store.Tx) error {
			return datatest.Role("Halden", "Engineer", "2016", "")(t, tx, raj)
		}},
		{"Rename Halden", kinds{data.Organisations}, []data.ID{raj}, func(tx *store.Tx) error { return tx.RenameOrganisation(1, "Halden AS") }},
		{"Give Ana the role", kinds{data.Roles}, []data.ID{ana, raj}, func(tx *store.Tx) error {
			return tx.SaveRole(&data.Role{ID: 1, Person: ana, Organisation: 1, Employer: "Halden", Source: data.Stated})
		}},
		{"Hear of", kinds{data.Opportunities}, []data.ID{data.Me, ana}, func(tx *store.Tx) error { return tx.SaveOpportunity(&door) }},
		{"Win", kinds{data.Opportunities}, []data.ID{data.Me, ana}, func(tx *store.Tx) error {
			door.Steps = append(door.Steps, data.Step{Stage: data.Won, Day: 739001})
			return tx.SaveOpportunity(&door)
		}},
		{"Set", kinds{data.Settings}, nil, func(tx *store.Tx) error { return tx.Set("theme", "dark") }},
	}
	for _, step := range steps {
		if err := s.Write(ctx, step.op, step.change); err != nil {
			t.Fatalf("%s: %v", step.op, err)
		}
		check(step.op, step.kinds, step.people...)
	}
	for _, step := range slices.Backward(steps) {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatalf("undo %s: %v", step.op, err)
		}
		check(step.op, step.kinds, step.people...)
	}
	for _, step := range steps {
		if _, err := s.Redo(ctx); err != nil {
			t.Fatalf("redo %s: %v", step.op, err)
		}
		check(step.op, step.kinds, step.people...)
	}
}

func TestAChangeOfVeryManyPeopleSaysAll(t *testing.T) {
	s := datatest.Open(t)
	heard := hear(s)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddImported(make([]store.Imported, 201)) })
	if c := (*heard)[0]; !c.All || c.People != nil || !c.Touches(data.Ties) {
		t.Errorf("watchers were told %v", c)
	}
}

func TestWhatChangesNothingLeavesNoOperationAndTellsNobody(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Contact(data.Email, "ana@x"), datatest.Role("Halden", "Engineer", "2016", ""),
		datatest.Interaction(data.Call, "2026-11-01", "x"), datatest.Cadence(30, 60, "2026-11-01"), datatest.Circle("Close"), datatest.Tie(data.Friend))
	before, heard := store.Dump(t, s), hear(s)
	datatest.Write(t, s, func(tx *store.Tx) error {
		p, err := tx.Person(ana)
		if err != nil {
			return err
		}
		roles, err := tx.Roles(ana)
		if err != nil {
			return err
		}
		ties, err := tx.TiesOf(ana)
		if err != nil {
			return err
		}
		k, err := tx.Cadence(ana)
		return errors.Join(err, tx.SavePerson(&p), tx.SaveRole(&roles[0]), tx.SaveTie(&ties[0]), tx.SaveCadence(k),
			tx.JoinCircle(ana, "CLOSE", 0), tx.Pause(ana, 0), tx.DeleteTie(999))
	})
	if got := store.Dump(t, s); got != before || len(*heard) > 0 {
		t.Errorf("watchers were told %v, and the file differs:\n%s", *heard, store.Difference(before, got))
	}
}

func TestWhoStoppedWatchingIsToldNoMore(t *testing.T) {
	s := datatest.Open(t)
	var order []string
	stop := s.Watch(func(data.Change) { order = append(order, "a") })
	s.Watch(func(data.Change) { order = append(order, "b") })
	datatest.Person(t, s, "Ana")
	stop()
	stop()
	datatest.Person(t, s, "Raj")
	if !slices.Equal(order, []string{"a", "b", "b"}) {
		t.Errorf("told in the order %v", order)
	}
}

func TestAWatcherMayWriteAndRead(t *testing.T) {
	s := datatest.Open(t)
	n := 0
	s.Watch(func(c data.Change) {
		if n++; n > 1 {
			return
		}
		if err := s.Write(ctx, "echo", func(tx *store.Tx) error { return tx.Set("seen", c.Op) }); err != nil {
			t.Error(err)
		}
		if _, err := s.People(ctx, store.Filter{}); err != nil {
			t.Error(err)
		}
	})
	datatest.Person(t, s, "Ana")
	if n != 2 {
		t.Errorf("%d changes were told", n)
	}
}

func TestReadingChangesNothing(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana")
	before := dump(t, s)
	var kept *store.Tx
	err := s.Read(ctx, func(tx *store.Tx) error {
		kept = tx
		if p, err := tx.Person(ana); err != nil || p.Name != "Ana" {
			t.Errorf("read %v, %v", p, err)
		}
		return tx.Pause(ana, 740000)
	})
	if err == nil {
		t.Error("Read let a change through")
	}
	if err := kept.SavePerson(&data.Person{Name: "Raj"}); err == nil {
		t.Error("a Tx of Read added somebody after its end")
	}
	err = s.Write(ctx, "keep the Tx", func(tx *store.Tx) error { kept = tx; return tx.Set("theme", "dark") })
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := kept.Set("theme", "light"); !errors.Is(err, sql.ErrTxDone) {
		t.Errorf("a Tx of Write after its end: %v", err)
	}
	if got := dump(t, s); got != before {
		t.Errorf("the file differs:\n%s", store.Difference(before, got))
	}
}

func TestAStoreThatIsClosedSaysSo(t *testing.T) {
	s := datatest.Open(t)
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(ctx, "late", func(*store.Tx) error { return nil }); !errors.Is(err, sql.ErrConnDone) {
		t.Errorf("Write: %v", err)
	}
	if err := s.Poll(ctx); !errors.Is(err, sql.ErrConnDone) {
		t.Errorf("Poll: %v", err)
	}
	if _, err := s.Backup(ctx, "late"); !errors.Is(err, sql.ErrConnDone) {
		t.Errorf("Backup: %v", err)
	}
	if _, err := s.People(ctx, store.Filter{}); err == nil {
		t.Error("People answered")
	}
}
