package command

import (
	"context"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

// place is an organisation that an argument means.
type place struct {
	id   data.ID // 0 for one that stands at an opportunity and that nobody has a role at
	name string
}

func placeOf(row *store.OrganisationRow) place { return place{row.ID, row.Name} }

// places are the organisations that arguments may mean: those that anybody has a role at, and besides those at
// which there are opportunities.
type places struct {
	directory *briefing.Directory
	noted     []*store.OrganisationRow
}

func loadPlaces(ctx context.Context, s *store.Store) (*places, error) {
	d, err := briefing.LoadDirectory(ctx, s)
	if err != nil {
		return nil, err
	}
	p := &places{directory: d}
	opportunities, err := s.Opportunities(ctx)
	for i := range opportunities {
		o := &opportunities[i]
		row := &store.OrganisationRow{ID: o.Organisation, Name: o.Employer}
		same := func(other *store.OrganisationRow) bool {
			return other.ID == row.ID && (row.ID != 0 || names.Fold(other.Name) == names.Fold(row.Name))
		}
		if names.Fold(row.Name) != "" && !slices.ContainsFunc(p.noted, same) {
			p.noted = append(p.noted, row)
		}
	}
	return p, err
}

// called returns those of which one name is arg.
func (p *places) called(arg string) []*store.OrganisationRow {
	want := names.Fold(arg)
	return p.or(p.directory.Called(arg), func(name string) bool { return name == want && want != "" })
}

// find returns those of which one name holds every word of arg.
func (p *places) find(arg string) []*store.OrganisationRow {
	wanted := strings.Fields(names.Fold(arg))
	if len(wanted) == 0 {
		return nil
	}
	return p.or(p.directory.Find(arg), func(name string) bool {
		return !slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(name, w) })
	})
}

// or returns those found at which somebody has a role, else those noted whose folded name fits.
func (p *places) or(found []*store.OrganisationRow, fits func(name string) bool) []*store.OrganisationRow {
	if len(found) > 0 {
		return found
	}
	return slices.DeleteFunc(slices.Clone(p.noted), func(row *store.OrganisationRow) bool { return !fits(names.Fold(row.Name)) })
}
