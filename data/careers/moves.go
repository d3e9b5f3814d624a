package careers

import (
	"slices"

	"peerage/data"
	"peerage/data/moves"
	"peerage/data/store"
)

// moves returns the moves in a career, newest first, with what the user made of them.
func (r *Reader) moves(roles []data.Role, judged []data.MoveVerdict, today data.Day) []data.Move {
	if len(roles) == 0 || len(roles) == 1 && roles[0].Current {
		return nil // most people, after a first import
	}
	career := moves.Career{Roles: make([]moves.Role, len(roles))}
	for i := range roles {
		role := &roles[i]
		career.Roles[i] = moves.Role{
			Role: *role, Form: r.Form(role), Employer: r.Employer(role.Employer), Title: r.Title(role.Title, role.Employer),
			Retired: r.read(role.Title).Retired || r.read(role.Employer).Retired,
		}
	}
	found := moves.Derive(career, today)
	for i := range found {
		found[i].Status = statusOf(&found[i], judged)
	}
	slices.SortStableFunc(found, compareMoves)
	return found
}

// statusOf returns what the user made of a move: what they said of its most telling kind, or, where a
// corrected title has changed what it is, of any kind of a move between the same two posts.
func statusOf(m *data.Move, judged []data.MoveVerdict) data.MoveStatus {
	var same []data.MoveVerdict
	for _, v := range judged {
		if v.From == m.From.Form && v.To == m.To.Form {
			same = append(same, v)
		}
	}
	for _, kind := range m.Kinds {
		for _, v := range same {
			if v.Kind == kind {
				return v.Status
			}
		}
	}
	if len(same) > 0 {
		return same[0].Status
	}
	return data.MoveNew
}

// replaceMoves removes the moves of a person when they differ from those derived now, and returns those
// to be added.
func replaceMoves(tx *store.Tx, before, now []data.Move) ([]data.Move, error) {
	if slices.EqualFunc(before, now, sameMove) {
		return nil, nil
	}
	for _, m := range before {
		if err := tx.DeleteMove(m.ID); err != nil {
			return nil, err
		}
	}
	return now, nil
}

func sameMove(a, b data.Move) bool {
	return a.From.Role == b.From.Role && a.To.Role == b.To.Role && a.From.Form == b.From.Form && a.To.Form == b.To.Form &&
		a.After == b.After && a.By == b.By && a.Status == b.Status && slices.Equal(a.Kinds, b.Kinds)
}

// Judge keeps what the user makes of moves, all to the same status, and what follows from it. A move
// judged new again is one that nothing was said of.
func (k *Keeper) Judge(tx *store.Tx, status data.MoveStatus, today data.Day, list ...data.Move) error {
	var people []data.ID
	for _, m := range list {
		said, err := tx.MoveVerdicts(m.Person)
		if err != nil {
			return err
		}
		for _, v := range said { // of kinds that the move had before a title was corrected
			if v.From != m.From.Form || v.To != m.To.Form {
				continue
			}
			if err := tx.DropMoveVerdict(v); err != nil {
				return err
			}
		}
		for _, kind := range m.Kinds {
			v := data.MoveVerdict{Person: m.Person, Kind: kind, From: m.From.Form, To: m.To.Form, Status: status, Day: today}
			if status == data.MoveNew {
				continue
			}
			if err := tx.SaveMoveVerdict(v); err != nil {
				return err
			}
		}
		people = append(people, m.Person)
	}
	slices.Sort(people)
	people = slices.Compact(people)
	if len(people) == 0 {
		return nil
	}
	return k.Refresh(tx, today, people...)
}
