package intake_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/store"
)

const (
	recommendationsHead = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
	endorsementsHead    = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
)

// received reads lines of recommendations that were received.
func received(lines ...string) []intake.File {
	return read("Recommendations_Received.csv", []byte(recommendationsHead+strings.Join(lines, "\n")), today)
}

// endorsed reads lines of endorsements that were received, in which a slug stands for an address.
func endorsed(lines ...string) []intake.File {
	for i, line := range lines {
		cells := strings.Split(line, ",")
		if cells[4] != "" {
			cells[4] = "www.linkedin.com/in/" + cells[4]
		}
		lines[i] = strings.Join(cells, ",")
	}
	return read("Endorsement_Received_Info.csv", []byte(endorsementsHead+strings.Join(lines, "\n")), today)
}

// exchanges tells all that was given and received, by the names of people.
func exchanges(t testing.TB, s *store.Store) []string {
	t.Helper()
	all, err := s.Exchanges(t.Context(), store.ExchangeFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range all {
		p, err := s.Person(t.Context(), e.Person)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprintf("%s %s by %s on %s: %s (%s)", p.Name, e.Kind, e.By, e.Day, e.Text, e.Source))
	}
	slices.Sort(list)
	return list
}

func checkExchanges(t *testing.T, s *store.Store, want ...string) {
	t.Helper()
	if got := exchanges(t, s); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func checkCounts(t *testing.T, plan *intake.Plan, fresh, same, skipped int, problems ...string) {
	t.Helper()
	if plan.Exchanges != fresh || plan.Same != same || plan.SkippedExchanges != skipped {
		t.Errorf("%d new, %d same, %d skipped; want %d, %d, %d", plan.Exchanges, plan.Same, plan.SkippedExchanges, fresh, same, skipped)
	}
	var got []string
	for _, p := range plan.Problems {
		got = append(got, fmt.Sprint(p.Line, " ", p.Reason, " ", p.Value))
	}
	if !slices.Equal(got, problems) {
		t.Errorf("problems %q, want %q", got, problems)
	}
}

func TestRecommendationsAndEndorsementsComeInWithThePeopleTheyAreAbout(t *testing.T) {
	s := open(t)
	empty := state(t, s)
	files := slices.Concat(
		received("Ana,Souza,Halden,Lead,A joy.,\"08/30/22, 05:51 PM\",VISIBLE"),
		endorsed("2024/01/01 10:00:00 UTC,Go,Anna,Sousa,ANA,ACCEPTED", "2024/01/02 10:00:00 UTC,Go,Li,Wei,,ACCEPTED", "2024/01/02 10:00:00 UTC,Rust,Li,Wei,,HIDDEN"),
		read("Recommendations_Given.csv", []byte(recommendationsHead+"Li,Wei,,,Calm.,\"01/02/23, 05:51 PM\",VISIBLE\n"), today),
		rows("2026-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020", "Li,Wei,li-wei,,Orbita,Nurse,01 May 2021"))
	plan := bring(t, s, files...)
	checkCounts(t, plan, 4, 0, 1)
	if plan.New != 6 || plan.Skipped != 1 || plan.Entries() != 7 {
		t.Errorf("%+v", plan)
	}
	checkExchanges(t, s,
		"Ana Souza endorsement by them on 2024-01-01: Go (linkedin)", "Ana Souza recommendation by them on 2022-08-30: A joy. (linkedin)",
		"Li Wei endorsement by them on 2024-01-02: Go (linkedin)", "Li Wei recommendation by me on 2023-01-02: Calm. (linkedin)")
	if _, err := s.Undo(t.Context()); err != nil || state(t, s) != empty || len(exchanges(t, s)) != 0 {
		t.Errorf("undone: %v, %q", err, exchanges(t, s))
	}
}

func TestWhatFitsNobodyOrSeveralIsNamedAndAddsNobody(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2026-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020", "Ana,Souza,ana-2,,Orbita,Engineer,01 May 2021")...)
	plan := bring(t, s, slices.Concat(
		received("Ana,Souza,,,A joy.,1 Jun 2022,", "Bo,Li,Halden,,Fine.,1 Jun 2022,", "Bo,Li,Halden,,Fine still.,1 Jun 2023,"),
		endorsed("2024/01/01,Go,Ana,Souza,ana-3,ACCEPTED", "2024/01/01,Go,,,ghost,ACCEPTED"))...)
	checkCounts(t, plan, 0, 0, 5, "2 several_fit Ana Souza", "3 nobody_fits Bo Li", "2 other_address Ana Souza", "3 nobody_fits ghost")
	checkExchanges(t, s)
	if count(t, s) != 2 || plan.Entries() != 5 {
		t.Errorf("%d people, %+v", count(t, s), plan)
	}
	if name, err := s.Undo(t.Context()); err != nil || count(t, s) != 0 {
		t.Errorf("an operation stands for nothing: %q, %v", name, err)
	}
}

func TestProblemsStandInTheOrderOfTheLines(t *testing.T) {
	files := slices.Concat(
		received("Bo,Li,,,Fine.,1 Jun 2022,", "Ana,Souza,,,A joy.,,", "Cy,Day,,,Fine.,,", "Di,Ek,,,Fine.,1 Jun 2022,"),
		endorsed("2024/01/01,Go,Ana,Souza,,ACCEPTED", "31 Juni,Go,Ana,Souza,,ACCEPTED"))
	plan := bring(t, open(t), files...)
	checkCounts(t, plan, 0, 0, 6, "2 nobody_fits Bo Li", "3 no_day ", "4 no_day ", "5 nobody_fits Di Ek", "2 nobody_fits Ana Souza", "3 no_day 31 Juni")
}

func TestOfNamesakesTheOneWhoWorkedThereIsMeant(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,Halden Bank,Engineer,01 May 2020", "Ana,Souza,ana-2,,Orbita,Engineer,01 May 2021")...)
	bring(t, s, rows("2025-11-15", "Ana,Souza,ana,,Kestrel,Engineer,01 May 2020")...)
	plan := bring(t, s, received("Ana,Souza,HALDEN BANK,,A joy.,1 Jun 2022,", "Ana,Souza,Elsewhere,,Fine.,1 Jun 2022,")...)
	checkCounts(t, plan, 1, 0, 1, "3 several_fit Ana Souza")
	all, err := s.Exchanges(t.Context(), store.ExchangeFilter{})
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if p, err := s.Person(t.Context(), all[0].Person); err != nil || !slices.Equal(slugs(p), []string{"ana"}) {
		t.Errorf("%+v, %v", p.Contacts, err)
	}
}

func slugs(p data.Person) (list []string) {
	for _, c := range p.Contacts {
		if c.Kind == data.LinkedIn {
			list = append(list, c.Value)
		}
	}
	return list
}

func TestPeopleTypedInByHandAreFoundToo(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Noor Haddad")
	datatest.Person(t, s, "Ines Prado", datatest.Contact(data.LinkedIn, "Ines-P"))
	plan := bring(t, s, slices.Concat(received("Noor,Haddad,,,A joy.,1 Jun 2022,"), endorsed("2024/01/01,Go,I.,P.,ines-p,ACCEPTED"))...)
	checkCounts(t, plan, 2, 0, 0)
	checkExchanges(t, s, "Ines Prado endorsement by them on 2024-01-01: Go (linkedin)", "Noor Haddad recommendation by them on 2022-06-01: A joy. (linkedin)")
}

func TestWhatWasBroughtBeforeOrRemovedDoesNotComeAgain(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2026-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020")...)
	files := slices.Concat(received("Ana,Souza,,,A joy.,1 Jun 2022,"), received("Ana,Souza,Orbita,,A joy.,1 Jun 2022,"),
		endorsed("2024/01/01,Go,Ana,Souza,ana,ACCEPTED"))
	checkCounts(t, bring(t, s, files...), 2, 1, 0)
	full := exchanges(t, s)
	checkCounts(t, bring(t, s, files...), 0, 3, 0)
	checkExchanges(t, s, full...)
	all, err := s.Exchanges(t.Context(), store.ExchangeFilter{})
	if err != nil {
		t.Fatal(err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeleteExchange(all[0].ID) })
	checkCounts(t, bring(t, s, files...), 0, 3, 0)
	checkExchanges(t, s, "Ana Souza recommendation by them on 2022-06-01: A joy. (linkedin)")
}

func TestWhatFittedNobodyFitsOnceThePersonIsThere(t *testing.T) {
	s := open(t)
	files := received("Ana,Souza,,,A joy.,1 Jun 2022,")
	checkCounts(t, bring(t, s, files...), 0, 0, 1, "2 nobody_fits Ana Souza")
	bring(t, s, rows("2026-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020")...)
	checkCounts(t, bring(t, s, files...), 1, 0, 0)
}

func TestAnEntryOfADayAheadIsLeftOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Endorsement_Received_Info.csv")
	text := endorsementsHead + "2026/11/23 01:00:00 UTC,Go,Ana,Souza,,ACCEPTED\n2026/11/24 01:00:00 UTC,Rust,Ana,Souza,,ACCEPTED\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	files, err := intake.Open(path, 0, today)
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	r := files[0]
	if len(r.Exchanges) != 1 || r.Skipped != 1 || r.SkippedExchanges != 1 || len(r.Problems) != 1 || r.Problems[0].Reason != data.NoDay {
		t.Errorf("%+v", r)
	}
}

// recommended returns the files of recommendations and endorsements as they stood in a year. Whoever
// recommends or endorses does so some time after connecting, and LinkedIn lists it ever after.
func (n *network) recommended(year int) []intake.File {
	var recommendations, endorsements bytes.Buffer
	r, e := csv.NewWriter(&recommendations), csv.NewWriter(&endorsements)
	write := func(w *csv.Writer, row ...string) {
		if err := w.Write(row); err != nil {
			panic(err) // a bytes.Buffer takes everything
		}
	}
	write(r, strings.Split(strings.TrimSpace(recommendationsHead), ",")...)
	write(e, strings.Split(strings.TrimSpace(endorsementsHead), ",")...)
	for _, i := range n.Perm(len(n.members)) {
		m := &n.members[i]
		day := m.connected + data.Day(300*(m.truth%4)+20)
		if m.hidden || day > data.NewDay(year, 11, 15) {
			continue
		}
		if m.truth%3 == 0 {
			write(r, m.given, m.family, m.company, m.post, fmt.Sprintf("Number %d is a joy.", m.truth), day.Time().Format("01/02/06, 03:04 PM"), "VISIBLE")
		}
		if m.truth%4 == 0 {
			write(e, day.Time().Format("2006/01/02 15:04:05 UTC"), "Go", m.given, m.family, "www.linkedin.com/in/"+m.slug, "ACCEPTED")
		}
	}
	r.Flush()
	e.Flush()
	day := data.NewDay(year, 11, 15)
	return append(read("Recommendations_Received.csv", recommendations.Bytes(), day), read("Endorsement_Received_Info.csv", endorsements.Bytes(), day)...)
}

func TestRecommendationsOfThreeYearsInAnyOrderEndTheSame(t *testing.T) {
	n := newNetwork(5, 60, true)
	var archives [][]intake.File
	for i, year := range []int{2024, 2025, 2026} {
		if i > 0 {
			n.pass(year)
		}
		day := data.NewDay(year, 11, 15)
		archives = append(archives, slices.Concat(n.recommended(year), read("Connections.csv", n.connections(true), day)))
	}
	var want []string
	for _, order := range permutations(3) {
		one, whole := open(t), open(t)
		var files []intake.File
		for _, k := range order {
			bring(t, one, archives[k]...)
			files = append(files, archives[k]...)
		}
		slices.Reverse(files)
		bring(t, whole, files...)
		if want == nil {
			if want = exchanges(t, one); len(want) < 20 {
				t.Fatalf("only %q", want)
			}
		}
		for _, s := range []*store.Store{one, whole} {
			if got := exchanges(t, s); !slices.Equal(got, want) {
				t.Fatalf("order %v:\n%s", order, difference(strings.Join(want, "\n"), strings.Join(got, "\n")))
			}
		}
	}
}
