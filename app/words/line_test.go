package words

import "testing"

func TestALineThatIsCutDoesNotPartWhatBelongsTogether(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"abcdef", "abcdef"}, {"abcdefg", "abcde…"}, {"abcd efg", "abcd…"},
		{"abcde\u0301fg", "abcd…"},                                        // e with its accent
		{"abc👩\u200D💻fg", "abc…"},                                         // one emoji of three code points
		{"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "a\u0301\u0301…"}, // marks without end
		{"李小龙李小龙", "李小龙李小龙"},
	} {
		if got := Line(c.in, 6); got != c.want {
			t.Errorf("%q is cut to %q, want %q", c.in, got, c.want)
		}
	}
}

func TestALineHoldsNothingThatIsNotSeen(t *testing.T) {
	for in, want := range map[string]string{
		"Ann\r\nEve": "Ann Eve", "A\x00nn\x1b[31m": "Ann[31m", "\xffx": "\uFFFDx", "\u202Egnp.exe": "gnp.exe", "\u2066x": "x", "\u200Fx": "x",
		"a\u00A0 b": "a b", "\uFEFF\uFFFE\uFDD0\U0010FFFFx": "x", " a ": "a", "": "", "\t": "",
	} {
		if got := Line(in, 100); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
