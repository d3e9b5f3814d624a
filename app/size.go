package app

import "fyne.io/fyne/v2"

// firstSize is the size of the first window. With a title bar around it, it fits on a screen of 1280 by 800: on one
// that is too small it would be laid out and drawn a second time at once.
var firstSize = fyne.NewSize(1260, 760)

// The names under which the toolkit's preferences keep the size of the window that was closed last.
const (
	keptWidth  = "window_width"
	keptHeight = "window_height"
)

// sizeOfLast returns the size of the window that was closed last, or that of a first one.
func sizeOfLast(p fyne.Preferences) fyne.Size {
	width, height := float32(p.Float(keptWidth)), float32(p.Float(keptHeight))
	// A size that nobody can work with is none: the file may be anybody's.
	if width < smallestSize.Width || height < smallestSize.Height || width > largest || height > largest {
		return firstSize
	}
	return fyne.NewSize(width, height)
}

// smallestSize is the smallest window that shows what it holds, and largest more than any screen has.
var smallestSize = fyne.NewSize(480, 360)

const largest = 16384

// keepSize remembers the size of a window for the next.
func keepSize(p fyne.Preferences, size fyne.Size) {
	if sizeOfLast(p) == size {
		return
	}
	p.SetFloat(keptWidth, float64(size.Width))
	p.SetFloat(keptHeight, float64(size.Height))
}
