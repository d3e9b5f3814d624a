package system

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

// parseExec takes apart the value of Exec as the Desktop Entry Specification says (§7), after undoing the escapes
// of every value (§4).
func parseExec(t *testing.T, entry []byte) []string {
	t.Helper()
	var value string
	for line := range strings.Lines(string(entry)) {
		if v, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "Exec="); ok {
			value = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t", `\r`, "\r", `\s`, " ").Replace(v)
		}
	}
	var args []string
	var arg strings.Builder
	in, quoted := false, false
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch {
		case quoted && c == '\\':
			i++
			arg.WriteByte(value[i])
		case c == '"':
			quoted, in = !quoted, true
		case !quoted && c == ' ':
			if in {
				args = append(args, arg.String())
			}
			arg.Reset()
			in = false
		case !quoted && strings.IndexByte(execReserved, c) >= 0:
			t.Fatalf("%q has %q outside quotes", value, c)
		case quoted && (c == '`' || c == '$'):
			t.Fatalf("%q has %q unescaped", value, c)
		default:
			in = true
			arg.WriteByte(c)
		}
	}
	if in {
		args = append(args, arg.String())
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "%%", "%")
	}
	return args
}

// strange are arguments that quoting goes wrong with.
var strange = []string{
	"/usr/bin/peerage", "/home/Ana Souza/peerage", `/a"b`, `/a\b`, `/a\\`, "/a$(calc)", "/a`calc`", "/a%u%%", "/a'b", "/a;b&c|d", "/a\tb", "/a\nb",
	"~", "/Müller/李雷", "", "/a#b", `C:\Program Files\Peerage\peerage.exe`, `C:\a "b"\`, `\\server\share\`,
}

func TestAnEntryStartsTheProgramWhateverItsPathHolds(t *testing.T) {
	for _, one := range strange {
		for _, other := range strange {
			p := Program{Path: "/p" + one, Args: []string{"agent", "--data", other}, Name: "Peerage"}
			want := []string{p.Path, "agent", "--data", other}
			if got := parseExec(t, autostartEntry(p)); !slices.Equal(got, want) {
				t.Errorf("%q is started as %q", want, got)
			}
			if got := parseExec(t, linkEntry(p, "peerage")); !slices.Equal(got, append(want, "%u")) {
				t.Errorf("%q is started as %q", want, got)
			}
		}
	}
}

func TestAnEntryIsOneOfItsKind(t *testing.T) {
	p := Program{Path: "/opt/Peerage/peerage", Args: []string{"agent"}, Name: "Peer\nage", Comment: "Reminds"}
	want := `[Desktop Entry]
Type=Application
Name=Peer\nage
Comment=Reminds
Icon=app.peerage.Peerage
TryExec=/opt/Peerage/peerage
Terminal=false
X-GNOME-Autostart-enabled=true
Exec=/opt/Peerage/peerage agent
`
	if got := string(autostartEntry(p)); got != want {
		t.Errorf("%s", got)
	}
	if got := string(linkEntry(p, "peerage")); !strings.Contains(got, "\nMimeType=x-scheme-handler/peerage;\n") || !strings.HasSuffix(got, " %u\n") {
		t.Errorf("%s", got)
	}
}

func TestAnEntryThatWasTurnedOffIsOff(t *testing.T) {
	on := string(autostartEntry(Program{Path: "/p"}))
	for entry, want := range map[string]bool{
		on: true, "": false, on + "Hidden=true\n": false, on + "Hidden = false\n": true,
		strings.Replace(on, "enabled=true", "enabled=false", 1): false,
	} {
		if enabled([]byte(entry)) != want {
			t.Errorf("%s is on: %v", entry, !want)
		}
	}
}

func TestTheListOfApplicationsKeepsWhatOthersWrote(t *testing.T) {
	const kind, ours = "x-scheme-handler/peerage", "ours.desktop"
	other := "# mine\n[Added Associations]\nx-scheme-handler/peerage=other.desktop;\ntext/html=b.desktop\n\n[Default Applications]\ntext/html=b.desktop;c.desktop\n"
	for before, want := range map[string]string{
		"":                        "[Default Applications]\nx-scheme-handler/peerage=ours.desktop\n",
		"[Default Applications]":  "[Default Applications]\nx-scheme-handler/peerage=ours.desktop\n",
		"[Added Associations]\n":  "[Added Associations]\n\n[Default Applications]\nx-scheme-handler/peerage=ours.desktop\n",
		other:                     strings.Replace(other, "[Default Applications]\n", "[Default Applications]\nx-scheme-handler/peerage=ours.desktop\n", 1),
		other + kind + " = x.d;y": strings.Replace(other, "[Default Applications]\n", "[Default Applications]\nx-scheme-handler/peerage=ours.desktop\n", 1),
	} {
		got := withDefault([]byte(before), kind, ours)
		if string(got) != want {
			t.Errorf("%q becomes %q", before, got)
		}
		if defaultOf(got, kind) != ours {
			t.Errorf("%q is not opened by ours", got)
		}
		if again := withDefault(got, kind, ours); string(again) != string(got) {
			t.Errorf("the second time it becomes %q", again)
		}
		if gone := withDefault(got, kind, ""); defaultOf(gone, kind) != "" || before == other && string(gone) != before {
			t.Errorf("without it the list is %q", gone)
		}
	}
}

func TestWindowsTakesAnArgumentApartAgain(t *testing.T) {
	for arg, want := range map[string]string{
		`C:\Peerage\peerage.exe`: `"C:\Peerage\peerage.exe"`, `a b`: `"a b"`, ``: `""`, `a"b`: `"a\"b"`, `a\`: `"a\\"`, `a\"b`: `"a\\\"b"`, `a\\b`: `"a\\b"`,
	} {
		if got := windowsQuoted(arg); got != want {
			t.Errorf("%s is written %s", arg, got)
		}
	}
	p := Program{Path: `C:\P\p.exe`, Args: []string{"--data", `D:\`}}
	if got, want := commandLine(p, "%1"), `"C:\P\p.exe" "--data" "D:\\" "%1"`; got != want {
		t.Error(got)
	}
	for kept, want := range map[string]bool{"": true, "\x02\x00": true, "\x06": true, "\x03\x00": false, "\x07": false} {
		if approved([]byte(kept)) != want {
			t.Errorf("%q is on: %v", kept, !want)
		}
	}
}

func TestALaunchAgentHoldsItsArguments(t *testing.T) {
	for _, arg := range []string{"/Applications/Peerage & Co.app/peerage", "<b>", `"'`, "李雷"} {
		plist := launchAgent(Program{Path: arg, Args: []string{"agent", "--data", arg}})
		var texts []string
		for d := xml.NewDecoder(strings.NewReader(string(plist))); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%v in %s", err, plist)
			}
			if s, ok := token.(xml.CharData); ok && strings.TrimSpace(string(s)) != "" {
				texts = append(texts, string(s))
			}
		}
		want := []string{"Label", agentLabel, "ProgramArguments", arg, "agent", "--data", arg, "RunAtLoad", "LimitLoadToSessionType", "Aqua"}
		if !slices.Equal(texts, want) {
			t.Errorf("%q", texts)
		}
	}
}
