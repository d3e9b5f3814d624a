package app

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"peerage/app/command"
)

func TestAFileInTheWayOfTheDataIsNamed(t *testing.T) {
	speak, err := wordsIn("en")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	place := filepath.Join(file, "data")
	s, _, err := openStore(&command.Env{Words: speak, Now: time.Now}, place)
	if err == nil {
		s.Close()
		t.Fatal("the data was opened within a file")
	}
	if want := "A file stands in the way of " + place + ". Please choose another place."; err.Error() != want {
		t.Errorf("it is said %q, want %q", err, want)
	}
}
