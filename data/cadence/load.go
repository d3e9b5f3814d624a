package cadence

import "peerage/data"

// Load compares what the rhythms ask for with what the user gives.
type Load struct {
	PerWeek float64 // check-ins a week that the rhythms ask for
	Given   int     // check-ins a week that the user gives
	Over    bool    // they ask for more than that, so sooner or later somebody is overdue
}

// Capacity returns the load of all entries that have a rhythm and are not paused on today. What the
// user gives is limited by the places a day as well: ten a week do not fit into one a day. Settings
// that are not valid are replaced by the default ones.
func Capacity(entries []Entry, s Settings, today data.Day) Load {
	if s.Validate() != nil {
		s = DefaultSettings()
	}
	// Adding in the order of intervals makes the sum independent of the order of entries.
	var count [data.MaxInterval + 1]int
	for i := range entries {
		if ideal := entries[i].Rhythm.Ideal; ideal > 0 && entries[i].PausedUntil <= today {
			count[min(ideal, data.MaxInterval)]++
		}
	}
	var load Load
	for ideal, n := range count {
		if n > 0 {
			load.PerWeek += float64(7*n) / float64(ideal)
		}
	}
	days := 0
	for _, picked := range s.Weekdays {
		if picked {
			days++
		}
	}
	load.Given = min(s.PerWeek, s.PerDay*days)
	const rounding = 1e-9 // sevenths that add up to a whole number are not over it
	load.Over = load.PerWeek > float64(load.Given)+rounding
	return load
}
