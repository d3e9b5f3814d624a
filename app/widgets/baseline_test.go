package widgets

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"peerage/app/look"
)

func TestWhatTheToolkitDrawsLowerIsLiftedToTheBaseline(t *testing.T) {
	show(t, Column(0), 100, 100)
	const by = 3
	for _, c := range []struct {
		text string
		want float32
	}{{"Ana", 0}, {"主任", by}, {"Ana 主任", by}, {"Jürgen", 0}} {
		lowerings.Store(partOf('主', look.Name), float32(0))
		before, after := &canvas.Text{}, &canvas.Text{}
		draw(before, c.text, look.Name, fyne.NewPos(0, 20))
		lowerings.Store(partOf('主', look.Name), float32(by))
		draw(after, c.text, look.Name, fyne.NewPos(0, 20))
		if got := before.Position().Y - after.Position().Y; got != c.want {
			t.Errorf("%q is lifted by %v, want %v", c.text, got, c.want)
		}
	}
	lowerings.Delete(partOf('主', look.Name))
}

func TestTheBottomOfALetterIsTheLastRowInItsColumns(t *testing.T) {
	drawn := image.NewNRGBA(image.Rect(0, 0, 10, 10))
	drawn.Set(2, 6, color.Black)
	drawn.Set(2, 7, color.NRGBA{A: 20}) // a soft edge
	drawn.Set(8, 9, color.Black)        // the letter beside it
	if got := lastRow(drawn, 5); got != 6 {
		t.Errorf("row %d", got)
	}
}

func TestAFontIsAskedOnceForItsNeighbourhood(t *testing.T) {
	show(t, Column(0), 100, 100)
	if partOf('主', look.Name) != partOf('任', look.Name) || partOf('主', look.Name) == partOf('प', look.Name) || partOf('主', look.Name) == partOf('主', look.Second) {
		t.Error("characters are taken together wrongly")
	}
	if bottomOfX("x", look.Name) <= 0 || lowered("Ana Souza", look.Name) != 0 {
		t.Error("Latin text is moved")
	}
}
