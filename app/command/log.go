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

// logFlags are the flags of log, as written.
type logFlags struct {
	with      []string
	kind, day string
	dry       bool
}

func (r *runner) logCommand() *cobra.Command {
	w := r.Words
	var f logFlags
	c := &cobra.Command{Use: `log "TEXT"`, Short: w.T("command.log"), Long: w.T("command.log_long") + "\n\n" + w.T("command.person")}
	c.RunE = func(c *cobra.Command, args []string) error {
		text := strings.TrimSpace(strings.Join(args, " "))
		if f.kind != "" && !slices.Contains(data.InteractionKinds, data.InteractionKind(f.kind)) {
			return r.usage("command.bad_kind", words.Args{"Value": f.kind, "Known": joined(data.InteractionKinds)})
		}
		var day data.Day
		if c.Flags().Changed("day") {
			var err error
			if day, err = r.parseDay("--day", f.day); err != nil {
				return err
			}
		}
		switch {
		case len(f.with) > 0:
			return r.with(func(s *store.Store) error { return r.logWith(c.Context(), s, text, &f, day) })
		case text == "":
			return r.usage("quick.no_text")
		}
		return r.with(func(s *store.Store) error { return r.logLine(c.Context(), s, text, &f, day) })
	}
	r.texts(c, &f.with, option{"with", "", "PERSON", w.T("command.flag_with")})
	r.text(c, &f.kind, option{"kind", "", "KIND", w.T("command.flag_kind", words.Args{"Known": joined(data.InteractionKinds)})})
	r.text(c, &f.day, option{"day", "", "DAY", w.T("command.flag_day")})
	r.yes(c, &f.dry, option{"dry-run", "", "", w.T("command.log_flag_dry_run")})
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

// logWith logs contact with the people that --with names; the text is only the note.
func (r *runner) logWith(ctx context.Context, s *store.Store, text string, f *logFlags, day data.Day) error {
	i := data.Interaction{Kind: data.InteractionKind(f.kind), Day: day, Text: text}
	if f.kind == "" {
		i.Kind = r.kindOf(text)
	}
	if day == 0 {
		i.Day = r.today
	}
	var err error
	if i.People, err = r.findAll(ctx, s, f.with); err != nil {
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
	if f.dry {
		r.say(r.Words.Noted(i.Kind, called, i.Day, r.today))
		return r.notWritten()
	}
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
