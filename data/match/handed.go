package match

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"peerage/data"
)

// partProfiles gives those of a profile that was handed on nodes of their own: crossed are the nodes of
// profiles that were seen with several days of connection, or with names that cannot be one.
func (r *resolver) partProfiles(crossed map[int]bool) {
	said := make(map[int][]int, len(crossed))
	for i, n := range r.node {
		if crossed[n] {
			said[n] = append(said[n], i)
		}
	}
	only := r.onlyOnes(said)
	for _, n := range slices.Sorted(maps.Keys(crossed)) {
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
	var halves []int
	for _, i := range sightings {
		s := &r.sightings[i]
		if s.Reading == Stated {
			return nil
		}
		if isHalf(s) {
			halves = append(halves, i)
			continue
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
		holders = gather(holders, list, func(h []int) bool { return !r.apartUnder(h, list, only) })
	}
	return r.withHalves(holders, halves)
}

// gather adds sightings to holders: all whom they tie together are one with them.
func gather(holders [][]int, list []int, tied func(holder []int) bool) [][]int {
	one := list
	holders = slices.DeleteFunc(holders, func(h []int) bool {
		same := tied(h)
		if same {
			one = append(slices.Clone(h), one...)
		}
		return same
	})
	return append(holders, one)
}

// withHalves gives what lacks a day or a name to the holders it may speak of, which are one then, or else to
// whoever had the profile last. It parts nobody by itself.
func (r *resolver) withHalves(holders [][]int, halves []int) [][]int {
	if len(holders) < 2 {
		return nil
	}
	whole := slices.Clone(holders)
	last := whole[len(whole)-1][0]
	for _, i := range halves {
		fits := func(h []int) bool { return r.mayBeOf(i, h) }
		if !slices.ContainsFunc(whole, fits) {
			fits = func(h []int) bool { return slices.Contains(h, last) }
		}
		holders = gather(holders, []int{i}, fits)
	}
	return holders
}

// mayBeOf reports whether what is said by halves may speak of a holder.
func (r *resolver) mayBeOf(half int, holder []int) bool {
	s := &r.sightings[half]
	return slices.ContainsFunc(holder, func(j int) bool {
		h := &r.sightings[j]
		switch {
		case isHalf(h):
			return false
		case s.Email != "" && s.Email == h.Email, s.Connected != 0 && nearDays(s.Connected, h.Connected):
			return true
		}
		return s.Name != "" && mayBeOneName(s.Name, h.Name)
	})
}

// isHalf reports whether a sighting lacks a day or a name.
func isHalf(s *Sighting) bool { return s.Connected == 0 || s.Name == "" }

// apartUnder reports whether a profile was handed on between sightings of it. Who keeps the day may change
// every word of the name, and who keeps a word of it the day, since people part and find each other again:
// then it takes that the one stands beside the other. Who keeps neither is somebody else.
func (r *resolver) apartUnder(holder, list []int, only map[place]int) bool {
	sameDay, sameName := false, false
	for _, i := range holder {
		for _, j := range list {
			a, b := &r.sightings[i], &r.sightings[j]
			if a.Email != "" && a.Email == b.Email {
				return false
			}
			sameDay = sameDay || nearDays(a.Connected, b.Connected)
			sameName = sameName || mayBeOneName(a.Name, b.Name)
		}
	}
	if sameDay && sameName {
		return false
	}
	return !sameDay && !sameName || r.standsBeside(holder, list, only) || r.standsBeside(list, holder, only)
}

// nearDays reports whether two days of connection are one: where a program writes its own midnight as that of
// Greenwich, a day becomes the one before or after it.
func nearDays(a, b data.Day) bool { return a-b <= 1 && b-a <= 1 }

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
