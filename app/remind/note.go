package remind

import (
	"context"
	"errors"
	"strings"

	"peerage/app/words"
	"peerage/data"
)

// Note is what a notification says, as plain text: no markup, nothing cleaned yet.
type Note struct {
	Title, Body string
	Link        string // to whom it is about, data.PersonLink with their UUID; "" where it is about several
}

// Notifier shows notes to the person at the desktop.
type Notifier interface {
	// Notify shows the note, or returns why nobody will see it: an error that is ErrUnanswered where
	// people may see it yet.
	Notify(ctx context.Context, n Note) error
}

// ErrNotShown says that a reminder was not seen, because there is nothing on this system that shows
// notifications, or it refused.
var ErrNotShown = errors.New("the reminder was not shown")

// ErrUnanswered says that a note was handed over and nobody knows what becomes of it: a service that
// stood still may show it as soon as it goes on.
var ErrUnanswered = errors.New("the notification service does not answer")

// Due is one check-in or promise to remind of.
type Due struct {
	Key  string // what a claim remembers: the UUID of the person or the promise, the day it is due, and the hour
	Also string // what else the claim covers, "" for nothing: the same check-in without its hour

	Person     data.ID
	PersonUUID string
	Name       string // the person's name, as they or a stranger wrote it
	Private    bool   // the person is counted but never named

	Day data.Day // the day it is due
	At  int      // minutes after midnight that the user put it at, or data.AllDay

	Promise bool // it is a promise, with the person
	By      data.Side
	What    string // that was promised
}

// Phrases are the sentences of a note.
type Phrases struct {
	Title    func(checkIns, promises int) string   // at least one of either
	Names    func(shown []string, more int) string // none to mostNames names, and how many people besides
	Promises func(shown []string, more int) string // the same of those with whom a promise is due; with no name, more counts promises

	// These are about one thing; the name is "" for somebody private, and said is what may be told, "" for nothing.
	CheckIn func(name string, at int, said string) (title, body string)
	Promise func(by data.Side, name string, due, today data.Day, said string) (title, body string)
}

// mostNames is how many people one note names, of those to reach and of those with whom a promise is due.
const mostNames = 3

// maxName is the longest name in a note, in characters, so that one cannot crowd out the others.
const maxName = 60

// Compose makes the note about what is due, at least one thing, as seen from today. One that is about several
// names who is to be reached, and behind that with whom a promise is due, each once: systems show it as one line.
// said is what may be told of the one thing, "" for nothing.
func Compose(due []Due, p Phrases, today data.Day, said string) Note {
	if len(due) == 1 {
		return p.single(due[0], today, said)
	}
	reach, more, checkIns := named(due, false)
	promised, others, promises := named(due, true)
	var parts []string
	if checkIns > 0 {
		parts = append(parts, p.Names(reach, more))
	}
	if promises > 0 {
		if len(promised) == 0 {
			others = promises // with nobody named it is promises that are counted
		}
		parts = append(parts, p.Promises(promised, others))
	}
	return Note{Title: p.Title(checkIns, promises), Body: strings.Join(parts, " · ")}
}

// single is the note about one thing.
func (p Phrases) single(d Due, today data.Day, said string) (n Note) {
	name := called(d)
	n.Link = data.PersonLink + d.PersonUUID
	switch {
	case d.Promise:
		n.Title, n.Body = p.Promise(d.By, name, d.Day, today, said)
	case d.At >= 0 && d.Day == today:
		n.Title, n.Body = p.CheckIn(name, d.At, said)
	default:
		shown, more := []string{name}, 0
		if name == "" {
			shown, more = nil, 1
		}
		n.Title, n.Body = p.Title(1, 0), p.Names(shown, more)
		if said != "" {
			n.Body += " · " + said
		}
	}
	return n
}

// called returns how a note calls a person: "" where it must not name them.
func called(d Due) string {
	if d.Private {
		return ""
	}
	return words.Line(d.Name, maxName)
}

// named returns whom a note names of those with whom a promise is due, or of the others, how many people there
// are besides, and how much is due with all of them.
func named(due []Due, promise bool) (shown []string, more, all int) {
	counted := map[data.ID]bool{}
	for _, d := range due {
		if d.Promise != promise {
			continue
		}
		all++
		if counted[d.Person] {
			continue
		}
		counted[d.Person] = true
		if name := called(d); name != "" && len(shown) < mostNames {
			shown = append(shown, name)
		} else {
			more++
		}
	}
	return shown, more, all
}
