// Package data holds the nouns of Peerage: people, organisations, roles, ties, interactions and the
// rhythm of contact between them.
//
// It is the ground floor of the house: it imports the standard library only, knows no database, no
// file format, no clock and no window, and every other room speaks in its words. Rules over these
// nouns live in the rooms below (names, ties, cadence, match), the one file they are kept in is the
// business of store.
package data
