package today

import (
	"context"
	"strings"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/nudges"
	"peerage/data/store"
)

// section says where on the screen a row stands.
type section int

const (
	rising section = iota
	reach
	promised
	ask
	small
	occasion
	coming
)

// row is one line of the screen, in words.
type row struct {
	section section
	person  parts.PersonRowData
	head    string // what stands in place of the name, where that is not what the row says
	why     []widgets.Run
	day     string // of what is coming; "" where the row above has the same day
	detail  data.Detail
	moved   briefing.Moved   // of someone who rose
	promise data.Promise     // of what was promised
	checkIn data.CheckIn     // of someone to reach
	nudge   *data.Suggestion // of the small thing, or what one would write on an occasion
	marked  *data.Occasion
}

// same reports whether two rows are about the same thing, before and after a change.
func (r row) same(other row) bool {
	return r.section == other.section && r.person.ID == other.person.ID && r.detail.ID == other.detail.ID &&
		r.moved.From.Form == other.moved.From.Form && r.moved.To.Form == other.moved.To.Form && r.promise.ID == other.promise.ID &&
		(r.marked == nil || other.marked == nil || r.marked.Kind == other.marked.Kind && r.marked.Text == other.marked.Text)
}

// content is what the screen shows of one day.
type content struct {
	day      data.Day
	sentence string
	rising   []row
	changes  string // how many further moves there are to look at; "" when there are none
	reach    []row
	promises []row
	further  string // how many further promises there are; "" when all are shown
	ask      []row
	more     string // how many further details there are to ask about; "" when all are shown
	small    []row  // the nudge, or nothing
	marked   []row  // occasions
	days     string // how many further occasions there are; "" when all are shown
	coming   []row
	rhythms  int
	waiting  int // people who are due, for whom the day has no room
}

const (
	askShown       = 10 // details to ask about
	promisesShown  = 6  // that are shown
	occasionsShown = 5  // that are shown
	comingShown    = 5  // check-ins that are still to come
	comingDays     = 7  // how far ahead they are looked for
)

// loading gathers what one day asks for and says it in words.
type loading struct {
	store   *store.Store
	trouble *nudges.Trouble
	words   *words.Words
	today   data.Day
	hidden  bool // names
	veil    parts.Veil
}

func (l *loading) content(ctx context.Context) (*content, error) {
	settings, err := l.store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if l.veil, err = parts.LoadVeil(ctx, l.store, l.hidden); err != nil {
		return nil, err
	}
	preferences := data.PreferencesFrom(settings)
	day, err := briefing.Today(ctx, l.store, preferences, l.today)
	if err != nil {
		return nil, err
	}
	nudge, err := briefing.Suggest(ctx, l.store, l.trouble, day)
	if err != nil {
		return nil, err
	}
	c := &content{day: l.today, rhythms: day.Rhythms, waiting: day.Waiting}
	if err := l.news(ctx, c, day.News); err != nil {
		return nil, err
	}
	for _, r := range day.Reach {
		c.reach = append(c.reach, l.reach(r))
	}
	l.promises(c, day.Promises)
	if err := l.small(ctx, c, day, nudge); err != nil {
		return nil, err
	}
	l.occasions(c, day.Occasions)
	if c.ask, err = l.ask(ctx, day.Ask); err != nil {
		return nil, err
	}
	if more := len(day.Ask) - len(c.ask); more > 0 {
		c.more = words.Capital(l.words.N("today.ask_more", more))
	}
	if c.coming, err = l.coming(ctx, day.CheckIns); err != nil {
		return nil, err
	}
	c.sentence, err = l.sentence(ctx, day)
	return c, err
}

func (l *loading) person(id data.ID, name string, ties []data.Tie) parts.PersonRowData {
	return parts.PersonRowData{ID: id, Name: parts.Called(name, l.hidden), Initials: parts.Initials(parts.Called(name, l.hidden)), Chips: parts.Chips(l.words, ties, chips)}
}

// chips is how many ties stand behind a name.
const chips = 2

func (l *loading) reach(r briefing.Reach) row {
	last := r.Last
	if last != nil {
		veiled := *last
		veiled.Text = l.veil.Over(veiled.Text)
		last = &veiled
	}
	why := []widgets.Run{{Text: l.words.Why(r.CheckIn, last, l.today)}}
	for _, d := range r.Ask {
		d.Text = l.veil.Over(d.Text)
		why = append(why, widgets.Run{Text: " "}, widgets.Run{Text: l.toAsk(d), Bold: true, Color: look.ColorNameInk})
	}
	if bounds := l.words.Boundary(l.veil.OverBoundary(r.Bounds)); bounds != "" {
		why = append(why, widgets.Run{Text: " "}, widgets.Run{Text: bounds, Color: look.ColorNameInk})
	}
	return row{section: reach, person: l.person(r.Person, r.Name, r.Ties), why: why, checkIn: r.CheckIn}
}

// longestDetail is how much of a detail a row repeats, in characters.
const longestDetail = 160

// toAsk says what to ask about, on one line.
func (l *loading) toAsk(d data.Detail) string {
	return l.words.T("today.to_ask", words.Args{"Detail": short(d.Text)})
}

// short returns the beginning of a text on one line.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > longestDetail {
		return strings.TrimSpace(string(runes[:longestDetail])) + "…"
	}
	return text
}

func (l *loading) ask(ctx context.Context, details []data.Detail) ([]row, error) {
	var rows []row
	for _, d := range details[:min(len(details), askShown)] {
		p, err := l.store.Person(ctx, d.Person)
		if err != nil {
			return nil, err
		}
		ties, err := l.store.TieKinds(ctx, []data.ID{d.Person})
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{section: ask, person: l.person(p.ID, p.Name, ties[p.ID]), why: []widgets.Run{{Text: short(l.veil.Over(d.Text))}}, detail: d})
	}
	return rows, nil
}

func (l *loading) coming(ctx context.Context, checkIns []data.CheckIn) ([]row, error) {
	var rows []row
	last := data.Day(0)
	for _, c := range checkIns {
		if c.Due <= l.today {
			continue
		}
		if c.Due > l.today+comingDays || len(rows) == comingShown {
			break
		}
		p, err := l.store.Person(ctx, c.Person)
		if err != nil {
			return nil, err
		}
		r := row{section: coming, person: l.person(p.ID, p.Name, nil)}
		r.person.Second = l.often(c)
		if c.Due != last {
			r.day = l.words.LongDate(c.Due)
			last = c.Due
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// often says how often a check-in comes, and at which hour, or how late it is when it had to wait.
func (l *loading) often(c data.CheckIn) string {
	every := words.Capital(l.words.Every(c.Rhythm.Ideal))
	if c.Agreed && c.At != data.AllDay {
		return l.words.T("today.coming_at", words.Args{"Every": every, "Time": data.Clock(c.At)})
	}
	if c.Natural < l.today {
		return l.words.T("today.late", words.Args{"Every": every, "When": l.words.Due(c, l.today)})
	}
	return every
}

// sentence says at the top what the day asks for: who is to be reached, what waits, who has moved up, and
// whether the rhythms ask for more than there is time for.
func (l *loading) sentence(ctx context.Context, day *briefing.Day) (string, error) {
	w, checkIns := l.words, day.CheckIns
	said := []string{l.asked(day, day.News.Risen)}
	if day.Rhythms > 0 && len(day.Reach) == 0 && day.Waiting == 0 {
		next, err := l.next(ctx, checkIns)
		if err != nil {
			return "", err
		}
		said = append(said, next)
	}
	if day.Waiting > 0 {
		said = append(said, words.Capital(l.waiting(day, checkIns)))
	}
	if day.Capacity.Over {
		said = append(said, w.Capacity(day.Capacity.PerWeek, day.Capacity.Given))
	}
	return strings.TrimSpace(strings.Join(said, " ")), nil
}

// asked says how many people are to be reached, how many promises and details there are, and how many
// have moved up.
func (l *loading) asked(day *briefing.Day, risen []briefing.Moved) string {
	w := l.words
	var alone string
	var items []string
	switch {
	case day.Rhythms == 0 && len(day.Promises)+len(day.Ask)+len(risen) == 0:
		alone = w.T("today.no_rhythms")
	case day.Rhythms == 0:
	case len(day.Reach) > 0:
		items = append(items, w.N("today.count_reach", len(day.Reach)))
	case day.Waiting > 0:
		alone = w.T("today.kept_free")
	default:
		alone = w.T("today.nobody")
	}
	if len(day.Promises) > 0 {
		items = append(items, w.N("today.count_promises", len(day.Promises)))
	}
	if len(day.Ask) > 0 {
		items = append(items, w.N("today.count_ask", len(day.Ask)))
	}
	if len(risen) > 0 {
		items = append(items, l.countRisen(risen))
	}
	if len(items) == 0 {
		return alone
	}
	list := items[0]
	for _, item := range items[1:] {
		list = w.T("list.more", words.Args{"List": list, "Item": item})
	}
	return strings.TrimSpace(alone + " " + words.Capital(w.T("today.said", words.Args{"What": list})))
}

// next names who comes next, "" when nobody does.
func (l *loading) next(ctx context.Context, checkIns []data.CheckIn) (string, error) {
	for _, c := range checkIns {
		if c.Due <= l.today {
			continue
		}
		p, err := l.store.Person(ctx, c.Person)
		if err != nil {
			return "", err
		}
		return l.words.T("today.next", words.Args{"Name": parts.Called(short(p.Name), l.hidden), "Day": l.words.Coming(c.Due, l.today)}), nil
	}
	return "", nil
}

// waiting says how many are due and found no room today, and how many of those are overdue.
func (l *loading) waiting(day *briefing.Day, checkIns []data.CheckIn) string {
	overdue := 0
	for _, c := range checkIns {
		if c.Natural <= l.today && c.Due > l.today && c.Overdue > 0 {
			overdue++
		}
	}
	late := words.Args{"Overdue": l.words.Count(overdue)}
	switch {
	case len(day.Reach) == 0 && overdue == 0:
		return l.words.N("today.free_waiting", day.Waiting)
	case len(day.Reach) == 0:
		return l.words.N("today.free_waiting_overdue", day.Waiting, late)
	case overdue == 0:
		return l.words.N("today.waiting", day.Waiting)
	}
	return l.words.N("today.waiting_overdue", day.Waiting, late)
}
