// Command watcher is what shows tray icons on a desktop without a panel, and a hand to use them:
//
//	watcher            owns org.kde.StatusNotifierWatcher until it or the desktop ends, and writes each icon that registers
//	watcher icon PID   writes what the icon of a process says: its title, its tooltip, the size of its picture
//	watcher menu PID   writes the menu of the icon of a process: a line for each item that shows, ID and label
//	watcher click PID TEXT   clicks the item whose label holds TEXT
//	watcher tap PID    clicks the icon
package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/prop"
)

const (
	watcherName = "org.kde.StatusNotifierWatcher"
	watcherPath = "/StatusNotifierWatcher"
	itemName    = "org.kde.StatusNotifierItem"
	itemPath    = "/StatusNotifierItem"
	menuName    = "com.canonical.dbusmenu"
	menuPath    = "/StatusNotifierItem/menu"
)

func main() {
	bus, err := dbus.ConnectSessionBus()
	if err == nil {
		defer bus.Close()
		err = do(bus, os.Args[1:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "watcher:", err)
		os.Exit(1)
	}
}

func do(bus *dbus.Conn, args []string) error {
	switch {
	case len(args) == 0:
		return watch(bus)
	case len(args) < 2:
		return errors.New("whose icon?")
	}
	owner := itemName + "-" + args[1] + "-1"
	item, menu := bus.Object(owner, itemPath), bus.Object(owner, menuPath)
	switch {
	case args[0] == "icon":
		return icon(item)
	case args[0] == "tap":
		return item.Call(itemName+".Activate", 0, int32(0), int32(0)).Err
	case args[0] == "click" && len(args) == 3:
		return click(menu, args[2])
	case args[0] == "menu":
		lines, err := read(menu)
		for _, l := range lines {
			fmt.Println(l.id, l.label)
		}
		return err
	}
	return fmt.Errorf("%q is nothing that it does", args)
}

// watch is the watcher until the process is told to end.
func watch(bus *dbus.Conn) error {
	w := &watcher{bus: bus}
	if err := bus.Export(w, watcherPath, watcherName); err != nil {
		return err
	}
	properties, err := prop.Export(bus, watcherPath, prop.Map{watcherName: {
		"RegisteredStatusNotifierItems":  {Value: []string{}, Emit: prop.EmitTrue},
		"IsStatusNotifierHostRegistered": {Value: true, Emit: prop.EmitConst},
		"ProtocolVersion":                {Value: int32(0), Emit: prop.EmitConst},
	}})
	if err != nil {
		return err
	}
	w.properties = properties
	reply, err := bus.RequestName(watcherName, dbus.NameFlagDoNotQueue)
	if err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		return errors.Join(err, fmt.Errorf("the name is taken (%d)", reply))
	}
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, os.Interrupt, syscall.SIGTERM)
	select {
	case <-ended:
	case <-bus.Context().Done(): // the desktop has ended
	}
	return nil
}

// watcher is the object that icons register with.
type watcher struct {
	bus        *dbus.Conn
	properties *prop.Properties
	items      []string
}

// RegisterStatusNotifierItem is told of an icon by the name of its owner, or by its path.
func (w *watcher) RegisterStatusNotifierItem(sender dbus.Sender, service string) *dbus.Error {
	item := service + itemPath
	if strings.HasPrefix(service, "/") {
		item = string(sender) + service
	}
	w.items = append(w.items, item)
	fmt.Println("registered", item)
	w.properties.SetMust(watcherName, "RegisteredStatusNotifierItems", slices.Clone(w.items))
	if err := w.bus.Emit(watcherPath, watcherName+".StatusNotifierItemRegistered", item); err != nil {
		return dbus.MakeFailedError(err)
	}
	return nil
}

// RegisterStatusNotifierHost is told of a panel.
func (w *watcher) RegisterStatusNotifierHost(string) *dbus.Error { return nil }

func icon(item dbus.BusObject) error {
	var tooltip struct {
		Name    string
		Pixmaps []struct {
			W, H   int32
			Pixels []byte
		}
		Title, Text string
	}
	var pictures []struct {
		W, H   int32
		Pixels []byte
	}
	var id, title string
	for name, into := range map[string]any{"ToolTip": &tooltip, "IconPixmap": &pictures, "Title": &title, "Id": &id} {
		if err := item.StoreProperty(itemName+"."+name, into); err != nil {
			return err
		}
	}
	fmt.Println("id:", id)
	fmt.Println("title:", title)
	fmt.Println("tooltip:", tooltip.Title)
	for _, p := range pictures {
		fmt.Printf("picture: %d x %d\n", p.W, p.H)
	}
	return nil
}

// line is an item of a menu.
type line struct {
	id    int32
	label string
}

// read returns the items of a menu that show and say something.
func read(menu dbus.BusObject) ([]line, error) {
	var revision uint32
	var root struct {
		ID         int32
		Properties map[string]dbus.Variant
		Children   []dbus.Variant
	}
	if err := menu.Call(menuName+".GetLayout", 0, int32(0), int32(-1), []string{}).Store(&revision, &root); err != nil {
		return nil, err
	}
	var lines []line
	for _, child := range root.Children {
		var item struct {
			ID         int32
			Properties map[string]dbus.Variant
			Children   []dbus.Variant
		}
		if err := dbus.Store([]any{child.Value()}, &item); err != nil {
			return nil, err
		}
		label, _ := item.Properties["label"].Value().(string)
		visible, told := item.Properties["visible"].Value().(bool)
		if label != "" && (visible || !told) {
			lines = append(lines, line{item.ID, label})
		}
	}
	return lines, nil
}

func click(menu dbus.BusObject, text string) error {
	lines, err := read(menu)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(lines, func(l line) bool { return strings.Contains(l.label, text) })
	if i < 0 {
		return fmt.Errorf("no item holds %q", text)
	}
	return menu.Call(menuName+".Event", 0, lines[i].id, "clicked", dbus.MakeVariant(""), uint32(0)).Err
}
