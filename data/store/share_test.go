package store

import (
	"database/sql"
	"path/filepath"
	"testing"
)

// Shares of Windows are named like //server/share. Here a path may begin with two slashes as well.
func TestAFolderOnAShareWillDo(t *testing.T) {
	path := "/" + filepath.ToSlash(filepath.Join(t.TempDir(), FileName))
	db, err := sql.Open("sqlite", dsn(path, false))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE TABLE kept (x INTEGER) STRICT"); err != nil {
		t.Errorf("%s: %v", path, err)
	}
}
