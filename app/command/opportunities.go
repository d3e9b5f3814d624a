package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/doors"
	"peerage/data/names"
	"peerage/data/store"
)

type opportunityJSON struct {
	ID           string               `json:"id"`
	Title        string               `json:"title"`
	Kind         data.OpportunityKind `json:"kind"`
	Stage        data.Stage           `json:"stage"`
	Organisation string               `json:"organisation"`
	Heard        data.Day             `json:"heard"`
	Closed       data.Day             `json:"closed"`
	Chain        []linkJSON           `json:"chain"`
	For          string               `json:"for"` // "" for me
	Worth        string               `json:"worth"`
	Steps        []stageJSON          `json:"steps"`
	Notes        string               `json:"notes"`
}

// stageJSON is the day an opportunity came to a stage.
type stageJSON struct {
	Stage data.Stage `json:"stage"`
	Day   data.Day   `json:"day"`
}

type linkJSON struct {
	ID      *string      `json:"id"` // nil once the person was removed
	Name    string       `json:"name"`
	Part    data.Part    `json:"part"`
	Tie     data.TieKind `json:"tie"`
	Thanked bool         `json:"thanked"`
	Former  bool         `json:"former"`
}

func (r *runner) opportunitiesCommand() *cobra.Command {
	w, f := r.Words, &opportunityFlags{}
	c := &cobra.Command{Use: "opportunities", Short: w.T("command.opportunities"), Args: r.noArgs,
		Long: w.T("command.opportunities_long") + "\n\n" + w.T("command.person")}
	c.RunE = func(c *cobra.Command, _ []string) error {
		note, err := r.understandOpportunity(c, f)
		if err != nil {
			return err
		}
		return r.with(func(s *store.Store) error {
			if note == nil {
				return r.opportunities(c.Context(), s)
			}
			return r.noteOpportunity(c.Context(), s, note)
		})
	}
	r.text(c, &f.add, option{"add", "", "TITLE", w.T("command.flag_add_opportunity")})
	r.text(c, &f.change, option{"change", "", "OPPORTUNITY", w.T("command.flag_change_opportunity")})
	r.text(c, &f.kind, option{"kind", "", "KIND", w.T("command.flag_opportunity_kind", words.Args{"Known": joined(data.OpportunityKinds)})})
	r.text(c, &f.at, option{"at", "", "ORGANISATION", w.T("command.flag_opportunity_at")})
	r.text(c, &f.heard, option{"heard", "", "DAY", w.T("command.flag_heard")})
	r.text(c, &f.stage, option{"stage", "", "STAGE", w.T("command.flag_stage", words.Args{"Known": joined(data.Stages)})})
	r.text(c, &f.on, option{"on", "", "DAY", w.T("command.flag_on")})
	r.texts(c, &f.through, option{"through", "", "PERSON[=PART]", w.T("command.flag_through", words.Args{"Known": joined(data.Parts)})})
	r.texts(c, &f.thanked, option{"thanked", "", "PERSON", w.T("command.flag_thanked")})
	r.text(c, &f.whom, option{"for", "", "PERSON", w.T("command.flag_for")})
	r.text(c, &f.worth, option{"worth", "", "TEXT", w.T("command.flag_worth")})
	r.text(c, &f.notes, option{"notes", "", "TEXT", w.T("command.flag_notes")})
	return c
}

// opportunities lists all opportunities, those heard of last first.
func (r *runner) opportunities(ctx context.Context, s *store.Store) error {
	all, err := s.Opportunities(ctx)
	if err != nil {
		return err
	}
	if !r.json {
		d, err := briefing.LoadDoors(ctx, s, doors.Period{}, r.today)
		if err != nil {
			return err
		}
		if d.Came > 0 {
			r.say(r.Words.Came(came(d)))
		} else if len(all) == 0 {
			r.say(r.Words.T("command.no_opportunities"))
		}
	}
	return r.listOpportunities(ctx, s, all)
}

// came gathers what is said of all opportunities together.
func came(d *briefing.Doors) words.Came {
	since, _, _ := d.Since.Date()
	return words.Came{Since: since, Came: d.Came, Through: d.Through, People: len(d.Openers), Open: d.Open, Unthanked: d.Unthanked()}
}

// listOpportunities writes opportunities in their order.
func (r *runner) listOpportunities(ctx context.Context, s *store.Store, all []data.Opportunity) error {
	if !r.json {
		for i := range all {
			r.sayOpportunity(&all[i])
		}
		return nil
	}
	rows, err := s.People(ctx, store.Filter{})
	if err != nil {
		return err
	}
	ids := make(map[data.ID]string, len(rows))
	for _, row := range rows {
		ids[row.ID] = row.UUID
	}
	list := []opportunityJSON{}
	for i := range all {
		list = append(list, opportunityAsJSON(&all[i], ids))
	}
	return r.print(list)
}

func opportunityAsJSON(o *data.Opportunity, ids map[data.ID]string) opportunityJSON {
	j := opportunityJSON{ID: o.UUID, Title: o.Title, Kind: o.Kind, Stage: o.Stage(), Organisation: o.Employer, Heard: o.HeardOn(),
		Closed: o.ClosedOn(), Chain: []linkJSON{}, Worth: o.Worth, Steps: []stageJSON{}, Notes: o.Notes}
	if !o.Mine() {
		j.For = o.For.Name
	}
	for _, l := range o.Chain {
		link := linkJSON{Name: l.Name, Part: l.Part, Tie: l.Tie, Thanked: l.Thanked != 0, Former: l.Former}
		if id, ok := ids[l.Person]; ok {
			link.ID = &id
		}
		j.Chain = append(j.Chain, link)
	}
	for _, step := range o.Steps {
		j.Steps = append(j.Steps, stageJSON(step))
	}
	return j
}

// sayOpportunity writes what an opportunity is and how it stands, and below it whom it came through, what it is
// worth, and how the notes begin.
func (r *runner) sayOpportunity(o *data.Opportunity) {
	w := r.Words
	what := cut(names.Clean(o.Title), longestEcho)
	if o.Employer != "" {
		what = w.T("list.more", words.Args{"List": what, "Item": cut(names.Clean(o.Employer), widestCell)})
	}
	line := w.T("command.opportunity", words.Args{"What": what, "Kind": w.OpportunityKind(o.Kind), "Stage": r.stages(o)})
	if !o.Mine() {
		line = w.T("command.opportunity_for", words.Args{"Line": line, "Name": cut(names.Clean(o.For.Name), widestCell)})
	}
	r.say(line)
	var links []string
	for _, l := range o.Chain {
		links = append(links, r.link(&l))
	}
	if len(links) > 0 {
		r.say("  " + w.T("command.through", words.Args{"Names": strings.Join(links, ", ")}))
	}
	if o.Worth != "" {
		r.say("  " + w.T("command.worth", words.Args{"Worth": cut(names.Clean(o.Worth), longestEcho)}))
	}
	if o.Notes != "" {
		r.say("  " + cut(names.Clean(o.Notes), longestEcho))
	}
}

// stages says how an opportunity stands and when it was heard of: "won on 3 May, heard of on 2 April". One that
// was set back to the beginning was not heard of again.
func (r *runner) stages(o *data.Opportunity) string {
	w, last := r.Words, o.Steps[len(o.Steps)-1]
	heard := w.StageSince(o.Steps[0], r.today)
	if len(o.Steps) == 1 {
		return heard
	}
	now := w.StageSince(last, r.today)
	if last.Stage == data.Heard {
		now = w.T("command.set_back", words.Args{"Day": w.Day(last.Day, r.today)})
	}
	return w.T("list.more", words.Args{"List": now, "Item": heard})
}

// link names somebody in a chain: "Deniz Demir (former coworker, not thanked yet)". Somebody who was removed can
// be thanked no more, so nothing is said of thanks they have not had.
func (r *runner) link(l *data.Link) string {
	w := r.Words
	var about []string
	if l.Tie != "" {
		about = append(about, w.Tie(l.Tie, !l.Former))
	}
	switch {
	case l.Thanked != 0:
		about = append(about, w.T("command.thanked"))
	case l.Person != 0:
		about = append(about, w.T("command.not_thanked"))
	}
	name := cut(names.Clean(l.Name), widestCell)
	if len(about) == 0 {
		return name
	}
	return w.T("command.link", words.Args{"Name": name, "About": listed(about...)})
}
