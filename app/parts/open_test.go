package parts

import (
	"net/url"
	"testing"
)

func TestAFileIsNamedToTheSystem(t *testing.T) {
	for path, want := range map[string]struct{ address, onWindows string }{
		"/home/a b/é.html":         {"file:///home/a%20b/%C3%A9.html", `\home\a b\é.html`},
		"C:/Users/Jörg/a b #.html": {"file:///C:/Users/J%C3%B6rg/a%20b%20%23.html", `C:\Users\Jörg\a b #.html`},
		"//server/kept/x.html":     {"file:////server/kept/x.html", `\\server\kept\x.html`},
	} {
		u := FileAddress(path)
		if got := u.String(); got != want.address {
			t.Errorf("%s is %s, want %s", path, got, want.address)
		}
		if got := filePath(u, true); got != path {
			t.Errorf("%s comes back as %s", path, got)
		}
		if got := plainPlace(u); got != want.onWindows {
			t.Errorf("%s is %s on Windows, want %s", path, got, want.onWindows)
		}
	}
	if got := plainPlace(&url.URL{Scheme: "mailto", Opaque: "ana@example.com"}); got != "mailto:ana@example.com" {
		t.Errorf("an address that is no file becomes %s", got)
	}
}

func TestAFolderNamedLikeADriveIsNoDriveElsewhere(t *testing.T) {
	u := FileAddress("/x:/Connections.csv")
	if got := filePath(u, false); got != "/x:/Connections.csv" {
		t.Errorf("it comes back as %s", got)
	}
	if got := filePath(u, true); got != "x:/Connections.csv" {
		t.Errorf("on Windows it comes back as %s", got)
	}
}
