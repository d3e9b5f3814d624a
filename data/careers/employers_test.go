package careers_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// place brings employers in the parts given and tells which of them became one organisation, and what
// it is called.
func place(t *testing.T, s *store.Store, parts ...[]string) string {
	t.Helper()
	for _, part := range parts {
		datatest.Write(t, s, func(tx *store.Tx) error {
			planned, err := careers.Grouping(tx, rules, part)
			if err != nil {
				return err
			}
			done, err := careers.Employers(tx, rules, part)
			if err != nil {
				return err
			}
			for a, x := range done {
				for b, y := range done {
					if (x == y) != (planned[a] == planned[b]) {
						t.Errorf("%q and %q: planned %d and %d, became %d and %d", a, b, planned[a], planned[b], x, y)
					}
				}
			}
			return nil
		})
	}
	known, err := s.OrganisationNames(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	written := map[data.ID][]string{}
	for _, n := range known {
		written[n.Organisation] = append(written[n.Organisation], n.Written)
	}
	var list []string
	for id, names := range written {
		o, err := s.Organisation(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(names)
		list = append(list, fmt.Sprintf("%s=%s", o.Name, strings.Join(names, "+")))
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func TestOneOrganisationHasManySpellings(t *testing.T) {
	got := place(t, datatest.Open(t), []string{"HALDEN BANK", "Halden Bank ASA", "Self-employed", "", "Citadel"}, []string{"Halden  Bank", "The Citadel"})
	want := "Citadel=Citadel Halden Bank=HALDEN BANK+Halden  Bank+Halden Bank ASA The Citadel=The Citadel"
	if strings.ReplaceAll(got, "Halden  Bank=", "Halden Bank=") != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestASecondLegalFormPartsAnOrganisationAndItsRolesFollow(t *testing.T) {
	s := datatest.Open(t)
	place(t, s, []string{"Vantage", "Vantage Ltd"})
	ana := datatest.Person(t, s, "Ana", datatest.Role("Vantage", "Buyer", "2020", ""))
	bob := datatest.Person(t, s, "Bob", datatest.Role("Vantage Ltd", "Buyer", "2020", ""))
	place(t, s, []string{"Vantage Inc"})
	a, err := s.Roles(t.Context(), ana)
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Roles(t.Context(), bob)
	if err != nil {
		t.Fatal(err)
	}
	if a[0].Organisation == b[0].Organisation {
		t.Errorf("still one organisation: %+v, %+v", a, b)
	}
}

func TestTheOrderOfEmployersDoesNotMatter(t *testing.T) {
	all := []string{"Vantage", "Vantage Ltd", "VANTAGE LTD.", "Vantage Inc", "Halden", "Halden ASA", "Orbita S.A.", "Órbita SA", "Orbita", "Tessella AB", "Tessella Oy", "Tessella"}
	random := rand.New(rand.NewPCG(1, 1))
	want := ""
	for range 12 {
		mixed := slices.Clone(all)
		random.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		cut := random.IntN(len(mixed))
		got := place(t, datatest.Open(t), mixed[:cut], mixed[cut:])
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("%s, and for %q cut at %d %s", want, mixed, cut, got)
		}
	}
}

func TestWhatTheUserConfirmedStaysTogether(t *testing.T) {
	s := datatest.Open(t)
	place(t, s, []string{"Kestrel Labs"})
	datatest.Write(t, s, func(tx *store.Tx) error {
		known, err := tx.OrganisationNames()
		if err != nil {
			return err
		}
		return tx.NameOrganisation(known[0].Organisation, "Kestrel Laboratories", true)
	})
	if got := place(t, s, []string{"Kestrel Laboratories GmbH", "Kestrel Labs AG", "Kestrel Labs SE"}); !strings.Contains(got, "Kestrel Laboratories+Kestrel Laboratories GmbH") {
		t.Error(got)
	}
}

func TestNoEmployerStumblesOverAKeyThatAnotherHas(t *testing.T) {
	confirm := func(s *store.Store, written string) {
		datatest.Write(t, s, func(tx *store.Tx) error {
			known, err := tx.OrganisationNames()
			if i := slices.IndexFunc(known, func(n store.OrganisationName) bool { return n.Written == written }); err == nil && i >= 0 {
				err = tx.NameOrganisation(known[i].Organisation, written, true)
			}
			return err
		})
	}
	// The confirmed name keeps the organisation that was called by the bare one so far.
	s := datatest.Open(t)
	place(t, s, []string{"Grünwald S.A."})
	confirm(s, "Grünwald S.A.")
	got := place(t, s, []string{"Grünwald Ltd"}, []string{"Grunwald"})
	if want := "Grunwald=Grunwald Grünwald Ltd=Grünwald Ltd Grünwald S.A.=Grünwald S.A."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	// The umlaut joins what was two organisations, of which each had two legal forms.
	got = place(t, datatest.Open(t), []string{"Gruenwald", "Gruenwald Inc"}, []string{"Grunwald GmbH", "Grunwald Inc."}, []string{"Grünwald Inc."})
	if want := "Gruenwald Inc=Gruenwald Inc+Grunwald Inc.+Grünwald Inc. Gruenwald=Gruenwald Grunwald GmbH=Grunwald GmbH"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	random := rand.New(rand.NewPCG(1, 9))
	bases, forms := []string{"Vantage", "Grünwald", "Gruenwald", "Grunwald", "AT&T", "AT and T"}, []string{"", " Ltd", " Inc", " Inc.", " GmbH", " Group", " S.A."}
	for range 40 {
		s := datatest.Open(t)
		for range 4 {
			var written []string
			for range 1 + random.IntN(6) {
				written = append(written, bases[random.IntN(len(bases))]+forms[random.IntN(len(forms))])
			}
			place(t, s, written)
			if random.IntN(3) == 0 {
				confirm(s, written[0])
			}
		}
	}
}
