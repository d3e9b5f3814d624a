package careers

import (
	"fmt"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// What the user says of organisations overrules how their names are told apart: every name concerned is
// confirmed where it stands, so that no import moves it. The functions here leave the careers that
// snapshots show as they are; package intake reads those anew.

// MergeOrganisations makes one organisation of two because the user says so: every name of drop stands
// for keep from now on, and no rule parts them again. An organisation that is not there is
// data.ErrNotFound.
func MergeOrganisations(tx *store.Tx, keep, drop data.ID) error {
	if keep == drop {
		return fmt.Errorf("merge organisation %d with itself: %w", keep, data.ErrNotFound)
	}
	stay, err := namesOf(tx, keep)
	if err != nil {
		return err
	}
	written, err := namesOf(tx, drop)
	if err != nil {
		return err
	}
	if err := confirm(tx, keep, stay); err != nil {
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

// RenameOrganisation calls an organisation by another name, which stands for it from now on. The name
// is refused with an *data.Invalid when it is none, names no organisation (self-employed), or stands for
// another one: the two would be one.
func RenameOrganisation(tx *store.Tx, rules *names.Rules, id data.ID, name string) error {
	name = names.Clean(name)
	if err := nameable(rules, name); err != nil {
		return err
	}
	if _, err := tx.Organisation(id); err != nil {
		return err
	}
	from, err := bearer(tx, name)
	if err != nil {
		return err
	}
	if from != 0 && from != id {
		return &data.Invalid{Field: "organisation", Reason: data.Taken}
	}
	if err := settle(tx, rules, id, name); err != nil {
		return err
	}
	if err := tx.NameOrganisation(id, name, true); err != nil {
		return err
	}
	return tx.RenameOrganisation(id, name)
}

// AddAlias makes a name stand for an organisation. Roles at an employer written like that follow, also
// from another organisation that the name stood for. It refuses what RenameOrganisation refuses, but for
// a name of another organisation, and one that the organisation has already.
func AddAlias(tx *store.Tx, rules *names.Rules, id data.ID, written string) error {
	written = names.Clean(written)
	if err := nameable(rules, written); err != nil {
		return err
	}
	if _, err := tx.Organisation(id); err != nil {
		return err
	}
	from, err := bearer(tx, written)
	if err != nil {
		return err
	}
	if from == id {
		return &data.Invalid{Field: "organisation", Reason: data.Taken}
	}
	if err := settle(tx, rules, id, written); err != nil {
		return err
	}
	if err := bring(tx, id, from, []string{written}); err != nil {
		return err
	}
	if from != 0 {
		if err := recall(tx, from); err != nil {
			return err
		}
	}
	return tx.DropEmptyOrganisations()
}

// SplitOrganisation makes an organisation of its own of some names of another, called by the best of
// them, and returns it. At least one name must go and one must stay, else the *data.Invalid says that
// something is missing; rules that would bring them together again are overruled. What the user said of
// ties at the organisation holds for both.
func SplitOrganisation(tx *store.Tx, id data.ID, written []string) (data.ID, error) {
	all, err := namesOf(tx, id)
	if err != nil {
		return 0, err
	}
	stay := slices.DeleteFunc(slices.Clone(all), func(n string) bool { return slices.Contains(written, n) })
	if len(written) == 0 || len(stay) == 0 || len(stay)+len(written) != len(all) {
		return 0, &data.Invalid{Field: "organisation", Reason: data.Missing}
	}
	key, err := freeKey(tx, written[0])
	if err != nil {
		return 0, err
	}
	made, err := tx.AddOrganisation(best(written), key)
	if err != nil {
		return 0, err
	}
	if err := confirm(tx, id, stay); err != nil {
		return 0, err
	}
	if err := bring(tx, made, id, written); err != nil {
		return 0, err
	}
	return made, recall(tx, id)
}

// Bearer returns the organisation that a name stands for, 0 for none: one that it is written with, or one
// that an import would take it for, as it takes "Brightwater" for Brightwater GmbH.
func Bearer(tx *store.Tx, rules *names.Rules, name string) (data.ID, error) {
	name = names.Clean(name)
	of, err := Grouping(tx, rules, []string{name})
	return max(of[name], 0), err
}

// freeKey returns a key for an organisation that the user made. Names that are confirmed are found by
// themselves, so it only has to be one that no other has; no normal form begins with a line break.
func freeKey(tx *store.Tx, written string) (string, error) {
	all, err := tx.OrganisationNames()
	key := "\n" + written
	for slices.ContainsFunc(all, func(n store.OrganisationName) bool { return n.Key == key }) {
		key += "'"
	}
	return key, err
}

// settle confirms the names of other organisations that rules would bring to one that is given a name,
// because they differ from it by no more than a legal form or how an umlaut is written.
func settle(tx *store.Tx, rules *names.Rules, id data.ID, name string) error {
	all, err := tx.OrganisationNames()
	if err != nil {
		return err
	}
	written := []string{name}
	for _, n := range all {
		written = append(written, n.Written)
	}
	bases := rules.Bases(written)
	for _, n := range all {
		if n.Confirmed || n.Organisation == id || bases[n.Written] != bases[name] {
			continue
		}
		if err := tx.NameOrganisation(n.Organisation, n.Written, true); err != nil {
			return err
		}
	}
	return nil
}

func confirm(tx *store.Tx, id data.ID, written []string) error {
	for _, text := range written {
		if err := tx.NameOrganisation(id, text, true); err != nil {
			return err
		}
	}
	return nil
}

// bring makes names stand for an organisation, with the roles whose employer is written so, and what
// the user said of ties through them.
func bring(tx *store.Tx, to, from data.ID, written []string) error {
	if err := confirm(tx, to, written); err != nil || from == 0 || from == to {
		return err
	}
	for _, text := range written {
		if err := tx.CopyTieVerdicts(text, from, to); err != nil {
			return err
		}
		if err := tx.MoveEmployer(text, from, to); err != nil {
			return err
		}
	}
	return nil
}

// recall calls an organisation by the best of its names when it has lost the one it was called by.
func recall(tx *store.Tx, id data.ID) error {
	o, err := tx.Organisation(id)
	if err != nil {
		return err
	}
	all, err := tx.OrganisationNames()
	if err != nil {
		return err
	}
	written := namesIn(all, id)
	if len(written) == 0 || slices.Contains(written, o.Name) {
		return nil
	}
	return tx.RenameOrganisation(id, best(written))
}

// bearer returns the organisation that a text stands for, 0 when none.
func bearer(tx *store.Tx, written string) (data.ID, error) {
	all, err := tx.OrganisationNames()
	for _, n := range all {
		if n.Written == written {
			return n.Organisation, err
		}
	}
	return 0, err
}

func namesOf(tx *store.Tx, id data.ID) ([]string, error) {
	all, err := tx.OrganisationNames()
	if err != nil {
		return nil, err
	}
	written := namesIn(all, id)
	if len(written) == 0 {
		return nil, fmt.Errorf("organisation %d: %w", id, data.ErrNotFound)
	}
	return written, nil
}

func namesIn(all []store.OrganisationName, id data.ID) []string {
	var written []string
	for _, n := range all {
		if n.Organisation == id {
			written = append(written, n.Written)
		}
	}
	return written
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

func nameable(rules *names.Rules, name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return &data.Invalid{Field: "organisation", Reason: data.Missing}
	case len([]rune(name)) > data.MaxName:
		return &data.Invalid{Field: "organisation", Reason: data.TooLong}
	case rules.None(name):
		return &data.Invalid{Field: "organisation", Reason: data.NoOrganisation}
	}
	return nil
}
