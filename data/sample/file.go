package sample

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// file is one JSON file as it is written; the package comment explains its sections.
type file struct {
	name string

	Me            *person        `json:"me"`
	Began         string         `json:"began"`
	Organisations []organisation `json:"organisations"`
	Circles       []circle       `json:"circles"`
	Stories       []story        `json:"stories"`
	People        []person       `json:"people"`
	Together      []together     `json:"together"`
	Opportunities []opportunity  `json:"opportunities"`
	Introductions []row          `json:"introductions"`
	Projects      []project      `json:"projects"`
	Promises      []row          `json:"promises"`
	Exchanges     []row          `json:"exchanges"`
	Milestones    []row          `json:"milestones"`
}

type organisation struct {
	Key     string   `json:"key"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

type circle struct {
	Name  string `json:"name"`
	Every string `json:"every"`
}

type story struct {
	Title    string     `json:"title"`
	People   []person   `json:"people"`
	Together []together `json:"together"`
}

type person struct {
	Key         string   `json:"key"`
	Name        string   `json:"name"`
	Given       string   `json:"given"`
	Family      string   `json:"family"`
	OtherNames  []string `json:"other_names"`
	Place       string   `json:"place"`
	Birthday    string   `json:"birthday"`
	Turns       int      `json:"turns"`
	Met         string   `json:"met"`
	Notes       string   `json:"notes"`
	Private     bool     `json:"private"`
	Confidant   bool     `json:"confidant"`
	Connected   string   `json:"connected"`
	PausedUntil string   `json:"paused_until"`
	Snoozed     string   `json:"snoozed"`
	Agreed      row      `json:"agreed"`
	Email       string   `json:"email"`
	Phone       string   `json:"phone"`
	Slug        string   `json:"slug"`
	Circles     []string `json:"circles"`
	Every       string   `json:"every"`
	Roles       []row    `json:"roles"`
	Ties        []row    `json:"ties"`
	Details     []row    `json:"details"`
	Talks       []row    `json:"talks"`

	Boundary *boundary `json:"boundary"`
}

type boundary struct {
	NoContact bool     `json:"no_contact"`
	Avoid     []string `json:"avoid"`
	Channel   string   `json:"channel"`
	Hours     string   `json:"hours"`
}

type opportunity struct {
	Title string `json:"title"`
	Kind  string `json:"kind"`
	At    string `json:"at"`
	For   string `json:"for"`
	Worth string `json:"worth"`
	Notes string `json:"notes"`
	Steps []row  `json:"steps"`
	Chain []row  `json:"chain"`
}

type project struct {
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	From    string   `json:"from"`
	To      string   `json:"to"`
	With    []string `json:"with"`
	Outcome string   `json:"outcome"`
}

type together struct {
	Day  string   `json:"day"`
	Kind string   `json:"kind"`
	With []string `json:"with"`
	Text string   `json:"text"`
}

// row is a line of texts whose columns have a fixed meaning; the last ones may be left out.
type row []string

// column returns the i-th text, or "" where the row ends before it.
func (r row) column(i int) string {
	if i < len(r) {
		return r[i]
	}
	return ""
}

// read decodes the JSON files at the root of fsys in the order of their names.
func read(fsys fs.FS) ([]file, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, fmt.Errorf("list the sample network: %w", err)
	}
	var files []file
	var problems []error
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			problems = append(problems, fmt.Errorf("read %s: %w", name, err))
			continue
		}
		f := file{name: name}
		if err := decode(text, &f); err != nil {
			problems = append(problems, fmt.Errorf("read %s: %w", name, err))
		}
		files = append(files, f)
	}
	return files, errors.Join(problems...)
}

// decode reads one value and refuses fields it does not know, so that a misspelt one is not lost. The
// error gives the line where the decoder knows it.
func decode(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil {
		if _, after := d.Token(); after != io.EOF {
			return fmt.Errorf("line %d: more follows after the end", lineAt(text, d.InputOffset()))
		}
		return nil
	}
	var syntax *json.SyntaxError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d: %w", lineAt(text, syntax.Offset), err)
	case errors.As(err, &wrongType):
		return fmt.Errorf("line %d: %w", lineAt(text, wrongType.Offset), err)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("line %d: the file ends too early", lineAt(text, int64(len(text))))
	}
	return err
}

// lineAt returns the number of the line, from 1, that holds the octet before offset.
func lineAt(text []byte, offset int64) int {
	end := min(max(offset-1, 0), int64(len(text)))
	return 1 + bytes.Count(text[:end], []byte{'\n'})
}
