package opportunities

import (
	"context"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/doors"
	"peerage/data/names"
)

// The columns of the picture.
const (
	wayColumn = iota
	whoColumn
	doorColumn
	outcomeColumn
)

// drawn is the account of who opened doors, in words.
type drawn struct {
	account  *briefing.Doors
	sentence string // above the picture
	columns  []widgets.StreamColumn
	streams  []widgets.Stream
	openers  []openerRow // who opened most first
	weak     string      // what follows for weak ties
	passed   []passedRow
}

// openerRow is somebody who opened doors.
type openerRow struct {
	doors.Opener
	person parts.PersonRowData
}

// passedRow is an opportunity that was passed on.
type passedRow struct {
	id   data.ID
	said string
}

// opener returns who a node of the picture stands for, nil where it is nobody in particular.
func (d *drawn) opener(column, node int) *doors.Opener {
	if d == nil || column != whoColumn || node >= len(d.account.Flow.Who) {
		return nil
	}
	return &d.account.Flow.Who[node]
}

// door returns which opportunity a node of the picture stands for, nil where it is none in particular.
func (d *drawn) door(column, node int) *data.Opportunity {
	if column != doorColumn || node >= len(d.account.Flow.What) {
		return nil
	}
	return &d.account.Flow.What[node]
}

// outcome returns what the list is filtered by to show what had an outcome.
func (d *drawn) outcome(node int) string {
	if s := d.account.Flow.Outcomes[node].Stage; s != "" {
		return string(s)
	}
	return anyOpen
}

// drawing loads the account and says it in words.
type drawing struct {
	*loading
	year int // 0 for all
}

func (l *drawing) draw(ctx context.Context) (*drawn, error) {
	in := doors.Period{}
	if l.year != 0 {
		in = doors.Year(l.year)
	}
	account, err := briefing.LoadDoors(ctx, l.store, in, l.today)
	if err != nil {
		return nil, err
	}
	if l.veil, err = parts.LoadVeil(ctx, l.store, l.hidden); err != nil {
		return nil, err
	}
	d := &drawn{account: account}
	f := &account.Flow
	d.columns = []widgets.StreamColumn{
		{Title: l.words.T("doors.through"), Nodes: l.ways(f)}, {Title: l.words.T("doors.who"), Nodes: l.who(f)},
		{Title: l.words.T("doors.what"), Nodes: l.what(f)}, {Title: l.words.T("doors.outcome"), Nodes: l.outcomes(f)},
	}
	for _, s := range f.Strands {
		d.streams = append(d.streams, widgets.Stream{At: []int{s.Way, s.Who, s.What, s.Outcome},
			Weight: float32(s.Weight) / doors.Whole, Tone: wayTone(f.Ways[s.Way])})
	}
	l.tell(d)
	return d, nil
}

// wayTone is the tone of a way: that of the tie, and one of their own for weak ties.
func wayTone(w doors.Way) look.Tone {
	switch w.Kind {
	case doors.ByTie:
		return parts.TieTone(w.Tie)
	case doors.WeakTies:
		return look.Brass
	}
	return look.Plain
}

// wayNames name the ways that are no single tie.
var wayNames = map[doors.WayKind]string{doors.WeakTies: "doors.weak", doors.OtherTies: "doors.others", doors.OnMyOwn: "doors.own"}

func (l *drawing) way(w doors.Way) string {
	if w.Kind == doors.ByTie {
		return l.words.Ties(w.Tie, !w.Former)
	}
	return l.words.T(wayNames[w.Kind])
}

func (l *drawing) ways(f *doors.Flow) []widgets.StreamNode {
	var nodes []widgets.StreamNode
	for _, w := range f.Ways {
		label := l.way(w)
		nodes = append(nodes, widgets.StreamNode{Label: label, Tone: wayTone(w), Strong: true,
			Said: l.words.T("doors.said_count", words.Args{"Name": label, "Count": l.words.Opened(w.Came, w.Won)})})
	}
	return nodes
}

func (l *drawing) who(f *doors.Flow) []widgets.StreamNode {
	var nodes []widgets.StreamNode
	for _, o := range f.Who {
		if o.Person == data.Me {
			nodes = append(nodes, widgets.StreamNode{Label: l.words.T("doors.you")})
			continue
		}
		name := l.called(o.Name)
		n := widgets.StreamNode{Label: name, Opens: o.Person != 0, Said: l.words.T("doors.said_count", words.Args{"Name": name, "Count": l.words.Opened(o.Opened, o.Won)})}
		if len(o.Unthanked) > 0 {
			n.Act = l.words.T("doors.thank")
		}
		nodes = append(nodes, n)
	}
	if f.MoreWho > 0 {
		nodes = append(nodes, widgets.StreamNode{Label: l.words.N("doors.more", f.MoreWho)})
	}
	return nodes
}

func (l *drawing) what(f *doors.Flow) []widgets.StreamNode {
	var nodes []widgets.StreamNode
	for i := range f.What {
		o := &f.What[i]
		n := widgets.StreamNode{Label: l.titled(o), Opens: true}
		if len(o.Chain) > 1 {
			n.Second = l.words.Chain(shown(o.Chain, l.hidden))
			n.Said = l.words.T("list.more", words.Args{"List": n.Label, "Item": n.Second})
		}
		nodes = append(nodes, n)
	}
	if f.MoreWhat > 0 {
		nodes = append(nodes, widgets.StreamNode{Label: l.words.N("doors.more", f.MoreWhat), Opens: true})
	}
	return nodes
}

// titled names an opportunity with where it is: "Orbita: platform project".
func (l *drawing) titled(o *data.Opportunity) string {
	title := l.veil.Over(names.Clean(o.Title))
	if o.Employer == "" {
		return title
	}
	return l.words.T("doors.titled", words.Args{"Organisation": names.Clean(o.Employer), "Title": title})
}

// outcomeTones are the tones of what came of opportunities; open is what is left to press on with.
var outcomeTones = map[data.Stage]look.Tone{data.Won: look.Green, "": look.Claret}

func (l *drawing) outcomes(f *doors.Flow) []widgets.StreamNode {
	var nodes []widgets.StreamNode
	for _, o := range f.Outcomes {
		name := l.words.T("doors.open_outcome")
		if o.Stage != "" {
			name = l.words.Stage(o.Stage)
		}
		label := l.words.T("doors.counted", words.Args{"Outcome": name, "N": l.words.Number(o.Came)})
		nodes = append(nodes, widgets.StreamNode{Label: label, Tone: outcomeTones[o.Stage], Strong: true, Opens: true})
	}
	return nodes
}

// tell says what the account comes to.
func (l *drawing) tell(d *drawn) {
	w, a := l.words, d.account
	if best := a.Best(); best != nil {
		d.sentence = w.MostCame(l.way(*best), best.Came, best.Won)
	}
	if l.year != 0 {
		ofYear := came(a.Account)
		ofYear.Year = l.year
		d.sentence = w.Came(ofYear)
	}
	for _, o := range a.Openers {
		d.openers = append(d.openers, openerRow{o, parts.PersonRowData{ID: o.Person, Name: l.called(o.Name), Initials: parts.Initials(l.called(o.Name)),
			Second: words.Capital(l.about(&o, a.Employer[o.Person]))}})
	}
	d.weak = w.WeakTies(a.Came, a.Weak, len(a.NoRhythm))
	for i := range a.PassedOn {
		o := &a.PassedOn[i]
		stage := w.StageSince(o.Steps[len(o.Steps)-1], l.today)
		d.passed = append(d.passed, passedRow{o.ID, w.PassedOn(l.titled(o), l.called(o.For.Name), stage)})
	}
}

// about says how many doors somebody opened, and how they stood to me when they opened the last: "three, two of
// them won; former coworker at Kestrel Labs".
func (l *drawing) about(o *doors.Opener, employer string) string {
	w := l.words
	opened := w.Opened(o.Opened, o.Won)
	tie := ""
	if o.Tie != "" {
		tie = w.Tie(o.Tie, !o.Former)
		if employer != "" {
			tie = w.T("doors.tie_at", words.Args{"Tie": tie, "Organisation": names.Clean(employer)})
		}
	}
	if o.Weak && o.Contacts != doors.Unnoted {
		seldom := w.T("doors.no_contact")
		if o.Contacts > 0 {
			seldom = w.N("doors.contacts", o.Contacts)
		}
		if tie != "" {
			seldom = w.T("list.more", words.Args{"List": tie, "Item": seldom})
		}
		tie = seldom
	}
	if tie == "" {
		return opened
	}
	return w.T("doors.about", words.Args{"Opened": opened, "Tie": tie})
}
