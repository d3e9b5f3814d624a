// Package sheet says in words what helps before one meets somebody: the page that the window shows, a command
// writes, and the browser prints.
package sheet

import (
	"strings"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
)

// Sheet is the page. Every text in it is one line without anything that would steer what shows it.
type Sheet struct {
	Title    string
	Sentence string    // what is open, in one sentence
	Common   []Section // of all who will be there together
	People   []Person

	printed *Sheet // as it leaves the program
}

// Person is what is said of one person.
type Person struct {
	ID       data.ID
	Name     string
	Now      string // who they are now, and how they like to be reached
	Headline string // how we know each other, in a few words
	Risen    bool   // a peer once, in management now
	Sections []Section
}

// Kind names a section.
type Kind string

// The sections, those of a person in the order in which they are read.
const (
	Known     Kind = "known"
	Lately    Kind = "lately"
	Promises  Kind = "promises"
	Remember  Kind = "remember"
	Moves     Kind = "moves"
	Coming    Kind = "coming"
	Avoid     Kind = "avoid"
	Given     Kind = "given"
	Projects  Kind = "projects"
	Notes     Kind = "notes"
	Questions Kind = "questions"
	Among     Kind = "among"
	Shared    Kind = "shared"
)

// Section is some lines under a heading.
type Section struct {
	Kind    Kind
	Heading string
	Lines   []Line
}

// Line is one line, with what is said of it more quietly.
type Line struct {
	Text, Note string
	Due        bool // it asks for something now
}

// writer writes a sheet.
type writer struct {
	*words.Words
	called func(string) string
	today  data.Day
}

// Of says what helps before a meeting. called writes names as they may be shown. Where the sheet is printed, or
// written as a page, it names nobody who is private but those who were asked for.
func Of(w *words.Words, m *briefing.Meeting, called func(string) string, today data.Day) *Sheet {
	x := &writer{w, func(name string) string { return called(names.Clean(name)) }, today}
	s := x.sheet(m)
	s.printed = x.sheet(m.Public())
	return s
}

// sheet says all of it.
func (x *writer) sheet(m *briefing.Meeting) *Sheet {
	s := &Sheet{}
	var those []string
	for i := range m.People {
		b := &m.People[i]
		those = append(those, x.called(b.Person.Name))
		s.People = append(s.People, x.person(b))
	}
	if len(s.People) == 1 {
		s.People[0].Sections = append(s.People[0].Sections, filled(x.shared(m))...)
	}
	s.Title = x.T("sheet.title", words.Args{"Names": x.List(those)})
	s.Sentence = x.open(m)
	s.Common = x.common(m)
	return s
}

// open says what is open, and when there was contact last where there is one person.
func (x *writer) open(m *briefing.Meeting) string {
	promises, ask, moves, coming := 0, 0, 0, 0
	for i := range m.People {
		b := &m.People[i]
		promises, moves, coming = promises+len(b.Promises), moves+len(b.Moves), coming+len(b.Occasions)
		for _, d := range b.Details {
			if d.AskOn != 0 && d.AskOn <= x.today {
				ask++
			}
		}
	}
	var items []string
	for _, c := range []struct {
		id string
		n  int
	}{{"sheet.open_promises", promises}, {"sheet.to_ask", ask}, {"sheet.news", moves}, {"sheet.coming_days", coming}} {
		if c.n > 0 {
			items = append(items, x.N(c.id, c.n))
		}
	}
	said := x.T("sheet.nothing_open")
	if len(items) > 0 {
		said = x.T("reach.sentence", words.Args{"Text": words.Capital(x.List(items))})
	}
	if len(m.People) > 1 {
		return said
	}
	if last := m.People[0].Last; len(last) > 0 {
		return said + " " + x.T("sheet.last", words.Args{"Day": x.Day(last[0].Day, x.today)})
	}
	return said + " " + x.T("reach.no_contact")
}

// common says of several how they know each other, whom we share, and what to ask them all.
func (x *writer) common(m *briefing.Meeting) []Section {
	if len(m.People) < 2 {
		return nil
	}
	var among, ask []Line
	for i := range m.Among {
		k := &m.Among[i]
		if k.Introduction != nil {
			among = append(among, Line{Text: x.Sentence(x.Introduction(k.Introduction, x.called))})
			continue
		}
		among = append(among, Line{Text: x.T("sheet.both_at", words.Args{"One": x.called(k.One.Name), "Other": x.called(k.Other.Name)}),
			Note: x.Reached(words.Reached{Employer: k.Employer, Between: k.Between}, x.called, x.today)})
	}
	if q := x.Question(m.Question); q != "" {
		ask = []Line{{Text: q}}
	}
	return filled(Section{Among, x.T("sheet.among"), among}, x.shared(m), Section{Questions, x.T("sheet.questions"), ask})
}

// shared names whom I know as well as those who will be there do.
func (x *writer) shared(m *briefing.Meeting) Section {
	var lines []Line
	for _, s := range m.Shared {
		line := Line{Text: x.called(s.Name)}
		if len(m.People) > 1 {
			var with []string
			for _, p := range s.With {
				with = append(with, x.called(p.Name))
			}
			line.Note = x.T("sheet.known_to", words.Args{"Names": x.List(with)})
		}
		lines = append(lines, line)
	}
	return Section{Shared, x.T("sheet.shared"), lines}
}

// filled leaves out the sections in which nothing stands.
func filled(sections ...Section) []Section {
	var all []Section
	for _, s := range sections {
		if len(s.Lines) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// Limits on what somebody wrote: a page before a meeting is read in a minute.
const (
	longestLine = 400 // characters
	mostLines   = 12
)

// brief returns what somebody wrote on one line, without anything that steers what shows it, and cut where it
// is too long for the page.
func brief(text string) string {
	text = names.Clean(text)
	runes := []rune(text)
	if len(runes) <= longestLine {
		return text
	}
	return strings.TrimRight(string(runes[:longestLine-1]), " ,;:.") + "…"
}

// paragraphs returns the first lines of what somebody wrote.
func paragraphs(text string) []Line {
	var lines []Line
	for line := range strings.SplitSeq(text, "\n") {
		if line = brief(line); line == "" {
			continue
		}
		if len(lines) == mostLines {
			lines[mostLines-1].Note = "…"
			break
		}
		lines = append(lines, Line{Text: line})
	}
	return lines
}
