//go:build unix && !darwin

package remind

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os/exec"
	"sync/atomic"

	"github.com/godbus/dbus/v5"
)

// Names of freedesktop.org's Desktop Notifications, version 1.2.
const (
	service      = "org.freedesktop.Notifications"
	servicePath  = dbus.ObjectPath("/org/freedesktop/Notifications")
	callNotify   = service + ".Notify"
	desktopEntry = "app.peerage.Peerage" // the name of the .desktop file, by which services group notes
	byService    = int32(-1)             // the service decides how long a note stays
)

// hand gives a clean note to the notification service of the session, over a connection of its own: closing one
// that is shared would end the tray. Where no session bus can be reached, notify-send may know one.
func (d *Desktop) hand(ctx context.Context, n Note, handed *atomic.Bool) error {
	if d.Opened != nil {
		return d.handClickable(ctx, n, handed)
	}
	conn, err := connect(ctx)
	if err != nil {
		return d.handByProgram(ctx, n, handed, err)
	}
	defer conn.Close()
	_, err = d.call(ctx, conn, n, nil, handed)
	return err
}

// connect opens a connection to the session bus that lasts as long as ctx. It starts no bus.
func connect(ctx context.Context) (*dbus.Conn, error) {
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	if err = conn.Auth(nil); err == nil {
		err = conn.Hello()
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// call asks the service to show a note, and returns the number it gives it. actions are pairs of a key and what it
// is called.
func (d *Desktop) call(ctx context.Context, conn *dbus.Conn, n Note, actions []string, handed *atomic.Bool) (id uint32, err error) {
	hints := map[string]dbus.Variant{"urgency": dbus.MakeVariant(byte(1)), "desktop-entry": dbus.MakeVariant(desktopEntry)}
	if picture, ok := picture(d.icon); ok {
		hints["image-data"] = dbus.MakeVariant(picture)
	}
	handed.Store(true)
	err = conn.Object(service, servicePath).
		CallWithContext(ctx, callNotify, 0, appName, uint32(0), "", n.Title, markup(n.Body), append([]string{}, actions...), hints, byService).Store(&id)
	if err != nil {
		return 0, fmt.Errorf("show the notification: %w", err)
	}
	return id, nil
}

// pixels is an image as the service takes it, (iiibiiay).
type pixels struct {
	Width, Height, Stride   int32
	Alpha                   bool
	BitsPerSample, Channels int32
	Data                    []byte
}

// picture reads a PNG; false for what is none.
func picture(icon []byte) (pixels, bool) {
	decoded, err := png.Decode(bytes.NewReader(icon))
	if err != nil {
		return pixels{}, false
	}
	// Unlike image.RGBA, the service's pixels are not premultiplied.
	at := decoded.Bounds()
	img := image.NewNRGBA(image.Rect(0, 0, at.Dx(), at.Dy()))
	draw.Draw(img, img.Bounds(), decoded, at.Min, draw.Src)
	return pixels{int32(at.Dx()), int32(at.Dy()), int32(img.Stride), true, 8, 4, img.Pix}, true
}

// handByProgram gives a clean note to notify-send, which may find a bus where none was found here.
func (d *Desktop) handByProgram(ctx context.Context, n Note, handed *atomic.Bool, why error) error {
	program, err := exec.LookPath("notify-send")
	if err != nil {
		return errors.Join(why, err)
	}
	handed.Store(true)
	if err := exec.CommandContext(ctx, program, notifySend(n)...).Run(); err != nil {
		return errors.Join(why, fmt.Errorf("notify-send: %w", err))
	}
	return nil
}
