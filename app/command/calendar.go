package command

import (
	"context"

	"github.com/spf13/cobra"

	"peerage/app/filing"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/events"
	"peerage/data/store"
)

func (r *runner) calendarCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "calendar [-o FILE]", Short: r.Words.T("command.calendar"), Long: r.Words.T("command.calendar_long"), Args: r.noArgs,
	}
	c.RunE = func(c *cobra.Command, _ []string) error {
		if c.Flags().Changed("output") && out == "" {
			return r.usage("command.flag_needs_value", words.Args{"Flag": "--output", "Value": "FILE"})
		}
		return r.with(func(s *store.Store) error { return r.calendar(c.Context(), s, out) })
	}
	r.text(c, &out, option{"output", "o", "FILE", r.Words.T("command.flag_output")})
	return c
}

func (r *runner) calendar(ctx context.Context, s *store.Store, out string) error {
	b, err := CalendarBytes(ctx, s, r.Words, r.today)
	if err != nil {
		return err
	}
	if out == "" || out == "-" {
		if r.json {
			return r.print(map[string]string{"calendar": string(b)})
		}
		_, err = r.out.Write(b)
		return err
	}
	if err := filing.Write(out, b); err != nil {
		return r.into(out, err)
	}
	if r.json {
		return r.print(map[string]string{"file": out})
	}
	r.say(r.Words.T("command.calendar_written", words.Args{"File": out}))
	return nil
}

// WriteCalendar writes the calendar to the file at path: whole, or not at all.
func WriteCalendar(ctx context.Context, s *store.Store, w *words.Words, today data.Day, path string) error {
	b, err := CalendarBytes(ctx, s, w, today)
	if err != nil {
		return err
	}
	return filing.Write(path, b)
}

// CalendarBytes returns the calendar as one iCalendar file, with everything that the settings let into it. It
// is the same to the octet while what it says stays the same.
func CalendarBytes(ctx context.Context, s *store.Store, w *words.Words, today data.Day) ([]byte, error) {
	settings, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	return events.Calendar(ctx, s, data.PreferencesFrom(settings), today, CalendarPhrases(w), localZone())
}

// KeepCalendar returns what keeps the calendar as a file in the folder that the settings name, and follows
// every change of the store until stop is called. speak and today are asked off the window's thread.
func KeepCalendar(s *store.Store, speak func() *words.Words, today func() data.Day) (k *filing.Keeper, stop func()) {
	poke, stop := s.Pokes()
	return &filing.Keeper{
		Folder: func(ctx context.Context) (string, error) {
			settings, err := s.Settings(ctx)
			return data.PreferencesFrom(settings).CalendarFolder, err
		},
		Calendar: func(ctx context.Context) ([]byte, error) { return CalendarBytes(ctx, s, speak(), today()) },
		Poke:     poke,
		Note: func(ctx context.Context, err error) {
			// What cannot be remembered is said once more when it happens again.
			_ = s.NoteChannel(ctx, data.FileChannel, speak().Error(err))
		},
	}, stop
}

// CalendarPhrases are the sentences of the events of a calendar.
func CalendarPhrases(w *words.Words) events.Phrases {
	return events.Phrases{
		Calendar: w.CalendarName(), CheckIn: w.CheckIn, Why: w.CalendarWhy,
		Promise:  func(p *data.Promise, name string) string { return w.Promised(p.By, name, p.What) },
		Promised: w.PromiseWith, Occasion: w.OccasionTitle, Milestone: w.MilestoneOf,
	}
}
