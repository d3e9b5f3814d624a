package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"peerage/data"
	"peerage/data/store"
)

// AskedDays is how long after its last possible day a move is still asked about: a year, and what an
// archive that is fetched once a year may be late. What is older is history.
const AskedDays = 400

// Moved is a move with what one looks at before choosing whom to write to.
type Moved struct {
	data.Move
	UUID       string
	Name       string
	Private    bool
	Ties       []data.Tie // in the order they are shown
	FormerPeer bool       // was a peer, in a time together that is over
	Past       bool       // holds no more: other moves came after it
	Circles    []string   // names of the circles they are in
	LeftAlone  bool       // must not be contacted, or not yet: no word is to be sent
}

// Moves returns the moves of everyone as of today, newest first, whatever the user made of them.
func Moves(ctx context.Context, s *store.Store, today data.Day) ([]Moved, error) {
	list, err := s.Moves(ctx, store.MoveFilter{})
	if err != nil {
		return nil, err
	}
	held, err := heldBy(ctx, s)
	if err != nil {
		return nil, err
	}
	moved, err := movers(ctx, s, list, today)
	past := history(list, held)
	for i := range moved {
		moved[i].Past = past[moved[i].ID]
	}
	return moved, err
}

// Unjudged returns the moves that the inbox asks about, newest first: those on which the user has said
// nothing, and which are no history yet.
func Unjudged(ctx context.Context, s *store.Store, today data.Day) ([]data.Move, error) {
	list, err := recent(ctx, s, today)
	return slices.DeleteFunc(list, func(m data.Move) bool { return m.Status != data.MoveNew }), err
}

// recent returns the moves that still hold and may be asked about on a day, newest first, whatever the user
// made of them.
func recent(ctx context.Context, s *store.Store, today data.Day) ([]data.Move, error) {
	list, err := s.Moves(ctx, store.MoveFilter{Since: today - AskedDays})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	held, err := heldBy(ctx, s)
	past := history(list, held)
	return slices.DeleteFunc(list, func(m data.Move) bool { return past[m.ID] }), err
}

// About returns a move with what is known of who made it, or data.ErrNotFound.
func About(ctx context.Context, s *store.Store, m data.Move, today data.Day) (Moved, error) {
	moved, err := movers(ctx, s, []data.Move{m}, today)
	if err == nil && len(moved) == 0 {
		err = fmt.Errorf("person %d: %w", m.Person, data.ErrNotFound)
	}
	if err != nil {
		return Moved{}, err
	}
	return moved[0], nil
}

// movers adds to moves what is known of the people who made them.
func movers(ctx context.Context, s *store.Store, list []data.Move, today data.Day) ([]Moved, error) {
	if len(list) == 0 {
		return nil, nil
	}
	people := make([]data.ID, 0, len(list))
	for i := range list {
		people = append(people, list[i].Person)
	}
	slices.Sort(people)
	people = slices.Compact(people)
	known, err := s.Known(ctx, people, today)
	if err != nil {
		return nil, err
	}
	ties, err := s.TiesOf(ctx, people)
	if err != nil {
		return nil, err
	}
	peers, err := s.FormerPeersAmong(ctx, people)
	if err != nil {
		return nil, err
	}
	circles, err := s.CircleNames(ctx)
	if err != nil {
		return nil, err
	}
	moved := make([]Moved, 0, len(list))
	for _, m := range list {
		k, ok := known[m.Person]
		if !ok {
			continue // removed since the moves were read
		}
		moved = append(moved, Moved{Move: m, UUID: k.UUID, Name: k.Name, Private: k.Private,
			Ties: ties[m.Person], FormerPeer: peers[m.Person], Circles: circles[m.Person], LeftAlone: k.LeftAlone})
	}
	return moved, nil
}

// AskedOn reports whether the inbox asks about the move on a day.
func (m *Moved) AskedOn(today data.Day) bool {
	return m.Status == data.MoveNew && m.By >= today-AskedDays && !m.Past
}

// Peer reports whether the two of us are or were peers where we worked together. A peer by profession
// alone is none here.
func (m *Moved) Peer() bool { return m.FormerPeer || m.has(data.Peer) && m.has(data.Coworker) }

// SurelyPeer reports whether the two of us are or were peers where we worked together, and not only possibly.
func (m *Moved) SurelyPeer() bool {
	return m.Peer() && slices.ContainsFunc(m.Ties, data.Tie.SurelyPeer)
}

// Tied reports whether anything but the profession ties the two of us.
func (m *Moved) Tied() bool {
	return m.FormerPeer || slices.ContainsFunc(m.Ties, func(t data.Tie) bool {
		return !t.Derived || t.Kind == data.Coworker || t.Kind == data.Collaborator || t.Kind == data.Alumni
	})
}

func (m *Moved) has(kind data.TieKind) bool {
	return slices.ContainsFunc(m.Ties, func(t data.Tie) bool { return t.Kind == kind })
}

// Met returns the tie that says best how the two of us know each other: as peers or coworkers somewhere,
// else what the user stated, else what they worked on together, else
// the same place at other times. It is false where there is none; a sure
// peer tie of which no time is known says no more than the profession.
func (m *Moved) Met() (data.Tie, bool) {
	fits := []func(t data.Tie) bool{
		func(t data.Tie) bool { return t.Kind == data.Peer && (!t.Since.IsZero() || !t.Until.IsZero()) },
		func(t data.Tie) bool {
			return t.Kind == data.Peer && t.Derived && t.Sure == data.Possible && !t.ByProfession()
		},
		func(t data.Tie) bool { return t.Kind == data.Coworker },
		func(t data.Tie) bool { return !t.Derived },
		func(t data.Tie) bool { return t.Kind == data.Collaborator },
		func(t data.Tie) bool { return t.Kind == data.Alumni },
	}
	for _, fit := range fits {
		if i := slices.IndexFunc(m.Ties, fit); i >= 0 {
			return m.Ties[i], true
		}
	}
	return data.Tie{}, false
}

// Rose reports whether the move is a step up: into management, or a promotion.
func (m *Moved) Rose() bool { return m.Is(data.IntoManagement) || m.Is(data.Promotion) }

// Plain reports whether the move is no more than a new title or a new employer, of which many may be
// confirmed at once.
func (m *Moved) Plain() bool {
	return m.Lead() == data.NewEmployer || m.Lead() == data.NewTitle
}

// Asked returns those of the moves, newest first, that the inbox asks about, in the order in which one
// would choose: whoever came into management, peers first, then coworkers, other ties and everyone else;
// promotions; who retired or left, for a word is due then; new employers; out of management; new titles.
func Asked(moves []Moved, today data.Day) []Moved {
	var asked []Moved
	for i := range moves {
		if moves[i].AskedOn(today) {
			asked = append(asked, moves[i])
		}
	}
	slices.SortStableFunc(asked, func(a, b Moved) int { return cmp.Compare(rank(&a), rank(&b)) })
	return asked
}

// rank is the place of a move in the order of Asked.
func rank(m *Moved) int {
	switch {
	case m.Is(data.IntoManagement) && m.Peer():
		return 0
	case m.Is(data.IntoManagement) && m.has(data.Coworker):
		return 1
	case m.Is(data.IntoManagement) && m.Tied():
		return 2
	case m.Is(data.IntoManagement):
		return 3
	case m.Is(data.Promotion):
		return 4
	case m.Is(data.Retired), m.Is(data.Left):
		return 5
	case m.Is(data.OutOfManagement):
		return 7
	case m.Is(data.NewEmployer):
		return 6
	}
	return 8
}

// News is what a day says of careers.
type News struct {
	Risen []Moved // the most telling moves up of those one is tied to, not congratulated yet
	More  int     // how many further moves the inbox asks about
}

const (
	risenShown  = 2   // moves that a day shows
	risenRecent = 120 // days for which a move is news; that of a peer is, as long as the inbox asks about it
)

// risen returns the news of a day among the moves that may be asked about then: at most two moves up of people
// with a tie, unjudged or confirmed, that still hold, and are no older than four months, or that the newest import
// brought, or that are a peer's and unjudged. Nobody who is to be left alone is among them.
func risen(ctx context.Context, s *store.Store, list []data.Move, today data.Day) (News, error) {
	imported, err := newestReading(ctx, s)
	if err != nil {
		return News{}, err
	}
	asked := 0
	var open []data.Move // those up that the user may still have to say something to
	for _, move := range list {
		m := Moved{Move: move}
		if m.AskedOn(today) {
			asked++
		}
		if m.Rose() && (m.Status == data.MoveNew || m.Status == data.MoveConfirmed) {
			open = append(open, move)
		}
	}
	var people []data.ID
	for i := range open {
		people = append(people, open[i].Person)
	}
	tied, err := s.TiedAmong(ctx, people)
	if err != nil {
		return News{}, err
	}
	open = slices.DeleteFunc(open, func(m data.Move) bool { return !tied[m.Person] })
	up, err := movers(ctx, s, open, today)
	if err != nil {
		return News{}, err
	}
	up = slices.DeleteFunc(up, func(m Moved) bool {
		recent := m.By >= today-risenRecent || m.By == imported || m.AskedOn(today) && m.Peer()
		return !recent || !m.Tied() || m.LeftAlone
	})
	slices.SortStableFunc(up, func(a, b Moved) int { return cmp.Compare(rank(&a), rank(&b)) })
	n := News{Risen: up[:min(len(up), risenShown)], More: asked}
	for i := range n.Risen {
		if n.Risen[i].AskedOn(today) {
			n.More--
		}
	}
	return n, nil
}

// newestReading returns the newest day that an imported file spoke of, 0 when none was imported.
func newestReading(ctx context.Context, s *store.Store) (newest data.Day, err error) {
	err = s.Read(ctx, func(tx *store.Tx) (err error) {
		newest, err = tx.LatestReading(data.FromLinkedIn)
		return err
	})
	return newest, err
}
