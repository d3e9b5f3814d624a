package ladder

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

func TestWordsOfShortLettersFoldAsAnyDo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	short := 0
	for n := range 20_000 {
		word := string(rune(n % 0x900))
		for range random.IntN(6) {
			word += string(rune(random.IntN(0x900)))
		}
		got, ok := foldLetters(word, nil)
		if !ok {
			continue
		}
		short++
		if want := foldAny(word); string(got) != want {
			t.Errorf("%q is folded to %q, want %q", word, got, want)
		}
	}
	if short < 2000 {
		t.Errorf("only %d words were folded letter by letter", short)
	}
	for _, word := range []string{"Geschäftsführerin", "R&D", "C.E.O.", "Løytnant", "Руководитель", "مدير"} {
		if got, ok := foldLetters(word, nil); !ok || string(got) != foldAny(word) || !utf8.Valid(got) {
			t.Errorf("%q is folded to %q, %t, want %q", word, got, ok, foldAny(word))
		}
	}
}
