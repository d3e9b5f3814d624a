package agent

import "slices"

// iconFor returns the name of the icon that shows a count.
func iconFor(count int) string {
	switch {
	case count <= 0:
		return "tray.png"
	case count > 9:
		return "tray-many.png"
	}
	return "tray-" + string(rune('0'+count)) + ".png"
}

// ico returns a picture as a file of Windows' icons: a PNG of up to 256 pixels a side behind a directory of one
// entry (https://learn.microsoft.com/windows/win32/menurc/icons, PNG since Windows Vista).
func ico(png []byte) []byte {
	const header, entry = 6, 16
	size := uint32(len(png))
	side := pngSide(png)
	b := slices.Concat(
		[]byte{0, 0, 1, 0, 1, 0},
		[]byte{side, side, 0, 0, 1, 0, 32, 0},
		[]byte{byte(size), byte(size >> 8), byte(size >> 16), byte(size >> 24)},
		[]byte{header + entry, 0, 0, 0})
	return append(b, png...)
}

// pngSide returns the width of a PNG that is at most 255 pixels wide (PNG specification §11.2.2).
func pngSide(png []byte) byte {
	const lastOfWidth = 19
	if len(png) <= lastOfWidth {
		return 0
	}
	return png[lastOfWidth]
}
