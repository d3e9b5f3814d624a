package words

import (
	"slices"
	"strings"

	"peerage/data"
)

// Reached is one who is reached from the one before on a way. What shows it is what is not zero: an
// introduction, an employer the two were at together, a role at the organisation that is reached, or else how
// I know them.
type Reached struct {
	Introduction *data.Introduction
	Employer     string
	Between      data.Tie // at the employer
	Role         data.Role
	There        bool // this is the organisation
	Ties         []data.Tie
	Last         data.Day
	Slight       bool     // nothing more is known of how I know them than
	Connected    data.Day // since when we are connected, 0 for not at all
	Paused       data.Day // until when they are to be left alone, 0 when they are not
}

// Way names those on a way in order, for a line of text: "Ana → Raj → Acme". On the screen an arrow is drawn.
func (w *Words) Way(names []string) string {
	way := make([]string, len(names))
	for i, name := range names {
		way[i] = oneLine(name)
	}
	return strings.Join(way, " → ")
}

// Reached says what leads to a step: "Former coworker · last contact on 2 October", "Kim introduced Ana to Raj in
// 2022", "Coworkers at Halden, 2016 to 2020 (certain)", "You are connected since 2021", "Works there now as Head
// of Data"; and of somebody who is to be left alone, until when. called writes names as they may be shown.
func (w *Words) Reached(r Reached, called func(string) string, today data.Day) string {
	said := w.reached(r, called, today)
	if r.Paused == 0 {
		return said
	}
	paused := w.T("way.paused", Args{"Day": w.Date(r.Paused, today)})
	if said == "" {
		return Capital(paused)
	}
	return w.T("known.line", Args{"Line": said, "More": paused})
}

func (w *Words) reached(r Reached, called func(string) string, today data.Day) string {
	switch {
	case r.Introduction != nil:
		return w.Introduction(r.Introduction, called)
	case r.There:
		return w.placed(r.Role)
	case r.Employer != "":
		args := Args{"Organisation": oneLine(r.Employer), "Span": w.Span(r.Between.Since, r.Between.Until), "Sure": w.Sureness(r.Between.Sure)}
		if args["Span"] == "" {
			return w.T("way.together", args)
		}
		return w.T("way.together_span", args)
	case r.Slight && r.Connected == 0:
		return w.T("way.listed")
	case r.Slight:
		since := data.Whole(r.Connected)
		since.Day = 0
		if year, _, _ := today.Date(); since.Year != year {
			since.Month = 0
		}
		return w.T("way.connected", Args{"Day": w.Partial(since)})
	}
	return w.WithContact(Capital(w.TiesNamed(r.Ties)), r.Last, today)
}

// placed says what somebody does at an organisation that is spoken of, or did: "Works there now as Head of
// Data", "Worked there: Engineer, 2012 to 2016".
func (w *Words) placed(r data.Role) string {
	title := oneLine(r.Title)
	switch {
	case r.Current && title != "":
		return w.T("way.there_as", Args{"Title": title})
	case r.Current:
		return w.T("way.there")
	}
	if stay := w.Stay(title, r.From, r.To); stay != "" {
		return w.T("way.was_there_as", Args{"Stay": stay})
	}
	return w.T("way.was_there")
}

// tiesNamed is how many ties a sentence names.
const tiesNamed = 2

// TiesNamed names the foremost ties: "former coworker and mentor"; "" for none. That two worked on something
// together says nothing beside another tie.
func (w *Words) TiesNamed(ties []data.Tie) string {
	others := slices.DeleteFunc(slices.Clone(ties), func(t data.Tie) bool { return t.Kind == data.Collaborator })
	if first := data.Foremost(others, tiesNamed); len(first) > 0 {
		ties = others
	}
	var named []string
	for _, t := range data.Foremost(ties, tiesNamed) {
		named = append(named, w.Tie(t.Kind, t.Current))
	}
	return w.List(named)
}
