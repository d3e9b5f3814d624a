package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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
