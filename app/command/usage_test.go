package command_test

import (
	"regexp"
	"strings"
	"testing"

	"peerage/app/words"
)

func TestWrongUsageIsSaidInOneLine(t *testing.T) {
	d := newDesk(t)
	d.run("set", "Ana Souza", "--new")
	for _, c := range []struct{ line, says string }{
		{"frobnicate", "no command “frobnicate”"},
		{"peple", "Did you mean “people”?"},
		{"help peple", "Did you mean “people”?"},
		{"--frob", "no flag --frob"},
		{"people --frob", "“peerage people --help”"},
		{"people -x", "no flag -x"},
		{"people -json", "no flag -json"},
		{"people --data", "--data DIR"},
		{"people --data x --data y", "--data is there twice"},
		{"today --today 2026-06-30 --today=2026-06-30", "--today is there twice"},
		{"moves --since 2026-01-01 --since 2026-02-01", "--since is there twice"},
		{"opportunities --add x --kind job --kind talk", "--kind is there twice"},
		{"promises --add x --by me --with Ana --with Raj", "--with is there twice"},
		{"calendar -o x --output y", "--output is there twice"},
		{"calendar -o", "--output FILE"},
		{"calendar --output=", "--output FILE"},
		{"people --json=maybe", "“maybe”"},
		{"today --today 2026-02-30", "--today 2026-02-30: there is no such day"},
		{"today --today=", "there is no such day"},
		{"today tomorrow", "“tomorrow” is too much"},
		{"undo all", "“all” is too much"},
		{"calendar out.ics", "“out.ics” is too much"},
		{"remind now", "too much"},
		{"demo x", "too much"},
		{"version x", "too much"},
		{"import", "peerage import FILE…"},
		{"import --as-of June x.csv", "--as-of June"},
		{"show", "peerage show PERSON"},
		{"show Nobody", "Nobody is called “Nobody”"},
		{"show --", "peerage show PERSON"},
		{"show ' '", "Nobody is called"},
		{"set", "peerage set PERSON…"},
		{"set --skip", "peerage set PERSON…"},
		{"set Ana", "Please say what to change"},
		{"set Nobody --skip", "Nobody is called"},
		{"set me --skip", "not for yourself"},
		{"set Ana --cadence often", "--cadence often"},
		{"set Ana --cadence 60/30", "the second not below the first"},
		{"set Ana --cadence 0", "from 1 to 3660"},
		{"set Ana --cadence 3661", "from 1 to 3660"},
		{"set Ana --cadence=", "two numbers of days"},
		{"set Ana --cadence 99999999999999999999", "two numbers of days"},
		{"set Ana --pause-until soon", "--pause-until soon"},
		{"set Ana --pause-until 2026-11-22", "lies ahead"},
		{"set Ana --snooze-until 2026-01-01", "lies ahead"},
		{"set Ana --on 2026-11-21", "today or a later day"},
		{"set Ana --on soon", "--on soon"},
		{"set Ana --on 2026-12-01 --at late", "--at late: there is no such hour"},
		{"set Ana --on 2026-12-01 --at 24:00", "there is no such hour"},
		{"set Ana --at 15:00", "--on"},
		{"set Ana --on none --at 15:00", "leave out --at"},
		{"set Ana --on 2026-12-01 --skip", "--skip"},
		{"set Ana --on 2026-12-01 --snooze-until 2026-12-02", "--snooze-until"},
		{"set Ana --on 2026-12-01", "No rhythm asks for contact with Ana Souza"},
		{"set --new Bob --on 2026-12-01", "--cadence"},
		{"agenda --weeks many", "a number of weeks from 1 to 520"},
		{"agenda --weeks 0", "from 1 to 520"},
		{"agenda --weeks 521", "from 1 to 520"},
		{"agenda now", "“now” is too much"},
		{"set Ana --tie rival", "There are: mentor, "},
		{"set Ana --untie enemy", "There are: mentor, "},
		{"set Ana --circle=", "cannot be the name of a circle"},
		{"set Ana --leave-circle close", "There is no circle yet"},
		{"set Ana --circle-cadence 7", "--circle NAME"},
		{"set Ana --private --not-private", "one of --private and --not-private"},
		{"set Ana --ask-on 2026-12-01", "--detail TEXT"},
		{"set Ana --detail x --ask-on soon", "--ask-on soon"},
		{"set Ana --detail=", "fill in the detail"},
		{"set --new", "peerage set PERSON…"},
		{"set --new ' '", "fill in the name"},
		{"set --new 'ANA  souza'", "There is a “ANA souza” already"},
		{"log", "--with NAME"},
		{"log text", "--with NAME"},
		{"log --with me text", "yourself"},
		{"log --with Nobody text", "Nobody is called"},
		{"log --with Ana --kind tea text", "There are: coffee, "},
		{"log --with Ana --day 22.11.2026 text", "--day 22.11.2026"},
		{"log --with Ana --day 2026-11-23 text", "cannot lie ahead"},
	} {
		d.fails(2, []string{c.says}, split(c.line)...)
		if d.out.Len() > 0 {
			t.Errorf("%s: standard output has %q", c.line, d.out.String())
		}
	}
	if got := read[[]person](d, "people"); len(got) != 1 || len(read[person](d, "show", "Ana").Interactions) != 0 {
		t.Errorf("something was changed: %+v", got)
	}
}

func TestAnErrorRepeatsLittleOfWhatWasTyped(t *testing.T) {
	d := newDesk(t)
	d.run("set", "Ana Souza", "--new")
	long := strings.Repeat("ñ", 5000)
	for _, args := range [][]string{
		{long}, {"people", "--" + long}, {"people", "--json=" + long}, {"today", long}, {"today", "--today", long}, {"show", long}, {"set", long, "--skip"},
		{"set", "Ana", "--tie", long}, {"set", "Ana", "--cadence", long}, {"log", "--with", long, "x"}, {"log", "--with", "Ana", "--kind", long, "x"}, {"people", "--at", long},
		{"moves", "--since", long}, {"set", "Ana", "--leave-circle", long}, {"import", long}, {"import", "x/" + long + "/Connections.csv"},
		{"people", "--data", "/" + long}, {"calendar", "-o", "/" + long},
	} {
		if d.try(args...) == 0 || len([]rune(d.err.String())) > 450 || d.err.Len() == 0 {
			t.Errorf("%.20q: %d characters: %.100q", args, len([]rune(d.err.String())), d.err.String())
		}
	}
}

// split cuts a line at blanks; a part between single quotes is one.
func split(line string) []string {
	var args []string
	for _, m := range regexp.MustCompile(`'([^']*)'|(\S+)`).FindAllStringSubmatch(line, -1) {
		args = append(args, m[1]+m[2])
	}
	return args
}

func TestFlagsStandAnywhere(t *testing.T) {
	d := newDesk(t)
	d.run("set", "Ana Souza", "--new")
	want := d.run("people", "Ana", "--json")
	dir := d.env.DataDir
	d.env.DataDir = t.TempDir()
	for _, args := range [][]string{
		{"--data", dir, "people", "--json", "Ana"}, {"--json", "people", "Ana", "--data", dir}, {"people", "--data=" + dir, "Ana", "--json"},
		{"--json", "--data", dir, "people", "--", "Ana"},
	} {
		if got := d.run(args...); got != want {
			t.Errorf("%q: %s", args, got)
		}
	}
	d.env.DataDir = dir
	file := d.file("Connections.csv", connections2025)
	if got := d.run("--dry-run", "--as-of", "2025-01-01", "import", file); !strings.HasPrefix(got, "Would be 3 new") {
		t.Error(got)
	}
	if got := d.run("--cadence", "7/14", "set", "Ana"); !strings.Contains(got, "due") {
		t.Error(got)
	}
	if got := d.run("-o", "-", "calendar"); !strings.HasPrefix(got, "BEGIN:VCALENDAR") {
		t.Error(got)
	}
	if got := d.run("--with", "Ana", "log", "people"); got != "Logged with Ana Souza.\n" {
		t.Error(got)
	}
}

var commands = []string{"calendar", "demo", "help", "import", "log", "people", "remind", "serve", "set", "show", "today", "undo", "version"}

func TestHelpIsWholeAndInWords(t *testing.T) {
	d := newDesk(t)
	all := d.run("--help")
	if d.run("help") != all || d.run("-h") != all {
		t.Error("help, -h and --help differ")
	}
	for _, name := range commands {
		if !strings.Contains(all, "\n  "+name+" ") {
			t.Errorf("peerage --help does not name %s", name)
		}
		help := d.run(name, "--help")
		if !strings.Contains(help, "Usage: peerage "+name) || !strings.Contains(help, "--data DIR") {
			t.Errorf("%s: %s", name, help)
		}
		if name != "help" && d.run("help", name) != help {
			t.Errorf("peerage help %s says something else", name)
		}
		for _, line := range strings.Split(help, "\n") {
			// An option without an explanation would stand alone on its line.
			if strings.HasPrefix(line, "  -") && !strings.Contains(strings.TrimSpace(line), "  ") {
				t.Errorf("%s: %q is not explained", name, line)
			}
			if len([]rune(line)) > 96 || strings.Contains(line, "⟦") {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
	for flag, name := range map[string]string{
		"--dry-run": "import", "--as-of DAY": "import", "-o, --output FILE": "calendar", "--with PERSON": "log", "--kind KIND": "log", "--day DAY": "log",
		"--cadence DAYS/DAYS": "set", "--circle NAME": "set", "--leave-circle NAME": "set", "--circle-cadence DAYS/DAYS": "set", "--tie TIE": "set", "--untie TIE": "set",
		"--pause-until DAY": "set", "--snooze-until DAY": "set", "--skip": "set", "--private": "set", "--not-private": "set",
		"--detail TEXT": "set", "--ask-on DAY": "set", "--new": "set",
		"--new-address": "serve",
	} {
		if !strings.Contains(d.run(name, "--help"), "  "+flag+" ") {
			t.Errorf("peerage %s --help does not name %s", name, flag)
		}
	}
}

func TestTheListOfCommandsSaysAllThatIsImported(t *testing.T) {
	said := strings.Join(strings.Fields(newDesk(t).run("help")), " ")
	if !strings.Contains(said, "the archive, connections, positions, recommendations, endorsements") {
		t.Error(said)
	}
}

// english is a word that was not translated.
var english = regexp.MustCompile(`^[a-zA-Z]{2,}$`)

func TestHelpComesThroughTheTranslation(t *testing.T) {
	d := newDeskIn(t, words.Pseudo)
	for _, name := range commands {
		// What people have to type is the same in every language, and stands between marks or in capitals.
		quoted := regexp.MustCompile("\u201c[^\u201d]*\u201d").ReplaceAllString(d.run(name, "--help"), "")
		for _, line := range strings.Split(quoted, "\n") {
			for _, word := range strings.Fields(line) {
				if english.MatchString(word) && word != strings.ToUpper(word) && word != "peerage" && word != name {
					t.Errorf("%s: %q in %q is not translated", name, word, line)
				}
			}
		}
	}
}

func TestErrorsComeThroughTheTranslation(t *testing.T) {
	d := newDeskIn(t, words.Pseudo)
	for _, line := range []string{"frob", "people --frob", "people --data", "show", "show x", "undo", "set x", "log", "import missing.csv", "today x"} {
		d.try(split(line)...)
		if got := d.err.String(); !strings.Contains(got, "⟦") {
			t.Errorf("%s: %q", line, got)
		}
	}
}

func TestAnArgumentThatIsNoTextIsRefusedAndKeptNowhere(t *testing.T) {
	d := newDesk(t)
	d.run("set", "Ana Souza", "--new")
	for _, args := range [][]string{
		{"set", "Jos\xe9", "--new"}, {"set", "Ana", "--detail", "caf\xe9"}, {"log", "coffee with Ana at the caf\xe9"}, {"promises", "--add", "\xff", "--by", "me", "--with", "Ana"},
		{"--detail=caf\xe9", "set", "Ana"}, {"\xff"},
	} {
		d.fails(2, []string{"is no text in UTF-8"}, args...)
	}
	if got := read[[]person](d, "people"); len(got) != 1 || len(read[person](d, "show", "Ana").Details) != 0 {
		t.Errorf("something was kept: %+v", got)
	}
	d.fails(1, nil, "import", "missing Jos\xe9.csv")
}

func TestWhatStrangersWroteNeverReachesTheTerminal(t *testing.T) {
	d := newDesk(t)
	evil := "\x1b[31mEve\x07 \u202elive\u2066\u009b1m\r\n\tx"
	file := d.file("Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"+
		"\""+evil+"\",Adams,https://www.linkedin.com/in/eve,,\""+evil+"\",\""+evil+"\",1 Jan 2024\n"+
		strings.ReplaceAll("Zed,Raw,,,\""+evil+"\",B,1 Jan 2024\n", "\u009b", "\x9b")+
		"\""+strings.Repeat("N", 5000)+"\",Adams,https://www.linkedin.com/in/n,,A,B,\""+evil+"\"\n")
	tries := [][]string{
		{"import", file}, {"people"}, {"show", "eve"}, {"show", "adams"}, {"show", evil}, {evil}, {"people", "--" + evil},
		{"log", "--with", "eve", evil}, {"log", "--with", "eve", "--kind", evil, "x"}, {"today", "--today", evil}, {"set", "eve", "--cadence", "1", "--circle", evil, "--detail", evil},
		{"set", "eve", "--tie", evil}, {"set", "eve", "--leave-circle", evil + "2"}, {"set", "--new", evil + "3"}, {"today", "--today", "2027-01-01"}, {"undo"}, {"people", evil}, {"calendar", "-o", "/nowhere/" + evil},
		{"import", evil}, {"people", "--data", file}, {"show", "nnn"},
	}
	for _, args := range tries {
		d.try(args...)
		for _, r := range d.out.String() + d.err.String() {
			if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
				t.Errorf("peerage %q writes %q: %q %q", args, r, d.out.String(), d.err.String())
				break
			}
		}
	}
}
