//go:build unix

package remind

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestTheClockFollowsTheZoneOfTheMachine(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "localtime")
	settle := func(zone string, octets []byte) {
		t.Helper()
		path := filepath.Join(dir, "zoneinfo", zone)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, octets, 0o600); err != nil {
			t.Fatal(err)
		}
		os.Remove(link)
		if err := os.Symlink(path, link); err != nil {
			t.Fatal(err)
		}
	}
	settle("Europe/Berlin", fixedZone("CET", 1))
	at := time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	z := &zoned{now: func() time.Time { return at }, zone: &zoneFile{path: link, is: identify(link)}}
	shown := func(when, want string) {
		t.Helper()
		if got := z.time().Format("15:04 MST"); got != want || !z.time().Equal(at) {
			t.Errorf("%s it is %s, want %s", when, got, want)
		}
	}
	shown("at the start", "08:00 UTC") // as the program began
	settle("Asia/Tokyo", fixedZone("JST", 9))
	shown("in Tokyo", "17:00 JST")
	settle("America/Bogota", []byte("no zone"))
	shown("with a file that is being written", "17:00 JST")
	os.Remove(link)
	shown("without a zone", "17:00 JST")
	settle("America/Bogota", fixedZone("COT", -5))
	shown("in Bogota", "03:00 COT")
	if name := z.time().Location().String(); name != "America/Bogota" {
		t.Errorf("the zone is called %q", name)
	}
}

func TestAZoneThatTheEnvironmentSetsStays(t *testing.T) {
	t.Setenv("TZ", "UTC")
	at := time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	if got := Here(func() time.Time { return at })(); got != at {
		t.Errorf("it is %s", got)
	}
}

// fixedZone is a zone some hours from UTC as a file (RFC 9636, version 1).
func fixedZone(name string, hours int) []byte {
	offset := uint32(int32(hours * 3600))
	b := append([]byte("TZif"), make([]byte, 16)...)
	for _, count := range []byte{0, 0, 0, 0, 1, byte(len(name) + 1)} { // of UT marks, standard marks, leap seconds, transitions, types, letters
		b = append(b, 0, 0, 0, count)
	}
	b = append(b, byte(offset>>24), byte(offset>>16), byte(offset>>8), byte(offset), 0, 0)
	return append(append(b, name...), 0)
}
