package names

import (
	"slices"
	"strings"
)

// Groups sorts texts from the field "employer" into organisations: it returns for every text the key of
// its organisation. Texts of one base (see [Rules.Split]) share a key unless two different legal forms
// stand behind it; then every form has a key of its own, and so has the bare name, for nobody can
// tell whose it is. The key of a text that names no organisation is "".
//
// A spelling with an umlaut joins those without it and those with two letters: Grünwald, Grunwald and
// Gruenwald are one.
//
// The keys depend on the set of the texts, not on their order. They hold for this set only: another
// legal form may part a group.
func (r *Rules) Groups(written []string) map[string]string {
	all := r.split(written)
	forms := formsByBase(all)
	keys := make(map[string]string, len(all))
	for text, p := range all {
		switch {
		case p.base == "":
			keys[text] = ""
		case len(forms[p.base]) < 2:
			keys[text] = p.base
		default:
			keys[text] = p.base + "\x00" + p.form
		}
	}
	return keys
}

// Clashes returns the groups of texts of one base behind which stand two or more legal forms: only the
// user knows whether they are one organisation. Groups and their texts are in byte order, each text
// once.
func (r *Rules) Clashes(written []string) [][]string {
	all := r.split(written)
	forms := formsByBase(all)
	byBase := map[string][]string{}
	for text, p := range all {
		if len(forms[p.base]) > 1 {
			byBase[p.base] = append(byBase[p.base], text)
		}
	}
	var clashes [][]string
	for _, texts := range byBase {
		slices.Sort(texts)
		clashes = append(clashes, texts)
	}
	slices.SortFunc(clashes, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return clashes
}

// parts are what Split returns.
type parts struct{ base, form string }

// Bases returns for every text the base that decides its group: that of Split, or of another spelling
// of the same name; "" for one that names no organisation.
func (r *Rules) Bases(written []string) map[string]string {
	all := r.split(written)
	bases := make(map[string]string, len(all))
	for text, p := range all {
		bases[text] = p.base
	}
	return bases
}

// split takes every text apart once. The base of one that names no organisation is "", and spellings of
// one name have one base.
func (r *Rules) split(written []string) map[string]parts {
	all := make(map[string]parts, len(written))
	for _, text := range written {
		if _, done := all[text]; done {
			continue
		}
		var p parts
		if !r.None(text) {
			p.base, p.form = r.Split(text)
		}
		all[text] = p
	}
	to := r.respelled(all)
	for text, p := range all {
		if base, ok := to[p.base]; ok {
			all[text] = parts{base, p.form}
		}
	}
	return all
}

// formsByBase returns the different legal forms behind every base.
func formsByBase(all map[string]parts) map[string][]string {
	forms := map[string][]string{}
	for _, p := range all {
		if p.form != "" && !slices.Contains(forms[p.base], p.form) {
			forms[p.base] = append(forms[p.base], p.form)
		}
	}
	return forms
}
