package app

import (
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"peerage/assets"
)

// picture returns a file of assets/icons as it is. The names are those of files that are part of the
// program; one that is missing is shown as nothing.
func picture(name string) fyne.Resource {
	content, err := fs.ReadFile(assets.Icons(), name)
	if err != nil {
		return nil
	}
	// The toolkit keeps drawings by their names, and has some of its own, such as settings.svg.
	return fyne.NewStaticResource("peerage/"+name, content)
}

// drawing returns an icon of one colour, in the colour of text.
func drawing(name string) fyne.Resource {
	r := picture(name + ".svg")
	if r == nil {
		return nil
	}
	return theme.NewThemedResource(r)
}
