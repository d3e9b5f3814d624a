package names

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestEmployersWrittenInTwoWaysAreOneOrganisation(t *testing.T) {
	r := rules(t)
	for _, pair := range [][2]string{
		{"Orbita S.A.", "Orbita SA"}, {"Tessella AB", "Tessella"}, {"Polder Logistics B.V.", "Polder Logistics"},
		{"Maple & Finch", "Maple and Finch"}, {"Lumen Foundry K.K.", "Lumen Foundry"}, {"Vantage Retail Group plc", "Vantage Retail Group"},
		{"Greenfield Energy SE", "Greenfield Energy"}, {"Northwind Systems, Inc.", "Northwind Systems"}, {"Citadelle Health Ltd.", "Citadelle Health"},
		{"J. P. Finch", "JP Finch"}, {"L’Étoile SAS", "L'Etoile"}, {"㈱山田", "山田"},
		{"Müller & Partner", "Müller und Partner"}, {"Müller & Partner", "Müller + Partner"}, {"Dubois & Fils", "Dubois et Fils SAS"},
		{"Pérez & Hijos", "Pérez y Hijos S.L."}, {"Silva & Filhos", "Silva e Filhos Ltda"}, {"Berg & Söner", "Berg och Söner AB"},
		{"Holm & Sønner", "Holm og Sønner"}, {"De Vries & Zonen", "De Vries en Zonen B.V."}, {"Nowak & Synowie", "Nowak i Synowie"},
		{"Yılmaz & Oğulları", "Yılmaz ve Oğulları"}, {"Иванов и партнёры", "Иванов & партнёры"}, {"Müller und Partner GmbH & Co. KG", "Müller & Partner"},
	} {
		if keys := r.Groups(pair[:]); keys[pair[0]] != keys[pair[1]] || keys[pair[0]] == "" {
			t.Errorf("%q and %q: %q", pair[0], pair[1], keys)
		}
	}
}

func TestEmployersWithSimilarNamesAreTwoOrganisations(t *testing.T) {
	r := rules(t)
	for _, pair := range [][2]string{
		{"Brightwater GmbH", "Brightwater Capital"}, {"Vantage", "Vantage Retail Group"}, {"The Citadelle", "Citadelle Health"},
		{"Kestrel Labs", "Kestrel Laboratories"}, {"Halden Bank", "Halden Foods"}, {"Orbita S.A.", "Orbital Freight"},
		{"The Citadel", "Citadel"}, {"Acme GmbH", "Acme Ltd"}, {"Acme Inc.", "Acme Corp."}, {"Acme", "Acme Deutschland GmbH"},
		{"Disney+", "Disney"}, {"Canal+ Sport", "Canal & Sport"}, {"J. E. Finch", "J. & Finch"}, {"Y Combinator", "And Combinator"}, {"Vitamin E", "Vitamin"},
		{"Maple & Finch", "Maple Finch"}, {"Müller & Partner", "Müller Partner"}, {"Müller & Partner", "Partner & Müller"}, {"Ernst in Halden", "Ernst & Halden"},
		{"Acme Group", "Acme"}, {"Acme Holding AG", "Acme AG"},
	} {
		if keys := r.Groups(pair[:]); keys[pair[0]] == keys[pair[1]] {
			t.Errorf("%q and %q: %q", pair[0], pair[1], keys)
		}
	}
}

func TestRemarksInBracketsAreNoPartOfAnEmployer(t *testing.T) {
	r := rules(t)
	for written, want := range map[string]string{
		"Skyline (YC W21)": "skyline", "Skyline (YC S2019).": "skyline", "Skyline Inc. (acquired by Orbita)": "skyline", "Skyline（part of Orbita Group）": "skyline",
		"Skyline (formerly Halden Labs)": "skyline", "Skyline [NASDAQ: SKY]": "skyline", "Skyline (an Orbita Company)": "skyline", "Skyline (ehemals Halden)": "skyline",
		"Skyline (YC W21) (acquired by Orbita)": "skyline", "Skyline (anciennement Halden)": "skyline", "Skyline GmbH (übernommen von Orbita)": "skyline",
		"Skyline (Norway)": "skyline norway", "Skyline (Robotics)": "skyline robotics", "Skyline (Orbita)": "skyline orbita", "Skyline part of Orbita": "skyline part of orbita",
		"Skyline (YCW) Works": "skyline ycw works", "(YC W21)": "yc w21", "Skyline (": "skyline", "Skyline ()": "skyline", "(acquired) Skyline": "acquired skyline",
		"Skyline (IN)": "skyline in", "Now (Then)": "now then",
	} {
		if got, _ := r.Split(written); got != want {
			t.Errorf("Split(%q) = %q, want %q", written, got, want)
		}
	}
	for written, want := range map[string]bool{"Stealth Startup (YC W21)": true, "Skyline (YC W21)": false, "Freelance (formerly Skyline)": true, "(YC W21)": false} {
		if got := r.None(written); got != want {
			t.Errorf("None(%q) = %v", written, got)
		}
	}
}

func TestAnUmlautJoinsItsSpellings(t *testing.T) {
	r := rules(t)
	for _, equal := range [][]string{
		{"Grünwald Maschinenbau AG", "Gruenwald Maschinenbau", "Grunwald Maschinenbau", "GRÜNWALD MASCHINENBAU", "Gru\u0308nwald Maschinenbau"},
		{"Müller & Söhne", "Mueller & Soehne", "Muller & Sohne", "Mueller und Söhne"},
		{"Ærø Færge A/S", "Aeroe Faerge", "Aero Faerge"},
		{"Ångström AB", "Aangstroem", "Angstrom"},
		{"Größe GmbH", "Groesse", "Grosse"},
	} {
		keys := r.Groups(equal)
		for _, written := range equal {
			if keys[written] != keys[equal[0]] {
				t.Errorf("%q is %q, and %q is %q", written, keys[written], equal[0], keys[equal[0]])
			}
		}
	}
	for _, pair := range [][2]string{{"Blue", "Blu"}, {"Gruenwald", "Grunwald"}, {"Manuel", "Manul"}, {"Grünwald", "Grunewald"}, {"Blü", "Bleu"}, {"Haar", "Har"}} {
		if keys := r.Groups(pair[:]); keys[pair[0]] == keys[pair[1]] {
			t.Errorf("%q and %q: %q", pair[0], pair[1], keys)
		}
	}
	if got := r.Clashes([]string{"Grünwald AG", "Gruenwald GmbH"}); len(got) != 1 {
		t.Errorf("two legal forms of one name in two spellings: %q", got)
	}
}

func TestTwoLegalFormsPartAGroupAndAsk(t *testing.T) {
	r := rules(t)
	written := []string{"Acme", "Acme GmbH", "ACME G.m.b.H.", "Acme Ltd", "Finch Inc", "Finch", "Self-employed", "-", "Acme"}
	want := map[string]string{
		"Acme": "acme\x00", "Acme GmbH": "acme\x00gmbh", "ACME G.m.b.H.": "acme\x00gmbh", "Acme Ltd": "acme\x00ltd",
		"Finch Inc": "finch", "Finch": "finch", "Self-employed": "", "-": "",
	}
	if got := r.Groups(written); !maps.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	clashes := [][]string{{"ACME G.m.b.H.", "Acme", "Acme GmbH", "Acme Ltd"}}
	if got := r.Clashes(written); !reflect.DeepEqual(got, clashes) {
		t.Errorf("got  %q\nwant %q", got, clashes)
	}
}

func TestGroupsDoNotDependOnTheOrderOfTheTexts(t *testing.T) {
	r := rules(t)
	var written []string
	for _, name := range []string{"Acme", "ACME", "Finch & Maple", "Halden", "Самоцвет", "山田", "Grün", "Gruen", "Grun"} {
		for _, form := range []string{"", " GmbH", ", Inc.", " Ltd", " Limited", " S.A.", " SA", "株式会社"} {
			written = append(written, name+form)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		some := slices.Clone(written)
		random.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
		some = some[:random.IntN(len(some))]
		turned := slices.Clone(some)
		slices.Reverse(turned)
		if !maps.Equal(r.Groups(some), r.Groups(turned)) || !reflect.DeepEqual(r.Clashes(some), r.Clashes(turned)) {
			t.Fatalf("order matters for %q", some)
		}
	}
}
