package system

import "strings"

// commandLine writes a program with its arguments as Windows takes them apart again (CommandLineToArgvW).
func commandLine(p Program, more ...string) string {
	var words []string
	for _, arg := range append(append([]string{p.Path}, p.Args...), more...) {
		words = append(words, windowsQuoted(arg))
	}
	return strings.Join(words, " ")
}

// windowsQuoted quotes one argument. Backslashes stand for themselves unless a quotation mark follows.
func windowsQuoted(arg string) string {
	var b strings.Builder
	b.WriteByte('"')
	backslashes := 0
	for i := range len(arg) {
		switch arg[i] {
		case '\\':
			backslashes++
		case '"':
			b.WriteString(strings.Repeat(`\`, backslashes+1))
			backslashes = 0
		default:
			backslashes = 0
		}
		b.WriteByte(arg[i])
	}
	b.WriteString(strings.Repeat(`\`, backslashes))
	b.WriteByte('"')
	return b.String()
}

// approved reports whether Windows' Task Manager has left an entry of its list of programs that start at login
// switched on: the lowest bit of what it keeps says that it has not.
func approved(kept []byte) bool { return len(kept) == 0 || kept[0]&1 == 0 }
