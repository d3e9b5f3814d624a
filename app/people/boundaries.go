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
	"peerage/data/names"
	"peerage/data/store"
)

// boundsAdditions is what of these can be noted of a person.
func (p *pane) boundsAdditions() []addition {
	return []addition{
		{fyne.KeyW, "together.add", p.addProject},
		{fyne.KeyY, "dates.add", p.addMilestone},
		{fyne.KeyH, "boundary.edit", p.editBoundary},
	}
}

// boundaryForm asks what a person wants left alone, and how they like to be reached.
type boundaryForm struct {
	*form
	before data.Boundary
	paused *widgets.DayEntry
	alone  *widgets.PressChip
	avoid  *widgets.Entry
	way    *widgets.Choice
	from   *widgets.Choice
	to     *widgets.Choice
}

func (p *pane) editBoundary() {
	w, d, today := p.v.words, p.shown, p.v.frame.Today()
	f := &boundaryForm{before: d.boundary}
	var until data.Day
	if d.person.PausedUntil > today {
		until = d.person.PausedUntil
	}
	f.paused = widgets.NewDayEntry(parts.ComingDay(p.v.frame), data.Whole(until))
	f.alone = widgets.NewToggleChip(w.T("boundary.do_not_contact"), f.before.NoContact, func(bool) {})
	f.avoid = noteOf(strings.Join(f.before.Avoid, "\n"), 3)
	f.way = widgets.NewChoice(wayOptions(w), string(f.before.Channel), nil)
	f.from = widgets.NewChoice(hourOptions(w.T("boundary.any_hour"), 1, 23), strconv.Itoa(f.before.From), nil)
	f.to = widgets.NewChoice(hourOptions(w.T("boundary.any_hour"), 1, 24), strconv.Itoa(f.before.To), nil)
	f.form = newForm(p.v, map[string]*widgets.Field{
		"avoid":   widgets.NewField(w.T("boundary.topics"), w.T("boundary.topics_help"), f.avoid),
		"channel": widgets.NewField(w.T("boundary.channel"), "", f.way),
		"hours":   widgets.NewField(w.T("boundary.from"), "", f.from),
		"until":   widgets.NewField(w.T("boundary.pause"), w.T("boundary.pause_help"), f.paused),
	})
	body := widgets.Column(look.FormGap, widgets.NewField(w.T("boundary.contact"), w.T("boundary.contact_help"), widgets.Flow(0, f.alone)),
		f.fields["until"], f.fields["avoid"], f.fields["channel"],
		widgets.Columns(150, look.FormGap, f.fields["hours"], widgets.NewField(w.T("boundary.to"), "", f.to)))
	f.open(w.T("boundary.title", words.Args{"Name": p.name()}), body, func() bool { return f.submit(p.group()) })
}

func (f *boundaryForm) submit(g group) bool {
	w := f.v.words
	b := f.before
	b.NoContact, b.Channel = f.alone.On(), data.ContactKind(f.way.Key())
	b.From, b.To = hourOf(f.from.Key()), hourOf(f.to.Key())
	b.Avoid = topics(f.avoid.Text)
	until, err := parts.DayAhead(f.paused, "until", f.v.frame.Today())
	if err == nil {
		err = b.Validate()
	}
	return f.save(err, g.operation(w), g.saved(w), func(tx *store.Tx) error {
		return g.each(tx, func(id data.ID) error {
			b.Person = id
			if err := tx.SaveBoundary(b); err != nil {
				return err
			}
			return tx.Pause(id, until)
		})
	})
}

// topics returns the topics that are written one a line, each once.
func topics(written string) []string {
	var list []string
	had := map[string]bool{}
	for _, topic := range strings.Split(written, "\n") {
		if topic = names.Clean(topic); topic != "" && !had[topic] {
			had[topic] = true
			list = append(list, topic)
		}
	}
	return list
}

// wayOptions are the ways of reaching somebody that one can like best.
func wayOptions(w *words.Words) []widgets.Option {
	options := []widgets.Option{{Text: w.T("boundary.any_way")}}
	for _, k := range data.ContactKinds {
		options = append(options, widgets.Option{Key: string(k), Text: words.Capital(w.ContactKind(k))})
	}
	return options
}

// hourOptions are the full hours of the day from one to another, after an option for none of them.
func hourOptions(none string, first, last int) []widgets.Option {
	options := []widgets.Option{{Key: "0", Text: none}}
	for hour := first; hour <= last; hour++ {
		options = append(options, widgets.Option{Key: strconv.Itoa(hour), Text: data.Clock(hour * 60)})
	}
	return options
}

func hourOf(key string) int {
	hour, _ := strconv.Atoi(key) // the keys of choices are written above
	return hour
}
