package settings

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data"
)

// weekdays in the order in which they are shown.
var weekdays = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

// checkIns is the section of how many check-ins the user gives, and when.
func (v *view) checkIns() fyne.CanvasObject {
	w := v.frame.Words()
	fields := map[string]*widgets.Field{}
	number := func(field, label string, into func(*data.Preferences) *int) fyne.CanvasObject {
		t := v.newTyped("", func(text string) bool {
			return v.prefer(fields, func(p *data.Preferences) { *into(p) = count(text) })
		})
		v.shows = append(v.shows, func(s *state) { t.set(strconv.Itoa(*into(&s.preferences))) })
		fields[field] = widgets.NewField(label, "", t.entry)
		return fields[field]
	}
	day := number("per_day", w.T("settings.per_day"), func(p *data.Preferences) *int { return &p.PerDay })
	week := number("per_week", w.T("settings.per_week"), func(p *data.Preferences) *int { return &p.PerWeek })

	fields["weekdays"] = v.weekdays(w.T("settings.weekdays"), fields, func(p *data.Preferences) *[7]bool { return &p.Weekdays })
	load := widgets.NewText("", look.Second)
	v.shows = append(v.shows, func(s *state) { load.SetText(s.capacity) })
	body := widgets.Column(look.FormGap, widgets.Columns(160, look.FormGap, day, week), fields["weekdays"], load)
	return widgets.NewSection(w.T("settings.check_ins"), widgets.NewCard(body))
}

// weekdays is a field of days of the week, each on or off.
func (v *view) weekdays(label string, fields map[string]*widgets.Field, of func(*data.Preferences) *[7]bool) *widgets.Field {
	chips := widgets.Flow(6)
	byDay := map[time.Weekday]*widgets.PressChip{}
	for _, d := range weekdays {
		byDay[d] = widgets.NewToggleChip(v.frame.Words().Weekday(d), false, func(on bool) {
			if !v.prefer(fields, func(p *data.Preferences) { of(p)[d] = on }) {
				byDay[d].SetOn(!on)
			}
		})
		chips.Add(byDay[d])
	}
	v.shows = append(v.shows, func(s *state) {
		for d, chip := range byDay {
			chip.SetOn(of(&s.preferences)[d])
		}
		chips.Refresh()
	})
	return widgets.NewField(label, "", chips)
}

// days reads a number of days, which may be none: -1 for what is no such number.
func days(text string) int {
	if strings.TrimSpace(text) == "0" {
		return 0
	}
	if n := count(text); n != 0 {
		return n
	}
	return -1
}

// flag returns two segments that set a preference that is true or false.
func (v *view) flag(of func(*data.Preferences) *bool, first, second widgets.Option) fyne.CanvasObject {
	s := newSegments(func(key string) {
		v.prefer(nil, func(p *data.Preferences) { *of(p) = key == yes })
	}, first, second)
	v.shows = append(v.shows, func(st *state) { s.setOn(*of(&st.preferences)) })
	return s.object
}

// The keys of the segments of a preference that is true or false.
const (
	yes = "yes"
	no  = "no"
)
