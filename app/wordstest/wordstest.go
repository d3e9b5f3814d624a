// Package wordstest gives the tests of every room what the program says, letters and questions too, without a window.
package wordstest

import (
	"sync"
	"testing"

	"peerage/app/words"
	"peerage/assets"
)

var loaded sync.Map // of languages, the functions that read them once

// English returns what the program says in English.
func English(t testing.TB) *words.Words {
	t.Helper()
	return In(t, "en")
}

// In returns what the program says in a language, or in the made-up one of words.Pseudo. It is read once for all tests.
func In(t testing.TB, language string) *words.Words {
	t.Helper()
	read, _ := loaded.LoadOrStore(language, sync.OnceValues(func() (*words.Words, error) { return load(language) }))
	w, err := read.(func() (*words.Words, error))()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func load(language string) (*words.Words, error) {
	w, err := words.Load(assets.Translations(), language)
	if err != nil {
		return nil, err
	}
	if w, err = w.WithPrompts(assets.Prompts()); err != nil {
		return nil, err
	}
	return w.WithQuestions(assets.Questions())
}
