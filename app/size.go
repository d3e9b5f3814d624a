package app

import "fyne.io/fyne/v2"

// firstSize is the size of the first window. With a title bar around it, it fits on a screen of 1280 by 800: on one
// that is too small it would be laid out and drawn a second time at once.
var firstSize = fyne.NewSize(1260, 760)

// keptSize is the name under which the toolkit's preferences keep the size of the window that was closed last.
const keptSize = "window_size"

// sizeOfLast returns the size of the window that was closed last, or that of a first one.
func sizeOfLast(p fyne.Preferences) fyne.Size {
	kept := p.FloatList(keptSize)
	if len(kept) != 2 {
		return firstSize
	}
	width, height := float32(kept[0]), float32(kept[1])
	// A size that nobody can work with is none: the file may be anybody's.
	if width < smallestSize.Width || height < smallestSize.Height || width > largest || height > largest {
		return firstSize
	}
	return fyne.NewSize(width, height)
}

// smallestSize is the smallest window that shows what it holds, and largest more than any screen has.
var smallestSize = fyne.NewSize(480, 360)

const largest = 16384

// keepSize remembers the size of a window for the next. Both numbers are one value, because the toolkit writes the
// first change at once and those after it a while later.
func keepSize(p fyne.Preferences, size fyne.Size) {
	if sizeOfLast(p) == size {
		return
	}
	p.SetFloatList(keptSize, []float64{float64(size.Width), float64(size.Height)})
}
