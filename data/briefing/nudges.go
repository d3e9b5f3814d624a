package briefing

import (
	"context"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/nudges"
	"peerage/data/store"
)

// Suggest returns the nudge of a day (data/nudges), nil when there is none. It is chosen from what the rest
// of the day does not ask for already. Two calls on one day and the same data return the same; that it was
// shown is for Shown to say.
func Suggest(ctx context.Context, s *store.Store, t *nudges.Trouble, d *Day) (*data.Suggestion, error) {
	history, err := nudgeHistory(ctx, s, d.Day)
	if err != nil {
		return nil, err
	}
	g := gatherer{ctx: ctx, store: s, trouble: t, day: d, today: d.Day, found: map[nudges.Nudge]*data.Suggestion{}}
	chosen, err := nudges.Choose(history, d.Day, g.gather)
	if err != nil || chosen == nil {
		return nil, err
	}
	found := g.found[*chosen]
	return found, g.complete(found)
}

// announced begins the key of each announcement of a nudge: nudge:2026-11-22:thank:UUID:subject. The day
// stands in it because the same may be shown again when time has passed.
const announced = "nudge:"

func announcement(n *data.Suggestion, day data.Day) string {
	return announced + strings.Join([]string{day.String(), string(n.Kind), n.UUID, n.Subject}, ":")
}

// Shown remembers that a nudge was shown to the user on a day, so that it stays for this day and does not
// come again soon.
func Shown(ctx context.Context, s *store.Store, n *data.Suggestion, day data.Day) error {
	keys := []string{announcement(n, day)}
	known, err := s.Announced(ctx, keys)
	if err != nil || known[keys[0]] {
		return err
	}
	_, err = s.Claim(ctx, day, keys)
	return err
}

// nudgeHistory returns what was shown within the time that matters, and what the user made of it. Occasions
// are answered in the list of the day too: what was never shown as a nudge says nothing about nudges.
func nudgeHistory(ctx context.Context, s *store.Store, today data.Day) (nudges.History, error) {
	var h nudges.History
	keys, err := s.AnnouncedSince(ctx, announced, today-nudges.Remembered)
	if err != nil {
		return h, err
	}
	var uuids []string
	for key := range keys {
		if _, uuid, _, ok := read(key); ok {
			uuids = append(uuids, uuid)
		}
	}
	people, err := s.ByUUIDs(ctx, uuids)
	if err != nil {
		return h, err
	}
	for key, day := range keys {
		if kind, uuid, subject, ok := read(key); ok {
			// Of somebody who was removed meanwhile the day still counts.
			h.Shown = append(h.Shown, nudges.Shown{Nudge: nudges.Nudge{Kind: kind, Person: people[uuid], Subject: subject}, Day: day})
		}
	}
	answers, err := s.NudgeAnswers(ctx)
	h.Answers = slices.DeleteFunc(answers, func(a data.NudgeAnswer) bool {
		return !slices.ContainsFunc(h.Shown, func(n nudges.Shown) bool { return n.AnsweredBy(a) })
	})
	return h, err
}

// read takes an announcement apart.
func read(key string) (kind data.NudgeKind, uuid, subject string, ok bool) {
	parts := strings.SplitN(strings.TrimPrefix(key, announced), ":", 4)
	if len(parts) < 4 {
		return "", "", "", false
	}
	return data.NudgeKind(parts[1]), parts[2], parts[3], true
}

// Answered notes in a write what the user made of a nudge.
func Answered(tx *store.Tx, n *data.Suggestion, day data.Day, done bool) error {
	return tx.AddNudgeAnswer(&data.NudgeAnswer{Person: n.Person, Kind: n.Kind, Subject: n.Subject, Day: day, Done: done})
}

// gatherer finds what could be suggested, one kind after the other.
type gatherer struct {
	ctx     context.Context
	store   *store.Store
	trouble *nudges.Trouble
	day     *Day
	today   data.Day
	found   map[nudges.Nudge]*data.Suggestion
	lately  []data.Interaction // of the last weeks, newest first; nil until it is asked for
}

// option is something that could be suggested. The greatest weight comes first.
type option struct {
	data.Suggestion
	weight int
}

// mostLooked is how many options of a kind are looked at, the weightiest. More than a handful are never
// needed: what was shown within 60 days is at most a few dozen.
const mostLooked = 300

// gather returns the candidates of a kind.
func (g *gatherer) gather(kind data.NudgeKind) ([]nudges.Candidate, error) {
	finders := map[data.NudgeKind]func() ([]option, error){
		data.NudgeThank: g.thanks, data.NudgeAsk: g.asks, data.NudgeOffer: g.offers, data.NudgeCelebrate: g.celebrations,
		data.NudgeShare: g.shares, data.NudgeInvite: g.invitations, data.NudgeCoffee: g.coffees, data.NudgeFarewell: g.farewells,
	}
	options, err := finders[kind]()
	if err != nil || len(options) == 0 {
		return nil, err
	}
	options = weightiest(options)
	people := make([]data.ID, len(options))
	for i := range options {
		people[i] = options[i].Person
	}
	known, err := g.store.Known(g.ctx, people, g.today)
	if err != nil {
		return nil, err
	}
	var candidates []nudges.Candidate
	for i := range options {
		o := &options[i]
		k, ok := known[o.Person]
		if !ok || idle[kind] && g.day.names(o.Person) {
			continue // Me, or removed since, or to be written to today anyway
		}
		o.Kind, o.UUID, o.Name, o.Given, o.Place, o.Private = kind, k.UUID, k.Name, data.Familiar(k.Given, k.Name), k.Place, k.Private
		n := nudges.Nudge{Kind: kind, Person: o.Person, Subject: o.Subject}
		g.found[n] = &o.Suggestion
		candidates = append(candidates, nudges.Candidate{Nudge: n, Weight: o.weight, Leave: k.LeftAlone})
	}
	return candidates, nil
}

// idle are the kinds that are no more than a reason to be in touch.
var idle = map[data.NudgeKind]bool{data.NudgeShare: true, data.NudgeInvite: true, data.NudgeCoffee: true}

// names reports whether the day asks to be in touch with a person anyway.
func (d *Day) names(person data.ID) bool {
	return slices.ContainsFunc(d.Reach, func(r Reach) bool { return r.Person == person }) ||
		slices.ContainsFunc(d.News.Risen, func(m Moved) bool { return m.Person == person })
}

// complete adds to the chosen one what only its sentences need.
func (g *gatherer) complete(n *data.Suggestion) error {
	switch n.Kind {
	case data.NudgeThank:
		return g.completeThanks(n)
	case data.NudgeInvite:
		return g.completeInvitation(n)
	case data.NudgeOffer:
		if n.Case == data.OfferGave {
			gave, err := GiveAndTake(g.ctx, g.store, n.Person, data.TwelveMonths.Since(g.today), g.today)
			if err == nil {
				n.Gave = &data.Exchanged{Person: n.Person, Received: gave.Received}
			}
			return err
		}
	case data.NudgeCoffee:
		last, err := g.store.LastInteractions(g.ctx, []data.ID{n.Person}, g.today)
		if contact, ok := last[n.Person]; ok {
			n.Contact = &contact
		}
		return err
	}
	return nil
}

// Celebration returns the nudge that an occasion is.
func Celebration(o *data.Occasion) *data.Suggestion {
	given, _, _ := strings.Cut(o.Name, " ")
	about := o.Text
	if o.Move != nil {
		about = subjectOf(o.Move)
	}
	return &data.Suggestion{Kind: data.NudgeCelebrate, Case: celebrations[o.Kind], Subject: string(o.Kind) + " " + about,
		Person: o.Person, UUID: o.UUID, Name: o.Name, Given: given, Private: o.Private, Occasion: o}
}

var celebrations = map[data.OccasionKind]data.NudgeCase{data.Birthday: data.CelebrateBirthday, data.OwnOccasion: data.CelebrateOwn,
	data.WorkAnniversary: data.CelebrateYears, data.MoveAnniversary: data.CelebrateYears}

// Without leaves out of the day what its nudge says already.
func (d *Day) Without(n *data.Suggestion) {
	d.Ask = slices.DeleteFunc(d.Ask, func(a data.Detail) bool { return n.Kind == data.NudgeAsk && a.ID == n.Detail.ID })
	d.Occasions = slices.DeleteFunc(d.Occasions, func(o data.Occasion) bool {
		return n.Occasion != nil && o.Person == n.Person && Celebration(&o).Subject == n.Subject
	})
}
