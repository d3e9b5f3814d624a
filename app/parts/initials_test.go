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

func FuzzInitials(f *testing.F) {
	f.Add("Ana Souza")
	f.Add("प्रिया शर्मा")
	f.Fuzz(func(t *testing.T, name string) {
		if got := Initials(name); utf8.ValidString(name) && !utf8.ValidString(got) {
			t.Errorf("%q → %q", name, got)
		}
	})
}
