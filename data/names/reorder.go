package names

import (
	"slices"
	"strings"
)

// smallWords join the words of a name and come and go when it is turned round: articles, and
// prepositions of place and belonging, in their normal forms.
var smallWords = wordSet(`
	the of at in for and
	der die das des dem den fur von vom zu zur zum am im und
	le la les l du d au aux en et
	el los las del al y
	o os as do da dos das e
	il lo gli i di dello della dei degli delle
	de het een van te ten voor
	av af for och og i pa
	w we na z dla
	в на и для
	ve
`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// Reordered reports whether two names consist of the same words in another order, like Eastmere
// University and University of Eastmere. Small words do not count; at least two others must be there.
// It is false for names that are equal in the same order, and legal forms are words to it: give it
// bases.
func Reordered(a, b string) bool {
	x, y := significant(a), significant(b)
	if len(x) < 2 || len(x) != len(y) || slices.Equal(x, y) {
		return false
	}
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

func significant(name string) []string {
	return slices.DeleteFunc(strings.Fields(Fold(name)), func(word string) bool { return smallWords[word] })
}
