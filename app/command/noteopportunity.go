package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

// opportunityFlags are the flags of opportunities, as written.
type opportunityFlags struct {
	add, change      string
	kind, at         string
	heard, stage, on string
	through, thanked []string
	whom             string
	worth, notes     string
}

// opportunityNote is what is to be noted of an opportunity: a new one, or what becomes of one that is there.
type opportunityNote struct {
	*opportunityFlags
	adding       bool
	opportunity  data.Opportunity // a new one, as far as the flags alone say
	stage        data.Stage       // "" where it stays
	on           data.Day         // of the stage; 0 when no day was named
	worth, notes *string          // nil where they stay
}

// any reports whether there is anything to change.
func (n *opportunityNote) any() bool {
	return n.stage != "" || len(n.thanked) > 0 || n.worth != nil || n.notes != nil
}

// understandOpportunity reads the flags of opportunities; nil when there are none.
func (r *runner) understandOpportunity(c *cobra.Command, f *opportunityFlags) (*opportunityNote, error) {
	given := func(flag string) bool { return c.Flags().Changed(flag) }
	switch adding, changing := given("add"), given("change"); {
	case adding && changing:
		return nil, r.usage("command.add_or_change")
	case changing && (given("kind") || given("at") || given("heard") || given("through") || given("for")):
		return nil, r.usage("command.change_what")
	case !adding && !changing:
		for _, flag := range []string{"kind", "at", "heard", "stage", "on", "through", "thanked", "for", "worth", "notes"} {
			if given(flag) {
				return nil, r.usage("command.which_opportunity", words.Args{"Flag": "--" + flag})
			}
		}
		return nil, nil
	}
	n := &opportunityNote{opportunityFlags: f, adding: given("add"), stage: data.Stage(fold(f.stage))}
	switch {
	case given("on") && !given("stage"):
		return nil, r.usage("command.which_stage")
	case given("stage") && !slices.Contains(data.Stages, n.stage):
		return nil, r.usage("command.bad_stage", words.Args{"Value": f.stage, "Known": joined(data.Stages)})
	}
	n.opportunity = data.Opportunity{Title: names.Clean(f.add), Kind: data.OpportunityKind(fold(f.kind)), For: data.Someone{Person: data.Me}}
	if !given("kind") {
		n.opportunity.Kind = data.OtherOpening
	} else if !slices.Contains(data.OpportunityKinds, n.opportunity.Kind) {
		return nil, r.usage("command.bad_opportunity_kind", words.Args{"Value": f.kind, "Known": joined(data.OpportunityKinds)})
	}
	if given("worth") {
		n.worth = &f.worth
	}
	if given("notes") {
		n.notes = &f.notes
	}
	return n, r.readOpportunityDays(n, given)
}

// readOpportunityDays reads when an opportunity was heard of, and when it came to its stage.
func (r *runner) readOpportunityDays(n *opportunityNote, given func(flag string) bool) error {
	heard := r.today
	for _, day := range []struct {
		flag, value string
		into        *data.Day
	}{{"heard", n.heard, &heard}, {"on", n.opportunityFlags.on, &n.on}} {
		if given(day.flag) {
			var err error
			if *day.into, err = r.parseDay("--"+day.flag, day.value); err != nil {
				return err
			}
		}
	}
	if heard > r.today {
		return usageError{&data.Invalid{Field: "heard", Reason: data.InFuture}}
	}
	n.opportunity.Steps = []data.Step{{Stage: data.Heard, Day: heard}}
	return nil
}

// fold makes a word of a flag what the keys are: in small letters, without blanks around it.
func fold(word string) string { return strings.ToLower(strings.TrimSpace(word)) }

// noteOpportunity carries a note out, as one operation, and lists the opportunity as it then is.
func (r *runner) noteOpportunity(ctx context.Context, s *store.Store, n *opportunityNote) error {
	o := n.opportunity
	var err error
	if n.adding {
		err = r.completeOpportunity(ctx, s, n, &o)
	} else {
		o, err = r.findOpportunity(ctx, s, n.change)
	}
	switch {
	case err != nil:
		return err
	case !n.adding && !n.any():
		return r.usage("command.change_what")
	}
	thanked := make([]data.ID, len(n.thanked))
	for i, arg := range n.thanked {
		if thanked[i], err = r.find(ctx, s, arg); err != nil {
			return err
		}
	}
	args := words.Args{"Name": cut(names.Clean(o.Title), longestEcho)}
	name := r.Words.T("operation.edit", args)
	if n.adding {
		name = r.Words.T("operation.add", args)
	}
	changed, err := r.write(ctx, s, name, func(tx *store.Tx) error { return r.writeOpportunity(tx, n, &o, thanked) })
	switch {
	case err != nil:
		return err
	case !changed && !r.json:
		return r.nothingChanged()
	}
	saved, err := s.Opportunity(ctx, o.ID)
	if err != nil {
		return err
	}
	return r.listOpportunities(ctx, s, []data.Opportunity{saved})
}

// writeOpportunity writes an opportunity with its new stage and the thanks to those given. One that was there
// is taken as it is by now.
func (r *runner) writeOpportunity(tx *store.Tx, n *opportunityNote, o *data.Opportunity, thanked []data.ID) error {
	day := o.HeardOn()
	if !n.adding {
		var err error
		if *o, err = tx.Opportunity(o.ID); err != nil {
			return err
		}
		day = r.today
	}
	if n.on != 0 {
		day = n.on
	}
	if n.worth != nil {
		o.Worth = names.Clean(*n.worth)
	}
	if n.notes != nil {
		o.Notes = strings.TrimSpace(*n.notes)
	}
	// A stage it is at already keeps its day, unless another is named.
	if n.stage != "" && (n.on != 0 || o.Stage() != n.stage) {
		if err := o.MoveTo(n.stage, day); err != nil {
			return usageError{err}
		}
	}
	for i, id := range thanked {
		if err := r.thank(o, id, n.thanked[i]); err != nil {
			return err
		}
	}
	if err := o.Validate(r.today); err != nil {
		return usageError{err}
	}
	return tx.SaveOpportunity(o)
}

// completeOpportunity adds to a new opportunity what the file knows: its organisation, whom it came through
// and how they stood to me when it was heard of, and whom it is for.
func (r *runner) completeOpportunity(ctx context.Context, s *store.Store, n *opportunityNote, o *data.Opportunity) error {
	if o.Employer = names.Clean(n.at); o.Employer != "" {
		d, err := briefing.LoadDirectory(ctx, s)
		if err != nil {
			return err
		}
		if called := d.Called(o.Employer); len(called) == 1 {
			o.Organisation, o.Employer = called[0].ID, called[0].Name
		}
	}
	for _, arg := range n.through {
		who, part, err := r.partIn(arg)
		if err != nil {
			return err
		}
		id, err := r.find(ctx, s, who)
		if err != nil {
			return err
		}
		if id == data.Me {
			return r.usage("command.through_me")
		}
		l := data.Link{Someone: data.Someone{Person: id}, Part: part}
		if l.Tie, l.Former, err = briefing.TieAt(ctx, s, id, o.HeardOn()); err != nil {
			return err
		}
		o.Chain = append(o.Chain, l)
	}
	if n.whom != "" {
		id, err := r.find(ctx, s, n.whom)
		o.For.Person = id
		return err
	}
	return nil
}

// partIn parts whom an opportunity came through from what they did: PERSON=PART, or PERSON alone, who told of it.
func (r *runner) partIn(arg string) (who string, part data.Part, err error) {
	at := strings.LastIndex(arg, "=")
	if at < 0 {
		return arg, data.ToldOf, nil
	}
	part = data.Part(fold(arg[at+1:]))
	if !slices.Contains(data.Parts, part) {
		err = r.usage("command.bad_part", words.Args{"Value": arg[at+1:], "Known": joined(data.Parts)})
	}
	return arg[:at], part, err
}

// thank notes that somebody was thanked today for their part in an opportunity. called is how they are
// called on the command's line.
func (r *runner) thank(o *data.Opportunity, whom data.ID, called string) error {
	at := slices.IndexFunc(o.Chain, func(l data.Link) bool { return l.Person == whom })
	if at < 0 {
		return r.usage("command.not_in_chain", words.Args{"Name": names.Clean(called)})
	}
	if o.Chain[at].Thanked == 0 {
		o.Chain[at].Thanked = r.today
	}
	return nil
}

// findOpportunity returns the opportunity that an argument means: an id, a title, or a part of one that
// fits one opportunity only. Anything else is wrong usage, with those it may mean.
func (r *runner) findOpportunity(ctx context.Context, s *store.Store, arg string) (data.Opportunity, error) {
	all, err := s.Opportunities(ctx)
	if err != nil {
		return data.Opportunity{}, err
	}
	want := names.Fold(arg)
	var exact, partly []data.Opportunity
	for _, o := range all {
		switch title := names.Fold(o.Title); {
		case strings.EqualFold(o.UUID, strings.TrimSpace(arg)):
			return o, nil
		case title == want:
			exact = append(exact, o)
		case want != "" && strings.Contains(title, want):
			partly = append(partly, o)
		}
	}
	fit := exact
	if len(fit) == 0 {
		fit = partly
	}
	args := words.Args{"Name": names.Clean(arg)}
	switch len(fit) {
	case 0:
		return data.Opportunity{}, r.usage("command.no_opportunity", args)
	case 1:
		return fit[0], nil
	}
	var b strings.Builder
	b.WriteString(r.Words.T("command.several_opportunities", args))
	for i, o := range fit {
		if i == maxCandidates {
			b.WriteString("\n  " + r.Words.N("command.more", len(fit)-i))
			break
		}
		fmt.Fprintf(&b, "\n  %s  %s (%s)", o.UUID, cut(names.Clean(o.Title), widestCell), r.stages(&o))
	}
	return data.Opportunity{}, usageError{said(b.String())}
}
