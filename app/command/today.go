package command

import (
	"context"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

type todayJSON struct {
	Day   data.Day    `json:"day"`
	Reach []reachJSON `json:"reach"`
}

type reachJSON struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Due     data.Day `json:"due"`
	Overdue int      `json:"overdue"`
	Why     string   `json:"why"`
	Last    data.Day `json:"last"`
}

func (r *runner) todayCommand() *cobra.Command {
	return &cobra.Command{
		Use: "today", Short: r.Words.T("command.today"), Long: r.Words.T("command.today_long"), Args: r.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return r.with(func(s *store.Store) error { return r.showToday(c.Context(), s) })
		},
	}
}

func (r *runner) showToday(ctx context.Context, s *store.Store) error {
	preferences, err := r.preferences(ctx, s)
	if err != nil {
		return err
	}
	day, err := briefing.Today(ctx, s, preferences, r.today)
	if err != nil {
		return err
	}
	j := todayJSON{r.today, []reachJSON{}}
	for _, reach := range day.Reach {
		j.Reach = append(j.Reach, reachJSON{reach.UUID, reach.Name, reach.On(r.today), reach.Overdue,
			r.Words.Why(reach.CheckIn, reach.Last, r.today), reach.CheckIn.Last})
	}
	if r.json {
		return r.print(j)
	}
	return r.describeDay(ctx, s, day, j.Reach)
}

// describeDay writes what a day asks for, for people to read.
func (r *runner) describeDay(ctx context.Context, s *store.Store, day *briefing.Day, reach []reachJSON) error {
	w := r.Words
	r.say(w.LongDate(r.today))
	r.say("")
	for i, person := range reach {
		r.say(person.Name)
		r.say("  " + person.Why)
		for _, d := range day.Reach[i].Ask {
			r.say("  " + w.T("today.to_ask", words.Args{"Detail": d.Text}))
		}
	}
	switch {
	case day.Rhythms == 0:
		r.say(w.T("command.no_rhythms"))
	case len(reach) == 0 && day.Waiting == 0:
		r.say(w.T("today.nobody"))
	}
	if day.Waiting > 0 {
		r.say(w.N("today.waiting", day.Waiting))
	}
	if len(day.Ask) > 0 {
		r.say("")
	}
	for _, d := range day.Ask {
		p, err := s.Person(ctx, d.Person)
		if err != nil {
			return err
		}
		r.say(w.T("today.ask", words.Args{"Name": names.Clean(p.Name), "Detail": d.Text}))
	}
	if day.Capacity.Over {
		r.say("")
		r.say(w.Capacity(day.Capacity.PerWeek, day.Capacity.Given))
	}
	return nil
}
