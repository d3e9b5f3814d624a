package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

func (r *runner) logCommand() *cobra.Command {
	w := r.Words
	var with []string
	var kind, day string
	c := &cobra.Command{Use: `log --with PERSON "TEXT"`, Short: w.T("command.log"), Long: w.T("command.log_long") + "\n\n" + w.T("command.person")}
	c.RunE = func(c *cobra.Command, args []string) error {
		i := data.Interaction{Kind: data.InteractionKind(kind), Day: r.today, Text: strings.TrimSpace(strings.Join(args, " "))}
		if kind == "" {
			i.Kind = r.kindOf(i.Text)
		}
		if !slices.Contains(data.InteractionKinds, i.Kind) {
			return r.usage("command.bad_kind", words.Args{"Value": kind, "Known": joined(data.InteractionKinds)})
		}
		if c.Flags().Changed("day") {
			var err error
			if i.Day, err = r.parseDay("--day", day); err != nil {
				return err
			}
		}
		if len(with) == 0 {
			return r.usage("command.log_with_whom")
		}
		return r.with(func(s *store.Store) error { return r.log(c.Context(), s, i, with) })
	}
	r.texts(c, &with, option{"with", "", "PERSON", w.T("command.flag_with")})
	r.text(c, &kind, option{"kind", "", "KIND", w.T("command.flag_kind", words.Args{"Known": joined(data.InteractionKinds)})})
	r.text(c, &day, option{"day", "", "DAY", w.T("command.flag_day")})
	return c
}

// joined lists the keys that a flag takes.
func joined[K ~string](keys []K) string {
	var b strings.Builder
	for i, k := range keys {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(k))
	}
	return b.String()
}

// kindOf takes the kind of an interaction from the word its text begins with: "Coffee at the river".
func (r *runner) kindOf(text string) data.InteractionKind {
	folded := names.Fold(text) + " "
	for _, k := range data.InteractionKinds {
		if k != data.OtherKind && strings.HasPrefix(folded, names.Fold(r.Words.InteractionKind(k))+" ") {
			return k
		}
	}
	return data.OtherKind
}

func (r *runner) log(ctx context.Context, s *store.Store, i data.Interaction, with []string) error {
	var err error
	if i.People, err = r.findAll(ctx, s, with); err != nil {
		return err
	}
	if slices.Contains(i.People, data.Me) {
		return r.usage("command.log_with_me")
	}
	if err := i.Validate(r.today); err != nil {
		return usageError{err}
	}
	called, err := r.called(ctx, s, i.People)
	if err != nil {
		return err
	}
	who := r.Words.List(called)
	if err := s.Write(ctx, r.Words.T("operation.log", words.Args{"Names": who}), func(tx *store.Tx) error {
		return tx.SaveInteraction(&i)
	}); err != nil {
		return err
	}
	if r.json {
		return r.print(interactionJSON{i.UUID, i.Kind, i.Day, i.Text, called})
	}
	r.say(r.Words.T("toast.logged", words.Args{"Names": who}))
	return nil
}

// called returns the names of people.
func (r *runner) called(ctx context.Context, s *store.Store, people []data.ID) ([]string, error) {
	list := []string{}
	for _, id := range people {
		p, err := s.Person(ctx, id)
		if err != nil {
			return nil, err
		}
		list = append(list, names.Clean(p.Name))
	}
	return list, nil
}
