package tabular

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

func FuzzTable(f *testing.F) {
	for _, s := range []string{
		"a,b,c\n1,2,3\n", "Notes:\n\"x\"\n\na;b;c\r\n1;\"2\n\";3\r\n", "a,b,c\r1,\"2,3\r4,5,6\r", "a\tb\tc\n\"\"\t\"\"\"\"\tx",
		"a,b,c\n1,\"2,3\n4,\"5\",6\n7,8\",9\n", "a,b,c\n\xff\xfe,\xc3,\x00\n", string(encode16("\ufeffa,b,c\n1,2,3\n", false)),
	} {
		f.Add([]byte(mangle(s)), true)
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, text []byte, slow bool) {
		read := func(r io.Reader) (out []string) {
			table, err := Open(r, abc)
			if err != nil {
				return nil
			}
			lines := 1 + bytes.Count(text, []byte{'\n'}) + bytes.Count(text, []byte{'\r'})
			for last := table.HeaderLine; ; {
				rec, err := table.Read()
				if err != nil {
					if err != io.EOF {
						t.Fatal(err)
					}
					return out
				}
				if rec.Line <= last || rec.Line > lines {
					t.Fatalf("line %d after %d of %d", rec.Line, last, lines)
				}
				last = rec.Line
				if rec.Fault == "" && len(rec.Values) != 3 {
					t.Fatalf("%d values of 3 and no fault", len(rec.Values))
				}
				for _, v := range rec.Values {
					if !utf8.ValidString(v) || strings.ContainsRune(v, 0) {
						t.Fatalf("value %q", v)
					}
				}
				out = append(out, fmt.Sprint(rec.Line, rec.Fault, rec.Values))
			}
		}
		whole := read(bytes.NewReader(text))
		if slow && !slices.Equal(whole, read(iotest.OneByteReader(bytes.NewReader(text)))) {
			t.Fatal("what is read depends on how it arrives")
		}
	})
}
