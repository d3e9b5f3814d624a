package words

import (
	"strconv"

	"peerage/data"
)

// Came is what is said of the opportunities of a period together.
type Came struct {
	Since     int // the year in which the first of them was heard of
	Year      int // the year all of them were heard of in, where only one is looked at; 0 otherwise
	Came      int // how many there are
	Through   int // how many of them came through somebody
	People    int // through how many people
	Open      int // how many have no outcome yet
	Unthanked int // how many people are not thanked yet
}

// Came says how many opportunities there were, through whom, and what is left to do: "Eleven since 2022 came
// through nine people. Two are open, one person is not thanked yet."
func (w *Words) Came(c Came) string {
	if c.Came == 0 {
		return w.T("doors.none")
	}
	when := w.T("doors.since", Args{"Year": strconv.Itoa(c.Since)})
	if c.Year != 0 {
		when = w.T("doors.in", Args{"Year": strconv.Itoa(c.Year)})
	}
	args := Args{"When": when, "People": w.N("doors.people", c.People), "Came": Capital(w.N("doors.n", c.Came)), "Through": w.Count(c.Through)}
	said := w.T("doors.came_through", args)
	switch {
	case c.Through == 0:
		said = w.T("doors.came_alone", args)
	case c.Through < c.Came:
		said = w.T("doors.came_partly", args)
	}
	open := w.T("doors.none_open")
	if c.Open > 0 {
		open = Capital(w.N("doors.open", c.Open))
	}
	switch {
	case c.Unthanked > 0:
		open = w.T("list.more", Args{"List": open, "Item": w.N("doors.unthanked", c.Unthanked)})
	case c.Through > 0:
		open = w.T("list.more", Args{"List": open, "Item": w.T("doors.all_thanked")})
	}
	return w.T("doors.both", Args{"First": said, "Second": open})
}

// WeakTies says how many of the opportunities came through weak ties, and how many of those people nothing
// keeps in touch with me: "Half of what came to you came from people you speak to less than twice a year.
// Four of them have no rhythm yet." It is "" where nothing came.
func (w *Words) WeakTies(came, weak, noRhythm int) string {
	said := ""
	switch {
	case came == 0:
		return ""
	case weak == 0:
		return w.T("doors.weak_none")
	case weak == came:
		said = w.T("doors.weak_all")
	case 2*weak == came:
		said = w.T("doors.weak_half")
	default:
		said = Capital(w.N("doors.weak_some", weak, Args{"Came": w.Count(came)}))
	}
	if noRhythm > 0 {
		said = w.T("doors.sentences", Args{"First": said, "Second": Capital(w.N("doors.no_rhythm", noRhythm))})
	}
	return said
}

// MostCame says which ties brought most: "Former coworkers brought most: five, two of them won."
func (w *Words) MostCame(ways string, came, won int) string {
	return w.T("doors.most", Args{"Ways": Capital(ways), "Count": w.Opened(came, won)})
}

// Opened says how many doors somebody opened, and how many of them led to something: "three, two of them
// won", "one, and won".
func (w *Words) Opened(opened, won int) string {
	args := Args{"Opened": w.N("doors.n", opened), "Won": w.Count(won)}
	switch {
	case won == 0:
		return w.N("doors.n", opened)
	case won < opened:
		return w.T("doors.opened_won", args)
	case opened == 1:
		return w.T("doors.opened_one_won", args)
	case opened == 2:
		return w.T("doors.opened_both_won", args)
	}
	return w.T("doors.opened_all_won", args)
}

// PassedOn says what I passed on, and what came of it: "To Raj Patel: data lead at Lumen; won on 3 May."
func (w *Words) PassedOn(title, name, stage string) string {
	return w.T("doors.passed_on", Args{"Title": oneLine(title), "Name": oneLine(name), "Stage": stage})
}

// Ties names those with whom a tie holds, or held until it ended, within a sentence: "coworkers", "former
// coworkers".
func (w *Words) Ties(kind data.TieKind, current bool) string {
	ids, ok := manyTied[kind]
	switch {
	case !ok:
		return string(kind)
	case current:
		return w.T(ids.now)
	}
	return w.T(ids.former)
}

var manyTied = map[data.TieKind]struct{ now, former string }{
	data.Coworker: {"ties.coworker", "ties.former_coworker"}, data.Peer: {"ties.peer", "ties.former_peer"},
	data.Colleague: {"ties.colleague", "ties.former_colleague"}, data.Alumni: {"ties.alumni", "ties.alumni"},
	data.Collaborator: {"ties.collaborator", "ties.former_collaborator"},
	data.Mentor:       {"ties.mentor", "ties.former_mentor"}, data.Mentee: {"ties.mentee", "ties.former_mentee"},
	data.Manager: {"ties.manager", "ties.former_manager"}, data.Report: {"ties.report", "ties.former_report"},
	data.Friend: {"ties.friend", "ties.former_friend"}, data.Client: {"ties.client", "ties.former_client"},
	data.Supplier: {"ties.supplier", "ties.former_supplier"}, data.Partner: {"ties.partner", "ties.former_partner"},
	data.Advisor: {"ties.advisor", "ties.former_advisor"}, data.Teacher: {"ties.teacher", "ties.former_teacher"},
	data.Student: {"ties.student", "ties.former_student"}, data.Investor: {"ties.investor", "ties.former_investor"},
	data.Recruit: {"ties.recruiter", "ties.former_recruiter"}, data.Family: {"ties.family", "ties.former_family"},
}
