package app

import (
	"context"

	"peerage/app/instance"
	"peerage/app/look"
	"peerage/app/publish"
	"peerage/app/settings"
	"peerage/app/widgets"
	"peerage/app/words"
)

// onServer is what the settings show of the calendar on the user's server, and do with it.
func (sh *shell) onServer() *settings.Server {
	if sh.demo || sh.work == nil {
		return nil
	}
	speak := sh.words
	return &settings.Server{
		Stands: func(ctx context.Context) (settings.Stands, error) {
			s, err := sh.publisher.Status(ctx)
			return settings.Stands{On: s.On(), Server: s.Publishing.Server, User: s.User, Said: s.Sentences(speak, sh.env.Now())}, err
		},
		Connect: func(ctx context.Context, a settings.Account) (bool, error) {
			stays, err := sh.publisher.Connect(ctx, publish.Account{Server: a.Server, User: a.User, Password: a.Password, Tasks: a.Tasks})
			sh.handOver(ctx)
			return stays, err
		},
		Publish: sh.publisher.Poke, Withdraw: sh.publisher.Withdraw,
	}
}

// askForPassword asks for the password of the server where it is needed and not known, as it is after a start
// without a keychain. An agent that publishes was told it by a window of before.
func (sh *shell) askForPassword() {
	if sh.demo || sh.fixedDay != 0 {
		return
	}
	var locked bool
	var server string
	sh.tasks.Go(func(ctx context.Context) error {
		s, err := sh.publisher.Status(ctx)
		if err != nil {
			return err
		}
		server = s.Publishing.Server
		if instance.Tell(folderOf(sh.store), instance.Agent, instance.Message{}) && !s.LockedIn(sh.speaks.Load()) {
			return nil
		}
		locked, err = sh.publisher.Locked(ctx)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			sh.Fail(err)
		case locked:
			sh.unlock(server)
		}
	})
}

// unlock shows the field for the password of a server.
func (sh *shell) unlock(server string) {
	password := widgets.NewPasswordEntry("")
	hint := widgets.NewText(sh.words.T("server.unlock_hint", words.Args{"Server": server}), look.Second)
	field := widgets.NewField(sh.words.T("field.server_password"), "", password)
	widgets.NewDialog(sh.window, sh.words.T("server.unlock"), widgets.Column(look.SmallGap, hint, field)).
		Cancel(sh.words.T("form.cancel")).Confirm(sh.words.T("server.connect"), func() bool {
		given := password.Text
		sh.tasks.Go(func(ctx context.Context) error {
			_, err := sh.publisher.Unlock(ctx, given)
			sh.handOver(ctx)
			return err
		}, sh.Fail)
		return true
	}).Show()
}
