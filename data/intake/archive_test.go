package intake_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/intake"
	"peerage/data/linkedin"
)

// member is a person of a made-up network, as LinkedIn has them at one time.
type member struct {
	truth                int // who they are, whatever changes
	given, family, slug  string
	email, company, post string
	connected            data.Day
	hidden, gone         bool
}

// network makes up archives of one user, year after year, from a seed alone.
type network struct {
	*rand.Rand
	members []member
	serial  int
	plain   bool // without what no program could tell: everybody can be followed through the years
}

var (
	givens    = []string{"Ana", "Bob", "Chloé", "Dmitri", "Elif", "Fatima", "Grzegorz", "Hanna", "Ines", "Jürgen", "伟", "प्रिया", "José", "Søren"}
	families  = []string{"Souza", "Lima", "O'Neill", "Kowalska", "Çelik", "García", "Nowak", "李", "शर्मा", "van der Berg", "Smith-Jones", "Müller"}
	employers = []string{"Halden Bank", "Northwind Systems", "Vantage", "Eastmere University", "Kestrel Labs", "Maple & Finch", "Orbita S.A.", "The Citadelle", "Self-employed", "Brightwater GmbH", "Tessella AB", ""}
	posts     = []string{"Engineer", "Senior Engineer", "Team Lead", "Buyer, Europe", "Head of \"Data\"", "Nurse", "教师", "Retired", "", "Assistant to the CEO"}
	spellings = map[string][]string{
		"Halden Bank": {"HALDEN BANK", "Halden Bank ASA", "Halden  Bank"}, "Northwind Systems": {"Northwind Systems, Inc.", "Northwind Systems Inc"},
		"Eastmere University": {"University of Eastmere"}, "Maple & Finch": {"Maple and Finch"}, "Orbita S.A.": {"Órbita SA", "Orbita"},
		"Brightwater GmbH": {"Brightwater"}, "Tessella AB": {"Tessella"}, "Vantage": {"Vantage Ltd", "VANTAGE LTD."},
	}
)

func newNetwork(seed uint64, people int, plain bool) *network {
	n := &network{Rand: rand.New(rand.NewPCG(seed, 7)), plain: plain}
	for range people {
		n.add(2015)
	}
	for range max(1, people/20) { // namesakes who connected on the same day
		n.add(2016)
		twin := n.members[len(n.members)-2]
		m := &n.members[len(n.members)-1]
		m.given, m.family, m.connected, m.email = twin.given, twin.family, twin.connected, ""
	}
	return n
}

func pick[T any](n *network, list []T) T { return list[n.IntN(len(list))] }

func (n *network) add(year int) {
	n.serial++
	m := member{truth: n.serial, given: pick(n, givens), family: fmt.Sprint(pick(n, families), pick(n, []string{"", "", " Jr", "-Å"})),
		slug: fmt.Sprintf("member-%d", n.serial), company: pick(n, employers), post: pick(n, posts),
		connected: data.NewDay(year, 1, 1) + data.Day(n.IntN(360)), hidden: n.IntN(50) == 0}
	if n.plain { // no accidental namesakes
		m.family += " " + strings.Repeat("x", n.serial%7) + fmt.Sprint(n.serial)
		m.family = strings.NewReplacer("0", "a", "1", "b", "2", "c", "3", "d", "4", "e", "5", "f", "6", "g", "7", "h", "8", "i", "9", "j").Replace(m.family)
	}
	if n.IntN(100) == 0 || n.serial < 4 {
		m.email = fmt.Sprintf("Member.%d@example.org", n.serial)
	}
	n.members = append(n.members, m)
}

// pass lets a year go by.
func (n *network) pass(year int) {
	for i := range n.members {
		m := &n.members[i]
		switch roll := n.IntN(100); {
		case roll < 6: // at most one thing by which a person is known changes in a year
			n.serial++
			m.slug = fmt.Sprintf("member-%d-%s", n.serial, "ü")
		case roll < 10:
			m.family = pick(n, families) + fmt.Sprintf("-%c%c", 'a'+rune(m.truth%26), 'a'+rune(m.truth/26%26))
		case roll < 12:
			m.gone = true
		case roll < 14:
			m.gone = false
		}
		switch roll := n.IntN(100); {
		case roll < 20:
			m.post = pick(n, posts)
		case roll < 35:
			m.company = pick(n, employers)
		case roll < 50:
			m.post = pick(n, []string{strings.ToUpper(m.post), strings.ToLower(m.post), m.post + " ", strings.ReplaceAll(m.post, " ", "  ")})
		case roll < 65:
			if others := spellings[m.company]; others != nil {
				m.company = pick(n, others)
			}
		case roll < 68:
			m.company, m.post = "", ""
		case roll < 70 && year >= 2025:
			m.company = "Vantage Inc." // a second legal form, known late
		}
	}
	for range len(n.members) / 25 {
		n.add(year)
	}
}

// connections returns Connections.csv as of now, in the layout with profiles or in the older one.
func (n *network) connections(profiles bool) []byte {
	var b bytes.Buffer
	header := []string{"First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"}
	if profiles {
		b.WriteString("Notes:\n\"Some of the addresses may be missing.\"\n\n")
	} else {
		header = slices.Delete(header, 2, 3)
	}
	w := csv.NewWriter(&b)
	write := func(row []string) {
		if err := w.Write(row); err != nil {
			panic(err) // a bytes.Buffer takes everything
		}
	}
	write(header)
	for _, i := range n.Perm(len(n.members)) {
		m := n.members[i]
		row := []string{m.given, m.family, "https://www.linkedin.com/in/" + strings.ToUpper(m.slug), m.email, m.company, m.post, m.connected.Time().Format("02 Jan 2006")}
		switch {
		case m.gone:
			continue
		case m.hidden:
			row = []string{"", "", "", "", "", "", row[6]}
		}
		if !profiles {
			row = slices.Delete(row, 2, 3)
		}
		write(row)
	}
	w.Flush()
	return b.Bytes()
}

// positions returns the user's own jobs as they stood in a year.
func positions(year int) []byte {
	var b strings.Builder
	b.WriteString("Company Name,Title,Description,Location,Started On,Finished On\n")
	for _, job := range []struct {
		since int
		line  string
	}{
		{2010, "Eastmere University,Student,,,2010,2012"}, {2012, "Northwind Systems,Engineer,,,Sep 2012,Jun 2016"},
		{2012, "Northwind Systems,Tutor,,,Sep 2012,Jun 2016"}, {2016, "Halden Bank,Senior Engineer,,,Jul 2016,Feb 2020"},
		{2020, "\"Vantage, Ltd\",Team Lead,,,Mar 2020,"}, {2023, "Kestrel Labs,Advisor,,,Jan 2023,"}, {2025, "Maple & Finch,Partner,,,2025,"},
	} {
		if job.since <= year {
			b.WriteString(job.line + "\n")
		}
	}
	return []byte(b.String())
}

// read reads a file of the archive as the program does.
func read(name string, content []byte, day data.Day) []intake.File {
	var files []intake.File
	for _, r := range linkedin.Read(name, bytes.NewReader(content), int64(len(content))) {
		files = append(files, intake.File{Reading: r, Day: day})
	}
	return files
}

// archive is what the user brings of one year.
type archive []intake.File

// years makes up archives of several years up to 2026. layout says for each, oldest first, whether it
// has profiles; where it has none the file has the older layout.
func (n *network) years(layout ...bool) []archive {
	var all []archive
	for i, profiles := range layout {
		year := 2027 - len(layout) + i
		if i > 0 {
			n.pass(year)
		}
		day := data.NewDay(year, 11, 15)
		all = append(all, append(read("Connections.csv", n.connections(profiles), day), read("Positions.csv", positions(year), day)...))
	}
	return all
}

// seenMembers counts the people that archives of the network can have shown so far: with plain members
// and profiles in every layout, the program must find as many.
func (n *network) seenMembers() int {
	count := 0
	for _, m := range n.members {
		if !m.hidden {
			count++
		}
	}
	return count
}
