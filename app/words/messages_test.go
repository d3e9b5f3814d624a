package words

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"peerage/assets"
)

// anID is the shape of a message's id: screen.thing.
var anID = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$`)

// reserved may not end an id: go-i18n, and Fyne's lang after it, give these keys a meaning.
var reserved = []string{"id", "description", "hash", "leftdelim", "rightdelim", "translation", zero, one, two, few, many, other}

// usage is what the program, outside its tests, calls messages by.
type usage struct {
	literals map[string]bool   // every string literal that could be an id
	asked    map[string]string // the literals given to T and N, with their place
	joined   []string          // places where an id is put together from pieces
}

// usageIn reads all Go files of a tree.
func usageIn(tree fs.FS) (usage, error) {
	u := usage{literals: map[string]bool{}, asked: map[string]string{}}
	err := fs.WalkDir(tree, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(tree, path)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, src, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			u.note(n, func(n ast.Node) string { return set.Position(n.Pos()).String() })
			return true
		})
		return nil
	})
	return u, err
}

// note takes down what one node says about messages.
func (u *usage) note(n ast.Node, place func(ast.Node) string) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && anID.MatchString(s) {
			u.literals[s] = true
		}
	case *ast.CallExpr:
		called, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || called.Sel.Name != "T" && called.Sel.Name != "N" || len(n.Args) == 0 {
			return
		}
		switch id := n.Args[0].(type) {
		case *ast.BasicLit:
			if s, err := strconv.Unquote(id.Value); err == nil {
				u.asked[s] = place(n)
			}
		case *ast.BinaryExpr:
			u.joined = append(u.joined, place(n))
		}
	}
}

// breaches compares what the source asks for with the messages there are.
func (u *usage) breaches(messages map[string]any) []string {
	var found []string
	screens := map[string]bool{}
	for id := range messages {
		screen, _, _ := strings.Cut(id, ".")
		screens[screen] = true
		if !u.literals[id] {
			found = append(found, fmt.Sprintf("the message %s is used nowhere", id))
		}
	}
	for id, place := range u.asked {
		if messages[id] == nil {
			found = append(found, fmt.Sprintf("%s: there is no message %s", place, id))
		}
	}
	for id := range u.literals {
		screen, thing, _ := strings.Cut(id, ".")
		if screens[screen] && messages[id] == nil && u.asked[id] == "" && !isFileName(thing) {
			found = append(found, fmt.Sprintf("%q looks like a message, and there is none", id))
		}
	}
	for _, place := range u.joined {
		found = append(found, place+": an id is put together from pieces, so that nobody can find it")
	}
	slices.Sort(found)
	return found
}

// isFileName reports whether what stands behind the dot is the ending of a file's name.
func isFileName(ending string) bool {
	return slices.Contains([]string{"csv", "db", "ics", "json", "log", "png", "svg", "ttf", "txt", "zip", "go", "sock"}, ending)
}

func messages(t *testing.T, name string) map[string]any {
	t.Helper()
	b, err := fs.ReadFile(assets.Translations(), name)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestEveryMessageIsUsedAndEveryOneUsedExists(t *testing.T) {
	u, err := usageIn(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, breach := range u.breaches(messages(t, "en.json")) {
		t.Error(breach)
	}
}

func TestAMissingAnUnusedAndAJoinedMessageAreFound(t *testing.T) {
	u, err := usageIn(fstest.MapFS{
		"today/view.go": &fstest.MapFile{Data: []byte(`package today
func view(w W) { w.T("today.title"); w.N("today.gone", 3); w.T("today." + kind); title("today.lost"); open("today.csv") }`)},
		"today/view_test.go": &fstest.MapFile{Data: []byte(`package today
func test(w W) { w.T("today.only_in_a_test") }`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(u.breaches(map[string]any{"today.title": "Today", "today.unused": "x"}), "\n")
	want := `"today.lost" looks like a message, and there is none
the message today.unused is used nowhere
today/view.go:2:38: there is no message today.gone
today/view.go:2:60: an id is put together from pieces, so that nobody can find it`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestIDsNameAScreenAndAThing(t *testing.T) {
	for id := range messages(t, "en.json") {
		leaf := id[strings.LastIndex(id, ".")+1:]
		if !anID.MatchString(id) || slices.Contains(reserved, leaf) {
			t.Errorf("%q is no id of a message", id)
		}
	}
}

func TestNoMessageStandsTwice(t *testing.T) {
	b, err := fs.ReadFile(assets.Translations(), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	decoder, seen := json.NewDecoder(bytes.NewReader(b)), map[string]bool{}
	for depth := 0; ; {
		token, err := decoder.Token()
		if err != nil {
			break
		}
		switch {
		case token == json.Delim('{'):
			depth++
		case token == json.Delim('}'):
			depth--
		case depth == 1 && anID.MatchString(fmt.Sprint(token)):
			if seen[fmt.Sprint(token)] {
				t.Errorf("%s stands twice", token)
			}
			seen[fmt.Sprint(token)] = true
		}
	}
	if len(seen) != len(messages(t, "en.json")) {
		t.Errorf("%d ids were read, there are %d", len(seen), len(messages(t, "en.json")))
	}
}

func TestEveryMessageIsWholeAndReadable(t *testing.T) {
	for id, text := range english(t).texts {
		if _, ok := text.forms[other]; !ok {
			t.Errorf("%s has no form other", id)
		}
		for form, p := range text.forms {
			s := strings.ReplaceAll(p.fill(&Words{}, []Args{{}}, nil), "\n\n", " ") // paragraphs may be
			if strings.TrimSpace(s) != s || s == "" || strings.ContainsAny(s, "{}\n\t→←↑") || strings.Contains(s, "...") {
				t.Errorf("%s, %s: %q", id, form, s)
			}
		}
	}
}
