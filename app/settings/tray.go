package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data"
)

// Tray is the agent in the tray and what the system is told of Peerage, as the page needs it. Its functions are
// called off the window's thread.
type Tray struct {
	Stands func(context.Context) InTray
	// AtLogin has the system start the agent at login, or no longer.
	AtLogin func(on bool) error
	// Links has the system give Peerage's links to Peerage, or no longer; nil where that is the matter of how it
	// was installed.
	Links func(on bool) error
}

// InTray is how things stand.
type InTray struct {
	Said           string // who does the work, in a sentence
	AtLogin, Links bool   // as the system has it
}

// inTray is the section of the agent.
type inTray struct {
	*follower[InTray]
	view    *view
	options *Tray
	said    *widgets.Text
	atLogin *segments
	links   *segments
}

func newInTray(v *view, o *Tray) *inTray {
	t := &inTray{view: v, options: o, said: widgets.NewText("", look.Second)}
	t.follower = newFollower(v.frame, func(ctx context.Context) (InTray, error) { return o.Stands(ctx), nil }, t.show)
	t.atLogin, t.links = t.choice(o.AtLogin), t.choice(o.Links)
	return t
}

// choice returns segments that have the system do something, or no longer.
func (t *inTray) choice(tell func(on bool) error) *segments {
	w := t.view.frame.Words()
	return newSegments(func(key string) {
		t.view.frame.Tasks().Go(func(context.Context) error { return tell(key == yes) }, func(err error) {
			t.view.frame.Fail(err)
			t.lookAnew()
		})
	}, widgets.Option{Key: yes, Text: w.T("settings.on")}, widgets.Option{Key: no, Text: w.T("settings.off")})
}

// object builds the section.
func (t *inTray) object() fyne.CanvasObject {
	w := t.view.frame.Words()
	stay := t.view.flag(func(p *data.Preferences) *bool { return &p.Stay },
		widgets.Option{Key: yes, Text: w.T("settings.stay_yes")}, widgets.Option{Key: no, Text: w.T("settings.stay_no")})
	rows := []fyne.CanvasObject{
		labelled(w.T("settings.stay"), w.T("settings.stay_hint"), stay), t.said,
		labelled(w.T("settings.at_login"), w.T("settings.at_login_hint"), t.atLogin.object),
	}
	if t.options.Links != nil {
		rows = append(rows, labelled(w.T("settings.links"), w.T("settings.links_hint"), t.links.object))
	}
	return widgets.NewSection(w.T("settings.tray"), widgets.NewRows(rows...))
}

func (t *inTray) show(stands InTray) {
	t.said.SetText(stands.Said)
	t.atLogin.setOn(stands.AtLogin)
	t.links.setOn(stands.Links)
	t.view.object.Refresh()
}
