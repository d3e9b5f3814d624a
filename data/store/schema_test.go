package store_test

import (
	"regexp"
	"slices"
	"testing"

	"peerage/data/datatest"
	"peerage/data/store"
)

func tables(t *testing.T, s *store.Store) []string {
	t.Helper()
	all := store.Texts(t, s, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
	if len(all) < 10 {
		t.Fatalf("only the tables %v", all)
	}
	return all
}

func TestEveryTableIsJournalledOrLeftOutOnPurpose(t *testing.T) {
	s := datatest.Open(t)
	for _, table := range tables(t, s) {
		if journalled, left := store.Covered(table); journalled == left {
			t.Errorf("table %s stands in kinds: %v, and in unjournalled: %v", table, journalled, left)
		}
	}
}

// TestEveryTableIsOneThatTheJournalCanPutBack holds what undo stands on: a row is known by its id,
// which no statement changes, and nothing changes a row but a statement of our own.
func TestEveryTableIsOneThatTheJournalCanPutBack(t *testing.T) {
	s := datatest.Open(t)
	for _, table := range tables(t, s) {
		if got := store.Texts(t, s, "SELECT type FROM pragma_table_info(?) WHERE name = 'id' AND pk = 1", table); !slices.Equal(got, []string{"INTEGER"}) {
			t.Errorf("table %s has no INTEGER PRIMARY KEY id", table)
		}
		for _, action := range store.Texts(t, s, "SELECT on_delete || ' ' || on_update FROM pragma_foreign_key_list(?)", table) {
			if action != "NO ACTION NO ACTION" {
				t.Errorf("a foreign key of %s acts by itself: %s", table, action)
			}
		}
		sql := store.Texts(t, s, "SELECT sql FROM sqlite_master WHERE name = ?", table)[0]
		if !regexp.MustCompile(`\) STRICT$`).MatchString(sql) {
			t.Errorf("table %s is not STRICT", table)
		}
		if regexp.MustCompile(`REFERENCES`).MatchString(sql) && len(regexp.MustCompile(`REFERENCES`).FindAllString(sql, -1)) !=
			len(regexp.MustCompile(`DEFERRABLE INITIALLY DEFERRED`).FindAllString(sql, -1)) {
			t.Errorf("a foreign key of %s is looked at before the end, so rows could not be put back in their order", table)
		}
	}
	if triggers := store.Texts(t, s, "SELECT name FROM sqlite_master WHERE type = 'trigger'"); len(triggers) > 0 {
		t.Errorf("triggers %v would be run again by undo", triggers)
	}
}
