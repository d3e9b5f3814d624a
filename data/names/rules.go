package names

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// The files that Load reads. How they are written stands at their head.
const (
	formsFile  = "legalforms.txt"
	noneFile   = "none.txt"
	remarkFile = "remarks.txt"
	titleFile  = "titles.txt"
)

// Rules know how organisations are written, their legal forms and the texts that name none, and in how
// many ways a job title is. They do not change after Load and may be used from several goroutines.
type Rules struct {
	start, end affixes

	none     map[string]bool
	patterns map[string][][]string // entries with a star, by their first word
	beside   map[string]bool
	remarks  map[string][][]string // what stands in brackets behind a name, by its first word

	titles *titleRules
}

// Load reads legalforms.txt, none.txt, remarks.txt and titles.txt from fsys. An error names the file and the line.
func Load(fsys fs.FS) (*Rules, error) {
	r := &Rules{none: map[string]bool{}, patterns: map[string][][]string{}, beside: map[string]bool{},
		remarks: map[string][][]string{}, titles: newTitleRules()}
	if err := eachLine(fsys, formsFile, r.addForm); err != nil {
		return nil, err
	}
	r.start.arrange()
	r.end.arrange()
	if err := eachSection(fsys, noneFile, r.addNone); err != nil {
		return nil, err
	}
	if err := eachLine(fsys, remarkFile, r.addRemark); err != nil {
		return nil, err
	}
	for _, take := range []func(section, line string) error{r.titles.addSpelling, r.titles.add} {
		if err := eachSection(fsys, titleFile, take); err != nil {
			return nil, err
		}
	}
	r.titles.arrange()
	return r, nil
}

// eachSection calls use for the lines of a file, with the heading in brackets under which they stand.
func eachSection(fsys fs.FS, file string, use func(section, line string) error) error {
	section := ""
	return eachLine(fsys, file, func(line string) error {
		if strings.HasPrefix(line, "[") {
			section = line
			return nil
		}
		return use(section, line)
	})
}

// eachLine calls use for the lines of a file that are neither empty nor a comment.
func eachLine(fsys fs.FS, file string, use func(line string) error) error {
	content, err := fs.ReadFile(fsys, file)
	if err != nil {
		return fmt.Errorf("read names: %w", err)
	}
	if !utf8.Valid(content) {
		return fmt.Errorf("read names: %s is not UTF-8", file)
	}
	lines := bufio.NewScanner(bytes.NewReader(content))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || line[0] == '#' {
			continue
		}
		if err := use(line); err != nil {
			return fmt.Errorf("read names: %s line %d: %w", file, n, err)
		}
	}
	return lines.Err()
}

// noForm is the id of words that are dropped like a legal form but are none (شركة, "company").
const noForm = "-"

// form is a line of legalforms.txt without its spellings.
type form struct {
	id                        string
	start, end, quoted, exact bool
	weak                      bool
}

func (r *Rules) addForm(line string) error {
	fields := strings.Split(line, "|")
	if len(fields) != 4 {
		return fmt.Errorf("%d columns, not 4", len(fields))
	}
	f := form{id: strings.TrimSpace(fields[0])}
	if f.id == "" {
		return fmt.Errorf("no id")
	}
	if f.id == noForm {
		f.id = ""
	}
	for _, country := range strings.Fields(fields[1]) {
		if len(country) != 2 || country != strings.ToUpper(country) {
			return fmt.Errorf("%q is no country code", country)
		}
	}
	if err := f.place(strings.Fields(fields[2])); err != nil {
		return err
	}
	for spelling := range strings.SplitSeq(fields[3], ";") {
		if err := r.addSpelling(f, strings.TrimSpace(spelling)); err != nil {
			return err
		}
	}
	return nil
}

func (f *form) place(words []string) error {
	for _, word := range words {
		switch word {
		case "end":
			f.end = true
		case "start":
			f.start = true
		case "both":
			f.start, f.end = true, true
		case "quoted":
			f.start, f.quoted = true, true
		case "exact":
			f.exact = true
		case "weak":
			f.weak = true
		default:
			return fmt.Errorf("%q is no place", word)
		}
	}
	if !f.start && !f.end {
		return fmt.Errorf("no place given")
	}
	return nil
}

func (r *Rules) addSpelling(f form, written string) error {
	ways := spellings(written)
	a := affix{id: f.id, weak: f.weak, quoted: f.quoted}
	switch dotted := strings.Contains(strings.TrimRight(written, "."), "."); {
	case f.exact && dotted:
		ways = ways[:1]
	case f.exact && !strings.Contains(written, " "):
		ways, a.exact = ways[:1], strings.TrimRight(written, ".")
		if f.start {
			a.exact = written
		}
	case f.quoted:
		ways, a.exact = ways[:1], written
	}
	for _, way := range ways {
		a.text = way
		if way == "" {
			return fmt.Errorf("a spelling is empty")
		}
		first, _ := utf8.DecodeRuneInString(written)
		a.glued = isGlued(first)
		if f.end {
			if err := r.end.take(way[strings.LastIndexByte(way, ' ')+1:], a); err != nil {
				return err
			}
		}
		if f.start {
			word, _, _ := strings.Cut(way, " ")
			if err := r.start.take(word, a); err != nil {
				return err
			}
		}
	}
	return nil
}

// take adds a unless it is there already. One spelling cannot mean two forms.
func (as *affixes) take(word string, a affix) error {
	there := as.glued
	if !a.glued {
		there = as.byWord[word]
	}
	if i := slices.IndexFunc(there, func(b affix) bool { return b.text == a.text && b.exact == a.exact }); i >= 0 {
		if there[i].id != a.id {
			return fmt.Errorf("%q is both %s and %s", a.text, there[i].id, a.id)
		}
		return nil
	}
	as.add(word, a)
	return nil
}
