// Package again says when what failed is to be tried again.
package again

import "time"

const (
	first = time.Minute
	last  = time.Hour
)

// After returns how long to leave something alone that has failed so many times in a row: a minute, then twice as long
// as before, up to an hour.
func After(failures int) time.Duration {
	pause := first
	for range failures - 1 {
		if pause *= 2; pause >= last {
			return last
		}
	}
	return pause
}
