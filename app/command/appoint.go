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

// readAppointment reads where the next check-in is to be put: nil where nothing is said of it, zero where it is to
// follow its rhythm again.
func (r *runner) readAppointment(cmd *cobra.Command, f *setFlags) (*data.Appointment, error) {
	given := func(flag string) bool { return cmd.Flags().Changed(flag) }
	if !given("on") {
		if given("at") {
			return nil, r.usage("command.flag_only_with", words.Args{"Flag": "--at", "Other": "--on"})
		}
		return nil, nil
	}
	for _, other := range []string{"snooze-until", "skip"} {
		if given(other) {
			return nil, r.usage("command.flags_apart", words.Args{"Flag": "--on", "Other": "--" + other})
		}
	}
	if f.on == none {
		if given("at") {
			return nil, r.usage("command.hour_of_none")
		}
		return &data.Appointment{}, nil
	}
	a := &data.Appointment{At: data.AllDay, Made: r.today}
	var err error
	if a.Day, err = r.parseDay("--on", f.on); err != nil {
		return nil, err
	}
	if a.Day < r.today {
		return nil, r.usage("command.day_over", words.Args{"Flag": "--on", "Value": f.on})
	}
	if given("at") {
		if a.At, err = data.ParseClock(f.at); err != nil {
			return nil, r.usage("command.bad_hour", words.Args{"Flag": "--at", "Value": f.at})
		}
	}
	return a, nil
}

// sameAppointment reports whether two appointments are on one day and at one hour, so that a script may make one
// every day.
func sameAppointment(a, b data.Appointment) bool {
	return a.Day == b.Day && (a.Day == 0 || a.At == b.At)
}

// mayAppoint refuses to put a check-in on a day with somebody who has none, since no rhythm asks for it.
func (r *runner) mayAppoint(ctx context.Context, s *store.Store, people []data.ID, c *changes) error {
	if c.appoint == nil || c.appoint.Day == 0 || c.cadence != nil && *c.cadence != (data.Rhythm{}) || len(c.join) > 0 {
		return nil
	}
	if c.add {
		return r.usage("command.on_without_cadence")
	}
	for _, id := range people {
		rhythm, err := briefing.RhythmOf(ctx, s, id, r.today)
		if err != nil {
			return err
		}
		if rhythm == (data.Rhythm{}) {
			p, err := s.Person(ctx, id)
			if err != nil {
				return err
			}
			return r.usage("command.no_cadence", words.Args{"Name": names.Clean(p.Name)})
		}
	}
	return nil
}

// agreedJSON is where the user put a check-in.
type agreedJSON struct {
	Agreed bool    `json:"agreed"` // the user put it on the day
	At     *string `json:"at"`     // 15:00, null for no hour
}

func agreedOf(c *data.CheckIn) agreedJSON {
	j := agreedJSON{Agreed: c.Agreed}
	if c.Agreed && c.At != data.AllDay {
		at := data.Clock(c.At)
		j.At = &at
	}
	return j
}
