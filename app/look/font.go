package look

import (
	_ "embed"

	"fyne.io/fyne/v2"
)

// Inter, under the SIL Open Font License (fonts/OFL.txt). What it lacks, such as Chinese, Arabic
// or Devanagari, the toolkit takes from the system's fonts.
var (
	//go:embed fonts/Inter-Regular.otf
	regularFile []byte
	//go:embed fonts/Inter-SemiBold.otf
	semiboldFile []byte
	//go:embed fonts/Inter-Italic.otf
	italicFile []byte

	regular  = fyne.NewStaticResource("Inter-Regular.otf", regularFile)
	semibold = fyne.NewStaticResource("Inter-SemiBold.otf", semiboldFile)
	italic   = fyne.NewStaticResource("Inter-Italic.otf", italicFile)
)
