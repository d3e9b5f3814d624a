package quicklog

import (
	"strings"

	"peerage/data/names"
)

// SaysWhatFor reports whether a text that thanks somebody says what for, behind their name as it is written
// there: "thanked Raj for the referral" does, "thanked Raj" and "for once thanked Raj" do not.
func (l *Lexicon) SaysWhatFor(text, name string) bool {
	_, behind, ok := strings.Cut(names.Fold(text), names.Fold(name))
	words := strings.Fields(behind)
	for i := 0; ok && i+1 < len(words); i++ {
		if l.reasons[words[i]] {
			return true
		}
	}
	return false
}
