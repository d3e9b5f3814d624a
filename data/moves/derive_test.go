package moves_test

import (
	"fmt"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/moves"
)

// standings are what the titles of the tests say.
var standings = map[string]data.Standing{
	"student":         {Track: data.Individual, Level: data.Intern},
	"engineer":        {Track: data.Individual, Level: data.Mid},
	"designer":        {Track: data.Individual, Level: data.Mid},
	"senior engineer": {Track: data.Individual, Level: data.Senior},
	"freelance":       {Track: data.Individual, Level: data.UnknownLevel},
	"principal":       data.UnknownStanding,
	"board member":    {Track: data.UnknownTrack, Level: data.Executive},
	"manager":         {Track: data.Management, Level: data.ManagerLevel},
	"director":        {Track: data.Management, Level: data.Director},
	"chief":           {Track: data.Management, Level: data.Executive},
	"account exec":    {Track: data.Individual, Level: data.Mid, Field: "sales"},
	"senior sales":    {Track: data.Individual, Level: data.Senior, Field: "sales"},
	"cardiologist":    {Track: data.Individual, Level: data.Senior, Field: "health"},
	"retired chief":   {Track: data.Individual, Level: data.UnknownLevel},
}

// role returns a role whose words are their own normal forms. An employer in brackets names no
// organisation, and the same name with a number is one organisation under another name.
func role(employer, title string) moves.Role {
	r := moves.Role{Employer: employer, Title: title, Retired: strings.HasPrefix(title, "retired")}
	r.Role.Employer, r.Role.Title, r.Standing = employer, title, data.UnknownStanding
	if s, ok := standings[title]; ok {
		r.Standing = s
	}
	if strings.HasPrefix(employer, "(") {
		r.Employer = "\x00" + employer
	} else if employer != "" {
		r.Organisation = data.ID(strings.TrimRight(employer, "0123456789")[0])
	}
	r.Form = r.Employer + "\n" + title
	return r
}

func part(s string) data.PartialDay {
	p, err := data.ParsePartialDay(s)
	if err != nil {
		panic(err)
	}
	return p
}

func day(s string) data.Day {
	if s == "" {
		return 0
	}
	return part(s).Earliest()
}

// dated returns a role with its dates, held today where to is "now".
func dated(employer, title, from, to string) moves.Role {
	r := role(employer, title)
	r.Source, r.From, r.Current = data.Stated, part(from), to == "now"
	if !r.Current {
		r.To = part(to)
	}
	return r
}

// seen returns a role that snapshots show, held today unless it is gone on a day.
func seen(employer, title, first, last, gone string) moves.Role {
	r := role(employer, title)
	r.Source, r.FirstSeen, r.LastSeen, r.Gone, r.Current = data.FromLinkedIn, day(first), day(last), day(gone), gone == ""
	return r
}

// absent returns a role that is not current though nobody named another.
func absent(r moves.Role) moves.Role {
	r.Current = false
	return r
}

// form gives a role another normal form of its title.
func form(r moves.Role, title string) moves.Role {
	r.Title, r.Form = title, r.Employer+"\n"+title
	return r
}

// told writes moves one a line.
func told(list []data.Move) string {
	var all []string
	for _, m := range list {
		kinds := strings.Trim(strings.ReplaceAll(fmt.Sprint(m.Kinds), " ", "+"), "[]")
		days := m.After.String()
		if m.After != m.By {
			days += ".." + m.By.String()
		}
		all = append(all, strings.TrimRight(fmt.Sprintf("%s %s: %s/%s > %s/%s", days, kinds, m.From.Employer, m.From.Title, m.To.Employer, m.To.Title), " >/"))
	}
	return strings.Join(all, "\n")
}

const today = "2026-11-20"

func TestMoves(t *testing.T) {
	for _, c := range []struct {
		name  string
		roles []moves.Role
		want  string
	}{
		{"nobody", nil, ""},
		{"one role", []moves.Role{dated("acme", "engineer", "2018", "now")}, ""},

		{"seen with another title", []moves.Role{seen("acme", "engineer", "2024-11-17", "2024-11-17", "2025-11-16"), seen("acme", "designer", "2025-11-16", "2026-11-15", "")},
			"2024-11-17..2025-11-16 new_title: acme/engineer > acme/designer"},
		{"seen in management", []moves.Role{seen("acme", "engineer", "2024-11-17", "2025-01-01", "2025-11-16"), seen("acme", "manager", "2025-11-16", "2026-11-15", "")},
			"2025-01-01..2025-11-16 into_management+new_title: acme/engineer > acme/manager"},
		{"seen elsewhere under the same title", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("zeta", "engineer", "2025", "2025", "")},
			"2024-01-01..2025-01-01 new_employer: acme/engineer > zeta/engineer"},
		{"seen elsewhere under a title that still names the old employer", []moves.Role{form(seen("acme", "engineer, acme", "2024", "2024", "2025"), "engineer"), seen("zeta", "engineer, acme", "2025", "2025", "")},
			"2024-01-01..2025-01-01 new_employer: acme/engineer, acme > zeta/engineer, acme"},
		{"seen elsewhere in management", []moves.Role{seen("acme", "student", "2024", "2024", "2025"), seen("zeta", "director", "2025", "2025", "")},
			"2024-01-01..2025-01-01 into_management+new_employer+new_title: acme/student > zeta/director"},
		{"out of management", []moves.Role{dated("acme", "chief", "2018", "2024-06-30"), dated("zeta", "engineer", "2024-07-01", "now")},
			"2024-07-01 out_of_management+new_employer+new_title: acme/chief > zeta/engineer"},
		{"promoted on each track", []moves.Role{dated("acme", "engineer", "2010", "2012-01-31"), dated("acme", "senior engineer", "2012-02-01", "2014-02-28"), dated("acme", "manager", "2014-03", "2016-03-31"), dated("acme", "director", "2016-04-01", "now")},
			"2016-04-01 promotion+new_title: acme/manager > acme/director\n2014-03-01..2014-03-31 into_management+new_title: acme/senior engineer > acme/manager\n2012-02-01 promotion+new_title: acme/engineer > acme/senior engineer"},
		{"a higher level elsewhere is no promotion", []moves.Role{dated("acme", "manager", "2010", "2012-01-31"), dated("zeta", "director", "2012-02-01", "now")},
			"2012-02-01 new_employer+new_title: acme/manager > zeta/director"},
		{"a higher level in another profession is no promotion", []moves.Role{dated("acme", "account exec", "2010", "2012-01-31"), dated("acme", "cardiologist", "2012-02-01", "now")},
			"2012-02-01 new_title: acme/account exec > acme/cardiologist"},
		{"a higher level in a profession, and from none that is known", []moves.Role{dated("acme", "engineer", "2009", "2009-12-31"), dated("acme", "senior sales", "2010", "2010"), dated("zeta", "account exec", "2011-01-01", "2012-01-31"), dated("zeta", "senior sales", "2012-02-01", "now")},
			"2012-02-01 promotion+new_title: zeta/account exec > zeta/senior sales\n2011-01-01 new_employer+new_title: acme/senior sales > zeta/account exec\n2010-01-01..2010-12-31 promotion+new_title: acme/engineer > acme/senior sales"},
		{"a lower level is a title", []moves.Role{dated("acme", "director", "2010", "2012-01-31"), dated("acme", "manager", "2012-02-01", "now")},
			"2012-02-01 new_title: acme/director > acme/manager"},
		{"a title that says nothing is neither track", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("acme", "principal", "2025", "2025", "2026"), seen("acme", "director", "2026", "2026", "")},
			"2025-01-01..2026-01-01 new_title: acme/principal > acme/director\n2024-01-01..2025-01-01 new_title: acme/engineer > acme/principal"},
		{"a title that came or went", []moves.Role{seen("acme", "", "2024", "2024", "2025"), seen("acme", "engineer", "2025", "2025", "2026"), seen("zeta", "", "2026", "2026", "")},
			"2025-01-01..2026-01-01 new_employer: acme/engineer > zeta"},
		{"an employer that came or went", []moves.Role{seen("", "engineer", "2024", "2024", "2025"), seen("acme", "engineer", "2025", "2025", "2026"), seen("", "engineer", "2026", "2026", "")},
			"2025-01-01..2026-01-01 left: acme/engineer"},

		{"an employer renamed", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("acme2", "engineer", "2025", "2025", "")}, ""},
		{"a new title as the employer is renamed", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("acme2", "senior engineer", "2025", "2025", "")},
			"2024-01-01..2025-01-01 promotion+new_title: acme/engineer > acme2/senior engineer"},
		{"self-employed", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("(self-employed)", "engineer", "2025", "2025", "2026"), seen("(freelance)", "engineer", "2026", "2026", "")},
			"2024-01-01..2025-01-01 new_employer: acme/engineer > (self-employed)/engineer"},
		{"employed after all", []moves.Role{seen("(stealth)", "engineer", "2024", "2024", "2025"), seen("acme", "engineer", "2025", "2025", "")},
			"2024-01-01..2025-01-01 new_employer: (stealth)/engineer > acme/engineer"},
		{"no promotion of oneself", []moves.Role{seen("(freelance)", "engineer", "2024", "2024", "2025"), seen("(freelance)", "senior engineer", "2025", "2025", "")},
			"2024-01-01..2025-01-01 new_title: (freelance)/engineer > (freelance)/senior engineer"},

		{"emptied", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025")}, "2024-01-01..2025-01-01 left: acme/engineer"},
		{"emptied and back", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("acme", "engineer", "2026", "2026", "")}, ""},
		{"an employer emptied under a kept title", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("", "engineer", "2025", "2026", "")},
			"2024-01-01..2025-01-01 left: acme/engineer"},
		{"an employer emptied under a new title", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("", "open to work", "2025", "2026", "")},
			"2024-01-01..2025-01-01 left: acme/engineer"},
		{"an employer emptied for retirement", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("", "retired chief", "2025", "2026", "")},
			"2024-01-01..2025-01-01 retired: acme/engineer > /retired chief"},
		{"an employer emptied beside another", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("zeta", "board member", "2024", "2026", ""), seen("", "open to work", "2025", "2026", "")}, ""},
		{"an employer emptied that the user stated", []moves.Role{dated("acme", "engineer", "2018", "now"), seen("", "open to work", "2025", "2026", "")}, ""},
		{"an employer emptied, and back", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("", "engineer", "2025", "2025", "2026"), seen("acme", "engineer", "2026", "2026", "")}, ""},
		{"an employer emptied, and elsewhere", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("", "open to work", "2025", "2025-06-01", "2026"), seen("zeta", "manager", "2026", "2026", "")},
			"2025-06-01..2026-01-01 into_management+new_employer+new_title: acme/engineer > zeta/manager\n2024-01-01..2025-01-01 left: acme/engineer"},
		{"no employer from the start", []moves.Role{seen("", "engineer", "2024", "2024", "2025"), seen("", "manager", "2025", "2025", "")},
			"2024-01-01..2025-01-01 into_management+new_title: /engineer > /manager"},
		{"a stated role of which no employer is said", []moves.Role{dated("acme", "engineer", "2010", "2012-06-30"), dated("", "manager", "2012-07-01", "now")},
			"2012-07-01 into_management+new_title: acme/engineer > /manager"},
		{"emptied, and elsewhere", []moves.Role{seen("acme", "engineer", "2023", "2024", "2025"), seen("zeta", "manager", "2026", "2026", "")},
			"2025-01-01..2026-01-01 into_management+new_employer+new_title: acme/engineer > zeta/manager\n2024-01-01..2025-01-01 left: acme/engineer"},
		{"emptied, and another title in house", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("acme", "manager", "2026", "2026", "")},
			"2024-01-01..2026-01-01 into_management+new_title: acme/engineer > acme/manager"},
		{"emptied, and retired", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("(retired)", "retired chief", "2026", "2026", "")},
			"2025-01-01..2026-01-01 retired: acme/engineer > (retired)/retired chief\n2024-01-01..2025-01-01 left: acme/engineer"},
		{"emptied, and what follows has a start of its own", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), dated("zeta", "engineer", "2025-06-01", "now")},
			"2025-06-01 new_employer: acme/engineer > zeta/engineer\n2024-01-01..2025-01-01 left: acme/engineer"},
		{"emptied, and what follows may have begun before", []moves.Role{seen("acme", "engineer", "2024", "2024-11-17", "2025-11-16"), dated("zeta", "engineer", "2025", "now")},
			"2025-01-01..2025-12-31 new_employer: acme/engineer > zeta/engineer"},
		{"gone while a stated job goes on", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), dated("halden", "board member", "2010", "now"), seen("zeta", "engineer", "2025-02-01", "2026", "")},
			"2024-01-01..2025-02-01 new_employer: acme/engineer > zeta/engineer"},
		{"emptied twice", []moves.Role{seen("acme", "engineer", "2022", "2022", "2023"), seen("zeta", "engineer", "2024", "2024", "2025")},
			"2024-01-01..2025-01-01 left: zeta/engineer\n2023-01-01..2024-01-01 new_employer: acme/engineer > zeta/engineer\n2022-01-01..2023-01-01 left: acme/engineer"},
		{"no title in between", []moves.Role{seen("acme", "engineer", "2023", "2024", "2025"), seen("acme", "", "2025", "2025", "2026"), seen("acme", "director", "2026", "2026", "")},
			"2024-01-01..2026-01-01 into_management+new_title: acme/engineer > acme/director"},
		{"no title in between, and the same again", []moves.Role{seen("acme", "engineer", "2023", "2024", "2025"), seen("acme", "", "2025", "2025", "2026"), seen("acme", "engineer", "2026", "2026", "")}, ""},
		{"a new employer before the title is known", []moves.Role{seen("acme", "engineer", "2023", "2024", "2025"), seen("zeta", "", "2025", "2025", "2026"), seen("zeta", "director", "2026", "2026", "")},
			"2025-01-01..2026-01-01 into_management+new_title: acme/engineer > zeta/director\n2024-01-01..2025-01-01 new_employer: acme/engineer > zeta"},
		{"a new employer before the title is known, and the title is the same", []moves.Role{seen("acme", "engineer", "2023", "2024", "2025"), seen("zeta", "", "2025", "2025", "2026"), seen("zeta", "engineer", "2026", "2026", "")},
			"2024-01-01..2025-01-01 new_employer: acme/engineer > zeta"},
		{"no promotion from another employer", []moves.Role{seen("acme", "engineer", "2023", "2024", "2025"), seen("zeta", "", "2025", "2025", "2026"), seen("zeta", "senior engineer", "2026", "2026", "")},
			"2025-01-01..2026-01-01 new_title: acme/engineer > zeta/senior engineer\n2024-01-01..2025-01-01 new_employer: acme/engineer > zeta"},
		{"no title at the end of one employer", []moves.Role{seen("acme", "engineer", "2023", "2023", "2024"), seen("acme", "", "2024", "2025", "2026"), seen("zeta", "director", "2026", "2026", "")},
			"2025-01-01..2026-01-01 into_management+new_employer+new_title: acme/engineer > zeta/director"},
		{"no title at one of three employers", []moves.Role{seen("acme", "engineer", "2023", "2024", "2025"), seen("zeta", "", "2025", "2025", "2026"), seen("orbita", "director", "2026", "2026", "")},
			"2025-01-01..2026-01-01 into_management+new_employer+new_title: zeta/ > orbita/director\n2024-01-01..2025-01-01 new_employer: acme/engineer > zeta"},
		{"absent from an export", []moves.Role{absent(seen("acme", "engineer", "2024", "2024", ""))}, ""},
		{"ended", []moves.Role{dated("acme", "engineer", "2010", "2012"), dated("zeta", "engineer", "2013", "2024-06")},
			"2024-06-01..2024-06-30 left: zeta/engineer\n2013-01-01..2013-12-31 new_employer: acme/engineer > zeta/engineer"},
		{"ended this year, some day", []moves.Role{dated("acme", "engineer", "2010", "2026")}, "2026-01-01..2026-11-20 left: acme/engineer"},
		{"will end", []moves.Role{dated("acme", "engineer", "2010", "2027-03")}, ""},
		{"ended while something goes on", []moves.Role{dated("acme", "engineer", "2010", "2024"), dated("zeta", "board member", "2008", "now")}, ""},
		{"ended, and what follows has no date", []moves.Role{dated("acme", "engineer", "2010", "2024"), dated("zeta", "engineer", "", "now")}, ""},
		{"ended, and what follows is known", []moves.Role{dated("acme", "engineer", "2010", "2026-10"), dated("zeta", "engineer", "2027-01", "now")}, ""},
		{"starts in the future", []moves.Role{dated("acme", "engineer", "2010", "now"), dated("zeta", "chief", "2027-01", "now")}, ""},

		{"retired", []moves.Role{seen("acme", "chief", "2024", "2024", "2025"), seen("(retired)", "retired chief", "2025", "2025", "")},
			"2024-01-01..2025-01-01 retired: acme/chief > (retired)/retired chief"},
		{"retired twice", []moves.Role{seen("(retired)", "retired chief", "2024", "2024", "2025"), seen("(pensioner)", "retired", "2025", "2025", "")}, ""},
		{"retired from one thing and busy with another", []moves.Role{dated("acme", "chief", "2010", "now"), dated("(retired)", "retired chief", "2020", "now")}, ""},
		{"back from retirement", []moves.Role{seen("(retired)", "retired chief", "2024", "2024", "2025"), seen("acme", "chief", "2025", "2025", "")},
			"2024-01-01..2025-01-01 new_employer+new_title: (retired)/retired chief > acme/chief"},
		{"nobody leaves retirement", []moves.Role{seen("(retired)", "retired chief", "2024", "2024", "2025")}, ""},

		{"a gap", []moves.Role{dated("acme", "engineer", "2010", "2012-03"), dated("zeta", "manager", "2015-05-04", "now")},
			"2015-05-04 into_management+new_employer+new_title: acme/engineer > zeta/manager"},
		{"back to an earlier employer", []moves.Role{dated("acme", "engineer", "2010", "2012-12"), dated("zeta", "engineer", "2013-01", "2015-12"), dated("acme", "engineer", "2016-01", "now")},
			"2016-01-01..2016-01-31 new_employer: zeta/engineer > acme/engineer\n2013-01-01..2013-01-31 new_employer: acme/engineer > zeta/engineer"},
		{"notice and rough months", []moves.Role{dated("acme", "engineer", "2010", "2012-12"), dated("zeta", "manager", "2012-11", "now")},
			"2012-11-01..2012-11-30 into_management+new_employer+new_title: acme/engineer > zeta/manager"},
		{"unknown ends", []moves.Role{absent(dated("acme", "engineer", "2010", "now")), absent(dated("zeta", "engineer", "2015", "now")), dated("acme", "engineer", "2018", "now")},
			"2018-01-01..2018-12-31 new_employer: zeta/engineer > acme/engineer\n2015-01-01..2015-12-31 new_employer: acme/engineer > zeta/engineer"},
		{"an unknown start", []moves.Role{dated("acme", "engineer", "", "2012-06-30"), dated("zeta", "manager", "2012", "now")},
			"2012-06-30..2012-12-31 into_management+new_employer+new_title: acme/engineer > zeta/manager"},
		{"no day known", []moves.Role{absent(dated("acme", "engineer", "", "now")), dated("zeta", "manager", "2012", "now")}, ""},

		{"stated, then seen elsewhere", []moves.Role{dated("acme", "engineer", "2018", "now"), seen("zeta", "manager", "2025-11-16", "2026-11-15", "")},
			"2018-12-31..2025-11-16 into_management+new_employer+new_title: acme/engineer > zeta/manager"},
		{"seen, then stated elsewhere", []moves.Role{seen("acme", "engineer", "2024-11-17", "2025-11-16", ""), dated("zeta", "manager", "2026", "now")},
			"2026-01-01..2026-11-20 into_management+new_employer+new_title: acme/engineer > zeta/manager"},
		{"stated and seen in one post", []moves.Role{dated("acme", "engineer", "2018", "now"), seen("acme", "engineer", "2024-11-17", "2024-11-17", "2025-11-16"), seen("acme", "manager", "2025-11-16", "2026-11-15", "")},
			"2024-11-17..2025-11-16 into_management+new_title: acme/engineer > acme/manager"},
		{"a stated year and a sighting", []moves.Role{seen("acme", "engineer", "2024-03-01", "2024-03-01", "2024-11-17"), func() moves.Role {
			r := seen("acme", "manager", "2024-11-17", "2026-11-15", "")
			r.From = part("2024")
			return r
		}()}, "2024-03-01..2024-11-17 into_management+new_title: acme/engineer > acme/manager"},
		{"a sighting before the stated start", []moves.Role{seen("acme", "engineer", "2023", "2023", "2024"), func() moves.Role {
			r := seen("acme", "manager", "2024-01-01", "2026-11-15", "")
			r.From = part("2025-02")
			return r
		}()}, "2025-02-01..2025-02-28 into_management+new_title: acme/engineer > acme/manager"},

		{"a side role within the main one", []moves.Role{dated("acme", "chief", "2010", "now"), dated("zeta", "engineer", "2015", "2017")}, ""},
		{"a side role between two main ones", []moves.Role{dated("acme", "chief", "2010", "2017-12"), dated("zeta", "engineer", "2015", "2017-06"), dated("halden", "chief", "2018-01", "now")},
			"2018-01-01..2018-01-31 new_employer: acme/chief > halden/chief"},
		{"a side role that outlasts the main one beside the next", []moves.Role{dated("acme", "chief", "2010", "2019-12"), dated("zeta", "board member", "2015", "now"), dated("halden", "chief", "2020-01", "now")},
			"2020-01-01..2020-01-31 new_employer: acme/chief > halden/chief"},
		{"a side role that is left over", []moves.Role{dated("acme", "chief", "2010", "2019-12-31"), dated("zeta", "engineer", "2015", "now")},
			"2019-12-31 out_of_management+new_employer+new_title: acme/chief > zeta/engineer"},
		{"begun beside a role that goes on", []moves.Role{dated("acme", "chief", "2010", "now"), dated("zeta", "engineer", "2015", "now")},
			"2015-01-01..2015-12-31 new_employer: acme/chief > zeta/engineer"},
		{"a second title beside the first at one employer", []moves.Role{dated("acme", "engineer", "2010", "now"), dated("acme", "manager", "2015", "now")},
			"2015-01-01..2015-12-31 into_management+new_title: acme/engineer > acme/manager"},
		{"two jobs from the first snapshot on", []moves.Role{seen("acme", "chief", "2024", "2026", ""), seen("zeta", "engineer", "2024", "2026", "")}, ""},
		{"one of two jobs changes", []moves.Role{seen("acme", "chief", "2024", "2026", ""), seen("zeta", "engineer", "2024", "2025", "2026"), seen("zeta", "senior engineer", "2026", "2026", "")},
			"2025-01-01..2026-01-01 promotion+new_title: zeta/engineer > zeta/senior engineer"},
		{"a board seat as the job changes in house", []moves.Role{seen("acme", "engineer", "2024", "2024", "2025"), seen("acme", "manager", "2025", "2025", ""), seen("zeta", "board member", "2025", "2025", "")},
			"2024-01-01..2025-01-01 into_management+new_title: acme/engineer > acme/manager"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(moves.Derive(moves.Career{Roles: c.roles}, day(today))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestAMoveTellsWhoseItIsAndBothPosts(t *testing.T) {
	a, b := seen("acme", "engineer", "2024", "2024", "2025"), seen("zeta", "manager", "2025", "2025", "")
	a.ID, b.ID, a.Person, b.Person = 1, 2, 7, 7
	got := moves.Derive(moves.Career{Roles: []moves.Role{b, a}}, day(today))
	if len(got) != 1 {
		t.Fatalf("%d moves", len(got))
	}
	m := got[0]
	from := data.Post{Role: 1, Organisation: 'a', Employer: "acme", Title: "engineer", Standing: standings["engineer"], Form: a.Form}
	to := data.Post{Role: 2, Organisation: 'z', Employer: "zeta", Title: "manager", Standing: standings["manager"], Form: b.Form}
	if m.Person != 7 || m.From != from || m.To != to || m.ID != 0 || m.Status != "" {
		t.Errorf("%+v", m)
	}
}
