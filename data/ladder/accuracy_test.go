package ladder

import (
	"bufio"
	"os"
	"path/filepath"
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

func (c *tally) sum(more *tally) {
	c.titles += more.titles
	c.tracks += more.tracks
	c.levels += more.levels
	c.workers += more.workers
	c.promoted += more.promoted
}

// The aims: 97 % of tracks right, at most 2 % of workers called management, 90 % of levels within one
// step.
//
// The word lists have been mended from all these titles, so the test keeps what was reached and says
// nothing of titles unseen. Titles in first.tsv and aside.tsv were labelled before the word lists were
// written, all others afterwards; mostly one hand wrote titles and words, which flatters. Of titles that
// the lists had not been mended from yet, these tracks were right and these workers called management:
//
//	fresh.tsv        96.1 %   2.7 %   all languages
//	south.tsv        93.3 %   1.5 %   Romance languages, Polish and Turkish; of a third that was labelled
//	                                  after mending from the rest 94.9 %, or 97.3 % once labels at odds
//	                                  with the rest were put right
//	west.tsv         95.8 %   4.3 %   Germanic languages; labels that went against those of older files
//	                                  were changed first
//	west-later.tsv   96.4 %   1.1 %   more of them, after mending from west.tsv
//	west-last.tsv    97.1 %   1.3 %   140 more, after mending from west-later.tsv
//	east.tsv                          Russian, Japanese, Chinese, Arabic and Korean: four lists, each
//	                                  written after mending from those before it, the last made of traps
//	                 92.7 %   1.7 %
//	                 97.7 %   2.0 %
//	                 98.3 %   0.3 %
//	                 93.7 %   3.2 %
//	blind.tsv        96.4 %   1.5 %   all languages, by a hand that knew neither rules nor word lists;
//	                                  with another 50 titles that it called doubtful, 93.5 % and 1.7 %
//	blind-later.tsv  98.3 %   0.0 %   likewise, by another such hand; with another 11 doubtful titles 97.8 %
//	                                  and 0.3 %. Of its titles 292 stood in older files as well; of the
//	                                  others 97.3 % and 0.0 %
func TestTitlesAreReadAsARecruiterWould(t *testing.T) {
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files with titles: %v", len(files), err)
	}
	languages := map[string]bool{}
	for _, file := range files {
		byLanguage := readAll(t, file)
		var all tally
		for lang, c := range byLanguage {
			languages[lang] = true
			all.sum(c)
			if c.tracks*10 < c.titles*8 {
				t.Errorf("%s, %s: %d of %d tracks right", file, lang, c.tracks, c.titles)
			}
		}
		t.Logf("%s: of %d titles %d tracks and %d levels right, %d of %d workers called management", file, all.titles, all.tracks, all.levels, all.promoted, all.workers)
		if all.tracks*100 < all.titles*97 || all.levels*100 < all.titles*90 || all.promoted*100 > all.workers*2 {
			t.Errorf("%s misses an aim", file)
		}
	}
	if len(languages) != 17 {
		t.Errorf("titles of %d languages, want 17", len(languages))
	}
}

// readAll reads the titles of a file and counts by language.
func readAll(t *testing.T, file string) map[string]*tally {
	t.Helper()
	l := ladder(t)
	byLanguage := map[string]*tally{}
	for _, want := range readLabelled(t, file) {
		got := l.Read(want.title)
		if byLanguage[want.lang] == nil {
			byLanguage[want.lang] = &tally{}
		}
		byLanguage[want.lang].add(want, got)
		if got.Track != want.track {
			t.Logf("%s: %q is %s %s because of %q, want %s %s", want.lang, want.title, got.Track, got.Level, got.Why, want.track, want.level)
		}
	}
	return byLanguage
}
