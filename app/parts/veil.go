package parts

import (
	"context"
	"slices"

	"peerage/data"
	"peerage/data/store"
)

// Veil shows what the user wrote as the screen may: while names are hidden, initials stand where it names anybody
// in the network, beside whomever it was written. What is to be changed stays as it was written. The zero value
// shows all.
type Veil struct {
	over func(text string, short func(name string) string) string
}

// LoadVeil returns the veil of a screen that hides names, or shows them.
func LoadVeil(ctx context.Context, s *store.Store, hidden bool) (Veil, error) {
	if !hidden {
		return Veil{}, nil
	}
	known, err := s.Veil(ctx)
	if err != nil {
		return Veil{}, err
	}
	return Veil{known.Over}, nil
}

// Over returns a text as it may be shown.
func (v Veil) Over(text string) string {
	if v.over == nil {
		return text
	}
	return v.over(text, func(name string) string { return Called(name, true) })
}

// OverBoundary returns what somebody wants left alone as it may be shown.
func (v Veil) OverBoundary(b data.Boundary) data.Boundary {
	topics := make([]string, len(b.Avoid))
	for i, topic := range b.Avoid {
		topics[i] = v.Over(topic)
	}
	b.Avoid = topics
	return b
}

// OverExchanged returns what was given and received as it may be shown; nil for nil.
func (v Veil) OverExchanged(e *data.Exchanged) *data.Exchanged {
	if e == nil {
		return nil
	}
	over := func(gifts []data.Gift) []data.Gift {
		veiled := slices.Clone(gifts)
		for i := range veiled {
			veiled[i].Text = v.Over(veiled[i].Text)
		}
		return veiled
	}
	return &data.Exchanged{Person: e.Person, Given: over(e.Given), Received: over(e.Received)}
}
