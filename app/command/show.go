package command

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/careers"
	"peerage/data/store"
)

// shownJSON is everything about one person.
type shownJSON struct {
	personJSON[tieJSON]
	OtherNames   []string          `json:"other_names"`
	Contacts     []contactJSON     `json:"contacts"`
	Place        string            `json:"place"`
	Birthday     data.PartialDay   `json:"birthday"`
	HowMet       string            `json:"how_met"`
	Notes        string            `json:"notes"`
	Private      bool              `json:"private"`
	Connected    data.Day          `json:"connected"`
	PausedUntil  data.Day          `json:"paused_until"`
	Cadence      *cadenceJSON      `json:"cadence"`
	Roles        []roleJSON        `json:"roles"`
	Interactions []interactionJSON `json:"interactions"`
	Details      []detailJSON      `json:"details"`
	boundsJSON
	careJSON
	agreedJSON

	me  bool
	due *data.CheckIn
}

type contactJSON struct {
	Kind  data.ContactKind `json:"kind"`
	Value string           `json:"value"`
	Label string           `json:"label"`
}

type cadenceJSON struct {
	Ideal   int `json:"ideal"`
	Longest int `json:"longest"`
}

type roleJSON struct {
	Organisation string          `json:"organisation"`
	Title        string          `json:"title"`
	From         data.PartialDay `json:"from"`
	To           data.PartialDay `json:"to"`
	Source       data.Source     `json:"source"`
}

type tieJSON struct {
	Kind    data.TieKind    `json:"kind"`
	Derived bool            `json:"derived"`
	Current bool            `json:"current"`
	Since   data.PartialDay `json:"since"`
	Until   data.PartialDay `json:"until"`
	Months  *int            `json:"months"`
	Sure    data.Sureness   `json:"sure"`
	Mine    *roleJSON       `json:"mine"`
	Theirs  *roleJSON       `json:"theirs"`
	Project string          `json:"project"` // its name; "" for a tie that no project shows
	alone   bool            // by profession alone, and so at no organisation
}

type interactionJSON struct {
	ID   string               `json:"id"`
	Kind data.InteractionKind `json:"kind"`
	Day  data.Day             `json:"day"`
	Text string               `json:"text"`
	With []string             `json:"with"`
}

type detailJSON struct {
	Text  string   `json:"text"`
	AskOn data.Day `json:"ask_on"`
}

func (r *runner) showCommand() *cobra.Command {
	w := r.Words
	return &cobra.Command{
		Use: "show PERSON", Short: w.T("command.show"), Long: w.T("command.show_long") + "\n\n" + w.T("command.person"), Args: r.someArgs,
		RunE: func(c *cobra.Command, args []string) error {
			return r.with(func(s *store.Store) error { return r.show(c.Context(), s, strings.Join(args, " ")) })
		},
	}
}

func (r *runner) show(ctx context.Context, s *store.Store, arg string) error {
	id, err := r.find(ctx, s, arg)
	if err != nil {
		return err
	}
	shown, err := r.everything(ctx, s, id)
	if err != nil {
		return err
	}
	if r.json {
		return r.print(shown)
	}
	r.describe(shown)
	return nil
}

// everything gathers what is known of one person.
func (r *runner) everything(ctx context.Context, s *store.Store, id data.ID) (*shownJSON, error) {
	p, err := s.Person(ctx, id)
	if err != nil {
		return nil, err
	}
	shown := &shownJSON{
		personJSON: personJSON[tieJSON]{ID: p.UUID, Name: p.Name, LinkedIn: p.Slug(), Circles: []string{}, Ties: []tieJSON{}},
		OtherNames: orEmpty(p.OtherNames), Contacts: []contactJSON{}, Place: p.Place, Birthday: p.Birthday, HowMet: p.HowMet,
		Notes: p.Notes, Private: p.Private, Connected: p.Connected, PausedUntil: p.PausedUntil,
		Roles: []roleJSON{}, Interactions: []interactionJSON{}, Details: []detailJSON{}, me: id == data.Me,
	}
	shown.Confidant = p.Confidant
	for _, c := range p.Contacts {
		if c.Kind != data.LinkedIn || c.Value != shown.LinkedIn {
			shown.Contacts = append(shown.Contacts, contactJSON{c.Kind, c.Value, c.Label})
		}
	}
	former, err := s.FormerPeers(ctx)
	if err != nil {
		return nil, err
	}
	for _, add := range []func(context.Context, *store.Store, data.ID, *shownJSON) error{r.addCareer, r.addRhythm, r.addContact, r.addBounds, r.addCare} {
		if err := add(ctx, s, id, shown); err != nil {
			return nil, err
		}
	}
	if former[id] && shown.Track == data.Management {
		shown.Headline = risen
	}
	return shown, nil
}

func (r *runner) addCareer(ctx context.Context, s *store.Store, id data.ID, shown *shownJSON) error {
	return s.Read(ctx, func(tx *store.Tx) error {
		roles, err := tx.Roles(id)
		if err != nil {
			return err
		}
		slices.SortStableFunc(roles, newestFirst)
		byID := map[data.ID]*roleJSON{}
		for _, role := range roles {
			j := roleOf(role)
			shown.Roles = append(shown.Roles, j)
			byID[role.ID] = &j
		}
		standing := data.UnknownStanding
		if now := data.Present(roles); now != nil {
			shown.Organisation, shown.Title, standing = now.Employer, now.Title, now.Standing
		}
		shown.Track, shown.Level, shown.Field = standing.Track, standing.Level, standing.Field
		if id == data.Me {
			return nil
		}
		mine, err := tx.Roles(data.Me)
		if err != nil {
			return err
		}
		for _, role := range mine {
			j := roleOf(role)
			byID[role.ID] = &j
		}
		ties, err := careers.Ties(tx, id, r.today)
		for _, t := range ties {
			j := tieJSON{t.Kind, t.Derived, t.Current, t.Since, t.Until, nil, t.Sure, byID[t.Mine], byID[t.Theirs], "", t.ByProfession()}
			if t.Project != 0 {
				j.Project = t.Note
			}
			if t.Months >= 0 {
				j.Months = &t.Months
			}
			shown.Ties = append(shown.Ties, j)
		}
		return err
	})
}

func roleOf(r data.Role) roleJSON { return roleJSON{r.Employer, r.Title, r.From, r.To, r.Source} }

// newestFirst orders roles by what they say alone: ids tell in which order files were read.
func newestFirst(a, b data.Role) int {
	if a.Current != b.Current {
		if a.Current {
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(max(b.From.Earliest(), b.FirstSeen), max(a.From.Earliest(), a.FirstSeen)),
		cmp.Compare(b.To.Latest(), a.To.Latest()), cmp.Compare(b.LastSeen, a.LastSeen),
		cmp.Compare(a.Employer, b.Employer), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Source, b.Source),
	)
}

func (r *runner) addRhythm(ctx context.Context, s *store.Store, id data.ID, shown *shownJSON) error {
	circles, err := s.CirclesOf(ctx, id)
	if err != nil {
		return err
	}
	for _, c := range circles {
		shown.Circles = append(shown.Circles, c.Name)
	}
	rhythm, err := briefing.RhythmOf(ctx, s, id, r.today)
	if err != nil || rhythm == (data.Rhythm{}) {
		return err
	}
	shown.Cadence = &cadenceJSON{rhythm.Ideal, rhythm.Longest}
	due, err := r.dueDays(ctx, s)
	if c, ok := due[id]; ok {
		shown.due, shown.Due, shown.agreedJSON = &c, c.On(r.today), agreedOf(&c)
	}
	return err
}

func (r *runner) addContact(ctx context.Context, s *store.Store, id data.ID, shown *shownJSON) error {
	interactions, err := s.Interactions(ctx, id, 0)
	if err != nil {
		return err
	}
	for _, i := range interactions {
		others, err := r.called(ctx, s, slices.DeleteFunc(i.People, func(other data.ID) bool { return other == id }))
		if err != nil {
			return err
		}
		shown.Interactions = append(shown.Interactions, interactionJSON{i.UUID, i.Kind, i.Day, i.Text, others})
	}
	details, err := s.Details(ctx, id)
	for _, d := range details {
		shown.Details = append(shown.Details, detailJSON{d.Text, d.AskOn})
	}
	return err
}
