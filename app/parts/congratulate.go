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
	"peerage/data/briefing"
	"peerage/data/careers"
	"peerage/data/store"
)

// Congratulating asks for a few words to someone who has moved, opens their way to be reached, and notes
// that they were congratulated.
type Congratulating struct {
	frame  page.Frame
	store  *store.Store
	keeper *careers.Keeper
	moved  briefing.Moved
	given  string // what they are called; told has it as it may be shown
	told   words.Congratulation
	ways   []data.ContactPoint // the preferred one first; the last is none, for a way of the user's own
	bounds data.Boundary       // of the person
	alone  bool                // no word is to be sent to them now
	hand   func(context.Context, *url.URL) error
	busy   bool // the words are on their way

	how   *widgets.Choice
	text  *widgets.Entry
	about *widgets.Field // around how
	body  *fyne.Container
	asks  *widgets.Dialog
}

// Congratulate opens the dialog for the words, or says that somebody is to be left alone.
func Congratulate(frame page.Frame, s *store.Store, keeper *careers.Keeper, m briefing.Moved) {
	c := &Congratulating{frame: frame, store: s, keeper: keeper, moved: m, hand: Open}
	frame.Tasks().Go(c.load, func(err error) {
		if err != nil {
			frame.Fail(err)
			return
		}
		if c.alone {
			frame.Toast(frame.Words().T("boundary.left_alone", words.Args{"Name": Called(m.Name, frame.NamesHidden())}), false)
			return
		}
		c.open()
	})
}

// load gathers what the words are made from, and how the person is reached.
func (c *Congratulating) load(ctx context.Context) error {
	p, err := c.store.Person(ctx, c.moved.Person)
	if err != nil {
		return err
	}
	me, err := c.store.Person(ctx, data.Me)
	if err != nil {
		return err
	}
	if c.bounds, err = c.store.Boundary(ctx, c.moved.Person); err != nil {
		return err
	}
	c.alone = c.bounds.NoContact || p.PausedUntil > c.frame.Today()
	c.ways = waysTo(&p, c.bounds.Channel)
	c.given = given(&p)
	c.told = words.Congratulation{Given: Called(c.given, c.frame.NamesHidden()), Mine: given(&me), Move: &c.moved.Move}
	c.told.Tie, _ = c.moved.Met()
	if c.told.Tie.Theirs == 0 {
		return nil
	}
	roles, err := c.store.Roles(ctx, c.moved.Person)
	for i := range roles {
		if roles[i].ID == c.told.Tie.Theirs {
			c.told.Organisation = roles[i].Employer
		}
	}
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

// given returns what a person is called by those who know them.
func given(p *data.Person) string {
	if p.Given != "" {
		return p.Given
	}
	return p.Name
}

// open shows the dialog, with the words ready.
func (c *Congratulating) open() {
	w := c.frame.Words()
	var options []widgets.Option
	for i, way := range c.ways {
		options = append(options, widgets.Option{Key: strconv.Itoa(i), Text: c.call(way)})
	}
	c.how = widgets.NewChoice(options, "0", func(string) { c.explain() })
	c.text = widgets.NewNoteEntry("", 9)
	c.text.SetText(w.Message(c.told))
	c.about = widgets.NewField(w.T("congratulate.how"), "", c.how)
	c.explain()
	name := Called(c.moved.Name, c.frame.NamesHidden())
	c.body = below(w, c.bounds, c.about, widgets.NewField(w.T("congratulate.words"), "", c.text))
	c.asks = widgets.NewDialog(c.frame.Window(), w.T("congratulate.dialog", words.Args{"Name": name}), c.body)
	c.asks.Width = congratulateWidth
	c.asks.Confirm(w.T("congratulate.act"), c.send).ConfirmKey(Chord(w, fyne.KeyReturn)).Cancel(w.T("form.cancel")).Show()
	c.frame.Window().Canvas().Focus(c.text)
}

// congratulateWidth is wider than other dialogs, so that the words stand as in a letter.
const congratulateWidth = widgets.DialogWidth + 80

// call names a way.
func (c *Congratulating) call(way data.ContactPoint) string {
	w := c.frame.Words()
	switch {
	case way.Kind != data.OtherWay && c.frame.NamesHidden():
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
func (c *Congratulating) chosen() data.ContactPoint {
	i, _ := strconv.Atoi(c.how.Key()) // the keys of choices are written in open
	return c.ways[i]
}

// explain says below the choice what is going to happen.
func (c *Congratulating) explain() {
	w := c.frame.Words()
	switch c.chosen().Kind {
	case data.Email:
		c.about.SetHint(w.T("congratulate.opens"))
	case data.LinkedIn:
		c.about.SetHint(w.T("congratulate.opens_copies"))
	default:
		c.about.SetHint(w.T("congratulate.copies"))
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
func (c *Congratulating) send() bool {
	if c.busy {
		return false
	}
	w, text := c.frame.Words(), strings.TrimSpace(c.text.Text)
	if c.frame.NamesHidden() { // the initials on the screen stand for the name
		text = strings.Replace(text, c.told.Given, c.given, 1)
		c.told.Given = c.given
	}
	noted := data.Interaction{Day: c.frame.Today(), Text: w.Congratulated(&c.moved.Move), People: []data.ID{c.moved.Person}}
	d := deliver(c.chosen(), w.Subject(c.told), text)
	noted.Kind = d.kind
	if d.copies {
		fyne.CurrentApp().Clipboard().SetContent(text)
	}
	if d.opens == nil {
		c.keep(noted, d.copies)
		return true
	}
	c.busy = true
	c.frame.Tasks().Go(func(ctx context.Context) error { return c.hand(ctx, d.opens) }, func(err error) {
		c.busy = false
		if err != nil {
			c.stay(text)
			return
		}
		c.asks.Close()
		c.keep(noted, d.copies)
	})
	return false
}

// stay says that nothing opened, and copies the words for a way of the user's own.
func (c *Congratulating) stay(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	c.about.SetError(c.frame.Words().T("congratulate.not_opened"))
	c.body.Refresh()
}

// keep notes the contact and that the move was congratulated, in one write.
func (c *Congratulating) keep(noted data.Interaction, copied bool) {
	w, today := c.frame.Words(), c.frame.Today()
	called := words.Args{"Name": Called(c.moved.Name, c.frame.NamesHidden())}
	c.frame.Tasks().Go(func(ctx context.Context) error {
		return c.store.Write(ctx, w.T("operation.congratulate", called), func(tx *store.Tx) error {
			if err := tx.SaveInteraction(&noted); err != nil {
				return err
			}
			return c.keeper.Judge(tx, data.MoveCongratulated, today, c.moved.Move)
		})
	}, func(err error) {
		switch {
		case err != nil:
			c.frame.Fail(err)
		case copied:
			c.frame.Toast(w.T("toast.congratulated_copied", called), true)
		default:
			c.frame.Toast(w.T("toast.congratulated", called), true)
		}
	})
}
