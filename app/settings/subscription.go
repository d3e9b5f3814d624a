package settings

import (
	"context"
	"net/url"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// Subscription is the calendar subscription, as the page needs it.
type Subscription struct {
	Served func() Served // how it stands; called off the window's thread, as are the others
	Switch func(ctx context.Context, on bool) error
	Renew  func(context.Context) error // takes a new address
}

// Served is how the calendar subscription stands.
type Served struct {
	On              bool
	Address, Webcal string   // "" while there is none yet
	Broken          bool     // there is none any more, until a new one is taken
	Said            []string // sentences about how it goes
}

// subscription is the section of the calendar subscription.
type subscription struct {
	*follower[Served]
	view    *view
	options *Subscription

	on      *segments
	address *widgets.Text
	said    *fyne.Container   // the sentences
	use     fyne.CanvasObject // the address, and what is done with it
	mend    fyne.CanvasObject // in its place when it is broken
	place   *fyne.Container   // one of them, or nothing
}

// newSubscription returns the section's part of the page. It begins to look when the page does.
func newSubscription(v *view, o *Subscription) *subscription {
	w := v.frame.Words()
	s := &subscription{view: v, options: o, address: widgets.NewText("", look.Body), said: widgets.Column(2)}
	s.follower = newFollower(v.frame, func(context.Context) (Served, error) { return o.Served(), nil }, s.show)
	s.on = newSegments(func(key string) {
		s.do(func(ctx context.Context) error { return o.Switch(ctx, key == yes) }, "")
	}, widgets.Option{Key: yes, Text: w.T("settings.on")}, widgets.Option{Key: no, Text: w.T("settings.off")})
	s.use = widgets.Column(10, widgets.Column(0, widgets.NewText(w.T("settings.feed_address"), look.Body), s.address),
		widgets.Flow(look.SmallGap, widgets.NewButton(w.T("settings.feed_copy"), s.copyAddress),
			widgets.NewButton(w.T("settings.feed_open"), s.open), widgets.NewButton(w.T("settings.feed_renew"), s.askRenew)))
	s.mend = widgets.Row(0, widgets.NewButton(w.T("settings.feed_renew"), s.askRenew))
	s.place = widgets.Column(0)
	return s
}

// object builds the section.
func (s *subscription) object() fyne.CanvasObject {
	w := s.view.frame.Words()
	return widgets.NewSection(w.T("settings.feed"), widgets.NewRows(
		labelled(w.T("settings.feed_on"), w.T("settings.feed_on_hint"), s.on.object),
		widgets.Column(10, s.said, s.place),
		widgets.Column(6, widgets.NewText(w.T("settings.feed_works"), look.Second), widgets.NewText(w.T("settings.feed_works_not"), look.Second))))
}

func (s *subscription) show(served Served) {
	s.on.setOn(served.On)
	s.address.SetText(served.Address)
	switch {
	case served.Broken:
		refill(s.place, s.mend)
	case served.Address == "":
		refill(s.place)
	default:
		refill(s.place, s.use)
	}
	sentences(s.said, served.Said)
	s.view.object.Refresh()
}

// do changes the subscription, and shows how it stands then.
func (s *subscription) do(change func(context.Context) error, said string) {
	s.view.frame.Tasks().Go(change, func(err error) {
		switch {
		case err != nil:
			s.view.frame.Fail(err)
		case said != "":
			s.view.frame.Toast(said, false)
		}
		s.lookAnew()
	})
}

func (s *subscription) copyAddress() {
	fyne.CurrentApp().Clipboard().SetContent(s.stands.Address)
	s.view.frame.Toast(s.view.frame.Words().T("settings.feed_copied"), false)
}

// open gives the address to the calendar program of the system.
func (s *subscription) open() {
	address, err := url.Parse(s.stands.Webcal)
	if err != nil {
		s.view.frame.Fail(err)
		return
	}
	s.view.frame.Tasks().Go(func(ctx context.Context) error { return parts.Open(ctx, address) }, func(err error) {
		if err != nil {
			s.view.frame.Toast(s.view.frame.Words().T("settings.feed_no_program"), false)
		}
	})
}

// askRenew asks before the address that programs know stops working.
func (s *subscription) askRenew() {
	w := s.view.frame.Words()
	hint := widgets.NewText(w.T("settings.feed_renew_hint"), look.Body)
	widgets.NewDialog(s.view.frame.Window(), w.T("settings.feed_renew_title"), hint).Cancel(w.T("form.cancel")).
		Confirm(w.T("settings.feed_renew_yes"), func() bool {
			s.do(s.options.Renew, w.T("settings.feed_renewed"))
			return true
		}).Show()
}
