package parts

import (
	"testing"
	"unicode/utf8"
)

func TestInitialsAreTheFirstLettersOfTheFirstAndTheLastWord(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Souza": "AS", "ana maria de souza": "AS", "Cher": "C", "Dr. Jürgen Müller (he/him)": "DH", "Österberg Åsa": "ÖÅ",
		"李雷": "李雷", "田中 太郎": "田中", "김민준": "김민", "प्रिया शर्मा": "प्रिश", "محمد العربي": "م\u200cا", "José María": "JM",
		"e\u0301lise": "E\u0301", "": "", "   ": "", "1234 !?": "", "🎉 Ana": "A",
	} {
		if got := Initials(name); got != want {
			t.Errorf("%q → %q, want %q", name, got, want)
		}
	}
}

func TestWhatStandsForAHiddenNameTellsNoMoreThanItself(t *testing.T) {
	for name, want := range map[string]string{"Ana Souza": "AS", "Cher": "C", "李雷": "李", "田中 太郎": "田", "김민준": "김", "123": ""} {
		if got := Initials(Called(name, true)); got != want {
			t.Errorf("%q → %q, want %q", name, got, want)
		}
	}
}

func TestAHiddenNameIsOneLetterAWord(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Souza": "A. S.", "ana maria de souza": "A. S.", "Cher": "C.", "李雷": "李.", "田中 太郎": "田.", "김민준": "김.",
		"प्रियंका श्रीवास्तव": "प्रि. श्री.", "محمد العربي": "م. ا.", "e\u0301lise Roy": "E\u0301. R.", "": "…", "1234 !?": "…",
	} {
		if got := Called(name, true); got != want {
			t.Errorf("%q → %q, want %q", name, got, want)
		}
		if got := Called(name, false); got != name {
			t.Errorf("%q is changed to %q", name, got)
		}
	}
}

func FuzzInitials(f *testing.F) {
	f.Add("Ana Souza")
	f.Add("प्रिया शर्मा")
	f.Fuzz(func(t *testing.T, name string) {
		if got := Initials(name); utf8.ValidString(name) && !utf8.ValidString(got) {
			t.Errorf("%q → %q", name, got)
		}
	})
}
