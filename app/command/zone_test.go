package command

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTheTimeZoneHasTheNameThatTheSystemGivesIt(t *testing.T) {
	dir := t.TempDir()
	nothing := filepath.Join(dir, "nothing")
	link := func(target string) string {
		path := filepath.Join(dir, filepath.Base(target))
		if err := os.Symlink(target, path); err != nil {
			t.Fatal(err)
		}
		return path
	}
	written := filepath.Join(dir, "timezone")
	if err := os.WriteFile(written, []byte("Asia/Kolkata\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	berlin, odd := link("/var/db/timezone/zoneinfo/Europe/Berlin"), link("../usr/share/zoneinfo/../../../etc/passwd")
	for _, c := range []struct{ set, link, file, want string }{
		{"America/New_York", berlin, written, "America/New_York"},
		{":America/New_York", berlin, written, "America/New_York"},
		{"", berlin, written, "Europe/Berlin"},
		{"/etc/localtime", berlin, written, "Europe/Berlin"},
		{"nowhere", odd, written, "Asia/Kolkata"},
		{"", nothing, written, "Asia/Kolkata"},
		{"", nothing, nothing, ""},
		{"Local", nothing, nothing, ""},
	} {
		got := ""
		if zone := namedZone(c.set, c.link, c.file); zone != nil {
			got = zone.String()
		}
		if got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	if localZone() == nil {
		t.Error("there is no time zone")
	}
}
