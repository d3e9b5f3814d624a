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
	lines := "Head of Data: management director; : unknown unknown;   : unknown unknown; Product Manager: individual mid"
	if got := said(read[[]rank](d, "rank", "Head of Data", "Product Manager")); got != want {
		t.Errorf("arguments: %s", got)
	}
	d.env.In = strings.NewReader("Head of Data\r\n\n  \nProduct Manager\n")
	if got := said(read[[]rank](d, "rank")); got != lines {
		t.Errorf("standard input: %s", got)
	}
	d.env.In = strings.NewReader("")
	if got := read[[]rank](d, "rank"); len(got) != 0 {
		t.Errorf("nothing to rank: %v", got)
	}
	if got := read[[]rank](d, "rank", "Head\x07\x1b of Data"); got[0].Why != "Head of" {
		t.Errorf("by the words %q", got[0].Why)
	}
	if got := d.run("rank", "--help"); !strings.Contains(got, "standard input") {
		t.Errorf("help does not say where titles come from: %s", got)
	}
	if got := d.run("rank", "Head of Data"); !strings.Contains(got, "Head of Data: management, director") {
		t.Errorf("for people: %q", got)
	}
}
