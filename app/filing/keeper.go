package filing

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"peerage/data"
	"peerage/data/calendar"
)

// Name is what the file is called in whichever folder it is kept.
const Name = "peerage.ics"

// State is how the file stands.
type State struct {
	Path    string    // of the file, "" while none is kept
	Written time.Time // when it last got what it holds; zero while it never did
	Err     error     // why it is not up to date, nil while it is
}

// Keeper keeps the file up to date. Several processes may keep the same one: each writes it whole, and only
// where it says something else. Its fields are set before Run and not changed later.
type Keeper struct {
	// Folder returns the folder in which the file is kept, "" for none.
	Folder func(context.Context) (string, error)
	// Calendar returns what the file is to hold.
	Calendar func(context.Context) ([]byte, error)
	// Poke tells Run that something changed. It is never closed.
	Poke <-chan struct{}
	// Changed is told by Run when the file stands differently; nil to ignore that.
	Changed func(State)
	// Note remembers, for other processes too, that the file was written, or why it could not be; nil to remember
	// nothing.
	Note func(context.Context, error)

	mu    sync.Mutex
	state State

	content []byte   // what the file is to hold; nil while that has to be asked
	on      data.Day // the day on which it was asked

	// after stands in for time.After in tests.
	after func(time.Duration) <-chan time.Time
}

// State returns how the file stands. It may be called from any goroutine.
func (k *Keeper) State() State {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.state
}

// settle is how long a change waits for others that come with it.
const settle = time.Second

// glance is how often the day and the file are looked at: a file that could not be written is tried again,
// one that somebody removed is written again.
const glance = time.Minute

// Run keeps the file up to date until ctx ends: at once, after each poke and on each new day. What changed
// just before the end is written then.
func (k *Keeper) Run(ctx context.Context, today func() data.Day) {
	after := k.after
	if after == nil {
		after = time.After
	}
	for ctx.Err() == nil {
		k.keep(ctx, today())
		select {
		case <-ctx.Done():
		case <-k.Poke:
			k.content = nil
			select {
			case <-ctx.Done():
			case <-after(settle):
			}
		case <-after(glance):
		}
	}
	select {
	case <-k.Poke:
		k.content = nil
	default:
	}
	if k.content == nil {
		k.keep(context.WithoutCancel(ctx), today())
	}
}

// keep brings the file up to date and notes how it stands then.
func (k *Keeper) keep(ctx context.Context, today data.Day) {
	state, err := k.write(ctx, today)
	if ctx.Err() != nil {
		return
	}
	state.Err = err
	k.mu.Lock()
	before := k.state
	if state.Written.IsZero() && state.Path == before.Path {
		state.Written = before.Written
	}
	k.state = state
	k.mu.Unlock()
	kept := state.Err == nil && state.Path != "" && (!state.Written.Equal(before.Written) || before.Err != nil)
	if k.Note != nil && (kept || state.Err != nil && reason(state.Err) != reason(before.Err)) {
		k.Note(ctx, state.Err)
	}
	if k.Changed != nil && (state.Path != before.Path || !state.Written.Equal(before.Written) || reason(state.Err) != reason(before.Err)) {
		k.Changed(state)
	}
}

func reason(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func (k *Keeper) write(ctx context.Context, today data.Day) (State, error) {
	folder, err := k.Folder(ctx)
	if err != nil || folder == "" {
		return State{}, err
	}
	state := State{Path: filepath.Join(folder, Name)}
	if k.content == nil || k.on != today {
		content, err := k.Calendar(ctx)
		if err != nil {
			return state, err
		}
		k.content, k.on = content, today
	}
	found, err := os.ReadFile(state.Path)
	switch {
	case err == nil && bytes.Equal(found, k.content):
	case err == nil && !ours(found):
		return state, &fs.PathError{Op: "write", Path: state.Path, Err: fs.ErrExist}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return state, err
	default:
		if err := Write(state.Path, k.content); err != nil {
			return state, err
		}
	}
	info, err := os.Stat(state.Path)
	if err == nil {
		state.Written = info.ModTime()
	}
	return state, err
}

// ours reports whether a file is a calendar that Peerage wrote, or nothing: no other file is overwritten.
func ours(content []byte) bool {
	return len(content) == 0 || bytes.Contains(content, []byte("\r\nPRODID:"+calendar.Product+"\r\n"))
}
