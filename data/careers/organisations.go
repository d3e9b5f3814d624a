package careers

import (
	"fmt"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// MergeOrganisations makes one organisation of two because the user says so: every name of drop stands
// for keep from now on, and no rule parts them again.
func MergeOrganisations(tx *store.Tx, keep, drop data.ID) error {
	if keep == drop {
		return fmt.Errorf("merge organisation %d with itself: %w", keep, data.ErrNotFound)
	}
	written, err := namesOf(tx, keep)
	if err != nil {
		return err
	}
	for _, text := range written {
		if err := tx.NameOrganisation(keep, text, true); err != nil {
			return err
		}
	}
	if written, err = namesOf(tx, drop); err != nil {
		return err
	}
	if err := bring(tx, keep, drop, written); err != nil {
		return err
	}
	if err := tx.MoveTieVerdicts(drop, keep); err != nil {
		return err
	}
	return tx.DropEmptyOrganisations()
}

// RenameOrganisation calls an organisation by another name, which stands for it from now on. A name
// that stands for another organisation is refused: the two would be one.
func RenameOrganisation(tx *store.Tx, id data.ID, name string) error {
	name = names.Clean(name)
	if err := nameable(name); err != nil {
		return err
	}
	of, err := tx.OrganisationNames()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(of, func(n store.OrganisationName) bool { return n.Written == name && n.Organisation != id }) {
		return &data.Invalid{Field: "organisation", Reason: data.Taken}
	}
	if err := tx.NameOrganisation(id, name, true); err != nil {
		return err
	}
	return tx.RenameOrganisation(id, name)
}

// AddAlias makes a name stand for an organisation. Roles at an employer written like that follow, also
// from another organisation that the name stood for.
func AddAlias(tx *store.Tx, id data.ID, written string) error {
	written = names.Clean(written)
	if err := nameable(written); err != nil {
		return err
	}
	of, err := tx.OrganisationNames()
	if err != nil {
		return err
	}
	from := data.ID(0)
	for _, n := range of {
		if n.Written == written {
			from = n.Organisation
		}
	}
	if err := bring(tx, id, from, []string{written}); err != nil {
		return err
	}
	return tx.DropEmptyOrganisations()
}

// SplitOrganisation makes an organisation of its own of some names of another, called by the first of
// them, and returns it. At least one name must stay behind; rules that would bring them together again
// are overruled.
func SplitOrganisation(tx *store.Tx, id data.ID, written []string) (data.ID, error) {
	all, err := namesOf(tx, id)
	if err != nil {
		return 0, err
	}
	stay := slices.DeleteFunc(slices.Clone(all), func(n string) bool { return slices.Contains(written, n) })
	if len(written) == 0 || len(stay) == 0 || len(stay)+len(written) != len(all) {
		return 0, &data.Invalid{Field: "organisation", Reason: data.Missing}
	}
	// The key only has to be free: names that the user confirmed are found by themselves.
	made, err := tx.AddOrganisation(written[0], "split "+written[0])
	if err != nil {
		return 0, err
	}
	for _, text := range stay {
		if err := tx.NameOrganisation(id, text, true); err != nil {
			return 0, err
		}
	}
	if err := bring(tx, made, id, written); err != nil {
		return 0, err
	}
	return made, tx.RenameOrganisation(id, best(stay))
}

// bring makes names stand for an organisation, with the roles whose employer is written so.
func bring(tx *store.Tx, to, from data.ID, written []string) error {
	for _, text := range written {
		if err := tx.NameOrganisation(to, text, true); err != nil {
			return err
		}
		if from == 0 || from == to {
			continue
		}
		if err := tx.MoveEmployer(text, from, to); err != nil {
			return err
		}
	}
	return nil
}

func namesOf(tx *store.Tx, id data.ID) ([]string, error) {
	all, err := tx.OrganisationNames()
	if err != nil {
		return nil, err
	}
	var written []string
	for _, n := range all {
		if n.Organisation == id {
			written = append(written, n.Written)
		}
	}
	if len(written) == 0 {
		return nil, fmt.Errorf("organisation %d: %w", id, data.ErrNotFound)
	}
	return written, nil
}

func best(written []string) string {
	name := written[0]
	for _, text := range written[1:] {
		if better(text, name) {
			name = text
		}
	}
	return name
}

func nameable(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return &data.Invalid{Field: "organisation", Reason: data.Missing}
	case len([]rune(name)) > data.MaxName:
		return &data.Invalid{Field: "organisation", Reason: data.TooLong}
	}
	return nil
}
