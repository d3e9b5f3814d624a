package words

import (
	"strings"
	"testing"

	"peerage/data"
)

// move returns a move of some kinds from one post to another, between two days.
func move(after, by data.Day, kinds ...data.MoveKind) *data.Move {
	m := &data.Move{Kinds: kinds, After: after, By: by,
		From: data.Post{Employer: "Zenith", Title: "Senior Engineer"}, To: data.Post{Employer: "Zenith", Title: "Engineering Manager"}}
	switch kinds[0] {
	case data.Left:
		m.To = data.Post{}
	case data.Retired:
		m.To = data.Post{Title: "Retired"}
	case data.NewEmployer:
		m.To.Employer = "Acme"
	}
	return m
}

func TestTheDayOfAMoveIsSaidAsExactlyAsItIsKnown(t *testing.T) {
	w, today, day := english(t), data.NewDay(2026, 11, 22), data.NewDay(2026, 4, 3)
	for _, c := range []struct {
		after, by              data.Day
		said, month, sinceThen string
	}{
		{day, day, "On 3 April.", "Apr 2026", "since April 2026"},
		{today, today, "Today.", "Nov 2026", "since November 2026"},
		{data.NewDay(2026, 4, 1), data.NewDay(2026, 4, 30), "In April 2026.", "Apr 2026", "since April 2026"},
		{data.NewDay(2026, 4, 3), data.NewDay(2026, 4, 20), "Between 3 April and 20 April.", "Apr 2026", "since April 2026"},
		{data.NewDay(2025, 12, 28), data.NewDay(2026, 1, 4), "Between 28 December 2025 and 4 January 2026.", "by Jan 2026", "since 2026"},
		{data.NewDay(2026, 1, 1), data.NewDay(2026, 12, 31), "In 2026.", "by Dec 2026", "since 2026"},
		{data.NewDay(2026, 2, 20), data.NewDay(2026, 11, 22), "Between February 2026 and November 2026.", "by Nov 2026", "since 2026"},
		{data.NewDay(2020, 6, 30), data.NewDay(2026, 11, 15), "Between June 2020 and November 2026.", "by Nov 2026", "since 2026 at the latest"},
		{data.NewDay(2025, 11, 16), data.NewDay(2026, 11, 15), "Between November 2025 and November 2026.", "by Nov 2026", "since 2026"},
	} {
		m := move(c.after, c.by, data.IntoManagement)
		if got := w.MoveDay(m, today); got != c.said {
			t.Errorf("%v to %v: %q, want %q", c.after, c.by, got, c.said)
		}
		if got := w.MoveMonth(m); got != c.month {
			t.Errorf("%v to %v: %q, want %q", c.after, c.by, got, c.month)
		}
		if got := w.MoveSince(c.after, c.by); got != c.sinceThen {
			t.Errorf("%v to %v: %q, want %q", c.after, c.by, got, c.sinceThen)
		}
	}
}

func TestWhatSomeoneDidBeforeAMoveIsSaidWithAboutWhenItEnded(t *testing.T) {
	w, today := english(t), data.NewDay(2026, 11, 22)
	for _, c := range []struct {
		after, by data.Day
		want      string
	}{
		{data.NewDay(2026, 4, 3), data.NewDay(2026, 4, 3), "Senior Engineer until 3 April."},
		{data.NewDay(2026, 4, 1), data.NewDay(2026, 4, 30), "Senior Engineer until April 2026."},
		{data.NewDay(2025, 11, 30), data.NewDay(2026, 11, 22), "Senior Engineer until 2026."},
		{data.NewDay(2020, 6, 30), data.NewDay(2026, 11, 22), "Senior Engineer until 2026 at the latest."},
	} {
		if got := w.Before(move(c.after, c.by, data.IntoManagement), today); got != c.want {
			t.Errorf("%v to %v: %q, want %q", c.after, c.by, got, c.want)
		}
	}
}

func TestAMoveIsSaidInAFewWords(t *testing.T) {
	w := english(t)
	for kind, want := range map[data.MoveKind]string{
		data.IntoManagement: "Engineering Manager at Zenith", data.NewEmployer: "Engineering Manager at Acme", data.Left: "Left Zenith", data.Retired: "Retired",
	} {
		if got := w.MoveShort(move(1, 1, kind)); got != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
	m := move(1, 1, data.Left)
	m.From.Employer = ""
	if got := w.MoveShort(m); got != "No longer Senior Engineer" {
		t.Errorf("without an employer: %q", got)
	}
}

func TestHowTwoKnowEachOtherIsOneSentence(t *testing.T) {
	w := english(t)
	since, until := data.PartialDay{Year: 2016, Month: 7}, data.PartialDay{Year: 2020, Month: 2}
	for _, c := range []struct {
		tie  data.Tie
		want string
	}{
		{data.Tie{Kind: data.Peer, Derived: true, Since: since, Until: until}, "You were peers at Halden, 2016 to 2020."},
		{data.Tie{Kind: data.Peer, Derived: true, Since: since, Current: true}, "You are peers at Halden, since 2016."},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Certain, Since: since, Until: until}, "You worked together at Halden, 2016 to 2020."},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Certain}, "You worked together at Halden."},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Possible, Confirmed: true}, "You worked together at Halden."},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Likely, Since: since, Until: until}, "You may have worked together at Halden, 2016 to 2020."},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Possible}, "You may have worked together at Halden."},
		{data.Tie{Kind: data.Coworker, Derived: true, Current: true}, "You work together at Halden."},
		{data.Tie{Kind: data.Peer, Derived: true, Sure: data.Possible}, "You may have been peers at Halden."},
		{data.Tie{Kind: data.Peer, Derived: true, Sure: data.Possible, Since: since, Until: until}, "You may have been peers at Halden, 2016 to 2020."},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Possible}, "You may have worked together at Halden."},
		{data.Tie{Kind: data.Alumni, Derived: true}, "You were both at Halden, at other times."},
		{data.Tie{Kind: data.Collaborator, Derived: true, Note: "Orbita"}, "You were both part of Orbita."},
		{data.Tie{Kind: data.Collaborator, Derived: true, Note: "Orbita", Since: since, Until: until}, "You were both part of Orbita, 2016 to 2020."},
		{data.Tie{Kind: data.Mentor, Current: true}, "Mentor, as you noted."},
		{data.Tie{Kind: data.Manager, Since: since, Until: until}, "Former manager, 2016 to 2020, as you noted."},
	} {
		if got := w.Together(c.tie, "Halden"); got != c.want {
			t.Errorf("%+v: %q, want %q", c.tie, got, c.want)
		}
	}
}

func TestWarmWordsAreForThoseWhoAreNear(t *testing.T) {
	w := english(t)
	since := data.PartialDay{Year: 2016}
	for _, c := range []struct {
		tie            data.Tie
		warm, together bool
	}{
		{data.Tie{}, false, false},
		{data.Tie{Kind: data.Alumni, Derived: true, Sure: data.Certain}, false, false},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Possible, Since: since}, false, false},
		{data.Tie{Kind: data.Peer, Derived: true, Sure: data.Likely, Since: since}, false, false},
		{data.Tie{Kind: data.Colleague, Derived: true, Sure: data.Possible, Current: true, Months: -1}, false, false},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Likely, Current: true, Since: since}, true, false},
		{data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Certain, Since: since}, true, true},
		{data.Tie{Kind: data.Peer, Derived: true, Sure: data.Likely, Confirmed: true, Since: since}, true, true},
		{data.Tie{Kind: data.Friend, Current: true}, true, false},
	} {
		for kind, warmth := range map[data.MoveKind]string{data.IntoManagement: "The people you lead are lucky.", data.Promotion: "it is well earned!"} {
			got := w.Message(Congratulation{Given: "Rosa", Move: move(1, 1, kind), Tie: c.tie, Organisation: "Halden"})
			if strings.Contains(got, warmth) != c.warm || strings.Contains(got, "our time at Halden") != c.together || !strings.Contains(got, "Congratulations") {
				t.Errorf("%+v: %q", c.tie, got)
			}
		}
	}
}

func TestTheWordsFitTheMoveAndTheTie(t *testing.T) {
	w := english(t)
	peer := data.Tie{Kind: data.Peer, Derived: true, Sure: data.Certain}
	for _, c := range []struct {
		kind          data.MoveKind
		tie           data.Tie
		subject, note string
		words         []string
	}{
		{data.IntoManagement, peer, "Congratulations, Rosa", "Congratulations on becoming Engineering Manager at Zenith",
			[]string{"Dear Rosa,\n\nI have just seen that you are Engineering Manager at Zenith now.", "our time at Halden", "\n\nMara"}},
		{data.Promotion, data.Tie{Kind: data.Mentee}, "Congratulations, Rosa", "", []string{"well earned", "I have seen you work for this"}},
		{data.NewEmployer, data.Tie{Kind: data.Mentor}, "Congratulations, Rosa", "", []string{"Engineering Manager at Acme", "I have learned a lot from you"}},
		{data.NewTitle, data.Tie{Kind: data.Peer, Derived: true, Current: true}, "Congratulations, Rosa", "", []string{"Congratulations!\n\nHow is it going"}},
		{data.OutOfManagement, data.Tie{}, "All the best for what comes next, Rosa", "", []string{"I wish you joy in it."}},
		{data.Left, data.Tie{}, "All the best for what comes next, Rosa", "Good wishes on leaving Zenith", []string{"you have left Zenith", "If there is anything I can do"}},
		{data.Retired, data.Tie{}, "All the best for your retirement, Rosa", "Good wishes for the retirement", []string{"you have retired", "Shall we have a coffee"}},
	} {
		said := Congratulation{Given: "Rosa", Mine: "Mara", Move: move(1, 1, c.kind), Tie: c.tie, Organisation: "Halden"}
		if got := w.Subject(said); got != c.subject {
			t.Errorf("%s: the subject is %q, want %q", c.kind, got, c.subject)
		}
		if got := w.Congratulated(said.Move); c.note != "" && got != c.note {
			t.Errorf("%s: noted as %q, want %q", c.kind, got, c.note)
		}
		for _, part := range c.words {
			if got := w.Message(said); !strings.Contains(got, part) {
				t.Errorf("%s: %q does not contain %q", c.kind, got, part)
			}
		}
	}
	if got := w.Message(Congratulation{Given: "Rosa", Move: move(1, 1, data.NewTitle)}); strings.HasSuffix(got, "\n") {
		t.Errorf("without a name of one's own: %q", got)
	}
}

func TestANameThatEndsInAFullStopEndsTheSentence(t *testing.T) {
	w := english(t)
	tie := data.Tie{Kind: data.Coworker, Derived: true, Current: true, Sure: data.Certain}
	for organisation, want := range map[string]string{
		"Kestrel Labs, Inc.": "You work together at Kestrel Labs, Inc.", "Zenith": "You work together at Zenith.", "And so on...": "You work together at And so on....",
	} {
		if got := w.Together(tie, organisation); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
