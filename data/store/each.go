package store

import (
	"bytes"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"reflect"

	"peerage/data"
)

// each scans every row of a question into the same variables and runs f, which asks nothing of db itself.
func each(ctx context.Context, db asker, query string, args, into []any, f func()) error {
	switch db := db.(type) {
	case *sql.DB:
		conn, err := db.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close()
		return eachOn(ctx, conn, query, args, into, f)
	case onConn:
		if db.conn != nil {
			return eachOn(ctx, db.conn, query, args, into, f)
		}
	}
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		f()
	}
	return rows.Err()
}

// gather is each for those who want all rows as nouns, whose fields fields names.
func gather[T any](ctx context.Context, db asker, query string, fields func(*T) []any) (all []T, err error) {
	var v T
	err = each(ctx, db, query, nil, fields(&v), func() { all = append(all, v) })
	return all, err
}

// onConn is a transaction with the connection it is on, nil when it has ended.
type onConn struct {
	*sql.Tx
	conn *sql.Conn
}

// eachOn is each without the locks and conversions of database/sql, which take as long as the driver itself
// where there are thousands of rows.
func eachOn(ctx context.Context, conn *sql.Conn, query string, args, into []any, f func()) error {
	return conn.Raw(func(c any) error {
		named := make([]driver.NamedValue, len(args))
		for i, a := range args {
			v, err := driver.DefaultParameterConverter.ConvertValue(a)
			if err != nil {
				return err
			}
			named[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
		}
		rows, err := c.(driver.QueryerContext).QueryContext(ctx, query, named)
		if err != nil {
			return err
		}
		defer rows.Close()
		values := make([]driver.Value, len(into))
		for {
			if err := rows.Next(values); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
			for i, v := range values {
				if err := scan(into[i], v); err != nil {
					return fmt.Errorf("column %d: %w", i, err)
				}
			}
			f()
		}
	})
}

// scan puts a value of the driver into a variable. The schema is strict, so that other types than these are a
// fault in the question.
func scan(into any, v driver.Value) error {
	switch into := into.(type) {
	case sql.Scanner:
		return into.Scan(v)
	case *string:
		if s, ok := v.(string); ok {
			*into = s
			return nil
		}
	case *data.ID:
		if n, ok := v.(int64); ok {
			*into = data.ID(n)
			return nil
		}
	case *int64:
		if n, ok := v.(int64); ok {
			*into = n
			return nil
		}
	case *int:
		if n, ok := v.(int64); ok {
			*into = int(n)
			return nil
		}
	case *[]byte:
		if b, ok := v.([]byte); ok {
			*into = bytes.Clone(b)
			return nil
		}
	case *bool:
		if n, ok := v.(int64); ok {
			*into = n != 0
			return nil
		}
	default: // a kind of contact, of tie, …: a string with a type of its own
		s, text := v.(string)
		if to := reflect.ValueOf(into).Elem(); text && to.Kind() == reflect.String {
			to.SetString(s)
			return nil
		}
	}
	return fmt.Errorf("a %T into a %T", v, into)
}
