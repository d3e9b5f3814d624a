// Command tray draws the icons of the tray: it writes assets/icons/tray.png, tray-1.png to tray-9.png for a
// count, and tray-many.png.
//
// They are in colours of their own, because panels may be light or dark, and twice as large as the 22 pixels that
// most panels give them: a digit keeps ten pixels of height there. Run it from the top of the project:
// go run ./.desk/tray
package main

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"log"
	"math"
	"os"
	"path/filepath"
	"strconv"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// The size of an icon and of the round spot that holds the count, in pixels.
const (
	side   = 44
	across = 29
	gap    = 2.0 // between the spot and what lies below it
	finer  = 8   // how much larger it is drawn before it is made small
)

var (
	gold = color.NRGBA{0xF2, 0xC9, 0x4C, 0xFF}
	ink  = color.NRGBA{0x33, 0x0E, 0x1A, 0xFF}
)

func main() {
	mark, err := read("peerage-256.png")
	if err != nil {
		log.Fatal(err)
	}
	letters, err := face()
	if err != nil {
		log.Fatal(err)
	}
	icons := map[string]string{"tray.png": "", "tray-many.png": "9+"}
	for n := 1; n <= 9; n++ {
		icons["tray-"+strconv.Itoa(n)+".png"] = strconv.Itoa(n)
	}
	for name, count := range icons {
		if err := write(name, icon(mark, letters, count)); err != nil {
			log.Fatal(err)
		}
	}
}

func read(name string) (image.Image, error) {
	f, err := os.Open(filepath.Join("assets", "icons", name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

func face() (font.Face, error) {
	content, err := os.ReadFile(filepath.Join("app", "look", "fonts", "Inter-SemiBold.otf"))
	if err != nil {
		return nil, err
	}
	f, err := opentype.Parse(content)
	if err != nil {
		return nil, err
	}
	return opentype.NewFace(f, &opentype.FaceOptions{Size: 28 * finer, DPI: 72})
}

// icon draws the mark with a count in a spot at its lower right, or alone.
func icon(mark image.Image, letters font.Face, count string) image.Image {
	large := image.NewNRGBA(image.Rect(0, 0, side*finer, side*finer))
	xdraw.CatmullRom.Scale(large, large.Bounds(), mark, mark.Bounds(), draw.Src, nil)
	if count != "" {
		const radius = across * finer / 2.0
		center := side*finer - radius
		disc(large, center, radius+gap*finer, color.NRGBA{})
		disc(large, center, radius, gold)
		write := &font.Drawer{Dst: large, Src: image.NewUniform(ink), Face: letters}
		box, _ := write.BoundString(count)
		if wide := float64(box.Max.X-box.Min.X) / 64; wide > 1.5*radius {
			narrow(large, letters, count, center)
		} else {
			write.Dot = centered(box, center)
			write.DrawString(count)
		}
	}
	small := image.NewNRGBA(image.Rect(0, 0, side, side))
	xdraw.CatmullRom.Scale(small, small.Bounds(), large, large.Bounds(), draw.Src, nil)
	return small
}

// disc fills a circle on the diagonal.
func disc(on *image.NRGBA, center, radius float64, c color.NRGBA) {
	for y := range on.Bounds().Dy() {
		for x := range on.Bounds().Dx() {
			if math.Hypot(float64(x)+0.5-center, float64(y)+0.5-center) <= radius {
				on.SetNRGBA(x, y, c)
			}
		}
	}
}

func centered(box fixed.Rectangle26_6, center float64) fixed.Point26_6 {
	middle := fixed.Int26_6(center * 64)
	return fixed.Point26_6{X: middle - (box.Min.X+box.Max.X)/2, Y: middle - (box.Min.Y+box.Max.Y)/2}
}

// narrow draws a text that is too wide for the spot smaller.
func narrow(on *image.NRGBA, letters font.Face, text string, center float64) {
	wide := image.NewNRGBA(on.Bounds())
	d := &font.Drawer{Dst: wide, Src: image.NewUniform(ink), Face: letters}
	box, _ := d.BoundString(text)
	d.Dot = centered(box, side*finer/2)
	d.DrawString(text)
	const scale = 0.72
	half := int(math.Round(side * finer / 2 * scale))
	at := image.Rect(int(center)-half, int(center)-half, int(center)+half, int(center)+half)
	xdraw.CatmullRom.Scale(on, at, wide, wide.Bounds(), draw.Over, nil)
}

func write(name string, icon image.Image) error {
	f, err := os.Create(filepath.Join("assets", "icons", name))
	if err != nil {
		return err
	}
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, icon); err != nil {
		return err
	}
	return f.Close()
}
