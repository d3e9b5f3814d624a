package quicklog

import "slices"

// apartFromKnown returns those of who is acted upon to whom nobody else is made known: of "promised an intro to Kim"
// it is who is named behind, as in "for Raj", or whom the pronoun would mean, as far as others than Kim are named.
func (d *reading) apartFromKnown(targets []int, at int) []int {
	if !slices.ContainsFunc(targets, d.isKnownTo) {
		return targets
	}
	others := slices.DeleteFunc(slices.Clone(targets), d.isKnownTo)
	if len(others) == 0 {
		others = d.namedBehind(targets[len(targets)-1])
	}
	if len(others) == 0 {
		others = slices.DeleteFunc(slices.Clone(d.meant(at)), d.isKnownTo)
	}
	for n := 0; n < len(d.mentions) && len(others) == 0; n++ {
		if !d.aside(n) && !d.isKnownTo(n) {
			others = []int{n}
		}
	}
	if len(others) == 0 {
		return targets
	}
	return others
}

// namedBehind returns the mention behind another one of its clause that somebody is made known to: of whom the
// intro is, or for whom.
func (d *reading) namedBehind(known int) []int {
	for n := known + 1; n < len(d.mentions) && d.clauseOf(d.mentions[n].from) == d.clauseOf(d.mentions[known].from); n++ {
		if _, ok := d.endsWith(d.mentions[n].from, toward); ok && !d.isKnownTo(n) {
			return []int{n}
		}
	}
	return nil
}

// isKnownTo reports whether a mention is of somebody to whom another one is made known.
func (d *reading) isKnownTo(n int) bool {
	first := d.listEnding(n, 0)[0]
	_, ok := d.endsWith(d.mentions[first].from, knownTo)
	return ok
}
