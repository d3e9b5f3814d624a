package careers

import (
	"fmt"
	"strings"

	"peerage/data"
	"peerage/data/ladder"
	"peerage/data/store"
)

// read returns what a text says as a title. A Reader without a ladder understands none.
func (r *Reader) read(title string) ladder.Reading {
	reading, ok := r.readings[title]
	if !ok {
		reading.Standing = data.UnknownStanding
		if r.titles != nil {
			reading = r.titles.Read(title)
		}
		r.readings[title] = reading
	}
	return reading
}

// Form returns the normal form of a role's employer and title, on which what the user says of it hangs.
// It holds no NUL, at which the file would end a text.
func (r *Reader) Form(role *data.Role) string {
	return strings.Replace(r.Employer(role.Employer), "\x00", "\t", 1) + "\n" + r.Title(role.Title, role.Employer)
}

// Stand gives a role the standing that its title has, or the one that the user gave it.
func (r *Reader) Stand(role *data.Role) {
	role.Standing, role.Ruled = r.read(role.Title).Standing, false
	said := r.said[role.Person]
	if len(said) == 0 {
		return
	}
	if v, ok := said[r.Form(role)]; ok {
		role.Standing.Track, role.Standing.Level, role.Ruled = v.Track, v.Level, true
	}
}

// Rule makes a role stand where the user says, whatever its title says, and every later role of the
// same words with it. An unruled standing leaves it to the title again.
func (k *Keeper) Rule(tx *store.Tx, role data.Role, standing data.Standing, ruled bool, today data.Day) error {
	reader, err := k.Reader(tx)
	if err != nil {
		return err
	}
	form := reader.Form(&role)
	if ruled {
		if err := standing.Validate(); err != nil {
			return fmt.Errorf("correct a title: %w", err)
		}
		err = tx.SaveTitleVerdict(data.TitleVerdict{Person: role.Person, Form: form, Track: standing.Track, Level: standing.Level})
	} else {
		err = tx.DropTitleVerdict(role.Person, form)
	}
	if err != nil {
		return err
	}
	return k.Refresh(tx, today, role.Person)
}

// SayTie keeps what the user says of a derived tie, and what follows from it.
func (k *Keeper) SayTie(tx *store.Tx, v data.TieVerdict, today data.Day) error {
	if err := tx.SaveTieVerdict(v); err != nil {
		return err
	}
	return k.Refresh(tx, today, v.Person)
}

// UnsayTie leaves a derived tie to the rules again, of which the user said v before.
func (k *Keeper) UnsayTie(tx *store.Tx, v data.TieVerdict, today data.Day) error {
	if err := tx.DropTieVerdict(v); err != nil {
		return err
	}
	return k.Refresh(tx, today, v.Person)
}
