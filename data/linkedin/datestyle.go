package linkedin

import (
	"strings"
	"time"

	"peerage/data"
)

// foundedYear is the year in which LinkedIn opened, on 5 May (https://about.linkedin.com). Its founders were
// members before that day, so no day of the year is beyond belief.
const foundedYear = 2003

// began is the first day on which anything can have happened there.
var began = data.NewDay(foundedYear, time.January, 1)

// dateStyle is what the dates of a file have shown of how it writes them, to tell whether the end of the file
// cut the last one. Of 08 Feb 2019 that leaves a year that is none, 20, and of 2019-02-18 another day.
type dateStyle struct {
	year         int  // how many figures the shortest year had that a date ends with; 0 while none does
	padded, bare bool // dates that begin with the year have numbers below ten as 07, as 7
}

// note learns from a date that is whole.
func (s *dateStyle) note(date string) {
	if !beginsWithYear(date) {
		if n := figures(date); n > 0 && (s.year == 0 || n < s.year) {
			s.year = n
		}
		return
	}
	padded, bare := smallNumbers(date)
	s.padded, s.bare = s.padded || padded, s.bare || bare
}

// mayGoOn reports whether a date may be the beginning of a longer one.
func (s *dateStyle) mayGoOn(date string) bool {
	n := figures(date)
	if !beginsWithYear(date) {
		return n > 0 && n < s.year
	}
	// No month of two figures begins with more than 1, and no day with more than 3.
	rest, most := date[:len(date)-n], byte('3')
	if !strings.ContainsAny(rest[4:len(rest)-1], "0123456789") {
		most = '1'
	}
	if n != 1 || date[len(date)-1] > most {
		return false
	}
	// Where nothing shows the manner, ISO 8601 has two figures.
	padded, bare := smallNumbers(rest)
	return padded || !bare && (s.padded || !s.bare)
}

// beginsWithYear reports whether a date is one of numbers with the year before all else.
func beginsWithYear(date string) bool {
	return len(date) > 5 && figures(date[:4]) == 4 && !isFigure(date[4])
}

// smallNumbers reports how a date that begins with its year has numbers below ten: as 07, as 7.
func smallNumbers(date string) (padded, bare bool) {
	for i := 4; i < len(date); i++ {
		if !isFigure(date[i]) || isFigure(date[i-1]) {
			continue
		}
		if i+1 == len(date) || !isFigure(date[i+1]) {
			bare = true
		} else if date[i] == '0' {
			padded = true
		}
	}
	return padded, bare
}

// figures counts those of the number that a date ends with.
func figures(date string) int { return len(date) - len(strings.TrimRight(date, "0123456789")) }

func isFigure(c byte) bool { return '0' <= c && c <= '9' }
