package data

import (
	"slices"
	"strings"
)

// Side is one of the two between whom a promise or an exchange stands.
type Side string

// The sides.
const (
	Mine   Side = "me"
	Theirs Side = "them"
)

// PromiseState says what became of a promise.
type PromiseState string

// The states. Late is an open promise whose day has passed: it is not kept in the file.
const (
	PromiseOpen  PromiseState = "open"
	PromiseLate  PromiseState = "late"
	PromiseKept  PromiseState = "kept"
	PromiseLetGo PromiseState = "let_go" // nobody waits for it any more
)

// Promise is what I said I would do for a person, or what they said they would do for me.
type Promise struct {
	ID          ID
	UUID        string
	Person      ID   // the other side
	By          Side // who promised
	What        string
	Made        Day          // when it was promised
	Due         Day          // 0 when no day was named
	State       PromiseState // PromiseOpen, PromiseKept or PromiseLetGo
	Settled     Day          // the day it was kept or let go, 0 while it is open
	Interaction ID           // where it was promised; 0 when it stands alone
}

// On returns the state as of today: an open promise is late on the days after the one it was due.
func (p *Promise) On(today Day) PromiseState {
	if p.State == PromiseOpen && p.Due != 0 && p.Due < today {
		return PromiseLate
	}
	return p.State
}

// Settle closes the promise, or with PromiseOpen opens it again.
func (p *Promise) Settle(state PromiseState, day Day) {
	p.State, p.Settled = state, day
	if state == PromiseOpen {
		p.Settled = 0
	}
}

// Validate returns an *Invalid for the first field that cannot be kept.
func (p *Promise) Validate(today Day) error {
	switch what := strings.TrimSpace(p.What); {
	case what == "":
		return &Invalid{"promise", Missing}
	case len([]rune(what)) > MaxNote:
		return &Invalid{"promise", TooLong}
	case p.Person == 0 || p.Person == Me:
		return &Invalid{"promise_with", Missing}
	case p.By != Mine && p.By != Theirs:
		return &Invalid{"promise_by", Unknown}
	case !slices.Contains([]PromiseState{PromiseOpen, PromiseKept, PromiseLetGo}, p.State):
		return &Invalid{"promise_state", Unknown}
	case p.Made == 0:
		return &Invalid{"made", Missing}
	case p.Made > today:
		return &Invalid{"made", InFuture}
	case p.Due != 0 && p.Due < p.Made:
		return &Invalid{"due", EndsBeforeStart}
	case p.Settled > today:
		return &Invalid{"settled", InFuture}
	}
	return nil
}

// ExchangeKind says what was given or received.
type ExchangeKind string

// The kinds of exchange. The last two come from LinkedIn's files.
const (
	Help           ExchangeKind = "help"
	Advice         ExchangeKind = "advice"
	Feedback       ExchangeKind = "feedback"
	Thanks         ExchangeKind = "thanks"
	AnIntroduction ExchangeKind = "introduction"
	Referral       ExchangeKind = "referral"
	Resource       ExchangeKind = "resource"
	Recommendation ExchangeKind = "recommendation"
	Endorsement    ExchangeKind = "endorsement"
)

// ExchangeKinds lists the kinds in the order they are offered.
var ExchangeKinds = []ExchangeKind{Help, Advice, Feedback, Thanks, AnIntroduction, Referral, Resource, Recommendation, Endorsement}

// Exchange is something that one gave the other.
type Exchange struct {
	ID          ID
	UUID        string
	Person      ID
	Kind        ExchangeKind
	By          Side // who gave it
	Day         Day
	Text        string
	Interaction ID     // where it happened; 0 when it stands alone
	Source      Source // Stated, or the file it was read from
}

// Validate returns an *Invalid for the first field that cannot be kept.
func (e *Exchange) Validate(today Day) error {
	switch {
	case e.Person == 0 || e.Person == Me:
		return &Invalid{"people", Missing}
	case !slices.Contains(ExchangeKinds, e.Kind):
		return &Invalid{"exchange_kind", Unknown}
	case e.By != Mine && e.By != Theirs:
		return &Invalid{"exchange_by", Unknown}
	case e.Day == 0:
		return &Invalid{"day", Missing}
	case e.Day > today:
		return &Invalid{"day", InFuture}
	case len([]rune(e.Text)) > MaxNote:
		return &Invalid{"text", TooLong}
	}
	return nil
}
