package command

import (
	"context"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

type moveJSON struct {
	ID       string          `json:"id"`
	Name     string          `json:"name"`
	LinkedIn string          `json:"linkedin"`
	Kinds    []data.MoveKind `json:"kinds"`
	From     postJSON        `json:"from"`
	To       postJSON        `json:"to"`
	Between  [2]data.Day     `json:"between"`
	Status   data.MoveStatus `json:"status"`
}

type postJSON struct {
	Organisation string     `json:"organisation"`
	Title        string     `json:"title"`
	Track        data.Track `json:"track"`
	Level        data.Level `json:"level"`
}

func (r *runner) movesCommand() *cobra.Command {
	w := r.Words
	var since string
	c := &cobra.Command{Use: "moves", Short: w.T("command.moves"), Long: w.T("command.moves_long"), Args: r.noArgs}
	c.RunE = func(c *cobra.Command, _ []string) error {
		var from data.Day
		if since != "" {
			var err error
			if from, err = r.parseDay("--since", since); err != nil {
				return err
			}
		}
		return r.with(func(s *store.Store) error { return r.moves(c.Context(), s, from) })
	}
	r.text(c, &since, option{"since", "", "DAY", w.T("command.flag_since")})
	return c
}

// moves lists the moves that may have been on a day or later, newest first.
func (r *runner) moves(ctx context.Context, s *store.Store, since data.Day) error {
	all, err := s.Moves(ctx, store.MoveFilter{Since: since})
	if err != nil {
		return err
	}
	rows, err := s.People(ctx, store.Filter{})
	if err != nil {
		return err
	}
	people := make(map[data.ID]*store.Row, len(rows))
	for _, row := range rows {
		people[row.ID] = row
	}
	if r.json {
		list := make([]moveJSON, 0, len(all))
		for _, m := range all {
			if p := people[m.Person]; p != nil {
				list = append(list, moveJSON{p.UUID, p.Name, p.Profile, m.Kinds, postOf(m.From), postOf(m.To), [2]data.Day{m.After, m.By}, m.Status})
			}
		}
		return r.print(list)
	}
	if len(all) == 0 {
		return r.noMoves(ctx, s, since)
	}
	for _, m := range all {
		if p := people[m.Person]; p != nil {
			r.say(r.moveLine(p.Name, &m))
		}
	}
	return nil
}

// noMoves says that no career has changed, or none since a day.
func (r *runner) noMoves(ctx context.Context, s *store.Store, since data.Day) error {
	earlier, err := s.Moves(ctx, store.MoveFilter{})
	if len(earlier) > 0 {
		r.say(r.Words.T("command.no_moves_since", words.Args{"Day": r.Words.Date(since, 0)}))
	} else if err == nil {
		r.say(r.Words.T("command.no_moves"))
	}
	return err
}

// moveLine says one move: what is new, what was before, and what the user made of it.
func (r *runner) moveLine(name string, m *data.Move) string {
	w := r.Words
	line := w.T("command.move", words.Args{"Move": w.Move(name, m), "Before": w.Before(m, r.today)})
	if m.Status != data.MoveNew {
		line = w.T("list.more", words.Args{"List": line, "Item": w.MoveStatus(m.Status)})
	}
	return line
}

func postOf(p data.Post) postJSON {
	if p.Role == 0 {
		p.Standing = data.UnknownStanding
	}
	return postJSON{p.Employer, p.Title, p.Standing.Track, p.Standing.Level}
}
