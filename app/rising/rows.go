package rising

import (
	"context"
	"slices"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/careers"
	"peerage/data/ladder"
	"peerage/data/store"
)

// content is what the screen shows, in words.
type content struct {
	sentences [3]string // at the top of each view
	inbox     []change
	unmoved   bool // no career has moved yet that anything tells of
	managers  []line
	years     []line
	stacks    []widgets.Stack // how the levels shifted; nil where there is too little to show

	detail func(*change) detail // says all of one change
}

// change is a move that waits for a word.
type change struct {
	moved  briefing.Moved
	person parts.PersonRowData
}

// detail is all there is to say of a change. It is made for the one that is selected.
type detail struct {
	head          string
	before, after side
	when          string
	met           string // how the two of us know each other; "" when nothing is known
}

// moveName tells a move apart from all others, before and after something was written.
type moveName struct {
	person   data.ID
	from, to string
}

func (c *change) name() moveName {
	return moveName{c.moved.Person, c.moved.From.Form, c.moved.To.Form}
}

// side is what someone did before or after a move, and what that was taken for and why.
type side struct{ post, read string }

// line is a row of the lists of managers and of years: a heading, or a person under one.
type line struct {
	heading string // "" for a person
	second  string // below the heading
	person  parts.PersonRowData
	moved   *briefing.Moved // of the years: what the person did
	opens   page.Route      // zero where there is nothing to open
}

// loading gathers the content and says it in words.
type loading struct {
	store  *store.Store
	keeper *careers.Keeper
	words  *words.Words
	today  data.Day
	hidden bool // names
	filter filter

	titles   *ladder.Ladder
	careers  *briefing.Careers
	lastYear int // the last that a source has spoken of
}

func (l *loading) content(ctx context.Context) (*content, error) {
	var err error
	if l.titles, err = l.keeper.Titles(); err != nil {
		return nil, err
	}
	moves, err := briefing.Moves(ctx, l.store, l.today)
	if err != nil {
		return nil, err
	}
	if l.careers, err = briefing.LoadCareers(ctx, l.store, moves, l.today); err != nil {
		return nil, err
	}
	if l.lastYear, err = l.spokenOf(ctx); err != nil {
		return nil, err
	}
	people, err := l.people(ctx)
	if err != nil {
		return nil, err
	}
	var passed []briefing.Moved
	for i := range moves {
		if _, ok := people[moves[i].Person]; ok {
			passed = append(passed, moves[i])
		}
	}
	c := &content{detail: l.detail, unmoved: len(moves) == 0}
	asked := briefing.Asked(passed, l.today)
	for i := range asked {
		c.inbox = append(c.inbox, l.change(asked[i]))
	}
	c.managers = l.managers(people)
	c.years = l.years(passed)
	c.stacks = l.stacks(people)
	c.sentences = [3]string{changed: l.sayChanged(asked), managing: l.sayManaging(people), yearly: l.sayYearly(passed)}
	return c, nil
}

// spokenOf returns the year of the last day that an imported file spoke of, that of today where none was
// imported: what is known is what the user keeps, then.
func (l *loading) spokenOf(ctx context.Context) (int, error) {
	last := data.Day(0)
	err := l.store.Read(ctx, func(tx *store.Tx) (err error) {
		last, err = tx.LatestReading(data.FromLinkedIn)
		return err
	})
	if last == 0 {
		last = l.today
	}
	year, _, _ := last.Date()
	return year, err
}

// known is what is known of someone who passes the filter.
type known struct {
	name string
	ties []data.Tie
	peer bool // formerly
}

// surelyPeer reports whether they were a peer, and not only possibly.
func (k *known) surelyPeer() bool { return k.peer && data.SurelyFormerPeers(k.ties) }

// people returns those who pass the filter.
func (l *loading) people(ctx context.Context) (map[data.ID]known, error) {
	rows, err := l.store.People(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	ties, err := l.store.TieKinds(ctx, nil)
	if err != nil {
		return nil, err
	}
	circles, err := l.store.CircleNames(ctx)
	if err != nil {
		return nil, err
	}
	peers, err := l.store.FormerPeers(ctx)
	people := map[data.ID]known{}
	for _, row := range rows {
		if l.filter.holds(ties[row.ID], circles[row.ID]) {
			people[row.ID] = known{row.Name, ties[row.ID], peers[row.ID]}
		}
	}
	return people, err
}

// person returns what a row shows of someone.
func (l *loading) person(id data.ID, name string) parts.PersonRowData {
	return parts.PersonRowData{ID: id, Name: parts.Called(name, l.hidden), Initials: parts.Initials(parts.Called(name, l.hidden))}
}

// change says a move as its row does.
func (l *loading) change(m briefing.Moved) change {
	c := change{moved: m, person: l.person(m.Person, m.Name)}
	c.person.Second = l.words.MoveShort(&m.Move)
	c.person.Risen = m.Rose()
	c.person.Lead = l.kind(&m)
	c.person.Chips = l.ties(&m)
	return c
}

// ties returns the chips of someone's ties: that they are or were a peer first, for that is whom one looks for.
func (l *loading) ties(m *briefing.Moved) []parts.ChipData {
	chips := parts.Chips(l.words, m.Ties, tiesShown)
	peer := slices.IndexFunc(chips, func(c parts.ChipData) bool {
		return c.Text == l.words.Tie(data.Peer, true) || c.Text == l.words.Tie(data.Peer, false)
	})
	if peer > 0 {
		first := chips[peer]
		chips = slices.Insert(slices.Delete(chips, peer, peer+1), 0, first)
	}
	return chips[:min(len(chips), rowTies)]
}

// detail says a move at length.
func (l *loading) detail(c *change) detail {
	w, m := l.words, &c.moved
	d := detail{head: w.Move(c.person.Name, &m.Move), before: l.side(m.From), after: side{post: w.MoveShort(&m.Move)},
		when: w.MoveDay(&m.Move, l.today), met: l.met(m)}
	if m.To.Role != 0 {
		d.after = l.side(m.To)
	}
	return d
}

// kind returns the chip of the most telling kind of a move.
func (l *loading) kind(m *briefing.Moved) parts.ChipData {
	tone := look.Plain
	if m.Rose() {
		tone = look.Brass
	}
	return parts.ChipData{Text: l.words.MoveKind(m.Lead()), Tone: tone}
}

// side says one side of a move, and by which words its title was taken for what it is.
func (l *loading) side(p data.Post) side {
	s := side{post: l.words.Post(p)}
	read := l.titles.Read(p.Title)
	switch {
	case read.Track != p.Standing.Track || read.Level != p.Standing.Level:
		s.read = l.words.T("rising.ruled", words.Args{"Standing": l.words.Standing(p.Standing)})
	case p.Title != "":
		s.read = l.words.ReadAs(read.Why, p.Standing)
	}
	return s
}

// met says how the two of us know each other.
func (l *loading) met(m *briefing.Moved) string {
	t, ok := m.Met()
	if !ok {
		return ""
	}
	return l.words.Together(t, l.careers.Employers[t.Theirs])
}

// sayChanged says how much there is to look at.
func (l *loading) sayChanged(asked []briefing.Moved) string {
	w := l.words
	into, peers := 0, 0
	for i := range asked {
		if m := &asked[i]; m.Is(data.IntoManagement) {
			into++
			if m.SurelyPeer() {
				peers++
			}
		}
	}
	switch {
	case len(asked) == 0:
		return w.T("rising.say_nothing")
	case into == 0:
		return words.Capital(w.T("rising.say", words.Args{"What": w.N("rising.count_changes", len(asked))}))
	case peers == 0:
		return words.Capital(w.T("rising.say_into", words.Args{"What": w.N("rising.count_changes", len(asked)), "Into": w.N("rising.count_into", into)}))
	}
	return words.Capital(w.T("rising.say_into", words.Args{"What": w.N("rising.count_changes", len(asked)),
		"Into": w.N("rising.count_into_peers", into, words.Args{"Peers": w.N("rising.count_peers", peers)})}))
}
