package agenda

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// channel is a way out of Peerage, and how it is doing, in words.
type channel struct {
	name    string
	on      bool
	state   string // "On", "Off", "Resting until 3 Dec"
	good    string // when it last went well; "" while it never did
	trouble string // what last went wrong and when, "" while nothing is wrong
}

// outside says how everything is doing that leaves Peerage.
func (l *loading) outside(ctx context.Context, p data.Preferences) ([]channel, error) {
	known, err := l.store.Channels(ctx)
	if err != nil {
		return nil, err
	}
	w := l.words
	var all []channel
	add := func(name data.ChannelName, label, succeeded string, on bool) {
		c, as := channel{name: w.T(label), on: on, state: w.T("settings.off")}, known[name]
		if on {
			c.state = w.T("settings.on")
		}
		if as.Succeeded != 0 {
			c.good = words.Capital(w.T(succeeded, words.Args{"When": w.Ago(time.UnixMilli(as.Succeeded), l.now())}))
		}
		if as.Trouble != "" {
			c.trouble = w.T("agenda.trouble", words.Args{"When": w.Ago(time.UnixMilli(as.Failed), l.now()), "Trouble": as.Trouble})
		}
		all = append(all, c)
	}
	if l.options.Subscribed != nil {
		add(data.SubscriptionChannel, "agenda.subscription", "agenda.fetched", l.options.Subscribed())
	}
	add(data.FileChannel, "agenda.file", "agenda.succeeded", p.CalendarFolder != "")
	add(data.ServerChannel, "agenda.server", "agenda.succeeded", p.Publish.Server != "")
	add(data.NotificationChannel, "agenda.notifications", "agenda.notified", p.Remind)
	if reminders := &all[len(all)-1]; p.Remind && p.Rest > l.today {
		reminders.state = w.T("agenda.resting", words.Args{"Day": w.ShortDate(p.Rest, l.today)})
	}
	return all, nil
}

func (l *loading) now() time.Time {
	if l.options.Now == nil {
		return time.Now()
	}
	return l.options.Now()
}

// channels shows how what leaves Peerage is doing, as cards beside the list or in a line below.
type channels struct {
	v      *view
	card   *fyne.Container
	column *fyne.Container
	foot   *fyne.Container
	line   *widgets.Text
}

func newChannels(v *view) *channels {
	c := &channels{v: v, column: widgets.Column(look.Gap), line: widgets.NewText("", look.Small)}
	c.card = container.New(below{}, c.column)
	c.foot = widgets.Sides(look.SmallGap, nil, c.line, widgets.NewQuiet(v.words.T("rail.settings"), c.settings))
	return c
}

// below leaves as much room above the first card as the list does above its own.
type below struct{}

const (
	labelHigh float32 = 16 // of a section's label
	belowTop          = headingHeight - labelHigh - headingGap
)

func (below) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, belowTop))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-belowTop))
}

func (below) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (c *channels) settings() { c.v.frame.Open(page.CalendarSettings()) }

// show shows what was loaded.
func (c *channels) show(of *content) {
	w := c.v.words
	var rows []fyne.CanvasObject
	var runs []widgets.Run
	for i, o := range of.outside {
		rows = append(rows, channelRow(o))
		if i > 0 {
			runs = append(runs, widgets.Run{Text: " "})
		}
		runs = append(runs, o.short(w))
	}
	rows = append(rows, widgets.Flush(widgets.NewQuiet(w.T("agenda.settings"), c.settings)))
	c.column.Objects = []fyne.CanvasObject{widgets.NewSection(w.T("agenda.outside"), widgets.NewRows(rows...))}
	if of.capacity != "" {
		c.column.Add(widgets.NewSection(w.T("agenda.room"), widgets.NewCard(widgets.NewText(of.capacity, look.Body))))
	}
	c.column.Refresh()
	c.line.SetRuns(runs...)
	c.foot.Refresh()
}

// channelRow says whether a channel is on, and how it is doing.
func channelRow(o channel) fyne.CanvasObject {
	state := look.Second
	if o.on {
		state = state.In(look.ColorNameInk)
	}
	column := widgets.Column(0, widgets.Sides(look.SmallGap, nil, widgets.NewLine(o.name, look.Name), widgets.NewWholeLine(o.state, state)))
	if o.on && o.good != "" {
		column.Add(widgets.NewText(o.good, look.Second))
	}
	if o.on && o.trouble != "" {
		column.Add(widgets.NewText(o.trouble, look.Second.In(look.ColorNameClaret)))
	}
	return column
}

// short says in a few words how a channel is doing.
func (o channel) short(w *words.Words) widgets.Run {
	switch {
	case !o.on:
		return widgets.Run{Text: w.T("agenda.short", words.Args{"Name": o.name, "State": o.state})}
	case o.trouble != "":
		return widgets.Run{Text: w.T("agenda.short_trouble", words.Args{"Name": o.name, "Trouble": o.trouble}), Color: look.ColorNameClaret}
	}
	return widgets.Run{Text: w.T("agenda.short", words.Args{"Name": o.name, "State": o.state})}
}

// underDay says below a day what is particular about it: that it is today or tomorrow, and how full it is.
func (v *view) underDay(d *briefing.Planner) string {
	w, near := v.words, ""
	if today := v.frame.Today(); d.Day == today || d.Day == today+1 {
		near = w.Day(d.Day, today)
	}
	switch load := v.dayLoad(d); {
	case near == "" && d.Waiting > 0:
		return w.N("agenda.waiting", d.Waiting) // for they are named above, and the day would seem full of nothing
	case near == "":
		return load
	case load == "":
		return near
	default:
		return w.T("list.more", words.Args{"List": near, "Item": load})
	}
}

// dayLoad says how full a day is, and that the user gives nothing on it.
func (v *view) dayLoad(d *briefing.Planner) string {
	if !d.Given && d.CheckIns == 0 {
		return v.words.T("agenda.kept_free")
	}
	return v.words.DayLoad(d.CheckIns, d.Places)
}
