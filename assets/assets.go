// Package assets holds the files that are part of the program: icons, translations, prompts, word
// lists and the sample network.
//
// It has no behaviour. Only app, app/command and tests open it; every other room is given the folder
// it needs as an fs.FS.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed icons
var icons embed.FS

//go:embed translations
var translations embed.FS

//go:embed names
var names embed.FS

//go:embed ladder
var ladder embed.FS

//go:embed quicklog
var quicklog embed.FS

//go:embed demo
var demo embed.FS

//go:embed prompts
var prompts embed.FS

//go:embed questions
var questions embed.FS

// Icons returns the folder of drawings: NAME.svg for each, peerage.png, and tray.png with its
// counts tray-1.png to tray-9.png and tray-many.png.
func Icons() fs.FS { return folder(icons, "icons") }

// Translations returns the folder of messages, one file for each language: en.json, …
func Translations() fs.FS { return folder(translations, "translations") }

// Names returns the word lists that names of organisations and job titles are compared with.
func Names() fs.FS { return folder(names, "names") }

// Ladder returns the word lists that job titles are read with, one file a language.
func Ladder() fs.FS { return folder(ladder, "ladder") }

// QuickLog returns the words that lines of the quick log are read with, one file a language.
func QuickLog() fs.FS { return folder(quicklog, "quicklog") }

// Demo returns the authored sample network.
func Demo() fs.FS { return folder(demo, "demo") }

// Prompts returns the sentences of nudges, one file for each language: en.json, …; and trouble, the words
// that tell of trouble.
func Prompts() fs.FS { return folder(prompts, "prompts") }

// Questions returns the folder of questions to ask when one meets somebody, one file for each language.
func Questions() fs.FS { return folder(questions, "questions") }

func folder(files embed.FS, name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // only for a name that is no valid path, and the names stand above
	}
	return sub
}
