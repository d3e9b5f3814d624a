// Package photo brings a picture of a person into the form in which it is kept: upright, no larger than it is ever
// shown, and without what cameras write beside it, such as where it was taken.
package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"
)

// Why a picture cannot be taken.
var (
	ErrNone  = errors.New("photo: no PNG or JPEG")
	ErrLarge = errors.New("photo: too large")
)

const (
	maxFile  = 64 << 20 // octets; more comes from no camera
	maxSide  = 30_000   // pixels
	shortest = 512      // the shorter side of what is kept, in pixels, at most
	longest  = 2048
	quality  = 88
)

// maxPixels is how many pixels a picture may have by its format: a small file may unpack to more than there is memory
// for, and a pixel of a PNG takes up to eight octets, one of a JPEG three.
var maxPixels = map[string]int{"jpeg": 120_000_000, "png": 40_000_000}

// Read returns a picture as it is kept: a JPEG, or a PNG where something of it is transparent. What is no picture, or
// only a part of one, is ErrNone; what has more octets or pixels than any camera gives is ErrLarge.
func Read(r io.Reader) ([]byte, error) {
	file, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read a picture: %w", err)
	}
	if len(file) > maxFile {
		return nil, ErrLarge
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil || size.Width <= 0 || size.Height <= 0 || maxPixels[format] == 0:
		return nil, ErrNone
	case size.Width > maxSide || size.Height > maxSide || size.Width*size.Height > maxPixels[format]:
		return nil, ErrLarge
	}
	img, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, ErrNone
	}
	kept := smaller(img)
	if format == "jpeg" {
		kept = upright(kept, orientation(file))
	}
	var out bytes.Buffer
	if kept.Opaque() {
		err = jpeg.Encode(&out, kept, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&out, kept)
	}
	if err != nil {
		return nil, fmt.Errorf("keep a picture: %w", err)
	}
	return out.Bytes(), nil
}

// smaller returns a picture at the size in which it is kept, each pixel the mean of those it stands for.
func smaller(img image.Image) *image.RGBA {
	from := img.Bounds()
	w, h := from.Dx(), from.Dy()
	scale := min(1, shortest/float64(min(w, h)), longest/float64(max(w, h)))
	kept := image.NewRGBA(image.Rect(0, 0, max(int(float64(w)*scale+0.5), 1), max(int(float64(h)*scale+0.5), 1)))
	to := kept.Bounds()
	strip := image.NewRGBA(image.Rect(0, 0, w, h/to.Dy()+2))
	for y := range to.Dy() {
		top, bottom := y*h/to.Dy(), (y+1)*h/to.Dy()
		rows := image.Rect(0, 0, w, bottom-top)
		draw.Draw(strip, rows, img, from.Min.Add(image.Pt(0, top)), draw.Src)
		for x := range to.Dx() {
			left, right := x*w/to.Dx(), (x+1)*w/to.Dx()
			copy(kept.Pix[kept.PixOffset(x, y):], mean(strip, image.Rect(left, 0, right, bottom-top)))
		}
	}
	return kept
}

// mean returns the mean of the pixels in a part of a picture.
func mean(img *image.RGBA, part image.Rectangle) []byte {
	var sum [4]int
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for i := img.PixOffset(part.Min.X, y); i < img.PixOffset(part.Max.X, y); i += 4 {
			for k := range sum {
				sum[k] += int(img.Pix[i+k])
			}
		}
	}
	pixel, n := make([]byte, 4), part.Dx()*part.Dy()
	for k := range sum {
		pixel[k] = byte((sum[k] + n/2) / n)
	}
	return pixel
}
