package store_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// underived returns the lines of a dump by table and id, but for what is derived: moves, derived ties, and
// where the titles of roles stand.
func underived(t testing.TB, s *store.Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	for line := range strings.Lines(dump(t, s)) {
		table, rest, _ := strings.Cut(line, " ")
		id, _, _ := strings.Cut(rest, " ")
		if !strings.HasPrefix(id, "id=") || table == "move" || table == "tie" && strings.Contains(line, `derived=int64:"1"`) {
			continue
		}
		if table == "role" {
			line = line[:strings.Index(line, " track=")] + line[strings.Index(line, " ruled="):]
		}
		all[table+" "+id] = line
	}
	return all
}

// mergeSome makes one of two people by chance, as an operation that is remembered, and returns it; false
// where nobody is there to be merged.
func mergeSome(t testing.TB, s *store.Store, random *rand.Rand) (store.Merge, bool) {
	t.Helper()
	err := s.Write(ctx, "Merge", func(tx *store.Tx) error {
		ids, err := tx.IDs("person")
		if err != nil || len(ids) < 3 {
			return errors.Join(err, data.ErrNotFound)
		}
		ids = ids[1:]
		random.Shuffle(len(ids), func(i, k int) { ids[i], ids[k] = ids[k], ids[i] })
		return errors.Join(tx.MergePeople(ids[0], ids[1]), tx.RememberMerge(ids[0], ids[1], "Ana"))
	})
	if err != nil {
		return store.Merge{}, false
	}
	return merges(t, s)[0], true
}

func merges(t testing.TB, s *store.Store) []store.Merge {
	t.Helper()
	all, err := s.Merges(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// takeApart takes a merge apart, and returns what is in the way.
func takeApart(t testing.TB, s *store.Store, m store.Merge) *data.Blocked {
	t.Helper()
	var blocked *data.Blocked
	err := s.Write(ctx, "Take apart", func(tx *store.Tx) error { return tx.TakeApart(m.ID) })
	if err != nil && !errors.As(err, &blocked) {
		t.Fatal(err)
	}
	return blocked
}

// asIfNever checks that what the merge touched is as before it, and everything else as it was after what
// came later. Rows whose id another one has taken since are compared without their numbers.
func asIfNever(t testing.TB, before, merged, later, apart map[string]string) {
	t.Helper()
	want := map[string]string{}
	var anew []string // rows that come back and whose place is taken
	for k, line := range later {
		want[k] = line
	}
	for k := range merged {
		if _, was := before[k]; !was {
			delete(want, k)
		}
	}
	for k, line := range before {
		switch now, stays := merged[k]; {
		case stays && now == line:
		case !stays && later[k] != "":
			anew = append(anew, k)
		default:
			want[k] = line
		}
	}
	if len(anew) > 0 {
		if len(apart) != len(want)+len(anew) {
			t.Fatalf("%d rows after taking apart, want %d", len(apart), len(want)+len(anew))
		}
		return
	}
	for k, line := range want {
		if apart[k] != line {
			t.Fatalf("after taking apart\n got %q\nwant %q", apart[k], line)
		}
	}
	if len(apart) != len(want) {
		t.Fatalf("%d rows after taking apart, want %d", len(apart), len(want))
	}
}

// octets returns so many by chance, to be played.
func octets(random *rand.Rand, n int) []byte {
	all := make([]byte, n)
	for i := range all {
		all[i] = byte(random.Uint32())
	}
	return all
}

// apartAtLast takes a merge apart, and where something is in the way, after undoing one operation after
// the other. It checks what is left, and returns how many had to be undone.
func apartAtLast(t testing.TB, s *store.Store, m store.Merge, before, merged map[string]string) (undone int) {
	t.Helper()
	for {
		later, all := underived(t, s), dump(t, s)
		blocked := takeApart(t, s, m)
		if blocked == nil {
			asIfNever(t, before, merged, later, underived(t, s))
			return undone
		}
		mustBe(t, s, all, "after being refused")
		if len(blocked.By) == 0 {
			t.Fatal("nothing is named that would be in the way")
		}
		if op, err := s.CanUndo(ctx); err != nil || op.ID == m.ID {
			t.Fatalf("the merge itself is in its way: %v, %v", blocked, err)
		}
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		undone++
	}
}

func TestAMergeIsTakenApartAsIfItHadNeverHappenedOrSaysWhatIsInTheWay(t *testing.T) {
	atOnce, blocked := 0, 0
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 77))
		dir := t.TempDir()
		s := datatest.OpenIn(t, dir)
		store.Exec(t, s, "PRAGMA synchronous = OFF")
		for _, name := range []string{"Ana", "Raj", "Kim"} {
			datatest.Person(t, s, name, datatest.Notes("met at "+name+"'s"), datatest.Contact(data.Email, name+"@example.org"))
		}
		play(t, s, octets(random, random.IntN(600)))
		before := underived(t, s)
		m, ok := mergeSome(t, s, random)
		if !ok {
			continue
		}
		merged := underived(t, s)
		play(t, s, octets(random, random.IntN(200)))
		if !slices.Contains(merges(t, s), m) {
			continue // what was played has taken it apart
		}
		if apartAtLast(t, s, m, before, merged) > 0 {
			blocked++
		} else {
			atOnce++
		}
		backAndForth(t, s, dir, m)
	}
	if atOnce < 25 || blocked < 8 {
		t.Errorf("%d came apart at once, and %d once what was in the way was undone", atOnce, blocked)
	}
}

// backAndForth undoes and redoes the last operation, which took a merge apart, after a restart.
func backAndForth(t testing.TB, s *store.Store, dir string, m store.Merge) {
	t.Helper()
	apart := dump(t, s)
	if err := errors.Join(s.Check(ctx), s.Close()); err != nil {
		t.Fatal(err)
	}
	s = datatest.OpenIn(t, dir)
	for range 2 {
		if slices.Contains(merges(t, s), m) {
			t.Fatal("what was taken apart is still known as a merge")
		}
		if name, err := s.Undo(ctx); err != nil || name != "Take apart" {
			t.Fatalf("undo took back %q, %v", name, err)
		}
		if !slices.Contains(merges(t, s), m) {
			t.Fatal("what is one again is not known as a merge")
		}
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
		mustBe(t, s, apart, "after redoing it")
	}
}

// world is a store with two people of whom the second was merged into the first.
type world struct {
	s         *store.Store
	ana, gone data.ID
	merge     store.Merge
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{s: datatest.Open(t)}
	w.ana = datatest.Person(t, w.s, "Ana", datatest.Notes("one"))
	w.gone = datatest.Person(t, w.s, "Ana Lima", datatest.Notes("two"), datatest.Contact(data.Email, "lima@example.org"))
	w.merge = w.join(t, w.ana, w.gone, "Ana Lima")
	return w
}

func (w *world) join(t *testing.T, keep, drop data.ID, name string) store.Merge {
	t.Helper()
	w.write(t, "Merge "+name, func(tx *store.Tx) error {
		return errors.Join(tx.MergePeople(keep, drop), tx.RememberMerge(keep, drop, name))
	})
	return merges(t, w.s)[0]
}

func (w *world) write(t *testing.T, name string, change func(*store.Tx) error) {
	t.Helper()
	if err := w.s.Write(ctx, name, change); err != nil {
		t.Fatal(err)
	}
}

func (w *world) rename(t *testing.T, id data.ID, name string) {
	t.Helper()
	w.write(t, "Edit "+name, func(tx *store.Tx) error {
		p, err := tx.Person(id)
		p.Name = name
		return errors.Join(err, tx.SavePerson(&p))
	})
}

func mustBlock(t *testing.T, b *data.Blocked, more int, by ...string) {
	t.Helper()
	if b == nil || !slices.Equal(b.By, by) || b.More != more {
		t.Errorf("in the way are %+v, want %q and %d more", b, by, more)
	}
}

func TestARenamedPersonBlocksAndIsNamed(t *testing.T) {
	w := newWorld(t)
	w.rename(t, w.ana, "Anna")
	mustBlock(t, takeApart(t, w.s, w.merge), 0, "Edit Anna")
	for _, name := range []string{"Anne", "Anja", "Anya", "Anna"} {
		w.rename(t, w.ana, name)
	}
	mustBlock(t, takeApart(t, w.s, w.merge), 1, "Edit Anna", "Edit Anya", "Edit Anja")
	undoTo(t, w.s, w.merge.ID)
	if b := takeApart(t, w.s, w.merge); b != nil {
		t.Error(b)
	}
}

func TestContactLoggedSinceStaysWithTheOneWhoWasKept(t *testing.T) {
	w := newWorld(t)
	w.write(t, "Log", func(tx *store.Tx) error {
		return tx.SaveInteraction(&data.Interaction{Kind: data.Coffee, Day: 739000, People: []data.ID{w.ana}})
	})
	if b := takeApart(t, w.s, w.merge); b != nil {
		t.Fatal(b)
	}
	for id, want := range map[data.ID]int{w.ana: 1, w.gone: 0} {
		if had, err := w.s.Interactions(ctx, id, 0); err != nil || len(had) != want {
			t.Errorf("%d has %d interactions, %v", id, len(had), err)
		}
	}
	if p, err := w.s.Person(ctx, w.gone); err != nil || p.Name != "Ana Lima" || p.Notes != "two" || len(p.Contacts) != 1 {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestSomebodyAddedSinceDoesNotTakeThePlaceOfTheOneWhoWent(t *testing.T) {
	w := newWorld(t)
	was := store.Texts(t, w.s, "SELECT uuid FROM person")
	raj := datatest.Person(t, w.s, "Raj")
	if raj != w.gone {
		t.Fatalf("Raj is %d, so nothing is tried here", raj)
	}
	if b := takeApart(t, w.s, w.merge); b != nil {
		t.Fatal(b)
	}
	if p, err := w.s.Person(ctx, raj); err != nil || p.Name != "Raj" || len(p.Contacts) != 0 {
		t.Errorf("%+v, %v", p, err)
	}
	ids := store.Texts(t, w.s, "SELECT id FROM person WHERE name = 'Ana Lima'")
	if len(ids) != 1 || len(store.Texts(t, w.s, "SELECT uuid FROM person")) != len(was)+2 {
		t.Fatalf("Ana Lima is %v", ids)
	}
	if got := store.Texts(t, w.s, "SELECT value FROM contact_point WHERE person_id = ?", ids[0]); !slices.Equal(got, []string{"lima@example.org"}) {
		t.Errorf("Ana Lima has %q", got)
	}
}

func TestOfTwoMergesIntoOnePersonTheLaterComesApartFirst(t *testing.T) {
	w := newWorld(t)
	other := datatest.Person(t, w.s, "Ana Souza", datatest.Notes("three"))
	before := dump(t, w.s)
	second := w.join(t, w.ana, other, "Ana Souza")
	if all := merges(t, w.s); len(all) != 2 || all[0] != second || all[1] != w.merge {
		t.Fatalf("%+v", all)
	}
	mustBlock(t, takeApart(t, w.s, w.merge), 0, "Merge Ana Souza")
	if b := takeApart(t, w.s, second); b != nil {
		t.Fatal(b)
	}
	mustBe(t, w.s, before, "with the second taken apart")
	if b := takeApart(t, w.s, w.merge); b != nil {
		t.Fatal(b)
	}
	if all := merges(t, w.s); len(all) != 0 {
		t.Errorf("%+v", all)
	}
	for _, m := range []store.Merge{w.merge, second} {
		err := w.s.Write(ctx, "again", func(tx *store.Tx) error { return tx.TakeApart(m.ID) })
		if !errors.Is(err, data.ErrNotFound) {
			t.Errorf("taken apart again: %v", err)
		}
	}
}

func TestOnePersonWhoBecameAnotherTwiceComesApartStepByStep(t *testing.T) {
	w := newWorld(t)
	raj := datatest.Person(t, w.s, "Raj")
	second := w.join(t, raj, w.ana, "Ana")
	mustBlock(t, takeApart(t, w.s, w.merge), 0, "Merge Ana")
	for _, m := range []store.Merge{second, w.merge} {
		if b := takeApart(t, w.s, m); b != nil {
			t.Fatal(b)
		}
	}
	if got := store.Texts(t, w.s, "SELECT name FROM person WHERE id > 1 ORDER BY name"); !slices.Equal(got, []string{"Ana", "Ana Lima", "Raj"}) {
		t.Errorf("there are %q", got)
	}
}

func TestAMergeThatWasUndoneIsNone(t *testing.T) {
	w := newWorld(t)
	undoTo(t, w.s, w.merge.ID-1)
	if all := merges(t, w.s); len(all) != 0 {
		t.Errorf("%+v", all)
	}
	if _, err := w.s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if all := merges(t, w.s); len(all) != 1 || all[0] != w.merge || all[0].Other != "Ana Lima" || all[0].Kept != w.ana {
		t.Errorf("%+v", all)
	}
	if all, err := w.s.Merges(ctx, w.gone); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
	err := w.s.Write(ctx, "late", func(tx *store.Tx) error {
		return errors.Join(tx.Set("theme", "dark"), tx.TakeApart(w.merge.ID))
	})
	if err == nil {
		t.Error("a merge was taken apart in the middle of a write")
	}
}

func TestWhatAMergeTookFromAGoneCircleBlocks(t *testing.T) {
	s := datatest.Open(t)
	w := &world{s: s}
	w.ana, w.gone = datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Ana Lima")
	w.write(t, "Circle", func(tx *store.Tx) error {
		return errors.Join(tx.JoinCircle(w.ana, "close", 739000), tx.JoinCircle(w.gone, "close", 739000))
	})
	w.merge = w.join(t, w.ana, w.gone, "Ana Lima")
	w.write(t, "Delete the circle", func(tx *store.Tx) error {
		ids, err := tx.IDs("circle")
		return errors.Join(err, tx.DeleteCircle(ids[0]))
	})
	mustBlock(t, takeApart(t, s, w.merge), 0, "Delete the circle")
}
