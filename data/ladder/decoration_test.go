package ladder

import (
	"path/filepath"
	"testing"

	"peerage/data"
)

// decorations are what people write behind a title that says nothing of the job.
var decorations = []string{" @ Acme Ltd", " at Acme Ltd", " | Speaker", " || Mentor", ", Acme", " 🚀", " (m/w/d)"}

func TestDecorationsDoNotChangeAReading(t *testing.T) {
	l := ladder(t)
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files with titles: %v", len(files), err)
	}
	titles, changed := 0, 0
	for _, file := range files {
		for _, want := range readLabelled(t, file) {
			if want.track == data.UnknownTrack {
				continue
			}
			titles++
			plain := l.Read(want.title)
			for _, decoration := range decorations {
				r := l.Read(want.title + decoration)
				// Of whom all jobs are over, the speaker is all that is left: no more than a worker.
				over := plain.Track == data.Individual && plain.Level == data.UnknownLevel
				if r.Track == plain.Track && (r.Level == plain.Level || over) || plain.Track == data.UnknownTrack {
					continue
				}
				changed++
				t.Errorf("%q is %s %s, but %q is %s %s because of %q", want.title, plain.Track, plain.Level, want.title+decoration, r.Track, r.Level, r.Why)
			}
		}
	}
	t.Logf("%d of %d readings changed", changed, titles*len(decorations))
}
