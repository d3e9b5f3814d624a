package settings

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/files"
	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// calendar is the section of what the calendar holds, whichever way it goes.
func (v *view) calendar() fyne.CanvasObject {
	w := v.frame.Words()
	private := v.flag(func(p *data.Preferences) *bool { return &p.PrivateCalendar },
		widgets.Option{Key: no, Text: w.T("settings.names_shown")}, widgets.Option{Key: yes, Text: w.T("settings.names_initials")})
	said := v.flag(func(p *data.Preferences) *bool { return &p.CalendarSaid },
		widgets.Option{Key: no, Text: w.T("settings.calendar_left_out")}, widgets.Option{Key: yes, Text: w.T("settings.calendar_shown")})
	return widgets.NewSection(w.T("settings.calendar_holds"), widgets.NewRows(
		v.contents(),
		labelled(w.T("settings.calendar_names"), w.T("settings.calendar_names_hint"), private),
		labelled(w.T("settings.calendar_said"), w.T("settings.calendar_said_hint"), said),
		v.calendarHours()))
}

// file is the section of the calendar's file: one that is written once, and one that stays up to date.
func (v *view) file() fyne.CanvasObject {
	w := v.frame.Words()
	return widgets.NewSection(w.T("settings.calendar_file"), widgets.NewRows(
		widgets.Column(10, widgets.NewText(w.T("settings.calendar_hint"), look.Second),
			widgets.Row(0, widgets.NewButton(w.T("settings.calendar_write"), v.askCalendar))),
		v.keptFile()))
}

// contents are the kinds of event that the calendar holds.
func (v *view) contents() fyne.CanvasObject {
	w := v.frame.Words()
	chips := widgets.Flow(6)
	for _, kind := range []struct {
		text string
		of   func(*data.Contents) *bool
	}{
		{w.T("settings.calendar_check_ins"), func(c *data.Contents) *bool { return &c.CheckIns }},
		{w.T("settings.calendar_promises"), func(c *data.Contents) *bool { return &c.Promises }},
		{w.T("settings.calendar_milestones"), func(c *data.Contents) *bool { return &c.Milestones }},
	} {
		chip := widgets.NewToggleChip(kind.text, false, func(on bool) {
			v.prefer(nil, func(p *data.Preferences) { *kind.of(&p.InCalendar) = on })
		})
		v.shows = append(v.shows, func(s *state) {
			chip.SetOn(*kind.of(&s.preferences.InCalendar))
			chips.Refresh()
		})
		chips.Add(chip)
	}
	return chips
}

// calendarHours are the times of the day of alarms and of check-ins; either may be left empty.
func (v *view) calendarHours() fyne.CanvasObject {
	w := v.frame.Words()
	fields := map[string]*widgets.Field{}
	hour := func(field, label, hint, none string, of func(*data.Preferences) *int) fyne.CanvasObject {
		t := v.newTyped(none, func(text string) bool {
			return v.prefer(fields, func(p *data.Preferences) { *of(p) = timeOfDay(text) })
		})
		v.shows = append(v.shows, func(s *state) {
			text := ""
			if minutes := *of(&s.preferences); minutes >= 0 {
				text = data.Clock(minutes)
			}
			t.set(text)
		})
		fields[field] = widgets.NewField(label, hint, t.entry)
		return fields[field]
	}
	return widgets.Columns(160, look.FormGap,
		hour("alarm_at", w.T("settings.alarm_at"), w.T("settings.alarm_at_hint"), w.T("settings.alarm_none"), func(p *data.Preferences) *int { return &p.AlarmAt }),
		hour("check_ins_at", w.T("settings.check_ins_at"), w.T("settings.check_ins_at_hint"), w.T("settings.all_day"), func(p *data.Preferences) *int { return &p.CheckInsAt }))
}

// timeOfDay reads a time of the day into minutes after midnight: -1 for nothing, less for what is none.
func timeOfDay(text string) int {
	text = strings.TrimSpace(text)
	if text == "" {
		return data.AllDay
	}
	minutes, err := data.ParseClock(text)
	if err != nil {
		return data.AllDay - 1
	}
	return minutes
}

// keptFile is the file that is kept up to date in a folder: where, how it stands, and an end of it.
func (v *view) keptFile() fyne.CanvasObject {
	w := v.frame.Words()
	place, stands := widgets.NewText("", look.Body), widgets.NewText("", look.Second)
	stop := widgets.NewButton(w.T("settings.calendar_stop"), func() { v.keepIn("") })
	v.shows = append(v.shows, func(s *state) {
		folder := s.preferences.CalendarFolder
		if folder == "" {
			place.SetText(w.T("settings.calendar_keep"))
			stands.SetText(w.T("settings.calendar_keep_hint"))
			stop.Disable()
			return
		}
		place.SetText(filepath.Join(folder, calendarFile))
		stands.SetText(v.keptWords())
		stop.Enable()
	})
	return widgets.Column(10, widgets.Column(0, place, stands),
		widgets.Flow(look.SmallGap, widgets.NewButton(w.T("settings.calendar_folder"), v.askFolder), stop))
}

// keptWords says how the file stands that is kept up to date.
func (v *view) keptWords() string {
	w, kept := v.frame.Words(), KeptFile{}
	if v.options.KeptCalendar != nil {
		kept = v.options.KeptCalendar()
	}
	last := w.Past(kept.Written, v.options.now())
	last["Error"] = cmp.Or(kept.Trouble, w.Error(kept.Err))
	broken := kept.Trouble != "" || kept.Err != nil
	switch {
	case broken && kept.Written.IsZero():
		return w.T("settings.calendar_not_kept", last)
	case broken:
		return w.T("settings.calendar_kept_before", last)
	case kept.Written.IsZero():
		return w.T("settings.calendar_about_to")
	}
	return w.T("settings.calendar_kept", last)
}

// askFolder asks in which folder to keep the file.
func (v *view) askFolder() {
	files.Folder(v.frame, v.frame.Words().T("settings.calendar_folder_title"), v.keepIn)
}

// keepIn keeps the file in a folder from now on, "" for none. What was written stays where it is.
func (v *view) keepIn(folder string) {
	v.prefer(nil, func(p *data.Preferences) { p.CalendarFolder = folder })
}

// askCalendar asks where to write the calendar.
func (v *view) askCalendar() {
	files.Save(v.frame, v.frame.Words().T("settings.calendar_title"), calendarFile, []string{filepath.Ext(calendarFile)}, v.writeCalendar)
}

// calendarFile is the name that is proposed, and the one of the file that is kept.
const calendarFile = "peerage.ics"

func (v *view) writeCalendar(path string) {
	v.frame.Tasks().Go(func(context.Context) error { return v.options.ExportCalendar(path) }, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		v.frame.Toast(v.frame.Words().T("settings.calendar_written", words.Args{"File": path}), false)
	})
}
