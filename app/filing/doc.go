// Package filing keeps the calendar as a file in the folder that the user picked.
package filing
