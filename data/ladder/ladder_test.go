package ladder_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"peerage/data/ladder"
)

func load(t testing.TB) *ladder.Ladder {
	t.Helper()
	l, err := ladder.Load(os.DirFS("../../assets/ladder"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// labelled is a title with what a careful recruiter says of it.
type labelled struct{ lang, track, level, title string }

func read(t testing.TB, name string) []labelled {
	t.Helper()
	content, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for _, line := range strings.Split(strings.TrimSpace(string(content)), "\n")[1:] {
		p := strings.Split(line, "\t")
		if len(p) < 4 {
			t.Fatalf("%s: %q has too few columns", name, line)
		}
		all = append(all, labelled{p[0], p[1], p[2], p[3]})
	}
	return all
}

// figures are shares of all titles, in thousandths.
type figures struct{ tracks, levels, falselyManagement int }

func measure(t *testing.T, l *ladder.Ladder, all []labelled) figures {
	t.Helper()
	right, near, individuals, falsely := 0, 0, 0, 0
	for _, want := range all {
		got := l.Read(want.title)
		if string(got.Track) == want.track {
			right++
		} else {
			t.Logf("%s %q is %s, read as %s (%s)", want.lang, want.title, want.track, got.Track, got.Why)
		}
		if d := got.Level.Rank() - ladder.Level(want.level).Rank(); d >= -1 && d <= 1 {
			near++
		}
		if want.track == "individual" {
			individuals++
			if string(got.Track) == "management" {
				falsely++
			}
		}
	}
	return figures{right * 1000 / len(all), near * 1000 / len(all), falsely * 1000 / individuals}
}

func TestTitlesAreReadAsACarefulRecruiterReadsThem(t *testing.T) {
	l := load(t)
	// first.tsv guided the rules and aside.tsv was mended from; fresh.tsv was written after both, and
	// its floor is what the rules reach on titles they have not seen.
	for name, floor := range map[string]figures{"first.tsv": {970, 900, 20}, "aside.tsv": {970, 900, 20}, "fresh.tsv": {950, 900, 30}} {
		all := read(t, name)
		f := measure(t, l, all)
		t.Logf("%s, %d titles: tracks %d ‰, levels within a step %d ‰, individuals called management %d ‰", name, len(all), f.tracks, f.levels, f.falselyManagement)
		if f.tracks < floor.tracks || f.levels < floor.levels || f.falselyManagement > floor.falselyManagement {
			t.Errorf("%s falls short of %+v", name, floor)
		}
	}
}

func TestHostileTitlesGetAnAnswerInTime(t *testing.T) {
	l := load(t)
	begin := time.Now()
	for _, title := range []string{"", "   ", "🚀🚀🚀", "!!!|||///", strings.Repeat("Head of ", 700), strings.Repeat("x", 5000),
		strings.Repeat("经理", 2500), "<b>CEO</b>", "CEO | CTO | CFO", "مدير Manager 经理", strings.Repeat("|", 5000), "\xff\xfe"} {
		l.Read(title)
	}
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

func FuzzRead(f *testing.F) {
	l := load(f)
	f.Add("Senior Engineer & Team Lead @ Acme | ex-Google")
	f.Add("Abteilungsleiter·in (m/w/d)")
	f.Fuzz(func(t *testing.T, title string) {
		r := l.Read(title)
		if r.Level.Rank() < -1 || r.Track == "" || r.Field == "" {
			t.Errorf("%q is read as %+v", title, r)
		}
		if again := l.Read("  " + title + " "); again.Track != r.Track || again.Level != r.Level {
			t.Errorf("%q with blanks around is read as %+v, not %+v", title, again, r)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	l, all := load(b), read(b, "first.tsv")
	for b.Loop() {
		for _, t := range all {
			l.Read(t.title)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(all)), "ns/title")
}
