package sheet

import (
	"cmp"
	_ "embed"
	"html/template"
	"io"
)

//go:embed page.html
var source string

// page is the sheet as a document of its own: it needs nothing else, neither the network nor a script.
var page = template.Must(template.New("page").Parse(source))

// HTML writes the sheet as a page to print or to save as PDF, in a language given as a BCP 47 tag, and names nobody
// private but those who were asked for. It fits A4 and Letter, and leaves the fonts to the browser, which has them
// for every script.
func (s *Sheet) HTML(w io.Writer, language string) error {
	return page.Execute(w, struct {
		Language string
		Sheet    *Sheet
	}{language, cmp.Or(s.printed, s)})
}
