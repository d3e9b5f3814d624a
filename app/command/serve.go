package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"peerage/app/feed"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

func (r *runner) serveCommand() *cobra.Command {
	var renew bool
	c := &cobra.Command{
		Use: "serve", Short: r.Words.T("command.serve"), Long: r.Words.T("command.serve_long"), Args: r.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return r.with(func(s *store.Store) error { return r.serve(c.Context(), s, renew) })
		},
	}
	r.yes(c, &renew, option{"new-address", "", "", r.Words.T("command.flag_new_address")})
	return c
}

// serve serves the subscription until ctx ends. It begins with an address that works, or fails.
func (r *runner) serve(ctx context.Context, s *store.Store, renew bool) error {
	if err := address(ctx, filepath.Dir(s.Path()), renew); errors.Is(err, feed.ErrUnreadable) {
		return said(feed.Unreadable.Sentence(r.Words, 0))
	} else if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	today := func() data.Day { return cmp.Or(r.givenDay(), data.DayOf(r.Now())) }
	server := feed.New(s, func(ctx context.Context) ([]byte, error) { return CalendarBytes(ctx, s, r.Words, today()) }, today, r.Now)
	server.Always = true
	server.Speak = func() *words.Words { return r.Words }
	var begun bool
	var failure error
	server.Changed = func(now feed.Status) {
		if begun {
			return
		}
		begun = true
		if failure = r.begun(now); failure != nil {
			stop()
		}
	}
	err := server.Run(ctx)
	if errors.Is(err, feed.ErrGone) {
		return said(r.Words.T("command.serve_gone"))
	}
	return errors.Join(failure, err)
}

// address makes sure that there is an address, a new one where that is asked for.
func address(ctx context.Context, folder string, renew bool) error {
	if !renew {
		_, err := feed.Ready(folder)
		return err
	}
	s, err := feed.Renew(ctx, folder)
	if err == nil {
		feed.Settled(ctx, s)
	}
	return err
}

// begun says where the calendar is served, at once, or fails when it is not.
func (r *runner) begun(now feed.Status) error {
	switch now.State {
	case feed.Serving:
	case feed.Elsewhere:
		fmt.Fprintln(r.Err, "peerage: "+r.Words.T("command.serve_elsewhere"))
	default:
		if now.Failure == feed.PortTaken { // nothing goes on trying here
			return said(r.Words.T("command.serve_taken", words.Args{"Port": strconv.Itoa(now.Port)}))
		}
		return said(now.Failure.Sentence(r.Words, now.Port))
	}
	if !r.json {
		r.say(now.Address())
	} else if err := r.print(map[string]string{"address": now.Address()}); err != nil {
		return err
	}
	if r.out.Flush() != nil {
		return said(r.Words.T("command.no_output"))
	}
	return nil
}
