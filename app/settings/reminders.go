package settings

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// reminders is the section of whether, when and how to be reminded.
func (v *view) reminders() fyne.CanvasObject {
	w := v.frame.Words()
	fields := map[string]*widgets.Field{}
	on := v.flag(func(p *data.Preferences) *bool { return &p.Remind },
		widgets.Option{Key: yes, Text: w.T("settings.on")}, widgets.Option{Key: no, Text: w.T("settings.off")})
	at := v.newTyped(w.T("settings.remind_at_hint"), func(text string) bool {
		return v.prefer(fields, func(p *data.Preferences) {
			if p.RemindAt = timeOfDay(text); p.RemindAt < 0 {
				p.RemindAt = -1 // there is an hour, or no reminder
			}
		})
	})
	v.shows = append(v.shows, func(s *state) { at.set(data.Clock(s.preferences.RemindAt)) })
	fields["remind_at"] = widgets.NewField(w.T("settings.remind_at"), "", at.entry)
	fields["remind_on"] = v.weekdays(w.T("settings.remind_on"), fields, func(p *data.Preferences) *[7]bool { return &p.RemindOn })
	said := v.flag(func(p *data.Preferences) *bool { return &p.Said },
		widgets.Option{Key: no, Text: w.T("settings.remind_names")}, widgets.Option{Key: yes, Text: w.T("settings.remind_said")})
	ahead := v.newTyped("", func(text string) bool {
		return v.prefer(fields, func(p *data.Preferences) { p.Ahead = days(text) })
	})
	v.shows = append(v.shows, func(s *state) { ahead.set(strconv.Itoa(s.preferences.Ahead)) })
	fields["ahead"] = widgets.NewField(w.T("settings.ahead"), w.T("settings.ahead_hint"), ahead.entry)
	return widgets.NewSection(w.T("settings.notifications"), widgets.NewRows(
		labelled(w.T("settings.remind"), w.T("settings.remind_hint"), on),
		widgets.Columns(130, look.FormGap, fields["remind_at"], v.quiet("settings.quiet_from", func(h *data.Hours) *int { return &h.From }),
			v.quiet("settings.quiet_to", func(h *data.Hours) *int { return &h.To })),
		fields["remind_on"],
		labelled(w.T("settings.remind_tells"), w.T("settings.remind_tells_hint"), said),
		v.rest(), v.notified(), fields["ahead"]))
}

// quiet is the field of where the quiet hours begin, or end. Emptied, there are none.
func (v *view) quiet(label string, of func(*data.Hours) *int) fyne.CanvasObject {
	w := v.frame.Words()
	fields := map[string]*widgets.Field{}
	t := v.newTyped(w.T("settings.quiet_none"), func(text string) bool {
		return v.prefer(fields, func(p *data.Preferences) {
			if strings.TrimSpace(text) == "" {
				p.Quiet = data.Hours{}
				return
			}
			*of(&p.Quiet) = timeOfDay(text)
		})
	})
	v.shows = append(v.shows, func(s *state) {
		if hours := s.preferences.Quiet; hours.From == hours.To {
			t.set("")
		} else {
			t.set(data.Clock(*of(&hours)))
		}
	})
	fields["quiet"] = widgets.NewField(w.T(label), "", t.entry)
	return fields["quiet"]
}

// rest is a pause of all reminders: until when it lasts, ways to begin one, and an end of it.
func (v *view) rest() fyne.CanvasObject {
	w := v.frame.Words()
	until := func(days data.Day) func() {
		return func() {
			v.prefer(nil, func(p *data.Preferences) { p.Rest = v.frame.Today() + days })
		}
	}
	end := widgets.NewButton(w.T("settings.rest_end"), func() { v.prefer(nil, func(p *data.Preferences) { p.Rest = 0 }) })
	stands := widgets.NewText("", look.Second)
	v.shows = append(v.shows, func(s *state) {
		today := v.frame.Today()
		if s.preferences.Rest <= today {
			stands.SetText(w.T("settings.rest_none"))
			end.Disable()
			return
		}
		stands.SetText(w.T("settings.rest_until", words.Args{"Day": w.Day(s.preferences.Rest, today)}))
		end.Enable()
	})
	return widgets.Column(10, widgets.Column(0, widgets.NewText(w.T("settings.rest"), look.Body), stands), widgets.Flow(look.SmallGap,
		widgets.NewButton(w.T("settings.rest_day"), until(1)), widgets.NewButton(w.T("settings.rest_week"), until(7)),
		widgets.NewButton(w.T("settings.rest_month"), until(28)), end))
}

// notified is how the last notification went, and a way to try one.
func (v *view) notified() fyne.CanvasObject {
	w := v.frame.Words()
	show := widgets.NewButton(w.T("settings.remind_now"), func() {
		if v.options.TestReminder != nil {
			v.options.TestReminder()
		}
	})
	last := widgets.NewText("", look.Second)
	v.shows = append(v.shows, func(s *state) { last.SetText(notifiedWords(w, s.notified, v.options.now())) })
	return widgets.Sides(look.Gap, nil, widgets.Column(0, widgets.NewText(w.T("settings.notified"), look.Body), last), show)
}

// notifiedWords says how notifications are doing.
func notifiedWords(w *words.Words, c data.Channel, now time.Time) string {
	at := func(milliseconds int64) words.Args { return w.Past(time.UnixMilli(milliseconds), now) }
	switch {
	case c.Trouble != "":
		return w.T("settings.notified_failed", at(c.Failed), words.Args{"Error": c.Trouble})
	case c.Succeeded != 0:
		return w.T("settings.notified_last", at(c.Succeeded))
	}
	return w.T("settings.notified_never")
}
