package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// affix is one spelling of a legal form or credential in its normal form.
type affix struct {
	text   string
	id     string
	exact  string // the only writing that counts, "" for any
	weak   bool   // says nothing beside another affix
	quoted bool   // counts only before a quotation mark
	glued  bool   // needs no blank between itself and the name
}

// affixes are the spellings found at one end of a name, the longest first: those of whole words by the
// word that a name must begin or end with, and those that need no blank.
type affixes struct {
	byWord map[string][]affix
	glued  []affix
}

// add files a under word, or among the glued ones.
func (as *affixes) add(word string, a affix) {
	if as.byWord == nil {
		as.byWord = map[string][]affix{}
	}
	if a.glued {
		as.glued = append(as.glued, a)
		return
	}
	as.byWord[word] = append(as.byWord[word], a)
}

// arrange puts the longest first.
func (as *affixes) arrange() {
	longest := func(a, b affix) int { return len(b.text) - len(a.text) }
	slices.SortStableFunc(as.glued, longest)
	for _, of := range as.byWord {
		slices.SortStableFunc(of, longest)
	}
}

// cutEnd takes the longest affix off the end of name, which is in its normal form. A name that is an
// affix as a whole stays (S.A. de C.V. does not become S.A. de), and so does the last word of one that
// would be left without any. written is the name as it was written. accept is nil or chooses among the affixes.
func (as *affixes) cutEnd(name, written string, accept func(*affix) bool) (string, *affix) {
	var found *affix
	last := strings.LastIndexByte(name, ' ') + 1
	for i := range as.byWord[name[last:]] {
		a := &as.byWord[name[last:]][i]
		if a.text == name {
			return name, nil
		}
		rest := len(name) - len(a.text) - 1
		if rest > 0 && name[rest] == ' ' && name[rest+1:] == a.text && !onlyArticle(name[:rest]) &&
			endsExactly(written, a.exact) && (accept == nil || accept(a)) {
			found = a
			break
		}
	}
	if r, _ := utf8.DecodeLastRuneInString(name); isGlued(r) {
		var whole bool
		found, whole = as.glue(name, found, func(a *affix) bool { return strings.HasSuffix(name, a.text) && (accept == nil || accept(a)) })
		if whole {
			return name, nil
		}
	}
	if found == nil {
		return name, nil
	}
	return strings.TrimRight(name[:len(name)-len(found.text)], " "), found
}

// cutStart takes the longest affix off the start of name, under the same conditions as cutEnd.
func (as *affixes) cutStart(name, written string) (string, *affix) {
	var found *affix
	word, _, _ := strings.Cut(name, " ")
	for i := range as.byWord[word] {
		a := &as.byWord[word][i]
		if a.text == name {
			return name, nil
		}
		n := len(a.text)
		if n+1 < len(name) && name[n] == ' ' && name[:n] == a.text && startsExactly(written, a.exact, a.quoted) {
			found = a
			break
		}
	}
	if r, _ := utf8.DecodeRuneInString(name); isGlued(r) {
		var whole bool
		found, whole = as.glue(name, found, func(a *affix) bool { return strings.HasPrefix(name, a.text) })
		if whole {
			return name, nil
		}
	}
	if found == nil {
		return name, nil
	}
	return strings.TrimLeft(name[len(found.text):], " "), found
}

// glue returns the longest affix that fits and may stand without a space, or the one found where none is longer, and
// whether such an affix is the whole name.
func (as *affixes) glue(name string, found *affix, fits func(*affix) bool) (longest *affix, whole bool) {
	for i := range as.glued {
		a := &as.glued[i]
		switch {
		case found != nil && len(found.text) >= len(a.text):
			return found, false
		case a.text == name:
			return nil, true
		case fits(a):
			return a, false
		}
	}
	return found, false
}

// onlyArticle reports whether a name would be left with a word that cannot be one: The Company.
func onlyArticle(name string) bool { return name == "the" || name == "and" }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

func noWord(r rune) bool { return !isWord(r) }

// endsExactly reports whether written ends in the word exact, whatever punctuation follows it.
func endsExactly(written, exact string) bool {
	if exact == "" {
		return true
	}
	name, ok := strings.CutSuffix(strings.TrimRightFunc(written, noWord), exact)
	before, _ := utf8.DecodeLastRuneInString(name)
	return ok && noWord(before)
}

// startsExactly reports whether written begins with the word exact, and, where quoted is set, goes on
// with a quotation mark.
func startsExactly(written, exact string, quoted bool) bool {
	if exact == "" {
		return true
	}
	name, ok := strings.CutPrefix(strings.TrimLeftFunc(written, noWord), exact)
	if after, _ := utf8.DecodeRuneInString(name); !ok || isWord(after) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(name, " ."))
	return !quoted || strings.ContainsRune(`"'«»„“”‘’‚`, after)
}

// spellings returns the normal forms that the legal form or credential written may take. A word with
// dots or a stroke inside is also written without them, as in S.A. and SA, A/S and AS.
func spellings(written string) []string {
	all := []string{""}
	for _, word := range strings.Fields(written) {
		apart := Fold(word)
		if apart == "" {
			continue
		}
		ways := []string{apart}
		if joined := Fold(inner.Replace(word)); joined != apart {
			ways = append(ways, joined)
		}
		var longer []string
		for _, start := range all {
			for _, way := range ways {
				longer = append(longer, strings.TrimSpace(start+" "+way))
			}
		}
		all = longer
	}
	return all
}

var inner = strings.NewReplacer(".", "", "/", "", ":", "")
