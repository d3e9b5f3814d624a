package people

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// keeping says how often to be in touch, when next, and in which circles the person is.
func (p *pane) keeping() fyne.CanvasObject {
	w, d, today := p.v.words, p.shown, p.v.frame.Today()
	if d.boundary.NoContact {
		return widgets.NewRows(widgets.Column(look.SmallGap, widgets.NewText(w.T("boundary.no_rhythm"), look.Body),
			widgets.Flush(widgets.NewQuiet(w.T("boundary.edit"), p.editBoundary))))
	}
	column := widgets.Column(look.SmallGap, widgets.NewText(rhythmSentence(w, d, today), look.Body))
	if d.holds != (data.Rhythm{}) && d.rhythm.Cadence.Rhythm == (data.Rhythm{}) {
		for _, c := range d.circles {
			if c.Rhythm == d.holds {
				column.Add(widgets.NewText(w.T("people.through_circle", words.Args{"Circle": c.Name}), look.Second))
				break
			}
		}
	}
	if s := d.rhythm.Cadence.Snoozed; s > today {
		column.Add(widgets.NewText(w.T("people.snoozed", words.Args{"Day": w.Date(s, today)}), look.Second))
	}
	if d.due.Agreed {
		column.Add(widgets.NewText(w.T("people.agreed"), look.Second))
	}
	buttons := p.rhythmButtons()
	if d.person.PausedUntil > today {
		column.Add(widgets.NewText(w.T("people.paused", words.Args{"Day": w.Date(d.person.PausedUntil, today)}), look.Second))
		buttons.Add(widgets.NewButton(w.T("people.resume"), p.resume))
	}
	column.Add(buttons)
	join := widgets.NewQuiet(w.T("people.add_circle"), p.joinCircle)
	if len(d.circles) == 0 {
		return widgets.NewRows(column, widgets.Flush(join))
	}
	circles := widgets.Flow(6)
	for _, c := range d.circles {
		var chip *widgets.PressChip
		chip = widgets.NewToggleChip(c.Name, true, func(bool) {
			chip.SetOn(true)
			p.v.menu(chip, fyne.NewMenuItem(w.T("people.circle_edit"), func() { openCircle(p.v, c) }),
				fyne.NewMenuItem(w.T("people.circle_leave"), func() { p.leave(c) }))
		})
		circles.Add(chip)
	}
	circles.Add(join)
	return widgets.NewRows(column, circles)
}

// rhythmButtons are the ways to a rhythm; without one, the usual rhythms are one press away.
func (p *pane) rhythmButtons() *fyne.Container {
	w, d := p.v.words, p.shown
	buttons := widgets.Flow(look.SmallGap)
	if d.holds == (data.Rhythm{}) {
		for _, r := range usual[1 : len(usual)-1] { // neither the most often nor the most seldom
			buttons.Add(widgets.NewToggleChip(words.Capital(w.Every(r.Ideal)), false, func(bool) { p.keepUp(r) }))
		}
		buttons.Add(widgets.NewQuiet(w.T("people.other_rhythm"), p.setRhythm))
		return buttons
	}
	var snooze *widgets.Button
	snooze = widgets.NewButton(w.T("today.snooze"), func() { p.v.menu(snooze, p.rhythmItems()...) })
	buttons.Add(widgets.NewButton(w.T("people.set_rhythm"), p.setRhythm))
	buttons.Add(snooze)
	buttons.Add(widgets.NewButton(w.T("appoint.act"), p.appoint))
	if d.due.Agreed {
		buttons.Add(widgets.NewButton(w.T("appoint.end"), func() { p.putOff().Unappoint() }))
	}
	return buttons
}

// keepUp gives the person a rhythm that begins today.
func (p *pane) keepUp(r data.Rhythm) {
	g, w, today := p.group(), p.v.words, p.v.frame.Today()
	p.setCadence(g.operation(w), g.saved(w), func(c *data.Cadence) { c.Rhythm, c.Set = r, today })
}

// rhythmSentence says how often, and when next: "Every six weeks, at the latest every ten weeks; due
// on 3 December."
func rhythmSentence(w *words.Words, d *dossier, today data.Day) string {
	if d.holds == (data.Rhythm{}) {
		return w.T("people.ask_rhythm")
	}
	every := words.Capital(w.Every(d.holds.Ideal))
	if d.holds.Longest != d.holds.Ideal {
		every = w.T("people.at_the_latest", words.Args{"Every": every, "Longest": w.Every(d.holds.Longest)})
	}
	if d.due.Person == 0 {
		return every + "."
	}
	return w.T("people.rhythm", words.Args{"Every": every, "When": w.Due(d.due, today)})
}

// rhythmItems is the menu of what can be done with the next check-in.
func (p *pane) rhythmItems() []*fyne.MenuItem {
	w := p.v.words
	items := []*fyne.MenuItem{}
	if p.shown.holds != (data.Rhythm{}) {
		items = append(items, fyne.NewMenuItem(w.T("people.snooze_week"), p.snoozeWeek),
			fyne.NewMenuItem(w.T("people.snooze_month"), func() { p.snoozeTo(p.v.frame.Today().AddMonths(1)) }),
			fyne.NewMenuItem(w.T("people.snooze_day"), p.putOff().PickDay),
			parts.KeyedItem(w.T("appoint.act"), appointKey, p.appoint),
			fyne.NewMenuItem(w.T("snooze.skip"), p.skip))
	}
	return append(items, fyne.NewMenuItem(w.T("snooze.pause"), p.pause))
}

// setCadence changes what the user has set for the person.
func (p *pane) setCadence(operation, said string, set func(*data.Cadence)) {
	g := p.group()
	p.v.change(operation, said, func(tx *store.Tx) error {
		return g.each(tx, func(id data.ID) error {
			c, err := tx.Cadence(id)
			if err != nil {
				return err
			}
			set(&c)
			return tx.SaveCadence(c)
		})
	})
}

// putOff is what can be done with the next check-in.
func (p *pane) putOff() parts.PutOff {
	return parts.PutOff{Frame: p.v.frame, Store: p.v.store, Person: p.shown.person.ID, Name: p.name()}
}

// withRhythm does something with the next check-in, where there is one.
func (p *pane) withRhythm(do func(parts.PutOff)) {
	if p.shown.holds == (data.Rhythm{}) {
		p.v.frame.Toast(p.v.words.T("people.no_rhythm"), false)
		return
	}
	do(p.putOff())
}

// appoint asks on which day, and perhaps at which hour, the next check-in is to be.
func (p *pane) appoint() {
	p.withRhythm(func(o parts.PutOff) {
		p.noteFocus()
		o.AskAppointment(p.shown.due)
	})
}

// appointKey puts the next check-in on a day.
const appointKey = fyne.KeyJ

func (p *pane) snoozeTo(day data.Day) { p.withRhythm(func(o parts.PutOff) { o.Snooze(day) }) }
func (p *pane) snoozeWeek()           { p.snoozeTo(p.v.frame.Today() + 7) }
func (p *pane) skip()                 { p.withRhythm(parts.PutOff.Skip) }
func (p *pane) pause()                { p.putOff().Pause() }

func (p *pane) resume() {
	g, w := p.group(), p.v.words
	name := words.Args{"Name": g.name}
	p.v.change(w.T("operation.resume", name), w.T("people.resumed", name), func(tx *store.Tx) error {
		return g.each(tx, func(id data.ID) error { return tx.Pause(id, 0) })
	})
}

func (p *pane) setRhythm() { openRhythm(p.v, p.group(), p.shown.rhythm.Cadence.Rhythm) }

// rhythmForm asks for a rhythm: one of the usual ones, or numbers of days.
type rhythmForm struct {
	choice         *widgets.Choice
	ideal, longest *widgets.Entry
	fields         map[string]*widgets.Field
	body           fyne.CanvasObject
}

// usual are the rhythms offered, in days. The longest interval leaves time to find a day.
var usual = []data.Rhythm{{Ideal: 14, Longest: 21}, {Ideal: 28, Longest: 42}, {Ideal: 42, Longest: 70}, {Ideal: 91, Longest: 120}, {Ideal: 182, Longest: 270}, {Ideal: 365, Longest: 450}}

const (
	noRhythm  = "none"
	ownRhythm = "own"
)

func newRhythmForm(w *words.Words, r data.Rhythm, none string) *rhythmForm {
	f := &rhythmForm{ideal: widgets.NewEntry(""), longest: widgets.NewEntry("")}
	options := []widgets.Option{{Key: noRhythm, Text: none}}
	key := ownRhythm
	for _, u := range usual {
		options = append(options, widgets.Option{Key: strconv.Itoa(u.Ideal), Text: words.Capital(w.Every(u.Ideal))})
		if u == r {
			key = strconv.Itoa(u.Ideal)
		}
	}
	if r == (data.Rhythm{}) {
		key = noRhythm
	}
	options = append(options, widgets.Option{Key: ownRhythm, Text: w.T("people.own_rhythm")})
	f.choice = widgets.NewChoice(options, key, f.chosen)
	f.put(r)
	typed := func(string) { f.choice.SetKey(f.typedKey()) }
	f.ideal.OnChanged, f.longest.OnChanged = typed, typed
	f.fields = map[string]*widgets.Field{
		"ideal":   widgets.NewField(w.T("people.ideal"), "", f.ideal),
		"longest": widgets.NewField(w.T("people.longest"), "", f.longest),
	}
	f.body = widgets.Column(look.FormGap, widgets.NewField(w.T("people.how_often"), "", f.choice), widgets.Columns(150, look.FormGap, f.fields["ideal"], f.fields["longest"]))
	return f
}

// put writes a rhythm into the fields for numbers.
func (f *rhythmForm) put(r data.Rhythm) {
	f.ideal.Text, f.longest.Text = "", ""
	if r != (data.Rhythm{}) {
		f.ideal.Text, f.longest.Text = strconv.Itoa(r.Ideal), strconv.Itoa(r.Longest)
	}
	f.ideal.Refresh()
	f.longest.Refresh()
}

func (f *rhythmForm) chosen(key string) {
	if key == noRhythm {
		f.put(data.Rhythm{})
	}
	for _, u := range usual {
		if key == strconv.Itoa(u.Ideal) {
			f.put(u)
		}
	}
}

// typedKey returns the choice that fits the numbers.
func (f *rhythmForm) typedKey() string {
	r, err := f.rhythm()
	for _, u := range usual {
		if err == nil && u == r {
			return strconv.Itoa(u.Ideal)
		}
	}
	if err == nil && r == (data.Rhythm{}) {
		return noRhythm
	}
	return ownRhythm
}

// rhythm returns what is asked for; the zero rhythm when both numbers are empty. Without a longest
// interval the ideal one is meant.
func (f *rhythmForm) rhythm() (data.Rhythm, error) {
	ideal, longest := strings.TrimSpace(f.ideal.Text), strings.TrimSpace(f.longest.Text)
	if ideal == "" && longest == "" {
		return data.Rhythm{}, nil
	}
	if longest == "" {
		longest = ideal
	}
	var r data.Rhythm
	var err error
	if r.Ideal, err = strconv.Atoi(ideal); err != nil {
		return r, &data.Invalid{Field: "ideal", Reason: data.OutOfRange}
	}
	if r.Longest, err = strconv.Atoi(longest); err != nil {
		return r, &data.Invalid{Field: "longest", Reason: data.OutOfRange}
	}
	return r, r.Validate()
}

// openRhythm asks for the rhythm of one or several people.
func openRhythm(v *view, g group, now data.Rhythm) {
	w, today := v.words, v.frame.Today()
	rf := newRhythmForm(w, now, w.T("people.rhythm_none"))
	f := newForm(v, rf.fields)
	f.open(w.T("people.rhythm_title"), rf.body, func() bool {
		r, err := rf.rhythm()
		return f.save(err, g.operation(w), g.saved(w), func(tx *store.Tx) error {
			return g.each(tx, func(id data.ID) error {
				c, err := tx.Cadence(id)
				if err != nil || c.Rhythm == r {
					return err
				}
				c.Rhythm, c.Set = r, today
				return tx.SaveCadence(c)
			})
		})
	})
}
