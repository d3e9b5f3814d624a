package agent

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestABeatComesAfterWhatOthersWroteIsKnown(t *testing.T) {
	s := datatest.Open(t)
	known := make(chan bool, 9)
	defer s.Watch(func(c data.Change) { known <- c.All })()
	pulse := NewPulse(s)
	beats := pulse.Beats()
	other, err := store.Open(filepath.Dir(s.Path()), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	datatest.Person(t, other, "Ana")
	ctx, end := context.WithCancel(t.Context())
	defer end()
	go pulse.Run(ctx)
	select {
	case <-beats:
	case <-time.After(3 * Beat):
		t.Fatal("there is no beat")
	}
	if len(known) != 1 {
		t.Errorf("at the beat %d changes are known", len(known))
	}
}

func TestAWriteInTheFolderIsTold(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "peerage.db-wal")
	if err := os.WriteFile(path, []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(t.Context())
	defer end()
	written := watch(ctx, dir)
	if written == nil {
		return // this system tells nothing, and the pulse does not rest
	}
	for _, write := range []func() error{
		func() error { return os.WriteFile(path, []byte("b"), 0o600) },
		func() error { return os.Rename(path, filepath.Join(dir, "subscription.json")) },
		func() error { return os.Remove(filepath.Join(dir, "subscription.json")) },
	} {
		if err := write(); err != nil {
			t.Fatal(err)
		}
		select {
		case <-written:
		case <-time.After(5 * time.Second):
			t.Fatal("nothing is told")
		}
		time.Sleep(settling)
		for len(written) > 0 {
			<-written
		}
	}
}
