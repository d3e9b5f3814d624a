package people

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
)

// picture writes a picture of one colour to a home, where it is chosen.
func (x *screen) picture(home, name string, c color.Color, w, h int) {
	x.t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		img.Set(i%w, i/w, c)
	}
	var b bytes.Buffer
	x.check(png.Encode(&b, img))
	x.check(os.WriteFile(filepath.Join(home, name), b.Bytes(), 0o600))
}

// choosePhoto chooses a file in the form that is open.
func (x *screen) choosePhoto(name string) {
	x.t.Helper()
	x.tap("Choose a photo…")
	apptest.Type(x.t, x.page.Object(), "A part of the name, or a path", name)
	apptest.Key(x.Window(), fyne.KeyReturn)
}

func TestAPhotoIsChosenReplacedRemovedAndUndone(t *testing.T) {
	x := newScreen(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	x.picture(home, "red.png", color.RGBA{R: 255, A: 255}, 600, 900)
	x.picture(home, "green.png", color.RGBA{G: 255, A: 255}, 40, 40)
	x.check(os.WriteFile(filepath.Join(home, "broken.png"), []byte("no picture"), 0o600))
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	// is fails the test unless the photo that is kept is of this size and colour, or there is none.
	is := func(w, h int, red, green bool) {
		t.Helper()
		kept := x.person(id).Photo
		if w == 0 {
			if kept != nil {
				t.Errorf("%d octets are kept", len(kept))
			}
			return
		}
		img, _, err := image.Decode(bytes.NewReader(kept))
		if err != nil {
			t.Fatal(err)
		}
		r, g, _, _ := img.At(1, 1).RGBA()
		if img.Bounds().Dx() != w || img.Bounds().Dy() != h || r > 0x8000 != red || g > 0x8000 != green {
			t.Errorf("kept is a picture of %v, red %d, green %d", img.Bounds(), r, g)
		}
	}
	edit := func(do func()) {
		t.Helper()
		x.hear(fyne.KeyE, 0)
		do()
		x.tap("Save")
	}
	edit(func() { x.choosePhoto("red") })
	is(512, 768, true, false)
	edit(func() { x.choosePhoto("green") })
	is(40, 40, false, true)
	edit(func() {
		x.choosePhoto("broken")
		x.wants("This is no PNG or JPEG that can be shown.")
	})
	is(40, 40, false, true)
	edit(func() { x.tap("Remove the photo") })
	is(0, 0, false, false)
	x.undo()
	is(40, 40, false, true)
	x.undo()
	is(512, 768, true, false)
	x.undo()
	is(0, 0, false, false)
}

func TestOfAPictureThatIsTooLargeItIsSaidAndThePhotoStays(t *testing.T) {
	x := newScreen(t)
	x.show(page.People())
	f := newPhotoField(x.view(), &data.Person{Name: "Ada", Photo: []byte("kept")})
	path := filepath.Join(t.TempDir(), "photo.png")
	file, err := os.Create(path)
	x.check(err)
	x.check(file.Truncate(100 << 20))
	x.check(file.Close())
	f.take(path)
	if string(f.file) != "kept" || !apptest.Shows(f.field, "larger than Peerage can take") {
		t.Errorf("kept %q, says %q", f.file, apptest.Texts(f.field))
	}
}

func TestNothingIsSavedWithoutThePhotoThatIsBeingRead(t *testing.T) {
	x := newScreen(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	x.picture(home, "red.png", color.RGBA{R: 255, A: 255}, 40, 40)
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	x.hear(fyne.KeyE, 0)
	x.tap("Choose a photo…")
	x.Timers().Hold()
	apptest.Type(t, x.page.Object(), "A part of the name, or a path", filepath.Join(home, "red.png"))
	apptest.Key(x.Window(), fyne.KeyReturn)
	x.tap("Save")
	x.wants("The picture is being read.")
	x.Timers().Release()
	x.wantsNo("The picture is being read.")
	x.tap("Save")
	if x.person(id).Photo == nil {
		t.Error("no photo is kept")
	}
}
