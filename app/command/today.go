package command

import (
	"context"
	"math"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

type todayJSON struct {
	Day       data.Day       `json:"day"`
	Reach     []reachJSON    `json:"reach"`
	Promises  []promiseJSON  `json:"promises"`
	Occasions []occasionJSON `json:"occasions"`
	Moves     []moveJSON     `json:"moves"`
	Nudge     *nudgeJSON     `json:"nudge"`
	Ask       []askJSON      `json:"ask"`     // about people who are not to be reached today
	Waiting   int            `json:"waiting"` // people who are due, and for whom the day has no room
	Capacity  capacityJSON   `json:"capacity"`
}

type reachJSON struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Due     data.Day `json:"due"`
	Overdue int      `json:"overdue"`
	Why     string   `json:"why"`
	Last    data.Day `json:"last"`

	Ask    []detailJSON `json:"ask"`
	Avoid  []string     `json:"avoid"`
	Manner string       `json:"manner"`
	agreedJSON
}

// askJSON is a detail to ask somebody about.
type askJSON struct {
	Person string   `json:"person"`
	Text   string   `json:"text"`
	AskOn  data.Day `json:"ask_on"`
}

// capacityJSON is how many check-ins a week the rhythms ask for, and how many the user gives.
type capacityJSON struct {
	PerWeek float64 `json:"per_week"` // to a tenth
	Given   int     `json:"given"`
	Over    bool    `json:"over"`
}

type occasionJSON struct {
	Person string            `json:"person"`
	Kind   data.OccasionKind `json:"kind"`
	Day    data.Day          `json:"day"`
	Years  int               `json:"years"`
	Text   string            `json:"text"`
}

type nudgeJSON struct {
	Kind   data.NudgeKind `json:"kind"`
	Person string         `json:"person"`
	Text   string         `json:"text"`
	Reason string         `json:"reason"`
}

func (r *runner) todayCommand() *cobra.Command {
	return &cobra.Command{
		Use: "today", Short: r.Words.T("command.today"), Long: r.Words.T("command.today_long"), Args: r.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return r.with(func(s *store.Store) error { return r.showToday(c.Context(), s) })
		},
	}
}

// showToday shows the day with the nudge that the window would show. That it was shown is not remembered:
// a script may ask every hour, and what nobody has read is not used up.
func (r *runner) showToday(ctx context.Context, s *store.Store) error {
	preferences, err := r.preferences(ctx, s)
	if err != nil {
		return err
	}
	day, err := briefing.Today(ctx, s, preferences, r.today)
	if err != nil {
		return err
	}
	nudge, err := briefing.Suggest(ctx, s, r.Trouble, day)
	if err != nil {
		return err
	}
	j, err := r.dayOf(ctx, s, day, nudge)
	switch {
	case err != nil:
		return err
	case r.json:
		return r.print(j)
	}
	if nudge != nil {
		day.Without(nudge)
	}
	return r.describeDay(ctx, s, day, j)
}

// dayOf returns a day as scripts read it.
func (r *runner) dayOf(ctx context.Context, s *store.Store, day *briefing.Day, nudge *data.Suggestion) (todayJSON, error) {
	w := r.Words
	j := todayJSON{r.today, []reachJSON{}, []promiseJSON{}, []occasionJSON{}, []moveJSON{}, nil, []askJSON{}, day.Waiting,
		capacityJSON{math.Round(day.Capacity.PerWeek*10) / 10, day.Capacity.Given, day.Capacity.Over}}
	for i := range day.Reach {
		j.Reach = append(j.Reach, r.reachOf(&day.Reach[i]))
	}
	for _, d := range day.Ask {
		p, err := s.Person(ctx, d.Person)
		if err != nil {
			return j, err
		}
		j.Ask = append(j.Ask, askJSON{p.Name, d.Text, d.AskOn})
	}
	for i := range day.Promises {
		p := &day.Promises[i]
		j.Promises = append(j.Promises, r.promiseOf(&p.Promise, p.Name))
	}
	for _, o := range day.Occasions {
		j.Occasions = append(j.Occasions, occasionJSON{o.Name, o.Kind, o.Day, o.Years, w.Occasion(o, r.today)})
	}
	for _, m := range day.News.Risen {
		p, err := s.Person(ctx, m.Person)
		if err != nil {
			return j, err
		}
		j.Moves = append(j.Moves, moveJSON{m.UUID, m.Name, p.Slug(), m.Kinds, postOf(m.From), postOf(m.To), [2]data.Day{m.After, m.By}, m.Status})
	}
	if nudge != nil {
		j.Nudge = &nudgeJSON{nudge.Kind, nudge.Name, w.NudgeTitle(nudge, r.today), w.NudgeReason(nudge, r.today)}
	}
	return j, nil
}

// reachOf returns somebody to reach, with all that is said of them.
func (r *runner) reachOf(reach *briefing.Reach) reachJSON {
	j := reachJSON{reach.UUID, reach.Name, reach.On(r.today), reach.Overdue, r.Words.Why(reach.CheckIn, reach.Last, r.today), reach.CheckIn.Last,
		[]detailJSON{}, orEmpty(reach.Bounds.Avoid), r.Words.Manner(reach.Bounds), agreedOf(&reach.CheckIn)}
	for _, d := range reach.Ask {
		j.Ask = append(j.Ask, detailJSON{d.Text, d.AskOn})
	}
	return j
}

// describeDay writes what a day asks for, for people to read.
func (r *runner) describeDay(ctx context.Context, s *store.Store, day *briefing.Day, j todayJSON) error {
	w := r.Words
	r.say(w.LongDate(r.today))
	r.say("")
	r.describeReach(day, j.Reach)
	r.under(w.T("today.promises"), len(day.Promises), func(i int) string {
		p := &day.Promises[i]
		return w.T("command.promise_today", words.Args{"What": w.PromiseTitle(&p.Promise, p.Name), "Said": w.PromiseSaid(&p.Promise, r.today)})
	})
	asked := make([]string, len(day.Ask))
	for i, d := range day.Ask {
		p, err := s.Person(ctx, d.Person)
		if err != nil {
			return err
		}
		asked[i] = w.T("today.ask", words.Args{"Name": names.Clean(p.Name), "Detail": d.Text})
	}
	r.under(w.T("today.ask_about"), len(asked), func(i int) string { return asked[i] })
	r.under(w.T("rising.changed"), len(day.News.Risen), func(i int) string {
		m := &day.News.Risen[i]
		return r.moveLine(m.Name, &m.Move)
	})
	r.under(w.T("today.occasions"), len(day.Occasions), func(i int) string { return w.Occasion(day.Occasions[i], r.today) })
	if j.Nudge != nil {
		r.under(w.T("today.small_thing"), 1, func(int) string {
			return w.T("command.nudge", words.Args{"What": j.Nudge.Text, "Reason": j.Nudge.Reason})
		})
	}
	if day.Capacity.Over {
		r.say("")
		r.say(w.Capacity(day.Capacity.PerWeek, day.Capacity.Given))
	}
	return nil
}

// describeReach writes whom to reach.
func (r *runner) describeReach(day *briefing.Day, reach []reachJSON) {
	w := r.Words
	for i, person := range reach {
		r.say(person.Name)
		r.say("  " + person.Why)
		for _, d := range day.Reach[i].Ask {
			r.say("  " + w.T("today.to_ask", words.Args{"Detail": d.Text}))
		}
		if bounds := w.Boundary(day.Reach[i].Bounds); bounds != "" {
			r.say("  " + bounds)
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
}

// under writes lines under a heading, where there are any.
func (r *runner) under(heading string, n int, line func(i int) string) {
	if n == 0 {
		return
	}
	r.say("")
	r.say(heading)
	for i := range n {
		r.say("  " + line(i))
	}
}
