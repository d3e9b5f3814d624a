package agenda

import (
	"context"
	"strings"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// content is what the screen shows.
type content struct {
	agenda   *briefing.Agenda
	perDay   int
	sentence string                       // at the top
	capacity string                       // what the rhythms ask for, and what the user gives
	rows     []row                        // of the list
	late     map[data.Day][]briefing.Item // what is overdue, by the day on which there is a place for it, promises on today
	outside  []channel
	veil     parts.Veil // over what the user wrote
}

// empty reports whether nobody has a rhythm, and nothing stands in the agenda besides.
func (c *content) empty() bool {
	if c.agenda.Rhythms > 0 {
		return false
	}
	for i := range c.rows {
		if c.rows[i].kind == item {
			return false
		}
	}
	return true
}

// kind says what a row of the list is.
type kind int

const (
	heading kind = iota // of a week, or of what is overdue
	item
	free // days on which nothing stands
	fold // asks for the rest of what is overdue
	more // asks for further weeks
)

// row is one line of the list. What it says of an item is put into words when it comes into sight.
type row struct {
	kind  kind
	title string // of a heading, of fold and of more
	load  string // beside the title
	over  bool   // the load is more than there is room for

	item  *briefing.Item
	day   *briefing.Planner // of an item; nil among the overdue
	first bool              // of its day
	days  []*briefing.Planner
}

// loading gathers the content.
type loading struct {
	store   *store.Store
	words   *words.Words
	options Options

	today, until data.Day
	unfolded     bool // all that is overdue is shown
	hidden       bool // names
}

func (l *loading) content(ctx context.Context) (*content, error) {
	settings, err := l.store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	p := data.PreferencesFrom(settings)
	a, err := briefing.LoadAgenda(ctx, l.store, p, briefing.Span{Today: l.today, Until: l.until, WeekBegins: l.words.WeekBegins()})
	if err != nil {
		return nil, err
	}
	c := &content{agenda: a, perDay: p.PerDay, sentence: l.sentence(a), rows: l.rows(a), late: late(a)}
	if a.Rhythms > 0 {
		c.capacity = l.words.Room(a.Capacity.PerWeek, a.Capacity.Given)
	}
	if c.veil, err = parts.LoadVeil(ctx, l.store, l.hidden); err != nil {
		return nil, err
	}
	c.outside, err = l.outside(ctx, p)
	return c, err
}

// late returns what is overdue by the day on which it can be done.
func late(a *briefing.Agenda) map[data.Day][]briefing.Item {
	byDay := map[data.Day][]briefing.Item{}
	for _, i := range a.Overdue {
		day := max(i.Day, a.Today)
		byDay[day] = append(byDay[day], i)
	}
	return byDay
}

// overdueAtFirst is how much of what is overdue is shown until all of it is asked for: the days are not to be
// pushed out of sight.
const overdueAtFirst = 4

// rows lays the agenda out as rows: what is overdue, then each week under its heading.
func (l *loading) rows(a *briefing.Agenda) []row {
	w := l.words
	var rows []row
	if len(a.Overdue) > 0 {
		rows = append(rows, row{title: w.T("agenda.overdue"), load: w.T("agenda.overdue_order")})
		shown := len(a.Overdue)
		if !l.unfolded && shown > overdueAtFirst+1 {
			shown = overdueAtFirst
		}
		for i := range shown {
			rows = append(rows, row{kind: item, item: &a.Overdue[i]})
		}
		if rest := len(a.Overdue) - shown; rest > 0 {
			rows = append(rows, row{kind: fold, title: w.N("agenda.more_overdue", rest)})
		}
	}
	for i := range a.Weeks {
		week := &a.Weeks[i]
		head := row{title: w.Week(week.First, week.Last, l.today), over: week.Over()}
		if week.CheckIns > 0 {
			head.load = w.WeekLoad(week.CheckIns, week.Given)
		}
		rows = append(append(rows, head), weekRows(week)...)
	}
	return append(rows, row{kind: more, title: l.further(a)})
}

// weekRows are the rows of a week. Days without anything are folded into one row.
func weekRows(week *briefing.Week) []row {
	var rows []row
	for i := range week.Days {
		d := &week.Days[i]
		for j := range d.Items {
			rows = append(rows, row{kind: item, item: &d.Items[j], day: d, first: j == 0})
		}
		if len(d.Items) > 0 {
			continue
		}
		if n := len(rows); n > 0 && rows[n-1].kind == free {
			rows[n-1].days = append(rows[n-1].days, d)
		} else {
			rows = append(rows, row{kind: free, days: []*briefing.Planner{d}})
		}
	}
	return rows
}

// further says what lies beyond the weeks that are shown.
func (l *loading) further(a *briefing.Agenda) string {
	if a.Beyond == 0 {
		return l.words.T("agenda.more")
	}
	return l.words.N("agenda.more_check_ins", a.Beyond)
}

// week is how many days from today on the sentence at the top speaks of.
const week = 7

// sentence says what the next seven days hold, what is overdue, and whether there is room for it all.
func (l *loading) sentence(a *briefing.Agenda) string {
	w := l.words
	checkIns, promises, occasions := 0, 0, 0
	for d := a.Today; d < a.Today+week; d++ {
		day := a.Day(d)
		if day == nil {
			break
		}
		for i := range day.Items {
			switch it := &day.Items[i]; {
			case it.CheckIn != nil:
				checkIns++
			case it.Promise != nil:
				promises++
			default:
				occasions++
			}
		}
	}
	var counts []string
	count := func(id string, n int) {
		if n > 0 {
			counts = append(counts, w.N(id, n))
		}
	}
	count("agenda.count_check_ins", checkIns)
	count("agenda.count_promises", promises)
	count("agenda.count_occasions", occasions)
	said := []string{w.T("agenda.quiet_week")}
	if len(counts) > 0 {
		said[0] = w.T("agenda.say_week", words.Args{"What": w.List(counts)})
	}
	if n := len(a.Overdue); n > 0 {
		said = append(said, words.Capital(w.N("agenda.say_overdue", n)))
	}
	if a.Late > 0 {
		said = append(said, words.Capital(w.N("agenda.say_late", a.Late)))
	}
	if a.Capacity.Over {
		said = append(said, w.Capacity(a.Capacity.PerWeek, a.Capacity.Given))
	}
	return strings.Join(said, " ")
}

// called returns an item's name as it may be shown.
func (v *view) called(i *briefing.Item) string { return parts.Called(i.Name, v.frame.NamesHidden()) }

// person is how an item's person is shown: with what the item is in place of the name where that says more, and
// below it why it stands there.
func (v *view) person(i *briefing.Item) parts.PersonRowData {
	w, today := v.words, v.frame.Today()
	d := parts.PersonRowData{ID: i.Person, Name: v.called(i), Initials: parts.Initials(v.called(i))}
	switch {
	case i.CheckIn != nil:
		d.Second = w.Agenda(*i.CheckIn, i.Shift, v.content.perDay, today)
		if i.CheckIn.Agreed && i.CheckIn.At != data.AllDay {
			d.Lead = parts.ChipData{Text: data.Clock(i.CheckIn.At), Tone: look.Blue}
		}
	case i.Promise != nil:
		p := *i.Promise
		p.What = v.content.veil.Over(p.What)
		d.Name, d.Second = w.PromiseTitle(&p, d.Name), w.PromiseSaid(&p, today)
		d.Lead = parts.ChipData{Text: w.T("agenda.promise"), Tone: look.Plain}
	default:
		o := *i.Occasion
		o.Name, o.Text = d.Name, v.content.veil.Over(o.Text)
		d.Name = w.OccasionTitle(o)
		if o.InMonth {
			d.Second = w.T("agenda.in_month", words.Args{"Month": w.MonthYear(o.Day)})
		}
		d.Lead = parts.ChipData{Text: w.T(occasions[o.Kind]), Tone: look.Plain}
	}
	return d
}

// occasions names the kinds of occasion.
var occasions = map[data.OccasionKind]string{
	data.Birthday: "agenda.birthday", data.WorkAnniversary: "agenda.anniversary", data.MoveAnniversary: "agenda.anniversary", data.OwnOccasion: "agenda.own_day",
}

// brief names an item in a narrow place, and how it is written there. What is late says so, and is in claret.
func (v *view) brief(i *briefing.Item) (string, look.Style) {
	w, name, style := v.words, v.called(i), look.Small.In(look.ColorNameInk)
	late, overdue := look.Small.In(look.ColorNameClaret), v.late(i)
	switch {
	case i.CheckIn != nil && i.CheckIn.Agreed && i.CheckIn.At != data.AllDay:
		return w.T("agenda.brief_at", words.Args{"Time": data.Clock(i.CheckIn.At), "Name": name}), style
	case i.CheckIn != nil && overdue:
		return w.T("agenda.brief_late", words.Args{"Name": name}), late
	case i.CheckIn != nil:
		return name, style
	case i.Promise != nil && overdue:
		return w.T("agenda.brief_late_promise", words.Args{"Name": name}), late
	case i.Promise != nil:
		return w.T("agenda.brief_promise", words.Args{"Name": name}), style
	}
	o := *i.Occasion
	o.Name, o.Text = name, v.content.veil.Over(o.Text)
	return w.OccasionTitle(o), style
}

// late reports whether an item was due before today. A check-in that the user put on a day is due then.
func (v *view) late(i *briefing.Item) bool {
	today := v.frame.Today()
	if i.Promise != nil {
		return i.Promise.Due < today
	}
	return i.CheckIn != nil && !i.CheckIn.Agreed && i.CheckIn.Late(today)
}

// rowOf is an item's person for a dialog.
func (v *view) rowOf(i *briefing.Item) parts.PersonRowData {
	return parts.PersonRowData{ID: i.Person, Name: v.called(i), Initials: parts.Initials(v.called(i))}
}

// loadStyle is how a load is written: in ink where it is more than there is room for, which its words say too.
func loadStyle(over bool) look.Style {
	if over {
		return look.Small.In(look.ColorNameClaret)
	}
	return look.Small
}
