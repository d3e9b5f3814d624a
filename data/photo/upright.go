package photo

import (
	"bytes"
	"encoding/binary"
	"image"
)

// upright returns a picture turned and mirrored as its orientation asks (Exif 2.32, 4.6.4 A: 1 is upright already).
func upright(img *image.RGBA, orientation uint16) *image.RGBA {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	// from says where the pixel at x, y of the upright picture stands in img.
	var from func(x, y int) (int, int)
	switch orientation {
	case 2:
		from = func(x, y int) (int, int) { return w - 1 - x, y }
	case 3:
		from = func(x, y int) (int, int) { return w - 1 - x, h - 1 - y }
	case 4:
		from = func(x, y int) (int, int) { return x, h - 1 - y }
	case 5:
		from = func(x, y int) (int, int) { return y, x }
	case 6:
		from = func(x, y int) (int, int) { return y, h - 1 - x }
	case 7:
		from = func(x, y int) (int, int) { return w - 1 - y, h - 1 - x }
	case 8:
		from = func(x, y int) (int, int) { return w - 1 - y, x }
	default:
		return img
	}
	turned := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		turned = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range turned.Bounds().Dy() {
		for x := range turned.Bounds().Dx() {
			turned.SetRGBA(x, y, img.RGBAAt(from(x, y)))
		}
	}
	return turned
}

// orientation returns how the camera says that it was held, 1 where a JPEG does not say.
func orientation(file []byte) uint16 {
	const marker, start, app1 = 0xff, 0xda, 0xe1
	for rest := file[min(len(file), 2):]; len(rest) > 4 && rest[0] == marker && rest[1] != start; {
		size := int(binary.BigEndian.Uint16(rest[2:]))
		if size < 2 || 2+size > len(rest) {
			break
		}
		if exif, is := bytes.CutPrefix(rest[4:2+size], []byte("Exif\x00\x00")); is && rest[1] == app1 {
			return tagged(exif)
		}
		rest = rest[2+size:]
	}
	return 1
}

// tagged returns the orientation in the first directory of a TIFF file, 1 where there is none.
func tagged(tiff []byte) uint16 {
	const tag, short, entry = 0x0112, 3, 12
	var order binary.ByteOrder = binary.LittleEndian
	if bytes.HasPrefix(tiff, []byte("MM")) {
		order = binary.BigEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	n := int(order.Uint16(tiff[at:]))
	for entries := tiff[at+2:]; n > 0 && len(entries) >= entry; entries, n = entries[entry:], n-1 {
		if order.Uint16(entries) == tag && order.Uint16(entries[2:]) == short {
			return order.Uint16(entries[8:])
		}
	}
	return 1
}
