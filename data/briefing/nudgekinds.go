package briefing

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"peerage/data"
	"peerage/data/nudges"
	"peerage/data/store"
)

// Spans of time, in days.
const (
	heardAgo    = 7   // after which thanks are due for what is still open
	saidLately  = 60  // within which last words of trouble are lately
	movedLately = 120 // within which a move is congratulated, or a farewell said
	metLately   = 30  // within which a group that met is remembered
	gotLately   = 90  // within which what somebody gave may be passed on
	silentFor   = 180 // without contact, after which a coffee is due
	nearWithin  = 365 // of contact, within which somebody is near
)

// Weights of what comes first whatever its day is.
const (
	comesFirst  = 2_000_000
	comesSecond = 1_000_000
)

// weightiest returns the options of the greatest weights, each person and subject once.
func weightiest(options []option) []option {
	slices.SortStableFunc(options, func(a, b option) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.Person, b.Person), strings.Compare(a.Subject, b.Subject))
	})
	seen := map[nudges.Nudge]bool{}
	options = slices.DeleteFunc(options, func(o option) bool {
		at := nudges.Nudge{Person: o.Person, Subject: o.Subject}
		had := seen[at]
		seen[at] = true
		return had
	})
	return options[:min(len(options), mostLooked)]
}

// thanks: who is not thanked for what came through them. What was won comes first, then what is closed,
// then what was heard of a while ago; the newest first.
func (g *gatherer) thanks() ([]option, error) {
	owed, err := g.store.Owed(g.ctx)
	var all []option
	for _, o := range owed {
		n := option{Suggestion: data.Suggestion{Person: o.Person, Subject: o.UUID, Link: o.Link}, weight: int(o.Since)}
		switch {
		case o.Since > g.today:
			continue
		case o.Stage == data.Won:
			n.Case, n.weight = data.ThankWon, n.weight+comesFirst
		case o.Stage.Closed():
			n.Case, n.weight = data.ThankClosed, n.weight+comesSecond
		case o.Heard <= g.today-heardAgo:
			n.Case = data.ThankRunning
		default:
			continue
		}
		all = append(all, n)
	}
	return all, err
}

// completeThanks adds what the opportunity was, and who else it came through.
func (g *gatherer) completeThanks(n *data.Suggestion) error {
	list, err := g.store.OpportunitiesOf(g.ctx, n.Person)
	for i := range list {
		o := &list[i]
		if o.UUID != n.Subject {
			continue
		}
		n.What, n.First, n.Last = o.Title, o.HeardOn(), o.ClosedOn()
		for _, l := range o.Chain {
			if l.Person == n.Person {
				continue
			}
			n.Others = append(n.Others, l.Someone)
			if l.Thanked != 0 {
				n.Thanked = append(n.Thanked, l.Someone)
			}
		}
	}
	return err
}

// asks: details whose day has come, of those who are not to be reached anyway; the oldest first.
func (g *gatherer) asks() ([]option, error) {
	var all []option
	for _, d := range g.day.Ask {
		all = append(all, option{Suggestion: data.Suggestion{Case: data.AskDetail, Person: d.Person, Subject: strconv.FormatInt(int64(d.ID), 10),
			What: d.Text, First: d.AskOn, Detail: d}, weight: -int(d.AskOn)})
	}
	return all, nil
}

// offers: those whose last words were of trouble, the newest first, and then those who mostly gave.
func (g *gatherer) offers() ([]option, error) {
	recent, err := g.recent()
	if err != nil {
		return nil, err
	}
	var all []option
	seen := map[data.ID]bool{}
	for i := range recent {
		said := &recent[i]
		for _, p := range said.People {
			// What was said to several is not known to be about each.
			if !seen[p] && len(said.People) == 1 && g.trouble.In(said.Text) {
				all = append(all, option{Suggestion: data.Suggestion{Case: data.OfferTrouble, Person: p, Contact: said}, weight: comesFirst + int(said.Day)})
			}
			seen[p] = true
		}
	}
	exchanges, err := g.store.Exchanges(g.ctx, store.ExchangeFilter{Since: data.TwelveMonths.Since(g.today)})
	between := map[data.ID]*data.Exchanged{}
	for _, e := range exchanges {
		if between[e.Person] == nil {
			between[e.Person] = &data.Exchanged{Person: e.Person}
		}
		gift := data.Gift{Kind: e.Kind, Day: data.Whole(e.Day)}
		switch x := between[e.Person]; {
		case e.Day > g.today:
		case e.By == data.Mine:
			x.Given = append(x.Given, gift)
		default:
			x.Received = append(x.Received, gift)
		}
	}
	for id, x := range between {
		if x.Pattern() == data.MostlyReceived {
			all = append(all, option{Suggestion: data.Suggestion{Case: data.OfferGave, Person: id}, weight: len(x.Received)})
		}
	}
	return all, err
}

// recent returns the contact of the last weeks, newest first.
func (g *gatherer) recent() ([]data.Interaction, error) {
	if g.lately != nil {
		return g.lately, nil
	}
	all, err := g.store.InteractionsBetween(g.ctx, g.today-max(saidLately, metLately), g.today)
	g.lately = all
	return all, err
}

// celebrations: what today brings, and confirmed moves, up or to a new employer, that the day does not show
// anyway; the newest first.
func (g *gatherer) celebrations() ([]option, error) {
	var all []option
	for i := range g.day.Occasions {
		o := &g.day.Occasions[i]
		if o.Day != g.today || o.InMonth {
			continue
		}
		all = append(all, option{Suggestion: *Celebration(o), weight: comesFirst - slices.Index(data.OccasionKinds, o.Kind)})
	}
	moves := g.moves(func(m *data.Move) bool {
		return m.Status == data.MoveConfirmed && (m.Is(data.IntoManagement) || m.Is(data.Promotion) || m.Is(data.NewEmployer)) && !m.Is(data.OutOfManagement)
	})
	for _, m := range moves {
		all = append(all, option{Suggestion: data.Suggestion{Case: data.CelebrateMove, Person: m.Person, Subject: subjectOf(m), Move: m}, weight: int(m.By)})
	}
	return all, nil
}

// farewells: those who left or retired and are no strangers; whoever retired first, then the newest.
func (g *gatherer) farewells() ([]option, error) {
	moves := g.moves(func(m *data.Move) bool {
		return (m.Is(data.Left) || m.Is(data.Retired)) && (m.Status == data.MoveNew || m.Status == data.MoveConfirmed)
	})
	if len(moves) == 0 {
		return nil, nil
	}
	known, err := g.noStrangers(moves)
	var all []option
	for _, m := range moves {
		n := option{Suggestion: data.Suggestion{Case: data.FarewellLeft, Person: m.Person, Subject: subjectOf(m), Move: m}, weight: int(m.By)}
		if m.Is(data.Retired) {
			n.Case, n.weight = data.FarewellRetired, n.weight+comesFirst
		}
		if known[m.Person] {
			all = append(all, n)
		}
	}
	return all, err
}

// moves returns those that fit of the last months, that still hold, and that the day's news do not show.
func (g *gatherer) moves(fits func(*data.Move) bool) []*data.Move {
	var some []*data.Move
	for i := range g.day.moved {
		m := &g.day.moved[i]
		shown := slices.ContainsFunc(g.day.News.Risen, func(r Moved) bool { return r.Move.ID == m.ID })
		if m.By >= g.today-movedLately && m.By <= g.today && fits(m) && !shown {
			some = append(some, m)
		}
	}
	return some
}

// noStrangers returns who of those who moved has a tie that is more than the profession, or there was
// contact with.
func (g *gatherer) noStrangers(moves []*data.Move) (map[data.ID]bool, error) {
	var people []data.ID
	for _, m := range moves {
		people = append(people, m.Person)
	}
	ties, err := g.store.TiesOf(g.ctx, people)
	if err != nil {
		return nil, err
	}
	last, err := g.store.LastInteractions(g.ctx, people, g.today)
	known := map[data.ID]bool{}
	for _, id := range people {
		m := Moved{Ties: ties[id]}
		_, met := last[id]
		known[id] = met || m.Tied()
	}
	return known, err
}

// subjectOf names a move so that it survives an import that reads careers anew.
func subjectOf(m *data.Move) string {
	return string(m.Lead()) + " " + m.From.Form + " " + m.To.Form
}
