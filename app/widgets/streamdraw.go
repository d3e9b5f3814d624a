package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"peerage/app/look"
)

// How opaque a band is: at rest, brought out, and while another is.
const (
	bandAtRest = 0.38
	bandOut    = 0.72
	bandBack   = 0.16
)

// build makes what is drawn at a width.
func (s *Streams) build(width float32) {
	s.plan = s.planStreams(max(width, leastStreams))
	s.objects = s.objects[:0]
	s.drawGaps()
	for i := range s.columns {
		c := &s.plan.columns[i]
		title := canvas.NewText("", look.Color(look.ColorNameDimmed))
		draw(title, fit(oneLine(s.columns[i].Title), look.Small, c.width), look.Small, fyne.NewPos(c.x, 0))
		s.objects = append(s.objects, title)
		for j := range c.nodes {
			s.drawNode(i, j)
		}
	}
	s.drawMark()
}

// drawGaps puts a raster with its bands between every two columns.
func (s *Streams) drawGaps() {
	for len(s.rasters) < len(s.plan.gaps) {
		i := len(s.rasters)
		s.rasters = append(s.rasters, canvas.NewRaster(func(w, h int) image.Image { return s.paint(i, w, h) }))
	}
	s.rasters = s.rasters[:len(s.plan.gaps)]
	for i, g := range s.plan.gaps {
		s.rasters[i].Move(fyne.NewPos(g.x, 0))
		s.rasters[i].Resize(fyne.NewSize(g.width, s.plan.height))
		s.objects = append(s.objects, s.rasters[i])
	}
}

// paint draws the bands of a gap, as many pixels wide and high as the screen has there.
func (s *Streams) paint(gap, width, height int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	if gap >= len(s.plan.gaps) || s.plan.height <= 0 {
		return img
	}
	scale, column := float32(height)/s.plan.height, make([]float32, height)
	for _, b := range s.plan.gaps[gap].bands {
		ink := color.NRGBAModel.Convert(look.Color(b.tone.Ink())).(color.NRGBA)
		rest := float32(bandAtRest)
		if s.spot != nowhere {
			rest = bandBack
		}
		for x := range width {
			part := bandPlan{y1: b.y1, y2: b.y2, height: b.part}
			part.cover(column, x, width, scale, 0)
			lay(img, x, column, ink, bandOut)
			part.y1, part.y2, part.height = b.y1+b.part, b.y2+b.part, b.height-b.part
			if b.height > b.part {
				part.cover(column, x, width, scale, leastBand)
				lay(img, x, column, ink, rest)
			}
		}
	}
	return img
}

// leastBand is how high a band is drawn at least, in pixels.
const leastBand = 1

// cover says how far a band covers each pixel of a column of them, 0 to 1. Where the band is steep, it is
// looked at in several places of the column.
func (b *bandPlan) cover(column []float32, x, width int, scale, least float32) {
	clear(column)
	at := func(x float32) float32 { return b.edge(x/float32(width)) * scale }
	rise := at(float32(x+1)) - at(float32(x))
	looks := min(1+int(max(rise, -rise)*2), 16)
	for i := range looks {
		top := at(float32(x) + (float32(i)+0.5)/float32(looks))
		bottom := top + max(b.height*scale, least)
		for y := max(int(top), 0); y < len(column) && float32(y) < bottom; y++ {
			column[y] += max(min(bottom, float32(y+1))-max(top, float32(y)), 0) / float32(looks)
		}
	}
}

// lay puts a colour over a column of pixels, as far as it covers them.
func lay(img *image.RGBA, x int, column []float32, ink color.NRGBA, opacity float32) {
	for y, covered := range column {
		if covered <= 0 {
			continue
		}
		a := covered * opacity
		p := img.Pix[img.PixOffset(x, y):]
		over := func(i int, v uint8) { p[i] = uint8(float32(v)*a + float32(p[i])*(1-a) + 0.5) }
		over(0, ink.R)
		over(1, ink.G)
		over(2, ink.B)
		over(3, 255)
	}
}

// drawNode writes a node: in a box in the first column, else its label between the bands.
func (s *Streams) drawNode(column, node int) {
	c, n, plan := &s.plan.columns[column], &s.columns[column].Nodes[node], &s.plan.columns[column].nodes[node]
	style, x, room := n.style(), c.x, c.width
	if column == 0 {
		box := canvas.NewRectangle(look.Color(n.Tone.Tint()))
		box.CornerRadius = look.ButtonRadius
		box.Move(fyne.NewPos(c.x, plan.y))
		box.Resize(fyne.NewSize(c.width, plan.height))
		s.objects = append(s.objects, box)
		x, room = x+streamBox, room-2*streamBox
	}
	second := streamSecond
	if s.spot != nowhere && !s.reached(column, node) {
		style = style.In(look.ColorNameDimmed)
	}
	act := oneLine(n.Act)
	plan.actWidth = measure(act, streamAct)
	room -= n.actRoom()
	label := fit(oneLine(n.Label), style, room)
	y := plan.y + (plan.height-style.Height)/2
	if n.Second != "" {
		y = plan.y + (plan.height-style.Height-second.Height)/2
	}
	s.write(label, style, x, y)
	if act != "" {
		plan.actX = x + measure(label, style) + streamActGap
		s.write(act, streamAct, plan.actX, y+(style.Height-streamAct.Height)/2)
	}
	if n.Second != "" {
		s.write(fit(oneLine(n.Second), second, c.width), second, x, y+style.Height)
	}
}

func (s *Streams) write(text string, style look.Style, x, y float32) {
	t := canvas.NewText("", look.Color(style.Color))
	draw(t, text, style, fyne.NewPos(x, float32(int(y+0.5))))
	s.objects = append(s.objects, t)
}

// drawMark puts a ring around the node that the keys are on, and shows the whole label of the one that is
// brought out, where it is cut.
func (s *Streams) drawMark() {
	if s.focused && s.holds(s.at) {
		c, n := &s.plan.columns[s.at.column], &s.plan.columns[s.at.column].nodes[s.at.node]
		ring := canvas.NewRectangle(color.Transparent)
		ring.CornerRadius, ring.StrokeWidth, ring.StrokeColor = look.ButtonRadius, 2*look.Hairline, look.Color(look.ColorNameClaret)
		ring.Move(fyne.NewPos(c.x-streamInset/2, n.y-2))
		ring.Resize(fyne.NewSize(c.width+streamInset, n.height+4))
		s.objects = append(s.objects, ring)
	}
	if p := s.spot; p.to == noBand && s.holds(p) {
		c, n := &s.plan.columns[p.column], &s.columns[p.column].Nodes[p.node]
		room := c.width
		if p.column == 0 {
			room -= 2 * streamBox
		}
		if n.wide() > room+0.5 {
			s.whole(c.x, room, s.plan.columns[p.column].nodes[p.node], n)
		}
	}
}

// whole shows what is cut of a node's labels, for which there was less room, on a ground of its own below its
// row or above it.
func (s *Streams) whole(x, room float32, plan nodePlan, n *StreamNode) {
	style := barStyle.In(look.ColorNamePaper)
	width := max(s.Size().Width, leastStreams)
	var lines []string
	if measure(oneLine(n.Label), n.style()) > room-n.actRoom() {
		lines = append(lines, fit(oneLine(n.Label), style, width-20))
	}
	if measure(oneLine(n.Second), streamSecond) > room {
		lines = append(lines, fit(oneLine(n.Second), style, width-20))
	}
	wide := float32(0)
	for _, line := range lines {
		wide = max(wide, measure(line, style)+16)
	}
	high := barHeight*float32(len(lines)) + 2
	at := fyne.NewPos(float32(int(max(min(x, width-wide), 0))), plan.y+plan.height+4)
	if at.Y+high > s.plan.height {
		at.Y = plan.y - high - 4
	}
	ground := canvas.NewRectangle(look.Color(look.ColorNameInk))
	ground.CornerRadius = 5
	ground.Move(at)
	ground.Resize(fyne.NewSize(wide, high))
	s.objects = append(s.objects, ground)
	for i, line := range lines {
		s.write(line, style, at.X+8, at.Y+1+float32(i)*barHeight)
	}
}
