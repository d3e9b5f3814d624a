//go:build !darwin || cgo

package agent

import (
	"context"
	"io"
	"io/fs"
	"log"
	"runtime"
	"sync"

	"fyne.io/systray"

	"peerage/app/instance"
)

// panel is the tray of the desktops: a StatusNotifierItem on Linux, the notification area on Windows, the menu
// bar on macOS. There is one in a process.
//
// Its menu has a place for each line that there may be. A line that changes is written anew and the others are
// left alone, so that a menu that is open stays as it is.
type panel struct {
	icons fs.FS
	wear  func(icon []byte) // systray.SetIcon, or what stands in for it in tests

	mu    sync.Mutex
	shown *face // nil before the menu is built
	lines []*line
}

var _ tray = (*panel)(nil)

// line is one place in the menu.
type line struct {
	item  *systray.MenuItem
	text  func(*face) string // what it says, "" to hide it
	does  func(*face) choice // nil for a line that cannot be chosen
	shows string
}

func newPanel(icons fs.FS) *panel { return &panel{icons: icons, wear: systray.SetIcon} }

func (p *panel) run(ctx context.Context, f *face, chosen func(choice)) {
	// It would write to standard error each time a desktop without a tray is asked for one.
	log.SetOutput(io.Discard)
	defer context.AfterFunc(ctx, systray.Quit)()
	systray.SetTitle(appName) // by which panels remember the place of an icon
	systray.SetOnTapped(func() { chosen(choice{what: opens}) })
	// On Linux what is set before Run is there from the beginning; while Run begins it would be lost.
	p.dress(f)
	systray.Run(func() { p.build(f, chosen) }, nil)
}

// appName is what panels call the icon.
const appName = "Peerage"

// build fills the menu. Windows and macOS have no icon before that, and what was set for it is lost.
func (p *panel) build(f *face, chosen func(choice)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.dress(f)
	add := func(text func(*face) string, does func(*face) choice) {
		l := &line{item: systray.AddMenuItem("", ""), text: text, does: does}
		l.item.Hide()
		p.lines = append(p.lines, l)
		if does == nil {
			l.item.Disable()
			return
		}
		go func() {
			for range l.item.ClickedCh {
				p.mu.Lock()
				c := l.does(p.shown)
				p.mu.Unlock()
				chosen(c)
			}
		}()
	}
	to := func(l instance.Link) func(*face) choice { return func(*face) choice { return choice{opens, l} } }
	add(func(f *face) string { return f.heading }, nil)
	for i := range mostDue {
		add(func(f *face) string { return f.due[i].label }, func(f *face) choice { return choice{opens, f.due[i].link} })
	}
	add(func(f *face) string { return f.more }, to(instance.Link{Place: instance.TodayPlace}))
	systray.AddSeparator()
	add(func(f *face) string { return f.log }, to(instance.Link{Place: instance.LogPlace}))
	add(func(f *face) string { return f.open }, to(instance.Link{}))
	systray.AddSeparator()
	add(func(f *face) string { return f.pause }, func(*face) choice { return choice{what: pauses} })
	add(func(f *face) string { return f.quit }, func(*face) choice { return choice{what: quits} })
	p.shown = f
	p.draw(f)
}

func (p *panel) show(f *face) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown != nil {
		p.draw(f)
	}
}

// draw brings the icon and each line in line with a face.
func (p *panel) draw(f *face) {
	if p.shown.count != f.count {
		p.drawIcon(f.count)
	}
	if p.shown.tooltip != f.tooltip {
		systray.SetTooltip(f.tooltip)
	}
	p.shown = f
	for _, l := range p.lines {
		text := label(runtime.GOOS, l.text(f))
		if text == l.shows {
			continue
		}
		switch {
		case text == "":
			l.item.Hide()
		case l.shows == "":
			l.item.SetTitle(text)
			l.item.Show()
		default:
			l.item.SetTitle(text)
		}
		l.shows = text
	}
}

// dress shows how many things wait, and says so to a pointer.
func (p *panel) dress(f *face) {
	p.drawIcon(f.count)
	systray.SetTooltip(f.tooltip)
}

// drawIcon shows how many things wait. The library panics where the session bus has just gone: the agent is about to
// end with its desktop then, and does so in order.
func (p *panel) drawIcon(count int) {
	picture, err := fs.ReadFile(p.icons, iconFor(count))
	if err != nil {
		return // the icon of before is better than none
	}
	if runtime.GOOS == "windows" {
		picture = ico(picture)
	}
	defer func() { _ = recover() }()
	p.wear(picture)
}
