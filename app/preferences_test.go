package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTheToolkitsPreferencesLieWhereNobodyWatches(t *testing.T) {
	for content, want := range map[string]string{
		`{"folder":"file:///home/me"}`: `{"folder":"file:///home/me"}`,
		"":                             "", // a window was killed while it wrote
		`{"folder":"fi`:                "",
		"-":                            "", // there was none
	} {
		dir := t.TempDir()
		file := filepath.Join(dir, "app", "preferences.json")
		if content != "-" {
			if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for range 2 { // every start does the same
			if err := settlePreferences(file); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); string(got) != want || (err == nil) != (want != "") {
			t.Errorf("of %q there is %q (%v)", content, got, err)
		}
		if err := os.WriteFile(file, []byte(`{"view":1}`), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, "app", keptApart, "preferences.json")); err != nil || string(got) != `{"view":1}` {
			t.Errorf("what is written lies elsewhere: %q, %v", got, err)
		}
	}
}
