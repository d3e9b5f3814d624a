package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// Scroll lets content be as high as it needs at the width there is, and scrolls it.
func Scroll(content fyne.CanvasObject) fyne.CanvasObject {
	inner := container.New(column{}, content)
	s := container.NewVScroll(inner)
	return container.New(scrolled{inner}, s)
}

// Page is the usual page: sections below each other, scrolled, with room around them.
func Page(sections ...fyne.CanvasObject) fyne.CanvasObject {
	return Scroll(Inset(look.PageInset, 20, Column(look.Gap, sections...)))
}

type scrolled struct{ inner *fyne.Container }

func (s scrolled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.inner.Resize(fyne.NewSize(size.Width, heightFor(s.inner, size.Width)))
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
		o.Refresh()
	}
}

func (s scrolled) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(s.inner.MinSize().Width, 60)
}

// Reveal scrolls what lies around o until o is in sight, with a little of what stands next to it.
func Reveal(o fyne.CanvasObject) {
	scroll := scrollAround(o)
	if scroll == nil || scroll.Size().Height <= 0 {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	switch offset := scroll.Offset.Y; {
	case top < offset:
		scroll.ScrollToOffset(fyne.NewPos(0, max(top-2*look.Gap, 0)))
	case top+o.Size().Height > offset+scroll.Size().Height:
		scroll.ScrollToOffset(fyne.NewPos(0, top+o.Size().Height-scroll.Size().Height+look.Gap))
	}
}

// Follow scrolls a dialog until what has the focus in it is in sight, with as much of what belongs to it as fits:
// the label above a field, what is wrong with it or what is offered below.
func Follow(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.Overlays().Top() == nil {
		return
	}
	path := pathTo(c.Overlays().Top(), o)
	var scroll *container.Scroll
	for _, place := range path {
		if s, ok := place.(*container.Scroll); ok {
			scroll = s
		} else if scroll != nil && (place == o || place != scroll.Content && place.Size().Height <= scroll.Size().Height) {
			Reveal(place)
			return
		}
	}
}

// pathTo returns what lies around o within a place, the outermost first and o itself last; nil where o is not
// there.
func pathTo(place, o fyne.CanvasObject) []fyne.CanvasObject {
	if place == o {
		return []fyne.CanvasObject{o}
	}
	for _, child := range children(place) {
		if path := pathTo(child, o); path != nil {
			return append([]fyne.CanvasObject{place}, path...)
		}
	}
	return nil
}

// scrollAround returns the scroller that o lies in, the innermost of several; nil when there is none.
func scrollAround(o fyne.CanvasObject) *container.Scroll {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	for _, root := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
		if around, found := scrollTo(root, o, nil); found {
			return around
		}
	}
	return nil
}

// scrollTo looks for o at a place and below it, and returns the scroller it lies in; around is the one
// that the place lies in.
func scrollTo(place, o fyne.CanvasObject, around *container.Scroll) (*container.Scroll, bool) {
	if place == o {
		return around, true
	}
	if s, ok := place.(*container.Scroll); ok {
		around = s
	}
	for _, child := range children(place) {
		if s, found := scrollTo(child, o, around); found {
			return s, true
		}
	}
	return nil, false
}
