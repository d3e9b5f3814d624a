package app

import (
	"context"
	"strings"

	"peerage/app/page"
	"peerage/app/words"
	"peerage/data/names"
)

// opportunitiesFound is how many opportunities the finder offers.
const opportunitiesFound = 4

// opportunities returns the opportunities whose title has all the words that are typed, those heard of last
// first.
func (f *finder) opportunities(ctx context.Context, query string) ([]finding, error) {
	if strings.TrimSpace(query) == "" {
		return nil, nil
	}
	w, today := f.shell.words, f.shell.Today()
	all, err := f.shell.store.Opportunities(ctx)
	var found []finding
	for i := range all {
		o := &all[i]
		if len(found) == opportunitiesFound {
			break
		}
		if n := len(o.Steps); n > 0 && hasWords(o.Title, query) {
			found = append(found, finding{action: w.T("finder.opportunity", words.Args{"Title": names.Clean(o.Title)}),
				key: w.StageSince(o.Steps[n-1], today), do: func() { f.shell.visit(page.Opportunity(o.ID)) }})
		}
	}
	return found, err
}
