package command

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"unicode"

	"peerage/app/words"
	"peerage/data/names"
)

// print writes v as JSON.
func (r *runner) print(v any) error {
	e := json.NewEncoder(r.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// say writes one line for people.
func (r *runner) say(line string) { r.out.WriteString(harmless(line) + "\n") }

// harmless drops from a line what would steer the terminal or turn the text around it; its blanks
// stay. Names and notes are written by strangers.
func harmless(line string) string {
	return strings.TrimRight(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\u200c', r == '\u200d': // joiners, which scripts and emoji need
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf):
			return -1
		}
		return r
	}, strings.ToValidUTF8(line, "\uFFFD")), " ")
}

// harmlessLines does the same for an error of several lines.
func harmlessLines(text string) string {
	all := strings.Split(text, "\n")
	for i := range all {
		all[i] = harmless(all[i])
	}
	return strings.Join(all, "\n")
}

func (r *runner) at(place string, err error) error { return At(r.Words, place, err) }

// into says what went wrong with a file that was to be written.
func (r *runner) into(file string, err error) error {
	if errors.Is(err, fs.ErrNotExist) && !throughFile(file) {
		return said(r.Words.T("command.folder_missing", words.Args{"Folder": cutMiddle(harmless(filepath.Dir(file)), 2*longestEcho)}))
	}
	return r.at(file, err)
}

// At says of a place in the file system what went wrong there, naming it once.
func At(w *words.Words, place string, err error) error {
	inTheWay := errors.Is(err, syscall.ENOTDIR) && throughFile(place)
	place = cutMiddle(harmless(place), 2*longestEcho)
	cause := err
	var path *fs.PathError
	if errors.As(err, &path) {
		cause = path.Err // the place that was tried may be a temporary file, of which nobody knows
	}
	switch {
	case errors.Is(cause, fs.ErrInvalid):
		return said(w.T("command.no_file", words.Args{"File": place}))
	case inTheWay:
		return said(w.T("command.file_in_the_way", words.Args{"Place": place}))
	}
	text := w.Error(&fs.PathError{Op: "open", Path: place, Err: cause})
	if !strings.Contains(text, place) {
		text = w.T("error.at", words.Args{"Place": place, "Error": w.Error(cause)})
	}
	return said(text)
}

// throughFile reports whether a file stands where a place, or a folder that leads there, would be. Windows says the
// same of that as of a folder that is not there.
func throughFile(place string) bool {
	for at := place; ; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil || at == filepath.Dir(at) {
			return err == nil && !info.IsDir()
		}
	}
}

// widestCell is how many cells of a line one column of a table takes at most.
const widestCell = 40

// table writes rows in columns, each as wide as its widest cell; the last one is not cut. All rows are
// equally long.
func (r *runner) table(indent string, rows [][]string) {
	var widest []int
	for _, row := range rows {
		for i, cell := range row {
			row[i] = names.Clean(cell)
			if i < len(row)-1 {
				row[i] = cut(row[i], widestCell)
			}
			if i == len(widest) {
				widest = append(widest, 0)
			}
			widest[i] = max(widest[i], width(row[i]))
		}
	}
	for _, row := range rows {
		line, gap := indent, ""
		for i, cell := range row {
			if widest[i] == 0 {
				continue // nobody has anything in this column
			}
			line += gap + cell
			gap = strings.Repeat(" ", widest[i]-width(cell)+2)
		}
		r.say(line)
	}
}

// pad fills a text up with blanks.
func pad(s string, cells int) string { return s + strings.Repeat(" ", max(0, cells-width(s))) }

// cut shortens a text to a number of cells, the last of them an ellipsis. It parts no letter from
// its marks.
func cut(s string, cells int) string {
	if width(s) <= cells {
		return s
	}
	used, end := 0, 0
	for i, r := range s {
		if used += cellsOf(r); used > cells-1 {
			break
		}
		end = i + len(string(r))
	}
	return strings.TrimRight(s[:end], " ") + "…"
}

// cutMiddle shortens a path to a number of cells; what it begins and what it ends with says most.
func cutMiddle(s string, cells int) string {
	if width(s) <= cells {
		return s
	}
	begin := cut(s, cells/2)
	runes := []rune(s)
	end := len(runes)
	for used := 0; end > 0 && used+cellsOf(runes[end-1]) <= cells/2; end-- {
		used += cellsOf(runes[end-1])
	}
	return begin + string(runes[end:])
}

// width is how many cells of a terminal a text takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += cellsOf(r)
	}
	return n
}

// wide are the characters that take two cells: those of East Asia (UAX #11, W and F), and emoji.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{{0x1100, 0x115F, 1}, {0x2E80, 0x303E, 1}, {0x3041, 0xA4CF, 1}, {0xA960, 0xA97F, 1},
		{0xAC00, 0xD7A3, 1}, {0xF900, 0xFAFF, 1}, {0xFE30, 0xFE6F, 1}, {0xFF00, 0xFF60, 1}, {0xFFE0, 0xFFE6, 1}},
	R32: []unicode.Range32{{0x1F300, 0x1F64F, 1}, {0x1F680, 0x1F6FF, 1}, {0x1F900, 0x1FAFF, 1}, {0x20000, 0x3FFFD, 1}},
}

func cellsOf(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}
