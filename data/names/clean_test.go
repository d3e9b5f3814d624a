package names

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestCleanRemovesWhatCannotBeSeen(t *testing.T) {
	for written, want := range map[string]string{
		"Ana Souza":                         "Ana Souza",
		"  Ana \t\n Souza ":                 "Ana Souza",
		"Ju\u0308rgen":                      "Jürgen",
		"Ana\u202eazuoS":                    "AnaazuoS",
		"\ufeffAna\u2028Souza\u200f":        "Ana Souza",
		"Ana\x00\x1b[31m":                   "Ana[31m",
		"A\u200dna":                         "Ana",
		"soft\u00adhyphen":                  "softhyphen",
		"\u3164\u3164":                      "",
		"می\u200cخواهم":                     "می\u200cخواهم",
		"क्\u200dष":                         "क्\u200dष",
		"می\u200c":                          "می",
		"👩\u200d💻 Ana":                      "👩\u200d💻 Ana",
		"❤️\u200d🔥":                         "❤️\u200d🔥",
		"李雷":                                "李雷",
		"Jos\xe9":                           "Jos\ufffd",
		"a" + strings.Repeat("\u0301", 300): "á" + strings.Repeat("\u0301", maxMarks-1),
	} {
		if got := Clean(written); got != want {
			t.Errorf("Clean(%+q) = %+q, want %+q", written, got, want)
		}
	}
}

func TestCleanLeavesALongNameWhole(t *testing.T) {
	long := strings.Repeat("Ж", 5000)
	if Clean(long) != long {
		t.Error("letters were lost")
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{"Ana", "می\u200cخواهم", "👩\u200d💻", "\xff", "\u2000a\u202e", "a\u0344", "\u200d\u200d"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Clean(s)
		switch {
		case Clean(once) != once:
			t.Errorf("Clean(%+q) = %+q, cleaned again %+q", s, once, Clean(once))
		case !utf8.ValidString(once):
			t.Errorf("Clean(%+q) is not UTF-8", s)
		case letters(once) < letters(s):
			t.Errorf("Clean(%+q) = %+q lost letters", s, once)
		}
	})
}

// letters counts the letters and digits of s as far as Clean must keep them: it counts them
// taken apart, for composition changes how many characters write one.
func letters(s string) int {
	n := 0
	for _, r := range norm.NFD.String(s) {
		if isLetterOrDigit(r) && !isFiller(r) {
			n++
		}
	}
	return n
}
