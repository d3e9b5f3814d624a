// Package widgets holds the controls of the window that know nothing of people: buttons, cards,
// lists, fields, dialogs.
//
// Each takes its colours and type from look when it is refreshed, can be worked with the keyboard
// alone, and shows only text that it was given: translating is the business of whoever uses it.
//
// Text that wraps needs to know its width before its height is known. The layouts here (Column,
// Sides, Columns, Flow and Scroll) therefore give each child its width first and ask for its height
// then; the toolkit's boxes do it the other way round and need a second frame.
package widgets
