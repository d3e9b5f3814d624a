package sample

import (
	"errors"
	"fmt"
	"strings"

	"peerage/data"
)

// Myself is the index of the user, where a member of the network may stand as well.
const Myself = -1

// Opportunity is an opportunity of the network. The people in For and Chain are empty: Beneficiary and
// Through say who they are.
type Opportunity struct {
	data.Opportunity       // Employer is "" or the name of one of the network's Organisations
	Beneficiary      int   // whom it is for: an index into the network's People, or Myself
	Through          []int // the people of its Chain, in its order
}

// Introduction is an introduction, whose people are empty.
type Introduction struct {
	data.Introduction
	Maker int    // who made the two known: an index into the network's People, or Myself
	Pair  [2]int // the two
}

// Project is what the user and members of the network worked on together. Its People are nil.
type Project struct {
	data.Project
	Members []int // indexes into the network's People, at least one
}

// stand says as whom a member is validated: the people of a network have no IDs yet.
func stand(index int) data.Someone { return data.Someone{Person: data.ID(index) + data.Me + 1} }

// someone returns the index of the person of a key. An unknown key is a problem.
func (l *layout) someone(at entry, key string) int {
	index, known := l.keys[key]
	if !known {
		l.check(at, fmt.Errorf("nobody has the key %q", key))
	}
	return index
}

// someoneOrMe does the same, where "me" is the user.
func (l *layout) someoneOrMe(at entry, key string) int {
	if key == "me" {
		return Myself
	}
	return l.someone(at, key)
}

func (l *layout) addOpportunity(file string, o opportunity) {
	at := entry{file, "opportunity " + o.Title}
	employer, known := l.employer[o.At]
	if !known && o.At != "" {
		l.check(at, fmt.Errorf("no organisation has the key %q", o.At))
	}
	out := Opportunity{Beneficiary: Myself, Opportunity: data.Opportunity{
		Title: o.Title, Kind: data.OpportunityKind(o.Kind), Employer: employer, Worth: l.text(at, o.Worth), Notes: l.text(at, o.Notes),
	}}
	if o.For != "" {
		out.Beneficiary = l.someone(at, o.For)
	}
	for _, r := range o.Steps {
		l.width(at, "step", r, 2)
		out.Steps = append(out.Steps, data.Step{Stage: data.Stage(r.column(0)), Day: l.day(at, r.column(1))})
	}
	whole := out.Opportunity
	whole.For = stand(out.Beneficiary)
	for _, r := range o.Chain {
		l.width(at, "link", r, 4)
		index := l.someone(at, r.column(0))
		tie, former := strings.CutPrefix(r.column(2), "former ")
		link := data.Link{Part: data.Part(r.column(1)), Tie: data.TieKind(tie), Former: former, Thanked: l.day(at, r.column(3))}
		out.Through = append(out.Through, index)
		out.Chain = append(out.Chain, link)
		link.Someone = stand(index)
		whole.Chain = append(whole.Chain, link)
	}
	l.check(at, whole.Validate(l.today))
	l.network.Opportunities = append(l.network.Opportunities, out)
}

func (l *layout) addIntroduction(at entry, r row) {
	if len(r) != 4 && len(r) != 5 {
		l.check(at, fmt.Errorf("the introduction %q needs a day, who made it, and the two", r))
		return
	}
	out := Introduction{Maker: l.someoneOrMe(at, r[1]), Pair: [2]int{l.someoneOrMe(at, r[2]), l.someoneOrMe(at, r[3])}}
	out.Day, out.Note = l.partial(at, r[0]), l.text(at, r.column(4))
	whole := out.Introduction
	whole.By, whole.Known = stand(out.Maker), [2]data.Someone{stand(out.Pair[0]), stand(out.Pair[1])}
	l.check(at, whole.Validate(l.today))
	l.network.Introductions = append(l.network.Introductions, out)
}

func (l *layout) addProject(file string, p project) {
	at := entry{file, "project " + p.Name}
	out := Project{Project: data.Project{
		Name: p.Name, Kind: data.ProjectKind(p.Kind), From: l.partial(at, p.From), To: l.partial(at, p.To), Outcome: l.text(at, p.Outcome),
	}}
	whole := out.Project
	for _, key := range p.With {
		index := l.someone(at, key)
		out.Members = append(out.Members, index)
		whole.People = append(whole.People, stand(index))
	}
	l.check(at, whole.Validate())
	if out.From.Earliest() > l.today || out.To.Earliest() > l.today {
		l.check(at, errors.New("nothing that lies ahead has been worked on"))
	}
	l.network.Projects = append(l.network.Projects, out)
}
