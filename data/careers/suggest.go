package careers

import (
	"strings"

	"peerage/data"
	"peerage/data/names"
)

// Known completes the names of organisations while they are typed. The zero Known knows none.
type Known struct {
	written, folded []string
}

// NewKnown returns what completes the names of organisations, those to be offered first first.
func NewKnown(organisations []data.Organisation) *Known {
	k := &Known{}
	for i := range organisations {
		k.written = append(k.written, organisations[i].Name)
		k.folded = append(k.folded, names.Fold(organisations[i].Name))
	}
	return k
}

// Complete returns at most limit names in which a word begins with what is typed, whatever its case and
// accents; those that begin with it themselves come first. It returns none for nothing typed, and none
// when a name is typed as it is known already.
func (k *Known) Complete(typed string, limit int) []string {
	want := names.Fold(typed)
	if want == "" {
		return nil
	}
	var begin, within []string
	for i, folded := range k.folded {
		switch {
		case k.written[i] == typed:
			return nil
		case strings.HasPrefix(folded, want):
			begin = append(begin, k.written[i])
		case strings.Contains(folded, " "+want):
			within = append(within, k.written[i])
		}
	}
	found := append(begin, within...)
	return found[:min(len(found), limit)]
}
