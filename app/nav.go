package app

import (
	"context"

	"fyne.io/fyne/v2"

	"peerage/app/agenda"
	"peerage/app/command"
	"peerage/app/importing"
	"peerage/app/instance"
	"peerage/app/meeting"
	"peerage/app/opportunities"
	"peerage/app/organisations"
	"peerage/app/page"
	"peerage/app/people"
	"peerage/app/remind"
	"peerage/app/rising"
	"peerage/app/settings"
	"peerage/app/today"
	"peerage/app/welcome"
	"peerage/data/briefing"
)

// pageFor returns the page that shows a route.
func (sh *shell) pageFor(r page.Route) page.Page {
	switch r.Screen {
	case page.PeopleScreen:
		return people.New(sh, sh.store, sh.keeper, r)
	case page.MovesScreen:
		return rising.New(sh, sh.store, sh.keeper)
	case page.OpportunitiesScreen:
		return opportunities.New(sh, sh.store, sh.keeper, r)
	case page.OrganisationsScreen:
		return organisations.New(sh, sh.store, sh.keeper, r)
	case page.AgendaScreen:
		return agenda.New(sh, sh.store, agenda.Options{Now: sh.env.Now, Subscribed: sh.subscribed()})
	case page.MeetingScreen:
		return meeting.New(sh, sh.store, meeting.Printer{DataFolder: folderOf(sh.store), Now: sh.env.Now}, r)
	case page.ImportingScreen:
		return importing.New(sh, sh.store, sh.keeper)
	case page.SettingsScreen:
		return settings.New(sh, sh.store, sh.keeper, settings.Options{
			DataFolder: folderOf(sh.store), Version: Version, Languages: spoken(), Calendar: r.Calendar,
			ExportCalendar: sh.writeCalendar, KeptCalendar: sh.keptCalendar, TestReminder: sh.testReminder,
			Subscription: sh.subscription(), Server: sh.onServer(), Tray: sh.inTray(), Now: sh.env.Now,
		})
	case page.WelcomeScreen:
		return welcome.New(sh, sh.store, welcome.Doors{
			Import: func() { sh.Open(page.Importing()) }, Add: sh.add, Sample: sh.fillSample, DataFolder: folderOf(sh.store),
		})
	}
	return today.New(sh, sh.store, today.Rules{Keeper: sh.keeper, Trouble: sh.env.Trouble}, sh.find, sh.log)
}

// openFirst opens Today, or the welcome while there is nobody. From there it goes where the window was asked for.
func (sh *shell) openFirst(asked instance.Message) {
	defer func() {
		if len(asked.Files) > 0 {
			sh.take(asked.Files)
		} else {
			sh.follow(asked.Link)
		}
	}()
	anybody, err := sh.store.HasPeople(context.Background())
	if err != nil {
		sh.Fail(err)
	}
	if !anybody && err == nil {
		sh.show(page.Welcome())
		return
	}
	sh.show(page.Today())
	sh.loadCounts()
}

// Open goes to a route and remembers where it came from.
func (sh *shell) Open(r page.Route) {
	if r == sh.route {
		return
	}
	sh.history = append(sh.history, sh.route)
	sh.show(r)
}

// visit goes to a route that was chosen outside the page, and gives the page the focus: what had it before may stand
// behind what is shown now.
func (sh *shell) visit(r page.Route) {
	if r == sh.route {
		sh.show(r) // which the page may have left without the route
	} else {
		sh.Open(r)
	}
	if sh.window.Canvas().Overlays().Top() == nil {
		sh.focusPage()
	}
}

// Back returns to the place before, or to Today when there is none.
func (sh *shell) Back() {
	if len(sh.history) == 0 {
		if sh.route.Screen != page.TodayScreen {
			sh.show(page.Today())
		}
		return
	}
	last := sh.history[len(sh.history)-1]
	sh.history = sh.history[:len(sh.history)-1]
	sh.show(last)
}

// show puts the page of a route into the window.
func (sh *shell) show(r page.Route) {
	if routed, ok := sh.open.(page.Routed); ok && r.Screen == sh.route.Screen && routed.Reroute(r) {
		sh.route = r
		return
	}
	if closer, ok := sh.open.(page.Closer); ok {
		closer.Close()
	}
	if r.Screen != sh.route.Screen {
		sh.toast.Hide() // it speaks of what was done there
	}
	sh.route, sh.open = r, sh.pageFor(r)
	sh.place.Objects = []fyne.CanvasObject{sh.open.Object()}
	sh.place.Refresh()
	sh.rail.choose(r.Screen)
	sh.bindPage()
	sh.focusPage()
}

// focusPage gives the page the focus.
func (sh *shell) focusPage() {
	if focuser, ok := sh.open.(page.Focuser); ok {
		focuser.Focus()
	} else {
		sh.window.Canvas().Unfocus()
	}
}

// railCounts is what stands at the right of the rail.
type railCounts struct{ today, people, moves int }

func (sh *shell) loadCounts() {
	sh.count.Load(func(ctx context.Context) (c railCounts, err error) {
		if c.people, err = sh.store.CountPeople(ctx); err != nil {
			return c, err
		}
		moved, err := briefing.Unjudged(ctx, sh.store, sh.Today())
		if err != nil {
			return c, err
		}
		c.moves = len(moved)
		due, err := briefing.Due(ctx, sh.store, sh.preferences, sh.Today())
		if err == nil {
			c.today = due.Waits()
		}
		return c, err
	}, sh.rail.setCounts)
}

// fillSample fills an empty window with the sample network.
func (sh *shell) fillSample() {
	day := sh.Today()
	sh.tasks.Go(func(ctx context.Context) error { return fillSample(ctx, sh.env, sh.store, day) }, func(err error) {
		if err != nil {
			sh.Fail(err)
			return
		}
		sh.Open(page.Today())
		sh.Toast(sh.words.T("toast.sample"), true)
	})
}

// writeCalendar writes the calendar to a file. It is called off the window's thread.
func (sh *shell) writeCalendar(path string) error {
	return command.WriteCalendar(context.Background(), sh.store, sh.speaks.Load(), sh.Today(), path)
}

// testReminder shows what a reminder looks like.
func (sh *shell) testReminder() {
	w, n := sh.words, notifierFor(fyne.CurrentApp(), sh.env.Notifier)
	sh.tasks.Go(func(ctx context.Context) error { return remind.Try(ctx, sh.store, n, w) }, func(err error) {
		if err != nil {
			sh.Toast(w.T("error.no_notification"), false)
		}
	})
}
