package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTitle is how many octets of a title are read. What follows is no post.
const maxTitle = 400

// maxPasses is how often words are put right: what one pass spells out may be part of what the next one
// finds.
const maxPasses = 4

// Title returns the normal form of a job title, in which rewordings of one post are equal. Besides what
// [Fold] drops, these do not count: abbreviations (Sr. Mgr. is Senior Manager), roman numerals (II is 2),
// British and American spelling, umlauts in two letters, the forms for men and women (Leiterin), notes that
// every gender is meant (Leiter/in, m/w/d), the employer behind @ or at, what is no post behind a bar
// (ex-Google, speaker, degrees), and the order of words where both orders always mean the same (Director,
// Finance). What a short form means is said in titles.txt.
//
// Posts that differ in grade, number or head word have different forms. The result is "" when the title
// has neither letter nor digit; Title(Title(s)) is Title(s), unless that is longer than is read of a title.
func (r *Rules) Title(written string) string { return r.TitleAt(written, "") }

// TitleAt is Title for a post at an employer, who does not count wherever marks or a word like at set the
// name apart, with its legal form or without: at Lumen, "Analyst, Lumen", "Analyst (Lumen Ltd)" and
// "Analyst" are one post. An employer that is "", or names no organisation, takes nothing away.
func (r *Rules) TitleAt(written, employer string) string {
	if len(written) > maxTitle {
		written = written[:maxTitle]
		for !utf8.ValidString(written[len(written)-utf8.UTFMax:]) && len(written) > maxTitle-utf8.UTFMax {
			written = written[:len(written)-1]
		}
	}
	t := r.titles
	var room [24]string
	words := room[:0]
	pieces := piecesOf(t.neutral(languages(written)))
	if len(pieces) > 1 || len(pieces) == 1 && strings.IndexByte(pieces[0].folded, ' ') > 0 {
		pieces = r.withoutEmployer(pieces, employer)
	}
	for i := range pieces {
		pieces[i].folded = t.plain(pieces[i].folded)
	}
	from, settled := 0, 0 // words[from:] are not put right yet; pieces that are
	for i := range pieces {
		said := t.cutEmployer(strings.Fields(pieces[i].folded))
		if i > 0 && t.isBeside(strings.Join(said, " ")) {
			continue
		}
		words = append(words, said...)
		if t.headsNext(words[from:], pieces[i+1:]) {
			words = append(words, "of")
			continue
		}
		next := t.settle(words[from:])
		if slices.Equal(next, words[:from]) { // CFO (Chief Financial Officer)
			words = words[:from]
			continue
		}
		words = append(words[:from], next...)
		from = len(words)
		settled++
	}
	if settled > 1 {
		words = t.settle(words)
	}
	title := strings.Join(words, " ")
	if hasCJK(title) {
		title = t.glued.Replace(unblank(title))
	}
	return title
}

// languages spells the signs of C# and C++ out, which would get lost; that of #hiring is none.
func languages(title string) string {
	title = strings.ReplaceAll(title, "++", " plusplus ")
	for from := 0; ; {
		i := strings.IndexByte(title[from:], '#')
		if i < 0 {
			return title
		}
		from += i + 1
		if before, _ := utf8.DecodeLastRuneInString(title[:from-1]); isWord(before) {
			title = title[:from-1] + " sharp " + title[from:]
		}
	}
}

// headsNext reports whether the words of a piece are only the head of the next one: VP, Sales.
func (t *titleRules) headsNext(words []string, rest []piece) bool {
	if len(rest) == 0 || !rest[0].joined || t.isBeside(rest[0].folded) {
		return false
	}
	head := t.expand(words)
	return slices.ContainsFunc(t.turned, func(lead []string) bool { return slices.Equal(lead, head) })
}

// settle puts words right until nothing changes.
func (t *titleRules) settle(words []string) []string {
	for range maxPasses {
		before := len(words)
		next := once(t.small(t.turn(t.numerals(t.expand(t.cutEmployer(words))))))
		if len(next) == before && slices.Equal(next, words) {
			break
		}
		words = next
	}
	return words
}

// once leaves one of equal words in a row, as of Directeur/Directrice.
func once(words []string) []string {
	for i := 1; i < len(words); i++ {
		if words[i] == words[i-1] {
			return slices.Compact(slices.Clone(words))
		}
	}
	return words
}

// cutEmployer drops an employer that follows at, bei, chez.
func (t *titleRules) cutEmployer(words []string) []string {
	for i := 1; i+1 < len(words); i++ {
		if t.employer[words[i]] && !t.place[words[i+1]] {
			return words[:i]
		}
	}
	return words
}

// expand spells short forms out.
func (t *titleRules) expand(words []string) []string {
	var out []string
	done := 0 // words[:done] are in out
	for i := 0; i < len(words); {
		s := t.shortAt(words, i)
		if s == nil {
			i++
			continue
		}
		out = append(append(out, words[done:i]...), s.full...)
		i += len(s.words)
		done = i
	}
	if out == nil {
		return words
	}
	return append(out, words[done:]...)
}

// shortAt returns the longest short form that begins at a word, nil when there is none.
func (t *titleRules) shortAt(words []string, at int) *shortForm {
	list := t.short[words[at]]
	for i := range list {
		s := &list[i]
		end := at + len(s.words)
		if end > len(words) || !slices.Equal(s.words, words[at:end]) || t.spelledOut(s, words, at) {
			continue
		}
		if s.atEnd && (!isEnd(words[end:]) || t.named(words[:at])) || s.language != "" && !t.shows(words, at, s.language) {
			continue
		}
		return s
	}
	return nil
}

// isEnd reports whether nothing follows but a number: Eng. II.
func isEnd(rest []string) bool {
	return len(rest) == 0 || len(rest) == 1 && (romans[rest[0]] != "" || len(rest[0]) == 1 && '0' <= rest[0][0] && rest[0][0] <= '9')
}

// spelledOut reports whether a short form is part of what it comes to: co in co founder.
func (t *titleRules) spelledOut(s *shortForm, words []string, at int) bool {
	for k := range s.full {
		from := at - k
		if s.full[k] == s.words[0] && from >= 0 && from+len(s.full) <= len(words) && slices.Equal(words[from:from+len(s.full)], s.full) {
			return true
		}
	}
	return false
}

// named reports whether what follows the words names a department, not a job: VP of Eng.
func (t *titleRules) named(words []string) bool {
	for _, w := range words {
		if t.of[w] || w == "director" || w == "president" || w == "vp" || w == "head" {
			return true
		}
	}
	return false
}

// shows reports whether a word other than the one at a place is of a language.
func (t *titleRules) shows(words []string, at int, language string) bool {
	for i, w := range words {
		if i != at && t.language[w] == language {
			return true
		}
	}
	return false
}

// turn brings a head word before what it heads behind it: Director of Finance, VP Sales.
func (t *titleRules) turn(words []string) []string {
	for _, lead := range t.turned {
		n := len(lead)
		if len(words) <= n || !slices.Equal(words[:n], lead) {
			continue
		}
		rest := words[n:]
		named := false
		for len(rest) > 0 && t.of[rest[0]] {
			rest, named = rest[1:], true
		}
		if len(rest) == 0 || t.employer[rest[len(rest)-1]] || lead[n-1] == "head" && !named || slices.ContainsFunc(rest, func(w string) bool { return t.still[w] }) {
			return words
		}
		return append(slices.Clone(rest), lead...)
	}
	return words
}

// small drops the words for "and", articles, and the small words behind a head word, and the Arabic article where
// the first word has it. Inside it tells posts apart: the manager's assistant is no assistant manager.
func (t *titleRules) small(words []string) []string {
	definite := len(words) > 0 && withoutArticle(words[0]) != words[0]
	changes := definite
	for i := range words {
		changes = changes || t.isSmall(words, i)
	}
	if !changes {
		return words
	}
	out := make([]string, 0, len(words))
	for i, w := range words {
		if definite {
			w = withoutArticle(w)
		}
		if !t.isSmall(words, i) {
			out = append(out, w)
		}
	}
	return out
}

// isSmall reports whether a word says nothing where it stands.
func (t *titleRules) isSmall(words []string, at int) bool {
	if at == 0 || t.and[words[at]] || t.articles[words[at]] && !t.employer[words[at-1]] {
		return at > 0 && at+1 < len(words)
	}
	for i := at; i > 0 && t.of[words[i]]; i-- {
		if t.leads[words[i-1]] {
			return true
		}
	}
	return false
}

// withoutArticle returns an Arabic word without its article.
func withoutArticle(w string) string {
	if rest, ok := strings.CutPrefix(w, "ال"); ok && utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return w
}

// numerals writes roman numerals from II on in digits wherever they stand, and I, V and X as the last word.
func (t *titleRules) numerals(words []string) []string {
	var out []string
	for i := 1; i < len(words); i++ {
		n, ok := romans[words[i]]
		if !ok || len(words[i]) == 1 && i+1 < len(words) {
			continue
		}
		if out == nil {
			out = slices.Clone(words)
		}
		out[i] = n
	}
	if out == nil {
		return words
	}
	return out
}

var romans = map[string]string{
	"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
}

// isBeside reports whether a folded statement, not the first, says nothing of a post.
func (t *titleRules) isBeside(folded string) bool {
	first, _, _ := strings.Cut(folded, " ")
	if t.beside[folded] || t.employer[first] || trailing.only(folded) {
		return true
	}
	for i := range len(folded) {
		if folded[i] == ' ' && t.besideStart[folded[:i]] {
			return true
		}
	}
	return false
}

func hasCJK(s string) bool { return strings.IndexFunc(s, isCJK) >= 0 }

// unblank drops the blanks between characters of scripts that need none.
func unblank(s string) string {
	if !hasCJK(s) {
		return s
	}
	var out strings.Builder
	var last rune
	for i, r := range s {
		if next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):]); r == ' ' && isGluedTitle(last) && isGluedTitle(next) {
			continue
		}
		out.WriteRune(r)
		last = r
	}
	return out.String()
}

func isGluedTitle(r rune) bool { return isCJK(r) || r == 'ー' || unicode.Is(unicode.Mn, r) }
