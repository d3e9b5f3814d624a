package widgets

import (
	"image/color"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"peerage/app/look"
)

// doorsPicture is a small picture: two groups, three people, three things, two outcomes.
func doorsPicture() *Streams {
	s := NewStreams()
	s.Set([]StreamColumn{
		{"through", []StreamNode{{Label: "coworkers", Tone: look.Green, Strong: true}, {Label: "peers", Tone: look.Blue, Strong: true}}},
		{"who", []StreamNode{{Label: "Omar", Opens: true}, {Label: "Deniz", Opens: true, Act: "thank"}, {Label: "李雷"}}},
		{"what", []StreamNode{{Label: "Platform project", Second: "Deniz told Omar, who told me", Opens: true}, {Label: "Data lead"}, {Label: "Talk"}}},
		{"outcome", []StreamNode{{Label: "won, 2", Said: "two were won"}, {Label: "lost, 1"}}},
	}, []Stream{
		{[]int{0, 0, 0, 0}, 0.5, look.Green}, {[]int{0, 1, 0, 0}, 0.5, look.Green}, {[]int{1, 2, 1, 0}, 1, look.Blue}, {[]int{0, 0, 2, 1}, 1, look.Green},
	})
	return s
}

// randomPicture has up to nine nodes in each of four columns, each with something through it.
func randomPicture(r *rand.Rand) *Streams {
	s := NewStreams()
	columns := make([]StreamColumn, 4)
	most := 0
	for i := range columns {
		columns[i].Title = "title"
		n := 1 + r.IntN(9)
		most = max(most, n)
		for range n {
			node := StreamNode{Label: strings.Repeat("name ", 1+r.IntN(12))}
			if r.IntN(3) == 0 {
				node.Second = strings.Repeat("told ", 1+r.IntN(9))
			}
			if r.IntN(3) == 0 {
				node.Act = "thank"
			}
			columns[i].Nodes = append(columns[i].Nodes, node)
		}
	}
	var streams []Stream
	for i := range most * (1 + r.IntN(40)) {
		at := make([]int, len(columns))
		for c := range at {
			at[c] = i % len(columns[c].Nodes)
			if i >= most {
				at[c] = r.IntN(len(columns[c].Nodes))
			}
		}
		streams = append(streams, Stream{at, 0.2 + r.Float32(), look.Tone(r.IntN(5))})
	}
	s.Set(columns, streams)
	return s
}

func near(a, b float32) bool { return math.Abs(float64(a-b)) < 0.5 }

func TestBandsFillTheirNodesFromTopToBottom(t *testing.T) {
	show(t, NewLine("", look.Name), 10, 10)
	for seed := range uint64(60) {
		s := randomPicture(rand.New(rand.NewPCG(seed, 1)))
		s.build(320 + float32(seed)*20)
		for g := range s.plan.gaps {
			bands := s.plan.gaps[g].bands
			for side, nodes := range map[string][]nodePlan{"left": s.plan.columns[g].nodes, "right": s.plan.columns[g+1].nodes} {
				for i, n := range nodes {
					var ends []float32
					sum := float32(0)
					for _, b := range bands {
						node, y := b.from, b.y1
						if side == "right" {
							node, y = b.to, b.y2
						}
						if node == i {
							ends, sum = append(ends, y), sum+b.height
						}
					}
					if !near(sum, n.bandHeight) || len(ends) > 0 && !near(slices.Min(ends), n.bandY) {
						t.Errorf("%d: at the %s of gap %d the bands of node %d are %v high, it is %v", seed, side, g, i, sum, n.bandHeight)
					}
				}
			}
		}
	}
}

func TestRowsAndColumnsStayApartAtEveryWidth(t *testing.T) {
	show(t, NewLine("", look.Name), 10, 10)
	for seed := range uint64(60) {
		s := randomPicture(rand.New(rand.NewPCG(seed, 2)))
		for _, width := range []float32{leastStreams, 500, 1014, 2000} {
			s.build(width)
			for i, c := range s.plan.columns {
				if c.x < 0 || c.x+c.width > width+1 || i > 0 && c.x < s.plan.columns[i-1].x+s.plan.columns[i-1].width+streamInset-1 {
					t.Errorf("%d, %v wide: column %d from %v, %v wide", seed, width, i, c.x, c.width)
				}
				y := streamTitle - 0.5
				for j, n := range c.nodes {
					if n.y < y || n.bandHeight > n.height+0.5 || n.y+n.height > s.plan.height+1 {
						t.Errorf("%d: node %d of column %d is at %v and %v high, the one above ends at %v", seed, j, i, n.y, n.height, y)
					}
					y = n.y + n.height
				}
			}
			for _, o := range s.objects {
				if text, ok := o.(*canvas.Text); ok && text.Position().X+text.Size().Width > width+2 {
					t.Errorf("%d, %v wide: %q reaches to %v", seed, width, text.Text, text.Position().X+text.Size().Width)
				}
			}
		}
	}
}

func TestAPictureOfMuchIsNotHigherThanItsLabelsNeed(t *testing.T) {
	show(t, NewLine("", look.Name), 10, 10)
	s := doorsPicture()
	for range 400 {
		s.streams = append(s.streams, Stream{[]int{0, 0, 0, 0}, 1, look.Green})
	}
	s.build(1000)
	if s.plan.height > streamTitle+streamMost+1 {
		t.Errorf("400 more are %v high", s.plan.height)
	}
	empty := NewStreams()
	empty.Set(nil, nil)
	empty.build(1000)
	if empty.Step(1, 1); empty.AccessibilityLabel() != "" || len(empty.objects) != 0 {
		t.Error("an empty picture shows something")
	}
}

func TestTheKeysFollowTheWidestBandAndOpenWhatIsThere(t *testing.T) {
	s := doorsPicture()
	var opened []spot
	s.OnOpened = func(column, node int) { opened = append(opened, spot{column, node, noBand}) }
	w := show(t, s, 1000, 400)
	w.Canvas().Focus(s)
	if c, n := s.At(); c != 1 || n != 0 || s.spot != nowhere {
		t.Errorf("the focus comes to %d, %d and brings out %v", c, n, s.spot)
	}
	press(w, fyne.KeyRight)
	if c, n := s.At(); c != 2 || n != 2 {
		t.Errorf("Right goes to %d, %d", c, n)
	}
	press(w, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if c, n := s.At(); c != 2 || n != 0 || len(opened) != 1 || opened[0] != (spot{2, 0, noBand}) {
		t.Errorf("twice Up goes to %d, %d, Enter opens %v", c, n, opened)
	}
	press(w, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if c, n := s.At(); c != 2 || n != 2 || len(opened) != 1 {
		t.Errorf("Down ends at %d, %d; what does not open opened %v", c, n, opened)
	}
	press(w, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if c, _ := s.At(); c != 0 {
		t.Errorf("Left ends in column %d", c)
	}
}

func TestWhatRunsThroughThePlaceUnderThePointerIsBroughtOut(t *testing.T) {
	s := doorsPicture()
	show(t, s, 1000, 400)
	deniz := s.plan.columns[1].nodes[1]
	s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.plan.columns[1].x+4, deniz.y+4)}})
	if s.spot != (spot{1, 1, noBand}) || !s.reached(0, 0) || !s.reached(2, 0) || !s.reached(3, 0) || s.reached(1, 0) || s.reached(3, 1) {
		t.Errorf("%v brings out another way than hers", s.spot)
	}
	for _, b := range s.plan.gaps[2].bands {
		if want := map[bool]float32{true: b.height / 2, false: 0}[b.from == 0]; !near(b.part, want) { // half of it is Omar’s
			t.Errorf("of the band from %d to %d %v is brought out", b.from, b.to, b.part)
		}
	}
	g := s.plan.gaps[0]
	s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(g.x+g.width/2, g.bands[0].edge(0.5)+2)}})
	if s.spot != (spot{0, g.bands[0].from, g.bands[0].to}) || s.reached(1, 2) {
		t.Errorf("on a band: %v", s.spot)
	}
	if s.MouseOut(); s.spot != nowhere {
		t.Errorf("%v stays brought out", s.spot)
	}
}

func TestATapOpensANodeOrDoesWhatStandsBehindIt(t *testing.T) {
	s := doorsPicture()
	var opened, acted int
	s.OnOpened, s.OnActed = func(int, int) { opened++ }, func(column, node int) {
		if column == 1 && node == 1 {
			acted++
		}
	}
	show(t, s, 1000, 400)
	n := s.plan.columns[1].nodes[1]
	tap := func(x, y float32) { s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)}) }
	tap(s.plan.columns[1].x+2, n.y+n.height/2)
	tap(n.actX+3, n.y+n.height/2)
	tap(s.plan.columns[3].x+2, s.plan.columns[3].nodes[0].y+2)
	tap(s.plan.gaps[0].x+3, 2)
	if opened != 1 || acted != 1 {
		t.Errorf("opened %d, acted %d times", opened, acted)
	}
}

func TestBandsAreDrawnAsWideAsTheyAreAtAnyScale(t *testing.T) {
	s := doorsPicture()
	show(t, s, 1000, 400)
	for _, scale := range []float32{1, 1.5, 2} {
		for g, gap := range s.plan.gaps {
			w, h := int(gap.width*scale), int(s.plan.height*scale)
			img := s.paint(g, w, h)
			for _, x := range []int{0, w / 3, w - 1} {
				covered, want := float32(0), float32(0)
				for y := range h {
					_, _, _, a := img.At(x, y).RGBA()
					covered += min(float32(a)/0xFFFF/bandAtRest, 1)
				}
				for _, b := range gap.bands {
					want += b.height * scale
				}
				if x == w/3 && covered > want {
					covered = want // where bands cross they are less
				}
				if x != w/3 && math.Abs(float64(covered-want)) > 2 || covered < want/2 {
					t.Errorf("gap %d at a scale of %v: %v pixels of column %d are covered, not %v", g, scale, covered, x, want)
				}
			}
		}
	}
}

func TestALabelThatIsCutIsShownWhole(t *testing.T) {
	s := doorsPicture()
	long := "Migration of the ledger to the new core banking system of the whole group"
	s.columns[2].Nodes[1].Label = long
	w := show(t, s, 500, 400)
	texts := func() string {
		var all []string
		for _, o := range s.objects {
			if text, ok := o.(*canvas.Text); ok {
				all = append(all, text.Text)
			}
		}
		return strings.Join(all, "\n")
	}
	if at := texts(); strings.Contains(at, long) || !strings.Contains(at, "…") {
		t.Errorf("at rest: %q", at)
	}
	w.Canvas().Focus(s)
	s.Go(2, 0)
	if s.Step(0, 1); !strings.Contains(texts(), "Migration of the ledger to the new core") {
		t.Errorf("brought out: %q", texts())
	}
}

func TestHostileLabelsStayOnTheirLine(t *testing.T) {
	s := NewStreams()
	hostile := strings.Repeat("長", 10_000) + "\n\u202e<b>"
	nodes := []StreamNode{{Label: hostile, Second: hostile, Act: "thank"}}
	s.Set([]StreamColumn{{hostile, nodes}, {hostile, nodes}}, []Stream{{[]int{0, 0}, 1, look.Plain}})
	show(t, s, 600, 400)
	for _, o := range s.objects {
		if text, ok := o.(*canvas.Text); ok && (strings.ContainsAny(text.Text, "\n\u202e") || text.Position().X+text.Size().Width > 602) {
			t.Errorf("%q reaches to %v", text.Text, text.Position().X+text.Size().Width)
		}
	}
}

func TestThePictureIsSaidInWords(t *testing.T) {
	s := doorsPicture()
	w := show(t, s, 1000, 400)
	if said := s.AccessibilityLabel(); !strings.Contains(said, "coworkers, Deniz, Platform project, two were won") || strings.Count(said, ";") != 3 {
		t.Errorf("%q", said)
	}
	w.Canvas().Focus(s)
	if said := s.AccessibilityLabel(); said != "Omar" {
		t.Errorf("with the keys on a node: %q", said)
	}
}

func TestAColourOverNothingKeepsItsHue(t *testing.T) {
	s := doorsPicture()
	show(t, s, 1000, 400)
	img := s.paint(1, 40, int(s.plan.height))
	b := s.plan.gaps[1].bands[0]
	got := color.NRGBAModel.Convert(img.At(0, int(b.y1+b.height/2))).(color.NRGBA)
	want := color.NRGBAModel.Convert(look.Color(b.tone.Ink())).(color.NRGBA)
	for _, d := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G), int(got.B) - int(want.B)} {
		if d < -3 || d > 3 {
			t.Fatalf("%v is not %v", got, want)
		}
	}
}

// BenchmarkStreams draws what a picture holds at most.
func BenchmarkStreams(b *testing.B) {
	s := randomPicture(rand.New(rand.NewPCG(7, 7)))
	for b.Loop() {
		s.build(1014)
	}
}
