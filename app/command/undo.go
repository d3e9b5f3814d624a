package command

import (
	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data/store"
)

func (r *runner) undoCommand() *cobra.Command {
	return &cobra.Command{
		Use: "undo", Short: r.Words.T("command.undo"), Long: r.Words.T("command.undo_long"), Args: r.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return r.with(func(s *store.Store) error {
				name, err := s.Undo(c.Context())
				switch {
				case err != nil:
					return err
				case r.json:
					return r.print(map[string]string{"undone": name})
				}
				r.say(r.Words.T("toast.undone", words.Args{"Operation": name}))
				return nil
			})
		},
	}
}
