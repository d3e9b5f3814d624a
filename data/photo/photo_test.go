package photo_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
	"testing/iotest"

	"peerage/data"
	"peerage/data/photo"
)

var (
	red, green = color.NRGBA{R: 255, A: 255}, color.NRGBA{G: 255, A: 255}
	clear      = color.NRGBA{}
)

// marked returns a picture in green with its upper left quarter in another colour.
func marked(w, h int, c color.Color) image.Image {
	img := image.NewNRGBA(image.Rect(10, 20, 10+w, 20+h)) // a picture need not begin at 0
	for y := range h {
		for x := range w {
			img.Set(10+x, 20+y, green)
			if x < w/2 && y < h/2 {
				img.Set(10+x, 20+y, c)
			}
		}
	}
	return img
}

func asPNG(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// asJPEG returns a picture with an orientation, written in an order of octets.
func asJPEG(t *testing.T, img image.Image, orientation uint16, order binary.AppendByteOrder, mark string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	tiff := order.AppendUint16([]byte(mark), 42)
	tiff = order.AppendUint16(order.AppendUint32(tiff, 8), 2) // a directory of two entries
	tiff = append(order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x010f), 2), 4), "Ana\x00"...)
	tiff = order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x0112), 3), 1)
	tiff = append(order.AppendUint16(tiff, orientation), 0, 0, 0, 0, 0, 0)
	exif := append([]byte("Exif\x00\x00"), tiff...)
	segment := append(binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2)), exif...)
	return append(append(bytes.Clone(b.Bytes()[:2]), segment...), b.Bytes()[2:]...)
}

// read returns a picture as it is kept, and its format.
func read(t *testing.T, file []byte) (image.Image, string) {
	t.Helper()
	kept, err := photo.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	img, format, err := image.Decode(bytes.NewReader(kept))
	if err != nil || len(kept) > data.MaxPhoto {
		t.Fatal(len(kept), err)
	}
	return img, format
}

// corner returns which corner of a picture is marked: tl, tr, bl or br.
func corner(img image.Image) string {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	found := ""
	for name, at := range map[string]image.Point{"tl": {w / 4, h / 4}, "tr": {3 * w / 4, h / 4}, "bl": {w / 4, 3 * h / 4}, "br": {3 * w / 4, 3 * h / 4}} {
		if r, g, _, _ := img.At(at.X, at.Y).RGBA(); r > g {
			found += name
		}
	}
	return found
}

func TestAPictureIsTurnedAsTheCameraWasHeld(t *testing.T) {
	for orientation, want := range map[uint16]string{0: "tl", 1: "tl", 2: "tr", 3: "br", 4: "bl", 5: "tl", 6: "tr", 7: "br", 8: "bl", 9: "tl"} {
		for mark, order := range map[string]binary.AppendByteOrder{"MM": binary.BigEndian, "II": binary.LittleEndian} {
			img, _ := read(t, asJPEG(t, marked(80, 40, red), orientation, order, mark))
			w, h := 80, 40
			if orientation >= 5 && orientation <= 8 {
				w, h = h, w
			}
			if got := corner(img); got != want || img.Bounds().Dx() != w || img.Bounds().Dy() != h {
				t.Errorf("orientation %d in %s: marked at %s in %v, want %s", orientation, mark, got, img.Bounds(), want)
			}
		}
	}
}

func TestWhatACameraWritesBesideAPictureIsNotKept(t *testing.T) {
	file := asJPEG(t, marked(80, 40, red), 6, binary.BigEndian, "MM")
	if !bytes.Contains(file, []byte("Exif")) {
		t.Fatal("nothing is written beside it")
	}
	kept, err := photo.Read(bytes.NewReader(file))
	if err != nil || bytes.Contains(kept, []byte("Exif")) || bytes.Contains(kept, []byte("Ana")) {
		t.Errorf("it is kept, %v", err)
	}
}

func TestAPictureIsKeptNoLargerThanItIsShown(t *testing.T) {
	for _, c := range []struct{ w, h, keptW, keptH int }{{80, 40, 80, 40}, {1024, 2048, 512, 1024}, {3000, 900, 1707, 512}, {9000, 600, 2048, 137}, {1, 1, 1, 1}, {5000, 1, 2048, 1}} {
		img, format := read(t, asPNG(t, marked(c.w, c.h, red)))
		if got := img.Bounds(); got.Dx() != c.keptW || got.Dy() != c.keptH || format != "jpeg" {
			t.Errorf("%d by %d is kept as %s of %v", c.w, c.h, format, got)
		}
		if c.h > 1 && corner(img) != "tl" {
			t.Errorf("%d by %d is marked at %q", c.w, c.h, corner(img))
		}
	}
}

func TestWhatIsTransparentStaysSo(t *testing.T) {
	img, format := read(t, asPNG(t, marked(1200, 1200, clear)))
	if _, _, _, a := img.At(10, 10).RGBA(); format != "png" || a != 0 || img.Bounds().Dx() != 512 {
		t.Errorf("%s of %v, %d of it to be seen", format, img.Bounds(), a)
	}
}

func TestWhatIsNoPictureOrTooLargeIsNotKept(t *testing.T) {
	whole := asPNG(t, marked(300, 300, red))
	huge := bytes.Clone(whole)
	binary.BigEndian.PutUint32(huge[16:], 29_000)
	binary.BigEndian.PutUint32(huge[20:], 29_000)
	binary.BigEndian.PutUint32(huge[29:], crc(huge[12:29]))
	photographed := asJPEG(t, marked(80, 40, red), 1, binary.BigEndian, "MM")
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"nothing": {nil, photo.ErrNone}, "text": {[]byte("no picture"), photo.ErrNone}, "a beginning": {whole[:200], photo.ErrNone},
		"the beginning of a JPEG": {photographed[:len(photographed)/2], photo.ErrNone},
		"many pixels":             {huge, photo.ErrLarge}, "many octets": {make([]byte, 64<<20+1), photo.ErrLarge},
	} {
		if kept, err := photo.Read(bytes.NewReader(c.file)); !errors.Is(err, c.want) || kept != nil {
			t.Errorf("%s: %d octets, %v", name, len(kept), err)
		}
	}
	broken := errors.New("broken")
	if _, err := photo.Read(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("a file that cannot be read: %v", err)
	}
}

// crc is the check of a part of a PNG (PNG, 5.5).
func crc(part []byte) uint32 {
	c := ^uint32(0)
	for _, b := range part {
		c ^= uint32(b)
		for range 8 {
			if c&1 != 0 {
				c = c>>1 ^ 0xedb88320
			} else {
				c >>= 1
			}
		}
	}
	return ^c
}

func FuzzAPictureIsKeptOrRefused(f *testing.F) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, marked(8, 8, red), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x20Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		kept, err := photo.Read(bytes.NewReader(file))
		if err != nil {
			return
		}
		if _, _, err := image.Decode(bytes.NewReader(kept)); err != nil {
			t.Error(err)
		}
	})
}
