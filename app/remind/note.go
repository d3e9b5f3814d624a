package remind

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"peerage/data"
)

// Note is what a notification says, as plain text: no markup, nothing cleaned yet.
type Note struct {
	Title, Body string
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
	Key     string // what a claim remembers: the UUID of the person or the promise, and the day it is due
	Person  data.ID
	Name    string // the person's name, as they or a stranger wrote it
	Private bool   // the person is counted but never named
	Promise bool   // it is a promise with the person, of which nothing is said
}

// Phrases are the sentences of a note.
type Phrases struct {
	Title    func(checkIns, promises int) string   // at least one of either
	Names    func(shown []string, more int) string // none to mostNames names, and how many people besides
	Promises func(shown []string, more int) string // the same of those with whom a promise is due; with no name, more counts promises
}

// mostNames is how many people one note names, of those to reach and of those with whom a promise is due.
const mostNames = 3

// maxName is the longest name in a note, in characters, so that one cannot crowd out the others.
const maxName = 60

// Compose bundles all that is due, at least one thing, into one note: who is to be reached, and behind that
// with whom a promise is due, each once. Systems show it as one line.
func Compose(due []Due, p Phrases) Note {
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
		if name := cut(strings.Join(strings.Fields(d.Name), " "), maxName); !d.Private && name != "" && len(shown) < mostNames {
			shown = append(shown, name)
		} else {
			more++
		}
	}
	return shown, more, all
}

// cut shortens s to at most limit characters, the last of them an ellipsis. It does not part a letter
// from its marks, nor an emoji joined from several.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	runes := []rune(s)
	if len(runes) <= limit {
		return s
	}
	end := limit - 1
	for end > limit/2 && (continues(runes[end]) || runes[end-1] == zeroWidthJoiner) {
		end--
	}
	return strings.TrimRight(string(runes[:end]), " ") + "…"
}

const zeroWidthJoiner = '\u200D'

// continues reports whether r belongs to the character before it.
func continues(r rune) bool { return r == zeroWidthJoiner || unicode.Is(unicode.M, r) }
