package names

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleRules are what titles.txt says.
type titleRules struct {
	short    map[string][]shortForm // by their first word, the longest first
	glued    *strings.Replacer      // for scripts without blanks
	gluing   []string               // what glued is made of: short form, what it comes to, …
	language map[string]string      // word -> the one language that it shows, "" where it shows several

	and, of, articles, leads, still, employer, place map[string]bool
	turned                                           [][]string
	beside                                           map[string]bool
	besideStart                                      map[string]bool // entries with a star: the words before it
	endings, notes                                   map[string]bool
	kept                                             map[string]bool   // words in which ae, oe and ue are no umlauts
	men, menEnding                                   map[string]string // forms and endings for women -> those for men
}

// shortForm is one way to write words.
type shortForm struct {
	words    []string
	full     []string
	language string // the only language it is one in, "" for any
	atEnd    bool
}

func newTitleRules() *titleRules {
	return &titleRules{
		short: map[string][]shortForm{}, language: map[string]string{},
		and: map[string]bool{}, of: map[string]bool{}, articles: map[string]bool{}, leads: map[string]bool{}, still: map[string]bool{},
		employer: map[string]bool{}, place: map[string]bool{},
		beside: map[string]bool{}, besideStart: map[string]bool{}, endings: map[string]bool{}, notes: map[string]bool{},
		kept: map[string]bool{}, men: map[string]string{}, menEnding: map[string]string{},
	}
}

// fold is Fold for the words of titles, of which it takes one spelling each.
func (t *titleRules) fold(written string) string { return t.plain(Fold(written)) }

// plain gives folded words the spelling that stands for all of theirs.
func (t *titleRules) plain(folded string) string {
	var out []byte
	done := 0 // folded[:done] is in out
	for at := 0; at < len(folded); {
		end := strings.IndexByte(folded[at:], ' ')
		if end < 0 {
			end = len(folded) - at
		}
		word := folded[at : at+end]
		if plain := t.plainWord(word); plain != word {
			out = append(append(out, folded[done:at]...), plain...)
			done = at + end
		}
		at += end + 1
	}
	if out == nil {
		return folded
	}
	return string(append(out, folded[done:]...))
}

// minStem is how many letters stand at least before an ending.
const minStem = 3

// plainWord gives one word its plain spelling: umlauts in one letter, the form for men.
func (t *titleRules) plainWord(word string) string {
	for range maxPasses {
		plain := word
		if !t.kept[word] {
			plain = plainUmlauts(word)
		}
		plain = t.forMen(plain)
		if plain == word {
			break
		}
		word = plain
	}
	return word
}

// forMen returns a word with the longest of its endings for women changed for that for men.
func (t *titleRules) forMen(word string) string {
	if form, ok := t.men[word]; ok {
		return form
	}
	letters := 0
	for at := range word {
		if letters++; letters <= minStem || len(word)-at > maxEnding {
			continue
		}
		if ending, ok := t.menEnding[word[at:]]; ok {
			return word[:at] + ending
		}
	}
	return word
}

// addSpelling takes up one line of the sections that say how words are spelled, which every other needs.
func (t *titleRules) addSpelling(section, line string) error {
	switch section {
	case "[no umlauts]":
		for written := range strings.SplitSeq(line, ";") {
			t.kept[Fold(written)] = true
		}
	case "[genders]":
		return t.addGender(line)
	}
	return nil
}

func (t *titleRules) addGender(line string) error {
	men, list, ok := strings.Cut(line, "|")
	form := Fold(men)
	if !ok || form == "" {
		return fmt.Errorf("%q is not a form for men, a bar and forms for women", line)
	}
	forms, article := t.men, "ال"
	if strings.HasPrefix(men, "-") {
		forms, article = t.menEnding, ""
	}
	for written := range strings.SplitSeq(list, ";") {
		women := Fold(written)
		isEnding := strings.HasPrefix(strings.TrimSpace(written), "-")
		if was, ok := forms[women]; women == "" || isEnding != (article == "") || strings.Contains(women+form, " ") || ok && was != form {
			return fmt.Errorf("%q has no form for women, or one that has another for men", line)
		}
		forms[women] = form
		if article != "" && unicode.Is(unicode.Arabic, []rune(women)[0]) {
			forms[article+women] = article + form
		}
	}
	return nil
}

// add takes up one line under a heading of titles.txt.
func (t *titleRules) add(section, line string) error {
	lists := map[string]map[string]bool{
		"[and]": t.and, "[of]": t.of, "[articles]": t.articles, "[leads]": t.leads, "[not turned]": t.still,
		"[employer follows]": t.employer, "[no employer]": t.place, "[every gender]": t.endings, "[gender notes]": t.notes,
	}
	name, language := section, ""
	if rest, ok := strings.CutPrefix(section, "[short forms "); ok {
		name, language = "[short forms]", strings.TrimSuffix(rest, "]")
	} else if rest, ok := strings.CutPrefix(section, "[words "); ok {
		name, language = "[words]", strings.TrimSuffix(rest, "]")
	}
	switch name {
	case "[short forms]", "[at the end]", "[glued]":
		return t.addShort(name, language, line)
	case "[no umlauts]", "[genders]":
		return nil
	}
	for written := range strings.SplitSeq(line, ";") {
		text := t.fold(written)
		if name == "[every gender]" || name == "[gender notes]" {
			text = Fold(written)
		}
		switch {
		case text == "":
			return fmt.Errorf("%q has an empty entry", line)
		case name == "[words]" && language != "":
			shown := language
			if was, ok := t.language[text]; ok && was != language {
				shown = ""
			}
			t.language[text] = shown
		case name == "[turned round]":
			t.turned = append(t.turned, strings.Fields(text))
		case name == "[beside]" && strings.HasSuffix(strings.TrimSpace(written), "*"):
			t.besideStart[text] = true
		case name == "[beside]":
			t.beside[text] = true
		case lists[name] != nil:
			lists[name][text] = true
		default:
			return fmt.Errorf("%q stands in no section where it could", line)
		}
	}
	return nil
}

func (t *titleRules) addShort(section, language, line string) error {
	full, list, ok := strings.Cut(line, "|")
	form := strings.Fields(t.fold(full))
	if !ok || len(form) == 0 {
		return fmt.Errorf("%q is not what is meant, a bar and short forms", line)
	}
	for written := range strings.SplitSeq(list, ";") {
		written = strings.TrimSpace(written)
		words := strings.Fields(t.fold(written))
		switch {
		case len(words) == 0:
			return fmt.Errorf("%q has an empty short form", line)
		case section == "[glued]":
			t.gluing = append(t.gluing, unblank(Fold(written)), unblank(Fold(full)))
			continue
		}
		ways := [][]string{words}
		if isInitialism(written) {
			ways = append(ways, strings.Split(words[0], ""))
		}
		for _, way := range ways {
			if err := t.take(shortForm{way, form, language, section == "[at the end]"}); err != nil {
				return err
			}
		}
	}
	return nil
}

// isInitialism reports whether a short form is written in two to five capitals, between which dots may
// stand.
func isInitialism(written string) bool {
	for i := range len(written) {
		if written[i] < 'A' || written[i] > 'Z' {
			return false
		}
	}
	return 2 <= len(written) && len(written) <= 5
}

// take adds a short form. One spelling cannot mean two things in one place.
func (t *titleRules) take(s shortForm) error {
	if slices.Equal(s.words, s.full) {
		return nil
	}
	there := t.short[s.words[0]]
	for _, other := range there {
		if slices.Equal(other.words, s.words) && other.language == s.language && other.atEnd == s.atEnd {
			if !slices.Equal(other.full, s.full) {
				return fmt.Errorf("%q is both %q and %q", strings.Join(s.words, " "), strings.Join(other.full, " "), strings.Join(s.full, " "))
			}
			return nil
		}
	}
	t.short[s.words[0]] = append(there, s)
	return nil
}

// arrange puts the longest first, and of equals what holds in fewer places.
func (t *titleRules) arrange() {
	narrow := func(s *shortForm) int {
		n := 2 * len(s.words) * 2
		if s.atEnd {
			n++
		}
		if s.language != "" {
			n += 2
		}
		return n
	}
	for _, list := range t.short {
		slices.SortStableFunc(list, func(a, b shortForm) int { return narrow(&b) - narrow(&a) })
	}
	slices.SortStableFunc(t.turned, func(a, b []string) int { return len(b) - len(a) })
	t.glued = strings.NewReplacer(longestFirst(t.gluing)...)
}

// longestFirst orders pairs of old and new by the length of the old. What is written out already stays,
// so that it is not taken for a short form and something behind it.
func longestFirst(pairs []string) []string {
	type pair struct{ old, new string }
	var list []pair
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, pair{pairs[i], pairs[i+1]}, pair{pairs[i+1], pairs[i+1]})
	}
	slices.SortFunc(list, func(a, b pair) int {
		if n := utf8.RuneCountInString(b.old) - utf8.RuneCountInString(a.old); n != 0 {
			return n
		}
		return strings.Compare(a.old+a.new, b.old+b.new)
	})
	var flat []string
	for _, p := range slices.Compact(list) {
		flat = append(flat, p.old, p.new)
	}
	return flat
}
