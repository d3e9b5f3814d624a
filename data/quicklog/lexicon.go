package quicklog

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"peerage/data"
	"peerage/data/names"
)

// Lexicon is the words of all languages. It does not change.
type Lexicon struct {
	languages   []*language
	phrases     map[string][]*phrase // by their first word
	open        []*phrase            // those that begin with a number, a weekday, …
	endings     map[string]bool      // what stands behind an apostrophe and is a word of its own: 'll
	elisions    map[string]bool      // what stands before one: l'
	abbreviated map[string]bool      // words behind which a full stop ends no sentence
	months      map[string]bool      // words for months, behind which it ends none before a number
	nicknames   map[string][]string  // from the nickname to the names it stands for
	reasons     map[string]bool      // words behind which it stands what somebody is thanked for
	pastEndings []string             // how words for what somebody did end
	spelling    *spelling
}

// language is the word list of one language, as its file has it. A phrase is written in lower case;
// "*" in it stands for one to six words, and what stands in braces for a number, a weekday and the like.
type language struct {
	Kinds     map[data.InteractionKind][]string // nouns for contact
	Contacted map[data.InteractionKind][]string // what one did to whoever follows: called
	Loose     map[data.InteractionKind][]string // the same, where a noun would say it better: met

	With    []string // who follows took part
	And     []string // what joins names, or begins a new statement
	Toward  []string // who follows is whom a message goes to or comes from
	About   []string // who and what follows is talked about
	KnownTo []string `json:"known_to"` // who follows is the one whom somebody else is made known to
	Apart   []string // who follows did not take part
	Via     []string // the kind that follows is how something was given
	Named   []string // who follows is somebody new
	Titles  []string // what may stand before a name

	I, We, They, Me, Them, My []string // pronouns: who acts, to whom it is done, whose it is
	You                       []string // to whom it is done, in words that are quoted
	IHave                     []string `json:"i_have"` // verbs that say that the writer acts: habe
	Aux                       []string // what may stand between who acts and what is done
	Verbs                     []string // what a name that is a word as well may be doing
	PastEndings               []string `json:"past_endings"` // how words for what somebody did end
	Not                       []string
	AfterName                 []string `json:"after_name"` // between a name at the beginning and what it is to do
	Achieved                  []string // what is done behind it was done: kind enough to
	Future, Promise, Deed     acts
	States                    []string // what one will be or do without having promised anything
	Exchanges                 []exchangeWords
	Having                    []string // states that are promised where a day by which is named: have it ready
	Sending                   []string // what is done to the writer where nobody else is named: sent over
	NoGift                    []string `json:"no_gift"` // what is sent or shared and yet is no resource
	By                        []string // who follows gave it
	Reasons                   []string // what follows is what somebody is thanked for
	VerbLast                  bool     `json:"verb_last"`     // what is done may stand at the end of what is said
	CapitalNouns              bool     `json:"capital_nouns"` // names are not the only words with a capital

	Days      map[string][]string // by how many days from today
	Parts     []string            // parts of a day
	Weekdays  [][]string          // from Monday
	Months    [][]string
	Numbers   map[string]int
	Units     map[string][]string
	Ordinals  []string // what may follow the number of a day
	Times     map[string][]string
	Due, On   []string // what stands before a day
	Endings   []string
	Elisions  []string
	Nicknames map[string][]string // of each name
	Words     []string            // other words of the language: those that could be taken for names

	weekdays, months, numbers map[string]int
	units                     map[string]string
	ordinals                  map[string]bool
}

// acts are the words for something done, by who does it: anybody who is named, the writer, somebody else,
// or, of Turned, the other one than who is named. Words of Deed count as Any before a deed only,
// and among deeds only where a day is named.
type acts struct{ Any, Me, Them, Turned, Deed []string }

// exchangeWords are the words for one kind of exchange: who is named gives, or takes. Things are the
// words for giving that need a thing which is given. Present is Gives, or Things, as it happens.
type exchangeWords struct {
	Kind                                    data.ExchangeKind
	Gives, Me, Them, Takes, Things, Present []string
	// Bare are those of Gives and Things that were done to whoever is named before them, where no verb like has says
	// that they did it.
	Bare []string
}

// Load reads the word lists of all languages, one file each: en.json, …
func Load(fsys fs.FS) (*Lexicon, error) {
	files, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, err
	}
	l := &Lexicon{phrases: map[string][]*phrase{}, endings: map[string]bool{}, elisions: map[string]bool{},
		abbreviated: map[string]bool{}, months: map[string]bool{}, nicknames: map[string][]string{}, reasons: map[string]bool{}}
	for _, file := range files {
		raw, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		var g language
		decoder := json.NewDecoder(strings.NewReader(string(raw)))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&g); err != nil {
			return nil, fmt.Errorf("read %s: %w", path.Base(file), err)
		}
		l.languages = append(l.languages, &g)
		for _, e := range g.Endings {
			l.endings[e] = true
		}
		l.pastEndings = append(l.pastEndings, g.PastEndings...)
		for _, e := range g.Elisions {
			l.elisions[e] = true
		}
		for _, r := range g.Reasons {
			l.reasons[names.Fold(r)] = true
		}
		for _, t := range slices.Concat(g.Titles, g.With) {
			l.abbreviated[t] = l.abbreviated[t] || len(t) == 1 || slices.Contains(g.Titles, t)
		}
		for _, m := range slices.Concat(g.Months...) {
			l.months[names.Fold(m)] = true
		}
		for name, list := range g.Nicknames {
			for _, nick := range list {
				l.nicknames[nick] = append(l.nicknames[nick], name)
			}
		}
	}
	if len(l.languages) == 0 || len(l.languages) > 64 {
		return nil, fmt.Errorf("read the words of the quick log: %d languages", len(l.languages))
	}
	for i, g := range l.languages {
		g.prepare()
		if err := l.learn(g, i); err != nil {
			return nil, err
		}
	}
	l.spelling = newSpelling(l)
	return l, nil
}

// prepare turns lists into maps.
func (g *language) prepare() {
	g.weekdays, g.months, g.numbers = numbered(g.Weekdays), numbered(g.Months), map[string]int{}
	for word, n := range g.Numbers {
		g.numbers[names.Fold(word)] = n
	}
	g.units, g.ordinals = map[string]string{}, map[string]bool{}
	for unit, words := range g.Units {
		for _, w := range words {
			g.units[names.Fold(w)] = unit
		}
	}
	for _, o := range g.Ordinals {
		g.ordinals[o] = true
	}
}

// numbered gives the words of each list their number, from 1.
func numbered(lists [][]string) map[string]int {
	all := map[string]int{}
	for i, words := range lists {
		for _, w := range words {
			all[names.Fold(w)] = i + 1
		}
	}
	return all
}

// learn takes the phrases of one language.
func (l *Lexicon) learn(g *language, at int) error {
	add := func(r role, list []string) {
		for _, text := range list {
			l.add(&phrase{role: r, language: at}, text)
		}
	}
	for _, t := range []struct {
		role role
		list []string
	}{{with, g.With}, {and, g.And}, {toward, g.Toward}, {knownTo, g.KnownTo}, {about, g.About}, {apart, g.Apart}, {via, g.Via}, {named, g.Named}, {title, g.Titles}, {subjectI, g.I}, {subjectWe, g.We},
		{subjectThey, g.They}, {objectMe, g.Me}, {objectThem, g.Them}, {my, g.My}, {objectYou, g.You}, {aux, g.Aux}, {iHave, g.IHave}, {not, g.Not}, {verb, g.Verbs}, {afterName, g.AfterName}, {achieved, g.Achieved},
		{state, g.States}, {having, g.Having}, {noGift, g.NoGift}, {sending, g.Sending}, {by, g.By}, {part, g.Parts}, {due, g.Due}, {on, g.On}, {plain, g.Words}} {
		add(t.role, t.list)
	}
	for _, lists := range [][][]string{g.Weekdays, g.Months} {
		add(plain, slices.Concat(lists...))
	}
	l.learnKinds(g, at)
	for _, t := range []struct {
		role role
		acts acts
	}{{future, g.Future}, {promised, g.Promise}, {deed, g.Deed}} {
		for mode, list := range [][]string{anyone: t.acts.Any, mine: t.acts.Me, theirs: t.acts.Them, turned: t.acts.Turned, beforeDeed: t.acts.Deed} {
			for _, text := range list {
				l.add(&phrase{role: t.role, mode: who(mode), language: at}, text)
			}
		}
	}
	for _, e := range g.Exchanges {
		if !slices.Contains(data.ExchangeKinds, e.Kind) {
			return fmt.Errorf("words for %q, which is no exchange", e.Kind)
		}
		for mode, list := range [][]string{anyone: e.Gives, mine: e.Me, theirs: e.Them, turned: e.Takes, beforeDeed: e.Things} {
			for _, text := range list {
				l.add(&phrase{role: exchange, mode: who(mode), exchange: e.Kind, language: at, bare: slices.Contains(e.Bare, text)}, text)
			}
		}
		mode := anyone
		if len(e.Things) > 0 {
			mode = beforeDeed
		}
		for _, text := range e.Present {
			l.add(&phrase{role: exchange, mode: mode, exchange: e.Kind, language: at, present: true}, text)
		}
	}
	return l.learnTimes(g, at)
}

func (l *Lexicon) learnKinds(g *language, at int) {
	for _, t := range []struct {
		role  role
		kinds map[data.InteractionKind][]string
	}{{kind, g.Kinds}, {contacted, g.Contacted}, {loose, g.Loose}} {
		for k, list := range t.kinds {
			for _, text := range list {
				l.add(&phrase{role: t.role, kind: k, language: at}, text)
			}
		}
	}
}

func (l *Lexicon) learnTimes(g *language, at int) error {
	for offset, list := range g.Days {
		var n int
		if _, err := fmt.Sscanf(offset, "%d", &n); err != nil {
			return fmt.Errorf("words for a day: %q is no number of days", offset)
		}
		for _, text := range list {
			l.add(&phrase{role: moment, meaning: dayOffset, offset: n, language: at}, text)
		}
	}
	for name, list := range g.Times {
		m, ok := meanings[name]
		if !ok {
			return fmt.Errorf("words for a time: %q is no meaning", name)
		}
		for _, text := range list {
			l.add(&phrase{role: moment, meaning: m, language: at}, text)
		}
	}
	return nil
}

// add takes one phrase as it is written.
func (l *Lexicon) add(p *phrase, text string) {
	for _, field := range strings.Fields(text) {
		switch {
		case field == "*", strings.HasPrefix(field, "{"), l.endings[field], l.elisions[field]:
			p.words = append(p.words, field)
		case !strings.ContainsFunc(field, isOrdinary):
			p.words = append(p.words, field) // a picture
		case !strings.ContainsFunc(field, isNoSmallLetter):
			p.words = append(p.words, field)
		default:
			for _, t := range l.tokens(field) {
				p.words = append(p.words, t.word)
			}
		}
	}
	if len(p.words) == 0 {
		return
	}
	p.accented = strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 }) && names.Fold(text) != text
	p.head = len(p.words)
	if at := slices.Index(p.words, "*"); at > 0 {
		p.head = at
	}
	if strings.HasPrefix(p.words[0], "{") {
		l.open = append(l.open, p)
		return
	}
	l.phrases[p.words[0]] = append(l.phrases[p.words[0]], p)
}

// isNoSmallLetter reports whether a character is other than those of which most words are made.
func isNoSmallLetter(r rune) bool { return r < 'a' || r > 'z' }

// isOrdinary reports whether a character is one that tokens are made of.
func isOrdinary(r rune) bool { return r < 0x2000 || unicode.IsLetter(r) }
