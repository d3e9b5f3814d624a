package briefing_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// network is a store in which what follows from careers is kept current.
type network struct {
	*store.Store
	t      *testing.T
	keeper *careers.Keeper
}

// loadKeeper reads the word lists once for all tests.
var loadKeeper = sync.OnceValues(func() (*careers.Keeper, error) {
	return careers.Load(os.DirFS("../../assets/names"), os.DirFS("../../assets/ladder"))
})

// newNetwork returns a network in which I was Senior Engineer at Halden from 2016 to 2020, and am Staff
// Engineer at Brightwater.
func newNetwork(t *testing.T) *network {
	t.Helper()
	keeper, err := loadKeeper()
	if err != nil {
		t.Fatal(err)
	}
	n := &network{datatest.Open(t), t, keeper}
	datatest.Me(t, n.Store, datatest.Role("Halden", "Senior Engineer", "2016-07", "2020-02"), datatest.Role("Brightwater", "Staff Engineer", "2020-03", ""))
	return n
}

func (n *network) person(name string, parts ...datatest.Part) data.ID {
	n.t.Helper()
	return datatest.Person(n.t, n.Store, name, parts...)
}

// refresh derives everything from the roles.
func (n *network) refresh() *network {
	n.t.Helper()
	datatest.Write(n.t, n.Store, func(tx *store.Tx) error { return n.keeper.Refresh(tx, today) })
	return n
}

func (n *network) moves() []briefing.Moved {
	n.t.Helper()
	all, err := briefing.Moves(context.Background(), n.Store, today)
	if err != nil {
		n.t.Fatal(err)
	}
	return all
}

// news returns what today says of careers.
func (n *network) news() briefing.News {
	n.t.Helper()
	return day(n.t, n.Store, data.DefaultPreferences()).News
}

// judge says of everyone's moves what the user makes of them.
func (n *network) judge(status data.MoveStatus, person data.ID) {
	n.t.Helper()
	datatest.Write(n.t, n.Store, func(tx *store.Tx) error {
		list, err := tx.Moves(store.MoveFilter{Person: person})
		if err != nil {
			return err
		}
		return n.keeper.Judge(tx, status, today, list...)
	})
}

func called(moves []briefing.Moved) string {
	var names []string
	for _, m := range moves {
		names = append(names, m.Name)
	}
	return strings.Join(names, " ")
}

// rise is a career at one employer that came into management in a month.
func rise(month string) []datatest.Part {
	return []datatest.Part{datatest.Role("Zenith", "Senior Engineer", "2020-03", month), datatest.Role("Zenith", "Engineering Manager", month, "")}
}

var beside = datatest.Role("Halden", "Senior Engineer", "2016", "2020-03")

func TestMovesAreAskedAboutInTheOrderOneWouldChoose(t *testing.T) {
	n := newNetwork(t)
	n.person("Title", datatest.Role("Acme", "Accountant", "2019", "2026-09"), datatest.Role("Acme", "Financial Analyst", "2026-09", ""))
	n.person("Out", datatest.Role("Acme", "Engineering Manager", "2019", "2026-10"), datatest.Role("Orbita", "Staff Engineer", "2026-10", ""))
	n.person("Employer", datatest.Role("Acme", "Accountant", "2019", "2026-08"), datatest.Role("Orbita", "Accountant", "2026-08", ""))
	n.person("Left", datatest.Role("Acme", "Accountant", "2019", "2026-08"))
	n.person("Promoted", datatest.Role("Acme", "Engineer", "2019", "2026-07"), datatest.Role("Acme", "Senior Engineer", "2026-07", ""))
	n.person("Stranger", rise("2026-10")...)
	n.person("Friend", append(rise("2026-02"), datatest.Tie(data.Friend))...)
	n.person("Coworker", append(rise("2026-03"), datatest.Role("Halden", "Engineering Intern", "2016", "2020-03"))...)
	n.person("OlderPeer", append(rise("2026-01"), beside)...)
	n.person("Peer", append(rise("2026-06"), beside)...)
	n.person("History", append(rise("2024-06"), beside)...)
	judged := n.person("Judged", append(rise("2026-05"), beside)...)
	n.refresh().judge(data.MoveDismissed, judged)
	asked := briefing.Asked(n.moves(), today)
	var after2025 []briefing.Moved
	for _, m := range asked {
		if m.By > data.NewDay(2025, 12, 1) {
			after2025 = append(after2025, m)
		}
	}
	if got, want := called(after2025), "Peer OlderPeer Coworker Friend Stranger Promoted Left Employer Out Title"; got != want {
		t.Errorf("asked about %s\nwant        %s", got, want)
	}
	for i := range asked {
		m := &asked[i]
		if m.Peer() != strings.HasSuffix(m.Name, "Peer") || m.Tied() != slices.Contains([]string{"Peer", "OlderPeer", "Coworker", "Friend"}, m.Name) {
			t.Errorf("%s: peer %v, tied %v, ties %+v", m.Name, m.Peer(), m.Tied(), m.Ties)
		}
		if m.Plain() != (m.Name == "Employer" || m.Name == "Title") || m.UUID == "" {
			t.Errorf("%s: plain %v, %q", m.Name, m.Plain(), m.UUID)
		}
	}
	list, err := briefing.Unjudged(t.Context(), n.Store, today)
	if err != nil || len(list) != len(asked) {
		t.Errorf("%d moves wait, %d are asked about, %v", len(list), len(asked), err)
	}
}

func TestAMoveIsAskedAboutForFourHundredDays(t *testing.T) {
	for days, asked := range map[data.Day]bool{0: true, 400: true, 401: false, 4000: false} {
		m := briefing.Moved{Move: data.Move{By: today - days, Status: data.MoveNew}}
		if m.AskedOn(today) != asked {
			t.Errorf("after %d days asked %v", days, !asked)
		}
		m.Status = data.MoveConfirmed
		if m.AskedOn(today) {
			t.Errorf("after %d days a confirmed move is asked about", days)
		}
	}
}

func TestAMoveThatHoldsNoMoreIsHistory(t *testing.T) {
	n := newNetwork(t)
	n.person("Gone", datatest.Role("Zenith", "Senior Engineer", "2020", "2026-02"), datatest.Role("Zenith", "Engineering Manager", "2026-02", "2026-06"),
		datatest.Role("Orbita", "Engineer", "2026-06", ""), datatest.Tie(data.Friend))
	n.person("Left", datatest.Role("Zenith", "Senior Engineer", "2020", "2026-02"), datatest.Role("Zenith", "Engineering Manager", "2026-02", "2026-06"), datatest.Tie(data.Friend))
	n.person("Beside", datatest.Role("Acme", "Chief Executive Officer", "2010", ""), datatest.Role("Zenith", "Consultant", "2026-06", ""))
	n.refresh()
	said := func(past bool) string {
		text := ""
		for _, m := range n.moves() {
			if m.Past == past {
				text += fmt.Sprint(m.Name, " ", m.Lead(), "; ")
			}
		}
		return text
	}
	if got, want := said(true), "Gone into_management; Left into_management; "; got != want {
		t.Errorf("history is %s, want %s", got, want)
	}
	asked := briefing.Asked(n.moves(), today)
	if got, want := called(asked), "Left Beside Gone"; got != want {
		t.Errorf("asked about %s, want %s", got, want)
	}
	list, err := briefing.Unjudged(t.Context(), n.Store, today)
	if err != nil || len(list) != len(asked) {
		t.Errorf("%d moves wait, %d are asked about, %v", len(list), len(asked), err)
	}
	if news := n.news(); len(news.Risen) != 0 || news.More != len(asked) {
		t.Errorf("shows %q and %d more", called(news.Risen), news.More)
	}
}

func TestSomebodyWhoLeftAndIsElsewhereIsAskedAboutOnce(t *testing.T) {
	n := newNetwork(t)
	ana := n.person("Ana")
	datatest.Write(t, n.Store, func(tx *store.Tx) error {
		for _, r := range []data.Role{
			{Employer: "Zenith", Title: "Nurse", FirstSeen: today - 300, LastSeen: today - 300, Gone: today - 200},
			{Employer: "Orbita", Title: "Nurse", FirstSeen: today - 100, LastSeen: today - 10, Gone: today - 5},
			{Employer: "Orbita", Title: "Nurse", FirstSeen: today - 1, LastSeen: today - 1, Current: true},
		} {
			r.Person, r.Source = ana, data.FromLinkedIn
			if err := tx.SaveRole(&r); err != nil {
				return err
			}
		}
		return nil
	})
	all := n.refresh().moves()
	if len(all) != 2 || all[0].Past || !all[1].Past || !all[1].Is(data.Left) {
		t.Errorf("%+v", all)
	}
	// A later move that there never was takes nothing away.
	datatest.Write(t, n.Store, func(tx *store.Tx) error { return n.keeper.Judge(tx, data.MoveDismissed, today, all[0].Move) })
	if again := n.moves(); again[1].Past {
		t.Errorf("%+v", again)
	}
}

func TestAMoveBringsWhatIsKnownOfThePerson(t *testing.T) {
	n := newNetwork(t)
	n.person("Rosa", append(rise("2026-06"), beside, datatest.Circle("Ex-Halden"), private)...)
	m := n.refresh().moves()[0]
	if m.Name != "Rosa" || !m.Private || !m.FormerPeer || !slices.Equal(m.Circles, []string{"Ex-Halden"}) {
		t.Errorf("%+v", m)
	}
	if tie, ok := m.Met(); !ok || tie.Kind != data.Peer || tie.Current || tie.Since.Year != 2016 || tie.Until.Year != 2020 {
		t.Errorf("met by %+v, %v", tie, ok)
	}
}

func TestADayShowsTheTwoMostTellingMovesUp(t *testing.T) {
	n := newNetwork(t)
	peer := n.person("Peer", append(rise("2026-01"), beside)...)
	n.person("Friend", append(rise("2026-09"), datatest.Tie(data.Friend))...)
	n.person("LongAgo", append(rise("2026-02"), datatest.Tie(data.Friend))...)
	n.person("Promoted", datatest.Role("Acme", "Engineer", "2019", "2026-10"), datatest.Role("Acme", "Senior Engineer", "2026-10", ""), datatest.Tie(data.Mentee))
	n.person("Stranger", rise("2026-10")...)
	n.refresh()
	shows := func(want string, more int) {
		t.Helper()
		if news := n.news(); called(news.Risen) != want || news.More != more {
			t.Errorf("shows %q and %d more; want %q and %d", called(news.Risen), news.More, want, more)
		}
	}
	shows("Peer Friend", 3)
	n.judge(data.MoveConfirmed, peer) // in January, which is no news any more
	shows("Friend Promoted", 2)
	n.judge(data.MoveNew, peer)
	n.judge(data.MoveCongratulated, n.moves()[0].Person)
	n.judge(data.MoveDismissed, peer)
	news := n.news()
	if slices.ContainsFunc(news.Risen, func(m briefing.Moved) bool { return m.Name == "Peer" || m.Status == data.MoveCongratulated }) {
		t.Errorf("shows %q", called(news.Risen))
	}
}

func TestWhatTheNewestImportBroughtIsNewsHoweverOld(t *testing.T) {
	n := newNetwork(t)
	n.person("Friend", append(rise("2026-02"), datatest.Tie(data.Friend))...)
	n.refresh()
	m := n.moves()[0]
	datatest.Write(t, n.Store, func(tx *store.Tx) error {
		_, err := tx.AddReading(data.FromLinkedIn, m.By, "a file")
		return err
	})
	if news := n.news(); called(news.Risen) != "Friend" {
		t.Errorf("shows %q", called(news.Risen))
	}
}
