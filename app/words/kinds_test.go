package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"peerage/data"
)

// dataSource is the package data, parsed.
func dataSource(t *testing.T) []*ast.File {
	t.Helper()
	folder := os.DirFS("../../data")
	names, err := fs.Glob(folder, "*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("the package data is not where it should be", err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// constants returns the values of all string constants of each named type in the package data.
func constants(t *testing.T) map[string][]string {
	t.Helper()
	values := map[string][]string{}
	for _, file := range dataSource(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, named := spec.Type.(*ast.Ident)
			literal, written := spec.Values[0].(*ast.BasicLit)
			if named && written && literal.Kind == token.STRING {
				value, _ := strconv.Unquote(literal.Value)
				values[kind.Name] = append(values[kind.Name], value)
			}
			return true
		})
	}
	return values
}

func TestEveryKindThatDataKnowsHasItsWords(t *testing.T) {
	en, qps := english(t), load(t, Pseudo)
	all := constants(t)
	for kind, say := range map[string]func(w *Words, value string) string{
		"TieKind":         func(w *Words, v string) string { return w.Tie(data.TieKind(v), true) },
		"Sureness":        func(w *Words, v string) string { return w.Sureness(data.Sureness(v)) },
		"InteractionKind": func(w *Words, v string) string { return w.InteractionKind(data.InteractionKind(v)) },
		"ContactKind":     func(w *Words, v string) string { return w.ContactKind(data.ContactKind(v)) },
		"Track":           func(w *Words, v string) string { return w.Track(data.Track(v)) },
		"Level":           func(w *Words, v string) string { return w.Level(data.Level(v)) },
		"MoveKind":        func(w *Words, v string) string { return w.MoveKind(data.MoveKind(v)) },
		"MoveStatus":      func(w *Words, v string) string { return w.MoveStatus(data.MoveStatus(v)) },
		"Source":          func(w *Words, v string) string { return w.Source(data.Source(v)) },
		"Reason":          func(w *Words, v string) string { return w.Error(&data.Invalid{Field: "name", Reason: data.Reason(v)}) },
		"ProblemReason": func(w *Words, v string) string {
			return w.Problem(data.Problem{Reason: data.ProblemReason(v), Value: "x"})
		},
	} {
		if len(all[kind]) < 3 {
			t.Errorf("only %d constants of type %s were found", len(all[kind]), kind)
		}
		said := map[string]string{}
		for _, value := range all[kind] {
			plain, disguised := say(en, value), say(qps, value)
			if plain == "" || strings.Contains(plain, "⟦") || !strings.HasPrefix(disguised, "⟦") {
				t.Errorf("%s %q is said as %q and %q", kind, value, plain, disguised)
			}
			if before, twice := said[plain]; twice {
				t.Errorf("%s: %q and %q are both said as %q", kind, before, value, plain)
			}
			said[plain] = value
		}
	}
}

func TestEveryFieldThatDataRefusesHasItsWords(t *testing.T) {
	seen := 0
	for _, file := range dataSource(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			made, ok := n.(*ast.CompositeLit)
			if !ok || len(made.Elts) == 0 {
				return true
			}
			if kind, ok := made.Type.(*ast.Ident); !ok || kind.Name != "Invalid" {
				return true
			}
			if literal, ok := made.Elts[0].(*ast.BasicLit); ok {
				seen++
				field, _ := strconv.Unquote(literal.Value)
				if _, ok := fields[field]; !ok {
					t.Errorf("the field %q has no words", field)
				}
			}
			return true
		})
	}
	for _, kind := range data.ContactKinds {
		if _, ok := fields[string(kind)]; !ok {
			t.Errorf("the field %q has no words", kind)
		}
	}
	if seen < 10 {
		t.Errorf("only %d fields were found in the package data", seen)
	}
}

func TestEveryProfessionThatTitlesNameHasItsWords(t *testing.T) {
	src, err := os.ReadFile("../../data/ladder/reading.go")
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "reading.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	w, said := english(t), map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		entry, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		if key, ok := entry.Key.(*ast.BasicLit); ok {
			field, _ := strconv.Unquote(key.Value)
			if _, ok := professions[data.Field(field)]; !ok {
				t.Errorf("the profession %q has no words", field)
			}
			said[w.Field(data.Field(field))] = true
		}
		return true
	})
	if len(said) != len(professions)-1 { // all but the unknown one
		t.Errorf("%d professions are said in %d ways", len(professions)-1, len(said))
	}
}

func TestATieThatEndedIsFormer(t *testing.T) {
	w := english(t)
	for kind, want := range map[data.TieKind][2]string{
		data.Coworker: {"coworker", "former coworker"}, data.Mentor: {"mentor", "former mentor"}, data.Alumni: {"alumni", "alumni"},
		data.Peer: {"peer", "former peer"}, data.Colleague: {"colleague", "former colleague"},
		data.TieKind("neighbour"): {"neighbour", "neighbour"},
	} {
		if now, then := w.Tie(kind, true), w.Tie(kind, false); now != want[0] || then != want[1] {
			t.Errorf("%s: %q and %q, want %q", kind, now, then, want)
		}
	}
	for _, kind := range data.StatedTies {
		if now, then := w.Tie(kind, true), w.Tie(kind, false); then != "former "+now {
			t.Errorf("%s: %q when it is over", kind, then)
		}
	}
}
