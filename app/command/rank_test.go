package command_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestTitlesAreRankedFromArgumentsAndFromStandardInput(t *testing.T) {
	d := newDesk(t)
	type rank struct{ Title, Track, Level, Field, Why string }
	said := func(all []rank) string {
		var lines []string
		for _, r := range all {
			lines = append(lines, fmt.Sprint(r.Title, ": ", r.Track, " ", r.Level))
		}
		return strings.Join(lines, "; ")
	}
	want := "Head of Data: management director; Product Manager: individual mid"
	if got := said(read[[]rank](d, "rank", "Head of Data", "Product Manager")); got != want {
		t.Errorf("arguments: %s", got)
	}
	d.env.In = strings.NewReader("Head of Data\r\n\nProduct Manager")
	if got := said(read[[]rank](d, "rank")); got != want {
		t.Errorf("standard input: %s", got)
	}
	d.env.In = strings.NewReader("")
	if got := read[[]rank](d, "rank"); len(got) != 0 {
		t.Errorf("nothing to rank: %v", got)
	}
	if got := d.run("rank", "Head of Data"); !strings.Contains(got, "Head of Data: management, director") {
		t.Errorf("for people: %q", got)
	}
}
