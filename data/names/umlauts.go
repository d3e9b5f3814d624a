package names

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// An umlaut is written with two letters where the keyboard has none, or without its dots: Grünwald,
// Gruenwald, Grunwald. Only a spelling that has it tells that the other two mean it, for Blue is no Blü.

var twoLetters = strings.NewReplacer(
	"ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa",
	"Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Ø", "Oe", "Å", "Aa",
)

// inTwoLetters writes umlauts, and the Nordic ø and å, with two letters.
func inTwoLetters(written string) string {
	for i := range len(written) {
		if written[i] >= utf8.RuneSelf {
			return twoLetters.Replace(norm.NFC.String(written))
		}
	}
	return written
}

// respelled joins bases that are one name with an umlaut and without: it gives all but the shortest of
// each such set the shortest, which is mostly the one without dots.
func (r *Rules) respelled(all map[string]parts) map[string]string {
	next := map[string]string{} // base -> another one of the same name, up to the last
	last := func(base string) string {
		for next[base] != "" {
			base = next[base]
		}
		return base
	}
	known := map[string]bool{}
	for text, p := range all {
		known[p.base] = true
		two := inTwoLetters(text)
		if p.base == "" || two == text {
			continue
		}
		other, _ := r.Split(two)
		if a, b := last(p.base), last(other); a != b {
			next[a] = b
		}
	}
	if len(next) == 0 {
		return nil
	}
	best := map[string]string{} // last base -> the shortest that is known
	for base := range known {
		end := last(base)
		if was := best[end]; was == "" || cmp.Or(cmp.Compare(len(base), len(was)), strings.Compare(base, was)) < 0 {
			best[end] = base
		}
	}
	to := map[string]string{}
	for base := range known {
		if b := best[last(base)]; b != base {
			to[base] = b
		}
	}
	return to
}

// minUmlautWord is the least length, in octets, of a word of a title in which ae, oe and ue are read as
// umlauts: shorter ones are too often words of their own (does, dos).
const minUmlautWord = 7

// plainUmlauts writes the folded words of a title in which ae, oe or ue stands for an umlaut with one letter:
// before a consonant or u, and neither behind a vowel (Steuer) nor behind g or q (guest, queue). A word with
// letters of another script is left alone: blanks beside Chinese go, and a short word is then part of a long one.
func plainUmlauts(word string) string {
	if len(word) < minUmlautWord || strings.ContainsFunc(word, isWide) {
		return word
	}
	var out []byte
	done := 0 // word[:done] is in out
	for i := 0; i+2 < len(word); i++ {
		if word[i+1] != 'e' || strings.IndexByte("aou", word[i]) < 0 || i > 0 && strings.IndexByte("aeiougq", word[i-1]) >= 0 ||
			strings.IndexByte("aeio", word[i+2]) >= 0 {
			continue
		}
		out = append(out, word[done:i+1]...)
		done = i + 2
		i++
	}
	if out == nil {
		return word
	}
	return string(append(out, word[done:]...))
}

// isWide reports whether a folded letter is of another script than the Latin one.
func isWide(r rune) bool { return r >= utf8.RuneSelf }
