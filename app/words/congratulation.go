package words

import "peerage/data"

// Congratulation is what a few words to someone who has moved are made from.
type Congratulation struct {
	Given string // what they are called
	Mine  string // what the user is called
	Move  *data.Move
	// Tie is how the two know each other, and Organisation where from; the zero tie says nothing.
	Tie          data.Tie
	Organisation string
}

// Subject returns the subject of a mail.
func (w *Words) Subject(c Congratulation) string {
	args := Args{"Given": oneLine(c.Given)}
	switch {
	case c.Move.Is(data.Retired):
		return w.T("congratulate.subject_retired", args)
	case c.Move.Is(data.Left), c.Move.Is(data.OutOfManagement):
		return w.T("congratulate.subject_next", args)
	}
	return w.T("congratulate.subject", args)
}

// Message returns the words themselves, in paragraphs.
func (w *Words) Message(c Congratulation) string {
	args := Args{"Given": oneLine(c.Given), "Post": w.Post(c.Move.To), "Organisation": oneLine(c.Move.From.Employer)}
	text := w.T("congratulate.greeting", args) + "\n\n" + w.occasion(c.Move, c.near(), args)
	if between := w.between(c); between != "" {
		text += " " + between
	}
	text += "\n\n" + w.closing(c.Move)
	if c.Mine != "" {
		text += "\n\n" + oneLine(c.Mine)
	}
	return text
}

// near reports whether the two know each other's work, so that warm words become them: they do now, or the
// user said so, or nothing leaves a doubt. Who was at one place at other times has not seen the other work.
func (c *Congratulation) near() bool {
	t := &c.Tie
	return t.Kind != "" && t.Kind != data.Alumni && !t.ByProfession() && (t.Current || proven(*t))
}

// occasion says what the words are about. What the other does well is said only to who is near.
func (w *Words) occasion(m *data.Move, near bool, args Args) string {
	switch {
	case m.Is(data.Retired):
		return w.T("congratulate.retired", args)
	case m.Is(data.Left) && m.From.Employer == "":
		return w.T("congratulate.left_work", args)
	case m.Is(data.Left):
		return w.T("congratulate.left", args)
	case m.Is(data.OutOfManagement):
		return w.T("congratulate.out", args)
	case m.Is(data.IntoManagement) && near:
		return w.T("congratulate.into", args)
	case m.Is(data.Promotion) && near:
		return w.T("congratulate.promotion", args)
	case m.Is(data.NewEmployer):
		return w.T("congratulate.employer", args)
	}
	return w.T("congratulate.title", args)
}

// between says what the two have in common, "" where there is nothing to say.
func (w *Words) between(c Congratulation) string {
	args := Args{"Organisation": oneLine(c.Organisation)}
	switch t := c.Tie; {
	case t.Sure == data.Possible:
		return "" // nobody is to be reminded of what may never have been
	case t.Kind == data.Mentor:
		return w.T("congratulate.mentor")
	case t.Kind == data.Mentee:
		return w.T("congratulate.mentee")
	case (t.Kind == data.Peer || t.Kind == data.Coworker) && !t.Current && proven(t) && c.Organisation != "":
		return w.T("congratulate.together", args)
	}
	return ""
}

// closing asks for an answer.
func (w *Words) closing(m *data.Move) string {
	switch {
	case m.Is(data.Retired):
		return w.T("congratulate.close_retired")
	case m.Is(data.Left):
		return w.T("congratulate.close_left")
	}
	return w.T("congratulate.close")
}

// Congratulated says, as what was said in a contact, what someone was congratulated on.
func (w *Words) Congratulated(m *data.Move) string {
	args := Args{"Post": w.Post(m.To), "Organisation": oneLine(m.From.Employer)}
	switch {
	case m.Is(data.Retired):
		return w.T("congratulate.noted_retired")
	case m.Is(data.Left):
		return w.T("congratulate.noted_left", args)
	}
	return w.T("congratulate.noted", args)
}
