// Package sample reads the authored sample network and lays it out around a day.
//
// The network is data that a writer can mend: a folder of JSON files in which some hundred and fifty
// invented people have careers, habits and stories. Every file may hold any of these sections:
//
//	me             the person who uses Peerage, written like any other person
//	began          the day the user began with Peerage: cadences count as set then
//	organisations  key, name, aliases
//	circles        name, and "every" where the circle sets a rhythm
//	people         see below
//	together       interactions with several people, who are named by their keys
//	stories        a title, with the people and together that tell it
//	opportunities  title, kind, at (an organisation's key or ""), for (a person's key, "" for the
//	               user), worth, notes, steps of a stage and its day, and the chain: see below
//	introductions  rows of a day, who made it, and the two who were made known, each a key or me,
//	               and a note
//	projects       name, kind, from, to ("" while it goes on), with (keys), outcome
//	promises       rows of a person's key, who promised (me or them), what, the day it was made, the
//	               day it is due, its state ("" while it is open), the day it was settled
//	exchanges      rows of a day, a person's key, who gave (me or them), the kind, what
//	milestones     rows of a person's key, what, the day, and the word yearly when it comes every year
//
// A chain is a row for each person an opportunity came through: their key, their part, the tie they had
// then (coworker, or former coworker for one that had ended), and the day they were thanked.
//
// A person has a name and, as far as known, key (only where another section names it), given and family (a
// name of two words is split without them), other_names, place, birthday and turns, met, notes,
// private, confidant, connected, paused_until, snoozed, agreed, email, phone, slug (of the LinkedIn profile),
// circles, every, a boundary (no_contact, avoid, channel, and hours such as 10-18 or 10-), and these
// rows, whose last columns may be left out:
//
//	roles    organisation's key or "", title, from, to ("" while it lasts)
//	ties     kind, since, until, note
//	details  text, the day to ask about it
//	talks    day, kind, text: interactions with this person alone
//
// The row agreed is the day on which the next check-in is to be, and its hour, 15:00, or no hour.
//
// Rhythms are written ideal/longest, in days: 42/60. Days are written as seen from today: a sign,
// then years, months and days in this order, -3y2m, -42d, +5d, or the word today. Months are counted
// first and keep within a shorter month, as data.Day.AddMonths does. A role or a tie written in years
// and months becomes a month, in years alone a year. A birthday is --05-14 or such a day, and turns
// is the age reached in the year of today. The day of a milestone is --05-14 or one as seen from today.
//
// Texts speak of days as {date -5d} (17 November), {weekday +2d}, {month -7m} or {year -4y}, so that
// they read right on every day of every year.
package sample

import (
	"io/fs"

	"peerage/data"
)

// Network is the sample network as it stands on one day. Every ID in it is 0, because the store
// gives them: a role names its organisation by Employer, and whatever hangs on a member belongs to
// that member.
type Network struct {
	Me            data.Person
	MyRoles       []data.Role
	Organisations []data.Organisation
	People        []Member
	Circles       []data.Circle
	Interactions  []Interaction // the oldest first
	Stories       []Story
	Opportunities []Opportunity
	Introductions []Introduction
	Projects      []Project
	Promises      []Promise
	Exchanges     []Exchange
	Milestones    []Milestone
}

// Member is a person of the network, with what is kept about them.
type Member struct {
	Person  data.Person
	Roles   []data.Role // Employer is "" or the name of one of the Organisations
	Ties    []data.Tie  // stated ones only
	Circles []string    // names of the network's Circles
	// Rhythm is the person's own; where it is zero their circles may set one.
	Rhythm data.Rhythm
	// CadenceSet is the day from which a cadence, own or of a circle, counts until the first contact.
	CadenceSet data.Day
	Snoozed    data.Day // 0 when the check-in is not put off
	// Appointment is where the user put the next check-in, zero for nowhere.
	Appointment data.Appointment
	Details     []data.Detail
	Boundary    data.Boundary // its Person is 0; it may be zero
}

// Interaction is contact with members of the network.
type Interaction struct {
	data.Interaction       // its People are nil
	Members          []int // indexes into the network's People, at least one
}

// Story is a coherent episode of the network, with those it is about.
type Story struct {
	Title   string
	Members []int // indexes into the network's People
}

// Load reads every JSON file at the root of fsys and lays the network out around today. Every noun it
// returns is valid and nothing that happened lies after today. The error names the file and the
// entry of everything that is wrong with them.
func Load(fsys fs.FS, today data.Day) (*Network, error) {
	files, err := read(fsys)
	if err != nil {
		return nil, err
	}
	return lay(files, today)
}
