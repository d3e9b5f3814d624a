package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestCopiedFilesAreFoundAsPathsAndAsAddresses(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "Connections.csv"), filepath.Join(dir, "with blanks.zip")
	for _, path := range []string{a, b} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for copied, want := range map[string][]string{
		a:                     {a},
		a + "\r\n" + b + "\n": {a, b},
		"file://" + filepath.ToSlash(filepath.Join(dir, "with%20blanks.zip")): {b},
		`"` + a + "\"\r\n\"" + b + `"`:                                        {a, b},
		"a word":                                                              nil,
		"":                                                                    nil,
		dir:                                                                   nil,
		a + "\nand a sentence":                                                nil,
	} {
		if got := copiedFiles(copied); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", copied, got, want)
		}
	}
}
