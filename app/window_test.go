package app

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/app"

	"peerage/app/apptest"
	"peerage/app/command"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
)

func TestTheToolkitHasNothingToRunWhenItStops(t *testing.T) {
	l := app.NewWithID("app.peerage.Test").Lifecycle()
	stopped := l.(interface{ OnStopped() func() })
	if stopped.OnStopped() == nil {
		t.Fatal("the toolkit runs nothing by itself any more: leaveAtOnce can go")
	}
	if leaveAtOnce(l); stopped.OnStopped() != nil {
		t.Error("the toolkit still runs something when it stops")
	}
}

func TestAFileInTheWayOfTheDataIsNamed(t *testing.T) {
	speak := apptest.English(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	place := filepath.Join(file, "data")
	s, _, err := openStore(&command.Env{Words: speak, Now: time.Now}, command.Options{DataDir: place})
	if err == nil {
		s.Close()
		t.Fatal("the data was opened within a file")
	}
	if want := "A file stands in the way of " + place + ". Please choose another place."; err.Error() != want {
		t.Errorf("it is said %q, want %q", err, want)
	}
}

func TestWhatIsDoneOnADayThatWasGivenIsDoneOnThatDay(t *testing.T) {
	s, _, err := openStore(&command.Env{Words: apptest.English(t), Now: time.Now}, command.Options{DataDir: t.TempDir(), Today: sunday})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	one, other := datatest.Person(t, s, "Ada Lovelace"), datatest.Person(t, s, "Ada King")
	if err := (&intake.Importer{Store: s, Keeper: apptest.Keeper(t)}).Join(t.Context(), "Merge", one, other, sunday); err != nil {
		t.Fatal(err)
	}
	if all, err := s.Merges(t.Context(), one); err != nil || len(all) != 1 || data.DayOf(all[0].At) != sunday {
		t.Errorf("merged %+v, %v", all, err)
	}
}
