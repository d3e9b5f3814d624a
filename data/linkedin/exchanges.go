package linkedin

import (
	"path"
	"slices"
	"strings"

	"peerage/data"
)

// exchanges reads the entries of the files of recommendations and endorsements.
type exchanges struct {
	*reader
	at columns
	by data.Side // who gave what the file lists; "" when it does not say
}

func newExchanges(in *reader, at columns, by data.Side) *exchanges {
	return &exchanges{in, at, by}
}

// newRecommendations reads a file of recommendations. Of one whose name does not say whether they were
// received or given, nothing can be read.
func newRecommendations(in *reader, at columns) *exchanges {
	by := sideOf(in.out.File)
	if by == "" {
		in.wholeFile(data.NoSide, "")
	}
	return newExchanges(in, at, by)
}

// sideOf returns who gave the recommendations in a file of that name, which LinkedIn writes in English
// whatever the member's language: Recommendations_Received.csv, earlier Recommendations Received.csv.
func sideOf(file string) data.Side {
	name := strings.ToLower(path.Base(strings.ReplaceAll(file, `\`, "/")))
	received, given := strings.Contains(name, "received"), strings.Contains(name, "given")
	switch {
	case received && !given:
		return data.Theirs
	case given && !received:
		return data.Mine
	}
	return ""
}

// withheld are the states, in normal form, in which a recommendation or an endorsement is not shown on
// a profile because one of the two does not want it to be.
var withheld = []string{"hidden", "rejected", "declined", "withdrawn"}

// pending is the state, in normal form, of what was given and not yet taken. A recommendation that waits to be
// shown was written all the same; an endorsement is no more than its being shown.
const pending = "pending"

func (e *exchanges) addRecommendation() {
	if e.by == "" {
		e.out.Skipped++
		return
	}
	if d, ok := e.draft(data.Recommendation); ok {
		d.Organisation = e.text(e.at[company], data.MaxName)
		d.Text = e.prose(e.at[text], data.MaxNote)
		e.keep(d)
	}
}

func (e *exchanges) addEndorsement() {
	if normal(e.cell(e.at[status])) == pending {
		e.out.Skipped++
		return
	}
	if d, ok := e.draft(data.Endorsement); ok {
		d.Text = e.text(e.at[skill], data.MaxName)
		e.keep(d)
	}
}

// draft reads what the files have in common, and returns false when the entry is left out. Members who
// hide themselves are no problem, nor is what is withheld.
func (e *exchanges) draft(kind data.ExchangeKind) (data.ExchangeDraft, bool) {
	d := data.ExchangeDraft{
		Line: e.rec.Line, Kind: kind, By: e.by,
		Given: e.text(e.at[given], data.MaxName), Family: e.text(e.at[family], data.MaxName),
	}
	switch state := normal(e.cell(e.at[status])); {
	case slices.Contains(withheld, state):
		e.out.Skipped++
		return d, false
	case d.Given == "" && d.Family == "" && e.cell(e.at[profile]) == "":
		e.out.Skipped++
		return d, false
	}
	d.Profile = e.address(e.at[profile], slug)
	if d.Given == "" && d.Family == "" && d.Profile == "" {
		e.out.Skipped++ // the address that is none was reported
		return d, false
	}
	written := e.cell(e.at[created])
	day, ok := parseStamp(written)
	if ok = ok && day >= began; !ok {
		e.skip(e.at[created], data.NoDay, written)
	}
	d.Day = day
	return d, ok
}

// keep adds an entry, unless the file had it before.
func (e *exchanges) keep(d data.ExchangeDraft) {
	key := d
	if key.Line = 0; e.touches[key] {
		e.skip(-1, data.Repeated, trim(d.Given+" "+d.Family))
		return
	}
	e.touches[key] = true
	e.out.Exchanges = append(e.out.Exchanges, d)
}
