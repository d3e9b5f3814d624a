package tabular

import (
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"peerage/data"
)

func TestTheHeaderMayStandBelowLongNotes(t *testing.T) {
	for name, notes := range map[string]string{
		"many lines":           strings.Repeat("Dear Ana, all well?\r\n", 40_000),
		"one long line":        "\"" + strings.Repeat("when exporting, ", 50_000) + "\"\n",
		"blank lines":          strings.Repeat("\n", 900_000),
		"one beyond the first": strings.Repeat("x", firstLook-1) + "\n",
		"to the first look":    strings.Repeat("x", firstLook-len("\r\na,b,c\r")) + "\r\n",
	} {
		want := []row{{strings.Count(notes, "\n") + 2, "1|2|Müller", ""}}
		for end, lines := range map[string]string{"LF": "\n", "CRLF": "\r\n"} {
			text := notes + "a,b,c" + lines + "1,2,Müller" + lines
			if got := readRows(t, text); !reflect.DeepEqual(got, want) {
				t.Errorf("%s, %s: got %v, want %v", name, end, got, want)
			}
		}
	}
	far := strings.Repeat("x", HeadSize) + "\na,b,c\n1,2,3\n"
	if _, err := Open(strings.NewReader(far), abc); err != ErrNoHeader {
		t.Errorf("beyond the limit: %v", err)
	}
}

func TestAnEncodingThatOnlyTheHeaderShowsIsSeenBelowLongNotes(t *testing.T) {
	accepts := func(names []string) bool { return slices.Equal(names, []string{"Prénom", "Nom"}) }
	table, err := Open(strings.NewReader(strings.Repeat("notes\n", 20_000)+"Pr\xe9nom,Nom\nZo\xeb,S\xe1\n"), accepts)
	if err != nil {
		t.Fatal(err)
	}
	if rec, err := table.Read(); err != nil || !slices.Equal(rec.Values, []string{"Zoë", "Sá"}) || table.Encoding() != Windows1252 {
		t.Errorf("%q in %s, %v", rec.Values, table.Encoding(), err)
	}
}

func TestATableGoesOnByAnotherHeader(t *testing.T) {
	accepts := func(names []string) bool { return len(names) > 1 && names[0] == "a" }
	for name, second := range map[string]string{
		"fewer columns":             "a,c\n5,6\n",
		"more columns":              "a,b,c,d\n5,6,7,8\n",
		"as many columns":           "a,x,y\n5,6,7\n",
		"another delimiter":         "a;b;c\n5;6;7\n",
		"notes":                     "Notes:\n\"no, really\"\n\na,c\n5,6\n",
		"quotes":                    "\"a\",\"c\"\n\"5\",6\n",
		"CRLF":                      "a,c\r\n5,6\r\n",
		"CR":                        "a,c\r5,6\r",
		"no line end":               "a,c\n5,6",
		"an unclosed quote above":   "1,\"2,3\na,c\n5,6\n",
		"and another, cut short":    "1,\"2,3\na,c\n5,6\n\"",
		"a value of many lines":     "1,\"2\n2\n2\",3\na,c\n5,6\n",
		"umlauts after only ASCII":  "a,ö\n5,6\n",
		"columns that have no name": "a,c,,,\n5,6,,,\n",
	} {
		t.Run(name, func(t *testing.T) {
			text := "a,b,c\n1,2,3\n" + second
			lines := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text[:strings.Index(text, "5")]), "\n") + 1
			for _, r := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader(text))} {
				table, err := Open(r, accepts)
				if err != nil {
					t.Fatal(err)
				}
				restarts, found := 0, false
				for {
					rec, err := table.Read()
					if err != nil {
						break
					}
					if rec.Values[0] != "1" && table.Restart() {
						restarts++
						continue
					}
					if rec.Fault == "" && rec.Values[0] == "5" {
						found = true
						if rec.Line != lines || len(rec.Values) != len(table.Header) || table.HeaderLine != lines-1 {
							t.Errorf("line %d below %d, want %d; %d values of %d columns", rec.Line, table.HeaderLine, lines, len(rec.Values), len(table.Header))
						}
					}
				}
				if restarts != 1 || !found {
					t.Errorf("%d headers further down; what stands below is read: %v", restarts, found)
				}
			}
		})
	}
}

func TestALineInOneCellIsTakenApart(t *testing.T) {
	for text, want := range map[string][]row{
		"a,b,c\n\"1,\"\"2, \"\"\"\"x\"\"\"\"\"\",3\"\n4,5,6\n": {{2, "1|2, \"x\"|3", ""}, {3, "4|5|6", ""}},
		"\"a,b,c\"\n\"1,\"\"2,2\"\",3\"\n\"4,5,6\"":            {{2, "1|2,2|3", ""}, {3, "4|5|6", ""}},
		"a,b,c\n\"1,2\"\n4,5,6\n":                              {{2, "", data.TooFewColumns}, {3, "4|5|6", ""}},
		"a,b,c\n\"1,2\n,3\"\n4,5,6\n":                          {{2, "", data.TooFewColumns}, {4, "4|5|6", ""}},
	} {
		got := readRows(t, text)
		if name := strings.ReplaceAll(text, "\n", "/"); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

func TestWhatIsNoHeaderRestartsNothing(t *testing.T) {
	table, err := Open(strings.NewReader("a,b,c\n1,2\n1,2,3\n"), abc)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []data.ProblemReason{data.TooFewColumns, ""} {
		rec, err := table.Read()
		if err != nil || rec.Fault != want || table.Restart() || len(table.Header) != 3 {
			t.Errorf("%+v, %v", rec, err)
		}
	}
	if _, err := table.Read(); err != io.EOF {
		t.Errorf("then %v", err)
	}
}

// BenchmarkNoHeader is a text in which no header stands as far as one is looked for.
func BenchmarkNoHeader(b *testing.B) {
	text := strings.Repeat("Dear Ana, as I said, all is well here; and with you?\n", HeadSize/50)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(strings.NewReader(text), abc); err != ErrNoHeader {
			b.Fatal(err)
		}
	}
}
