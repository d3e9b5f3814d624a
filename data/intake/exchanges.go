package intake

import (
	"slices"

	"peerage/data"
)

// exchange is a recommendation or an endorsement of the files.
type exchange struct {
	data.ExchangeDraft
	file string
	from int           // which of the files it is of
	with *acquaintance // the other side; nil when the entry adds nothing
}

// takeExchanges adds the recommendations and endorsements of a file to the work. Unlike people and jobs
// they are not remembered as read: some that fit nobody may fit somebody the next time.
func (w *work) takeExchanges(f File) {
	for _, d := range f.Exchanges {
		w.exchanges = append(w.exchanges, exchange{ExchangeDraft: d, file: f.File, from: len(w.problems) - 1})
	}
}

// planExchanges says whom each recommendation and endorsement is about, and counts them. Nobody is added
// for one: a name alone says too little.
func (w *work) planExchanges() error {
	if len(w.exchanges) == 0 {
		return nil
	}
	everyone := w.directory()
	reported := map[data.Problem]bool{}
	type same struct {
		with *acquaintance
		what data.ExchangeDraft
	}
	had := map[same]bool{}
	for i := range w.exchanges {
		e := &w.exchanges[i]
		fitting := everyone.fitting(&e.ExchangeDraft)
		if len(fitting) != 1 {
			reason := data.NobodyFits
			switch {
			case len(fitting) > 1:
				reason = data.SeveralFit
			case everyone.namesakes(&e.ExchangeDraft):
				reason = data.OtherAddress
			}
			w.leaveExchange(e, reason, reported)
			continue
		}
		key := same{fitting[0], data.ExchangeDraft{Kind: e.Kind, By: e.By, Day: e.Day, Text: e.Text}}
		known, err := w.knows(fitting[0], &e.ExchangeDraft)
		if err != nil {
			return err
		}
		if known || had[key] {
			w.plan.Same++
			continue
		}
		had[key] = true
		e.with = fitting[0]
		w.plan.New++
		w.plan.Exchanges++
	}
	return w.ctx.Err()
}

// leaveExchange leaves out an entry that fits nobody or several, and reports each name once a file.
func (w *work) leaveExchange(e *exchange, why data.ProblemReason, reported map[data.Problem]bool) {
	w.plan.Skipped++
	w.plan.SkippedExchanges++
	p := data.Problem{File: e.file, Reason: why, Value: shortened(fullName(e.Given, e.Family))}
	if p.Value == "" {
		p.Value = shortened(e.Profile)
	}
	if !reported[p] {
		reported[p] = true
		p.Line = e.Line
		w.problems[e.from] = append(w.problems[e.from], p)
	}
}

// shortened cuts a text to the 80 characters that a problem shows.
func shortened(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 80)])
}

// knows reports whether the store has an exchange already, or had it until the user removed it.
func (w *work) knows(a *acquaintance, d *data.ExchangeDraft) (bool, error) {
	for _, id := range a.known {
		seen, err := w.tx.HasSeenExchange(asExchange(d, id))
		if seen || err != nil {
			return seen, err
		}
	}
	return false, nil
}

func asExchange(d *data.ExchangeDraft, person data.ID) *data.Exchange {
	return &data.Exchange{Person: person, Kind: d.Kind, By: d.By, Day: d.Day, Text: d.Text, Source: data.FromLinkedIn}
}

// writeExchanges adds what planExchanges found to be new, the oldest first, so that it does not matter in
// which order files list them.
func (w *work) writeExchanges() error {
	fresh := slices.DeleteFunc(slices.Clone(w.exchanges), func(e exchange) bool { return e.with == nil })
	slices.SortStableFunc(fresh, func(a, b exchange) int { return int(a.Day - b.Day) })
	for i := range fresh {
		e := &fresh[i]
		if _, err := w.tx.AddSeenExchange(asExchange(&e.ExchangeDraft, e.with.id())); err != nil {
			return err
		}
	}
	return nil
}
