package feed_test

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/app/command"
	"peerage/app/feed"
	"peerage/app/wordstest"
	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/datatest"
	"peerage/data/events"
	"peerage/data/store"
)

// BenchmarkCold is what the first fetch after a change waits for, from the questions to the store to the
// hash of the octets, beside the plainest encoder that has the events in memory. The two take turns, so
// that whatever else the machine does befalls both.
func BenchmarkCold(b *testing.B) {
	for _, rhythms := range []int{crowd * 8 / 10, crowd} {
		b.Run(fmt.Sprintf("rhythms=%d", rhythms), func(b *testing.B) {
			s, make := crowded(b, rhythms)
			octets, err := make(b.Context())
			if err != nil {
				b.Fatal(err)
			}
			inMemory := inOrder(b, s, octets)
			f := feed.New(s, make, func() data.Day { return benchDay }, datatest.Clock(benchDay))
			var cold, plain []time.Duration
			for b.Loop() {
				cold = append(cold, timed(func() {
					f.Renewed()
					if _, err := f.Edition(b.Context()); err != nil {
						b.Fatal(err)
					}
				}))
				plain = append(plain, timed(func() { newFloor(len(octets)).calendar(inMemory, "Peerage") }))
			}
			slices.Sort(cold)
			slices.Sort(plain)
			c, p := cold[len(cold)/2], plain[len(plain)/2]
			b.ReportMetric(c.Seconds()*1000, "cold-ms")
			b.ReportMetric(p.Seconds()*1000, "floor-ms")
			b.ReportMetric(float64(c)/float64(p), "floors")
			b.ReportMetric(float64(len(octets))/1e6, "MB")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func timed(f func()) time.Duration {
	begin := time.Now()
	f()
	return time.Since(begin)
}

// inOrder returns the events of a calendar, of which the floor makes the same octets.
func inOrder(b *testing.B, s *store.Store, octets []byte) []calendar.Event {
	b.Helper()
	w := wordstest.English(b)
	all, err := events.All(b.Context(), s, data.PreferencesFrom(nil), benchDay, command.CalendarPhrases(w))
	if err != nil {
		b.Fatal(err)
	}
	slices.SortFunc(all, func(a, b calendar.Event) int { return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.UID, b.UID)) })
	if !bytes.Equal(newFloor(len(octets)).calendar(all, w.CalendarName()), octets) {
		b.Fatal("the floor does not write the same octets")
	}
	return all
}
