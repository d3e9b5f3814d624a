package store_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// TestMain lets the test binary be the child that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("PEERAGE_TEST_WRITER"); dir != "" {
		os.Exit(writeForEver(dir))
	}
	os.Exit(m.Run())
}

// pair opens one file twice, as a command and the window do.
func pair(t *testing.T) (window, command *store.Store) {
	t.Helper()
	dir := t.TempDir()
	return datatest.OpenIn(t, dir), datatest.OpenIn(t, dir)
}

func poll(t *testing.T, s *store.Store) {
	t.Helper()
	if err := s.Poll(ctx); err != nil {
		t.Fatal(err)
	}
}

func TestWhatAnotherProcessWroteIsSeenAfterPoll(t *testing.T) {
	window, command := pair(t)
	if got := search(t, window, "ana"); len(got) != 0 {
		t.Fatal(got)
	}
	heard := hear(window)
	poll(t, window)
	if len(*heard) != 0 {
		t.Errorf("told of %v before anything was written", *heard)
	}
	datatest.Person(t, command, "Ana")
	poll(t, window)
	poll(t, window)
	if want := []data.Change{{All: true}}; !reflect.DeepEqual(*heard, want) {
		t.Errorf("told %v, want %v", *heard, want)
	}
	if got := search(t, window, "ana"); !slices.Equal(got, []string{"Ana"}) {
		t.Errorf("found %v", got)
	}
	*heard = nil
	datatest.Person(t, window, "Raj")
	poll(t, window)
	if len(*heard) != 1 || (*heard)[0].All {
		t.Errorf("a write of one's own was told as %v", *heard)
	}
}

func TestWhatAnotherProcessDidCanBeUndone(t *testing.T) {
	window, command := pair(t)
	before := dump(t, window)
	datatest.Person(t, command, "Ana")
	datatest.Person(t, window, "Raj")
	datatest.Person(t, command, "Kim")
	after := dump(t, window)
	for _, s := range []*store.Store{window, command, window} {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	mustBe(t, command, before, "after undoing in turns")
	for _, s := range []*store.Store{command, window, command} {
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	mustBe(t, window, after, "after redoing in turns")
}

func TestTwoProcessesWriteAtOnce(t *testing.T) {
	window, command := pair(t)
	window.Watch(func(data.Change) {})
	var all sync.WaitGroup
	for name, s := range map[string]*store.Store{"window": window, "command": command} {
		for range 2 {
			all.Go(func() {
				for i := range 30 {
					err := s.Write(ctx, name, func(tx *store.Tx) error {
						return tx.SavePerson(&data.Person{Name: fmt.Sprint(name, i)})
					})
					if err != nil {
						t.Error(err)
					}
					if _, err := s.People(ctx, store.Filter{Words: name}); err != nil {
						t.Error(err)
					}
					if err := s.Poll(ctx); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	all.Wait()
	for _, s := range []*store.Store{window, command} {
		poll(t, s)
		if got := search(t, s, ""); len(got) != 120 {
			t.Errorf("%d people, want 120", len(got))
		}
	}
	if n := undoTo(t, window, 0); n != 120 {
		t.Errorf("%d operations, want 120", n)
	}
}

func TestManyMayOpenANewFileAtOnce(t *testing.T) {
	for range 5 {
		dir := t.TempDir()
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				s, err := store.Open(dir, clock)
				if err != nil {
					t.Error(err)
					return
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		s := datatest.OpenIn(t, dir)
		if p, err := s.Person(ctx, data.Me); err != nil || p.UUID == "" {
			t.Errorf("Me is %v, %v", p, err)
		}
	}
}

func TestOfTwoThatClaimEachAnnouncementIsOnes(t *testing.T) {
	window, command := pair(t)
	today := datatest.Day(t, datatest.Today)
	heard := hear(window)
	var mine [2][]string
	var all sync.WaitGroup
	for i, s := range []*store.Store{window, command} {
		all.Go(func() {
			for n := range 40 {
				fresh, err := s.Claim(ctx, today, []string{fmt.Sprint(n), fmt.Sprint(n + 1)})
				if err != nil {
					t.Error(err)
				}
				mine[i] = append(mine[i], fresh...)
			}
		})
	}
	all.Wait()
	both := slices.Sorted(slices.Values(slices.Concat(mine[0], mine[1])))
	if want := slices.Compact(slices.Clone(both)); len(want) != 41 || len(both) != 41 {
		t.Errorf("claimed %v", both)
	}
	if known, err := window.Announced(ctx, []string{"0", "40", "41"}); err != nil || !known["0"] || !known["40"] || known["41"] {
		t.Errorf("Announced = %v, %v", known, err)
	}
	if err := window.Release(ctx, []string{"0", "7"}); err != nil {
		t.Fatal(err)
	}
	if fresh, err := command.Claim(ctx, today, []string{"0", "1"}); err != nil || !slices.Equal(fresh, []string{"0"}) {
		t.Errorf("after Release Claim gives %v, %v", fresh, err)
	}
	// After 400 days an announcement is forgotten.
	if _, err := window.Claim(ctx, today+401, nil); err != nil {
		t.Fatal(err)
	}
	if known, err := window.Announced(ctx, []string{"1"}); err != nil || known["1"] {
		t.Errorf("Announced = %v, %v", known, err)
	}
	if op, err := window.CanUndo(ctx); err != nil || op.Name != "" || len(*heard) != 0 {
		t.Errorf("claims left the operation %v (%v) and told %v", op, err, *heard)
	}
}

// writeForEver adds people and says so on standard output after each, until it is killed.
func writeForEver(dir string) int {
	s, err := store.Open(dir, clock)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	for n := 0; ; n++ {
		name := fmt.Sprintf("%d-%d", os.Getpid(), n)
		err := s.Write(ctx, name, func(tx *store.Tx) error {
			p := data.Person{Name: name, Notes: strings.Repeat("note ", 200)}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			return tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: 739000, Text: name, People: []data.ID{p.ID}})
		})
		if err == nil && n%5 == 4 {
			_, err = s.Undo(ctx)
			name = "undone"
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Println(name)
	}
}

// acknowledged runs a writer, kills it a while after it has done so many things, and returns what it said it had done.
func acknowledged(t *testing.T, dir string, done int, after time.Duration) (lines []string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(self)
	child.Env = append(os.Environ(), "PEERAGE_TEST_WRITER="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	kill := time.AfterFunc(time.Minute, func() { child.Process.Kill() })
	defer kill.Stop()
	for scanner := bufio.NewScanner(out); ; lines = append(lines, scanner.Text()) {
		if len(lines) == done {
			kill.Reset(after)
		}
		if !scanner.Scan() {
			break
		}
	}
	child.Wait()
	if child.ProcessState.Exited() {
		t.Fatalf("the writer was not killed but ended: %v", child.ProcessState)
	}
	return lines
}

func TestWhatWasAcknowledgedSurvivesBeingKilled(t *testing.T) {
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(3, 4))
	total := 0
	for round := range 30 {
		// Every other writer is killed wherever it is, opening the file too, and the rest amid their work.
		lines := acknowledged(t, dir, round%2*2, time.Duration(20+random.IntN(120))*time.Millisecond)
		total += len(lines)
		s := datatest.OpenIn(t, dir)
		if err := s.Check(ctx); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		there := map[string]bool{}
		for _, name := range store.Texts(t, s, `SELECT p.name FROM person p JOIN interaction_person x ON x.person_id = p.id
			JOIN interaction i ON i.id = x.interaction_id AND i.text = p.name`) {
			there[name] = true
		}
		for i, name := range lines {
			if name != "undone" {
				if !there[name] {
					t.Fatalf("round %d: %s was acknowledged and is lost", round, name)
				}
				continue
			}
			writer, _, _ := strings.Cut(lines[i-1], "-")
			if gone := fmt.Sprintf("%s-%d", writer, i); there[gone] {
				t.Fatalf("round %d: %s was undone and is there", round, gone)
			}
		}
		if n := store.Texts(t, s, "SELECT count(*) FROM person WHERE id > 1 AND NOT EXISTS (SELECT 1 FROM interaction_person x WHERE x.person_id = person.id)"); n[0] != "0" {
			t.Fatalf("round %d: %s operations are there in half", round, n[0])
		}
		closeStore(t, s)
	}
	if total < 30 {
		t.Errorf("only %d operations were acknowledged", total)
	}
}

func TestTheVersionIsAnotherOneAfterEveryWriteOfAnyProcess(t *testing.T) {
	window, command := pair(t)
	version := func() store.Version {
		t.Helper()
		v, err := window.Version(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	seen := map[store.Version]bool{version(): true}
	for _, write := range []func(){
		func() { datatest.Person(t, window, "Ana") },
		func() { datatest.Person(t, command, "Bob") },
		func() {
			if _, err := window.Undo(ctx); err != nil {
				t.Error(err)
			}
		},
	} {
		write()
		if v := version(); seen[v] || v != version() {
			t.Errorf("%v after a write, had %v", v, seen)
		} else {
			seen[v] = true
		}
		datatest.Write(t, window, func(tx *store.Tx) error {
			if v, err := tx.Version(); err != nil || !seen[v] {
				t.Errorf("%v inside a write, want the newest of %v: %v", v, seen, err)
			}
			return nil
		})
		seen[version()] = true
	}
}
