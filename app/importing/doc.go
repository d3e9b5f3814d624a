// Package importing is the screen that brings files in: choose or drop them, see what will happen,
// and take them in by one write that one undo takes back.
//
// The page is always in one of four stages, each a file here: choosing, working (reading, or taking
// in), the preview, and the result. Files are read and compared off the window's thread, and what a
// stage shows was put into words there as well, so that a list of many thousands of people only fills
// the rows in sight.
package importing
