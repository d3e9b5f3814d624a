package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Split takes the normal form of an organisation's name apart: base is the name without its legal
// form, form the id of that form in legalforms.txt, "" when there is none.
//
// A legal form is dropped only as whole words, only where its country writes it (most at the end,
// ООО, PT and UAB at the start, 株式会社 at either), and never if the name would be empty: an
// organisation called SA stays. Forms on both ends, or a weak one before another, count as one form:
// PT … Tbk is pt, Co., Ltd. is ltd. The article stays (The Citadel is not Citadel). Single letters in
// a row are one word in the base, so that J.P. Morgan and JP Morgan are equal; so is "and" in any
// language, and + between words: Müller & Partner is Müller und Partner.
//
// What stands in brackets behind a name counts, but for the remarks of remarks.txt: Skyline (YC W21) is
// Skyline.
//
// Split("") is "", "".
func (r *Rules) Split(written string) (base, form string) {
	written = r.withoutRemarks(written)
	name := Fold(strings.ReplaceAll(written, " + ", " & "))
	if name == "" {
		return "", ""
	}
	name, last := r.end.cutEnd(name, written, nil)
	for inner := last; inner != nil; {
		name, inner = r.end.cutEnd(name, "", func(a *affix) bool { return a.weak && a.exact == "" })
		if inner != nil && last.weak {
			last = inner
		}
	}
	name, first := r.start.cutStart(name, written)
	return joinInitials(andInside(name)), formOf(first, last)
}

// andWords are "and" where they stand between two words. In is none, nor is O, an Irish name's beginning.
var andWords = wordSet(`und et y e och og en i ve и та`)

// andInside writes "and" in English where it stands between two words, in whatever language. Initials are
// no words, nor does "and" stand beside another: J. E. Finch and A & E Networks stay.
func andInside(name string) string {
	if strings.Count(name, " ") < 2 {
		return name
	}
	words := strings.Fields(name)
	changed := false
	for i := 1; i+1 < len(words); i++ {
		if andWords[words[i]] && isAndBeside(words[i-1]) && isAndBeside(words[i+1]) {
			words[i], changed = "and", true
		}
	}
	if !changed {
		return name
	}
	return strings.Join(words, " ")
}

// isAndBeside reports whether "and" may stand beside a word.
func isAndBeside(word string) bool { return word != "and" && !andWords[word] && !isInitial(word) }

// formOf names the form that a name with these affixes carries; either may be nil.
func formOf(first, last *affix) string {
	switch {
	case first == nil && last == nil:
		return ""
	case first == nil, last != nil && (first.weak || first.id == "" || first.id == last.id):
		return last.id
	case last == nil, last.weak, last.id == "":
		return first.id
	}
	return first.id + " " + last.id
}

// joinInitials writes runs of one-letter words as one word. Chinese, Japanese and Korean have words of
// one character.
func joinInitials(name string) string {
	var out []byte
	done := 0 // name[:done] is in out
	for at, inRun := 0, false; at < len(name); {
		end := strings.IndexByte(name[at:], ' ')
		if end < 0 {
			end = len(name) - at
		}
		single := isInitial(name[at : at+end])
		if single && inRun {
			out = append(out, name[done:at-1]...)
			done = at
		}
		inRun = single
		at += end + 1
	}
	if out == nil {
		return name
	}
	return string(append(out, name[done:]...))
}

func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsLetter(r) && !isGlued(r)
}
