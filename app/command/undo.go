package command

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data/intake"
	"peerage/data/names"
	"peerage/data/store"
)

func (r *runner) undoCommand() *cobra.Command {
	var merge string
	c := &cobra.Command{Use: "undo", Short: r.Words.T("command.undo"), Long: r.Words.T("command.undo_long"), Args: r.noArgs}
	c.RunE = func(c *cobra.Command, _ []string) error {
		return r.with(func(s *store.Store) error {
			undo := s.Undo
			if c.Flags().Changed("merge") {
				undo = func(ctx context.Context) (string, error) { return r.takeApart(ctx, s, merge) }
			}
			name, err := undo(c.Context())
			switch {
			case err != nil:
				return err
			case r.json:
				return r.print(map[string]string{"undone": name})
			}
			r.say(r.Words.T("toast.undone", words.Args{"Operation": name}))
			return nil
		})
	}
	r.text(c, &merge, option{"merge", "", "PERSON", r.Words.T("command.flag_merge")})
	return c
}

// takeApart takes apart the person an argument means and the one they were made one with last, or who was
// called what the argument says, and returns the name of the operation that had made them one.
func (r *runner) takeApart(ctx context.Context, s *store.Store, arg string) (string, error) {
	id, err := r.find(ctx, s, arg)
	if err != nil {
		return "", err
	}
	p, err := s.Person(ctx, id)
	if err != nil {
		return "", err
	}
	merges, err := s.Merges(ctx, id)
	switch {
	case err != nil:
		return "", err
	case len(merges) == 0:
		return "", said(r.Words.T("command.no_merge", words.Args{"Name": cut(names.Clean(p.Name), longestEcho)}))
	}
	of := merges[0]
	if i := slices.IndexFunc(merges, func(m store.Merge) bool { return names.Fold(m.Other) == names.Fold(arg) }); i >= 0 {
		of = merges[i]
	}
	name := r.Words.T("operation.take_apart", words.Args{"Name": p.Name, "Other": of.Other})
	err = s.Write(ctx, name, func(tx *store.Tx) error { return intake.TakeApart(tx, r.Keeper, of, r.today) })
	return of.Name, err
}
