package linkedin

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"peerage/data"
)

// Names hold a day as LinkedIn writes it in those of its archives (month, day, year) or as people name
// folders, and no longer number around it. What can be no month, day and year may be day, month and year.
var (
	dayInName   = regexp.MustCompile(`(?:^|[^0-9])(?:(\d{4})[-_.](\d\d)[-_.](\d\d)|(\d\d)-(\d\d)-(\d{4})|(20\d\d)(\d\d)(\d\d))(?:[^0-9]|$)`)
	monthInName = regexp.MustCompile(`(?:^|[^-_.0-9])(\d{4})[-_.](\d\d)(?:$|[^-_.0-9]|[-_.](?:$|[^0-9]))`)
)

// SnapshotDay returns the day that a file speaks of, as the last part of its path with a date in it
// says: Basic_LinkedInDataExport_11-15-2026.zip, or a folder called 2026-11-15 or 2026-11. A month
// means its last day, or modified where that is earlier in the same month, for a file tells of no day
// after it was written. A date that does not exist or lies before LinkedIn (2003) is none. With no
// date in the path it is modified, the day of the file's last change, and named is false.
func SnapshotDay(path string, modified data.Day) (day data.Day, named bool) {
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '\\' })
	for i := len(parts) - 1; i >= 0; i-- {
		for _, m := range dayInName.FindAllStringSubmatch(parts[i], -1) {
			for _, day := range []data.PartialDay{
				nameDate(m[1], m[2], m[3]), nameDate(m[6], m[4], m[5]), nameDate(m[6], m[5], m[4]), nameDate(m[7], m[8], m[9]),
			} {
				if !day.IsZero() {
					return day.Earliest(), true
				}
			}
		}
		for _, m := range monthInName.FindAllStringSubmatch(parts[i], -1) {
			month := nameDate(m[1], m[2], "")
			if month.IsZero() {
				continue
			}
			if modified >= month.Earliest() && modified <= month.Latest() {
				return modified, true
			}
			return month.Latest(), true
		}
	}
	return modified, false
}

// nameDate returns a date made of digits, or the zero one when there is no such date.
func nameDate(year, month, day string) data.PartialDay {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	p := data.PartialDay{Year: y, Month: time.Month(m), Day: d}
	if y < foundedYear || m == 0 || (d == 0 && day != "") || !p.Valid() {
		return data.PartialDay{}
	}
	return p
}
