package command

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// personJSON is a person, with ties in short or with their evidence.
type personJSON[T any] struct {
	ID           string   `json:"id"`
	Name         string   `json:"name"`
	LinkedIn     string   `json:"linkedin"`
	Organisation string   `json:"organisation"`
	Title        string   `json:"title"`
	Circles      []string `json:"circles"`
	Ties         []T      `json:"ties"`
	Due          data.Day `json:"due"`
	// Where the title of the role held now stands.
	Track data.Track `json:"track"`
	Level data.Level `json:"level"`
	Field data.Field `json:"field"`
	// Headline is the combination that Peerage looks out for, or "".
	Headline string `json:"headline"`

	groups []string // ties and circles, in words
}

// risen is the headline of a former peer who is in management now. Scripts compare it, so it is said
// in one language.
const risen = "former peer, now in management"

// listedJSON is a person in a list.
type listedJSON = personJSON[data.TieKind]

func (r *runner) peopleCommand() *cobra.Command {
	var at string
	c := &cobra.Command{Use: "people [WORDS]", Short: r.Words.T("command.people"), Long: r.Words.T("command.people_long")}
	c.RunE = func(c *cobra.Command, args []string) error {
		return r.with(func(s *store.Store) error {
			if c.Flags().Changed("at") {
				return r.peopleAt(c.Context(), s, strings.Join(args, " "), at)
			}
			return r.people(c.Context(), s, strings.Join(args, " "))
		})
	}
	r.text(c, &at, option{"at", "", "ORGANISATION", r.Words.T("command.flag_at")})
	return c
}

func (r *runner) people(ctx context.Context, s *store.Store, wanted string) error {
	rows, err := s.People(ctx, store.Filter{Words: wanted})
	if err != nil {
		return err
	}
	list, err := r.list(ctx, s, namesakesByProfile(rows))
	switch {
	case err != nil:
		return err
	case r.json:
		return r.print(list)
	case len(list) == 0 && strings.TrimSpace(wanted) == "":
		r.say(r.Words.T("command.nobody_yet"))
	case len(list) == 0:
		r.say(r.Words.T("command.nobody_found", words.Args{"Words": wanted}))
	default:
		r.columns(list)
	}
	return nil
}

// namesakesByProfile puts people of one name, who stand beside each other, in an order that does not
// depend on who was imported first.
func namesakesByProfile(rows []*store.Row) []*store.Row {
	rows = slices.Clone(rows)
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && rows[end].Name == rows[start].Name {
			end++
		}
		slices.SortStableFunc(rows[start:end], func(a, b *store.Row) int { return cmp.Compare(a.Profile, b.Profile) })
		start = end
	}
	return rows
}

// columns writes a list for people to read.
func (r *runner) columns(list []listedJSON) {
	rows := make([][]string, len(list))
	for i, p := range list {
		due := ""
		if p.Due != 0 {
			due = r.Words.T("command.due", words.Args{"Day": r.Words.Day(p.Due, r.today)})
		}
		rows[i] = []string{p.Name, p.Title, p.Organisation, listed(p.groups...), due}
	}
	r.table("", rows)
}

// list adds to rows what a list says of people besides.
func (r *runner) list(ctx context.Context, s *store.Store, rows []*store.Row) ([]listedJSON, error) {
	due, err := r.dueDays(ctx, s)
	if err != nil {
		return nil, err
	}
	ties, err := s.TieKinds(ctx, nil)
	if err != nil {
		return nil, err
	}
	circles, err := s.CircleNames(ctx)
	if err != nil {
		return nil, err
	}
	formerPeers, err := s.FormerPeers(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]listedJSON, len(rows))
	for i, row := range rows {
		p := listedJSON{
			ID: row.UUID, Name: row.Name, LinkedIn: row.Profile, Organisation: row.Organisation, Title: row.Title,
			Circles: orEmpty(circles[row.ID]), Ties: kinds(ties[row.ID]), Due: due[row.ID].On(r.today),
			Track: row.Standing.Track, Level: row.Standing.Level, Field: row.Standing.Field,
		}
		if formerPeers[row.ID] && row.Standing.Track == data.Management {
			p.Headline = risen
		}
		for _, kind := range p.Ties {
			if !slices.ContainsFunc(ties[row.ID], func(t data.Tie) bool { return t.Kind == kind && !t.ByProfession() }) {
				continue // by profession alone it is worth no word in a list
			}
			p.groups = append(p.groups, r.Words.Tie(kind, slices.ContainsFunc(ties[row.ID], func(t data.Tie) bool { return t.Kind == kind && t.Current })))
		}
		p.groups = append(p.groups, p.Circles...)
		list[i] = p
	}
	return list, nil
}

// dueDays returns when everyone with a rhythm is due.
func (r *runner) dueDays(ctx context.Context, s *store.Store) (map[data.ID]data.CheckIn, error) {
	preferences, err := r.preferences(ctx, s)
	if err != nil {
		return nil, err
	}
	return briefing.DueDays(ctx, s, preferences, r.today)
}

// kinds returns the kinds of ties, each once, in an order that depends on nothing else.
func kinds(ties []data.Tie) []data.TieKind {
	list := []data.TieKind{}
	for _, kind := range slices.Concat(data.StatedTies, data.DerivedTies) {
		if slices.ContainsFunc(ties, func(t data.Tie) bool { return t.Kind == kind }) {
			list = append(list, kind)
		}
	}
	return list
}

// orEmpty makes a nil slice an empty one, which JSON writes as [].
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
