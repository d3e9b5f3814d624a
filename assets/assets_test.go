package assets

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

func TestEveryFolderIsOnBoard(t *testing.T) {
	for name, folder := range map[string]fs.FS{"icons": Icons(), "translations": Translations(), "names": Names(), "demo": Demo()} {
		files, err := fs.ReadDir(folder, ".")
		if err != nil || len(files) == 0 {
			t.Errorf("%s: %d files, %v", name, len(files), err)
		}
	}
}

// Fyne recolours the fill of an icon and leaves strokes alone, so an icon with a stroke would stay
// black on a dark ground.
func TestEveryIconIsDrawnSoThatAThemeCanRecolourIt(t *testing.T) {
	names, err := fs.Glob(Icons(), "*.svg")
	if err != nil || len(names) < 30 {
		t.Fatal(len(names), err)
	}
	stroke := regexp.MustCompile(`stroke|<(line|polyline|style|text)\b`)
	for _, name := range names {
		b, err := fs.ReadFile(Icons(), name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(b), "<svg ") || stroke.Match(b) {
			t.Errorf("%s is not drawn with fills alone", name)
		}
		decoder := xml.NewDecoder(bytes.NewReader(b))
		for err == nil {
			_, err = decoder.Token()
		}
		if err != io.EOF {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheProgramsOwnIconHasEverySize(t *testing.T) {
	for name, size := range map[string]int{
		"peerage.png": 512, "peerage-256.png": 256, "peerage-128.png": 128, "peerage-48.png": 48,
		"peerage-32.png": 32, "peerage-16.png": 16, "tray.png": 44, "tray-1.png": 44, "tray-9.png": 44, "tray-many.png": 44,
	} {
		b, err := fs.ReadFile(Icons(), name)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.DecodeConfig(bytes.NewReader(b))
		if err != nil || picture.Width != size || picture.Height != size {
			t.Errorf("%s: %d by %d, %v", name, picture.Width, picture.Height, err)
		}
	}
}
