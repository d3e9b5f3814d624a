package remind

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"peerage/app/wordstest"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// home is a store with people whose rhythms were set on 1 November 2026: Ana and Raj every day, Kim
// every ten years.
type home struct {
	t     *testing.T
	store *store.Store
	dir   string
	ids   map[string]data.ID
}

func newHome(t *testing.T) *home {
	t.Helper()
	h := &home{t: t, dir: t.TempDir(), ids: map[string]data.ID{}}
	h.store = h.open()
	h.write(func(tx *store.Tx) error {
		for _, name := range []string{"Ana Souza", "Raj Patel", "Kim Lee"} {
			p := data.Person{Name: name}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			rhythm := data.Rhythm{Ideal: 1, Longest: 2}
			if name == "Kim Lee" {
				rhythm = data.Rhythm{Ideal: data.MaxInterval, Longest: data.MaxInterval}
			}
			if err := tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: rhythm, Set: data.NewDay(2026, 11, 1)}); err != nil {
				return err
			}
			h.ids[name] = p.ID
		}
		return nil
	})
	return h
}

func (h *home) open() *store.Store {
	h.t.Helper()
	s, err := store.Open(h.dir, time.Now)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { s.Close() })
	return s
}

func (h *home) write(change func(*store.Tx) error) {
	h.t.Helper()
	if err := h.store.Write(h.t.Context(), "Test", change); err != nil {
		h.t.Fatal(err)
	}
}

func (h *home) prefer(change func(*data.Preferences)) {
	h.t.Helper()
	p := data.DefaultPreferences()
	change(&p)
	h.write(func(tx *store.Tx) error {
		for name, value := range p.Settings() {
			if err := tx.Set(name, value); err != nil {
				return err
			}
		}
		return nil
	})
}

// shown is a Notifier that takes the bodies of notes down.
type shown struct {
	lock   sync.Mutex
	titles []string
	bodies []string
	broken error
}

func (n *shown) Notify(_ context.Context, note Note) error {
	n.lock.Lock()
	defer n.lock.Unlock()
	if n.broken == nil {
		n.titles, n.bodies = append(n.titles, note.Title), append(n.bodies, note.Body)
	}
	return n.broken
}

// raise raises what is due on a day and returns how many check-ins that were.
func raise(t *testing.T, s *store.Store, n Notifier, day string) int {
	t.Helper()
	at, err := time.Parse("2006-01-02", day)
	if err != nil {
		t.Fatal(err)
	}
	raised, err := New(s, n, wordstest.English(t)).Raise(t.Context(), at.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	return raised
}

func TestACheckInInTheStoreIsRaisedOnce(t *testing.T) {
	h := newHome(t)
	var n shown
	if got := raise(t, h.store, &n, "2026-11-22"); got != 2 {
		t.Errorf("%d were raised", got)
	}
	if got := raise(t, h.store, &n, "2026-11-22") + raise(t, h.store, &n, "2026-11-23") + raise(t, h.open(), &n, "2026-11-22"); got != 0 {
		t.Errorf("%d were raised again", got)
	}
	h.write(func(tx *store.Tx) error {
		return tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: data.NewDay(2026, 11, 22), People: []data.ID{h.ids["Ana Souza"]}})
	})
	if got := raise(t, h.store, &n, "2026-11-23"); got != 1 {
		t.Errorf("of the next check-in %d were raised", got)
	}
	if got := strings.Join(n.bodies, "; "); got != "Ana Souza and Raj Patel; Ana Souza" {
		t.Error(got)
	}
}

func TestASnoozedCheckInIsRaisedAgainOnItsDay(t *testing.T) {
	h := newHome(t)
	var n shown
	raise(t, h.store, &n, "2026-11-22")
	h.write(func(tx *store.Tx) error {
		c, err := tx.Cadence(h.ids["Raj Patel"])
		if err != nil {
			return err
		}
		c.Snoozed = data.NewDay(2026, 11, 25)
		return tx.SaveCadence(c)
	})
	if got := raise(t, h.store, &n, "2026-11-24"); got != 0 {
		t.Errorf("%d were raised before their day", got)
	}
	if got := raise(t, h.store, &n, "2026-11-25"); got != 1 || n.bodies[len(n.bodies)-1] != "Raj Patel" {
		t.Errorf("%d were raised: %q", got, n.bodies)
	}
}

func TestNothingIsRaisedForSomeoneWhoTurnedRemindersOff(t *testing.T) {
	h := newHome(t)
	var n shown
	h.prefer(func(p *data.Preferences) { p.Remind = false })
	if got := raise(t, h.store, &n, "2026-11-22"); got != 0 || len(n.bodies) != 0 {
		t.Errorf("%d were raised: %q", got, n.bodies)
	}
	h.prefer(func(p *data.Preferences) {})
	if got := raise(t, h.store, &n, "2026-11-22"); got != 2 {
		t.Errorf("%d were raised once turned on", got)
	}
}

func TestPrivatePeopleAreCountedAndHiddenNamesAreNotShown(t *testing.T) {
	h := newHome(t)
	var n shown
	h.write(func(tx *store.Tx) error {
		p, err := tx.Person(h.ids["Raj Patel"])
		if err != nil {
			return err
		}
		p.Private = true
		return tx.SavePerson(&p)
	})
	raise(t, h.store, &n, "2026-11-22")
	hidden := newHome(t)
	hidden.prefer(func(p *data.Preferences) { p.HideNames = true })
	raise(t, hidden.store, &n, "2026-11-22")
	if want := []string{"Ana Souza and one more", "2 people are due."}; !slices.Equal(n.bodies, want) {
		t.Errorf("%q, want %q", n.bodies, want)
	}
}

func TestAClaimInTheStoreIsGivenBackWhenNothingShowsTheNote(t *testing.T) {
	h := newHome(t)
	n := shown{broken: errors.New("no service")}
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	if got, err := New(h.store, &n, wordstest.English(t)).Raise(t.Context(), at); got != 0 || !errors.Is(err, ErrNotShown) {
		t.Errorf("%d, %v", got, err)
	}
	n.broken = nil
	if got := raise(t, h.store, &n, "2026-11-22"); got != 2 {
		t.Errorf("%d were raised", got)
	}
}

func TestFourRemindersOfOneFileRaiseEverythingOnce(t *testing.T) {
	h := newHome(t)
	var n shown
	h.write(func(tx *store.Tx) error {
		for _, what := range []string{"slides", "a word"} {
			p := data.Promise{Person: h.ids["Kim Lee"], By: data.Mine, What: what, Made: on("2026-11-01"), Due: on("2026-11-22"), State: data.PromiseOpen}
			if err := tx.SavePromise(&p); err != nil {
				return err
			}
		}
		return nil
	})
	var both sync.WaitGroup
	var raised [4]int
	for i := range raised {
		s := h.open()
		both.Go(func() { raised[i] = raise(t, s, &n, "2026-11-22") })
	}
	both.Wait()
	if sum := raised[0] + raised[1] + raised[2] + raised[3]; sum != 4 {
		t.Errorf("%v were raised: %q", raised, n.lines())
	}
	all := strings.Join(n.lines(), ", ")
	for name, times := range map[string]int{"Ana Souza": 1, "Raj Patel": 1, "Kim Lee": 2} {
		if strings.Count(all, name) != times {
			t.Errorf("%s is named otherwise: %s", name, all)
		}
	}
}

func TestTheScheduleIsWhatIsSet(t *testing.T) {
	h := newHome(t)
	schedule := func() Schedule {
		plan, err := New(h.store, &shown{}, wordstest.English(t)).Coming(t.Context(), on("2026-11-22"))
		if err != nil {
			t.Fatal(err)
		}
		return plan.Schedule
	}
	if got := schedule(); got.At != 9*60 || got.Quiet != (data.Hours{}) || got.Rest != 0 || !got.Open(time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v", got)
	}
	want := Schedule{At: 17*60 + 45, On: [7]bool{false, true}, Quiet: data.Hours{From: 60, To: 120}, Rest: on("2026-12-01")}
	h.prefer(func(p *data.Preferences) {
		p.RemindAt, p.RemindOn, p.Quiet, p.Rest = want.At, want.On, want.Quiet, want.Rest
	})
	if got := schedule(); got != want {
		t.Errorf("%+v", got)
	}
}

func TestAStoreThatCannotBeReadIsAnErrorAndNotSilence(t *testing.T) {
	h := newHome(t)
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	r := New(h.store, &shown{}, wordstest.English(t))
	if n, err := r.Raise(t.Context(), time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)); n != 0 || err == nil {
		t.Errorf("%d, %v", n, err)
	}
}

func TestAPromiseIsRaisedOnItsDayAndSaysNothingOfWhatItIs(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza", datatest.Promise(data.Mine, "the secret rubric", "2026-11-01", "2026-11-23"), datatest.Promise(data.Mine, "no day", "2026-11-01", ""))
	datatest.Person(t, s, "Raj Patel", datatest.Promise(data.Theirs, "an introduction", "2026-11-01", "2026-11-20"))
	datatest.Person(t, s, "Kim", datatest.Promise(data.Theirs, "slides", "2026-11-01", "2026-11-20"), datatest.Boundary(data.Boundary{NoContact: true}))
	datatest.Person(t, s, "Secret", datatest.Promise(data.Mine, "help", "2026-11-01", "2026-11-23"), datatest.Confidant())
	var n shown
	if got := raise(t, s, &n, "2026-11-22"); got != 1 {
		t.Errorf("before the day %d were raised", got)
	}
	if got := raise(t, s, &n, "2026-11-23"); got != 2 {
		t.Errorf("on the day %d were raised", got)
	}
	if got := raise(t, s, &n, "2026-11-23") + raise(t, s, &n, "2026-11-24"); got != 0 {
		t.Errorf("%d were raised again", got)
	}
	want := []string{"What Raj Patel promised you: Two days late.", "Your promise to Ana Souza: Due today.", "A promise of yours: Due today."}
	if got := n.lines(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// lines are the notes, each as its title and its body.
func (n *shown) lines() []string {
	lines := make([]string, len(n.titles))
	for i := range lines {
		lines[i] = n.titles[i] + ": " + n.bodies[i]
	}
	return lines
}

func TestMoreThanThreePromisesAreOneNotice(t *testing.T) {
	for promises, want := range map[int]int{1: 1, 3: 3, 4: 1, 9: 1} {
		s := datatest.Open(t)
		for i := range promises {
			datatest.Person(t, s, fmt.Sprint("Nym ", i), datatest.Promise(data.Mine, "tea", "2026-11-01", "2026-11-22"))
		}
		var n shown
		if got := raise(t, s, &n, "2026-11-22"); got != promises || len(n.titles) != want {
			t.Errorf("%d promises: %d in %q", promises, got, n.lines())
		}
	}
}

func TestWhoeverIsOwedAndOwesIsNamedOnce(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza", datatest.Promise(data.Mine, "the rubric", "2026-11-01", "2026-11-20"), datatest.Promise(data.Theirs, "a word", "2026-11-01", "2026-11-20"))
	var n shown
	datatest.Person(t, s, "Raj", datatest.Promise(data.Mine, "a", "2026-11-01", "2026-11-20"), datatest.Promise(data.Mine, "b", "2026-11-01", "2026-11-20"))
	if got := raise(t, s, &n, "2026-11-22"); got != 4 || n.lines()[0] != "4 promises due: Promises: Ana Souza and Raj" {
		t.Errorf("%d: %q", got, n.lines())
	}
}

func TestWhatSomebodyPromisedRestsWhileTheyArePaused(t *testing.T) {
	s := datatest.Open(t)
	paused := func(_ testing.TB, tx *store.Tx, id data.ID) error { return tx.Pause(id, data.NewDay(2026, 12, 24)) }
	datatest.Person(t, s, "Paul Pause", datatest.Promise(data.Theirs, "a word", "2026-11-01", "2026-11-20"), paused)
	datatest.Person(t, s, "Ina Island", datatest.Promise(data.Mine, "a book", "2026-11-01", "2026-11-20"), paused)
	var n shown
	if got := raise(t, s, &n, "2026-11-22"); got != 1 || n.titles[0] != "Your promise to Ina Island" {
		t.Errorf("%d: %q", got, n.titles)
	}
	if got := raise(t, s, &n, "2026-12-24"); got != 1 || n.titles[1] != "What Paul Pause promised you" {
		t.Errorf("%d after the pause: %q", got, n.titles)
	}
}

func TestNoNoteNamesAnybodyPrivate(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 3))
	for range 20 {
		s := datatest.Open(t)
		private := map[string]bool{}
		for i := range 6 {
			name := fmt.Sprint("Nym", string(rune('A'+i)), " Ö", i)
			parts := []datatest.Part{datatest.Cadence(1, 2, "2026-11-01"), datatest.Promise(data.Mine, "tea with NymA Ö0", "2026-11-01", "2026-11-20"),
				datatest.Promise(data.Theirs, "tea with NymB Ö1", "2026-11-01", "2026-11-20"), datatest.Interaction(data.Coffee, "2026-11-02", "tea with NymC Ö2")}
			if private[name] = r.IntN(2) == 0; private[name] {
				parts = append(parts, datatest.Confidant())
			}
			datatest.Person(t, s, name, parts...)
		}
		var n shown
		setSaid(t, s, true)
		raise(t, s, &n, "2026-11-22")
		for name, hidden := range private {
			if hidden && strings.Contains(strings.Join(n.lines(), " "), name) {
				t.Fatalf("%s is private and stands in %q", name, n.lines())
			}
		}
	}
}

// setSaid sets whether notices tell what was said.
func setSaid(t *testing.T, s *store.Store, said bool) {
	t.Helper()
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.Set("remind_said", fmt.Sprint(said)) })
}

func TestANoticeAboutOnePersonTellsWhatWasSaidIfWanted(t *testing.T) {
	met := datatest.Interaction(data.Coffee, "2026-11-02", "her move to Lisbon")
	reach, owed := datatest.Cadence(1, 2, "2026-11-01"), datatest.Promise(data.Mine, "the rubric", "2026-11-01", "2026-11-22")
	avoids := datatest.Boundary(data.Boundary{Avoid: []string{"money"}})
	for _, c := range []struct {
		what  string
		said  bool
		parts []datatest.Part
		want  string
	}{
		{"not wanted", false, []datatest.Part{reach, met}, "Time to catch up: Ana Souza"},
		{"a check-in", true, []datatest.Part{reach, met}, "Time to catch up: Ana Souza · Coffee on 2 November: her move to Lisbon."},
		{"no contact yet", true, []datatest.Part{reach}, "Time to catch up: Ana Souza"},
		{"a promise", true, []datatest.Part{owed, met}, "Your promise to Ana Souza: Due today. The rubric. Coffee on 2 November: her move to Lisbon."},
		{"a promise, not wanted", false, []datatest.Part{owed, met}, "Your promise to Ana Souza: Due today."},
		{"a confidant", true, []datatest.Part{reach, met, datatest.Confidant()}, "Time to catch up: One person is due."},
		{"a promise to a confidant", true, []datatest.Part{owed, met, datatest.Confidant()}, "A promise of yours: Due today."},
		{"topics to avoid", true, []datatest.Part{reach, met, avoids}, "Time to catch up: Ana Souza"},
		{"a promise, and topics to avoid", true, []datatest.Part{owed, met, avoids}, "Your promise to Ana Souza: Due today."},
		{"a text that names a confidant", true, []datatest.Part{reach, datatest.Interaction(data.Coffee, "2026-11-02", "what Vera said")}, "Time to catch up: Ana Souza"},
		{"a promise that names a confidant", true, []datatest.Part{datatest.Promise(data.Mine, "call Vera", "2026-11-01", "2026-11-22"), met}, "Your promise to Ana Souza: Due today. Coffee on 2 November: her move to Lisbon."},
	} {
		s := datatest.Open(t)
		datatest.Person(t, s, "Vera Roth", datatest.Confidant())
		datatest.Person(t, s, "Ana Souza", c.parts...)
		setSaid(t, s, c.said)
		var n shown
		raise(t, s, &n, "2026-11-22")
		if got := strings.Join(n.lines(), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestHiddenNamesAreHiddenWithWhatWasSaid(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza", datatest.Cadence(1, 2, "2026-11-01"), datatest.Interaction(data.Coffee, "2026-11-02", "her move to Lisbon"))
	setSaid(t, s, true)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.Set("hide_names", "true") })
	var n shown
	raise(t, s, &n, "2026-11-22")
	if got := n.lines(); !slices.Equal(got, []string{"Time to catch up: One person is due."}) {
		t.Errorf("%q", got)
	}
}
