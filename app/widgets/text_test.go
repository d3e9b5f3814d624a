package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/look"
)

func lines(x *Text) []string {
	var out []string
	at := float32(-1)
	for _, p := range x.pieces {
		if y := float32(int(p.Position().Y / x.style.Height)); y != at || len(out) == 0 {
			out, at = append(out, p.Text), y
			continue
		}
		out[len(out)-1] += "|" + p.Text
	}
	return out
}

func TestAParagraphWrapsAtItsWidthAndLosesNoWord(t *testing.T) {
	words := "Every six weeks, nine days over. Coffee on 2 October: her move to Lisbon in March."
	x := NewText(words, look.Body)
	show(t, x, 180, 200)
	if len(x.pieces) < 3 || x.MinSize().Height != float32(len(x.pieces))*look.Body.Height {
		t.Errorf("%d lines, %v high", len(x.pieces), x.MinSize().Height)
	}
	if got := strings.Join(lines(x), " "); got != words {
		t.Errorf("shown: %q", got)
	}
	for _, p := range x.pieces {
		if p.Position().X+p.Size().Width > 181 {
			t.Errorf("%q reaches over the edge", p.Text)
		}
	}
}

func TestRunsFollowEachOtherOnALine(t *testing.T) {
	x := NewRuns(look.Body, Run{Text: "Coworkers at "}, Run{Text: "Halden Bank", Bold: true}, Run{Text: " since 2016."})
	show(t, x, 600, 100)
	if got := lines(x); len(got) != 1 || got[0] != "Coworkers at|Halden Bank|since 2016." {
		t.Errorf("shown: %q", got)
	}
	first, second := x.pieces[0], x.pieces[1]
	gap := second.Position().X - first.Position().X - first.Size().Width
	if gap < 2 || gap > 8 || !second.TextStyle.Bold {
		t.Errorf("a gap of %v, bold %v", gap, second.TextStyle.Bold)
	}
}

func TestLineEndsBeginNewLines(t *testing.T) {
	x := NewText("one\n\nthree\n", look.Body)
	show(t, x, 600, 100)
	if x.MinSize().Height != 3*look.Body.Height {
		t.Errorf("%v high, %q", x.MinSize().Height, lines(x))
	}
}

func TestWordsWithoutSpacesWrapToo(t *testing.T) {
	for _, text := range []string{strings.Repeat("李雷", 40), strings.Repeat("x", 400)} {
		x := NewText(text, look.Body)
		show(t, x, 220, 400)
		if len(x.pieces) < 2 || strings.Join(lines(x), "") != text {
			t.Errorf("%d lines", len(x.pieces))
		}
	}
}

func TestALongNoteDoesNotStopTheWindow(t *testing.T) {
	show(t, NewLine("", look.Body), 10, 10)
	x := NewText(strings.Repeat("What was said, and what to ask about again. ", 1700), look.Body) // 75,000 characters
	began := time.Now()
	for _, w := range []float32{40, 300, 500} {
		x.Resize(fyne.NewSize(w, 100))
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("75,000 characters took %v to wrap three times", took)
	}
}

func TestACentredParagraphStandsInTheMiddle(t *testing.T) {
	x := NewCentred("Nobody here yet.", look.Body)
	show(t, x, 400, 60)
	p := x.pieces[0]
	if left, right := p.Position().X, 400-p.Position().X-p.Size().Width; left < right-2 || left > right+2 {
		t.Errorf("%v at the left, %v at the right", left, right)
	}
}

func BenchmarkWrappingAParagraph(b *testing.B) {
	x := NewText(strings.Repeat("Every six weeks, nine days over. ", 6), look.Second)
	for i := 0; b.Loop(); i++ {
		x.wrap(float32(300 + i%2))
	}
}
