package words

import "strings"

// accents gives each letter a look-alike that every embedded font of Latin script has.
var accents = strings.NewReplacer(
	"a", "áá", "e", "éé", "i", "íí", "o", "ôô", "u", "üü", "y", "ýý",
	"A", "ÁÁ", "E", "ÉÉ", "I", "ÍÍ", "O", "ÔÔ", "U", "ÜÜ", "Y", "ÝÝ",
	"c", "ç", "d", "ď", "g", "ğ", "h", "ĥ", "j", "ĵ", "k", "ķ", "l", "ľ", "n", "ñ", "r", "ř", "s", "š", "t", "ť", "w", "ŵ", "z", "ž",
	"C", "Ç", "D", "Ď", "G", "Ğ", "H", "Ĥ", "J", "Ĵ", "K", "Ķ", "L", "Ľ", "N", "Ñ", "R", "Ř", "S", "Š", "T", "Ť", "W", "Ŵ", "Z", "Ž",
)

// pseudo disguises a pattern as the pseudo-language: accented, about two fifths longer, and marked.
// Placeholders stay as they are.
func pseudo(p pattern) pattern {
	var out pattern
	for _, piece := range p.pieces {
		piece.before = accents.Replace(piece.before)
		out.pieces = append(out.pieces, piece)
	}
	out.rest = accents.Replace(p.rest) + "⟧"
	if len(out.pieces) == 0 {
		out.rest = "⟦" + out.rest
	} else {
		out.pieces[0].before = "⟦" + out.pieces[0].before
	}
	return out
}
