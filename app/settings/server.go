package settings

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// Server is the calendar on the user's server, as the page needs it. All but Publish are called off the window's
// thread.
type Server struct {
	Stands   func(context.Context) (Stands, error)
	Connect  func(context.Context, Account) (stays bool, err error) // stays: the password outlives the program
	Publish  func()                                                 // now
	Withdraw func(ctx context.Context, remove bool) error           // with remove, what was published goes too
}

// Stands is how the calendar on the server stands.
type Stands struct {
	On           bool
	Server, User string
	Said         []string // sentences about how it goes
}

// Account is what the user gives to connect.
type Account struct {
	Server, User, Password string
	Tasks                  bool
}

// onServer is the section of the calendar on the user's server.
type onServer struct {
	*follower[Stands]
	view    *view
	options *Server

	fields map[string]*widgets.Field
	server *widgets.Entry
	user   *widgets.Entry
	word   *widgets.Entry // the password, which is not kept once it was used
	button *widgets.Button
	form   fyne.CanvasObject
	where  *widgets.Text
	use    fyne.CanvasObject
	place  *fyne.Container // form or use
	said   *fyne.Container
}

func newOnServer(v *view, o *Server) *onServer {
	w := v.frame.Words()
	s := &onServer{view: v, options: o, where: widgets.NewText("", look.Body), place: widgets.Column(0), said: widgets.Column(2)}
	s.follower = newFollower(v.frame, o.Stands, s.show)
	s.server, s.user = widgets.NewEntry(w.T("settings.server_example")), widgets.NewEntry(w.T("settings.server_user_example"))
	s.word = widgets.NewPasswordEntry(w.T("settings.server_password_example"))
	s.word.OnSubmitted = func(string) { s.connect() }
	s.button = widgets.NewButton(w.T("server.connect"), s.connect)
	s.fields = map[string]*widgets.Field{
		"server":          widgets.NewField(w.T("field.server"), w.T("settings.server_hint"), s.server),
		"server_user":     widgets.NewField(w.T("field.server_user"), "", s.user),
		"server_password": widgets.NewField(w.T("settings.server_password"), w.T("settings.server_password_hint"), s.word),
	}
	s.form = widgets.Column(10, s.fields["server"], widgets.Columns(160, look.FormGap, s.fields["server_user"], s.fields["server_password"]),
		widgets.Row(0, s.button))
	s.use = widgets.Column(10, s.where, widgets.Flow(look.SmallGap, widgets.NewButton(w.T("settings.server_now"), s.publish),
		widgets.NewButton(w.T("settings.server_password_new"), s.askPassword), widgets.NewButton(w.T("settings.server_end"), s.askEnd)))
	return s
}

// object builds the section.
func (s *onServer) object() fyne.CanvasObject {
	w := s.view.frame.Words()
	tasks := s.view.flag(func(p *data.Preferences) *bool { return &p.Publish.Tasks },
		widgets.Option{Key: no, Text: w.T("settings.server_events")}, widgets.Option{Key: yes, Text: w.T("settings.server_tasks")})
	return widgets.NewSection(w.T("settings.server"), widgets.NewRows(
		widgets.NewText(w.T("settings.server_what"), look.Second),
		labelled(w.T("settings.server_form"), w.T("settings.server_form_hint"), tasks),
		widgets.Column(10, s.said, s.place),
		widgets.Column(6, widgets.NewText(w.T("settings.server_app_passwords"), look.Second), widgets.NewText(w.T("settings.server_google"), look.Second))))
}

func (s *onServer) show(stands Stands) {
	s.where.SetText(s.view.frame.Words().T("settings.server_at", words.Args{"Server": stands.Server, "User": stands.User}))
	if stands.On {
		refill(s.place, s.use)
	} else {
		refill(s.place, s.form)
	}
	sentences(s.said, stands.Said)
	s.view.object.Refresh()
}

// connect connects to what is typed.
func (s *onServer) connect() {
	s.connectAs(Account{Server: s.server.Text, User: s.user.Text, Password: s.word.Text})
}

func (s *onServer) connectAs(a Account) {
	if s.view.state != nil {
		a.Tasks = s.view.state.preferences.Publish.Tasks
	}
	parts.MarkInvalid(s.view.frame.Words(), s.fields, nil)
	s.button.Disable()
	var stays bool
	s.view.frame.Tasks().Go(func(ctx context.Context) (err error) {
		stays, err = s.options.Connect(ctx, a)
		return err
	}, func(err error) {
		w := s.view.frame.Words()
		s.button.Enable()
		var invalid *data.Invalid
		switch {
		case errors.As(err, &invalid):
			parts.MarkInvalid(w, s.fields, invalid)
			return
		case err != nil:
			s.view.frame.Fail(err)
			return
		}
		s.word.SetText("")
		s.view.frame.Toast(w.T(map[bool]string{true: "settings.server_connected", false: "settings.server_connected_once"}[stays]), false)
		s.look()
	})
}

// publish publishes at once.
func (s *onServer) publish() {
	s.options.Publish()
	s.view.frame.Toast(s.view.frame.Words().T("settings.server_publishing"), false)
}

// askPassword asks for another password of the same account.
func (s *onServer) askPassword() {
	w := s.view.frame.Words()
	word := widgets.NewPasswordEntry("")
	field := widgets.NewField(w.T("settings.server_password"), w.T("settings.server_password_hint"), word)
	widgets.NewDialog(s.view.frame.Window(), w.T("settings.server_password_new"), field).Cancel(w.T("form.cancel")).
		Confirm(w.T("server.connect"), func() bool {
			s.connectAs(Account{Server: s.stands.Server, User: s.stands.User, Password: word.Text})
			return true
		}).Show()
}

// askEnd asks what is to become of what was published, and ends it.
func (s *onServer) askEnd() {
	w := s.view.frame.Words()
	remove := false
	what := newSegments(func(key string) { remove = key == yes },
		widgets.Option{Key: no, Text: w.T("settings.server_leave")}, widgets.Option{Key: yes, Text: w.T("settings.server_remove")})
	what.set(no)
	content := widgets.Column(10, widgets.NewText(w.T("settings.server_end_hint"), look.Body), what.object)
	widgets.NewDialog(s.view.frame.Window(), w.T("settings.server_end_title"), content).Cancel(w.T("form.cancel")).
		Confirm(w.T("settings.server_end_yes"), func() bool {
			s.view.frame.Tasks().Go(func(ctx context.Context) error { return s.options.Withdraw(ctx, remove) }, func(err error) {
				if err != nil {
					s.view.frame.Fail(err)
				} else {
					s.view.frame.Toast(w.T("settings.server_ended"), false)
				}
				s.look()
			})
			return true
		}).Show()
}
