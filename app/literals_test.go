package app_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// shows are the functions that put a string on the screen, as package.Name; a name may end in *.
var shows = []string{
	"widget.*", "dialog.*", "canvas.NewText", "container.NewTabItem*", "container.NewInnerWindow",
	"fyne.NewMenu*", "fyne.NewNotification", "widgets.*", "parts.*",
}

// showsMethod are the methods that do so, whatever they belong to.
var showsMethod = []string{
	"SetText", "SetPlaceHolder", "SetTitle", "SetConfirmText", "SetDismissText", "SetContentText", "NewWindow",
	"ParseMarkdown", "AppendMarkdown", "SetToolTip",
}

// showsField are the fields of widgets, and of our own, that hold a text which is shown.
var showsField = []string{"Text", "PlaceHolder", "Placeholder", "Title", "Subtitle", "SubTitle", "Label", "HintText", "SubmitText", "CancelText", "ToolTip"}

// noText lists the functions of shows whose strings are not read by anyone, each with its reason.
var noText = map[string]string{
	"parts.WholeDay":  "names the field that a form marks",
	"parts.NeededDay": "names the field that a form marks",
	"parts.DayAhead":  "names the field that a form marks",
}

// verb is a place that fmt fills in; its letter is no text.
var verb = regexp.MustCompile(`%[-+# 0-9.*\[\]]*[a-zA-Z]`)

// untranslated returns the texts that rooms of the window give to what shows them, instead of asking
// app/words for them.
func untranslated(s *source) []string {
	var found []string
	for _, f := range s.files {
		if f.test || !strings.HasPrefix(f.room, "app") || slices.Contains(strings.Fields(withoutWindow), f.room) {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			for _, shown := range shownBy(n) {
				if text := literalIn(shown); text != "" {
					found = append(found, fmt.Sprintf("%s: %q is shown without app/words", s.place(shown), text))
				}
			}
			return true
		})
	}
	return found
}

// shownBy returns the expressions that n shows.
func shownBy(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		x, name := called(n)
		if noText[x+"."+name] == "" && (slices.Contains(showsMethod, name) || slices.ContainsFunc(shows, matches(x+"."+name))) {
			return n.Args
		}
	case *ast.KeyValueExpr:
		if field, ok := n.Key.(*ast.Ident); ok && slices.Contains(showsField, field.Name) {
			return []ast.Expr{n.Value}
		}
	case *ast.AssignStmt:
		var shown []ast.Expr
		for i, left := range n.Lhs {
			field, ok := left.(*ast.SelectorExpr)
			if ok && slices.Contains(showsField, field.Sel.Name) && len(n.Rhs) == len(n.Lhs) {
				shown = append(shown, n.Rhs[i])
			}
		}
		return shown
	}
	return nil
}

// matches reports whether a pattern of shows means the function called name.
func matches(name string) func(string) bool {
	return func(pattern string) bool {
		start, open := strings.CutSuffix(pattern, "*")
		return name == pattern || open && strings.HasPrefix(name, start)
	}
}

// literalIn returns the first literal with a letter in e. What other functions are given, and the key
// under which something is kept, is their own business, but for those that only put texts together.
func literalIn(e ast.Expr) string {
	text := ""
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.KeyValueExpr, *ast.IndexExpr:
			return false
		case *ast.CallExpr:
			x, _ := called(n)
			return x == "fmt" || x == "strings"
		case *ast.BasicLit:
			s, err := strconv.Unquote(n.Value)
			if err == nil && n.Kind == token.STRING && text == "" && strings.ContainsFunc(verb.ReplaceAllString(s, ""), unicode.IsLetter) {
				text = s
			}
		}
		return true
	})
	return text
}

func TestEveryTextOnTheScreenComesThroughWords(t *testing.T) { report(t, untranslated(project(t))) }
