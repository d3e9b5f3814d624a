// Command icons draws the small icons of Peerage: it writes assets/icons/NAME.svg for each drawing
// in drawings.txt.
//
// A drawing is made of strokes 1.75 wide with round ends on a field of 24 by 24. They are written as
// filled outlines, because Fyne recolours the fill of an icon to suit the theme and leaves its
// strokes alone. Run it from the top of the project: go run ./.desk/icons
package main

import (
	_ "embed"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

//go:embed drawings.txt
var drawings string

// half is half the width of a stroke.
const half = 0.875

func main() {
	for number, line := range strings.Split(drawings, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, strokes, _ := strings.Cut(line, ":")
		svg, err := draw(strokes)
		if err == nil {
			err = os.WriteFile(filepath.Join("assets", "icons", name+".svg"), []byte(svg), 0o644)
		}
		if err != nil {
			log.Fatalf("drawings.txt, line %d: %v", number+1, err)
		}
	}
}

// draw returns the SVG of a drawing: strokes separated by semicolons.
func draw(strokes string) (string, error) {
	var path strings.Builder
	for _, stroke := range strings.Split(strokes, ";") {
		words := strings.Fields(stroke)
		if len(words) == 0 {
			return "", fmt.Errorf("a stroke is empty")
		}
		v := make([]float64, len(words)-1)
		for i, word := range words[1:] {
			n, err := strconv.ParseFloat(word, 64)
			if err != nil {
				return "", err
			}
			v[i] = n
		}
		outline, err := outlineOf(words[0], v)
		if err != nil {
			return "", err
		}
		path.WriteString(outline)
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000000" d="` + path.String() + "\"/></svg>\n", nil
}

// outlineOf returns the outline of one stroke. All outlines run clockwise, so that where they overlap
// they add up.
func outlineOf(kind string, v []float64) (string, error) {
	switch {
	case kind == "line" && len(v) >= 4 && len(v)%2 == 0:
		var all strings.Builder
		for i := 0; i+3 < len(v); i += 2 {
			all.WriteString(line(v[i], v[i+1], v[i+2], v[i+3]))
		}
		return all.String(), nil
	case kind == "circle" && len(v) == 3:
		return disc(v[0], v[1], v[2]+half, 1) + disc(v[0], v[1], v[2]-half, 0), nil
	case kind == "dot" && len(v) == 3:
		return disc(v[0], v[1], v[2], 1), nil
	case kind == "arc" && len(v) == 5:
		return arc(v[0], v[1], v[2], v[3], v[4]), nil
	case kind == "box" && len(v) == 5:
		return box(v[0], v[1], v[2], v[3], v[4]), nil
	}
	return "", fmt.Errorf("%s with %d numbers is no stroke", kind, len(v))
}

// line is a straight stroke from one point to another.
func line(x1, y1, x2, y2 float64) string {
	length := math.Hypot(x2-x1, y2-y1)
	dx, dy := (y2-y1)/length*half, -(x2-x1)/length*half // to the left of the way
	return "M" + at(x1+dx, y1+dy) + "L" + at(x2+dx, y2+dy) + turn(half, 0, 1) + at(x2-dx, y2-dy) +
		"L" + at(x1-dx, y1-dy) + turn(half, 0, 1) + at(x1+dx, y1+dy) + "Z"
}

// arc is a stroke round a centre, clockwise between two angles in degrees from the right.
func arc(x, y, r, from, to float64) string {
	large := 0
	if to-from > 180 {
		large = 1
	}
	point := func(r, degrees float64) string {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		return at(x+r*cos, y+r*sin)
	}
	return "M" + point(r+half, from) + turn(r+half, large, 1) + point(r+half, to) + turn(half, 0, 1) + point(r-half, to) +
		turn(r-half, large, 0) + point(r-half, from) + turn(half, 0, 1) + point(r+half, from) + "Z"
}

// box is a rectangle with round corners.
func box(x, y, w, h, r float64) string {
	return line(x+r, y, x+w-r, y) + arc(x+w-r, y+r, r, 270, 360) + line(x+w, y+r, x+w, y+h-r) + arc(x+w-r, y+h-r, r, 0, 90) +
		line(x+w-r, y+h, x+r, y+h) + arc(x+r, y+h-r, r, 90, 180) + line(x, y+h-r, x, y+r) + arc(x+r, y+r, r, 180, 270)
}

// disc is a full circle, clockwise with sweep 1; with sweep 0 it is cut out of what surrounds it.
func disc(x, y, r float64, sweep int) string {
	return "M" + at(x-r, y) + turn(r, 0, sweep) + at(x+r, y) + turn(r, 0, sweep) + at(x-r, y) + "Z"
}

func turn(r float64, large, sweep int) string {
	return fmt.Sprintf("A%s %s 0 %d %d ", round(r), round(r), large, sweep)
}

func at(x, y float64) string { return round(x) + " " + round(y) }

func round(v float64) string {
	return strconv.FormatFloat(math.Round(v*1000)/1000+0, 'f', -1, 64)
}
