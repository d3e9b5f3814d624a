// Package parts holds the controls of the window that show people.
//
// They take flat values that were made off the window's thread: no part asks the store, and every
// word in a value is already in the user's language.
package parts
