package words

import (
	"fmt"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// text is one message in all its plural forms, ready to be filled in.
type text struct {
	forms map[string]pattern
	rule  *plurals // of the language the message is written in
}

// form returns the pattern for n, or the form other where the message has none for n.
func (t text) form(n int) pattern {
	if len(t.forms) == 1 {
		return t.forms[other]
	}
	if p, ok := t.forms[t.rule.form(n)]; ok {
		return p
	}
	return t.forms[other]
}

// pattern is a message cut at its placeholders: the words before each one, then its name, and the
// words after the last.
type pattern struct {
	pieces []piece
	rest   string
}

type piece struct{ before, name string }

// cut reads a message with placeholders of the form {{.Name}}. What is no placeholder stands for
// itself.
func cut(s string) pattern {
	var p pattern
	for {
		start := strings.Index(s, "{{.")
		if start < 0 {
			break
		}
		length := strings.Index(s[start:], "}}")
		if length < 0 {
			break
		}
		name := s[start+len("{{.") : start+length]
		p.pieces = append(p.pieces, piece{s[:start], name})
		s = s[start+length+len("}}"):]
	}
	p.rest = s
	return p
}

// fill writes the pattern with its placeholders replaced; n is the count of N, nil for T.
func (p pattern) fill(w *Words, args []Args, n *int) string {
	if len(p.pieces) == 0 {
		return p.rest
	}
	var room [128]byte
	b := room[:0]
	for _, piece := range p.pieces {
		b = append(append(b, piece.before...), w.value(piece.name, args, n)...)
	}
	return string(append(b, p.rest...))
}

// value writes the argument called name.
func (w *Words) value(name string, args []Args, n *int) string {
	for _, a := range args {
		switch v := a[name].(type) {
		case nil:
		case string:
			return v
		case int:
			return w.Number(v)
		default:
			return fmt.Sprint(v)
		}
	}
	switch {
	case n != nil && name == "N":
		return w.Number(*n)
	case n != nil && name == "Count":
		return w.Count(*n)
	}
	return bracket(name)
}

// add takes in the messages of file, in place of those of the same id. disguise, where there is one,
// rewrites each pattern. A message without the form other is incomplete and left out.
func (w *Words) add(file *i18n.MessageFile, rule *plurals, disguise func(pattern) pattern) {
	for _, m := range file.Messages {
		if m.Other == "" {
			continue
		}
		forms := map[string]pattern{}
		for form, s := range map[string]string{
			zero: m.Zero, one: m.One, two: m.Two, few: m.Few, many: m.Many, other: m.Other,
		} {
			if s == "" {
				continue
			}
			forms[form] = cut(s)
			if disguise != nil {
				forms[form] = disguise(forms[form])
			}
		}
		w.texts[m.ID] = text{forms, rule}
	}
}
