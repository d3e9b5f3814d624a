package linkedin

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/tabular"
)

// checkLaws fails unless every entry of text, a file by itself, is accounted for in r, and every line
// that r names is in it.
func checkLaws(t *testing.T, text []byte, r data.Reading) {
	t.Helper()
	entries := 0
	if table, err := tabular.Open(bytes.NewReader(text), isHeader); err == nil {
		for ; ; entries++ {
			if _, err := table.Read(); err != nil {
				if err != io.EOF {
					t.Fatal(err)
				}
				break
			}
		}
	}
	if n := len(r.People) + len(r.Roles) + r.Skipped; n != entries {
		t.Fatalf("%d people, %d roles and %d skipped of %d entries", len(r.People), len(r.Roles), r.Skipped, entries)
	}
	lines := 1 + bytes.Count(text, []byte{'\n'}) + bytes.Count(text, []byte{'\r'})
	for _, p := range r.Problems {
		if p.Line < 0 || p.Line > lines || p.Reason == "" || utf8.RuneCountInString(p.Value) > maxShown {
			t.Fatalf("problem %+v of %d lines", p, lines)
		}
	}
	slugs := map[string]bool{}
	for _, p := range r.People {
		if p.Line < 2 || p.Line > lines || p.Given+p.Family == "" || (p.Profile != "" && slugs[p.Profile]) {
			t.Fatalf("person %+v", p)
		}
		slugs[p.Profile] = true
		for _, s := range []string{p.Given, p.Family, p.Organisation, p.Title, p.Profile, p.Email} {
			if !utf8.ValidString(s) || utf8.RuneCountInString(s) > data.MaxName || strings.ContainsFunc(s, isInvisible) {
				t.Fatalf("text %q", s)
			}
		}
	}
	for _, role := range r.Roles {
		if role.Line < 2 || role.Line > lines || role.Organisation+role.Title == "" || !role.From.Valid() || !role.To.Valid() {
			t.Fatalf("role %+v", role)
		}
	}
}

func FuzzReadTable(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.csv")
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(head + "Ana,\"Sá,http://linkedin.com/in/%41,a@b.c,,,4-Apr-21\r\n,,,,,,x\nAna,,,,,,"))
	f.Add([]byte(onePosition + "Halden,Chef,,,2020,1/2/2020\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if isZip(text) {
			return
		}
		got := Read("x", bytes.NewReader(text), int64(len(text)))
		if len(got) != 1 {
			t.Fatalf("%d readings", len(got))
		}
		checkLaws(t, text, got[0])
	})
}

// FuzzReadArchive has the contents of a file, how much of the archive there is, and a byte of it that
// is changed.
func FuzzReadArchive(f *testing.F) {
	f.Add(oneConnection, uint(1000), uint(0), byte(0))
	f.Add(oneConnection, uint(100), uint(0), byte(0))
	f.Add(onePosition, uint(1000), uint(60), byte(1))
	f.Fuzz(func(t *testing.T, text string, length, at uint, change byte) {
		whole := archive(t, file{"a.csv", text}, file{"b/c.csv", oneConnection})
		zipped := whole[:min(uint(len(whole)), length)]
		if len(zipped) > 0 {
			zipped[at%uint(len(zipped))] ^= change
		}
		got := Read("x.zip", bytes.NewReader(zipped), int64(len(zipped)))
		if len(got) == 0 {
			t.Fatal("nothing is said of the file")
		}
		if change == 0 && len(zipped) == len(whole) {
			if len(got) != 2 || len(got[1].People) != 1 {
				t.Fatalf("got %q", summary(got))
			}
			if r := got[0]; !isSkipped(r) {
				checkLaws(t, []byte(text), r)
			}
		}
	})
}
