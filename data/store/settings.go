package store

import "context"

// Settings returns every setting the user changed, as written.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT name, value FROM setting")
	if err != nil {
		return nil, err
	}
	type setting struct{ name, value string }
	all, err := collect(rows, func(v *setting) []any { return []any{&v.name, &v.value} })
	settings := make(map[string]string, len(all))
	for _, v := range all {
		settings[v.name] = v.value
	}
	return settings, err
}

// Set keeps one setting.
func (tx *Tx) Set(name, value string) error {
	_, err := tx.exec("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
		name, value)
	return err
}
