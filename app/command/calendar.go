package command

import (
	"bytes"
	"context"

	"github.com/spf13/cobra"

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
	b, err := calendarOf(ctx, s, r.Words, r.today)
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
	if err := writeFile(out, b); err != nil {
		return r.at(out, err)
	}
	if r.json {
		return r.print(map[string]string{"file": out})
	}
	r.say(r.Words.T("command.calendar_written", words.Args{"File": out}))
	return nil
}

// WriteCalendar writes the calendar of all check-ins and promises to the file at path: whole, or not at all.
func WriteCalendar(ctx context.Context, s *store.Store, w *words.Words, today data.Day, path string) error {
	b, err := calendarOf(ctx, s, w, today)
	if err != nil {
		return err
	}
	return writeFile(path, b)
}

func calendarOf(ctx context.Context, s *store.Store, w *words.Words, today data.Day) ([]byte, error) {
	settings, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = events.Write(ctx, &b, s, data.PreferencesFrom(settings), today, events.Phrases{
		Calendar: w.CalendarName(), Summary: w.CheckIn, Detail: w.Why,
		Promise: func(p *data.Promise, name string) string { return w.Promised(p.By, name, p.What) }, Promised: w.PromiseWith,
	})
	return b.Bytes(), err
}
