package command_test

import (
	"testing"

	"peerage/data"
	"peerage/data/intake"
	"peerage/data/store"
)

// join makes one of two people, as the window does: no command can.
func (d *desk) join(keep, drop string) {
	d.t.Helper()
	s, err := store.Open(d.env.DataDir, d.env.Now)
	if err != nil {
		d.t.Fatal(err)
	}
	defer s.Close()
	ids, err := s.ByUUIDs(d.t.Context(), []string{keep, drop})
	if err != nil {
		d.t.Fatal(err)
	}
	today := data.DayOf(d.env.Now())
	in := &intake.Importer{Store: s, Keeper: d.env.Keeper}
	if err := in.Join(d.t.Context(), "Merge into Ana Souza", ids[keep], ids[drop], today); err != nil {
		d.t.Fatal(err)
	}
}

// merged returns a desk on which Raj Patel was merged into Ana Souza, and then Kim Lee.
func merged(t *testing.T) *desk {
	t.Helper()
	d := known(t)
	ana := read[person](d, "show", "Ana").ID
	d.join(ana, read[person](d, "show", "Raj").ID)
	d.join(ana, read[person](d, "show", "Kim").ID)
	return d
}

func TestUndoTakesAMergeApartOutOfTurn(t *testing.T) {
	d := merged(t)
	d.run("log", "coffee with Ana", "--today", "2026-11-21")
	d.fails(1, []string{"“Merge into Ana Souza”", "nothing was changed"}, "undo", "--merge", "Raj Patel")
	for _, c := range []struct{ of, left string }{{"Kim Lee", "Kim"}, {"Ana Souza", "Raj"}} {
		if got := d.run("undo", "--merge", c.of); got != "Undone: Merge into Ana Souza\n" {
			t.Errorf("%s: %q", c.of, got)
		}
		if p := read[person](d, "show", c.left); len(p.Interactions) != 0 {
			t.Errorf("%s has the contact with Ana: %+v", c.left, p)
		}
	}
	if p := read[person](d, "show", "Ana"); len(p.Interactions) != 1 {
		t.Errorf("%+v", p)
	}
	d.fails(1, []string{"Nothing is known of a merge", "Ana Souza"}, "undo", "--merge", "Ana")
	d.fails(2, []string{"Nobody"}, "undo", "--merge", "Nobody")
	if got := d.run("undo"); got != "Undone: Take Raj Patel apart from Ana Souza\n" {
		t.Errorf("%q", got)
	}
	if got := read[map[string]string](d, "undo", "--merge", "Raj"); got["undone"] != "Merge into Ana Souza" {
		t.Errorf("%v", got)
	}
}

func TestWhatStandsInTheWayOfAMergeIsNamed(t *testing.T) {
	d := known(t)
	d.run("set", "Raj", "--cadence", "30/60")
	d.join(read[person](d, "show", "Ana").ID, read[person](d, "show", "Raj").ID)
	d.run("set", "Ana", "--snooze-until", "2027-01-01")
	d.fails(1, []string{"stands in the way: “Edit Ana Souza”."}, "undo", "--merge", "Ana")
	d.run("undo")
	d.run("undo", "--merge", "Ana")
	if p := read[person](d, "show", "Raj"); p.Cadence == nil || p.Cadence.Ideal != 30 {
		t.Errorf("%+v", p)
	}
}
