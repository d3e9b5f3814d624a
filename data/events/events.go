// Package events lays out by day what is to come: the next check-in with each person, what was promised, and
// what the days bring to people.
package events

import (
	"context"
	"slices"
	"time"

	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/names"
	"peerage/data/store"
)

// Phrases are the sentences of the events, in the user's language. None says when something is as seen from
// the day it is written: who reads it, reads it on another.
type Phrases struct {
	Calendar string                   // the calendar's name
	CheckIn  func(name string) string // "Check in: Ana Souza"
	// Why there is a check-in: of c only the rhythm, the last contact and, where it is before the day that the
	// check-in is put on, the natural day. last is nil unless what was said is told.
	Why       func(c data.CheckIn, last *data.Interaction) string
	Promise   func(p *data.Promise, name string) string // "You promised Ana Souza: the slides"
	Promised  func(name string) string                  // the same without what it is: "Promise: AS"
	Occasion  func(o data.Occasion) string              // "Ana Souza turns 40"
	Milestone func(name string) string                  // the same without what it is: "Milestone: AS"
}

// length is how long a check-in takes that was given an hour.
const length = 30 * time.Minute

// All returns everything that the calendar holds, of everybody of whom it may tell: nobody who is private or
// must not be contacted, and of whoever is paused until later, what I promised them alone. With a private
// calendar people are initials, and nothing is said of why. A text that tells of somebody private, by name or
// because they took part, is left out.
//
// Each event knows how often what it says has changed, and when it last did: the store remembers it. What
// is said counts and not how it is worded, so that two languages are no change.
func All(ctx context.Context, s *store.Store, p data.Preferences, today data.Day, phrases Phrases) ([]calendar.Event, error) {
	l := &layout{store: s, preferences: p, today: today, phrases: phrases, reasons: map[reason]string{}}
	var err error
	if l.untold, err = loadUntold(ctx, s); err != nil {
		return nil, err
	}
	for _, part := range []struct {
		wanted bool
		add    func(context.Context) error
	}{{p.InCalendar.CheckIns, l.checkIns}, {p.InCalendar.Promises, l.promises}, {p.InCalendar.Milestones, l.milestones}} {
		if !part.wanted {
			continue
		}
		if err := part.add(ctx); err != nil {
			return nil, err
		}
	}
	if err := s.Revise(ctx, l.revisions); err != nil {
		return nil, err
	}
	for i := range l.revisions {
		l.events[i].Stamp, l.events[i].Sequence = l.revisions[i].Changed, l.revisions[i].Sequence
	}
	return l.events, nil
}

// Calendar returns everything that All does as one iCalendar file. Hours are those of the clocks in zone.
func Calendar(ctx context.Context, s *store.Store, p data.Preferences, today data.Day, phrases Phrases, zone *time.Location) ([]byte, error) {
	all, err := All(ctx, s, p, today, phrases)
	if err != nil {
		return nil, err
	}
	return calendar.Encode(all, calendar.Book{Name: phrases.Calendar, Zone: zone})
}

// layout collects events, and of each what it says as a digest.
type layout struct {
	store       *store.Store
	preferences data.Preferences
	today       data.Day
	phrases     Phrases
	untold      *untold
	said        map[data.ID]data.Interaction // what was said last, where it is told
	reasons     map[reason]string
	events      []calendar.Event
	revisions   []store.Revision
}

// expect makes room for so many events more.
func (l *layout) expect(n int) {
	l.events, l.revisions = slices.Grow(l.events, n), slices.Grow(l.revisions, n)
}

// add takes in an event of a person that says what facts hold. One on a day that no calendar can show is left out,
// rather than that there were no calendar for its sake.
func (l *layout) add(e calendar.Event, uuid, name string, facts digest) {
	if e.Day > calendar.Latest {
		return
	}
	e.URL = data.PersonLink + uuid
	if e.Length == 0 {
		e.Alarm = time.Duration(l.preferences.AlarmAt) * time.Minute
	}
	facts = facts.text(l.called(name)).number(int(e.Day)).number(int(e.At)).number(int(e.Length)).number(int(e.Alarm))
	l.events = append(l.events, e)
	l.revisions = append(l.revisions, store.Revision{Event: int64(nothing.text(e.UID)), Digest: int64(facts)})
}

// called returns how a person is called in the calendar.
func (l *layout) called(name string) string {
	if !l.preferences.PrivateCalendar {
		return name
	}
	if initials := names.Initials(name); initials != "" {
		return initials
	}
	return "?" // a name without letters
}

// digest tells apart what events say (FNV-1a, 64 bits).
type digest uint64

// nothing is the digest of no facts.
const nothing digest = 14695981039346656037

func (d digest) octet(b byte) digest { return (d ^ digest(b)) * 1099511628211 }

// text adds a text and its end.
func (d digest) text(s string) digest {
	for i := range len(s) {
		d = d.octet(s[i])
	}
	return d.octet(0)
}

func (d digest) number(n int) digest {
	for u := uint64(n); ; u >>= 8 {
		d = d.octet(byte(u))
		if u == 0 {
			return d
		}
	}
}
