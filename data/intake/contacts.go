package intake

import (
	"slices"

	"peerage/data"
	"peerage/data/store"
)

// contactKey tells profiles and addresses apart.
type contactKey struct {
	kind  data.ContactKind
	value string
}

// handOn takes profiles from those who had them before whoever was seen with them last.
func (w *work) handOn() {
	if len(w.handed) == 0 {
		return
	}
	last := map[string]data.Day{}
	for i := range w.groups {
		for _, s := range w.groups[i].profiles {
			if _, ok := slices.BinarySearch(w.handed, s.value); ok {
				last[s.value] = max(last[s.value], s.day)
			}
		}
	}
	for i := range w.groups {
		g := &w.groups[i]
		g.profiles = slices.DeleteFunc(g.profiles, func(s seen) bool {
			left := s.day < last[s.value]
			if left {
				g.moved = g.moved || slices.ContainsFunc(g.known(), func(id data.ID) bool { return holds(w.contacts[id], data.LinkedIn, s.value) })
			}
			return left
		})
	}
}

// letGo collects the profiles and addresses that sources gave people and that turn out to be somebody
// else's. What the user typed or put a label on stays.
func (w *work) letGo() (map[contactKey][]store.SeenContact, error) {
	loose := map[contactKey][]store.SeenContact{}
	for i := range w.groups {
		g := &w.groups[i]
		if !g.moved {
			continue
		}
		gone := map[contactKey]bool{}
		for _, id := range g.known() {
			w.contacts[id] = slices.DeleteFunc(w.contacts[id], func(c store.SeenContact) bool {
				list := g.emails
				if c.Kind == data.LinkedIn {
					list = g.profiles
				}
				wanted := slices.ContainsFunc(list, func(s seen) bool { return isContact(c, c.Kind, s.value) })
				if wanted || w.isTyped(g, c) {
					return false
				}
				// What two people had who are one now, the store has kept once, for the first of them.
				if key := (contactKey{c.Kind, c.Value}); !gone[key] {
					gone[key], c.Person = true, g.person
					loose[key] = append(loose[key], c)
				}
				return true
			})
		}
	}
	return loose, w.ctx.Err()
}

// isTyped reports whether the user typed a profile or an address for one of those the group stands for.
func (w *work) isTyped(g *group, c store.SeenContact) bool {
	for _, id := range g.known() {
		for _, have := range w.contacts[id] {
			if (have.Firm || have.Seen == 0) && isContact(have, c.Kind, c.Value) {
				return true
			}
		}
	}
	return false
}

// isRemoved reports whether the user removed a profile or an address from one of those the group stands
// for.
func (w *work) isRemoved(g *group, key contactKey) bool {
	for _, id := range g.known() {
		if slices.ContainsFunc(w.removed[id], func(c data.ContactPoint) bool { return c.Kind == key.kind && c.Value == key.value }) {
			return true
		}
	}
	return false
}

// dropLoose removes what nobody took over.
func (w *work) dropLoose(loose map[contactKey][]store.SeenContact) error {
	for key, list := range loose {
		for _, c := range list {
			if err := w.tx.DropSeenContact(c.ID); err != nil {
				return err
			}
		}
		delete(loose, key)
	}
	return nil
}

// writeContacts brings profiles and addresses up to date and returns those to be added.
func (w *work) writeContacts(g *group, loose map[contactKey][]store.SeenContact) ([]store.SeenContact, error) {
	var had []store.SeenContact
	for _, id := range g.known() {
		had = append(had, w.contacts[id]...)
	}
	fresh, err := w.bring(g, loose, nil, had, data.LinkedIn, g.profiles)
	if err != nil {
		return nil, err
	}
	return w.bring(g, loose, fresh, had, data.Email, g.emails)
}

// bring makes one kind of contact point what list says, and appends those to be added to fresh. The
// day an only one was seen last orders nothing, so it is left as it is.
func (w *work) bring(g *group, loose map[contactKey][]store.SeenContact, fresh, had []store.SeenContact, kind data.ContactKind, list []seen) ([]store.SeenContact, error) {
	several := len(list) > 1 || len(list) == 1 && slices.ContainsFunc(had, func(c store.SeenContact) bool {
		return c.Kind == kind && !isContact(c, kind, list[0].value)
	})
	for _, s := range slices.Backward(list) {
		key := contactKey{kind, s.value}
		at := slices.IndexFunc(had, func(c store.SeenContact) bool { return isContact(c, kind, s.value) })
		switch {
		case at < 0 && w.isRemoved(g, key):
		case at >= 0:
			// Of two that were merged the store kept the later day.
			if c := had[at]; several && (c.Seen != s.day || len(g.absorbed) > 0) {
				c.Person, c.Seen = g.person, s.day
				if err := w.tx.UpdateSeenContact(c); err != nil {
					return nil, err
				}
			}
		case len(loose[key]) > 0:
			c := loose[key][0]
			loose[key] = loose[key][1:]
			c.Person, c.Seen = g.person, s.day
			if err := w.tx.UpdateSeenContact(c); err != nil {
				return nil, err
			}
		default:
			fresh = append(fresh, store.SeenContact{Person: g.person, Kind: kind, Value: s.value, Seen: s.day})
		}
	}
	return fresh, nil
}
