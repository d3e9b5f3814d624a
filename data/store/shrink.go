package store

import (
	"context"
	"database/sql"
)

// Shrink gives back the memory that reading and writing have taken. What is asked next takes some milliseconds
// more; it is for processes that rest for long.
func (s *Store) Shrink(ctx context.Context) error {
	s.readers.SetMaxIdleConns(0)
	s.readers.SetMaxIdleConns(maxReaders)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writer == nil {
		return sql.ErrConnDone
	}
	_, err := s.writer.ExecContext(ctx, "PRAGMA shrink_memory")
	return err
}
