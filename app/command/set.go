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

func (r *runner) setCommand() *cobra.Command {
	w, f := r.Words, &setFlags{}
	c := &cobra.Command{Use: "set PERSON…", Short: w.T("command.set"), Long: w.T("command.set_long") + "\n\n" + w.T("command.person")}
	c.RunE = func(c *cobra.Command, args []string) error {
		changes, err := r.understand(c, f, args)
		if err != nil {
			return err
		}
		return r.with(func(s *store.Store) error { return r.set(c.Context(), s, args, changes) })
	}
	r.text(c, &f.cadence, option{"cadence", "", "DAYS/DAYS", w.T("command.flag_cadence")})
	r.text(c, &f.pause, option{"pause-until", "", "DAY", w.T("command.flag_pause")})
	r.text(c, &f.snooze, option{"snooze-until", "", "DAY", w.T("command.flag_snooze")})
	r.text(c, &f.on, option{"on", "", "DAY", w.T("command.flag_appoint")})
	r.text(c, &f.at, option{"at", "", "HH:MM", w.T("command.flag_hour")})
	r.yes(c, &f.skip, option{"skip", "", "", w.T("command.flag_skip")})
	r.texts(c, &f.circles, option{"circle", "", "NAME", w.T("command.flag_circle")})
	r.texts(c, &f.leave, option{"leave-circle", "", "NAME", w.T("command.flag_leave_circle")})
	r.text(c, &f.circleCadence, option{"circle-cadence", "", "DAYS/DAYS", w.T("command.flag_circle_cadence")})
	r.texts(c, &f.ties, option{"tie", "", "TIE", w.T("command.flag_tie", words.Args{"Known": joined(data.TieKinds)})})
	r.texts(c, &f.untie, option{"untie", "", "TIE", w.T("command.flag_untie")})
	r.texts(c, &f.details, option{"detail", "", "TEXT", w.T("command.flag_detail")})
	r.text(c, &f.askOn, option{"ask-on", "", "DAY", w.T("command.flag_ask_on")})
	r.yes(c, &f.private, option{"private", "", "", w.T("command.flag_private")})
	r.yes(c, &f.public, option{"not-private", "", "", w.T("command.flag_not_private")})
	r.boundOptions(c, &f.boundFlags)
	r.yes(c, &f.add, option{"new", "", "", w.T("command.flag_new")})
	return c
}

// set carries changes out, for everyone named, as one operation.
func (r *runner) set(ctx context.Context, s *store.Store, args []string, c *changes) error {
	people, err := r.findThose(ctx, s, args, c)
	if err != nil {
		return err
	}
	circles, err := s.Circles(ctx)
	if err != nil {
		return err
	}
	if c.join, err = r.circlesCalled(circles, c.join, true); err != nil {
		return err
	}
	if c.leave, err = r.circlesCalled(circles, c.leave, false); err != nil {
		return err
	}
	if err := r.mayAppoint(ctx, s, people, c); err != nil {
		return err
	}
	name, err := r.naming(ctx, s, args, people, c)
	if err != nil {
		return err
	}
	changed, err := r.write(ctx, s, name, func(tx *store.Tx) error {
		if c.add {
			if people, err = added(tx, args); err != nil {
				return err
			}
		}
		if err := c.applyToCircles(tx); err != nil {
			return err
		}
		for _, id := range people {
			if err := r.mayShow(tx, c, id); err != nil {
				return err
			}
			if err := c.apply(tx, id, r.today); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case !changed && !r.json:
		return r.nothingChanged()
	}
	return r.showAfter(ctx, s, people)
}

// mayShow refuses to let a confidant be seen, who is private while they are one.
func (r *runner) mayShow(tx *store.Tx, c *changes, id data.ID) error {
	if c.private == nil || *c.private {
		return nil
	}
	p, err := tx.Person(id)
	if c.bounds.confidant != nil {
		p.Confidant = *c.bounds.confidant
	}
	if err == nil && p.Confidant {
		err = r.usage("command.confidant_private", words.Args{"Name": names.Clean(p.Name)})
	}
	return err
}

// findThose returns whom set is about: nobody yet where they are to be added.
func (r *runner) findThose(ctx context.Context, s *store.Store, args []string, c *changes) ([]data.ID, error) {
	if !c.add {
		people, err := r.findAll(ctx, s, args)
		if err == nil && slices.Contains(people, data.Me) {
			err = r.usage("command.set_me")
		}
		return people, err
	}
	for _, arg := range args {
		rows, err := s.People(ctx, store.Filter{Words: arg})
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(rows, func(row *store.Row) bool { return names.Fold(row.Name) == names.Fold(arg) }) {
			return nil, r.usage("command.have_already", words.Args{"Name": names.Clean(arg)})
		}
	}
	return nil, nil
}

// added adds people by their names.
func added(tx *store.Tx, called []string) ([]data.ID, error) {
	var ids []data.ID
	for _, name := range called {
		p := data.Person{Name: names.Clean(name)}
		if err := tx.SavePerson(&p); err != nil {
			return nil, err
		}
		ids = append(ids, p.ID)
	}
	return ids, nil
}

// circlesCalled returns the circles of those names, case and accents aside. One that is not there is
// made when someone joins it, and wrong usage otherwise.
func (r *runner) circlesCalled(all, wanted []data.Circle, join bool) ([]data.Circle, error) {
	var list []data.Circle
	for _, want := range wanted {
		i := slices.IndexFunc(all, func(c data.Circle) bool { return names.Fold(c.Name) == names.Fold(want.Name) })
		switch {
		case i >= 0:
			list = append(list, all[i])
		case join:
			list = append(list, want)
		case len(all) == 0:
			return nil, r.usage("command.no_circles")
		default:
			var known []string
			for _, c := range all {
				known = append(known, names.Clean(c.Name))
			}
			return nil, r.usage("command.no_circle", words.Args{"Name": names.Clean(want.Name), "Known": strings.Join(known, ", ")})
		}
	}
	return list, nil
}

// naming names the operation as undo shows it.
func (r *runner) naming(ctx context.Context, s *store.Store, args []string, people []data.ID, c *changes) (string, error) {
	w := r.Words
	switch {
	case c.add && len(args) == 1:
		return w.T("operation.add", words.Args{"Name": names.Clean(args[0])}), nil
	case c.add:
		return w.N("operation.add_people", len(args)), nil
	case len(people) == 0:
		return w.T("operation.edit", words.Args{"Name": names.Clean(c.join[0].Name)}), nil
	case len(people) > 1:
		return w.N("operation.edit_people", len(people)), nil
	}
	called, err := r.called(ctx, s, people)
	return w.T("operation.edit", words.Args{"Name": w.List(called)}), err
}

// showAfter lists the people as set has left them.
func (r *runner) showAfter(ctx context.Context, s *store.Store, people []data.ID) error {
	rows := []*store.Row{}
	if len(people) > 0 {
		var err error
		if rows, err = s.People(ctx, store.Filter{People: people}); err != nil {
			return err
		}
	}
	list, err := r.list(ctx, s, rows)
	switch {
	case err != nil:
		return err
	case r.json:
		return r.print(list)
	case len(list) == 0:
		r.say(r.Words.T("command.saved"))
	default:
		r.columns(list)
	}
	return nil
}
