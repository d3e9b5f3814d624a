package command

import (
	"context"
	"math"
	"strconv"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

// agendaJSON is the coming weeks by day.
type agendaJSON struct {
	Day      data.Day     `json:"day"`
	Until    data.Day     `json:"until"`
	Overdue  []agendaItem `json:"overdue"`
	Days     []agendaDay  `json:"days"` // those on which something stands
	Weeks    []agendaWeek `json:"weeks"`
	Beyond   int          `json:"beyond"` // check-ins that are put on later days
	Late     int          `json:"late"`   // check-ins that miss their longest interval for want of a free day
	Capacity capacityJSON `json:"capacity"`
}

type agendaDay struct {
	Day      data.Day     `json:"day"`
	CheckIns int          `json:"check_ins"`
	Places   int          `json:"places"`
	Items    []agendaItem `json:"items"`
}

type agendaWeek struct {
	From     data.Day `json:"from"`
	Until    data.Day `json:"until"`
	CheckIns int      `json:"check_ins"`
	Given    int      `json:"given"`
	Over     bool     `json:"over"`
}

type agendaItem struct {
	Kind string   `json:"kind"` // check_in, promise or occasion
	ID   string   `json:"id"`   // of the person
	Name string   `json:"name"`
	Day  data.Day `json:"day"`
	agreedJSON
	Due   data.Day   `json:"due"` // the day that is asked for, before it was moved
	Moved data.Shift `json:"moved"`
	What  string     `json:"what"`
	Why   string     `json:"why"`
}

const (
	usualWeeks = 6
	mostWeeks  = 520
)

func (r *runner) agendaCommand() *cobra.Command {
	var weeks string
	c := &cobra.Command{Use: "agenda", Short: r.Words.T("command.agenda"), Long: r.Words.T("command.agenda_long"), Args: r.noArgs}
	c.RunE = func(c *cobra.Command, _ []string) error {
		n := usualWeeks
		if c.Flags().Changed("weeks") {
			var err error
			if n, err = strconv.Atoi(weeks); err != nil || n < 1 || n > mostWeeks {
				return r.usage("command.bad_weeks", words.Args{"Value": weeks, "Most": mostWeeks})
			}
		}
		return r.with(func(s *store.Store) error { return r.agenda(c.Context(), s, n) })
	}
	r.text(c, &weeks, option{"weeks", "", "N", r.Words.T("command.flag_weeks")})
	return c
}

// agenda shows what the Agenda of the window shows.
func (r *runner) agenda(ctx context.Context, s *store.Store, weeks int) error {
	p, err := r.preferences(ctx, s)
	if err != nil {
		return err
	}
	span := briefing.Span{Today: r.today, Until: r.today + data.Day(7*weeks-1), WeekBegins: r.Words.WeekBegins()}
	a, err := briefing.LoadAgenda(ctx, s, p, span)
	switch {
	case err != nil:
		return err
	case r.json:
		return r.print(r.agendaOf(a, p.PerDay))
	}
	r.describeAgenda(a, p.PerDay)
	return nil
}

// agendaOf returns an agenda as scripts read it.
func (r *runner) agendaOf(a *briefing.Agenda, perDay int) agendaJSON {
	j := agendaJSON{Day: a.Today, Until: a.Until, Overdue: r.agendaItems(a.Overdue, perDay), Days: []agendaDay{}, Weeks: []agendaWeek{}, Beyond: a.Beyond, Late: a.Late,
		Capacity: capacityJSON{math.Round(a.Capacity.PerWeek*10) / 10, a.Capacity.Given, a.Capacity.Over}}
	for i := range a.Weeks {
		w := &a.Weeks[i]
		j.Weeks = append(j.Weeks, agendaWeek{w.First, w.Last, w.CheckIns, w.Given, w.Over()})
		for _, d := range w.Days {
			if len(d.Items) > 0 {
				j.Days = append(j.Days, agendaDay{d.Day, d.CheckIns, d.Places, r.agendaItems(d.Items, perDay)})
			}
		}
	}
	return j
}

func (r *runner) agendaItems(items []briefing.Item, perDay int) []agendaItem {
	list := make([]agendaItem, 0, len(items))
	for i := range items {
		list = append(list, r.agendaItemOf(&items[i], perDay))
	}
	return list
}

func (r *runner) agendaItemOf(i *briefing.Item, perDay int) agendaItem {
	w := r.Words
	j := agendaItem{ID: i.UUID, Name: i.Name, Day: i.Day, Due: i.Day}
	switch {
	case i.CheckIn != nil:
		j.Kind, j.Due, j.Moved, j.agreedJSON = "check_in", i.CheckIn.Natural, i.Shift, agreedOf(i.CheckIn)
		j.What, j.Why = w.CheckIn(i.Name), w.Agenda(*i.CheckIn, i.Shift, perDay, r.today)
	case i.Promise != nil:
		j.Kind, j.What, j.Why = "promise", w.PromiseTitle(i.Promise, i.Name), w.PromiseSaid(i.Promise, r.today)
	default:
		j.Kind, j.What = "occasion", w.OccasionTitle(*i.Occasion)
	}
	return j
}

// describeAgenda writes the coming weeks for people to read.
func (r *runner) describeAgenda(a *briefing.Agenda, perDay int) {
	w := r.Words
	line := func(i *briefing.Item) string {
		j := r.agendaItemOf(i, perDay)
		what := j.What
		if i.CheckIn != nil {
			what = i.Name
		}
		what = names.Clean(what)
		if j.At != nil {
			what = w.T("agenda.brief_at", words.Args{"Time": *j.At, "Name": what})
		}
		if j.Why == "" {
			return what
		}
		return w.T("command.agenda_item", words.Args{"What": what, "Why": j.Why})
	}
	empty := len(a.Overdue) == 0
	r.under(w.T("agenda.overdue"), len(a.Overdue), func(i int) string { return line(&a.Overdue[i]) })
	for i := range a.Weeks {
		for j := range a.Weeks[i].Days {
			d := &a.Weeks[i].Days[j]
			heading := w.LongDate(d.Day)
			if load := w.DayLoad(d.CheckIns, d.Places); load != "" {
				heading = w.T("list.more", words.Args{"List": heading, "Item": load})
			}
			empty = empty && len(d.Items) == 0
			r.under(heading, len(d.Items), func(i int) string { return line(&d.Items[i]) })
		}
	}
	if empty {
		r.say(w.T("command.agenda_empty"))
	}
	if a.Capacity.Over {
		r.say("")
		r.say(w.Capacity(a.Capacity.PerWeek, a.Capacity.Given))
	}
}
