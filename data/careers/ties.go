package careers

import (
	"cmp"
	"slices"

	"peerage/data"
	"peerage/data/store"
	"peerage/data/ties"
)

// replaceTies removes the ties of a person that differ from those derived now, and returns those to be
// added. Ties are shown in the order they were added, so all after the first difference go.
func replaceTies(tx *store.Tx, before, now []data.Tie) ([]data.Tie, error) {
	same := 0
	for same < len(before) && same < len(now) {
		kept := before[same]
		kept.ID = 0
		if kept != now[same] {
			break
		}
		same++
	}
	for _, t := range before[same:] {
		if err := tx.DeleteTie(t.ID); err != nil {
			return nil, err
		}
	}
	return now[same:], nil
}

// deriver derives the ties between Me and others. Where the rules leave a draw between roles, the ids
// decide, and ids tell in which order files were read; so roles are numbered by what they say.
type deriver struct {
	mine  []data.Role
	ids   []data.ID // the id of each number, from 1
	today data.Day
}

func newDeriver(mine []data.Role, today data.Day) *deriver {
	d := &deriver{today: today}
	d.mine = d.numbered(mine)
	return d
}

// derive returns the ties that the careers of Me and a person show; said is what the user said of them.
func (d *deriver) derive(theirs []data.Role, connected data.Day, said []data.TieVerdict) []data.Tie {
	if len(theirs) == 0 {
		return nil
	}
	d.ids = d.ids[:len(d.mine)]
	found := ties.Derive(ties.Career{Roles: d.mine}, ties.Career{Roles: d.numbered(theirs), Connected: connected, Verdicts: said}, d.today)
	for i := range found {
		t := &found[i]
		t.Derived, t.Mine, t.Theirs = true, d.ids[t.Mine-1], d.ids[t.Theirs-1]
	}
	return found
}

// numbered returns the roles in the order of what they say, with numbers for their ids.
func (d *deriver) numbered(roles []data.Role) []data.Role {
	sorted := slices.Clone(roles)
	if len(sorted) > 1 {
		slices.SortFunc(sorted, compareRoles)
	}
	for i := range sorted {
		d.ids = append(d.ids, sorted[i].ID)
		sorted[i].ID = data.ID(len(d.ids))
	}
	return sorted
}

func compareRoles(a, b data.Role) int {
	if a.From != b.From {
		return cmp.Or(cmp.Compare(a.From.Earliest(), b.From.Earliest()), cmp.Compare(a.From.String(), b.From.String()))
	}
	if a.To != b.To {
		return cmp.Or(cmp.Compare(a.To.Earliest(), b.To.Earliest()), cmp.Compare(a.To.String(), b.To.String()))
	}
	return cmp.Or(cmp.Compare(a.FirstSeen, b.FirstSeen), cmp.Compare(a.LastSeen, b.LastSeen),
		cmp.Compare(a.Employer, b.Employer), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID))
}

// Ties returns how Me and a person stand to each other today: what the user stated, then what their
// careers and projects show, strongest first.
func Ties(tx *store.Tx, person data.ID, today data.Day) ([]data.Tie, error) {
	kept, err := tx.TiesOf(person)
	if err != nil {
		return nil, err
	}
	var all []data.Tie
	for _, t := range kept {
		if !t.Derived {
			t.Current = (t.Since.IsZero() || t.Since.Earliest() <= today) && (t.Until.IsZero() || t.Until.Latest() >= today)
			all = append(all, t)
		}
	}
	mine, err := tx.Roles(data.Me)
	if err != nil {
		return nil, err
	}
	theirs, err := tx.Roles(person)
	if err != nil {
		return nil, err
	}
	p, err := tx.Person(person)
	if err != nil {
		return nil, err
	}
	said, err := tx.TieVerdicts(person)
	if err != nil {
		return nil, err
	}
	projects, err := tx.ProjectsOf(person)
	if err != nil {
		return nil, err
	}
	together := onDay(collaborators(person, projects), today)
	if today, err = asOf(tx, today); err != nil {
		return nil, err
	}
	return append(all, among(newDeriver(mine, today).derive(theirs, p.Connected, said), together)...), nil
}

// Between returns how two people stand to each other by their careers, as of today, the strongest tie
// first. Mine of a tie is the role of the one whose roles come first. The ties hold between any two
// people: nothing the user said of their own is in them.
func Between(one, other []data.Role, today data.Day) []data.Tie {
	if len(one) == 0 {
		return nil
	}
	return newDeriver(one, today).derive(other, 0, nil)
}
