package widgets

import (
	"strings"
	"testing"

	"peerage/app/look"
)

func TestBlanksAndStopsAfterRightToLeftTextBelongToWhatFollows(t *testing.T) {
	for text, want := range map[string]string{
		"مهندس أول at The Citadelle": "مهندس أول| at The Citadelle",
		"مهندس أول, Halden Bank":     "مهندس أول|, Halden Bank",
		"Now مهندس أول.":             "Now مهندس أول|.",
		"סמנכ״ל, 2016 to 2019":       "סמנכ״ל|, 2016 to 2019",
		"محمد at بنك · Berlin":       "محمد| at بنك| · Berlin",
		"שָׁלוֹם a":                  "שָׁלוֹם| a",
		"مهندس أول":                  "مهندس أول",
		"مهندس أول.":                 "مهندس أول.",
		"Engineer, Zenith":           "Engineer, Zenith",
		"工程师, Zenith":                "工程师, Zenith",
		"":                           "", "אa": "אa",
	} {
		if got := strings.ReplaceAll(ordered(text), leftToRightMark, "|"); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestAParagraphKeepsTheStopAfterRightToLeftText(t *testing.T) {
	p := NewText("Now مهندس أول, أول. Since 2019", look.Body)
	show(t, p, 600, 60)
	said := ""
	for _, piece := range p.pieces {
		said += piece.Text
	}
	if !strings.Contains(said, "أول"+leftToRightMark+".") {
		t.Errorf("drawn as %q", said)
	}
	if p.AccessibilityLabel() != "Now مهندس أول, أول. Since 2019" {
		t.Errorf("read as %q", p.AccessibilityLabel())
	}
}
