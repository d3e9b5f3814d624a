package command

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"peerage/app/remind"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

func (r *runner) remindCommand() *cobra.Command {
	return &cobra.Command{
		Use: "remind", Short: r.Words.T("command.remind"), Long: r.Words.T("command.remind_long"), Args: r.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return r.with(func(s *store.Store) error { return r.remind(c.Context(), s) })
		},
	}
}

// remind raises what is due at once: whoever calls the command has chosen the hour. Quiet hours hold, and so do the
// other times in which there are no reminders.
func (r *runner) remind(ctx context.Context, s *store.Store) error {
	now := r.Now()
	if r.givenDay() != 0 {
		year, month, day := r.today.Date()
		now = time.Date(year, month, day, now.Hour(), now.Minute(), 0, 0, now.Location())
	}
	n, err := remind.New(s, r.Notifier, r.Words).Raise(ctx, now)
	switch {
	case errors.Is(err, remind.ErrUnanswered):
		return said(r.Words.T("error.notification_unanswered"))
	case errors.Is(err, remind.ErrNotShown):
		// What the service answers is in no language.
		return said(r.Words.T("error.no_notification"))
	case err != nil:
		return err
	case r.json:
		return r.print(remindedJSON{r.today, n})
	}
	p, err := r.preferences(ctx, s)
	schedule := remind.ScheduleFrom(p)
	switch {
	case err != nil:
		return err
	case n > 0:
		r.say(r.Words.N("remind.raised", n))
	case !p.Remind:
		r.say(r.Words.T("remind.off"))
	case !schedule.Open(now):
		opens := schedule.Opens(now)
		r.say(r.Words.T("remind.held", words.Args{"Day": r.Words.Day(data.DayOf(opens), r.today), "Time": opens.Format("15:04")}))
	default:
		r.say(r.Words.T("remind.nothing"))
	}
	return nil
}

type remindedJSON struct {
	Day    data.Day `json:"day"`
	Raised int      `json:"raised"`
}
