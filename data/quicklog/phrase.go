package quicklog

import (
	"strconv"
	"strings"

	"peerage/data"
)

// role says what a phrase does in a line.
type role uint8

const (
	plain role = iota // a word of the language that says nothing here
	kind
	contacted
	loose
	with
	and
	toward
	knownTo
	about
	apart
	via
	named
	title
	subjectI
	iHave
	subjectWe
	subjectThey
	objectMe
	objectThem
	objectYou
	my
	aux
	not
	verb
	afterName
	achieved
	future
	promised
	deed
	state
	having
	exchange
	noGift
	sending
	by
	part
	due
	on
	moment
)

// who says whose doing a word tells.
type who uint8

const (
	anyone     who = iota // whoever is named
	mine                  // the writer
	theirs                // somebody else
	turned                // the other one than who is named
	beforeDeed            // whoever is named, where more follows: a deed, or a thing
)

// phrase is some words with a role.
type phrase struct {
	words    []string
	head     int // how many words stand before the first gap
	accented bool
	role     role
	mode     who
	kind     data.InteractionKind
	exchange data.ExchangeKind
	present  bool // of an exchange: it is said as if it happened now
	bare     bool // of an exchange: without a verb like has, it was done to whoever is named before it
	meaning  meaning
	offset   int
	language int
}

// hit is a phrase found in a line.
type hit struct {
	*phrase
	end    int // the token behind it
	values values
}

// values are what the placeholders of a phrase stand for.
type values struct {
	number, day, year int
	unit              string
	weekday           int // 1 is Monday
	month             int
	date              string
}

// longestGap is how many tokens a gap of a phrase may hold.
const longestGap = 6

// find returns all phrases that begin at a token.
func (l *Lexicon) find(tokens []token, at int) []hit {
	var found []hit
	if tokens[at].divides() {
		return nil
	}
	try := func(p *phrase) {
		var v values
		if end := l.match(p, p.words, tokens, at, &v); end > 0 {
			found = append(found, hit{p, end, v})
		}
	}
	for _, p := range l.phrases[tokens[at].word] {
		try(p)
	}
	if l.opens(&tokens[at]) {
		for _, p := range l.open {
			try(p)
		}
	}
	return found
}

// opens reports whether a phrase may begin with the token that stands for something.
func (l *Lexicon) opens(t *token) bool {
	if t.class == number || t.class == date {
		return true
	}
	for _, g := range l.languages {
		if g.weekdays[t.word] > 0 || g.months[t.word] > 0 || g.numbers[t.word] > 0 {
			return true
		}
	}
	return false
}

// match returns the token behind the words of a phrase, 0 when they do not stand at the token at.
func (l *Lexicon) match(p *phrase, words []string, tokens []token, at int, v *values) int {
	if len(words) == 0 {
		return at
	}
	if at >= len(tokens) {
		return 0
	}
	switch word := words[0]; {
	case word == "*":
		for end := at + 1; end <= at+longestGap && end < len(tokens); end++ {
			if tokens[end-1].divides() {
				return 0
			}
			if behind := l.match(p, words[1:], tokens, end, v); behind > 0 {
				return behind
			}
		}
		return 0
	case strings.HasPrefix(word, "{"):
		for n := l.longestNumber(word); n > 0; n-- {
			if at+n <= len(tokens) && l.languages[p.language].fill(word, tokens[at:at+n], v) {
				if end := l.match(p, words[1:], tokens, at+n, v); end > 0 {
					return end
				}
			}
		}
		return 0
	case tokens[at].word == word:
		return l.match(p, words[1:], tokens, at+1, v)
	}
	return 0
}

// longestShort is how many letters a weekday has whose abbreviation may be another word: do, so, mi.
const longestShort = 3

// longestNumber is how many tokens a placeholder may take: a number may be "a couple of", a day "12 .".
func (l *Lexicon) longestNumber(placeholder string) int {
	switch placeholder {
	case "{n}":
		return 3
	case "{d}", "{weekday}", "{fullweekday}":
		return 2
	}
	return 1
}

// fill reads what a placeholder stands for.
func (g *language) fill(placeholder string, tokens []token, v *values) bool {
	t := &tokens[0]
	switch placeholder {
	case "{n}":
		return g.fillNumber(tokens, v)
	case "{d}":
		return g.fillDay(tokens, v)
	case "{year}":
		n, err := strconv.Atoi(t.word)
		v.year = n
		return err == nil && len(t.word) == 4 && n >= 1900 && n < 2200
	case "{unit}":
		v.unit = g.units[t.word]
		return v.unit != ""
	case "{weekday}":
		v.weekday = g.weekdays[joined(tokens)]
		return v.weekday > 0
	case "{fullweekday}":
		v.weekday = g.weekdays[joined(tokens)]
		return v.weekday > 0 && len(t.word) > longestShort
	case "{month}":
		v.month = g.months[t.word]
		return v.month > 0
	case "{date}":
		v.date = t.word
		return t.class == date
	}
	return false
}

func (g *language) fillNumber(tokens []token, v *values) bool {
	if len(tokens) == 1 && tokens[0].class == number {
		n, err := strconv.Atoi(tokens[0].word)
		v.number = n
		return err == nil && n > 0 && n < 1000
	}
	v.number = g.numbers[joined(tokens)]
	return v.number > 0
}

// joined returns the words of tokens with blanks between.
func joined(tokens []token) string {
	if len(tokens) == 1 {
		return tokens[0].word
	}
	words := make([]string, len(tokens))
	for i := range tokens {
		words[i] = tokens[i].word
	}
	return strings.Join(words, " ")
}

// fillDay reads 12, 12th or "12."; whether there is such a day is not asked.
func (g *language) fillDay(tokens []token, v *values) bool {
	digits := tokens[0].word
	end := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' })
	if end > 0 && (g.ordinals[digits[end:]]) {
		digits = digits[:end]
	} else if end >= 0 {
		return false
	}
	if len(tokens) == 2 && !(tokens[1].text == "." && g.ordinals["."]) {
		return false
	}
	n, err := strconv.Atoi(digits)
	v.day = n
	return err == nil && len(digits) <= 2 && n > 0
}
