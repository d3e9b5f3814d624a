package linkedin

import (
	"bytes"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/tabular"
)

// checkLaws fails unless every entry of text, a file by itself, is accounted for in the readings of it, and
// every line that they name is in it.
func checkLaws(t *testing.T, text []byte, readings ...data.Reading) {
	t.Helper()
	entries := 0
	if table, err := tabular.Open(bytes.NewReader(text), isHeader); err == nil {
		in := &reader{table: table}
		for {
			if in.rec, err = table.Read(); err != nil {
				if err != io.EOF {
					t.Fatal(err)
				}
				break
			}
			if !in.isOtherHeader() {
				entries++
			}
		}
	}
	n := 0
	for _, r := range readings {
		if n += len(r.People) + len(r.Roles) + len(r.Exchanges) + r.Skipped; r.Hidden+r.SkippedExchanges > r.Skipped {
			t.Fatalf("%d skipped (%d, %d)", r.Skipped, r.Hidden, r.SkippedExchanges)
		}
		checkPlaces(t, 1+bytes.Count(text, []byte{'\n'})+bytes.Count(text, []byte{'\r'}), r)
	}
	if n != entries {
		t.Fatalf("%d of %d entries in %d readings", n, entries, len(readings))
	}
}

// checkPlaces fails unless all that a reading holds stands in the lines of its file, and its texts are fit to be
// kept.
func checkPlaces(t *testing.T, lines int, r data.Reading) {
	t.Helper()
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

// checkExchangeLaws fails unless every exchange of r has a day, a side, somebody, and texts fit to be kept.
func checkExchangeLaws(t *testing.T, r data.Reading) {
	t.Helper()
	for _, e := range r.Exchanges {
		whole := data.Exchange{Person: data.Me + 1, Kind: e.Kind, By: e.By, Day: e.Day, Text: e.Text}
		if err := whole.Validate(e.Day); err != nil || e.Line < 2 || e.Given+e.Family+e.Profile == "" {
			t.Fatalf("exchange %+v: %v", e, err)
		}
		for _, s := range []string{e.Given, e.Family, e.Organisation, e.Profile} {
			if !utf8.ValidString(s) || utf8.RuneCountInString(s) > data.MaxName || strings.ContainsFunc(s, isInvisible) {
				t.Fatalf("text %q", s)
			}
		}
		if !utf8.ValidString(e.Text) || strings.ContainsFunc(strings.ReplaceAll(e.Text, "\n", ""), isInvisible) {
			t.Fatalf("text %q", e.Text)
		}
	}
}

// FuzzReadExchanges reads text below each header of recommendations and endorsements.
func FuzzReadExchanges(f *testing.F) {
	f.Add("Ana,Sá,Halden,Chef,\"Good,\n\nvery\",\"08/30/22, 05:51 PM\",VISIBLE\n,,,,,,\nAna")
	f.Add("2024/01/01 10:00:00 UTC,Go,Ana,Sá,www.linkedin.com/in/%41,ACCEPTED\r\n1/2/03,,,,x,HIDDEN\n")
	f.Fuzz(func(t *testing.T, rest string) {
		for name, head := range map[string]string{
			"received.csv": recommendationsHead, "given.csv": recommendationsHead, "x.csv": recommendationsHead, "a.csv": receivedHead, "b.csv": givenHead,
		} {
			got := Read(name, strings.NewReader(head+rest), int64(len(head+rest)))
			checkLaws(t, []byte(head+rest), got...)
			for _, r := range got {
				checkExchangeLaws(t, r)
				unsaid := func(e data.ExchangeDraft) bool { return name == "x.csv" && e.Kind == data.Recommendation }
				if slices.ContainsFunc(r.Exchanges, unsaid) {
					t.Fatalf("nothing says who gave %+v", r.Exchanges)
				}
			}
		}
	})
}

// FuzzParseStamp reads days of instants; whatever is read is a day that exists.
func FuzzParseStamp(f *testing.F) {
	for _, s := range []string{"08/30/22, 05:51 PM", "2024/01/01 10:00:00 UTC", "30 août 2022 à 17:51", "1//22", "2024-01-01T10:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		day, ok := parseStamp(s)
		if again, err := data.ParseDay(day.String()); ok && (err != nil || again != day || day == 0) {
			t.Fatalf("%q gives %v", s, day)
		}
	})
}

// FuzzSnapshotDay reads days in paths: one that is named is a day that exists and LinkedIn saw, any other is
// when the file was changed.
func FuzzSnapshotDay(f *testing.F) {
	for _, path := range []string{"a/2025-11-16/b.zip", "x_11-15-2026 (1).zip", "16-11-2025", "20251116", "2024-02/..", `C:\2024_02_29`} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		modified := data.NewDay(2026, 11, 20)
		day, named := SnapshotDay(path, modified)
		if !named && day != modified || day < data.NewDay(2003, 1, 1) {
			t.Fatalf("%q gives %s, %v", path, day, named)
		}
		if again, err := data.ParseDay(day.String()); err != nil || again != day {
			t.Fatalf("%q gives %s: %v", path, day, err)
		}
	})
}

// FuzzAddresses reads profiles and e-mail addresses; what is read is read again from how it is written.
func FuzzAddresses(f *testing.F) {
	for _, s := range []string{"https://www.linkedin.com/in/Bj%C3%B6rn/?x", "www.linkedin.com/in/bjo%cc%88rn", "linkedin.com/in/%E2%80%8D", "Ana@Example.org", "https://linkedin.com/in/%C4%B0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if name, ok := slug(s); ok {
			if again, ok := slug("https://www.linkedin.com/in/" + url.PathEscape(name)); !ok || again != name {
				t.Errorf("%q gives %q, and again %q", s, name, again)
			}
		}
		if address, ok := mailbox(s); ok {
			if again, ok := mailbox(address); !ok || again != address {
				t.Errorf("%q gives %q, and again %q", s, address, again)
			}
		}
	})
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
	f.Add([]byte(onePosition + "Halden,Cook,,,Mar 2012,Jan 20"))
	f.Add([]byte(head + "Ana,Sá,,,,,2026-2-8\nFirst Name;Last Name;Connected On\nBob;Roe;2026-2-8\n" + onePosition + receivedHead))
	f.Add([]byte(head + "Ana,Sá,,,,,08 Feb 2019\n" + head + "Bob,Roe,,,,,08 Feb 20"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if isZip(text) {
			return
		}
		got := Read("x", bytes.NewReader(text), int64(len(text)))
		checkLaws(t, text, got...)
		for _, r := range got {
			checkExchangeLaws(t, r)
		}
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
			last := len(got) - 1
			if last < 1 || len(got[last].People) != 1 {
				t.Fatalf("got %q", summary(got))
			}
			if !isSkipped(got[0]) {
				checkLaws(t, []byte(text), got[:last]...)
			}
		}
	})
}
