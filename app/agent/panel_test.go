//go:build !darwin || cgo

package agent

import (
	"bytes"
	"testing"

	"peerage/assets"
)

func TestTheTrayHasItsIconOnceItIsThere(t *testing.T) {
	icons := assets.Icons()
	p := newPanel(icons)
	var worn [][]byte
	p.wear = func(icon []byte) { worn = append(worn, icon) }
	p.build(&face{count: 3, tooltip: "Three"}, func(choice) {})
	if len(worn) != 1 || len(worn[0]) == 0 {
		t.Fatalf("%d icons were set", len(worn))
	}
	p.show(&face{count: 4, tooltip: "Four"})
	if len(worn) != 2 || bytes.Equal(worn[0], worn[1]) {
		t.Error("the icon does not follow the count")
	}
}
