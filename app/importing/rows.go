package importing

import (
	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/intake"
)

// planned is a plan in words: what the preview shows, with the files it was made of.
type planned struct {
	files    []intake.File
	by       *intake.Importer // it made the plan, and need not make it again
	contents []content        // of the files that hold something
	day      data.Day         // the day the files speak of; 0 when each has its own
	sentence string
	nothing  bool // there is nothing to take in

	people   []parts.PersonRowData
	doubles  []string
	problems []problem
	leftOut  []string // files that are not read
}

// content says what a file holds.
type content struct{ file, what string }

// problem is one thing wrong with a file: where, and what.
type problem struct{ place, what string }

// sayer puts plans into words, on any goroutine.
type sayer struct {
	words  *words.Words
	hidden bool // names are kept off the screen
}

func (v *view) sayer() sayer { return sayer{v.frame.Words(), v.frame.NamesHidden()} }

func (s sayer) planned(by *intake.Importer, files []intake.File, plan *intake.Plan) *planned {
	p := &planned{files: files, by: by, nothing: plan.New+plan.Changed+plan.Merged+plan.Parted == 0}
	days := map[data.Day]bool{}
	for _, f := range files {
		if holds(f) > 0 {
			days[f.Day] = true
			p.day = f.Day
		}
	}
	for _, f := range files {
		if holds(f) > 0 {
			what := s.holding(f)
			if len(days) > 1 { // files of the same name are told apart by their days
				what = s.words.T("list.more", words.Args{"List": what, "Item": s.words.Date(f.Day, 0)})
			}
			p.contents = append(p.contents, content{f.File, what})
		}
	}
	if len(days) > 1 {
		p.day = 0
	}
	for i, item := range plan.People {
		p.people = append(p.people, s.person(i, item))
	}
	for _, d := range plan.Doubles {
		p.doubles = append(p.doubles, s.double(d))
	}
	for _, at := range plan.Problems {
		switch {
		case at.Reason == data.FileSkipped:
			p.leftOut = append(p.leftOut, s.words.Place(at))
		default:
			if s.hidden {
				at.Value = "" // it may be a name
			}
			p.problems = append(p.problems, problem{s.words.Place(at), s.words.Problem(at)})
		}
	}
	p.sentence = s.will(p, plan)
	return p
}

// holding says what a file holds: "322 people".
func (s sayer) holding(f intake.File) string {
	var what []string
	if n := len(f.People); n > 0 {
		what = append(what, s.words.N("importing.holds_people", n))
	}
	if n := len(f.Roles); n > 0 {
		what = append(what, s.words.N("importing.holds_roles", n))
	}
	if n := len(f.Exchanges); n > 0 {
		what = append(what, s.words.N("importing.holds_exchanges", n))
	}
	return s.words.List(what)
}

// person is one line of the list: who is new, and what changes for whom.
func (s sayer) person(i int, item intake.Item) parts.PersonRowData {
	row := parts.PersonRowData{
		ID:   data.ID(i), // nobody's yet: it only gives the avatar its tint
		Name: parts.Called(item.Name, s.hidden), Initials: parts.Initials(parts.Called(item.Name, s.hidden)), Second: item.After,
	}
	if item.New {
		row.Chips = []parts.ChipData{{Text: s.words.T("importing.new"), Tone: look.Plain}}
	} else {
		row.Second = s.changes(item)
	}
	return row
}

// changes says what changes for somebody: before and after, of what they do and of their name.
func (s sayer) changes(item intake.Item) string {
	w, was := s.words, parts.Called(item.Was, s.hidden)
	work := words.Args{"Before": item.Before, "After": item.After, "Work": item.After}
	said := ""
	switch {
	case item.Before == item.After && item.Was != "":
		return w.T("importing.before_after", words.Args{"Before": was, "After": parts.Called(item.Name, s.hidden)})
	case item.Before == item.After && item.After == "":
		return w.T("importing.changed_otherwise")
	case item.Before == item.After:
		return w.T("importing.changed_beside", work)
	case item.Before == "":
		said = w.T("importing.after", work)
	case item.After == "":
		said = w.T("importing.before", work)
	default:
		said = w.T("importing.before_after", work)
	}
	if item.Was != "" {
		said = w.T("list.more", words.Args{"List": said, "Item": w.T("importing.was_called", words.Args{"Name": was})})
	}
	return said
}

func (s sayer) double(d intake.Double) string {
	return s.words.T("import.double", words.Args{"A": parts.Called(d.NameA, s.hidden), "B": parts.Called(d.NameB, s.hidden)})
}

// will says in one sentence what a plan is going to do.
func (s sayer) will(p *planned, plan *intake.Plan) string {
	w := s.words
	switch {
	case len(p.contents) == 0:
		return w.T("importing.nothing_read")
	case p.nothing && plan.Same == 0:
		return w.T("importing.exchanges_fit_nobody")
	case p.nothing:
		return w.N("importing.all_known", plan.Same)
	}
	c := counted(plan)
	var clauses []string
	for _, part := range []struct {
		id string
		n  int
	}{
		{"importing.will_new", c.new}, {"importing.will_change", c.changed}, {"importing.will_keep", plan.Unchanged},
		{"importing.will_roles", c.roles}, {"importing.will_exchanges", plan.Exchanges},
		{"importing.will_join", plan.Merged}, {"importing.will_part", plan.Parted},
		{"importing.hidden", plan.Hidden}, {"importing.left_exchanges", plan.SkippedExchanges}, {"importing.unreadable", c.unreadable},
	} {
		if part.n > 0 {
			clauses = append(clauses, w.N(part.id, part.n))
		}
	}
	if len(clauses) == 0 {
		clauses = append(clauses, w.T("importing.will_career"))
	}
	return w.T("importing.sentence", words.Args{"Clauses": words.Capital(w.List(clauses))})
}

// did says in one sentence what an import has done.
func (s sayer) did(plan *intake.Plan) string {
	w := s.words
	c := counted(plan)
	var clauses []string
	for _, part := range []struct {
		id string
		n  int
	}{
		{"importing.did_new", c.new}, {"importing.did_change", c.changed}, {"importing.did_roles", c.roles},
		{"importing.did_exchanges", plan.Exchanges},
	} {
		if part.n > 0 {
			clauses = append(clauses, w.N(part.id, part.n))
		}
	}
	switch {
	case len(clauses) > 0:
		return w.T("importing.sentence", words.Args{"Clauses": words.Capital(w.List(clauses))})
	case plan.Changed+plan.Merged+plan.Parted > 0:
		return w.T("importing.did_other")
	}
	return w.T("importing.did_nothing")
}

// counts are the numbers of a plan as people count: heads, not lines of files.
type counts struct{ new, changed, roles, unreadable int }

func counted(plan *intake.Plan) counts {
	var c counts
	for _, item := range plan.People {
		if item.New {
			c.new++
		} else {
			c.changed++
		}
	}
	// Of the entries that are new, those which are neither people nor exchanges are the user's own roles.
	c.roles = max(plan.New-c.new-plan.Exchanges, 0)
	c.unreadable = plan.Skipped - plan.Hidden - plan.SkippedExchanges
	return c
}
