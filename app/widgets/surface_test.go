package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/look"
)

func TestASurfaceTellsItsShaderHowItLooks(t *testing.T) {
	half := color.NRGBA{R: 255, G: 51, A: 102}
	s := newSurface(func(g *face) {
		g.fill, g.edge, g.top = half, look.Color(look.ColorNameLine), 9
	})
	show(t, s, 240, 80)
	s.Resize(fyne.NewSize(240, 80))
	for name, want := range map[string]float32{"wide": 240, "top": 9, "bottom": 0, "hairline": look.Hairline, "fillR": 1, "fillG": 0.2, "fillB": 0, "fillA": 0.4, "edgeA": 1} {
		if got := s.shader.Uniforms[name]; got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}

func TestASurfaceWithoutAnEdgeHasNoHairline(t *testing.T) {
	s := Ground(look.ColorNameRail).(*surface)
	show(t, s, 100, 100)
	u := s.shader.Uniforms
	if u["hairline"] != 0 || u["edgeR"] != u["fillR"] || u["edgeA"] != 1 {
		t.Errorf("a plain ground is drawn with %v", u)
	}
}

func TestToSetWhatAnIconShowsAlreadyReadsNothing(t *testing.T) {
	i := NewIcon(counted{name: "a.svg", read: new(int)}, 16, look.ColorNameClaret)
	show(t, i, 16, 16)
	read := i.resource.(counted).read
	before := *read
	if before == 0 {
		t.Fatal("the picture was never read")
	}
	i.Set(i.resource, look.ColorNameClaret)
	i.Refresh()
	if *read != before {
		t.Errorf("what was there already was read %d times again", *read-before)
	}
	i.Set(i.resource, look.ColorNameDimmed)
	if *read == before {
		t.Error("another colour was not drawn")
	}
}

// counted is a picture that counts how often it is read.
type counted struct {
	name string
	read *int
}

func (c counted) Name() string { return c.name }
func (c counted) Content() []byte {
	*c.read++
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>`)
}
