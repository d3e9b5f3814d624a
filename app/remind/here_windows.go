package remind

import (
	"syscall"
	"time"
)

// clockZone follows how far the clock of Windows is from UTC.
type clockZone struct{ zone *time.Location }

func systemZone() zoneFinder { return &clockZone{} }

// Whether GetTimeZoneInformation found summer time (winbase.h).
const (
	zoneStandard = 1
	zoneDaylight = 2
)

// find returns nil while Windows is as far from UTC as Go's own zone says. What it returns knows the
// distance of now alone, and is asked anew at each look at the clock.
func (c *clockZone) find(t time.Time) *time.Location {
	var info syscall.Timezoneinformation
	kind, err := syscall.GetTimeZoneInformation(&info)
	bias := info.Bias
	switch {
	case err != nil:
		return c.zone
	case kind == zoneStandard:
		bias += info.StandardBias
	case kind == zoneDaylight:
		bias += info.DaylightBias
	}
	offset := -int(bias) * 60
	if _, known := t.In(time.Local).Zone(); known == offset {
		c.zone = nil
		return nil
	}
	if c.zone != nil {
		if _, known := t.In(c.zone).Zone(); known == offset {
			return c.zone
		}
	}
	c.zone = time.FixedZone("", offset)
	return c.zone
}
