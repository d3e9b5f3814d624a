package store_test

import (
	"testing"
	"time"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestOnePokeStandsForAllChangesButThoseOfChannels(t *testing.T) {
	s := datatest.Open(t)
	pokes, stop := s.Pokes()
	set := func(value string) {
		t.Helper()
		if err := s.Write(t.Context(), "set", func(tx *store.Tx) error { return tx.Set("accent", value) }); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		name string
		what func()
		want int
	}{
		{"a channel did well", func() {
			if err := s.NoteChannel(t.Context(), data.FileChannel, ""); err != nil {
				t.Fatal(err)
			}
		}, 0},
		{"two changes", func() { set("a"); set("b") }, 1},
		{"a change after the end", func() { stop(); set("c") }, 0},
	} {
		step.what()
		if len(pokes) != step.want {
			t.Errorf("%s: %d pokes, want %d", step.name, len(pokes), step.want)
		}
		for len(pokes) > 0 {
			<-pokes
		}
	}
}

func TestAChannelRemembersItsLastSuccessAndItsTrouble(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	s := clocked(t, t.TempDir(), &now)
	var heard int
	defer s.Watch(func(c data.Change) {
		if !c.Touches(data.Channels) || c.Touches(data.Settings) {
			t.Errorf("told of %+v", c)
		}
		heard++
	})()
	start := now.UnixMilli()
	for i, step := range []struct {
		after     time.Duration
		trouble   string
		succeeded int64
		failed    int64
		heard     int
	}{
		{0, "", start, 0, 1},
		{30 * time.Second, "", start, 0, 1}, // it goes on to do well
		{30 * time.Second, "The server is gone.", start, start + 60_000, 2},
		{time.Second, "", start + 61_000, start + 60_000, 3},
		{time.Minute, "", start + 121_000, start + 60_000, 4},
		{-time.Hour, "", start + 121_000 - 3_600_000, start + 60_000, 5}, // the clock was set back
	} {
		now = now.Add(step.after)
		if err := s.NoteChannel(t.Context(), data.ServerChannel, step.trouble); err != nil {
			t.Fatal(err)
		}
		all, err := s.Channels(t.Context())
		want := data.Channel{Name: data.ServerChannel, Succeeded: step.succeeded, Failed: step.failed, Trouble: step.trouble}
		if got := all[data.ServerChannel]; err != nil || got != want || len(all) != 1 || heard != step.heard {
			t.Errorf("step %d: %+v, heard %d times (%v); want %+v, %d", i, got, heard, err, want, step.heard)
		}
	}
	if _, err := s.Undo(t.Context()); err == nil {
		t.Error("how a channel did can be undone")
	}
}
