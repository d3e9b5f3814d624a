package widgets

import (
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/look"
)

func TestFoldingPutsWhatIsAtTheRightBelowWhereTheCentreWouldBeTooSlim(t *testing.T) {
	left, centre, right := Fixed(50, 50, NewLine("A", look.Body)), NewText("who they are now, in a few words", look.Body), Fixed(200, 30, NewLine("B", look.Body))
	f := Folding(10, 150, left, centre, right)
	w := show(t, Column(0, f), 600, 300)
	if right.Position().X != f.Size().Width-200 || centre.Size().Width != f.Size().Width-270 {
		t.Errorf("with room right is at %v, centre %v wide of %v", right.Position(), centre.Size().Width, f.Size().Width)
	}
	w.Resize(fyne.NewSize(400, 300))
	if right.Position().X != 0 || right.Position().Y < centre.Position().Y+centre.Size().Height || centre.Size().Width != f.Size().Width-60 {
		t.Errorf("without room right is at %v, centre at %v, %v of %v", right.Position(), centre.Position(), centre.Size(), f.Size())
	}
	if high := right.Position().Y + right.Size().Height; f.Size().Height < high {
		t.Errorf("it is %v high, what is in it %v", f.Size().Height, high)
	}
	w.Resize(fyne.NewSize(600, 300))
	if right.Position().X == 0 {
		t.Error("with room again it stays below")
	}
	if n := len(Folding(10, 150, left, centre, nil).Objects); n != 2 {
		t.Errorf("with nothing at the right it has %d parts", n)
	}
}
