// Empty is the window that a program of this toolkit cannot start faster than: one line of text. With the
// argument hidden it hides after three seconds, and gives back what memory it can.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.New().NewWindow("Empty")
	w.SetContent(widget.NewLabel("Hello"))
	w.Resize(fyne.NewSize(1280, 800))
	if len(os.Args) > 1 && os.Args[1] == "hidden" {
		time.AfterFunc(3*time.Second, func() {
			fyne.Do(func() {
				w.Hide()
				debug.FreeOSMemory()
			})
		})
	}
	w.ShowAndRun()
}
