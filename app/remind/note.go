package remind

import (
	"context"
	"errors"
	"strings"
	"unicode"
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

// Due is one check-in to remind of.
type Due struct {
	Key     string // what a claim remembers: the person's UUID and the day it is due
	Name    string // the person's name, as they or a stranger wrote it
	Private bool   // the person is counted but never named
}

// Phrases are the sentences of a note.
type Phrases struct {
	Title func(n int) string                    // for n check-ins, 1 or more
	Names func(shown []string, more int) string // none to MaxNames names, and how many people besides
}

// MaxNames is how many people one note names.
const MaxNames = 3

// maxName is the longest name in a note, in characters, so that one cannot crowd out the others.
const maxName = 60

// Compose bundles all that is due, at least one check-in, into one note.
func Compose(due []Due, p Phrases) Note {
	var shown []string
	for _, d := range due {
		name := cut(strings.Join(strings.Fields(d.Name), " "), maxName)
		if d.Private || name == "" || len(shown) == MaxNames {
			continue
		}
		shown = append(shown, name)
	}
	return Note{Title: p.Title(len(due)), Body: p.Names(shown, len(due)-len(shown))}
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
