package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

type promiseJSON struct {
	ID     string            `json:"id"`
	By     data.Side         `json:"by"`
	Person string            `json:"person"`
	What   string            `json:"what"`
	Due    data.Day          `json:"due"`
	State  data.PromiseState `json:"state"`
}

// promiseFlags is what the command was given.
type promiseFlags struct {
	all                      bool
	add, by, with, due, made string
	kept, letGo, open, erase string
}

func (r *runner) promisesCommand() *cobra.Command {
	w, f := r.Words, &promiseFlags{}
	c := &cobra.Command{Use: "promises", Short: w.T("command.promises"), Args: r.noArgs,
		Long: w.T("command.promises_long") + "\n\n" + w.T("command.person")}
	c.RunE = func(c *cobra.Command, _ []string) error {
		act, err := r.understandPromise(c, f)
		if err != nil {
			return err
		}
		return r.with(func(s *store.Store) error { return act(c.Context(), s) })
	}
	r.yes(c, &f.all, option{"all", "", "", w.T("command.flag_all_promises")})
	r.text(c, &f.add, option{"add", "", "TEXT", w.T("command.flag_add_promise")})
	r.text(c, &f.by, option{"by", "", "SIDE", w.T("command.flag_by", words.Args{"Known": joined(bothSides)})})
	r.text(c, &f.with, option{"with", "", "PERSON", w.T("command.flag_promise_with")})
	r.text(c, &f.due, option{"due", "", "DAY", w.T("command.flag_due")})
	r.text(c, &f.made, option{"made", "", "DAY", w.T("command.flag_made")})
	r.text(c, &f.kept, option{"kept", "", "ID", w.T("command.flag_kept")})
	r.text(c, &f.letGo, option{"let-go", "", "ID", w.T("command.flag_let_go")})
	r.text(c, &f.open, option{"open", "", "ID", w.T("command.flag_reopen")})
	r.text(c, &f.erase, option{"remove", "", "ID", w.T("command.flag_remove_promise")})
	return c
}

var bothSides = []data.Side{data.Mine, data.Theirs}

// understandPromise returns what the flags ask for, or wrong usage.
func (r *runner) understandPromise(c *cobra.Command, f *promiseFlags) (func(context.Context, *store.Store) error, error) {
	given := func(name string) bool { return c.Flags().Changed(name) }
	var asked []string
	for _, name := range []string{"all", "add", "kept", "let-go", "open", "remove"} {
		if given(name) {
			asked = append(asked, name)
		}
	}
	for _, name := range []string{"by", "with", "due", "made"} {
		if given(name) && !given("add") {
			return nil, r.usage("command.flag_only_with", words.Args{"Flag": "--" + name, "Other": "--add"})
		}
	}
	switch {
	case len(asked) > 1:
		return nil, r.usage("command.flags_apart", words.Args{"Flag": "--" + asked[0], "Other": "--" + asked[1]})
	case given("add"):
		return r.newPromise(c, f)
	case given("kept"):
		return r.settling(f.kept, data.PromiseKept), nil
	case given("let-go"):
		return r.settling(f.letGo, data.PromiseLetGo), nil
	case given("open"):
		return r.settling(f.open, data.PromiseOpen), nil
	case given("remove"):
		return func(ctx context.Context, s *store.Store) error { return r.removePromise(ctx, s, f.erase) }, nil
	}
	return func(ctx context.Context, s *store.Store) error { return r.promises(ctx, s, f.all) }, nil
}

// newPromise returns what adds the promise of the flags.
func (r *runner) newPromise(c *cobra.Command, f *promiseFlags) (func(context.Context, *store.Store) error, error) {
	p := data.Promise{By: data.Side(f.by), What: strings.TrimSpace(f.add), Made: r.today, State: data.PromiseOpen}
	switch {
	case !slices.Contains(bothSides, p.By):
		return nil, r.usage("command.bad_side", words.Args{"Value": f.by, "Known": joined(bothSides)})
	case f.with == "":
		return nil, r.usage("command.promise_with_whom")
	}
	given := func(flag string) bool { return c.Flags().Changed(flag) }
	for _, day := range []struct {
		flag, value string
		into        *data.Day
	}{{"due", f.due, &p.Due}, {"made", f.made, &p.Made}} {
		if given(day.flag) {
			var err error
			if *day.into, err = r.parseDay("--"+day.flag, day.value); err != nil {
				return nil, err
			}
		}
	}
	if p.Due != 0 && p.Due < p.Made && !given("made") {
		return nil, r.usage("command.promise_made_when")
	}
	return func(ctx context.Context, s *store.Store) error {
		var err error
		if p.Person, err = r.find(ctx, s, f.with); err != nil {
			return err
		}
		if err := p.Validate(r.today); err != nil {
			return usageError{err}
		}
		return r.writePromise(ctx, s, &p, func(tx *store.Tx) error { return tx.SavePromise(&p) })
	}, nil
}

// settling returns what closes the promise of an id, or opens it again.
func (r *runner) settling(id string, state data.PromiseState) func(context.Context, *store.Store) error {
	return func(ctx context.Context, s *store.Store) error {
		p, err := r.findPromise(ctx, s, id)
		if err != nil {
			return err
		}
		return r.writePromise(ctx, s, &p, func(tx *store.Tx) (err error) {
			if p, err = tx.Promise(p.ID); err != nil || p.State == state {
				return err
			}
			p.Settle(state, r.today)
			return tx.SavePromise(&p)
		})
	}
}

func (r *runner) removePromise(ctx context.Context, s *store.Store, id string) error {
	p, err := r.findPromise(ctx, s, id)
	if err != nil {
		return err
	}
	return r.writePromise(ctx, s, &p, func(tx *store.Tx) error { return tx.DeletePromise(p.ID) })
}

// writePromise carries a change of a promise out, and shows the promise.
func (r *runner) writePromise(ctx context.Context, s *store.Store, p *data.Promise, change func(*store.Tx) error) error {
	who, err := r.called(ctx, s, []data.ID{p.Person})
	if err != nil {
		return err
	}
	changed, err := r.write(ctx, s, r.Words.T("operation.promise", words.Args{"Name": who[0]}), change)
	switch {
	case err != nil:
		return err
	case r.json:
		return r.print(r.promiseOf(p, who[0]))
	case !changed:
		return r.nothingChanged()
	}
	r.table("", [][]string{r.promiseRow(p, who[0])})
	return nil
}

// findPromise returns the promise of an id, which may be cut short where it still fits one promise only.
func (r *runner) findPromise(ctx context.Context, s *store.Store, id string) (data.Promise, error) {
	all, err := s.Promises(ctx, store.PromiseFilter{})
	if err != nil {
		return data.Promise{}, err
	}
	var fit []data.Promise
	for _, p := range all {
		if id != "" && strings.HasPrefix(p.UUID, strings.ToLower(id)) {
			fit = append(fit, p)
		}
	}
	switch len(fit) {
	case 0:
		return data.Promise{}, r.usage("command.no_such_promise", words.Args{"Value": id})
	case 1:
		return fit[0], nil
	}
	return data.Promise{}, r.usage("command.several_promises", words.Args{"Value": id})
}

// promises lists the open promises of both sides, those due first, and with all those that were kept or
// let go as well.
func (r *runner) promises(ctx context.Context, s *store.Store, all bool) error {
	list, err := s.Promises(ctx, store.PromiseFilter{Open: !all})
	if err != nil {
		return err
	}
	rows, err := s.People(ctx, store.Filter{})
	if err != nil {
		return err
	}
	called := make(map[data.ID]string, len(rows))
	for _, row := range rows {
		called[row.ID] = row.Name
	}
	if r.json {
		printed := make([]promiseJSON, 0, len(list))
		for i := range list {
			printed = append(printed, r.promiseOf(&list[i], called[list[i].Person]))
		}
		return r.print(printed)
	}
	switch {
	case len(list) == 0 && all:
		r.say(r.Words.T("command.no_promises"))
	case len(list) == 0:
		r.say(r.Words.T("command.no_open_promises"))
	}
	table := make([][]string, 0, len(list))
	for i := range list {
		table = append(table, r.promiseRow(&list[i], called[list[i].Person]))
	}
	r.table("", table)
	return nil
}

func (r *runner) promiseOf(p *data.Promise, name string) promiseJSON {
	return promiseJSON{p.UUID, p.By, name, p.What, p.Due, p.On(r.today)}
}

// shortID is how many characters of an id a line for people has: enough to tell promises apart.
const shortID = 8

func (r *runner) promiseRow(p *data.Promise, name string) []string {
	return []string{p.UUID[:min(len(p.UUID), shortID)], r.Words.PromiseWhen(p, r.today), r.Words.Promised(p.By, cut(name, widestCell), p.What)}
}
