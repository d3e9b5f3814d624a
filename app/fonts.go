package app

import (
	"io"
	"log"

	"github.com/go-text/typesetting/fontscan"
)

// scanFonts looks through the system's fonts, as the toolkit does when it measures the first text: once
// in a process, whoever asks first. It may be done beside all else that happens at the start.
func scanFonts() {
	// Without fonts of the system the toolkit goes on with its own.
	_ = fontscan.NewFontMap(log.New(io.Discard, "", 0)).UseSystemFonts("")
}
