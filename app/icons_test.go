package app

import (
	"testing"

	"fyne.io/fyne/v2/theme"
)

func TestNoDrawingBearsTheNameOfOneOfTheToolkit(t *testing.T) {
	if drawing("settings").Name() == theme.SettingsIcon().Name() {
		t.Error("after a dialog of files the rail would show the toolkit's icon of the settings")
	}
}
