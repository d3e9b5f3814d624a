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
	return s.shrinkWriter(ctx)
}

// shrinkWriter gives back what the write connection has in memory of the file, which after a large write may
// be all of it.
func (s *Store) shrinkWriter(ctx context.Context) error {
	_, err := s.writer.ExecContext(context.WithoutCancel(ctx), "PRAGMA shrink_memory")
	return err
}
