package command

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

type wayJSON struct {
	Steps []stepJSON `json:"steps"`
}

type stepJSON struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
	Why    string `json:"why"`
}

func (r *runner) pathCommand() *cobra.Command {
	w := r.Words
	return &cobra.Command{
		Use: "path PERSON|ORGANISATION", Short: w.T("command.path"), Long: w.T("command.path_long") + "\n\n" + w.T("command.path_of"), Args: r.someArgs,
		RunE: func(c *cobra.Command, args []string) error {
			return r.with(func(s *store.Store) error { return r.path(c.Context(), s, strings.Join(args, " ")) })
		},
	}
}

// path says by whom the person or organisation that an argument means can be reached.
func (r *runner) path(ctx context.Context, s *store.Store, arg string) error {
	person, at, err := r.goal(ctx, s, arg)
	if err != nil {
		return err
	}
	var ways []briefing.Way
	switch {
	case person == data.Me:
		return r.usage("command.way_to_you")
	case person != 0:
		ways, err = briefing.WaysToPerson(ctx, s, person, r.today)
	case at.id != 0:
		ways, err = briefing.WaysToOrganisation(ctx, s, at.id, r.today)
	}
	if err != nil {
		return err
	}
	list := make([]wayJSON, len(ways))
	for i, way := range ways {
		list[i] = r.wayOf(way)
	}
	if r.json {
		return r.print(list)
	}
	if len(list) == 0 {
		return r.sayNoWay(ctx, s, person, at)
	}
	r.describeWays(list)
	return nil
}

// sayNoWay says that nobody leads to the person, or else the organisation.
func (r *runner) sayNoWay(ctx context.Context, s *store.Store, person data.ID, at place) error {
	key, name := "command.no_way_to", at.name
	if person != 0 {
		p, err := s.Person(ctx, person)
		if err != nil {
			return err
		}
		b, err := s.Boundary(ctx, person)
		if err != nil {
			return err
		}
		if name = p.Name; b.NoContact {
			key = "command.no_way_round"
		}
	}
	r.say(r.Words.T(key, words.Args{"Name": names.Clean(name)}))
	return nil
}

// goal returns the person or the organisation that an argument means. The whole name of an organisation goes
// before a part of a person's, and a person's before a part of an organisation's.
func (r *runner) goal(ctx context.Context, s *store.Store, arg string) (person data.ID, at place, err error) {
	all, err := loadPlaces(ctx, s)
	if err != nil {
		return 0, place{}, err
	}
	if len(all.called(arg)) == 0 {
		person, err = r.find(ctx, s, arg)
		switch {
		case errors.Is(err, errNobody) && len(all.find(arg)) == 0:
			return 0, place{}, r.usage("command.nobody_and_nowhere", words.Args{"Name": names.Clean(arg)})
		case !errors.Is(err, errNobody):
			return person, place{}, err
		}
	}
	at, err = r.chosen(all, arg)
	return 0, at, err
}

func (r *runner) wayOf(way briefing.Way) wayJSON {
	j := wayJSON{make([]stepJSON, len(way))}
	for i := range way {
		step := &way[i]
		j.Steps[i] = stepJSON{step.UUID, step.Name, string(step.Reason), r.Words.Reached(words.Reached{
			Introduction: step.Introduction, Employer: step.Employer, Between: step.Between, Role: step.Role,
			There: step.Person == 0, Ties: step.Ties, Last: step.Last,
			Slight: step.Slight, Connected: step.Connected, Paused: step.Paused,
		}, names.Clean, r.today)}
	}
	return j
}

// describeWays writes ways for people to read: who is on each, then why.
func (r *runner) describeWays(ways []wayJSON) {
	for i, way := range ways {
		if i > 0 {
			r.say("")
		}
		var on []string
		var why [][]string
		for _, step := range way.Steps {
			on = append(on, names.Clean(step.Name))
			why = append(why, []string{step.Name, step.Why})
		}
		r.say(r.Words.Way(on))
		r.table("  ", why)
	}
}
