package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Veil keeps names out of texts. The zero value keeps out none.
type Veil struct {
	words    map[string]bool   // words of names, in their normal form
	wholes   map[string]bool   // names of several words, their normal forms joined by blanks
	longest  int               // how many words the longest of those has
	unparted map[rune][]string // words of scripts that part none with blanks, by their first letter, as written
}

// Add keeps one name more out, whole and each of its words alone. A single letter is no word, and what is
// written small in a name, as in "van der Berg", is one of the language too.
func (v *Veil) Add(name string) {
	if v.words == nil {
		v.words, v.wholes, v.unparted = map[string]bool{}, map[string]bool{}, map[rune][]string{}
	}
	var whole []string
	for _, word := range nameWords(name) {
		for _, part := range stretchesOf(word) {
			written := word[part.from:part.to]
			whole = append(whole, Fold(written))
			first, size := utf8.DecodeRuneInString(written)
			switch {
			case size == len(written) || unicode.IsLower(first):
			case hangsOn(first):
				if !slices.Contains(v.unparted[first], written) {
					v.unparted[first] = append(v.unparted[first], written)
				}
			default:
				v.words[Fold(written)] = true
			}
		}
	}
	if len(whole) > 1 {
		v.wholes[strings.Join(whole, " ")] = true
		v.longest = max(v.longest, len(whole))
	}
}

// Over returns a text with short in place of every name in it. Whole names are known however they are written;
// a word alone only where it is written as a name, with a capital letter, for "mark" is no Mark. Where other
// words hang on names without a blank, as in Chinese, a name is known among them.
func (v *Veil) Over(text string, short func(name string) string) string {
	if len(v.words) == 0 && len(v.unparted) == 0 && len(v.wholes) == 0 {
		return text
	}
	var out strings.Builder
	put := func(shortened, rest string) {
		if strings.HasPrefix(rest, ".") {
			shortened = strings.TrimSuffix(shortened, ".") // the full stop that follows is the initial's as well
		}
		out.WriteString(shortened)
	}
	stretches, at := stretchesOf(text), 0
	for i := 0; i < len(stretches); i++ {
		p := stretches[i]
		out.WriteString(text[at:p.from])
		if n := v.wholeAt(text, stretches[i:]); n > 0 {
			i += n - 1
			at = stretches[i].to
			put(short(text[p.from:at]), text[at:])
			continue
		}
		at = p.to
		word := text[p.from:p.to]
		first, size := utf8.DecodeRuneInString(word)
		switch own, isOwner := strings.CutSuffix(word, "s"); {
		case strings.ContainsFunc(word, hangsOn):
			out.WriteString(v.among(word, short))
		case size == len(word) || unicode.IsLower(first):
			out.WriteString(word)
		case v.words[Fold(word)]:
			put(short(word), text[at:])
		case isOwner && v.words[Fold(own)]: // as in German: Anas Vortrag
			out.WriteString(short(own) + "s")
		default:
			out.WriteString(word)
		}
	}
	out.WriteString(text[at:])
	return out.String()
}

// wholeAt returns how many stretches of a text are a whole name, as many as can be; 0 when they begin with none.
func (v *Veil) wholeAt(text string, stretches []stretch) int {
	found := 0
	var folded []string
	small := true
	for n, p := range stretches[:min(len(stretches), v.longest)] {
		if n > 0 && strings.Trim(text[stretches[n-1].to:p.from], " .-'’\u00a0") != "" {
			break
		}
		word := text[p.from:p.to]
		first, _ := utf8.DecodeRuneInString(word)
		small = small && unicode.IsLower(first)
		if small && utf8.RuneCountInString(word) < leastSmall {
			break
		}
		folded = append(folded, Fold(word))
		if n > 0 && v.wholes[strings.Join(folded, " ")] {
			found = n + 1
		}
	}
	return found
}

// leastSmall is how many letters each word of a whole name that is written small has at least: "do an" is no name.
const leastSmall = 3

// among returns a word with short in place of the names in it, the longest first.
func (v *Veil) among(word string, short func(string) string) string {
	var out strings.Builder
	for word != "" {
		first, size := utf8.DecodeRuneInString(word)
		longest := ""
		for _, name := range v.unparted[first] {
			if len(name) > len(longest) && strings.HasPrefix(word, name) {
				longest = name
			}
		}
		if longest == "" {
			out.WriteString(word[:size])
			word = word[size:]
			continue
		}
		out.WriteString(short(longest))
		word = word[len(longest):]
	}
	return out.String()
}

// hangsOn reports whether words may follow a name in the script of a letter without a blank.
func hangsOn(r rune) bool { return unparted(r) || unicode.Is(unicode.Hangul, r) }

// stretch is a run of letters, marks and digits in a text, from one byte to before another.
type stretch struct{ from, to int }

// stretchesOf parts a text at whatever is neither letter nor digit. What joins letters to one shape parts none.
func stretchesOf(text string) []stretch {
	var all []stretch
	from := -1
	for i, r := range text {
		switch inside := unicode.In(r, unicode.L, unicode.M, unicode.N) || from >= 0 && (r == '\u200d' || r == '\u200c'); {
		case inside && from < 0:
			from = i
		case !inside && from >= 0:
			all = append(all, stretch{from, i})
			from = -1
		}
	}
	if from >= 0 {
		all = append(all, stretch{from, len(text)})
	}
	return all
}
