// Package words turns days, counts, kinds and errors into sentences, in the language of the reader.
//
// Every sentence that Peerage shows has an id (screen.thing) in assets/translations/en.json, the
// source of all translations; other languages stand beside it as de.json, pt-BR.json and so on, and
// what they lack is said in English. The files are those of go-i18n: a message is a string, or an
// object with a string for each plural form of its language (CLDR). {{.Name}} stands for an argument.
//
// A Words is fixed once it is loaded and may be used from any goroutine.
package words

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"peerage/data"
)

// Pseudo is the language tag of the pseudo-language: English with accented and doubled letters
// between ⟦ and ⟧. A text on the screen that shows without them did not come through this package,
// and a layout that holds it holds German.
const Pseudo = "qps"

// source is the language every message exists in.
const source = "en"

// Words says things in one language.
type Words struct {
	language  string
	texts     map[string]text
	prompts   map[string]text                // of nudges (WithPrompts)
	questions map[data.QuestionKind][]string // to ask when one meets somebody (WithQuestions)
}

// Args are the values for the placeholders of a message, by name. Whole numbers are written as
// Number writes them, everything else as fmt.Sprint does.
type Args map[string]any

// Load reads the messages in the folder fsys, in the language that fits best with the tags (BCP 47,
// the most wanted first); with none that fits, in English. The tag Pseudo asks for the
// pseudo-language. An error means that fsys is not a folder of valid message files.
func Load(fsys fs.FS, languages ...string) (*Words, error) {
	english, err := readMessages(fsys, source+".json")
	if err != nil {
		return nil, err
	}
	var disguise func(pattern) pattern
	if len(languages) > 0 && strings.EqualFold(languages[0], Pseudo) {
		disguise, languages = pseudo, []string{source}
	}
	chosen, rules, err := choose(fsys, english, languages)
	if err != nil {
		return nil, err
	}
	w := &Words{language: chosen, texts: make(map[string]text, len(english.Messages))}
	w.add(english, rules[source], disguise)
	if disguise != nil {
		w.language = Pseudo
	}
	if chosen == source {
		return w, nil
	}
	translated, err := readMessages(fsys, chosen+".json")
	if err != nil {
		return nil, err
	}
	w.add(translated, rules[chosen], nil)
	return w, nil
}

// Language returns the BCP 47 tag of the language spoken.
func (w *Words) Language() string { return w.language }

// T returns the message with this id, with the placeholders filled in. An id without a message comes
// back in brackets, ⟦like.this⟧, and so does the name of a placeholder without a value.
func (w *Words) T(id string, args ...Args) string {
	t, ok := w.texts[id]
	if !ok {
		return bracket(id)
	}
	return ended(t.forms[other].fill(w, args, nil))
}

// ended leaves out the full stop of a sentence behind a name or words that end a sentence themselves: Kestrel
// Labs, Inc.
func ended(sentence string) string {
	before := strings.TrimSuffix(sentence, ".")
	if last, _ := utf8.DecodeLastRuneInString(before); before != sentence && stops(last) && !strings.HasSuffix(before, "..") {
		return before
	}
	return sentence
}

// N returns the message with this id in the plural form for n. Besides args it fills in {{.N}} with n
// in digits and {{.Count}} with n in words as Count writes it.
func (w *Words) N(id string, n int, args ...Args) string {
	t, ok := w.texts[id]
	if !ok {
		return bracket(id)
	}
	return ended(t.form(n).fill(w, args, &n))
}

func bracket(s string) string { return "⟦" + s + "⟧" }

// readMessages parses one file of messages.
func readMessages(fsys fs.FS, name string) (*i18n.MessageFile, error) {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read messages: %w", err)
	}
	file, err := i18n.ParseMessageFileBytes(b, name, nil)
	if err != nil {
		return nil, fmt.Errorf("read messages %s: %w", name, err)
	}
	return file, nil
}
