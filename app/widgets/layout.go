package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Column stacks objects from top to bottom, each as wide as the column and as high as it then needs
// to be, gap apart. Hidden objects take no room.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(column{gap}, objects...)
}

type column struct{ gap float32 }

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := heightFor(o, size.Width)
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + c.gap
	}
}

func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, shown := fyne.Size{}, 0
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size.Width = max(size.Width, m.Width)
			size.Height += m.Height
			shown++
		}
	}
	size.Height += c.gap * float32(max(shown-1, 0))
	return size
}

// heightFor gives o its width and returns the height it then needs.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.Size().Height))
	}
	return o.MinSize().Height
}

// Sides puts left and right at their own width at the two ends, and centre in what is left between
// them. Each may be nil. All are centred between top and bottom.
func Sides(gap float32, left, centre, right fyne.CanvasObject) *fyne.Container {
	s := &sides{gap: gap, left: left, centre: centre, right: right}
	c := container.New(s)
	for _, o := range []fyne.CanvasObject{left, centre, right} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

type sides struct {
	gap                 float32
	left, centre, right fyne.CanvasObject
}

func (s *sides) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	from, to := float32(0), size.Width
	place := func(o fyne.CanvasObject, x, w float32) {
		h := min(heightFor(o, w), size.Height)
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, ceil((size.Height-h)/2)))
	}
	if seen(s.left) {
		w := min(s.left.MinSize().Width, size.Width)
		place(s.left, 0, w)
		from = w + s.gap
	}
	if seen(s.right) {
		w := min(s.right.MinSize().Width, max(to-from, 0))
		place(s.right, to-w, w)
		to -= w + s.gap
	}
	if seen(s.centre) {
		place(s.centre, from, max(to-from, 0))
	}
}

func (s *sides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return besides(s.gap, objects)
}

func seen(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

// besides returns the least size of objects beside each other.
func besides(gap float32, objects []fyne.CanvasObject) fyne.Size {
	size, shown := fyne.Size{}, 0
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size.Height = max(size.Height, m.Height)
			size.Width += m.Width
			shown++
		}
	}
	size.Width += gap * float32(max(shown-1, 0))
	return size
}

// Row puts objects beside each other at their own widths, centred between top and bottom.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap}, objects...)
}

type row struct{ gap float32 }

func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, ceil((size.Height-m.Height)/2)))
		x += m.Width + r.gap
	}
}

func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size { return besides(r.gap, objects) }

// Flow puts objects beside each other at their own widths and begins a new line where the next does
// not fit: chips and small buttons. Those of a line are centred between its top and bottom.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

type flow struct {
	gap   float32
	width float32 // that was laid out last
}

// Layout moves each object once, to where it stays: whatever moves makes the window draw itself anew.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.each(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Resize(size)
		o.Move(at)
	})
}

// each tells where the objects seen stand at a width, line by line, and returns how high they are
// together.
func (f *flow) each(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	var line []fyne.CanvasObject
	var sizes []fyne.Size
	end := func() {
		x = 0
		for i, o := range line {
			place(o, fyne.NewPos(x, y+float32(int((high-sizes[i].Height)/2))), sizes[i])
			x += sizes[i].Width + f.gap
		}
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		m.Width = min(m.Width, width)
		if x > 0 && x+m.Width > width {
			end()
			x, y, high, line, sizes = 0, y+high+f.gap, 0, line[:0], sizes[:0]
		}
		x += m.Width + f.gap
		high = max(high, m.Height)
		line, sizes = append(line, o), append(sizes, m)
	}
	end()
	return y + high
}

// MinSize moves nothing: the toolkit asks for it each time it draws.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	one := besides(f.gap, objects)
	widest := float32(0)
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	if f.width > 0 {
		height := f.each(objects, f.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
		return fyne.NewSize(min(widest, f.width), height)
	}
	return fyne.NewSize(widest, one.Height)
}

// Columns puts objects beside each other in equal columns, or below each other where a column would
// become narrower than least.
func Columns(least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{least: least, gap: gap}, objects...)
}

type columns struct {
	least, gap float32
	width      float32
}

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	n := float32(len(objects))
	each := (size.Width - c.gap*(n-1)) / n
	if each < c.least {
		column{c.gap}.Layout(objects, size)
		return
	}
	each = float32(int(each))
	for _, o := range objects {
		o.Resize(fyne.NewSize(each, heightFor(o, each)))
	}
	for i, drop := range drops(objects) {
		objects[i].Move(fyne.NewPos(float32(i)*(each+c.gap), drop))
	}
}

// drops returns how far down each object stands so that the controls of fields beside each other are in line, also
// where the label of one takes more lines.
func drops(objects []fyne.CanvasObject) []float32 {
	list, lowest := make([]float32, len(objects)), float32(0)
	for _, o := range objects {
		if f, ok := o.(*Field); ok {
			lowest = max(lowest, f.Control.Position().Y)
		}
	}
	for i, o := range objects {
		if f, ok := o.(*Field); ok {
			list[i] = lowest - f.Control.Position().Y
		}
	}
	return list
}

func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	stacked := column{c.gap}.MinSize(objects)
	n := float32(len(objects))
	if c.width > 0 && (c.width-c.gap*(n-1))/n < c.least {
		return stacked
	}
	high := float32(0)
	for i, drop := range drops(objects) {
		if objects[i].Visible() {
			high = max(high, objects[i].MinSize().Height+drop)
		}
	}
	return fyne.NewSize(stacked.Width, high)
}

// Inset keeps horizontal and vertical room around one object.
func Inset(horizontal, vertical float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(inset{horizontal, vertical}, object)
}

type inset struct{ x, y float32 }

func (n inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(n.x, n.y))
		o.Resize(fyne.NewSize(max(size.Width-2*n.x, 0), max(size.Height-2*n.y, 0)))
	}
}

func (n inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.Size{}
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(2*n.x, 2*n.y)
}

// Fixed gives an object a least size.
func Fixed(width, height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(fixed{fyne.NewSize(width, height)}, object)
}

type fixed struct{ size fyne.Size }

func (f fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.Position{})
	}
}

func (f fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := f.size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}

// SetFixed changes the least size of what Fixed has returned.
func SetFixed(c *fyne.Container, width, height float32) {
	c.Layout = fixed{fyne.NewSize(width, height)}
}
