// Package match decides which entries of which files speak of the same person.
//
// The answer depends on everything that was ever read, not on the order it was read in: Resolve looks
// at all sightings at once and says how they fall into people. Whoever keeps the people then joins or
// parts them to fit.
//
// # The rules
//
// Strongest first:
//
//  1. The same profile is the same person, unless it was handed on.
//  2. What the user joined stays joined.
//  3. The same e-mail address is the same person, unless one reading gives it to two: then it is a
//     mailbox that people share, and says nothing.
//  4. The same full name and day of connection are the same person.
//
// An entry with an unknown profile that fits by 3 or 4 is thus a person whose profile changed, and an
// entry without a profile belongs to whoever it fits. Neither rule ever makes one person of two
// entries of one reading, nor of an entry and a person whose other profile stands in that reading: a
// reading lists nobody twice.
//
// # Profiles that were handed on
//
// Who leaves a profile for another one leaves its address free for anybody. A name changes and a day of
// connection may, when two people part and find each other again. So one profile is two people's where
// neither the day nor a word of the name nor the e-mail address is the same, or where only one of day and
// name is, and the one stands in a reading under another profile while the other has this one. To mix two
// people up is bad, to take one apart worse: days that follow each other count as the same, and so do words of
// names that may be one in two spellings. What lacks a day or a name parts nobody, and what the user typed is
// never parted.
//
// # Namesakes
//
// People who share their name and their day of connection are told apart by who stands beside whom in
// a reading. Where that leaves a choice, the same employer and title decide, then the same employer,
// then the same title. Profiles that could still be either's stay apart, since a career that is mixed
// up cannot be seen; entries without a profile go to the first that has room, as the readings say that
// there are no more people than that.
package match

import "peerage/data"

// Sighting is one entry of one reading. Names, employers and titles are compared octet by octet, so
// they come in their normal forms.
type Sighting struct {
	Reading   data.ID  // entries of one reading are told apart: it lists nobody twice
	Person    data.ID  // whom it was taken for so far; 0 for an entry that is being read now
	Profile   string   // LinkedIn slug, "" where the layout has none
	Name      string   // the full name, "" when not given
	Given     string   // the given name alone
	Email     string   // "" when not given
	Connected data.Day // 0 when not given
	Employer  string
	Title     string
	Written   string // the entry as it is written, to tell apart what is equal in its normal form
}

// Stated is the reading of what the user typed: a profile or an address of a person. It lists people
// more than once, an entry for each profile and address.
const Stated data.ID = 0

// Double is a pair of people who may be one: same given name, same day of connection, another last
// name. Each is an index into the people of a Result.
type Double struct{ A, B int }

// Result says how sightings fall into people.
type Result struct {
	Of      []int // for each sighting the index of its person, counted from 0 in the order of sightings
	People  int   // how many people there are
	Doubles []Double
	Handed  []string // profiles that one person left and another one took, in order
}

// Resolve groups sightings into people by the rules that the package states.
//
// What the user joined needs no list of its own: where a person has sightings that the rules, given
// what was known so far, would not bring together, the user has done it.
//
// describe, unless it is nil, tells the employer and title of sightings[i], for those that leave them empty
// until they are asked for. Most never are, and their normal forms take longer than all the rest.
func Resolve(sightings []Sighting, describe func(i int) (employer, title string)) Result {
	r := newResolver(sightings)
	r.describe = describe
	for _, pair := range joinedByUser(sightings, describe) {
		r.join(r.node[pair[0]], r.node[pair[1]])
	}
	r.joinAlike()
	return r.result()
}

// joinedByUser returns pairs of sightings that are one person's because the user said so.
func joinedByUser(sightings []Sighting, describe func(i int) (employer, title string)) [][2]int {
	var known []Sighting
	var at []int // their places in sightings
	for i := range sightings {
		if sightings[i].Person != 0 {
			known, at = append(known, sightings[i]), append(at, i)
		}
	}
	if len(known) == 0 {
		return nil
	}
	r := newResolver(known)
	if describe != nil {
		r.describe = func(i int) (employer, title string) { return describe(at[i]) }
	}
	r.joinAlike()
	parts := map[data.ID][]int{} // person -> the first sighting, by content, of each part
	whole := make(map[data.ID]int, len(known))
	for i := range known {
		p, root := known[i].Person, r.find(r.node[i])
		if first, ok := whole[p]; !ok {
			whole[p] = root
		} else if first != root {
			parts[p] = nil
		}
	}
	if len(parts) == 0 {
		return nil
	}
	for i := range known {
		p := known[i].Person
		if list, ok := parts[p]; ok {
			parts[p] = r.addPart(list, i)
		}
	}
	var pairs [][2]int
	for _, list := range parts {
		for i := range list[1:] {
			pairs = append(pairs, [2]int{at[list[i]], at[list[i+1]]})
		}
	}
	return pairs
}

// addPart puts sighting i into a list that keeps the first sighting of each part.
func (r *resolver) addPart(list []int, i int) []int {
	root := r.find(r.node[i])
	for k, have := range list {
		if r.find(r.node[have]) == root {
			if compare(r.described(i), r.described(have)) < 0 {
				list[k] = i
			}
			return list
		}
	}
	return append(list, i)
}
