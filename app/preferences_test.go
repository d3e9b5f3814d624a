package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPreferencesThatAKilledWindowLeftEmptyAreRemoved(t *testing.T) {
	for content, stays := range map[string]bool{"": false, "{": false, `{"folder": "/home"}`: true} {
		file := filepath.Join(t.TempDir(), "preferences.json")
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := mendPreferences(file); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(file); (err == nil) != stays {
			t.Errorf("%q: %v", content, err)
		}
	}
	if err := mendPreferences(filepath.Join(t.TempDir(), "none.json")); err != nil {
		t.Errorf("no file: %v", err)
	}
	if got := toolkitPreferences(); got != "" && filepath.Base(filepath.Dir(got)) != appID {
		t.Errorf("the toolkit's file is %s", got)
	}
}
