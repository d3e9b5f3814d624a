package settings

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
)

// part is one of the parts of the page.
type part struct {
	button *widgets.Button // turns to it
	object fyne.CanvasObject
}

// newPart returns the part that is named by a message, in two columns where there is room for them.
func (v *view) newPart(at int, name string, left, right *fyne.Container) part {
	return part{widgets.NewButton(v.frame.Words().T(name), func() { v.turn(at) }), widgets.Columns(440, look.Gap, left, right)}
}

// turn shows one of the parts, from its top.
func (v *view) turn(at int) {
	for i, p := range v.parts {
		p.button.SetChosen(i == at)
	}
	refill(v.place, v.parts[at].object)
	if s := v.scrolled(); s != nil {
		s.ScrollToTop()
	}
	v.object.Refresh()
}

// general is the part of the user, their check-ins and their data.
func (v *view) general() part {
	return v.newPart(0, "settings.general", widgets.Column(look.Gap, v.you(), v.circles()),
		widgets.Column(look.Gap, v.checkIns(), v.look(), v.yourData(), v.about()))
}

// reminding is the part of what Peerage says by itself, and how long it stays to say it.
func (v *view) reminding() part {
	right := widgets.Column(look.Gap)
	if v.options.Tray != nil {
		v.tray = newInTray(v, v.options.Tray)
		right.Add(v.tray.object())
	}
	return v.newPart(1, "settings.reminders", widgets.Column(look.Gap, v.reminders()), right)
}

// published is the part of what the calendar holds, and of its ways to calendar programs.
func (v *view) published() part {
	left, right := widgets.Column(look.Gap, v.calendar(), v.file()), widgets.Column(look.Gap)
	if v.options.Subscription != nil {
		v.subscription = newSubscription(v, v.options.Subscription)
		left.Add(v.subscription.object())
	}
	if v.options.Server != nil {
		v.server = newOnServer(v, v.options.Server)
		right.Add(v.server.object())
	}
	return v.newPart(2, "settings.calendar", left, right)
}
