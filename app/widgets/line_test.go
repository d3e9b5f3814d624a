package widgets

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"peerage/app/look"
)

func TestALineIsCutWhereItDoesNotFit(t *testing.T) {
	l := NewLine("Bartholomew Featherstonehaugh", look.Name)
	show(t, l, 100, 40)
	if !strings.HasSuffix(l.shown.Text, "…") || l.shown.Size().Width > 100 {
		t.Errorf("%q is %v wide", l.shown.Text, l.shown.Size().Width)
	}
	if l.Text() != "Bartholomew Featherstonehaugh" {
		t.Errorf("the whole text is lost: %q", l.Text())
	}
	l.Resize(fyne.NewSize(l.Natural(), 20))
	if l.shown.Text != l.Text() {
		t.Errorf("with room for it %q is shown", l.shown.Text)
	}
}

func TestAWholeLineAsksForItsWidth(t *testing.T) {
	show(t, NewLine("", look.Name), 10, 10)
	if l := NewWholeLine("Featherstonehaugh", look.Name); l.MinSize().Width != l.Natural() {
		t.Errorf("asks for %v of %v", l.MinSize().Width, l.Natural())
	}
}

func TestHostileTextBecomesOnePlainLine(t *testing.T) {
	for in, want := range map[string]string{
		"two\nlines": "two lines", "a\u202Eevil": "a evil", "tab\there": "tab here", "nul\x00": "nul ", "plain": "plain", "": "",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	if got := oneLine(strings.Repeat("長", 5000)); len([]rune(got)) != maxLine+1 {
		t.Errorf("5,000 characters became %d", len([]rune(got)))
	}
}

func TestEveryScriptKeepsTheHeightOfTheLine(t *testing.T) {
	show(t, NewLine("", look.Name), 10, 10)
	for _, name := range []string{"Ana", "李雷", "محمد", "प्रिया", ""} {
		if h := NewLine(name, look.Name).MinSize().Height; h != look.Name.Height {
			t.Errorf("%q is %v high", name, h)
		}
	}
}

func TestALineIsDrawnInPiecesOfOneScript(t *testing.T) {
	for text, want := range map[string][]string{
		"Ingrid Logg":           {"Ingrid Logg"},
		"":                      {""},
		"12 – 14":               {"12 – 14"},
		"李 雷":                   {"李 雷"},
		"李雷, Logistics":         {"李雷", ", Logistics"},
		"Ingrid 李雷 (Logistics)": {"Ingrid ", "李雷", " (Logistics)"},
		"مهندس أول · Orbita":    {"مهندس أول", " · Orbita"},
		"प्रिया Iyengar":        {"प्रिया", " Iyengar"},
		"é́ 雷":                  {"é́ ", "雷"},
	} {
		var got []string
		for head, rest := script(text); ; head, rest = script(rest) {
			got = append(got, head)
			if rest == "" {
				break
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is drawn as %q, want %q", text, got, want)
		}
	}
}

func TestTheScriptsOfALineFollowEachOther(t *testing.T) {
	l := NewLine("Ingrid 李雷 Logistics", look.Name)
	show(t, l, 400, 30)
	if len(l.more) != 2 || l.more[0].Text != "李雷" || l.more[1].Text != " Logistics" {
		t.Fatalf("%d more pieces: %v", len(l.more), l.more)
	}
	at := l.shown.Position().X
	for i, p := range append([]*canvas.Text{l.shown}, l.more...) {
		if math.Abs(float64(p.Position().X-at)) > 0.01 {
			t.Errorf("piece %d begins at %v, want %v", i, p.Position().X, at)
		}
		at += exact(p.Text, look.Name)
	}
	l.SetText("Ingrid")
	for _, p := range l.more {
		if p.Text != "" {
			t.Errorf("%q is left over", p.Text)
		}
	}
}
