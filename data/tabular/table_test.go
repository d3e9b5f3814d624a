package tabular

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"peerage/data"
)

// abc accepts a header of the three columns that the tests use.
func abc(names []string) bool { return slices.Equal(names, []string{"a", "b", "c"}) }

// row is a record with its values joined, so that tables of them stay short.
type row struct {
	line   int
	values string
	fault  data.ProblemReason
}

func readRows(t *testing.T, text string) []row {
	t.Helper()
	table, err := Open(strings.NewReader(text), abc)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	var rows []row
	for {
		rec, err := table.Read()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			t.Fatalf("read: %v", err)
		}
		r := row{rec.Line, strings.Join(rec.Values, "|"), rec.Fault}
		if rec.Fault != "" {
			r.values = ""
		}
		rows = append(rows, r)
	}
}

func TestRecordsAreReadWithTheLineTheyStartOn(t *testing.T) {
	tests := map[string]struct {
		text string
		want []row
	}{
		"LF":                           {"a,b,c\n1,2,3\n4,5,6\n", []row{{2, "1|2|3", ""}, {3, "4|5|6", ""}}},
		"CRLF":                         {"a,b,c\r\n1,2,3\r\n4,5,6", []row{{2, "1|2|3", ""}, {3, "4|5|6", ""}}},
		"CR":                           {"a,b,c\r1,2,3\r4,5,6\r", []row{{2, "1|2|3", ""}, {3, "4|5|6", ""}}},
		"a CR among LF is no line end": {"a,b,c\n1,2\rx,3\n4,5,6\n", []row{{2, "1|2\rx|3", ""}, {3, "4|5|6", ""}}},
		"semicolons":                   {"a;b;c\n1;2,5;3\n", []row{{2, "1|2,5|3", ""}}},
		"tabs":                         {"a\tb\tc\n1\t2\t\n", []row{{2, "1|2|", ""}}},
		"quotes in the header":         {"\"a\",\"b\",\"c\"\n1,2,3\n", []row{{2, "1|2|3", ""}}},
		"a preamble":                   {"Notes:\n\"no, really\"\n\na,b,c\n1,2,3\n", []row{{5, "1|2|3", ""}}},
		"an unclosed preamble":         {"Notes:\n\"no, really\na,b,c\n1,2,3\n", []row{{4, "1|2|3", ""}}},
		"a padded preamble":            {"Notes:,,\n,,\na,b,c,,\n1,2,3,,\n", []row{{4, "1|2|3", ""}}},
		"quoted values":                {"a,b,c\n\"1,\n\"\"x\"\"\",2,3\n4,5,6\n", []row{{2, "1,\n\"x\"|2|3", ""}, {4, "4|5|6", ""}}},
		"quoted values, CRLF":          {"a,b,c\r\n\"1\r\n\r\nx\",2,\"3\"\r\n4,5,6\r\n", []row{{2, "1\r\n\r\nx|2|3", ""}, {5, "4|5|6", ""}}},
		"a quote within a value":       {"a,b,c\n5\" disk,2,3\n", []row{{2, "5\" disk|2|3", ""}}},
		"quotes nobody doubled":        {"a,b,c\n\"the \"best\" one\",2,3\n", []row{{2, "the \"best\" one|2|3", ""}}},
		"blank lines":                  {"a,b,c\n\n  \n,,\n1,2,3\n\n", []row{{5, "1|2|3", ""}}},
		"NUL bytes":                    {"a,b,c\n1,a quite \x00 ordinary value,3\x00\n", []row{{2, "1|a quite  ordinary value|3", ""}}},
		"a header and nothing else":    {"a,b,c", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := readRows(t, tt.text); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %v\nwant %v", got, tt.want)
			}
		})
	}
}

func TestOneBadRecordCostsOnlyItself(t *testing.T) {
	tests := map[string]struct {
		text string
		want []row
	}{
		"too few columns":  {"a,b,c\n1,2\n4,5,6\n", []row{{2, "", data.TooFewColumns}, {3, "4|5|6", ""}}},
		"too many columns": {"a,b,c\n1,2,3,4\n4,5,6\n", []row{{2, "", data.TooManyColumns}, {3, "4|5|6", ""}}},
		"a quote that is never closed": {"a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n",
			[]row{{2, "", data.BadQuote}, {3, "4|5|6", ""}, {4, "7|8|9", ""}}},
		"an unclosed quote, and then quotes": {"a,b,c\n1,\"2,3\n4,\"5\",6\n7,8,9\n",
			[]row{{2, "", data.BadQuote}, {3, "4|5|6", ""}, {4, "7|8|9", ""}}},
		"an unclosed quote that another seems to close": {"a,b,c\n1,\"2,3\n4,5,6\n7,8\",9\n1,1,1\n",
			[]row{{2, "1|2,3\n4,5,6\n7,8|9", ""}, {5, "1|1|1", ""}}},
		"the same with columns that do not fit": {"a,b,c\n1,2,\"3\n4,5,6\n7,8\",9\n1,1,1\n",
			[]row{{2, "", data.BadQuote}, {3, "4|5|6", ""}, {4, "7|8\"|9", ""}, {5, "1|1|1", ""}}},
		"a quote that closes too early": {"a,b,c\n\"1\"x,2\",3\n4,5,6\n",
			[]row{{2, "", data.BadQuote}, {3, "4|5|6", ""}}},
		"cut after a value":    {"a,b,c\n1,2,3\n4,5", []row{{2, "1|2|3", ""}, {3, "", data.CutShort}}},
		"cut within quotes":    {"a,b,c\n1,2,3\n4,\"5", []row{{2, "1|2|3", ""}, {3, "", data.CutShort}}},
		"no line end, but all": {"a,b,c\n1,2,3", []row{{2, "1|2|3", ""}}},
		"lines counted on after going back, CR": {"a,b,c\r1,\"2,3\r4,5,6\r7,8,9\r",
			[]row{{2, "", data.BadQuote}, {3, "4|5|6", ""}, {4, "7|8|9", ""}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := readRows(t, tt.text); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %v\nwant %v", got, tt.want)
			}
		})
	}
}

func encode16(s string, bigEndian bool) []byte {
	var out []byte
	for _, c := range utf16.Encode([]rune(s)) {
		if bigEndian {
			out = append(out, byte(c>>8), byte(c))
		} else {
			out = append(out, byte(c), byte(c>>8))
		}
	}
	return out
}

func TestEveryEncodingGivesTheSameText(t *testing.T) {
	const text = "a,b,c\nZoë,“quoted” – €,Müller\n李,🙂,x\n"
	const western = "a,b,c\nZoë,“quoted” – €,Müller\n"
	var cp1252 []byte
	for _, r := range western {
		if i := slices.Index(upperControls[:], r); i >= 0 {
			r = rune(0x80 + i)
		}
		cp1252 = append(cp1252, byte(r))
	}
	tests := map[string]struct {
		bytes []byte
		enc   Encoding
		want  string
	}{
		"UTF-8":               {[]byte(text), UTF8, text},
		"UTF-8 with a mark":   {[]byte("\ufeff" + text), UTF8, text},
		"UTF-16 LE":           {encode16("\ufeff"+text, false), UTF16LE, text},
		"UTF-16 BE":           {encode16("\ufeff"+text, true), UTF16BE, text},
		"UTF-16 LE, unmarked": {encode16(text, false), UTF16LE, text},
		"UTF-16 BE, unmarked": {encode16(text, true), UTF16BE, text},
		"Windows-1252":        {cp1252, Windows1252, western},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			table, err := Open(iotest.OneByteReader(bytes.NewReader(tt.bytes)), abc)
			if err != nil {
				t.Fatal(err)
			}
			got := "a,b,c\n"
			for {
				rec, err := table.Read()
				if err != nil {
					break
				}
				got += strings.Join(rec.Values, ",") + "\n"
			}
			if strings.TrimSuffix(got, "\n") != strings.TrimSuffix(tt.want, "\n") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if table.Encoding() != tt.enc {
				t.Errorf("encoding %q, want %q", table.Encoding(), tt.enc)
			}
		})
	}
}

func TestTheFirstUmlautMayBeFarInTheFile(t *testing.T) {
	ascii := "a,b,c\n" + strings.Repeat("1,2,3\n", 200_000)
	table, err := Open(strings.NewReader(ascii+"1,M\xfcller,3\n1,Mu\xdf,\x80\n"), abc)
	if err != nil {
		t.Fatal(err)
	}
	var last []string
	for {
		rec, err := table.Read()
		if err != nil {
			break
		}
		last = append(last[:0], rec.Values...)
	}
	if want := []string{"1", "Muß", "€"}; !slices.Equal(last, want) || table.Encoding() != Windows1252 {
		t.Errorf("got %q in %s, want %q", last, table.Encoding(), want)
	}
}

func TestOneDamagedByteDoesNotChangeTheEncoding(t *testing.T) {
	table, err := Open(strings.NewReader("a,b,c\nZoë,é,ü\nM\xfcller,2,Ö\n"), abc)
	if err != nil {
		t.Fatal(err)
	}
	table.Read()
	rec, _ := table.Read()
	if want := []string{"Müller", "2", "Ö"}; !slices.Equal(rec.Values, want) {
		t.Errorf("got %q, want %q", rec.Values, want)
	}
	if table.Encoding() != UTF8 || table.Mended != 1 {
		t.Errorf("%s with %d mended, want UTF-8 with 1", table.Encoding(), table.Mended)
	}
}

func TestACharacterCutInHalfByTheFilesEndIsDropped(t *testing.T) {
	for text, want := range map[string]string{
		"a,b,c\nZoë,é,Bj\xc3": "Zoë|é|Bj",
		"a,b,c\nZoë,é\xc3,":   "Zoë|éÃ|", // not the end: a damaged byte
	} {
		if got := readRows(t, text); len(got) != 1 || got[0].values != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
}

func TestAHugeValueIsCutAndTheRestIsRead(t *testing.T) {
	huge := strings.Repeat("é, x", 2_000_000)
	prose := strings.Repeat("several words, and\n", 500_000)
	for name, value := range map[string]string{
		"one line":   `"` + huge + `"`,
		"many lines": `"` + prose + `"`,
		"no quotes":  strings.Repeat("x", 10_000_000),
	} {
		t.Run(name, func(t *testing.T) {
			table, err := Open(strings.NewReader("a,b,c\n1,"+value+",3\n4,5,6\n"), abc)
			if err != nil {
				t.Fatal(err)
			}
			rec, err := table.Read()
			if err != nil || rec.Fault != "" {
				t.Fatalf("err %v, fault %q", err, rec.Fault)
			}
			if n := utf8.RuneCountInString(rec.Values[1]); n != MaxValue || !slices.Equal(rec.Cut, []int{1}) {
				t.Errorf("%d characters, cut %v; want %d, cut [1]", n, rec.Cut, MaxValue)
			}
			if rec.Values[0] != "1" || rec.Values[2] != "3" {
				t.Errorf("beside it %q and %q", rec.Values[0], rec.Values[2])
			}
			if rec, err = table.Read(); err != nil || strings.Join(rec.Values, "") != "456" {
				t.Errorf("after it %q, %v", rec.Values, err)
			}
			if cap(table.buf) > 4*window {
				t.Errorf("the buffer grew to %d bytes", cap(table.buf))
			}
		})
	}
}

func TestAnUnclosedQuoteBeforeALongStretchSwallowsNoRecords(t *testing.T) {
	const n = 300_000
	for name, first := range map[string]string{
		"records follow at once":     "1,\"2,3\n",
		"a long line without quotes": "1,\"" + strings.Repeat("y", 3*window) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			table, err := Open(strings.NewReader("a,b,c\n"+first+strings.Repeat("4,5,6\n", n)), abc)
			if err != nil {
				t.Fatal(err)
			}
			rec, err := table.Read()
			if err != nil || rec.Fault != data.BadQuote {
				t.Fatalf("first: %q, %v", rec.Fault, err)
			}
			count, line := 0, 0
			for {
				rec, err := table.Read()
				if err != nil {
					break
				}
				count, line = count+1, rec.Line
			}
			if count != n || line != n+2 {
				t.Errorf("%d records to line %d, want %d to line %d", count, line, n, n+2)
			}
		})
	}
}

// Going back must not make the cost of a file more than proportional to its length; it would be minutes
// here.
func TestHostileQuotesCostNoMoreThanTheirLength(t *testing.T) {
	for _, unit := range []string{"\"\n\"x\"\n", "a,\"b\n", "x\"", "\"\nx\"y", "1,2,3\na,\"b\n", "\"1\n2,3,4\n", "a,\"\"\"\n", "\n", ","} {
		for _, lineEnd := range []string{"\n", "\r"} {
			text := "a,b,c\n1,\"\n" + strings.Repeat(unit, window/len(unit))
			began := time.Now()
			readRows(t, strings.ReplaceAll(text, "\n", lineEnd))
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("%q with %q took %v", unit, lineEnd, took)
			}
		}
	}
}

func TestWhatIsNoTableIsRefused(t *testing.T) {
	picture := make([]byte, 4096)
	for i := range picture {
		picture[i] = byte(i * 7)
	}
	broken := errors.New("the disk is gone")
	tests := map[string]struct {
		r    io.Reader
		want error
	}{
		"empty":        {strings.NewReader(""), ErrEmpty},
		"only a mark":  {strings.NewReader("\ufeff"), ErrEmpty},
		"blank":        {strings.NewReader(" \r\n\n"), ErrEmpty},
		"prose":        {strings.NewReader("Dear Ana,\n\nall well, and you?\n"), ErrNoHeader},
		"a picture":    {bytes.NewReader(picture), ErrNotText},
		"not readable": {iotest.ErrReader(broken), broken},
	}
	for name, tt := range tests {
		if _, err := Open(tt.r, abc); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}

func TestAReadErrorComesAfterWhatWasWhole(t *testing.T) {
	broken := errors.New("the disk is gone")
	r := io.MultiReader(strings.NewReader("a,b,c\n1,2,3\n4,5,6"), iotest.ErrReader(broken))
	table, err := Open(r, abc)
	if err != nil {
		t.Fatal(err)
	}
	if rec, err := table.Read(); err != nil || rec.Fault != "" {
		t.Errorf("first: %v, %v", rec, err)
	}
	if rec, err := table.Read(); err != nil || rec.Fault != data.CutShort {
		t.Errorf("second: %v, %v; its last value may not be whole", rec, err)
	}
	if _, err := table.Read(); !errors.Is(err, broken) {
		t.Errorf("then %v, want %v", err, broken)
	}
}

func TestWithoutARuleTheFirstLineIsTheHeader(t *testing.T) {
	table, err := Open(strings.NewReader("\n name ;x, y;z\n1;2;3\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"name", "x, y", "z"}; !slices.Equal(table.Header, want) || table.HeaderLine != 2 {
		t.Errorf("header %q on line %d, want %q on line 2", table.Header, table.HeaderLine, want)
	}
}

func BenchmarkTable(b *testing.B) {
	var file bytes.Buffer
	file.WriteString("a,b,c\n")
	for i := range 100_000 {
		fmt.Fprintf(&file, "Ana %d van der Berg,https://www.example.com/in/ana-van-der-berg-%06d,\"Eastmere, City of\"\n", i, i)
	}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		table, err := Open(bytes.NewReader(file.Bytes()), abc)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for ; err == nil; n++ {
			_, err = table.Read()
		}
		if n != 100_001 {
			b.Fatal(n)
		}
	}
}
