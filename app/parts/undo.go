package parts

import (
	"context"

	"peerage/data/store"
)

// Turn takes an operation back or does it again, and returns its name as a screen may show it that hides names or
// shows them: the name may hold that of somebody who is there only before it or after it.
func Turn(ctx context.Context, s *store.Store, hidden bool, do func(context.Context) (string, error)) (string, error) {
	before, err := LoadVeil(ctx, s, hidden)
	if err != nil {
		return "", err
	}
	name, err := do(ctx)
	if err != nil {
		return name, err
	}
	after, err := LoadVeil(ctx, s, hidden)
	return after.Over(before.Over(name)), err
}
