package words

import (
	"io/fs"

	"peerage/data"
)

// The sentences that a nudge has, by which their ids in assets/prompts end: thank_won.title.
const (
	promptTitle  = "title"  // what is suggested
	promptReason = "reason" // and why
	promptMore   = "more"   // after the reason, where others were thanked already
	promptDo     = "do"     // the button
	// Of those that are done by writing:
	promptSubject = "subject"
	promptMessage = "message"
	promptNoted   = "noted" // what is noted as said
)

// WithPrompts returns the words with the sentences of nudges in the folder fsys, in the same language:
// en.json is the source of all of them, and what another language lacks is said in English.
func (w *Words) WithPrompts(fsys fs.FS) (*Words, error) {
	prompts, err := Load(fsys, w.language)
	if err != nil {
		return nil, err
	}
	with := *w
	with.prompts = prompts.texts
	return &with, nil
}

// NudgeTitle says in a few words what is suggested: "Thank Deniz for “Platform project”".
func (w *Words) NudgeTitle(s *data.Suggestion, today data.Day) string {
	return w.prompt(s, promptTitle, today)
}

// NudgeReason says why: "It came through Deniz and Omar on 3 June and was won on 14 September. Omar has
// heard from you, Deniz has not."
func (w *Words) NudgeReason(s *data.Suggestion, today data.Day) string {
	reason := w.prompt(s, promptReason, today)
	if len(s.Thanked) > 0 {
		reason += " " + w.prompt(s, promptMore, today)
	}
	return reason
}

// NudgeDo is what the button says that does it: "Thank Deniz".
func (w *Words) NudgeDo(s *data.Suggestion, today data.Day) string {
	return w.prompt(s, promptDo, today)
}

// NudgeLetter returns the words to write, with the subject of a mail and what is noted as said. mine is
// what the user is called.
func (w *Words) NudgeLetter(s *data.Suggestion, mine string, today data.Day) (subject, text, noted string) {
	text = w.T("congratulate.greeting", Args{"Given": oneLine(s.Given)}) + "\n\n" + w.prompt(s, promptMessage, today)
	if mine != "" {
		text += "\n\n" + oneLine(mine)
	}
	return w.prompt(s, promptSubject, today), text, w.prompt(s, promptNoted, today)
}

// prompt says one of the sentences of a nudge.
func (w *Words) prompt(s *data.Suggestion, part string, today data.Day) string {
	id := string(s.Case) + "." + part
	t, ok := w.prompts[id]
	if !ok {
		return bracket(id)
	}
	n := len(s.Others)
	if part == promptMore {
		n = len(s.Thanked)
	}
	return ended(t.form(n).fill(w, []Args{w.told(s, today)}, &n))
}

// told are the values for the placeholders of a nudge's sentences.
func (w *Words) told(s *data.Suggestion, today data.Day) Args {
	args := Args{"Name": oneLine(s.Name), "Given": oneLine(s.Given), "What": quote(s.What), "Place": oneLine(s.Place),
		"Others": w.those(s.Others), "Thanked": w.those(s.Thanked), "First": w.Day(s.First, today), "Last": w.Day(s.Last, today)}
	args["Through"] = w.those(append([]data.Someone{{Person: s.Person, Name: s.Name}}, s.Others...))
	if s.Contact != nil {
		args["Contact"] = w.Contact(s.Contact, today)
	} else {
		args["Contact"] = w.T("reach.no_contact")
	}
	if s.Move != nil {
		args["Move"] = w.Move(s.Name, s.Move)
	}
	if s.Occasion != nil {
		args["Occasion"] = w.Occasion(*s.Occasion, today)
	}
	if s.Gave != nil {
		args["Gave"] = w.GiveAndTake(s.Name, data.TwelveMonths, s.Gave, func(name string) string { return name })
	}
	return args
}

// those names people as a sentence does, at most so many of them.
func (w *Words) those(people []data.Someone) string {
	const named = 3
	var list []string
	for _, p := range people[:min(len(people), named)] {
		list = append(list, oneLine(p.Name))
	}
	if more := len(people) - named; more > 0 {
		list = append(list, w.N("remind.more", more))
	}
	return w.List(list)
}
