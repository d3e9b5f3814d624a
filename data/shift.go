package data

// Shift says why a check-in stands on the day it does.
type Shift string

// The shifts.
const (
	Unshifted Shift = ""          // it is the day its rhythm asks for, or the day a snooze or a pause ends
	Appointed Shift = "appointed" // the user put it there
	Crowded   Shift = "crowded"   // the day before it had no place free
	OffDay    Shift = "off_day"   // the user gives no check-ins on the day it is due
)
