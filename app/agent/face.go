package agent

import (
	"cmp"
	"context"

	"peerage/app/instance"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

// face is what the tray shows, in words. Where two are equal nothing is drawn.
type face struct {
	count   int    // of what waits today
	tooltip string // what the icon says
	heading string // above whom it is about
	due     [mostDue]entry
	more    string // how many there are besides, "" for none
	log     string
	open    string
	pause   string // pauses the reminders or, with resting, ends that; "" where there are none
	resting bool
	quit    string
}

// entry is one line of the menu, and where it leads. The zero entry is none.
type entry struct {
	label string
	link  instance.Link
}

// mostDue is how many lines the menu has for what is due: more would not be read there.
const mostDue = 8

// The longest name and the longest line of the menu, in characters.
const (
	longestName = 40
	longestLine = 80
)

// compose asks the store what the tray is to show on a day.
func compose(ctx context.Context, s *store.Store, w *words.Words, p data.Preferences, today data.Day) (*face, error) {
	day, err := briefing.Today(ctx, s, p, today)
	if err != nil {
		return nil, err
	}
	due := dueOn(day, w, p.HideNames)
	f := &face{
		count: len(due), tooltip: w.N("agent.tooltip", len(due)), heading: w.N("agent.heading", len(due)),
		log: w.T("agent.log"), open: w.T("agent.open"), quit: w.T("agent.quit"), resting: p.Rest > today,
	}
	if len(due) == 0 {
		f.tooltip, f.heading = w.T("agent.tooltip_none"), w.T("agent.nothing")
	}
	if len(due) > mostDue {
		f.more = w.N("agent.more", len(due)-mostDue)
	}
	copy(f.due[:], due)
	switch {
	case !p.Remind:
	case f.resting:
		f.pause = w.T("agent.resume")
	default:
		f.pause = w.T("agent.pause")
	}
	return f, nil
}

// dueOn returns what waits on a day as lines: whom to reach, and what was promised by then. Confidants, whom no
// notification names either, are not named where other people may look over one's shoulder.
func dueOn(day *briefing.Day, w *words.Words, hidden bool) []entry {
	var due []entry
	add := func(uuid, name string, private bool, reason string) {
		switch {
		case private:
			name = w.T("agent.private")
		case hidden:
			name = names.Initials(name)
		}
		name = cmp.Or(words.Line(name, longestName), w.T("agent.unnamed"))
		line := words.Line(w.T("agent.due", words.Args{"Name": name, "Reason": reason}), longestLine)
		due = append(due, entry{line, instance.Person(uuid)})
	}
	for i := range day.Reach {
		r := &day.Reach[i]
		reason := w.Due(r.CheckIn, day.Day)
		if r.Agreed && r.Due == day.Day && r.At != data.AllDay {
			reason = w.T("agent.at", words.Args{"Time": data.Clock(r.At)})
		}
		add(r.UUID, r.Name, r.Private, reason)
	}
	for i := range day.Promises {
		p := &day.Promises[i]
		if p.Due > day.Day {
			continue
		}
		id := "agent.promise_mine"
		if p.By == data.Theirs {
			id = "agent.promise_theirs"
		}
		add(p.PersonUUID, p.Name, p.Private, w.T(id, words.Args{"Day": w.Coming(p.Due, day.Day)}))
	}
	return due
}
