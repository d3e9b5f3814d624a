package app_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"
)

// module is the name every import of a room begins with.
const module = "peerage"

// source is the Go source of the project, or of a made-up one.
type source struct {
	set   *token.FileSet
	files []*file
}

// file is one Go file. Its room is the path of its package below the module; the top level is the
// room main.
type file struct {
	path, room string
	test       bool
	lines      int
	syntax     *ast.File
}

// read parses all Go files of a tree but those in testdata and in folders that begin with a dot.
func read(tree fs.FS) (*source, error) {
	s := &source{set: token.NewFileSet()}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata"):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		syntax, err := parser.ParseFile(s.set, name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		room := path.Dir(name)
		if room == "." {
			room = "main"
		}
		s.files = append(s.files, &file{name, room, strings.HasSuffix(name, "_test.go"), strings.Count(string(text), "\n"), syntax})
		return nil
	})
	return s, err
}

// made returns a made-up source: the path of each file, and what stands in it.
func made(files map[string]string) *source {
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := read(tree)
	if err != nil {
		panic(err)
	}
	return s
}

// rooms returns the rooms that hold at least one file, sorted.
func (s *source) rooms() []string {
	var rooms []string
	for _, f := range s.files {
		if !slices.Contains(rooms, f.room) {
			rooms = append(rooms, f.room)
		}
	}
	slices.Sort(rooms)
	return rooms
}

// place writes where n stands, as compilers do.
func (s *source) place(n ast.Node) string {
	p := s.set.Position(n.Pos())
	return fmt.Sprintf("%s:%d", p.Filename, p.Line)
}

// imports returns the paths that f imports.
func (f *file) imports() []string {
	var paths []string
	for _, spec := range f.syntax.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		paths = append(paths, p)
	}
	return paths
}

// called returns the package (or variable) and the name in a call of the form x.Name(…).
func called(n ast.Node) (x, name string) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return "", ""
	}
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	if ident, ok := selector.X.(*ast.Ident); ok {
		x = ident.Name
	}
	return x, selector.Sel.Name
}
