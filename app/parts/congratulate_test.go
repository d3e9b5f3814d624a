package parts

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestTheFirstWayIsTheOneThatTakesWords(t *testing.T) {
	mail, profile := data.ContactPoint{Kind: data.Email, Value: "rosa@example.org"}, data.ContactPoint{Kind: data.LinkedIn, Value: "rosa"}
	phone, site := data.ContactPoint{Kind: data.Phone, Value: "+49 30 1234"}, data.ContactPoint{Kind: data.Website, Value: "example.org"}
	broken := data.ContactPoint{Kind: data.Email, Value: "nobody"}
	for name, c := range map[string]struct {
		best       data.ContactKind
		have, want []data.ContactPoint
	}{
		"everything":         {"", []data.ContactPoint{site, phone, profile, mail}, []data.ContactPoint{mail, profile, phone}},
		"a phone liked best": {data.Phone, []data.ContactPoint{site, phone, profile, mail}, []data.ContactPoint{phone, mail, profile}},
		"a mail liked best":  {data.Email, []data.ContactPoint{profile, mail}, []data.ContactPoint{mail, profile}},
		"a site liked best":  {data.Website, []data.ContactPoint{site, profile}, []data.ContactPoint{profile}},
		"a phone":            {"", []data.ContactPoint{phone, site}, []data.ContactPoint{phone}},
		"a broken e-mail":    {"", []data.ContactPoint{broken, profile}, []data.ContactPoint{profile}},
		"nothing":            {"", nil, nil},
	} {
		ways := waysTo(&data.Person{Contacts: c.have}, c.best)
		if len(ways) != len(c.want)+1 || ways[len(ways)-1].Kind != data.OtherWay {
			t.Errorf("%s: %+v", name, ways)
			continue
		}
		for i, want := range c.want {
			if ways[i] != want {
				t.Errorf("%s: way %d is %+v, want %+v", name, i, ways[i], want)
			}
		}
	}
}

func TestWordsAreOpenedOrCopiedAsTheWayAsks(t *testing.T) {
	long := strings.Repeat("Congratulations! ", 200)
	for _, c := range []struct {
		kind        data.ContactKind
		value, text string
		opens       string
		copies      bool
		noted       data.InteractionKind
	}{
		{data.Email, "rosa@example.org", "Dear Rosa,\nyes", "mailto:rosa@example.org?subject=Well%20done&body=Dear%20Rosa%2C%0D%0Ayes", false, data.Mail},
		{data.Email, "rosa@example.org", long, "mailto:rosa@example.org?subject=Well%20done&body=", true, data.Mail},
		{data.LinkedIn, "rosa", "Dear Rosa", "https://www.linkedin.com/in/rosa", true, data.Message},
		{data.Phone, "+49 30 1234", "Dear Rosa", "", true, data.Message},
		{data.OtherWay, "", "Dear Rosa", "", true, data.Message},
	} {
		d := deliver(data.ContactPoint{Kind: c.kind, Value: c.value}, "Well done", c.text)
		opens := ""
		if d.opens != nil {
			opens = d.opens.String()
		}
		if opens != c.opens || d.copies != c.copies || d.kind != c.noted {
			t.Errorf("%s: opens %q, copies %v, noted as %s", c.kind, opens, d.copies, d.kind)
		}
	}
}

// congratulating returns the dialog on Rosa's move, with what hands the words on, and the store.
func congratulating(t *testing.T, hand func(context.Context, *url.URL) error) (*Sending, *apptest.Frame, *store.Store) {
	t.Helper()
	w := apptest.English(t)
	keeper := apptest.Keeper(t)
	s, today := datatest.Open(t), data.NewDay(2026, 11, 22)
	rosa := datatest.Person(t, s, "Rosa Oliveira", datatest.Role("Halden Bank", "Software Engineer", "2016", "2026-04"),
		datatest.Role("Halden Bank", "Engineering Manager", "2026-04", ""))
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.Refresh(tx, today) })
	moves, err := s.Moves(t.Context(), store.MoveFilter{Person: rosa})
	if err != nil || len(moves) == 0 {
		t.Fatalf("%d moves, %v", len(moves), err)
	}
	frame := apptest.New(t, w, today)
	moved := briefing.Moved{Name: "Rosa Oliveira", Move: moves[0]}
	l, err := congratulation(t.Context(), frame, s, &moved)
	if err != nil {
		t.Fatal(err)
	}
	l.Also = func(tx *store.Tx) error { return keeper.Judge(tx, data.MoveCongratulated, today, moved.Move) }
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveBoundary(data.Boundary{Person: rosa, Avoid: []string{"politics"}})
	})
	c := &Sending{frame: frame, store: s, missive: l, hand: hand}
	if err := c.load(t.Context()); err != nil {
		t.Fatal(err)
	}
	c.ways = append([]data.ContactPoint{{Kind: data.LinkedIn, Value: "rosa"}}, c.ways...)
	c.open()
	return c, frame, s
}

// congratulations returns how many moves are noted as congratulated.
func congratulations(t *testing.T, s *store.Store) int {
	t.Helper()
	moves, err := s.Moves(t.Context(), store.MoveFilter{Status: data.MoveCongratulated})
	if err != nil {
		t.Fatal(err)
	}
	return len(moves)
}

func TestWhatToAvoidStandsAboveTheWords(t *testing.T) {
	c, frame, s := congratulating(t, nil)
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveBoundary(data.Boundary{Person: c.missive.Person, Avoid: []string{"health", "money"}})
	})
	c.asks.Close()
	Send(frame, s, c.missive)
	if top := frame.Window().Canvas().Overlays().Top(); top == nil || !apptest.Shows(top, "Avoid: health, money.") {
		t.Errorf("the dialog shows %q", apptest.Texts(top))
	}
}

func TestNobodyWhoIsToBeLeftAloneIsWrittenTo(t *testing.T) {
	for name, alone := range map[string]func(*store.Tx, data.ID) error{
		"not to be contacted": func(tx *store.Tx, id data.ID) error {
			return tx.SaveBoundary(data.Boundary{Person: id, NoContact: true})
		},
		"paused": func(tx *store.Tx, id data.ID) error { return tx.Pause(id, data.NewDay(2026, 11, 23)) },
	} {
		c, frame, s := congratulating(t, nil)
		c.asks.Close()
		datatest.Write(t, s, func(tx *store.Tx) error { return alone(tx, c.missive.Person) })
		Send(frame, s, c.missive)
		if frame.Window().Canvas().Overlays().Top() != nil || len(frame.Toasts) != 1 || frame.Toasts[0].Text != "Rosa Oliveira is not to be contacted now." {
			t.Errorf("%s: said %+v", name, frame.Toasts)
		}
	}
}

func TestNothingIsNotedWhereNothingOpens(t *testing.T) {
	c, frame, s := congratulating(t, func(context.Context, *url.URL) error { return errors.New("no program") })
	window := func() fyne.CanvasObject { return frame.Window().Canvas().Overlays().Top() }
	apptest.Tap(t, window(), "Congratulate")
	if !apptest.Shows(window(), "no program that opens this") || !c.asks.Open() {
		t.Fatalf("the dialog shows %q", apptest.Texts(window()))
	}
	if n := congratulations(t, s); n != 0 || len(frame.Toasts) != 0 {
		t.Errorf("%d noted, said %v", n, frame.Toasts)
	}
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Dear Rosa") {
		t.Errorf("copied %q", got)
	}
	c.how.SetKey("1") // a way of the user's own
	apptest.Tap(t, window(), "Congratulate")
	if n := congratulations(t, s); n != 1 || c.asks.Open() {
		t.Errorf("%d noted by hand; the dialog is open: %v", n, c.asks.Open())
	}
}

func TestWhatHasOpenedIsNoted(t *testing.T) {
	var opened []string
	c, frame, s := congratulating(t, func(_ context.Context, u *url.URL) error {
		opened = append(opened, u.String())
		return nil
	})
	apptest.Tap(t, frame.Window().Canvas().Overlays().Top(), "Congratulate")
	if n := congratulations(t, s); n != 1 || c.asks.Open() || !slices.Equal(opened, []string{"https://www.linkedin.com/in/rosa"}) {
		t.Errorf("%d noted, opened %q", n, opened)
	}
	want := apptest.Toast{Text: "The words are copied. Noted that you congratulated Rosa Oliveira.", Undo: true}
	if !slices.Equal(frame.Toasts, []apptest.Toast{want}) {
		t.Errorf("said %v", frame.Toasts)
	}
}

func TestAProgramThatCannotOpenSaysSo(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("programs are no scripts here; the toolkit opens what there is to open")
		return
	}
	dir := t.TempDir()
	program := func(name, does string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte("#!/bin/sh\n"+does+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		return file
	}
	u := &url.URL{Scheme: "mailto", Opaque: "rosa@example.org"}
	for _, c := range []struct {
		program string
		fails   bool
	}{
		{program("opens", "exit 0"), false}, {program("has-none", "exit 3"), true}, {filepath.Join(dir, "missing"), true}, {program("stays", "exec sleep 2"), false},
	} {
		watched := 10 * time.Second
		if strings.HasSuffix(c.program, "stays") {
			watched = 50 * time.Millisecond
		}
		if err := openWith(t.Context(), c.program, u, watched); (err != nil) != c.fails {
			t.Errorf("%s: %v", filepath.Base(c.program), err)
		}
	}
}
