package remind

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"git.sr.ht/~jackmordaunt/go-toast/wintoast"
	"github.com/gen2brain/beeep"

	"peerage/data"
)

// system is what the notes of a process share: what Windows is told once.
type system struct {
	once sync.Once
	err  error
}

// activator is the class under which Windows calls back when a toast of Peerage is clicked.
const activator = "{B5B054B3-42A7-4B45-88C9-E6BDAA817B9C}"

// hand gives a clean note to Windows, as XML over COM. Where COM refuses it, beeep shows it another way, the last of
// which is a script of PowerShell, which would run what stands in it: it gets a text without anything to run.
func (d *Desktop) hand(_ context.Context, n Note, handed *atomic.Bool) error {
	d.system.once.Do(d.introduce)
	handed.Store(true)
	err := d.system.err
	if err == nil {
		err = wintoast.Push(toast(n))
	}
	if err == nil {
		return nil
	}
	inert := inert(n)
	beeep.AppName = appName
	if other := beeep.Notify(inert.Title, inert.Body, d.icon); other != nil {
		return errors.Join(err, other)
	}
	return nil
}

// introduce tells Windows once whose toasts these are, and whom to call when one is clicked.
func (d *Desktop) introduce() {
	d.system.err = wintoast.SetAppData(wintoast.AppData{AppID: appName, GUID: activator, IconPath: d.keepIcon()})
	wintoast.SetActivationCallback(func(_, link string, _ []wintoast.UserData) {
		if d.Opened != nil && (link == "" || strings.HasPrefix(link, data.PersonLink)) {
			d.Opened(link)
		}
	})
}

// keepIcon writes the icon where Windows finds it whenever it shows a toast, and returns where; "" where that
// cannot be: toasts do without one then.
func (d *Desktop) keepIcon() string {
	folder, err := os.UserCacheDir()
	if err != nil || len(d.icon) == 0 {
		return ""
	}
	folder = filepath.Join(folder, appName)
	path := filepath.Join(folder, "notification.png")
	if os.MkdirAll(folder, 0o700) != nil || os.WriteFile(path, d.icon, 0o600) != nil {
		return ""
	}
	return path
}
