package command

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// setFlags are the flags of set, as written.
type setFlags struct {
	cadence, circleCadence string
	pause, snooze, askOn   string
	on, at                 string // of the next check-in
	circles, leave         []string
	ties, untie            []string
	details                []string
	skip, add              bool
	private, public        bool
	boundFlags
}

// changes is what set does to people. What is nil or empty stays as it is.
type changes struct {
	add           bool              // they are new
	cadence       *data.Rhythm      // zero takes it away
	pause, snooze *data.Day         // 0 ends it
	skip          bool              // the next check-in
	appoint       *data.Appointment // the next check-in; zero ends that
	join, leave   []data.Circle     // by name
	circleCadence *data.Rhythm      // of the circles in join; zero takes it away
	tie, untie    []data.TieKind    // stated
	details       []data.Detail
	private       *bool
	bounds        bounds
}

// none is what takes a cadence, a pause or a snooze away.
const none = "none"

// understand reads the flags of set.
func (r *runner) understand(cmd *cobra.Command, f *setFlags, args []string) (*changes, error) {
	c := &changes{add: f.add, skip: f.skip}
	given := func(flag string) bool { return cmd.Flags().Changed(flag) }
	var err error
	for _, rhythm := range []struct {
		flag, value string
		into        **data.Rhythm
	}{{"cadence", f.cadence, &c.cadence}, {"circle-cadence", f.circleCadence, &c.circleCadence}} {
		if given(rhythm.flag) {
			if *rhythm.into, err = r.parseRhythm("--"+rhythm.flag, rhythm.value); err != nil {
				return nil, err
			}
		}
	}
	for _, day := range []struct {
		flag, value string
		into        **data.Day
	}{{"pause-until", f.pause, &c.pause}, {"snooze-until", f.snooze, &c.snooze}} {
		if given(day.flag) {
			if *day.into, err = r.parseUntil("--"+day.flag, day.value); err != nil {
				return nil, err
			}
		}
	}
	if c.appoint, err = r.readAppointment(cmd, f); err != nil {
		return nil, err
	}
	for _, read := range []func(*setFlags, *changes) error{r.readTies, r.readCircles, r.readDetails} {
		if err := read(f, c); err != nil {
			return nil, err
		}
	}
	if err := r.readBounds(cmd, f, c); err != nil {
		return nil, err
	}
	switch {
	case f.private && f.public:
		return nil, r.usage("command.private_or_not")
	case f.private || f.public:
		c.private = &f.private
	}
	return c, r.whole(cmd, c, args)
}

// whole refuses a call of set that leaves open whom or what it is about.
func (r *runner) whole(cmd *cobra.Command, c *changes, args []string) error {
	circlesOnly := c.circleCadence != nil && !c.add && !c.changesPeople()
	switch {
	case c.circleCadence != nil && len(c.join) == 0:
		return r.usage("command.which_circle")
	case len(args) == 0 && !circlesOnly:
		return r.someArgs(cmd, args)
	case !c.add && c.circleCadence == nil && len(c.join) == 0 && !c.changesPeople():
		return r.usage("command.set_what")
	}
	if c.add {
		for _, arg := range args {
			p := data.Person{Name: names.Clean(arg)}
			if err := p.Validate(); err != nil {
				return usageError{err}
			}
		}
	}
	return nil
}

// changesPeople reports whether there is anything but circles to join.
func (c *changes) changesPeople() bool {
	return c.cadence != nil || c.pause != nil || c.snooze != nil || c.skip || c.appoint != nil || c.private != nil || c.bounds.any() ||
		len(c.leave)+len(c.tie)+len(c.untie)+len(c.details) > 0
}

func (r *runner) parseRhythm(flag, value string) (*data.Rhythm, error) {
	if value == none {
		return &data.Rhythm{}, nil
	}
	ideal, longest, two := strings.Cut(value, "/")
	if !two {
		longest = ideal
	}
	a, err1 := strconv.Atoi(strings.TrimSpace(ideal))
	b, err2 := strconv.Atoi(strings.TrimSpace(longest))
	rhythm := &data.Rhythm{Ideal: a, Longest: b}
	if err1 != nil || err2 != nil || rhythm.Validate() != nil {
		return nil, r.usage("command.bad_cadence", words.Args{"Flag": flag, "Value": value, "Most": data.MaxInterval})
	}
	return rhythm, nil
}

// parseUntil reads a day that lies ahead.
func (r *runner) parseUntil(flag, value string) (*data.Day, error) {
	if value == none {
		return new(data.Day), nil
	}
	day, err := r.parseDay(flag, value)
	if err == nil && day <= r.today {
		err = r.usage("command.not_ahead", words.Args{"Flag": flag, "Value": value})
	}
	return &day, err
}

func (r *runner) readTies(f *setFlags, c *changes) error {
	for _, list := range []struct {
		kinds []string
		into  *[]data.TieKind
	}{{f.ties, &c.tie}, {f.untie, &c.untie}} {
		for _, kind := range list.kinds {
			t := data.Tie{Kind: data.TieKind(strings.ToLower(strings.TrimSpace(kind)))}
			if t.Validate() != nil {
				return r.usage("command.bad_tie", words.Args{"Value": kind, "Known": joined(data.TieKinds)})
			}
			*list.into = append(*list.into, t.Kind)
		}
	}
	return nil
}

func (r *runner) readCircles(f *setFlags, c *changes) error {
	for _, list := range []struct {
		names []string
		into  *[]data.Circle
	}{{f.circles, &c.join}, {f.leave, &c.leave}} {
		for _, name := range list.names {
			circle := data.Circle{Name: names.Clean(name)}
			if circle.Validate() != nil {
				return r.usage("command.bad_circle", words.Args{"Value": name})
			}
			*list.into = append(*list.into, circle)
		}
	}
	return nil
}

func (r *runner) readDetails(f *setFlags, c *changes) error {
	var ask data.Day
	if f.askOn != "" {
		var err error
		if ask, err = r.parseDay("--ask-on", f.askOn); err != nil {
			return err
		}
		if len(f.details) == 0 {
			return r.usage("command.ask_what")
		}
	}
	for _, text := range f.details {
		d := data.Detail{Text: strings.TrimSpace(text), AskOn: ask}
		if err := d.Validate(); err != nil {
			return usageError{err}
		}
		c.details = append(c.details, d)
	}
	return nil
}

// applyToCircles gives circles their rhythm, and makes those that are missing.
func (c *changes) applyToCircles(tx *store.Tx) error {
	if c.circleCadence == nil {
		return nil
	}
	for i := range c.join {
		c.join[i].Rhythm = *c.circleCadence
		if err := tx.SaveCircle(&c.join[i]); err != nil {
			return err
		}
	}
	return nil
}

// apply changes one person.
func (c *changes) apply(tx *store.Tx, id data.ID, today data.Day) error {
	for _, circle := range c.join {
		if err := tx.JoinCircle(id, circle.Name, today); err != nil {
			return err
		}
	}
	for _, circle := range c.leave {
		if err := tx.LeaveCircle(id, circle.ID); err != nil {
			return err
		}
	}
	for _, d := range c.details {
		d.Person = id
		if err := tx.SaveDetail(&d); err != nil {
			return err
		}
	}
	for _, apply := range []func(*store.Tx, data.ID, data.Day) error{c.applyRhythm, c.applyTies, c.applyBounds, c.applyPerson} {
		if err := apply(tx, id, today); err != nil {
			return err
		}
	}
	return nil
}

func (c *changes) applyRhythm(tx *store.Tx, id data.ID, today data.Day) error {
	if c.cadence == nil && c.snooze == nil && !c.skip && c.appoint == nil {
		return nil
	}
	k, err := tx.Cadence(id)
	if err != nil {
		return err
	}
	// The same rhythm set again runs on, so that a script may set it every day.
	if c.cadence != nil && *c.cadence != k.Rhythm {
		k.Rhythm, k.Set = *c.cadence, today
	}
	if k.Rhythm == (data.Rhythm{}) {
		k.Set = 0
	}
	if c.snooze != nil {
		k.Snooze(*c.snooze)
	}
	if c.skip {
		k.Skip(today)
	}
	if c.appoint != nil && !sameAppointment(k.Appointment, *c.appoint) {
		k.Appoint(*c.appoint)
	}
	return tx.SaveCadence(k)
}

func (c *changes) applyTies(tx *store.Tx, id data.ID, today data.Day) error {
	if len(c.tie)+len(c.untie) == 0 {
		return nil
	}
	have, err := tx.TiesOf(id)
	if err != nil {
		return err
	}
	for _, kind := range c.tie {
		t := data.Tie{Person: id, Kind: kind, Current: true, Months: -1, Sure: data.Certain}
		held := false
		for _, h := range have {
			if h.Derived || h.Kind != kind {
				continue
			}
			if h.Until.IsZero() || h.Until.Latest() >= today {
				held = true
			} else {
				t.Since = data.Whole(today) // it was over, and begins anew
			}
		}
		if held {
			continue
		}
		if err := tx.SaveTie(&t); err != nil {
			return err
		}
		have = append(have, t)
	}
	for _, kind := range c.untie {
		for _, h := range have {
			if h.Derived || h.Kind != kind {
				continue
			}
			if err := tx.DeleteTie(h.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// applyPerson pauses a person and makes them private or not, after bounds has said whether they are a confidant.
func (c *changes) applyPerson(tx *store.Tx, id data.ID, _ data.Day) error {
	if c.pause != nil {
		if err := tx.Pause(id, *c.pause); err != nil {
			return err
		}
	}
	if c.private == nil {
		return nil
	}
	p, err := tx.Person(id)
	if err != nil {
		return err
	}
	p.Private = *c.private
	return tx.SavePerson(&p)
}
