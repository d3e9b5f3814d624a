package apptest

import (
	"context"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/words"
	"peerage/app/wordstest"
	"peerage/assets"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/intake"
	"peerage/data/sample"
	"peerage/data/store"
)

var loadKeeper = sync.OnceValues(func() (*careers.Keeper, error) {
	return careers.Load(assets.Names(), assets.Ladder())
})

// English returns what the program says in English, letters and questions too.
func English(t testing.TB) *words.Words {
	t.Helper()
	return wordstest.English(t)
}

// Keeper returns what keeps ties and moves current, with its word lists, which are read once for all tests.
func Keeper(t testing.TB) *careers.Keeper {
	t.Helper()
	k, err := loadKeeper()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// Fill writes the sample network of a day to the store.
func Fill(t testing.TB, s *store.Store, today data.Day) {
	t.Helper()
	network, err := sample.Load(assets.Demo(), today)
	if err != nil {
		t.Fatal(err)
	}
	if err := intake.Sample(context.Background(), s, Keeper(t), network, "Fill", today); err != nil {
		t.Fatal(err)
	}
}

// Follow tells the page that is shown of every change of the store until the test ends, as the shell does.
func (f *Frame) Follow(t testing.TB, s *store.Store) {
	t.Helper()
	t.Cleanup(s.Watch(func(c data.Change) {
		if f.shown != nil {
			f.shown.Changed(c)
		}
	}))
}

// Hear has the page that is shown do what it does on a key, and reports whether that is anything.
func (f *Frame) Hear(name fyne.KeyName, modifier fyne.KeyModifier) bool {
	for _, k := range f.shown.(page.Keyed).Keys() {
		if k.Name == name && k.Modifier == modifier {
			k.Do()
			return true
		}
	}
	return false
}

// Said fails the test unless this was said last, with or without a way to take it back, and nothing has failed.
func (f *Frame) Said(t testing.TB, text string, undo bool) {
	t.Helper()
	if n := len(f.Toasts); n == 0 || f.Toasts[n-1] != (Toast{Text: text, Undo: undo}) {
		t.Errorf("said %v, want %q", f.Toasts, text)
	}
	if len(f.Errors) > 0 {
		t.Errorf("failed: %v", f.Errors)
	}
}
