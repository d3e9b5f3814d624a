package names

import (
	"slices"
	"testing"
	"unicode"
)

func TestFoldMakesEqualWhatPeopleWriteForOneName(t *testing.T) {
	for _, equal := range [][]string{
		{"o'neill", "O’Neill", "O'Neill", "O‘NEILL", "ONeill", "O`Neill", "O´Neill", "Oʼneill"},
		{"jurgen muller", "Jürgen Müller", "JÜRGEN MÜLLER", "Ju\u0308rgen  Mu\u0308ller", " Jürgen\tMüller "},
		{"strasse", "Straße", "STRASSE", "Straẞe"},
		{"soren aero lodz", "Søren Ærø Łódź", "SØREN ÆRØ ŁÓDŹ", "Soren Aero Lodz"},
		{"yilmaz", "Yılmaz", "YILMAZ", "Yilmaz", "YİLMAZ"},
		{"thordis dokovic", "Þórdís Đoković"},
		{"oeuvre", "Œuvre"},
		{"aliyev", "Aliyev"},
		{"jean luc", "Jean-Luc", "Jean Luc", "Jean‑Luc", "Jean\u00a0Luc"},
		{"maple and finch", "Maple & Finch", "Maple&Finch", "Maple and Finch", "MAPLE ＆ FINCH"},
		{"canal plus", "Canal+", "Canal Plus"},
		{"ана", "Ана", "АНА"},
		{"семен", "Семён", "Семен"},
		{"νικος σ", "Νίκος Σ", "ΝΙΚΟΣ ς"},
		{"احمد", "أحمد", "احمد", "أَحْمَد", "أحـــمد", "ٱحمد"},
		{"علي", "على", "علی"},
		{"שלום", "שָׁלוֹם", "שלום"},
		{"צהל", `צה"ל`, "צה״ל"},
		{"ガス", "ガス", "ｶﾞｽ"},
		{"株 山田", "㈱山田", "（株）山田", "(株)山田"},
		{"ana 2", "Ａｎａ ２", "𝐀𝐧𝐚 ②"},
		{"ana souza", "Ana 🚀 Souza", "Ana\u200d Souza\u202e", "🇧🇷 Ana 👩‍💻 Souza™"},
		{"한국", "한국", "한국"},
		{"acme", "Acme™", "Acme®", "«Acme»", "„Acme“", "Acme!", "Acme\x00"},
	} {
		want := Fold(equal[0])
		for _, written := range equal {
			if got := Fold(written); got != want {
				t.Errorf("Fold(%q) = %q, want %q", written, got, want)
			}
		}
	}
}

func TestFoldKeepsDifferentNamesApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"कमल", "कमाल"}, {"दिन", "दीन"}, // Devanagari vowel signs
		{"カス", "ガス"}, {"はは", "ばば"}, // Japanese voicing
		{"มา", "ม้า"}, // Thai tones
		{"Ana", "Anna"}, {"The Citadel", "Citadel"}, {"Disney", "Disney+"}, {"김", "강"},
	} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q fold to the same %q", pair[0], pair[1], Fold(pair[0]))
		}
	}
}

func TestFoldOfNothingButSignsIsEmpty(t *testing.T) {
	for _, written := range []string{"", " ", "-", "…", "🚀👩‍💻", "\u202e\u200d", "\xff\xfe", "\u3164", "🈁"} {
		if got := Fold(written); got != "" {
			t.Errorf("Fold(%q) = %q, want nothing", written, got)
		}
	}
}

func TestFoldIsStableForEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		for _, written := range []string{string(r), "a" + string(r), "क" + string(r)} {
			if once := Fold(written); Fold(once) != once {
				t.Errorf("Fold(%+q) = %+q, folded again %+q", written, once, Fold(once))
			}
		}
	}
}

func TestFoldOfAFoldedNameAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Fold("northwind systems") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestNamesSortByLetterThenByScript(t *testing.T) {
	names := []string{"李雷", "Éva", "ανδρεας", "Zoë", "🚀", "al Sayed", "Alan", "Борис", "eve", "Łukasz", "Lars"}
	slices.SortFunc(names, func(a, b string) int {
		if SortKey(a) < SortKey(b) {
			return -1
		}
		return 1
	})
	want := []string{"al Sayed", "Alan", "Éva", "eve", "Lars", "Łukasz", "Zoë", "ανδρεας", "Борис", "李雷", "🚀"}
	if !slices.Equal(names, want) {
		t.Errorf("got  %q\nwant %q", names, want)
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{"Jürgen Müller", "O’Neill", "क्षमा", "ガス", "\xff", "a\u0301\u0300", "가\u11a8", "🈁", "\u0fb2\u0f71\u0f80"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if again := Fold(once); again != once {
			t.Errorf("Fold(%+q) = %+q, folded again %+q", s, once, again)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for _, name := range []string{"Northwind Systems In", "northwind systems in", "Jürgen Müller-Lüdens", "Александра Иванова", "株式会社トヨタ自動車"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(name)
			}
		})
	}
}

func TestControlCharactersAreNotFound(t *testing.T) {
	for c := range rune(' ') {
		if got := Fold(string(c) + "ana"); got != "ana" {
			t.Errorf("after %U: %q", c, got)
		}
	}
}
