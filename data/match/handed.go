package match

import (
	"cmp"
	"slices"
	"strings"

	"peerage/data"
)

// partProfiles gives those of a profile that was handed on nodes of their own: crossed are the nodes of
// profiles that were seen with several days of connection, or with names that have no word in common.
func (r *resolver) partProfiles(crossed map[int]bool) {
	said := make(map[int][]int, len(crossed))
	for i, n := range r.node {
		if crossed[n] {
			said[n] = append(said[n], i)
		}
	}
	only := r.onlyOnes(said)
	for n := range crossed {
		if holders := r.holders(said[n], only); len(holders) > 1 {
			r.handed = append(r.handed, r.sightings[r.first[n]].Profile)
			r.divide(n, holders)
		}
	}
	slices.Sort(r.handed)
}

// divide leaves the first of the holders their node, and adds one for each other.
func (r *resolver) divide(node int, holders [][]int) {
	clear(r.seen[node])
	for k, holder := range holders {
		n := node
		if k > 0 {
			n = len(r.parent)
			r.first, r.parent, r.next = append(r.first, holder[0]), append(r.parent, n), append(r.next, n)
			r.seen = append(r.seen, make(readings, r.width))
		}
		r.first[n] = holder[0]
		for _, i := range holder {
			r.node[i] = n
			bit := r.bits[r.sightings[i].Reading]
			r.seen[n][bit/64] |= 1 << (bit % 64)
		}
	}
}

// holders divides the sightings of a profile by whom it belonged to. Those with one name and one day of
// connection speak of one person.
func (r *resolver) holders(sightings []int, only map[place]int) [][]int {
	var alike [][]int
	for _, i := range sightings {
		s := &r.sightings[i]
		if s.Reading == Stated || s.Connected == 0 || s.Name == "" {
			return nil // what is said by halves parts nobody
		}
		at := slices.IndexFunc(alike, func(list []int) bool {
			first := &r.sightings[list[0]]
			return first.Connected == s.Connected && first.Name == s.Name
		})
		if at < 0 {
			at, alike = len(alike), append(alike, nil)
		}
		alike[at] = append(alike[at], i)
	}
	slices.SortFunc(alike, func(a, b []int) int {
		x, y := &r.sightings[a[0]], &r.sightings[b[0]]
		return cmp.Or(cmp.Compare(x.Connected, y.Connected), strings.Compare(x.Name, y.Name))
	})
	var holders [][]int
	for _, list := range alike {
		// Everyone whom these tie to earlier ones is one holder with them.
		one := list
		holders = slices.DeleteFunc(holders, func(h []int) bool {
			same := !r.apartUnder(h, list, only)
			if same {
				one = append(slices.Clone(h), one...)
			}
			return same
		})
		holders = append(holders, one)
	}
	return holders
}

// apartUnder reports whether a profile was handed on between sightings of it. Who keeps the day may change
// every word of the name, and who keeps a word of it the day, since people part and find each other again:
// then it takes that the one stands beside the other. Who keeps neither is somebody else.
func (r *resolver) apartUnder(holder, list []int, only map[place]int) bool {
	sameDay := false
	for _, i := range holder {
		for _, j := range list {
			a, b := &r.sightings[i], &r.sightings[j]
			if a.Email != "" && a.Email == b.Email {
				return false
			}
			sameDay = sameDay || a.Connected == b.Connected
		}
	}
	word := r.shareWord(holder, list)
	if sameDay && word {
		return false
	}
	return !sameDay && !word || r.standsBeside(holder, list, only) || r.standsBeside(list, holder, only)
}

// shareWord reports whether the names in two lists of sightings have a word in common.
func (r *resolver) shareWord(a, b []int) bool {
	return slices.ContainsFunc(a, func(i int) bool {
		return slices.ContainsFunc(b, func(j int) bool { return wordInCommon(r.sightings[i].Name, r.sightings[j].Name) })
	})
}

func wordInCommon(a, b string) bool {
	for x := range strings.FieldsSeq(a) {
		for y := range strings.FieldsSeq(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// place is where somebody of a name and a day stands.
type place struct {
	reading data.ID
	name    string
	day     data.Day
}

// several stands for the sightings of a place that has more than one.
const several = -1

// onlyOnes says who is the only one of their name and day in a reading, of those who are called as
// somebody in said.
func (r *resolver) onlyOnes(said map[int][]int) map[place]int {
	sought := map[evidence]bool{}
	for _, list := range said {
		for _, i := range list {
			sought[evidence{r.sightings[i].Name, r.sightings[i].Connected}] = true
		}
	}
	only := map[place]int{}
	for i := range r.sightings {
		s := &r.sightings[i]
		if s.Reading == Stated || !sought[evidence{s.Name, s.Connected}] {
			continue
		}
		at := place{s.Reading, s.Name, s.Connected}
		if _, ok := only[at]; ok {
			i = several
		}
		only[at] = i
	}
	return only
}

// standsBeside reports whether somebody seen under a profile stands under another one in a reading that
// gives the profile to others: then it is theirs no more.
func (r *resolver) standsBeside(was, others []int, only map[place]int) bool {
	return slices.ContainsFunc(was, func(i int) bool {
		s := &r.sightings[i]
		return only[place{s.Reading, s.Name, s.Connected}] != several && slices.ContainsFunc(others, func(j int) bool {
			there, ok := only[place{r.sightings[j].Reading, s.Name, s.Connected}]
			return ok && there != several
		})
	})
}
