package command

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"peerage/app/wordstest"
	"peerage/data"
)

func TestATextIsCutBetweenLetters(t *testing.T) {
	for _, c := range []struct {
		text  string
		cells int
		want  string
	}{
		{"Ana Souza", 9, "Ana Souza"}, {"Ana Souza", 8, "Ana Sou…"}, {"Ana Souza", 5, "Ana…"}, {"", 3, ""},
		{"中国银行", 8, "中国银行"}, {"中国银行", 7, "中国银…"}, {"中国银行", 6, "中国…"},
		{"e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"}, {"e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…"},
	} {
		if got := cut(c.text, c.cells); got != c.want || width(got) > c.cells {
			t.Errorf("cut(%q, %d) = %q, want %q", c.text, c.cells, got, c.want)
		}
	}
}

func TestATableIsAlignedAndLeavesEmptyColumnsOut(t *testing.T) {
	var b strings.Builder
	r := &runner{out: bufio.NewWriter(&b)}
	long := strings.Repeat("x", 100)
	r.table("  ", [][]string{{"王李", "", "a", long}, {"Ana\x1b[1m", "", long, "b"}, {"", "", "", "c"}})
	if err := r.out.Flush(); err != nil {
		t.Fatal(err)
	}
	cut := long[:39] + "…"
	want := "  王李    a" + strings.Repeat(" ", 41) + long + "\n  Ana[1m  " + cut + "  b\n" + strings.Repeat(" ", 52) + "c\n"
	if b.String() != want {
		t.Errorf("got\n%q\nwant\n%q", b.String(), want)
	}
}

func TestALineIsHarmlessAndKeepsItsBlanks(t *testing.T) {
	for in, want := range map[string]string{
		"  a  b  ": "  a  b", "a\tb\nc": "a b c", "\x1b[2J\u202ea\x9b\xff": "[2Ja\uFFFD", "नि\u200dक": "नि\u200dक", "👩\u200d🔬": "👩\u200d🔬",
	} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestALineOfHelpIsBrokenBetweenWords(t *testing.T) {
	for in, want := range map[string]string{"one two three": "one two|three", "": "", "extraordinary x": "extraordinary|x"} {
		if got := strings.Join(wrap(in, 7), "|"); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestATieByProfessionAloneIsAtNoOrganisation(t *testing.T) {
	w := wordstest.English(t)
	r := &runner{Env: &Env{Words: w}}
	tie := tieJSON{Kind: data.Peer, Derived: true, Current: true, Sure: data.Possible, Mine: &roleJSON{Organisation: "Kestrel"},
		Theirs: &roleJSON{Organisation: "Zenith"}, alone: true}
	if got := r.tieRows([]tieJSON{tie})[0]; got[0] != "peer" || got[1] != "" || got[4] != "possible" {
		t.Errorf("%q", got)
	}
}

func TestAMissingFolderIsNoFileInTheWay(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for place, want := range map[string]bool{
		filepath.Join(file, "x.ics"): true, filepath.Join(file, "deep", "x.ics"): true,
		filepath.Join(dir, "x.ics"): false, filepath.Join(dir, "nowhere", "x.ics"): false, file: true, "x.ics": false,
	} {
		if throughFile(place) != want {
			t.Errorf("%s: %v, want %v", place, !want, want)
		}
	}
}
