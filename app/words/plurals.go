package words

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
)

// The plural forms of CLDR (https://cldr.unicode.org/index/cldr-spec/plural-rules).
const (
	zero  = "zero"
	one   = "one"
	two   = "two"
	few   = "few"
	many  = "many"
	other = "other"
)

// probe is a message whose plural forms are their own names: localized for a count, it says which
// form the language uses.
var probe = &i18n.Message{ID: "probe", Zero: zero, One: one, Two: two, Few: few, Many: many, Other: other}

// plurals knows which plural form one language uses for a count.
type plurals struct {
	localizer *i18n.Localizer
	small     sync.Map // int -> string: the forms for counts up to smallCount that were asked for
}

// smallCount bounds the counts whose plural form is remembered.
const smallCount = 1000

// form returns the plural form for n.
func (p *plurals) form(n int) string {
	if form, ok := p.small.Load(n); ok {
		return form.(string)
	}
	form, err := p.localizer.Localize(&i18n.LocalizeConfig{
		MessageID: probe.ID, PluralCount: n, TemplateParser: template.IdentityParser{},
	})
	if err != nil {
		return other
	}
	if n >= 0 && n <= smallCount {
		p.small.Store(n, form)
	}
	return form
}

// choose returns the language among the message files of fsys that fits the wanted ones best, with
// the plural rules of that language and of English.
func choose(fsys fs.FS, english *i18n.MessageFile, wanted []string) (string, map[string]*plurals, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return "", nil, err
	}
	bundle := i18n.NewBundle(english.Tag)
	files := map[string]string{} // the canonical tag -> the name of its file
	for _, name := range names {
		// Without content only the name is parsed, which gives the tag.
		file, err := i18n.ParseMessageFileBytes(nil, name, nil)
		if err != nil {
			return "", nil, err
		}
		if err := bundle.AddMessages(file.Tag, probe); err != nil {
			return "", nil, fmt.Errorf("read messages %s: %w", name, err)
		}
		files[file.Tag.String()] = strings.TrimSuffix(name, ".json")
	}
	localizer := i18n.NewLocalizer(bundle, wanted...)
	_, tag, err := localizer.LocalizeWithTag(&i18n.LocalizeConfig{MessageID: probe.ID})
	if err != nil {
		return "", nil, err
	}
	chosen := files[tag.String()]
	return chosen, map[string]*plurals{
		source: {localizer: i18n.NewLocalizer(bundle, source)},
		chosen: {localizer: i18n.NewLocalizer(bundle, chosen)},
	}, nil
}
