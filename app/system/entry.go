package system

import (
	"bytes"
	"slices"
	"strings"
)

// autostartEntry returns the desktop entry that starts a program at login (freedesktop.org's Desktop Application
// Autostart Specification).
func autostartEntry(p Program) []byte {
	return desktopEntry([][2]string{
		{"Type", "Application"}, {"Name", p.Name}, {"Comment", p.Comment}, {"Icon", ID},
		{"TryExec", p.Path}, {"Terminal", "false"}, {"X-GNOME-Autostart-enabled", "true"},
	}, execLine(p, ""))
}

// linkEntry returns the desktop entry of a program that opens links.
func linkEntry(p Program, scheme string) []byte {
	return desktopEntry([][2]string{
		{"Type", "Application"}, {"Name", p.Name}, {"Comment", p.Comment}, {"Icon", ID}, {"TryExec", p.Path},
		{"Terminal", "false"}, {"Categories", "Office;ContactManagement;"}, {"MimeType", handler(scheme) + ";"},
	}, execLine(p, " %u"))
}

// ID is the name under which systems know Peerage.
const ID = "app.peerage.Peerage"

func handler(scheme string) string { return "x-scheme-handler/" + scheme }

// desktopEntry writes a desktop entry (freedesktop.org's Desktop Entry Specification 1.5).
func desktopEntry(pairs [][2]string, exec string) []byte {
	var b bytes.Buffer
	b.WriteString("[Desktop Entry]\n")
	for _, pair := range pairs {
		b.WriteString(pair[0] + "=" + escaped(pair[1]) + "\n")
	}
	b.WriteString("Exec=" + escaped(exec) + "\n")
	return b.Bytes()
}

// escaped writes a value of the type string (§4).
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(strings.ToValidUTF8(s, "\uFFFD"))
}

// execLine writes the value of Exec, before it is escaped as every value is (§7). field is what the system puts
// something in the place of.
func execLine(p Program, field string) string {
	var words []string
	for _, arg := range append([]string{p.Path}, p.Args...) {
		words = append(words, execQuoted(arg))
	}
	return strings.Join(words, " ") + field
}

// execReserved are the characters that an argument must be quoted for (§7).
const execReserved = " \t\n\"'\\><~|&;$*?#()`"

func execQuoted(arg string) string {
	quoted := strings.ReplaceAll(arg, "%", "%%")
	if arg != "" && !strings.ContainsAny(arg, execReserved) {
		return quoted
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`", `$`, `\$`).Replace(quoted) + `"`
}

// enabled reports whether a desktop entry for autostart is in force: other programs turn one off by a key.
func enabled(entry []byte) bool {
	for line := range strings.Lines(string(entry)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		switch key, value = strings.TrimSpace(key), strings.TrimSpace(value); {
		case key == "Hidden" && value == "true", key == "X-GNOME-Autostart-enabled" && value == "false":
			return false
		}
	}
	return len(entry) > 0
}

// defaults is the group of a list of applications that says which one opens what (freedesktop.org's Association
// between MIME types and applications).
const defaults = "[Default Applications]"

// defaultOf returns what opens a type according to such a list, "" where it says nothing.
func defaultOf(list []byte, kind string) string {
	group := ""
	for line := range strings.Lines(string(list)) {
		line = strings.TrimSpace(line)
		key, value, _ := strings.Cut(line, "=")
		switch {
		case strings.HasPrefix(line, "["):
			group = line
		case group == defaults && strings.TrimSpace(key) == kind:
			first, _, _ := strings.Cut(strings.TrimSpace(value), ";")
			return first
		}
	}
	return ""
}

// withDefault returns such a list in which entry opens a type, or with "" nothing does, and all else is as it
// was.
func withDefault(list []byte, kind, entry string) []byte {
	lines := slices.Collect(strings.Lines(string(list)))
	group, at := "", -1
	lines = slices.DeleteFunc(lines, func(line string) bool {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			group = line
		}
		key, _, _ := strings.Cut(line, "=")
		return group == defaults && strings.TrimSpace(key) == kind
	})
	if n := len(lines); n > 0 && !strings.HasSuffix(lines[n-1], "\n") {
		lines[n-1] += "\n"
	}
	if entry == "" {
		return []byte(strings.Join(lines, ""))
	}
	at = slices.IndexFunc(lines, func(line string) bool { return strings.TrimSpace(line) == defaults })
	if at < 0 {
		if len(lines) > 0 {
			lines = append(lines, "\n")
		}
		lines, at = append(lines, defaults+"\n"), len(lines)
	}
	return []byte(strings.Join(slices.Insert(lines, at+1, kind+"="+entry+"\n"), ""))
}
