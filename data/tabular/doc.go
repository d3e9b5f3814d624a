// Package tabular reads tables of text as people save them.
//
// Open finds the header row wherever it stands, whatever the encoding (UTF-8, UTF-16, Windows-1252, or UTF-8 twice),
// the delimiter (comma, semicolon, TAB) and the line ends (LF, CRLF, CR), and Table.Read gives the
// records below it one by one, each with the line it starts on. What is wrong with a record is said
// in the record and never ends the table: an unclosed quote costs one entry, not the rest of the
// file, and a value of any length costs a bounded amount of memory.
//
// The scanner is its own because encoding/csv reads UTF-8 only, gives up on a stray quote or, told to
// be lazy, lets an unclosed one swallow everything after it, and holds a value of any size.
//
// The package knows no format: what a header looks like is the caller's to say.
package tabular
