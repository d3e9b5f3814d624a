// Package page is the contract between the frame of the window and the screens in it: where one can
// go, what a screen offers, and what it may ask of the frame.
package page

import (
	"fyne.io/fyne/v2"

	"peerage/app/words"
	"peerage/data"
)

// Page is a screen that is open.
type Page interface {
	// Object returns what is shown. It is the same object each time.
	Object() fyne.CanvasObject
	// Changed is told of each committed write, also of those this page made itself: it is how a page
	// learns what to show anew.
	Changed(data.Change)
}

// Focuser is a page that has a place to start typing. The frame calls Focus when the page has come
// into sight.
type Focuser interface{ Focus() }

// Closer is a page that holds on to something. The frame calls Close when it leaves the page.
type Closer interface{ Close() }

// Keyed is a page with keys of its own. The frame listens for them while the page is open.
type Keyed interface{ Keys() []Key }

// Key is a key with what it does. It is heard while nothing that takes text has the focus; with a
// modifier other than Shift, always.
type Key struct {
	Name     fyne.KeyName
	Modifier fyne.KeyModifier
	Label    string // what it does, for the list of keys
	Do       func()
}

// Routed is a page that can show another route of its screen without being built anew, such as a
// list that selects another person.
type Routed interface {
	// Reroute shows r and returns true, or returns false when a new page is needed.
	Reroute(r Route) bool
}

// Frame is what a screen may ask of the window around it.
type Frame interface {
	// Open goes to a place; Back returns to the one before.
	Open(Route)
	Back()

	// Tasks does work off the window's thread.
	Tasks() Tasks
	// Window is the window, for dialogs.
	Window() fyne.Window
	// Words says things in the user's language.
	Words() *words.Words
	// Today is the day it is for the user.
	Today() data.Day
	// NamesHidden reports whether names are to be kept off the screen for now.
	NamesHidden() bool

	// Toast says what has happened, with undo offering to take it back.
	Toast(text string, undo bool)
	// Fail says that something went wrong. A nil error says nothing.
	Fail(error)
}
