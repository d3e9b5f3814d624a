//go:build linux || freebsd || openbsd || netbsd

package agent

import (
	"bufio"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"

	"peerage/app/instance"
	"peerage/assets"
)

// bus starts a session bus of its own and returns its address and what ends it.
func bus(t *testing.T) (address string, end func()) {
	t.Helper()
	daemon := exec.Command("dbus-daemon", "--session", "--nofork", "--print-address")
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	end = func() {
		daemon.Process.Kill()
		daemon.Wait()
	}
	t.Cleanup(end)
	address, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address), end
}

func dial(t *testing.T, address string) *dbus.Conn {
	t.Helper()
	c, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// quietDesktop returns a desktop whose tray nobody has to draw.
func quietDesktop(t *testing.T) *desktop {
	t.Helper()
	address, _ := bus(t)
	showTray(t, address)
	return &desktop{dial(t, address)}
}

// shower is a watcher of tray icons.
type shower struct{ registered chan string }

// RegisterStatusNotifierItem is what icons call.
func (s *shower) RegisterStatusNotifierItem(sender dbus.Sender, path string) *dbus.Error {
	s.registered <- string(sender)
	return nil
}

// showTray has a watcher own its name on a bus, until its connection is closed.
func showTray(t *testing.T, address string) (*shower, *dbus.Conn) {
	t.Helper()
	s, c := &shower{make(chan string, 9)}, dial(t, address)
	if err := c.Export(s, "/StatusNotifierWatcher", watcher); err != nil {
		t.Fatal(err)
	}
	if reply, err := c.RequestName(watcher, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return s, c
}

func TestTheTrayIsToldOfAgainAWhileAfterTheStart(t *testing.T) {
	address, _ := bus(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	d := connect(t.Context())
	if d == nil {
		t.Fatal("there is no desktop")
	}
	s, _ := showTray(t, address)
	d.recall(t.Context())
	select {
	case <-s.registered:
	default:
		t.Error("who came while the tray did not listen yet never knows of it")
	}
}

func TestATrayIsThereWhenSomebodyShowsIt(t *testing.T) {
	address, _ := bus(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	if HasTray(t.Context()) {
		t.Error("a tray on an empty bus")
	}
	_, c := showTray(t, address)
	if !HasTray(t.Context()) {
		t.Error("no tray though it is shown")
	}
	c.Close()
	until(t, "the tray is gone", func() bool { return !HasTray(t.Context()) })
	for _, wrong := range []string{"unix:path=/nonexistent", "autolaunch:", "nonsense"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", wrong)
		if HasTray(t.Context()) {
			t.Errorf("a tray on %s", wrong)
		}
	}
}

func TestTheAgentEndsWithItsDesktop(t *testing.T) {
	address, end := bus(t)
	p := station(t, &desktop{dial(t, address)})
	<-p.begun
	end()
	p.awaitEnd()
}

// The one test of the real tray: there is one in a process.
func TestTheTrayShowsUpWheneverSomebodyShowsIt(t *testing.T) {
	address, _ := bus(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	ctx, end := context.WithCancel(t.Context())
	d := connect(ctx)
	if d == nil || d.hasTray() {
		t.Fatal("there is a tray before there is one")
	}
	p := newPanel(assets.Icons())
	f := &face{count: 1, heading: "1 thing", due: [mostDue]entry{{"Ana_ · due", instance.Person("a")}}, open: "Open", quit: "Quit", log: "Log…"}
	chosen, ended := make(chan choice, 9), make(chan bool)
	go func() {
		p.run(ctx, f, func(c choice) { chosen <- c })
		close(ended)
	}()
	go d.recall(ctx) // the first watcher may come before the tray listens for one
	hand := dial(t, address)
	for range 2 { // a watcher that comes late, and one that comes after it has died
		s, c := showTray(t, address)
		icon := <-s.registered
		if got := menuOf(t, hand, icon); got != "1 thing|Ana__ · due|Log…|Open|Quit" {
			t.Errorf("the menu is %q", got)
		}
		c.Close()
		until(t, "the watcher is gone", func() bool { return !d.hasTray() })
	}
	s, _ := showTray(t, address)
	icon := <-s.registered
	p.show(&face{count: 2, heading: "2 things", due: [mostDue]entry{{"Raj · due", instance.Person("b")}, {"Mei · due", instance.Person("c")}}, more: "And 1 more", open: "Open", quit: "Quit", log: "Log…", pause: "Pause"})
	if got := menuOf(t, hand, icon); got != "2 things|Raj · due|Mei · due|And 1 more|Log…|Open|Pause|Quit" {
		t.Errorf("the menu is %q", got)
	}
	p.show(f)
	if got := menuOf(t, hand, icon); got != "1 thing|Ana__ · due|Log…|Open|Quit" {
		t.Errorf("the menu is %q", got)
	}
	for id, want := range map[int32]choice{2: {opens, instance.Person("a")}, 12: {opens, instance.Link{Place: instance.LogPlace}}, 13: {what: opens}, 16: {what: quits}} {
		click := hand.Object(icon, "/StatusNotifierItem/menu").Call("com.canonical.dbusmenu.Event", 0, id, "clicked", dbus.MakeVariant(""), uint32(0))
		if got := <-chosen; click.Err != nil || got != want {
			t.Errorf("item %d: %+v, %v", id, got, click.Err)
		}
	}
	if err := hand.Object(icon, "/StatusNotifierItem").Call("org.kde.StatusNotifierItem.Activate", 0, int32(0), int32(0)).Err; err != nil {
		t.Error(err)
	}
	if got := <-chosen; got != (choice{what: opens}) {
		t.Errorf("a click on the icon: %+v", got)
	}
	end()
	<-ended
	p.show(&face{count: 3}) // something falls due while the agent ends
}

// menuOf returns the labels of an icon's menu that show.
func menuOf(t *testing.T, hand *dbus.Conn, icon string) string {
	t.Helper()
	var revision uint32
	var root struct {
		ID         int32
		Properties map[string]dbus.Variant
		Children   []dbus.Variant
	}
	err := hand.Object(icon, "/StatusNotifierItem/menu").Call("com.canonical.dbusmenu.GetLayout", 0, int32(0), int32(-1), []string{}).Store(&revision, &root)
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, child := range root.Children {
		properties, ok := child.Value().([]any)[1].(map[string]dbus.Variant)
		if !ok {
			t.Fatalf("an item is %v", child)
		}
		if label, ok := properties["label"]; ok && label.Value() != "" && fmt.Sprint(properties["visible"].Value()) != "false" {
			shown = append(shown, fmt.Sprint(label.Value()))
		}
	}
	return strings.Join(shown, "|")
}
