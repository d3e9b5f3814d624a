package parts

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// Missive is a few words to somebody, to be looked over and sent.
type Missive struct {
	Person data.ID
	Name   string // as it may be shown
	Given  string // what they are called
	Act    string // what the button says

	Subject, Text string // with Given as it may be shown
	Noted         string // what is noted as said

	Operation    string
	Said, Copied string                // what is said once it is noted: without and with words that were copied
	Also         func(*store.Tx) error // written along with the contact; nil for nothing
	Instead      *Instead              // another way out; nil for none
}

// Instead is what can be done in place of writing.
type Instead struct {
	Text string // what its button says
	Do   func()
}

// Sending asks for the last touch to a missive, opens the way to reach somebody, and notes the contact.
type Sending struct {
	frame   page.Frame
	store   *store.Store
	missive Missive
	bounds  data.Boundary       // of the person, as it may be shown
	alone   bool                // no word is to be sent to them now
	ways    []data.ContactPoint // the preferred one first; the last is none, for a way of the user's own
	hand    func(context.Context, *url.URL) error
	busy    bool // the words are on their way

	how   *widgets.Choice
	text  *widgets.Entry
	about *widgets.Field // around how
	body  *fyne.Container
	asks  *widgets.Dialog
}

// Send opens the dialog for a missive, or says that somebody is to be left alone.
func Send(frame page.Frame, s *store.Store, l Missive) {
	send := &Sending{frame: frame, store: s, missive: l, hand: Open}
	frame.Tasks().Go(send.load, func(err error) {
		if err != nil {
			frame.Fail(err)
			return
		}
		if send.alone && l.Instead != nil {
			l.Instead.Do() // no word is to be sent, so that this is what is left
			return
		}
		if send.alone {
			frame.Toast(frame.Words().T("boundary.left_alone", words.Args{"Name": l.Name}), false)
			return
		}
		send.open()
	})
}

// load gathers how the person is reached, and what is to be heeded.
func (s *Sending) load(ctx context.Context) error {
	p, err := s.store.Person(ctx, s.missive.Person)
	if err != nil {
		return err
	}
	bounds, err := s.store.Boundary(ctx, s.missive.Person)
	if err != nil {
		return err
	}
	veil, err := LoadVeil(ctx, s.store, s.frame.NamesHidden())
	s.bounds = veil.OverBoundary(bounds)
	s.alone = s.bounds.NoContact || p.PausedUntil > s.frame.Today()
	s.ways = waysTo(&p, s.bounds.Channel)
	return err
}

// waysTo returns how a person can be sent a few words, the kind they like best first. The last is none of
// theirs.
func waysTo(p *data.Person, best data.ContactKind) []data.ContactPoint {
	var ways []data.ContactPoint
	for _, kind := range []data.ContactKind{data.Email, data.LinkedIn, data.Phone} {
		for _, way := range p.Contacts {
			if way.Kind == kind && (kind == data.Phone || LinkOf(way) != nil) {
				ways = append(ways, way)
			}
		}
	}
	return append(Preferred(ways, best), data.ContactPoint{Kind: data.OtherWay})
}

// open shows the dialog, with the words ready.
func (s *Sending) open() {
	w := s.frame.Words()
	var options []widgets.Option
	for i, way := range s.ways {
		options = append(options, widgets.Option{Key: strconv.Itoa(i), Text: s.call(way)})
	}
	s.how = widgets.NewChoice(options, "0", func(string) { s.explain() })
	s.text = widgets.NewNoteEntry("", 9)
	s.text.SetText(s.missive.Text)
	s.about = widgets.NewField(w.T("congratulate.how"), "", s.how)
	s.explain()
	s.body = below(w, s.bounds, s.about, widgets.NewField(w.T("congratulate.words"), "", s.text))
	s.asks = widgets.NewDialog(s.frame.Window(), w.T("congratulate.dialog", words.Args{"Name": s.missive.Name}), s.body)
	s.asks.Width = missiveWidth
	if other := s.missive.Instead; other != nil {
		s.asks.Extra(widgets.NewButton(other.Text, func() {
			s.asks.Close()
			other.Do()
		}))
	}
	s.asks.Confirm(s.missive.Act, s.send).ConfirmKey(Chord(w, fyne.KeyReturn)).Cancel(w.T("form.cancel")).Show()
	s.frame.Window().Canvas().Focus(s.text)
}

// missiveWidth is wider than other dialogs, so that the words stand as in a letter.
const missiveWidth = widgets.DialogWidth + 80

// call names a way.
func (s *Sending) call(way data.ContactPoint) string {
	w := s.frame.Words()
	switch {
	case way.Kind != data.OtherWay && s.frame.NamesHidden():
		return words.Capital(w.ContactKind(way.Kind))
	case way.Kind == data.Email:
		return w.T("congratulate.by_mail", words.Args{"Address": way.Value})
	case way.Kind == data.LinkedIn:
		return w.T("congratulate.by_linkedin")
	case way.Kind == data.Phone:
		return w.T("congratulate.by_phone", words.Args{"Number": way.Value})
	}
	return w.T("congratulate.by_hand")
}

// chosen returns the way that is chosen.
func (s *Sending) chosen() data.ContactPoint {
	i, _ := strconv.Atoi(s.how.Key()) // the keys of choices are written in open
	return s.ways[i]
}

// explain says below the choice what is going to happen.
func (s *Sending) explain() {
	w := s.frame.Words()
	switch s.chosen().Kind {
	case data.Email:
		s.about.SetHint(w.T("congratulate.opens"))
	case data.LinkedIn:
		s.about.SetHint(w.T("congratulate.opens_copies"))
	default:
		s.about.SetHint(w.T("congratulate.copies"))
	}
}

// longestLink is the longest address that every system opens whole, in characters: with longer words a
// mail opens without them, and they are copied instead.
const longestLink = 1900

// delivery is what is done with the words.
type delivery struct {
	opens  *url.URL // nil to open nothing
	copies bool
	kind   data.InteractionKind
}

// deliver says what is done with words that go a way.
func deliver(way data.ContactPoint, subject, text string) delivery {
	switch way.Kind {
	case data.Email:
		if u := MailTo(way, subject, text); len(u.String()) <= longestLink {
			return delivery{opens: u, kind: data.Mail}
		}
		return delivery{opens: MailTo(way, subject, ""), copies: true, kind: data.Mail}
	case data.LinkedIn:
		return delivery{opens: LinkOf(way), copies: true, kind: data.Message}
	}
	return delivery{copies: true, kind: data.Message}
}

// send hands the words on and then notes it. The dialog closes only then: where nothing opens, it says so
// and nothing is noted.
func (s *Sending) send() bool {
	if s.busy {
		return false
	}
	subject, text := s.unhidden(s.missive.Subject), s.unhidden(strings.TrimSpace(s.text.Text))
	d := deliver(s.chosen(), subject, text)
	if d.copies {
		fyne.CurrentApp().Clipboard().SetContent(text)
	}
	if d.opens == nil {
		s.keep(d)
		return true
	}
	s.busy = true
	s.frame.Tasks().Go(func(ctx context.Context) error { return s.hand(ctx, d.opens) }, func(err error) {
		s.busy = false
		if err != nil {
			s.stay(text)
			return
		}
		s.asks.Close()
		s.keep(d)
	})
	return false
}

// unhidden puts the name where the screen shows initials in its place.
func (s *Sending) unhidden(text string) string {
	if !s.frame.NamesHidden() {
		return text
	}
	return strings.Replace(text, Called(s.missive.Given, true), s.missive.Given, 1)
}

// stay says that nothing opened, and copies the words for a way of the user's own.
func (s *Sending) stay(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	s.about.SetError(s.frame.Words().T("congratulate.not_opened"))
	s.body.Refresh()
}

// keep notes the contact, and what follows from it, in one write.
func (s *Sending) keep(d delivery) {
	l := s.missive
	noted := data.Interaction{Kind: d.kind, Day: s.frame.Today(), Text: l.Noted, People: []data.ID{l.Person}}
	said := l.Said
	if d.copies {
		said = l.Copied
	}
	Change(s.frame, s.store, l.Operation, said, func(tx *store.Tx) error {
		if err := tx.SaveInteraction(&noted); err != nil || l.Also == nil {
			return err
		}
		return l.Also(tx)
	})
}
