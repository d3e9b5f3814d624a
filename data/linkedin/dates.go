package linkedin

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"peerage/data"
)

// parseDate reads a date as LinkedIn writes it and as spreadsheets rewrite it: 08 Feb 2026, 8-Feb-26,
// Feb 2026, Feb-26, 2026, 2026-02-08, 2026-02, 08.02.2026, with the names of months in the languages
// of monthNames. A date of numbers and slashes is a day only where day and month cannot be mistaken
// for each other. It returns false for everything else and for days that do not exist.
func parseDate(s string) (data.PartialDay, bool) {
	if len(s) > 64 {
		return data.PartialDay{}, false
	}
	var p data.PartialDay
	var ok bool
	parts, n := dateParts(s)
	switch n {
	case 1:
		p, ok = data.PartialDay{Year: parts[0].fullYear()}, true
	case 2:
		p, ok = monthOfYear(parts[0], parts[1])
	case 3:
		p, ok = dayOfMonth(parts[0], parts[1], parts[2])
	}
	if !ok || p.Year == 0 || !p.Valid() {
		return data.PartialDay{}, false
	}
	return p, true
}

// parseStamp reads the day of an instant as LinkedIn writes it, 08/30/22, 05:51 PM or 2024/01/01
// 10:00:00 UTC, and of every other day that parseDate reads, with or without a time after it. Numbers
// and slashes with a year of two digits are LinkedIn's own form, month first. It returns false for
// everything else and for days that do not exist.
func parseStamp(s string) (data.Day, bool) {
	if len(s) > 64 {
		return 0, false
	}
	date, ok := cutTime(s)
	if !ok {
		return 0, false
	}
	if month, rest, ok := strings.Cut(date, "/"); ok && len(month) <= 2 {
		if day, year, _ := strings.Cut(rest, "/"); len(year) == 2 {
			date = day + "." + month + "." + year
		}
	}
	p, ok := parseDate(date)
	return p.Earliest(), ok && p.Day != 0
}

// cutTime returns the date of an instant without the time that may follow it, and false where what follows
// is none.
func cutTime(s string) (date string, ok bool) {
	date, minutes, timed := strings.Cut(s, ":")
	if !timed {
		return s, true
	}
	hour := strings.TrimRight(date, "0123456789")
	if hour == date || minutes == "" {
		return "", false
	}
	date = strings.TrimRight(hour, " ,T\u00a0\u202f")
	for _, word := range beforeTime {
		date = strings.TrimSuffix(date, word)
	}
	return date, true
}

// beforeTime are the words that stand between a day and its time.
var beforeTime = []string{" at", " um", " à", " a las", " às", " alle", " om"}

// datePart is a number or the name of a month.
type datePart struct {
	number int
	digits int        // how many; 0 for a name
	month  time.Month // 0 for a number
	dotted bool       // a full stop follows: the numbers are in the order day, month, year
}

// fullYear returns a year of four digits, or 0.
func (p datePart) fullYear() int {
	if p.digits != 4 {
		return 0
	}
	return p.number
}

// year returns a year of four or two digits, or 0. Of the two that two digits may mean it is the one
// from 1950 to 2049, in which careers of today lie.
func (p datePart) year() int {
	switch {
	case p.digits != 2:
		return p.fullYear()
	case p.number >= 50:
		return 1900 + p.number
	}
	return 2000 + p.number
}

// day returns a day or month of one or two digits, or 0.
func (p datePart) day() int {
	if p.digits < 1 || p.digits > 2 {
		return 0
	}
	return p.number
}

// monthOfYear reads Feb 2026, Feb-26, 2026-02 and 02/2026.
func monthOfYear(a, b datePart) (data.PartialDay, bool) {
	switch {
	case a.month > 0:
		return data.PartialDay{Year: b.year(), Month: a.month}, b.year() > 0
	case b.month > 0:
		return data.PartialDay{Year: a.fullYear(), Month: b.month}, a.fullYear() > 0
	case a.fullYear() > 0:
		return data.PartialDay{Year: a.number, Month: time.Month(b.day())}, b.day() > 0
	}
	return data.PartialDay{Year: b.fullYear(), Month: time.Month(a.day())}, b.fullYear() > 0 && a.day() > 0
}

// dayOfMonth reads 8 Feb 2026, 8-Feb-26, Feb 8, 2026, 2026-02-08, 08.02.2026, and 02/15/2026 or
// 15/02/2026.
func dayOfMonth(a, b, c datePart) (data.PartialDay, bool) {
	whole := func(year, month, day int) (data.PartialDay, bool) {
		return data.PartialDay{Year: year, Month: time.Month(month), Day: day}, year > 0 && month > 0 && day > 0
	}
	switch {
	case b.month > 0:
		return whole(c.year(), int(b.month), a.day())
	case a.month > 0:
		return whole(c.fullYear(), int(a.month), b.day())
	case a.fullYear() > 0:
		return whole(a.number, b.day(), c.day())
	case a.dotted && b.dotted:
		return whole(c.year(), b.day(), a.day())
	case a.day() > 12, a.day() == b.day():
		return whole(c.fullYear(), b.day(), a.day())
	case b.day() > 12:
		return whole(c.fullYear(), a.day(), b.day())
	}
	return data.PartialDay{}, false
}

// dateParts takes a date apart at blanks, hyphens, slashes, commas and full stops, and returns how many
// parts it has: 0 when there are more than three or one is neither a number nor a month. The little
// words of 8 de fevereiro de 2026 are none.
func dateParts(s string) (parts [3]datePart, n int) {
	for len(s) > 0 {
		var p datePart
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r >= '0' && r <= '9':
			p, s = cutNumber(s)
		case unicode.IsLetter(r):
			word := s
			if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
				word = s[:end]
			}
			if s = s[len(word):]; word == "de" || word == "del" {
				continue
			}
			p.month = monthCalled(word)
		case strings.ContainsRune(" -/.,\u00a0\u202f\u2011\u2013", r):
			s = s[size:]
			continue
		}
		if n == len(parts) || p == (datePart{}) {
			return parts, 0
		}
		parts[n] = p
		n++
	}
	return parts, n
}

// cutNumber takes the number off that s begins with. One of more than four digits is no part of a date.
func cutNumber(s string) (datePart, string) {
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end > 4 {
		return datePart{}, s
	}
	number, _ := strconv.Atoi(s[:end])
	return datePart{number: number, digits: end, dotted: strings.HasPrefix(s[end:], ".")}, s[end:]
}

// isYear reports whether a job may have begun or ended in a year.
func isYear(year int) bool { return year >= 1900 && year <= 2099 }

// certainYear returns the one number of four digits in s that can be a year, 0 when there is none or
// more than one.
func certainYear(s string) int {
	year := 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) {
		if n, _ := strconv.Atoi(word); len(word) != 4 || !isYear(n) {
			continue
		}
		if year != 0 {
			return 0
		}
		for _, d := range word {
			year = year*10 + int(d-'0')
		}
	}
	return year
}

// monthCalled returns the month of a name, or of its first letters where these are no other month's.
func monthCalled(word string) time.Month {
	return monthsByName[strings.ToLower(word)]
}

// monthNames are the months in English, German, French, Spanish, Portuguese, Italian and Dutch, in Swedish, Danish and
// Norwegian, in Polish and in Turkish. LinkedIn writes the first; spreadsheets write those of their own language.
var monthNames = [12]string{
	"january januar jänner janvier enero janeiro gennaio januari styczeń stycznia ocak",
	"february februar février fevrier febrero fevereiro febbraio februari luty lutego şubat",
	"march märz maerz marz mrz mars marzo março marco maart mrt marts marzec marca",
	"april avril abril aprile kwiecień kwietnia nisan",
	"may mai mayo maio maggio mei maj maja mayıs",
	"june juni juin junio junho giugno czerwiec czerwca haziran",
	"july juli juillet julio julho luglio lipiec lipca temmuz",
	"august août aout agosto augustus augusti sierpień sierpnia ağustos",
	"september sept septembre septiembre setiembre setembro settembre wrzesień września eylül",
	"october oktober octobre octubre outubro ottobre październik października ekim",
	"november novembre noviembre novembro listopad listopada kasım",
	"december dezember décembre decembre diciembre dezembro dicembre desember grudzień grudnia aralık",
}

// monthsByName has every month under its names and under what they are shortened to: three letters or
// more, unless two months share them (jui: juin, juillet).
var monthsByName = func() map[string]time.Month {
	months := map[string]time.Month{}
	for i, names := range monthNames {
		for _, name := range strings.Fields(names) {
			letters := 0
			for end, r := range name {
				end += utf8.RuneLen(r)
				if letters++; letters < 3 {
					continue
				}
				month := time.Month(i + 1)
				if m, taken := months[name[:end]]; taken && m != month {
					month = 0
				}
				months[name[:end]] = month
			}
		}
	}
	return months
}()
