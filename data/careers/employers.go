package careers

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// Employers makes sure that every employer among written has an organisation, and returns the
// organisation of every text known; texts that name none (self-employed, retired, empty) are 0 or
// missing.
//
// Which texts mean one organisation depends on all of them: "Vantage" and "Vantage Ltd" are one until
// a "Vantage Inc" is known too. So organisations found earlier may be parted here, and the roles at
// them follow. What the user confirmed stays as it is.
func Employers(tx *store.Tx, rules *names.Rules, written []string) (map[string]data.ID, error) {
	known, err := tx.OrganisationNames()
	if err != nil {
		return nil, err
	}
	g := group(rules, known, written)
	if g.fresh == 0 {
		return g.of, nil
	}
	made := map[data.ID]data.ID{} // organisations to be added -> what they became
	changed := map[data.ID]bool{} // organisations that names came to or left
	if err := freeKeys(tx, known, g.steps); err != nil {
		return nil, err
	}
	for _, s := range g.steps {
		if s.name.Organisation == 0 {
			continue
		}
		if err := move(tx, s, made, changed); err != nil {
			return nil, err
		}
	}
	if err := addNames(tx, g.steps, made, changed); err != nil {
		return nil, err
	}
	for text, id := range g.of {
		g.of[text] = became(made, id)
	}
	if err := tx.DropEmptyOrganisations(); err != nil {
		return nil, err
	}
	return g.of, rename(tx, known, g.of, changed)
}

// freeKeys takes away keys that others are to have. Whoever loses one gets another by its own step, or loses all
// its names, or has only names that the user confirmed, which are found without.
func freeKeys(tx *store.Tx, known []store.OrganisationName, steps []step) error {
	takes := map[string]data.ID{}
	for _, s := range steps {
		if s.does != joins {
			takes[s.key] = s.to
		}
	}
	freed := map[data.ID]bool{}
	for _, n := range known {
		if to, taken := takes[n.Key]; !taken || to == n.Organisation || freed[n.Organisation] {
			continue
		}
		freed[n.Organisation] = true
		key, err := freeKey(tx, n.Key)
		if err != nil {
			return err
		}
		if err := tx.Rekey(n.Organisation, key); err != nil {
			return err
		}
	}
	return nil
}

// move brings a name that stands for an organisation to another one, or its organisation to another key.
func move(tx *store.Tx, s step, made map[data.ID]data.ID, changed map[data.ID]bool) (err error) {
	to := became(made, s.to)
	switch s.does {
	case adds:
		if to, err = tx.AddOrganisation(s.name.Written, s.key); err == nil {
			made[s.to] = to
		}
	case takesKey:
		err = tx.Rekey(to, s.key)
	case joins:
		changed[to] = true
	}
	if from := s.name.Organisation; err == nil && from != to {
		changed[to], changed[from] = true, true
		if err = tx.NameOrganisation(to, s.name.Written, false); err == nil {
			err = tx.MoveEmployer(s.name.Written, from, to)
		}
	}
	return err
}

// became returns the organisation that a number in a step has become, or is.
func became(made map[data.ID]data.ID, number data.ID) data.ID {
	if to, added := made[number]; added {
		return to
	}
	return number
}

// addNames brings the texts seen for the first time to their organisations, those that are new among them, all
// at once: a first import has thousands.
func addNames(tx *store.Tx, steps []step, made map[data.ID]data.ID, changed map[data.ID]bool) error {
	var called, fresh []store.OrganisationName
	var numbers []data.ID // of those called, as the steps have them
	for _, s := range steps {
		if s.name.Organisation == 0 && s.does == adds {
			called, numbers = append(called, store.OrganisationName{Written: s.name.Written, Key: s.key}), append(numbers, s.to)
		}
	}
	if err := tx.AddOrganisations(called); err != nil {
		return err
	}
	for i, number := range numbers {
		made[number] = called[i].Organisation
	}
	for _, s := range steps {
		if s.name.Organisation != 0 {
			continue
		}
		to := became(made, s.to)
		if s.does == joins {
			changed[to] = true
		}
		fresh = append(fresh, store.OrganisationName{Organisation: to, Written: s.name.Written})
	}
	return tx.AddOrganisationNames(fresh)
}

// Grouping says, without writing anything, of which organisation each of the texts in use and those
// written would be: texts of one organisation have the same number, and 0 is none. Negative numbers
// stand for organisations that Employers would add.
func Grouping(tx *store.Tx, rules *names.Rules, written []string) (map[string]data.ID, error) {
	known, err := tx.OrganisationNames()
	if err != nil {
		return nil, err
	}
	return group(rules, known, written).of, nil
}

// A step of a grouping brings a name to an organisation.
type step struct {
	name store.OrganisationName // its Organisation is 0 for a text seen for the first time
	does doing
	key  string
	to   data.ID
}

type doing int

const (
	joins    doing = iota // an organisation that is there
	adds                  // one that is to be added
	takesKey              // its own, under another normal form
)

// grouping brings names to organisations.
type grouping struct {
	keys   map[string]string  // text -> normal form of its organisation, given all texts
	byKey  map[string]data.ID // normal form -> organisation
	wanted map[string]bool    // normal forms that texts in use have
	of     map[string]data.ID // text -> organisation
	steps  []step
	fresh  int // texts seen for the first time
	added  int
}

// group plans which organisation every text belongs to. Names that the user confirmed stay, and those
// of the same normal form come to them. Without a text seen for the first time nothing moves.
func group(rules *names.Rules, known []store.OrganisationName, written []string) *grouping {
	g := &grouping{byKey: map[string]data.ID{}, wanted: map[string]bool{}, of: make(map[string]data.ID, len(known)+len(written))}
	all := make([]string, 0, len(known)+len(written))
	for _, n := range known {
		all = append(all, n.Written)
		g.of[n.Written] = n.Organisation
	}
	for _, w := range written {
		if _, ok := g.of[w]; !ok && w != "" {
			g.of[w] = 0
			all = append(all, w)
			g.fresh++
		}
	}
	if g.fresh == 0 {
		return g
	}
	g.keys = rules.Groups(all)
	for text, key := range g.keys {
		g.keys[text] = strings.Replace(key, "\x00", "\n", 1) // no text in the file has a NUL, so the key would come back as another
	}
	for _, n := range known {
		g.wanted[g.keys[n.Written]] = true
		if n.Confirmed {
			g.byKey[g.keys[n.Written]] = n.Organisation
		}
	}
	for _, n := range known {
		if _, taken := g.byKey[n.Key]; !taken && g.wanted[n.Key] {
			g.byKey[n.Key] = n.Organisation
		}
	}
	for _, n := range known {
		if key := g.keys[n.Written]; !n.Confirmed && key != "" && (key != n.Key || g.byKey[key] != n.Organisation) {
			g.place(n, key)
		}
	}
	for _, text := range all[len(known):] {
		if key := g.keys[text]; key != "" {
			g.place(store.OrganisationName{Written: text}, key)
		}
	}
	return g
}

// place finds the organisation of a name whose organisation is to have the normal form key.
func (g *grouping) place(n store.OrganisationName, key string) {
	s := step{name: n, key: key, does: joins}
	to, ok := g.byKey[key]
	switch {
	case ok:
		s.to = to
	case n.Organisation != 0 && !g.wanted[n.Key]:
		// The organisation's old normal form means nothing any more: it takes the new one.
		g.wanted[n.Key] = true
		s.does, s.to = takesKey, n.Organisation
	default:
		g.added++
		s.does, s.to = adds, -data.ID(g.added)
	}
	g.byKey[key], g.of[n.Written] = s.to, s.to
	if s.does != joins || s.to != n.Organisation {
		g.steps = append(g.steps, s)
	}
}

// rename calls organisations whose names came or went by the best of them, so that what they are
// called does not depend on what was read first. Where the user confirmed a name, it stays.
func rename(tx *store.Tx, known []store.OrganisationName, of map[string]data.ID, changed map[data.ID]bool) error {
	for _, n := range known {
		if n.Confirmed {
			delete(changed, n.Organisation)
		}
	}
	best := map[data.ID]string{}
	for text, id := range of {
		if changed[id] && (best[id] == "" || better(text, best[id])) {
			best[id] = text
		}
	}
	for _, id := range slices.Sorted(maps.Keys(best)) {
		if err := tx.RenameOrganisation(id, best[id]); err != nil {
			return err
		}
	}
	return nil
}

// better reports whether an organisation is better called a than b: not in capitals only, in few
// letters (mostly those without a legal form), and else whatever comes first.
func better(a, b string) bool {
	shouting := func(s string) int {
		if strings.ToUpper(s) == s && strings.ToLower(s) != s {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(shouting(a), shouting(b)), cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)), strings.Compare(a, b)) < 0
}
