package app_test

import (
	"fmt"
	"go/ast"
	"strings"
	"testing"
)

// Small rooms: how long a file and a function may be, in lines, and how many parameters a
// constructor may have.
const (
	maxFile       = 400
	maxFunction   = 60
	maxParameters = 5
)

// tooLarge lists what may be larger, each with its reason: a file by its path, a function as
// path:Name.
var tooLarge = map[string]string{}

// plates returns the packages whose door plate is missing, doubled or says something else first.
func plates(s *source) []string {
	comments := map[string][]string{}
	names := map[string]string{}
	for _, f := range s.files {
		if f.test {
			continue
		}
		names[f.room] = f.syntax.Name.Name
		if f.syntax.Doc != nil {
			comments[f.room] = append(comments[f.room], f.syntax.Doc.Text())
		}
	}
	var found []string
	for room, name := range names {
		start := "Package " + name + " "
		if name == "main" {
			start = "Peerage " // the way of commands: their name first, as the sentence begins
		}
		switch plates := comments[room]; {
		case len(plates) != 1:
			found = append(found, fmt.Sprintf("%s has %d package comments", room, len(plates)))
		case !strings.HasPrefix(plates[0], start):
			found = append(found, fmt.Sprintf("the package comment of %s does not begin with %q", room, start))
		case !strings.Contains(plates[0], "."):
			found = append(found, fmt.Sprintf("the package comment of %s is no sentence", room))
		}
	}
	return found
}

// large returns the files, functions and constructors that are larger than they may be, and the
// exceptions that are needed no more.
func large(s *source, exceptions map[string]string) []string {
	var found []string
	used := map[string]bool{}
	check := func(what string, size, limit int, unit string) {
		switch {
		case size <= limit:
		case exceptions[what] != "":
			used[what] = true
		default:
			found = append(found, fmt.Sprintf("%s has %d %s, more than %d", what, size, unit, limit))
		}
	}
	for _, f := range s.files {
		if f.test {
			continue
		}
		check(f.path, f.lines, maxFile, "lines")
		for _, declared := range f.syntax.Decls {
			function, ok := declared.(*ast.FuncDecl)
			if !ok {
				continue
			}
			what := f.path + ":" + function.Name.Name
			lines := s.set.Position(function.End()).Line - s.set.Position(function.Pos()).Line + 1
			check(what, lines, maxFunction, "lines")
			if strings.HasPrefix(function.Name.Name, "New") {
				check(what, function.Type.Params.NumFields(), maxParameters, "parameters")
			}
		}
	}
	for what := range exceptions {
		if !used[what] {
			found = append(found, what+" is listed as too large and is not")
		}
	}
	return found
}

func TestEveryRoomHasOneDoorPlate(t *testing.T) { report(t, plates(project(t))) }

func TestFilesFunctionsAndConstructorsAreSmall(t *testing.T) {
	report(t, large(project(t), tooLarge))
}
